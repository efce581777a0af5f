"""A sync writes the office's disk once: outcomes, pages, receipt and what the status says of it are one transaction."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop.app import CLOCK_WARNING, Office
from sipokat_desktop.storage.status import LAST_SYNC, LAST_TROUBLE
from sync.client import receipt
from tests.kota import CityThread
from tests.unit import kantor


def test_an_end_of_day_is_one_transaction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(CityThread(f"sqlite:///{tmp_path / 'kota.db'}")) as city, closing(Office(tmp_path / "pc")) as pc:
        pc.enrol(server=city.url, code=city.invite(kantor.KELURAHAN), name="Siti")
        kantor.isi_rt(pc.store, 3)
        pc.sync()
        pc.store.set_settings({LAST_TROUBLE: "Kemarin putus.", LAST_SYNC: "1", CLOCK_WARNING: "jam"})
        kantor.tarif(pc.store)
        begun: list[str] = []
        pc.store._con.set_trace_callback(lambda sql: begun.append(sql) if sql.startswith("BEGIN") else None)
        summary = pc.sync()
        pc.store._con.set_trace_callback(None)
        assert (summary.sent > 0, summary.matching, begun) == (True, True, ["BEGIN IMMEDIATE"])
        status = pc.status()
        assert (status.trouble, status.last_sync > 1, pc.store.setting(CLOCK_WARNING)) == ("", True, "")

        def broken(*_args: object) -> int:
            raise ZeroDivisionError

        kantor.tarif(pc.store, 600_000, mulai="2026-05")
        with monkeypatch.context() as m:
            m.setattr(receipt, "keep", broken)
            with pytest.raises(ZeroDivisionError):
                pc.sync()
        assert pc.status() == status._replace(waiting=pc.status().waiting), "without its receipt a sync says nothing"
        assert pc.status().waiting
        assert pc.sync().matching
