"""Events, sessions and posts deleted on one computer while another one recorded something of them: *Perlu keputusan*
asks, once for each, to bring them back or to let go what was recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import dangling, sqlite
from sipokat_desktop.storage.manifest import Doubt, Doubtful, Table, WayOut

from . import tabel, text
from .model import sebut_rt

if TYPE_CHECKING:
    from sipokat_desktop.storage.tx import Tx

KEGIATAN, SESI, JABATAN = "bimtek_kegiatan", "bimtek_sesi", "rt_jabatan"
KEMBALI, LEPAS = "kegiatan_kembali", "kegiatan_lepas"


class _Pakai(NamedTuple):
    """Rows that stand on what was deleted: their table, the column that names it, which of them, and whether they are
    never let go."""

    tabel: Table
    kolom: str
    hanya: str = "1"
    tetap: bool = False


_PAKAI: Mapping[str, tuple[_Pakai, ...]] = {
    KEGIATAN: (
        _Pakai(tabel.HADIR, "kegiatan_id", tetap=True),
        _Pakai(tabel.TERBIT, "kegiatan_id", tetap=True),
        _Pakai(tabel.SESI, "kegiatan_id"),
        _Pakai(tabel.UNDANGAN, "kegiatan_id", "m.keadaan IS NULL"),
    ),
    SESI: (_Pakai(tabel.HADIR, "sesi_id", tetap=True), _Pakai(tabel.NOTULEN, "sesi_id")),
    JABATAN: (_Pakai(tabel.HADIR, "jabatan_id"), _Pakai(tabel.UNDANGAN, "jabatan_id", "m.keadaan IS NULL")),
}


class _Temuan(NamedTuple):
    """A deleted row and the rows of one table that stand on it."""

    satu: dangling.Dangling
    pakai: _Pakai

    @property
    def id(self) -> str:
        return self.satu.row_id


def cari_kegiatan(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the deleted events of which another computer recorded attendance, certificates, sessions, invitations."""
    return [_kata(grup, str(grup[0].satu.fields.get("nama") or "")) for grup in _temuan(con, KEGIATAN)]


def cari_sesi(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the deleted sessions of which another computer recorded attendance or minutes, apart from those of events
    that are asked about as a whole."""
    ditanya = {"", *(grup[0].id for grup in _temuan(con, KEGIATAN))}
    semua = [(grup, grup[0].satu.fields) for grup in _temuan(con, SESI)]
    return [
        _kata(grup, str(isi.get("judul") or "")) for grup, isi in semua if (isi.get("kegiatan_id") or "") not in ditanya
    ]


def cari_jabatan(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the deleted posts that another computer invited, or recorded the attendance of."""
    return [_kata(grup, _sebut_rt(con, grup)) for grup in _temuan(con, JABATAN)]


def _sebut_rt(con: sqlite.Connection, grup: Sequence[_Temuan]) -> str:
    from sipokat_desktop.modules.rt.queries import di_kelurahan

    satu, pakai = grup[0]
    row = con.execute(f"SELECT lingkup FROM {pakai.tabel.name} WHERE id = ?", (satu.entries[0],)).fetchone()
    nomor = str(satu.fields.get("nomor") or "")
    rt = sebut_rt(nomor, str(satu.fields.get("rw") or "")) if nomor else text.RT_ASING
    return di_kelurahan(con, rt, str(row[0]))


def _temuan(con: sqlite.Connection, induk: str) -> list[list[_Temuan]]:
    """Return what stands on deleted rows of a table, by row."""
    semua = [
        _Temuan(satu, pakai)
        for pakai in _PAKAI[induk]
        for satu in dangling.find(con, induk, pakai.tabel, pakai.kolom, only=pakai.hanya)
    ]
    return [list(grup) for _, grup in groupby(sorted(semua, key=attrgetter("id")), attrgetter("id"))]


def _kata(grup: Sequence[_Temuan], nama: str) -> Doubtful:
    satu, judul = grup[0].satu, nama or text.JUDUL
    isi = [text.TERHAPUS_ISI[t.pakai.tabel.name].format(n=len(t.satu.entries)) for t in grup]
    kata = text.TERHAPUS_KATA.format(nama=judul, isi=text.DAN.join(filter(None, (", ".join(isi[:-1]), isi[-1]))))
    return Doubtful(satu.row_id, judul, kata, (), satu.at)


def _jalan(induk: str) -> tuple[WayOut, ...]:
    def pulihkan(tx: Tx, row_id: str, _isian: Mapping[str, str]) -> None:
        """Bring the row back with what the same deletion took; raises InputSalah where that is not here."""
        from sipokat_desktop.storage import trash

        trash.bring_back(tx, induk, row_id)

    def lepaskan(tx: Tx, row_id: str, _isian: Mapping[str, str]) -> None:
        """Let what was recorded go after the deleted row; raises InputSalah where attendance at a deleted event or
        session is recorded, and in an office that records none."""
        _lepaskan(tx, induk, next((grup for grup in _temuan(tx.con, induk) if grup[0].id == row_id), []))

    return (
        WayOut(KEMBALI, text.PULIHKAN, text.PULIHKAN_ISI, (), pulihkan),
        WayOut(LEPAS, text.LEPASKAN, text.LEPASKAN_ISI, (), lepaskan),
    )


def _lepaskan(tx: Tx, induk: str, grup: Sequence[_Temuan]) -> None:
    from sipokat_desktop.storage import many

    from . import undangan_sql

    if any(t.pakai.tetap for t in grup):
        raise InputSalah("", text.LEPAS_HADIR)
    keadaan = undangan_sql.LEPAS if induk == KEGIATAN else undangan_sql.DITARIK
    for satu, pakai in grup:
        if pakai.tabel is tabel.UNDANGAN:
            many.update(tx, pakai.tabel.name, {id: {"keadaan": keadaan} for id in satu.entries})
        else:
            _hapus(tx, pakai.tabel, satu.entries)


def _hapus(tx: Tx, dari: Table, ids: Sequence[str]) -> None:
    """Delete rows: sessions with their minutes, marks where this office records attendance."""
    from sipokat_desktop.storage import many

    if dari is tabel.HADIR:
        _boleh(tx, ids)
    if dari is tabel.SESI:
        marks = ", ".join("?" * len(ids))
        rows = tx.con.execute(f"SELECT id FROM {tabel.NOTULEN.name} WHERE sesi_id IN ({marks})", ids)
        many.delete(tx, tabel.NOTULEN.name, [str(row[0]) for row in rows.fetchall()])
    many.delete(tx, dari.name, ids)


def _boleh(tx: Tx, ids: Sequence[str]) -> None:
    from . import hadir_ops
    from .kegiatan import satu_sesi

    for sesi_id in {str(tx.row(tabel.HADIR.name, id)["sesi_id"]) for id in ids}:
        hadir_ops.boleh(tx.own, satu_sesi(tx.con, sesi_id))


KERAGUAN: Mapping[str, tuple[Doubt, ...]] = {
    KEGIATAN: (Doubt(text.KEGIATAN_TERHAPUS, text.TERHAPUS_ATURAN, cari_kegiatan, partial(_jalan, KEGIATAN)),),
    SESI: (Doubt(text.SESI_TERHAPUS, text.TERHAPUS_ATURAN, cari_sesi, partial(_jalan, SESI)),),
    JABATAN: (Doubt(text.RT_TERHAPUS, text.TERHAPUS_ATURAN, cari_jabatan, partial(_jalan, JABATAN)),),
}
"""For *Perlu keputusan*, by table."""
