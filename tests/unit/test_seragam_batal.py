"""Taking uniforms back, undo and redo; what stands on something is not taken away from under it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.seragam import b, beli, gerak_terakhir, gudang, isi, ketua, satu, serah, sisa

DI = kantor.KELURAHAN


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path) as dibuka:
        yield dibuka


def orang(store: Store, nomor: str) -> dict[str, object]:
    m = next(m for m in roster.masa(store.reader(), lingkup=DI) if m.nomor == nomor and not m.akhir_nyata)
    row = store.reader().execute("SELECT * FROM rt_orang WHERE id = ?", (m.orang_id,)).fetchone()
    return dict(row)


# taking back


def test_a_hand_over_is_taken_back_and_the_piece_lies_there_again(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1))
    serah(store, p, rt1)
    ops.batal(store, [gerak_terakhir(store, p, rt1)], alasan="salah orang")
    assert (satu(store, p, rt1).sudah, sisa(store, p)) == (False, {"L": 1})
    assert serah(store, p, rt1).diserahkan == (rt1,)
    semua = queries.gerak(store.reader(), p, jabatan_id=rt1)
    assert [(g.jenis, g.dibatalkan) for g in semua] == [("serah", ""), ("balik", ""), ("serah", "salah orang")]


def test_what_something_stands_on_is_not_taken_back(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1, XL=1))
    serah(store, p, rt1)
    pertama = gerak_terakhir(store, p, rt1)
    ops.tukar(store, p, rt1, ukuran="XL")
    with pytest.raises(InputSalah, match="RT 01 sudah menukar atau mengganti sesudahnya"):
        ops.batal(store, [pertama], alasan="salah")
    kiriman = queries.kiriman(store.reader(), p)[0]
    with pytest.raises(InputSalah, match="XL di Taba Jemekeh akan kurang 1 potong bila ini dibatalkan"):
        ops.batal(store, kiriman.gerak_ids, alasan="salah")
    ops.batal(store, [pertama, gerak_terakhir(store, p, rt1)], alasan="salah orang")
    assert sisa(store, p) == {"L": 1, "XL": 1}
    ops.batal(store, kiriman.gerak_ids, alasan="salah")
    assert (sisa(store, p), sisa(store, p, "pengadaan")) == ({}, {"L": 1, "XL": 1})


def test_every_act_has_its_words() -> None:
    from sipokat_desktop.modules.seragam import text

    assert all(kata[0].isupper() for kata in text.TINDAKAN.values())


# undo


def test_undo_and_redo_go_both_ways(store: Store) -> None:
    rt1, rt2 = ketua(store, "L", "L")
    p = gudang(store, isi(L=2, XL=1))
    act = ops.serah(store, p, [rt1, rt2]).changes.act_id
    kembali = history.undo(store, act).act_id
    assert (sisa(store, p), satu(store, p, rt1).sudah) == ({"L": 2, "XL": 1}, False)
    history.undo(store, kembali)
    assert (sisa(store, p), satu(store, p, rt2).sudah) == ({"XL": 1}, True)
    tukar = ops.tukar(store, p, rt1, ukuran="XL").changes.act_id
    history.undo(store, tukar)
    assert (satu(store, p, rt1).memegang, orang(store, "01")["ukuran"]) == (isi(L=1), "L")


def test_undo_leaves_no_exchange_without_its_hand_over(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1, XL=1))
    act = ops.serah(store, p, [rt1]).changes.act_id
    ops.tukar(store, p, rt1, ukuran="XL")
    with pytest.raises(InputSalah, match="RT 01 sudah menukar atau mengganti sesudahnya"):
        history.undo(store, act)


def test_undo_does_not_double_a_claim(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=2))
    act = ops.serah(store, p, [rt1]).changes.act_id
    kembali = history.undo(store, act).act_id
    serah(store, p, rt1)
    with pytest.raises(InputSalah):
        history.undo(store, kembali)
    assert satu(store, p, rt1).memegang == isi(L=1)


def test_undo_leaves_no_place_below_zero(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = beli(store, isi(L=1))
    act = ops.terima(store, p, dari="pengadaan", ke=DI, isi=isi(L=1), nomor="1").changes.act_id
    serah(store, p, rt1)
    with pytest.raises(InputSalah, match="L di Taba Jemekeh akan kurang dari nol"):
        history.undo(store, act)


def test_undo_wakes_no_hand_over_of_a_closed_purchase(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1))
    serah(store, p, rt1)
    act = ops.batal(store, [gerak_terakhir(store, p, rt1)], alasan="salah").act_id
    ops.selesai(store, p)
    with pytest.raises(InputSalah, match="Pengadaan Seragam RT 2026 sudah ditutup"):
        history.undo(store, act)


# what does not add up


def _yatim(store: Store, pertama: str) -> None:
    """Take a first hand-over back as another computer does, which has not heard of the exchange."""
    store.write("uji", lambda tx: tx.reverse("seragam_gerak", pertama, "keliru"))


def test_an_exchange_without_its_hand_over_is_told_and_mended(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1, XL=1))
    serah(store, p, rt1)
    pertama = gerak_terakhir(store, p, rt1)
    ops.tukar(store, p, rt1, ukuran="XL")
    _yatim(store, pertama)
    (hal,) = queries.masalah(store.reader(), p)
    assert hal.kalimat.startswith("RT 01 Ketua 01 (Taba Jemekeh): penyerahan pertamanya dibatalkan")
    with pytest.raises(InputSalah, match="Jadikan itu penyerahan pertama, atau batalkan"):
        ops.ganti(store, p, rt1, alasan="rusak")
    ops.sambung(store, hal.gerak_ids[0])
    assert queries.masalah(store.reader(), p) == []
    assert (satu(store, p, rt1).memegang, sisa(store, p)) == (isi(XL=1), {"L": 1})
    with pytest.raises(InputSalah, match="tidak perlu dijadikan penyerahan pertama"):
        ops.sambung(store, gerak_terakhir(store, p, rt1))


def test_a_place_below_zero_is_told_with_the_ways_out(store: Store) -> None:
    rt1, rt2 = ketua(store, "L", "L")
    p = gudang(store, isi(L=1))
    serah(store, p, rt1)
    isi_: Fields = {
        "dari": DI, "ke": "rt", "ukuran": "L", "jumlah": 1, "jenis": "serah", "jabatan_id": rt2, "nama": "Ketua 02",
        "pengadaan_id": p, "tanggal": "2026-04-10", "slot": f"rt|{p}|{rt2}",
    }  # fmt: skip
    store.write("uji", lambda tx: tx.append("seragam_gerak", isi_, scope=DI))
    (hal,) = queries.masalah(store.reader(), p)
    assert (hal.jenis, hal.jumlah, hal.jalan) == ("kurang", -1, ("kirim", "sesuaikan", "batal"))
    assert hal.kalimat == (
        "Taba Jemekeh kurang 1 L menurut catatan: yang keluar lebih banyak daripada yang masuk. Semua catatan tetap "
        "disimpan. Catat kiriman yang belum tercatat, sesuaikan dengan alasan, atau batalkan catatan yang keliru."
    )
    ops.sesuaikan(store, p, tempat=DI, barang=b("L"), jumlah=1, alasan="ternyata ada")
    assert queries.masalah(store.reader(), p) == []
