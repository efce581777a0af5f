"""The page Data RT: every post with its head, searched by typing, filtered, sorted, opened with Enter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from sipokat_desktop.modules.rt import indeks
from sipokat_desktop.modules.rt.queries import BarisRoster
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import EmptyState
from ui.kit.chips import ChipRow
from ui.kit.filter import FilterField
from ui.kit.host import Host, Page
from ui.kit.jatuhan import Jatuhan
from ui.kit.jobs import Job
from ui.kit.labels import Gaya, Label
from ui.kit.menu import MenuButton, MenuLine
from ui.kit.page import PageTitle
from ui.kit.table_big import QueryTable
from ui.kit.table_kept import KeptColumns

from . import TABLES, text
from .panel import RtPanel, Tindakan
from .source import RtSource

_SEDIKIT = 2000
"""So few rows are counted filter by filter while the window waits."""


class RtPage(Page):
    """Table of posts, a forgiving search, filters, and a panel with the chosen post."""

    tables = TABLES
    help = text.BANTUAN
    panduan = "data-rt"

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._sumber = RtSource(host)
        self._urut, self._turun = "rt", False
        self._total: int | None = None
        self._jumlah_semua: int | None = None
        self._menyegarkan: Job | None = None
        self._jabatan = ""
        self._cari = FilterField(text.SARING)
        self._saring = ChipRow(text.SARINGAN)
        self._tabel = QueryTable(self._sumber.kolom, self._sumber, host.jobs)
        self._kolom = KeptColumns(host, self._tabel, "rt")
        self._panel = RtPanel(host, self._sumber, self, Tindakan(self._change, self._toggle_nik))
        self._jumlah = Label("", Gaya.TEBAL)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._lain = MenuButton(text.LAINNYA, "Alt+L", self._more)
        judul = PageTitle(
            text.JUDUL,
            self._lain,
            SecondaryButton(text.PENANDA, on=self._signers),
            SecondaryButton(text.IMPOR, "Ctrl+I", on=self._import),
            PrimaryButton(text.TAMBAH, "Ctrl+N", on=self._add),
        )
        atas = QHBoxLayout()
        atas.addWidget(self._cari, 1)
        atas.addWidget(Label(text.PETUNJUK, Gaya.KECIL))
        atas.addWidget(SecondaryButton(text.KOLOM, on=lambda: self._kolom.tanya(self)))
        tata = page_column(self)
        tata.addWidget(judul)
        tata.addLayout(atas)
        tata.addWidget(self._saring)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)
        tata.addWidget(self._jumlah)

    def _connect(self) -> None:
        t = self._tabel
        Jatuhan(self, self._import_file)
        self._cari.berubah.connect(lambda _teks: self._ask())
        self._saring.dipilih.connect(lambda _kunci: self._ask())
        t.attach_filter(self._cari)
        self.setFocusProxy(t)
        t.opened.connect(self._edit)
        t.selected.connect(lambda _id: self._show_panel())
        t.dihitung.connect(self._count)
        t.diurutkan.connect(self._sort)
        t.selectionModel().selectionChanged.connect(lambda *_changed: self._say_count())
        t.disalin.connect(lambda n: self._host.messages.berhasil(text.DISALIN.format(n=_titik(n))))
        self._saring.jelaskan("akan_habis", text.AKAN_HABIS_ISI)
        t.tandai_urutan(self._urut, self._turun)

    # what is shown

    def load(self) -> None:
        """Show the rows of today anew; where the search index is stale, once more when it has caught up."""
        self._sumber.lupakan()
        segar = indeks.segarkan_sedikit(self._host.store)
        jabatan = self._jabatan
        self._ask(tetap=True)
        if jabatan and self._jabatan != jabatan:
            self._tabel.select(jabatan)
        self._count_filters()
        if not segar and self._menyegarkan is None:
            self._menyegarkan = self._host.jobs.run(
                indeks.segarkan, self._host.store, apa=text.MENYIAPKAN_CARI, maju=True, sendiri=True, owner=self,
                done=self._fresh, failed=self._not_fresh, batal=self._not_fresh,
            )  # fmt: skip

    def _fresh(self, _banyak: int) -> None:
        self._menyegarkan = None
        self.load()

    def _not_fresh(self, error: Exception | None = None) -> None:
        self._menyegarkan = None
        if error is not None:
            self._host.tell(error)

    def _ask(self, *, tetap: bool = False) -> None:
        self._tabel.tanya(
            self._sumber.tanya(self._cari.text(), self._saring.kunci, self._urut, self._turun), tetap=tetap
        )
        self._show_empty()
        self._show_panel()

    def _show_empty(self) -> None:
        """Say why there are no rows; made only when there are none, for typing must stay quick."""
        if not self._tabel.row_count():
            self._tabel.set_empty(self._kosong())

    def _count(self, jumlah: int | None) -> None:
        self._total = jumlah
        self._show_empty()
        self._say_count()

    def _count_filters(self) -> None:
        def show(jumlah: dict[str, int]) -> None:
            self._jumlah_semua = jumlah["semua"]
            self._saring.set_jumlah(jumlah)
            self._say_count()

        if self._tabel.lengkap and self._tabel.row_count() < _SEDIKIT and self._kosong_saringan:
            show(self._sumber.hitung())
        else:
            self._host.jobs.run(self._sumber.hitung, apa=text.MENGHITUNG, done=show, owner=self)

    @property
    def _kosong_saringan(self) -> bool:
        return not self._cari.text().strip() and self._saring.kunci == "semua"

    def _say_count(self) -> None:
        semua, dipilih = self._jumlah_semua, self._tabel.selected_count()
        if self._total is None:
            kata = text.MENGHITUNG_RT
        elif semua is not None and not self._kosong_saringan:
            kata = text.HITUNG_SARING.format(n=_titik(self._total), semua=_titik(semua))
        else:
            kata = text.HITUNG_RT.format(n=_titik(self._total))
        self._jumlah.setText(kata + (text.DIPILIH.format(n=_titik(dipilih)) if dipilih > 1 else ""))

    def _kosong(self) -> EmptyState:
        if self._menyegarkan is not None:
            return EmptyState(text.MENYIAPKAN_CARI, text.MENYIAPKAN_CARI_ISI)
        if not self._kosong_saringan:
            return EmptyState(text.TAK_KETEMU, text.TAK_KETEMU_ISI)
        return EmptyState(text.KOSONG, text.KOSONG_ISI, Aksi(text.IMPOR, self._import, utama=True))

    def _row(self) -> BarisRoster | None:
        satu = self._sumber.satu(self._tabel.current_number())
        return satu.roster if satu else None

    def _show_panel(self) -> None:
        b = self._row()
        self._jabatan = b.jabatan_id if b else ""
        self._panel.tampil(b)

    def _toggle_nik(self) -> None:
        self._sumber.nik_terlihat = not self._sumber.nik_terlihat
        self._ask(tetap=True)

    # order and columns

    def _sort(self, urut: str, turun: bool) -> None:
        self._urut, self._turun = urut, turun
        self._ask()

    # going somewhere

    def open_id(self, id: str) -> None:
        """Select the post with ``id``, or the one whose term or head has that id; ``id#field`` edits that field."""
        id, _, isian = id.partition("#")
        self._cari.clear()
        if self._saring.kunci != "semua":
            self._saring.pilih("semua")
            self._ask()
        if self._sumber.nomor(id):
            self._tabel.select(id)
            self._tabel.setFocus()
            b = self._row()
            if isian and b is not None and id in (b.jabatan_id, b.masa_id, b.orang_id):
                self._change(b, isian)

    def place(self) -> str:
        """Return the selected post."""
        b = self._row()
        return b.jabatan_id if b else ""

    # acts

    def _add(self) -> None:
        from . import sheets

        sheets.tambah(self, self._host)

    def _edit(self, _id: str) -> None:
        b = self._row()
        if b is not None:
            self._change(b, "")

    def _change(self, b: BarisRoster, isian: str) -> None:
        from . import ganti, sheets

        if isian == "akhir_nyata" and b.masa_id:
            sheets.akhiri(self, self._host, b)
        elif b.masa_id:
            sheets.ubah(self, self._host, b, isian)
        else:
            ganti.buka(self, self._host, b)

    def _signers(self) -> None:
        from . import sheets

        sheets.penanda(self, self._host)

    def _more(self) -> list[MenuLine]:
        from . import more

        return more.pilihan(self, self._host, self._tabel.terpilih, self._row())

    def _import(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, text.IMPOR_PILIH, str(Path.home()), text.IMPOR_SARING)
        if nama:
            self._import_file(Path(nama))

    def _import_file(self, berkas: Path) -> None:
        from .imports import buka

        buka(self, self._host, berkas)


def _titik(jumlah: int) -> str:
    return f"{jumlah:,}".replace(",", ".")
