"""The shapes in which the attendance of an event is told: a person at the door, an answer, an act, figures."""

from __future__ import annotations

from typing import NamedTuple, Self

from . import tanda as tanda_
from .model import Sesi, sebut_rt
from .tanda import Keadaan

MASUK, SUDAH, BEDA = "masuk", "sudah", "beda"
SESI_LAIN, TANPA_UNDANGAN = "sesi_lain", "tanpa_undangan"
PILIH, TIDAK_DIKENAL = "pilih", "tidak_dikenal"
ACARA_LAIN = "acara_lain"
"""What the door answers: may come in; is in already; another mark stands (izin …); belongs to another session; was not
invited; several fit; not known; an invitation to another event."""
DICATAT, DIGANTI = "dicatat", "diganti"
"""What an act did besides: a mark was added, or put in the place of others."""


class Orang(NamedTuple):
    """A post with its head on the day of the session (empty where vacant), and the invitation to the event if any;
    ``nama_surat`` is whom the invitation was written for."""

    jabatan_id: str
    lingkup: str
    nomor: str
    rw: str
    kelurahan: str
    masa_id: str
    orang_id: str
    nama: str
    undangan_id: str = ""
    token: str = ""
    nama_surat: str = ""
    hp: str = ""

    @property
    def diundang(self) -> bool:
        """Tell whether the post is invited to the event."""
        return bool(self.undangan_id)

    @property
    def ada(self) -> bool:
        """Tell whether the post is here or invited, and not only named by marks."""
        return self.diundang or self.nomor != "?"

    @property
    def kata(self) -> str:
        """The person in words: ``RT 05 Muara Enim · Sopian Hadi``."""
        return " · ".join(filter(None, (f"{sebut_rt(self.nomor, self.rw)} {self.kelurahan}", self.nama)))


class Jawaban(NamedTuple):
    """What the door says to something scanned or typed. ``kalimat`` says it in a sentence; ``catatan`` are remarks of
    other modules; ``sesi`` the sessions that the person belongs to (SESI_LAIN); ``pilihan`` whom it may mean (PILIH),
    ``lebih`` where there are still more; ``acara`` the event of a foreign invitation (ACARA_LAIN)."""

    jenis: str
    kalimat: str
    orang: Orang | None = None
    keadaan: Keadaan = Keadaan()
    catatan: tuple[str, ...] = ()
    sesi: tuple[Sesi, ...] = ()
    pilihan: tuple[Orang, ...] = ()
    lebih: bool = False
    acara: str = ""

    @property
    def boleh(self) -> bool:
        """Tell whether the person may be recorded, at once or after a question (``tetap=True``)."""
        return self.jenis in (MASUK, BEDA, SESI_LAIN, TANPA_UNDANGAN)


class Hasil(NamedTuple):
    """What recording a person did: DICATAT or DIGANTI (``hadir_id`` is the new mark), else what the door would answer
    (SUDAH, BEDA, SESI_LAIN, TANPA_UNDANGAN) and nothing was written; ``keadaan`` is what held before."""

    jenis: str
    kalimat: str
    orang: Orang
    keadaan: Keadaan
    hadir_id: str = ""

    @property
    def tertulis(self) -> bool:
        """Tell whether something was written."""
        return bool(self.hadir_id)


class HasilBanyak(NamedTuple):
    """What recording many did: posts recorded anew, put in the place of others, recorded so already; and the answers
    of those that were passed over."""

    dicatat: tuple[str, ...]
    diganti: tuple[str, ...] = ()
    sudah: tuple[str, ...] = ()
    dilewati: tuple[Hasil, ...] = ()

    @property
    def tertulis(self) -> int:
        """How many marks were written."""
        return len(self.dicatat) + len(self.diganti)


class Baris(NamedTuple):
    """A line of the attendance list of a session: its number there, who, the phone number, what holds. Invited posts by
    kelurahan and RT number, then those without an invitation that were recorded."""

    no: int
    orang: Orang
    hp: str
    keadaan: Keadaan


class Angka(NamedTuple):
    """Figures of attendance: of ``diundang`` so many came themselves (hadir), by a proxy, were excused, ill, absent,
    are contradictory (beda; ``beda_datang`` of them count as present), not recorded (belum); ``tanpa_undangan`` came
    besides, without an invitation to it."""

    diundang: int = 0
    hadir: int = 0
    diwakili: int = 0
    izin: int = 0
    sakit: int = 0
    alpa: int = 0
    beda: int = 0
    beda_datang: int = 0
    belum: int = 0
    tanpa_undangan: int = 0

    @property
    def datang(self) -> int:
        """Present in all: of the invited and besides."""
        return self.datang_undangan + self.tanpa_undangan

    @property
    def datang_undangan(self) -> int:
        """Present of those invited."""
        return self.hadir + self.diwakili + self.beda_datang

    @classmethod
    def satu(cls, tanda: str, datang: bool, n: int = 1) -> Self:
        """Return the figures of ``n`` invited people of whom the same holds (:class:`Keadaan`)."""
        apa = "beda" if tanda == tanda_.BEDA else tanda if tanda in tanda_.TANDA else "belum"
        return cls(diundang=n, beda_datang=n if apa == "beda" and datang else 0)._replace(**{apa: n})

    def ganti(self, lama: Keadaan, baru: Keadaan, *, diundang: bool) -> Angka:
        """Return the figures after what holds for a person has changed."""
        if not diundang:
            return self._replace(tanpa_undangan=self.tanpa_undangan + baru.datang - lama.datang)
        kurang, tambah = Angka.satu(lama.tanda, lama.datang), Angka.satu(baru.tanda, baru.datang)
        return Angka(*(a - b + c for a, b, c in zip(self, kurang, tambah, strict=True)))

    def tambah(self, lain: Angka) -> Angka:
        """Return the sum with other figures."""
        return Angka(*(a + b for a, b in zip(self, lain, strict=True)))


class BarisAngka(NamedTuple):
    """Figures of a kelurahan, kecamatan or session: its id and name, the figures, the share of the invited that came in
    tenths of a percent (None: nobody invited), and its share of all that came (tenths, largest remainder: together
    exactly 1000)."""

    id: str
    nama: str
    angka: Angka
    persen: int | None
    bagian: int


class TidakDatang(NamedTuple):
    """A post that was invited so many times (sessions, or events of a year) and never came; ``tanda`` are the marks
    that were given instead."""

    orang: Orang
    diundang: int
    tanda: tuple[str, ...]

    @property
    def tercatat(self) -> bool:
        """Tell whether anybody recorded that he did not come; else nothing is known of him."""
        return bool(self.tanda)
