"""What an undo or a restore of rows of module bimtek may not bring about."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sipokat_desktop.modules.rt.queries import sebut_jabatan
from sipokat_desktop.storage.module import Clash
from sipokat_desktop.storage.sqlite import Connection

from . import text
from .model import TERBUKA
from .undangan_sql import DITARIK, LEPAS

KEGIATAN, SESI, UNDANGAN, HADIR = "bimtek_kegiatan", "bimtek_sesi", "bimtek_undangan", "bimtek_hadir"
_DALAM = (SESI, UNDANGAN, HADIR, "bimtek_terbit", "bimtek_notulen")
"""Tables whose rows belong to an event or a session."""
_BEKU = (SESI, UNDANGAN, HADIR)
"""What a closed event takes no more."""
_KINI = {
    SESI: "'', json_array(judul, tanggal, mulai, selesai, tempat, narasumber, sasaran, catatan)",
    UNDANGAN: "coalesce(keadaan, ''), json_array(masa_id, nama, catatan)",
}
"""What is read of a row as it is now: its state and what a closed event keeps of it."""
_TIADA = (DITARIK, "")
_ISI = """SELECT r.row_id, max(json_extract(r.isi, '$.kegiatan_id')), max(json_extract(r.isi, '$.sesi_id')),
    max(json_extract(r.isi, '$.jabatan_id'))
FROM (SELECT row_id, coalesce(nullif(sesudah, '{}'), sebelum) AS isi FROM riwayat
      WHERE tabel = ? AND row_id IN (SELECT value FROM json_each(?))) r GROUP BY r.row_id"""


class _Baris(NamedTuple):
    """A row asked for: its table and id, the event, session and post that it is about, whether it is there (and was
    not withdrawn), whether it went with its event, and what a closed event keeps of it as it is."""

    tabel: str
    row_id: str
    kegiatan_id: str
    sesi_id: str
    jabatan_id: str
    ada: bool
    lepas: bool
    isi: str


def bentrok(con: Connection, rows: Mapping[str, Collection[str]]) -> list[Clash]:
    """Return which of ``rows`` (ids by table) stand without the event or session that they belong to, which
    invitations are gone although attendance is recorded, and which rows of a closed event come, go or change."""
    semua = [satu for tabel in _DALAM if rows.get(tabel) for satu in _baca(con, tabel, rows[tabel])]
    if not semua:
        return []
    ada = {tabel: _ada(con, tabel, semua) for tabel in (KEGIATAN, SESI)}
    sendiri = [b for b in semua if not _ikut(b, rows)]
    return [
        *_yatim(sendiri, ada),
        *_hadir(con, semua),
        *_tutup(sendiri, {id: nama for id, (keadaan, nama) in ada[KEGIATAN].items() if keadaan != TERBUKA}, rows),
    ]


def _baca(con: Connection, tabel: str, ids: Collection[str]) -> list[_Baris]:
    diminta = json.dumps(list(ids))
    kolom = _KINI.get(tabel, "'', ''")
    ada = con.execute(f"SELECT id, {kolom} FROM {tabel} WHERE id IN (SELECT value FROM json_each(?))", (diminta,))
    per = {str(id): (str(keadaan), str(isi)) for id, keadaan, isi in ada}
    return [
        _Baris(
            tabel, str(id), str(kegiatan or ""), str(sesi or ""), str(jabatan or ""),
            (kini := per.get(str(id), _TIADA))[0] != DITARIK, kini[0] == LEPAS, kini[1],
        )
        for id, kegiatan, sesi, jabatan in con.execute(_ISI, (tabel, diminta))
    ]  # fmt: skip


def _ada(con: Connection, tabel: str, semua: list[_Baris]) -> dict[str, tuple[str, str]]:
    """Return the events (with state and name) or sessions among what the rows belong to that are here."""
    ids = {b.kegiatan_id if tabel == KEGIATAN else b.sesi_id for b in semua} - {""}
    kolom = "coalesce(keadaan, ''), nama" if tabel == KEGIATAN else "'', ''"
    rows = con.execute(
        f"SELECT id, {kolom} FROM {tabel} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps([*ids]),)
    )
    return {str(id): (str(keadaan), str(nama)) for id, keadaan, nama in rows}


def _ikut(b: _Baris, rows: Mapping[str, Collection[str]]) -> bool:
    """Tell whether a row only follows another: it went with its event, or comes back with its post."""
    return b.lepas or (b.tabel == UNDANGAN and b.jabatan_id in rows.get("rt_jabatan", ()))


def _yatim(semua: list[_Baris], ada: Mapping[str, Mapping[str, object]]) -> Iterator[Clash]:
    for b in (b for b in semua if b.ada):
        if b.kegiatan_id and b.kegiatan_id not in ada[KEGIATAN]:
            yield Clash(b.row_id, f"yatim|{b.kegiatan_id}", text.URUNG_KEGIATAN)
        elif b.sesi_id and b.sesi_id not in ada[SESI]:
            yield Clash(b.row_id, f"yatim|{b.sesi_id}", text.URUNG_SESI)


def _hadir(con: Connection, semua: list[_Baris]) -> Iterator[Clash]:
    """Name the invitations that are gone while attendance of their post is recorded."""
    hilang = {(b.kegiatan_id, b.jabatan_id): b for b in semua if b.tabel == UNDANGAN and not b.ada}
    if not hilang:
        return
    rows = con.execute(
        """SELECT DISTINCT kegiatan_id, jabatan_id FROM bimtek_hadir
           WHERE kegiatan_id IN (SELECT value FROM json_each(?))""",
        (json.dumps(sorted({kegiatan for kegiatan, _ in hilang})),),
    )
    for kegiatan_id, jabatan_id in rows.fetchall():
        if b := hilang.get((str(kegiatan_id), str(jabatan_id))):
            kata = text.URUNG_HADIR.format(rt=sebut_jabatan(con, b.jabatan_id) or text.RT_ASING)
            yield Clash(b.row_id, "hadir", kata)


def _tutup(semua: list[_Baris], tutup: Mapping[str, str], rows: Mapping[str, Collection[str]]) -> Iterator[Clash]:
    """Name the rows of a closed event by what they hold: one that comes, goes or changes is a new clash. An event that
    comes back or goes as a whole takes its rows along."""
    utuh = set(rows.get(KEGIATAN, ()))
    for b in semua:
        if b.tabel in _BEKU and b.kegiatan_id in tutup and b.kegiatan_id not in utuh:
            nama = tutup[b.kegiatan_id]
            yield Clash(b.row_id, f"tutup|{b.isi if b.ada else ''}", text.URUNG_SELESAI.format(nama=nama))
