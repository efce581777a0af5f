"""One payment list opened: its head, its lines with the panel beside them, what was signed, the sums."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.insentif.queries import Baris as BarisDaftar
from ui.kit.beside import table_beside
from ui.kit.cards import SidePanel
from ui.kit.host import Host
from ui.kit.table import DataTable
from ui.kit.tampilan import Tampilan
from ui.kit.theme import theme_of

from . import isi as membaca
from . import lainnya, lines, panel, text
from .isi import Isi
from .kaki import Kaki
from .kepala import Kepala, Perintah
from .pindai import nomor_dari
from .rekonsiliasi import Baris as BarisRekon
from .rekonsiliasi import Rekonsiliasi, Sisa

if TYPE_CHECKING:
    from .kepala import Pilihan
    from .page import InsentifPage


KECUALI_SAJA = re.compile(r"\d+(?:[\s,;-]+\d+)+[\s,;-]*")
"""Exceptions as they are typed, two or more: in the search they are in the wrong place."""


class Detail(Tampilan):
    """``kembali`` asks to go back to all lists, ``dibuka`` to open another list that was scanned here."""

    kembali = Signal()
    dibuka = Signal(str, bool)

    def __init__(self, host: Host, halaman: InsentifPage) -> None:
        super().__init__()
        self._host, self._halaman = host, halaman
        self._nomor = ""
        self._isi: Isi | None = None
        self._kuasa: dict[str, str] = {}
        self._mencatat = False
        self._kepala = Kepala(Perintah(self.kembali.emit, self._more, self._papers, self._lock, self._receive))
        self._rekon = Rekonsiliasi(lambda: host.today)
        self._tabel = DataTable(lines.KOLOM, bertanda=True)
        self._panel = SidePanel()
        self._kaki = Kaki()
        self._build()
        self._connect()

    def _build(self) -> None:
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(8))
        tata.addWidget(self._kepala)
        tata.addWidget(self._rekon)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)
        tata.addWidget(self._kaki)

    def _connect(self) -> None:
        t, r, cari = self._tabel, self._rekon, self._kepala.cari
        t.attach_filter(cari)
        self.setFocusProxy(t)
        t.selected.connect(self._show_panel)
        t.opened.connect(lambda _id: self._found())
        t.mark_toggled.connect(lambda _id, _on: self._marked())
        cari.berubah.connect(self._find)
        r.dipilih.connect(lambda _luar: self._show_marks())
        r.dipindai.connect(self._scanned)
        r.kecuali.ke_tabel.connect(self._to_table)
        r.diminta.connect(self._receive)

    @property
    def nomor(self) -> str:
        """The number of the list shown."""
        return self._nomor

    def open(self, nomor: str, *, siap: bool) -> None:
        """Show the list with this number; ``siap`` sends the keyboard to the exceptions where some still wait."""
        self._nomor = nomor
        self._kuasa.clear()
        self._kepala.cari.clear()
        self._read(baru=True)
        if self._isi and self._isi.sisa:
            self._host.announce(f"insentif:{nomor}")
        self._tabel.begin()
        (self._rekon if siap and self._isi and self._isi.sisa else self._tabel).setFocus()

    def load(self) -> None:
        """Read the list again; what was typed about the exceptions stays."""
        self._read(baru=False)

    def _read(self, *, baru: bool) -> None:
        con = self._host.store.reader()
        isi = self._isi = membaca.baca(con, self._nomor)
        self._kepala.tampil(isi)
        self._tabel.set_rows(lines.baris_tabel(isi, self._kuasa))
        self._rekon.setVisible(bool(isi.sisa))
        self._rekon.tampil(_baris_rekon(isi), cara=queries.cara_bayar(con, isi.daftar.komponen_id), baru=baru)
        self._tabel.set_marking(bool(isi.sisa))
        self._show_marks()
        self._kaki.tampil(isi)
        self._show_panel(self._tabel.current_id())

    # marks and exceptions

    def _show_marks(self) -> None:
        """Mark in the table what the exceptions leave in."""
        if self._isi:
            luar = self._rekon.luar
            self._tabel.set_marks(b.baris_id for b in self._isi.sisa if b.no not in luar)
            self._kepala.hitung(len(self._tabel.marks()))

    def _marked(self) -> None:
        """Write the exceptions as the marks of the table say."""
        if self._isi:
            bertanda = self._tabel.marks()
            self._rekon.keluarkan({b.no for b in self._isi.sisa if b.baris_id not in bertanda})
            self._kepala.hitung(len(bertanda))

    def _receive(self) -> None:
        if self._isi and self._isi.sisa:
            self._record(uang=True)

    def _sign_only(self) -> None:
        self._record(uang=False)

    def _record(self, *, uang: bool) -> None:
        if self._mencatat:
            return
        if KECUALI_SAJA.fullmatch(self._kepala.cari.text().strip()):
            self._host.messages.perhatian(text.KECUALI_DI_CARI)
            return
        try:
            catatan = self._rekon.catatan()
        except InputSalah:
            return
        if not catatan.nomor:
            self._host.messages.perhatian(text.TANPA_TANDA)
            return
        from . import catat

        work = catat.pekerjaan(self._host.store, self._nomor, catatan, self._kuasa_per_nomor(), uang=uang)
        self._mencatat = True
        self._host.act(
            work, said=partial(catat.kalimat, uang=uang), done=lambda _nomor: self._recorded(catatan.nomor),
            failed=self._not_recorded, owner=self, doing=text.MENCATAT,
        )  # fmt: skip

    def _recorded(self, nomor: list[int]) -> None:
        """Leave the exceptions out still, with their proxies: the same key pressed again must not pay them."""
        self._mencatat = False
        self._kuasa = self._isi.kuasa_sisa(self._kuasa, nomor) if self._isi else {}
        self._read(baru=False)

    def _not_recorded(self, error: Exception) -> None:
        self._mencatat = False
        self._host.tell(error)

    def _kuasa_per_nomor(self) -> dict[int, str]:
        return {b.no: s for b in (self._isi.sisa if self._isi else ()) if (s := self._kuasa.get(b.baris_id))}

    def _to_table(self, event: QKeyEvent) -> None:
        self._tabel.setFocus()
        self._tabel.keyPressEvent(event)

    # finding

    def _find(self, teks: str) -> None:
        """Go to the first line that has ``teks``; no line is hidden, for all that have a mark are recorded."""
        dicari = kunci_cari(teks)
        if self._isi and dicari:
            cocok = (b for b in self._isi.baris if dicari in kunci_cari(f"RT {b.nomor_rt} {b.nama}"))
            self._tabel.select(next((b.baris_id for b in cocok), ""))

    def _found(self) -> None:
        """Enter in the search or on a line: open the list whose number was scanned, else stay on the line."""
        teks = self._kepala.cari.text()
        self._kepala.cari.clear()
        self._tabel.setFocus()
        if teks and queries.nomor_daftar(self._host.store.reader(), nomor_dari(teks)):
            self._scanned(teks)

    def _scanned(self, teks: str) -> None:
        nomor = queries.nomor_daftar(self._host.store.reader(), nomor_dari(teks))
        if nomor == self._nomor:
            self._rekon.keluarkan(())
            self._show_marks()
        elif nomor:
            self.dibuka.emit(nomor, True)
        else:
            self._rekon.tolak(text.BUKAN_NOMOR.format(teks=teks))

    def _next_finding(self) -> None:
        """Go to the next line that something stands in the way of."""
        if not self._isi:
            return
        ids = [b.baris_id for b in self._isi.baris if self._isi.perlu_dilihat(b)]
        semua = [b.baris_id for b in self._isi.baris]
        kini = semua.index(self._tabel.current_id()) if self._tabel.current_id() in semua else -1
        berikut = [id for id in ids if semua.index(id) > kini] or ids
        if berikut:
            self._tabel.select(berikut[0])
            self._tabel.setFocus()

    # panel, menus, acts

    def _show_panel(self, id: str) -> None:
        if self._isi:
            t = panel.Tindakan(self._host.go, self._card, self._proxy, self._sheet)
            con = self._host.store.reader()
            panel.tampilkan(self._panel, con, self._isi, id, self._kuasa.get(id, ""), t)

    def _card(self, b: BarisDaftar) -> None:
        lainnya.kartu(self._host, self._halaman, b.jabatan_id)

    def _proxy(self, b: BarisDaftar) -> None:
        from . import baris_lembar

        def pakai(nomor: str) -> None:
            self._kuasa.pop(b.baris_id, None)
            if nomor:
                self._kuasa[b.baris_id] = nomor
                self._rekon.masukkan(b.no)
            self.load()

        baris_lembar.kuasa(self, b, self._kuasa.get(b.baris_id, ""), pakai)

    def _proxy_here(self) -> None:
        sisa = {b.baris_id: b for b in self._isi.sisa} if self._isi else {}
        b = sisa.get(self._tabel.current_id())
        if b is not None:
            self._proxy(b)

    def _sheet(self, apa: str, b: BarisDaftar) -> None:
        from . import baris_lembar

        if self._isi:
            baris_lembar.buka(self, self._host, self._isi, apa, b)

    def _more(self) -> list[Pilihan]:
        from . import tindakan

        return tindakan.pilihan(self, self._host, self._isi, self._sign_only) if self._isi else []

    def _papers(self) -> list[Pilihan]:
        from . import papers

        return papers.pilihan(self, self._host, self._isi.daftar) if self._isi else []

    def _lock(self) -> None:
        from . import hidup

        if self._isi:
            hidup.kunci(self, self._host, self._isi)

    def _refresh(self) -> None:
        from . import sheets

        if self._isi and self._isi.draf:
            sheets.susun_lagi(self._host, self._isi.daftar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F searches, Esc goes back, F5 brings a draft up to date, F7 asks for a proxy, F8 goes to the next line
        to look at."""
        if event.matches(QKeySequence.StandardKey.Find):
            self._kepala.cari.setFocus()
            return
        match event.key():
            case Qt.Key.Key_Escape:
                self.kembali.emit()
            case Qt.Key.Key_F5:
                self._refresh()
            case Qt.Key.Key_F7:
                self._proxy_here()
            case Qt.Key.Key_F8:
                self._next_finding()
            case _:
                super().keyPressEvent(event)


def _baris_rekon(isi: Isi) -> BarisRekon:
    sisa = [Sisa(b.no, text.SIAPA.format(no=b.no, rt=b.nomor_rt, nama=b.nama), b.sisa) for b in isi.sisa]
    tertahan = {b.no for b in isi.belum} - {s.no for s in sisa}
    return BarisRekon(sisa, tertahan, {b.no for b in isi.baris} - {b.no for b in isi.belum})
