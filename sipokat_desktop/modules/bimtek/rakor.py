"""What module bimtek says on the Lembar rakor: who came to the events of those days."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage.briefing import Asked, Section
from sipokat_desktop.storage.sqlite import Connection

from . import kegiatan, lembar, statistik
from . import text_rakor as text
from .model import BATAL, Kegiatan

_URUTAN = 70


def bagian(con: Connection, asked: Asked) -> tuple[Section, ...]:
    """Return the section of this module, a sentence for each event; none where there was no event."""
    semua = [k for k in kegiatan.kegiatan(con, lingkup=asked.scope) if _dalam(k, asked)]
    if not semua:
        return ()
    kata = tuple(_kalimat(con, k, asked.scope) for k in semua)
    return (Section("bimtek", text.JUDUL, said=kata, newest=max(k.sampai for k in semua), rank=_URUTAN),)


def _dalam(k: Kegiatan, asked: Asked) -> bool:
    return bool(k.mulai) and k.mulai <= asked.last and k.sampai >= asked.first and k.keadaan != BATAL


def _kalimat(con: Connection, k: Kegiatan, lingkup: str) -> str:
    angka = statistik.angka_kegiatan(con, k.kegiatan_id, lingkup=lingkup)
    hari = tanggal.panjang(date.fromisoformat(k.mulai))
    if not angka.diundang:
        return text.TANPA_UNDANGAN.format(nama=k.nama, hari=hari)
    datang = angka.datang_undangan
    persen = lembar.persen(statistik.permil(datang, angka.diundang))
    return text.HADIR.format(nama=k.nama, hari=hari, datang=datang, n=angka.diundang, persen=persen)
