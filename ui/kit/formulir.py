"""A form in a sheet: its draft is kept, what cannot be saved is said beside its input."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.store import Done
from ui.kit import text
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.draft import Draft
from ui.kit.form import Form, Isian
from ui.kit.host import Host

Work = Callable[[], Changes | Done[object]]
Nilai = dict[str, str]
Selesai = Callable[[object], object]


class Formulir(NamedTuple):
    """A form to open: its inputs, what they show at first, the operation that saves them, what is said then.

    ``kerja`` may raise InputSalah; ``draf`` is the key of the draft, "" for none.
    """

    judul: str
    isian: tuple[Isian, ...]
    kerja: Callable[[Nilai], Work]
    said: str | Callable[[object], str]
    awal: Mapping[str, str] = {}
    draf: str = ""
    utama: str = text.SIMPAN
    lebar: int = 560
    lajur: int = 0
    sub: str = ""
    fokus: str = ""
    usul: Mapping[str, str] = {}
    """What is put in beyond what is saved: it counts as typed."""
    kedua: str = text.BATAL
    siap: Callable[[Form], object] | None = None
    """Gets the inputs as saved, before the form is opened: what depends on a choice is shown or hidden by it."""


class Lembar(NamedTuple):
    """A form that was opened: its sheet, the inputs, the draft (None where none is kept), and what saves it."""

    sheet: Sheet
    isi: Form
    draf: Draft | None
    simpan: Callable[[Selesai], None]
    """Saves without closing; its argument gets the value of the operation."""


def sambung(
    host: Host, sheet: Sheet, isi: Form, kerja: Callable[[Nilai], Work], said: str | Callable[[object], str], *,
    selesai: Selesai | None = None, jalan_keluar: Sequence[Aksi] = (), sedang: str = text.MENYIMPAN,
) -> Callable[[Selesai], None]:  # fmt: skip
    """Let the main button of ``sheet`` save the form ``isi`` and close; return what saves without closing.

    What cannot be saved is said beside its input, with ``jalan_keluar``.
    """

    def gagal(error: Exception) -> None:
        sheet.gagal(error, *jalan_keluar, isi=isi)

    def beres(value: object) -> None:
        sheet.accept()
        if selesai is not None:
            selesai(value)

    def simpan(done: Selesai) -> None:
        if not isi.periksa():
            return
        try:
            work = kerja(isi.nilai())
        except InputSalah as exc:
            gagal(exc)
            return
        sheet.sibuk(True)
        host.act(work, said=said, done=done, failed=gagal, owner=sheet, doing=sedang)

    sheet.disimpan.connect(lambda: simpan(beres))
    return simpan


def pasang(parent: QWidget, host: Host, f: Formulir, *aksi: Aksi, selesai: Selesai | None = None) -> Lembar:
    """Open a form with further buttons ``aksi``; ``selesai`` gets the value of the operation once it is closed.

    Leaving asks first where something was typed and no draft keeps it.
    """
    isi = Form(f.isian, lajur=f.lajur)
    isi.isi(f.awal)
    if f.siap is not None:
        f.siap(isi)
    kotor = (lambda: False) if f.draf else None
    sheet = Sheet(
        f.judul, isi, sub=f.sub, utama=f.utama, kedua=f.kedua, lebar=f.lebar, kotor=kotor, parent=parent
    )  # fmt: skip
    simpan = sambung(host, sheet, isi, f.kerja, f.said, selesai=selesai)
    sheet.tambah_tombol(*aksi)
    sheet.open()
    draf = Draft(host, f.draf, isi, sheet) if f.draf else None
    if f.usul:
        isi.pulihkan({**f.awal, **f.usul})
        if not f.draf:
            isi.tandai_bersih()
    isi.fokus(f.fokus)
    return Lembar(sheet, isi, draf, simpan)


def buka(parent: QWidget, host: Host, f: Formulir, *aksi: Aksi, selesai: Selesai | None = None) -> Sheet:
    """Open a form and return its sheet; see :func:`pasang`."""
    return pasang(parent, host, f, *aksi, selesai=selesai).sheet
