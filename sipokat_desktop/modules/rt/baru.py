"""Reads what was typed of a new head and term, and finds the person where that person is on record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import MASA, ORANG, ops, rules, text
from .barang import AWALAN

LAMA = ("akhir_nyata", "alasan_akhir")
"""The inputs that belong to the term that ends; all others belong to the new head and term."""

SERAH = ("serah_hp", "serah_seragam", "serah_lain")
"""The inputs of the hand-over, in the order in which the paper lists them."""


def baca(con: sqlite.Connection, lingkup: str, isian: Mapping[str, str], hari: date) -> tuple[Fields, Fields, str]:
    """Return the new term, the new head, and the id of the known person that it is (by choice or NIK; else empty)."""
    pilihan = isian.get("orang_id", "").strip()
    nama_perlu = {} if pilihan else {"nama": ""}
    lain = (*LAMA, *SERAH, "orang_id")
    typed = {k: v for k, v in isian.items() if k not in lain and not k.startswith(AWALAN) and (v.strip() or k == "tmt")}
    fields = rules.bersihkan(nama_perlu | typed, hari)
    masa, orang = ops.bagian(MASA, fields), ops.bagian(ORANG, fields)
    masa = {"jenis": "definitif", **masa}
    if masa["jenis"] == "plt":
        masa.setdefault("cara", "penunjukan")
    serah = "; ".join(filter(None, (rules.teks(isian.get(field, ""), field, panjang=150) for field in SERAH)))
    if serah:
        masa["serah_terima"] = serah
    return masa, orang, _orang(con, lingkup, pilihan, orang)


def _orang(con: sqlite.Connection, lingkup: str, pilihan: str, orang: Fields) -> str:
    if pilihan:
        if con.execute("SELECT 1 FROM rt_orang WHERE id = ?", (pilihan,)).fetchone() is None:
            raise InputSalah("nama", text.TIDAK_ADA)
        return pilihan
    if not orang.get("nik"):
        return ""
    row = con.execute(
        """SELECT o.id FROM rt_orang o LEFT JOIN rt_masa m ON m.orang_id = o.id
           WHERE o.nik = ? AND o.lingkup = ? ORDER BY m.tmt DESC, o.id LIMIT 1""",
        (orang["nik"], lingkup),
    ).fetchone()
    return str(row[0]) if row else ""
