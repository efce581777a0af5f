"""One sum everywhere: lines, list, screen, paper, sheet for Excel and the city say the same rupiah, for any roster."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode, wilayah
from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.modules.insentif import ketetapan_ops, koreksi, ops, prints, queries, tabel_daftar, text_cetak
from sipokat_desktop.modules.rt import ops as rt
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC
from tests.kota import CityThread
from tests.print.contoh_daftar import halaman_teks
from tests.sync import uang
from tests.unit.kantor import isian
from ui.modules.insentif import lines
from ui.modules.insentif.isi import Isi

BANYAK = 1_000 if settings.default and settings.default.max_examples >= 1_000 else 24
"""Random rosters; the long profile plays a thousand."""
DITERIMA = 6
"""The column of the amount taken home, on the screen and in the sheet."""
Jumlah = dict[str, int]


@pytest.fixture(scope="module")
def kota(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CityThread]:
    """A city server in a thread."""
    with closing(CityThread(f"sqlite:///{tmp_path_factory.mktemp('kota') / 'kota.db'}")) as server:
        yield server


def beda(jumlah: Jumlah) -> list[str]:
    """Name the places whose sum is not that of the lines."""
    return [tempat for tempat, rupiah in jumlah.items() if rupiah != jumlah["baris"]]


@pytest.mark.kampanye
def test_one_sum_on_lines_screen_paper_sheet_and_city(tmp_path: Path, kota: CityThread) -> None:
    tempat = cycle(sorted(kode for kode, satu in wilayah.semua().items() if satu.tingkat == "kelurahan"))
    for benih in range(BANYAK):
        jumlah = _satu(Random(benih), tmp_path / str(benih), kota, next(tempat))
        assert not beda(jumlah), (benih, jumlah)
        assert jumlah["baris"] > 0


def test_a_rupiah_too_many_anywhere_is_noticed(tmp_path: Path, kota: CityThread) -> None:
    jumlah = _satu(Random(1), tmp_path / "satu", kota, "16.73.08.1001")
    assert len(jumlah) == 7
    for tempat in jumlah.keys() - {"baris"}:
        assert beda(jumlah | {tempat: jumlah[tempat] + 1}) == [tempat]


def _satu(acak: Random, folder: Path, kota: CityThread, kode: str) -> Jumlah:
    """Make up an office with a roster, a list and corrections of it, and return its sum as each place has it."""
    with closing(Office(folder)) as pc:
        lingkup = pc.enrol(server=kota.url, code=kota.invite(kode), name="Siti")
        nomor = _daftar(acak, pc, lingkup)
        pc.sync()
        con = pc.store.reader()
        d = queries.cari_daftar(con, nomor)
        baris = queries.baris(con, daftar_id=d.daftar_id)
        tabel = lines.baris_tabel(Isi(d, baris, {}, [], {}), {})
        jumlah = {
            "baris": sum(b.diterima for b in baris),
            "daftar": d.diterima,
            "layar": sum(int(sel[DITERIMA].replace(".", "")) for sel in (b.sel for b in tabel)),
            "kota": _kota(kota, lingkup, d.daftar_id),
        }
        kertas = " ".join(" ".join(halaman_teks(prints.pratinjau(con, nomor, sekarang=0, kertas="F4"))).split())
        jumlah["kertas"] = d.diterima if f"Terbilang: {terbilang(jumlah['baris'])}" in kertas else -1
        tabel_daftar.tulis(con, nomor, folder / "daftar.xlsx")
        return jumlah | _lembar(folder / "daftar.xlsx")


def _lembar(berkas: Path) -> Jumlah:
    isi = CalamineWorkbook.from_path(berkas).get_sheet_by_index(0).to_python()
    jumlah = next(row for row in isi if row[2] == text_cetak.JUMLAH)
    return {
        "lembar": sum(int(str(row[DITERIMA]).partition(".")[0]) for row in isi if isinstance(row[0], float)),
        "jumlah lembar": int(str(jumlah[DITERIMA]).partition(".")[0]),
    }


def _kota(kota: CityThread, lingkup: str, daftar_id: str) -> int:
    """What the city's own rows give: the lines of the list and their corrections."""
    with kota.db.read(ALL_SCOPES) as con:
        rows = con.execute(select(DOC.c.tbl, DOC.c.id, DOC.c.doc).where(DOC.c.scope == lingkup, DOC.c.deleted == 0))
        semua = {(row.tbl, row.id): json.loads(row.doc) for row in rows}
    jumlah = uang.baris(semua).values()
    return sum(sum(bersih.values()) for daftar, _, bersih in jumlah if daftar == daftar_id)


def _daftar(acak: Random, pc: Office, lingkup: str) -> str:
    for ke in range(1, acak.randint(2, 24)):
        mulai = f"{acak.randint(2023, 2026)}-{acak.randint(1, 3):02d}-{acak.choice((1, 1, 15, 28))}"
        rt.tambah(pc.store, lingkup, isian(ke, tmt=mulai, golongan=acak.choice(("", "II/a", "III/b", "IV/c"))))
    rt.tambah(pc.store, lingkup, isian(99))
    _komponen(acak, pc, lingkup)
    p = acak.choice(("2026-TW1", "2026-03", "2025-11R05"))
    nomor = ops.susun(pc.store, lingkup, periode.baca(p)).value
    ops.kunci(pc.store, nomor, lurah="Lurah", alasan="Disetujui")
    con = pc.store.reader()
    semua = queries.baris(con, daftar_id=queries.cari_daftar(con, nomor).daftar_id)
    for b in acak.sample(semua, min(len(semua) - 1, acak.randint(0, 3))):
        bulan, rupiah = acak.choice(b.rincian)
        if rupiah:
            kurang = {bulan: acak.randrange(rupiah)}
            koreksi.koreksi(pc.store, nomor, b.no, menjadi=kurang, alasan="Keliru", oleh="Lurah")
    return nomor


def _komponen(acak: Random, pc: Office, lingkup: str) -> None:
    skema = acak.choice(("tidak", "bruto", "separuh", "persen", "golongan"))
    isi = {
        "nama": "Insentif Ketua RT", "skema": skema, "pajak": f"{acak.randint(1, 3000) / 100:.2f}".replace(".", ","),
        "cara": "tunai", "hari_acuan": acak.choice(("1", "15", "0")),
    }  # fmt: skip
    komponen_id = ketetapan_ops.simpan_komponen(pc.store, lingkup, isi).value
    for mulai in ("2025-01", "2026-02"):
        tarif = {"jumlah": str(acak.choice((550_000, 333_333, acak.randint(1, 5_000_000)))), "mulai": mulai}
        ketetapan_ops.tetapkan_tarif(pc.store, lingkup, komponen_id, tarif | {"sampai": "", "dasar_hukum": "SK 1/2026"})
