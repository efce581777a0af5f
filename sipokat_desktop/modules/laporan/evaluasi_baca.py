"""Reads what an evaluation is made of: the kept sums of whole months, the reports themselves for days beside them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from sipokat_desktop.kernel import periode, wilayah
from sipokat_desktop.storage.sqlite import Connection

from .evaluasi_model import Angka, Rentang
from .schema_ringkas import ANGKA, BIDANG, DARI_LAPORAN, JENIS_DARI_LAPORAN

_AKHIR = "9999-12-31"
_MANA = "{lingkup} IN (SELECT value FROM json_each(:lingkup))"
_JUMLAH = ", ".join(f"sum({kolom})" for kolom in ANGKA)


class _Potong(NamedTuple):
    """A span of days as whole months (first and last, none where the first comes after the last) and odd days."""

    bulan: tuple[str, str]
    hari: tuple[tuple[str, str], ...]


class AngkaRt(NamedTuple):
    """What one RT reported: its kelurahan and post, in how many months, and the counts."""

    lingkup: str
    jabatan_id: str
    bulan: int
    angka: Angka


class Rt(NamedTuple):
    """A post: its kelurahan, number, last head of the days (empty: none in them)."""

    lingkup: str
    nomor: str
    ketua: str
    berketua: bool


class Sumber:
    """Asks for the sums of one scope in some days."""

    def __init__(self, con: Connection, lingkup: str, rentang: Rentang) -> None:
        self._con, self.kelurahan = con, wilayah.kelurahan_dari(lingkup)
        self.dari, self.sampai = rentang.dari, rentang.sampai or _AKHIR
        potong = _potong(self.dari, self.sampai)
        self._nilai = {"lingkup": json.dumps(self.kelurahan), "b1": potong.bulan[0], "b2": potong.bulan[1]}
        for ke, (awal, akhir) in enumerate(potong.hari):
            self._nilai |= {f"d{ke}": awal, f"s{ke}": akhir}
        self._tepi = range(len(potong.hari))

    def _dari(self, tabel: str, langsung: str) -> str:
        """Return the FROM of the kept sums and the odd days."""
        mana = _MANA.format(lingkup="l.lingkup")
        utuh = f"SELECT * FROM {tabel} WHERE {_MANA.format(lingkup='lingkup')} AND bulan >= :b1 AND bulan <= :b2"
        tepi = (
            langsung.format(syarat=f"WHERE {mana} AND l.tanggal >= :d{k} AND l.tanggal <= :s{k}") for k in self._tepi
        )
        return f"({' UNION ALL '.join((utuh, *tepi))})" if self._tepi else f"({utuh})"

    def per_rt(self) -> list[AngkaRt]:
        """Return the counts of every RT that has a report."""
        rows = self._con.execute(
            f"""SELECT lingkup, jabatan_id, sum(jumlah > 0), {_JUMLAH}
                FROM {self._dari("laporan_ringkas", DARI_LAPORAN)} GROUP BY 1, 2 HAVING sum(jumlah)""",
            self._nilai,
        )
        return [AngkaRt(row[0], row[1], row[2], _angka(tuple(row)[3:])) for row in rows]

    def per_bulan(self) -> list[tuple[str, str, int]]:
        """Return per kelurahan and month how many reports there are, where there are any."""
        rows = self._con.execute(
            f"""SELECT lingkup, bulan, sum(jumlah) FROM {self._dari("laporan_ringkas", DARI_LAPORAN)}
                GROUP BY 1, 2 HAVING sum(jumlah)""",
            self._nilai,
        )
        return [(str(row[0]), str(row[1]), int(row[2])) for row in rows]

    def per_jenis(self) -> list[tuple[str, str, int]]:
        """Return per field and kind of activity how many reports there are, where there are any."""
        rows = self._con.execute(
            f"""SELECT lingkup, bidang, jenis, sum(jumlah)
                FROM {self._dari("laporan_ringkas_jenis", JENIS_DARI_LAPORAN)} GROUP BY 1, 2, 3 HAVING sum(jumlah)""",
            self._nilai,
        )
        semua: Counter[tuple[str, str]] = Counter()
        for _, bidang, jenis, jumlah in rows:
            semua[bidang, jenis] += jumlah
        return [(*kunci, jumlah) for kunci, jumlah in semua.items()]

    def terbaru(self) -> str:
        """Return the day of the newest report (ISO), empty where there is none."""
        ada = (
            self._con.execute(
                "SELECT max(tanggal) FROM laporan_kegiatan WHERE lingkup = ? AND tanggal >= ? AND tanggal <= ?",
                (kode, self.dari, self.sampai),
            ).fetchone()[0]
            for kode in self.kelurahan
        )
        return max(filter(None, ada), default="")

    def rt(self) -> dict[str, Rt]:
        """Return every post, with the last head of the days."""
        mana = _MANA.format(lingkup="lingkup")
        ketua = self._con.execute(
            f"""SELECT m.jabatan_id, coalesce(o.nama, '') FROM rt_masa m LEFT JOIN rt_orang o ON o.id = m.orang_id
                WHERE m.{mana} AND coalesce(m.tmt, '') <= :sampai AND coalesce(m.akhir_nyata, '{_AKHIR}') >= :dari
                ORDER BY m.tmt, m.id""",
            self._nilai | {"dari": self.dari, "sampai": self.sampai},
        )
        nama = {str(row[0]): str(row[1]) for row in ketua}
        rows = self._con.execute(
            f"SELECT id, lingkup, coalesce(nomor, '') FROM rt_jabatan WHERE {mana} ORDER BY lingkup", self._nilai
        )
        return {str(row[0]): Rt(str(row[1]), str(row[2]), nama.get(row[0], ""), row[0] in nama) for row in rows}


def _angka(nilai: tuple[int, ...]) -> Angka:
    jumlah, lain = nilai[0], nilai[1 + len(BIDANG) :]
    return Angka(jumlah, tuple(nilai[1 : 1 + len(BIDANG)]), *lain)


def jumlahkan(semua: list[Angka]) -> Angka:
    """Return the sums of counts."""
    if not semua:
        return Angka()
    bidang = tuple(map(sum, zip(*(a.bidang for a in semua), strict=True)))
    datar = [(a.jumlah, *a[2:]) for a in semua]
    jumlah, *lain = map(sum, zip(*datar, strict=True))
    return Angka(jumlah, bidang, *lain)


def _potong(dari: str, sampai: str) -> _Potong:
    """Part days into whole months and what is left of the first and the last one."""
    hari: list[tuple[str, str]] = []
    awal, akhir = dari[:7], sampai[:7]
    if dari and not dari.endswith("-01"):
        hari.append((dari, min(sampai, _ujung(awal))))
        awal = periode.geser(awal, 1)
    if sampai != _AKHIR and sampai != _ujung(akhir) and awal <= akhir:
        hari.append((max(dari, f"{akhir}-01"), sampai))
        akhir = (date.fromisoformat(f"{akhir}-01") - timedelta(days=1)).isoformat()[:7]
    return _Potong((awal, akhir), tuple(hari))


def _ujung(bulan: str) -> str:
    return periode.hari_terakhir(bulan).isoformat()
