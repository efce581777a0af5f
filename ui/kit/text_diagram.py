"""What the charts of the kit say."""

BELUM_ADA_DATA = "Belum ada data."
KOLOM = ("Keterangan", "Jumlah", "Dari")
KOLOM_GARIS = ("Tanggal",)
NILAI = "{label}: {kata}"
HARI_NILAI = "{hari} · {isi}"
SATU_GARIS = "{nama}: {nilai}"
BATAS = "Sasaran"
