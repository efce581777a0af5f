"""The one main action of an opened event: what comes next in its life, for this office."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ui.kit.host import Host

from . import text, text_catat
from .boleh import boleh_catat, larangan_ubah, utuh

if TYPE_CHECKING:
    from .detail import Detail

_DEKAT = 1
"""The door is what comes next from so many days before the session."""


class Utama(NamedTuple):
    """The words of the main button and what it does."""

    kata: str
    lakukan: Callable[[], object]


def utama(host: Host, d: Detail) -> Utama:
    """Return what comes next; no words where nothing does."""
    isi = d.isi
    if not isi.kegiatan.terbuka:
        return Utama(text.LAPORAN_UTAMA if isi.sesi and utuh(host, isi.kegiatan) else "", d.lakukan.laporan)
    if boleh_catat(host, isi.kegiatan.lingkup):
        return _melihat(host, d)
    if not isi.sesi:
        return Utama("" if larangan_ubah(host, isi.kegiatan) else text.TAMBAH_SESI, d.tambah_sesi.emit)
    if not isi.undangan:
        return Utama(text.UNDANG, d.undangan.buka)
    return _hari(host, d)


def _melihat(host: Host, d: Detail) -> Utama:
    """Return what comes next where another office records: the invitations, after the last session what is paid."""
    isi = d.isi
    if isi.sesi and isi.sesi[-1].hari < isi.hari:
        for tautan in host.links(f"bimtek:{isi.kegiatan.kegiatan_id}")[:1]:
            return Utama(tautan.kata, partial(host.go, tautan.page, tautan.id))
    return Utama(text.CETAK_UNDANGAN if isi.undangan and isi.sesi else "", d.lakukan.cetak_undangan)


def _hari(host: Host, d: Detail) -> Utama:
    """Return what comes next by the day of the chosen session: the invitations, the door, what is not recorded yet."""
    isi = d.isi
    s = isi.satu_sesi or isi.sesi[-1]
    sisa = (s.hari - isi.hari).days
    if sisa > _DEKAT:
        return Utama(text.CETAK_UNDANGAN, d.lakukan.cetak_undangan)
    if sisa >= 0:
        return Utama(text.BUKA_PINTU, d.pintu.buka)
    if isi.belum:
        return Utama(text_catat.SISA, d.lakukan.sisa)
    return Utama(text.LAPORAN_UTAMA if utuh(host, isi.kegiatan) else "", d.lakukan.laporan)
