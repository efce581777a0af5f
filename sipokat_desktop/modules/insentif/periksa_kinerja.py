"""Where the figures of performance that were taken from the reports are not what the reports say now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.storage import sqlite

from . import dari_laporan
from . import komponen as ketetapan
from . import text_kinerja as text
from . import text_susun as kata
from .dari_laporan import Laporan
from .kinerja import aturan_bulan, persen
from .kinerja import dari_laporan as kinerja_laporan
from .model import Angka, Hak, Komponen, Temuan, Tujuan

JENIS = "kinerja_beda"


def tujuan(bulan: str) -> Tujuan:
    """Return where the figures of a month are taken from the reports."""
    return Tujuan("insentif", f"lain/kinerja:{bulan}", "kinerja")


def bulan_laporan(komponen: Komponen, bulan: Iterable[str]) -> tuple[str, ...]:
    """Return the months in which the rule looks at the number of reports."""
    semua = ((b, aturan_bulan(komponen, b)) for b in bulan)
    return tuple(b for b, aturan in semua if aturan and aturan.ukuran == "laporan")


def sebelum_kunci(
    con: sqlite.Connection, lingkup: str, komponen: Komponen, periode: Periode, haks: Sequence[Hak]
) -> Iterator[tuple[str, Temuan]]:
    """Name per term id the figures from reports that differ from the reports now, or still have some to verify."""
    bulan = bulan_laporan(komponen, periode.bulan)
    angka = ketetapan.angka_kinerja(con, lingkup=lingkup, bulan=bulan) if bulan else {}
    diambil = {kunci: a.laporan for kunci, a in angka.items() if kinerja_laporan(a.sumber)}
    if not diambil:
        return
    laporan = dari_laporan.baca(con, lingkup=lingkup, bulan=bulan)
    for h in haks:
        sendiri = {b for b, _ in h.khusus.rincian} if h.khusus else set()
        for b in h.bulan:
            ada = diambil.get((h.masa.masa_id, b))
            pesan = _pesan(h.masa.masa_id, b, ada, laporan) if ada is not None and b not in sendiri else ""
            if pesan:
                yield h.masa.masa_id, Temuan("awas", pesan, tujuan(b), JENIS)


def _pesan(masa_id: str, bulan: str, ada: int, laporan: Laporan) -> str:
    kini, tunggu = laporan.angka(masa_id, bulan), laporan.menunggu(masa_id, bulan)
    nama = periode_.nama_bulan(bulan)
    if kini is None:
        return text.BEDA_HILANG.format(bulan=nama, ada=ada)
    if kini != ada:
        return text.BEDA.format(bulan=nama, ada=ada, kini=kini)
    return text.BEDA_TUNGGU.format(bulan=nama, ada=ada, n=tunggu) if tunggu else ""


def dihitung(hitungan: str, bulan: str) -> int | None:
    """Return with how many reports a line's arithmetic reckoned a month; None where it looked at none."""
    pola = re.escape(f"{periode_.nama_bulan(bulan)}: ") + kata.UKURAN["laporan"].format(n="([0-9]+)") + " →"
    cocok = re.search(pola, hitungan)
    return int(cocok[1]) if cocok else None


class SejakKunci:
    """The reports behind the lines of locked lists of a component: where they would pay otherwise now."""

    def __init__(self, con: sqlite.Connection, lingkup: str, komponen: Komponen, bulan: Iterable[str]) -> None:
        self._komponen, bulan = komponen, bulan_laporan(komponen, bulan)
        angka = ketetapan.angka_kinerja(con, lingkup=lingkup, bulan=bulan) if bulan else {}
        self._diambil = {kunci for kunci, a in angka.items() if kinerja_laporan(a.sumber)}
        kosong = Laporan({}, {}, frozenset(), {})
        self._laporan = dari_laporan.baca(con, lingkup=lingkup, bulan=bulan) if self._diambil else kosong

    @property
    def ada(self) -> bool:
        """Whether a figure was taken from the reports at all."""
        return bool(self._diambil)

    def beda(self, masa_id: str, hitungan: str, bulan: Iterable[str]) -> Mapping[str, tuple[int, int]]:
        """Return per month (reckoned with, number of reports now) of a line where the rule gives another part."""
        hasil: dict[str, tuple[int, int]] = {}
        for b in bulan:
            ada = dihitung(hitungan, b) if (masa_id, b) in self._diambil else None
            kini, aturan = self._laporan.angka(masa_id, b), aturan_bulan(self._komponen, b)
            if ada is None or kini is None or aturan is None:
                continue
            if persen(aturan, Angka(ada, None)) != persen(aturan, Angka(kini, None)):
                hasil[b] = (ada, kini)
        return hasil

    def temuan(self, masa_id: str, hitungan: str, bulan: Iterable[str]) -> Iterator[Temuan]:
        """Name the months of a line that were not corrected since and whose reports give another part now."""
        for b, (ada, kini) in self.beda(masa_id, hitungan, bulan).items():
            pesan = text.BEDA_KUNCI.format(bulan=periode_.nama_bulan(b), ada=ada, kini=kini)
            yield Temuan("awas", pesan, tujuan(b), JENIS)
