"""The words of payment sheets: which title means which field."""

from __future__ import annotations

import re

from sipokat_desktop.importing.table import key
from sipokat_desktop.kernel import tanggal

LEWAT = "-"
BULAN = tuple(f"b{ke:02d}" for ke in range(1, 13))
TRIWULAN = ("t1", "t2", "t3", "t4")
ISIAN: dict[str, str] = {
    "nomor": "RT", "rw": "RW", "nama": "Nama", "nik": "NIK", "bulan": "Bulan / periode", "tahun": "Tahun",
    "komponen": "Komponen / sumber dana", "jumlah": "Jumlah diterima", "pph": "PPh 21", "tanggal": "Tanggal bayar",
    "sp2d": "Nomor SP2D", "keterangan": "Keterangan", "kelurahan": "Kelurahan",
    **{kunci: nama for kunci, nama in zip(BULAN, tanggal.NAMA_BULAN, strict=True)},
    **{kunci: f"Triwulan {romawi}" for kunci, romawi in zip(TRIWULAN, ("I", "II", "III", "IV"), strict=True)},
}  # fmt: skip
"""Field key → label, in the order of a combo box."""

_SAMA = {
    "nomor": "rt nort nomorrt ketuart norukuntetangga rukuntetangga rtrw jabatan jabatanrt namart alamatrt",
    "kelurahan": "kelurahan namakelurahan kel desa kelurahandesa desakelurahan",
    "rw": "rw norw nomorrw rukunwarga",
    "nama": "nama namapenerima namaketuart namaketua namalengkap penerima namapengurus namalengkappenerima",
    "nik": "nik noktp nomorktp nonik nomorindukkependudukan noktpnik",
    "bulan": "bulan periode triwulan tw bulantriwulan bulanpembayaran untukbulan periodepembayaran masa "
    "pembayaranbulan bulanperiode bulanke",
    "tahun": "tahun thn tahunanggaran ta",
    "komponen": "komponen sumber sumberdana dompet skpd opd jenisbantuan jenisinsentif asaldana sumberskpd "
    "sumberanggaran dana viaopd via",
    "jumlah": "jumlah jumlahrp jumlahditerima jumlahdibayar jumlahyangditerima jumlahuang diterima diterimarp dibayar "
    "nominal nilai nilairp rp insentif honor honorarium jumlahinsentif besarinsentif netto jumlahbersih terima "
    "jumlahpembayaran pembayaran uangyangditerima jumlahterima",
    "pph": "pph pph21 pajak potongan potonganpajak potonganpph pph21rp pajakpph21",
    "tanggal": "tanggal tgl tanggalbayar tglbayar tanggalterima tglterima tanggalpembayaran tglpembayaran tanggalcair "
    "tglcair tanggalsp2d tglsp2d",
    "sp2d": "sp2d nosp2d nomorsp2d sp2dno nobukti nomorbukti nospm nosp2dtanggal",
    "keterangan": "keterangan ket catatan",
    LEWAT: "no nomor nourut nomorurut urut tandatangan ttd paraf besaran besaranperbulan besaranbulan tarif bln "
    "jumlahbulan bruto brutorp jumlahbruto jumlahkotor kecamatan alamat hp nohp rekening norekening total "
    "jumlahtotal",
}
_TEPAT = {satu: isian for isian, semua in _SAMA.items() for satu in semua.split()}
_SINGKAT = {
    **{key(nama): kunci for kunci, nama in zip(BULAN, tanggal.NAMA_BULAN, strict=True)},
    **{key(nama)[:3]: kunci for kunci, nama in zip(BULAN, tanggal.NAMA_BULAN, strict=True)},
    "agt": "b08", "ags": "b08", "sept": "b09", "nop": "b11", "nopember": "b11", "peb": "b02", "pebruari": "b02",
}  # fmt: skip
_TW = re.compile(r"(?i)(?:triwulan|tri wulan|tw)\.?\s*(?:ke\W*)?(iv|iii|ii|i|[1-4])\b")
_TAHUN = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def kenali(atas: str, bawah: str) -> str:
    """Return the field that a title in two parts stands for; "" for none, "-" for one that is not read."""
    for satu in (bawah, f"{atas} {bawah}", atas if not bawah else ""):
        polos = _TAHUN.sub("", satu)
        if cocok := _TW.fullmatch(" ".join(polos.split())):
            return f"t{angka_tw(cocok[1])}"
        kunci = key(polos)
        if isian := _SINGKAT.get(kunci) or _TEPAT.get(kunci) or _TEPAT.get(kunci.removesuffix("rp")):
            return isian
    return ""


def angka_tw(teks: str) -> int:
    """Return the number of a quarter written in Roman or Arabic."""
    return _ROMAWI.get(teks.casefold()) or int(teks)


def tahun_judul(judul: str) -> int:
    """Return the year that a title names, 0 for none."""
    cocok = _TAHUN.search(judul)
    return int(cocok[0]) if cocok else 0
