"""How people name a row of module bimtek, and its stored codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt.queries import di_kelurahan
from sipokat_desktop.storage.sqlite import Connection

from . import rules, text
from .model import sebut_rt, sebut_sasaran

_RT = """SELECT j.nomor, coalesce(j.rw, ''), x.lingkup, x.lingkup <> coalesce(s.nilai, '') FROM {tabel} x
LEFT JOIN rt_jabatan j ON j.id = x.jabatan_id LEFT JOIN setelan s ON s.kunci = 'lingkup' WHERE x.id = ?"""


def _jam(nilai: str) -> str:
    """Say when somebody was recorded: ``20 November 2017 08.05``."""
    if not nilai.lstrip("-").isdigit():
        return nilai
    saat = tanggal.wib(int(nilai))
    return f"{tanggal.panjang(saat.date())} {tanggal.jam_wib(int(nilai))}"


KATA: Mapping[str, Callable[[str], str]] = {
    "keadaan": lambda nilai: text.KEADAAN.get(nilai, nilai),
    "undangan": lambda nilai: text.KEADAAN_UNDANGAN.get(nilai, nilai),
    "tanda": lambda nilai: text.TANDA.get(nilai, nilai),
    "cara": lambda nilai: text.CARA.get(nilai, nilai),
    "sasaran": lambda nilai: sebut_sasaran(rules.pisah_sasaran(nilai)),
    "pukul": _jam,
    "gambar": lambda _nilai: text.TERPASANG,
}
"""What says a stored value of a kind in words."""


def sebut_kegiatan(con: Connection, id: str) -> str:
    """Name an event: ``Bimbingan Teknis Ketua RT · 2017``; the year follows where the name does not say it."""
    row = con.execute(
        """SELECT coalesce(nama, ''), coalesce((SELECT min(tanggal) FROM bimtek_sesi WHERE kegiatan_id = k.id), '')
           FROM bimtek_kegiatan k WHERE id = ?""",
        (id,),
    ).fetchone()
    if row is None:
        return ""
    tahun = str(row[1])[:4]
    return _gabung(str(row[0]), tahun if tahun not in str(row[0]) else "")


def sebut_sesi(con: Connection, id: str) -> str:
    """Name a session: ``Pembukaan · 20 November 2017 08.00``."""
    row = con.execute(
        "SELECT coalesce(judul, ''), coalesce(tanggal, ''), coalesce(mulai, '') FROM bimtek_sesi WHERE id = ?", (id,)
    ).fetchone()
    if row is None:
        return ""
    hari = tanggal.panjang(date.fromisoformat(row[1])) if row[1] else ""
    return _gabung(str(row[0]), f"{hari} {str(row[2]).replace(':', '.')}".strip())


def sebut_notulen(con: Connection, id: str) -> str:
    """Name minutes by their session."""
    return _dari(con, "SELECT sesi_id FROM bimtek_notulen WHERE id = ?", id, sebut_sesi, text.SEBUT_NOTULEN)


def sebut_sertifikat(con: Connection, id: str) -> str:
    """Name the design of certificates."""
    return text.SEBUT_SERTIFIKAT if _ada(con, "bimtek_sertifikat", id) else ""


def sebut_undangan(con: Connection, id: str) -> str:
    """Name an invitation: ``RT 05 Air Kuti · Bimbingan Teknis Ketua RT · 2017``."""
    return _dari(
        con, "SELECT kegiatan_id FROM bimtek_undangan WHERE id = ?", id, sebut_kegiatan, _rt(con, "bimtek_undangan", id)
    )


def sebut_hadir(con: Connection, id: str) -> str:
    """Name a mark: ``RT 05 Air Kuti · Hadir · Pembukaan · 20 November 2017 08.00``."""
    row = con.execute("SELECT coalesce(tanda, '') FROM bimtek_hadir WHERE id = ?", (id,)).fetchone()
    if row is None:
        return ""
    siapa = _gabung(_rt(con, "bimtek_hadir", id), KATA["tanda"](str(row[0])))
    return _dari(con, "SELECT sesi_id FROM bimtek_hadir WHERE id = ?", id, sebut_sesi, siapa)


def sebut_terbit(con: Connection, id: str) -> str:
    """Name a certificate: ``001/SERT/2017 · RT 05 Air Kuti · Ahmad Abdullah``."""
    row = con.execute(
        "SELECT coalesce(nomor, ''), coalesce(nama, '') FROM bimtek_terbit WHERE id = ?", (id,)
    ).fetchone()
    return _gabung(str(row[0]), _rt(con, "bimtek_terbit", id), str(row[1])) if row else ""


def _rt(con: Connection, tabel: str, id: str) -> str:
    """Name the post of a row, with its kelurahan on the computer of another office."""
    row = con.execute(_RT.format(tabel=tabel), (id,)).fetchone()
    if row is None:
        return ""
    nama = sebut_rt(str(row[0]), str(row[1])) if row[0] else text.RT_ASING
    return di_kelurahan(con, nama, str(row[2] or "")) if row[3] else nama


def _dari(con: Connection, sql: str, id: str, nama: Callable[[Connection, str], str], awal: str) -> str:
    """Name a row by what it is and by the row that it belongs to; "" where it is not here."""
    row = con.execute(sql, (id,)).fetchone()
    return _gabung(awal, nama(con, str(row[0] or ""))) if row else ""


def _ada(con: Connection, tabel: str, id: str) -> bool:
    return con.execute(f"SELECT 1 FROM {tabel} WHERE id = ?", (id,)).fetchone() is not None


def _gabung(*bagian: str) -> str:
    return " · ".join(filter(None, bagian))


SEBUTAN: Mapping[str, Callable[[Connection, str], str]] = {
    "bimtek_kegiatan": sebut_kegiatan,
    "bimtek_sesi": sebut_sesi,
    "bimtek_notulen": sebut_notulen,
    "bimtek_sertifikat": sebut_sertifikat,
    "bimtek_undangan": sebut_undangan,
    "bimtek_hadir": sebut_hadir,
    "bimtek_terbit": sebut_terbit,
}
"""What names a row of each table."""
