"""How people name a row of module laporan, and its stored codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage.sqlite import Connection

from . import text

_LAPORAN = """SELECT coalesce(j.nomor, '?'), coalesce(j.rw, ''), l.tanggal, l.jenis, coalesce(l.uraian, ''), l.lingkup,
    l.lingkup NOT IN ('', coalesce(s.nilai, '')) FROM laporan_kegiatan l LEFT JOIN rt_jabatan j ON j.id = l.jabatan_id
LEFT JOIN setelan s ON s.kunci = 'lingkup' WHERE l.id = ?"""
_PENDEK = 60
"""Letters of a description that a name holds."""


def jenis(kode: str) -> str:
    """Return the words of a kind of activity, whichever field it belongs to."""
    return next((isi[kode] for isi in text.JENIS.values() if kode in isi), text.JENIS_LAIN)


def sebut_rt(nomor: str, rw: str = "") -> str:
    """Return ``RT 05``, with the RW where it has one: ``RT 05/02``."""
    return f"RT {nomor}/{rw}" if rw else f"RT {nomor}"


def hari(iso: str) -> str:
    """Say a stored day: ``5 April 2026``; what is none as it is."""
    try:
        return tanggal.panjang(date.fromisoformat(iso))
    except ValueError:
        return iso


KATA: Mapping[str, Callable[[str], str]] = {
    "bidang": lambda kode: text.BIDANG.get(kode, kode),
    "jenis": jenis,
    "kategori": lambda kode: text.KATEGORI.get(kode, kode),
    "putusan": lambda kode: text.PUTUSAN.get(kode, kode),
    "asal": lambda kode: text.ASAL.get(kode, kode),
    "hari": hari,
    "foto": lambda _kunci: text.TERPASANG,
    "setelan": lambda kode: text.SETELAN.get(kode, kode),
    "nilai": lambda kode: text.PUTUSAN.get(kode, kode),
}
"""What says a stored code in words."""


def laporan(con: Connection, id: str) -> str:
    """Name a report: ``RT 05 · 5 April 2026 · Gotong royong · Membersihkan siring``; "" where it is not here."""
    bagian = _bagian(con, id)
    return " · ".join(filter(None, bagian))


def foto(con: Connection, id: str) -> str:
    """Name a photo by its report, in fewer letters than that: ``foto RT 05 · 5 April 2026 · Gotong royong``; "" where
    it is not here."""
    row = con.execute("SELECT laporan_id FROM laporan_foto WHERE id = ?", (id,)).fetchone()
    if row is None:
        return ""
    bagian = _bagian(con, str(row[0]))
    return text.SEBUT_FOTO.format(laporan=" · ".join(bagian[:-1]) or text.LAPORAN_ASING.lower())


def _bagian(con: Connection, id: str) -> tuple[str, ...]:
    """Return RT (with its kelurahan on the computer of another office), day, kind and description of a report."""
    row = con.execute(_LAPORAN, (id,)).fetchone()
    if row is None:
        return ()
    rt = sebut_rt(str(row[0]), str(row[1]))
    if row[6]:
        from sipokat_desktop.modules.rt.queries import di_kelurahan

        rt = di_kelurahan(con, rt, str(row[5]))
    return rt, hari(str(row[2])), jenis(str(row[3])), pendek(str(row[4]))


def setelan(con: Connection, id: str) -> str:
    """Name a setting; "" where it is not here."""
    row = con.execute("SELECT kunci FROM laporan_setelan WHERE id = ?", (id,)).fetchone()
    return KATA["setelan"](str(row[0])) if row else ""


def pendek(uraian: str, batas: int = _PENDEK) -> str:
    """Return a description cut at a word."""
    if len(uraian) <= batas:
        return uraian
    return uraian[: batas + 1].rsplit(" ", 1)[0][:batas] + "…"


SEBUTAN: Mapping[str, Callable[[Connection, str], str]] = {
    "laporan_kegiatan": laporan,
    "laporan_foto": foto,
    "laporan_setelan": setelan,
}
"""What names a row of each table."""
