"""Writing the lines of a draft with the snapshots that papers and audit need."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.tx import Tx

from . import pajak, text_susun
from .hak import hari
from .model import Hak, Komponen, rincian_teks

BELUM_DIPERIKSA: Fields = {"diperiksa_oleh": None, "diperiksa_pada": None}
"""A draft that changed was examined as it was before."""


def id_baris(con: sqlite.Connection, daftar_id: str) -> dict[str, str]:
    """Return the line's id per term id."""
    rows = con.execute("SELECT masa_id, id FROM insentif_baris WHERE daftar_id = ?", (daftar_id,))
    return {str(row[0]): str(row[1]) for row in rows}


def tulis(tx: Tx, lingkup: str, daftar_id: str, komponen: Komponen, haks: Sequence[Hak], daftar: Fields) -> None:
    """Make the lines of a draft those of ``haks`` in their order, and set the fields ``daftar`` of the list itself."""
    lama = id_baris(tx.con, daftar_id)
    berubah = False
    for no, h in enumerate(haks, 1):
        berubah |= simpan_baris(tx, lingkup, daftar_id, komponen, no, h, lama.pop(h.masa.masa_id, ""))
    for baris_id in lama.values():
        tx.delete("insentif_baris", baris_id)
    tx.update("insentif_daftar", daftar_id, daftar | (BELUM_DIPERIKSA if berubah or lama else {}))


def simpan_baris(tx: Tx, lingkup: str, daftar_id: str, komponen: Komponen, no: int, h: Hak, baris_id: str) -> bool:
    """Write one line; return whether anything of it is new."""
    m, khusus = h.masa, h.khusus
    isi: Fields = {
        "daftar_id": daftar_id, "no": no, "jabatan_id": m.jabatan_id, "masa_id": m.masa_id, "orang_id": m.orang_id,
        "nomor_rt": m.nomor, "nama": m.nama, "rincian": rincian_teks(h.rincian), "bruto": h.bruto, "pph": h.pph,
        "diterima": h.diterima, "hitungan": h.hitungan or None, "sambung": " ".join(h.sambung) or None,
        "khusus": rincian_teks(khusus.rincian) if khusus else None, "alasan": khusus.alasan if khusus else None,
        "oleh": khusus.oleh if khusus else None, "skema": pajak.skema_efektif(komponen), "sk": sk(m),
        "bank": m.bank, "rekening": m.rekening, "atas_nama": m.atas_nama,
    }  # fmt: skip
    if baris_id:
        return tx.update("insentif_baris", baris_id, isi)
    tx.insert("insentif_baris", isi, scope=lingkup)
    return True


def sk(masa: Masa) -> str | None:
    """Say the decree of a term: ``141/01/2024 tanggal 20 Desember 2023``; None where none was recorded."""
    if not masa.sk_nomor:
        return None
    return (
        text_susun.SK.format(nomor=masa.sk_nomor, tanggal=hari(masa.sk_tanggal)) if masa.sk_tanggal else masa.sk_nomor
    )
