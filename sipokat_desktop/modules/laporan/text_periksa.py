"""What the verification list of module laporan says."""

from __future__ import annotations

JENIS = {
    "nanti": "Tanggal belum tiba",
    "foto_sama": "Foto sama",
    "serupa": "Laporan serupa",
    "berubah": "Berubah sesudah diverifikasi",
    "tanpa_ketua": "Tanpa ketua RT",
    "peserta": "Peserta tidak wajar",
    "foto_mirip": "Foto mirip",
    "foto_polos": "Foto tanpa gambar",
    "diubah_kantor": "Diubah kantor",
    "tanpa_foto": "Tanpa foto",
}
"""Kinds of findings, the weightiest first: that is the order of the list."""
NANTI = "Tanggal {tanggal} belum tiba."
SERUPA = "Mirip laporan {rt} {hari}: “{uraian}”."
FOTO_SAMA = "Foto yang sama dipakai laporan {rt} {hari}."
FOTO_MIRIP = "Fotonya mirip dengan foto laporan {rt} {hari}."
FOTO_POLOS = "Ada foto yang satu warna saja, tanpa gambar."
BERUBAH = {
    "lurah": "Isinya berubah sesudah diverifikasi lurah ({putusan}).",
    "camat": "Isinya berubah sesudah diverifikasi camat ({putusan}).",
}
ULANG = "Pernah diverifikasi lurah, lalu isinya diubah."
DIUBAH_KANTOR = "Dikirim ketua RT, lalu diubah {nama} di kantor."
TANPA_FOTO = "Belum ada foto."
DAN_LAIN = "{kata} Juga {n} laporan lain."
"""Said of a finding that several others share: the first one is named."""
