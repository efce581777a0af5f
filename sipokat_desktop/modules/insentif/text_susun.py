"""Words of the arithmetic, of what is laid down, and of drawing up a list."""

from __future__ import annotations

BULAN_PENUH = "{bulan}: {jumlah}"
BULAN_SAMA = "{bulan}: {banyak} × {jumlah} = {total}"
HARIAN = "{bulan}: {hari} dari {banyak} hari (tanggal {dari}–{sampai}) × {tarif} = {jumlah}"
KINERJA = "{bulan}: {ukuran} → {persen} × {dasar} = {jumlah} (aturan kinerja versi {versi})"
KINERJA_KOSONG = "{bulan}: {jumlah}, penuh karena belum ada angka kinerja (aturan kinerja versi {versi})"
SISA = "{bulan}: {jumlah}, sisa dari {tarif} yang sudah dibagi dengan ketua lain"
KHUSUS = "{bulan}: {jumlah} ditetapkan khusus ({alasan}; {oleh})"
UKURAN = {"laporan": "{n} laporan", "skor": "skor {n}"}
PPH = "PPh 21 {persen} × {bruto} = {pph}"
PPH_SEPARUH = "PPh 21 5 % × 50 % × {bruto} = {pph}"
PPH_GOLONGAN = "PPh 21 golongan {golongan}: {persen} × {bruto} = {pph}"
PPH_BUKAN_ASN = "PPh 21: bukan ASN, 0"
PPH_TAK_TAHU = "PPh 21: golongan ASN belum diketahui, dihitung 0"
GOLONGAN = ("", "I", "II", "III", "IV")

TARIF_BEDA = "{bulan}: di daftar {ada}, menurut ketetapan sekarang {kini}. Perbarui daftarnya"
TARIF_HILANG = "Tarif {bulan} tidak ditetapkan"
PPH_BEDA = "PPh 21 di daftar {ada}, menurut ketetapan sekarang {kini}. Perbarui daftarnya"
BUKAN_HAK = "{bulan} bukan lagi haknya menurut TMT dan SK. Perbarui daftarnya"
SUDAH_ADA = "{bulan} sudah ada di daftar lain yang dikunci atau sudah dibayar. Perbarui daftarnya"
BELUM_MASUK = "Belum masuk daftar mana pun: {bulan}"
BELUM_DITERIMA = "Belum diterima: {bulan} (daftar {nomor})"
BANK_KOSONG = "Nama bank belum diisi"
GOLONGAN_KOSONG = "Golongan ASN belum diisi: PPh 21 dihitung 0"
GOLONGAN_ASING = "Golongan “{golongan}” tidak dikenal: PPh 21 dihitung 0"
ANGKA_KOSONG = "Belum ada angka kinerja {bulan}: dihitung penuh"
NIK_GANDA_LAIN = "NIK ganda dengan RT {rt} Kelurahan {kelurahan}"
KETUA_DUA_RT = "Juga ketua RT {rt} pada {bulan}"
DITETAPKAN = "Ditetapkan khusus oleh {oleh}: {alasan}"
SISA_BULAN = "{bulan} sebagian sudah dibayar lewat daftar lain: sisanya {jumlah}"
HABIS_BULAN = "RT {rt} · {nama}: {bulan} tidak dihitung, seluruh tarifnya sudah di daftar lain"
SK_SEMUA_HABIS = "RT {rt} · {nama}: SK habis {tanggal}, jadi {bulan} tidak dihitung"
DILEWATI = "RT {rt} · {nama} dilewati dan tetap belum dibayar"

BAYAR_DI_BATAL = (
    "{bulan} untuk RT {rt} masih tercatat dibayar di daftar {nomor} yang sudah dibatalkan. "
    "Putuskan dulu di Perlu keputusan."
)
SK = "{nomor} tanggal {tanggal}"
DAFTAR_BARU = "yang baru"
LEWATI = {"awas": "baris yang ada temuannya", "salah": "baris yang salah"}
LEWATI_BANYAK = "{n} ketua RT"
LEWATI_SEMUA = "Tidak ada baris yang tersisa. Kurangi yang dilewati."
LEWATI_SALAH = "Yang dilewati ditulis dengan nomor urut, misalnya 3,7, atau kata temuan atau salah."
DARI_SAMPAI = "Isi --periode, atau --dari dan --sampai untuk rapel."
KHUSUS_BULAN = "{bulan} bukan bulan dari daftar {periode}. Susun rapel untuk bulan lain."
KHUSUS_TERISI = "{bulan} sudah ada di daftar lain yang dikunci atau sudah dibayar."
KHUSUS_MASA = "Masa jabatan itu tidak ada di kelurahan ini."
KHUSUS_OLEH = "Tulis siapa yang menetapkan, misalnya nama Lurah."
KHUSUS_RINCIAN = "Tulis bulan dan jumlahnya, misalnya 2026-01=550000."

KOMPONEN_GANDA = "Komponen “{nama}” sudah ada. Pakai nama lain, atau ubah yang sudah ada."
KOMPONEN_KOTA = "Komponen “{nama}” ditetapkan kota, jadi tidak diubah dari kantor."
KOMPONEN_TERTUTUP = "Tarif “{nama}” ditetapkan kota dan tidak dibuka untuk kantor. Minta kota membukanya."
KOMPONEN_DIPAKAI = "Komponen “{nama}” sudah dipakai di daftar {nomor}, jadi tidak dihapus."
KOMPONEN_HILANG = "Komponen itu tidak ada di komputer ini. Buka lagi halamannya."
PILIHAN_SALAH = "Pilih salah satu: {pilihan}."
PERSEN_NOL = "Isi persen pajaknya, misalnya 2,5, atau pilih Tidak dipotong."
SAMPAI_AWAL = "Bulan akhir harus sama dengan atau sesudah bulan mulai."
TARIF_SESUDAH = "Sudah ada tarif {jumlah} mulai {bulan}. Isi Sampai paling akhir {akhir}, atau ubah tarif itu."
TARIF_HILANG_ID = "Tarif itu tidak ada di kantor ini. Buka lagi halamannya."
TARIF_DITUTUP = "Tarif {jumlah} sebelumnya berlaku sampai {bulan}."
TARIF_KEMBALI = "Sesudah {bulan}, tarif {jumlah} berlaku lagi."
TARIF_MENGGANTI = "Tarif kantor ini menggantikan tarif kota {jumlah} untuk bulan yang sama."
TARIF_TERKUNCI = (
    "{n} daftar yang sudah dikunci tetap memakai tarif lama. Kekurangan atau kelebihannya dicatat sebagai koreksi."
)
CABUT_TIADA = "Tidak ada tarif {komponen} yang mulai {mulai}. Lihat lagi daftarnya."
CABUT_BERLAKU = (
    "Ketetapan mulai {mulai} sudah berlaku, jadi tidak dapat dicabut. Tetapkan yang baru untuk bulan-bulan berikutnya."
)
CABUT_TERKUNCI = (
    "{n} daftar yang dikunci sudah memakai ketetapan mulai {mulai}, jadi tidak dapat dicabut. Tetapkan yang baru untuk "
    "bulan-bulan sesudahnya."
)
CABUT_ATURAN_TIADA = "Tidak ada aturan kinerja {komponen} versi {versi}. Lihat lagi daftarnya."
CABUT_ATURAN_SELESAI = "Aturan kinerja {komponen} versi {versi} mulai {mulai} dicabut."
CABUT_ATURAN_TETAP = "Aturan versi {versi} tetap berlaku ({pita})."
CABUT_ATURAN_KOSONG = "Tidak ada aturan kinerja pada bulan itu: semua dibayar penuh."
CABUT_SELESAI = "Tarif {komponen} {jumlah} mulai {mulai} dicabut."
CABUT_TETAP = "Tarif {jumlah} tetap berlaku."
CABUT_KOSONG = "Mulai {mulai} belum ada tarif."
TARIF_SELESAI = "Tarif {komponen} {jumlah} {per} mulai {mulai}{sampai}."
PER_BULAN = "per bulan"
TAHUN_SALAH = "Tahun anggaran ditulis dengan empat angka, misalnya 2026."
DANA_KOSONG = "Isi paling sedikit satu data pendanaan."
UKURAN_SALAH = "Pilih ukurannya: laporan atau skor."
PITA_SALAH = "Tulis batas dan persennya dari nol ke atas, misalnya 0=50 3=100."
PITA_NOL = "Langkah pertama dimulai dari 0, misalnya 0=50 3=100."
PITA_URUT = "Batas harus naik, dan persennya tidak boleh turun, misalnya 0=50 3=100."
PITA_PERSEN = "Persen ditulis dari 0 sampai 100, misalnya 50 atau 62,5."
ATURAN_SESUDAH = (
    "Sudah ada aturan versi {versi} mulai {bulan}. Isi Sampai paling akhir {akhir}, atau akhiri aturan itu."
)
ATURAN_TIDAK_ADA = "Tidak ada aturan kinerja yang berlaku pada {bulan}."
ATURAN_KOTA = "Aturan kinerja “{nama}” ditetapkan kota, jadi tidak diubah dari kantor."
ANGKA_SALAH = "Tulis angka bulat dari 0, misalnya 3."
ANGKA_TIDAK_ADA = "Belum ada angka yang diisi."
MASA_HILANG = "Masa jabatan itu tidak ada di kelurahan ini."
RT_HILANG = "RT {rt} tidak mempunyai ketua pada {bulan}."
RT_DUA = "RT {rt} mempunyai dua ketua pada {bulan}. Tulis juga namanya dengan --nama."
SETELAN_KOSONG = "Nama setelan belum diisi."
BULAN_MULAI = "Bulan mulai ditulis seperti 2026-01."

DISUSUN = "{nomor}  {periode}  {komponen}  {n} penerima  {total}  {keadaan}  dibayar {dibayar}"
KOMPONEN_BARIS = "{nama} ({milik})  {tarif} per bulan  {pajak}  {hari}{aturan}"
ATURAN_BARIS = "  aturan kinerja versi {versi} ({pita})"
ATURAN_LENGKAP = "{nama} versi {versi} mulai {mulai}{sampai}: {ukuran} — {pita}"
ATURAN_KOSONG = "{nama}: tanpa aturan kinerja, semua dibayar penuh."
ATURAN_SELESAI = "Aturan kinerja {komponen} versi {versi} mulai {mulai}."
VERSI_SALAH = "Nomor versi ditulis dengan angka mulai dari 1."
ANGKA_BARIS = "{bulan}: {n} ketua RT sudah ada angka kinerjanya ({baru} baru atau berubah)."
DANA_SELESAI = "Data pendanaan {komponen} tahun {tahun} ditetapkan."
PAGU = "Pagu"
SAMPAI_BULAN = " sampai {bulan}"
TANPA_TARIF = "tarif belum ada"
MILIK = {"kota": "kota", "kantor": "kantor ini"}
HARI_ACUAN = {1: "yang menjabat tanggal 1", 15: "yang menjabat tanggal 15", 0: "dibagi menurut hari"}

GANTI_DIBAGI = "{judul} dibagi menurut hari menjabat: {bagian}."
GANTI_HARI = "{nama} {hari} hari{uang}"
GANTI_HARI_KOSONG = "{judul} tidak dibayar: tidak ada yang menjabat menurut SK pada bulan itu."

TINDAKAN = {
    "insentif.komponen": "Simpan komponen",
    "insentif.komponen_hapus": "Hapus komponen",
    "insentif.tarif_hapus": "Hapus tarif",
    "insentif.anggaran": "Simpan data pendanaan",
    "insentif.aturan": "Tetapkan aturan kinerja",
    "insentif.aturan_akhir": "Akhiri aturan kinerja",
    "insentif.kinerja": "Catat angka kinerja",
    "insentif.setelan": "Ubah setelan insentif",
    "insentif.khusus": "Tetapkan khusus",
}
"""What people call the acts of this part; merged into text.TINDAKAN."""
