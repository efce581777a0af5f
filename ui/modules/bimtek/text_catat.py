"""What is said while marks are given: the chooser, the proxy, one after another, the rest, the paper list."""

from __future__ import annotations

PILIH_DULU = "Pilih dulu orangnya dengan ↑ ↓."
TANPA_SESI = "Belum ada sesi. Tambahkan sesi dulu (Alt+S)."
PILIH_SESI = "Pilih sesinya dulu, di kiri pencarian."
BACA_SAJA = "Kehadiran kegiatan ini dicatat oleh {kantor}."
SUDAH_TUTUP = "Kegiatan ini sudah ditutup. Buka lagi lewat Tindakan (Alt+T), lalu catat."
PILIHAN = (
    ("hadir", "&Hadir"), ("diwakili", "Di&wakili…"), ("izin", "&Izin"), ("sakit", "&Sakit"), ("alpa", "&Alpa"),
)  # fmt: skip
HURUF = {"H": "hadir", "W": "diwakili", "I": "izin", "S": "sakit", "A": "alpa"}
PINTU = "Meja kantor"
HAPUS_TANDA = "Hapus tanda (Del)"
DICATAT = "{nama}: {tanda}."
DICATAT_BANYAK = "{n} orang: {tanda}."
DIHAPUS = "Tanda {nama} dihapus."
DIHAPUS_BANYAK = "Tanda {n} orang dihapus."
TIDAK_ADA_TANDA = "Belum ada tanda yang dapat dihapus."
SAMA = "Tandanya sudah begitu."

# one after another
BERURUTAN_KATA = "H hadir · W diwakili · I izin · S sakit · A alpa · Del hapus · angka mencari RT · F2 selesai"
BERURUTAN_SELESAI = "Selesai mencatat"

# the proxy
WAKIL_JUDUL = "Diwakili: {nama}"
WAKIL_JUDUL_BANYAK = "Diwakili: {n} orang"
WAKIL_LABEL = "Nama yang mewakili"
WAKIL_CONTOH = "Misalnya Siti Rahma (sekretaris RT)"
WAKIL_UTAMA = "Catat diwakili"

# the panel
PANEL_ISI = "Pilih seseorang untuk melihat tandanya."
PANEL_CATAT = "Enter memberi tanda kepada yang dipilih. F2 mencatat berurutan dengan satu huruf."
PANEL_NARASUMBER = "Narasumber: {siapa}"
PANEL_SASARAN = "Kecamatan: {siapa}"
PANEL_SESI = "{n} sesi · {hari}"
PANEL_BANYAK = "{n} orang dipilih"
PANEL_BANYAK_ISI = "Enter memberi mereka tanda yang sama."
DIUNDANG = "Diundang"
TIDAK_DIUNDANG = "Tidak diundang"
KODE = "Kode undangan\n{kode}"
USANG = "Undangannya atas nama {lama}. Ketua RT kini {kini}."
USANG_KOSONG = "Undangannya atas nama {lama}. RT ini sekarang tidak punya ketua."
BEDA = "Tandanya berbeda pada sesi {sesi}: keduanya disimpan sampai dipilih yang benar."
TIAP_SESI = "Kehadiran"
SESI_TANDA = "{sesi}: {tanda}"
OLEH = "oleh {wakil}"
BELUM = "belum tercatat"
BUKAN = "bukan sesinya"
BERI_TANDA = "Beri tanda"
BUKA_KEPUTUSAN = "Buka Perlu keputusan"
PERBARUI = "Sesuaikan {n} undangan"
CETAK_SATU = "Cetak undangannya…"
TARIK = "Tarik undangan"
UNDANG_JUGA = "Undang juga"
RIWAYAT = "Riwayat"
RIWAYAT_JUDUL = "Riwayat kehadiran {nama}"
BUKA_RT = "Buka Data RT"

# the rest
SISA = "Tandai sisanya alpa"
SISA_JUDUL = "Tandai sisanya alpa"
SISA_KATA = "{n} orang belum tercatat pada sesi {sesi}. Mereka dicatat alpa."
SISA_KATA_DI = "{n} orang dari {lingkup} belum tercatat pada sesi {sesi}. Mereka dicatat alpa."
SISA_AMAN = "Bila pintu lain ternyata mencatat mereka hadir, tanda dari pintu itu yang berlaku."
SISA_SINKRON = "Sinkronkan dulu bila masih ada komputer pintu yang belum mengirim."
SISA_UTAMA = "Tandai {n} alpa"
SISA_SELESAI = "{n} orang dicatat alpa."
SISA_BELUM_LEWAT = "Sesi ini belum selesai. Lakukan ini sesudah semua pintu ditutup."
SISA_NIHIL = "Semua sudah tercatat pada sesi ini."

# the paper list
LEMBAR_JUDUL = "Ketik daftar hadir kertas"
LEMBAR_SUB = "{sesi}. Nomor urut seperti pada daftar hadir yang dicetak."
LEMBAR_DAFTAR = "Daftar"
LEMBAR_KODE = "Kode daftar"
LEMBAR_KODE_CONTOH = "Empat huruf di kaki kertas, misalnya K7QM"
LEMBAR_CARA = "Yang diketik"
LEMBAR_CARA_PILIHAN = (("hadir", "Nomor yang hadir"), ("kecuali", "Semua hadir kecuali nomor ini"))
LEMBAR_NOMOR = "Nomor urut"
LEMBAR_NOMOR_CONTOH = "Misalnya 1, 3, 7-12"
LEMBAR_SEMUA = "Semua dalam satu daftar"
LEMBAR_AKAN = "{n} orang dicatat hadir."
LEMBAR_TIDAK_ADA = "Tidak ada yang baru untuk dicatat."
LEMBAR_SAMA = "{n} sudah tercatat hadir."
LEMBAR_LAIN = "{n} punya tanda lain dan tidak diubah: {siapa}."
LEMBAR_NIHIL = "Ketik kode di kaki daftar itu, lalu nomor urutnya. Daftar ini sampai nomor {n}."
LEMBAR_UTAMA = "Catat {n} hadir"
LEMBAR_UTAMA_KOSONG = "Catat"
LEMBAR_SELESAI = "Daftar hadir kertas tercatat: {n} orang."
LEMBAR_SIAPA = "{no}.\u00a0{nama}"
