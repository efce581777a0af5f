"""A lost phone: nobody passes it on or gives it back, and its loss is told with the police letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import ops, queries
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.barang import hp, masa_id, serah, unit
from tests.unit.kantor import KELURAHAN, buka

HILANG = {"jenis": "hilang", "uraian": "jatuh di pasar"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with buka(tmp_path) as dibuka:
        kantor.isi_rt(dibuka, 2)
        yield dibuka


def test_what_is_lost_is_not_handed_over_nor_given_back(store: Store) -> None:
    telepon = hp(store, 1)
    serah(store, telepon, "01")
    ops.kejadian(store, telepon, HILANG)
    for kerja, isian in ((ops.alih, {"masa_id": masa_id(store, "02")}), (ops.kembali, {})):
        with pytest.raises(InputSalah, match=r"tercatat hilang\. Catat dulu bahwa sudah ditemukan"):
            kerja(store, telepon, isian)
    assert unit(store, telepon).nama == "Ketua 01"
    ops.kembali(store, telepon, {"kondisi": "baik"})
    assert unit(store, telepon).keadaan == "kembali"


def test_a_phone_registered_as_lost_gets_its_police_letter(store: Store) -> None:
    telepon = hp(store, 1, kondisi="hilang")
    surat = {"polisi_nomor": "STPL/7", "polisi_tanggal": "10/4/2026"}
    ops.kejadian(store, telepon, HILANG | surat)
    with pytest.raises(InputSalah, match="sudah tercatat hilang"):
        ops.kejadian(store, telepon, HILANG)


def test_what_was_found_closes_the_loss_whatever_the_register_says(store: Store) -> None:
    telepon = hp(store, 1)
    kejadian = ops.kejadian(store, telepon, HILANG).value
    ops.simpan_unit(store, KELURAHAN, {"kondisi": "baik"}, unit_id=telepon)
    ops.kejadian(store, telepon, {"jenis": "ditemukan", "uraian": "di laci"})
    satu = queries.kejadian(store.reader(), kejadian)
    assert satu is not None
    assert satu.selesai == "2026-04-10"
