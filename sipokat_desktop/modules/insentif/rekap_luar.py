"""What F3 does not count: lists in force that share a month with its period and reach beyond it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.storage import sqlite

from . import text_siklus
from .baris import per_daftar
from .serapan import di

KOMPONEN = "((? = '' AND komponen_id NOT IN (SELECT id FROM insentif_komponen WHERE asal <> '')) OR komponen_id = ?)"
"""SQL for the lists of one component, or of all that pay months in office: what an event pays is no incentive."""


def keterangan(
    con: sqlite.Connection,
    p: Periode,
    *,
    dihitung: Collection[str],
    komponen_id: str = "",
    lingkup: Sequence[str] = (),
) -> dict[str, str]:
    """Return per kelurahan a remark on the lists in force outside the periods ``dihitung`` (codes) that hold a month
    of ``p``, with their rupiah taken home."""
    mana, nilai = di("lingkup", lingkup)
    rows = con.execute(
        f"""SELECT id, lingkup, periode FROM insentif_daftar
            WHERE keadaan = 'dikunci' AND {KOMPONEN}
                  AND periode NOT IN (SELECT value FROM json_each(?)){mana} ORDER BY lingkup, periode, nomor""",
        (komponen_id, komponen_id, json.dumps(sorted(dihitung)), *nilai),
    ).fetchall()
    luar = [row for row in rows if not set(p.bulan).isdisjoint(periode_.baca(row[2]).bulan)]
    isi = per_daftar(con, [row[0] for row in luar])
    per: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for id_, tempat, kode in luar:
        jenis = text_siklus.RAPEL if periode_.baca(kode).rapel else text_siklus.TRIWULAN
        per[tempat][jenis].append(sum(b.diterima for b in isi[id_]))
    return {tempat: "; ".join(_satu(jenis, jumlah) for jenis, jumlah in milik.items()) for tempat, milik in per.items()}


def _satu(jenis: str, jumlah: Sequence[int]) -> str:
    return text_siklus.KETERANGAN_LUAR.format(n=len(jumlah), jenis=jenis, jumlah=rupiah.uang(sum(jumlah)))
