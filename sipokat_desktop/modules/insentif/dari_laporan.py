"""Figures of performance from the reports: what they would be, what is written, and where they differ since.

The rule: the figure of a term in a month is the number of its reports that count. Where a kelurahan has not one report
of the month that counts, the office does not use reports in it, and nobody gets a figure (a month without one is paid
in full); where it has, a term without any gets 0. A report whose term is not known belongs to who was in office on its
day. What somebody typed, what still has reports to verify, and a month that is not over are taken only when ticked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import activities, sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import komponen as ketetapan
from . import text_kinerja as text
from .aturan_ops import IsianKinerja, catat
from .hak import HARIAN, menjabat
from .kinerja import dari_laporan
from .model import Angka


@dataclass(frozen=True, slots=True)
class Laporan:
    """The reports of some months: how many count and how many wait per (term, month), the months in which the
    kelurahan uses reports at all, and how many reports of a month are of a day without a head."""

    hitung: Mapping[tuple[str, str], int]
    tunggu: Mapping[tuple[str, str], int]
    dipakai: frozenset[str]
    tanpa_ketua: Mapping[str, int]

    def angka(self, masa_id: str, bulan: str) -> int | None:
        """Return the figure that the reports give; None where the office uses none in the month."""
        return self.hitung.get((masa_id, bulan), 0) if bulan in self.dipakai else None

    def menunggu(self, masa_id: str, bulan: str) -> int:
        """Return how many reports still wait to be verified."""
        return self.tunggu.get((masa_id, bulan), 0)


class Usul(NamedTuple):
    """One term of a month: the figure now (None: there is none), the one that the reports give (None: none), how many
    wait, and why it is not taken unless ticked (keys of ``text_kinerja.SEBAB``)."""

    masa: Masa
    kini: int | None
    baru: int | None
    tunggu: int
    sebab: tuple[str, ...] = ()

    @property
    def beda(self) -> bool:
        """Whether there is something to take; a typed figure is never taken away without another."""
        return self.kini != self.baru and not (text.KETIK in self.sebab and self.baru is None)

    @property
    def diambil(self) -> bool:
        """Whether it is taken without being ticked."""
        return self.beda and not self.sebab

    @property
    def kata(self) -> str:
        """Say what is to be known before it is taken."""
        kata = [text.SEBAB[s].format(n=self.tunggu) for s in self.sebab]
        if self.kini is not None and self.baru is None and text.KETIK not in self.sebab:
            kata.append(text.TANPA_LAPORAN)
        elif self.baru == 0 and not self.tunggu:
            kata.append(text.NIHIL)
        return "; ".join(kata)


class Rencana(NamedTuple):
    """What taking the figures of a month would do, before anything is written."""

    bulan: str
    baris: tuple[Usul, ...]
    dipakai: bool
    tanpa_ketua: int

    @property
    def ringkas(self) -> tuple[str, ...]:
        """Say what the reports of the month are, and what is to be known."""
        nama = periode_.nama_bulan(self.bulan)
        hitung, tunggu = sum(u.baru or 0 for u in self.baris), sum(u.tunggu for u in self.baris)
        if self.dipakai:
            kata = [text.RINGKAS.format(bulan=nama, terverifikasi=hitung, tunggu=tunggu)]
        else:
            kata = [text.TAK_DIPAKAI.format(bulan=nama), *([text.TUNGGU_SAJA.format(n=tunggu)] if tunggu else [])]
        nihil = sum(u.baru == 0 and u.diambil for u in self.baris)
        if nihil:
            kata.append(text.NIHIL_BANYAK.format(n=nihil))
        if self.tanpa_ketua:
            kata.append(text.TANPA_KETUA.format(n=self.tanpa_ketua))
        return tuple(kata)


def baca(con: sqlite.Connection, *, lingkup: str, bulan: Collection[str]) -> Laporan:
    """Return what the reports of a kelurahan give in some months (``YYYY-MM``)."""
    per_jabatan: dict[str, list[Masa]] = defaultdict(list)
    for m in rt.masa(con, lingkup=lingkup):
        per_jabatan[m.jabatan_id].append(m)
    hitung, tunggu = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    dipakai, tanpa = set[str](), Counter[str]()
    for satu in activities.counted(con, lingkup, bulan):
        ke = satu.hari[:7]
        masa_id = pemilik(per_jabatan.get(satu.jabatan_id, ()), satu.masa_id, satu.hari)
        if satu.hitung:
            dipakai.add(ke)
        if masa_id:
            hitung[masa_id, ke] += satu.hitung
            tunggu[masa_id, ke] += satu.tunggu
        else:
            tanpa[ke] += satu.hitung + satu.tunggu
    return Laporan(hitung, tunggu, frozenset(dipakai), tanpa)


def pemilik(semua: Iterable[Masa], masa_id: str, hari: str) -> str:
    """Return the term that a report of a post belongs to: the one it names, else who was in office on its day (ISO;
    of two the one who came last); "" when nobody was."""
    ada = [*semua]
    if any(m.masa_id == masa_id for m in ada):
        return masa_id
    kini = [m for m in ada if (m.tmt or "") <= hari and (not m.akhir_nyata or hari <= m.akhir_nyata)]
    return max(kini, key=lambda m: (m.tmt or "", m.masa_id)).masa_id if kini else ""


def rencana(con: sqlite.Connection, *, lingkup: str, bulan: str, hari: date) -> Rencana:
    """Return what taking the figures of a month (``YYYY-MM``) on a day would do, for every term in office in it."""
    laporan = baca(con, lingkup=lingkup, bulan=(bulan,))
    ada = ketetapan.angka_kinerja(con, lingkup=lingkup, bulan=(bulan,))
    selesai = periode_.hari_terakhir(bulan) < hari
    baris = tuple(
        _usul(m, ada.get((m.masa_id, bulan)), laporan, bulan, selesai=selesai)
        for m in rt.masa(con, lingkup=lingkup)
        if menjabat(m, bulan, HARIAN)
    )
    return Rencana(bulan, baris, bulan in laporan.dipakai, laporan.tanpa_ketua.get(bulan, 0))


def _usul(m: Masa, angka: Angka | None, laporan: Laporan, bulan: str, *, selesai: bool) -> Usul:
    kini, baru = angka.laporan if angka else None, laporan.angka(m.masa_id, bulan)
    tunggu = laporan.menunggu(m.masa_id, bulan)
    sebab = {
        text.KETIK: angka is not None and kini is not None and not dari_laporan(angka.sumber),
        text.TUNGGU: tunggu > 0,
        text.BERJALAN: not selesai and baru is not None,
    }
    return Usul(m, kini, baru, tunggu, tuple(kunci for kunci, ada in sebab.items() if ada))


def ambil(store: Store, lingkup: str, bulan: str, pilihan: Sequence[Usul]) -> Done[int]:
    """Write the figures of ``pilihan`` (as :func:`rencana` gave them) in one act; returns how many changed.

    Raises InputSalah (``laporan``) when nothing is chosen, or when reports or figures changed since they were shown.
    """
    hari = hari_ini(store)
    dipilih = [u for u in pilihan if u.beda]

    def work(tx: Tx) -> int:
        kini = {u.masa.masa_id: u for u in rencana(tx.con, lingkup=lingkup, bulan=bulan, hari=hari).baris}
        if any(_isi(kini.get(u.masa.masa_id)) != _isi(u) for u in dipilih):
            raise InputSalah("laporan", text.BERUBAH)
        ada = ketetapan.angka_kinerja(tx.con, lingkup=lingkup, bulan=(bulan,))
        jabatan = {u.masa.masa_id: u.masa.jabatan_id for u in kini.values()}
        sumber = text.SUMBER.format(hari=tanggal.panjang(hari))
        return sum(catat(tx, lingkup, _isian(u, bulan, ada), jabatan, sumber) for u in dipilih)

    if not dipilih:
        raise InputSalah("laporan", text.KOSONG)
    return store.write("insentif.kinerja_laporan", work)


def _isi(u: Usul | None) -> tuple[int | None, int | None, int] | None:
    return (u.kini, u.baru, u.tunggu) if u else None


def _isian(u: Usul, bulan: str, ada: Mapping[tuple[str, str], Angka]) -> IsianKinerja:
    lama = ada.get((u.masa.masa_id, bulan))
    skor = "" if lama is None or lama.skor is None else str(lama.skor)
    return IsianKinerja(u.masa.masa_id, bulan, "" if u.baru is None else str(u.baru), skor)
