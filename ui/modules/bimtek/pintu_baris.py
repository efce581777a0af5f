"""Rows of the door: a scan in the list of the last ones, a person among several."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.bimtek.hadir_model import Orang
from sipokat_desktop.modules.bimtek.tanda import HADIR, Keadaan
from ui.kit.marks import Mark
from ui.kit.theme import Role

from . import pintu_kata as kata
from . import text_pintu as text
from .pintu_daftar import BarisPintu
from .pintu_entri import Entri, Simpan


def baris_semua(semua: Sequence[Entri], pintu_ini: str) -> list[BarisPintu]:
    """Return the rows of scans, the newest first; a mark that a newer one took the place of is struck out."""
    baris, lebih_baru = [], set()
    for e in semua:
        diganti = e.tercatat and e.orang is not None and e.orang.jabatan_id in lebih_baru
        baris.append(_baris(e, pintu_ini, diganti=diganti))
        if e.tercatat and e.orang is not None:
            lebih_baru.add(e.orang.jabatan_id)
    return baris


def _baris(e: Entri, pintu_ini: str, *, diganti: bool) -> BarisPintu:
    tampil = e.tampilan(pintu_ini)
    siapa = kata.siapa(e.orang) or text.TEKS_SALAH.format(teks=e.teks[:24])
    apa = tampil.kata if e.tanda == HADIR or e.tercatat else f"{kata.tanda(e.tanda)}: {tampil.kata.lower()}"
    bawah = " · ".join(filter(None, (kata.tempat(e.orang), text.DIGANTI if diganti else apa)))
    mark = Mark.LINGKAR if e.simpan in (Simpan.MENUNGGU, Simpan.MEMBATALKAN) else tampil.mark
    coret = diganti or e.simpan in (Simpan.MEMBATALKAN, Simpan.DIBATALKAN)
    return BarisPintu(siapa, tanggal.jam_wib(e.pukul), bawah, tampil.role, mark, coret)


def baris_orang(orang: Orang, keadaan: Keadaan) -> BarisPintu:
    """Return the row of a person to choose, with what is recorded already."""
    bawah = kata.tempat(orang) if orang.diundang else f"{kata.tempat(orang)} · {text.TANPA_UNDANGAN.lower()}"
    if not keadaan.tercatat:
        return BarisPintu(kata.siapa(orang), "", bawah)
    return BarisPintu(kata.siapa(orang), kata.sebut(keadaan), bawah, Role.BAIK if keadaan.datang else Role.PERHATIAN)
