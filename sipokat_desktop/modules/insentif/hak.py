"""Entitlement: which months a term is owed, what each pays, and the arithmetic in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode

from . import kinerja, pajak, text, text_acara
from . import text_susun as kata
from .model import SESI, Angka, Hak, Khusus, Komponen, Tarif, Temuan, Tujuan, slot

if TYPE_CHECKING:
    from sipokat_desktop.modules.rt.queries import Masa

    from .model import Acara

HARIAN = 0
"""The ``hari_acuan`` that divides the month of a change by days."""
AngkaBulan = Mapping[tuple[str, str], Angka]
"""(term id, month) → figures of performance."""
_TANPA_ANGKA: AngkaBulan = MappingProxyType({})
_TANPA_AMBIL: Mapping[tuple[str, str], int] = MappingProxyType({})


class Bulan(NamedTuple):
    """One month of a term: its rupiah, the arithmetic ("" where it is just the tariff), whether another head had its
    first days, what is to be said of it, and whether its figure of performance is missing."""

    bulan: str
    jumlah: int
    kata: str = ""
    sambung: bool = False
    catatan: Temuan | None = None
    tanpa_angka: bool = False


def tarif_berlaku(komponen: Komponen, bulan: str) -> Tarif | None:
    """Return the tariff of a month: the office's own where the city left the component open, else the later one."""
    berlaku = [t for t in komponen.tarif if t.mulai <= bulan and (not t.sampai or bulan <= t.sampai)]
    sendiri = [t for t in berlaku if t.lingkup not in ("", komponen.lingkup)]
    pilih = sendiri if sendiri and komponen.terbuka else [t for t in berlaku if t not in sendiri]
    return max(pilih, key=lambda t: t.mulai, default=None)


def tarif_bulan(komponen: Komponen, bulan: str) -> int:
    """Return the rupiah of one month; raises InputSalah when no tariff is in force."""
    tarif = tarif_berlaku(komponen, bulan)
    if tarif is None:
        pesan = text.TARIF_BELUM.format(komponen=komponen.nama, bulan=periode_.nama_bulan(bulan))
        raise InputSalah("komponen", pesan)
    return tarif.jumlah


def hari_menjabat(masa: Masa, bulan: str) -> tuple[int, int] | None:
    """Return the first and last day (1–31) of the month in office within the SK's dates; None: not at all."""
    if not masa.tmt:
        return None
    akhir_bulan = periode_.hari_terakhir(bulan)
    awal = max(masa.tmt, f"{bulan}-01")
    akhir = min(filter(None, (masa.akhir_sk, masa.akhir_nyata, akhir_bulan.isoformat())))
    return (int(awal[8:10]), int(akhir[8:10])) if awal <= akhir else None


def menjabat(masa: Masa, bulan: str, hari_acuan: int) -> bool:
    """Tell whether the term covers the month: in office on its reference day, within the SK's dates.

    ``hari_acuan`` 0 asks for any day of the month.
    """
    if hari_acuan == HARIAN:
        return hari_menjabat(masa, bulan) is not None
    acuan = f"{bulan}-{hari_acuan:02d}"
    if not masa.tmt or masa.tmt > acuan:
        return False
    return all(akhir is None or acuan <= akhir for akhir in (masa.akhir_sk, masa.akhir_nyata))


def berhak(masa: Masa, komponen: Komponen, bulan: str) -> bool:
    """Tell whether a component pays a term for the month: for having attended, or for being in office."""
    acara = komponen.acara
    if acara is None:
        return menjabat(masa, bulan, komponen.hari_acuan)
    return bulan == acara.bulan and acara.berhak(masa.masa_id)


def bagian_hari(tarif: int, dari: int, sampai: int, banyak: int) -> int:
    """Return the rupiah of the days ``dari``–``sampai`` of a month of ``banyak`` days.

    Each day boundary is rounded down once, as a sum from the first day on: heads whose days adjoin share the tariff
    without a rupiah lost or invented (the odd rupiah falls to whoever holds its day), and never exceed it.
    """
    return tarif * sampai // banyak - tarif * (dari - 1) // banyak


def hitung_bulan(
    masa: Masa, komponen: Komponen, bulan: str, *, angka: AngkaBulan = _TANPA_ANGKA, terambil: int = 0
) -> Bulan | None:
    """Return what the rules give a term for one month; None when nothing is owed.

    ``terambil`` is what other lists hold of the post's month: a month shared by days never exceeds its tariff.
    Raises InputSalah when no tariff is in force.
    """
    if not berhak(masa, komponen, bulan):
        return None
    tarif = tarif_bulan(komponen, bulan)
    if komponen.acara:
        return _hadir(masa, komponen.acara, bulan, tarif)
    hasil = _harian(masa, bulan, tarif) if komponen.hari_acuan == HARIAN else Bulan(bulan, tarif)
    hasil = _kinerja(hasil, komponen, angka.get((masa.masa_id, bulan)))
    sisa = tarif - terambil
    if komponen.hari_acuan != HARIAN or hasil.jumlah <= sisa:
        return hasil
    if sisa <= 0:
        return None
    nama = periode_.nama_bulan(bulan)
    catatan = Temuan(
        "awas", kata.SISA_BULAN.format(bulan=nama, jumlah=rupiah.titik(sisa)), Tujuan("rt", masa.masa_id, "tmt"), "sisa"
    )
    ucap = kata.SISA.format(bulan=nama, jumlah=rupiah.titik(sisa), tarif=rupiah.titik(tarif))
    return hasil._replace(jumlah=sisa, kata=ucap, catatan=catatan)


def hak(
    masa: Masa, komponen: Komponen, periode: Periode, terpakai: Collection[str], *, angka: AngkaBulan = _TANPA_ANGKA,
    terambil: Mapping[tuple[str, str], int] = _TANPA_AMBIL, khusus: Khusus | None = None,
) -> Hak | None:  # fmt: skip
    """Return what a term is owed in a period, former heads too; ``terpakai`` are slots already listed.

    ``terambil`` is per (post, month) what other lists hold of it (gross rupiah), ``khusus`` what a person set by hand:
    only that may name a month outside the term or another amount (DOMAIN §3). None when nothing is owed.
    Tax is rounded down to the rupiah per line (PMK PPh 21). Raises InputSalah when no tariff is in force.
    """
    sendiri = dict(khusus.rincian) if khusus else {}
    bulan_: list[Bulan] = []
    for b in periode.bulan:
        sambung = _sambung(masa, komponen, b, khusus)
        if _dipakai(masa, komponen, b, terpakai, sambung):
            continue
        hasil = (
            _khusus(b, sendiri[b], khusus)
            if khusus and b in sendiri
            else hitung_bulan(
                masa, komponen, b, angka=angka, terambil=terambil.get((masa.jabatan_id, b), 0)
            )
        )  # fmt: skip
        if hasil is not None:
            bulan_.append(hasil._replace(sambung=sambung))
    return _jadi(masa, komponen, bulan_, khusus) if bulan_ else None


def _jadi(masa: Masa, komponen: Komponen, bulan_: list[Bulan], khusus: Khusus | None) -> Hak:
    bruto = sum(b.jumlah for b in bulan_)
    potongan = pajak.potongan(bruto, komponen, masa.golongan)
    catatan = [b.catatan for b in bulan_ if b.catatan]
    tanpa_angka = tuple(b.bulan for b in bulan_ if b.tanpa_angka)
    if tanpa_angka:
        kalimat = kata.ANGKA_KOSONG.format(bulan=periode_.rentang_tahun(tanpa_angka))
        catatan.append(Temuan("awas", kalimat, Tujuan("insentif", "lain/ketetapan", "kinerja"), "kinerja"))
    if not potongan.tahu:
        isi = " ".join((masa.golongan or "").split())
        kalimat = kata.GOLONGAN_ASING.format(golongan=isi) if isi else kata.GOLONGAN_KOSONG
        catatan.append(Temuan("awas", kalimat, Tujuan("rt", masa.masa_id, "golongan"), "golongan"))
    if khusus:
        kalimat = kata.DITETAPKAN.format(oleh=khusus.oleh, alasan=khusus.alasan)
        catatan.append(Temuan("awas", kalimat, Tujuan("rt", masa.masa_id), "khusus"))
    ucap = [*_ucap(bulan_), *((potongan.kata,) if potongan.kata else ())]
    return Hak(
        masa, tuple((b.bulan, b.jumlah) for b in bulan_), potongan.pph, "; ".join(ucap),
        tuple(b.bulan for b in bulan_ if b.sambung), khusus, tuple(catatan),
    )  # fmt: skip


def _ucap(bulan_: list[Bulan]) -> list[str]:
    """Say the arithmetic month by month; months in a row that are just the same tariff are one product."""
    hasil: list[str] = []
    for (jumlah, ucap), kelompok in groupby(bulan_, key=lambda b: (b.jumlah, b.kata)):
        sama = tuple(b.bulan for b in kelompok)
        if ucap:
            hasil.append(ucap)
        elif len(sama) == 1:
            hasil.append(kata.BULAN_PENUH.format(bulan=periode_.nama_bulan(sama[0]), jumlah=rupiah.titik(jumlah)))
        else:
            hasil.append(
                kata.BULAN_SAMA.format(
                    bulan=periode_.rentang_tahun(sama), banyak=len(sama), jumlah=rupiah.titik(jumlah),
                    total=rupiah.titik(jumlah * len(sama)),
                )
            )  # fmt: skip
    return hasil


def _sambung(masa: Masa, komponen: Komponen, bulan: str, khusus: Khusus | None) -> bool:
    """Tell whether another head holds the month's plain slot: the days before this one, or the month by the rule; what
    is paid per session has no plain slot."""
    if (khusus and bulan in khusus.berbagi) or (komponen.acara and komponen.acara.per == SESI):
        return True
    hari = hari_menjabat(masa, bulan) if komponen.hari_acuan == HARIAN else None
    return bool(hari and hari[0] > 1)


def _dipakai(masa: Masa, komponen: Komponen, bulan: str, terpakai: Collection[str], sambung: bool) -> bool:
    """Tell whether the month was listed: for this post, or (where two share it) for this very term. What is paid per
    session finds the post's own slot where another component paid it once for the event."""
    if slot(masa.jabatan_id, komponen.komponen_id, bulan, masa.masa_id) in terpakai:
        return True
    sendiri = sambung and not (komponen.acara and komponen.acara.per == SESI)
    return not sendiri and slot(masa.jabatan_id, komponen.komponen_id, bulan) in terpakai


def _harian(masa: Masa, bulan: str, tarif: int) -> Bulan:
    dari, sampai = hari_menjabat(masa, bulan) or (1, 0)
    banyak = periode_.hari_terakhir(bulan).day
    jumlah = bagian_hari(tarif, dari, sampai, banyak)
    if (dari, sampai) == (1, banyak):
        return Bulan(bulan, jumlah)
    ucap = kata.HARIAN.format(
        bulan=periode_.nama_bulan(bulan), hari=sampai - dari + 1, banyak=banyak, dari=dari, sampai=sampai,
        tarif=rupiah.titik(tarif), jumlah=rupiah.titik(jumlah),
    )  # fmt: skip
    return Bulan(bulan, jumlah, ucap)


def _hadir(masa: Masa, acara: Acara, bulan: str, tarif: int) -> Bulan:
    """Return the tariff once, or times the sessions attended; contradictory marks are said of the line."""
    kali, p = acara.kali(masa.masa_id), acara.hadir(masa.masa_id)
    ucap = text_acara.SESI.format(
        bulan=periode_.nama_bulan(bulan), kali=kali, tarif=rupiah.titik(tarif), jumlah=rupiah.titik(tarif * kali)
    )
    ragu = Temuan("salah", text_acara.RAGU, Tujuan(acara.sumber, f"{acara.asal}#{masa.jabatan_id}"), "hadir_beda")
    return Bulan(bulan, tarif * kali, ucap if acara.per == SESI else "", catatan=ragu if p and p.ragu else None)


def _kinerja(b: Bulan, komponen: Komponen, angka: Angka | None) -> Bulan:
    aturan = kinerja.aturan_bulan(komponen, b.bulan)
    if aturan is None:
        return b
    nama = periode_.nama_bulan(b.bulan)
    nilai, persen = kinerja.ukuran(aturan, angka), kinerja.persen(aturan, angka)
    awal = f"{b.kata}; " if b.kata else ""
    if nilai is None or persen is None:
        ucap = kata.KINERJA_KOSONG.format(bulan=nama, jumlah=rupiah.titik(b.jumlah), versi=aturan.versi)
        return b._replace(kata=awal + ucap, tanpa_angka=True)
    jumlah = b.jumlah * persen // rupiah.SERATUS_PERSEN
    ucap = kata.KINERJA.format(
        bulan=nama, ukuran=kata.UKURAN[aturan.ukuran].format(n=nilai), persen=rupiah.persen(persen),
        dasar=rupiah.titik(b.jumlah), jumlah=rupiah.titik(jumlah), versi=aturan.versi,
    )  # fmt: skip
    return b._replace(jumlah=jumlah, kata=awal + ucap)


def _khusus(bulan: str, jumlah: int, khusus: Khusus) -> Bulan:
    ucap = kata.KHUSUS.format(
        bulan=periode_.nama_bulan(bulan), jumlah=rupiah.titik(jumlah), alasan=khusus.alasan, oleh=khusus.oleh
    )
    return Bulan(bulan, jumlah, ucap)


def catatan_masa(masa: Masa, periode: Periode) -> str:
    """Return ``mulai 1 Maret 2026`` or ``sampai 28 Februari 2026`` for a term that changes in the period."""
    awal = f"{periode.bulan[0]}-01"
    akhir = periode_.hari_terakhir(periode.bulan[-1]).isoformat()
    if masa.tmt and awal < masa.tmt <= akhir:
        return text.MULAI.format(tanggal=hari(masa.tmt))
    if masa.akhir_nyata and awal <= masa.akhir_nyata < akhir:
        return text.SAMPAI.format(tanggal=hari(masa.akhir_nyata))
    return ""


def hari(iso: str) -> str:
    """Return ``20 November 2017`` for a day written ISO."""
    return tanggal.panjang(date.fromisoformat(iso))
