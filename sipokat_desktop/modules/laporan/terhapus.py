"""Reports and RT deleted on one computer while another one still recorded something of them: *Perlu keputusan* asks to
bring them back or to let go what stands on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.storage import dangling
from sipokat_desktop.storage.manifest import Doubt, Doubtful, WayOut
from sipokat_desktop.storage.sqlite import Connection

from . import sebutan, tabel, text

if TYPE_CHECKING:
    from sipokat_desktop.storage.dangling import Dangling
    from sipokat_desktop.storage.tx import Tx

LAPORAN, JABATAN = "laporan_kegiatan", "rt_jabatan"


def cari_laporan(con: Connection) -> Sequence[Doubtful]:
    """Return the deleted reports to which another computer added photos."""
    return [_laporan(satu) for satu in dangling.find(con, LAPORAN, tabel.FOTO, "laporan_id")]


def cari_jabatan(con: Connection) -> Sequence[Doubtful]:
    """Return the deleted RT of which another computer recorded reports."""
    return [_jabatan(con, satu) for satu in dangling.find(con, JABATAN, tabel.KEGIATAN, "jabatan_id")]


def _laporan(satu: Dangling) -> Doubtful:
    isi = {nama: str(satu.fields.get(nama) or "") for nama in ("tanggal", "jenis", "uraian")}
    bagian = (sebutan.hari(isi["tanggal"]), sebutan.jenis(isi["jenis"]), sebutan.pendek(isi["uraian"]))
    nama = " · ".join(filter(None, bagian)) if isi["tanggal"] else text.LAPORAN_ASING
    return Doubtful(satu.row_id, nama, text.TERHAPUS_KATA.format(laporan=nama, n=len(satu.entries)), (), satu.at)


def _jabatan(con: Connection, satu: Dangling) -> Doubtful:
    from sipokat_desktop.modules.rt.queries import di_kelurahan

    row = con.execute("SELECT lingkup FROM laporan_kegiatan WHERE id = ?", (satu.entries[0],)).fetchone()
    nomor = str(satu.fields.get("nomor") or "")
    rt = sebutan.sebut_rt(nomor, str(satu.fields.get("rw") or "")) if nomor else text.RT_ASING
    nama = di_kelurahan(con, rt, str(row[0]))
    return Doubtful(satu.row_id, nama, text.RT_TERHAPUS_KATA.format(rt=nama, n=len(satu.entries)), (), satu.at)


def pulihkan_laporan(tx: Tx, laporan_id: str, _isian: Mapping[str, str]) -> None:
    """Bring the report back with what the same deletion took; raises InputSalah where that is not here."""
    _pulihkan(tx, LAPORAN, laporan_id)


def pulihkan_jabatan(tx: Tx, jabatan_id: str, _isian: Mapping[str, str]) -> None:
    """Bring the RT back; raises InputSalah where what it held is not here."""
    _pulihkan(tx, JABATAN, jabatan_id)


def lepas_foto(tx: Tx, laporan_id: str, _isian: Mapping[str, str]) -> None:
    """Let the photos go after their report."""
    from sipokat_desktop.storage import many

    from .foto_ops import id_foto

    many.delete(tx, tabel.FOTO.name, id_foto(tx.con, laporan_id))


def lepas_laporan(tx: Tx, jabatan_id: str, _isian: Mapping[str, str]) -> None:
    """Let the reports go after their RT, with their photos."""
    from .catat_ops import hapus_semua

    rows = tx.con.execute("SELECT id FROM laporan_kegiatan WHERE jabatan_id = ?", (jabatan_id,))
    hapus_semua(tx, [str(row[0]) for row in rows.fetchall()])


def _pulihkan(tx: Tx, nama: str, row_id: str) -> None:
    from sipokat_desktop.storage import trash

    trash.bring_back(tx, nama, row_id)


def _jalan_laporan() -> tuple[WayOut, ...]:
    return (
        WayOut("laporan_kembali", text.PULIHKAN, text.PULIHKAN_ISI, (), pulihkan_laporan),
        WayOut("laporan_lepas", text.LEPASKAN, text.LEPASKAN_ISI, (), lepas_foto),
    )


def _jalan_jabatan() -> tuple[WayOut, ...]:
    return (
        WayOut("laporan_rt_kembali", text.RT_PULIHKAN, text.RT_PULIHKAN_ISI, (), pulihkan_jabatan),
        WayOut("laporan_rt_lepas", text.RT_LEPASKAN, text.RT_LEPASKAN_ISI, (), lepas_laporan),
    )


KERAGUAN: Mapping[str, tuple[Doubt, ...]] = {
    LAPORAN: (Doubt(text.TERHAPUS, text.TERHAPUS_ATURAN, cari_laporan, _jalan_laporan),),
    JABATAN: (Doubt(text.RT_TERHAPUS, text.RT_TERHAPUS_ATURAN, cari_jabatan, _jalan_jabatan),),
}
"""For *Perlu keputusan*, by the table whose row is gone."""
