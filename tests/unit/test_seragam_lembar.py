"""What the papers of a purchase are made of: the receipt list, size × kelurahan, figures, a delivery."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from sqlite3 import Connection

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.model import Kuasa, Ringkas
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.seragam import KECAMATAN, b, beli, gudang, isi, jadi_kota, ketua, serah

DI, SEBELAH = kantor.KELURAHAN, "16.73.01.1004"
HARI = date(2026, 4, 10)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path) as dibuka:
        yield dibuka


def test_the_receipt_list_says_what_each_head_got_and_will_get(store: Store) -> None:
    rt1, rt2, *_ = ketua(store, "L", "XL", "", "M")
    p = gudang(store, isi(L=3, XL=2, M=1))
    ops.serah(store, p, [rt1], cara="simbolis", acara="Apel", dari=DI)
    ops.serah(store, p, [rt2], kuasa={rt2: Kuasa("Yanti", "7/SK")})
    ops.tukar(store, p, rt2, ukuran="L")
    ops.ganti(store, p, rt1, alasan="robek", ukuran="XL")
    lembar = queries.lembar(store.reader(), p, lingkup=DI, hari=HARI)
    assert [(r.no, r.rt, r.barang.ukuran, r.jumlah, r.tanggal, r.keterangan) for r in lembar.baris] == [
        (1, "01", "L", 1, "2026-04-10", "Apel; Pengganti: robek"),
        (2, "01", "XL", 1, "2026-04-10", "Apel; Pengganti: robek"),
        (3, "02", "L", 1, "2026-04-10", "Diambil Yanti, surat kuasa 7/SK; Ditukar dari XL ke L"),
        (4, "03", "", 1, "", "Ukuran belum diisi"),
        (5, "04", "M", 1, "", ""),
    ]
    assert lembar.jumlah == ((b("M"), 1), (b("L"), 2), (b("XL"), 1), (b(""), 1))
    (acara,) = queries.acara(store.reader(), p, lingkup=DI)
    di_acara = queries.lembar(store.reader(), p, lingkup=DI, hari=HARI, acara=acara)
    assert {r.rt for r in di_acara.baris} == {"01"}


def test_the_matrix_adds_up_over_kelurahan(store: Store) -> None:
    rt1, *_ = ketua(store, "L", "XL", "")
    ketua(store, "M", "L", kelurahan=SEBELAH)
    p = gudang(store, isi(L=1, M=1))
    jadi_kota(store, p)
    serah(store, p, rt1)
    tabel = queries.matriks(store.reader(), p, lingkup=KECAMATAN, hari=HARI)
    assert [k.ukuran for k in tabel.kolom] == ["M", "L", "XL"]
    assert [(r.lingkup, r.perlu, r.diserahkan, r.ada, r.tanpa_ukuran) for r in tabel.baris] == [
        (DI, (0, 1, 1), (0, 1, 0), (1, 0, 0), 1),
        (SEBELAH, (1, 1, 0), (0, 0, 0), (0, 0, 0), 0),
    ]
    assert (tabel.jumlah("perlu"), tabel.dibeli, tabel.kurang) == ((1, 2, 1), (1, 1, 0), (0, 1, 1))
    assert queries.ringkas(store.reader(), p, lingkup="kota", hari=HARI) == Ringkas(5, 5, 1, 4, 1, 2, 1, 1)
    assert [r.lingkup for r in queries.matriks(store.reader(), p, lingkup=[SEBELAH], hari=HARI).baris] == [SEBELAH]


def test_a_delivery_is_found_by_its_number(store: Store) -> None:
    p = beli(store, isi(L=5, M=2))
    ops.terima(store, p, dari="pengadaan", ke=DI, isi=isi(L=3, M=1), nomor="12/SJ/2026")
    kiriman = queries.kiriman_nomor(store.reader(), "12 / sj / 2026", lingkup=DI)
    assert (kiriman.isi, kiriman.jumlah, kiriman.ke) == (((b("M"), 1), (b("L"), 3)), 4, DI)
    with pytest.raises(InputSalah, match="Surat jalan 9 tidak ada di komputer ini"):
        queries.kiriman_nomor(store.reader(), "9")


def test_an_office_judges_only_what_it_sees(store: Store) -> None:
    """The pieces of its kecamatan come and go elsewhere: a kelurahan records a pick-up there without judging it."""
    (rt1,) = ketua(store, "L")
    store.transact(_pengadaan_kota)
    store.set_setting("lingkup", DI)
    assert ops.serah(store, "kota-1", [rt1], cara="kecamatan").value.diserahkan == (rt1,)
    assert queries.masalah(store.reader(), "kota-1") == []
    assert queries.stok(store.reader(), "kota-1") == []
    with pytest.raises(InputSalah, match="Ini dicatat oleh Kecamatan Lubuk Linggau Timur I, bukan di komputer ini"):
        ops.kirim(store, "kota-1", dari="pengadaan", ke=KECAMATAN, isi=isi(L=1))
    with pytest.raises(InputSalah, match="Pengadaan ini milik kota"):
        ops.selesai(store, "kota-1")
    store.set_setting("lingkup", KECAMATAN)
    assert [m.tempat for m in queries.masalah(store.reader(), "kota-1")] == [KECAMATAN]


def _pengadaan_kota(con: Connection) -> None:
    """A purchase as it came from the city."""
    jalan = con.execute
    jalan("INSERT INTO seragam_pengadaan (id, lingkup, nama, tahun) VALUES ('kota-1', 'kota', 'Seragam', 2026)")
    jalan(
        "INSERT INTO seragam_isi (id, lingkup, pengadaan_id, ukuran, jumlah) VALUES ('isi-1', 'kota', 'kota-1', 'L', 9)"
    )
