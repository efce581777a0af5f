"""Reading invitations: who is invited, under which name and code, and who could be."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import text
from .kegiatan import hari_peserta, satu_kegiatan, satu_sesi, sesi, tempat_peserta
from .model import Calon, Lingkup, Undangan
from .undangan_sql import DITARIK, DIUNDANG

_MENJABAT = """LEFT JOIN rt_masa m ON m.jabatan_id = {id}
     AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= h.value) AND (m.tmt IS NULL OR m.tmt <= h.value)
LEFT JOIN rt_orang o ON o.id = m.orang_id"""
_URUT = "length(j.nomor), j.nomor, j.rw"
_UNDANGAN = f"""SELECT u.id, u.kegiatan_id, u.lingkup, u.jabatan_id, coalesce(j.nomor, '?'), coalesce(j.rw, ''),
    coalesce(m.id, ''), coalesce(m.orang_id, ''),
    CASE WHEN m.id IS NULL THEN '' ELSE coalesce(o.nama, u.nama, '') END, coalesce(o.hp, ''), coalesce(u.token, ''),
    h.value, coalesce(u.nama, ''), coalesce(u.masa_id, ''), coalesce(u.catatan, '')
FROM json_each(:hari) h CROSS JOIN bimtek_undangan u ON u.kegiatan_id = :kegiatan AND u.lingkup = h.key AND {DIUNDANG}
LEFT JOIN rt_jabatan j ON j.id = u.jabatan_id
{_MENJABAT.format(id="u.jabatan_id")}
{{lagi}}
ORDER BY u.lingkup, {_URUT}, u.id, m.tmt, m.id"""
_CALON = f"""SELECT j.id, j.lingkup, coalesce(j.nomor, '?'), coalesce(j.rw, ''), coalesce(m.id, ''),
    coalesce(m.orang_id, ''), CASE WHEN m.id IS NULL THEN '' ELSE coalesce(o.nama, '') END, coalesce(u.id, '')
FROM json_each(:hari) h CROSS JOIN rt_jabatan j ON j.lingkup = h.key
{_MENJABAT.format(id="j.id")}
LEFT JOIN bimtek_undangan u ON u.jabatan_id = j.id AND +u.kegiatan_id = :kegiatan AND {DIUNDANG}
ORDER BY j.lingkup, {_URUT}, j.id, m.tmt, m.id"""


class Nama(NamedTuple):
    """What a kelurahan and its kecamatan are called."""

    kelurahan: str
    kecamatan: str


def undangan(
    con: sqlite.Connection, kegiatan_id: str, *, lingkup: Lingkup = wilayah.KOTA, hari: date
) -> list[Undangan]:
    """Return the invitations to an event by kecamatan, kelurahan and RT, each with the head of the day that concerns
    it; ``hari`` counts while the event has no session."""
    kode = terpilih(_lingkup_undangan(con, kegiatan_id), lingkup)
    return _undangan(con, kegiatan_id, hari_peserta(sesi(con, kegiatan_id), kode, hari))


def peserta(con: sqlite.Connection, sesi_id: str, *, lingkup: Lingkup = wilayah.KOTA) -> list[Undangan]:
    """Return the invited who belong to a session, with the heads of its day; in the order of :func:`undangan`."""
    s = satu_sesi(con, sesi_id)
    kode = terpilih(_lingkup_undangan(con, s.kegiatan_id), lingkup)
    return _undangan(con, s.kegiatan_id, {satu: s.tanggal for satu in kode if s.untuk(satu)})


def satu_undangan(con: sqlite.Connection, undangan_id: str, *, hari: date) -> Undangan:
    """Return an invitation; raise InputSalah when it is not here."""
    found = _tertentu(con, "id", undangan_id, hari)
    if found is None:
        raise InputSalah("undangan", text.UNDANGAN_TIDAK_ADA)
    return found


def undangan_bertoken(con: sqlite.Connection, kode: str, *, hari: date) -> Undangan | None:
    """Return the invitation with a code (as :func:`token.baca` returns it), None where it is not here."""
    return _tertentu(con, "token", kode, hari)


def tercatat(con: sqlite.Connection, kegiatan_id: str) -> set[str]:
    """Return the posts of which attendance at an event is recorded."""
    rows = con.execute("SELECT DISTINCT jabatan_id FROM bimtek_hadir WHERE kegiatan_id = ?", (kegiatan_id,))
    return {str(row[0]) for row in rows}


def ditarik(con: sqlite.Connection, kegiatan_id: str) -> set[str]:
    """Return the ids of the invitations to an event that were withdrawn."""
    rows = con.execute("SELECT id FROM bimtek_undangan WHERE kegiatan_id = ? AND keadaan = ?", (kegiatan_id, DITARIK))
    return {str(row[0]) for row in rows}


def calon(con: sqlite.Connection, kegiatan_id: str, *, lingkup: Lingkup = wilayah.KOTA, hari: date) -> list[Calon]:
    """Return every post that may be invited, invited or not, by kecamatan, kelurahan and RT."""
    k = satu_kegiatan(con, kegiatan_id)
    return calon_hari(con, k.kegiatan_id, hari_calon(con, k.kegiatan_id, k.lingkup, lingkup=lingkup, hari=hari))


def hari_calon(con: sqlite.Connection, kegiatan_id: str, milik: str, *, lingkup: Lingkup, hari: date) -> dict[str, str]:
    """Return the kelurahan whose posts may be invited to an event of the office ``milik``, with the day of each."""
    boleh = set(tempat_peserta(milik))
    ada = [kode for kode in rt.kelurahan(con) if kode in boleh]
    return hari_peserta(sesi(con, kegiatan_id), terpilih(ada, lingkup), hari)


def calon_hari(con: sqlite.Connection, kegiatan_id: str, per_hari: Mapping[str, str]) -> list[Calon]:
    """Return the posts of kelurahan with their heads on a day each."""
    rows = con.execute(_CALON, {"hari": json.dumps(per_hari), "kegiatan": kegiatan_id})
    nama = nama_tempat(con, per_hari)
    per = {str(row[0]): Calon(*(*row, *nama[row[1]])) for row in rows}
    return list(per.values())


def nama_tempat(con: sqlite.Connection, kode: Iterable[str]) -> dict[str, Nama]:
    """Return what kelurahan and their kecamatan are called."""
    return {satu: Nama(rt.nama_kelurahan(con, satu), wilayah.nama_kecamatan(satu)) for satu in kode}


def terpilih(ada: Sequence[str], lingkup: Lingkup) -> list[str]:
    """Return those of the kelurahan ``ada`` that ``lingkup`` names."""
    if not isinstance(lingkup, str):
        return [kode for kode in ada if kode in lingkup]
    if lingkup == wilayah.KOTA:
        return list(ada)
    return [kode for kode in ada if wilayah.milik(lingkup, kode)]


def _lingkup_undangan(con: sqlite.Connection, kegiatan_id: str) -> list[str]:
    rows = con.execute(
        f"SELECT DISTINCT u.lingkup FROM bimtek_undangan u WHERE u.kegiatan_id = ? AND {DIUNDANG} ORDER BY 1",
        (kegiatan_id,),
    )
    return [str(row[0]) for row in rows]


def _tertentu(con: sqlite.Connection, kolom: str, nilai: str, hari: date) -> Undangan | None:
    row = con.execute(
        f"""SELECT u.id, u.kegiatan_id, u.lingkup FROM bimtek_undangan u WHERE u.{kolom} = ? AND {DIUNDANG}
            ORDER BY u.id LIMIT 1""",
        (nilai,),
    ).fetchone()
    if row is None:
        return None
    per_hari = hari_peserta(sesi(con, str(row[1])), [str(row[2])], hari)
    return next(iter(_undangan(con, str(row[1]), per_hari, id=str(row[0]))), None)


def _undangan(con: sqlite.Connection, kegiatan_id: str, per_hari: Mapping[str, str], *, id: str = "") -> list[Undangan]:
    rows = con.execute(
        _UNDANGAN.format(lagi="WHERE u.id = :id" if id else ""),
        {"hari": json.dumps(per_hari), "kegiatan": kegiatan_id, "id": id},
    )
    nama = nama_tempat(con, per_hari)
    per = {str(row[0]): Undangan(*(*row, *nama[row[2]])) for row in rows}
    return list(per.values())
