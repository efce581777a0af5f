"""What module usulan says on the Lembar rakor."""

from __future__ import annotations

JUDUL = "Usulan yang masih terbuka"
BELUM = "Belum ada usulan."
SELESAI = "Tidak ada usulan terbuka; {n} usulan sudah selesai."
TERBUKA = "usulan terbuka"
DARI = "dari {n} usulan seluruhnya"
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
