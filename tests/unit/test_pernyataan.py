"""A save finds its statements compiled, also on the connection that has just made a new store."""

from __future__ import annotations

from pathlib import Path

import pytest

from sipokat_desktop.storage.store import Store
from tests.unit import kantor

pytestmark = pytest.mark.usefixtures("migrations")


def test_tidak_ada_pernyataan_yang_disusun_ulang(tmp_path: Path) -> None:
    """The engine asks an authorizer while it compiles a statement, and only then."""
    with kantor.buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        orang = str(store.reader().execute("SELECT id FROM rt_orang").fetchone()[0])
        disusun: list[int] = []

        def dicatat(action: int, *_: object) -> int:
            disusun.append(action)
            return 0

        store.local(lambda con: con.set_authorizer(dicatat))
        _simpan(store, orang, "081200000001")
        assert disusun
        _simpan(store, orang, "081200000002")
        disusun.clear()
        _simpan(store, orang, "081200000003")
        assert disusun == []


def _simpan(store: Store, orang: str, hp: str) -> None:
    store.write("rt.ubah", lambda tx: tx.update("rt_orang", orang, {"hp": hp}))
