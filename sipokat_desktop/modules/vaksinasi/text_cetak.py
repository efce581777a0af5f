"""What the paper, the sheet and the commands of module vaksinasi say."""

from __future__ import annotations

JUDUL = "CAKUPAN VAKSINASI {program}"
DOKUMEN = "Cakupan vaksinasi"
KALIMAT = (
    "Sampai {hari}, {n} dari {rt} RT sudah mencatat angkanya. Dosis 1: {dosis1}; dosis 2: {dosis2}; booster: {booster}."
)
KOSONG = "Belum ada angka vaksinasi {program} sampai {hari}. {rt} RT belum mencatat."
TEMPAT = {"rt": "RT", "kelurahan": "Kelurahan", "kecamatan": "Kecamatan"}
KOLOM = ("No", "{tempat}", "RT tercatat", "Sasaran", "Dosis 1", "%", "Dosis 2", "%", "Booster", "%", "Angka terakhir")
KOLOM_RT = ("No", "{tempat}", "Sasaran", "Dosis 1", "%", "Dosis 2", "%", "Booster", "%", "Angka terakhir")
JUMLAH = "Jumlah"
DARI = "{n} dari {rt}"
TANPA = "-"
GRAFIK = {"rt": "Dosis 1 per RT", "kelurahan": "Dosis 1 per kelurahan", "kecamatan": "Dosis 1 per kecamatan"}
ARTI = ("sudah dosis 1", "belum")
BAB_CELAH = "Yang perlu ditindaklanjuti"
CELAH = "{jenis}: {n} RT."
CELAH_RT = "{jenis}: {rt}."
RT_DUA_KALI = "Satu RT disebut dua kali. Tulis setiap RT satu kali; belum ada yang disimpan."
TARGET_SALAH = "Target ditulis dalam persen, dari 0 sampai 100."
TANPA_CELAH = "Semua RT sudah mencatat, angkanya baru, dan mencapai target."
ARTI_ANGKA = (
    "Angka adalah jumlah orang sejak program mulai, menurut catatan terakhir setiap RT. Persen dihitung dari sasaran "
    "RT yang sudah mencatat. Tidak ada nama atau data kesehatan orang."
)
KAKI = "Cakupan vaksinasi {program} · {tempat}"
TEMPAT_TANGGAL = "Lubuk Linggau, {tanggal}"

LEMBAR = "Vaksinasi"
KEADAAN_TANGGAL = "Keadaan {tanggal}"
TERSIMPAN = "Tersimpan di {berkas}."
N_BARIS = "{n} catatan ditulis ke {berkas}."
DICATAT = "{program} {hari}: {baru} RT dicatat, {diubah} diubah, {sama} tetap."
DIHAPUS = "{n} catatan dihapus."
BELUM = "Belum ada angka vaksinasi {program}."
BARIS_KISI = (
    "Tulis seperti 3=120/80/40/10: RT, sasaran, dosis 1, dosis 2, booster; yang kosong seperti catatan sebelumnya."
)
RINGKAS = "{nama}: {n} dari {rt} RT tercatat · dosis 1 {dosis1} · dosis 2 {dosis2} · booster {booster}"
TITIK = "{hari}  {rt} RT  sasaran {sasaran}  dosis 1 {dosis1}  dosis 2 {dosis2}  booster {booster}"
BARIS = "{hari}  RT {rt}  sasaran {sasaran}  dosis 1 {dosis1}  dosis 2 {dosis2}  booster {booster}"
