"""What somebody stops halfway: a sync between two answers of the city, a file for it or of it, a backup. Nothing
is lost, nothing is half, and the next time ends equal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import backup
from sync.client.take import PAGE, PUSH
from tests.kota import City
from tests.sync.dunia import Buka, daftarkan, isi_rt, periksa_tenang
from tests.sync.test_berkas import jawab, tulis
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka


class Henti(Exception):
    """Somebody wants it no more."""


def henti_pada(ke: int) -> tuple[Callable[..., None], list[tuple[object, ...]]]:
    """Return what stops at the report ``ke`` (0: never), and the reports so far."""
    dikatakan: list[tuple[object, ...]] = []

    def maju(*kata: object) -> None:
        dikatakan.append(kata)
        if len(dikatakan) == ke:
            raise Henti

    return maju, dikatakan


def pelan(office: Office) -> Office:
    """Let an office send and take few rows at once, so that its sync has many answers."""
    office.store.set_settings({PUSH: "20", PAGE: "20"})
    return office


def test_a_sync_stopped_at_any_answer_goes_on_later(city: City, office: Buka) -> None:
    """What is sent is stopped after its first, second, … answer, and so is what the other PC fetches."""
    city.set_tarif()
    pc, lain = pelan(daftarkan(office("pc"), city)), pelan(daftarkan(office("lain"), city))
    kirim, ambil = [True], [True]
    while kirim[-1]:
        ke = len(kirim)
        isi_rt(pc, *range(ke * 14, ke * 14 + 14))
        kirim.append(berhenti(pc, ke))
        pc.sync()
        ambil.append(berhenti(lain, ke))
        lain.sync()
        pelan(pc), pelan(lain)
        periksa_tenang(city.db, [pc, lain])
    assert len(kirim) > 3, "there were several answers to stop after"
    assert sum(ambil) >= 2


def berhenti(office: Office, ke: int) -> bool:
    """Stop a sync after its answer ``ke``; tell whether it had so many."""
    try:
        office.sync(henti_pada(ke)[0])
    except Henti:
        return True
    return False


def test_a_file_for_the_city_stopped_anywhere_is_not_written(city: City, office: Buka, tmp_path: Path) -> None:
    pc = daftarkan(office("pc"), city)
    pc.sync()
    kantor.isi_rt(pc.store, 4)
    maju, dikatakan = henti_pada(0)
    pc.write_file(tmp_path, maju=maju)
    for berkas in tmp_path.glob("sipokat-*"):
        berkas.unlink()
    assert dikatakan
    for ke in range(1, len(dikatakan) + 1):
        with pytest.raises(Henti):
            pc.write_file(tmp_path, maju=henti_pada(ke)[0])
        assert not list(tmp_path.glob("*sipokat-*"))
    assert pc.read_file(jawab(city, tulis(pc, tmp_path))).matching
    periksa_tenang(city.db, [pc])


def test_a_file_of_the_city_stopped_anywhere_is_read_again(city: City, office: Buka, tmp_path: Path) -> None:
    pc = daftarkan(office("pc"), city)
    pc.sync()
    kantor.isi_rt(pc.store, 4)
    balasan = jawab(city, tulis(pc, tmp_path))
    for ke in range(1, 10):
        maju, dikatakan = henti_pada(ke)
        try:
            hasil = pc.read_file(balasan, maju=maju)
        except Henti:
            continue
        break
    assert ke > 1
    assert len(dikatakan) == ke - 1
    assert hasil.matching is not False
    pc.sync()
    periksa_tenang(city.db, [pc])


def test_a_backup_stopped_anywhere_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "PAGES", 20)
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 3)
        maju, dikatakan = henti_pada(0)
        ada = backup.make(store, progress=maju)
        assert dikatakan == sorted(dikatakan), "it only ever gets further"
        assert {semua for _, semua in dikatakan} == {100}
        for ke in range(1, len(dikatakan) + 1):
            with pytest.raises(Henti):
                backup.make(store, progress=henti_pada(ke)[0])
            assert list((tmp_path / "cadangan").iterdir()) == [ada], ke
        rt.tambah(store, KELURAHAN, kantor.isian(9))
        assert backup.make(store) != ada, "the store goes on as before"


def test_a_backup_ends_while_others_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is of one moment: without that every write would begin the copying anew, for ever."""
    monkeypatch.setattr(backup, "PAGES", 20)
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 3)
        dikatakan: list[int] = []

        def maju(persen: int, _semua: int) -> None:
            dikatakan.append(persen)
            assert len(dikatakan) < 500, "it never ends"
            store.set_setting("uji", str(len(dikatakan)))

        backup.make(store, progress=maju)
        assert dikatakan == sorted(dikatakan)
