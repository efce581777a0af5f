"""Reading events and their sessions: what there is, which one a word means, who belongs to which session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite

from . import rules, text
from .model import BATAL, Kegiatan, Sesi
from .undangan_sql import DIUNDANG

_ISI = (
    "id", "lingkup", "nama", "tema", "dasar_hukum", "penyelenggara", "tempat", "narasumber", "surat_nomor",
    "surat_tanggal", "surat_isi", "latar_belakang", "tujuan", "hasil", "saran", "keadaan", "catatan",
)  # fmt: skip
_KEGIATAN = f"""SELECT {", ".join(f"coalesce(k.{nama}, '')" for nama in _ISI)},
    coalesce((SELECT min(s.tanggal) FROM bimtek_sesi s WHERE s.kegiatan_id = k.id), ''),
    coalesce((SELECT max(s.tanggal) FROM bimtek_sesi s WHERE s.kegiatan_id = k.id), ''),
    (SELECT count(*) FROM bimtek_sesi s WHERE s.kegiatan_id = k.id),
    (SELECT count(*) FROM bimtek_undangan u WHERE u.kegiatan_id = k.id AND {DIUNDANG})
FROM bimtek_kegiatan k"""
_SESI = """SELECT s.id, coalesce(s.kegiatan_id, ''), s.lingkup, coalesce(s.judul, ''), coalesce(s.tanggal, ''),
    coalesce(s.mulai, ''), coalesce(s.selesai, ''), coalesce(s.tempat, ''), coalesce(s.narasumber, ''),
    coalesce(s.sasaran, ''), coalesce(s.catatan, ''), coalesce(nullif(s.tempat, ''), k.tempat, ''),
    coalesce(nullif(s.narasumber, ''), k.narasumber, '')
FROM bimtek_sesi s LEFT JOIN bimtek_kegiatan k ON k.id = s.kegiatan_id"""


def kegiatan(con: sqlite.Connection, *, lingkup: str = "") -> list[Kegiatan]:
    """Return the events that are here, the latest first, those without a day before them; with ``lingkup`` only those
    that concern that office: its own, those of the offices above it and of its kelurahan."""
    semua = [Kegiatan(*row) for row in con.execute(_KEGIATAN)]
    semua.sort(key=lambda k: (k.mulai or "9999", k.kegiatan_id), reverse=True)
    return [k for k in semua if not lingkup or rules.menyangkut(k.lingkup, lingkup)]


def satu_kegiatan(con: sqlite.Connection, kegiatan_id: str) -> Kegiatan:
    """Return an event; raise InputSalah when it is not here."""
    row = con.execute(f"{_KEGIATAN} WHERE k.id = ?", (kegiatan_id,)).fetchone()
    if row is None:
        raise InputSalah("kegiatan", text.KEGIATAN_TIDAK_ADA)
    return Kegiatan(*row)


def kegiatan_terbuka(con: sqlite.Connection, kegiatan_id: str) -> Kegiatan:
    """Return an event that takes sessions, invitations and attendance; raise InputSalah when it is over, cancelled or
    not here."""
    k = satu_kegiatan(con, kegiatan_id)
    if not k.terbuka:
        raise InputSalah("kegiatan", text.SUDAH_SELESAI.format(nama=k.nama, keadaan=k.kata_keadaan))
    return k


def cari_kegiatan(con: sqlite.Connection, teks: str) -> Kegiatan:
    """Return the event with an id or a name (or a piece of it, or its year); of an empty text the only open one.

    Raises InputSalah that names the events there are where none or several fit.
    """
    semua, kunci = kegiatan(con), kunci_cari(teks)
    if not semua:
        raise InputSalah("kegiatan", text.KEGIATAN_KOSONG)
    cocok = [k for k in semua if teks.strip() == k.kegiatan_id or (kunci and kunci == kunci_cari(k.nama))]
    cocok = cocok or [k for k in semua if kunci and kunci in kunci_cari(f"{k.nama} {k.mulai[:4]}")]
    if not kunci:
        cocok = [k for k in semua if k.terbuka]
    if len(cocok) > 1:
        cocok = [k for k in cocok if k.terbuka] if sum(k.terbuka for k in cocok) == 1 else cocok
    if len(cocok) != 1:
        raise InputSalah("kegiatan", text.KEGIATAN_YANG_MANA.format(pilihan=_pilihan(cocok or semua)))
    return cocok[0]


def _pilihan(semua: Iterable[Kegiatan]) -> str:
    return "; ".join(f"{k.nama} ({k.waktu})" for k in semua)


def sesi(con: sqlite.Connection, kegiatan_id: str) -> list[Sesi]:
    """Return the sessions of an event in the order in which they begin."""
    return _baca(con, "WHERE s.kegiatan_id = ?", (kegiatan_id,))


def satu_sesi(con: sqlite.Connection, sesi_id: str) -> Sesi:
    """Return a session; raise InputSalah when it is not here."""
    for satu in _baca(con, "WHERE s.id = ?", (sesi_id,)):
        return satu
    raise InputSalah("sesi", text.SESI_TIDAK_ADA)


def sesi_hari(con: sqlite.Connection, hari: str) -> list[Sesi]:
    """Return the sessions of all events on a day (ISO)."""
    return _baca(con, "WHERE s.tanggal = ?", (hari,))


def peringatan_sesi(con: sqlite.Connection, kegiatan_id: str) -> list[rules.Peringatan]:
    """Return what is in doubt about the sessions of an event: those that overlap, here and with other events."""
    semua = sesi(con, kegiatan_id)
    hidup = {k.kegiatan_id for k in kegiatan(con) if k.keadaan != BATAL}
    lain = [s for hari in {s.tanggal for s in semua} for s in sesi_hari(con, hari) if s.kegiatan_id in hidup]
    return rules.peringatan(semua, lain)


def cari_sesi(con: sqlite.Connection, kegiatan_id: str, teks: str) -> Sesi:
    """Return the session with an id, a number (1 is the first), a day or a piece of its title; of an empty text the
    only one. Raises InputSalah that names the sessions there are."""
    semua, kunci = sesi(con, kegiatan_id), kunci_cari(teks)
    if not semua:
        raise InputSalah("sesi", text.SESI_KOSONG)
    rapi = teks.strip()
    if rapi.isascii() and rapi.isdigit() and 1 <= int(rapi[:4]) <= len(semua):
        return semua[int(rapi[:4]) - 1]
    cocok = [s for s in semua if rapi == s.sesi_id or (kunci and kunci in kunci_cari(s.judul)) or rapi == s.tanggal]
    cocok = cocok if kunci else semua
    if len(cocok) != 1:
        pilihan = "; ".join(f"{ke} {s.sebut}" for ke, s in enumerate(semua, 1))
        raise InputSalah("sesi", text.SESI_YANG_MANA.format(pilihan=pilihan))
    return cocok[0]


def hari_peserta(semua: Sequence[Sesi], lingkup: Iterable[str], bawaan: date) -> dict[str, str]:
    """Return per kelurahan the first day (ISO) of the sessions that its posts belong to; of those that belong to none
    the first day of all, without any session ``bawaan``."""
    awal = min((s.tanggal for s in semua), default=bawaan.isoformat())
    return {kode: min((s.tanggal for s in semua if s.untuk(kode)), default=awal) for kode in lingkup}


def tempat_peserta(kegiatan_lingkup: str) -> tuple[str, ...]:
    """Return the kelurahan whose posts can be invited to an event of an office."""
    return wilayah.kelurahan_dari(kegiatan_lingkup)


def _baca(con: sqlite.Connection, di_mana: str, nilai: tuple[str, ...]) -> list[Sesi]:
    rows = con.execute(f"{_SESI} {di_mana} ORDER BY s.tanggal, coalesce(s.mulai, ''), s.judul, s.id", nilai)
    return [Sesi(*(*row[:9], rules.pisah_sasaran(row[9]), *row[10:])) for row in rows]
