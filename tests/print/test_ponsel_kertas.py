"""The papers of registered goods (F9 in four variants, F9b, F9c): who signs, what they say, golden pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import ops, prints
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.printing import letter_table
from sipokat_desktop.storage.store import Store
from tests.print import emas
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, SEKARANG, buka

HP = {
    "barang": "HP", "merek": "Samsung", "tipe": "Galaxy A05 4/64", "imei1": "352099001761481", "seri": "R9ZX30ABC12",
    "sim": "081277881234", "kode_barang": "1.3.2.06.02.06.012", "nup": "17",
    "kelengkapan": "dus, charger, kabel data, kartu SIM", "kondisi": "baik",
}  # fmt: skip
LAIN = HP | {"imei1": "490154203237518", "seri": "R9ZX30ABC13", "nup": "18"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with two heads, two phones and a lurah."""
    with buka(tmp_path) as dibuka:
        rt.tambah(dibuka, KELURAHAN, kantor.isian(1, nama="Muhammad Kholil", alamat="Jl. Kenanga II No. 14"))
        rt.tambah(dibuka, KELURAHAN, kantor.isian(2, nama="Herman Efendi, S.Pd.", alamat="Jl. Kenanga II No. 20"))
        lurah = {"nama": "Dra. Hj. Yunita Sari", "nip": "19780212 200312 2 004", "pangkat": "Penata Tk. I (III/d)"}
        rt.set_pejabat(dibuka, KELURAHAN, "lurah", lurah)
        for isian in (HP, LAIN):
            ops.simpan_unit(dibuka, KELURAHAN, isian)
        yield dibuka


def _unit(store: Store, nup: str = "17") -> str:
    return str(store.reader().execute("SELECT id FROM ponsel_unit WHERE nup = ?", (nup,)).fetchone()[0])


def _masa(store: Store, nama: str) -> str:
    perintah = "SELECT m.id FROM rt_masa m JOIN rt_orang o ON o.id = m.orang_id WHERE o.nama LIKE ?"
    return str(store.reader().execute(perintah, (f"{nama}%",)).fetchone()[0])


def _serah(store: Store, **lain: str) -> str:
    (entri,) = ops.serah(store, _unit(store), {"masa_id": _masa(store, "Muhammad"), **lain}).value
    return entri


def _bast(store: Store, entri: str) -> bytes:
    nomor = store.reader().execute("SELECT nomor FROM ponsel_serah WHERE id = ?", (entri,)).fetchone()[0]
    kantor.ubah_di_luar(
        store.path, "UPDATE ponsel_serah SET nomor = ? WHERE nomor = ?", (f"BAST-2026-7QD-{nomor[-2:]}", nomor)
    )
    return prints.bast(store.reader(), entri, kertas="F4", sekarang=SEKARANG)


def _f9_serah(store: Store) -> bytes:
    return _bast(store, _serah(store, penerima="Siti Aminah", surat_kuasa="12/SK/2026"))


def _f9_kembali(store: Store) -> bytes:
    _serah(store)
    (entri,) = ops.kembali(store, _unit(store), {"kondisi": "rusak_ringan", "kelengkapan": "tanpa charger"}).value
    return _bast(store, entri)


def _f9_alih(store: Store) -> bytes:
    _serah(store)
    (entri,) = ops.alih(store, _unit(store), {"masa_id": _masa(store, "Herman")}).value
    return _bast(store, entri)


def _f9_tarik(store: Store) -> bytes:
    _serah(store)
    (entri,) = ops.tarik(store, _unit(store), {"alasan": "pemeriksaan inventaris tahunan"}).value
    return _bast(store, entri)


def _f9_dua(store: Store) -> bytes:
    entri = ops.serah(store, [_unit(store), _unit(store, "18")], {"masa_id": _masa(store, "Herman")}).value
    return _bast(store, entri[0])


def _f9b(store: Store) -> bytes:
    entri = _serah(store)
    _bast(store, entri)
    return prints.pernyataan(store.reader(), entri, kertas="F4", sekarang=SEKARANG)


def _f9c(store: Store) -> bytes:
    _serah(store, tanggal="2026-03-01")
    isian = {
        "jenis": "hilang", "tanggal": "2026-04-05", "uraian": "HP jatuh saat ronda malam di Jl. Yos Sudarso dan tidak "
        "ditemukan setelah dicari bersama warga.", "polisi_nomor": "SKTLK/123/IV/2026", "polisi_tanggal": "2026-04-06",
        "tindak_lanjut": "Menunggu petunjuk Bagian Tata Pemerintahan.",
    }  # fmt: skip
    k = ops.kejadian(store, _unit(store), isian).value
    return prints.kejadian(store.reader(), k, kertas="F4", sekarang=SEKARANG)


KERTAS: dict[str, Callable[[Store], bytes]] = {
    "ponsel_f9_serah": _f9_serah,
    "ponsel_f9_kembali": _f9_kembali,
    "ponsel_f9_alih": _f9_alih,
    "ponsel_f9_tarik": _f9_tarik,
    "ponsel_f9_dua": _f9_dua,
    "ponsel_f9b": _f9b,
    "ponsel_f9c": _f9c,
}


def _teks(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return " ".join(halaman.get_textpage().get_text_bounded() for halaman in dokumen).replace("\r\n", " ")


@pytest.mark.parametrize(
    ("kertas", "judul", "bagian"),
    [
        (_f9_serah, "BERITA ACARA SERAH TERIMA BARANG", "PIHAK PERTAMA menyerahkan"),
        (_f9_kembali, "BERITA ACARA PENGEMBALIAN BARANG", "beralih kepada PIHAK KEDUA"),
        (_f9_alih, "BERITA ACARA PENGALIHAN BARANG", "Mengetahui,"),
        (_f9_tarik, "BERITA ACARA PENARIKAN BARANG", "karena pemeriksaan inventaris tahunan"),
    ],
)
def test_each_variant_says_what_is_done_by_whom(
    kertas: Callable[[Store], bytes], judul: str, bagian: str, store: Store
) -> None:
    isi = _teks(kertas(store))
    assert judul in isi
    assert bagian in isi
    assert "tanggal sepuluh bulan April tahun dua ribu dua puluh enam (10 April 2026)" in isi
    assert "IMEI 352099001761481" in isi
    assert "Dra. Hj. Yunita Sari" in isi
    assert "Muhammad Kholil" in isi
    assert kantor.nik(1) not in isi, "no NIK on a paper that is filed with the goods"


def test_a_return_states_the_condition_of_that_day(store: Store) -> None:
    isi = _teks(_f9_kembali(store))
    assert "rusak ringan" in isi
    assert "tanpa charger" in isi


def test_several_goods_of_one_act_stand_on_one_paper(store: Store) -> None:
    isi = _teks(_f9_dua(store))
    assert "2 (dua) unit barang" in isi
    assert "IMEI 490154203237518" in isi


def test_a_hand_over_that_was_taken_back_has_no_paper(store: Store) -> None:
    entri = _serah(store)
    ops.batal(store, entri, alasan="salah orang")
    with pytest.raises(InputSalah, match="dibatalkan"):
        prints.bast(store.reader(), entri, kertas="F4", sekarang=SEKARANG)


def test_a_return_has_no_statement_of_responsibility(store: Store) -> None:
    _serah(store)
    (entri,) = ops.kembali(store, _unit(store), {}).value
    with pytest.raises(InputSalah, match="hanya untuk serah terima"):
        prints.pernyataan(store.reader(), entri, kertas="F4", sekarang=SEKARANG)


def test_a_loss_names_the_police_letter(store: Store) -> None:
    isi = _teks(_f9c(store))
    assert "Nomor SKTLK/123/IV/2026 tanggal 6 April 2026" in isi
    assert "Saksi 2," in isi


@pytest.mark.parametrize("nama", KERTAS)
def test_page_looks_as_before(nama: str, store: Store) -> None:
    emas.sama(nama, KERTAS[nama](store))


def test_a_larger_table_is_noticed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad control: cells 2 mm higher must fail the comparison."""
    monkeypatch.setattr(letter_table, "_ATAS_BAWAH", letter_table._ATAS_BAWAH + 6)
    assert emas.berbeda("ponsel_f9_serah", _f9_serah(store))
