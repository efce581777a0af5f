"""The rules of one row against one stored head: the same person or not, and which fields change."""

from __future__ import annotations

from sipokat_desktop.kernel import nik as nik_
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.modules.rt import JABATAN, MASA, ORANG, ops, text

from . import cocok, kata
from .bacaan import Bacaan
from .hasil import Berat, Tanda
from .rencana import LABEL, Beda, kata_isian

Bedabeda = tuple[Beda, ...]

ISIAN_TABEL = {
    tabel.name: frozenset(kolom.name for kolom in tabel.columns) - {"jabatan_id", "orang_id"}
    for tabel in (JABATAN, ORANG, MASA)
}
_HURUF_BEBAS = frozenset(("nama", "tempat_lahir", "alamat", "bank", "atas_nama", "batas", "sk_nomor", "ba_nomor"))
_AWALAN_PASTI = 12
"""Digits of a damaged NIK that make it one person's: place and birth day."""
_PILIHAN = {"kelamin": text.KELAMIN, "jenis": text.JENIS, "cara": text.CARA, "sk_penerbit": text.PENERBIT}
_HP_LAIN = kata.HP_LAIN.partition("{")[0]


def id_pos(lingkup: str, isi: Fields) -> str:
    """Return the id of a new post, the same on every PC."""
    rw = isi.get("rw")
    return ops.id_jabatan(lingkup, str(isi["nomor"]), str(rw) if rw else None)


def orang_sama(satu: Bacaan, orang: Fields) -> bool:
    """Tell whether a row speaks of a stored person; by NIK, else by name. Doubts become remarks."""
    isi = satu.isi
    nama, lama = str(isi.get("nama") or ""), str(orang["nama"] or "")
    nik, ada = str(isi.get("nik") or ""), str(orang["nik"] or "")
    if nik and nik == ada:
        return True
    skor = cocok.mirip(nama, lama)
    if len(satu.awalan) >= 6 and ada.startswith(satu.awalan) and skor >= cocok.SAMA and not _bertentangan(isi, orang):
        isi["nik"] = ada
        satu.tanda[:] = [tanda for tanda in satu.tanda if tanda.isian != "nik"]
        satu.tanda.append(Tanda("nik", "", "", Berat.RAPI, kata.NIK_DIPULIHKAN, satu.awalan, ada))
        if skor < 100:
            satu.tanda.append(Tanda("nama", "", "", Berat.RAGU, kata.NAMA_MIRIP.format(lama=lama), lama, nama))
        return True
    if nik and ada:
        return _nik_diperbaiki(satu, nik, ada, skor)
    if satu.awalan and ada and not ada.startswith(satu.awalan[:6]):
        return False
    if skor >= 100:
        return True
    if skor < cocok.SAMA or _bertentangan(isi, orang):
        return False
    satu.tanda.append(Tanda("nama", "", "", Berat.RAGU, kata.NAMA_MIRIP.format(lama=lama), lama, nama))
    return True


def nama_lain(satu: Bacaan, orang: Fields) -> bool:
    """Tell whether a row has a stored person's NIK, or nearly all of it, under another name."""
    nama, lama = str(satu.isi.get("nama") or ""), str(orang["nama"] or "")
    nik, ada = str(satu.isi.get("nik") or ""), str(orang["nik"] or "")
    milik = bool(ada) and (nik == ada or (len(satu.awalan) >= _AWALAN_PASTI and ada.startswith(satu.awalan)))
    return milik and bool(nama and lama) and cocok.mirip(nama, lama) < cocok.SAMA


def _nik_diperbaiki(satu: Bacaan, nik: str, ada: str, skor: float) -> bool:
    """Two NIKs and one name: the same person when only a few digits differ."""
    if skor < 100 or cocok.beda_angka(nik, ada) > 3:
        return False
    pesan = kata.NIK_BEDA
    satu.tanda.append(Tanda("nik", "", "", Berat.RAGU, pesan, nik_.samarkan(ada), nik_.samarkan(nik)))
    return True


def _bertentangan(isi: Fields, orang: Fields) -> bool:
    """Tell whether birth or sex speak against one person."""
    return any(isi.get(f) and orang[f] and isi[f] != orang[f] for f in ("tanggal_lahir", "kelamin"))


def berubah(tabel: str, isi: Fields, lama: Fields) -> Fields:
    """Return the fields that the row changes; an empty cell never does."""
    hasil: Fields = {}
    for isian in ISIAN_TABEL[tabel] & isi.keys():
        baru = isi[isian]
        if baru is None or baru == lama[isian] or isian == "nomor":
            continue
        if isian == "rw" and lama[isian]:
            continue
        if isian == "catatan":
            baru = _catatan(str(baru), str(lama[isian] or ""))
        elif isian in _HURUF_BEBAS and _seperti(str(baru), str(lama[isian] or "")):
            continue
        if baru != lama[isian]:
            hasil[isian] = baru
    return hasil


def _seperti(baru: str, lama: str) -> bool:
    """Tell whether two texts differ only by case, the new one all in capitals or all small, or by blanks."""
    if baru.casefold().replace(" ", "") != lama.casefold().replace(" ", ""):
        return False
    return baru.isupper() or baru.islower() or baru.casefold() != lama.casefold()


def _catatan(baru: str, lama: str) -> str:
    """A second phone number is added to the note, not put in its place."""
    if not baru.startswith(_HP_LAIN) or not lama:
        return baru
    return lama if baru in lama else f"{lama}; {baru}"


def kata_nilai(isian: str, nilai: Value) -> str:
    """Return a value in the words of the screen."""
    if isian in _PILIHAN and nilai is not None:
        return _PILIHAN[isian].get(str(nilai), str(nilai))
    return kata_isian(isian, nilai)


def dalam_kata(lama: Fields, baru: Fields) -> Bedabeda:
    """Return changes as people read them, in the order of the manifest."""
    return tuple(
        Beda(isian, LABEL[isian], kata_nilai(isian, lama.get(isian)), kata_nilai(isian, baru[isian]))
        for isian in LABEL
        if isian in baru
    )


def ganti_dalam_kata(isi: Fields, orang: Fields, masa: Fields) -> Bedabeda:
    """Return what a replacement changes in the eyes of people: the head, the number, the term, the SK."""
    lama: Fields = {**orang, **masa}
    baru: Fields = {f: isi[f] for f in ("nama", "nik", "hp", "sk_nomor", "tmt", "akhir_sk") if isi.get(f)}
    return dalam_kata(lama, {f: nilai for f, nilai in baru.items() if nilai != lama.get(f)})
