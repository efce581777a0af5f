"""The city of 528 heads that the stories share: 72 kelurahan with seven or eight RT each, every head with a name of his
own."""

from __future__ import annotations

from collections.abc import Iterator

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields

KECAMATAN = [t.kode for t in wilayah.semua().values() if t.tingkat == "kecamatan"]
KELURAHAN = [t.kode for t in wilayah.semua().values() if t.tingkat == "kelurahan"]
DEPAN = (
    "Ahmad", "Bambang", "Candra", "Darmawan", "Edi", "Fauzi", "Gunawan", "Hendra", "Imron", "Jamal", "Kasim", "Lukman",
    "Mansur", "Nasrun", "Okta", "Parman", "Qodir", "Rusdi", "Sahril", "Tarmizi", "Usman", "Wahyu", "Yusuf", "Zainal",
)  # fmt: skip
BELAKANG = (
    "Abdullah", "Basri", "Cahyono", "Darwis", "Effendi", "Firdaus", "Ginting", "Hasan", "Ismail", "Junaidi", "Karim",
    "Lestari", "Mahmud", "Nugroho", "Pratama", "Ramli", "Saputra", "Tanjung", "Utomo", "Wijaya", "Yamin", "Zulkifli",
)  # fmt: skip
Isi = tuple[str, str, Fields]
"""A row: table, id, fields."""


def banyak_rt(ke: int) -> int:
    """RT of the kelurahan at a place of the list: 528 in all."""
    return 8 if ke < 24 else 7


def isi_kelurahan(*, tmt: str = "2024-01-01") -> Iterator[tuple[str, list[Isi]]]:
    """Yield every kelurahan with the rows of its posts, heads and terms."""
    nama = iter([f"{d} {b}" for b in BELAKANG for d in DEPAN])
    for ke, kode in enumerate(KELURAHAN):
        rows: list[Isi] = []
        for no in range(1, banyak_rt(ke) + 1):
            j, o, m = (f"{kode}-{apa}-{no}" for apa in "jom")
            rows += [
                ("rt_jabatan", j, {"nomor": f"{no:02d}"}),
                ("rt_orang", o, {"nama": next(nama), "kelamin": "L"}),
                ("rt_masa", m, {"jabatan_id": j, "orang_id": o, "tmt": tmt}),
            ]
        yield kode, rows
