"""The words that offices put over their columns, and the field that each stands for."""

from __future__ import annotations

import re

from sipokat_desktop.importing.table import key

ISIAN = {
    "nomor": "Nomor RT", "rw": "RW", "nama": "Nama ketua RT", "nik": "NIK", "kelamin": "Jenis kelamin (L/P)",
    "kelamin_l": "Tanda di kolom L", "kelamin_p": "Tanda di kolom P", "ttl": "Tempat dan tanggal lahir",
    "tempat_lahir": "Tempat lahir", "tanggal_lahir": "Tanggal lahir", "alamat": "Alamat", "hp": "No. HP",
    "npwp": "NPWP", "sk": "SK (nomor dan tanggal)", "sk_nomor": "Nomor SK", "sk_tanggal": "Tanggal SK",
    "sk_penerbit": "Penerbit SK", "masa": "Masa jabatan (mulai s.d. akhir)", "tmt": "TMT",
    "akhir_sk": "Akhir menurut SK", "jenis": "Jenis (definitif, Plt)", "cara": "Cara pengisian",
    "ba_nomor": "Nomor berita acara", "bank": "Bank", "rekening": "No. rekening",
    "atas_nama": "Rekening atas nama", "jumlah_kk": "Jumlah KK", "jiwa_l": "Jiwa laki-laki",
    "jiwa_p": "Jiwa perempuan", "batas": "Batas wilayah", "ukuran": "Ukuran baju", "golongan": "Golongan ASN",
    "rangkap": "Rangkap jabatan", "catatan": "Catatan", "kelurahan": "Kelurahan",
}  # fmt: skip
"""What a column may hold: key and label, in the order of a choice on the screen."""

WAJIB = ("nomor", "nama")
LEWAT = "-"

_KATA: dict[str, str] = {
    "nomor": """RT|No RT|Nomor RT|Jabatan|Ketua RT|No Urut RT|RT/RW|RT RW|Jabatan RT|Wilayah RT|Wilayah|
        Nama Jabatan|Rukun Tetangga|Nomor Rukun Tetangga|RT Ke|Kode RT|RT No|Ketua RT No|Jabatan Ketua RT|
        RT Nomor|Ketua RT/RW""",
    "rw": "RW|No RW|Nomor RW|Rukun Warga|RW Nomor|RW No|Lingkungan",
    "nama": """Nama|Nama Lengkap|Nama Ketua RT|Nama Ketua|Nama RT|Nama Lengkap Ketua RT|Nama Pejabat|
        Nama Lengkap dan Gelar|Nama dan Gelar|Nama Pengurus|Nama Penerima|Nama Sesuai KTP|
        Nama Lengkap Sesuai KTP|Nama KTP|Nama Lengkap Tanpa Gelar|Nama Penerima Insentif|
        Nama Ketua RT Lengkap|Nama Bapak/Ibu|Nama Pemegang Jabatan""",
    "nik": """NIK|No KTP|No NIK|Nomor KTP|Nomor NIK|Nomor Induk Kependudukan|NIK/No KTP|No KTP/NIK|NIK KTP|KTP|
        NIK/KTP|No Induk Kependudukan|No Identitas|Nomor Identitas|No KTP/NIK 16 Digit|NIK 16 Digit|
        NIK Ketua RT|KTP/NIK|Nomor KTP/NIK|No Induk KTP|NIK Sesuai KTP""",
    "kelamin": """L/P|P/L|JK|Jenis Kelamin|Kelamin|Jns Kelamin|Gender|Jenis Kel|Sex|Jenis Kelamin L/P|JK L/P|LK/PR|
        Jenis Kelamin Laki-laki/Perempuan|J Kelamin|Laki-laki/Perempuan|Kel|JenKel|Pria/Wanita|L P""",
    "kelamin_l": """Jenis Kelamin L|L/P L|JK L|Jenis Kelamin Laki-laki|Jenis Kelamin Lk|Kelamin L|L/P Laki-laki""",
    "kelamin_p": """Jenis Kelamin P|L/P P|JK P|Jenis Kelamin Perempuan|Jenis Kelamin Pr|Kelamin P|L/P Perempuan""",
    "ttl": """TTL|Tempat Tgl Lahir|Tempat Tanggal Lahir|Tempat dan Tanggal Lahir|Tempat dan Tgl Lahir|
        Tmpt Tgl Lahir|Tempat Tgl Lhr|Kelahiran|Tmp Tgl Lahir|Lahir|Tempat Tanggal Kelahiran|
        Tempat & Tanggal Lahir|T T L|Tpt Tgl Lahir""",
    "tempat_lahir": "Tempat Lahir|Tmpt Lahir|Tempat Kelahiran|Kota Lahir|Tmp Lahir|Tempat Lhr|Tpt Lahir",
    "tanggal_lahir": """Tanggal Lahir|Tgl Lahir|Tgl Lhr|Lahir Tanggal|Tanggal Kelahiran|Tgl Kelahiran|Tanggal Lhr|
        Tgl Lahir Tgl/Bln/Thn|Tanggal Lahir DD/MM/YYYY|DOB""",
    "alamat": """Alamat|Alamat Rumah|Alamat Lengkap|Alamat Tempat Tinggal|Alamat Domisili|Tempat Tinggal|Domisili|
        Alamat Sesuai KTP|Alamat KTP|Alamat Ketua RT|Almt|Alamat Jalan|Jalan|Alamat Jl""",
    "hp": """No HP|HP|No Telp|No Telepon|Telepon|Telp|No WA|Nomor HP|No HP/WA|Nomor Telepon|No Handphone|
        Handphone|No HP/Telp|WhatsApp|No WhatsApp|Nomor WA|Nomor HP/WA|No Kontak|Kontak|Nomor Handphone|
        No Tlp|Tlp|No Telp/HP|No Hp Aktif|WA|Telp/HP|HP/WA|Nomor WhatsApp|No Seluler|Nomor Kontak|
        No Telpon|Telpon|Nomor Telpon|No Ponsel|Ponsel|Nomor Telp|Nomor Telp/HP""",
    "npwp": "NPWP|No NPWP|Nomor NPWP|Nomor Pokok Wajib Pajak",
    "sk": """SK|SK Lurah|SK Pengangkatan|No dan Tanggal SK|No/Tgl SK|Nomor dan Tanggal SK|SK Nomor dan Tanggal|
        Surat Keputusan|No & Tgl SK|Nomor/Tanggal SK|No Tgl SK|SK Camat|Keputusan Lurah|
        Dasar Pengangkatan|Dasar SK|SK Nomor/Tanggal|SK No/Tgl|Nomor Tanggal SK|No SK dan Tanggal SK|
        No SK/Tanggal SK""",
    "sk_nomor": """No SK|Nomor SK|SK Nomor|SK No|No SK Lurah|Nomor SK Lurah|No SK Pengangkatan|Nomor SK Pengangkatan|
        Nomor Keputusan|No Surat Keputusan|Nomor Surat Keputusan|SK Lurah Nomor|SK Lurah No|
        SK Pengangkatan Nomor|SK Pengangkatan No|Surat Keputusan Nomor|Surat Keputusan No|No SK Ketua RT|
        Nomor SK Ketua RT""",
    "sk_tanggal": """Tanggal SK|Tgl SK|SK Tanggal|SK Tgl|Tgl SK Lurah|Tanggal SK Lurah|SK Lurah Tanggal|SK Lurah Tgl|
        Tanggal Keputusan|SK Pengangkatan Tanggal|SK Pengangkatan Tgl|Tanggal Surat Keputusan|
        Surat Keputusan Tanggal|Surat Keputusan Tgl|Tanggal SK Pengangkatan""",
    "sk_penerbit": "Penerbit SK|SK Penerbit|SK dari|Pejabat Penerbit SK|Diterbitkan Oleh",
    "masa": """Masa Jabatan|Periode|Masa Bakti|Periode Jabatan|Masa Bhakti|Periode Masa Jabatan|Masa Tugas|
        Masa Berlaku SK|Masa Bakti/Jabatan|Periode SK|Masa Berlaku""",
    "tmt": """TMT|Mulai Menjabat|TMT Jabatan|Mulai|Mulai Tugas|Terhitung Mulai Tanggal|TMT SK|Tanggal Mulai|
        Tgl Mulai|Awal Jabatan|Mulai Jabatan|Masa Jabatan Mulai|Masa Jabatan Dari|Masa Jabatan Awal|
        Periode Mulai|Periode Dari|Periode Awal|Masa Bakti Mulai|Masa Bakti Awal|Masa Bakti Dari|
        Menjabat Sejak|Sejak|Tanggal Menjabat|Awal Masa Jabatan|Tgl Mulai Menjabat|Tanggal Mulai Menjabat|
        Mulai Bertugas|Tanggal Dilantik|Awal Masa Bakti|Mulai Masa Jabatan|TMT Menjabat|Tgl TMT|
        Tanggal TMT|TMT Mulai|Masa Jabatan TMT|Tanggal Pelantikan|Berlaku Mulai""",
    "akhir_sk": """Akhir Jabatan|Berakhir|Akhir SK|Akhir Masa Jabatan|Sampai Dengan|Masa Jabatan Sampai|
        Akhir Menurut SK|Masa Jabatan Akhir|Masa Jabatan Berakhir|Periode Sampai|Periode Akhir|Selesai|
        Akhir|Sampai|SK Berakhir|Tanggal Berakhir|Masa Bakti Sampai|Masa Bakti Akhir|Tgl Berakhir|
        Akhir Masa Bakti|Masa Berakhir|Habis Masa Jabatan|Tanggal Akhir|Tgl Akhir|S/D|Masa Jabatan s/d|
        Masa Jabatan Sampai Dengan|Berakhir SK|Berlaku Sampai|SK Akhir|SK Habis|Tanggal Selesai|
        Akhir Periode""",
    "jenis": "Jenis|Status Jabatan|Jenis Jabatan|Definitif/Plt|Status Ketua RT",
    "cara": "Cara Pengisian|Cara Pemilihan|Cara Pengangkatan|Dipilih Melalui",
    "ba_nomor": "Nomor Berita Acara|No Berita Acara|No BA|Nomor BA|Berita Acara|BA Nomor|BA Pemilihan",
    "bank": """Bank|Nama Bank|Rekening Bank Nama|Rekening Bank|Rekening Nama Bank|Bank Penyalur|Bank Penerima""",
    "rekening": """No Rekening|Rekening|No Rek|Nomor Rekening|Nomor Rek|Rek|No Rekening Bank|Nomor Rekening Bank|
        Rekening Nomor|Rekening No|Rekening Bank Nomor|Rekening Bank No|Norek|No Rek Bank""",
    "atas_nama": """Atas Nama|Nama Rekening|Nama Pemilik Rekening|Rekening Atas Nama|A/N|Nama di Rekening|AN Rekening|
        Pemilik Rekening|Nama Pada Rekening|Rekening A/N|Rekening Nama|An Rek|Nama di Buku Tabungan""",
    "jumlah_kk": """Jumlah KK|KK|Jml KK|Banyak KK|Jumlah Kepala Keluarga|Jlh KK|Jml Kepala Keluarga|Jumlah K K|
        Jumlah KK/Rumah Tangga|Kepala Keluarga""",
    "jiwa_l": """Jiwa L|Jiwa Laki-laki|Jumlah Laki-laki|Penduduk L|Jumlah Jiwa L|Jumlah Penduduk L|Jml L|
        Jumlah Jiwa Laki-laki|Penduduk Laki-laki|Jumlah Penduduk Laki-laki|Jml Laki-laki|Jumlah Warga L|
        Laki-laki|Lk|Jumlah L|Jiwa Lk""",
    "jiwa_p": """Jiwa P|Jiwa Perempuan|Jumlah Perempuan|Penduduk P|Jumlah Jiwa P|Jumlah Penduduk P|Jml P|
        Jumlah Jiwa Perempuan|Penduduk Perempuan|Jumlah Penduduk Perempuan|Jml Perempuan|Jumlah Warga P|
        Perempuan|Pr|Jumlah P|Jiwa Pr""",
    "batas": "Batas Wilayah|Batas|Batas RT|Batas-batas Wilayah",
    "ukuran": """Ukuran Baju|Ukuran|Size|Ukuran Seragam|Ukuran Pakaian|Ukuran Batik|Ukuran Kaos|Size Baju|Uk Baju|
        Ukuran Rompi""",
    "golongan": "Golongan|Gol|Golongan ASN|Gol Ruang|Golongan PNS|Pangkat/Gol",
    "rangkap": "Rangkap|Rangkap Jabatan|Jabatan Lain|Jabatan Rangkap|Tugas Lain",
    "catatan": "Catatan|Catatan Lain|Catatan Petugas",
    "kelurahan": "Kelurahan|Desa|Kel/Desa|Desa/Kelurahan|Kelurahan/Desa|Nama Kelurahan|Nama Desa|Kel Desa",
    LEWAT: """No|No Urut|Nomor|Nomor Urut|Urut|#|Keterangan|Ket|Tanda Tangan|TTD|Paraf|Email|E-mail|Surel|
        Pendidikan|Pendidikan Terakhir|Agama|Pekerjaan|Status|Status Perkawinan|Umur|Usia|Kecamatan|Kota|
        Kabupaten|Provinsi|Foto|No KK|Nomor KK|No Kartu Keluarga|Nomor Kartu Keluarga|Nama Istri|
        Nama Suami|Suku|Kode Pos|Jumlah|Total|Jumlah Jiwa|Jumlah Penduduk|Jiwa|Penduduk|Jumlah Warga|
        Insentif|Besaran|Jumlah Diterima|Pajak|PPh|Bulan|Tahun|Kewarganegaraan|Gol Darah|Golongan Darah|
        Nomor Peserta BPJS|No BPJS|BPJS|Kode Kelurahan|Hobi|Tgl Input|Operator|Kode|Kode Wilayah|Umur Th|
        Nama Lurah|Nama Kecamatan|Ttd Penerima|Cap Jempol|Nama Ibu Kandung|Nomor Urut RT/RW""",
}  # fmt: skip

EXACT: dict[str, str] = {key(kata): isian for isian, semua in _KATA.items() for kata in semua.split("|")}
_LAIN = re.compile(
    r"\b(istri|isteri|suami|ibu|ayah|anak|sekretaris|bendahara|lurah|camat|saksi|ahli waris|wakil|email|e-mail|kuasa|"
    r"darurat|kartu keluarga|pos|dasawisma|posyandu|input|entri|pencatat|ketua rw|petugas)\b"
)
_KONTEKS: dict[tuple[str, str], str] = {
    (atas, bawah): isian
    for atas, daftar in {
        "ttl": {"tempat_lahir": "tempat tmpt kota tmp tpt", "tanggal_lahir": "tanggal tgl tgllahir tanggallahir"},
        "masa": {"tmt": "mulai dari awal tmt sejak", "akhir_sk": "sampai akhir selesai berakhir sd sampaidengan"},
        "sk": {"sk_nomor": "nomor no", "sk_tanggal": "tanggal tgl", "tmt": "tmt mulai", "akhir_sk": "akhir sampai"},
        "kelamin": {"kelamin_l": "l lk lakilaki pria", "kelamin_p": "p pr perempuan wanita"},
        "rekening": {"bank": "bank namabank", "rekening": "nomor no norek", "atas_nama": "atasnama an nama"},
        "bank": {"bank": "nama bank", "rekening": "nomor no norek norekening", "atas_nama": "atasnama an"},
        "alamat": {"alamat": "jalan jl alamat namajalan", "nomor": "rt", "rw": "rw", "kelurahan": "kelurahan kel"},
        "hp": {"hp": "nomor no hp wa"},
        "nama": {"nama": "lengkap ketua ketuart"},
    }.items()
    for isian, kata in daftar.items()
    for bawah in kata.split()
}  # fmt: skip
_PENDEK = frozenset(("nik", "ktp", "hp", "tmt", "ttl", "sk", "npwp"))
_JIWA = {"l": "jiwa_l", "lk": "jiwa_l", "lakilaki": "jiwa_l", "p": "jiwa_p", "pr": "jiwa_p", "perempuan": "jiwa_p"}


def kenali(atas: str, bawah: str) -> str:
    """Return the field that a title in two parts stands for, "" when it is none; words decide exactly."""
    bawah_, atas_ = key(bawah), key(atas)
    if not bawah_:
        return EXACT.get(atas_, "") if atas_ else ""
    if atas_:
        if gabung := EXACT.get(atas_ + bawah_) or EXACT.get(bawah_ + atas_):
            return gabung
        isian_atas = EXACT.get(atas_, "")
        if konteks := _KONTEKS.get((isian_atas, bawah_)):
            return konteks
        if isian_atas == LEWAT and bawah_ in _JIWA and any(kata in atas_ for kata in ("jiwa", "penduduk", "warga")):
            return _JIWA[bawah_]
    return EXACT.get(bawah_, "") or tebak(bawah)


def tebak(judul: str) -> str:
    """Return the field whose words are part of a longer title; "" when there is none, LEWAT for other people's data."""
    rapi = " ".join(judul.casefold().split())
    if len(rapi) > 80 or ":" in rapi:
        return ""
    tanpa_kurung = re.sub(r"\(.*?\)|\[.*?\]|\*", " ", rapi)
    if isian := EXACT.get(key(tanpa_kurung), ""):
        return isian
    if _LAIN.search(rapi):
        return LEWAT if _mirip(rapi) else ""
    return _mirip(tanpa_kurung)


def _mirip(judul: str) -> str:
    """Return the field of the longest run of whole words that is known."""
    kata = re.findall(r"[^\W_]+", judul)[:12]
    calon = ("".join(kata[i : i + n]) for n in range(min(len(kata), 6), 0, -1) for i in range(len(kata) - n + 1))
    dikenal = [k for k in calon if EXACT.get(k, LEWAT) != LEWAT and (len(k) >= 4 or k in _PENDEK)]
    return EXACT[max(dikenal, key=len)] if dikenal else ""


def pasti(atas: str, bawah: str) -> bool:
    """Tell whether the words of a title are known as they stand, not only a part of them."""
    return key(bawah) in EXACT or key(atas + bawah) in EXACT or key(bawah + atas) in EXACT or bool(atas)
