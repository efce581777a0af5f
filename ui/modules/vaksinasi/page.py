"""The page Vaksinasi: coverage of a programme on a day by RT (or kelurahan), its progress, and what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from sipokat_desktop.modules.vaksinasi import queries
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.model import Cakupan
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.chips import ChipRow
from ui.kit.days import panjang
from ui.kit.host import Host, Page
from ui.kit.labels import Gaya, Label
from ui.kit.menu import MenuButton, MenuLine
from ui.kit.page import PageTitle
from ui.kit.table import DataTable
from ui.kit.theme import theme_of

from . import TABLES, text
from .angka import Angka
from .kata import umur
from .kemajuan import Kemajuan
from .penyaring import Penyaring
from .sumber import SARINGAN, SEMUA, Isi, baca, baris, jumlah, kolom, perlu, saring

RT, PROGRAM = "rt:", "program:"
"""Before the id of a post, before the name of a programme."""


class VaksinasiPage(Page):
    """Chips and the table at the left, progress and what the chosen row needs at the right."""

    tables = TABLES
    help = text.BANTUAN
    panduan = "vaksinasi"
    all_kelurahan = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._isi: Isi | None = None
        self._tuju = ""
        self._saring = Penyaring(host)
        self._angka, self._kemajuan = Angka(), Kemajuan()
        self._chips = ChipRow(SARINGAN)
        self._tumpuk = QStackedWidget()
        self._tabel = {per_rt: self._make_table(per_rt=per_rt) for per_rt in (True, False)}
        self._kaki = Label("", Gaya.TEBAL, potong=True)
        self._build()
        self._connect()

    def _make_table(self, *, per_rt: bool) -> DataTable:
        tabel = DataTable(kolom(per_rt=per_rt))
        tabel.opened.connect(self._open)
        tabel.selected.connect(lambda _id: self._show_chosen())
        self._tumpuk.addWidget(tabel)
        return tabel

    def _build(self) -> None:
        theme, larangan = theme_of(self), self._saring.larangan
        self._lain = MenuButton(text.LAINNYA, "Alt+L", self._more)
        tombol: list[QWidget] = [
            self._lain, SecondaryButton(text.EXCEL, "Alt+E", on=self._export),
            SecondaryButton(text.CETAK, "Ctrl+P", on=self._print),
        ]  # fmt: skip
        if not larangan:
            tombol.append(PrimaryButton(text.ISI, "Ctrl+N", on=self._fill_in))
        self._judul = PageTitle(text.JUDUL, *tombol)
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tumpuk, 1)
        tengah, kaki = QHBoxLayout(), QHBoxLayout()
        tengah.setSpacing(theme.px(10))
        tengah.addWidget(kartu, 3)
        tengah.addWidget(self._kemajuan, 2)
        kaki.addWidget(self._kaki, 1)
        kaki.addWidget(Label(text.PETUNJUK_BACA if larangan else text.PETUNJUK, Gaya.KECIL, potong=True))
        tata = page_column(self)
        tata.addWidget(self._judul)
        tata.addWidget(self._saring)
        tata.addWidget(self._angka)
        tata.addWidget(self._chips)
        tata.addLayout(tengah, 1)
        tata.addLayout(kaki)

    def _connect(self) -> None:
        self._saring.diubah.connect(self.load)
        self._chips.dipilih.connect(lambda _kunci: self._show())
        self.setFocusProxy(self._tumpuk)
        QShortcut(QKeySequence("Alt+R"), self, self._history)

    @property
    def _kantor(self) -> str:
        return self._saring.kelurahan or self._host.kantor

    # what is shown

    def load(self) -> None:
        """Read the figures again, in the background."""
        host, kantor, program, hari = self._host, self._kantor, self._saring.program, self._saring.hari.isoformat()

        def kerja() -> Isi:
            return baca(host.store.reader(), kantor, host.wilayah, program, hari)

        host.jobs.run(kerja, apa=text.MEMUAT, done=self._loaded, failed=host.tell, owner=self)

    def _loaded(self, isi: Isi) -> None:
        self._isi = isi
        self._judul.set_judul(text.JUDUL_PROGRAM.format(program=isi.program))
        self._saring.set_program(isi.ada, isi.program)
        tabel = self._tabel[isi.per_rt]
        if self._tumpuk.currentWidget() is not tabel or self._tumpuk.focusProxy() is not tabel:
            berfokus = any(t.hasFocus() for t in self._tabel.values()) or self._tumpuk.hasFocus()
            self._tumpuk.setCurrentWidget(tabel)
            self._tumpuk.setFocusProxy(tabel)
            if berfokus:
                tabel.setFocus()
        self._angka.tampil(isi.total)
        self._kemajuan.tampil(isi)
        self._chips.set_jumlah(jumlah(isi))
        self._say_stale(isi)
        self._show()
        tuju, self._tuju = self._tuju, ""
        if tuju:
            self.open_id(tuju)

    def _say_stale(self, isi: Isi) -> None:
        terbaru = isi.total.terbaru
        n = umur(terbaru, isi.hari) if terbaru else 0
        pola = text.BASI_BACA if self._saring.larangan else text.BASI
        kata = pola.format(tanggal=panjang(terbaru), n=n) if n > queries.BASI_HARI else ""
        self._saring.basi(kata)

    def _show(self) -> None:
        isi = self._isi
        if isi is None:
            return
        semua, tabel = saring(isi, self._chips.kunci), self._tabel[isi.per_rt]
        tabel.set_rows(baris(isi, semua))
        tabel.set_empty(self._empty(isi))
        tabel.begin()
        n, kurang = len(isi.rows), perlu(isi)
        pola = text.KAKI_KELURAHAN if not isi.per_rt else text.KAKI if kurang else text.KAKI_LENGKAP
        self._kaki.setText(pola.format(n=n, perlu=kurang) if isi.total.rt or kurang else text.KAKI_TANPA_RT)
        self._show_chosen()

    def _empty(self, isi: Isi) -> EmptyState:
        if isi.rows:
            return EmptyState(text.SARINGAN_KOSONG, text.SARINGAN_KOSONG_ISI)
        if self._saring.larangan:
            return EmptyState(text.KOSONG, text.KOSONG_BACA)
        buka = Aksi(text.BUKA_RT, lambda: self._host.go("rt"), utama=True)
        return EmptyState(text.KOSONG_RT, text.KOSONG_RT_ISI, buka)

    def _chosen(self) -> Cakupan | None:
        isi = self._isi
        id = self._tabel[isi.per_rt].current_id() if isi else ""
        return next((c for c in isi.rows if c.kode == id), None) if isi else None

    def _show_chosen(self) -> None:
        if self._isi is not None:
            self._kemajuan.perhatian(self._isi, self._chosen())

    # going somewhere

    def open_id(self, id: str) -> None:
        """Show a programme, a chip, or the RT of ``rt:<post>`` (or of a record) in its kelurahan."""
        if self._isi is None:
            self._tuju = id
        elif id.startswith(PROGRAM):
            self._go_program(id.removeprefix(PROGRAM))
        elif id in dict(SARINGAN):
            self._chips.pilih(id)
            self._show()
            self._tumpuk.setFocus()
        else:
            self._of_post(id.removeprefix(RT))

    def _go_program(self, program: str) -> None:
        if self._saring.program != program:
            self._saring.pilih(program=program)
            self.load()

    def _of_post(self, id: str) -> None:
        con = self._host.store.reader()
        catatan = con.execute("SELECT jabatan_id, program FROM vaksinasi_catatan WHERE id = ?", (id,)).fetchone()
        jabatan_id = str(catatan[0]) if catatan else id
        row = con.execute("SELECT lingkup FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone()
        if row is None or self._isi is None:
            return
        if self._kantor != row[0] or (catatan and self._isi.program != catatan[1]):
            self._saring.pilih(kelurahan=str(row[0]), program=str(catatan[1]) if catatan else "")
            self._tuju = f"{RT}{jabatan_id}"
            self.load()
            return
        self._chips.pilih(SEMUA)
        self._show()
        self._tabel[True].select(jabatan_id)
        self._tumpuk.setFocus()

    def place(self) -> str:
        """Return the RT that is chosen, else the programme."""
        c = self._chosen()
        if c is not None and self._isi is not None and self._isi.per_rt:
            return f"{RT}{c.kode}"
        return f"{PROGRAM}{self._isi.program}" if self._isi else ""

    def _open(self, id: str) -> None:
        """Enter: fill in from this RT on, look at its figures where they are not this office's, or at a kelurahan."""
        isi = self._isi
        if isi is None:
            return
        if not isi.per_rt:
            self._saring.pilih(kelurahan=id)
            self.load()
        elif self._saring.larangan:
            self._history()
        else:
            self._fill_in(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from one kelurahan to all of them."""
        if event.key() == Qt.Key.Key_Escape and self._saring.semua_kelurahan():
            self.load()
        else:
            super().keyPressEvent(event)

    # acts

    def _fill_in(self, jabatan_id: str = "") -> None:
        if self._isi and self._isi.per_rt and not self._isi.rows:
            self._host.messages.info(text.KOSONG_RT_ISI)
            return
        from . import kisi_lembar

        program = self._isi.program if self._isi else vaksinasi.PROGRAM
        kisi_lembar.buka(self, self._host, program, lingkup=self._saring.kelurahan, jabatan_id=jabatan_id)

    def _history(self) -> None:
        isi, c = self._isi, self._chosen()
        if isi is not None and c is not None and isi.per_rt:
            from . import riwayat_lembar

            nomor = c.nama.rpartition(" ")[2]
            riwayat_lembar.buka(self, self._host, c.kode, nomor, isi.program, larangan=self._saring.larangan)

    def _more(self) -> list[MenuLine]:
        from . import kertas

        pilihan = [*kertas.menu(self, self._host)]
        if self._chosen() is not None and self._isi is not None and self._isi.per_rt:
            pilihan.insert(0, (text.RIWAYAT, self._history))
        return pilihan

    def _print(self) -> None:
        from . import kertas

        if self._isi is not None:
            kertas.cetak(self, self._host, self._isi)

    def _export(self) -> None:
        from . import kertas

        if self._isi is not None:
            kertas.excel(self, self._host, self._isi)
