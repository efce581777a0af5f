"""Rules of a report, without a store: day, field and kind of activity, description, participants (DOMAIN §6)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.rupiah import titik
from sipokat_desktop.modules.rt.rules import jumlah

from . import text
from .model import TIDAK, YA, Isian, Peringatan

ISIAN = ("tanggal", "bidang", "jenis", "uraian", "lokasi", "peserta", "kategori")
"""The inputs of a report."""
BIDANG_5 = "5"
"""The field of activity that an office switches on."""
BIASA = "biasa"
URAIAN_TERPANJANG, URAIAN_TERPENDEK, LOKASI_TERPANJANG, CATATAN_TERPANJANG = 1000, 3, 200, 500
PESERTA_TERBANYAK = 100_000
PESERTA_WAJAR = 1_000
"""More people than that in one activity of an RT are doubted; more than PESERTA_TERBANYAK are a slip of the key."""
LAMA_WAJAR = 366
"""Days after which a report is doubted to be of that year."""
JENIS_BIDANG: Mapping[str, str] = {jenis: bidang for bidang, isi in text.JENIS.items() for jenis in isi}
"""The field of activity that a kind belongs to; ``lain`` belongs to every field."""
_ANEH = ("Cc", "Cf", "Co", "Cs")


def bersihkan(isian: Isian, hari_ini: date, *, bidang_5: bool = False) -> Fields:
    """Turn what was typed into stored values; raise InputSalah for the first wrong one, KeyError for another field.

    ``bidang_5`` tells whether the office uses the optional field of activity.
    """
    asing = isian.keys() - {*ISIAN}
    if asing:
        raise KeyError(min(asing))
    fields: Fields = {nama: _BACA[nama](isian[nama], hari_ini) for nama in ISIAN if nama in isian}
    if fields.get("bidang") == BIDANG_5 and not bidang_5:
        raise InputSalah("bidang", text.BIDANG_5_MATI)
    return fields


def cocokkan(fields: Mapping[str, Value]) -> None:
    """Raise InputSalah where the kind of activity does not belong to the field of activity."""
    bidang, jenis = str(fields["bidang"]), str(fields["jenis"])
    milik = JENIS_BIDANG.get(jenis, bidang)
    if milik != bidang:
        kata = text.JENIS_LAIN_BIDANG.format(
            jenis=text.JENIS[milik][jenis], milik=text.BIDANG[milik], bidang=text.BIDANG[bidang]
        )
        raise InputSalah("jenis", kata)


def pilihan_jenis(bidang: str) -> dict[str, str]:
    """Return the kinds of a field of activity, code and words, *Lainnya* last."""
    return text.JENIS.get(bidang, {}) | {text.LAIN: text.JENIS_LAIN}


def kenal_jenis(tertulis: str) -> str:
    """Return the code of a kind of activity by code or words, "" where it is none."""
    try:
        return _jenis(tertulis, date.min)
    except InputSalah:
        return ""


def satu_baris(isian: str, field: str, batas: int) -> str | None:
    """Return what was typed as one clean line, None when empty; raise InputSalah for a longer one or odd characters."""
    bersih = " ".join(unicodedata.normalize("NFC", isian).split())
    if any(unicodedata.category(huruf) in _ANEH for huruf in bersih):
        raise InputSalah(field, text.HURUF_ANEH)
    if len(bersih) > batas:
        raise InputSalah(field, text.TERLALU_PANJANG.format(n=titik(len(bersih)), batas=titik(batas)))
    return bersih or None


def putusan(isian: str, catatan: str) -> tuple[str, str | None]:
    """Return a verification as stored, with its note; a *tidak* needs one, so that the RT knows what to mend."""
    nilai = _pilihan(isian, "putusan", text.PUTUSAN)
    bersih = satu_baris(catatan, "catatan", CATATAN_TERPANJANG)
    if nilai == TIDAK and not bersih:
        raise InputSalah("catatan", text.TIDAK_TANPA_CATATAN)
    return nilai or YA, bersih


def kategori(isian: str) -> str:
    """Return the category, by code or by words; raise InputSalah for another."""
    return _pilihan(isian, "kategori", text.KATEGORI)


def peringatan(fields: Mapping[str, Value], hari_ini: date, *, jiwa: int = 0) -> Iterator[Peringatan]:
    """Yield the doubts about a report; ``jiwa``: how many people live in the RT (0: not known)."""
    hari = date.fromisoformat(str(fields["tanggal"]))
    if (hari_ini - hari).days > LAMA_WAJAR:
        yield Peringatan("tanggal", text.TANGGAL_LAMA.format(tanggal=tanggal.panjang(hari)))
    kata = kata_peserta(fields.get("peserta"), jiwa)
    if kata:
        yield Peringatan("peserta", kata)


def kata_peserta(peserta: Value, jiwa: int) -> str:
    """Say what is odd about a number of participants, "" where nothing is."""
    if peserta is None:
        return ""
    banyak = int(peserta)
    if banyak == 0:
        return text.PESERTA_NOL
    if jiwa and banyak > jiwa:
        return text.PESERTA_LEBIH_JIWA.format(n=titik(banyak), jiwa=titik(jiwa))
    return text.PESERTA_BANYAK.format(n=titik(banyak)) if banyak > PESERTA_WAJAR else ""


def _hari(isian: str, hari_ini: date) -> str:
    hari = tanggal.baca(isian) if isian.strip() else hari_ini
    if hari > hari_ini:
        raise InputSalah("tanggal", text.TANGGAL_NANTI.format(tanggal=tanggal.panjang(hari)))
    return hari.isoformat()


def _bidang(isian: str, _hari_ini: date) -> str:
    return _pilihan(isian, "bidang", text.BIDANG)


def _jenis(isian: str, _hari_ini: date) -> str:
    semua = {kode: kata for isi in text.JENIS.values() for kode, kata in isi.items()}
    return _pilihan(isian, "jenis", semua | {text.LAIN: text.JENIS_LAIN})


def _uraian(isian: str, _hari_ini: date) -> str:
    bersih = satu_baris(isian, "uraian", URAIAN_TERPANJANG) or ""
    if sum(map(str.isalnum, bersih)) < URAIAN_TERPENDEK:
        raise InputSalah("uraian", text.URAIAN_KOSONG)
    return bersih


def _lokasi(isian: str, _hari_ini: date) -> str | None:
    return satu_baris(isian, "lokasi", LOKASI_TERPANJANG)


def _peserta(isian: str, _hari_ini: date) -> int | None:
    try:
        banyak = jumlah(isian, "peserta")
    except InputSalah:
        raise InputSalah("peserta", text.PESERTA_SALAH) from None
    if banyak is not None and banyak > PESERTA_TERBANYAK:
        raise InputSalah("peserta", text.PESERTA_MUSTAHIL.format(n=titik(banyak)))
    return banyak


def _kategori(isian: str, _hari_ini: date) -> str:
    return kategori(isian) if isian.strip() else BIASA


def _pilihan(isian: str, field: str, isi: Mapping[str, str]) -> str:
    """Return the code of a choice, by code or by words, case aside; the optional field of activity is not proposed."""
    nilai = " ".join(isian.split()).casefold()
    for kode, kata in isi.items():
        if nilai in (kode, kode.replace("_", " "), kata.casefold()):
            return kode
    pola = text.PILIHAN_SALAH if nilai else text.PILIHAN_KOSONG
    tampil = ", ".join(kata for kode, kata in isi.items() if (field, kode) != ("bidang", BIDANG_5))
    raise InputSalah(field, pola.format(apa=text.LABEL[field], pilihan=tampil))


_BACA: Mapping[str, Callable[[str, date], Value]] = {
    "tanggal": _hari,
    "bidang": _bidang,
    "jenis": _jenis,
    "uraian": _uraian,
    "lokasi": _lokasi,
    "peserta": _peserta,
    "kategori": _kategori,
}
