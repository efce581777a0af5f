"""Indonesian words that printing puts on paper or into messages."""

from __future__ import annotations

JUMLAH = "JUMLAH"
DIPINDAHKAN = "Jumlah dipindahkan"
PINDAHAN = "Jumlah pindahan"
TERBILANG = "Terbilang: "
LANJUTAN = "(lanjutan)"
TITIK_NAMA = "(\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026)"
TITIK_NIP = "NIP. \u2026\u2026\u2026\u2026\u2026\u2026\u2026"
NIP = "NIP. "
KOSONG = "-"
DRAF = "DRAF"
DRAF_ARTI = "belum dikunci, bukan bukti pembayaran"
DRAF_LENGKAP = f"{DRAF} \u2013 {DRAF_ARTI}"
BATAL = "BATAL"
BATAL_ARTI = "tidak berlaku, bukan bukti pembayaran"
BATAL_LENGKAP = f"{BATAL} \u2013 {BATAL_ARTI}"
PEMBUAT = "Sipokat Desktop"
BAHASA = "id-ID"
KOP = "Kepala surat"

KOL_NO = "No"
KOL_NAMA = "Nama Penerima"
KOL_JABATAN = "Jabatan"
KOL_JUMLAH = "Jumlah Diterima (Rp)"
KOL_BESARAN = "Besaran per Bulan (Rp)"
KOL_BULAN = "Bln"
KOL_BRUTO = "Bruto (Rp)"
KOL_PPH = "PPh 21 (Rp)"
KOL_DITERIMA = "Diterima (Rp)"
KOL_TANDA_TANGAN = "Tanda Tangan"
KOL_NAMA_HADIR = "Nama"
KOL_RT_KELURAHAN = "RT / Kelurahan"
KOL_HP = "No. HP"
KOL_KEHADIRAN = "Kehadiran"

KOL_BARANG = {"rt": "RT", "ukuran": "Ukuran", "jumlah": "Jml", "model": "Model", "tanggal": "Tanggal"}
PER_UKURAN = "Jumlah per ukuran: {bagian}. Seluruhnya {jumlah} {satuan}."
KAKI_BARANG = "Daftar tanda terima \u00b7 {nama}"

KWITANSI = "KWITANSI"
KW_DARI = "Sudah terima dari"
KW_SEJUMLAH = "Uang sejumlah"
KW_UNTUK = "Untuk pembayaran"

KEPALA_TERLALU_PANJANG = (
    "Judul, kepala daftar, atau penanda tangan terlalu panjang untuk kertas ini. Pendekkan teksnya."
)
UNDANGAN_YTH = "Yth."
UNDANGAN_DI = "di \u2013 Tempat"
UNDANGAN_PANJANG = (
    "Surat undangan ini tidak muat pada satu halaman. Pendekkan catatan pada undangan, atau kurangi sesinya."
)
UNDANGAN_PANJANG_DUA = "Surat undangan ini tidak muat pada setengah halaman. Cetak satu undangan per halaman."
UNDANGAN_PANJANG_DUA_F4 = (
    "Surat undangan ini tidak muat pada setengah halaman A4. Pilih kertas F4, atau cetak satu undangan per halaman."
)


def kaki_nomor(nomor: str, revisi: int, *, draf: bool, batal: bool = False) -> str:
    """List number and revision for the foot of the page."""
    daftar = f"Daftar No. {nomor}" if nomor else "Daftar tanpa nomor"
    if batal:
        return f"{BATAL_LENGKAP} \u00b7 {daftar}"
    return f"{DRAF_LENGKAP} \u00b7 {daftar}" if draf else f"{daftar} \u00b7 Revisi {revisi}"


def kaki_halaman(halaman: int, dari: int) -> str:
    """``Halaman 1 dari 3``."""
    return f"Halaman {halaman} dari {dari}"


def kaki_cetak(dicetak: str, checksum: str) -> str:
    """Print time and short checksum."""
    return f"Dicetak {dicetak} \u00b7 {checksum}" if checksum else f"Dicetak {dicetak}"


def logo_rusak() -> tuple[str, str]:
    """Cause and advice when the logo cannot be read."""
    return (
        "Logo kantor tidak dapat dibaca.",
        "Pilih lagi logonya di Data RT (Lainnya, Logo di kepala surat), lalu cetak ulang.",
    )


def berkas_terbuka(nama: str) -> tuple[str, str]:
    """Cause and advice when the target is held by another program."""
    return (
        f"Berkas {nama} tidak dapat diganti, mungkin sedang dibuka di program lain.",
        "Tutup berkas itu atau simpan dengan nama lain, lalu ulangi.",
    )


def ruang_penuh() -> tuple[str, str]:
    """Cause and advice when the disk is full."""
    return ("Ruang simpan di komputer ini penuh.", "Hapus berkas yang tidak perlu, lalu ulangi.")


def folder_hilang(folder: str) -> tuple[str, str]:
    """Cause and advice when the target folder does not exist."""
    return (f"Folder {folder} tidak ada.", "Pilih folder lain, lalu ulangi.")


def folder_terkunci(folder: str) -> tuple[str, str]:
    """Cause and advice when the target folder may not be written to."""
    return (f"Folder {folder} tidak boleh ditulisi.", "Pilih folder lain, lalu ulangi.")


def gagal_simpan(nama: str) -> tuple[str, str]:
    """Cause and advice for any other failure to write."""
    return (f"Berkas {nama} tidak dapat disimpan.", "Pilih folder lain, lalu ulangi.")


DIBERIKAN_KEPADA = "diberikan kepada"
KOLOM_MATERI = ("No", "Materi", "Narasumber", "Waktu")


def sertifikat_nomor(nomor: str) -> str:
    """The line under the title of a certificate."""
    return f"Nomor: {nomor}"


def gambar_rusak() -> tuple[str, str]:
    """Cause and advice when a picture of the certificate cannot be read."""
    return ("Gambar pada rancangan sertifikat tidak dapat dibaca.", "Pilih lagi gambarnya di rancangan sertifikat.")


FOTO_TIDAK_ADA = "Foto belum ada di komputer ini"
