"""What acts and checks of module laporan read of the roster and of photos."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.sqlite import Connection

from . import text
from .sebutan import sebut_rt


class Jabatan(NamedTuple):
    """A post as a report needs it: its scope and number, and how many people live in the RT (0: not known)."""

    jabatan_id: str
    lingkup: str
    nomor: str
    rw: str
    jiwa: int

    @property
    def rt(self) -> str:
        """``RT 05``."""
        return sebut_rt(self.nomor, self.rw)


class Ketua(NamedTuple):
    """Who headed a post on a day: term and name, both empty where nobody did; ``kata`` then says so."""

    masa_id: str
    nama: str
    kata: str = ""


def jabatan(con: Connection, jabatan_id: str) -> Jabatan | None:
    """Return a post, None where it is not here."""
    row = con.execute(
        """SELECT id, lingkup, nomor, coalesce(rw, ''), coalesce(jiwa_l, 0) + coalesce(jiwa_p, 0)
           FROM rt_jabatan WHERE id = ?""",
        (jabatan_id,),
    ).fetchone()
    return Jabatan(*row) if row else None


def ketua(con: Connection, satu: Jabatan, hari: str) -> Ketua:
    """Return who headed a post on ``hari`` (ISO); of two at once the later one."""
    menjabat = rt.masa_bertumpuk(con, jabatan_id=satu.jabatan_id, mulai=hari, sampai=hari)
    if menjabat:
        return Ketua(menjabat[-1].masa_id, menjabat[-1].nama)
    pertama = con.execute("SELECT min(tmt) FROM rt_masa WHERE jabatan_id = ?", (satu.jabatan_id,)).fetchone()[0]
    return Ketua("", "", kata_tanpa_ketua(satu.rt, hari, str(pertama or "")))


def kata_tanpa_ketua(nama_rt: str, hari: str, pertama: str) -> str:
    """Say that nobody headed an RT on a day (ISO); ``pertama``: the first day of its first known term."""
    pola = text.SEBELUM_MASA if pertama and hari < pertama else text.TANPA_KETUA
    mulai = tanggal.panjang(date.fromisoformat(pertama)) if pertama else ""
    return pola.format(rt=nama_rt, tanggal=tanggal.panjang(date.fromisoformat(hari)), mulai=mulai)


def kunci_foto(con: Connection, ids: Collection[str]) -> dict[str, list[str]]:
    """Return the keys of the photos of these reports."""
    hasil: defaultdict[str, list[str]] = defaultdict(list)
    rows = con.execute(
        "SELECT laporan_id, kunci FROM laporan_foto WHERE laporan_id IN (SELECT value FROM json_each(?))",
        (json.dumps([*ids]),),
    )
    for id, kunci in rows:
        hasil[str(id)].append(str(kunci))
    return hasil
