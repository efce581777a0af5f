"""What the commands of module seragam say."""

from __future__ import annotations

PENGADAAN_DISIMPAN = "Pengadaan {nama} tahun {tahun} disimpan."
ISI_DISIMPAN = "Isinya: {isi}. Jumlah {jumlah}."
TETAP = "Isinya sudah seperti itu; tidak ada yang diubah."
MILIK_KANTOR = "Pengadaan itu milik {kantor}. Isinya dicatat di sana."
RINGKAS = (
    "{nama}: {dibeli} {satuan} dibeli, {diserahkan} diserahkan, {ada} di kecamatan dan kelurahan. "
    "{sudah} RT sudah menerima, {belum} belum; {tanpa_ukuran} ukurannya belum lengkap."
)
KURANG = "Kurang dibeli: {isi}."
BELUM_KELUAR = "Belum keluar dari pengadaan"
STOK_KOSONG = "Tidak ada barang di sini."
DISERAHKAN = "{n} RT dicatat menerima."
UKURAN_DISIMPAN = "{diubah} ukuran disimpan, {sama} sudah sama."
KIRIM_DISIMPAN = "Surat jalan {nomor}: {isi} dari {dari} ke {ke}."
TUKAR_DISIMPAN = "RT {rt} menukar ke {barang}."
GANTI_DISIMPAN = "RT {rt} menerima pengganti {barang}."
SESUAI_DISIMPAN = "Stok {tempat} disesuaikan {jumlah} {barang}."
BATAL_DISIMPAN = "Catatan dibatalkan: {hal}."
XLSX = "Tersimpan di {berkas} ({n} baris)."
BELUM_ADA = "Semua ketua RT sudah menerima."
IMPOR_BELUM = (
    "{baik} baris baik, {salah} bermasalah. Belum ada yang disimpan. {rincian} "
    "Perbaiki, atau ulangi dengan --lewati-bermasalah."
)
IMPOR_SELESAI = "{dibaca} baris dibaca: {diubah} ukuran disimpan, {sama} sudah sama, {dilewati} dilewati."
PENGADAAN_KOSONG = "Belum ada pengadaan. Catat: sipokat seragam pengadaan --nama NAMA --tahun 2026 --barang BARANG"
RT_ATAU_SEMUA = "Sebutkan nomor RT-nya, atau --semua."
SATU_RT = "Kuasa dan ukuran lain dicatat untuk satu RT setiap kali."
