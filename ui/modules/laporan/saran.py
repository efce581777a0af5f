"""Suggestions below a line of text: the arrows choose, Enter takes, typing goes on; never in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from ui.kit.cards import Card
from ui.kit.fields import TextField
from ui.kit.jobs import Job, Jobs
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of

Cari = Callable[[], Sequence[str]]
_JEDA_MS = 80
_PALING = 6


class Saran(QObject):
    """Watches ``field``; ``tanya`` gets what stands there and returns the work that finds suggestions on any thread.

    Down opens the list even where nothing is typed; what was taken is reported as typed.
    """

    def __init__(self, field: TextField, jobs: Jobs, tanya: Callable[[str], Cari]) -> None:
        super().__init__(field)
        self._field, self._jobs, self._tanya = field, jobs, tanya
        self._job: Job | None = None
        self._kartu: Card | None = None
        self._buka = False
        self._jeda = QTimer(self, interval=_JEDA_MS, singleShot=True)
        self._jeda.timeout.connect(self._cari)
        field.diubah.connect(self._diketik)
        field.installEventFilter(self)

    @property
    def tampak(self) -> bool:
        """Whether suggestions are shown."""
        return self._kartu is not None and self._kartu.isVisible()

    def buka(self, *, pilih: bool = True) -> None:
        """Show suggestions for what stands there; ``pilih``: the first is chosen."""
        self._buka = pilih
        self._cari()

    def tutup(self) -> None:
        """Show none."""
        self._jeda.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self._kartu is not None:
            self._kartu.hide()

    def _diketik(self) -> None:
        self._buka = False
        if self._field.nilai():
            self._jeda.start()
        else:
            self.tutup()

    def _cari(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.run(self._tanya(self._field.nilai()), done=self._ada, owner=self)

    def _ada(self, semua: Sequence[str]) -> None:
        self._job = None
        kini = self._field.nilai()
        isi = [satu for satu in semua if satu != kini][:_PALING]
        if not isi or not self._field.hasFocus():
            self.tutup()
            return
        tabel = self._daftar()
        tabel.set_rows([])
        tabel.set_rows([Baris(str(ke), (satu,)) for ke, satu in enumerate(isi)])
        if self._buka:
            tabel.begin()
        self._letakkan(len(isi))

    def _daftar(self) -> DataTable:
        if self._kartu is None:
            self._kartu = Card(margin=3, spacing=0, parent=self._field.window())
            tabel = DataTable((Kolom("kata", "", stretch=1),))
            tabel.hide_head()
            for bagian in (self._kartu, tabel):
                bagian.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tabel.clicked.connect(lambda index: self._ambil(str(index.data())))
            self._kartu.add(tabel)
        return self._kartu.findChildren(DataTable)[0]

    def _letakkan(self, banyak: int) -> None:
        assert self._kartu is not None
        theme, field = theme_of(self._field), self._field
        tinggi = banyak * theme.tinggi_baris + theme.px(8)
        bawah = field.mapTo(field.window(), QPoint(0, field.height() + 2))
        if bawah.y() + tinggi > field.window().height():
            bawah = field.mapTo(field.window(), QPoint(0, -tinggi - 2))
        self._kartu.setGeometry(bawah.x(), bawah.y(), field.width(), tinggi)
        self._kartu.show()
        self._kartu.raise_()

    def _ambil(self, kata: str) -> None:
        self._field.isi(kata)
        self._field.diubah.emit()
        self.tutup()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the arrows, and Enter and Esc while something is shown; let the rest pass."""
        if event.type() is QEvent.Type.FocusOut:
            self.tutup()
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride and self.tampak and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and self._tombol(event)

    def _tombol(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and not self.tampak:
            self.buka()
            return True
        if not self.tampak:
            return False
        tabel = self._daftar()
        match event.key():
            case Qt.Key.Key_Down:
                tabel.next_row() if tabel.current_id() else tabel.begin()
            case Qt.Key.Key_Up:
                self._naik(tabel)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if tabel.current_id():
                self._ambil(str(tabel.currentIndex().data()))
            case Qt.Key.Key_Escape:
                self.tutup()
            case _:
                return False
        return True

    def _naik(self, tabel: DataTable) -> None:
        if int(tabel.current_id() or 0) > 0:
            tabel.select(str(int(tabel.current_id()) - 1))
        else:
            self.tutup()
