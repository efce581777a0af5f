"""What the evaluation of reports says, on screen and on paper."""

from __future__ import annotations

SEMUA_WAKTU = "Semua waktu"
TAHUN, TAHUN_TAHUN = "Tahun {tahun}", "Tahun {dari} s.d. {sampai}"
HARI, SEJAK, SAMPAI = "{dari} s.d. {sampai}", "Sejak {hari}", "Sampai {hari}"

KELURAHAN = "Kelurahan {nama}"
BELUM_ADA = "Belum ada laporan."
BIDANG_LAIN = "Bidang lain"
JENIS_LAIN = "Lainnya: {bidang}"
RT, RT_TAK_DIKENAL = "RT {nomor}", "RT belum dikenal"
DIVERIFIKASI = {"ya": "Ya", "tidak": "Tidak", "belum": "Belum diverifikasi"}
FOTO = {"ada": "Berfoto", "tanpa": "Tanpa foto"}
AKTIF = {"aktif": "RT dengan laporan", "tanpa": "RT tanpa laporan"}

BAGIAN = "{persen} · {jumlah} dari {dari}"
BAGIAN_KOSONG = "0 dari 0"
UJUNG = "{nama} ({jumlah} laporan)"
UJUNG_BANYAK = "{nama} (masing-masing {jumlah} laporan)"
DAN, DAN_LAIN = "{awal} dan {akhir}", "{awal} dan {n} lainnya"
SAMA = "Semua sama banyak."
SATU_SAJA = "Hanya satu yang dihitung."

DEFINISI = (
    "Yang dihitung: laporan kegiatan yang tercatat, menurut tanggal kegiatannya, apa pun verifikasinya.",
    "RT yang dihitung: yang berketua sedikitnya sehari dalam rentang ini, atau yang ada laporannya.",
    "Tersibuk dan tersepi: menurut banyaknya laporan; kelurahan tanpa RT yang dihitung tidak dibandingkan.",
    "Dinilai kinerja: kategori kinerja, lurah ya, camat ya atau belum.",
)
"""What the figures mean."""
BULAT = "Persen dibulatkan sehingga semua bagian bersama-sama 100."
TIMPANG = "Persen dibulatkan sehingga semua bagian bersama-sama 100; karena itu jumlah yang sama dapat berbeda sedikit."
"""How shares are rounded; the second where it shows."""
DATA_HARI = "Laporan terbaru tanggal {hari}."
DATA_KOSONG = "Belum ada laporan dalam rentang ini."
LEBIH_DARI = "lebih dari {n}"
RINGKASAN_COCOK = "Ringkasan laporan sama dengan laporannya."
RINGKASAN_DIHITUNG = (
    "Ringkasan laporan berbeda dari laporannya di {n} tempat dan sudah dihitung ulang. Laporan tidak berubah."
)
CARI_COCOK = "Pencarian laporan sama dengan laporannya."
CARI_DITULIS = "Pencarian laporan berbeda dari laporannya di {n} tempat dan sudah ditulis ulang. Laporan tidak berubah."
JUDUL = "{tempat}, {rentang}: {n} laporan."
KELOMPOK = ("Bidang", "RT", "Verifikasi lurah", "Verifikasi camat", "Kategori", "Foto")
UJUNG_NAMA = ("Kelurahan", "RT")
SIBUK_SEPI = "tersibuk {sibuk}; tersepi {sepi}"
