"""Words of *Audit*."""

JUDUL = "Audit"
PERIODE = "Periode"
BUAT = "Buat paket audit…"
PERIKSA = "Periksa paket…"
MENCARI = "Mencari temuan merah"
SEMUA = "Semua"
KOLOM = ("Berat", "Apa", "RT", "Nama", "Jumlah", "Penjelasan")
BERAT = {"berat": "Berat", "sedang": "Sedang", "ringan": "Ringan"}
KOSONG = "Tidak ada temuan merah"
KOSONG_ISI = "Yang dibayar pada periode ini, bila ada, cocok dengan SK, masa jabatan, tarif, dan tanda terimanya."
RINGKAS = "{n} temuan merah pada {periode}: {rinci}. Perbaiki, atau siapkan penjelasannya sebelum diperiksa."
RINGKAS_BERAT = "{n} {berat}"
TANPA = "Tidak ada temuan merah pada {periode}."
PANEL = "Pilih satu temuan"
PANEL_ISI = "Penjelasan dan tempat memperbaikinya tampil di sini."
BUKA = {"insentif": "Buka daftarnya", "rt": "Buka di Data RT"}
DAFTAR = "Daftar {nomor}."
BULAN = "Bulan {bulan}."

SIMPAN_PILIH = "Simpan paket audit sebagai"
JENIS = "Paket audit (*.zip)"
MEMBUAT = "Menyusun paket audit"
JADI = "Paket audit selesai"
JADI_ISI = (
    "Berkas ini dapat dibuka tanpa Sipokat: PDF, tabel CSV, dan petunjuk memeriksanya ada di dalamnya. "
    "Tulis sidik paket di bawah ini ke berita acara; dengan itu siapa pun tahu paketnya tidak diubah."
)
BERKAS = "Berkas: {berkas}"
SIDIK = "Sidik paket"
SALIN = "Salin sidik paket"
TERSALIN = "Sidik paket disalin."
TUTUP = "Tutup"
BUKA_PILIH = "Pilih paket audit yang diperiksa"
MEMERIKSA = "Memeriksa paket audit"
HASIL = "Hasil pemeriksaan paket"
SIDIK_BA = "Sidik paket dari berita acara (bila ada)"
SIDIK_CONTOH = "64 angka dan huruf"
PERIKSA_LAGI = "Bandingkan sidik paket"
BANTUAN = (
    "Pilih periode di atas. Enter membuka tempat temuannya, Ctrl+B membuat paket audit, "
    "Alt+P memeriksa paket, Esc kembali."
)
