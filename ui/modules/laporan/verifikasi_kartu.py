"""One report large: why it is to be looked at, its photos, and beside it the one that it resembles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.modules.laporan import queries
from sipokat_desktop.modules.laporan.model import CAMAT, LURAH, Laporan, Rinci
from sipokat_desktop.modules.laporan.periksa import Diperiksa
from ui.kit.cards import Card
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.scroll import scroll_of
from ui.kit.theme import Role, theme_of

from . import kalimat
from . import text_verifikasi as text
from .foto_kecil import JalurFoto
from .panel import tanda_putusan

_FOTO_SATU = {1: 280, 2: 280, 3: 200}
_FOTO_BANDING = {1: 230, 2: 150}
_FOTO_BANYAK = {True: 152, False: 100}
"""Px of a photo by how many there are: one report large, or two side by side."""
Lihat = Callable[[Laporan, int], object]


class KartuPeriksa(Card):
    """Shows a report of the verification; ``lihat`` opens its photos."""

    def __init__(self, host: Host, lihat: Lihat) -> None:
        super().__init__(margin=4, spacing=0)
        self._host, self._lihat = host, lihat
        self._area = scroll_of(QWidget(), self)
        self.add(self._area, 1)

    def tampil(self, satu: Diperiksa, lain: str, kata_lain: str, sudah: str, *, baik: bool, siapa: str) -> None:
        """Show a report; ``lain`` is the other one to stand beside it ("" none) under the words ``kata_lain``,
        ``sudah`` what ``siapa`` said here ("" nothing), ``baik`` whether that was a yes."""
        con = self._host.store.reader()
        rinci = queries.satu(con, satu.laporan.laporan_id) or Rinci(satu.laporan, ())
        mirip = queries.satu(con, lain) if lain else None
        dalam, theme = QWidget(), theme_of(self)
        tata = QVBoxLayout(dalam)
        m = theme.px(14)
        tata.setContentsMargins(m, theme.px(10), m, m)
        tata.setSpacing(theme.px(8))
        for bagian in [Notice(sudah, Role.BAIK if baik else Role.SALAH)] if sudah else self._alasan(satu):
            tata.addWidget(bagian)
        sisi = QHBoxLayout()
        sisi.setSpacing(theme.px(18))
        sisi.addLayout(self._kolom(rinci, text.INI if lain else "", besar=not lain, tanpa=siapa if sudah else ""), 1)
        if lain:
            sisi.addLayout(self._kolom(mirip, kata_lain, besar=False), 1)
        tata.addLayout(sisi)
        tata.addStretch(1)
        self._ganti(dalam)

    def katakan(self, judul: str, isi: str) -> None:
        """Say something in the place of a report."""
        dalam = QWidget()
        tata = QVBoxLayout(dalam)
        m = theme_of(self).px(16)
        tata.setContentsMargins(m, m, m, m)
        tata.addWidget(Label(judul, Gaya.SUBJUDUL, lipat=True))
        tata.addWidget(Label(isi, lipat=True))
        tata.addStretch(1)
        self._ganti(dalam)

    def _ganti(self, dalam: QWidget) -> None:
        lama = self._area.takeWidget()
        if lama is not None:
            lama.hide()
            lama.deleteLater()
        self._area.setWidget(dalam)
        dalam.setAutoFillBackground(False)

    def _alasan(self, satu: Diperiksa) -> Sequence[QWidget]:
        if satu.bersih:
            return [Label(text.BERSIH, Gaya.KECIL)]
        return [Notice(temuan.kata, Role.PERHATIAN) for temuan in satu.temuan]

    def _kolom(self, rinci: Rinci | None, judul: str, *, besar: bool, tanpa: str = "") -> QVBoxLayout:
        tata = QVBoxLayout()
        tata.setSpacing(theme_of(self).px(7))
        for bagian in self._isi(rinci, judul, besar=besar, tanpa=tanpa):
            tata.addWidget(bagian)
        tata.addStretch(1)
        return tata

    def _isi(self, rinci: Rinci | None, judul: str, *, besar: bool, tanpa: str) -> Sequence[QWidget]:
        kepala: list[QWidget] = [Label(judul, Gaya.KECIL, lipat=True)] if judul else []
        if rinci is None:
            return [*kepala, Label(text.BANDING_HILANG, lipat=True)]
        b = rinci.laporan
        kepala += [
            Label(kalimat.judul(b), Gaya.SUBJUDUL, lipat=True),
            Label(kalimat.sub(b, beberapa=self._host.beberapa), Gaya.KECIL, lipat=True),
            Label(kalimat.lunak(b.uraian), lipat=True),
        ]
        kepala += [Label(" · ".join(kalimat.fakta(b)), Gaya.KECIL, lipat=True)]
        return [*kepala, self._foto(rinci, besar=besar), *self._kata(b, tanpa)]

    def _foto(self, rinci: Rinci, *, besar: bool) -> QWidget:
        if not rinci.foto:
            return Label(text.TANPA_FOTO, Gaya.KECIL)
        ukuran = _FOTO_SATU if besar else _FOTO_BANDING
        jalur = JalurFoto(self._host, ukuran.get(len(rinci.foto), _FOTO_BANYAK[besar]))
        jalur.set([f.kunci for f in rinci.foto])
        jalur.dibuka.connect(partial(self._lihat, rinci.laporan))
        return jalur

    def _kata(self, b: Laporan, tanpa: str) -> Sequence[QWidget]:
        """Return what was said of a report already, but the word of ``tanpa``, which stands above."""
        kata = ((LURAH, b.lurah), (CAMAT, b.camat))
        ada = [kalimat.putusan(b, siapa) for siapa, putusan in kata if putusan and siapa != tanpa]
        return [bagian for satu in ada for bagian in tanda_putusan(satu)]
