"""The summary of *Evaluasi laporan*: figures, charts, who did most and least."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.modules.laporan import evaluasi_kata
from sipokat_desktop.modules.laporan.evaluasi_kurun import kurun
from sipokat_desktop.modules.laporan.evaluasi_model import Bagian, Evaluasi, Ujungnya
from ui.kit.cards import Card, EmptyState
from ui.kit.diagram import DiagramBatang
from ui.kit.diagram_isi import Nilai
from ui.kit.diagram_kolom import DiagramKolom
from ui.kit.kartu_angka import KartuAngka, KartuDiam
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.theme import theme_of

from . import text_evaluasi as text

_KARTU = (text.LAPORAN, text.AKTIF, text.LURAH_YA)


class Ringkasan(QWidget):
    """``dibuka`` carries the chart (its name in text_evaluasi.py) and the code of the bar; ``ke_rt`` asks for the table
    of RT."""

    dibuka = Signal(str, str)
    ke_rt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._kartu = {nama: KartuAngka(nama, text.TANPA, text.TUNGGU) for nama in _KARTU}
        self._nilai = KartuDiam(text.NILAI, text.TANPA, text.TUNGGU)
        self._batang = {
            nama: DiagramBatang(nama, kosong=text.TUNGGU, utuh=True)
            for nama in (text.PER_BIDANG, text.LURAH, text.CAMAT, text.KATEGORI)
        }
        self._bulan = DiagramKolom(text.PER_BULAN, kosong=text.TUNGGU)
        self._grafik = QWidget()
        self._arti = Label("", Gaya.KECIL, lipat=True)
        self._kosong = EmptyState(text.KOSONG_JUDUL, text.KOSONG_ISI)
        set_shown(self._kosong, False)
        self._ujung = [Label("", lipat=True) for _ in range(4)]
        self._build()
        self._kartu[text.AKTIF].clicked.connect(self.ke_rt)
        self._kartu[text.LAPORAN].clicked.connect(lambda: self.dibuka.emit("", ""))
        self._kartu[text.LURAH_YA].clicked.connect(lambda: self.dibuka.emit(text.LURAH, "ya"))
        for nama, satu in (*self._batang.items(), (text.PER_BULAN, self._bulan)):
            satu.dibuka.connect(partial(self.dibuka.emit, nama))

    def _build(self) -> None:
        px = theme_of(self).px
        atas, tengah = QHBoxLayout(), QGridLayout(self._grafik)
        for tata in (atas, tengah):
            tata.setSpacing(px(10))
        for label in self._ujung:
            label.setContentsMargins(px(8), 0, px(8), 0)
        for kartu in (*self._kartu.values(), self._nilai):
            atas.addWidget(kartu, 1)
        tengah.setContentsMargins(0, 0, 0, 0)
        tengah.addWidget(_kartu(self._batang[text.PER_BIDANG]), 0, 0)
        tengah.addWidget(_kartu(self._batang[text.LURAH], self._batang[text.CAMAT]), 1, 0)
        tengah.addWidget(_kartu(self._bulan, self._batang[text.KATEGORI], *self._ujung), 0, 1, 2, 1)
        tengah.setColumnStretch(0, 1)
        tengah.setColumnStretch(1, 1)
        tengah.setRowStretch(1, 1)
        semua = QVBoxLayout(self)
        semua.setContentsMargins(0, 0, px(8), 0)
        semua.setSpacing(px(10))
        semua.addLayout(atas)
        semua.addWidget(self._grafik)
        semua.addWidget(self._arti)
        semua.addWidget(self._kosong, 1)
        semua.addStretch(1)

    def tunjuk(self, e: Evaluasi) -> None:
        """Show an evaluation."""
        self._angka(e)
        isi = {text.PER_BIDANG: e.bidang, text.LURAH: e.lurah, text.CAMAT: e.camat, text.KATEGORI: e.kategori}
        for nama, satu in self._batang.items():
            satu.set(nilai(isi[nama]))
        semua = kurun(e.bulan)
        self._bulan.set_judul(text.PER_BULAN if semua == e.bulan else text.PER_TAHUN)
        self._bulan.set(_kurun(semua))
        self._arti.setText(" ".join(e.definisi))
        set_shown(self._grafik, bool(e.angka.jumlah))
        set_shown(self._kosong, not e.angka.jumlah)
        for label, kata in zip(self._ujung, _ujung(e), strict=True):
            label.setText(kata)
            set_shown(label, bool(kata))

    def _angka(self, e: Evaluasi) -> None:
        aktif, ya = e.aktif[0], e.lurah[0]
        terbaru = text.TERBARU.format(hari=tanggal.panjang(date.fromisoformat(e.terbaru))) if e.terbaru else text.KOSONG
        self._kartu[text.LAPORAN].set(rupiah.titik(e.angka.jumlah), terbaru)
        self._kartu[text.AKTIF].set(aktif.kata or text.TANPA, _dari(aktif.jumlah, aktif.dari, text.DARI_RT))
        self._kartu[text.LURAH_YA].set(ya.kata or text.TANPA, _dari(ya.jumlah, ya.dari))
        self._nilai.set(rupiah.titik(e.angka.nilai), _dari(e.angka.nilai, e.angka.jumlah))


def nilai(semua: Sequence[Bagian]) -> list[Nilai]:
    """Return the bars of the parts of a whole."""
    return [Nilai(b.kode, b.nama, b.jumlah, b.dari, evaluasi_kata.bagian(b)) for b in semua]


def _kurun(semua: Sequence[Bagian]) -> list[Nilai]:
    """Return the columns; with months of several years the year stands at each January and the first month."""
    tahun = {b.kode[:4] for b in semua}
    hasil = []
    for ke, b in enumerate(semua):
        nama = tanggal.bulan(int(b.kode[5:]))[:3] if b.kode[4:] else b.kode
        berubah = nama != b.kode and len(tahun) > 1 and (ke == 0 or b.kode.endswith("-01"))
        label = f"{nama} {b.kode[2:4]}" if berubah else nama
        hasil.append(Nilai(b.kode, label, b.jumlah, b.dari, evaluasi_kata.bagian(b), b.nama))
    return hasil


def _dari(n: int, semua: int, pola: str = text.DARI) -> str:
    return pola.format(n=rupiah.titik(n), dari=rupiah.titik(semua)) if semua else text.KOSONG


def _ujung(e: Evaluasi) -> list[str]:
    """Return who did most and least: of the kelurahan where there are several, of the RT."""
    kelurahan = _dua(e, e.ujung_kelurahan, text.TERSIBUK_KELURAHAN, text.TERSEPI_KELURAHAN)
    return [*(kelurahan if len(e.kelurahan) > 1 else ["", ""]), *_dua(e, e.ujung_rt, text.TERSIBUK_RT, text.TERSEPI_RT)]


def _dua(e: Evaluasi, u: Ujungnya, sibuk: str, sepi: str) -> list[str]:
    paling, kurang = evaluasi_kata.ujungnya(u, e)
    kedua = text.UJUNG.format(apa=sepi, isi=kurang) if u.tersepi is not None else ""
    return [text.UJUNG.format(apa=sibuk, isi=paling), kedua]


def _kartu(*isi: QWidget) -> Card:
    kartu = Card(margin=8, spacing=4)
    for satu in isi:
        kartu.add(satu)
    kartu.add_stretch()
    return kartu
