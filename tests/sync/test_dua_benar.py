"""Several computers are right at once: their hand-overs are put in order without a piece lost or invented."""

from __future__ import annotations

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import ganda as ganda_ponsel
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import ganda, ops
from sipokat_desktop.storage import deciding
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.unit import barang
from tests.unit.seragam import b, beli, isi, satu, sisa


@pytest.mark.parametrize("siapa", [0, 1])
def test_two_exchanges_of_one_piece_each(city: City, office: Buka, siapa: int) -> None:
    """Of two L one became XL and the other XXL: both L came back, whichever exchange is put after the other."""
    pcs = [daftarkan(office(nama), city) for nama in "ab"]
    isi_rt(pcs[0], 1)
    post = rt.id_jabatan(KELURAHAN, "01")
    semua = isi(L=2, XL=1, XXL=1)
    p = beli(pcs[0].store, semua, per_orang="2")
    ops.terima(pcs[0].store, p, dari="pengadaan", ke=KELURAHAN, isi=semua, nomor="1")
    ops.serah(pcs[0].store, p, [post], barang={post: b("L")})
    dunia.tenang(city, *pcs)
    for pc, ukuran in zip(pcs, ("XL", "XXL"), strict=True):
        ops.tukar(pc.store, p, post, ukuran=ukuran, jumlah=1, ubah_ukuran=False)
    dunia.tenang(city, *pcs)
    (hal,) = pcs[0].status().decisions
    for salah in ("dua\x00potong", "x" * 4_001):
        with pytest.raises(InputSalah, match=r"tidak terbaca|terlalu panjang"):
            deciding.take_back(pcs[0].store, "seragam_gerak", hal.baris[siapa], ganda.MEMANG_DUA, {"alasan": salah})
    deciding.take_back(pcs[0].store, "seragam_gerak", hal.baris[siapa], ganda.MEMANG_DUA, {"alasan": "dua potong"})
    dunia.tenang(city, *pcs)
    for pc in pcs:
        assert satu(pc.store, p, post).memegang == isi(XL=1, XXL=1)
        assert (sisa(pc.store, p), dunia.jenis(pc)) == ({"L": 2}, [])


def test_three_hand_overs_of_one_phone_one_after_the_other(city: City, office: Buka) -> None:
    pcs = [daftarkan(office(nama), city) for nama in "abc"]
    isi_rt(pcs[0], 1, 2, 3)
    telepon = barang.hp(pcs[0].store, 1)
    for pc in pcs:
        sinkron(pc)
    for pc, nomor in zip(pcs, ("01", "02", "03"), strict=True):
        barang.serah(pc.store, telepon, nomor)
    dunia.tenang(city, *pcs)
    for sisa_ in (3, 2):
        (hal,) = pcs[0].status().decisions
        assert len(hal.baris) == sisa_
        deciding.take_back(pcs[0].store, "ponsel_serah", hal.baris[0], ganda_ponsel.SESUDAH, {})
    dunia.tenang(city, *pcs)
    for pc in pcs:
        ada = barang.unit(pc.store, telepon)
        assert (ada.keadaan, ada.ragu, dunia.jenis(pc)) == ("dipegang", (), [])
