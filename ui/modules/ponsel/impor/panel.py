"""The panel beside the preview: what the chosen row saves, what is wrong with it, the buttons that mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from sipokat_desktop.modules.ponsel.impor import ISIAN, BarisRencana, Berat, Nasib, Pilihan, Tanda
from ui.kit import pratinjau as kit
from ui.kit.buttons import Aksi, Button, button_for
from ui.kit.days import panjang
from ui.kit.labels import Gaya, Label, Notice, StatusDot
from ui.kit.theme import Role

from . import text

PERAN = {
    Nasib.BARU: Role.BAIK, Nasib.DIUBAH: Role.AKSEN, Nasib.SAMA: Role.REDUP, Nasib.DILEWATI: Role.REDUP,
    Nasib.DITOLAK: Role.SALAH,
}  # fmt: skip
_PERAN = {Berat.SALAH: Role.SALAH, Berat.RAGU: Role.PERHATIAN}


class RowPanel(kit.RowPanel):
    """A row of a register; ``dipilih`` carries a `Pilihan`."""

    def __init__(self) -> None:
        super().__init__(320)
        self._baris: BarisRencana | None = None
        self._pilihan = Pilihan()
        self._aksi_baris: list[Aksi] = []
        self._tombol: list[Button] = []

    def tampil(self, baris: BarisRencana | None, pilihan: Pilihan) -> None:
        """Show a row."""
        self._baris, self._pilihan = baris, pilihan
        self._aksi_baris = self._aksi(baris) if baris is not None else []
        self._tombol = []
        if baris is None:
            self.set(text.PANEL, "", (text.PANEL_ISI,))
            return
        self.set(baris.sebutan, text.LETAK.format(baris=baris.letak.baris, lembar=baris.lembar))
        self.add(StatusDot(text.NASIB[baris.nasib.value], PERAN[baris.nasib]))
        if baris.alasan and all(t.pesan != baris.alasan for t in baris.tanda):
            self.add(Label(baris.alasan, lipat=True))
        for t in sorted(baris.tanda, key=lambda t: -t.berat):
            self._tanda(baris, t)
        for aksi in self._aksi_baris:
            tombol = button_for(aksi)
            self._tombol.append(tombol)
            self.tambah(tombol)
        self._rinci(baris)

    def _tanda(self, baris: BarisRencana, t: Tanda) -> None:
        pola = text.SEL if t.huruf else text.SEL_TANPA_KOLOM
        kata = pola.format(judul=t.judul, huruf=t.huruf, baris=baris.letak.baris, pesan=t.pesan)
        kata = kata if t.judul else t.pesan
        self.add(Label(kata, Gaya.KECIL, lipat=True) if t.berat is Berat.RAPI else Notice(kata, _PERAN[t.berat]))
        if t.asal:
            pola = text.JADI if t.jadi else text.TERTULIS
            self.add(Label(pola.format(asal=t.asal, jadi=t.jadi), Gaya.KECIL, lipat=True))

    def _rinci(self, baris: BarisRencana) -> None:
        """Say below the buttons what is saved."""
        isi = [text.ISI.format(label=ISIAN[k], nilai=v) for k, v in baris.isi.items() if v and k in ISIAN]
        if baris.serah is not None:
            s = baris.serah
            isi.append(text.SERAH.format(nama=s.kepada.nama, rt=s.rt, tanggal=panjang(s.tanggal)))
        if isi:
            self.add(Label(text.PANEL_DISIMPAN, Gaya.TEBAL))
            self.add(Label("\n".join(isi), Gaya.KECIL, lipat=True))

    def perbaiki(self) -> None:
        """Type the first wrong value anew, else go to the first button."""
        baris = self._baris
        salah = [] if baris is None else [t for t in baris.tanda if t.berat is Berat.SALAH and t.isian and not t.usul]
        if salah:
            self._ketik(salah[0])
        elif self._tombol:
            self._tombol[0].setFocus(Qt.FocusReason.TabFocusReason)

    # choices

    def _aksi(self, baris: BarisRencana) -> list[Aksi]:
        p, letak = self._pilihan, baris.letak
        if letak in p.lewati:
            return [self._buat(text.PAKAI_LAGI, lambda: replace(p, lewati=p.lewati - {letak}), "Alt+W", utama=True)]
        ragu = sorted((t for t in baris.tanda if t.isian and t.berat is not Berat.RAPI), key=lambda t: -t.berat)
        satu = {t.isian: t for t in reversed(ragu)}
        aksi = [a for ke, t in enumerate(reversed([*satu.values()])) for a in self._aksi_tanda(t, pertama=not ke)]
        if baris.nasib in (Nasib.BARU, Nasib.DIUBAH, Nasib.DITOLAK):
            aksi.append(self._buat(text.LEWATI, lambda: p.dengan(lewati=frozenset({letak})), "Alt+W"))
        return aksi

    def _aksi_tanda(self, t: Tanda, *, pertama: bool) -> list[Aksi]:
        baris, p, label = self._baris, self._pilihan, ISIAN.get(t.isian, t.judul)
        assert baris is not None
        letak = baris.letak
        aksi = []
        if t.usul:
            kata = text.PAKAI_USUL.format(usul=t.usul)
            pakai = self._buat(kata, lambda: p.dengan(isi={(letak, t.isian): t.usul}), "Alt+T" if pertama else "",
                               utama=pertama)  # fmt: skip
            aksi.append(pakai)
        ketik = Aksi(text.KETIK.format(label=label), lambda: self._ketik(t), "Alt+K" if pertama else "",
                     pertama and not t.usul)  # fmt: skip
        aksi.append(ketik)
        if t.berat is Berat.SALAH:
            kata = text.KOSONGKAN.format(label=label)
            aksi.append(self._buat(kata, lambda: p.dengan(isi={(letak, t.isian): ""})))
        return aksi

    def _buat(self, kata: str, ubah: Callable[[], Pilihan], tombol: str = "", *, utama: bool = False) -> Aksi:
        return Aksi(kata, lambda: self.dipilih.emit(ubah()), tombol, utama)

    def _ketik(self, t: Tanda) -> None:
        """Ask for another value in place of the cell, here."""
        baris = self._baris
        assert baris is not None
        kini = self._pilihan.isi.get((baris.letak, t.isian), t.asal)

        def pakai(nilai: str) -> None:
            self.dipilih.emit(self._pilihan.dengan(isi={(baris.letak, t.isian): nilai}))

        self.set(baris.sebutan, text.LETAK.format(baris=baris.letak.baris, lembar=baris.lembar))
        self.ketik(ISIAN.get(t.isian, t.judul), kini, Notice(t.pesan, _PERAN.get(t.berat, Role.PERHATIAN)), pakai)
