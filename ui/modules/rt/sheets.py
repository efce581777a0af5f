"""The dialogs of Data RT: add, change, end a term, history, signers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import JABATAN, MASA, ORANG, ops, queries
from sipokat_desktop.modules.rt import text as rt
from sipokat_desktop.modules.rt.queries import BarisRoster
from sipokat_desktop.storage import history
from sipokat_desktop.storage.history import Entry
from sipokat_desktop.storage.store import Done
from ui.kit.cards import EmptyState
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of

from . import form, text

Work = Callable[[], Changes | Done[object]]
LABEL = {column.name: column.label for table in (JABATAN, ORANG, MASA) for column in table.columns}


def _sheet(
    parent: QWidget, host: Host, judul: str, isian: tuple[Isian, ...], utama: str, lebar: int,
    simpan: Callable[[dict[str, str]], tuple[Work, str]],
) -> Form:  # fmt: skip
    """Open a form; ``simpan`` says which bound operation saves it and what to say then."""
    isi = Form(isian)
    sheet = Sheet(judul, isi, utama=utama, lebar=lebar, parent=parent)

    def fail(error: Exception) -> None:
        sheet.sibuk(False)
        if not isinstance(error, InputSalah) or not isi.salah(error):
            sheet.pesan.salah(str(error))

    def save() -> None:
        sheet.sibuk(True)
        work, said = simpan(isi.nilai())
        host.act(work, said=said, done=lambda _value: sheet.accept(), failed=fail, owner=sheet)

    sheet.disimpan.connect(save)
    sheet.open()
    isi.fokus()
    return isi


def tambah(parent: QWidget, host: Host, nomor: str = "") -> None:
    """Ask for a new head of an RT."""

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.tambah, host.store, host.lingkup, nilai), text.DITAMBAH.format(rt=nilai["nomor"])

    isi = _sheet(parent, host, text.FORM_TAMBAH, form.RT_DAN_KETUA, text.SIMPAN, 760, simpan)
    isi.isi({"nomor": nomor, "jenis": "definitif"})


def ubah(parent: QWidget, host: Host, b: BarisRoster) -> None:
    """Change a post, its head and the term."""

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        work = partial(ops.ubah, host.store, jabatan_id=b.jabatan_id, masa_id=b.masa_id or "", isian=nilai)
        return work, text.DISIMPAN.format(rt=b.nomor)

    tersimpan = queries.isian(host.store.reader(), jabatan_id=b.jabatan_id, masa_id=b.masa_id)
    isian = tuple(i for i in form.RT_DAN_KETUA if i.kunci != "nomor")
    judul = text.FORM_UBAH.format(rt=b.nomor, nama=b.nama)
    isi = _sheet(parent, host, judul, isian, text.SIMPAN, 760, simpan)
    isi.isi({i.kunci: _tampil(i, tersimpan.get(i.kunci, "")) for i in isian})


def _tampil(isian: Isian, tersimpan: str) -> str:
    """Return a stored value as people type it: dates day first."""
    if tersimpan and isian.jenis in (Jenis.TANGGAL, Jenis.LAHIR):
        return tanggal.pendek(date.fromisoformat(tersimpan))
    return tersimpan


def akhiri(parent: QWidget, host: Host, b: BarisRoster) -> None:
    """Ask for the end of a term and its reason."""

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.akhiri, host.store, masa_id=b.masa_id or "", isian=nilai), text.DIAKHIRI.format(rt=b.nomor)

    judul = text.FORM_AKHIRI.format(rt=b.nomor, nama=b.nama)
    _sheet(parent, host, judul, form.AKHIR, text.AKHIRI_UTAMA, 480, simpan)


def penanda(parent: QWidget, host: Host) -> None:
    """Ask who signs the papers."""
    con, hari = host.store.reader(), host.today
    kini = {peran: queries.pejabat(con, lingkup=host.lingkup, peran=peran, hari=hari) for peran in rt.PERAN}

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.set_semua_pejabat, host.store, host.lingkup, nilai), text.PENANDA_DISIMPAN

    isi = _sheet(parent, host, text.PENANDA_JUDUL, form.PENANDA, text.SIMPAN, 760, simpan)
    isi.isi(
        {
            f"{peran}.{field}": str(getattr(orang, field))
            for peran, orang in kini.items()
            if orang
            for field in ("nama", "nip", "pangkat")
        }
    )


def riwayat(parent: QWidget, host: Host, b: BarisRoster) -> None:
    """Show who changed what on a post, its head and the term."""
    con = host.store.reader()
    ids = [id for id in (b.orang_id, b.masa_id, b.jabatan_id) if id]
    semua = sorted((e for id in ids for e in history.of_row(con, id)), key=lambda e: -e.at)
    tabel = DataTable(
        tuple(Kolom(judul, judul, stretch=int(judul in text.RIWAYAT_KOLOM[3:])) for judul in text.RIWAYAT_KOLOM)
    )
    tabel.set_rows([baris for ke, entry in enumerate(semua) for baris in _baris_riwayat(ke, entry, host.store.clock())])
    tabel.set_empty(EmptyState(text.RIWAYAT_KOSONG))
    isi = QWidget()
    tata = QVBoxLayout(isi)
    tata.setContentsMargins(0, 0, 0, 0)
    tata.addWidget(tabel)
    isi.setMinimumHeight(theme_of(parent).px(400))
    judul = text.RIWAYAT_JUDUL.format(rt=b.nomor, nama=b.nama)
    sheet = Sheet(judul, isi, utama=text.TUTUP, shortcut="", lebar=900, parent=parent)
    sheet.kedua.hide()
    sheet.disimpan.connect(sheet.accept)
    sheet.open()


def _baris_riwayat(ke: int, entry: Entry, kini: int) -> list[Baris]:
    siapa = f"{entry.by or 'kota'} · {entry.origin}"
    kapan = tanggal.waktu(entry.at, kini)
    names = [name for name in {**entry.before, **entry.after} if name in LABEL and not name.endswith("_id")]
    return [
        Baris(
            f"{ke}.{name}",
            (
                kapan if i == 0 else "",
                siapa if i == 0 else "",
                LABEL[name],
                _kata(entry.before.get(name)),
                _kata(entry.after.get(name)),
            ),
        )
        for i, name in enumerate(n for n in names if entry.before.get(n) != entry.after.get(n))
    ]


def _kata(nilai: str | int | None) -> str:
    return "—" if nilai is None else str(nilai)
