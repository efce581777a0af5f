"""What the rules of the incentive speak of: components, tariffs, performance rules, entitlements, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sipokat_desktop.modules.rt.queries import Masa

Rincian = tuple[tuple[str, int], ...]
"""(month ``YYYY-MM``, rupiah) each."""


class Tarif(NamedTuple):
    """An amount per month (rupiah) in force from ``mulai`` to ``sampai`` (months ``YYYY-MM``)."""

    mulai: str
    sampai: str | None
    jumlah: int
    dasar_hukum: str
    lingkup: str = ""
    tarif_id: str = ""


class Aturan(NamedTuple):
    """A version of a performance rule: from which measure on (``pita``) which ten-thousandths are paid."""

    aturan_id: str
    versi: int
    mulai: str
    sampai: str | None
    ukuran: str
    pita: tuple[tuple[int, int], ...]
    dasar_hukum: str


class Angka(NamedTuple):
    """The performance of one term in one month; None where nobody entered it."""

    laporan: int | None
    skor: int | None
    sumber: str = ""


class Peserta(NamedTuple):
    """A term that attended an event: how many sessions (``kali``); ``ragu``: its marks contradict each other;
    ``pertama``: no head of the post before this one attended."""

    masa_id: str
    jabatan_id: str
    kali: int
    ragu: bool
    pertama: bool = True


class Acara(NamedTuple):
    """The event that a component pays for: whose (``sumber``, ``asal``), once or ``per`` session, what is known of it
    here (``judul`` empty: it is cancelled, deleted or unknown; ``hari`` and ``sampai`` ISO) and who of a kelurahan
    attended."""

    sumber: str
    asal: str
    per: str
    judul: str = ""
    hari: str = ""
    sampai: str = ""
    tempat: str = ""
    peserta: tuple[Peserta, ...] = ()

    @property
    def bulan(self) -> str:
        """The month that is paid: of the first day; empty while there is none."""
        return self.hari[:7]

    def hadir(self, masa_id: str) -> Peserta | None:
        """Return what is recorded of a term that attended at least once."""
        return next((p for p in self.peserta if p.masa_id == masa_id and p.kali > 0), None)

    def kali(self, masa_id: str) -> int:
        """Return how many times the tariff a term is owed."""
        p = self.hadir(masa_id)
        return (p.kali if self.per == SESI else 1) if p else 0

    def berhak(self, masa_id: str) -> bool:
        """Tell whether a term is owed: for its own sessions, or (once for the event) the first head who attended."""
        p = self.hadir(masa_id)
        return p is not None and (self.per == SESI or p.pertama)


SESI = "sesi"
PER = ("kegiatan", SESI)


class Komponen(NamedTuple):
    """A pay component; ``pajak`` in ten-thousandths (500 = 5 %), ``hari_acuan`` 1, 15, or 0 = by days.

    ``skema`` is a key of text.SKEMA, empty: as ``pajak`` says. ``terbuka``: offices may set their own tariff.
    ``acara``: what it pays is owed for having attended that, not for months in office.
    """

    komponen_id: str
    lingkup: str
    nama: str
    sumber_dana: str
    program: str
    kegiatan: str
    kode_rekening: str
    pajak: int
    cara: str
    hari_acuan: int
    tarif: tuple[Tarif, ...]
    skema: str = ""
    terbuka: bool = False
    aturan: tuple[Aturan, ...] = ()
    acara: Acara | None = None


class Khusus(NamedTuple):
    """Months of a line that were set by hand, why, and who decided; the other months follow the rule.

    ``berbagi`` are those of them that by the rule belong to another head of the post.
    """

    rincian: Rincian
    alasan: str
    oleh: str
    berbagi: tuple[str, ...] = ()


class Tujuan(NamedTuple):
    """Where a finding is mended: the page, the row to open there, and its field."""

    halaman: str
    id: str
    isian: str = ""

    @property
    def alamat(self) -> str:
        """The id with its field as the page of Data RT takes it: ``id#isian``."""
        return f"{self.id}#{self.isian}" if self.isian and self.halaman == "rt" else self.id


class Temuan(NamedTuple):
    """One thing a check saw; ``peran`` is ``awas`` (shown) or ``salah`` (blocks locking), ``jenis`` names the check."""

    peran: str
    kalimat: str
    tujuan: Tujuan | None = None
    jenis: str = ""


class Hak(NamedTuple):
    """What one term is owed in a period: (month, rupiah) each, the tax on the sum, and the arithmetic in words.

    ``sambung`` are the months whose first days belong to another head; ``catatan`` what reckoning could not know.
    """

    masa: Masa
    rincian: Rincian
    pph: int
    hitungan: str = ""
    sambung: tuple[str, ...] = ()
    khusus: Khusus | None = None
    catatan: tuple[Temuan, ...] = ()

    @property
    def bulan(self) -> tuple[str, ...]:
        """The months owed."""
        return tuple(bulan for bulan, _ in self.rincian)

    @property
    def bruto(self) -> int:
        """Rupiah before tax."""
        return sum(jumlah for _, jumlah in self.rincian)

    @property
    def diterima(self) -> int:
        """Rupiah that the head takes home."""
        return self.bruto - self.pph


def slot(jabatan_id: str, komponen_id: str, bulan: str, masa_id: str = "") -> str:
    """Return the ledger slot that only one live payment may hold (DOMAIN §3, hard rule).

    ``masa_id`` for the later part of a month that two heads share by days (see :func:`slot_baris`), and for what is
    paid per session: each head of a post is owed his own sessions.
    """
    dasar = f"{jabatan_id}|{komponen_id}|{bulan}"
    return f"{dasar}|{masa_id}" if masa_id else dasar


def slot_baris(jabatan_id: str, masa_id: str, komponen_id: str, bulan: str, sambung: tuple[str, ...]) -> str:
    """Return the slot of a month on a line: a head who came in after its first day has a slot of his own."""
    return slot(jabatan_id, komponen_id, bulan, masa_id if bulan in sambung else "")


def rincian_teks(rincian: Rincian) -> str:
    """Write ``2026-01=550000 2026-02=550000``."""
    return " ".join(f"{bulan}={jumlah}" for bulan, jumlah in rincian)


def baca_rincian(teks: str) -> Rincian:
    """Read ``2026-01=550000 2026-02=-550000``: the rupiah of each month on a line."""
    return tuple((bagian[:7], int(bagian[8:])) for bagian in teks.split())


def per_bulan(rincian: Rincian, diterima: int) -> list[tuple[str, int]]:
    """Spread the rupiah taken home over the months, to the rupiah: the last month takes the remainder."""
    bruto = sum(jumlah for _, jumlah in rincian)
    bagian = [(bulan, diterima * jumlah // bruto if bruto else 0) for bulan, jumlah in rincian]
    sisa = diterima - sum(jumlah for _, jumlah in bagian)
    return [*bagian[:-1], (bagian[-1][0], bagian[-1][1] + sisa)]
