"""What is tied to the term of a former head, and what becomes of it in a change of head; blind to what it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Belonging, Handover, TermEnd, belongings, hand_over
from sipokat_desktop.storage.tx import Tx

from . import text

AWALAN = "barang."
"""What the inputs begin with that say what becomes of a thing: ``barang.<id>`` holds the key of a choice."""


def akhir_masa(
    con: sqlite.Connection, lingkup: str, jabatan_id: str, masa_id: str, isian: Mapping[str, str]
) -> TermEnd:
    """Return the term that ends, with the reason as typed; of a vacant post (no ``masa_id``) its last term."""
    if masa_id:
        return TermEnd(lingkup, jabatan_id, masa_id, isian.get("alasan_akhir", ""))
    row = con.execute(
        """SELECT id, coalesce(alasan_akhir, ''), akhir_nyata FROM rt_masa
           WHERE jabatan_id = ? AND akhir_nyata IS NOT NULL ORDER BY akhir_nyata DESC, id LIMIT 1""",
        (jabatan_id,),
    ).fetchone()
    return TermEnd(lingkup, jabatan_id, *map(str, row)) if row else TermEnd(lingkup, jabatan_id, "")


def milik(con: sqlite.Connection, modules: Iterable[object], akhir: TermEnd) -> tuple[Belonging, ...]:
    """Return what is tied to the term, nothing where there is none."""
    return belongings(con, modules, akhir) if akhir.term else ()


def pilihan(semua: Iterable[Belonging], isian: Mapping[str, str]) -> dict[str, str]:
    """Return what was chosen for each thing, by its id; of what nobody spoke nothing is recorded.

    Raises InputSalah for a choice that the thing does not have.
    """
    hasil: dict[str, str] = {}
    for satu in semua:
        pilih = isian.get(f"{AWALAN}{satu.id}", "").strip()
        if pilih and pilih not in {c.key for c in satu.choices}:
            kata = ", ".join(c.words for c in satu.choices)
            raise InputSalah(f"{AWALAN}{satu.id}", text.PILIHAN_SALAH.format(pilihan=kata))
        if pilih:
            hasil[satu.id] = pilih
    return hasil


def kata(semua: Iterable[Belonging], pilih: Mapping[str, str]) -> list[str]:
    """Return what the minutes say of each thing."""
    return [c.minutes for satu in semua for c in satu.choices if c.key == pilih.get(satu.id) and c.minutes]


def serahkan(
    tx: Tx, modules: Iterable[object], akhir: TermEnd, *, pewaris: str, hari: str, pilih: Mapping[str, str]
) -> None:
    """Inside the act: let the modules record what became of their things; the heir is the new term."""
    if not pilih:
        return
    orang = tx.row("rt_orang", str(tx.row("rt_masa", pewaris, "orang_id")["orang_id"]), "nama")
    hand_over(tx, modules, Handover(akhir, pewaris, str(orang["nama"] or ""), hari, dict(pilih)))
