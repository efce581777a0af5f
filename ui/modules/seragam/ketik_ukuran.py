"""A size as it is typed in the table: ``xl``, ``xl wanita``, ``khusus 104``, ``104 cm``, ``-`` for none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import rules
from sipokat_desktop.modules.seragam.model import IsianUkuran, Pemakai

from . import text_ukuran as text

_CM = re.compile(r"\d{2,3}(?:cm)?")
_HAPUS = ("-", "−", "kosong", "hapus")


def baca(teks: str, model: Sequence[str]) -> IsianUkuran:
    """Return what the typed words say of a person; ``model`` are those of the purchase. Raises InputSalah."""
    if teks.strip().casefold() in _HAPUS:
        return IsianUkuran(ukuran="", cm="")
    ukuran, cm, lain = _pisah(teks)
    if cm and ukuran not in ("", rules.KHUSUS):
        raise InputSalah("ukuran", text.CM_TANPA_KHUSUS.format(ukuran=ukuran))
    dipilih = _model(" ".join(lain), tuple(model)) if lain else ""
    ukuran = rules.KHUSUS if cm else ukuran
    return IsianUkuran(ukuran or None, dipilih or None, " ".join(cm) or None)


def _model(teks: str, pilihan: tuple[str, ...]) -> str:
    """Return the model that the words beside a size name. Raises InputSalah."""
    try:
        dipilih = rules.baca_model(teks, pilihan, "ukuran") if pilihan else ""
    except InputSalah:
        dipilih = ""
    if not dipilih:
        semua = ", ".join((*rules.UKURAN, *pilihan))
        raise InputSalah("ukuran", text.TAK_DIKENAL.format(teks=teks, pilihan=semua))
    return dipilih


def _pisah(teks: str) -> tuple[str, list[str], list[str]]:
    """Return the size, the measures in cm and the other words."""
    ukuran, cm, lain = "", [], []
    for kata in teks.replace(",", " ").split():
        kenal = rules.kenal_ukuran(kata)
        if kenal and not ukuran:
            ukuran = kenal
        elif _CM.fullmatch(kata.casefold()):
            cm.append(kata.casefold().removesuffix("cm"))
        elif kata.casefold() != "cm":
            lain.append(kata)
    return ukuran, cm, lain


def kata(isian: IsianUkuran, p: Pemakai) -> str:
    """Say what a person wears once ``isian`` is saved."""
    ukuran = p.ukuran if isian.ukuran is None else isian.ukuran
    model = p.model if isian.model is None else isian.model
    cm = p.cm if isian.cm is None else isian.cm
    return sebut(model, ukuran, cm)


def sebut(model: str, ukuran: str, cm: str = "") -> str:
    """Say a model and a size: ``Pria XL``, ``Wanita khusus 104 cm``; "" for nothing."""
    ekor = f" {cm} cm" if cm.isdigit() else f" ({cm})" if cm else ""
    return " ".join(filter(None, (model, ukuran))) + (ekor if ukuran == rules.KHUSUS else "")
