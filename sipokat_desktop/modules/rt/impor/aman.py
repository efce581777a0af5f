"""What a row must not do to the terms on record: give a post or a NIK two holders, or change a recorded end."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.rt import ops, queries, rules

from . import kata, nasib
from .bacaan import Bacaan
from .hasil import Berat, Tanda
from .rencana import BarisRencana, Nasib, kata_isian
from .simpanan import Simpanan


def tumpuk(ada: Simpanan, jabatan_id: str, masa: Fields, *, mulai: str = "", kecuali: str = "") -> str:
    """Return a sentence where ``masa`` shares a day with another term of its post; "" where it does not.

    ``mulai`` stands for a first day that is not known; ``kecuali`` is the term that changes or ends.
    """
    hari = _teks(masa.get("tmt")) or mulai or None, _teks(masa.get("akhir_nyata"))
    for lain in ada.semua_masa(jabatan_id):
        if lain["id"] != kecuali and rules.bertumpuk(hari, (_teks(lain["tmt"]), _teks(lain["akhir_nyata"]))):
            nomor = str((ada.jabatan.get(jabatan_id) or {}).get("nomor") or "?")
            nama = str((ada.orang.get(str(lain["orang_id"])) or {}).get("nama") or "")
            ini = queries.Tumpuk(str(lain["id"]), nomor, nama, _teks(lain["tmt"]), _teks(lain["akhir_nyata"]))
            return ops.sebut_tumpuk(ini)
    return ""


def _teks(nilai: object) -> str | None:
    return str(nilai) if nilai else None


def mantan(satu: Bacaan, ada: Simpanan, jabatan_id: str) -> Fields | None:
    """Return the ended term of which a row speaks: its holder's, and no TMT after it on the sheet."""
    tmt = str(satu.isi.get("tmt") or "")
    for dulu in ada.berakhir.get(jabatan_id, ()):
        orang = ada.orang.get(str(dulu["orang_id"]))
        if orang and tmt <= str(dulu["akhir_nyata"]) and nasib.orang_sama(satu, orang):
            return dulu
    return None


def diangkat_lagi(isi: Fields, masa: Fields) -> bool:
    """Tell whether the same head begins another term: later than a recorded end, or on another SK."""
    tmt, lama = str(isi.get("tmt") or ""), str(masa["tmt"] or "")
    if not tmt or not lama or tmt <= lama:
        return False
    if masa["akhir_nyata"]:
        return tmt > str(masa["akhir_nyata"])
    return bool(isi.get("sk_nomor") and masa["sk_nomor"] and not _sk_sama(isi["sk_nomor"], masa["sk_nomor"]))


def _sk_sama(satu: object, dua: object) -> bool:
    return "".join(str(satu).casefold().split()) == "".join(str(dua).casefold().split())


def tmt_salah(ada: Simpanan, satu: Bacaan, masa: Fields, baru: Fields) -> str:
    """Return a sentence where the days that a row gives to a stored term cannot be; remark on a later TMT."""
    tmt, lama, akhir = _teks(baru["tmt"]), _teks(masa["tmt"]), _teks(baru["akhir_nyata"])
    if tmt == lama and akhir == _teks(masa["akhir_nyata"]):
        return ""
    if tmt and akhir and tmt > akhir:
        return kata.TMT_LEWAT.format(akhir=kata_isian("akhir_nyata", akhir))
    if tmt and lama and tmt > lama:
        pesan = kata.TMT_MAJU.format(lama=kata_isian("tmt", lama))
        satu.tanda.append(Tanda("tmt", "", "", Berat.RAGU, pesan, kata_isian("tmt", lama), kata_isian("tmt", tmt)))
    return tumpuk(ada, str(masa["jabatan_id"]), baru, kecuali=str(masa["id"]))


def nik_tunggal(baris: Sequence[BarisRencana], ada: Simpanan) -> None:
    """Refuse rows whose NIK would then belong to two heads in office; each refusal may bring up another."""
    lagi = bool(ada.pemegang)
    while lagi:
        ditutup = {satu.kerja.jabatan_id for satu in baris if satu.nasib is Nasib.GANTI and satu.kerja}
        lagi = False
        for satu in baris:
            if satu.kerja is None or not satu.isi.get("nik"):
                continue
            pesan = milik_lain(ada, str(satu.isi["nik"]), satu.kerja.jabatan_id, ditutup)
            if pesan:
                satu.tanda = [*satu.tanda, Tanda("nik", "", "", Berat.SALAH, pesan)]
                satu.nasib, satu.alasan, satu.beda, satu.kerja = Nasib.MASALAH, pesan, (), None
                lagi = True


def milik_lain(ada: Simpanan, nik: str, jabatan_id: str, ditutup: set[str] | frozenset[str] = frozenset()) -> str:
    """Return a sentence where a NIK belongs to the head of another RT that no row replaces; "" where it does not."""
    for lain, rt, nama in ada.pemegang.get(nik, ()):
        if lain != jabatan_id and lain not in ditutup:
            return kata.NIK_LAIN.format(nama=nama, rt=rt)
    return ""
