"""Which decisions wait in the office of a visit, whose they are, and who may take them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.storage import core, decisions
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.store import Store
from sync.web.akun.peran import Peran
from sync.web.kit.kunjungan import Kunjungan

from . import text

UANG = (core.GANDA, core.BATAL_DUA, core.BATAL_BEDA)
"""What is decided between the entries of a ledger: by another than who recorded them (SYNC.md), so by the city too."""
_URUT = (*UANG, core.KERAS, core.HAPUS)


class Hal(NamedTuple):
    """One thing that waits: the office whose it is, whether this person may decide, and whether as the city itself."""

    kunci: str
    d: Decision
    lingkup: str
    boleh: bool
    sebagai_kota: bool

    @property
    def nama(self) -> str:
        """What people call this kind of thing."""
        return self.d.nama or text.JENIS.get(self.d.jenis, self.d.jenis)

    @property
    def ditahan(self) -> bool:
        """Tell whether the city holds a change."""
        return self.d.jenis == decisions.DITAHAN

    @property
    def berat(self) -> bool:
        """Tell whether sums or rows stand still until it is decided."""
        return self.d.jenis in _URUT or bool(self.d.aturan)

    @property
    def kantor(self) -> str:
        """Whose it is."""
        return wilayah.nama_kantor(self.lingkup or wilayah.KOTA)

    @property
    def pemutus(self) -> str:
        """Who decides it, where that is not this person."""
        kota = wilayah.nama_kantor(wilayah.KOTA)
        if self.ditahan:
            return kota
        return text.ATAU_KOTA.format(kantor=self.kantor, kota=kota) if self.d.jenis in UANG else self.kantor

    def dapat_diurungkan(self, k: Kunjungan) -> bool:
        """Tell whether a way out of this can be taken back afterwards (:mod:`.diputuskan`)."""
        table = k.store.tables.get(self.d.tabel)
        return self.sebagai_kota and self.d.jenis in UANG and bool(table and table.ledger and table.ledger.reopens)

    def putuskan(self, k: Kunjungan, kerja: Callable[[Store], object]) -> None:
        """Do an act of deciding as whoever may: the office of the visit, or the city itself."""
        if self.sebagai_kota:
            k.kantor.sebagai_kota(k.siapa.nama, kerja)
        else:
            k.tulis(kerja)


def semua(k: Kunjungan) -> list[Hal]:
    """Return what waits here, the gravest first; what only the office itself can close is left out."""
    con, tables, own = k.baca(), k.store.tables, k.kantor.lingkup
    found = []
    for d in decisions.waiting(con, tables):
        if d.jenis == decisions.DITOLAK or (d.op and not d.id):
            continue
        lingkup = decisions.scope_of(con, d, tables)
        sendiri = decisions.ours(con, d, tables, own) and not (d.jenis == decisions.DITAHAN and lingkup == own)
        kota = not sendiri and k.siapa.peran is Peran.BAGIAN and (d.jenis in UANG or d.jenis == decisions.DITAHAN)
        found.append(Hal(_kunci(d), d, lingkup, sendiri or kota, kota))
    return sorted(found, key=lambda h: (not h.boleh, _berat(h.d), h.lingkup, -h.d.sejak, h.kunci))


def cari(k: Kunjungan, kunci: str) -> Hal | None:
    """Return what waits under a key; None where it waits no more."""
    return next((h for h in semua(k) if h.kunci == kunci), None)


def _kunci(d: Decision) -> str:
    return hashlib.sha256(f"{d.jenis}|{d.id or d.op or '|'.join(d.baris)}".encode()).hexdigest()[:16]


def _berat(d: Decision) -> int:
    return _URUT.index(d.jenis) if d.jenis in _URUT else 1 if d.aturan else len(_URUT)
