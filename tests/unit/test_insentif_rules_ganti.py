"""What the sheet of a change of head says of the month, by reference day and by days."""

from __future__ import annotations

from pathlib import Path

import pytest

from sipokat_desktop.modules.insentif import ops, pergantian
from sipokat_desktop.storage.module import Holder, PostChange
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.susun_kantor import TW1, atur, buat, masa


@pytest.mark.parametrize(
    ("acuan", "kata"),
    [
        ("1", "Insentif Februari 2026 untuk Lama, yang menjabat pada tanggal 1."),
        ("15", "Insentif Februari 2026 untuk Baru, yang menjabat pada tanggal 15."),
        ("0", "Insentif Februari 2026 dibagi menurut hari menjabat: Lama 10 hari Rp196.428, Baru 18 hari Rp353.572."),
    ],
)
def test_who_gets_the_month_of_a_change(acuan: str, kata: str, tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        atur(store, hari_acuan=acuan)
        kantor.isi_rt(store, 1)
        pos = masa(store, "01").jabatan_id
        dua = (Holder("Lama", "2024-01-01", "2026-02-10", "2029-01-01"), Holder("Baru", "2026-02-11", "", "2031-01-01"))
        ganti = PostChange(KELURAHAN, pos, ("2026-02",), dua)
        assert pergantian.kata(store.reader(), ganti) == (kata,)
        nomor = buat(store, TW1)
        ops.kunci(store, nomor, lurah="Lurah")
        ops.terima(store, nomor)
        assert pergantian.kata(store.reader(), ganti)[0].startswith(kata)
        assert "sudah dibayar" in pergantian.kata(store.reader(), ganti)[0]
        kosong = ganti._replace(holders=(), months=("2026-04",))
        assert "tidak dibayar: tidak ada yang menjabat" in pergantian.kata(store.reader(), kosong)[0]
