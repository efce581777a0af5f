"""Invitations between offices: two PCs that invite the same posts make one each, every office sees its own people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, ops, queries, terhapus
from sipokat_desktop.modules.bimtek.model import Undangan
from sipokat_desktop.storage import deciding
from sipokat_desktop.storage.tx import Tx
from tests.contoh_528 import KELURAHAN
from tests.kota import CityThread
from tests.sync.cerita_seragam import isi_rt
from tests.sync.dunia import jenis, periksa_tenang
from tests.unit import bimtek_contoh as contoh

KEL, LAIN = KELURAHAN[0], KELURAHAN[-1]
KEC = "16.73.01"
HARI = date(2017, 11, 1)
Masuk = Callable[[str], Office]


@pytest.fixture
def kota(tmp_path: Path) -> Iterator[CityThread]:
    city = CityThread(f"sqlite:///{tmp_path / 'kota.db'}")
    isi_rt(city, tmt="2016-01-01")
    yield city
    city.close()


@pytest.fixture
def masuk(kota: CityThread, tmp_path: Path) -> Iterator[Masuk]:
    """Enrol a PC of an office and let it fetch what there is."""
    ke = count(1)
    with ExitStack() as tumpuk:

        def satu(kode: str) -> Office:
            office = Office(tmp_path / f"pc-{next(ke)}")
            tumpuk.callback(office.close)
            office.enrol(server=kota.url, code=kota.invite(kode), name="Yanti")
            assert office.sync().matching
            return office

        yield satu


def undangan(office: Office) -> list[Undangan]:
    con = office.store.reader()
    (k,) = queries.kegiatan(con)
    return queries.undangan(con, k.kegiatan_id, hari=HARI)


def sinkron(kota: CityThread, *offices: Office) -> None:
    """Everybody is online for a moment, twice; then the offices hold what the city holds."""
    for _ in range(2):
        for office in offices:
            summary = office.sync()
            assert summary.matching
            assert not summary.stuck
    periksa_tenang(kota.db, [o for o in offices if KEL in wilayah.lingkup_baca(o.kantor)], KEL)


def test_two_pcs_invite_the_same_posts(kota: CityThread, masuk: Masuk) -> None:
    satu, dua, camat, lurah, jauh = (masuk(kode) for kode in ("kota", "kota", KEC, KEL, LAIN))
    c = contoh.kegiatan(satu.store)
    sinkron(kota, satu, dua, camat)
    assert len(ops.undang(satu.store, c.kegiatan_id).value.diundang) == 528
    assert len(ops.undang(dua.store, c.kegiatan_id).value.diundang) == 528
    assert len(ops.undang(camat.store, c.kegiatan_id).value.diundang) == 64
    sinkron(kota, satu, dua, camat, lurah, jauh)
    assert len(undangan(satu)) == 528
    assert undangan(satu) == undangan(dua)
    assert {u.lingkup for u in undangan(camat)} == {kode for kode in KELURAHAN if kode.startswith(f"{KEC}.")}
    assert ({u.lingkup for u in undangan(lurah)}, len(undangan(lurah))) == ({KEL}, 8)
    assert ({u.lingkup for u in undangan(jauh)}, len(undangan(jauh))) == ({LAIN}, 7)
    assert [jenis(office) for office in (satu, dua, camat, lurah)] == [[], [], [], []]
    _tarik(kota, satu, dua, lurah)


def _tarik(kota: CityThread, satu: Office, dua: Office, lurah: Office) -> None:
    """What one PC withdraws is gone everywhere, and comes back the same when another one invites again."""
    dulu = undangan(dua)
    ops.tarik(satu.store, [u.undangan_id for u in dulu if u.lingkup == KEL])
    sinkron(kota, satu, dua, lurah)
    assert (undangan(lurah), len(undangan(dua))) == ([], 520)
    assert len(ops.undang(dua.store, dulu[0].kegiatan_id).value.diundang) == 8
    sinkron(kota, dua, satu, lurah)
    assert undangan(satu) == undangan(dua) == dulu
    assert len(undangan(lurah)) == 8


def test_a_kelurahan_writes_nothing_of_the_citys_event(
    kota: CityThread, masuk: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu, lurah = masuk("kota"), masuk(KEL)
    c = contoh.kegiatan(satu.store)
    sinkron(kota, satu, lurah)
    for kerja in (
        lambda: ops.simpan_kegiatan(lurah.store, "kota", {"tema": "x"}, kegiatan_id=c.kegiatan_id),
        lambda: ops.simpan_sesi(lurah.store, c.kegiatan_id, contoh.SESI),
        lambda: ops.undang(lurah.store, c.kegiatan_id),
    ):
        with pytest.raises(InputSalah, match="Bagian Tata Pemerintahan"):
            kerja()
    monkeypatch.setattr(Tx, "permit", lambda *_args: None)
    lurah.store.write("nakal", lambda tx: tx.update("bimtek_kegiatan", c.kegiatan_id, {"tema": "nakal"}))
    assert lurah.sync().stuck == 1
    satu.sync()
    assert queries.satu_kegiatan(satu.store.reader(), c.kegiatan_id).tema == contoh.KEGIATAN["tema"]


def test_the_server_invites_and_the_kecamatan_withdraws(kota: CityThread, masuk: Masuk) -> None:
    kota.command("bimtek", "kegiatan", "Bimtek RT", "--tempat", "Gedung Kesenian")
    kota.command("bimtek", "sesi", "Bimtek", "--judul", "Pagi", "--tanggal", "20/11/2017")
    kota.command("bimtek", "undang", "Bimtek")
    camat = masuk(KEC)
    semua = undangan(camat)
    assert len(semua) == 64
    ops.tarik(camat.store, [semua[0].undangan_id])
    sinkron(kota, camat)
    assert len(undangan(camat)) == 63
    assert kota.command("bimtek", "undang", "Bimtek") == "1 diundang, 527 sudah diundang sebelumnya."
    sinkron(kota, camat)
    assert undangan(camat) == semua
    kota.command("bimtek", "kegiatan", "Bimtek RT", "--keadaan", "selesai")
    kata = kota.command("bimtek", "kegiatan", "bimtek rt", "--tempat", "Gedung Baru")
    assert "Ini kegiatan baru: yang bernama sama sudah selesai dan tidak diubah." in kata
    camat.sync()
    semua_acara = {k.keadaan: k for k in queries.kegiatan(camat.store.reader())}
    assert {ke: k.tempat for ke, k in semua_acara.items()} == {"selesai": "Gedung Kesenian", "terbuka": "Gedung Baru"}
    kota.command("bimtek", "kegiatan", semua_acara["selesai"].kegiatan_id, "--hasil", "Baik")
    kota.command("bimtek", "sesi", "Bimtek RT", "--judul", "Pagi", "--tanggal", "20/11/2018")
    camat.sync()
    assert queries.satu_kegiatan(camat.store.reader(), semua_acara["selesai"].kegiatan_id).hasil == "Baik"


def test_what_is_deleted_here_while_a_door_records_there(kota: CityThread, masuk: Masuk) -> None:
    satu, camat, lurah = masuk("kota"), masuk(KEC), masuk(KEL)
    c = contoh.kegiatan(satu.store)
    ops.undang(satu.store, c.kegiatan_id)
    sinkron(kota, satu, camat)
    dulu = undangan(camat)
    for hapus, id, apa in (
        (ops.hapus_sesi, c.sesi_id, "Sesi terhapus"),
        (ops.hapus_kegiatan, c.kegiatan_id, "Kegiatan terhapus"),
    ):
        hapus(satu.store, id)
        hadir_ops.catat(camat.store, c.sesi_id, dulu[0].jabatan_id)
        sinkron(kota, camat, satu, lurah)
        assert [jenis(office) for office in (satu, camat, lurah)] == [[apa], [], []]
        (hal,) = satu.status().decisions
        assert hal.kalimat.endswith("dihapus di satu komputer, tetapi di komputer lain sudah ada 1 catatan hadir.")
        with pytest.raises(InputSalah, match="Data aman; pulihkan"):
            deciding.settle(satu.store, hal, terhapus.LEPAS, {})
        deciding.settle(satu.store, hal, terhapus.KEMBALI, {})
        sinkron(kota, satu, camat, lurah)
        assert [jenis(office) for office in (satu, camat, lurah)] == [[], [], []]
        assert queries.angka_sesi(satu.store.reader(), c.sesi_id).datang == 1
        assert undangan(camat) == dulu
        hadir_ops.tarik(camat.store, c.sesi_id, [dulu[0].jabatan_id])
        sinkron(kota, camat, satu)
