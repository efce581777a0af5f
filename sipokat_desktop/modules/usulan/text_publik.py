"""What is said of the proposals to everybody."""

from __future__ import annotations

from .text_rakor import Kata

DIAJUKAN = "Yang dihitung: usulan yang sudah diajukan, yaitu diverifikasi lurah atau lebih lanjut. Draf tidak dihitung."
BAGIAN = Kata(
    "Usulan warga yang masih terbuka",
    "Belum ada usulan yang diajukan.",
    (
        DIAJUKAN,
        "Terbuka: belum terlaksana dan tidak ditolak, menurut status terakhirnya, dari semua tahun.",
        "Usulan yang digabung dihitung satu kali.",
    ),
    "dari {n} usulan yang diajukan",
)
STATUS_JUDUL = "Usulan warga per kelurahan dan status"
STATUS_KETERANGAN = (
    "Usulan untuk tahun itu yang sudah diajukan (diverifikasi lurah atau lebih lanjut), menurut statusnya sekarang. "
    "Draf tidak dihitung; usulan yang digabung dihitung satu."
)
STATUS_ARTI = "Jumlah usulan untuk tahun itu yang statusnya sekarang: {status}."
KATEGORI_JUDUL = "Usulan yang masih terbuka per kategori"
KATEGORI_KETERANGAN = (
    "Usulan segala tahun yang sudah diajukan dan belum terlaksana, ditolak, atau diusulkan lagi. Draf tidak dihitung."
)
KATEGORI_ARTI = "Macam pekerjaan yang diusulkan."
TERBUKA_ARTI = "Jumlah usulan yang sudah diajukan dan masih menunggu pelaksanaan, termasuk yang ditunda."
