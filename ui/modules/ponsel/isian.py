"""The inputs of the sheets of HP dan barang."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.modules.ponsel import rules
from sipokat_desktop.modules.ponsel import text as ponsel
from ui.kit.form import Isian, Jenis

from . import text_lembar as text

Pilihan = Sequence[tuple[str, str]]

KONDISI = tuple((kode, kata.capitalize()) for kode, kata in ponsel.KODE["kondisi"].items())
BAIK = tuple(satu for satu in KONDISI if satu[0] != "hilang")
"""The conditions of a thing that one has in hand."""

_UMUM = (
    Isian("barang", text.L_BARANG, contoh=ponsel.BARANG, wajib=True),
    Isian("merek", text.L_MEREK, contoh="Samsung"),
    Isian("tipe", text.L_TIPE, contoh="Galaxy A05"),
)
_NOMOR = (
    Isian(
        "imei1", text.L_IMEI1, Jenis.IMEI, contoh="35 209900 176148 1", bantuan=text.IMEI_BANTUAN,
        bagian=text.BAGIAN_NOMOR, periksa=rules.kata_imei,
    ),
    Isian("imei2", text.L_IMEI2, Jenis.IMEI, contoh="35 209900 176149 9", periksa=rules.kata_imei),
    Isian("seri", text.L_SERI, contoh="R9CT30ABCDE"),
    Isian("sim", text.L_SIM, contoh="0812 3456 7890"),
    Isian("kode_barang", text.L_KODE, contoh="3.10.02.03.003"),
    Isian("nup", text.L_NUP, Jenis.ANGKA, contoh="12"),
)  # fmt: skip
_ASAL = (
    Isian("kelengkapan", text.L_KELENGKAPAN, contoh=text.C_KELENGKAPAN, bagian=text.BAGIAN_ASAL, bentang=2),
    Isian("kondisi", text.L_KONDISI, Jenis.PILIHAN, pilihan=KONDISI),
    Isian("garansi_sampai", text.L_GARANSI, Jenis.TANGGAL, contoh="20/12/2026"),
    Isian("tahun", text.L_TAHUN, Jenis.ANGKA, contoh="2025"),
    Isian("sumber", text.L_SUMBER, contoh="Dinas Kominfo"),
    Isian("harga", text.L_HARGA, Jenis.RUPIAH, contoh="1.650.000"),
    Isian("catatan", text.L_CATATAN, bentang=2),
)

UNIT = (*_UMUM, *_NOMOR, *_ASAL)
"""A unit with everything that is known of it."""

TETAP = (
    "barang", "merek", "tipe", "kode_barang", "kelengkapan", "kondisi", "garansi_sampai", "tahun", "sumber", "harga",
)  # fmt: skip
"""What the next unit has in common with the one just recorded."""

BANYAK = (
    Isian("pengenal", text.BANYAK_NOMOR, Jenis.PANJANG, contoh=text.BANYAK_CONTOH, wajib=True,
          bantuan=text.BANYAK_BANTUAN, bentang=3),
    *(satu for satu in (*_UMUM, *_ASAL, *_NOMOR) if satu.kunci in TETAP),
)  # fmt: skip
"""Several units alike: their numbers one below the other, and what they have in common."""


def tanggal() -> Isian:
    """Return the input of the day of a hand-over."""
    return Isian("tanggal", text.L_TANGGAL, Jenis.TANGGAL, contoh="2/4/2026", wajib=True)


def ketua(label: str, pilihan: Pilihan) -> Isian:
    """Return the input of the head who receives."""
    return Isian("masa_id", label, Jenis.PILIHAN, contoh=text.C_RT, wajib=True, pilihan=tuple(pilihan))


def keadaan(*, banyak: bool) -> tuple[Isian, ...]:
    """Return the inputs of condition and accessories; of several units each keeps its own."""
    if banyak:
        return ()
    return (
        Isian("kondisi", text.L_KONDISI, Jenis.PILIHAN, pilihan=BAIK),
        Isian("kelengkapan", text.L_KELENGKAPAN, contoh=text.C_KELENGKAPAN),
    )


def kuasa(label: str) -> tuple[Isian, ...]:
    """Return the inputs of who comes in place of the head."""
    return (
        Isian("penerima", label, contoh=text.C_PENGAMBIL),
        Isian("surat_kuasa", text.L_KUASA, contoh=text.C_KUASA),
    )


def alasan(contoh: str, *, wajib: bool) -> Isian:
    """Return the input of a reason."""
    return Isian("alasan", text.L_ALASAN, contoh=contoh, wajib=wajib)


_POLISI = (
    Isian("polisi_nomor", text.L_POLISI, contoh=text.C_POLISI, bantuan=text.POLISI_BANTUAN),
    Isian("polisi_tanggal", text.L_POLISI_HARI, Jenis.TANGGAL, contoh="3/4/2026"),
)
_LANJUT = Isian("tindak_lanjut", text.L_LANJUT, contoh=text.C_LANJUT)
POLISI = tuple(satu.kunci for satu in _POLISI)

KEJADIAN = (
    Isian("jenis", text.L_JENIS, Jenis.PILIHAN, pilihan=text.JENIS, wajib=True),
    Isian("tanggal", text.L_HARI_KEJADIAN, Jenis.TANGGAL, contoh="1/4/2026", wajib=True),
    Isian("uraian", text.L_URAIAN, Jenis.PANJANG, contoh=text.C_URAIAN, wajib=True),
    Isian("kondisi", text.L_KONDISI_SESUDAH, Jenis.PILIHAN, pilihan=text.RUSAK),
    *_POLISI,
    _LANJUT,
)
SURAT = (
    Isian("uraian", text.L_URAIAN, Jenis.PANJANG, contoh=text.C_URAIAN, wajib=True),
    *_POLISI,
    _LANJUT,
    Isian("selesai", text.L_SELESAI, Jenis.TANGGAL, contoh="20/4/2026", bantuan=text.SELESAI_BANTUAN),
)
BANTUAN = (
    Isian("jenis", text.L_MASALAH, Jenis.PILIHAN, pilihan=text.MASALAH, wajib=True),
    Isian("uraian", text.L_URAIAN_BANTUAN, Jenis.PANJANG, contoh=text.C_URAIAN_BANTUAN),
    Isian("kontak", text.L_KONTAK, contoh="0812 3456 7890"),
)


def pulih(jenis: str) -> tuple[Isian, ...]:
    """Return the inputs of a thing that was repaired or found again."""
    return (
        Isian("tanggal", text.PULIH_HARI[jenis], Jenis.TANGGAL, contoh="20/4/2026", wajib=True),
        Isian("uraian", text.L_URAIAN, Jenis.PANJANG, contoh=text.PULIH_URAIAN[jenis], wajib=True),
        Isian("kondisi", text.L_KONDISI, Jenis.PILIHAN, pilihan=BAIK),
    )


def pengganti(pilihan: Pilihan) -> tuple[Isian, ...]:
    """Return the inputs of a replacement out of the units at the office."""
    return (
        Isian("pengganti_id", text.L_PENGGANTI, Jenis.PILIHAN, contoh=text.C_PENGGANTI, wajib=True,
              pilihan=tuple(pilihan)),
        tanggal(),
        Isian("kondisi", text.L_KONDISI_GANTI, Jenis.PILIHAN, pilihan=BAIK),
        Isian("kelengkapan", text.L_KELENGKAPAN_GANTI, contoh=text.C_KELENGKAPAN),
    )  # fmt: skip
