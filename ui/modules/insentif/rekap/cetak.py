"""The papers of *Rekap*: the year by RT, and a period by kelurahan for the kecamatan (F3)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.insentif import queries
from ui.kit import paper
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host

from .. import sheets
from . import text

Pilihan = tuple[str, Callable[[], object]]


def pilihan(parent: QWidget, host: Host, tahun: int) -> list[Pilihan]:
    """Return the words of the menu and what each does."""
    return [
        (text.CETAK_JUDUL.format(tahun=tahun), partial(per_rt, parent, host, tahun)),
        (text.F3_MENU, partial(tanya_kecamatan, parent, host)),
    ]


def per_rt(parent: QWidget, host: Host, tahun: int) -> None:
    """Show what every RT received for the months of a year."""

    def buat(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.insentif import rekap_cetak

        con, saat = host.store.reader(), host.store.clock()
        return rekap_cetak.rekap_rt(con, tahun=tahun, lingkup=host.lingkup, kertas=kertas, sekarang=saat)

    judul, nama = text.CETAK_JUDUL.format(tahun=tahun), text.NAMA.format(tahun=tahun)
    paper.buka(parent, host, judul=judul, nama=nama, buat=buat)


def tanya_kecamatan(parent: QWidget, host: Host) -> Sheet:
    """Ask for the period and the component of F3, then show it."""
    periode = tuple(p for p in sheets.pilihan_periode(host) if "TW" in p[0])
    semua = queries.komponen(host.store.reader(), lingkup=host.lingkup)
    komponen = (("", text.F3_SEMUA), *((k.komponen_id, k.nama) for k in semua))
    isi = Form(
        [
            Isian("periode", text.F3_PERIODE, Jenis.PILIHAN, pilihan=periode, wajib=True),
            Isian("komponen", text.KOLOM[2], Jenis.PILIHAN, pilihan=komponen),
        ]
    )
    isi.isi({"periode": periode[0][0], "komponen": ""})
    sheet = Sheet(text.F3_JUDUL, isi, utama=text.F3_TAMPILKAN, lebar=460, kotor=lambda: False, parent=parent)

    def tampilkan() -> None:
        nilai = isi.nilai()
        sheet.accept()
        kecamatan(parent, host, nilai["periode"], nilai["komponen"])

    sheet.disimpan.connect(tampilkan)
    sheet.open()
    isi.fokus()
    return sheet


def kecamatan(parent: QWidget, host: Host, periode: str, komponen_id: str) -> None:
    """Show F3 of a period."""

    def buat(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.insentif import rekap_cetak

        return rekap_cetak.rekap_kecamatan(
            host.store.reader(), periode=periode, komponen_id=komponen_id, lingkup=(host.lingkup,), kertas=kertas,
            sekarang=host.store.clock(),
        )  # fmt: skip

    paper.buka(parent, host, judul=text.F3_JUDUL, nama=text.F3_NAMA.format(periode=periode), buat=buat)
