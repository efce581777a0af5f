"""The dialogs of Data RT: add, change, end a term, delete, history, trash, signers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.modules.rt import hapus as ops_hapus
from sipokat_desktop.modules.rt import ops, queries
from sipokat_desktop.modules.rt.peran import peran_kantor
from sipokat_desktop.modules.rt.queries import BarisRoster
from sipokat_desktop.storage.store import Done
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.draft import Draft
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.ragu import Ragu
from ui.kit.riwayat import buka as buka_riwayat
from ui.kit.sampah import buka as buka_sampah

from . import TABLES, form, foto, text
from .ragu import kalimat

Work = Callable[[], Changes | Done[object]]
Simpan = Callable[[dict[str, str]], tuple[Work, str]]
"""Says which bound operation saves what was typed, and what to say then."""


class Formulir(NamedTuple):
    """A form to open: its inputs, what they show at first, what saves them, and where the draft is kept."""

    judul: str
    isian: tuple[Isian, ...]
    awal: Mapping[str, str]
    simpan: Simpan
    draf: str
    utama: str = text.SIMPAN
    lebar: int = 980
    lajur: int = 0
    fokus: str = ""
    sub: str = ""
    hari: date | None = None


def formulir(parent: QWidget, host: Host, f: Formulir) -> Sheet:
    """Open a form; what is typed and not saved yet is kept as a draft, doubts stand beside their inputs."""
    isi = Form(f.isian, lajur=f.lajur)
    isi.isi(f.awal)
    sheet = Sheet(f.judul, isi, sub=f.sub, utama=f.utama, lebar=f.lebar, kotor=lambda: False, parent=parent)
    _saves(sheet, host, isi, f.simpan)
    sheet.open()
    Draft(host, f.draf, isi, sheet)
    if f.hari:
        semua = any(f.awal.get(k) for k in ("nama", "nik"))
        Ragu(isi, partial(kalimat, hari=f.hari, semua=semua))
    isi.fokus(f.fokus)
    return sheet


def _saves(sheet: Sheet, host: Host, isi: Form, simpan: Simpan) -> None:
    def fail(error: Exception) -> None:
        sheet.gagal(error, isi=isi)

    def save() -> None:
        sheet.sibuk(True)
        work, said = simpan(isi.nilai())
        host.act(work, said=said, done=lambda _value: sheet.accept(), failed=fail, owner=sheet)

    sheet.disimpan.connect(save)


def tambah(parent: QWidget, host: Host) -> Sheet:
    """Ask for a new head of an RT; a post without a head is offered beside it."""

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.tambah, host.store, host.lingkup, nilai), text.DITAMBAH.format(rt=nilai["nomor"])

    def rt_saja() -> None:
        sheet.buang()
        tambah_kosong(parent, host)

    awal = {"jenis": "definitif"}
    f = Formulir(text.FORM_TAMBAH, form.RT_DAN_KETUA, awal, simpan, "rt.tambah.", lajur=3, hari=host.today)
    sheet = formulir(parent, host, f)
    sheet.tambah_tombol(Aksi(text.RT_KOSONG, rt_saja))
    return sheet


def tambah_kosong(parent: QWidget, host: Host) -> Sheet:
    """Ask for a new post that nobody heads yet."""

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.tambah_kosong, host.store, host.lingkup, nilai), text.RT_KOSONG_DITAMBAH.format(
            rt=nilai["nomor"]
        )

    f = Formulir(text.FORM_KOSONG, form.RT_SAJA, {}, simpan, "rt.tambah_kosong", lebar=620, lajur=2)
    return formulir(parent, host, f._replace(sub=text.RT_KOSONG_ISI))


def ubah(parent: QWidget, host: Host, b: BarisRoster, fokus: str = "") -> Sheet:
    """Change a post, its head and the term; ``fokus`` is the input to begin with."""
    if not b.masa_id:
        return _ubah_rt(parent, host, b)

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        work = partial(ops.ubah, host.store, jabatan_id=b.jabatan_id, masa_id=b.masa_id or "", isian=nilai)
        return work, text.DISIMPAN.format(rt=b.nomor)

    judul = text.FORM_UBAH.format(rt=b.nomor, nama=b.nama)
    f = Formulir(judul, form.UBAH, _awal(host, b, form.UBAH), simpan, f"rt.ubah.{b.masa_id}", lajur=3, fokus=fokus)
    sheet = formulir(parent, host, f._replace(hari=host.today))

    def photo() -> None:
        sheet.reject()
        foto.buka(parent, host, b)

    sheet.tambah_tombol(Aksi(text.FOTO, photo))
    return sheet


def _ubah_rt(parent: QWidget, host: Host, b: BarisRoster) -> Sheet:
    """Change a post that nobody heads."""
    isian = tuple(satu for satu in form.RT_SAJA if satu.kunci not in ("nomor", "rw"))

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.ubah_jabatan, host.store, b.jabatan_id, nilai), text.DISIMPAN.format(rt=b.nomor)

    judul, draf = text.FORM_UBAH_RT.format(rt=b.nomor), f"rt.ubah_rt.{b.jabatan_id}"
    return formulir(parent, host, Formulir(judul, isian, _awal(host, b, isian), simpan, draf, lebar=620, lajur=2))


def _awal(host: Host, b: BarisRoster, isian: tuple[Isian, ...]) -> dict[str, str]:
    tersimpan = queries.isian(host.store.reader(), jabatan_id=b.jabatan_id, masa_id=b.masa_id)
    return {i.kunci: _tampil(i, tersimpan.get(i.kunci, "")) for i in isian}


def _tampil(isian: Isian, tersimpan: str) -> str:
    """Return a stored value as people type it: dates day first."""
    if tersimpan and isian.jenis in (Jenis.TANGGAL, Jenis.LAHIR):
        return tanggal.pendek(date.fromisoformat(tersimpan))
    return tersimpan


def akhiri(parent: QWidget, host: Host, b: BarisRoster) -> Sheet:
    """Ask for the end of a term and its reason."""

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.akhiri, host.store, masa_id=b.masa_id or "", isian=nilai), text.DIAKHIRI.format(rt=b.nomor)

    judul = text.FORM_AKHIRI.format(rt=b.nomor, nama=b.nama)
    f = Formulir(judul, form.AKHIR, {}, simpan, f"rt.akhiri.{b.masa_id}", text.AKHIRI_UTAMA, lebar=480)
    return formulir(parent, host, f)


def penanda(parent: QWidget, host: Host) -> Sheet:
    """Ask who signs the papers of this office."""
    con, semua = host.store.reader(), peran_kantor(host.kantor)
    kini = {peran: queries.pejabat(con, lingkup=host.kantor, peran=peran, hari=host.today) for peran in semua}

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        return partial(ops.set_semua_pejabat, host.store, host.kantor, nilai), text.PENANDA_DISIMPAN

    awal = {
        f"{peran}.{field}": str(getattr(orang, field))
        for peran, orang in kini.items()
        if orang
        for field in ("nama", "nip", "pangkat")
    }
    kata = (text.PENANDA_JUDUL_ATAS, text.PENANDA_ISI_ATAS) if host.beberapa else (text.PENANDA_JUDUL, text.PENANDA_ISI)
    f = Formulir(kata[0], form.penanda(semua), awal, simpan, "rt.penanda", sub=kata[1])
    return formulir(parent, host, f)


def riwayat(parent: QWidget, host: Host, b: BarisRoster) -> Sheet:
    """Show who changed what on a post, its head and the term."""
    ids = [id for id in (b.orang_id, b.masa_id, b.jabatan_id) if id]
    judul = text.RIWAYAT_JUDUL if b.nama else text.RIWAYAT_JUDUL_RT
    return buka_riwayat(parent, host, ids, judul.format(rt=b.nomor, nama=b.nama))


def sampah(parent: QWidget, host: Host) -> Sheet:
    """Show what was deleted from Data RT."""
    return buka_sampah(parent, host, TABLES)


def hapus(parent: QWidget, host: Host, b: BarisRoster) -> Sheet:
    """Ask what of a post was entered by mistake, and delete it."""
    pilihan = [("rt", text.HAPUS_RT.format(rt=b.nomor))]
    if b.masa_id:
        pilihan.insert(0, ("ketua", text.HAPUS_KETUA.format(nama=b.nama, rt=b.nomor)))
    isi = Form([Isian("apa", text.HAPUS_APA, Jenis.PILIHAN, pilihan=tuple(pilihan), wajib=True)])
    isi.isi({"apa": pilihan[0][0]})

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        if nilai["apa"] == "ketua":
            return partial(ops_hapus.hapus_masa, host.store, b.masa_id or ""), text.DIHAPUS_KETUA.format(
                nama=b.nama, rt=b.nomor
            )
        return partial(ops_hapus.hapus_jabatan, host.store, b.jabatan_id), text.DIHAPUS_RT.format(rt=b.nomor)

    judul = text.HAPUS_JUDUL.format(rt=b.nomor)
    sheet = Sheet(judul, isi, sub=text.HAPUS_ISI, utama=text.HAPUS_UTAMA, lebar=620, kotor=lambda: False, parent=parent)
    _saves(sheet, host, isi, simpan)
    sheet.open()
    return sheet
