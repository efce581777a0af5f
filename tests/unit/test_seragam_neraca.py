"""What came to a place and what left it: what was exchanged or taken back is set off, the rest is what lies there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.seragam import KECAMATAN, b, gerak_terakhir, gudang, isi, ketua, serah

DI = kantor.KELURAHAN


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path) as dibuka:
        yield dibuka


def di_sini(store: Store, p: str) -> queries.Neraca:
    return queries.jumlah_neraca(queries.neraca(store.reader(), p)[DI])


def test_each_line_is_an_equation_that_says_where_to(store: Store) -> None:
    rt1, rt2, rt3 = ketua(store, "L", "L", "L")
    p = gudang(store, isi(L=5, XL=2))
    serah(store, p, rt1, rt2, rt3)
    ops.tukar(store, p, rt1, ukuran="XL")
    ops.batal(store, [gerak_terakhir(store, p, rt3)], alasan="salah orang")
    ops.sesuaikan(store, p, tempat=DI, barang=b("L"), jumlah=-1, alasan="hitung")
    ops.kirim(store, p, dari=DI, ke=KECAMATAN, isi=isi(XL=1))
    n = di_sini(store, p)
    assert (n.masuk, n.keluar, n.sisa) == (7, 4, 3)
    assert n.ke == {"rt": 2, "selisih": 1, KECAMATAN: 1}, "the exchange is one piece, what was taken back none"
    assert n.kalimat == (
        "Masuk 7 dari pengadaan. "
        "Keluar 1 ke Kecamatan Lubuk Linggau Timur I, 2 kepada ketua RT, 1 hasil hitung ulang."
    )  # fmt: skip
    per = {barang.ukuran: satu for barang, satu in queries.neraca(store.reader(), p)[DI].items()}
    assert {ukuran: (satu.masuk, satu.keluar, satu.sisa) for ukuran, satu in per.items()} == {
        "L": (5, 2, 3), "XL": (2, 2, 0),
    }  # fmt: skip
