"""What the administrators read about updates of the office program."""

from __future__ import annotations

BELUM_SIAP = "Gudang pembaruan {folder} belum disiapkan. Jalankan dulu: sipokat-pusat pembaruan siapkan --kunci FOLDER"
SUDAH_SIAP = "Gudang pembaruan {folder} sudah ada. Tidak ada yang diubah."
KUNCI_ADA = "Folder {folder} sudah berisi kunci. Pilih folder kosong supaya kunci lama tidak tertimpa."
KUNCI_TIADA = "Kunci {nama} tidak ada di {folder}. Pasang flashdisk kunci, lalu ulangi. Tidak ada yang diubah."
KUNCI_SALAH = "Kunci {nama} tidak terbuka dengan kata sandi itu. Tidak ada yang diubah."
KUNCI_ASING = "Kunci di {folder} bukan kunci gudang ini. Tidak ada yang diubah."
SANDI_PENDEK = "Kata sandi kunci paling sedikit 15 huruf."
SANDI_TANYA = "Kata sandi kunci pembaruan: "
SANDI_TAK_TERBACA = "Berkas kata sandi {file} tidak dapat dibaca."
NAMA_SALAH = "Nama berkas pemasangan harus Sipokat-VERSI-pasang.exe, misalnya Sipokat-0.2.0-pasang.exe."
BERKAS_TIADA = "Berkas {file} tidak dapat dibaca."
SUDAH_ADA = "Versi {versi} sudah diterbitkan dengan isi lain. Terbitkan dengan nomor versi baru."
VERSI_TIADA = "Versi {versi} tidak ada di gudang. Lihat: sipokat-pusat pembaruan daftar"
TAK_TERTULIS = "Gudang pembaruan {folder} tidak dapat ditulisi."
TAK_TERTULIS_SARAN = "Periksa ruang disk dan hak folder itu; yang sudah terbit tidak berubah."
LAYANAN_TIADA = "Kunci layanan di {folder} tidak terbaca."
LAYANAN_SARAN = "Pulihkan folder itu dari cadangan, atau jalankan: sipokat-pusat pembaruan perpanjang"

DISIAPKAN = (
    "Gudang pembaruan siap di {folder}.\n"
    "Kunci akar dan kunci terbit ada di {kunci}: simpan di dua flashdisk, jauh dari server.\n"
    "Sebelum membuat berkas pemasangan: make windows AKAR={kunci}/akar.json"
)
DITAMBAH = "Versi {versi} diterbitkan. Kantor melihatnya sesudah sinkron berikutnya, paling lambat besok."
DICABUT = "Versi {versi} dicabut. Kantor yang belum memasangnya tidak akan memasangnya; terbaru sekarang: {terbaru}."
DIPERPANJANG = "Tanda tangan diperpanjang sampai {sampai}."
DIGANTI = "Kunci diganti; kantor mengikuti sendiri. Tanda tangan berlaku sampai {sampai}. Simpan {kunci} baik-baik."
DITULIS = (
    "Pembaruan tersimpan di {folder}. Di komputer kantor: Pengaturan, Perbarui dari flashdisk. Berlaku sampai {sampai}."
)
KOSONG = "Belum ada versi yang diterbitkan."
BARIS = "{versi}  {ukuran}  {berkas}{terbaru}"
TERBARU = "  (terbaru)"
TIADA = "tidak ada"
BERLAKU = "Tanda tangan berlaku sampai {sampai}."
