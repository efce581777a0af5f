"""Uniforms: bought, delivered, handed over, exchanged, replaced, adjusted, taken back; every refusal says why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ganti as ganti_ketua
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.model import Kuasa
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.seragam import KECAMATAN, b, beli, gudang, isi, jadi_kota, ketua, satu, serah, sisa

DI = kantor.KELURAHAN


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path) as dibuka:
        yield dibuka


def orang(store: Store, nomor: str) -> dict[str, object]:
    m = next(m for m in roster.masa(store.reader(), lingkup=DI) if m.nomor == nomor and not m.akhir_nyata)
    row = store.reader().execute("SELECT * FROM rt_orang WHERE id = ?", (m.orang_id,)).fetchone()
    return dict(row)


# hand-over


def test_a_hand_over_moves_one_piece_to_the_head_of_that_day(store: Store) -> None:
    rt1, rt2 = ketua(store, "L", "XL")
    p = gudang(store, isi(L=2, XL=1))
    assert serah(store, p, rt1) == ((rt1,), ())
    terima = satu(store, p, rt1)
    assert (terima.sudah, terima.memegang) == (True, isi(L=1))
    assert (terima.pegang[0].nama, terima.pegang[0].tanggal) == ("Ketua 01", "2026-04-10")
    assert sisa(store, p) == {"L": 1, "XL": 1}
    assert not satu(store, p, rt2).sudah


def test_many_are_handed_over_and_who_is_passed_over_is_told(store: Store) -> None:
    rt1, rt2, rt3, rt4 = ketua(store, "L", "", "L", "L")
    p = gudang(store, isi(L=2))
    serah(store, p, rt1)
    hasil = serah(store, p, rt1, rt2, rt3, rt4, "entah")
    assert hasil.diserahkan == (rt3,)
    assert [(d.sebab, d.rt) for d in hasil.dilewati] == [
        ("sudah", "01"), ("ukuran", "02"), ("habis", "04"), ("salah", "?"),
    ]  # fmt: skip
    kata = [d.kalimat for d in hasil.dilewati]
    assert kata[0] == (
        "RT 01 sudah menerima 1 L pada 10 April 2026 (Ketua 01). Untuk yang kedua pakai Ganti dengan alasan."
    )
    assert kata[1] == "RT 02 Ketua 02: Ukuran belum diisi. Isi dulu ukurannya."
    assert kata[2] == (
        "RT 04 Ketua 04: L di Taba Jemekeh sudah habis. Ukuran lain juga tidak ada. "
        "Catat kirimannya dulu, pilih ukuran lain, atau sesuaikan stok dengan alasan."
    )
    assert sisa(store, p) == {}


def test_all_but_some(store: Store) -> None:
    rt1, rt2, rt3 = ketua(store, "L", "L", "L")
    p = gudang(store, isi(L=5))
    serah(store, p, rt1)
    hasil = ops.serah_semua(store, p, lingkup=DI, kecuali=[rt3]).value
    assert hasil == ((rt2,), ())
    assert [x.jabatan_id for x in queries.belum(store.reader(), p, lingkup=DI, hari=date(2026, 4, 10))] == [rt3]


def test_nothing_is_written_when_everybody_is_passed_over(store: Store) -> None:
    (rt1,) = ketua(store, "")
    p = gudang(store, isi(L=1))
    done = ops.serah(store, p, [rt1])
    assert done.value.diserahkan == ()
    assert done.changes.rows == {}


def test_a_vacant_post_cannot_receive(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1))
    m = roster.masa(store.reader(), lingkup=DI)[0]
    rt.akhiri(store, masa_id=m.masa_id, isian={"akhir_nyata": "31/3/2026", "alasan_akhir": "pindah"})
    hasil = serah(store, p, rt1)
    assert [d.kalimat for d in hasil.dilewati] == [
        "RT 01 tidak punya ketua pada 10 April 2026, jadi tidak ada yang menerima."
    ]
    dulu = ops.serah(store, p, [rt1], hari=date(2026, 3, 30)).value
    assert dulu.diserahkan == (rt1,), "on the day before it had one"


def test_the_event_needs_a_name_and_the_day_may_not_come_later(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1))
    for isian, pesan in (
        ({"cara": "simbolis"}, "Tulis nama acaranya"),
        ({"cara": "pos"}, "Cara penyerahan tidak dikenal"),
        ({"hari": date(2026, 4, 11)}, "Tanggal itu belum tiba"),
    ):
        with pytest.raises(InputSalah, match=pesan):
            ops.serah(store, p, [rt1], **isian)


def test_a_proxy_is_kept(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1))
    ops.serah(store, p, [rt1], kuasa={rt1: Kuasa("Yanti", "7/SK/2026")})
    (terima,) = satu(store, p, rt1).pegang
    assert (terima.penerima, terima.surat_kuasa, terima.nama) == ("Yanti", "7/SK/2026", "Ketua 01")


def test_another_size_may_be_handed_over(store: Store) -> None:
    (rt1,) = ketua(store, "XL")
    p = gudang(store, isi(L=1))
    assert serah(store, p, rt1).dilewati[0].sebab == "habis"
    assert ops.serah(store, p, [rt1], barang={rt1: b("L")}).value.diserahkan == (rt1,)
    assert ops.serah(store, p, [rt1], barang={rt1: b("4XL")}).value.dilewati[0].sebab == "sudah"


def test_two_pieces_for_everybody(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=3))
    ops.simpan_pengadaan(store, DI, {"per_orang": "2"}, pengadaan_id=p)
    serah(store, p, rt1)
    assert (satu(store, p, rt1).memegang, sisa(store, p)) == (isi(L=2), {"L": 1})


def test_a_closed_purchase_takes_no_hand_over_until_it_is_opened(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1))
    ops.selesai(store, p)
    with pytest.raises(InputSalah, match=r"Pengadaan Seragam RT 2026 sudah ditutup\. Buka lagi dulu"):
        serah(store, p, rt1)
    ops.buka_lagi(store, p)
    assert serah(store, p, rt1).diserahkan == (rt1,)


# exchange, replacement


def test_an_exchange_gives_one_out_and_takes_one_back(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1, XL=1))
    serah(store, p, rt1)
    ops.tukar(store, p, rt1, ukuran="xl")
    assert sisa(store, p) == {"L": 1}
    assert satu(store, p, rt1).memegang == isi(XL=1)
    assert orang(store, "01")["ukuran"] == "XL", "the roster learns the size that fits"
    ops.tukar(store, p, rt1, ukuran="L", ubah_ukuran=False)
    assert (sisa(store, p), orang(store, "01")["ukuran"]) == ({"XL": 1}, "XL")


@pytest.mark.parametrize(
    ("ukuran", "pesan"),
    [("L", "sama dengan yang kembali"), ("XXL", "XXL di Taba Jemekeh sudah habis"), ("4XL", "tidak dikenal"),
     ("besar sekali", "tidak dikenal"), ("", "Ukuran belum diisi")],
)  # fmt: skip
def test_an_exchange_is_refused_in_words(store: Store, ukuran: str, pesan: str) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1, XL=1))
    serah(store, p, rt1)
    with pytest.raises(InputSalah, match=pesan):
        ops.tukar(store, p, rt1, ukuran=ukuran)


def test_nothing_is_exchanged_or_replaced_before_a_hand_over(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1, XL=1))
    with pytest.raises(InputSalah, match="RT 01 belum menerima apa pun"):
        ops.tukar(store, p, rt1, ukuran="XL")
    with pytest.raises(InputSalah, match="RT 01 belum menerima apa pun"):
        ops.ganti(store, p, rt1, alasan="rusak")


def test_one_of_two_pieces_is_exchanged(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=2, XL=2))
    ops.simpan_pengadaan(store, DI, {"per_orang": "2"}, pengadaan_id=p)
    serah(store, p, rt1)
    ops.tukar(store, p, rt1, ukuran="XL", jumlah=1)
    assert satu(store, p, rt1).memegang == isi(L=1, XL=1)
    with pytest.raises(InputSalah, match="Sebutkan ukuran mana yang kembali"):
        ops.tukar(store, p, rt1, ukuran="M")
    ops.tukar(store, p, rt1, ukuran="XL", kembali=b("L"))
    assert satu(store, p, rt1).memegang == isi(XL=2)
    with pytest.raises(InputSalah, match=r"RT 01 tidak memegang L\. Yang dipegang: 2 XL"):
        ops.tukar(store, p, rt1, ukuran="M", kembali=b("L"))


def test_a_replacement_needs_a_reason_and_is_counted_as_a_second_piece(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=2))
    serah(store, p, rt1)
    with pytest.raises(InputSalah, match="Tulis alasannya"):
        ops.ganti(store, p, rt1, alasan=" ")
    ops.ganti(store, p, rt1, alasan="robek saat gotong royong")
    terima = satu(store, p, rt1)
    assert (terima.memegang, [d.alasan for d in terima.diganti]) == (isi(L=2), ["robek saat gotong royong"])
    assert sisa(store, p) == {}
    with pytest.raises(InputSalah, match="L di Taba Jemekeh sudah habis"):
        ops.ganti(store, p, rt1, alasan="hilang")


def test_a_new_head_has_his_own_size_and_gets_one_with_a_reason(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1, M=1))
    serah(store, p, rt1)
    isian = {"nama": "Budi", "tmt": "2/4/2026", "ukuran": "M", "akhir_nyata": "1/4/2026", "alasan_akhir": "pindah"}
    ganti_ketua.ganti(store, rt1, isian)
    baru = satu(store, p, rt1)
    assert (baru.nama, baru.ukuran, baru.sudah, baru.pegang[0].nama) == ("Budi", "M", True, "Ketua 01")
    assert serah(store, p, rt1).dilewati[0].sebab == "sudah"
    ops.ganti(store, p, rt1, alasan="ketua baru")
    akhir = satu(store, p, rt1)
    assert [(x.nama, x.barang.ukuran) for x in akhir.pegang] == [("Ketua 01", "L"), ("Budi", "M")]


def test_an_exchange_is_not_dated_before_the_hand_over(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=1, XL=1))
    serah(store, p, rt1)
    with pytest.raises(InputSalah, match="baru menerima pada 10 April 2026"):
        ops.tukar(store, p, rt1, ukuran="XL", hari=date(2026, 4, 9))


# deliveries, adjustments


def test_a_delivery_gets_a_number_and_moves_pieces(store: Store) -> None:
    p = beli(store, isi(L=5, XL=2))
    nomor = ops.kirim(store, p, dari="pengadaan", ke=DI, isi=isi(L=4, XL=1)).value
    lagi = ops.kirim(store, p, dari="pengadaan", ke=DI, isi=isi(L=1)).value
    assert (nomor[:8], nomor[-3:], lagi[-3:]) == ("SJ-2026-", "-01", "-02")
    assert (sisa(store, p, "pengadaan"), sisa(store, p)) == ({"XL": 1}, {"L": 5, "XL": 1})
    kiriman = queries.kiriman(store.reader(), p)
    assert [(k.nomor, k.jumlah) for k in kiriman] == [(lagi, 1), (nomor, 5)]


def test_a_delivery_is_refused_in_words(store: Store) -> None:
    p = beli(store, isi(L=5))
    ops.terima(store, p, dari="pengadaan", ke=DI, isi=isi(L=1), nomor="12/SJ")
    for isian, pesan in (
        ({"ke": DI, "isi": isi(L=5)}, r"Isi pengadaan untuk L tinggal 4 potong, bukan 5"),
        ({"ke": DI, "isi": {}}, "Isinya belum ditulis"),
        ({"ke": DI, "isi": isi(L=-1)}, "lebih dari nol"),
        ({"ke": "pengadaan", "isi": isi(L=1)}, "Asal dan tujuannya sama"),
        ({"ke": "16.73", "isi": isi(L=1), "nomor": "12/sj"}, r"Surat jalan 12/SJ sudah dipakai untuk kiriman lain"),
        ({"ke": DI, "isi": isi(L=1), "nomor": "12/sj"}, r"Surat jalan 12/SJ sudah dicatat: 1 L"),
        ({"ke": "entah", "isi": isi(L=1)}, "Tempat “entah” tidak dikenal"),
        ({"ke": DI, "isi": {b("4XL"): 1}}, "Ukuran “4XL” tidak dikenal"),
    ):
        with pytest.raises(InputSalah, match=pesan):
            ops.kirim(store, p, dari="pengadaan", **isian)
    with pytest.raises(InputSalah, match="nomor surat jalannya"):
        ops.terima(store, p, dari="pengadaan", ke=DI, isi=isi(L=1), nomor=" ")


def test_goods_go_only_along_the_ladder(store: Store) -> None:
    p = beli(store, isi(L=5))
    jadi_kota(store, p)
    with pytest.raises(InputSalah, match="tidak termasuk"):
        ops.kirim(store, p, dari="kec:16.73.02", ke=DI, isi=isi(L=1))
    with pytest.raises(InputSalah, match="antara dua kelurahan"):
        ops.kirim(store, p, dari="16.73.01.1004", ke=DI, isi=isi(L=1))
    ops.kirim(store, p, dari="pengadaan", ke=KECAMATAN, isi=isi(L=2))
    ops.kirim(store, p, dari=KECAMATAN, ke=DI, isi=isi(L=2))
    lingkup = [row[0] for row in store.reader().execute("SELECT lingkup FROM seragam_gerak ORDER BY id")]
    assert lingkup == [KECAMATAN, DI]


def test_stock_is_adjusted_with_a_reason_and_never_below_zero(store: Store) -> None:
    p = gudang(store, isi(L=1))
    ops.sesuaikan(store, p, tempat=DI, barang=b("L"), jumlah=2, alasan="ditemukan di lemari")
    assert sisa(store, p) == {"L": 3}
    with pytest.raises(InputSalah, match="L di Taba Jemekeh tinggal 3 potong, bukan 4"):
        ops.sesuaikan(store, p, tempat=DI, barang=b("L"), jumlah=-4, alasan="hilang")
    with pytest.raises(InputSalah, match="Tulis alasannya"):
        ops.sesuaikan(store, p, tempat=DI, barang=b("L"), jumlah=-1, alasan="")
    ops.sesuaikan(store, p, tempat=DI, barang=b("L"), jumlah=-3, alasan="kena banjir")
    assert sisa(store, p) == {}
