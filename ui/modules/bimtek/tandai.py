"""Marks given from the page: chosen from a menu at the row, by letter one after another, for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from sipokat_desktop.modules.bimtek import hadir_ops
from sipokat_desktop.modules.bimtek import text as bimtek
from sipokat_desktop.modules.bimtek.tanda import DIWAKILI, KETIK, LEMBAR
from ui.kit.form import Isian
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host
from ui.kit.menu import menu_of
from ui.kit.theme import Role, theme_of

from . import text_catat as text
from .boleh import larangan_catat
from .isi import Peserta

if TYPE_CHECKING:
    from .detail import Detail


class Tandai:
    """Gives and takes the marks of those chosen on ``detail``; what cannot be is answered with the reason."""

    def __init__(self, host: Host, detail: Detail) -> None:
        self._host, self._detail = host, detail

    def boleh(self) -> bool:
        """Return whether marks can be given here now; where not, the reason is said."""
        isi = self._detail.isi
        sebab = larangan_catat(self._host, isi.kegiatan) or ("" if isi.sesi_id else self._tanpa_sesi())
        if sebab:
            self._host.messages.info(sebab)
        return not sebab

    def _tanpa_sesi(self) -> str:
        return text.PILIH_SESI if self._detail.isi.sesi else text.TANPA_SESI

    def _siapa(self) -> Sequence[Peserta]:
        """Return who is chosen; where nobody is, or nothing can be recorded, that is said."""
        if not self.boleh():
            return ()
        semua = self._detail.terpilih()
        if not semua:
            self._host.messages.info(text.PILIH_DULU)
        return semua

    def menu(self) -> None:
        """Open the marks at the row; H, W, I, S, A choose."""
        if not self._siapa():
            return
        tabel = self._detail.tabel
        pilihan = [(kata.replace("&", ""), partial(self.beri, tanda)) for tanda, kata in text.PILIHAN]
        menu = menu_of(tabel, [*pilihan, (text.HAPUS_TANDA, self.hapus)])
        _huruf(menu)
        kotak = tabel.visualRect(tabel.currentIndex())
        menu.popup(tabel.viewport().mapToGlobal(QPoint(theme_of(tabel).px(60), kotak.bottom())))

    def beri(self, tanda: str) -> None:
        """Give the chosen ones a mark; a proxy is asked for by name."""
        siapa = self._siapa()
        if siapa and tanda == DIWAKILI:
            self._wakil(siapa)
        elif siapa:
            self._catat(siapa, tanda)

    def berurutan(self, tanda: str) -> None:
        """Give the one the keyboard is on a mark and go down a row."""
        kini = self._detail.kini()
        self.beri(tanda)
        if kini is not None and tanda != DIWAKILI:
            self._detail.tabel.next_row()

    def enter(self) -> None:
        """Enter: open the marks; after a number that was searched one after another, go to its row."""
        d = self._detail
        if d.tabel.berurutan and not d.tabel.hasFocus():
            d.tabel.setFocus()
        else:
            self.menu()

    def ganti_cara(self) -> None:
        """Begin to mark by letters one after another, or end it."""
        d = self._detail
        if d.tabel.berurutan:
            self.akhiri()
            d.cari.setFocus()
        elif self.boleh():
            d.tabel.berurutan = True
            d.cari.clear()
            d.pita.set(text.BERURUTAN_KATA, Role.AKSEN)
            d.tabel.begin()
            d.tabel.setFocus()
        d.tampilkan()

    def akhiri(self) -> None:
        """Letters search again."""
        self._detail.tabel.berurutan = False
        self._detail.pita.set("", Role.AKSEN)

    def turun(self) -> None:
        """Go down a row while one is recorded after another."""
        if self._detail.tabel.berurutan:
            self._detail.tabel.next_row()
            self._detail.tabel.setFocus()

    def _catat(self, siapa: Sequence[Peserta], tanda: str) -> None:
        kata = bimtek.TANDA[tanda].lower()
        said = text.DICATAT.format(nama=siapa[0].siapa, tanda=kata)
        if len(siapa) > 1:
            said = text.DICATAT_BANYAK.format(n=len(siapa), tanda=kata)
        self._host.act(self._kerja(siapa, tanda, {}), said=lambda hasil: _said(hasil, said), owner=self._detail)

    def _kerja(self, siapa: Sequence[Peserta], tanda: str, wakil: dict[str, str]) -> Work:
        """Return the act: on the day itself with the time of now, later as from paper, without one."""
        isi = self._detail.isi
        sesi = isi.satu_sesi
        hari_ini = sesi is not None and sesi.hari == self._host.today
        return partial(
            hadir_ops.catat_banyak, self._host.store, isi.sesi_id, [p.jabatan_id for p in siapa], tanda,
            pintu=text.PINTU if hari_ini else "", cara=KETIK if hari_ini else LEMBAR, wakil=wakil, tetap=True,
        )  # fmt: skip

    def _wakil(self, siapa: Sequence[Peserta]) -> None:
        """Ask who came in the place of the chosen ones."""
        judul = text.WAKIL_JUDUL.format(nama=siapa[0].siapa)
        if len(siapa) > 1:
            judul = text.WAKIL_JUDUL_BANYAK.format(n=len(siapa))
        lama = siapa[0].keadaan.wakil if len(siapa) == 1 else ""
        isian = (Isian("wakil", text.WAKIL_LABEL, contoh=text.WAKIL_CONTOH, wajib=True),)

        def kerja(nilai: Nilai) -> Work:
            return self._kerja(siapa, DIWAKILI, {p.jabatan_id: nilai["wakil"] for p in siapa})

        said = text.DICATAT.format(nama=siapa[0].siapa, tanda=bimtek.TANDA[DIWAKILI].lower())
        if len(siapa) > 1:
            said = text.DICATAT_BANYAK.format(n=len(siapa), tanda=bimtek.TANDA[DIWAKILI].lower())
        f = Formulir(judul, isian, kerja, said, {"wakil": lama}, utama=text.WAKIL_UTAMA, lebar=460)
        buka(self._detail, self._host, f, selesai=lambda _hasil: self.turun())

    def hapus(self) -> None:
        """Take the marks of the chosen ones back."""
        siapa = [p for p in self._siapa() if p.keadaan.tercatat]
        if not siapa:
            if self._detail.terpilih() and not self._host.messages.teks():
                self._host.messages.info(text.TIDAK_ADA_TANDA)
            return
        said = text.DIHAPUS.format(nama=siapa[0].siapa)
        if len(siapa) > 1:
            said = text.DIHAPUS_BANYAK.format(n=len(siapa))
        ids = [p.jabatan_id for p in siapa]
        work = partial(hadir_ops.tarik, self._host.store, self._detail.isi.sesi_id, ids)
        self._host.act(work, said=said, owner=self._detail)


def _said(hasil: object, kata: str) -> str:
    """Say what was recorded, or that it stood so already."""
    return kata if getattr(hasil, "tertulis", 1) else text.SAMA


def _huruf(menu: QMenu) -> None:
    """Let every mark of the menu be chosen by its letter."""
    for aksi, (_tanda, kata) in zip(menu.actions(), text.PILIHAN, strict=False):
        aksi.setText(kata)
    menu.setActiveAction(menu.actions()[0])
