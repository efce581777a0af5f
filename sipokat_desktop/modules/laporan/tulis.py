"""What the acts on reports share: a report that must be there, and what a change of its substance brings with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.tx import Tx

from . import baca, isi, text
from .model import CAMAT, LURAH, Diubah

TABEL, FOTO = "laporan_kegiatan", "laporan_foto"
DIKIRIM_RT = "rt"
"""``asal`` of a report that the head of the RT sent himself."""


def ada(tx: Tx, laporan_id: str) -> Fields:
    """Return the row of a report; raise InputSalah where it is gone."""
    try:
        return tx.row(TABEL, laporan_id)
    except KeyError as exc:
        raise InputSalah("", text.TIDAK_ADA) from exc


def post(tx: Tx, lingkup: str, jabatan_id: str) -> baca.Jabatan:
    """Return a post of a kelurahan; raise InputSalah where it is not here, or is another one's."""
    satu = baca.jabatan(tx.con, jabatan_id)
    if satu is None:
        raise InputSalah("rt", text.RT_TIDAK_ADA)
    if satu.lingkup != lingkup:
        raise InputSalah("rt", text.RT_LAIN_KELURAHAN.format(rt=satu.rt))
    return satu


def sidik(row: Fields, foto: Iterable[str]) -> str:
    """Return the hash of what a report says (isi.py)."""
    return isi.sidik((row[nama] for nama in isi.SUBSTANSI), foto)


def akibat(tx: Tx, lama: Fields, berubah: Collection[str]) -> tuple[Fields, Diubah]:
    """Return what a change of these fields (FOTO: the photos) writes besides, and what it says.

    Of the substance the lurah's word is cleared, and the camat's stays with the remark that it was about something
    else; who changed what the RT itself had sent is kept.
    """
    ikut: Fields = {}
    kata: list[str] = []
    substansi = not {*isi.SUBSTANSI, FOTO}.isdisjoint(berubah)
    if lama["asal"] == DIKIRIM_RT and (substansi or "lokasi" in berubah):
        ikut["diubah_oleh"] = tx.act.by
    if substansi and lama[LURAH]:
        ikut |= {LURAH: None, "lurah_catatan": None, "lurah_hari": None}
        kata.append(text.LURAH_DICABUT.format(putusan=text.PUTUSAN.get(str(lama[LURAH]), str(lama[LURAH])).lower()))
    if substansi and lama[CAMAT]:
        kata.append(text.CAMAT_TAHU)
    return ikut, Diubah(True, LURAH in ikut, tuple(kata), ())


def tambah_foto(tx: Tx, laporan_id: str, lingkup: str, foto: Sequence[Fields], mulai: int) -> None:
    """Add rows of photos behind ``mulai``; their ids follow from the report and the picture."""
    from sipokat_desktop.kernel.ids import derived_id

    for ke, satu in enumerate(foto, mulai + 1):
        row_id = derived_id(FOTO, laporan_id, str(satu["kunci"]))
        tx.insert(FOTO, {"laporan_id": laporan_id, **satu, "urutan": ke}, scope=lingkup, row_id=row_id)
