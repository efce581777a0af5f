"""One scan of the door: what was answered, what was recorded for it, and how far the recording is."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.bimtek.hadir_model import Jawaban, Orang
from sipokat_desktop.modules.bimtek.tanda import DATANG, DIWAKILI, HADIR
from ui.kit.marks import Mark
from ui.kit.theme import Role

from . import pintu_kata as kata
from . import text_pintu as text
from .pintu_kata import Tampilan


class Simpan(Enum):
    """How far a scan is: only answered, waiting for the disk, on it, refused, being taken back, taken back."""

    DIJAWAB = "dijawab"
    MENUNGGU = "menunggu"
    TERSIMPAN = "tersimpan"
    GAGAL = "gagal"
    DITOLAK = "ditolak"
    MEMBATALKAN = "membatalkan"
    DIBATALKAN = "dibatalkan"


TERCATAT = frozenset({Simpan.MENUNGGU, Simpan.TERSIMPAN})


class Entri(NamedTuple):
    """A scan, numbered; ``pukul`` (UTC ms) is when it came, ``tanda`` what is or would be recorded, ``tetap`` whether
    a person asked for it all the same; ``act_id`` takes it back, ``sebab`` says why nothing was written."""

    no: int
    pukul: int
    teks: str
    cara: str
    jawab: Jawaban
    tanda: str = HADIR
    wakil: str = ""
    simpan: Simpan = Simpan.DIJAWAB
    tetap: bool = False
    act_id: str = ""
    sebab: str = ""

    @property
    def orang(self) -> Orang | None:
        """Whom it means."""
        return self.jawab.orang

    @property
    def tercatat(self) -> bool:
        """Tell whether it is recorded here and not taken back."""
        return self.simpan in TERCATAT

    @property
    def dapat_tetap(self) -> bool:
        """Tell whether F9 does something: record it all the same, or try again to save it."""
        if self.simpan is Simpan.DIJAWAB and self.orang is not None:
            if self.tanda != HADIR:
                return self.jawab.keadaan.tanda != self.tanda
            return kata.dapat_hadir(self.jawab)
        return self.simpan is Simpan.GAGAL

    def tampilan(self, pintu_ini: str) -> Tampilan:
        """Put it for the screen."""
        orang = (kata.siapa(self.orang), kata.tempat(self.orang))
        jam = tanggal.jam_wib(self.pukul)
        apa = kata.tanda(self.tanda)
        match self.simpan:
            case Simpan.DIJAWAB:
                return self._dijawab(pintu_ini)
            case Simpan.GAGAL:
                kejadian = text.GAGAL_ISI.format(sebab=self.sebab)
                return Tampilan(Role.SALAH, text.BELUM_TERSIMPAN, *orang, kejadian, (), text.PETUNJUK_LAGI)
            case Simpan.DITOLAK:
                return Tampilan(Role.SALAH, text.TAK_TERCATAT, *orang, self.sebab)
            case Simpan.MEMBATALKAN | Simpan.DIBATALKAN:
                isi = text.DIBATALKAN_ISI if self.simpan is Simpan.DIBATALKAN else text.MEMBATALKAN_ISI
                return Tampilan(Role.AKSEN, text.DIBATALKAN, *orang, isi.format(tanda=apa, jam=jam))
            case _:
                return self._dicatat(orang, jam)

    def _dicatat(self, orang: tuple[str, str], jam: str) -> Tampilan:
        """Green is for who comes in only; an excuse is recorded in blue."""
        datang = self.tanda in DATANG
        besar = text.MASUK if self.tanda == HADIR else kata.tanda(self.tanda)
        role = Role.BAIK if datang else Role.AKSEN
        catatan = self.jawab.catatan if datang else ()
        return Tampilan(role, besar, *orang, self._kejadian(jam), catatan, text.PETUNJUK_BATAL, Mark.CENTANG)

    def _kejadian(self, jam: str) -> str:
        apa = text.TANDA_DICATAT.format(tanda=kata.tanda(self.tanda), jam=jam)
        if self.tanda == DIWAKILI:
            apa = text.DIWAKILI_DICATAT.format(wakil=self.wakil, jam=jam)
        if self.sebab:
            return text.TAK_BATAL_ISI.format(apa=apa, sebab=self.sebab)
        return apa

    def _dijawab(self, pintu_ini: str) -> Tampilan:
        tampil = kata.sudah(self.jawab, pintu_ini)
        if self.orang is None and self.teks and not tampil.kejadian:
            tampil = tampil._replace(kejadian=text.TEKS_SALAH.format(teks=self.teks[:40]))
        if self.tanda != HADIR and self.orang is not None:
            apa = kata.tanda(self.tanda)
            petunjuk = text.PETUNJUK_GANTI.format(tanda=apa) if self.dapat_tetap else ""
            tampil = tampil._replace(petunjuk=petunjuk)
        return tampil
