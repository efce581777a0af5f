"""F16 and the roster on paper: what they say in every case, and their pages against golden pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import berita, ganti, ops, prints
from sipokat_desktop.printing import grid, letter, letter_lines
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.store import Store
from tests.print import emas
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

BUDI = {
    "akhir_nyata": "14/3/2026", "alasan_akhir": "mengundurkan_diri", "nama": "Budi Santoso", "nik": kantor.nik(77),
    "sk_nomor": "141/9/2026", "sk_tanggal": "10/3/2026", "cara": "musyawarah", "ba_nomor": "BA/3/2026",
    "serah_hp": "HP Samsung J2 Prime, baik", "serah_seragam": "Seragam 1 stel", "akhir_sk": "14/3/2031",
    "alamat": "Jl. Melati No. 3", "tempat_lahir": "Musi Rawas", "tanggal_lahir": "3/5/1980",
}  # fmt: skip
WAFAT = {"akhir_nyata": "1/4/2026", "alasan_akhir": "meninggal", "nama": "Rudi Hartono", "jenis": "plt"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with 23 heads, a vacant post, and a lurah."""
    with buka(tmp_path) as dibuka:
        for ke in range(1, 24):
            lain = {"alamat": f"Jl. Kenanga II No. {ke}, Perumahan Griya Asri Blok C", "hp": "081234567890"}
            ops.tambah(dibuka, KELURAHAN, kantor.isian(ke, **lain))
        ops.tambah_kosong(dibuka, KELURAHAN, {"nomor": "24"})
        lurah = {"nama": "Dra. Hj. Yunita Sari", "nip": "19780212 200312 2 004", "pangkat": "Penata Tk. I (III/d)"}
        ops.set_pejabat(dibuka, KELURAHAN, "lurah", lurah)
        yield dibuka


def _ganti(store: Store, nomor: str, isian: dict[str, str]) -> str:
    return ganti.ganti(store, ops.id_jabatan(KELURAHAN, nomor), isian).value


def _teks(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return " ".join(halaman.get_textpage().get_text_bounded() for halaman in dokumen).replace("\r\n", " ")


def _berita(store: Store, masa_id: str) -> str:
    return _teks(prints.pratinjau_berita_acara(store.reader(), masa_id, sekarang=store.clock()))


def test_the_minutes_name_parties_days_and_goods(store: Store) -> None:
    isi = _berita(store, _ganti(store, "03", BUDI))
    for bagian in (
        "BERITA ACARA PENGGANTIAN KETUA RUKUN TETANGGA (RT) 03",
        "Nomor: BA/3/2026",
        "Jumat, tanggal sepuluh bulan April tahun dua ribu dua puluh enam (10 April 2026)",
        "PIHAK PERTAMA berhenti",
        "karena mengundurkan diri",
        "melalui musyawarah warga",
        "Surat Keputusan Lurah Nomor 141/9/2026",
        "HP Samsung J2 Prime, baik;",
        "Seragam 1 stel.",
        "Dra. Hj. Yunita Sari",
        "Saksi 2",
    ):
        assert bagian in isi, bagian
    assert kantor.nik(77) not in isi, "no NIK on minutes that hang on a wall"


def test_of_a_dead_head_the_lurah_is_the_first_party(store: Store) -> None:
    isi = _berita(store, _ganti(store, "05", WAFAT))
    assert "PENUNJUKAN PELAKSANA TUGAS" in isi
    assert "Ketua 05 berhenti sebagai Ketua RT 05" in isi
    assert "meninggal dunia" in isi
    assert "Tidak ada barang" in isi
    assert isi.count("Dra. Hj. Yunita Sari") == 2


def test_an_acting_head_who_stays_hands_over_to_nobody(store: Store) -> None:
    _ganti(store, "05", WAFAT)
    rudi = store.reader().execute("SELECT orang_id FROM rt_masa WHERE jenis = 'plt'").fetchone()[0]
    tetap = {"akhir_nyata": "30/4/2026", "alasan_akhir": "habis_masa", "orang_id": rudi, "cara": "pemilihan"}
    isi = _berita(store, _ganti(store, "05", tetap))
    assert "Rudi Hartono berhenti sebagai Pelaksana Tugas (Plt) Ketua RT 05" in isi
    assert "PIHAK KEDUA menjabat Ketua RT 05 Kelurahan Taba Jemekeh melalui pemilihan" in isi
    assert isi.count("Dra. Hj. Yunita Sari") == 2


def test_a_vacancy_that_is_filled_has_minutes_too(store: Store) -> None:
    isi = _berita(store, _ganti(store, "24", {"nama": "Eka", "tmt": "1/4/2026"}))
    assert "PENGISIAN JABATAN" in isi
    assert "berhenti" not in isi
    with pytest.raises(InputSalah, match="sudah tidak ada"):
        _berita(store, "tidak-ada")


def test_the_roster_masks_the_nik_unless_asked(store: Store, tmp_path: Path) -> None:
    con, kini = store.reader(), store.clock()
    samar = _teks(prints.pratinjau_daftar_rt(con, KELURAHAN, sekarang=kini))
    penuh = _teks(prints.pratinjau_daftar_rt(con, KELURAHAN, sekarang=kini, nik_penuh=True))
    assert kantor.nik(1) not in samar
    assert kantor.nik(1) in penuh
    assert "Halaman 2 dari 2" in samar
    assert "(kosong)" in samar
    assert "24 RT, 23 ketua menjabat" in samar
    ops.set_kelurahan(store, KELURAHAN, {"nama": "Taba Lestari"})
    halaman = prints.cetak_daftar_rt(store, [KELURAHAN, "16.73.03.1010"], kertas="A4", keluaran=tmp_path / "d.pdf")
    dua = _teks((tmp_path / "d.pdf").read_bytes())
    assert halaman == 3
    assert "KELURAHAN TABA LESTARI" in dua
    assert "KELURAHAN AIR TEMAN" in dua
    assert "Halaman 3 dari 3" in dua


@example(2, 60.0, 76.0, 45.0, 2)
@given(st.integers(0, 200), st.floats(60, 200), st.floats(76, 200), st.floats(0, 50), st.integers(1, 3))
def test_pages_hold_every_row_once_and_the_signers_never_stand_alone(
    banyak: int, pertama: float, lanjutan: float, penutup: float, bersama: int
) -> None:
    halaman = grid.bagi(banyak, pertama, lanjutan, penutup, 8.0, bersama)
    assert [baris for awal, akhir in halaman for baris in range(awal, akhir)] == list(range(banyak))
    awal, akhir = halaman[-1]
    assert akhir - awal >= min(bersama, banyak if len(halaman) == 1 else banyak - 1)
    assert all(akhir > awal for awal, akhir in halaman[:-1])
    assert (akhir - awal) * 8.0 + penutup <= (pertama if len(halaman) == 1 else lanjutan) + 1e-3


def test_what_leaves_no_room_is_refused_in_a_sentence() -> None:
    with pytest.raises(InputSalah, match="terlalu panjang"):
        grid.bagi(3, 5.0, 100.0, 20.0, 8.0)


@pytest.mark.parametrize("butir", [1, 30, 60, 200])
def test_a_long_letter_goes_over_pages_with_its_signers_whole(butir: int) -> None:
    surat = letter.Surat(
        None, ("BERITA ACARA",), "", [letter.Butir(f"{ke}.", "Barang yang diserahkan. " * 4) for ke in range(butir)],
        "Lubuk Linggau", ((Penanda(("SATU",), "A", ber_nip=False), Penanda(("DUA",), "B", ber_nip=False)),),
        Kaki("", ""),
    )  # fmt: skip
    with pypdfium2.PdfDocument(letter.gambar(surat, Kertas.A4)) as pdf:
        terakhir = pdf[len(pdf) - 1].get_textpage().get_text_bounded()
        assert len(pdf) >= butir // 40
    assert "SATU" in terakhir
    assert f"{butir - 1}." in terakhir, "never signers on a page without text"


def test_a_day_in_words() -> None:
    assert berita.hari_terbilang(date(2017, 11, 20)) == (
        "Senin, tanggal dua puluh bulan November tahun dua ribu tujuh belas (20 November 2017)"
    )


def _kertas(nama: str, store: Store) -> bytes:
    con, kini = store.reader(), kantor.SEKARANG
    match nama:
        case "rt_f16":
            return prints.pratinjau_berita_acara(con, _ganti(store, "03", BUDI), sekarang=kini)
        case "rt_f16_plt":
            return prints.pratinjau_berita_acara(con, _ganti(store, "05", WAFAT), sekarang=kini, kertas="A4")
        case _:
            return prints.pratinjau_daftar_rt(con, KELURAHAN, sekarang=kini)


@pytest.mark.parametrize("nama", ["rt_f16", "rt_f16_plt", "rt_daftar"])
def test_page_looks_as_before(nama: str, store: Store) -> None:
    emas.sama(nama, _kertas(nama, store))


def test_a_moved_margin_is_noticed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad control: points that hang 3 mm further in must fail the comparison."""
    monkeypatch.setattr(letter_lines, "_BUTIR", letter_lines._BUTIR + 8)
    assert emas.berbeda("rt_f16", _kertas("rt_f16", store))
