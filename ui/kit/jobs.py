"""Background work: run a plain function elsewhere, bring its result to the GUI thread, never block that."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from ui.kit import text

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future, ThreadPoolExecutor

T = TypeVar("T")

TAMPIL_SETELAH = 0.5
_DENYUT_MS = 100


class LateThreads:
    """A pool of threads that is made with the first piece of work: opening the window needs none."""

    def __init__(self, banyak: int) -> None:
        self._banyak = banyak
        self._pool: ThreadPoolExecutor | None = None

    def submit(self, fn: Callable[..., T], /, *args: object, **kwargs: object) -> Future[T]:
        """Run ``fn`` on a thread; called on the GUI thread."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(self._banyak, thread_name_prefix="kerja")
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self) -> None:
        """Drop what has not begun and wait for the rest."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


class Dibatalkan(Exception):
    """The user asked to stop; raised inside the work at its next report."""


class Maju:
    """What a long function reports with: ``maju(i, n)`` tells how far it is and stops it when cancelled."""

    def __init__(self) -> None:
        self._stop = Event()
        self.hitungan: tuple[int, int] | None = None

    def __call__(self, i: int, n: int) -> None:
        """Report that ``i`` of ``n`` parts are done. Raises Dibatalkan after a cancel."""
        self.hitungan = (i, n)
        self.periksa()

    def periksa(self) -> None:
        """Raise Dibatalkan when the user asked to stop."""
        if self._stop.is_set():
            raise Dibatalkan

    def hentikan(self) -> None:
        """Ask the work to stop at its next report; may be called from any thread."""
        self._stop.set()


class Job:
    """One piece of work under way, and who waits for it."""

    def __init__(self, apa: str, maju: Maju | None, owner: QObject | None) -> None:
        self.apa = apa
        self.maju = maju
        self.mulai = monotonic()
        self.future: Future[Any] | None = None
        self._owner = owner
        self._cancelled = False
        self.done: Callable[[Any], object] | None = None
        self.failed: Callable[[Exception], object] | None = None
        self.batal: Callable[[], object] | None = None
        self.sendiri = False
        self.nasib = text.TIDAK_BERUBAH

    def cancel(self) -> None:
        """Drop the result, whatever it is, and stop the work at its next report or before it begins."""
        self._cancelled = True
        if self.maju is not None:
            self.maju.hentikan()
        if self.future is not None:
            self.future.cancel()

    @property
    def selesai(self) -> bool:
        """Whether the work itself has ended, in whatever way."""
        return self.future is not None and self.future.done()

    def tunggu(self) -> None:
        """Wait until the work has ended, in whatever way."""
        if self.future is not None and not self.future.cancelled():
            self.future.exception()

    @property
    def dibatalkan(self) -> bool:
        """Whether somebody asked to stop it."""
        return self._cancelled

    @property
    def ditunggu(self) -> bool:
        """Whether the widget that asked for the result still exists."""
        return self._owner is None or isValid(self._owner)

    def kalimat(self) -> str:
        """Return what is being done and how far, e.g. "Menyusun daftar… 3 dari 12"."""
        if self.maju is not None and self.maju.hitungan is not None:
            i, n = self.maju.hitungan
            return text.KEMAJUAN.format(apa=self.apa, i=i, n=n)
        return text.BERJALAN.format(apa=self.apa)


class _Kurir(QObject):
    """Carries the news that a job ended from its thread to the GUI thread."""

    berakhir = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._gembok = Lock()
        self._buka = True

    def kabarkan(self, job: Job) -> None:
        """Called in the thread of the work."""
        with self._gembok:
            if self._buka:
                self.berakhir.emit(job)

    def tutup(self) -> None:
        """Carry nothing from now on."""
        with self._gembok:
            self._buka = False


class Jobs(QObject):
    """All background work of the window; the executor is given in and belongs to the giver.

    ``sibuk`` carries what lasts longer than half a second (None when nothing does any more), ``lama`` whether
    something of that can be stopped.
    """

    gangguan = Signal(object)
    salah = Signal(object)
    bug = Signal(object)
    sibuk = Signal(object)
    lama = Signal(bool)
    menutup = Signal()
    """Comes once, before the executor goes: what must still be saved is saved by whoever hears it, at once."""

    def __init__(self, executor: Executor | LateThreads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._running: list[Job] = []
        self._said: str | None = None
        self._long = self._closed = False
        self._kurir: _Kurir | None = None
        self._pulse = QTimer(self, interval=_DENYUT_MS)
        self._pulse.timeout.connect(self._tell)

    def run(
        self,
        fn: Callable[..., T],
        *args: object,
        apa: str = text.SEDANG_BEKERJA,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        batal: Callable[[], object] | None = None,
        maju: bool = False,
        sendiri: bool = False,
        nasib: str = text.TIDAK_BERUBAH,
        owner: QObject | None = None,
        **kwargs: object,
    ) -> Job:
        """Run ``fn(*args, **kwargs)`` in the executor and call ``done(result)`` on the GUI thread.

        ``apa`` names the work for the user. With ``maju`` the function gets a `Maju` as keyword ``maju``; with
        ``sendiri`` too, nobody asked for the work, so that stopping it is not offered. ``nasib`` says what becomes of
        the data where it is stopped.
        InputSalah and Gangguan go to ``failed``, without it to the signals ``salah`` and ``gangguan``; a
        cancelled job calls ``batal``; any other exception goes to ``bug``. When ``owner`` (or the object
        whose method ``done`` is) no longer exists, the result is dropped, troubles go to the signals. After
        ``tutup`` nothing is run any more (a timer of a closed window may still ask).
        """
        job = Job(apa, Maju() if maju else None, owner or _holder(done))
        job.done, job.failed, job.batal, job.sendiri, job.nasib = done, failed, batal, sendiri, nasib
        if self._closed:
            job.cancel()
            return job
        if job.maju is not None:
            kwargs["maju"] = job.maju
        kurir = self._courier()
        job.future = self._executor.submit(fn, *args, **kwargs)
        self._running.append(job)
        job.future.add_done_callback(lambda _future: kurir.kabarkan(job))
        if not self._pulse.isActive():
            self._pulse.start()
        return job

    def _courier(self) -> _Kurir:
        if self._kurir is None:
            self._kurir = _Kurir()
            self._kurir.berakhir.connect(self._deliver, QtCore.Qt.ConnectionType.QueuedConnection)
        return self._kurir

    @property
    def sedang(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def batalkan(self) -> None:
        """Ask everything that reports its progress to stop; what ends well all the same is delivered."""
        for job in self._running:
            if job.maju is not None:
                job.maju.hentikan()

    def hentikan(self) -> list[Job]:
        """Stop what the user asked for and waits for; return what that was."""
        offered = [job for job in self._running if job.maju is not None and not job.sendiri]
        for job in offered:
            if job.maju is not None:
                job.maju.hentikan()
        return offered

    def tutup(self) -> None:
        """Let others save, cancel what can be cancelled, deliver and begin nothing more; the executor goes after."""
        if not self._closed:
            self.menutup.emit()
        self._closed = True
        self.batalkan()
        if self._kurir is not None:
            self._kurir.tutup()
        self._pulse.stop()

    def _deliver(self, job: Job) -> None:
        self._running.remove(job)
        if self._closed:  # the news was on its way already: whoever waited may be gone, the store too
            return
        self._tell()
        future = job.future
        error = None if future is None or future.cancelled() else future.exception()
        match error:
            case Dibatalkan():
                self._call(job, job.batal)
            case InputSalah() | Gangguan() if not job.dibatalkan:
                self._trouble(job, error)
            case None | InputSalah() | Gangguan() if job.dibatalkan:
                self._call(job, job.batal)
            case None if future is not None:
                self._call(job, job.done, future.result())
            case _:
                self.bug.emit(error)

    def _call(self, job: Job, slot: Callable[..., object] | None, *args: object) -> None:
        if slot is not None and job.ditunggu:
            slot(*args)

    def _trouble(self, job: Job, trouble: InputSalah | Gangguan) -> None:
        if job.failed is not None and job.ditunggu:
            job.failed(trouble)
        elif isinstance(trouble, InputSalah):
            self.salah.emit(trouble)
        else:
            self.gangguan.emit(trouble)

    def _tell(self) -> None:
        """Say what lasts too long, the oldest first; say None once when nothing does."""
        now = monotonic()
        slow = [job for job in self._running if now - job.mulai >= TAMPIL_SETELAH]
        said = slow[0].kalimat() if slow else None
        if said != self._said:
            self._said = said
            self.sibuk.emit(said)
        lama = any(job.maju is not None and not job.sendiri for job in slow)
        if lama is not self._long:
            self._long = lama
            self.lama.emit(lama)
        if not self._running:
            self._pulse.stop()


def _holder(done: Callable[..., object] | None) -> QObject | None:
    """Return the QObject whose bound method ``done`` is."""
    holder = getattr(done, "__self__", None)
    return holder if isinstance(holder, QObject) else None
