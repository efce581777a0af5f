"""Verification by keys: one report after another, exceptions first, with why; those without any approved at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.modules.laporan.model import LURAH, TIDAK, YA, Laporan
from ui.kit.anak import Anak
from ui.kit.beside import page_column
from ui.kit.buttons import Button, SecondaryButton
from ui.kit.cards import Card
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.theme import theme_of

from . import text_verifikasi as text
from . import verifikasi_kata
from .alasan import Alasan
from .antrean import Antrean
from .tindakan import Tindakan, ingat_catatan
from .verifikasi_baca import Bacaan, baca
from .verifikasi_daftar import DaftarPeriksa, Kemajuan, TombolPutusan
from .verifikasi_kartu import KartuPeriksa

_JEDA_MS = 60
_LEBAR, _LEBAR_BEBERAPA = 400, 470


class VerifikasiPage(Anak):
    """The list at the left, the report at the right; what was decided stays in sight until the page is left."""

    bantuan, panduan = text.BANTUAN, "laporan#Memverifikasi"

    def __init__(self, host: Host, laporan_id: str = "") -> None:
        super().__init__()
        self._host, self._tuju = host, laporan_id
        self._tindakan = Tindakan(self, host)
        self.siapa = self._tindakan.siapa
        self._antrean = Antrean(self.siapa)
        self._dimuat, self._banding, self._versi = False, 0, 0
        self._usai = self._membaca = False
        self._lagi = 0
        self._tiada: Card | None = None
        self.tabel = DaftarPeriksa(beberapa=host.beberapa)
        self._kartu = KartuPeriksa(host, self._tindakan.lihat)
        self._alasan = Alasan(host)
        self._tombol = TombolPutusan(kategori=self.siapa == LURAH)
        self._maju = Kemajuan()
        self._jeda = QTimer(self, singleShot=True, interval=_JEDA_MS)
        self._jeda.timeout.connect(self._baca)
        self._build()
        self._connect()
        self._kartu.katakan(f"{text.MEMERIKSA}…", "")

    def _build(self) -> None:
        theme = theme_of(self)
        self._semua = SecondaryButton(text.YA_BERSIH_KOSONG, "Alt+S", on=self.ya_bersih)
        self._tengah, kanan = QWidget(), QVBoxLayout()
        tengah = QHBoxLayout(self._tengah)
        tengah.setContentsMargins(0, 0, 0, 0)
        kiri = Card(margin=4, spacing=0)
        kiri.add(self.tabel, 1)
        lebar = _LEBAR_BEBERAPA if self._host.beberapa else _LEBAR
        kiri.setFixedWidth(round(theme.px(lebar) * (1 - 0.55 * (theme.skala - 1))))
        for layout in (tengah, kanan):
            layout.setSpacing(theme.px(10))
        kanan.addWidget(self._kartu, 1)
        kanan.addWidget(self._alasan)
        kanan.addWidget(self._tombol)
        tengah.addWidget(kiri)
        tengah.addLayout(kanan, 1)
        self._tata = tata = page_column(self)
        tata.addWidget(self.kepala(text.JUDUL[self.siapa], self._semua))
        tata.addWidget(self._maju)
        tata.addWidget(self._tengah, 1)
        self.setFocusProxy(self.tabel)

    def _connect(self) -> None:
        t = self.tabel
        for asal in (t, self._tombol):
            asal.huruf.connect(self._huruf)
        t.keluar.connect(self.mundur)
        t.selected.connect(lambda _id: self._berganti())
        t.opened.connect(lambda _id: self._dengan(self._tindakan.ubah))
        self._alasan.jadi.connect(self._catat_tidak)
        self._alasan.batal.connect(self._tutup_alasan)

    # what is shown

    def load(self) -> None:
        """Check the reports again, once the keys have come to rest."""
        self._jeda.start()

    def tempat(self) -> str:
        """Return what opens this again, at the report that the keyboard is on."""
        return f"verifikasi:{self.tabel.current_id()}"

    def _baca(self) -> None:
        if self._membaca:
            self._jeda.start()
            return
        self._membaca = True
        self._host.jobs.run(
            baca, self._host, self.siapa, tuple(self._antrean.urut), apa=text.MEMERIKSA, failed=self._tak_terbaca,
            done=partial(self._terbaca, self._versi), owner=self,
        )  # fmt: skip

    def _terbaca(self, versi: int, bacaan: Bacaan) -> None:
        """Take what waits; a report of this sitting keeps its place, with what was said of it. What was read before
        the last word was written is read again."""
        self._membaca = False
        if versi != self._versi:
            self.load()
            return
        lagi = self._antrean.serap(bacaan)
        self._dimuat, self._lagi = True, bacaan.lagi
        self._tunjukkan()
        self._tampil_satu()
        self._mulai(lagi)

    def _tak_terbaca(self, error: Exception) -> None:
        self._membaca = False
        self._host.tell(error)

    def _mulai(self, lagi: Sequence[str]) -> None:
        """Go to the report that was asked for, or to the one whose word was undone; at first to the first one."""
        tuju, self._tuju = self._tuju or next(iter(lagi), ""), ""
        if tuju in self._antrean.isi:
            self.tabel.select(tuju)
        elif not self.tabel.current_id():
            self.tabel.begin()

    def _tunjukkan(self) -> None:
        semua = self._antrean.semua
        self.tabel.tampil(semua, self._antrean.sudah)
        n, i, bersih = len(semua) + self._lagi, len(self._antrean.sudah), len(self._antrean.bersih)
        self._maju.set(i, n, len(semua) - i - bersih, bersih)
        self._semua.set_teks(text.YA_BERSIH.format(n=bersih) if bersih else text.YA_BERSIH_KOSONG)
        self._semua.setEnabled(bool(bersih))
        if self._dimuat:
            self._kosong(kosong=not n)

    def _kosong(self, *, kosong: bool) -> None:
        """Say over the whole page that nothing waits, or show what does."""
        if kosong == (self._tiada is not None):
            return
        if self._tiada is not None:
            self._tata.removeWidget(self._tiada)
            self._tiada.deleteLater()
            self._tiada = None
        else:
            self._tiada = Card()
            self._tiada.add(verifikasi_kata.kosong(self._host, self._tindakan, self.mundur), 1)
            self._tata.addWidget(self._tiada, 1)
        for bagian in (self._tengah, self._maju, self._semua):
            set_shown(bagian, not kosong)
        tombol = self._tiada.findChild(Button) if self._tiada is not None else None
        self.setFocusProxy(tombol if tombol is not None else self.tabel)
        if self.isVisible():
            self.setFocus()

    def _berganti(self) -> None:
        self._banding, self._usai = 0, False
        self._tutup_alasan()
        self._tampil_satu()

    def _tampil_satu(self) -> None:
        satu = self._antrean.isi.get(self.tabel.current_id())
        if satu is None:
            return
        if self._selesai:
            siapa = self._tindakan.kata_siapa
            isi = text.SELESAI_ISI.format(siapa=siapa) + text.SELESAI_TOMBOL
            self._kartu.katakan(text.SELESAI.format(n=len(self._antrean.sudah)), isi)
            self._tombol.atur(laporan=False, mirip=False)
            return
        lain = satu.lain
        ke = self._banding % len(lain) if lain else 0
        kata = text.BANDING if len(lain) < 2 else text.BANDING_KE.format(i=ke + 1, n=len(lain))
        self._tombol.atur(laporan=True, mirip=len(lain) > 1)
        sudah = self._antrean.sudah.get(satu.laporan.laporan_id, "")
        kata_sudah = verifikasi_kata.sudah(satu.laporan, self.siapa, sudah)
        self._kartu.tampil(satu, lain[ke] if lain else "", kata, kata_sudah, baik=sudah == YA, siapa=self.siapa)

    # keys

    def _huruf(self, huruf: str) -> None:
        lakukan: Mapping[str, Callable[[], object]] = {
            "Y": partial(self._dengan, self._ya), "T": partial(self._dengan, self._tanya_alasan),
            "K": partial(self._dengan, self._kategori), "J": self.tabel.next_row, "H": self.tabel.sebelum,
            "F": partial(self._dengan, self._tindakan.lihat), "L": self._banding_lain, "Z": self._host.undo,
        }  # fmt: skip
        lakukan[huruf]()

    @property
    def _selesai(self) -> bool:
        """Whether all is done, and that stands in the place of a report."""
        return self._usai and self._antrean.habis

    def _dengan(self, lakukan: Callable[[Laporan], object]) -> None:
        satu = self._antrean.isi.get(self.tabel.current_id())
        if satu is not None and not self._selesai:
            lakukan(satu.laporan)

    def _banding_lain(self) -> None:
        self._banding += 1
        self._tampil_satu()

    def _kategori(self, b: Laporan) -> None:
        self._tindakan.kategori([b])

    def _ya(self, b: Laporan) -> None:
        if self._antrean.sudah.get(b.laporan_id) == YA:
            self._berikut()
            return
        self._catat([b], YA, "", text.DICATAT_YA.format(rt=b.rt))

    def _tanya_alasan(self, b: Laporan) -> None:
        self._alasan.tanya(b.lurah_catatan if self.siapa == LURAH else b.camat_catatan)

    def _tutup_alasan(self) -> None:
        if not self._alasan.isHidden():
            self._alasan.tutup()
            self.tabel.setFocus()

    def _catat_tidak(self, catatan: str) -> None:
        satu = self._antrean.isi.get(self.tabel.current_id())
        self._tutup_alasan()
        if satu is not None:
            ingat_catatan(self._host, catatan)
            b = satu.laporan
            self._catat([b], TIDAK, catatan, text.DICATAT_TIDAK.format(rt=b.rt, catatan=catatan))

    def ya_bersih(self) -> None:
        """Record *ya* for all reports in which nothing is odd, as one act."""
        semua = self._antrean.bersih
        if semua:
            self._catat(semua, YA, "", self._tindakan.kata_putusan(semua, YA))
        else:
            self._host.messages.info(text.TAK_ADA_BERSIH)

    def _catat(self, semua: Sequence[Laporan], putusan: str, catatan: str, said: str | Callable[[object], str]) -> None:
        """Record a word; the next report is shown at once."""
        ids = self._antrean.catat(semua, putusan, catatan)
        self._versi += 1

        def tertulis(_hasil: object = None) -> None:
            self._antrean.tertulis(ids)
            self._versi += 1

        def gagal(error: Exception) -> None:
            tertulis()
            self.load()
            self._host.tell(error)

        self._host.act(
            self._tindakan.kerja(semua, putusan, catatan), said=said, done=tertulis, failed=gagal, owner=self
        )  # fmt: skip
        self._tunjukkan()
        self._berikut()

    def _berikut(self) -> None:
        """Go to the next report of which nothing was said, from here on, then from the top."""
        berikut = self._antrean.sesudah(self.tabel.current_id())
        if berikut:
            self.tabel.select(berikut)
        else:
            self._usai = True
            self._tampil_satu()
        self.tabel.setFocus()
