"""An office that lives at the server: as fresh as the city, decides as any office does, survives what happens there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from sync.protocol import Message
from sync.server import push
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DEVICE
from sync.web.kantor import Hosted, Offices
from sync.web.line import InProcess
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.sync.test_kecamatan_batas import tanpa_jaga
from tests.unit.laporan_kecil import ISI

CAMAT = wilayah.kecamatan_dari(KELURAHAN)
LAIN = next(kec for kec in wilayah.bawahan(wilayah.KOTA) if wilayah.adalah_kecamatan(kec) and kec != CAMAT)
LAPORAN = "laporan_kegiatan"


@pytest.fixture
def lurah(city: City, office: Buka) -> Office:
    """A kelurahan with one report that the lurah said ya of, all of it at the city."""
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1)
    rt = str(pc.store.reader().execute("SELECT id FROM rt_jabatan").fetchone()[0])
    ops.verifikasi(pc.store, list(ops.catat(pc.store, KELURAHAN, [rt], ISI).value.ids), "ya")
    sinkron(pc)
    return pc


def segar(kantor: Hosted) -> Hosted:
    assert kantor.siap(20)
    kantor.segarkan()
    return kantor


def kata(store: Store) -> list[str | None]:
    return [row[0] for row in store.reader().execute(f"SELECT camat FROM {LAPORAN}")]


def satu(store: Store) -> str:
    return str(store.reader().execute(f"SELECT id FROM {LAPORAN}").fetchone()[0])


def ya(store: Store) -> None:
    ops.verifikasi(store, [satu(store)], "ya")


def test_it_holds_its_own_scopes_and_nothing_else(city: City, lurah: Office, tmp_path: Path) -> None:
    assert lurah.lingkup == KELURAHAN
    with closing(Offices(city.db, tmp_path / "web")) as kantor:
        assert kata(segar(kantor.of(CAMAT)).store) == [None]
        assert kata(segar(kantor.of(wilayah.KOTA)).store) == [None]
        assert kata(segar(kantor.of(LAIN)).store) == []
        assert kantor.of(LAIN).store.reader().execute("SELECT count(*) FROM rt_orang").fetchone()[0] == 0


def test_a_decision_reaches_the_office_and_the_other_workers(city: City, lurah: Office, tmp_path: Path) -> None:
    with closing(Offices(city.db, tmp_path / "1")) as satu_, closing(Offices(city.db, tmp_path / "2")) as dua:
        segar(satu_.of(CAMAT)).tulis("Hj. Maryam, S.IP", ya)
        assert kata(segar(dua.of(CAMAT)).store) == ["ya"]
        sinkron(lurah)
        assert kata(lurah.store) == ["ya"]
        rinci = queries.satu(lurah.store.reader(), satu(lurah.store))
        assert rinci is not None
        oleh = lurah.store.reader().execute("SELECT oleh FROM riwayat ORDER BY no DESC LIMIT 1").fetchone()[0]
        assert oleh == "Hj. Maryam, S.IP"
        segar(dua.of(CAMAT)).tulis("Camat", lambda s: ops.tarik_putusan(s, [satu(s)]))
        assert kata(segar(satu_.of(CAMAT)).store) == [None]


def test_nothing_new_costs_no_exchange(
    city: City, lurah: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    putaran: list[str] = []
    asli: Callable[..., object] = InProcess.post

    def tercatat(line: InProcess, path: str, *rest: object) -> object:
        putaran.append(path)
        return asli(line, path, *rest)

    monkeypatch.setattr(InProcess, "post", tercatat)
    with closing(Offices(city.db, tmp_path / "web")) as kantor:
        camat = segar(kantor.of(CAMAT))
        putaran.clear()
        for _ in range(5):
            camat.segarkan()
        assert putaran == []
        ops.ubah(lurah.store, satu(lurah.store), {"uraian": "Gotong royong di talud"})
        sinkron(lurah)
        camat.segarkan()
        assert putaran == ["/sync/v1/exchange"]


def test_a_page_does_not_wait_for_a_long_exchange(
    city: City, lurah: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lepas, asli = Event(), InProcess.post

    def pelan(line: InProcess, path: str, message: Message, answer: type[Message]) -> Message:
        lepas.wait(60)
        return asli(line, path, message, answer)

    with closing(Offices(city.db, tmp_path / "web", sabar=0.01)) as kantor:
        camat = kantor.of(CAMAT)
        assert camat.siap(60)
        (lama,) = camat.store.reader().execute(f"SELECT uraian FROM {LAPORAN}").fetchone()
        ops.ubah(lurah.store, satu(lurah.store), {"uraian": "Gotong royong di talud"})
        sinkron(lurah)
        monkeypatch.setattr(InProcess, "post", pelan)
        for _ in range(3):
            camat.segarkan()
            assert camat.store.reader().execute(f"SELECT uraian FROM {LAPORAN}").fetchone()[0] == lama
        lepas.set()
        kapan = monotonic() + 60
        while camat.store.reader().execute(f"SELECT uraian FROM {LAPORAN}").fetchone()[0] == lama:
            camat.segarkan()
            assert monotonic() < kapan


def test_what_stands_in_the_way_is_told_to_the_next_page(
    city: City, lurah: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def putus(*_args: object) -> object:
        raise Gangguan("Basis data kota sedang tidak dapat dihubungi.")

    with closing(Offices(city.db, tmp_path / "web", sabar=60)) as kantor:
        camat = kantor.of(CAMAT)
        assert camat.siap(60)
        ya(lurah.store)
        ops.ubah(lurah.store, satu(lurah.store), {"uraian": "Gotong royong di talud"})
        sinkron(lurah)
        with monkeypatch.context() as rusak:
            rusak.setattr(InProcess, "post", putus)
            with pytest.raises(Gangguan, match="tidak dapat dihubungi"):
                camat.segarkan()
        camat.segarkan()
        assert camat.store.reader().execute(f"SELECT uraian FROM {LAPORAN}").fetchone()[0] == "Gotong royong di talud"


def test_what_the_city_refuses_is_told_and_leaves_no_trace(
    city: City, lurah: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Offices(city.db, tmp_path / "web")) as kantor:
        camat = segar(kantor.of(CAMAT))
        id = satu(camat.store)

        def curang(tx: Tx) -> object:
            return tx.update(LAPORAN, id, {"uraian": "Diubah oleh camat"})

        with pytest.raises(InputSalah, match="dicatat oleh"):
            camat.tulis("Camat", lambda s: s.write("curang", curang))
        tanpa_jaga(monkeypatch)
        with pytest.raises(InputSalah, match=r"[Kk]elurahan"):
            camat.tulis("Camat", lambda s: s.write("curang", curang))
        isi = camat.store.reader().execute(f"SELECT uraian FROM {LAPORAN}").fetchone()[0]
        sinkron(lurah)
        assert isi == lurah.store.reader().execute(f"SELECT uraian FROM {LAPORAN}").fetchone()[0] == ISI["uraian"]
        camat.tulis("Camat", ya)
        assert kata(camat.store) == ["ya"]


def test_known_bad_a_city_that_asks_nothing_takes_it(
    city: City, lurah: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known bad: without the rights of an office above, the camat rewrites a kelurahan's report."""
    tanpa_jaga(monkeypatch)
    monkeypatch.setattr(push, "not_its_own", lambda *_args: "")
    with closing(Offices(city.db, tmp_path / "web")) as kantor:
        camat = segar(kantor.of(CAMAT))
        id = satu(camat.store)
        camat.tulis("Camat", lambda s: s.write("curang", lambda tx: tx.update(LAPORAN, id, {"uraian": "Lain"})))
        sinkron(lurah)
        assert lurah.store.reader().execute(f"SELECT uraian FROM {LAPORAN}").fetchone()[0] == "Lain"


def test_a_database_that_goes_away_keeps_the_decision_for_later(
    city: City, lurah: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def putus(*_args: object) -> object:
        raise Gangguan("Basis data kota sedang tidak dapat dihubungi.")

    with closing(Offices(city.db, tmp_path / "web")) as kantor:
        camat = segar(kantor.of(CAMAT))
        with monkeypatch.context() as rusak:
            rusak.setattr(InProcess, "post", putus)
            with pytest.raises(Gangguan, match="Keputusan sudah dicatat"):
                camat.tulis("Camat", ya)
        camat.segarkan()
        sinkron(lurah)
        assert kata(lurah.store) == ["ya"]


def test_a_restored_city_gets_back_what_the_web_decided(city: City, lurah: Office, tmp_path: Path) -> None:
    with closing(Offices(city.db, tmp_path / "web")) as kantor:
        camat = segar(kantor.of(CAMAT))
        simpanan = dunia.Simpanan(city.db)
        camat.tulis("Camat", ya)
        sinkron(lurah)
        simpanan.pulihkan(city.db)
        dunia.tenang(city, lurah)
        camat.segarkan()
        dunia.tenang(city, lurah)
        assert kata(lurah.store) == kata(camat.store) == ["ya"]
        with city.db.write(ALL_SCOPES) as con:
            con.execute(DEVICE.delete().where(DEVICE.c.scope == CAMAT))
    with closing(Offices(city.db, tmp_path / "web")) as kantor:
        assert kata(segar(kantor.of(CAMAT)).store) == ["ya"], "a backup from before its first day knows no such device"


def test_another_citys_store_is_left(city: City, lurah: Office, tmp_path: Path) -> None:
    assert lurah.lingkup
    with closing(Offices(city.db, tmp_path / "web")) as kantor:
        assert kata(segar(kantor.of(CAMAT)).store) == [None]
    with closing(Database(f"sqlite:///{tmp_path}/lain.db")) as db, closing(Offices(db, tmp_path / "web")) as kantor:
        assert kata(segar(kantor.of(CAMAT)).store) == []
