"""The dialogs of Data RT: add, change, end a term, history, signers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import nik, tanggal
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.modules.rt import JABATAN, MASA, ORANG, ops, queries
from sipokat_desktop.modules.rt import text as rt
from sipokat_desktop.modules.rt.queries import BarisRoster
from sipokat_desktop.storage import history
from sipokat_desktop.storage.history import Entry
from sipokat_desktop.storage.store import Done
from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet, table_height
from ui.kit.draft import Draft
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom

from . import form, text
from .form import hari

Work = Callable[[], Changes | Done[object]]
LABEL = {column.name: column.label for table in (JABATAN, ORANG, MASA) for column in table.columns}


def _sheet(
    parent: QWidget, host: Host, judul: str, isian: tuple[Isian, ...], awal: Mapping[str, str], utama: str, lebar: int,
    simpan: Callable[[dict[str, str]], tuple[Work, str]], draf: str, fokus: str = "", sub: str = "",
) -> None:  # fmt: skip
    """Open a form that shows ``awal``; ``simpan`` says which bound operation saves it and what to say then.

    What is typed and not saved yet is kept under ``draf``.
    """
    isi = Form(isian)
    isi.isi(awal)
    sheet = Sheet(judul, isi, sub=sub, utama=utama, lebar=lebar, kotor=lambda: False, parent=parent)

    def fail(error: Exception) -> None:
        sheet.gagal(error, isi=isi)

    def save() -> None:
        sheet.sibuk(True)
        work, said = simpan(isi.nilai())
        host.act(work, said=said, done=lambda _value: sheet.accept(), failed=fail, owner=sheet)

    sheet.disimpan.connect(save)
    sheet.open()
    Draft(host, draf, isi, sheet)
    isi.fokus(fokus)


def tambah(parent: QWidget, host: Host, nomor: str = "") -> None:
    """Ask for a new head of an RT."""

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.tambah, host.store, host.lingkup, nilai), text.DITAMBAH.format(rt=nilai["nomor"])

    awal = {"nomor": nomor, "jenis": "definitif"}
    draf, fokus = f"rt.tambah.{nomor}", "nama" if nomor else ""
    _sheet(parent, host, text.FORM_TAMBAH, form.RT_DAN_KETUA, awal, text.SIMPAN, 980, simpan, draf, fokus)


def ubah(parent: QWidget, host: Host, b: BarisRoster, fokus: str = "") -> None:
    """Change a post, its head and the term; ``fokus`` is the input to begin with."""

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        work = partial(ops.ubah, host.store, jabatan_id=b.jabatan_id, masa_id=b.masa_id or "", isian=nilai)
        return work, text.DISIMPAN.format(rt=b.nomor)

    tersimpan = queries.isian(host.store.reader(), jabatan_id=b.jabatan_id, masa_id=b.masa_id)
    isian = tuple(i for i in form.RT_DAN_KETUA if i.kunci != "nomor")
    judul = text.FORM_UBAH.format(rt=b.nomor, nama=b.nama)
    awal = {i.kunci: _tampil(i, tersimpan.get(i.kunci, "")) for i in isian}
    _sheet(parent, host, judul, isian, awal, text.SIMPAN, 980, simpan, f"rt.ubah.{b.masa_id}", fokus)


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
    _sheet(parent, host, judul, form.AKHIR, {}, text.AKHIRI_UTAMA, 480, simpan, f"rt.akhiri.{b.masa_id}")


def penanda(parent: QWidget, host: Host) -> None:
    """Ask who signs the papers."""
    con = host.store.reader()
    kini = {peran: queries.pejabat(con, lingkup=host.lingkup, peran=peran, hari=host.today) for peran in rt.PERAN}

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.set_semua_pejabat, host.store, host.lingkup, nilai), text.PENANDA_DISIMPAN

    awal = {
        f"{peran}.{field}": str(getattr(orang, field))
        for peran, orang in kini.items()
        if orang
        for field in ("nama", "nip", "pangkat")
    }
    _sheet(
        parent,
        host,
        text.PENANDA_JUDUL,
        form.PENANDA,
        awal,
        text.SIMPAN,
        980,
        simpan,
        "rt.penanda",
        sub=text.PENANDA_ISI,
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
    kartu = Card(margin=4, spacing=0)
    kartu.add(tabel, 1)
    tata.addWidget(kartu)
    isi.setMinimumHeight(table_height(parent))
    judul = text.RIWAYAT_JUDUL.format(rt=b.nomor, nama=b.nama)
    sheet = Sheet(judul, isi, utama=text.TUTUP, shortcut="", lebar=900, parent=parent)
    sheet.kedua.hide()
    sheet.disimpan.connect(sheet.accept)
    sheet.open()


def _baris_riwayat(ke: int, entry: Entry, kini: int) -> list[Baris]:
    siapa = text.RIWAYAT_SIAPA.format(nama=entry.by, asal=entry.origin) if entry.by else text.RIWAYAT_KOTA
    kapan = tanggal.waktu(entry.at, kini)
    names = [
        name
        for name in {**entry.before, **entry.after}
        if name in LABEL and not name.endswith("_id") and entry.before.get(name) != entry.after.get(name)
    ]
    return [
        Baris(
            f"{ke}.{name}",
            (
                kapan if i == 0 else "",
                siapa if i == 0 else "",
                LABEL[name],
                _kata(name, entry.before.get(name)),
                _kata(name, entry.after.get(name)),
            ),
        )
        for i, name in enumerate(names)
    ]


def _kata(name: str, nilai: str | int | None) -> str:
    """Return a stored value as people read it: words for codes, days as 20/11/2017, a NIK masked."""
    if nilai is None:
        return "—"
    kata = nik.samarkan(str(nilai)) if name == "nik" else str(nilai)
    return hari(kata) if name in form.TANGGAL else form.KATA.get(name, {}).get(kata, kata)
