"""F11, the list of transport money: what it says by event and by session, its size, its golden picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.modules.insentif import kelengkapan, ketetapan_ops, koreksi, kwitansi, prints
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage.store import Store
from tests.print import emas
from tests.print.contoh_daftar import halaman_teks
from tests.print.test_insentif_kertas import PEJABAT
from tests.unit import kantor, uji_acara
from tests.unit.kantor import KELURAHAN

NAMA = (
    "Ahmad Fauzi", "Siti Aminah", "H. Muhammad Yusuf Kurniawan, S.Pd., M.M.", "Yulia Ningsih", "M. Rozali",
    "Sopian Hadi", "Hj. Nurhayati, S.E.", "Dedi",
)  # fmt: skip
SEKARANG = 1_796_000_000_000
NOMOR = "INS-202611-7QD-01"


@pytest.fixture
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """An office with eight heads who attended an event of two days, its list locked; the parameter is what is paid."""
    with uji_acara.buka(tmp_path) as dibuka:
        uji_acara.acara(dibuka, sampai="2026-11-21")
        for ke, nama in enumerate(NAMA, 1):
            uji_acara.hadir(dibuka, rt.tambah(dibuka, KELURAHAN, kantor.isian(ke, nama=nama)).value, 1 + ke % 2)
        for peran, isian in PEJABAT.items():
            rt.set_pejabat(dibuka, KELURAHAN, peran, isian)
        komponen_id = uji_acara.komponen(dibuka, per=request.param)
        dana = {"sumber_dana": "Bagian Tata Pemerintahan Setda", "dasar": "SK Wali Kota 21/KPTS/2026"}
        ketetapan_ops.simpan_anggaran(dibuka, KELURAHAN, komponen_id, 2026, dana)
        uji_acara.terkunci(dibuka)
        kantor.ubah_di_luar(tmp_path / "sipokat.db", f"UPDATE insentif_daftar SET nomor = '{NOMOR}'")
        yield dibuka


def _f11(s: Store, kertas: str = "F4", *, lengkap: bool = False) -> bytes:
    return prints.pratinjau(s.reader(), NOMOR, sekarang=SEKARANG, kertas=kertas, lengkap=lengkap)


@pytest.mark.parametrize("store", ["kegiatan", "sesi"], indirect=True)
@pytest.mark.parametrize("lengkap", [False, True])
@pytest.mark.parametrize("kertas", ["F4", "A4"])
def test_it_names_the_event_its_days_and_what_is_paid(store: Store, kertas: str, *, lengkap: bool) -> None:
    teks = " ".join(" ".join(halaman_teks(_f11(store, kertas, lengkap=lengkap))).split())
    assert "DAFTAR TANDA TERIMA UANG TRANSPORT PESERTA" in teks
    assert "BIMTEK KETUA RT 2026 KELURAHAN TABA JEMEKEH KECAMATAN LUBUK LINGGAU TIMUR I" in teks
    assert "Jumat, 20 November 2026 s.d. Sabtu, 21 November 2026" in teks
    assert "Gedung Kesenian" in teks
    per_sesi = "Rp150.000 per sesi" in teks
    assert per_sesi != ("Rp150.000 per kegiatan" in teks)
    assert ("Sesi" in teks) == per_sesi
    assert ("1.800.000" if per_sesi else "1.200.000") in teks
    assert "Insentif" not in teks


@pytest.mark.parametrize("store", ["sesi"], indirect=True)
def test_a_corrected_line_says_no_number_of_sessions(store: Store) -> None:
    koreksi.koreksi(store, NOMOR, 1, menjadi={"2026-11": 100_000}, alasan="pulang lebih awal")
    (teks,) = halaman_teks(_f11(store))
    assert "REVISI 1" in teks
    assert "Ahmad Fauzi Ketua RT 01 100.000" in teks
    assert "Siti Aminah Ketua RT 02 1 150.000" in teks


@pytest.mark.parametrize("store", ["sesi"], indirect=True)
def test_the_other_papers_speak_of_the_event_too(store: Store) -> None:
    satu, *_ = kwitansi.susun(store.reader(), NOMOR, sekarang=SEKARANG)
    assert satu.untuk.endswith("hadir di Bimtek Ketua RT 2026, Jumat, 20 November 2026 s.d. Sabtu, 21 November 2026")
    lembar = kelengkapan.lembar(store.reader(), NOMOR, sekarang=SEKARANG)
    assert "UANG TRANSPORT" in lembar.judul[0]
    kata = [baris[1] for baris in lembar.baris]
    assert "Undangan dan daftar hadir peserta yang ditandatangani" in kata
    assert not any("SK pengangkatan" in satu or "insentif" in satu for satu in kata)


@pytest.mark.parametrize("store", ["sesi"], indirect=True)
def test_it_looks_as_its_golden_page(store: Store) -> None:
    emas.sama("insentif_f11", _f11(store))
    assert emas.berbeda("insentif_f11", _f11(store, lengkap=True))


@pytest.mark.parametrize("store", ["kegiatan"], indirect=True)
def test_once_for_the_event_it_looks_as_its_golden_page(store: Store) -> None:
    emas.sama("insentif_f11_sekali", _f11(store, "A4"))
