"""What module vaksinasi says, on screen and on paper."""

from __future__ import annotations

from sipokat_desktop.kernel import persen as bagi_persen
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.rupiah import titik

JUDUL = "Vaksinasi"
PROGRAM = "COVID-19"
"""The programme that is proposed where none was recorded yet."""
ISIAN = {"sasaran": "Sasaran", "dosis1": "Dosis 1", "dosis2": "Dosis 2", "booster": "Booster"}
TINDAKAN: dict[str, str] = {
    "vaksinasi.catat": "mencatat angka vaksinasi",
    "vaksinasi.catat_banyak": "mencatat angka vaksinasi beberapa RT",
    "vaksinasi.ubah": "mengubah angka vaksinasi",
    "vaksinasi.hapus": "menghapus angka vaksinasi",
}
"""What people call the acts of this module."""

CELAH = {
    "kosong": "Belum ada angka",
    "basi": "Angkanya sudah lama",
    "dosis2": "Dosis 2 tertinggal",
    "target": "Di bawah target",
    "periksa": "Perlu diperiksa",
}
# inputs
PROGRAM_KOSONG = "Tulis nama program vaksinasinya, misalnya COVID-19 atau Polio."
TANGGAL_DEPAN = "Tanggal ini belum tiba. Tulis hari angkanya dihitung."
SASARAN_KOSONG = "Isi sasaran: berapa orang di RT ini yang seharusnya divaksin."
LEBIH = "{isian} ({n}) tidak boleh lebih dari {atas} ({m})."
TURUN = "{isian} turun dari {dulu} ({hari}) menjadi {kini}."
SASARAN_BERUBAH = "{isian} berubah dari {dulu} ({hari}) menjadi {kini}."
LEBIH_DARI_NANTI = "{isian} tidak cocok dengan angka {hari} yang sudah tercatat."
TULIS_ALASAN = "Periksa lagi; bila benar, tulis alasannya."
SUDAH_ADA = "RT ini sudah punya angka pada {hari}. Ubah angka itu, atau pilih tanggal lain."
RT_TIDAK_ADA = "RT ini tidak ada di kelurahan itu. Pilih RT dari daftarnya."
TIDAK_ADA = "Catatan ini tidak ada lagi. Muat ulang daftarnya."
KISI_KOSONG = "Belum ada angka yang diisi. Isi paling sedikit satu RT."
PILIH_DULU = "Pilih dulu catatannya."
RT_ASING = "?"
URUNG_RT = "RT-nya sudah dihapus"
RT_HILANG = "RT-nya sudah dihapus."

# gaps
TANPA_RT = "Belum ada RT yang tercatat. Catat RT dulu di Data RT."
KATA_KOSONG = "Belum ada angka {program}."
KATA_BASI = "Angka terakhir {hari}, {n} hari lalu."
KATA_DOSIS2 = "{n} orang sudah dosis 1 lebih dari {jeda} hari, belum dosis 2."
KATA_TARGET = "Dosis 1 baru {bagian}; targetnya {target}."

LEBIH_DARI_SEMUA = "lebih dari 100 %"
TANPA_SASARAN = "belum ada sasaran"


def bagian(n: int, dari: int) -> str:
    """Return a share with its denominator: ``64 % · 40.550 dari 63.360``; no percent of none. More than all can only
    come from a sync and is asked about."""
    if not dari:
        return TANPA_SASARAN
    kata = LEBIH_DARI_SEMUA if n > dari else bagi_persen.kata(bagi_persen.dari(n, dari), n, dari)
    return f"{kata} · {titik(n)} dari {titik(dari)}"


def persen(permil: int) -> str:
    """Return thousandths as percent: ``70 %``, ``64,2 %``."""
    return rupiah.persen(permil * 10)
