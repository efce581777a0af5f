"""Sentences about updates of the program; each says what happened, that nothing is lost, and what to do."""

from __future__ import annotations

TETAP = "Sipokat yang sekarang tetap dipakai; data aman."
MASA_LEWAT = f"Kabar pembaruan sudah lewat masanya. {TETAP}"
MASA_LEWAT_SARAN = "Bila terulang besok, hubungi Kominfo; flashdisk pembaruan perlu ditulis ulang."
JAM = (
    f"Jam komputer ini ({{sini}}) tidak sama dengan jam kota ({{kota}}), jadi pembaruan belum dapat diperiksa. {TETAP}"
)
JAM_AWAL = f"Jam komputer ini ({{sini}}) lebih awal daripada Sipokat sendiri. {TETAP}"
JAM_SARAN = "Betulkan tanggal dan jam Windows, lalu coba lagi."
LEBIH_LAMA = f"Pembaruan itu lebih lama daripada yang pernah dilihat komputer ini, jadi tidak dipakai. {TETAP}"
LEBIH_LAMA_SARAN = "Bila dari flashdisk: minta yang terbaru. Bila dari server kota: hubungi Kominfo."
TANDA = f"Tanda tangan pembaruan itu bukan dari Kominfo, jadi tidak dipakai. {TETAP}"
TANDA_SARAN = "Jangan pasang dengan cara lain; hubungi Kominfo."
RUSAK = f"Berkas pembaruan tidak sama dengan yang ditandatangani, jadi tidak dipakai. {TETAP}"
RUSAK_SARAN = "Akan diambil lagi; bila dari flashdisk, tulis ulang flashdisknya."
PENUH = f"Ruang disk tidak cukup untuk pembaruan: perlu {{perlu}} MB, tersisa {{sisa}} MB. {TETAP}"
PENUH_SARAN = "Kosongkan ruang disk, lalu coba lagi."
TAK_TERTULIS = f"Pembaruan tidak dapat disimpan di komputer ini. {TETAP}"
TAK_TERBACA = f"Isi flashdisk tidak terbaca. {TETAP}"
TAK_TERBACA_SARAN = "Pasang flashdisk dengan benar, lalu coba lagi."
BUKAN = f"Di {{nama}} tidak ada pembaruan Sipokat. {TETAP}"
BUKAN_SARAN = "Pilih folder sipokat-pembaruan di flashdisk itu."
TIADA = f"Belum ada pembaruan yang lengkap di sana. {TETAP}"
TIADA_SARAN = "Coba lagi besok."
