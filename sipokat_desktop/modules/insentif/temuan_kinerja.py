"""Red flags of lines reckoned by reports that say otherwise now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import text_audit
from . import text_kinerja as text
from .bendera import Bendera
from .hak import hitung_bulan
from .model import Angka, Komponen
from .periksa_kinerja import JENIS, SejakKunci
from .temuan_data import Data, Garis


def beda(con: sqlite.Connection, data: Data, *, lingkup: str) -> Iterator[Bendera]:
    """Lines in force whose figure came from reports that were verified, changed or deleted since, where that would
    pay another amount; a month that was set or corrected by hand is another matter."""
    per_komponen: dict[str, list[Garis]] = defaultdict(list)
    for satu in data.garis:
        k = data.komponen.get(satu.komponen_id)
        if k is not None and k.aturan and not satu.khusus:
            per_komponen[satu.komponen_id].append(satu)
    for komponen_id, semua in per_komponen.items():
        k = data.komponen[komponen_id]
        laporan = SejakKunci(con, lingkup, k, data.bulan)
        hitungan = _hitungan(con, semua) if laporan.ada else {}
        for satu in semua if laporan.ada else ():
            bulan = (b for b in satu.rincian if b in data.bulan)
            for b, (ada, kini) in laporan.beda(satu.masa_id, hitungan.get(satu.baris_id, ""), bulan).items():
                yield from _bendera(data, k, satu, b, ada, kini)


def _hitungan(con: sqlite.Connection, semua: list[Garis]) -> dict[str, str]:
    """Return the arithmetic of the lines, without those that were corrected: their amounts are a person's."""
    rows = con.execute(
        """SELECT id, coalesce(hitungan, '') FROM insentif_baris WHERE id IN (SELECT value FROM json_each(?))
           AND id NOT IN (SELECT coalesce(baris_id, '') FROM insentif_terkoreksi)""",
        (json.dumps([g.baris_id for g in semua]),),
    )
    return {str(row[0]): str(row[1]) for row in rows}


def _bendera(data: Data, k: Komponen, g: Garis, bulan: str, ada: int, kini: int) -> Iterator[Bendera]:
    masa = data.masa.get(g.masa_id)
    try:
        hasil = hitung_bulan(masa, k, bulan, angka={(g.masa_id, bulan): Angka(kini, None)}) if masa else None
    except InputSalah:
        return
    if hasil is None or hasil.jumlah == g.rincian[bulan]:
        return
    kalimat = text.BEDA_MERAH.format(
        nama=g.nama or text_audit.TANPA_NAMA, rt=f"RT {g.nomor_rt}", komponen=k.nama,
        bulan=periode_.nama_bulan(bulan), jumlah=rupiah.uang(g.rincian[bulan]), ada=ada, kini=kini,
        seharusnya=rupiah.uang(hasil.jumlah),
    )  # fmt: skip
    yield Bendera(
        JENIS, "sedang", kalimat, abs(hasil.jumlah - g.rincian[bulan]), "insentif", "insentif_baris", g.baris_id,
        g.nomor, f"RT {g.nomor_rt}", g.nama, bulan,
    )  # fmt: skip
