"""Words of module insentif, shared by screen, command line and paper."""

KEADAAN = {"draf": "Draf", "dikunci": "Dikunci Lurah", "batal": "Batal"}
SKEMA = {
    "tidak": "Tidak dipotong",
    "bruto": "5 % × bruto",
    "separuh": "5 % × 50 % × bruto",
    "persen": "Persen sendiri",
    "golongan": "Menurut golongan ASN",
}
"""Tax schemes of a component (PPh 21, DOMAIN §3); ``persen`` takes the component's own percentage."""
UKURAN_KINERJA = {"laporan": "Laporan kinerja terverifikasi", "skor": "Skor"}

KOMPONEN_BELUM = (
    "Belum ada komponen insentif. Sinkronkan untuk mengambil ketetapan kota, "
    "atau tetapkan komponen dan tarif di kantor ini."
)
KOMPONEN_PILIH = "Ada beberapa komponen: {nama}. Pilih salah satu."
KOMPONEN_TIDAK_ADA = "Komponen “{nama}” tidak ada. Yang ada: {ada}."
TARIF_BELUM = (
    "Tarif {komponen} untuk {bulan} belum ditetapkan. Minta kota menetapkannya atau catat SK-nya di kantor ini."
)
SUDAH_SEMUA = "Semua bulan pada {periode} sudah ada di daftar {nomor}. Buka daftar itu."
TAK_ADA_PENERIMA = "Tidak ada masa jabatan yang berhak pada {periode}. Periksa TMT dan SK di Data RT."
DAFTAR_TIDAK_ADA = "Daftar nomor {nomor} tidak ada di komputer ini."
BUKAN_DRAF = "Daftar {nomor} sudah dikunci. Perbaikan dicatat sebagai koreksi, bukan dengan mengubah daftar."
BELUM_DIKUNCI = "Daftar {nomor} belum dikunci Lurah. Kunci dulu, baru catat pembayaran."
ADA_SALAH = "Belum dapat dikunci: {hal}. Perbaiki, atau kunci dengan alasan Lurah."
NO_TIDAK_ADA = "Nomor urut {no} tidak ada di daftar {nomor}."
SUDAH_DIBAYAR = "Insentif {bulan} untuk RT {rt} sudah dibayar {tanggal} (daftar {nomor})."
TAK_ADA_SISA = "Semua baris yang dipilih pada daftar {nomor} sudah dicatat diterima."
MENUNGGU = "Belum dibayar: {hal}. Sesudah itu catat pembayarannya."
MENUNGGU_BARIS = "nomor {no}, RT {rt} {nama}: {isian} berbeda di dua komputer, putuskan dulu di Perlu keputusan"
MENUNGGU_KOREKSI = "koreksi {bulan}"
PILIH_CATATAN = "RT {rt} tercatat dibayar dua kali. Buka Perlu keputusan dan pilih catatan yang dibatalkan."
BELUM_DIBAYAR = "Baris ini belum dicatat diterima, jadi tidak ada yang dibatalkan."
BENTROK = "{bulan} sudah ada di daftar lain yang dikunci atau sudah dibayar. Susun ulang daftar ini, lalu kunci."
JUMLAH_TARIF = "Tarif harus lebih dari nol."
NAMA_KOMPONEN = "Nama komponen belum diisi."
PERSEN_SALAH = "Potongan pajak ditulis dalam persen dari 0 sampai 100, misalnya 5 atau 2,5."

SIAP = "Siap"
NIK_GANDA = "NIK ganda dengan RT {rt}"
SK_KOSONG = "SK belum diisi"
SK_TERLAMBAT = "SK tertanggal {tanggal}, setelah bulan yang dibayar"
SK_HABIS = "SK habis {tanggal}: {bulan} tidak dihitung"
MULAI = "mulai {tanggal}"
SAMPAI = "sampai {tanggal}"
RANGKAP = "Rangkap jabatan: {jabatan}"
REKENING_KOSONG = "Rekening belum diisi"
TANPA_TMT = "RT {rt} · {nama}: TMT belum diisi, jadi tidak dihitung"
RT_KOSONG = "RT {rt} kosong pada {bulan}, jadi tidak dibayar"
BULAN_GANDA = "{bulan} juga dihitung untuk {nama}"

JUDUL_CETAK = "DAFTAR TANDA TERIMA INSENTIF KETUA RT"
KEPALA = ("Sumber Dana / SKPD", "Program", "Kegiatan / Sub Kegiatan", "Kode Rekening", "Dasar Pembayaran")

ALASAN = "Alasan"
KEMBALI = "Uang dikembalikan"
KEMBALI_ISI = "Uangnya keluar dua kali dan satu sudah kembali ke kantor. Catatan ini dibatalkan pada tanggal itu."
KEMBALI_TANGGAL = "Tanggal uang kembali"
KEMBALI_NANTI = "Tanggal itu belum tiba. Tulis hari uangnya benar-benar kembali."
ALASAN_KEMBALI = "Dikembalikan tunai kepada bendahara"
HITUNG = "Perhitungkan ke bulan lain"
HITUNG_ISI = "Uangnya keluar dua kali; yang ini dipakai untuk bulan lain yang belum dibayar. Jumlah uang keluar tetap."
HITUNG_BULAN = "Bulan yang dibayar dengan uang ini"
BULAN_TERISI = "{bulan} tidak dapat dipakai: sudah dibayar, atau bukan hak ketua RT ini. Pilih bulan lain."
DIPERHITUNGKAN_KE = "Diperhitungkan ke {bulan}"
DIPERHITUNGKAN_DARI = "Diperhitungkan dari {bulan} yang dibayar dua kali"
SALAH = "Salah catat"
SALAH_ISI = "Uangnya hanya keluar sekali; catatan ini keliru."
ALASAN_SALAH = "Tercatat di dua komputer, uang keluar sekali"

TINDAKAN = {
    "insentif.saldo_awal": "Masukkan saldo awal",
    "insentif.saldo_awal.batal": "Batalkan saldo awal",
    "insentif.tarif": "Ubah tarif",
    "insentif.susun": "Susun daftar",
    "insentif.kunci": "Kunci daftar",
    "insentif.terima": "Catat penerimaan",
    "insentif.batal_terima": "Batalkan catatan penerimaan",
    "insentif.cetak": "Cetak daftar",
}
"""What people call the acts of this module."""

GANTI_UNTUK = "{judul} untuk {nama}, yang menjabat pada tanggal {hari}."
GANTI_TIDAK_ADA = "{judul} tidak dibayar: tidak ada yang menjabat menurut SK pada tanggal {hari}."
GANTI_SUDAH_DIBAYAR = "Bulan itu sudah dibayar dan tidak dihitung lagi."
ENTRI_TANPA_TANGGAL = "tanpa tanggal"
ENTRI_DAFTAR = "daftar {nomor}"
ENTRI_UNTUK, ENTRI_RW = "untuk {nama}{rw}", ", RW {rw}"
ENTRI_KUASA = "diterima {nama} dengan surat kuasa {surat}"
