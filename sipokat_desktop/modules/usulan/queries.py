"""Reading proposals: the lists, one with its history and base, suggestions, search, figures."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from sipokat_desktop.kernel import pencarian
from sipokat_desktop.storage import activities, sqlite

from . import baca, text
from .kabar import kabar, kabar_rt
from .kembar import kembar
from .model import Angka, Dasar, Jumlah, Kabar, Pasangan, Ringkasan, Status, Usulan
from .ringkas import ringkasan
from .status import STATES

__all__ = [
    "Angka", "Dasar", "Jumlah", "Kabar", "Pasangan", "Ringkasan", "Status", "Usulan", "anggota", "cari", "daftar",
    "dasar", "jumlah", "kabar", "kabar_rt", "kembar", "lanjutan", "opd", "ringkasan", "riwayat", "saring", "satuan",
    "sebelumnya", "tahun", "usulan",
]  # fmt: skip


def daftar(
    con: sqlite.Connection, *, lingkup: Sequence[str], tahun: int | None = None, gabungan: bool = False
) -> list[Usulan]:
    """Return the proposals of kelurahan by kelurahan and priority; merged ones only where ``gabungan``, behind the
    proposal that stands for them."""
    semua = baca.semua(con, lingkup=lingkup, tahun=tahun)
    return semua if gabungan else [u for u in semua if not u.induk_id]


def usulan(con: sqlite.Connection, usulan_id: str) -> Usulan | None:
    """Return one proposal; None where it is not here."""
    return next(iter(baca.menurut_id(con, [usulan_id])), None)


def riwayat(con: sqlite.Connection, usulan_id: str) -> list[Status]:
    """Return the history of a proposal, the first step first; of a merged one its own."""
    return baca.riwayat(con, [usulan_id]).get(usulan_id, [])


def anggota(con: sqlite.Connection, usulan_id: str) -> list[Usulan]:
    """Return the proposals that were merged into one."""
    return baca.menurut_id(con, baca.gabungan(con).anggota.get(usulan_id, ()))


def dasar(con: sqlite.Connection, usulan_id: str) -> list[Dasar]:
    """Return the activities that a proposal is based on, the latest first, each as it is now; where one is gone, as it
    was when it was linked."""
    rows = con.execute(
        """SELECT id, usulan_id, sumber, asal, coalesce(judul, ''), coalesce(hari, '') FROM usulan_dasar
           WHERE usulan_id = ?""",
        (usulan_id,),
    )
    semua = [
        _kini(con, Dasar(str(row[0]), str(row[1]), str(row[2]), str(row[3]), str(row[4]), str(row[5]), hilang=False))
        for row in rows.fetchall()
    ]
    return sorted(semua, key=lambda satu: (satu.hari, satu.dasar_id), reverse=True)


def _kini(con: sqlite.Connection, satu: Dasar) -> Dasar:
    ada = activities.activity(con, satu.sumber, satu.asal)
    return satu._replace(judul=ada.judul, hari=ada.hari) if ada else satu._replace(hilang=True)


def sebelumnya(con: sqlite.Connection, usulan_id: str) -> list[Usulan]:
    """Return the same proposal as it was made in earlier years, the latest first."""
    hasil: list[Usulan] = []
    satu, dilihat = usulan(con, usulan_id), {usulan_id}
    while satu and satu.dari_id and satu.dari_id not in dilihat:
        dilihat.add(satu.dari_id)
        satu = usulan(con, satu.dari_id)
        hasil += [satu] if satu else []
    return hasil


def lanjutan(con: sqlite.Connection, usulan_id: str) -> Usulan | None:
    """Return the proposal of a later year that carries this one on; None where there is none."""
    row = con.execute("SELECT id FROM usulan_butir WHERE dari_id = ? ORDER BY tahun, id", (usulan_id,)).fetchone()
    return usulan(con, str(row[0])) if row else None


def tahun(con: sqlite.Connection, lingkup: Sequence[str]) -> list[int]:
    """Return the years that kelurahan have proposals of, the latest first."""
    rows = con.execute(
        """SELECT DISTINCT tahun FROM usulan_butir WHERE lingkup IN (SELECT value FROM json_each(?))
           AND tahun IS NOT NULL ORDER BY tahun DESC""",
        (json.dumps([*lingkup]),),
    )
    return [int(row[0]) for row in rows]


def satuan(con: sqlite.Connection) -> list[str]:
    """Return units to offer, those used most first."""
    return list(dict.fromkeys((*_terpakai(con, "satuan"), *text.SATUAN)))


def opd(con: sqlite.Connection) -> list[str]:
    """Return the OPD that were named, those used most first."""
    return _terpakai(con, "opd")


def _terpakai(con: sqlite.Connection, kolom: str) -> list[str]:
    sql = f"SELECT {kolom} FROM usulan_butir WHERE {kolom} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 30"
    return [str(row[0]) for row in con.execute(sql)]


_SARINGAN: Mapping[str, Callable[[Usulan], bool]] = {
    "gabungan": lambda u: bool(u.anggota),
    "tanpa_biaya": lambda u: u.terbuka and u.biaya is None,
    "tanpa_prioritas": lambda u: u.terbuka and u.prioritas is None,
    "periksa": lambda u: bool(u.ragu),
}


def saring(semua: Iterable[Usulan], kunci: str) -> list[Usulan]:
    """Return the proposals under a chip of :data:`text.SARINGAN`, a category, or a status; all of them for ""."""
    if not kunci:
        return list(semua)
    if kunci in STATES:
        return [u for u in semua if u.state == kunci]
    if kunci in _SARINGAN:
        return [u for u in semua if _SARINGAN[kunci](u)]
    return [u for u in semua if kunci in (u.kategori, u.status)]


def cari(semua: Iterable[Usulan], teks: str) -> list[Usulan]:
    """Return the proposals that answer a typed line: words of the title, place, RT, name, category …"""
    tanya = pencarian.tanya(teks)
    return [u for u in semua if pencarian.cocok(tanya, u.kunci)]


def jumlah(semua: Sequence[Usulan]) -> Jumlah:
    """Return the figures of a list of survivors."""
    return Jumlah(
        len(semua), sum(u.terbuka for u in semua), sum(u.biaya is None for u in semua), sum(u.biaya or 0 for u in semua)
    )
