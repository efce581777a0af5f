"""Rules of the incentive, without a store: who is entitled to which month, and what each month pays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel import ids, rupiah, tanggal
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode

from . import text

if TYPE_CHECKING:
    from sipokat_desktop.modules.rt.queries import Masa
    from sipokat_desktop.storage.command import CityRow


class Tarif(NamedTuple):
    """An amount per month (rupiah) in force from ``mulai`` to ``sampai`` (months ``YYYY-MM``)."""

    mulai: str
    sampai: str | None
    jumlah: int
    dasar_hukum: str


class Komponen(NamedTuple):
    """A pay component; ``pajak`` in ten-thousandths (500 = 5 %), ``hari_acuan`` 1 or 15."""

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


class Temuan(NamedTuple):
    """One thing a check saw on a line; ``peran`` is ``awas`` (shown) or ``salah`` (blocks locking)."""

    peran: str
    kalimat: str


class Hak(NamedTuple):
    """What one term is owed in a period: (month, rupiah) each, and the tax on the sum."""

    masa: Masa
    rincian: tuple[tuple[str, int], ...]
    pph: int

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


def baris_tarif(lingkup: str, *, nama: str, jumlah: int, mulai: str, dasar_hukum: str, pajak: int) -> list[CityRow]:
    """Return the rows that set a component (``pajak`` in ten-thousandths) and its tariff from a month on.

    Their ids follow from the name and month, so setting the same month again corrects it.
    Raises InputSalah for an empty name, a tariff that is not positive, a month that is none or a wrong tax.
    """
    from sipokat_desktop.storage.command import CityRow

    bersih = " ".join(nama.split())
    if not bersih:
        raise InputSalah("komponen", text.NAMA_KOMPONEN)
    if jumlah <= 0:
        raise InputSalah("jumlah", text.JUMLAH_TARIF)
    if not 0 <= pajak <= rupiah.SERATUS_PERSEN:
        raise InputSalah("pajak", text.PERSEN_SALAH)
    bulan = periode_.baca(mulai, "mulai").bulan[0]
    komponen_id = ids.derived_id("insentif_komponen", lingkup, bersih.casefold())
    return [
        CityRow("insentif_komponen", komponen_id, {"nama": bersih, "pajak": pajak, "hari_acuan": 1, "cara": "tunai"}),
        CityRow(
            "insentif_tarif",
            ids.derived_id("insentif_tarif", komponen_id, bulan),
            {"komponen_id": komponen_id, "mulai": bulan, "jumlah": jumlah, "dasar_hukum": dasar_hukum or None},
        ),
    ]


def slot(jabatan_id: str, komponen_id: str, bulan: str) -> str:
    """Return the ledger slot that only one live payment may hold (DOMAIN §3, hard rule)."""
    return f"{jabatan_id}|{komponen_id}|{bulan}"


def tarif_bulan(komponen: Komponen, bulan: str) -> int:
    """Return the rupiah of one month; the later tariff wins where two overlap.

    Raises InputSalah when none is in force.
    """
    berlaku = [t for t in komponen.tarif if t.mulai <= bulan and (not t.sampai or bulan <= t.sampai)]
    if not berlaku:
        pesan = text.TARIF_BELUM.format(komponen=komponen.nama, bulan=periode_.nama_bulan(bulan))
        raise InputSalah("komponen", pesan)
    return max(berlaku, key=lambda t: t.mulai).jumlah


def menjabat(masa: Masa, bulan: str, hari_acuan: int) -> bool:
    """Tell whether the term covers the month: in office on its reference day, within the SK's dates."""
    acuan = periode_.hari_pertama(bulan).replace(day=hari_acuan).isoformat()
    if not masa.tmt or masa.tmt > acuan:
        return False
    return all(akhir is None or acuan <= akhir for akhir in (masa.akhir_sk, masa.akhir_nyata))


def hak(masa: Masa, komponen: Komponen, periode: Periode, terpakai: Collection[str]) -> Hak | None:
    """Return what a term is owed in a period, former heads too; ``terpakai`` are slots already listed.

    None when nothing is owed. Tax is rounded down to the rupiah per line (PMK PPh 21).
    """
    rincian = tuple(
        (b, tarif_bulan(komponen, b))
        for b in periode.bulan
        if menjabat(masa, b, komponen.hari_acuan) and slot(masa.jabatan_id, komponen.komponen_id, b) not in terpakai
    )
    if not rincian:
        return None
    return Hak(masa, rincian, rupiah.potong(sum(jumlah for _, jumlah in rincian), komponen.pajak))


def per_bulan(rincian: tuple[tuple[str, int], ...], diterima: int) -> list[tuple[str, int]]:
    """Spread the rupiah taken home over the months, to the rupiah: the last month takes the remainder."""
    bruto = sum(jumlah for _, jumlah in rincian)
    bagian = [(bulan, diterima * jumlah // bruto) for bulan, jumlah in rincian]
    sisa = diterima - sum(jumlah for _, jumlah in bagian)
    return [*bagian[:-1], (bagian[-1][0], bagian[-1][1] + sisa)]


def temuan(daftar: list[Hak], komponen: Komponen, periode: Periode) -> dict[str, list[Temuan]]:
    """Return the findings per term id that a list shows before it is locked (DOMAIN §3, pre-checks)."""
    hasil: dict[str, list[Temuan]] = {h.masa.masa_id: list(_satu(h, komponen, periode)) for h in daftar}
    for masa_id, kalimat in (*_nik_ganda(daftar), *_bulan_ganda(daftar)):
        hasil[masa_id].append(Temuan("salah", kalimat))
    return hasil


def _nik_ganda(daftar: list[Hak]) -> Iterable[tuple[str, str]]:
    per_nik: dict[str, list[Masa]] = defaultdict(list)
    for h in daftar:
        if h.masa.nik:
            per_nik[h.masa.nik].append(h.masa)
    for kembar in per_nik.values():
        for masa in kembar:
            lain = [m for m in kembar if m.jabatan_id != masa.jabatan_id]
            if lain:
                yield masa.masa_id, text.NIK_GANDA.format(rt=lain[0].nomor)


def _bulan_ganda(daftar: list[Hak]) -> Iterable[tuple[str, str]]:
    """Name the months of a post that two terms claim: the roster lets them overlap (hard rule, DOMAIN §3)."""
    per_jabatan: dict[str, list[Hak]] = defaultdict(list)
    for h in daftar:
        per_jabatan[h.masa.jabatan_id].append(h)
    for h in daftar:
        for lain in per_jabatan[h.masa.jabatan_id]:
            bulan = tuple(b for b in h.bulan if b in lain.bulan)
            if lain is not h and bulan:
                yield h.masa.masa_id, text.BULAN_GANDA.format(bulan=periode_.rentang(bulan), nama=lain.masa.nama)


def _satu(h: Hak, komponen: Komponen, periode: Periode) -> Iterable[Temuan]:
    masa = h.masa
    if not masa.sk_nomor:
        yield Temuan("awas", text.SK_KOSONG)
    if masa.sk_tanggal and masa.sk_tanggal > periode_.hari_terakhir(h.bulan[0]).isoformat():
        yield Temuan("awas", text.SK_TERLAMBAT.format(tanggal=_hari(masa.sk_tanggal)))
    akhir = periode_.hari_terakhir(periode.bulan[-1]).isoformat()
    if masa.akhir_sk and masa.akhir_sk < akhir and not masa.akhir_nyata:
        lewat = tuple(b for b in periode.bulan if b not in h.bulan and b > h.bulan[-1])
        if lewat:
            bulan = periode_.rentang(lewat)
            yield Temuan("awas", text.SK_HABIS.format(tanggal=_hari(masa.akhir_sk), bulan=bulan))
    if masa.rangkap:
        yield Temuan("awas", text.RANGKAP.format(jabatan=masa.rangkap))
    if komponen.cara == "transfer" and not masa.rekening:
        yield Temuan("awas", text.REKENING_KOSONG)


def lowong(daftar_masa: list[Masa], nomor: dict[str, str], komponen: Komponen, periode: Periode) -> list[str]:
    """Return a sentence per post that nobody held in some month of the period, and per term without TMT."""
    kalimat = [text.TANPA_TMT.format(rt=m.nomor, nama=m.nama) for m in daftar_masa if not m.tmt and not m.akhir_nyata]
    for jabatan_id, rt in nomor.items():
        kosong = tuple(
            b
            for b in periode.bulan
            if not any(m.jabatan_id == jabatan_id and menjabat(m, b, komponen.hari_acuan) for m in daftar_masa)
        )
        if kosong and not any(m.jabatan_id == jabatan_id and not m.tmt for m in daftar_masa):
            kalimat.append(text.RT_KOSONG.format(rt=rt, bulan=periode_.rentang(kosong)))
    return kalimat


def catatan_masa(masa: Masa, periode: Periode) -> str:
    """Return ``mulai 1 Maret 2026`` or ``sampai 28 Februari 2026`` for a term that changes in the period."""
    awal = periode_.hari_pertama(periode.bulan[0]).isoformat()
    akhir = periode_.hari_terakhir(periode.bulan[-1]).isoformat()
    if masa.tmt and awal < masa.tmt <= akhir:
        return text.MULAI.format(tanggal=_hari(masa.tmt))
    if masa.akhir_nyata and awal <= masa.akhir_nyata < akhir:
        return text.SAMPAI.format(tanggal=_hari(masa.akhir_nyata))
    return ""


def _hari(iso: str) -> str:
    return tanggal.panjang(date.fromisoformat(iso))
