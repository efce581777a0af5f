"""Words of the red flags and of the simulation."""

JENIS = {
    "bayar_dua": "Dibayar dua kali",
    "bayar_batal": "Dibayar di daftar yang dibatalkan",
    "tanpa_hadir": "Dibayar tanpa kehadiran",
    "nik_ganda": "Bantuan ganda menurut NIK",
    "kosong": "RT kosong tetap dibayar",
    "mantan": "Dibayar di luar masa jabatan",
    "sebelum_sk": "Dibayar sebelum SK",
    "atas_tarif": "Di atas tarif",
    "kurang_hadir": "Kurang dari kehadirannya",
    "kinerja_beda": "Laporan kinerja berubah",
    "jumlah_beda": "Jumlah tidak cocok",
    "tanpa_sts": "Pengembalian tanpa STS",
    "khusus": "Dibayar dengan jumlah khusus",
    "tetap_dikunci": "Dikunci walau ada temuan",
    "lama_belum": "Lama belum dibayar",
}
"""The red flags an auditor looks for (DOMAIN §3), the gravest kinds first."""

BAYAR_DUA = "{rt} {nama}: {bulan} {komponen} dibayar {n} kali, kelebihan {jumlah}."
BAYAR_ACARA = "{rt} {nama}: {komponen} dibayar {n} kali untuk kegiatan yang sama, kelebihan {jumlah}."
TANPA_HADIR = "{nama} ({rt}) menerima {komponen} {jumlah}, tetapi tidak tercatat hadir."
TANPA_ACARA = (
    "{nama} ({rt}) menerima {komponen} {jumlah}, tetapi kegiatannya dibatalkan, dihapus, "
    "atau tidak ada di komputer ini."
)
KURANG_HADIR = "{nama} ({rt}): {komponen} {jumlah} di daftar, padahal hadir {kali} sesi. Kurang {kurang}."
ATAS_HADIR = "{nama} ({rt}): {komponen} {jumlah}, padahal menurut kehadiran {boleh}."
BAYAR_BATAL = "{nama} ({rt}): {bulan} {komponen} {jumlah} dicatat dibayar di daftar {nomor} yang sudah dibatalkan."
NIK_GANDA = "{nama} menerima {komponen} {bulan} di {rt} dan {lain}."
KOSONG = "{rt} tidak dijabat siapa pun pada {bulan}, tetapi {jumlah} dibayar kepada {nama}."
MANTAN = "{nama} ({rt}) dibayar untuk {bulan}, padahal masa jabatannya berakhir {hari}."
MANTAN_SK = "{nama} ({rt}) dibayar untuk {bulan}, padahal SK-nya habis {hari}."
BELUM_MULAI = "{nama} ({rt}) dibayar untuk {bulan}, padahal TMT-nya {hari}."
TANPA_MASA = "{rt} dibayar untuk {bulan}, tetapi masa jabatan penerimanya tidak ada di Data RT."
DIBAYAR_SEBELUM_SK = "{nama} ({rt}) dibayar {hari}, sebelum SK-nya ditetapkan {sk}."
BULAN_SEBELUM_SK = "{nama} ({rt}) dibayar untuk {bulan}, padahal SK-nya baru tertanggal {sk}."
SK_TAK_ADA = "{nama} ({rt}) dibayar untuk {bulan}, tetapi tanggal SK belum dicatat."
ATAS_TARIF = "{nama} ({rt}): {bulan} {komponen} {jumlah}, di atas tarif {tarif}."
TANPA_TARIF = "{nama} ({rt}): {bulan} {komponen} dibayar, tetapi tarif bulan itu belum ditetapkan."
BRUTO_BEDA = "Daftar {nomor} nomor {no}, {rt}: rincian bulan berjumlah {satu}, bruto tertulis {dua}."
BERSIH_BEDA = "Daftar {nomor} nomor {no}, {rt}: bruto dikurangi pajak {satu}, diterima tertulis {dua}."
LEBIH_BAYAR = "Daftar {nomor} nomor {no}, {rt}: dicatat dibayar {satu}, haknya {dua}."
TANPA_STS = "{nama} ({rt}): {bulan} dikembalikan {jumlah} tanpa nomor STS."
KHUSUS = "{nama} ({rt}): {bulan} ditetapkan sendiri. Alasan: {alasan}"
SALDO_KHUSUS = "Daftar {nomor} adalah saldo awal dari lembar lama: {n} baris, {jumlah}."
TETAP_DIKUNCI = "Daftar {nomor} dikunci {oleh} walau ada temuan. Alasan: {alasan}"
LAMA_BELUM = "{nama} ({rt}): {bulan} {komponen} belum diterima lebih dari {n} bulan."
LAMA_DITUNDA = "{nama} ({rt}): {bulan} {komponen} ditunda lebih dari {n} bulan. Alasan: {alasan}"
TAK_TERDAFTAR = "{nama} ({rt}): {bulan} {komponen} belum masuk daftar mana pun lebih dari {n} bulan."
TANPA_ALASAN = "tidak ditulis."
TANPA_NAMA = "penerima"

BERAT = {"berat": "Berat", "sedang": "Sedang", "ringan": "Ringan"}
BATAS_SALAH = "Batas ditulis dalam bulan, dari 0 sampai {n}, misalnya --batas 3."
TAK_ADA = "Tidak ada temuan merah."
RINGKAS = "{n} temuan: {berat} berat, {sedang} sedang, {ringan} ringan"
SIDIK_PAKET = "Sidik paket (tulis di berita acara): {sidik}"
