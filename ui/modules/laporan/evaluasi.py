"""*Evaluasi laporan*: days and place above; the summary, the tables, the kinds of activity below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import evaluasi, rentang
from sipokat_desktop.modules.laporan.evaluasi_model import Evaluasi, Rentang
from ui.kit.anak import Anak
from ui.kit.beside import page_column
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.cards import Card
from ui.kit.chips import ChipRow
from ui.kit.choice import ChoiceField
from ui.kit.diagram import DiagramBatang
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.jobs import Job
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.scroll import scroll_of
from ui.kit.theme import theme_of

from . import evaluasi_isi as isi_
from . import lembar_rakor
from . import text_evaluasi as text
from .evaluasi_ringkas import Ringkasan, nilai
from .evaluasi_tabel import TabelEvaluasi

_LEBAR = 240


class EvaluasiPage(Anak):
    """Chips choose the part; ``dibuka`` carries which reports (`evaluasi_isi.Saring`) a bar or row stands for."""

    bantuan, panduan = text.BANTUAN, "laporan#Melihat dan mencetak"
    dibuka = Signal(object)

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._job: Job | None = None
        self.hasil: Evaluasi | None = None
        """What was counted last, None until then."""
        self._rentang = rentang.tahun(host.today.year)
        self.periode = ChoiceField(isi_.pilihan_rentang(host))
        self.wilayah = ChoiceField(isi_.pilihan_tempat(host))
        self._pilihan = [p for p in text.PILIHAN if p[0] != text.KELURAHAN or host.beberapa]
        self._chips = ChipRow(self._pilihan)
        self._ringkas = Ringkasan()
        self._tabel: dict[str, TabelEvaluasi] = {}
        self._jenis = DiagramBatang(text.PER_JENIS, kosong=text.TUNGGU)
        self._tumpuk = QStackedWidget()
        self._bagian: dict[str, QWidget] = {}
        self._terisi: dict[str, Evaluasi] = {}
        self._kaki = Label("", Gaya.KECIL, potong=True)
        self._judul = self.kepala(
            text.JUDUL, SecondaryButton(text.RAKOR, "Alt+R", on=self._rakor),
            SecondaryButton(text.EXCEL, "Alt+E", on=self._excel), PrimaryButton(text.CETAK, "Ctrl+P", on=self._cetak),
        )  # fmt: skip
        self._build()
        self._connect()

    def _build(self) -> None:
        px = theme_of(self).px
        atas = QHBoxLayout()
        atas.setSpacing(px(10))
        for field, nama in ((self.periode, text.RENTANG), (self.wilayah, text.TEMPAT)):
            field.setAccessibleName(nama)
            field.setFixedWidth(px(_LEBAR))
            atas.addWidget(field)
        set_shown(self.wilayah, self._host.beberapa)
        self.periode.isi(isi_.kunci(self._rentang))
        self.wilayah.isi(self._host.kantor)
        atas.addWidget(self._chips, 1)
        self._bagian = {
            text.RINGKAS: scroll_of(self._ringkas, self),
            text.JENIS: scroll_of(_dalam_kartu(self._jenis, lentur=False), self),
        }
        for bagian in self._bagian.values():
            self._tumpuk.addWidget(bagian)
        tata = page_column(self)
        tata.addWidget(self._judul)
        tata.addLayout(atas)
        tata.addWidget(self._tumpuk, 1)
        tata.addWidget(self._kaki)

    def _connect(self) -> None:
        self.periode.diubah.connect(self._other_days)
        self.wilayah.diubah.connect(self.load)
        self._chips.dipilih.connect(self.buka)
        self._ringkas.dibuka.connect(self._open)
        self._ringkas.ke_rt.connect(lambda: self.buka(text.RT))
        self._jenis.dibuka.connect(partial(self._open, text.PER_JENIS))
        for tombol, arah in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            pintas = QShortcut(QKeySequence(tombol), self)
            pintas.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            pintas.activated.connect(partial(self._geser, arah))
        self.setFocusProxy(self.periode)

    def tempat(self) -> str:
        """Return the key of this page."""
        return "evaluasi"

    # what is shown

    def load(self) -> None:
        """Count again, in the background; what is shown stays until then."""
        host, di, jangka = self._host, self.wilayah.nilai() or self._host.kantor, self._rentang
        if self._job is not None:
            self._job.cancel()
        self._job = host.jobs.run(
            lambda: evaluasi.hitung(host.store.reader(), di, jangka), apa=text.MENGHITUNG, done=self._loaded,
            failed=host.tell, owner=self,
        )  # fmt: skip

    def _loaded(self, hasil: Evaluasi) -> None:
        self._job, self.hasil = None, hasil
        jenis = sum(bool(b.jumlah) for b in hasil.jenis)
        banyak = {text.KELURAHAN: len(hasil.kelurahan), text.RT: len(hasil.per_rt), text.JENIS: jenis}
        self._chips.set_jumlah(banyak)
        self._isi()

    def buka(self, kunci: str) -> None:
        """Show one of the parts."""
        self._chips.pilih(kunci)
        if kunci not in self._bagian:
            self._buat_tabel(kunci)
        self._tumpuk.setCurrentWidget(self._bagian[kunci])
        self._isi()
        if kunci in self._tabel:
            self._tabel[kunci].begin()
            self._tabel[kunci].setFocus(Qt.FocusReason.OtherFocusReason)
        elif kunci == text.JENIS:
            self._jenis.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buat_tabel(self, kunci: str) -> None:
        """Make a table when it is first asked for: opening the page needs none."""
        self._tabel[kunci] = tabel = TabelEvaluasi(per_rt=kunci == text.RT)
        tabel.opened.connect(partial(self._open, kunci))
        self._bagian[kunci] = _dalam_kartu(tabel)
        self._tumpuk.addWidget(self._bagian[kunci])

    def _isi(self) -> None:
        """Fill the part that is shown with what was counted last."""
        hasil, kunci = self.hasil, self._chips.kunci
        if hasil is None:
            return
        if self._terisi.get(kunci) is not hasil:
            self._terisi[kunci] = hasil
            self._tunjuk(kunci, hasil)
        if kunci in self._tabel:
            self._kaki.setText(self._tabel[kunci].kaki())
        set_shown(self._kaki, kunci in self._tabel)

    def _tunjuk(self, kunci: str, hasil: Evaluasi) -> None:
        if kunci == text.RINGKAS:
            self._ringkas.tunjuk(hasil)
        elif kunci == text.JENIS:
            self._jenis.set_kosong(text.BELUM)
            self._jenis.set(nilai([b for b in hasil.jenis if b.jumlah]))
        else:
            self._tabel[kunci].tunjuk(hasil.kelurahan if kunci == text.KELURAHAN else hasil.per_rt)

    def _open(self, grafik: str, kode: str) -> None:
        if self.hasil is not None:
            self.dibuka.emit(isi_.saring(self.hasil, grafik, kode))

    # days

    def _other_days(self) -> None:
        if self.periode.nilai() == isi_.LAIN:
            self._ask_days()
            return
        self._rentang = isi_.dari_kunci(self.periode.nilai())
        self.load()

    def _ask_days(self) -> None:
        """Ask for any days; leaving keeps those that are shown."""
        self.periode.isi(isi_.kunci(self._rentang))
        isi = Form(
            [
                Isian("dari", text.RENTANG_DARI, Jenis.TANGGAL, contoh="1/1/2026", wajib=True),
                Isian("sampai", text.RENTANG_SAMPAI, Jenis.TANGGAL, contoh="31/3/2026", wajib=True),
            ]
        )
        sheet = Sheet(
            text.RENTANG_JUDUL, isi, utama=text.RENTANG_PAKAI, lebar=380, kotor=lambda: False, parent=self
        )  # fmt: skip

        def pakai() -> None:
            try:
                dari, sampai = (tanggal.baca(isi.nilai()[kunci], kunci) for kunci in ("dari", "sampai"))
                if dari > sampai:
                    raise InputSalah("sampai", text.RENTANG_TERBALIK)
            except InputSalah as salah:
                isi.salah(salah)
                return
            sheet.accept()
            self._take(rentang.hari(dari.isoformat(), sampai.isoformat()))

        sheet.disimpan.connect(pakai)
        sheet.open()
        isi.fokus()

    def _take(self, jangka: Rentang) -> None:
        self._rentang = jangka
        self.periode.ganti_pilihan(isi_.pilihan_rentang(self._host, jangka))
        self.periode.isi(isi_.kunci(jangka))
        self.load()

    # papers

    def _rakor(self) -> None:
        di = self.wilayah.nilai() or self._host.kantor
        lembar_rakor.buka(self, self._host, lingkup=di, rentang=self._rentang)

    def _cetak(self) -> None:
        from . import evaluasi_cetak

        if self.hasil is not None:
            evaluasi_cetak.cetak(self, self._host, self.hasil)

    def _excel(self) -> None:
        from . import evaluasi_cetak

        if self.hasil is not None:
            evaluasi_cetak.excel(self, self._host, self.hasil)

    def _geser(self, arah: int) -> None:
        """Show the next part, or the one before."""
        kunci = [p[0] for p in self._pilihan]
        self.buka(kunci[(kunci.index(self._chips.kunci) + arah) % len(kunci)])


def _dalam_kartu(isi: QWidget, *, lentur: bool = True) -> Card:
    kartu = Card(margin=4 if lentur else 8, spacing=0)
    kartu.add(isi, 1 if lentur else 0)
    if not lentur:
        kartu.add_stretch()
    return kartu
