"""Gathers what every head of a kelurahan would get, now and under an assumption, month by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite

from . import calon, kinerja, rules
from . import komponen as komponen_
from .rules import Angka, Hak, Komponen
from .simulasi_andaian import andaikan
from .simulasi_hasil import Andaian
from .temuan_data import garis_hidup
from .terpakai import Terpakai

AngkaBulan = Mapping[tuple[str, str], Angka]


@dataclass(slots=True)
class Orang:
    """One term while the months are gathered: month → gross [now, then], and the tax of both."""

    masa: Masa
    bulan: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    pph: list[int] = field(default_factory=lambda: [0, 0])


@dataclass(slots=True)
class Hitungan:
    """What is gathered over all kelurahan."""

    orang: list[tuple[str, Orang]] = field(default_factory=list)
    terkunci: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    tanpa_tarif: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))
    tanpa_angka: int = 0


def kelurahan(
    con: sqlite.Connection, hasil: Hitungan, lingkup: str, kini: Komponen, andaian: Andaian, ambil: Terpakai
) -> None:
    """Add the heads of a kelurahan; what lists in force hold stands on both sides."""
    bulan = periode_.gabung(andaian.dari, andaian.sampai).bulan
    semua = {m.masa_id: Orang(m) for m in rt.masa(con, lingkup=lingkup)}
    _terkunci(con, hasil, lingkup, kini.komponen_id, bulan, semua)
    angka = komponen_.angka_kinerja(con, lingkup=lingkup, bulan=bulan)
    for sisi, k in enumerate((kini, andaikan(kini, andaian, lingkup))):
        for periode in _periode(k, bulan, andaian.irama, hasil.tanpa_tarif[sisi]):
            for h in _hak(con, lingkup, k, periode, [satu.masa for satu in semua.values()], angka, ambil):
                _tambah(semua[h.masa.masa_id], h, sisi)
                if sisi:
                    hasil.tanpa_angka += _tanpa_angka(k, h, angka)
    hasil.orang.extend((lingkup, satu) for satu in semua.values() if satu.bulan)


def _terkunci(
    con: sqlite.Connection, hasil: Hitungan, lingkup: str, komponen_id: str, bulan: Sequence[str],
    semua: Mapping[str, Orang],
) -> None:  # fmt: skip
    for garis in garis_hidup(con, lingkup, bulan):
        if garis.komponen_id != komponen_id or garis.masa_id not in semua:
            continue
        satu, pajak = semua[garis.masa_id], dict(rules.per_bulan(tuple(garis.rincian.items()), garis.pph))
        for b, jumlah in garis.rincian.items():
            if b in bulan:
                satu.bulan[b] = [n + jumlah for n in satu.bulan[b]]
                satu.pph = [n + pajak[b] for n in satu.pph]
                hasil.terkunci[b] += jumlah


def _tambah(satu: Orang, h: Hak, sisi: int) -> None:
    satu.pph[sisi] += h.pph
    for b, jumlah in h.rincian:
        satu.bulan[b][sisi] += jumlah


def _tanpa_angka(k: Komponen, h: Hak, angka: AngkaBulan) -> int:
    """Count the months under a performance rule for which nobody entered a figure."""
    aturan = [(b, rules.aturan_bulan(k, b)) for b in h.bulan]
    return sum(a is not None and kinerja.persen(a, angka.get((h.masa.masa_id, b))) is None for b, a in aturan)


def _periode(k: Komponen, bulan: tuple[str, ...], irama: str, tanpa: set[str]) -> Iterator[Periode]:
    """Yield the lists that would be drawn up; months without a tariff are noted in ``tanpa`` and left out."""
    kelompok: dict[str, list[str]] = defaultdict(list)
    for satu in bulan:
        if rules.tarif_berlaku(k, satu) is None:
            tanpa.add(satu)
            continue
        ke = (int(satu[5:]) + 2) // 3
        kelompok[f"{satu[:4]}-TW{ke}" if irama == "triwulan" else satu].append(satu)
    for kode, isi in kelompok.items():
        p = periode_.baca(kode)
        yield p if p.bulan == tuple(isi) else periode_.gabung(isi[0], isi[-1])


def _hak(
    con: sqlite.Connection, lingkup: str, k: Komponen, p: Periode, masa: Sequence[Masa],
    angka: AngkaBulan, ambil: Terpakai,
) -> list[Hak]:  # fmt: skip
    """Return what the list of a period would hold; a draft with amounts set by hand is read from the store."""
    draf = con.execute(
        """SELECT d.id FROM insentif_daftar d WHERE d.lingkup = ? AND d.komponen_id = ? AND d.periode = ?
           AND d.keadaan = 'draf' AND EXISTS
           (SELECT 1 FROM insentif_baris b WHERE b.daftar_id = d.id AND b.khusus IS NOT NULL)""",
        (lingkup, k.komponen_id, p.kode),
    ).fetchone()
    if draf:
        return calon.calon(con, lingkup, k, p, str(draf[0]))
    semua = (rules.hak(m, k, p, ambil.slot, angka=angka, terambil=ambil.diambil) for m in masa)
    return [h for h in semua if h]
