"""Reading attendance: who somebody is on the day of a session, which marks stand, the list with what holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import tanda
from .hadir_model import Baris, Orang
from .kegiatan import kegiatan_terbuka, satu_sesi
from .model import TERBUKA, Sesi, Undangan
from .tanda import Catatan, Keadaan
from .undangan import peserta
from .undangan_sql import DIUNDANG

Lingkup = str | Sequence[str]
"""'' or ``kota`` (everybody), ``kec:…``, a kelurahan code, or several kelurahan codes: whose people."""

_TERCATAT = "SELECT min(h.lingkup) FROM bimtek_hadir h WHERE h.sesi_id = :sesi AND h.jabatan_id = i.value"
_ORANG = f"""SELECT i.value, coalesce(j.lingkup, u.lingkup, ({_TERCATAT})) AS di, coalesce(j.nomor, '?'),
    coalesce(j.rw, ''),
    coalesce(m.id, ''), coalesce(m.orang_id, ''), CASE WHEN m.id IS NULL THEN '' ELSE coalesce(o.nama, u.nama, '') END,
    coalesce(u.id, ''), coalesce(u.token, ''), coalesce(u.nama, ''), coalesce(o.hp, '')
FROM json_each(:ids) i LEFT JOIN rt_jabatan j ON j.id = i.value
LEFT JOIN bimtek_undangan u ON u.jabatan_id = i.value AND u.kegiatan_id = :kegiatan AND {DIUNDANG}
LEFT JOIN rt_masa m ON m.jabatan_id = i.value AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= :hari)
     AND (m.tmt IS NULL OR m.tmt <= :hari)
LEFT JOIN rt_orang o ON o.id = m.orang_id
WHERE di IS NOT NULL
ORDER BY i.key, m.tmt, m.id"""
_MASA = """SELECT m.id, coalesce(m.orang_id, ''), coalesce(o.nama, ''), coalesce(o.hp, '') FROM json_each(?) i
JOIN rt_masa m ON m.id = i.value LEFT JOIN rt_orang o ON o.id = m.orang_id"""
_CATATAN = """SELECT h.jabatan_id, h.id, coalesce(h.tanda, ''), coalesce(h.cara, ''), coalesce(h.pukul, 0),
    coalesce(h.pintu, ''), coalesce(h.wakil, ''), coalesce(h.masa_id, ''),
    coalesce(h.nama, '')
FROM bimtek_hadir h WHERE h.sesi_id = :sesi {lagi} ORDER BY h.jabatan_id, h.id"""


def orang(con: sqlite.Connection, sesi: Sesi, jabatan: Collection[str]) -> dict[str, Orang]:
    """Return the posts among these ids that are here or that marks of the session name (deleted elsewhere), in that
    order, with the head on the day of the session (the last to take office where several are) and the invitation."""
    nilai = {
        "ids": json.dumps(list(jabatan)), "kegiatan": sesi.kegiatan_id, "hari": sesi.tanggal, "sesi": sesi.sesi_id,
    }  # fmt: skip
    rows = con.execute(_ORANG, nilai).fetchall()
    nama = {kode: rt.nama_kelurahan(con, kode) for kode in {str(row[1]) for row in rows}}
    return {str(row[0]): Orang._make((*row[:4], nama[str(row[1])], *row[4:])) for row in rows}


def catatan(
    con: sqlite.Connection, sesi_id: str, jabatan: Collection[str] | None = None, *, lingkup: Lingkup = ""
) -> dict[str, tuple[Catatan, ...]]:
    """Return the marks that stand in a session by post: of these posts, else of all of ``lingkup``."""
    kode = tuple_lingkup(lingkup)
    milik = wilayah.kelurahan_dari(kode) if isinstance(kode, str) else kode
    lagi = "" if jabatan is None else "AND h.jabatan_id IN (SELECT value FROM json_each(:ids))"
    lagi += "" if kode == wilayah.KOTA else " AND h.lingkup IN (SELECT value FROM json_each(:kode))"
    nilai = {"sesi": sesi_id, "ids": json.dumps(list(jabatan or ())), "kode": json.dumps(milik)}
    per: dict[str, list[Catatan]] = defaultdict(list)
    for jabatan_id, *isi in con.execute(_CATATAN.format(lagi=lagi), nilai):
        per[str(jabatan_id)].append(Catatan(*isi))
    return {jabatan_id: tuple(semua) for jabatan_id, semua in per.items()}


def keadaan(con: sqlite.Connection, sesi_id: str, jabatan_id: str) -> Keadaan:
    """Return what holds for a post in a session."""
    return tanda.berlaku(catatan(con, sesi_id, [jabatan_id]).get(jabatan_id, ()))


def sesi_terbuka(con: sqlite.Connection, sesi_id: str) -> Sesi:
    """Return a session whose event takes attendance; raise InputSalah where it does not, or is not here.

    (Without what :func:`kegiatan_terbuka` counts besides: somebody stands at the door.)
    """
    sesi = satu_sesi(con, sesi_id)
    row = con.execute("SELECT coalesce(keadaan, '') FROM bimtek_kegiatan WHERE id = ?", (sesi.kegiatan_id,)).fetchone()
    if row is None or row[0] != TERBUKA:
        kegiatan_terbuka(con, sesi.kegiatan_id)
    return sesi


def daftar(con: sqlite.Connection, sesi_id: str, *, lingkup: Lingkup = "") -> list[Baris]:
    """Return the attendance list of a session, numbered as F10 prints it: the invited who belong to it by kelurahan and
    RT number, then whoever was recorded besides."""
    sesi = satu_sesi(con, sesi_id)
    tercatat = catatan(con, sesi_id, lingkup=lingkup)
    diundang = {u.jabatan_id: _orang(u) for u in peserta(con, sesi_id, lingkup=tuple_lingkup(lingkup))}
    tamu = orang(con, sesi, tercatat.keys() - diundang.keys()).values()
    semua = [*diundang.values(), *sorted(tamu, key=lambda o: (o.lingkup, len(o.nomor), o.nomor, o.rw))]
    kini = {satu.jabatan_id: tanda.berlaku(tercatat.get(satu.jabatan_id, ())) for satu in semua}
    bernama = tercatat_nama(con, semua, kini)
    return [Baris(no, satu, satu.hp, kini[satu.jabatan_id]) for no, satu in enumerate(bernama, 1)]


def tercatat_nama(con: sqlite.Connection, semua: Iterable[Orang], kini: Mapping[str, Keadaan]) -> list[Orang]:
    """Return these people as the marks name them, whoever heads the post by the roster of today."""
    semua = list(semua)
    lain = {o.jabatan_id: kini[o.jabatan_id] for o in semua if _nama_lain(o, kini.get(o.jabatan_id))}
    if not lain:
        return semua
    rows = con.execute(_MASA, (json.dumps([k.masa_id for k in lain.values()]),))
    kenal = {str(row[0]): (str(row[1]), str(row[2]), str(row[3])) for row in rows}
    hasil = []
    for satu in semua:
        if k := lain.get(satu.jabatan_id):
            orang_id, nama, hp = kenal.get(k.masa_id, ("", "", ""))
            hasil.append(satu._replace(masa_id=k.masa_id, orang_id=orang_id, nama=nama or k.nama, hp=hp))
        else:
            hasil.append(satu)
    return hasil


def _nama_lain(orang: Orang, kini: Keadaan | None) -> bool:
    return kini is not None and bool(kini.nama) and kini.masa_id != orang.masa_id


def _orang(u: Undangan) -> Orang:
    return Orang(
        u.jabatan_id, u.lingkup, u.nomor, u.rw, u.kelurahan, u.masa_id, u.orang_id, u.nama, u.undangan_id, u.token,
        u.nama_surat, u.hp,
    )  # fmt: skip


def tuple_lingkup(lingkup: Lingkup) -> str | tuple[str, ...]:
    """Return whose people are meant as the invitations ask for it: empty is the whole city."""
    return (lingkup or wilayah.KOTA) if isinstance(lingkup, str) else tuple(lingkup)
