"""Reading the roster."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.values import NamedTuple
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite

from . import rules, text
from .rules import Peringatan

_ROSTER = """
SELECT * FROM (
SELECT j.id AS jabatan_id, j.nomor, j.rw, j.jumlah_kk, m.id AS masa_id, m.orang_id,
       CASE WHEN m.id IS NOT NULL AND o.id IS NULL THEN :belum ELSE o.nama END, o.nik,
       o.hp, o.alamat, m.jenis, m.tmt, m.akhir_sk, m.sk_nomor, o.bank, o.rekening,
       o.rangkap, o.kelamin, o.tanggal_lahir, m.sk_tanggal, j.jiwa_l, j.jiwa_p, o.foto,
       o.tempat_lahir
FROM rt_jabatan j
LEFT JOIN rt_masa m ON m.jabatan_id = j.id
     AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= :hari) AND (m.tmt IS NULL OR m.tmt <= :hari)
LEFT JOIN rt_orang o ON o.id = m.orang_id
WHERE j.lingkup = :lingkup
UNION ALL
SELECT m.jabatan_id, '?', NULL, NULL, m.id, m.orang_id, coalesce(o.nama, :belum), o.nik,
       o.hp, o.alamat, m.jenis, m.tmt, m.akhir_sk, m.sk_nomor, o.bank, o.rekening,
       o.rangkap, o.kelamin, o.tanggal_lahir, m.sk_tanggal, NULL, NULL, o.foto,
       o.tempat_lahir
FROM rt_masa m LEFT JOIN rt_orang o ON o.id = m.orang_id
WHERE m.lingkup = :lingkup AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= :hari) AND (m.tmt IS NULL OR m.tmt <= :hari)
      AND NOT EXISTS (SELECT 1 FROM rt_jabatan j WHERE j.id = m.jabatan_id)
) ORDER BY length(nomor), nomor, rw, tmt
"""


class BarisRoster(NamedTuple):
    """A post with the head who holds it on the asked day; the head's fields are None when vacant."""

    jabatan_id: str
    nomor: str
    rw: str | None
    jumlah_kk: int | None
    masa_id: str | None
    orang_id: str | None
    nama: str | None
    nik: str | None
    hp: str | None
    alamat: str | None
    jenis: str | None
    tmt: str | None
    akhir_sk: str | None
    sk_nomor: str | None
    bank: str | None
    rekening: str | None
    rangkap: str | None
    kelamin: str | None
    tanggal_lahir: str | None
    sk_tanggal: str | None
    jiwa_l: int | None
    jiwa_p: int | None
    foto: str | None
    tempat_lahir: str | None

    def peringatan(self, hari: date) -> list[Peringatan]:
        """Return the doubts about what is saved, each with the input that mends it (:func:`rules.peringatan`)."""
        return rules.peringatan(self._asdict(), hari)

    def keadaan(self, hari: date) -> tuple[str, str]:
        """Return (role, sentence) as :func:`rules.keadaan`."""
        return rules.keadaan(
            orang_id=self.orang_id, tmt=self.tmt, akhir_sk=self.akhir_sk, sk=self.sk_nomor, hari_ini=hari
        )

    @property
    def kunci(self) -> str:
        """What a forgiving search looks in: also ``RT 3`` finds RT 03."""
        rt = f"RT {self.nomor} RT {self.nomor.lstrip('0')}"
        return kunci_cari(f"{rt} {self.nama or ''} {self.nik or ''} {self.hp or ''} {self.alamat or ''}")


class Masa(NamedTuple):
    """A term of office with its holder and post: what payments are computed from."""

    masa_id: str
    jabatan_id: str
    orang_id: str
    nomor: str
    nama: str
    nik: str | None
    rekening: str | None
    golongan: str | None
    rangkap: str | None
    sk_nomor: str | None
    sk_tanggal: str | None
    tmt: str | None
    akhir_sk: str | None
    akhir_nyata: str | None
    bank: str | None = None
    atas_nama: str | None = None


class Pejabat(NamedTuple):
    """Someone who signs papers, as the paper names them."""

    sebutan: str
    nama: str
    pangkat: str
    nip: str


class PejabatBertanggal(NamedTuple):
    """A signer with the days (ISO or "") between which the papers name them."""

    peran: str
    nama: str
    pangkat: str
    nip: str
    mulai: str
    sampai: str


def roster(con: sqlite.Connection, *, lingkup: str, hari: date) -> list[BarisRoster]:
    """Return every post of a kelurahan in order of number with its head on ``hari``.

    A term whose post or person has not arrived yet (rows come in any order) is shown with what is known.
    """
    rows = con.execute(_ROSTER, {"lingkup": lingkup, "hari": hari.isoformat(), "belum": text.BELUM_TIBA})
    return [BarisRoster(*row) for row in rows]


def masa(con: sqlite.Connection, *, lingkup: str) -> list[Masa]:
    """Return every term of a kelurahan, former heads too, by post and TMT; see :func:`roster` for missing parents."""
    rows = con.execute(
        """SELECT m.id, m.jabatan_id, m.orang_id, coalesce(j.nomor, '?'), coalesce(o.nama, ?), o.nik, o.rekening,
                  o.golongan, o.rangkap, m.sk_nomor, m.sk_tanggal, m.tmt, m.akhir_sk, m.akhir_nyata, o.bank, o.atas_nama
           FROM rt_masa m LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id
           LEFT JOIN rt_orang o ON o.id = m.orang_id
           WHERE m.lingkup = ? ORDER BY length(j.nomor), j.nomor, m.tmt, m.id""",
        (text.BELUM_TIBA, lingkup),
    )
    return [Masa(*row) for row in rows]


def isian(con: sqlite.Connection, *, jabatan_id: str, masa_id: str | None) -> dict[str, str]:
    """Return the stored values of a post, its term and its holder as form text (dates as ISO)."""
    nilai: dict[str, str] = {}
    jabatan = con.execute("SELECT * FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone()
    term = con.execute("SELECT * FROM rt_masa WHERE id = ?", (masa_id,)).fetchone()
    orang = con.execute("SELECT * FROM rt_orang WHERE id = ?", (term["orang_id"] if term else None,)).fetchone()
    for row in (jabatan, term, orang):
        if row is not None:
            nilai |= {key: "" if row[key] is None else str(row[key]) for key in row.keys()}  # noqa: SIM118
    return nilai


def kelurahan(con: sqlite.Connection) -> list[str]:
    """Return the scopes that hold posts."""
    return [str(row[0]) for row in con.execute("SELECT DISTINCT lingkup FROM rt_jabatan ORDER BY 1")]


class Tumpuk(NamedTuple):
    """A term that shares days with another: RT number, holder, first and last day (ISO, empty where open)."""

    masa_id: str
    nomor: str
    nama: str
    tmt: str | None
    akhir_nyata: str | None


_TUMPUK = """SELECT m.id, coalesce(j.nomor, '?'), coalesce(o.nama, ''), m.tmt, m.akhir_nyata FROM rt_masa m
LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id LEFT JOIN rt_orang o ON o.id = m.orang_id
WHERE m.id <> :kecuali AND (:sampai IS NULL OR m.tmt IS NULL OR m.tmt <= :sampai)
      AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= :mulai)"""


def masa_bertumpuk(
    con: sqlite.Connection, *, jabatan_id: str, mulai: str, sampai: str | None, kecuali: str = ""
) -> list[Tumpuk]:
    """Return the terms of a post that share a day with ``mulai`` … ``sampai`` (ISO; None: open), oldest first."""
    nilai = {"jabatan": jabatan_id, "mulai": mulai, "sampai": sampai, "kecuali": kecuali}
    rows = con.execute(f"{_TUMPUK} AND m.jabatan_id = :jabatan ORDER BY m.tmt, m.id", nilai)
    return [Tumpuk(*row) for row in rows]


def masa_lain(
    con: sqlite.Connection, *, orang_id: str, nik: str | None, mulai: str, sampai: str | None, kecuali: str = ""
) -> list[Tumpuk]:
    """Return the terms that a person, by id or by NIK, holds on days between ``mulai`` and ``sampai`` (ISO)."""
    nilai = {"orang": orang_id, "nik": nik, "mulai": mulai, "sampai": sampai, "kecuali": kecuali}
    rows = con.execute(f"{_TUMPUK} AND (m.orang_id = :orang OR o.nik = :nik) ORDER BY m.tmt, m.id", nilai)
    return [Tumpuk(*row) for row in rows]


def rangkap_ketua(con: sqlite.Connection, *, lingkup: str, hari: date) -> dict[str, str]:
    """Return a sentence per term whose holder, by id or NIK, heads another RT on ``hari`` too."""
    rows = con.execute(
        """WITH kini AS (
               SELECT m.id, m.jabatan_id, m.orang_id, o.nik, coalesce(j.nomor, '?') AS nomor FROM rt_masa m
               LEFT JOIN rt_orang o ON o.id = m.orang_id LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id
               WHERE m.lingkup = :lingkup AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= :hari)
                     AND (m.tmt IS NULL OR m.tmt <= :hari))
           SELECT a.id, min(b.nomor) FROM kini a JOIN kini b ON b.orang_id = a.orang_id AND b.jabatan_id <> a.jabatan_id
           GROUP BY a.id
           UNION
           SELECT a.id, min(b.nomor) FROM kini a JOIN kini b ON b.nik = a.nik AND b.jabatan_id <> a.jabatan_id
           GROUP BY a.id""",
        {"lingkup": lingkup, "hari": hari.isoformat()},
    )
    return {str(id): text.RANGKAP_RT.format(rt=nomor) for id, nomor in rows}


_SEBUT = """SELECT 'RT ' || j.nomor || coalesce(' · ' || o.nama, '') FROM rt_jabatan j
LEFT JOIN rt_masa m ON m.jabatan_id = j.id LEFT JOIN rt_orang o ON o.id = m.orang_id"""


def sebut_jabatan(con: sqlite.Connection, id: str) -> str:
    """Name a post for people: ``RT 05``; empty when it is not here."""
    row = con.execute("SELECT 'RT ' || nomor FROM rt_jabatan WHERE id = ?", (id,)).fetchone()
    return str(row[0]) if row else ""


def sebut_masa(con: sqlite.Connection, id: str) -> str:
    """Name a term by post and holder: ``RT 05 · Sopian Hadi``."""
    row = con.execute(f"{_SEBUT} WHERE m.id = ?", (id,)).fetchone()
    return str(row[0]) if row else ""


def sebut_orang(con: sqlite.Connection, id: str) -> str:
    """Name a person by the latest post and the name: ``RT 05 · Sopian Hadi``."""
    row = con.execute(f"{_SEBUT} WHERE o.id = ? ORDER BY m.tmt DESC", (id,)).fetchone()
    row = row or con.execute("SELECT nama FROM rt_orang WHERE id = ?", (id,)).fetchone()
    return str(row[0]) if row and row[0] else ""


def sebut_pejabat(con: sqlite.Connection, id: str) -> str:
    """Name a signer: ``lurah · Dra. Yunita``."""
    row = con.execute("SELECT peran || ' · ' || nama FROM rt_pejabat WHERE id = ?", (id,)).fetchone()
    return str(row[0]) if row and row[0] else ""


def pejabat(con: sqlite.Connection, *, lingkup: str, peran: str, hari: date) -> Pejabat | None:
    """Return who signs as ``peran`` on ``hari`` (a lurah changes: the table is dated)."""
    row = con.execute(
        """SELECT coalesce(sebutan, ''), nama, coalesce(pangkat, ''), coalesce(nip, '') FROM rt_pejabat
           WHERE lingkup = ? AND peran = ? AND (mulai IS NULL OR mulai <= ?)
             AND (sampai IS NULL OR sampai >= ?) ORDER BY mulai DESC LIMIT 1""",
        (lingkup, peran, hari.isoformat(), hari.isoformat()),
    ).fetchone()
    return Pejabat(*row) if row else None


def semua_pejabat(con: sqlite.Connection, *, lingkup: str) -> list[PejabatBertanggal]:
    """Return everyone who signs or signed, by role, the latest first."""
    rows = con.execute(
        """SELECT peran, nama, coalesce(pangkat, ''), coalesce(nip, ''), coalesce(mulai, ''), coalesce(sampai, '')
           FROM rt_pejabat WHERE lingkup = ? ORDER BY peran, mulai DESC""",
        (lingkup,),
    )
    return [PejabatBertanggal(*row) for row in rows]


def nama_kelurahan(con: sqlite.Connection, lingkup: str) -> str:
    """Return what the office calls its kelurahan (Air Temam), else the official name (Air Teman)."""
    row = con.execute("SELECT nama FROM rt_kelurahan WHERE lingkup = ? AND nama <> ''", (lingkup,)).fetchone()
    return str(row[0]) if row else wilayah.nama(lingkup)


def di_kelurahan(con: sqlite.Connection, rt: str, lingkup: str) -> str:
    """Name an RT with its kelurahan, as the computer of another office does: ``RT 05 Air Temam``."""
    return " ".join(filter(None, (rt, nama_kelurahan(con, lingkup))))


def sebutan_kelurahan(con: sqlite.Connection, lingkup: str) -> tuple[str, ...]:
    """Return every name of a kelurahan that a search should know: the office's own, the official one, the aliases."""
    tempat = wilayah.semua().get(lingkup)
    resmi = (tempat.nama, *tempat.alias) if tempat else ()
    return tuple(dict.fromkeys((nama_kelurahan(con, lingkup), *resmi)))


def alamat_kantor(con: sqlite.Connection, lingkup: str) -> str:
    """Return the address of the office as papers carry it, empty when it was not entered."""
    row = con.execute("SELECT coalesce(alamat, '') FROM rt_kelurahan WHERE lingkup = ?", (lingkup,)).fetchone()
    return str(row[0]) if row else ""


def sebut_kelurahan(con: sqlite.Connection, id: str) -> str:
    """Name the row of a kelurahan: ``Kelurahan Air Temam``."""
    row = con.execute("SELECT lingkup FROM rt_kelurahan WHERE id = ?", (id,)).fetchone()
    return f"Kelurahan {nama_kelurahan(con, str(row[0]))}" if row else ""


SEBUTAN = {
    "rt_jabatan": sebut_jabatan, "rt_orang": sebut_orang, "rt_masa": sebut_masa, "rt_pejabat": sebut_pejabat,
    "rt_kelurahan": sebut_kelurahan,
}  # fmt: skip
"""What names a row of a table for people."""
