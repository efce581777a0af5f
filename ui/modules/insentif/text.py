"""Words of the page Insentif."""

JUDUL = "Insentif"
KARTU = "Insentif {periode}"
KARTU_RT = "Kartu insentif"
KARTU_BELUM = "daftar belum disusun"
KARTU_DRAF = "belum dikunci"
KARTU_BAYAR = "dibayar {uang}"
TUGAS_SUSUN = "Susun daftar insentif {periode}"
TUGAS_KUNCI = "Kunci daftar {periode}"
TUGAS_BAYAR = "{periode}: {sisa} belum diterima ketua RT"

SUSUN = "Susun daftar"
SUSUN_JUDUL = "Susun daftar insentif"
SUSUN_PERIODE = "Periode"
SUSUN_KOMPONEN = "Komponen"
SUSUN_BANTUAN = "Setiap masa jabatan dihitung bulan demi bulan, juga ketua yang sudah diganti."
DISUSUN = "Daftar {nomor} disusun. Periksa, lalu kunci."
DIPERBARUI = "Daftar {nomor} disesuaikan dengan Data RT."
MENYUSUN = "Menyusun daftar"
TARIF = "Tarif kantor…"
TARIF_JUDUL = "Tarif yang ditetapkan kantor ini"
TARIF_NAMA = "Nama komponen"
TARIF_JUMLAH = "Jumlah per bulan"
TARIF_MULAI = "Berlaku mulai bulan"
TARIF_DASAR = "Dasar (nomor SK atau Perwal)"
TARIF_DISIMPAN = "Tarif disimpan."

SEMUA_KOLOM = ("Periode", "Komponen", "Nomor", "Penerima", "Jumlah", "Sudah diterima", "Keadaan")
SEMUA_PETUNJUK = "↑ ↓ pindah · Enter buka"
SEMUA_KOSONG = "Belum ada daftar insentif"
SEMUA_KOSONG_ISI = "Susun daftar satu triwulan dari masa jabatan di Data RT. Tarif diambil dari ketetapan kota."
LUNAS = "Semua sudah menerima"
SEBAGIAN = "Belum semua menerima"
BELUM_BAYAR = "Dikunci, belum dibayar"
BELUM_KUNCI = "Belum dikunci"

KEMBALI = "Semua daftar"
DETAIL_JUDUL = "{periode} · {komponen}"
PERBARUI = "Sesuaikan"
PRATINJAU = "Pratinjau"
PRATINJAU_CETAK = "Pratinjau dan cetak"
KUNCI = "Kunci daftar"
TERIMA = "Catat diterima"
KOLOM = ("No", "RT", "Nama", "Bulan", "Bruto", "PPh 21", "Diterima", "Keadaan")
CARI = "Cari RT atau nama"
PETUNJUK_TERIMA = "Spasi memberi atau melepas tanda. Yang bertanda dicatat diterima."
HAL_DILIHAT = "{n} hal perlu dilihat sebelum dikunci"
TANPA_HAL = "Tidak ada masalah. Daftar siap dikunci."
SISA_TERIMA = "{n} orang belum menerima. Lepas tanda pada yang belum, lalu tekan Catat diterima."
SEMUA_TERIMA = "Semua penerima sudah menerima dan tanda tangannya dicatat."
JUMLAH = "{rt} RT · {penerima} penerima"
JUMLAH_DITERIMA = "Jumlah diterima"
DITERIMA_PADA = "Diterima {tanggal}"
SEBAGIAN_DITERIMA = "Diterima sebagian, sisa {sisa}"
MENUNGGU = "Menunggu keputusan"
MENUNGGU_ISI = "Pembayarannya menunggu: {hal}. Putuskan dulu isian yang benar, lalu catat diterima."
SISA_MENUNGGU = " {n} baris menunggu keputusan."
TERCATAT_LEBIH = "Tercatat lebih dari sekali"
LEBIH_ISI = "Uangnya tercatat keluar {dibayar}, seharusnya {diterima}. Batalkan catatan yang tidak terjadi."
BUKA_KEPUTUSAN = "Buka Perlu keputusan"
BELUM_DITERIMA = "Belum diterima"
BULAN = "{n} bulan"

PANEL = "Pilih satu baris"
PANEL_ISI = "Rincian bulan dan pemeriksaannya muncul di sini."
PANEL_LAIN = "Di luar daftar ini"
RINCI = "{bulan}: {jumlah}"
PAJAK = "Bruto {bruto}, PPh 21 {pph}."
BUKA_RT = "Buka di Data RT"
BATAL_TERIMA = "Batalkan catatan terima…"
BATAL_JUDUL = "Batalkan catatan terima · {nama}"
BATAL_ALASAN = "Alasan"
BATAL_CONTOH = "Salah catat: uang belum diambil"
BATAL_UTAMA = "Batalkan catatan"
BATAL_SELESAI = "Catatan terima {nama} dibatalkan dengan alasan. Jejaknya tetap tersimpan."
ARTI = {
    "NIK ganda": (
        "Satu orang hanya boleh menerima satu insentif. Perbaiki NIK di Data RT, atau kunci dengan alasan Lurah."
    ),
    "SK habis": "Bulan di luar SK hanya dapat dibayar bila SK perpanjangan dicatat di Data RT.",
    "SK belum": "Pemeriksa akan menanyakan SK pengangkatan. Catat nomornya di Data RT.",
    "SK tertanggal": "Pembayaran mulai bulan sebelum SK terbit sering menjadi temuan. Pastikan dasar TMT-nya.",
    "Rangkap": "Ketua RT tidak boleh merangkap jabatan lembaga kemasyarakatan lain.",
    "Rekening": "Komponen ini dibayar lewat transfer. Isi rekeningnya di Data RT.",
}

KUNCI_JUDUL = "Kunci daftar {nomor}"
KUNCI_ISI = (
    "Setelah dikunci, daftar tidak dapat diubah; perbaikan dicatat sebagai koreksi. "
    "{penerima} penerima, jumlah {jumlah}."
)
KUNCI_LURAH = "Disetujui Lurah"
KUNCI_CONTOH = "Nama Lurah"
KUNCI_ALASAN = "Alasan Lurah bila tetap dikunci"
KUNCI_SALAH = "Pemeriksaan menemukan: {hal}. Perbaiki dulu di Data RT, atau tulis alasan Lurah."
KUNCI_UTAMA = "Kunci daftar"
DIKUNCI = "Daftar {nomor} dikunci. Cetak untuk ditandatangani."
DICATAT = "{n} penerima dicatat sudah menerima."
TANPA_TANDA = "Belum ada yang diberi tanda."

CETAK_JUDUL = "Daftar tanda terima {nomor}"
MENYIAPKAN = "Menyiapkan lembar cetak"
BANTUAN = (
    "Enter membuka daftar, Esc kembali. Ctrl+L mengunci, Ctrl+P pratinjau dan cetak, Ctrl+T mencatat diterima. "
    "Spasi memberi atau melepas tanda pada satu baris."
)
