"""A long answer of an office at the server: of a moment ago where others have written, never after an own act."""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.app import Office
from sipokat_desktop.modules.laporan import ops
from sipokat_desktop.storage import sqlite
from sync.web.ingatan import Keadaan, Lalu
from sync.web.kantor import Offices
from tests.kota import City
from tests.sync.dunia import sinkron
from tests.sync.test_kantor_di_server import CAMAT, LAPORAN, lurah, satu, ya

__all__ = ["lurah"]
LAMA_S = 60.0


@given(st.lists(st.tuples(st.sampled_from(["kota", "sendiri", "baca", "segera"]), st.booleans())))
def test_no_answer_is_older_than_ones_own_act(langkah: list[tuple[str, bool]]) -> None:
    """Any order of what the city sends, own acts and readings: an answer is of the present, or misses only what the
    city sent since; waiting for it, or asking for the present, gives the present."""
    kota = sendiri = 0
    lalu = Lalu("uji", lambda: None)

    def keadaan() -> Keadaan:
        return Keadaan(sendiri, kota)

    def hitung() -> tuple[int, int]:
        return sendiri, kota

    for apa, sabar in langkah:
        kota, sendiri = kota + (apa == "kota"), sendiri + (apa == "sendiri")
        if apa in ("baca", "segera"):
            batas = None if apa == "segera" else LAMA_S if sabar else 0.0
            terbaca = lalu.ambil(keadaan, hitung, batas)
            lalu.tutup(LAMA_S)
            assert terbaca[0] == sendiri
            assert terbaca[1] == kota if apa == "segera" or sabar else terbaca[1] <= kota
            assert lalu.ambil(keadaan, hitung, 0.0) == (sendiri, kota), "found meanwhile"


def test_what_stood_in_the_way_behind_the_page_is_told_once() -> None:
    versi, selesai = [0], Event()
    lalu = Lalu("uji", selesai.set)

    def hitung() -> int:
        if versi[0]:
            raise sqlite.OperationalError("disk I/O error")
        return 1

    def ambil() -> int:
        return lalu.ambil(lambda: Keadaan(0, versi[0]), hitung, LAMA_S)

    assert ambil() == 1
    versi[0] = 1
    assert ambil() == 1, "the last answer stands until there is another one"
    assert selesai.wait(LAMA_S)
    with pytest.raises(sqlite.OperationalError):
        ambil()


def test_a_page_shows_a_moment_ago_while_others_write_and_the_present_after_an_act(
    city: City, lurah: Office, tmp_path: Path
) -> None:
    dihitung, lepas = list[str](), Event()

    def hitung(con: sqlite.Connection) -> str:
        if dihitung:
            lepas.wait(LAMA_S)
        (uraian,) = con.execute(f"SELECT uraian FROM {LAPORAN}").fetchone()
        dihitung.append(str(uraian))
        return str(uraian)

    def tetap(con: sqlite.Connection) -> Hashable:
        return int(con.execute("SELECT coalesce(max(hlc), 0) FROM sync_op").fetchone()[0])

    with closing(Offices(city.db, tmp_path / "web", sabar=0.0)) as kantor:
        camat = kantor.of(CAMAT)
        assert camat.siap(LAMA_S)
        dulu = camat.ingat_lalu(tetap, hitung)
        ops.ubah(lurah.store, satu(lurah.store), {"uraian": "Gotong royong lagi"})
        ya(lurah.store)
        sinkron(lurah)
        camat.segarkan(segera=True)
        assert camat.ingat_lalu(tetap, hitung) == dulu, "counted behind the page"
        lepas.set()
        assert camat.ingat_lalu(tetap, hitung, segera=True) == "Gotong royong lagi"
        ops.ubah(lurah.store, satu(lurah.store), {"uraian": "Gotong royong ketiga"})
        ya(lurah.store)
        sinkron(lurah)
        camat.tulis("Camat", ya)
        assert camat.ingat_lalu(tetap, hitung) == "Gotong royong ketiga", "an own act is seen with all that it saw"
