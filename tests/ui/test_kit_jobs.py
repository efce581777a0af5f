"""Background work: results on the GUI thread, troubles to the right place, progress, cancelling, dead owners."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from ui.kit.jobs import Dibatalkan, Jobs, Maju


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield pool


@pytest.fixture
def jobs(executor: ThreadPoolExecutor) -> Iterator[Jobs]:
    made = Jobs(executor)
    yield made
    made.tutup()


def test_result_comes_on_the_gui_thread(qtbot: QtBot, jobs: Jobs, qapp: QApplication) -> None:
    got: list[tuple[int, bool, bool]] = []
    main = threading.get_ident()

    def work(a: int, *, b: int) -> tuple[int, bool]:
        return a + b, threading.get_ident() != main

    def done(result: tuple[int, bool]) -> None:
        got.append((*result, QThread.currentThread() is qapp.thread()))

    jobs.run(work, 2, b=3, done=done)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(5, True, True)]
    assert not jobs.sedang


def _raiser(error: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_troubles_without_failed_go_to_their_signals(qtbot: QtBot, jobs: Jobs) -> None:
    cases = ((jobs.salah, InputSalah("nik", "NIK ganda.")), (jobs.gangguan, Gangguan("Disk penuh.")))
    for signal, error in (*cases, (jobs.bug, ValueError("x"))):
        with qtbot.waitSignal(signal) as blocker:
            jobs.run(_raiser(error))
        assert blocker.args == [error]


def test_failed_gets_input_and_environment_troubles_but_never_bugs(qtbot: QtBot, jobs: Jobs) -> None:
    got: list[Exception] = []
    salah, gangguan = InputSalah("nama", "Nama belum diisi."), Gangguan("Disk penuh.")
    jobs.run(_raiser(salah), failed=got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    jobs.run(_raiser(gangguan), failed=got.append)
    qtbot.waitUntil(lambda: len(got) == 2)
    with qtbot.waitSignal(jobs.bug):
        jobs.run(_raiser(KeyError("x")), failed=got.append)
    assert got == [salah, gangguan]


def test_progress_is_told_after_half_a_second(qtbot: QtBot, jobs: Jobs) -> None:
    said: list[str | None] = []
    jobs.sibuk.connect(said.append)
    go_on = threading.Event()

    def work(*, maju: Maju) -> None:
        maju(3, 12)
        assert go_on.wait(5)

    jobs.run(work, apa="Menyusun daftar", maju=True)
    assert said == []
    qtbot.waitUntil(lambda: said == ["Menyusun daftar… 3 dari 12"])
    go_on.set()
    qtbot.waitUntil(lambda: said[-1] is None)


def test_short_work_says_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    said: list[str | None] = []
    jobs.sibuk.connect(said.append)
    jobs.run(lambda: None)
    qtbot.waitUntil(lambda: not jobs.sedang)
    qtbot.wait(150)
    assert said == []


def test_cancel_stops_at_the_next_report(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[str] = []
    started = threading.Event()

    def work(*, maju: Maju) -> str:
        for i in range(10_000):
            started.set()
            maju(i, 10_000)
            threading.Event().wait(0.002)
        return "sampai akhir"

    job = jobs.run(work, maju=True, done=seen.append, batal=lambda: seen.append("batal"))
    assert started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: job.selesai and bool(seen))
    assert seen == ["batal"]


def test_what_ends_well_in_spite_of_a_request_to_stop_is_delivered(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[str] = []
    asked = threading.Event()

    def work(*, maju: Maju) -> str:
        assert asked.wait(5)
        return "tersimpan" if maju.hitungan is None else "sebagian"

    jobs.run(work, maju=True, done=seen.append)
    jobs.batalkan()
    asked.set()
    qtbot.waitUntil(lambda: seen == ["tersimpan"])


def test_a_bug_in_cancelled_work_is_still_reported(qtbot: QtBot, jobs: Jobs) -> None:
    asked = threading.Event()

    def work() -> None:
        assert asked.wait(5)
        raise ZeroDivisionError

    job = jobs.run(work)
    job.cancel()
    with qtbot.waitSignal(jobs.bug):
        asked.set()


def _unwanted(result: object) -> None:
    raise AssertionError(f"not to be called, got {result!r}")


class _Page(QWidget):
    def __init__(self, seen: list[object]) -> None:
        super().__init__()
        self.seen = seen

    def show_result(self, result: object) -> None:
        self.setWindowTitle(str(result))
        self.seen.append(result)


@pytest.mark.parametrize("named", [True, False])
def test_result_for_a_destroyed_widget_is_dropped(qtbot: QtBot, jobs: Jobs, named: bool) -> None:
    seen: list[object] = []
    page = _Page(seen)
    release = threading.Event()

    def work() -> int:
        assert release.wait(5)
        return 1

    if named:
        job = jobs.run(work, done=partial(_Page.show_result, page), owner=page)
    else:
        job = jobs.run(work, done=page.show_result)
    page.deleteLater()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    release.set()
    qtbot.waitUntil(lambda: job.selesai and not jobs.sedang)
    assert seen == []


def test_trouble_for_a_destroyed_widget_is_still_told(qtbot: QtBot, jobs: Jobs) -> None:
    owner = QObject()
    release = threading.Event()

    def work() -> None:
        assert release.wait(5)
        raise Gangguan("Disk penuh.")

    jobs.run(work, failed=_unwanted, owner=owner)
    owner.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    with qtbot.waitSignal(jobs.gangguan):
        release.set()


def test_jobs_deleted_while_work_runs_does_not_disturb_the_thread(qtbot: QtBot, executor: ThreadPoolExecutor) -> None:
    jobs = Jobs(executor)
    release = threading.Event()
    job = jobs.run(release.wait, 5, done=_unwanted)
    jobs.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    release.set()
    qtbot.waitUntil(lambda: job.selesai)
    qtbot.wait(20)


def test_gui_stays_alive_while_work_runs(qtbot: QtBot, jobs: Jobs) -> None:
    release = threading.Event()
    jobs.run(release.wait, 5)
    ticks: list[int] = []
    for i in range(5):
        qtbot.wait(10)
        ticks.append(i)
    assert jobs.sedang
    assert len(ticks) == 5
    release.set()
    qtbot.waitUntil(lambda: not jobs.sedang)


def test_maju_can_check_without_reporting() -> None:
    maju = Maju()
    maju.periksa()
    maju.hentikan()
    with pytest.raises(Dibatalkan):
        maju.periksa()


@pytest.mark.usefixtures("qapp")
def test_a_closing_window_lets_others_save_and_begins_nothing_more(executor: ThreadPoolExecutor) -> None:
    jobs = Jobs(executor)
    saved: list[str] = []
    jobs.menutup.connect(lambda: saved.append("simpan"))
    jobs.tutup()
    executor.shutdown()
    late = jobs.run(saved.append, "terlambat", done=_unwanted)
    jobs.tutup()
    assert (saved, late.dibatalkan, jobs.sedang) == (["simpan"], True, False)


def test_news_on_its_way_when_all_closes_is_not_delivered(qapp: QApplication, executor: ThreadPoolExecutor) -> None:
    """The work ends while the window closes: its store may be closed before Qt brings the news."""
    got: list[int] = []
    jobs = Jobs(executor)
    job = jobs.run(lambda: 1, done=got.append)
    job.tunggu()
    executor.shutdown(wait=True)
    jobs.tutup()
    qapp.processEvents()
    assert got == []
    assert not jobs.sedang
