"""The way to what an id names on the page Usulan: a proposal, what a post proposes, a chip or status of a year."""

from __future__ import annotations

from collections.abc import Callable

from sipokat_desktop.modules.usulan import queries
from sipokat_desktop.modules.usulan import text as usulan
from ui.kit.host import Host
from ui.kit.table_big import QueryTable

from .penyaring import Penyaring

RT = "rt:"
"""Before the id of a post: what it proposes."""
SARING = "saring:"
"""Before a chip or status and a year (``saring:draf:2027``)."""
_MENCARI = "cari:"
"""Before a proposal that was looked for already in what was read anew."""


class Tujuan:
    """``tanya`` shows what the filters ask; ``tahun`` reads a year's proposals and comes back with an id."""

    def __init__(
        self, host: Host, tabel: QueryTable, saring: Penyaring, tanya: Callable[[], object],
        tahun: Callable[[int | None, str], object],
    ) -> None:  # fmt: skip
        self._host, self._tabel, self._saring, self._tanya, self._tahun = host, tabel, saring, tanya, tahun

    def buka(self, id: str, kini: int | None) -> None:
        """Go to ``id`` while the year ``kini`` (None: all) is shown."""
        if id.startswith(RT):
            self._pos(id.removeprefix(RT))
        elif id.startswith(SARING):
            kunci, _, tahun = id.removeprefix(SARING).partition(":")
            self._disaring(kunci, int(tahun), kini)
        else:
            self._usulan(id.removeprefix(_MENCARI), kini, terakhir=id.startswith(_MENCARI))

    def _usulan(self, id: str, kini: int | None, *, terakhir: bool) -> None:
        """Go to a proposal: in another year, or as part of the one that it was merged into; one that was just recorded
        is looked for once more in what is read anew."""
        u = queries.usulan(self._host.store.reader(), id)
        if u is None:
            return
        tetap = u.induk_id or u.usulan_id
        if kini not in (None, u.tahun):
            self._tahun(u.tahun, tetap)
            return
        self._tabel.select(tetap)
        if self._tabel.current_id() != tetap:
            self._saring.kosongkan()
            self._tanya()
            self._tabel.select(tetap)
        if self._tabel.current_id() != tetap and not terakhir:
            self._tahun(kini, f"{_MENCARI}{tetap}")
        else:
            self._tabel.setFocus()

    def _pos(self, jabatan_id: str) -> None:
        con = self._host.store.reader()
        row = con.execute("SELECT nomor, lingkup FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone()
        if row:
            self._saring.hanya_rt(usulan.RT.format(rt=row[0]), str(row[1]))
        self._mulai()

    def _disaring(self, kunci: str, tahun: int, kini: int | None) -> None:
        if kini != tahun:
            self._tahun(tahun, f"{SARING}{kunci}:{tahun}")
            return
        self._saring.kosongkan()
        self._saring.tunjuk(kunci)
        self._mulai()

    def _mulai(self) -> None:
        self._tanya()
        self._tabel.begin()
        self._tabel.setFocus()
