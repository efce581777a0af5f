"""Reading the register: units with who holds them, who is late to give back, requests for help."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from sipokat_desktop.kernel import pencarian, tanggal
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import rantai, text
from .catatan import bantuan, kejadian, kejadian_terbuka, kejadian_unit, serah, serah_bernomor
from .model import (
    BELUM,
    DIPEGANG,
    DITARIK,
    GANDA,
    KEMBALI,
    Bantuan,
    Jumlah,
    Kejadian,
    Langkah,
    Pemegang,
    Serah,
    Unit,
    sebutan,
)
from .rantai import Posisi
from .riwayat import riwayat_orang, riwayat_unit

__all__ = [
    "SARINGAN", "Bantuan", "Jumlah", "Kejadian", "Langkah", "Pemegang", "Serah", "Unit", "bantuan", "cari", "daftar",
    "jumlah", "kejadian", "kejadian_terbuka", "kejadian_unit", "kunci", "pemegang", "riwayat_orang", "riwayat_unit",
    "saring", "serah", "serah_bernomor", "tertunggak", "unit",
]  # fmt: skip
SARINGAN = text.SARINGAN
GARANSI_HARI = 90
"""Days before the end of a guarantee from which on the register says so."""

_UNIT = """SELECT id, lingkup, coalesce(barang, ''), coalesce(merek, ''), coalesce(tipe, ''), coalesce(imei1, ''),
    coalesce(imei2, ''), coalesce(seri, ''), coalesce(sim, ''), coalesce(kode_barang, ''), coalesce(nup, ''),
    coalesce(kelengkapan, ''), coalesce(kondisi, ''), coalesce(garansi_sampai, ''), tahun, coalesce(sumber, ''), harga,
    coalesce(catatan, '') FROM ponsel_unit"""
_DI = "IN (SELECT value FROM json_each(?))"
_MASA = """SELECT m.id, coalesce(m.orang_id, ''), coalesce(j.nomor, '?'), coalesce(m.akhir_nyata, ''),
    EXISTS (SELECT 1 FROM rt_masa k WHERE k.orang_id = m.orang_id AND k.jabatan_id = m.jabatan_id AND k.id <> m.id
            AND (k.akhir_nyata IS NULL OR k.akhir_nyata >= ?1) AND (k.tmt IS NULL OR k.tmt <= ?1))
FROM rt_masa m LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id
WHERE m.id IN (SELECT masa_id FROM ponsel_serah WHERE masa_id IS NOT NULL)"""
_KEMBAR = """WITH nomor AS (
    SELECT id, 'imei' AS jenis, imei1 AS isi FROM ponsel_unit WHERE imei1 <> ''
    UNION SELECT id, 'imei', imei2 FROM ponsel_unit WHERE imei2 <> ''
    UNION SELECT id, 'seri', coalesce(merek, '') || ' ' || seri FROM ponsel_unit WHERE seri <> '')
SELECT n.jenis, u.imei1, u.seri, n.isi, u.id, u.lingkup, u.barang, u.merek, u.tipe FROM nomor n
JOIN ponsel_unit u ON u.id = n.id
WHERE (n.jenis, n.isi) IN (SELECT jenis, isi FROM nomor GROUP BY 1, 2 HAVING count(*) > 1)
ORDER BY n.jenis, n.isi, u.id"""


class _Masa(NamedTuple):
    """The term of a holder: person, RT, its real end (ISO, "" open), and whether the person heads this RT again."""

    orang_id: str
    nomor: str
    akhir: str
    masih: bool


class _Bahan(NamedTuple):
    """What the register joins, each read by one statement."""

    masa: Mapping[str, _Masa]
    kejadian: Mapping[str, int]
    bantuan: Mapping[str, int]
    kembar: Mapping[str, tuple[str, ...]]
    hari: date


def daftar(con: sqlite.Connection, *, lingkup: Sequence[str], hari: date) -> list[Unit]:
    """Return the register of places on a day: who holds each unit, by RT, those without holder last."""
    rantai_unit = rantai.entri_tempat(con, lingkup)
    bahan = _bahan(con, hari)
    rows = con.execute(f"{_UNIT} WHERE lingkup {_DI}", (json.dumps([*lingkup]),))
    semua = (_lengkap(Unit(*row), rantai.posisi(rantai_unit.get(row[0], ())), bahan) for row in rows)
    return sorted(semua, key=_urut)


def unit(con: sqlite.Connection, unit_id: str, *, hari: date) -> Unit | None:
    """Return one unit as the register shows it; None where it is not here."""
    row = con.execute(f"{_UNIT} WHERE id = ?", (unit_id,)).fetchone()
    return _lengkap(Unit(*row), rantai.posisi_unit(con, unit_id), _bahan(con, hari)) if row else None


def cari(semua: Sequence[Unit], teks: str) -> list[Unit]:
    """Return the units that a typed line finds (kernel/pencarian.py says the rule)."""
    tanya = pencarian.tanya(teks)
    return [satu for satu in semua if pencarian.cocok(tanya, kunci(satu))]


@lru_cache(maxsize=20_000)
def kunci(satu: Unit) -> str:
    """Return what a unit is found by, in the spelling of the search; kept, because every letter typed asks again."""
    return satu.kunci


def saring(semua: Iterable[Unit], pilih: str, *, hari: date) -> list[Unit]:
    """Return the units of a chip of SARINGAN; all of them for ""."""
    return [satu for satu in semua if not pilih or _cocok(satu, pilih, hari)]


def jumlah(semua: Iterable[Unit]) -> Jumlah:
    """Count a register."""
    ada = [*semua]
    di = {keadaan: sum(1 for u in ada if u.keadaan == keadaan) for keadaan in (BELUM, DIPEGANG, KEMBALI, DITARIK)}
    return Jumlah(
        len(ada), di[DIPEGANG], di[BELUM] + di[KEMBALI], di[DITARIK], sum(1 for u in ada if u.terlambat),
        sum(1 for u in ada if u.kondisi.startswith("rusak")), sum(1 for u in ada if u.kondisi == "hilang"),
        sum(1 for u in ada if u.ragu),
    )  # fmt: skip


def tertunggak(semua: Iterable[Unit]) -> list[Unit]:
    """Return what former heads have still to give back, the longest overdue first."""
    return sorted((u for u in semua if u.terlambat), key=lambda u: (-u.terlambat, _urut(u)))


def pemegang(con: sqlite.Connection, *, lingkup: str, hari: date) -> list[Pemegang]:
    """Return the heads of a kelurahan in office on ``hari``: who can receive a unit."""
    return [
        Pemegang(b.masa_id, b.jabatan_id, b.orang_id or "", b.nomor, b.nama or "")
        for b in rt.roster(con, lingkup=lingkup, hari=hari)
        if b.masa_id
    ]


def _bahan(con: sqlite.Connection, hari: date) -> _Bahan:
    masa = {
        str(id): _Masa(str(orang), str(nomor), str(akhir), bool(masih))
        for id, orang, nomor, akhir, masih in con.execute(_MASA, (hari.isoformat(),))
    }
    terbuka = con.execute(
        """SELECT unit_id, count(*) FROM ponsel_kejadian WHERE selesai IS NULL AND jenis IN ('rusak', 'hilang')
           GROUP BY 1"""
    )
    minta = con.execute("SELECT unit_id, count(*) FROM ponsel_bantuan WHERE keadaan <> 'selesai' GROUP BY 1")
    return _Bahan(masa, dict(terbuka.fetchall()), dict(minta.fetchall()), _kembar(con), hari)


def _kembar(con: sqlite.Connection) -> dict[str, tuple[str, ...]]:
    """Return per unit a doubt for each number that another unit of this store has too."""
    kelompok: defaultdict[tuple[str, str], list[Sequence[str]]] = defaultdict(list)
    for row in con.execute(_KEMBAR):
        kelompok[row[0], row[3]].append(row)
    hasil: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for (jenis, isi), rows in kelompok.items():
        for row in rows:
            lain = next(satu for satu in rows if satu[4] != row[4])
            kata = text.IMEI_DIPAKAI if jenis == "imei" else text.SERI_DIPAKAI
            tempat = rt.nama_kelurahan(con, lain[5])
            nama = sebutan(lain[6], lain[7], lain[8])
            hasil[row[4]] += (kata.format(imei=isi, seri=row[2], sebutan=nama, tempat=tempat),)
    return hasil


def _lengkap(satu: Unit, posisi: Posisi, bahan: _Bahan) -> Unit:
    """Add to a unit who holds it, since when, and what is in doubt."""
    kini, masa = posisi.kini, None
    isi: dict[str, Any] = {"keadaan": _keadaan(posisi)}
    if kini:
        isi |= {"serah_id": kini.id, "sejak": kini.tanggal, "nomor": kini.nomor}
        masa = bahan.masa.get(kini.pemegang) if kini.pemegang else None
    elif posisi.ujung:
        isi |= {"serah_id": posisi.ujung[0].id, "nama": _nama_ujung(posisi)}
    if kini and kini.pemegang:
        isi |= {"jabatan_id": kini.jabatan_id, "masa_id": kini.masa_id, "nama": kini.nama, "nomor_rt": "?"}
    if masa:
        isi |= {"orang_id": masa.orang_id, "nomor_rt": masa.nomor, "akhir_masa": masa.akhir}
        isi["terlambat"] = _terlambat(masa, bahan.hari)
    isi |= {
        "kejadian": bahan.kejadian.get(satu.unit_id, 0),
        "bantuan": bahan.bantuan.get(satu.unit_id, 0),
        "putus": tuple(e.id for e in posisi.putus),
        "ragu": (*_ragu(posisi, bahan), *bahan.kembar.get(satu.unit_id, ()), *_garansi(satu, bahan.hari)),
    }
    return satu._replace(**isi)


def _keadaan(posisi: Posisi) -> str:
    if len(posisi.ujung) > 1:
        return GANDA
    match posisi.kini.jenis if posisi.kini else "":
        case "":
            return BELUM
        case "kembali":
            return KEMBALI
        case "tarik":
            return DITARIK
        case _:
            return DIPEGANG


def _nama_ujung(posisi: Posisi) -> str:
    return text.ATAU.join(dict.fromkeys(e.nama if e.pemegang else text.KANTOR for e in posisi.ujung))


def _terlambat(masa: _Masa, hari: date) -> int:
    """Return the days since a term ended whose holder does not head this RT any more."""
    if not masa.akhir or masa.masih:
        return 0
    return max((hari - date.fromisoformat(masa.akhir)).days, 0)


def _ragu(posisi: Posisi, bahan: _Bahan) -> list[str]:
    kata = [(text.PUTUS_LAIN if e.asing else text.PUTUS).format(nomor=e.nomor, nama=e.nama) for e in posisi.putus]
    if posisi.menunggu:
        kata.append(text.PUTUS_TUNGGU)
    elif len(posisi.ujung) > 1:
        kata.append(text.GANDA.format(nama=_nama_ujung(posisi)))
    if posisi.kini and posisi.kini.pemegang and posisi.kini.pemegang not in bahan.masa:
        kata.append(text.MASA_TIADA.format(nama=posisi.kini.nama))
    return kata


def _garansi(satu: Unit, hari: date) -> list[str]:
    if not satu.garansi_sampai:
        return []
    sampai = date.fromisoformat(satu.garansi_sampai)
    return [text.GARANSI_HABIS.format(tanggal=tanggal.panjang(sampai))] if _segera_habis(sampai, hari) else []


def _segera_habis(sampai: date, hari: date) -> bool:
    return hari <= sampai <= hari + timedelta(days=GARANSI_HARI)


def _cocok(satu: Unit, pilih: str, hari: date) -> bool:
    match pilih:
        case "dipegang":
            return satu.keadaan == DIPEGANG
        case "kantor":
            return satu.keadaan in (BELUM, KEMBALI)
        case "terlambat":
            return satu.terlambat > 0
        case "rusak":
            return satu.kondisi.startswith("rusak")
        case "hilang":
            return satu.kondisi == "hilang"
        case "kejadian" | "bantuan" | "ragu":
            return bool(getattr(satu, pilih))
        case "garansi":
            return bool(_garansi(satu, hari))
        case _:
            raise KeyError(pilih)


def _urut(satu: Unit) -> tuple[object, ...]:
    return (not satu.nomor_rt, satu.lingkup, len(satu.nomor_rt), satu.nomor_rt, satu.sebutan, satu.imei1, satu.unit_id)
