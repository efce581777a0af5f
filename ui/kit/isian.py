"""What the inputs of a form take: their kinds, the field of each, and how what was typed is understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from sipokat_desktop.kernel import nik, periode, rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from ui.kit import text
from ui.kit.choice import ChoiceField
from ui.kit.fields import AreaField, Field, GroupedField, TextField


class Jenis(Enum):
    """What an input takes, and therefore how it is typed and checked."""

    TEKS = auto()
    TANGGAL = auto()
    RUPIAH = auto()
    NIK = auto()
    ANGKA = auto()
    PILIHAN = auto()
    LAHIR = auto()
    PIN = auto()
    PANJANG = auto()
    BULAN = auto()
    IMEI = auto()


@dataclass(frozen=True, slots=True)
class Isian:
    """One input: key, label, kind, grey example, whether it must be filled, help below it.

    ``pilihan`` are pairs of value and words; ``kolom`` 1 puts the input into the right of two groups. In a form
    of several lanes ``bagian`` is a heading that begins here, ``bentang`` how many lanes the input takes.
    ``periksa`` returns the sentence why what was typed is wrong, "" when it is fine.
    """

    kunci: str
    label: str
    jenis: Jenis = Jenis.TEKS
    contoh: str = ""
    wajib: bool = False
    bantuan: str = ""
    pilihan: tuple[tuple[str, str], ...] = ()
    kolom: int = 0
    bagian: str = ""
    bentang: int = 1
    periksa: Callable[[str], str] | None = None


def remark(isian: Sequence[Isian]) -> tuple[str, str]:
    """Return what stands beside the label of an input that may be empty, and of one that may not.

    Only the rarer kind is marked; where all may be empty, none is.
    """
    wajib = sum(satu.wajib for satu in isian)
    if not wajib:
        return "", ""
    return ("", text.WAJIB) if wajib * 2 < len(isian) else (text.TIDAK_WAJIB, "")


def make_field(isian: Isian) -> Field:
    """Return the field in which an input of this kind is typed."""
    match isian.jenis:
        case Jenis.PILIHAN:
            return ChoiceField(isian.pilihan, isian.contoh)
        case Jenis.PANJANG:
            return AreaField(isian.contoh)
        case Jenis.NIK:
            return GroupedField(_group_nik, " ", isian.contoh)
        case Jenis.IMEI:
            return GroupedField(_group_imei, " ", isian.contoh)
        case Jenis.RUPIAH:
            return GroupedField(_group_rupiah, ".", isian.contoh)
        case Jenis.PIN:
            field = TextField(isian.contoh)
            field.setEchoMode(TextField.EchoMode.Password)
            return field
        case _:
            return TextField(isian.contoh)


def _group_nik(digits: str) -> str:
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))


def _group_imei(digits: str) -> str:
    """Group as the box of a phone does: 2, 6, 6 and the check digit."""
    return " ".join(filter(None, (digits[:2], digits[2:8], digits[8:14], digits[14:])))


def _group_rupiah(digits: str) -> str:
    return rupiah.titik(int(digits)) if digits else ""


def cleaned(isian: Isian, teks: str) -> str:
    """Return the value of an input as it goes to the rules: NIK and IMEI as bare digits, a month as ``YYYY-MM``."""
    if isian.jenis is Jenis.BULAN and teks:
        try:
            return periode.baca_bulan(teks, isian.kunci)
        except InputSalah:
            return teks
    return nik.rapikan(teks) if isian.jenis in (Jenis.NIK, Jenis.IMEI) else teks


def understand(isian: Isian, teks: str) -> str:
    """Return in words how ``teks`` was understood, "" when that needs no saying. Raises InputSalah."""
    if not teks:
        return ""
    _check(isian, teks)
    match isian.jenis:
        case Jenis.TANGGAL:
            return tanggal.panjang(tanggal.baca(teks, isian.kunci))
        case Jenis.LAHIR:
            return tanggal.panjang(tanggal.baca(teks, isian.kunci, abad_lahir=True, hari_ini=date.today()))
        case Jenis.RUPIAH:
            rupiah.baca(teks, isian.kunci)
        case Jenis.BULAN:
            return periode.nama_bulan(periode.baca_bulan(teks, isian.kunci))
        case Jenis.NIK:
            nik.baca(teks, isian.kunci)
        case Jenis.ANGKA if not (teks.isascii() and teks.isdigit()):
            raise InputSalah(isian.kunci, text.HANYA_ANGKA)
    return ""


def _check(isian: Isian, teks: str) -> None:
    """Raise InputSalah when the module's own rule finds ``teks`` wrong."""
    if isian.periksa is not None and (kata := isian.periksa(teks)):
        raise InputSalah(isian.kunci, kata)
