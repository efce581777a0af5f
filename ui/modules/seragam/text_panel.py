"""Words of the side panel of a post."""

PANEL = "Belum ada yang dipilih"
PANEL_ISI = "Ketik nomor RT atau nama, atau pilih baris dengan panah. Rinciannya muncul di sini."
BANYAK = "{n} RT dipilih"
BANYAK_ISI = "Enter menyerahkan kepada semua yang dipilih. F2 memberi satu ukuran untuk semuanya."
BANYAK_UKURAN = "Ketik satu ukuran, Enter menyimpannya untuk semua yang dipilih."
RW = "RW {rw}"
LOWONG = "RT ini belum ada ketuanya, jadi belum ada yang menerima."
MEMAKAI = "Ukuran {apa}."
TANPA_UKURAN = "Ukurannya belum ada. Isi di sini; Data RT ikut berubah."
MEMEGANG = "Memegang {apa}."
BUKU = "Catatan penyerahan:"
ENTRI = {
    "serah": "diserahkan {apa}",
    "tukar": "{asal} ditukar {apa}",
    "ganti": "diganti {apa}: {alasan}",
}
KUASA = "diambil {penerima}{surat}"
KETUA_LAMA = "Diterima saat ketuanya {lama}. Ketua yang baru mendapat seragam lewat Ganti (F9) dengan alasan."
ISI_KETUA = "Isi ketua RT"
SAMBUNG = "Jadikan penyerahan pertama"
BUKA_KEPUTUSAN = "Buka Perlu keputusan"
ISI_UKURAN = "Isi ukuran"
UBAH_UKURAN = "Ubah ukuran"
KUASA_MENU = "Diambil kuasa…"
TUKAR = "Tukar ukuran…"
GANTI = "Ganti…"
BATAL = "Batalkan penyerahan…"
RIWAYAT = "Riwayat"
BUKA_RT = "Buka di Data RT"
