"""The import of an office's sheet: what was read, row by row, before anything is saved."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import nik
from sipokat_desktop.modules.rt import impor
from sipokat_desktop.modules.rt.impor import Bacaan, Masalah, Nasib, Neraca
from ui.kit.cards import Card
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import Notice
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role

from . import text
from .form import hari

PERAN = {Nasib.PAKAI: Role.PERHATIAN, Nasib.LEWATI: Role.REDUP, Nasib.PERBAIKI: Role.SALAH}


def buka(parent: QWidget, host: Host, berkas: Path) -> None:
    """Read the sheet in the background and show what it holds."""
    host.jobs.run(
        impor.baca, berkas, host.today, apa=text.IMPOR_BACA, done=lambda bacaan: _tampilkan(parent, host, bacaan),
        failed=host.tell, owner=parent,
    )  # fmt: skip


def _tampilkan(parent: QWidget, host: Host, bacaan: Bacaan) -> None:
    tabel = DataTable(tuple(Kolom(j, j, stretch=s) for j, s in zip(text.IMPOR_KOLOM, (0, 0, 2, 0, 0, 3), strict=True)))
    tabel.set_rows(_baris(bacaan))
    salah = len({m.baris for m in bacaan.bermasalah})
    lewat = bacaan.dibaca - len(bacaan.baik) - salah
    kalimat = Notice(*_ringkas(len(bacaan.baik), salah, lewat, _ragu(bacaan)))
    isi = QWidget()
    tata = QVBoxLayout(isi)
    tata.setContentsMargins(0, 0, 0, 0)
    tata.addWidget(kalimat)
    kartu = Card(margin=4, spacing=0)
    kartu.add(tabel, 1)
    tata.addWidget(kartu, 1)
    isi.setMinimumHeight(table_height(parent))
    judul = text.IMPOR_JUDUL.format(berkas=bacaan.berkas)
    sheet = Sheet(judul, isi, utama=text.IMPOR_UTAMA.format(n=len(bacaan.baik)), lebar=980, parent=parent)
    sheet.utama.setEnabled(bool(bacaan.baik))
    sheet.disimpan.connect(lambda: _simpan(sheet, host, bacaan))
    sheet.open()


def _ragu(bacaan: Bacaan) -> int:
    """Return how many good rows have a remark."""
    return len({m.baris for m in bacaan.masalah if m.nasib is Nasib.PAKAI} & {c.baris for c in bacaan.baik})


def _ringkas(baik: int, salah: int, lewat: int, ragu: int) -> tuple[str, Role]:
    if not baik:
        return text.IMPOR_NIHIL, Role.SALAH
    if salah or lewat:
        return text.IMPOR_RINGKAS.format(baik=baik, salah=salah, lewat=lewat), Role.PERHATIAN
    if ragu:
        return text.IMPOR_RAGU.format(baik=baik, ragu=ragu), Role.PERHATIAN
    return text.IMPOR_BERSIH.format(baik=baik), Role.BAIK


def _simpan(sheet: Sheet, host: Host, bacaan: Bacaan) -> None:
    sheet.sibuk(True)

    def kalimat(neraca: object) -> str:
        return neraca.kalimat if isinstance(neraca, Neraca) else ""

    def gagal(error: Exception) -> None:
        sheet.gagal(error)

    host.act(
        partial(impor.simpan, host.store, host.lingkup, bacaan), said=kalimat, done=lambda _: sheet.accept(),
        failed=gagal, owner=sheet, doing=text.IMPOR_MENYIMPAN,
    )  # fmt: skip


def _baris(bacaan: Bacaan) -> list[Baris]:
    catatan: dict[int, list[Masalah]] = defaultdict(list)
    for masalah in bacaan.masalah:
        catatan[masalah.baris].append(masalah)
    isi = {c.baris: c.fields for c in bacaan.calon}
    hasil: list[Baris] = []
    for nomor in sorted(isi.keys() | catatan.keys()):
        fields = isi.get(nomor, {})
        masalah_baris = catatan.get(nomor, [])
        keterangan = " ".join(m.pesan for m in masalah_baris) or text.IMPOR_SIAP
        berat = max((list(Nasib).index(m.nasib) for m in masalah_baris), default=-1)
        peran = PERAN[list(Nasib)[berat]] if berat >= 0 else Role.BAIK
        nik_ = fields.get("nik")
        sel = (
            str(nomor), f"RT {fields['nomor']}" if fields else "", str(fields.get("nama") or ""),
            nik.samarkan(str(nik_)) if nik_ else "", hari(str(fields.get("tmt") or "")), keterangan,
        )  # fmt: skip
        hasil.append(Baris(str(nomor), sel, (None,) * 5 + (peran,)))
    return hasil
