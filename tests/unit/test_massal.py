"""Bulk edit: one value for many heads, all or nothing, one undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import massal, ops
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

HARI = date(2026, 4, 10)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with four heads."""
    with buka(tmp_path) as dibuka:
        yield dibuka


def nilai(store: Store, tabel: str, field: str) -> list[object]:
    """A field of every row."""
    return [row[0] for row in store.reader().execute(f"SELECT {field} FROM {tabel} ORDER BY id")]


def test_one_sk_for_all_and_back(store: Store) -> None:
    ids = kantor.isi_rt(store, 4)
    kosong = ops.tambah_kosong(store, KELURAHAN, {"nomor": "9"}).value
    sebelum = kantor.tampak(store)
    pratinjau = massal.akan(store.reader(), [*ids, kosong], "sk_nomor", "141/1/2026", HARI)
    selesai = massal.ubah_semua(store, [*ids, kosong], "sk_nomor", " 141/1/2026 ")
    assert selesai.value == pratinjau == massal.Massal(diubah=4, sama=0, dilewati=1)
    assert nilai(store, "rt_masa", "sk_nomor") == ["141/1/2026"] * 4
    assert massal.ubah_semua(store, ids, "sk_nomor", "141/1/2026").value == massal.Massal(0, 4, 0)
    assert massal.ubah_semua(store, ids[:2], "bank", "BSB").value.diubah == 2
    assert massal.ubah_semua(store, ids, "akhir_sk", "31/12/2030").value.diubah == 4
    history.undo(store, selesai.changes.act_id)
    assert nilai(store, "rt_masa", "sk_nomor") == [baris[7] for baris in sebelum["rt_masa"]]


@pytest.mark.parametrize(
    ("field", "isi", "kalimat"),
    [("nama", "X", "Pilih salah satu"), ("nik", kantor.nik(9), "Pilih salah satu"), ("akhir_sk", "besok", "dikenal"),
     ("akhir_sk", "1/1/2020", "RT 01: Akhir jabatan tidak boleh sebelum TMT"), ("jenis", "raja", "Pilih salah satu")],
)  # fmt: skip
def test_all_or_nothing(store: Store, field: str, isi: str, kalimat: str) -> None:
    ids = kantor.isi_rt(store, 2)
    sebelum = kantor.tampak(store)
    with pytest.raises(InputSalah, match=kalimat):
        massal.ubah_semua(store, ids, field, isi)
    with pytest.raises(InputSalah, match=kalimat):
        massal.akan(store.reader(), ids, field, isi, HARI)
    assert kantor.tampak(store) == sebelum


def test_a_new_tmt_may_not_meet_the_head_before(store: Store) -> None:
    lama, _ = kantor.isi_rt(store, 2)
    ops.akhiri(store, masa_id=lama, isian={"akhir_nyata": "28/2/2026", "alasan_akhir": "pindah"})
    baru = ops.tambah(store, KELURAHAN, kantor.isian(7, nomor="1", tmt="1/3/2026")).value
    with pytest.raises(InputSalah, match="RT 01: RT 01 dijabat Ketua 01 dari 1 Januari 2024 sampai 28 Februari 2026"):
        massal.ubah_semua(store, [baru], "tmt", "1/2/2026")
    assert massal.ubah_semua(store, [baru], "tmt", "15/3/2026").value.diubah == 1
