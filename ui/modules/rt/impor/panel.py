"""The panel beside the preview: what happens to the chosen row and why, and the buttons that mend it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.rt.impor import ISIAN, BarisRencana, Berat, Nasib, Pilihan, Tanda
from ui.kit import pratinjau as kit
from ui.kit.buttons import Aksi, button_for
from ui.kit.labels import Gaya, Label, Notice, StatusDot
from ui.kit.theme import Role

from . import text
from .memilih import ketua_baru, kosongkan, lewati, orang_sama, pakai_lagi, terima, tulis
from .sumber import PERAN, berubah, tampil

_WAJIB = ("nomor", "nama")
_PERAN = {Berat.SALAH: Role.SALAH, Berat.RAGU: Role.PERHATIAN}
_SEDIKIT = 3
"""So few changes stand above the buttons."""
_RINGKAS = ("nik", "hp", "alamat", "sk_nomor")


class RowPanel(kit.RowPanel):
    """A row of the roster; ``dipilih`` carries a `Pilihan`."""

    def __init__(self) -> None:
        super().__init__(330)
        self._baris: BarisRencana | None = None
        self._pilihan = Pilihan()
        self._utama: Callable[[], object] | None = None
        self._fokus: QWidget | None = None

    def tampil(self, baris: BarisRencana | None, pilihan: Pilihan, *, beberapa: bool) -> None:
        """Show a row; ``beberapa`` names its sheet too."""
        self._baris, self._pilihan = baris, pilihan
        self._utama = self._fokus = None
        if baris is None:
            self.set(text.PANEL_KOSONG, "", (text.PANEL_KOSONG_ISI,))
            return
        tempat = text.PANEL_BARIS_LEMBAR if beberapa else text.PANEL_BARIS
        self.set(baris.sebutan)
        letak = tempat.format(baris=baris.letak.baris, lembar=baris.lembar)
        self.add(StatusDot(f"{text.NASIB[baris.nasib.value]} · {letak}", PERAN[baris.nasib]))
        self._apa(baris)
        self._tanda(baris)
        for aksi in self._aksi(baris):
            tombol = button_for(aksi)
            self._fokus = self._fokus or tombol
            self.tambah(tombol)
        self._rinci(baris)

    def perbaiki(self) -> None:
        """Type the first wrong value, else go to the first button."""
        if self._utama is not None:
            self._utama()
        elif self._fokus is not None:
            self._fokus.setFocus(Qt.FocusReason.TabFocusReason)

    def _apa(self, baris: BarisRencana) -> None:
        if baris.alasan and baris.nasib is not Nasib.MASALAH:
            self.add(Label(baris.alasan, Gaya.TEBAL, lipat=True))
        if baris.nasib is not Nasib.MASALAH:
            self.add(Label(text.ARTI[baris.nasib.value], lipat=True))
        if 0 < len(baris.beda) <= _SEDIKIT:
            self._berubah(baris)

    def _berubah(self, baris: BarisRencana) -> None:
        self.add(Label("\n".join(berubah(b) for b in baris.beda), Gaya.KECIL, role=Role.TEKS, lipat=True))

    def _rinci(self, baris: BarisRencana) -> None:
        """Put below the buttons what is good to know: long changes, what is saved, what was put in order."""
        if len(baris.beda) > _SEDIKIT:
            self.add(Label(text.PANEL_AKAN, Gaya.TEBAL))
            self._berubah(baris)
        isi = [f"{ISIAN[k]}: {tampil(k, str(baris.isi[k]))}" for k in _RINGKAS if baris.isi.get(k)]
        if isi and baris.nasib is Nasib.BARU:
            self.add(Label(text.PANEL_DISIMPAN, Gaya.TEBAL))
            self.add(Label("\n".join(isi), Gaya.KECIL, lipat=True))
        rapi = [f"{ISIAN.get(t.isian, t.judul)}: {t.pesan}" for t in baris.tanda if t.berat is Berat.RAPI]
        if rapi:
            self.add(Label(text.PANEL_RAPI, Gaya.TEBAL))
            self.add(Label("\n".join(rapi), Gaya.KECIL, lipat=True))

    def _tanda(self, baris: BarisRencana) -> None:
        for t in sorted(baris.tanda, key=lambda t: -t.berat):
            if t.berat is Berat.RAPI:
                continue
            letak = text.SEL.format(judul=t.judul, huruf=t.huruf, baris=baris.letak.baris, pesan=t.pesan)
            self.add(Notice(letak if t.judul else t.pesan, _PERAN[t.berat]))
            if t.asal:
                self.add(Label(_asal(t), Gaya.KECIL, lipat=True))

    def _aksi(self, baris: BarisRencana) -> list[Aksi]:
        if baris.letak in self._pilihan.lewati:
            return [self._buat(text.PAKAI_LAGI, pakai_lagi, "Alt+W", utama=True)]
        aksi: list[Aksi] = []
        tanda = sorted((t for t in baris.tanda if t.berat is not Berat.RAPI and t.isian), key=lambda t: -t.berat)
        for ke, t in enumerate(_satu_per_isian(tanda)):
            aksi += self._aksi_tanda(t, pertama=not ke)
        if baris.tanya_orang:
            self._utama = None
            aksi = self._aksi_orang(baris) + aksi
        else:
            aksi += self._aksi_orang(baris)
        if baris.nasib not in (Nasib.SAMA, Nasib.DILEWATI):
            aksi.append(self._buat(text.LEWATI, lewati, "Alt+W"))
        return aksi

    def _aksi_tanda(self, t: Tanda, *, pertama: bool) -> list[Aksi]:
        label = ISIAN.get(t.isian, t.judul)
        aksi: list[Aksi] = []
        if t.usul:
            kata = text.TERIMA.format(usul=t.usul)
            aksi.append(self._buat(kata, partial(terima, isian=t.isian), "Alt+T" if pertama else "", utama=pertama))
        ketik = partial(self._ketik, t)
        utama = pertama and not t.usul and t.berat is Berat.SALAH
        kata = text.KETIK if pertama else text.KETIK_LAIN.format(label=label)
        aksi.append(Aksi(kata, ketik, "Alt+K" if pertama else "", utama))
        if pertama and t.berat is Berat.SALAH:
            self._utama = None if t.usul else ketik
        if t.berat is Berat.SALAH and t.isian not in _WAJIB:
            aksi.append(self._buat(text.KOSONGKAN.format(label=label), partial(kosongkan, isian=t.isian)))
        return aksi

    def _aksi_orang(self, baris: BarisRencana) -> list[Aksi]:
        if baris.tanya_orang:
            return [
                self._buat(text.ORANG_SAMA, orang_sama, "Alt+O"), self._buat(text.KETUA_BARU, ketua_baru, "Alt+B"),
            ]  # fmt: skip
        if baris.nasib is Nasib.GANTI:
            return [self._buat(text.ORANG_SAMA, orang_sama, "Alt+O")]
        if baris.letak in self._pilihan.orang_sama or any(b.isian == "nama" for b in baris.beda):
            return [self._buat(text.KETUA_BARU, ketua_baru, "Alt+B")]
        return []

    def _buat(self, kata: str, ubah: Callable[..., Pilihan], tombol: str = "", *, utama: bool = False) -> Aksi:
        baris = self._baris
        assert baris is not None
        return Aksi(kata, lambda: self.dipilih.emit(ubah(self._pilihan, baris.letak)), tombol, utama)

    def _ketik(self, t: Tanda) -> None:
        """Ask for another value in place of the cell, here."""
        baris = self._baris
        assert baris is not None
        kini = self._pilihan.isi.get((baris.letak, t.isian), t.asal)

        def pakai(nilai: str) -> None:
            self.dipilih.emit(tulis(self._pilihan, baris.letak, isian=t.isian, nilai=nilai))

        self.set(baris.sebutan, text.PANEL_BARIS.format(baris=baris.letak.baris, lembar=baris.lembar))
        self.ketik(ISIAN.get(t.isian, t.judul), kini, Notice(t.pesan, _PERAN[t.berat]), pakai)


def _satu_per_isian(tanda: list[Tanda]) -> list[Tanda]:
    """Return the first remark of every field."""
    return list({t.isian: t for t in reversed(tanda)}.values())[::-1]


def _asal(t: Tanda) -> str:
    asal = tampil(t.isian, t.asal)
    if t.berat is Berat.SALAH:
        return text.PANEL_SEL.format(asal=asal)
    if not t.jadi:
        return text.PANEL_TANPA.format(asal=asal)
    return text.PANEL_JADI.format(asal=asal, jadi=tampil(t.isian, t.jadi))
