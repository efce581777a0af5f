"""Uniforms: whose purchase it is, whose name is on the receipt list, how much and what can be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import gabung
from sipokat_desktop.modules.rt import ganti as ganti_ketua
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import commands_serah, ops, queries
from sipokat_desktop.modules.seragam.masalah import BATAL
from sipokat_desktop.modules.seragam.model import IsianUkuran
from sipokat_desktop.storage.command import Context
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.seragam import KECAMATAN, b, beli, gudang, isi, jadi_kota, ketua, satu, serah, sisa

DI, SEBELAH = kantor.KELURAHAN, "16.73.01.1004"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path) as dibuka:
        yield dibuka


def test_a_kelurahans_own_purchase_stays_with_it(store: Store) -> None:
    """Another kelurahan would not see the purchase, and the owner would not see what left it."""
    (rt1,) = ketua(store, "L")
    (lain,) = ketua(store, "L", kelurahan=SEBELAH)
    p = beli(store, isi(L=5))
    store.set_setting("lingkup", KECAMATAN)
    for ke in (SEBELAH, KECAMATAN):
        with pytest.raises(InputSalah, match="dibeli oleh Kelurahan Taba Jemekeh sendiri"):
            ops.kirim(store, p, dari="pengadaan", ke=ke, isi=isi(L=1))
        with pytest.raises(InputSalah, match="dibeli oleh Kelurahan Taba Jemekeh sendiri"):
            ops.sesuaikan(store, p, tempat=ke, barang=b("L"), jumlah=1, alasan="hitung ulang")
    hasil = ops.serah(store, p, [rt1, lain], dari="pengadaan").value
    assert (hasil.diserahkan, [d.jabatan_id for d in hasil.dilewati]) == ((rt1,), [lain])
    assert "sendiri" in hasil.dilewati[0].kalimat
    posts = queries.pemakai(store.reader(), p, lingkup=KECAMATAN, hari=rt.hari_ini(store))
    assert [s.jabatan_id for s in posts] == [rt1]
    assert sisa(store, p, "pengadaan") == {"L": 4}


def test_each_head_signs_for_his_own_piece(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=5, XL=1))
    serah(store, p, rt1)
    isian = {"akhir_nyata": "14/3/2026", "alasan_akhir": "pindah", "sk_nomor": "1", "nama": "Budi", "ukuran": "L"}
    ganti_ketua.ganti(store, rt1, isian)
    ops.ganti(store, p, rt1, alasan="ketua baru")

    def baris() -> list[tuple[str, str, int]]:
        lembar = queries.lembar(store.reader(), p, lingkup=DI, hari=rt.hari_ini(store))
        return [(r.nama, r.barang.ukuran, r.jumlah) for r in lembar.baris]

    assert baris() == [("Ketua 01", "L", 1), ("Budi", "L", 1)]
    ops.tukar(store, p, rt1, ukuran="XL", jumlah=1)
    assert baris() == [("Ketua 01", "L", 1), ("Budi", "XL", 1)]


def test_what_a_head_wears_follows_two_records_of_him_made_one(store: Store) -> None:
    (rt1,) = ketua(store, "khusus")
    p = beli(store, {}, ukuran="L,khusus")
    ops.catat_ukuran(store, {rt1: IsianUkuran(cm="dada 120")}, pengadaan_id=p)
    orang = satu(store, p, rt1).orang_id
    lama = store.write("rt.uji", lambda tx: tx.insert("rt_orang", {"nama": "Ketua 01"}, scope=DI)).value
    gabung.gabungkan(store, lama, orang, {})
    assert (satu(store, p, rt1).orang_id, satu(store, p, rt1).cm) == (lama, "dada 120")


_TEKS: tuple[Callable[[Store, str, str], object], ...] = (
    lambda store, p, rt1: ops.tukar(store, p, rt1, ukuran="XL", alasan="kecil\x00"),
    lambda store, p, rt1: ops.tukar(store, p, rt1, ukuran="XL", alasan="x" * 501),
    lambda store, p, rt1: ops.catat_ukuran(store, {rt1: IsianUkuran(cm="dada 110\x00")}, pengadaan_id=p),
    lambda store, _p, rt1: ops.sambung(store, rt1, alasan="\x00"),
)


@pytest.mark.parametrize("ke", range(len(_TEKS)))
def test_what_the_city_cannot_read_is_not_taken(store: Store, ke: int) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1, XL=1))
    serah(store, p, rt1)
    with pytest.raises(InputSalah, match=r"tanda yang tidak terbaca|terlalu panjang"):
        _TEKS[ke](store, p, rt1)


@pytest.mark.parametrize("jumlah", [1_000_000, 2**62, 10**30])
def test_an_impossible_number_of_pieces_is_refused_in_words(store: Store, jumlah: int) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=2))
    serah(store, p, rt1)
    for coba in (
        lambda: ops.sesuaikan(store, p, tempat=DI, barang=b("L"), jumlah=jumlah, alasan="x"),
        lambda: ops.sesuaikan(store, p, tempat=DI, barang=b("L"), jumlah=-jumlah, alasan="x"),
        lambda: ops.kirim(store, p, dari=DI, ke=KECAMATAN, isi=isi(L=jumlah)),
        lambda: ops.ganti(store, p, rt1, alasan="rusak", jumlah=jumlah),
        lambda: beli(store, isi(L=jumlah), nama="Lain"),
    ):
        with pytest.raises(InputSalah, match=r"paling banyak 999\.999"):
            coba()
    with pytest.raises(InputSalah, match="lebih dari nol"):
        beli(store, isi(L=-1), nama="Lain")


def test_more_than_was_bought_is_mended_at_the_purchase(store: Store) -> None:
    """No stock can be adjusted there, and no delivery brings pieces to it."""
    p = gudang(store, isi(L=3))
    jadi_kota(store, p)
    store.transact(lambda con: con.execute("UPDATE seragam_isi SET jumlah = 1"))
    (hal,) = queries.masalah(store.reader(), p)
    assert (hal.tempat, hal.jumlah, hal.jalan) == ("pengadaan", -2, (BATAL,))
    assert "minta kota" in hal.kalimat


def test_a_number_of_two_deliveries_is_not_guessed(store: Store) -> None:
    p = gudang(store, isi(L=1))
    jadi_kota(store, p)
    ops.kirim(store, p, dari=DI, ke="pengadaan", isi=isi(L=1), nomor="7/SJ")
    store.transact(
        lambda con: con.execute(
            """INSERT INTO seragam_gerak (id, lingkup, pengadaan_id, jenis, dari, ke, ukuran, jumlah, nomor,
               tanggal, slot)
               VALUES ('g', ?, ?, 'kirim', 'pengadaan', ?, 'L', 1, '7/SJ', '2026-04-10', 's')""",
            (KECAMATAN, p, KECAMATAN),
        )
    )
    perintah = next(c for c in commands_serah.COMMANDS if c.words == ("seragam", "batal"))
    parser = Parser()
    perintah.arguments(parser)
    with pytest.raises(InputSalah, match="dipakai beberapa kiriman"):
        perintah.run(Context(store, DI), parser.parse_args(["7/SJ", "--alasan", "salah"]))
