"""How the door puts an answer: its colour, one or two big words, who, what happened, what can be done next."""

from __future__ import annotations

from typing import NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.bimtek import hadir_kata
from sipokat_desktop.modules.bimtek import hadir_model as jenis
from sipokat_desktop.modules.bimtek import text as kata_modul
from sipokat_desktop.modules.bimtek.hadir_model import Jawaban, Orang
from sipokat_desktop.modules.bimtek.tanda import HADIR, Keadaan
from ui.kit.marks import Mark
from ui.kit.theme import Role

from . import text_pintu as text


class Tampilan(NamedTuple):
    """An answer as it stands on the screen; ``nama`` and ``tempat`` are empty where nobody is meant,
    ``mark`` where the sign is that of the colour."""

    role: Role
    kata: str
    nama: str = ""
    tempat: str = ""
    kejadian: str = ""
    catatan: tuple[str, ...] = ()
    petunjuk: str = ""
    mark: Mark | None = None

    @property
    def teks(self) -> str:
        """All words, as a screen reader says them."""
        return ". ".join(filter(None, (self.kata, self.nama, self.tempat, self.kejadian, *self.catatan)))


SIAP = Tampilan(Role.AKSEN, text.SIAP, kejadian=text.SIAP_ISI, petunjuk=text.SIAP_LAIN)
_KATA = {
    jenis.SESI_LAIN: text.SESI_LAIN, jenis.TANPA_UNDANGAN: text.TANPA_UNDANGAN,
    jenis.ACARA_LAIN: text.ACARA_LAIN, jenis.TIDAK_DIKENAL: text.TIDAK_DIKENAL,
}  # fmt: skip


def tanda(kode: str) -> str:
    """Return a mark in words."""
    return kata_modul.TANDA.get(kode, kode)


def tempat(orang: Orang | None) -> str:
    """Return the post: ``RT 05 Muara Enim``."""
    return text.RT.format(nomor=orang.nomor, kelurahan=orang.kelurahan) if orang else ""


def siapa(orang: Orang | None) -> str:
    """Return the name, or that the post is vacant."""
    return (orang.nama or text.TANPA_KETUA) if orang else ""


def sebut(keadaan: Keadaan) -> str:
    """Return what holds in words: ``Hadir``, ``Diwakili Rudi``, ``Hadir, Izin``."""
    if keadaan.beda:
        return ", ".join(tanda(satu) for satu in keadaan.macam)
    return text.DIWAKILI_OLEH.format(wakil=keadaan.wakil) if keadaan.wakil else tanda(keadaan.tanda)


def saat(keadaan: Keadaan, pintu_ini: str) -> str:
    """Return what is recorded already, when and where."""
    apa = sebut(keadaan)
    if not keadaan.pukul:
        return text.TANPA_JAM.format(tanda=apa)
    di = text.DI_SINI if keadaan.pintu == pintu_ini else keadaan.pintu or text.DI_SINI
    return text.DI.format(tanda=apa, jam=tanggal.jam_wib(keadaan.pukul), pintu=di)


def sudah(jawab: Jawaban, pintu_ini: str) -> Tampilan:
    """Put an answer after which nothing was recorded by itself: in already, a question, or nobody."""
    merah = jawab.jenis in (jenis.ACARA_LAIN, jenis.TIDAK_DIKENAL)
    kejadian = saat(jawab.keadaan, pintu_ini) if jawab.keadaan.tercatat and not merah else _kejadian(jawab)
    if _nama_lain(jawab):
        kejadian = text.ATAS_NAMA.format(tercatat=kejadian, nama=jawab.keadaan.nama)
    return Tampilan(
        Role.SALAH if merah else Role.PERHATIAN, _kata(jawab), siapa(jawab.orang), tempat(jawab.orang), kejadian,
        jawab.catatan, _petunjuk(jawab),
    )  # fmt: skip


def dapat_hadir(jawab: Jawaban) -> bool:
    """Tell whether the person may be recorded as present all the same: also whoever came after his proxy, and with the
    invitation to another event."""
    if jawab.jenis == jenis.SUDAH:
        return jawab.keadaan.tanda != HADIR
    return jawab.boleh or (jawab.jenis == jenis.ACARA_LAIN and not jawab.keadaan.tercatat)


def _nama_lain(jawab: Jawaban) -> bool:
    """Tell whether the RT is recorded under the name of another head than the one of that day."""
    orang = jawab.orang
    return jawab.jenis == jenis.BEDA and orang is not None and hadir_kata.orang_lain(orang, jawab.keadaan, HADIR)


def _kejadian(jawab: Jawaban) -> str:
    if jawab.jenis == jenis.SESI_LAIN and jawab.sesi:
        return text.SESINYA.format(sesi="; ".join(satu.sebut for satu in jawab.sesi))
    return text.TANPA_UNDANGAN_ISI if jawab.jenis == jenis.TANPA_UNDANGAN else jawab.kalimat


def _kata(jawab: Jawaban) -> str:
    if jawab.jenis == jenis.SUDAH:
        hadir = jawab.keadaan.tanda in ("", HADIR)
        return text.SUDAH if hadir else text.SUDAH_TANDA.format(tanda=tanda(jawab.keadaan.tanda))
    if _nama_lain(jawab):
        return text.NAMA_LAIN
    if jawab.jenis == jenis.BEDA:
        beda = jawab.keadaan.beda
        return text.BERBEDA if beda else text.LAIN_TANDA.format(tanda=tanda(jawab.keadaan.tanda))
    return _KATA.get(jawab.jenis, jawab.jenis)


def _petunjuk(jawab: Jawaban) -> str:
    if jawab.orang is None:
        return text.PETUNJUK_TIDAK if jawab.jenis == jenis.TIDAK_DIKENAL else ""
    if not dapat_hadir(jawab):
        return ""
    return text.PETUNJUK_GANTI.format(tanda=tanda(HADIR)) if jawab.keadaan.tercatat else text.PETUNJUK_TETAP
