"""What the papers of module bimtek share: letterhead and signer of the office that holds the event, days, places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.storage.sqlite import Connection

from . import text_cetak as kata
from .model import Lingkup, Sesi


def saat(sekarang: int) -> str:
    """Return when a paper was printed (UTC ms) for its foot: ``20/11/2017 08.15``."""
    return f"{tanggal.pendek(tanggal.wib(sekarang).date())} {tanggal.jam_wib(sekarang)}"


def tempat_hari(hari: date | None) -> str:
    """Return place and day over a signature; dots where the day is not known."""
    return f"{kata.TEMPAT}, {tanggal.panjang(hari) if hari else kata.TITIK}"


def hari(iso: str) -> date | None:
    """Return a stored day, None for an empty one."""
    return date.fromisoformat(iso) if iso else None


def judul_wilayah(con: Connection, lingkup: Lingkup) -> tuple[str, ...]:
    """Return the title line that says whose people are on the paper; none where they are everybody's."""
    if not isinstance(lingkup, str):
        return judul_wilayah(con, lingkup[0]) if len(lingkup) == 1 else ()
    if lingkup in ("", wilayah.KOTA):
        return ()
    return (kantor.judul(con, lingkup),)


def rinci_sesi(s: Sesi) -> tuple[tuple[str, str], ...]:
    """Return when and where a session is and who speaks, as label and value."""
    isi = (
        (kata.HARI, tanggal.lengkap(s.hari)),
        (kata.WAKTU, s.waktu),
        (kata.TEMPAT_ACARA, s.di),
        (kata.NARASUMBER, s.pembicara),
    )
    return tuple((label, nilai or kata.KOSONG) for label, nilai in isi)


def alinea(teks: str) -> Sequence[str]:
    """Return the paragraphs of a long text that was typed."""
    return [satu.strip() for satu in teks.splitlines() if satu.strip()]


def persen(nilai: int | None) -> str:
    """Return tenths of a percent in words: ``98,9 %``; a dash where there is none."""
    if nilai is None:
        return kata.KOSONG
    return kata.PERSEN.format(bulat=nilai // 10, pecahan=nilai % 10)
