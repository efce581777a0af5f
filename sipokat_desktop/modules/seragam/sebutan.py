"""How people name a row of module seragam."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt.queries import sebut_jabatan
from sipokat_desktop.storage.sqlite import Connection

from . import text
from .model import Barang
from .tempat import sebut_tempat


def sebut_pengadaan(con: Connection, id: str) -> str:
    """Name a purchase: ``Seragam RT 2026``; the year follows where the name does not say it."""
    row = con.execute("SELECT nama, tahun FROM seragam_pengadaan WHERE id = ?", (id,)).fetchone()
    if row is None or not row[0]:
        return ""
    return str(row[0]) if not row[1] or str(row[1]) in str(row[0]) else f"{row[0]} {row[1]}"


def sebut_isi(con: Connection, id: str) -> str:
    """Name what a purchase holds of a kind: ``Seragam RT 2026 · XL``."""
    row = con.execute(
        "SELECT pengadaan_id, coalesce(model, ''), coalesce(ukuran, '') FROM seragam_isi WHERE id = ?", (id,)
    ).fetchone()
    return _gabung(sebut_pengadaan(con, row[0] or ""), Barang(row[1], row[2]).kata) if row else ""


def sebut_pilihan(con: Connection, id: str) -> str:
    """Name what a head wears in a purchase: ``RT 05 · Seragam RT 2026``."""
    row = con.execute("SELECT jabatan_id, pengadaan_id FROM seragam_pilihan WHERE id = ?", (id,)).fetchone()
    return _gabung(_rt(con, row[0] or ""), sebut_pengadaan(con, row[1] or "")) if row else ""


def sebut_gerak(con: Connection, id: str) -> str:
    """Name a movement: ``RT 05 · Sopian Hadi · 1 XL · diserahkan · 5 April 2026``; a delivery by its surat jalan."""
    row = con.execute(
        """SELECT jenis, coalesce(jabatan_id, ''), coalesce(nama, ''), coalesce(model, ''), coalesce(ukuran, ''),
                  coalesce(jumlah, 0), coalesce(nomor, ''), coalesce(tanggal, ''), coalesce(dari, ''),
                  coalesce(ke, ''), coalesce(cara, ''), coalesce(acara, '') FROM seragam_gerak WHERE id = ?""",
        (id,),
    ).fetchone()
    if row is None:
        return ""
    jenis, jabatan_id, nama, model, ukuran, jumlah, nomor, hari, dari, ke, cara, acara = row
    siapa = (_rt(con, jabatan_id), nama) if jabatan_id else (f"{sebut_tempat(dari)} ke {sebut_tempat(ke)}",)
    surat = text.SURAT_JALAN.format(nomor=nomor) if nomor else ""
    kapan = tanggal.panjang(date.fromisoformat(hari)) if hari else ""
    bagaimana = acara or (text.CARA.get(cara, cara) if jenis == "serah" else "") or text.JENIS.get(jenis, jenis)
    return _gabung(*siapa, f"{jumlah} {Barang(model, ukuran).kata}", bagaimana, surat, kapan)


def sebut_slot(con: Connection, slot: str) -> str:
    """Name what only one hand-over may claim: ``RT 05 · Seragam RT 2026``, or a delivery by its surat jalan."""
    jenis, _, sisa = slot.partition("|")
    bagian = sisa.split("|")
    if jenis == "rt" and len(bagian) > 1:
        sesudah = text.SLOT_SESUDAH if len(bagian) > 2 else ""
        return _gabung(_rt(con, bagian[1]) or text.RT_ASING, sebut_pengadaan(con, bagian[0]), sesudah)
    if jenis == "kirim" and len(bagian) > 5:
        p, dari, ke, _, model, ukuran = bagian[:6]
        rute = f"{sebut_tempat(dari)} ke {sebut_tempat(ke)}"
        return _gabung(sebut_pengadaan(con, p), text.SURAT_SLOT.format(rute=rute), Barang(model, ukuran).kata)
    return text.JUDUL


def _rt(con: Connection, jabatan_id: str) -> str:
    """Name a post; with its kelurahan on the computer of another office, where several have an RT of that number."""
    row = con.execute(
        """SELECT lingkup FROM rt_jabatan WHERE id = ?
           AND lingkup <> (SELECT nilai FROM setelan WHERE kunci = 'lingkup')""",
        (jabatan_id,),
    ).fetchone()
    sebut = sebut_jabatan(con, jabatan_id)
    return f"{sebut} {sebut_tempat(row[0])}" if row else sebut


def _gabung(*bagian: str) -> str:
    return " · ".join(filter(None, bagian))
