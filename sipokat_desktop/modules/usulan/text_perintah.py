"""What module usulan says on the command line, in its lists and its sheets."""

from __future__ import annotations

KEMBAR_KATEGORI = "sama-sama {kategori}"
KEMBAR_TEMPAT = "tempatnya sama: {lokasi}"
KEMBAR_KATA = "kata-katanya mirip"

KOSONG = "Belum ada usulan tahun {tahun}."
SEMUA = "{n} usulan · {terbuka} terbuka · perkiraan biaya {biaya}{tanpa}"
TANPA_BIAYA = " ({n} usulan tanpa perkiraan biaya)"
DICATAT = "Usulan dicatat: {judul}."
DIUBAH = "Usulan diubah: {judul}."
STATUS_DICATAT = "{n} usulan kini {status}."
STATUS_SUDAH = "Sudah tercatat sebelumnya: {nama}."
PERIKSA = "Periksa: {kalimat}"
DIGABUNG = "Digabung: {judul}, dari {rt}."
DIPISAH = "Dipisahkan: {n} usulan berdiri sendiri lagi."
DIURUTKAN = "Prioritas usulan tahun {tahun} diurutkan ulang."
LAGI = "{n} usulan tahun {dari} diusulkan lagi untuk tahun {ke}."
TIDAK_KETEMU = "Tidak ada usulan {nomor} pada daftar tahun {tahun}. Nomornya ada pada perintah usulan daftar."
RT_TANPA_USULAN = "RT ini tidak punya usulan tahun {tahun}."
TERSIMPAN = "Tersimpan di {berkas}."
N_BARIS = "{n} usulan ditulis ke {berkas}."

LEMBAR = "Usulan"
JUDUL = ("DAFTAR USULAN MUSRENBANG", "{tempat} · TAHUN {tahun}")
KEADAAN_TANGGAL = "Keadaan {tanggal}"
DIHAPUS = "Usulan dihapus: {judul}."
SEBUT_USULAN = "Sebut nomor usulannya, atau RT-nya dengan --rt."
KEMBAR = "{a} {judul}  dan  {b} {lain}: {sebab}"
TANPA_KEMBAR = "Tidak ada usulan yang tampaknya sama."
