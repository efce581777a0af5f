"""The side panel of a report: what happened, its photos, the words of lurah and camat with who and when, acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QWidget

from sipokat_desktop.modules.laporan import queries
from sipokat_desktop.modules.laporan.model import CAMAT, LURAH, YA, Laporan
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import SidePanel
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.theme import Role, theme_of

from . import kalimat, text
from .foto_kecil import JalurFoto
from .kalimat import Putusan
from .tindakan import Tindakan

_LEBAR = 345


class Tombol(NamedTuple):
    """What the buttons at the foot of the panel do."""

    ya: Callable[[], object]
    tidak: Callable[[], object]
    menu: Callable[[], object]


class LaporanPanel(SidePanel):
    """Shows one report, or how many are chosen."""

    def __init__(self, host: Host, tindakan: Tindakan, tombol: Tombol) -> None:
        super().__init__(_LEBAR)
        self._host, self._tindakan = host, tindakan
        self._tampil: Laporan | None = None
        self.tombol_menu = SecondaryButton(text.TINDAKAN, "Alt+T", pasang=False, on=tombol.menu)
        self._ya = SecondaryButton(text.YA, "Alt+Y", pasang=False, on=tombol.ya)
        self._tidak = SecondaryButton(text.TIDAK, "Alt+D", pasang=False, on=tombol.tidak)
        self.add_bottom(self._kaki())

    def _kaki(self) -> QWidget:
        kaki = QWidget()
        baris = QGridLayout(kaki)
        baris.setContentsMargins(0, 0, 0, 0)
        baris.setSpacing(theme_of(self).px(6))
        if self._tindakan.siapa:
            baris.addWidget(self._ya, 0, 0)
            baris.addWidget(self._tidak, 0, 1)
        baris.addWidget(self.tombol_menu, 1, 0, 1, 2)
        return kaki

    def tampil(self, b: Laporan | None, dipilih: int) -> None:
        """Show ``b``, or that several are chosen, or what to do where none is."""
        for tombol in (self._ya, self._tidak, self.tombol_menu):
            tombol.setEnabled(b is not None)
        if b is None:
            self.set(text.PANEL_KOSONG, "", (text.PANEL_KOSONG_ISI,))
        elif dipilih > 1:
            self.set(text.PANEL_BANYAK.format(n=dipilih), "", (text.PANEL_BANYAK_ISI,))
        else:
            self._satu(b)
            self._ya.setEnabled(not self._sudah_ya(b))

    def _sudah_ya(self, b: Laporan) -> bool:
        """Whether *ya* would change nothing."""
        if self._tindakan.siapa == CAMAT:
            return b.camat == YA and not b.berubah_camat
        return b.lurah == YA and not b.berubah_lurah

    def _satu(self, b: Laporan) -> None:
        self.set(kalimat.judul(b), kalimat.sub(b, beberapa=self._host.beberapa))
        self.add(Label(kalimat.lunak(b.uraian), lipat=True))
        self._foto(b)
        self.add(Label("\n".join(kalimat.fakta(b)), Gaya.KECIL, lipat=True))
        siapa = kalimat.siapa(self._host.store, b.laporan_id)
        self.add(Label(text.VERIFIKASI_JUDUL, Gaya.TEBAL))
        for putusan in (kalimat.putusan(b, LURAH, siapa.lurah), kalimat.putusan(b, CAMAT, siapa.camat)):
            for bagian in tanda_putusan(putusan):
                self.add(bagian)
        if siapa.dicatat:
            self.add(Label(siapa.dicatat, Gaya.KECIL, lipat=True))

    def _foto(self, b: Laporan) -> None:
        semua = queries.foto(self._host.store.reader(), b.laporan_id) if b.foto else ()
        if semua:
            jalur = JalurFoto(self._host, 84)
            jalur.set([f.kunci for f in semua])
            jalur.dibuka.connect(partial(self._tindakan.lihat, b))
            self.add(jalur)


def tanda_putusan(p: Putusan) -> Sequence[QWidget]:
    """Return the lines of a word: with its sign, the note below, and what changed since."""
    if p.role is Role.REDUP:
        baris: list[QWidget] = [Label(p.kata, Gaya.KECIL, lipat=True)]
    else:
        baris = [Notice(p.kata, p.role)]
    baris += [Label(p.catatan, lipat=True)] if p.catatan else []
    return [*baris, *([Notice(p.berubah, Role.PERHATIAN)] if p.berubah else ())]
