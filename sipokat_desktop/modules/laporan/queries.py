"""Reading reports: lists with their filters, one with its photos, counts, and what to begin the next one with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.sqlite import Connection

from . import baca, isi
from .model import Bekal, Foto, Jumlah, Laporan, PilihanRt, Rinci, Saring
from .setelan import bidang_dipakai

__all__ = [
    "BATAS", "bekal", "bidang_dipakai", "daftar", "foto", "jumlah", "lengkap", "pilihan_rt", "saran_lokasi",
    "saran_uraian", "satu", "syarat", "tempat_foto",
]  # fmt: skip
BATAS = 500
"""Reports that a list holds unless more are asked for."""
BARIS = """SELECT l.id, l.lingkup, l.jabatan_id, coalesce(j.nomor, '?'), coalesce(j.rw, ''), coalesce(l.masa_id, ''),
    coalesce(l.tanggal, ''), coalesce(l.bidang, ''), coalesce(l.jenis, ''), coalesce(l.uraian, ''),
    coalesce(l.lokasi, ''), l.peserta, coalesce(l.kategori, ''), coalesce(l.asal, ''), coalesce(l.pelapor, ''),
    coalesce(l.diubah_oleh, ''), coalesce(l.lurah, ''), coalesce(l.lurah_catatan, ''), coalesce(l.lurah_hari, ''),
    coalesce(l.lurah_isi, ''), coalesce(l.camat, ''), coalesce(l.camat_catatan, ''), coalesce(l.camat_hari, ''),
    coalesce(l.camat_isi, '')
FROM laporan_kegiatan l LEFT JOIN rt_jabatan j ON j.id = l.jabatan_id"""
"""A report as :func:`lengkap` takes it."""
_JUMLAH = """SELECT count(*), sum(l.kategori = 'kinerja'), sum(l.lurah = 'ya'), sum(l.lurah = 'tidak'),
    sum(l.lurah IS NULL), sum(l.camat = 'ya'), sum(l.camat = 'tidak'), sum(l.camat IS NULL),
    sum(NOT EXISTS (SELECT 1 FROM laporan_foto f WHERE f.laporan_id = l.id)) FROM laporan_kegiatan l"""
_BERFOTO = "EXISTS (SELECT 1 FROM laporan_foto f WHERE f.laporan_id = l.id)"
_SAMA = ("jabatan_id", "bidang", "jenis", "kategori", "asal")


def daftar(con: Connection, saring: Saring, *, batas: int = BATAS, mulai: int = 0) -> list[Laporan]:
    """Return the reports of a filter, the newest day first, within a day by RT."""
    di, nilai = syarat(saring)
    rows = con.execute(
        f"{BARIS} WHERE {di} ORDER BY l.tanggal DESC, length(j.nomor), j.nomor, l.id DESC LIMIT ? OFFSET ?",
        (*nilai, batas, mulai),
    )
    return lengkap(con, rows.fetchall())


def jumlah(con: Connection, saring: Saring) -> Jumlah:
    """Count the reports of a filter."""
    di, nilai = syarat(saring)
    return Jumlah(*(int(n or 0) for n in con.execute(f"{_JUMLAH} WHERE {di}", nilai).fetchone()))


def satu(con: Connection, laporan_id: str) -> Rinci | None:
    """Return a report with its photos, None where it is not here."""
    rows = con.execute(f"{BARIS} WHERE l.id = ?", (laporan_id,)).fetchall()
    return Rinci(lengkap(con, rows)[0], foto(con, laporan_id)) if rows else None


def foto(con: Connection, laporan_id: str) -> tuple[Foto, ...]:
    """Return the photos of a report, in their order."""
    rows = con.execute(
        """SELECT id, laporan_id, kunci, coalesce(sidik, ''), coalesce(ukuran, 0), coalesce(lebar, 0),
                  coalesce(tinggi, 0), coalesce(urutan, 0)
           FROM laporan_foto WHERE laporan_id = ? ORDER BY urutan, id""",
        (laporan_id,),
    )
    return tuple(Foto(*row) for row in rows)


def tempat_foto(con: Connection, kunci: str) -> list[str]:
    """Return the kelurahan in which a report has the photo of this key."""
    rows = con.execute("SELECT DISTINCT lingkup FROM laporan_foto WHERE kunci = ? ORDER BY 1", (kunci,))
    return [str(row[0]) for row in rows]


def lengkap(con: Connection, rows: Sequence[Sequence[object]]) -> list[Laporan]:
    """Return rows of BARIS as reports, with how many photos they have and what they say by now."""
    kunci = baca.kunci_foto(con, [str(row[0]) for row in rows])
    return [dari_baris(row, kunci.get(str(row[0]), ())) for row in rows]


def dari_baris(row: Sequence[object], kunci: Sequence[str]) -> Laporan:
    """Return a row of BARIS as a report; ``kunci`` are the keys of its photos."""
    semua = Laporan._make((*row, len(kunci), ""))
    if not (semua.lurah_isi or semua.camat_isi):
        return semua
    return semua._replace(isi=isi.sidik((getattr(semua, nama) for nama in isi.SUBSTANSI), kunci))


def bekal(con: Connection, lingkup: str, jabatan_id: str = "") -> Bekal | None:
    """Return what was entered last in a kelurahan, of an RT where that has any; None where nothing was."""
    rows = (
        con.execute(f"{_BEKAL} WHERE {kolom} = ? ORDER BY id DESC LIMIT 1", (nilai,)).fetchone()
        for kolom, nilai in (("jabatan_id", jabatan_id), ("lingkup", lingkup))
        if nilai
    )
    row = next(filter(None, rows), None)
    return Bekal(*row) if row else None


_BEKAL = """SELECT coalesce(bidang, ''), coalesce(jenis, ''), coalesce(lokasi, ''), coalesce(kategori, ''),
    coalesce(tanggal, '') FROM laporan_kegiatan"""


def saran_uraian(
    con: Connection, lingkup: str, jenis: str, *, awal: str = "", jabatan_id: str = "", batas: int = 8
) -> list[str]:
    """Return descriptions of earlier reports of a kind that begin with ``awal``: the RT's own first, then those used
    most."""
    return _saran(con, "uraian", (lingkup, jenis), "lingkup = ? AND jenis = ?", awal, jabatan_id, batas)


def saran_lokasi(con: Connection, lingkup: str, *, awal: str = "", jabatan_id: str = "", batas: int = 8) -> list[str]:
    """Return places of earlier reports that begin with ``awal``: the RT's own first, then those used most."""
    return _saran(con, "lokasi", (lingkup,), "lingkup = ?", awal, jabatan_id, batas)


def _saran(
    con: Connection, kolom: str, nilai: tuple[str, ...], di: str, awal: str, jabatan_id: str, batas: int
) -> list[str]:
    rows = con.execute(
        f"""SELECT {kolom} FROM laporan_kegiatan WHERE {di} AND {kolom} LIKE ? ESCAPE '!' GROUP BY {kolom}
            ORDER BY max(jabatan_id = ?) DESC, count(*) DESC, max(id) DESC LIMIT ?""",
        (*nilai, f"{_polos(awal.strip())}%", jabatan_id, batas),
    )
    return [str(row[0]) for row in rows]


def pilihan_rt(con: Connection, lingkup: str, hari: date) -> list[PilihanRt]:
    """Return the RT of a kelurahan in order of number, each once, with who heads it on the day."""
    semua: dict[str, PilihanRt] = {}
    for b in rt.roster(con, lingkup=lingkup, hari=hari):
        if b.nomor != "?":
            semua[b.jabatan_id] = PilihanRt(b.jabatan_id, b.nomor, b.rw or "", b.masa_id or "", b.nama or "")
    return [*semua.values()]


def syarat(saring: Saring) -> tuple[str, tuple[str | int, ...]]:
    """Return the condition of a filter on rows ``l``, and its values."""
    bagian = [*_tempat(saring.lingkup), *_isi(saring)]
    return " AND ".join(["1", *(di for di, _ in bagian)]), tuple(nilai for _, semua in bagian for nilai in semua)


_Bagian = tuple[str, tuple[str | int, ...]]


def _tempat(lingkup: str) -> Iterable[_Bagian]:
    if not lingkup or wilayah.adalah_kota(lingkup):
        return
    yield "l.lingkup IN (SELECT value FROM json_each(?))", (json.dumps(wilayah.kelurahan_dari(lingkup)),)


def _isi(saring: Saring) -> Iterable[_Bagian]:
    yield from ((f"l.{nama} = ?", (str(getattr(saring, nama)),)) for nama in _SAMA if getattr(saring, nama))
    if saring.dari:
        yield "l.tanggal >= ?", (saring.dari,)
    if saring.sampai:
        yield "l.tanggal <= ?", (saring.sampai,)
    for nama in ("lurah", "camat"):
        putusan = getattr(saring, nama)
        if putusan:
            yield (f"l.{nama} IS NULL", ()) if putusan == "belum" else (f"l.{nama} = ?", (putusan,))
    if saring.foto:
        yield (_BERFOTO if saring.foto == "ada" else f"NOT {_BERFOTO}"), ()
    for kata in saring.teks.split():
        pola = f"%{_polos(kata)}%"
        yield "(l.uraian LIKE ? ESCAPE '!' OR l.lokasi LIKE ? ESCAPE '!' OR l.pelapor LIKE ? ESCAPE '!')", (pola,) * 3
    if saring.ids:
        yield "l.id IN (SELECT value FROM json_each(?))", (json.dumps(saring.ids),)


def _polos(kata: str) -> str:
    return kata.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def diputuskan(con: Connection, wilayah: Sequence[str], dari: str) -> list[tuple[str, str]]:
    """Return the reports of these kelurahan that the camat decided since the day ``dari`` (ISO), and his word, the
    latest first."""
    rows = con.execute(
        """SELECT id, camat FROM laporan_kegiatan WHERE lingkup IN (SELECT value FROM json_each(?1))
           AND camat IS NOT NULL AND camat_hari >= ?2 ORDER BY camat_hari DESC, tanggal DESC, id""",
        (json.dumps(wilayah), dari),
    )
    return [(str(row[0]), str(row[1])) for row in rows]


def beberapa(con: Connection, ids: Sequence[str]) -> list[Laporan]:
    """Return these reports."""
    rows = con.execute(f"{BARIS} WHERE l.id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)).fetchall()
    return lengkap(con, rows)
