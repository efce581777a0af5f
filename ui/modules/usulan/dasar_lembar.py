"""The reports that a proposal is based on: searched and tied to it, or taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.modules.usulan import ops, queries
from sipokat_desktop.modules.usulan.model import Usulan
from sipokat_desktop.storage import activities
from ui.kit.beside import page_column
from ui.kit.cards import Card, EmptyState
from ui.kit.days import pendek
from ui.kit.dialog import Sheet, table_height
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom

from . import text_lembar as text

_PISAH = "|"
Cari = Callable[[str], Sequence[Baris]]


class DaftarLaporan(QWidget):
    """Reports that hold what is typed, the latest first; several may be chosen."""

    def __init__(self, cari: Cari, *, bercari: bool) -> None:
        super().__init__()
        self._cari = cari
        self.tabel = DataTable(
            [Kolom(judul, judul, stretch=ke) for ke, judul in enumerate(text.DASAR_KOLOM)],
        )
        self.tabel.set_empty(EmptyState(text.DASAR_KOSONG, text.DASAR_KOSONG_ISI))
        kartu = Card(margin=4, spacing=0)
        kartu.add(self.tabel, 1)
        tata = page_column(self)
        if bercari:
            ketik = FilterField(text.DASAR_CARI)
            ketik.berubah.connect(self.tampil)
            self.tabel.attach_filter(ketik)
            tata.addWidget(ketik)
        tata.addWidget(kartu, 1)
        self.setFocusProxy(self.tabel)
        self.tampil("")

    def tampil(self, kata: str) -> None:
        """Show what answers a typed line."""
        self.tabel.set_rows(self._cari(kata))

    def dipilih(self) -> list[str]:
        """Return the ids of the chosen rows."""
        kini = self.tabel.current_id()
        return self.tabel.selected_ids() or ([kini] if kini else [])


def hubungkan(parent: QWidget, host: Host, u: Usulan) -> Sheet:
    """Tie a proposal to reports of its kelurahan."""
    con = host.store.reader()
    sudah = {(d.sumber, d.asal) for d in queries.dasar(con, u.usulan_id)}

    def cari(kata: str) -> Sequence[Baris]:
        semua = activities.recent(host.store.reader(), u.lingkup, kata.strip())
        return [
            Baris(f"{a.sumber}{_PISAH}{a.asal}", (pendek(a.hari), a.judul))
            for a in semua
            if (a.sumber, a.asal) not in sudah
        ]

    def kerja(ids: list[str]) -> Changes:
        return ops.hubungkan(host.store, u.usulan_id, [_pasangan(id) for id in ids])

    return _buka(parent, host, u, DaftarLaporan(cari, bercari=True), kerja, _HUBUNGKAN)


def lepaskan(parent: QWidget, host: Host, u: Usulan) -> Sheet:
    """Take reports away from a proposal."""
    semua = queries.dasar(host.store.reader(), u.usulan_id)
    rows = [Baris(d.dasar_id, (pendek(d.hari), d.judul)) for d in semua]
    return _buka(
        parent, host, u, DaftarLaporan(lambda _kata: rows, bercari=False), partial(ops.lepaskan, host.store), _LEPASKAN
    )  # fmt: skip


def _pasangan(id: str) -> tuple[str, str]:
    sumber, _, asal = id.partition(_PISAH)
    return sumber, asal


_HUBUNGKAN = (text.DASAR_JUDUL, text.DASAR_SUB, text.DASAR_UTAMA, text.DASAR_DIHUBUNGKAN)
_LEPASKAN = (text.LEPAS_JUDUL, text.LEPAS_SUB, text.LEPAS_UTAMA, text.DASAR_DILEPAS)


def _buka(
    parent: QWidget, host: Host, u: Usulan, isi: DaftarLaporan, kerja: Callable[[list[str]], Changes],
    kata: tuple[str, str, str, str],
) -> Sheet:  # fmt: skip
    judul, sub, utama, hasil = kata
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(judul, isi, sub=sub, utama=utama, lebar=860, parent=parent)

    def simpan(_id: str = "") -> None:
        ids = isi.dipilih()
        if ids:
            sheet.sibuk(True)
            said = hasil.format(n=len(ids), judul=u.judul)
            host.act(
                partial(kerja, ids), said=said, done=lambda _v: sheet.accept(), failed=sheet.gagal, owner=sheet
            )  # fmt: skip

    isi.tabel.opened.connect(simpan)
    isi.tabel.selected.connect(lambda id: sheet.sibuk(not id))
    sheet.disimpan.connect(simpan)
    sheet.open()
    sheet.sibuk(True)
    isi.tabel.begin()
    return sheet
