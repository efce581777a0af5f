"""A form in a sheet: its draft is kept, what cannot be saved is said beside its input."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.store import Done
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.draft import Draft
from ui.kit.form import Form, Isian
from ui.kit.host import Host

Work = Callable[[], Changes | Done[object]]
Nilai = dict[str, str]


class Formulir(NamedTuple):
    """A form to open: its inputs, what they show at first, the operation that saves them, what is said then.

    ``kerja`` may raise InputSalah; ``draf`` is the place of the draft, "" for none.
    """

    judul: str
    isian: tuple[Isian, ...]
    kerja: Callable[[Nilai], Work]
    said: str | Callable[[object], str]
    awal: Mapping[str, str] = {}
    draf: str = ""
    utama: str = "Simpan"
    lebar: int = 560
    lajur: int = 0
    sub: str = ""
    fokus: str = ""
    usul: Mapping[str, str] = {}
    """What is put in beyond what is saved: it counts as typed."""


def buka(
    parent: QWidget, host: Host, f: Formulir, *aksi: Aksi, selesai: Callable[[object], object] | None = None
) -> Sheet:
    """Open a form with further buttons ``aksi``; ``selesai`` gets the value of the operation."""
    isi = Form(f.isian, lajur=f.lajur)
    isi.isi(f.awal)
    sheet = Sheet(f.judul, isi, sub=f.sub, utama=f.utama, lebar=f.lebar, kotor=lambda: False, parent=parent)

    def gagal(error: Exception) -> None:
        sheet.gagal(error, isi=isi)

    def beres(value: object) -> None:
        sheet.accept()
        if selesai is not None:
            selesai(value)

    def simpan() -> None:
        try:
            work = f.kerja(isi.nilai())
        except InputSalah as exc:
            gagal(exc)
            return
        sheet.sibuk(True)
        host.act(work, said=f.said, done=beres, failed=gagal, owner=sheet)

    sheet.disimpan.connect(simpan)
    sheet.tambah_tombol(*aksi)
    sheet.open()
    if f.draf:
        Draft(host, f"insentif.{f.draf}", isi, sheet)
    if f.usul:
        isi.pulihkan({**f.awal, **f.usul})
    isi.fokus(f.fokus)
    return sheet
