"""What module usulan says on the Lembar rakor."""

from __future__ import annotations

from typing import NamedTuple


class Kata(NamedTuple):
    """The words of a section of proposals that depend on which of them it counts."""

    judul: str
    belum: str
    definisi: tuple[str, ...]
    dari: str


SELESAI = "Tidak ada usulan terbuka; {n} usulan sudah selesai."
TERBUKA = "usulan terbuka"
BIAYA = "perkiraan biaya"
BIAYA_RINCI = "jumlah usulan terbuka yang ada perkiraannya"
PER_KATEGORI = "Menurut kategori"
BAGIAN = "{persen} · {n} dari {dari}"
PER_STATUS = "Menurut status: {isi}."
STATUS = "{status} {n}"
JUTA, MILIAR = "Rp{n} juta", "Rp{n} miliar"
DEFINISI = (
    "Terbuka: belum terlaksana dan tidak ditolak, menurut status terakhir saat dicetak, dari semua tahun.",
    "Usulan yang digabung dihitung satu kali.",
)
SEMUA = Kata("Usulan yang masih terbuka", "Belum ada usulan.", DEFINISI, "dari {n} usulan seluruhnya")
"""Of all proposals, also drafts."""
