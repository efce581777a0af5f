"""The papers around a list (F2, F3, F4, cash, rekaps, card, ageing): what they say, their size, golden pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import (
    kartu_cetak,
    kelengkapan,
    ketetapan_ops,
    koreksi,
    kwitansi,
    ops,
    rekap_cetak,
    siklus,
    uang_cetak,
    umur_cetak,
)
from sipokat_desktop.modules.insentif.dokumen import DOKUMEN_DAFTAR
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.printing import grid
from sipokat_desktop.printing import kwitansi as lembar_kwitansi
from sipokat_desktop.storage.store import Store
from tests.print import emas
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, SEKARANG, buka

HARI = date(2026, 4, 10)
NOMOR = "INS-2026TW1-7QD-01"
PEJABAT = {
    "lurah": {"nama": "Dra. Hj. Yunita Sari", "nip": "19780212 200312 2 004", "pangkat": "Penata Tk. I (III/d)"},
    "pptk": {"nama": "Rina Marlina", "nip": "19800202 200501 2 002", "pangkat": "Penata (III/c)"},
    "bendahara": {"nama": "M. Rozali", "nip": "19900303 201501 1 003", "pangkat": "Pengatur (II/c)"},
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with five heads at 1.750.000 a month less 5 %, its list locked: the first through a proxy, the second
    received himself, the third is postponed."""
    with buka(tmp_path) as dibuka:
        kantor.tarif(dibuka, 1_750_000, pajak=500)
        for ke in range(1, 6):
            rt.tambah(dibuka, KELURAHAN, kantor.isian(ke))
        for peran, isian in PEJABAT.items():
            rt.set_pejabat(dibuka, KELURAHAN, peran, isian)
        nomor = kantor.susun(dibuka)
        kantor.ubah_di_luar(tmp_path / "sipokat.db", f"UPDATE insentif_daftar SET nomor = '{NOMOR}'")
        assert nomor.startswith("INS-2026TW1-")
        ops.kunci(dibuka, NOMOR, lurah="Dra. Hj. Yunita Sari")
        siklus.catat_spp(dibuka, NOMOR, spp="900/12/SPP/2026", tanggal=HARI)
        ops.terima(dibuka, NOMOR, hanya=[1], surat_kuasa="12/SK/2026")
        ops.terima(dibuka, NOMOR, hanya=[2])
        siklus.tunda(dibuka, NOMOR, [3], alasan="Berkas belum lengkap")
        yield dibuka


def _kwitansi(s: Store, kertas: str, bentuk: str = "") -> bytes:
    return kwitansi.pratinjau(s.reader(), NOMOR, kertas=kertas, sekarang=SEKARANG, bentuk=bentuk)


def _kelengkapan(s: Store, kertas: str) -> bytes:
    return kelengkapan.pratinjau(s.reader(), NOMOR, kertas=kertas, sekarang=SEKARANG)


def _uang(s: Store, kertas: str) -> bytes:
    return uang_cetak.pratinjau(s.reader(), NOMOR, kertas=kertas, sekarang=SEKARANG)


def _rekap_rt(s: Store, kertas: str) -> bytes:
    return rekap_cetak.rekap_rt(s.reader(), tahun=2026, lingkup=KELURAHAN, kertas=kertas, sekarang=SEKARANG)


def _rekap(s: Store, kertas: str, lingkup: tuple[str, ...] = (KELURAHAN,)) -> bytes:
    return rekap_cetak.rekap_kecamatan(
        s.reader(), periode="2026-TW1", komponen_id="", lingkup=lingkup, kertas=kertas, sekarang=SEKARANG
    )


def _rekap_kecamatan(s: Store, kertas: str) -> bytes:
    return _rekap(s, kertas, (KELURAHAN, "16.73.01.1004"))


def _kartu(s: Store, kertas: str) -> bytes:
    id = rt.id_jabatan(KELURAHAN, "02")
    return kartu_cetak.kartu(s.reader(), id, hari=HARI, kertas=kertas, sekarang=SEKARANG)


def _umur(s: Store, kertas: str) -> bytes:
    return umur_cetak.umur(s.reader(), lingkup=[KELURAHAN], hari=HARI, kertas=kertas, sekarang=SEKARANG)


KERTAS: dict[str, Callable[[Store, str], bytes]] = {
    "f2": _kwitansi,
    "f3": _rekap_kecamatan,
    "f3_kelurahan": _rekap,
    "f4": _kelengkapan,
    "uang": _uang,
    "rekap_rt": _rekap_rt,
    "kartu": _kartu,
    "umur": _umur,
}
UKURAN = {"F4": (215.0, 330.0), "A4": (210.0, 297.0)}


def _teks(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return " ".join(halaman.get_textpage().get_text_bounded() for halaman in dokumen).replace("\r\n", " ")


def _halaman(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return [halaman.get_textpage().get_text_bounded() for halaman in dokumen]


@pytest.mark.parametrize("kertas", UKURAN)
@pytest.mark.parametrize("nama", KERTAS)
def test_every_page_has_the_size_of_the_paper_and_nothing_outside_the_margins(
    store: Store, nama: str, kertas: str
) -> None:
    with pypdfium2.PdfDocument(KERTAS[nama](store, kertas)) as dokumen:
        for halaman in dokumen:
            mm = tuple(round(satu / 72 * 25.4, 3) for satu in (halaman.get_width(), halaman.get_height()))
            assert mm in (UKURAN[kertas], UKURAN[kertas][::-1])
            teks = halaman.get_textpage()
            for ke in range(teks.count_rects()):
                kiri, bawah, kanan, atas = (satu / 72 * 25.4 for satu in teks.get_rect(ke))
                assert kiri >= 19.5
                assert kanan <= mm[0] - 9.5
                assert bawah >= 4
                assert atas <= mm[1] - 8


def test_a_receipt_says_who_received_what_for_what(store: Store) -> None:
    halaman = _halaman(_kwitansi(store, "F4"))
    assert len(halaman) == 2, "two on a sheet; the postponed one has none"
    isi = halaman[0].replace("\r\n", " ")
    for bagian in (
        "KWITANSI",
        f"{NOMOR}/01",
        "Bendahara Pengeluaran Pembantu Kelurahan Taba Jemekeh",
        "Lima juta dua ratus lima puluh ribu rupiah",
        "Insentif Ketua RT, Ketua RT 01 Kelurahan Taba Jemekeh, bulan Januari s.d. Maret 2026",
        "Rp5.250.000,00",
        "Rp262.500,00",
        "Rp4.987.500,00",
        "Yang menerima (kuasa),",
        "Kuasa dari : Ketua 01",
        "12/SK/2026",
        "Lubuk Linggau, 10 April 2026",
        "Meterai",
        "Setuju dibayar,",
        "Lunas dibayar,",
        "Ketua 02",
    ):
        assert bagian in isi, bagian
    assert "Ketua 03" not in " ".join(halaman)
    assert len(_halaman(_kwitansi(store, "A4"))) == 4


def test_receipts_of_those_who_have_still_to_receive(store: Store) -> None:
    isi = _teks(_kwitansi(store, "F4", "belum"))
    assert f"{NOMOR}/04" in isi
    assert f"{NOMOR}/01" not in isi
    ops.terima(store, NOMOR, hanya=[4, 5])
    with pytest.raises(InputSalah, match="Tidak ada kwitansi"):
        _kwitansi(store, "F4", "belum")


def test_the_stamp_is_asked_above_five_million_only(store: Store) -> None:
    koreksi.koreksi(store, NOMOR, 4, menjadi={"2026-01": 1_500_000}, alasan="Tarif lama")
    isi = {k.penerima.nama: k for k in kwitansi.susun(store.reader(), NOMOR, sekarang=SEKARANG)}
    assert isi["Ketua 04"].jumlah == 5_000_000
    assert isi["Ketua 04"].meterai == ""
    assert isi["Ketua 05"].meterai == "Meterai Rp10.000"


def test_officials_are_those_of_the_day_and_the_year_is_the_budgets(store: Store) -> None:
    baru = {"nama": "Drs. Suyanto", "mulai": "11/4/2026"}
    rt.set_pejabat(store, KELURAHAN, "lurah", baru)
    semua = kwitansi.susun(store.reader(), NOMOR, sekarang=SEKARANG + 2 * kantor.HARI_MS)
    assert [k.penanda[0].nama for k in semua] == ["Dra. Hj. Yunita Sari"] * 2 + ["Drs. Suyanto"] * 2
    assert {dict(k.bukti)["Tahun Anggaran"] for k in semua} == {"2026"}


def test_a_draft_has_no_receipts(tmp_path: Path) -> None:
    with buka(tmp_path / "lain") as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 1)
        nomor = kantor.susun(store)
        with pytest.raises(InputSalah, match="belum dikunci"):
            kwitansi.pratinjau(store.reader(), nomor, kertas="F4", sekarang=SEKARANG)


def test_the_checklist_ticks_what_the_program_knows(store: Store) -> None:
    jawab = {p.kata: p.jawab for p in kelengkapan.periksa(store.reader(), NOMOR)}
    ada = [kata for kata, satu in jawab.items() if satu.ada]
    assert [kata.split()[0] for kata in ada] == ["Daftar", "SK", "SK", "Surat", "SPP"]
    assert jawab["Tanda tangan semua penerima pada daftar tanda terima"].keterangan == "3 belum: RT 03, 04, 05"
    assert jawab["SPP dan SPM"].keterangan == "No. 900/12/SPP/2026, 10/04/2026"
    assert jawab["Surat Tanda Setoran (STS) uang yang dikembalikan"].ada is None
    assert jawab["Bukti setor PPh 21"].keterangan == "PPh 21 Rp1.312.500"
    koreksi.kembalikan(store, NOMOR, 2, sts="77/STS/2026", tanggal=HARI, alasan="Keliru")
    baru = {p.kata: p.jawab for p in kelengkapan.periksa(store.reader(), NOMOR)}
    assert baru["Surat Tanda Setoran (STS) uang yang dikembalikan"] == (True, "77/STS/2026")


def test_an_office_lays_down_its_own_checklist(store: Store) -> None:
    ketetapan_ops.setel(store, KELURAHAN, {"kelengkapan": "sp2d|SP2D dari BKAD\nFotokopi KK\n\nasing|Lain"})
    isi = kelengkapan.periksa(store.reader(), NOMOR)
    assert [(p.kata, p.jawab.ada) for p in isi] == [
        ("SP2D dari BKAD", False), ("Fotokopi KK", False), ("asing|Lain", False),
    ]  # fmt: skip


def test_cash_papers_add_up(store: Store) -> None:
    ambil, amplop = _halaman(_uang(store, "F4"))
    assert "2 amplop, jumlah Rp9.975.000" in ambil.replace("\r\n", " ")
    assert "sembilan juta sembilan ratus tujuh puluh lima ribu rupiah" in ambil.replace("\r\n", " ")
    assert "Ketua 04" in amplop
    assert "Ketua 01" not in amplop


def test_rekaps_name_their_signers_and_sums(store: Store) -> None:
    tahun = _teks(_rekap_rt(store, "F4"))
    assert "2 RT, Rp9.975.000" in tahun
    assert "M. Rozali" in tahun
    satu, banyak = _teks(_rekap(store, "F4")), _teks(_rekap_kecamatan(store, "F4"))
    for isi in (satu, banyak):
        assert "Camat Lubuk Linggau Timur I" in isi
        assert "TRIWULAN I (JANUARI s.d. MARET) TAHUN ANGGARAN 2026" in isi
    assert "Dra. Hj. Yunita Sari" in satu
    assert "Dra. Hj. Yunita Sari" not in banyak
    assert "KECAMATAN LUBUK LINGGAU TIMUR I" in banyak
    rt.set_pejabat(store, KELURAHAN, "camat", {"nama": "Drs. Haryanto", "pangkat": "Pembina (IV/a)"})
    assert "Drs. Haryanto" in _teks(_rekap_kecamatan(store, "F4"))


def test_card_and_ageing_on_paper(store: Store) -> None:
    assert "KARTU INSENTIF RT 02" in _teks(_kartu(store, "F4"))
    umur = _teks(_umur(store, "F4"))
    assert "ditunda: Berkas belum lengkap" in umur
    assert "Ketua 01" not in umur


def test_every_paper_of_the_menu_is_drawn_in_all_its_forms(store: Store) -> None:
    for d in DOKUMEN_DAFTAR:
        for bentuk, _ in d.bentuk or (("", ""),):
            if d.pdf is not None:
                assert d.pdf(store.reader(), NOMOR, kertas="F4", sekarang=SEKARANG, bentuk=bentuk).startswith(b"%PDF")


@pytest.mark.parametrize("nama", KERTAS)
def test_page_looks_as_before(nama: str, store: Store) -> None:
    emas.sama(f"insentif_{nama}", KERTAS[nama](store, "F4"))


@pytest.mark.parametrize(
    ("nama", "modul", "apa"), [("f2", lembar_kwitansi, "_ATAS"), ("f4", grid, "_KOTAK"), ("uang", grid, "_TEPI")]
)
def test_something_moved_is_noticed(
    nama: str, modul: object, apa: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The known-bad control: 2 mm further down, a larger box, a wider edge must fail the comparison."""
    monkeypatch.setattr(modul, apa, getattr(modul, apa) + 6)
    assert emas.berbeda(f"insentif_{nama}", KERTAS[nama](store, "F4"))
