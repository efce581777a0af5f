"""The panel beside the preview: what the chosen row records, what is wrong with it, the buttons that mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.modules.insentif.saldo_awal import ISIAN, BarisRencana, Berat, Nasib, Pilihan, Tanda
from ui.kit import pratinjau as kit
from ui.kit.buttons import Aksi, button_for
from ui.kit.labels import Gaya, Label, Notice, StatusDot
from ui.kit.theme import Role

from . import text

PERAN = {Nasib.DICATAT: Role.BAIK, Nasib.SAMA: Role.REDUP, Nasib.DILEWATI: Role.REDUP, Nasib.MASALAH: Role.SALAH}
_PERAN = {Berat.SALAH: Role.SALAH, Berat.RAGU: Role.PERHATIAN}


class RowPanel(kit.RowPanel):
    """A row of past payments; ``dipilih`` carries a `Pilihan`."""

    def __init__(self) -> None:
        super().__init__(320)
        self._baris: BarisRencana | None = None
        self._pilihan = Pilihan()

    def tampil(self, baris: BarisRencana | None, pilihan: Pilihan) -> None:
        """Show a row."""
        self._baris, self._pilihan = baris, pilihan
        if baris is None:
            self.set(text.PANEL, "", (text.PANEL_ISI,))
            return
        self.set(baris.sebutan, text.LETAK.format(baris=baris.letak.baris, lembar=baris.lembar))
        self.add(StatusDot(text.NASIB[baris.nasib.value], PERAN[baris.nasib]))
        if baris.alasan:
            self.add(Label(baris.alasan, lipat=True))
        for bulan, jumlah in baris.rincian:
            kata = text.RINCI.format(bulan=periode.nama_bulan(bulan), jumlah=rupiah.uang(jumlah))
            self.add(Label(kata, lipat=True))
        for t in sorted(baris.tanda, key=lambda t: -t.berat):
            self._tanda(baris, t)
        if baris.usul and baris.nasib is Nasib.MASALAH:
            self.add(Label(baris.usul, lipat=True))
        for aksi in self._aksi(baris):
            self.add(button_for(aksi))

    def _tanda(self, baris: BarisRencana, t: Tanda) -> None:
        if t.berat is Berat.RAPI:
            return
        kata = text.SEL.format(judul=t.judul, huruf=t.huruf, baris=baris.letak.baris, pesan=t.pesan)
        self.add(Notice(kata if t.judul else t.pesan, _PERAN[t.berat]))
        if t.asal:
            self.add(Label(text.TERTULIS.format(asal=t.asal), Gaya.KECIL, lipat=True))

    def perbaiki(self) -> None:
        """Do what the first button does."""
        aksi = self._aksi(self._baris) if self._baris is not None else []
        if aksi:
            aksi[0].lakukan()

    def _aksi(self, baris: BarisRencana) -> list[Aksi]:
        p, letak = self._pilihan, baris.letak
        if letak in p.lewati:
            return [self._buat(text.PAKAI_LAGI, lambda: replace(p, lewati=p.lewati - {letak}), "Alt+W")]
        aksi = []
        salah = sorted((t for t in baris.tanda if t.isian and t.berat is not Berat.RAPI), key=lambda t: -t.berat)
        if baris.nasib is Nasib.MASALAH and not salah and not baris.usul:
            salah = [Tanda("nomor", "", "", Berat.SALAH, baris.alasan, "", "", "")]
        for t in {t.isian: t for t in reversed(salah)}.values():
            aksi += self._aksi_tanda(t)
        if baris.usul and baris.nasib is Nasib.MASALAH:
            terima = self._buat(text.TERIMA, lambda: p.dengan(terima=frozenset({letak})), "Alt+T")
            aksi.insert(0, terima)
        if baris.nasib in (Nasib.DICATAT, Nasib.MASALAH):
            aksi.append(self._buat(text.LEWATI, lambda: p.dengan(lewati=frozenset({letak})), "Alt+W"))
        return aksi

    def _aksi_tanda(self, t: Tanda) -> list[Aksi]:
        baris, p = self._baris, self._pilihan
        assert baris is not None
        usul = (
            [self._buat(text.TERIMA_USUL.format(usul=t.usul), lambda: p.dengan(isi={(baris.letak, t.isian): t.usul}))]
            if t.usul
            else []
        )
        kata = text.KETIK.format(label=ISIAN.get(t.isian, t.judul))
        return [*usul, Aksi(kata, lambda: self._ketik(t))]

    def _buat(self, kata: str, ubah: Callable[[], Pilihan], tombol: str = "") -> Aksi:
        return Aksi(kata, lambda: self.dipilih.emit(ubah()), tombol)

    def _ketik(self, t: Tanda) -> None:
        """Ask for another value in place of the cell, here."""
        baris = self._baris
        assert baris is not None
        kini = self._pilihan.isi.get((baris.letak, t.isian), t.asal)

        def pakai(nilai: str) -> None:
            self.dipilih.emit(self._pilihan.dengan(isi={(baris.letak, t.isian): nilai}))

        self.set(baris.sebutan, text.LETAK.format(baris=baris.letak.baris, lembar=baris.lembar))
        self.ketik(ISIAN.get(t.isian, t.judul), kini, Notice(t.pesan, _PERAN[t.berat]), pakai)
