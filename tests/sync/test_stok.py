"""Stock is a ledger without slots: movements are only added up, so every order of arrival gives the same balance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.storage.manifest import Column, Kind, Table
from tests.sync.satu_baris import Kota, op

GERAK = Table(
    "barang_gerak",
    "Gerak barang",
    (
        Column("barang", "Barang", required=True),
        Column("ukuran", "Ukuran", required=True),
        Column("jumlah", "Jumlah", "INTEGER", required=True),
    ),
    kind=Kind.LEDGER,
)
GERAKAN = st.lists(st.tuples(st.sampled_from(("M", "XL")), st.integers(-5, 5)), min_size=1, max_size=12)


def saldo(baris: dict[str, Kota]) -> dict[str, int]:
    """Pieces per size, counted from the rows."""
    jumlah: dict[str, int] = {}
    for kota in baris.values():
        assert kota.doc is not None
        ukuran = str(kota.doc.fields["ukuran"])
        jumlah[ukuran] = jumlah.get(ukuran, 0) + int(kota.doc.fields["jumlah"] or 0)
    return jumlah


@given(gerakan=GERAKAN, data=st.data())
def test_any_order_and_any_repeats_give_the_sum_of_the_movements(
    gerakan: list[tuple[str, int]], data: st.DataObject
) -> None:
    ops = [
        op(ke, "append", GERAK, {"barang": "baju", "ukuran": ukuran, "jumlah": n})._replace(row=f"r{ke}")
        for ke, (ukuran, n) in enumerate(gerakan, 1)
    ]
    tiba = data.draw(st.permutations([*ops, *data.draw(st.lists(st.sampled_from(ops), max_size=4))]))
    kota = {satu.row: Kota(GERAK) for satu in ops}
    for satu in tiba:
        assert kota[satu.row](satu).outcome in ("applied", "duplicate")
    seharusnya: dict[str, int] = {}
    for ukuran, n in gerakan:
        seharusnya[ukuran] = seharusnya.get(ukuran, 0) + n
    assert saldo(kota) == seharusnya
    assert not any(k.conflicts for k in kota.values()), "the last piece handed out twice is kept twice, not refused"
