"""The rows of the participants for the long table: held in memory, filtered and sorted at each key."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sipokat_desktop.kernel import pencarian, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import text as bimtek
from sipokat_desktop.modules.bimtek import token
from sipokat_desktop.modules.bimtek.model import Undangan
from sipokat_desktop.modules.bimtek.tanda import Keadaan
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.table_query import Utuh
from ui.kit.theme import Role

from . import text
from .isi import BUKAN, Isi, Peserta, masuk
from .saringan import Tanya

_J = text.KOLOM
KOLOM = (
    Kolom("no", _J["no"], rata=Rata.KANAN, sembunyi=5, urut="no"),
    Kolom("kelurahan", _J["kelurahan"], 110, 2, urut="kelurahan"),
    Kolom("rt", _J["rt"], urut="rt"),
    Kolom("nama", _J["nama"], 130, 3, urut="nama"),
    Kolom("tanda", _J["tanda"], 118, urut="tanda"),
    Kolom("sesi", _J["sesi"], sembunyi=1),
    Kolom("pukul", _J["pukul"], urut="pukul", sembunyi=2),
    Kolom("pintu", _J["pintu"], urut="pintu", sembunyi=3),
    Kolom("keterangan", _J["keterangan"], 90, 2, urut="keterangan", sembunyi=4),
    Kolom("token", _J["token"], sembunyi=6, tampil=False),
    Kolom("hp", _J["hp"], sembunyi=7, tampil=False),
)
"""Every column there is; Kelurahan where the office looks after several, Semua sesi in events with several."""
PERAN = {
    "hadir": Role.BAIK, "diwakili": Role.BAIK, "izin": Role.AKSEN, "sakit": Role.AKSEN, "alpa": Role.SALAH,
    "beda": Role.PERHATIAN,
}  # fmt: skip


def kolom(*, beberapa: bool, banyak_sesi: bool) -> tuple[Kolom, ...]:
    """Return the columns of an event here."""
    tanpa = {*(() if beberapa else ("kelurahan",)), *(() if banyak_sesi else ("sesi",))}
    return tuple(k for k in KOLOM if k.kunci not in tanpa)


class PesertaSource:
    """Holds the participants; one keeps the number as long as it is among them."""

    def __init__(self, kolom: Sequence[Kolom]) -> None:
        self.kolom = tuple(kolom)
        self.isi: Isi | None = None
        self.versi = 0
        self._nomor: dict[str, int] = {}
        self._isi: dict[int, Peserta] = {}
        self._kunci: dict[str, str] = {}

    @property
    def peserta(self) -> Sequence[Peserta]:
        """All participants, in the order of the attendance list."""
        return self.isi.peserta if self.isi is not None else ()

    def pasang(self, isi: Isi) -> None:
        """Hold another event, or the same as it is now."""
        self.isi, self.versi = isi, self.versi + 1
        for p in isi.peserta:
            self._nomor.setdefault(p.jabatan_id, len(self._nomor) + 1)
        self._isi = {self._nomor[p.jabatan_id]: p for p in isi.peserta}
        self._kunci = {}

    def pasang_kunci(self, kunci: dict[str, str], versi: int) -> None:
        """Hold the keys that were made for version ``versi``."""
        if versi == self.versi:
            self._kunci = kunci

    # questions

    def tanya(self, t: Tanya) -> Utuh:
        """Return the numbers of the rows that answer."""
        return Utuh(array("q", (self._nomor[p.jabatan_id] for p in self.jawab(t))))

    def jawab(self, t: Tanya) -> list[Peserta]:
        """Return the participants that answer, in the order that was asked for."""
        semua = [p for p in self.peserta if t.kelurahan in ("", p.lingkup) and masuk(p, t.saring)]
        return _urutkan(self._cocok(semua, t.cari), t)

    def _cocok(self, semua: list[Peserta], cari: str) -> list[Peserta]:
        """Return who is meant by what was typed, or by a code that was scanned."""
        kode = _kode(cari)
        pemilik = [p for p in semua if p.undangan is not None and p.undangan.token == kode] if kode else []
        dicari = pencarian.tanya(cari)
        return pemilik or [p for p in semua if not dicari or pencarian.cocok(dicari, self._kunci_dari(p))]

    def _kunci_dari(self, p: Peserta) -> str:
        kunci = self._kunci.get(p.jabatan_id)
        if kunci is None:
            kunci = self._kunci[p.jabatan_id] = kunci_cari(p)
        return kunci

    def satu(self, nomor: int) -> Peserta | None:
        """Return one participant, None for number 0."""
        return self._isi.get(nomor)

    def dari(self, jabatan_id: str) -> Peserta | None:
        """Return the participant of a post."""
        return self._isi.get(self._nomor.get(jabatan_id, 0))

    # what the table asks

    def baris(self, numbers: Sequence[int]) -> Mapping[int, Baris]:
        """Return rows as the table shows them."""
        return {n: self._sel(self._isi[n]) for n in numbers if n in self._isi}

    def ids(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of rows."""
        return [self._isi[n].jabatan_id for n in numbers if n in self._isi]

    def nomor(self, id: str) -> int:
        """Return the number of a participant, 0 when there is none."""
        nomor = self._nomor.get(id, 0)
        return nomor if nomor in self._isi else 0

    def _sel(self, p: Peserta) -> Baris:
        assert self.isi is not None
        kata, peran = tanda(p, sesi=bool(self.isi.sesi_id))
        sel = {
            "no": str(p.no or ""), "kelurahan": p.kelurahan, "rt": p.nomor if not p.rw else f"{p.nomor}/{p.rw}",
            "nama": p.nama or "—", "tanda": kata, "sesi": " ".join(map(huruf, p.semua)), "pukul": pukul(p.keadaan),
            "pintu": p.keadaan.pintu, "keterangan": keterangan(p), "token": p.undangan.kode if p.undangan else "",
            "hp": p.hp,
        }  # fmt: skip
        warna = {"tanda": peran, "keterangan": Role.PERHATIAN if p.usang else None}
        return Baris(
            p.jabatan_id, tuple(sel[k.kunci] for k in self.kolom), tuple(warna.get(k.kunci) for k in self.kolom)
        )


def kunci(semua: Sequence[Peserta]) -> dict[str, str]:
    """Return what every participant is found by; on any thread."""
    return {p.jabatan_id: kunci_cari(p) for p in semua}


def kunci_cari(p: Peserta) -> str:
    """Return what a participant is found by: RT, RW, kelurahan, name, phone; a code of an invitation is found whole."""
    return pencarian.kunci(p.lingkup, p.nomor, p.rw, p.nama, None, p.hp, p.kelurahan, None)


def _kode(teks: str) -> str:
    """Return the code that was scanned or typed, "" for one with a wrong character."""
    try:
        return token.baca(teks)
    except InputSalah:
        return ""


def _urutkan(semua: list[Peserta], t: Tanya) -> list[Peserta]:
    nilai = URUTAN.get(t.urut)
    if nilai is None:
        return semua[::-1] if t.turun else semua
    isi = sorted((p for p in semua if nilai(p)), key=nilai, reverse=t.turun)
    return isi + [p for p in semua if not nilai(p)]


def tanda(p: Peserta, *, sesi: bool) -> tuple[str, Role | None]:
    """Return what holds for a person in words, with its colour; without one session, to how many the person came."""
    if not sesi:
        if not p.semua:
            return "", None
        kata = text.KATA_DATANG.format(n=p.datang, semua=p.sesinya)
        return kata, Role.BAIK if p.datang == p.sesinya else Role.REDUP
    return kata_tanda(p.keadaan), PERAN.get(p.keadaan.tanda, Role.REDUP)


def kata_tanda(k: Keadaan) -> str:
    """Return what holds in a word."""
    if k is BUKAN:
        return text.KATA_BUKAN
    if k.beda:
        return text.KATA_BEDA
    return bimtek.TANDA.get(k.tanda, k.tanda) or text.KATA_BELUM


def huruf(k: Keadaan) -> str:
    """Return what holds in one letter."""
    return text.HURUF_BUKAN if k is BUKAN else text.HURUF.get(k.tanda, text.HURUF["beda"])


def pukul(k: Keadaan) -> str:
    """Return the time of the arrival, "" where it is not known."""
    return tanggal.jam_wib(k.pukul) if k.pukul and k is not BUKAN else ""


def keterangan(p: Peserta) -> str:
    """Return what else is to be said of a person, the most urgent first."""
    bagian = []
    if p.undangan is None:
        bagian.append(text.KET_TAMU)
    elif p.undangan.kosong:
        bagian.append(text.KET_KOSONG)
    elif p.undangan.berganti:
        bagian.append(_ketua_ganti(p.nama, p.undangan))
    if p.keadaan.wakil:
        bagian.append(text.KET_WAKIL.format(wakil=p.keadaan.wakil))
    if p.keadaan.beda:
        bagian.append(" / ".join(bimtek.TANDA.get(satu, satu) for satu in p.keadaan.macam))
    return " · ".join(bagian)


def _ketua_ganti(nama: str, u: Undangan) -> str:
    """Return the name that the row does not show: who heads the post now, else whom the letter names."""
    return text.KET_GANTI.format(nama=u.nama) if nama == u.nama_surat else text.KET_USANG.format(nama=u.nama_surat)


URUTAN: Mapping[str, Callable[[Peserta], Any]] = {
    "no": lambda p: p.no,
    "kelurahan": lambda p: p.kelurahan,
    "rt": lambda p: f"{p.nomor:0>4}/{p.rw}",
    "nama": lambda p: pencarian.urutan(p.nama) if p.nama else "",
    "tanda": lambda p: kata_tanda(p.keadaan),
    "pukul": lambda p: p.keadaan.pukul,
    "pintu": lambda p: p.keadaan.pintu.casefold(),
    "keterangan": keterangan,
}
"""What the columns are sorted by; what is empty comes last either way."""
