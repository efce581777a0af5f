"""What is shown where this computer has lost the key of its data: the recovery code opens it, or one begins anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian

from . import text


class Ways(NamedTuple):
    """The two ways on: ``recover`` takes what was typed as the code (raises InputSalah, Gangguan); ``begin_anew`` puts
    the locked data aside and returns the name of the folder that keeps it (raises Gangguan)."""

    recover: Callable[[str], object]
    begin_anew: Callable[[], str]


class LockedSheet(Sheet):
    """Asks for the code; accepted once the data can be opened, or was put aside."""

    def __init__(self, ways: Ways, *, recoverable: bool, parent: QWidget | None = None) -> None:
        """``recoverable``: a recovery code was made for this data once."""
        self._ways = ways
        self._form = Form([Isian("kode", text.KUNCI_KODE, contoh=text.KUNCI_CONTOH, bantuan=text.KUNCI_BANTUAN)])
        super().__init__(
            text.KUNCI_JUDUL, self._form, sub=text.KUNCI_ISI if recoverable else text.KUNCI_TANPA_KODE,
            utama=text.KUNCI_BUKA, kedua=text.KELUAR, kotor=lambda: False, parent=parent,
        )  # fmt: skip
        self.tambah_tombol(Aksi(text.KUNCI_ANEW, self._begin_anew))
        self.disimpan.connect(self._try)

    def _try(self) -> None:
        try:
            self._ways.recover(self._form.nilai()["kode"])
        except InputSalah as exc:
            self._form.salah(InputSalah("kode", exc.pesan))
        except Gangguan as exc:
            self.pesan.gangguan(exc)
        else:
            self.accept()

    def _begin_anew(self) -> None:
        self.pesan.perhatian(text.KUNCI_YAKIN, Aksi(text.KUNCI_YA, self._put_aside), Aksi(text.KUNCI_TIDAK, self._stay))

    def _stay(self) -> None:
        self.pesan.tutup()
        self._form.fokus("kode")

    def _put_aside(self) -> None:
        try:
            self._ways.begin_anew()
        except Gangguan as exc:
            self.pesan.gangguan(exc)
        else:
            self.accept()
