"""What Kominfo's pages say: what ails a computer of an office and what to do then, why permission was taken away."""

from __future__ import annotations

BELUM_SINKRON = "Belum pernah sinkron."
BELUM_SINKRON_LANGKAH = "Minta kantor membuka Sipokat di komputer itu saat ada internet."
DIAM = "Tidak terdengar {hari} hari."
DIAM_LANGKAH = (
    "Telepon kantornya: komputer mati, rusak, atau tanpa internet? Datanya terkirim sendiri begitu tersambung."
)
MENUNGGU = "{banyak} perubahan belum terkirim."
MENUNGGU_LANGKAH = "Minta kantor menekan Sinkron sekarang dan membiarkan program terbuka sampai selesai."
JAM = "Jamnya {selisih}."
JAM_LANGKAH = "Di Windows buka Pengaturan, Waktu & bahasa, lalu nyalakan Atur waktu otomatis; zona WIB."
DISK = "Sisa disk {ukuran}."
DISK_LANGKAH = "Hapus berkas besar yang tidak dipakai atau kosongkan Keranjang Sampah; sisakan paling sedikit 2 GB."
CADANGAN = "Cadangan terakhir sudah lama."
CADANGAN_LANGKAH = "Minta kantor membuat cadangan dari program, ke flashdisk yang terpasang."
VERSI = "Program versi {versi}, belum diperbarui."
VERSI_LANGKAH = "Kirim pemasang versi {baru} ke kantor; datanya tetap ada sesudah dipasang."
TANPA_KOMPUTER = "Belum ada komputer terdaftar."
TANPA_KOMPUTER_LANGKAH = "Buat undangan untuk kantor ini."
TANPA_NAMA = "Komputer belum bernama"

CADANGAN_KOTA_TUA = "Cadangan terakhir lebih dari satu hari. Jalankan di server: sipokat-pusat cadangan"
CADANGAN_KOTA_BELUM_DIUJI = (
    "Cadangan ini belum dicoba dipulihkan. Jalankan di server tanpa pilihan lain: sipokat-pusat cadangan"
)

ALASAN_TERPANJANG = 200
ALASAN_SALAH = "Tulis alasannya, 3 sampai 200 huruf. Belum ada yang diubah."
PILIH_KANTOR = "Pilih kantor"
BELUM_DIPILIH = "Pilih dulu kantor yang diundang. Belum ada undangan yang dibuat."
MENCABUT = "Mencabut izin komputer {pc}: {alasan}"
MENARIK = "Menarik undangan {kantor}: {alasan}"
MENGEMBALIKAN = "Membatalkan penarikan undangan {kantor}"
SUDAH_DITARIK = "Undangan itu sudah dipakai atau sudah ditarik."
TIDAK_DITARIK = "Undangan itu sudah dipakai atau tidak sedang ditarik."
DITARIK = "Undangan {kantor} ditarik; kodenya tidak berlaku. Penarikan dapat dibatalkan di bawah."
DIKEMBALIKAN = "Kode undangan {kantor} berlaku lagi."
