"""The papers of uniforms (F8, F8b, F9 of a delivery): right to the piece, and their pages against golden pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import ops, prints, queries
from sipokat_desktop.modules.seragam.model import Barang, Kuasa
from sipokat_desktop.printing import goods
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.storage.store import Store
from tests.print import emas
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, SEKARANG, buka

UKURAN = ("S", "M", "L", "L", "L", "XL", "XL", "XXL", "M", "", "L", "M", "XXXL", "L", "XL", "M", "S", "L", "XL", "M")
NAMA = "Seragam Ketua RT 2026"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office of 20 heads and a vacant post, 18 pieces delivered: ten handed over at an event, one size exchanged,
    one through a proxy; one head has no size yet."""
    with buka(tmp_path) as dibuka:
        for ke, ukuran in enumerate(UKURAN, 1):
            rt.tambah(dibuka, KELURAHAN, kantor.isian(ke, ukuran=ukuran, kelamin="P" if ke in (2, 8) else "L"))
        rt.tambah_kosong(dibuka, KELURAHAN, {"nomor": "21"})
        rt.set_pejabat(dibuka, KELURAHAN, "lurah", {"nama": "Dra. Hj. Yunita Sari", "nip": "19780212 200312 2 004"})
        beli = {Barang("Pria", u): n for u, n in {"S": 2, "M": 4, "L": 7, "XL": 4, "XXXL": 1}.items()}
        beli |= {Barang("Wanita", u): 1 for u in ("M", "XXL")}
        isian = {"nama": NAMA, "tahun": "2026", "barang": "seragam", "model": "Pria|Wanita", "sumber_dana": "APBD Kota"}
        p = ops.simpan_pengadaan(dibuka, KELURAHAN, isian, beli).value
        ops.kirim(dibuka, p, dari="pengadaan", ke=KELURAHAN, isi=beli, nomor="SJ/12/2026")
        posts = [j.jabatan_id for j in queries.pemakai(dibuka.reader(), p, lingkup=KELURAHAN, hari=rt.hari_ini(dibuka))]
        ops.serah(dibuka, p, posts[:9], cara="simbolis", acara="Apel Ketua RT")
        ops.serah(dibuka, p, posts[10:12], kuasa={posts[10]: Kuasa("Siti Aminah", "12/SK/2026")})
        ops.tukar(dibuka, p, posts[2], ukuran="XL", alasan="kesempitan")
        yield dibuka


def _pengadaan(store: Store) -> str:
    return queries.cari_pengadaan(store.reader(), NAMA).pengadaan_id


def _f8(store: Store, acara: str = "", kertas: str = "F4") -> bytes:
    con = store.reader()
    return prints.tanda_terima(con, _pengadaan(store), lingkup=KELURAHAN, kertas=kertas, sekarang=SEKARANG, acara=acara)


def _f8b(store: Store) -> bytes:
    return prints.matriks(store.reader(), _pengadaan(store), lingkup=KELURAHAN, kertas="F4", sekarang=SEKARANG)


def _f9(store: Store) -> bytes:
    return prints.bast_kirim(store.reader(), "SJ/12/2026", lingkup=KELURAHAN, kertas="F4", sekarang=SEKARANG)


KERTAS: dict[str, Callable[[Store], bytes]] = {
    "seragam_f8": _f8,
    "seragam_f8_acara": lambda store: _f8(store, "Apel Ketua RT", "A4"),
    "seragam_f8b": _f8b,
    "seragam_f9": _f9,
}


def _teks(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return " ".join(halaman.get_textpage().get_text_bounded() for halaman in dokumen).replace("\r\n", " ")


def test_f8_has_every_head_and_the_sum_of_each_size(store: Store) -> None:
    isi = _teks(_f8(store))
    assert all(f"Ketua {ke:02d}" in isi for ke in range(1, 21))
    assert "DAFTAR TANDA TERIMA SERAGAM KETUA RT" in isi
    lembar = queries.lembar(store.reader(), _pengadaan(store), lingkup=KELURAHAN, hari=rt.hari_ini(store))
    jumlah = sum(n for _, n in lembar.jumlah)
    assert f"Seluruhnya {jumlah} " in isi
    assert jumlah == sum(b.jumlah for b in lembar.baris)
    assert "Siti Aminah" in isi


def test_f8_of_an_event_has_those_who_received_there(store: Store) -> None:
    isi = _teks(_f8(store, "Apel Ketua RT"))
    assert "Ketua 09" in isi
    assert "Ketua 11" not in isi
    assert "Apel Ketua RT" in isi


def test_f8b_adds_up(store: Store) -> None:
    isi = _teks(_f8b(store))
    m = queries.matriks(store.reader(), _pengadaan(store), lingkup=KELURAHAN, hari=rt.hari_ini(store))
    assert sum(m.jumlah("perlu")) == 19
    assert sum(m.jumlah("diserahkan")) == 11
    assert sum(m.jumlah("ada")) == 20 - 11
    assert "DIBELI" in isi
    assert " 19 " in isi


def test_f9_of_a_delivery_names_sizes_and_pieces(store: Store) -> None:
    isi = _teks(_f9(store))
    for bagian in ("BERITA ACARA SERAH TERIMA BARANG", "SJ/12/2026", "20 (dua puluh)", "XXXL", "Wanita"):
        assert bagian in isi, bagian


def test_an_unknown_delivery_is_said_in_words(store: Store) -> None:
    with pytest.raises(InputSalah):
        prints.bast_kirim(store.reader(), "TIDAK/ADA", lingkup=KELURAHAN, kertas="F4", sekarang=SEKARANG)


@pytest.mark.parametrize("nama", KERTAS)
def test_page_looks_as_before(nama: str, store: Store) -> None:
    emas.sama(nama, KERTAS[nama](store))


def test_a_shifted_column_is_noticed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad control: a column wider by 4 mm must fail the comparison."""
    monkeypatch.setitem(goods._LEBAR, Kertas.F4, (8, 0, 12, 15, 14, 20, 19, 56))
    assert emas.berbeda("seragam_f8", _f8(store))
