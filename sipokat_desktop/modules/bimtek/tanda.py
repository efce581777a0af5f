"""What holds for a person in a session, by the marks that stand (keputusan/0033): one rule, in Python and in SQL."""

from __future__ import annotations

from collections.abc import Iterable

from sipokat_desktop.kernel.values import NamedTuple

HADIR, DIWAKILI, IZIN, SAKIT, ALPA = "hadir", "diwakili", "izin", "sakit", "alpa"
TANDA = (HADIR, DIWAKILI, IZIN, SAKIT, ALPA)
BEDA = "beda"
"""What holds where doors say different things: all is kept until a person decides."""
DATANG = frozenset({HADIR, DIWAKILI})
"""The marks that count as present."""
PINDAI, KETIK, SENTUH, LEMBAR, SISA, PUTUSAN = "pindai", "ketik", "sentuh", "lembar", "sisa", "putusan"
CARA = (PINDAI, KETIK, SENTUH, LEMBAR, SISA, PUTUSAN)
DIKETIK = CARA[:4]
"""How a mark came about, and what people may say of one of theirs. SISA is what was given to all whom nobody had
recorded: it yields to every other mark."""


class Catatan(NamedTuple):
    """A mark that stands. ``pukul`` is the arrival (UTC ms), 0 where it is not known (typed from paper)."""

    hadir_id: str
    tanda: str
    cara: str
    pukul: int = 0
    pintu: str = ""
    wakil: str = ""
    masa_id: str = ""
    nama: str = ""


class Keadaan(NamedTuple):
    """What holds: one of :data:`TANDA`, :data:`BEDA`, or empty where nothing is recorded; whether the person counts as
    present; the earliest arrival (UTC ms, 0: not known) with its door, way, proxy and whom it names; every mark that
    was given, and every term that is named as present: two of them contradict each other as two marks do."""

    tanda: str = ""
    datang: bool = False
    pukul: int = 0
    pintu: str = ""
    cara: str = ""
    wakil: str = ""
    macam: tuple[str, ...] = ()
    masa_id: str = ""
    nama: str = ""
    masa: tuple[str, ...] = ()

    @property
    def tercatat(self) -> bool:
        """Tell whether anything is recorded."""
        return bool(self.tanda)

    @property
    def beda(self) -> bool:
        """Tell whether a person must decide."""
        return self.tanda == BEDA


def berlaku(catatan: Iterable[Catatan]) -> Keadaan:
    """Return what holds by these marks of one person in one session; their order and repeats do not matter."""
    semua = [satu for satu in catatan if satu.tanda]
    pasti = [satu for satu in semua if satu.cara != SISA]
    if not pasti:
        return Keadaan(ALPA, cara=SISA, macam=(ALPA,)) if semua else Keadaan()
    macam = tuple(satu for satu in TANDA if any(satu == c.tanda for c in pasti))
    macam += tuple(sorted({c.tanda for c in pasti} - set(TANDA)))
    datang = [satu for satu in pasti if satu.tanda in DATANG]
    awal = min(datang or pasti, key=_saat)
    masa = tuple(sorted({satu.masa_id for satu in datang} - {""}))
    tanda = macam[0] if len(macam) == 1 and len(masa) < 2 else BEDA
    return Keadaan(
        tanda, bool(datang), awal.pukul, awal.pintu, awal.cara, awal.wakil, macam, awal.masa_id, awal.nama, masa
    )


def _saat(satu: Catatan) -> tuple[bool, int, str, str]:
    return (not satu.pukul, satu.pukul, satu.pintu, satu.hadir_id)
