"""A question before an act that is not to be done by mistake: what it does, a button that says it, the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.kit.dialog import Sheet
from ui.kit.formulir import Work
from ui.kit.host import Host
from ui.kit.labels import Label


def tanya(
    parent: QWidget, host: Host, judul: str, isi: QWidget | str, *, utama: str, work: Work,
    said: str | Callable[[object], str],
) -> Sheet:  # fmt: skip
    """Ask in a sheet; its main button runs ``work``, and what cannot be done is said there."""
    badan = Label(isi, lipat=True) if isinstance(isi, str) else isi
    sheet = Sheet(judul, badan, utama=utama, lebar=520, kotor=lambda: False, parent=parent)

    def simpan() -> None:
        sheet.sibuk(True)
        host.act(work, said=said, done=lambda _hasil: sheet.accept(), failed=sheet.gagal, owner=sheet)

    sheet.disimpan.connect(simpan)
    sheet.open()
    return sheet
