"""Sheets of past payments for tests: one as offices keep it, the plan of importing it, what the ledger says then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sipokat_desktop.modules.insentif import queries, saldo_awal
from sipokat_desktop.modules.insentif.saldo_awal import Pilihan, Rencana
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN
from tests.unit.lembar import Baris, tulis_xlsx

F1: list[Baris] = [
    ["DAFTAR TANDA TERIMA INSENTIF KETUA RT"],
    ["KELURAHAN TABA JEMEKEH KECAMATAN LUBUKLINGGAU TIMUR I"],
    ["TRIWULAN I (JANUARI s.d. MARET) TAHUN ANGGARAN 2025"],
    [],
    ["No", "Nama Penerima", "Jabatan", "Jumlah Diterima (Rp)", "Tanda Tangan"],
    [1, 2, 3, 4, 5],
    [1, "Ketua 01", "Ketua RT 01", 1_650_000, ""],
    [2, "KETUA 02", "Ketua RT. 02", "1.650.000", ""],
    [3, "Ketua 03", "RT 03", 1650000.0, ""],
    ["", "JUMLAH", "", 4_950_000, ""],
    ["Mengetahui,", "", "", "Lubuk Linggau, 2 April 2025"],
    ["Lurah", "", "", "Bendahara"],
]


def rencana(
    store: Store, folder: Path, rows: Sequence[Baris], pilihan: Pilihan | None = None, *, nama: str = "lama.xlsx",
    lembar: Mapping[str, Sequence[Baris]] | None = None,
) -> Rencana:  # fmt: skip
    """Return what importing ``rows`` (or the sheets ``lembar``) would do."""
    berkas = saldo_awal.buka(tulis_xlsx(folder / nama, lembar or {"Lembar1": rows}))
    pemetaan = saldo_awal.usul(berkas, store, KELURAHAN)
    return saldo_awal.banding(store, KELURAHAN, berkas, pemetaan, pilihan or Pilihan())


def buku(store: Store) -> dict[tuple[str, str], int]:
    """What was paid, by RT and month."""
    rows = store.reader().execute(
        f"""SELECT j.nomor, m.bulan, sum(m.jumlah) FROM insentif_mutasi m JOIN rt_jabatan j ON j.id = m.jabatan_id
            WHERE {queries.HIDUP} GROUP BY 1, 2"""
    )
    return {(row[0], row[1]): row[2] for row in rows}


def siapkan(store: Store, jumlah: int = 3) -> None:
    """Lay down a tariff and ``jumlah`` RT, 01 and so on."""
    kantor.tarif(store)
    kantor.isi_rt(store, jumlah)
