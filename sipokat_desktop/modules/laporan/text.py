"""What module laporan says, on screen and on paper."""

from __future__ import annotations

JUDUL = "Laporan kegiatan"
BIDANG = {
    "1": "Pemerintahan",
    "2": "Kesehatan Lingkungan",
    "3": "Keamanan dan Ketertiban",
    "4": "Sosial Kemasyarakatan",
    "5": "Keagamaan",
}
"""The fixed fields of activity; the fifth is optional (DOMAIN §6)."""
JENIS = {
    "1": {
        "surat": "Surat pengantar",
        "warga": "Data warga (lahir, mati, pindah, datang)",
        "akta": "Akta kematian",
        "pbb": "PBB",
        "sosialisasi": "Sosialisasi",
        "rapat": "Rapat atau rakor",
        "musrenbang": "Musrenbang",
        "bansos": "Bantuan sosial",
        "pemilu": "Pilkada atau pemilu",
    },
    "2": {
        "gotong_royong": "Gotong royong",
        "sampah": "Sampah atau bank sampah",
        "siring": "Siring",
        "psn": "Fogging atau PSN",
        "posyandu": "Posyandu atau stunting",
        "vaksinasi": "Vaksinasi",
    },
    "3": {
        "ronda": "Ronda atau siskamling",
        "tamu": "Tamu wajib lapor",
        "selisih": "Perselisihan warga",
        "bencana": "Rawan bencana",
    },
    "4": {
        "takziah": "Takziah",
        "hajatan": "Hajatan",
        "bantuan": "Bantuan warga",
        "pkk": "PKK atau karang taruna",
        "pengajian": "Pengajian",
        "olahraga": "Olahraga",
    },
    "5": {"ibadah": "Kegiatan ibadah", "hari_besar": "Hari besar keagamaan"},
}
"""The kinds of activity of each field; every field also knows ``lain``."""
LAIN = "lain"
JENIS_LAIN = "Lainnya"
KATEGORI = {"kinerja": "Kinerja", "biasa": "Biasa"}
PUTUSAN = {"ya": "Ya", "tidak": "Tidak"}
ASAL = {"kantor": "dicatat kantor", "rt": "dikirim ketua RT"}
BELUM = "Belum"
DIUBAH_OLEH = "diubah {nama}"
TERPASANG = "terpasang"
SEBUT_FOTO = "foto {laporan}"
SETELAN = {"bidang_5": "Pakai bidang Keagamaan"}
LABEL = {"bidang": "bidang", "jenis": "jenis kegiatan", "kategori": "kategori", "putusan": "putusan"}

TIDAK_ADA = "Laporan itu sudah tidak ada. Segarkan daftarnya, lalu coba lagi."
RT_KOSONG = "Pilih RT-nya dulu."
RT_TIDAK_ADA = "RT itu tidak ada lagi di Data RT. Segarkan daftarnya, lalu pilih RT lain."
RT_LAIN_KELURAHAN = "{rt} bukan RT kelurahan ini. Pilih RT dari daftar."
PILIHAN_KOSONG = "Pilih {apa}: {pilihan}."
PILIHAN_SALAH = "Isian {apa} tidak dikenal. Pilih salah satu: {pilihan}."
JENIS_LAIN_BIDANG = "{jenis} termasuk bidang {milik}, bukan {bidang}. Ganti bidangnya, atau pilih jenis lain."
BIDANG_5_MATI = "Bidang Keagamaan tidak dipakai di kantor ini. Pilih bidang lain, atau nyalakan di setelan laporan."
TANGGAL_NANTI = "Tanggal {tanggal} belum tiba. Isi hari ini atau hari yang sudah lewat."
TANGGAL_LAMA = "Tanggal {tanggal} sudah lebih dari setahun yang lalu. Periksa lagi tahunnya."
URAIAN_KOSONG = "Tulis apa yang dikerjakan, misalnya Membersihkan siring Jalan Garuda."
HURUF_ANEH = "Isian ini memuat tanda yang tidak dapat dicetak. Hapus isinya, lalu ketik lagi."
TERLALU_PANJANG = "Isian ini {n} huruf, paling panjang {batas}. Ringkas dulu."
PESERTA_SALAH = "Jumlah peserta ditulis dengan angka, misalnya 25. Kosongkan bila tidak dihitung."
PESERTA_MUSTAHIL = "Peserta {n} orang tidak mungkin. Periksa lagi angkanya."
PESERTA_NOL = "Peserta 0 orang. Kosongkan bila tidak dihitung."
PESERTA_BANYAK = "Peserta {n} orang sangat banyak untuk satu kegiatan RT. Periksa lagi angkanya."
PESERTA_LEBIH_JIWA = "Peserta {n} orang lebih banyak dari warga RT ini ({jiwa} jiwa). Periksa lagi angkanya."
TANPA_KETUA = "{rt} tidak punya ketua pada {tanggal}. Periksa tanggalnya, atau lengkapi masa jabatan di Data RT."
SEBELUM_MASA = (
    "{tanggal} sebelum masa jabatan pertama {rt} yang tercatat ({mulai}). Periksa tanggalnya, atau lengkapi Data RT."
)
SERUPA = "{rt} sudah punya laporan serupa, {hari}: “{uraian}”. Hapus salah satu bila kegiatannya sama."
SALIN_KOSONG = "Pilih RT atau tanggal lain. Salinan untuk RT dan hari yang sama tidak dibuat."
SALIN_BANYAK = "Salinan ini menjadi {n} laporan, paling banyak {batas} sekali jalan. Kurangi tanggal atau RT-nya."
TIDAK_TANPA_CATATAN = "Tulis alasannya bila tidak, supaya ketua RT tahu apa yang harus diperbaiki."
LURAH_DICABUT = "Verifikasi lurah ({putusan}) dicabut karena isi laporan berubah. Verifikasi lagi."
CAMAT_TAHU = "Camat memverifikasi isi yang lama. Laporan ini ditandai berubah supaya camat melihatnya lagi."
TUNGGU_LURAH = "Belum diverifikasi lurah, jadi belum dapat diverifikasi camat."
KATEGORI_LURAH = "Kategori ditetapkan di kantor kelurahan, bukan bersama verifikasi camat."
KOTA_MEMBACA = "Laporan diverifikasi lurah, lalu camat, di kantor mereka. Kantor kota membaca hasilnya."
CAMAT_DI_KECAMATAN = "Verifikasi camat dicatat di kantor kecamatan, lalu tiba di sini lewat sinkron."
LURAH_DI_KELURAHAN = "Verifikasi lurah dicatat di kantor kelurahan, lalu tiba di sini lewat sinkron."
FOTO_SUDAH_ADA = "Foto itu sudah ada di laporan ini."
FOTO_TIDAK_ADA = "Foto itu sudah tidak ada. Segarkan daftarnya, lalu coba lagi."
FOTO_BANYAK = "Satu laporan paling banyak {batas} foto. Pilih yang paling jelas."

URUNG_ISI = "isi laporan {laporan} sudah berubah lagi sesudah diverifikasi lurah. Perbaiki lewat formulirnya."
URUNG_TANPA_RT = "RT laporan {laporan} sudah dihapus. Pulihkan dulu RT-nya dari Sampah."
URUNG_TANPA_LAPORAN = "laporan foto itu sudah dihapus. Pulihkan dulu laporannya dari Sampah."
RT_ASING = "RT yang sudah dihapus"
LAPORAN_ASING = "Laporan yang sudah dihapus"
TERHAPUS = "Laporan terhapus"
TERHAPUS_ATURAN = "Foto hanya dapat ada bersama laporannya. Fotonya tetap disimpan sampai ada yang memutuskan."
TERHAPUS_KATA = "{laporan} dihapus di satu komputer, tetapi di komputer lain ditambah {n} foto."
PULIHKAN = "Pulihkan laporannya"
PULIHKAN_ISI = "Laporannya tampil lagi dengan semua fotonya."
LEPASKAN = "Hapus juga fotonya"
LEPASKAN_ISI = "Laporan tetap terhapus, fotonya ikut terhapus. Keduanya masih dapat dipulihkan dari Sampah."
RT_TERHAPUS = "RT terhapus"
RT_TERHAPUS_ATURAN = "Laporan hanya dapat ada bersama RT-nya. Laporannya tetap disimpan sampai ada yang memutuskan."
RT_TERHAPUS_KATA = "{rt} dihapus di satu komputer, tetapi di komputer lain dicatat {n} laporan kegiatannya."
RT_PULIHKAN = "Pulihkan RT-nya"
RT_PULIHKAN_ISI = "RT tampil lagi di Data RT, laporannya tetap."
RT_LEPASKAN = "Hapus juga laporannya"
RT_LEPASKAN_ISI = "RT tetap terhapus, laporannya ikut terhapus. Keduanya masih dapat dipulihkan dari Sampah."

TINDAKAN: dict[str, str] = {
    "laporan.catat": "Catat laporan",
    "laporan.catat_banyak": "Catat laporan beberapa RT",
    "laporan.salin": "Salin laporan",
    "laporan.ubah": "Ubah laporan",
    "laporan.hapus": "Hapus laporan",
    "laporan.verifikasi_ya": "Verifikasi lurah: ya",
    "laporan.verifikasi_tidak": "Verifikasi lurah: tidak",
    "laporan.tarik_putusan": "Tarik verifikasi lurah",
    "laporan.camat_ya": "Verifikasi camat: ya",
    "laporan.camat_tidak": "Verifikasi camat: tidak",
    "laporan.camat_tarik": "Tarik verifikasi camat",
    "laporan.kategori": "Ubah kategori laporan",
    "laporan.foto_tambah": "Tambah foto laporan",
    "laporan.foto_hapus": "Hapus foto laporan",
    "laporan.foto_urut": "Urutkan foto laporan",
    "laporan.setelan": "Ubah setelan laporan",
    "laporan.impor": "Impor laporan",
    "putuskan.laporan_kembali": "Pulihkan laporan",
    "putuskan.laporan_lepas": "Hapus foto ikut laporannya",
    "putuskan.laporan_rt_kembali": "Pulihkan RT",
    "putuskan.laporan_rt_lepas": "Hapus laporan ikut RT-nya",
}
"""What people call the acts of this module."""
