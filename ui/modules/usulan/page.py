"""The page Usulan: the proposals of a year, searched, filtered, put in order, and a panel with the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.usulan.model import Usulan
from ui.kit.act_panel import Pilihan
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import EmptyState
from ui.kit.host import Host, Page
from ui.kit.labels import Gaya, Label
from ui.kit.menu import MenuButton, MenuLine, menu_of
from ui.kit.page import PageTitle
from ui.kit.table_big import QueryTable
from ui.kit.table_kept import KeptColumns

from . import TABLES, text
from .panel import UsulanPanel
from .penyaring import Penyaring
from .prioritas import Prioritas
from .sumber import PRIORITAS, Isi, UsulanSource, baca, kata_jumlah, kunci
from .tindakan import Tindakan
from .tugas import tahun_awal
from .tujuan import Tujuan


class UsulanPage(Page):
    """Table of proposals, a forgiving search, filters, and a panel with the way of the chosen one."""

    tables = TABLES
    help = text.BANTUAN
    panduan = "usulan"
    all_kelurahan = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._sumber = UsulanSource(beberapa=len(host.wilayah) > 1)
        self._tahun: int | None = tahun_awal(host)
        self._dimuat, self._tuju = False, ""
        self._urut, self._turun = PRIORITAS, False
        self._saring = Penyaring(host.wilayah, self._tahun)
        self._tabel = QueryTable(self._sumber.kolom, self._sumber, host.jobs)
        self._kolom = KeptColumns(host, self._tabel, "usulan")
        self._prioritas = Prioritas(self, host, self._moved, self.load)
        self._tujuan = Tujuan(host, self._tabel, self._saring, self._ask, self._go_to_year)
        self._tindakan = Tindakan(self, host, self._sumber, self.tuju, self._move)
        self._panel = UsulanPanel(host, self._tindakan, Pilihan(text.TINDAKAN, self._menu, "Alt+T"))
        self._jumlah = Label("", Gaya.TEBAL, potong=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._lain = MenuButton(text.LAINNYA, "Alt+L", self._more)
        self._cetak = SecondaryButton(text.CETAK, "Ctrl+P", on=self._papers)
        tombol: list[QWidget] = [self._lain, SecondaryButton(text.EXCEL, "Alt+E", on=self._export), self._cetak]
        if not self._host.larangan("usulan_butir"):
            tombol.append(PrimaryButton(text.TAMBAH, "Ctrl+N", on=self._tindakan.tambah))
        self._judul = PageTitle(self._kata_judul(), *tombol)
        kaki = QHBoxLayout()
        kaki.addWidget(self._jumlah, 1)
        kaki.addWidget(Label(self._tindakan.petunjuk(), Gaya.KECIL, potong=True))
        tata = page_column(self)
        tata.addWidget(self._judul)
        tata.addWidget(self._saring)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)
        tata.addLayout(kaki)

    def _connect(self) -> None:
        t = self._tabel
        self._saring.diubah.connect(self._ask)
        self._saring.tahun.connect(self._other_year)
        self._saring.kolom.connect(partial(self._kolom.tanya, self))
        t.attach_filter(self._saring.cari)
        t.tandai_urutan(self._urut, self._turun)
        self.setFocusProxy(t)
        t.opened.connect(self._open)
        t.selected.connect(lambda _id: self._show_panel())
        t.diurutkan.connect(self._sort)
        t.selectionModel().selectionChanged.connect(lambda *_changed: self._show_panel())
        t.disalin.connect(lambda n: self._host.messages.berhasil(text.DISALIN.format(n=rupiah.titik(n))))
        for tombol, lakukan in self._keys():
            QShortcut(QKeySequence(tombol), self, lakukan)

    def _keys(self) -> Sequence[tuple[str, Callable[[], object]]]:
        t = self._tindakan
        return (
            ("Alt+S", partial(self._with_chosen, t.status)), ("Alt+N", partial(self._with_chosen, t.lagi)),
            ("Alt+G", lambda: t.gabung(self._chosen())), ("Alt+Up", partial(self._move, -1)),
            ("Alt+Down", partial(self._move, 1)), ("Alt+T", self._menu),
        )  # fmt: skip

    def _kata_judul(self) -> str:
        return text.JUDUL_TAHUN.format(tahun=self._tahun) if self._tahun else text.JUDUL

    # what is shown

    def load(self) -> None:
        """Read the proposals again, in the background."""
        host, tahun = self._host, self._tahun

        def kerja() -> Isi:
            return baca(host.store.reader(), host.wilayah, tahun)

        host.jobs.run(kerja, apa=text.MEMUAT, done=self._loaded, failed=host.tell, owner=self)

    def _loaded(self, isi: Isi) -> None:
        if isi.tahun != self._tahun or self._prioritas.sedang:
            return
        pertama, self._dimuat = not self._dimuat, True
        self._sumber.pasang(isi)
        siap = partial(self._sumber.pasang_kunci, versi=self._sumber.versi)
        self._host.jobs.run(kunci, isi.semua, apa=text.MENYIAPKAN_CARI, done=siap, owner=self)
        self._saring.set_tahun([*isi.ada_tahun, tahun_awal(self._host)], self._tahun)
        self._saring.set_rt(self._sumber.rt(self._saring.tanya().lingkup))
        self._show(tetap=True)
        self._tabel.ukur()
        if pertama and self._tabel.hasFocus():
            self._tabel.begin()
        tuju, self._tuju = self._tuju, ""
        if tuju:
            self.open_id(tuju)

    def _ask(self) -> None:
        self._saring.set_rt(self._sumber.rt(self._saring.tanya().lingkup))
        self._show(tetap=False)

    def _show(self, *, tetap: bool) -> None:
        tanya = self._saring.tanya(self._urut, turun=self._turun)
        self._saring.set_jumlah(self._sumber.hitung(tanya))
        self._tabel.tanya(self._sumber.tanya(tanya), tetap=tetap)
        n = self._tabel.row_count()
        if not n and self._dimuat:
            self._tabel.set_empty(self._empty())
        elif n == 1:
            self._tabel.begin()
        self._show_panel()

    def _empty(self) -> EmptyState:
        """Say why no proposal is shown, and what to do first."""
        if self._saring.cari.text().strip():
            return EmptyState(text.TAK_KETEMU, text.TAK_KETEMU_ISI)
        if self._sumber.semua:
            return EmptyState(
                text.SARINGAN_KOSONG, text.SARINGAN_KOSONG_ISI, Aksi(text.LEPAS_SARINGAN, self._all, utama=True)
            )
        judul = text.KOSONG.format(tahun=self._tahun) if self._tahun else text.KARTU_NIHIL.capitalize()
        if self._host.larangan("usulan_butir"):
            return EmptyState(judul, text.KOSONG_BACA)
        return EmptyState(judul, text.KOSONG_ISI, Aksi(text.TAMBAH, self._tindakan.tambah, utama=True))

    def _all(self) -> None:
        self._saring.kosongkan()
        self._ask()
        self._tabel.setFocus()

    def _row(self) -> Usulan | None:
        return self._sumber.satu(self._tabel.current_number())

    def _chosen(self) -> list[Usulan]:
        """Return the proposals that an act goes to: those that are selected, else the one the keyboard is on."""
        semua = (self._sumber.usulan(id) for id in self._tabel.terpilih())
        return [u for u in semua if u is not None] or [u for u in (self._row(),) if u is not None]

    def _show_panel(self) -> None:
        dipilih = self._chosen()
        rows = self._sumber.jawab(self._saring.tanya())
        self._jumlah.setText(kata_jumlah(rows, len(self._sumber.semua), dipilih) if self._sumber.semua else "")
        self._panel.tampil(self._row(), dipilih, self._sumber.versi)

    def _sort(self, urut: str, turun: bool) -> None:
        self._urut, self._turun = urut, turun
        self._ask()

    def _other_year(self) -> None:
        self._go_to_year(self._saring.tahun_dipilih)

    # going somewhere

    def open_id(self, id: str) -> None:
        """Go to what ``id`` names (see tujuan.py), once the proposals are here."""
        if self._dimuat:
            self._tujuan.buka(id, self._tahun)
        else:
            self._tuju = id

    def tuju(self, usulan_id: str) -> None:
        """Go to a proposal wherever it is."""
        self.open_id(usulan_id)

    def _go_to_year(self, tahun: int | None, lalu: str = "") -> None:
        """Read a year's proposals, then go to ``lalu``."""
        self._tahun, self._tuju = tahun, lalu
        self._judul.set_judul(self._kata_judul())
        self.load()

    def place(self) -> str:
        """Return the selected proposal."""
        u = self._row()
        return u.usulan_id if u else ""

    def _open(self, id: str) -> None:
        u = self._sumber.usulan(id)
        if u is not None:
            self._tindakan.ubah(u)

    # acts

    def _with_chosen(self, lakukan: Callable[[Sequence[Usulan]], object]) -> None:
        """Do something with the chosen proposals; where there are none, say how to choose one."""
        semua = self._chosen()
        if semua:
            lakukan(semua)
        else:
            self._host.messages.info(text.PILIH_DULU)

    def _move(self, arah: int) -> None:
        """Move the chosen rows in the order of priority; the number beside them changes at once."""
        semua = self._chosen()
        if not semua or not self._tindakan.boleh(semua):
            return
        if self._tahun is None:
            self._host.messages.info(text.URUT_TAHUN)
            return
        berurut = self._urut == PRIORITAS and not self._turun
        tampak = self._sumber.jawab(self._saring.tanya()) if berurut else ()
        self._prioritas.geser(self._sumber.semua, tampak, semua, arah)

    def _moved(self, semua: Sequence[Usulan]) -> None:
        """Show the new order before it is saved."""
        self._sumber.pasang(self._sumber.isi._replace(semua=semua))
        self._show(tetap=True)

    def _menu(self) -> None:
        self._with_chosen(lambda semua: self._popup(
            [(p.di_menu, p.lakukan) for p in self._tindakan.menu(semua)], self._panel.tombol_menu
        ))  # fmt: skip

    def _papers(self) -> None:
        from . import kertas

        pilihan = kertas.pilihan(self, self._host, self._tahun, self._saring.tanya().lingkup, self._chosen())
        self._popup(pilihan, self._cetak)

    def _more(self) -> Sequence[MenuLine]:
        from . import lainnya

        return lainnya.menu(self, self._host, self._tindakan, self._tahun, self._saring)

    def _export(self) -> None:
        from . import lainnya

        lainnya.excel(self, self._host, self._tahun, self._saring)

    def _popup(self, pilihan: Sequence[tuple[str, Callable[[], object]]], di: QWidget) -> None:
        """Open a menu below a button."""
        menu_of(self, pilihan).popup(di.mapToGlobal(QPoint(0, di.height())))
