"""Figures of attendance by session, kecamatan and kelurahan, and who never came."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import kegiatan
from .hadir_model import Angka, BarisAngka
from .hadir_queries import Lingkup, tuple_lingkup
from .kegiatan import satu_sesi
from .model import Sesi
from .tanda_sql import BERLAKU, SQL_HADIR
from .undangan import terpilih
from .undangan_sql import DIUNDANG

SERIBU = 1000
_TINGKAT = (
    ("hadir", True), ("diwakili", True), ("beda", True), ("beda", False), ("izin", False), ("sakit", False),
    ("alpa", False),
)  # fmt: skip
"""What may hold of a person, the best first: over several sessions the best counts."""
_URUT = " ".join(
    f"WHEN b.tanda = '{apa}' AND b.datang = {datang:d} THEN {ke}" for ke, (apa, datang) in enumerate(_TINGKAT)
)
_TERCATAT = f"""SELECT b.jabatan_id, CASE {_URUT} END AS tingkat
FROM ({BERLAKU.format(lagi="AND h.sesi_id IN (SELECT value FROM json_each(:sesi))")}) b"""
_HITUNG = """SELECT coalesce(u.lingkup, ''), u.jabatan_id IS NOT NULL, b.tingkat, count(*),
    CASE WHEN u.jabatan_id IS NULL THEN
        (SELECT min(h.lingkup) FROM bimtek_hadir h WHERE h.jabatan_id = b.jabatan_id) END
FROM ({tercatat}) b LEFT JOIN bimtek_undangan u ON u.jabatan_id = b.jabatan_id AND u.kegiatan_id = :kegiatan
    AND {diundang}
GROUP BY 1, 2, 3, 5"""
_SESI = _HITUNG.format(tercatat=_TERCATAT, diundang=DIUNDANG)
_ACARA = _HITUNG.format(
    tercatat=f"SELECT jabatan_id, min(tingkat) AS tingkat FROM ({_TERCATAT}) GROUP BY jabatan_id", diundang=DIUNDANG
)
_DIUNDANG = f"SELECT lingkup, count(*) FROM bimtek_undangan u WHERE kegiatan_id = ? AND {DIUNDANG} GROUP BY lingkup"


def angka_sesi(con: sqlite.Connection, sesi_id: str, *, lingkup: Lingkup = "") -> Angka:
    """Return the figures of a session; who came without being invited to it counts apart."""
    return _jumlah(_sesi(con, satu_sesi(con, sesi_id), lingkup).values())


def angka_kegiatan(con: sqlite.Connection, kegiatan_id: str, *, lingkup: Lingkup = "") -> Angka:
    """Return the figures of an event: of each invited person the best mark of all sessions."""
    return _jumlah(_acara(con, kegiatan_id, lingkup).values())


def per_kelurahan(con: sqlite.Connection, sesi_id: str, *, lingkup: Lingkup = "") -> list[BarisAngka]:
    """Return the figures of a session by kelurahan; ``id`` is its code."""
    per = _sesi(con, satu_sesi(con, sesi_id), lingkup)
    return _baris(per, lambda kode: rt.nama_kelurahan(con, kode))


def per_kecamatan(con: sqlite.Connection, sesi_id: str, *, lingkup: Lingkup = "") -> list[BarisAngka]:
    """Return the figures of a session by kecamatan; ``id`` is its scope ``kec:…``."""
    return _baris(_kecamatan(_sesi(con, satu_sesi(con, sesi_id), lingkup)), wilayah.nama)


def per_kecamatan_kegiatan(con: sqlite.Connection, kegiatan_id: str, *, lingkup: Lingkup = "") -> list[BarisAngka]:
    """Return the figures of an event (:func:`angka_kegiatan`) by kecamatan; ``id`` is its scope ``kec:…``."""
    return _baris(_kecamatan(_acara(con, kegiatan_id, lingkup)), wilayah.nama)


def per_kelurahan_kegiatan(con: sqlite.Connection, kegiatan_id: str, *, lingkup: Lingkup = "") -> list[BarisAngka]:
    """Return the figures of an event (:func:`angka_kegiatan`) by kelurahan; ``id`` is its code."""
    return _baris(_acara(con, kegiatan_id, lingkup), lambda kode: rt.nama_kelurahan(con, kode))


def per_sesi(con: sqlite.Connection, kegiatan_id: str, *, lingkup: Lingkup = "") -> list[BarisAngka]:
    """Return the figures of an event by session; ``id`` is that of the session, ``nama`` says which it is."""
    semua = {s.sesi_id: s for s in kegiatan.sesi(con, kegiatan_id)}
    per = {id: _jumlah(_sesi(con, s, lingkup).values()) for id, s in semua.items()}
    return _baris(per, lambda id: semua[id].sebut)


def per_pintu(con: sqlite.Connection, sesi_id: str) -> dict[str, int]:
    """Return how many people each door recorded as present, a person at the door where he was first; by name."""
    per: dict[str, int] = defaultdict(int)
    for nama, jumlah in con.execute(_PINTU, {"sesi": sesi_id}):
        per[str(nama)] += int(jumlah)
    return dict(sorted(per.items()))


_PINTU = f"""SELECT pintu, count(*) FROM (
    SELECT coalesce(h.pintu, '') AS pintu, min(coalesce(nullif(h.pukul, 0), 9223372036854775807)) FROM bimtek_hadir h
    WHERE h.sesi_id = :sesi AND {SQL_HADIR} GROUP BY h.jabatan_id) GROUP BY pintu"""


def permil(bagian: int, seluruh: int) -> int | None:
    """Return a share in tenths of a percent, None of nothing; 1000 only where it is all of it, 0 only for none."""
    if not seluruh:
        return None
    bulat = (2 * bagian * SERIBU + seluruh) // (2 * seluruh)
    if 0 < bagian < seluruh:
        return min(max(bulat, 1), SERIBU - 1)
    return bulat


def bagi(jumlah: Sequence[int], seluruh: int = SERIBU) -> list[int]:
    """Return shares of ``seluruh`` by the largest remainder: they add up to it exactly (to 0 where all are 0); of equal
    remainders the first comes first."""
    semua = sum(jumlah)
    if not semua:
        return [0] * len(jumlah)
    hasil = [satu * seluruh // semua for satu in jumlah]
    urut = sorted(range(len(jumlah)), key=lambda k: (-(jumlah[k] * seluruh % semua), k))
    for k in urut[: seluruh - sum(hasil)]:
        hasil[k] += 1
    return hasil


def _sesi(con: sqlite.Connection, sesi: Sesi, lingkup: Lingkup) -> dict[str, Angka]:
    """Return the figures of a session by kelurahan."""
    return _saring(_hitung(con, _SESI, sesi.kegiatan_id, [sesi.sesi_id], sesi.untuk), lingkup)


def _acara(con: sqlite.Connection, kegiatan_id: str, lingkup: Lingkup) -> dict[str, Angka]:
    """Return the figures of an event by kelurahan."""
    ids = [s.sesi_id for s in kegiatan.sesi(con, kegiatan_id)]
    return _saring(_hitung(con, _ACARA, kegiatan_id, ids, lambda _kode: True), lingkup)


def _hitung(
    con: sqlite.Connection, sql: str, kegiatan_id: str, sesi: Sequence[str], untuk: Callable[[str], bool]
) -> dict[str, Angka]:
    per: dict[str, Angka] = defaultdict(Angka)
    for kode, n in con.execute(_DIUNDANG, (kegiatan_id,)):
        if untuk(kode):
            per[kode] = Angka(diundang=n, belum=n)
    for kode, diundang, tingkat, n, asal in con.execute(sql, {"kegiatan": kegiatan_id, "sesi": json.dumps(sesi)}):
        apa, datang = _TINGKAT[tingkat]
        if diundang and untuk(kode):
            per[kode] = per[kode].tambah(Angka.satu(apa, datang, n)._replace(diundang=0, belum=-n))
        elif datang:
            per[asal or kode] = per[asal or kode].tambah(Angka(tanpa_undangan=n))
    return per


def _saring(per: Mapping[str, Angka], lingkup: Lingkup) -> dict[str, Angka]:
    return {kode: per[kode] for kode in terpilih(sorted(per), tuple_lingkup(lingkup))}


def _kecamatan(per: Mapping[str, Angka]) -> dict[str, Angka]:
    hasil: dict[str, Angka] = defaultdict(Angka)
    for kode, angka in per.items():
        hasil[wilayah.kecamatan_dari(kode)] = hasil[wilayah.kecamatan_dari(kode)].tambah(angka)
    return dict(hasil)


def _jumlah(semua: Iterable[Angka]) -> Angka:
    hasil = Angka()
    for satu in semua:
        hasil = hasil.tambah(satu)
    return hasil


def _baris(per: Mapping[str, Angka], nama: Callable[[str], str]) -> list[BarisAngka]:
    bagian = bagi([angka.datang for angka in per.values()])
    return [
        BarisAngka(id, nama(id), angka, permil(angka.datang_undangan, angka.diundang), satu)
        for (id, angka), satu in zip(per.items(), bagian, strict=True)
    ]
