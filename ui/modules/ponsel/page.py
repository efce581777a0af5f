"""The page HP dan barang: the register, searched by typing or scanning, filtered, and a panel with the chosen unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from sipokat_desktop.modules.ponsel.model import Unit
from ui.kit.act_panel import Pilihan
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import EmptyState
from ui.kit.host import Host, Page
from ui.kit.jatuhan import Jatuhan
from ui.kit.labels import Gaya, Label
from ui.kit.menu import MenuButton, MenuLine, menu_of
from ui.kit.page import PageTitle
from ui.kit.table_big import QueryTable
from ui.kit.table_kept import KeptColumns

from . import TABLES, text
from .panel import UnitPanel
from .penyaring import Penyaring
from .sumber import Register, UnitSource, baca, kunci, titik
from .tindakan import Tindakan

RT = "rt:"
"""Before the id of a post: what it holds."""


class PonselPage(Page):
    """Table of units, a forgiving search, filters, and a panel with the life of the chosen one."""

    tables = TABLES
    help, panduan = text.BANTUAN, "hp"

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._sumber = UnitSource(beberapa=len(host.wilayah) > 1)
        self._dimuat, self._tuju = False, ""
        self._urut, self._turun = "", False
        self._saring = Penyaring(host.wilayah)
        self._tabel = QueryTable(self._sumber.kolom, self._sumber, host.jobs)
        self._kolom = KeptColumns(host, self._tabel, "ponsel")
        self._tindakan = Tindakan(self, host, self._sumber, self.tuju)
        menu, cetak = Pilihan(text.TINDAKAN, self._menu, "Alt+T"), Pilihan(text.CETAK, self._papers, "Ctrl+P")
        self._panel = UnitPanel(host, self._tindakan, menu, cetak)
        self._jumlah = Label("", Gaya.TEBAL)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._lain = MenuButton(text.LAINNYA, "Alt+L", self._more)
        judul = PageTitle(
            text.JUDUL,
            self._lain,
            SecondaryButton(text.EXCEL, "Alt+E", on=self._export),
            SecondaryButton(text.IMPOR, "Ctrl+I", on=self._import),
            PrimaryButton(text.TAMBAH, "Ctrl+N", on=self._tindakan.tambah),
        )
        tata = page_column(self)
        tata.addWidget(judul)
        tata.addWidget(self._saring)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)
        tata.addWidget(self._jumlah)

    def _connect(self) -> None:
        t = self._tabel
        Jatuhan(self, self.impor)
        self._saring.diubah.connect(self._ask)
        self._saring.tempat.connect(self._other_place)
        self._saring.kolom.connect(partial(self._kolom.tanya, self))
        t.attach_filter(self._saring.cari)
        self._saring.cari.tombol.connect(self._not_there)
        self.setFocusProxy(t)
        t.opened.connect(self._open)
        t.selected.connect(lambda _id: self._show_panel())
        t.diurutkan.connect(self._sort)
        t.selectionModel().selectionChanged.connect(lambda *_changed: self._show_panel())
        t.disalin.connect(lambda n: self._host.messages.berhasil(text.DISALIN.format(n=titik(n))))
        for tombol, lakukan in self._keys():
            QShortcut(QKeySequence(tombol), self, lakukan)

    def _keys(self) -> Sequence[tuple[str, Callable[[], object]]]:
        t = self._tindakan
        return (
            ("Alt+S", partial(self._hand_over, "serah")), ("Alt+K", partial(self._hand_over, "kembali")),
            ("Alt+J", partial(self._with_unit, t.kejadian)), ("Alt+M", partial(self._with_unit, t.bantuan)),
            ("Alt+T", self._menu), ("Ctrl+P", self._papers),
        )  # fmt: skip

    # what is shown

    def load(self) -> None:
        """Read the register again, in the background."""
        host = self._host

        def kerja() -> Register:
            return baca(host.store.reader(), host.wilayah, host.today)

        host.jobs.run(kerja, apa=text.MEMUAT, done=self._loaded, failed=host.tell, owner=self)

    def _loaded(self, isi: Register) -> None:
        pertama, self._dimuat = not self._dimuat, True
        self._sumber.pasang(isi)
        self._prepare_search()
        self._saring.set_jumlah(self._sumber.hitung(self._saring.kelurahan))
        self._show(tetap=True)
        self._tabel.ukur()
        if pertama and self._tabel.hasFocus():
            self._tabel.begin()
        tuju, self._tuju = self._tuju, ""
        if tuju:
            self.open_id(tuju)

    def _prepare_search(self) -> None:
        """Make the keys of the search beforehand: the first letter of many units would wait for them."""
        sumber, versi = self._sumber, self._sumber.versi
        siap = partial(sumber.pasang_kunci, versi=versi)
        self._host.jobs.run(kunci, sumber.units, apa=text.MENYIAPKAN_CARI, done=siap, owner=self)

    def _ask(self) -> None:
        self._show(tetap=False)

    def _show(self, *, tetap: bool) -> None:
        self._tabel.tanya(self._sumber.tanya(self._saring.tanya(self._urut, turun=self._turun)), tetap=tetap)
        n = self._tabel.row_count()
        if not n and self._dimuat:
            awal = (Aksi(text.TAMBAH, self._tindakan.tambah, utama=True), Aksi(f"{text.IMPOR}…", self._import))
            self._tabel.set_empty(_empty(self._saring, () if self._sumber.units else awal))
        elif n == 1:
            self._tabel.begin()
        self._show_panel()

    def _row(self) -> Unit | None:
        return self._sumber.satu(self._tabel.current_number())

    def _chosen(self) -> list[Unit]:
        """Return the units that an act goes to: those that are selected, else the one the keyboard is on."""
        units = (self._sumber.unit(id) for id in self._tabel.terpilih())
        return [u for u in units if u is not None] or [u for u in (self._row(),) if u is not None]

    def _show_panel(self) -> None:
        self._jumlah.setText(self._sumber.kata_jumlah(self._tabel.row_count(), self._tabel.selected_count()))
        self._panel.tampil(self._row(), self._chosen(), self._sumber.versi)

    def _sort(self, urut: str, turun: bool) -> None:
        self._urut, self._turun = urut, turun
        self._ask()

    def _other_place(self) -> None:
        self._saring.set_jumlah(self._sumber.hitung(self._saring.kelurahan))
        self._ask()

    # going somewhere

    def open_id(self, id: str) -> None:
        """Select the unit ``id``, or show what the post of ``rt:<id>`` holds; behind ``#`` may stand what for."""
        tuju = id.partition("#")[0]
        if not self._dimuat:
            self._tuju = tuju
        elif tuju.startswith(RT):
            self._of_post(tuju.removeprefix(RT))
        else:
            self.tuju(tuju)

    def tuju(self, unit_id: str) -> None:
        """Go to a unit wherever it is; one that was just recorded is gone to as soon as it is here."""
        if self._sumber.unit(unit_id) is None:
            self._tuju = unit_id
            return
        self._tindakan.ditemukan()
        self._saring.kosongkan()
        self._ask()
        self._tabel.select(unit_id)
        self._tabel.setFocus()

    def _of_post(self, jabatan_id: str) -> None:
        con = self._host.store.reader()
        row = con.execute("SELECT nomor FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone()
        self._saring.kosongkan()
        self._saring.rt(jabatan_id, str(row[0]) if row else "")
        self._ask()
        self._tabel.begin()
        self._tabel.setFocus()

    def place(self) -> str:
        """Return the selected unit."""
        u = self._row()
        return u.unit_id if u else ""

    def _open(self, id: str) -> None:
        """Enter: after a scan go to the unit, else change it."""
        dipindai, u = self._sumber.persis(self._saring.cari.text()), self._sumber.unit(id)
        if dipindai is not None:
            self.tuju(dipindai.unit_id)
        elif u is not None:
            self._tindakan.ubah(u)

    def _not_there(self, event: QKeyEvent) -> None:
        """Answer a number that was scanned and is not among the rows: it is filtered out, or on no unit at all."""
        teks = self._saring.cari.text().strip()
        masuk = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (masuk and teks) or self._tabel.row_count():
            return
        self._saring.cari.selectAll()
        dipindai = self._sumber.persis(teks)
        if dipindai is not None:
            self.tuju(dipindai.unit_id)
        else:
            self._tindakan.belum_ada(teks)

    # acts

    def _hand_over(self, jenis: str) -> None:
        units = self._chosen_or_say()
        if units:
            self._tindakan.coba(jenis, units)

    def _chosen_or_say(self) -> list[Unit]:
        """Return the units that an act goes to; where there are none, say how to choose one."""
        units = self._chosen()
        if not units:
            self._host.messages.info(text.PILIH_DULU)
        return units

    def _with_unit(self, lakukan: Callable[[Unit], object]) -> None:
        """Do something with the one unit that is chosen; of several, nobody guesses which is meant."""
        units = self._chosen_or_say()
        if len(units) == 1:
            lakukan(units[0])
        elif units:
            self._host.messages.info(text.SATU_SAJA)

    def _menu(self) -> None:
        units = self._chosen_or_say()
        pilihan = [(p.di_menu, p.lakukan) for p in self._tindakan.menu(units)] if units else []
        if pilihan:
            self._popup(pilihan, self._panel.tombol_menu)
        elif units:
            self._host.messages.info(text.BERBEDA)

    def _papers(self) -> None:
        self._with_unit(self._papers_of)

    def _papers_of(self, u: Unit) -> None:
        if pilihan := self._tindakan.cetak(u):
            self._popup(pilihan, self._panel.tombol_cetak)
        else:
            self._host.messages.info(text.TANPA_SURAT)

    def _more(self) -> Sequence[MenuLine]:
        from . import lainnya

        return lainnya.menu(self, self._host)

    def _popup(self, pilihan: Sequence[tuple[str, Callable[[], object]]], di: QWidget) -> None:
        """Open a menu below a button."""
        menu_of(self, pilihan).popup(di.mapToGlobal(QPoint(0, di.height())))

    def _export(self) -> None:
        from . import lainnya

        lainnya.ekspor(self, self._host, [*self._tabel_units()], self._saring)

    def _tabel_units(self) -> Sequence[Unit]:
        return self._sumber.jawab(self._saring.tanya(self._urut, turun=self._turun))

    def _import(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, text.IMPOR_PILIH, str(Path.home()), text.IMPOR_SARING)
        if nama:
            self.impor(Path(nama))

    def impor(self, berkas: Path) -> None:
        """Read a sheet in the background and show what it holds."""
        from .impor.alur import mulai

        if self._tindakan.boleh("ponsel_unit"):
            mulai(self, self._host, berkas)


def _empty(saring: Penyaring, awal: Sequence[Aksi]) -> EmptyState:
    """Say why no unit is shown; ``awal`` is how a register without any unit begins."""
    if saring.cari.text().strip():
        return EmptyState(text.TAK_KETEMU, text.TAK_KETEMU_ISI)
    if awal:
        return EmptyState(text.KOSONG, text.KOSONG_ISI, *awal)
    if saring.jabatan:
        return EmptyState(text.RT_KOSONG.format(rt=saring.nomor_rt), text.RT_KOSONG_ISI)
    return EmptyState(text.SARINGAN_KOSONG, text.SARINGAN_KOSONG_ISI)
