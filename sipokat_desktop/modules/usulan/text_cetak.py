"""What the papers of module usulan say."""

from __future__ import annotations

F7 = "DAFTAR USULAN MUSRENBANG"
TAHUN = "TAHUN {tahun}"
DOKUMEN = {"daftar": "Daftar usulan Musrenbang", "kabar": "Kabar usulan untuk RT"}
KOLOM = (
    "No", "Prio-\nritas", "Kategori", "Usulan dan uraian", "Lokasi", "Volume", "Perkiraan biaya (Rp)", "Manfaat dan KK",
    "Pengusul", "OPD tujuan", "Status",
)  # fmt: skip
KK = "{n} KK"
JUMLAH = "Jumlah"
JUMLAH_N = "{n} usulan"
TANPA_BIAYA = "{n} usulan belum ada biayanya"
BAB_KELURAHAN = "Kelurahan {nama}"
BAB_KECAMATAN = "Kelurahan {nama}, Kecamatan {kecamatan}"
BAB_KATEGORI = "Jumlah per kategori"
BAB_WILAYAH = "Jumlah per kelurahan"
BAB_KEC = "Jumlah per kecamatan"
KOLOM_KATEGORI = ("No", "Kategori", "Usulan", "Belum ada biaya", "Perkiraan biaya (Rp)")
KOLOM_WILAYAH = ("No", "Kelurahan", "Usulan", "Belum ada biaya", "Perkiraan biaya (Rp)")
KOLOM_KEC = ("No", "Kecamatan", "Usulan", "Belum ada biaya", "Perkiraan biaya (Rp)")
KETERANGAN = (
    "Usulan yang sama dari beberapa RT dihitung satu. Jumlah KK adalah jumlah dari RT yang mengusulkan; volume dan "
    "biaya menurut usulan yang dipakai. Jumlah memuat semua usulan pada daftar ini, apa pun statusnya."
)
BELUM_ADA = "Belum ada usulan tahun {tahun}."
TANPA = "-"
KAKI = "Daftar usulan Musrenbang {tahun} · {tempat}"
TEMPAT_TANGGAL = "Lubuk Linggau, {tanggal}"

# the slip
SLIP = "KABAR USULAN"
SLIP_KAKI = "Kabar usulan · {kelurahan}"
USULAN, PENGUSUL, LOKASI, VOLUME, KEADAAN = "Usulan", "Pengusul", "Lokasi", "Volume", "Keadaan"
KOLOM_KABAR = ("Tanggal", "Perjalanan usulan")
TAHUN_USULAN = "{judul} (tahun {tahun})"
SELANJUTNYA = "Selanjutnya"
SLIP_KOSONG = "Belum ada usulan yang dicatat."
BERKAS = {"daftar": "usulan", "kabar": "kabar-usulan"}
