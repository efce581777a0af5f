"""Events of the city that a component can pay for having attended."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import entitled
from sync.web.kit.kunjungan import Kunjungan

from . import text_kota as text


def pilihan(k: Kunjungan) -> tuple[tuple[str, str], ...]:
    """Return the events that the city itself holds and that have a day, the latest first: ``source:id`` and words."""
    semua = tuple(
        (f"{s.sumber}:{s.asal}", f"{s.title}, {tanggal.panjang(date.fromisoformat(s.day))}")
        for s in entitled.sources(k.baca())
        if s.lingkup == wilayah.KOTA and s.day
    )
    return semua or (("", text.TANPA_ACARA),)


def mulai(k: Kunjungan, acara: str) -> str:
    """Return the month from which the tariff of an event holds: January of its year, so that it may still be moved.

    Raises InputSalah where it is none of these.
    """
    sumber, _, asal = acara.partition(":")
    ada = entitled.source(k.baca(), sumber, asal)
    if ada is None or not ada.day or ada.lingkup != wilayah.KOTA:
        raise InputSalah("acara", text.ACARA_HILANG)
    return f"{ada.day[:4]}-01"
