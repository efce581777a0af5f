"""Entering sizes by keys: type, Enter, the next row; several chosen rows get one size at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import ops
from sipokat_desktop.modules.seragam.model import HasilUkuran, IsianUkuran, Pemakai
from ui.kit.host import Host
from ui.kit.theme import Role

from . import ketik_ukuran
from . import text_ukuran as text
from .cari import siapa
from .kalimat import Kata, dipakai
from .loket import UKURAN

if TYPE_CHECKING:
    from .detail import Detail


class Pengisian:
    """Acts on the sizes of one opened purchase."""

    def __init__(self, host: Host, detail: Detail) -> None:
        self._host, self._detail = host, detail
        self._terakhir = ""

    def mulai(self) -> None:
        """Begin at the chosen row, else at the first without a size."""
        d = self._detail
        self._terakhir = ""
        d.loket.ukuran.clear()
        d.set_mode(UKURAN)
        if not d.tabel.current_id():
            pertama = next((p.jabatan_id for p in d.di_kelurahan() if not (p.siap or p.sudah or p.kosong)), "")
            d.tabel.select(pertama)
            d.tabel.begin()
        d.katakan()
        d.loket.ukuran.setFocus(Qt.FocusReason.OtherFocusReason)

    def tombol(self) -> tuple[str, bool]:
        """Return the words of the main button, and that it is shown."""
        return text.SIMPAN, True

    def kata(self) -> Kata:
        """Say whose size is typed, and what Enter would save."""
        d = self._detail
        terpilih, teks = d.terpilih(), d.loket.ukuran.text().strip()
        if not terpilih:
            return Kata(text.PILIH_BARIS, "", Role.PERHATIAN)
        nama = siapa(terpilih[0], beberapa=d.isi.beberapa) if len(terpilih) == 1 else ""
        if not teks:
            return self._diam(terpilih, nama)
        try:
            isian = ketik_ukuran.baca(teks, d.isi.pengadaan.model)
        except InputSalah as salah:
            return Kata(salah.pesan, self._terakhir, Role.PERHATIAN)
        untuk = nama or text.AKAN_BANYAK.format(n=len(terpilih))
        if isian.ukuran == "":
            return Kata(text.AKAN_HAPUS.format(siapa=untuk), text.ROSTER)
        apa = ketik_ukuran.kata(isian, terpilih[0]) if nama else _isian(isian)
        return Kata(text.AKAN.format(apa=apa, siapa=untuk), text.ROSTER)

    def _diam(self, terpilih: list[Pemakai], nama: str) -> Kata:
        kecil = self._terakhir or text.PETUNJUK
        if not nama:
            return Kata(text.BANYAK.format(n=len(terpilih)), kecil)
        p = terpilih[0]
        if p.kosong:
            return Kata(text.TANPA_KETUA.format(siapa=nama), kecil, Role.REDUP)
        kini = text.SEKARANG.format(siapa=nama, kini=dipakai(p)) if p.ukuran else text.BELUM.format(siapa=nama)
        return Kata(kini, kecil)

    def simpan(self) -> None:
        """Save what was typed for the chosen posts, and go down a row; nothing typed passes the row."""
        d = self._detail
        teks, terpilih = d.loket.ukuran.text().strip(), d.terpilih()
        if not teks:
            d.tabel.next_row()
            return
        try:
            isian = ketik_ukuran.baca(teks, d.isi.pengadaan.model)
        except InputSalah as salah:
            d.loket.katakan(Kata(salah.pesan, "", Role.SALAH))
            return
        if not terpilih:
            d.katakan()
            return
        if all(p.kosong for p in terpilih):
            d.loket.katakan(Kata(text.TANPA_KETUA.format(siapa=siapa(terpilih[0])), text.ISI_KETUA, Role.SALAH))
            return
        nama = siapa(terpilih[0]) if len(terpilih) == 1 else ""
        work = partial(
            ops.catat_ukuran, self._host.store, {p.jabatan_id: isian for p in terpilih}, pengadaan_id=d.pengadaan_id
        )
        apa = ketik_ukuran.kata(isian, terpilih[0])
        self._host.act(
            work, done=partial(self._tersimpan, nama, apa), failed=self._gagal, owner=d, doing=text.MENYIMPAN
        )
        d.loket.ukuran.clear()
        d.tabel.next_row()

    def _tersimpan(self, nama: str, apa: str, hasil: object) -> None:
        if isinstance(hasil, HasilUkuran):
            self._terakhir = _kalimat(hasil, nama, apa)
        self._detail.katakan()

    def _gagal(self, error: Exception) -> None:
        if isinstance(error, InputSalah):
            self._detail.loket.katakan(Kata(error.pesan, "", Role.SALAH))
        else:
            self._host.tell(error)


def _isian(isian: IsianUkuran) -> str:
    return ketik_ukuran.sebut(isian.model or "", isian.ukuran or "", isian.cm or "")


def _kalimat(hasil: HasilUkuran, nama: str, apa: str) -> str:
    lewat = [d.kalimat for d in hasil.dilewati]
    ekor = " " + text.DILEWATI.format(n=len(lewat), sebab=lewat[0]) if lewat else ""
    if nama and lewat:
        return lewat[0]
    if nama:
        return (text.TERSIMPAN if hasil.diubah else text.SAMA).format(siapa=nama, apa=apa or text.TANPA)
    return text.TERSIMPAN_BANYAK.format(n=len(hasil.diubah)) + ekor
