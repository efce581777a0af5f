"""The small lines under a name on the receipt list: which months, who received, why it differs from the rule."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.kernel.rupiah import titik, uang

from . import text_tanda_terima as kata
from .baris import Baris
from .model import Rincian
from .terkoreksi import Koreksi, berlaku

_HITUNGAN = re.compile(
    r"(\w+ \d{4}): ("
    r"\d+ dari \d+ hari \(tanggal [^)]*\) × [\d.]+ = [\d.]+"
    r"|[^;:]*\(aturan kinerja versi \d+\)"
    r"|[\d.]+, sisa dari [\d.]+ yang sudah dibagi dengan ketua lain)"
)
"""The parts of `Baris.hitungan` that are more than months times a tariff (`text_susun`): month, arithmetic."""


class Bahan(NamedTuple):
    """What the notes of one list draw from: its period, per term the change of head, per line its corrections
    and those of them that wait for a decision."""

    periode: Periode
    pergantian: dict[str, str]
    koreksi: dict[str, list[Koreksi]]
    lengkap: bool
    menunggu: Mapping[str, Sequence[str]] = {}


def keterangan(b: Baris, bahan: Bahan) -> str:
    """Return the note of a line, "" where it is just the tariff times the months of the period."""
    ucap = hitungan(b) if bahan.lengkap else ()
    bagian = (
        _bulan(b, bahan.periode, terhitung={bulan for bulan, _ in ucap}),
        bahan.pergantian.get(b.masa_id, ""),
        _kuasa(b),
        _khusus(b),
        _koreksi(b, bahan.koreksi.get(b.baris_id, ())),
        kata.MENUNGGU.format(hal=", ".join(bahan.menunggu[b.baris_id])) if b.baris_id in bahan.menunggu else "",
        kata.DITUNDA.format(alasan=b.tunda) if b.tunda else "",
        "; ".join(
            kata.HITUNGAN.format(bulan=_sebut(isi, bahan.periode), hitungan=h) for h, isi in _sama_hitungan(ucap)
        ),
    )
    return " \u00b7 ".join(filter(None, bagian))


def _bulan(b: Baris, periode: Periode, terhitung: Collection[str]) -> str:
    """Name the months of a line: on a rapel always, else where they are not all of the period; amounts if they vary
    and the arithmetic of some is not shown."""
    if b.rincian and not sama(b.rincian) and not set(b.bulan) <= set(terhitung):
        kelompok = ((jumlah, [bulan for bulan, _ in isi]) for jumlah, isi in groupby(b.rincian, key=lambda r: r[1]))
        return "; ".join(kata.BULAN_TARIF.format(bulan=_sebut(isi, periode), jumlah=titik(n)) for n, isi in kelompok)
    return _sebut(b.bulan, periode) if periode.rapel or b.bulan != periode.bulan else ""


def _sebut(bulan: Sequence[str], periode: Periode) -> str:
    return (periode_.rentang_tahun if periode.rapel else periode_.rentang)(tuple(bulan))


def sama(rincian: Rincian) -> bool:
    """Tell whether every month pays the same rupiah."""
    return len({jumlah for _, jumlah in rincian}) == 1


def hitungan(b: Baris) -> tuple[tuple[str, str], ...]:
    """Return (month, arithmetic) of the months divided by days or measured by performance; () once corrected."""
    if b.dikoreksi:
        return ()
    bulan = {periode_.nama_bulan(satu): satu for satu in b.bulan}
    return tuple((bulan[nama], isi) for nama, isi in _HITUNGAN.findall(b.hitungan) if nama in bulan)


def _sama_hitungan(ucap: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    return [(isi, [bulan for bulan, _ in semua]) for isi, semua in groupby(ucap, key=lambda u: u[1])]


def _kuasa(b: Baris) -> str:
    if b.penerima != "kuasa":
        return ""
    return kata.SURAT_KUASA.format(surat=b.surat_kuasa) if b.surat_kuasa else kata.KUASA


def _khusus(b: Baris) -> str:
    return kata.KHUSUS.format(oleh=b.oleh, alasan=b.alasan) if b.khusus else ""


def _koreksi(b: Baris, semua: Sequence[Koreksi]) -> str:
    """Say what a corrected line said when it was locked, and why it changed; each reason that counts once."""
    if not b.dikoreksi:
        return ""
    alasan = "; ".join(dict.fromkeys(k.alasan for k in berlaku(semua, b.jumlah) if k.alasan))
    if b.asal.diterima == b.diterima:
        return kata.DIKOREKSI_TETAP.format(alasan=alasan)
    return kata.DIKOREKSI.format(dari=uang(b.asal.diterima), alasan=alasan)
