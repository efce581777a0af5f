"""What *Evaluasi laporan* and *Lembar rakor* say in the window."""

from __future__ import annotations

JUDUL = "Evaluasi laporan"
RENTANG, TEMPAT = "Rentang", "Wilayah"
RENTANG_LAIN = "Rentang lain…"
RENTANG_JUDUL = "Rentang tanggal"
RENTANG_DARI, RENTANG_SAMPAI = "Dari tanggal", "Sampai tanggal"
RENTANG_PAKAI = "Pakai rentang ini"
RENTANG_TERBALIK = "Tanggal terakhir ada sebelum tanggal pertama. Tukar isinya."
MENGHITUNG = "Menghitung evaluasi"
TUNGGU = "Menghitung…"
CETAK, EXCEL, RAKOR = "Cetak rekap penilaian", "Simpan ke Excel…", "Lembar rakor"
CETAK_JUDUL = "Rekap penilaian · {tempat} · {periode}"
CETAK_NAMA, EXCEL_NAMA = "rekap-penilaian", "evaluasi-laporan"
BANTUAN = (
    "Pilih rentang dan wilayah di atas. Tab berpindah antara grafik, panah memilih batang, Enter membuka "
    "daftar laporannya, Ctrl+C menyalin angkanya. Ctrl+Page Down memilih bagian lain, Ctrl+P mencetak, Esc kembali."
)

RINGKAS, KELURAHAN, RT, JENIS = "ringkas", "kelurahan", "rt", "jenis"
PILIHAN = ((RINGKAS, "Ringkasan"), (KELURAHAN, "Per kelurahan"), (RT, "Per RT"), (JENIS, "Per jenis"))

LAPORAN, AKTIF, LURAH_YA, NILAI = "Laporan", "RT dengan laporan", "Lurah ya", "Dinilai kinerja"
DARI = "{n} dari {dari}"
DARI_RT = "{n} dari {dari} RT"
TERBARU = "terbaru {hari}"
KOSONG = "belum ada laporan"
TANPA = "—"
PER_BIDANG, PER_BULAN, PER_TAHUN = "Laporan per bidang", "Laporan per bulan", "Laporan per tahun"
LURAH, CAMAT, KATEGORI = "Verifikasi lurah", "Verifikasi camat", "Kategori"
VERIFIKASI_KATA = "{siapa}: {nama}"
PER_JENIS = "Laporan per jenis kegiatan"
BELUM = "Belum ada laporan dalam rentang ini."
TERSIBUK_KELURAHAN, TERSEPI_KELURAHAN = "Kelurahan tersibuk", "Kelurahan tersepi"
TERSIBUK_RT, TERSEPI_RT = "RT tersibuk", "RT tersepi"
UJUNG = "{apa}: {isi}"

KOLOM_TEMPAT = ("Kelurahan", "RT dengan laporan")
KOLOM_RT = ("RT", "Kelurahan", "Ketua")
KOLOM_ANGKA = ("Laporan", "Bagian", "Lurah ya", "Lurah tidak", "Lurah belum", "Dinilai", "Bulan terisi", "Urutan")
PERSEN = "{utuh},{pecah} %"
KAKI = "{n} baris · {laporan} laporan"
KOSONG_JUDUL = "Belum ada laporan dalam rentang ini"
KOSONG_ISI = "Pilih rentang atau wilayah lain di atas."

RAKOR_JUDUL = "Lembar rakor · {tempat}"
RAKOR_NAMA = "lembar-rakor-{tempat}"
