"""What one computer deletes while another records something of it is never lost: people are asked to bring it back."""

from __future__ import annotations

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.modules.ponsel import ops as ponsel
from sipokat_desktop.modules.ponsel import terhapus as barang_terhapus
from sipokat_desktop.modules.seragam import ops as seragam
from sipokat_desktop.modules.seragam import queries
from sipokat_desktop.modules.seragam import terhapus as pengadaan_terhapus
from sipokat_desktop.storage import deciding, history
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.unit import barang
from tests.unit.seragam import ISIAN, isi, sisa

Dua = tuple[Office, Office]


@pytest.fixture
def berdua(city: City, office: Buka) -> Dua:
    """Two PCs of one office with two heads."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2)
    for pc in (satu, dua):
        sinkron(pc)
    return satu, dua


def putuskan(pc: Office, jalan: str) -> str:
    """Take the way out of the one thing to decide; returns what it said."""
    (hal,) = pc.status().decisions
    deciding.settle(pc.store, hal, jalan, {})
    return hal.kalimat


def test_a_phone_deleted_here_and_handed_out_there(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    telepon = barang.hp(satu.store, 1)
    dunia.tenang(city, satu, dua)
    ponsel.hapus_unit(satu.store, telepon)
    barang.serah(dua.store, telepon, "01")
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == ["Barang terhapus"]
    for pc in berdua:
        assert "HP Samsung J2 Prime dihapus di satu komputer" in putuskan(pc, barang_terhapus.KEMBALI)
        assert pc.status().decisions == ()
    dunia.tenang(city, satu, dua)
    for pc in berdua:
        ada = barang.unit(pc.store, telepon)
        assert (ada.imei1, ada.nama, ada.keadaan, dunia.jenis(pc)) == (barang.imei(1), "Ketua 01", "dipegang", [])


def test_a_purchase_undone_here_and_delivered_there(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    beli = seragam.simpan_pengadaan(satu.store, KELURAHAN, ISIAN, isi(L=5, XL=3))
    dunia.tenang(city, satu, dua)
    history.undo(satu.store, beli.changes.act_id)
    seragam.terima(dua.store, beli.value, dari="pengadaan", ke=KELURAHAN, isi=isi(L=4), nomor="1")
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == ["Pengadaan terhapus"]
    assert "barangnya sudah dicatat 1 kali" in putuskan(dua, pengadaan_terhapus.KEMBALI)
    dunia.tenang(city, satu, dua)
    for pc in berdua:
        assert sisa(pc.store, beli.value, "pengadaan") == {"L": 1, "XL": 3}
        assert sisa(pc.store, beli.value) == {"L": 4}
        assert (queries.masalah(pc.store.reader(), beli.value), dunia.jenis(pc)) == ([], [])
