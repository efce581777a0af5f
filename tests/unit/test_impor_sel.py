"""One cell at a time: what it was, what it becomes, how sure that is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.modules.rt.impor import cocok, kamus, pembaca
from sipokat_desktop.modules.rt.impor.hasil import Berat, Sel
from tests.unit import kantor

HARI = date(2026, 4, 10)
BACA = pembaca.semua(HARI)
BERSIH, RAPI, RAGU, SALAH = None, Berat.RAPI, Berat.RAGU, Berat.SALAH


@pytest.mark.parametrize(
    ("isian", "mentah", "isi", "berat"),
    [
        ("nik", "1673085301840016", "1673085301840016", BERSIH), ("nik", "", None, BERSIH), ("nik", "-", None, BERSIH),
        ("nik", "'1673085301840016", "1673085301840016", RAPI),
        ("nik", "1673.0853.0184.0016", "1673085301840016", RAPI),
        ("nik", "１６７３０８５３０１８４００１６", "1673085301840016", RAPI),
        ("nik", "NIK: 1673085301840016", "1673085301840016", RAPI),
        ("nik", 1673085301840016.0, "1673085301840016", RAPI), ("nik", 1673085301840010.0, None, RAGU),
        ("nik", "1,67308530184001E+15", None, RAGU), ("nik", "1.67E+15", None, RAGU),
        ("nik", "16730853018400l6", None, SALAH),
        ("nik", "167308530184001", None, SALAH), ("nik", "1111111111111111", None, SALAH), ("nik", "#N/A", None, RAGU),
        ("hp", "+62 812-3456-789", "08123456789", RAPI), ("hp", 8123456789.0, "08123456789", RAPI),
        ("hp", "0812 3456 789", "08123456789", RAPI), ("hp", "WA 08123456789", "08123456789", RAPI),
        ("hp", "0733 321234", "0733321234", RAGU), ("hp", "O8123456789", None, SALAH),
        ("hp", "tidak ada", None, BERSIH),
        ("hp", "1,2E+11", None, RAGU),
        ("tanggal_lahir", date(1984, 1, 13), "1984-01-13", BERSIH),
        ("tanggal_lahir", datetime(1984, 1, 13, 7), "1984-01-13", BERSIH),
        ("tanggal_lahir", "13 Januari 1984", "1984-01-13", BERSIH), ("tanggal_lahir", "13-01-84", "1984-01-13", BERSIH),
        ("tanggal_lahir", "13 January 1984", "1984-01-13", BERSIH), ("tanggal_lahir", 30694.0, "1984-01-13", RAPI),
        ("tanggal_lahir", "Curup, 13 Jan 1984", "1984-01-13", RAPI),
        ("tanggal_lahir", "01/25/1984", "1984-01-25", RAGU),
        ("tanggal_lahir", "1984", None, RAGU), ("tanggal_lahir", "31/02/1984", None, SALAH),
        ("tanggal_lahir", date(1850, 1, 1), None, SALAH),
        ("tanggal_lahir", "1/1/2030", None, SALAH), ("tanggal_lahir", "l3/01/1984", None, SALAH),
        ("sk_tanggal", "1/1/2105", None, SALAH), ("sk_tanggal", "20/01/2024", "2024-01-20", BERSIH),
        ("tmt", "1/2/2032", "2032-02-01", RAGU),
        ("kelamin", "Laki - laki", "L", BERSIH), ("kelamin", "PRIA", "L", BERSIH), ("kelamin", "Wanita", "P", BERSIH),
        ("kelamin", "Pr.", "P", BERSIH), ("kelamin", "?", None, BERSIH), ("kelamin", "banci", None, SALAH),
        ("nomor", "KETUA RT. 03", "03", BERSIH), ("nomor", 3.0, "03", BERSIH), ("nomor", "003", "03", BERSIH),
        ("nomor", "RT.03/RW.01", "03", BERSIH), ("nomor", "03/01", "03", BERSIH), ("nomor", "III", "03", BERSIH),
        ("nomor", "RT. 05 / 02", "05", BERSIH), ("nomor", date(2024, 1, 3), "03", RAGU),
        ("nomor", "Sekretaris RT 3", None, BERSIH),
        ("nomor", "x", None, SALAH), ("nomor", "1000", None, SALAH), ("rw", "RW. II", "02", BERSIH),
        ("rw", "aneh", None, SALAH),
        ("jumlah_kk", "53 KK", 53, BERSIH), ("jumlah_kk", 53.0, 53, BERSIH), ("jumlah_kk", 2.5, None, SALAH),
        ("nama", "H. Ahmad Yani, S.Pd", "H. Ahmad Yani, S.Pd", BERSIH), ("nama", "A" * 4000, None, SALAH),
        ("nama", "=HYPERLINK()", "=HYPERLINK()", RAGU), ("nama", "Bu\u200bdi", "Budi", RAPI),
        ("nama", "1. Budi", "Budi", RAPI),
        ("alamat", "Jl.  Mawar\nNo. 1", "Jl. Mawar No. 1", BERSIH), ("rekening", 8409198900.0, "8409198900", RAGU),
        ("rekening", "0534728653", "0534728653", BERSIH), ("rekening", "8,4E+09", None, RAGU),
        ("sk", "141/12/KPTS/LS/2024 tgl 20-01-2024", "141/12/KPTS/LS/2024", RAPI),
        ("sk_nomor", "SK Lurah No 5 Tahun 2024", "5 Tahun 2024", RAPI),
        ("ttl", "Palembang, 25 Mei 1968", "Palembang", BERSIH),
        ("ttl", "Palembang, 31 Februari 1970", "Palembang", SALAH),
        ("masa", "01/02/2024 s.d 01/02/2029", "2024-02-01", BERSIH), ("masa", "2024 - 2029", None, RAGU),
        ("jenis", "PLT", "plt", BERSIH), ("jenis", "entah", None, SALAH),
        ("kelurahan", "Kel. Taba Jemekeh", kantor.KELURAHAN, BERSIH),
    ],
)  # fmt: skip
def test_cells(isian: str, mentah: object, isi: object, berat: Berat | None) -> None:
    hasil = BACA[isian](mentah)
    sel = hasil if isinstance(hasil, Sel) else Sel(hasil)
    assert (sel.isi, sel.berat) == (isi, berat)
    assert bool(sel.pesan) is (berat is not None)


def test_what_a_cell_says_of_other_fields() -> None:
    def lain(isian: str, mentah: object) -> dict[str, object]:
        hasil = BACA[isian](mentah)
        return dict(hasil.lain) if isinstance(hasil, Sel) else {}

    assert lain("ttl", "Lubuk Linggau 30 November 1960") == {"tanggal_lahir": "1960-11-30"}
    assert lain("nomor", "Plt. Ketua RT 05/02") == {"rw": "02", "jenis": "plt"}
    assert lain("hp", "08123456789 / 08111111111") == {"catatan": "HP lain: 08111111111"}
    assert lain("sk", "141/12/2024, 20-01-2024") == {"sk_tanggal": "2024-01-20"}
    assert lain("masa", "1 Februari 2024 - 1 Februari 2029") == {"akhir_sk": "2029-02-01"}


@given(st.one_of(st.text(max_size=60), st.floats(), st.integers(), st.dates(), st.booleans(), st.none()))
def test_no_cell_ever_breaks_a_reader(mentah: object) -> None:
    """And what a reader takes as clean it takes again unchanged."""
    for isian, baca in BACA.items():
        hasil = baca(mentah)
        isi = hasil.isi if isinstance(hasil, Sel) else hasil
        if isinstance(isi, str) and isian in ("nik", "hp", "tanggal_lahir", "nomor", "rw", "kelamin", "tmt"):
            lagi = baca(isi)
            assert (lagi.isi if isinstance(lagi, Sel) else lagi) == isi


@pytest.mark.parametrize(
    ("satu", "dua", "sama"),
    [
        ("H. Ahmad Yani, S.Pd", "Achmad Yani", True), ("M. Yusuf", "Muhammad Yusup", True),
        ("Moh. Ali", "Mohd Ali", True),
        ("Soeharto", "Suharto", True), ("Siti Aminah", "SITI  AMINAH", True), ("Abd. Roni", "Abdul Roni", True),
        ("Kusnadi", "Mulyadi", False), ("Siti Aminah", "Sri Wahyuni", False), ("Hasan Basri", "Husin Basri", False),
    ],
)  # fmt: skip
def test_names_as_people_mean_them(satu: str, dua: str, sama: bool) -> None:
    assert (cocok.mirip(satu, dua) >= cocok.SAMA) is sama
    assert cocok.mirip(satu, dua) == cocok.mirip(dua, satu)


@pytest.mark.parametrize(
    ("atas", "bawah", "isian"),
    [
        ("", "NO. KTP", "nik"), ("", "N I K", "nik"), ("", "NAMA LENGKAP", "nama"), ("", "L/P", "kelamin"),
        ("", "NO", "-"),
        ("", "TEMPAT / TGL LAHIR", "ttl"), ("", "No. HP/WA *", "hp"), ("", "NO. KK", "-"), ("", "NIK Istri", "-"),
        ("SK", "Nomor", "sk_nomor"), ("SK", "Tanggal", "sk_tanggal"), ("JUMLAH JIWA", "L", "jiwa_l"),
        ("JENIS KELAMIN", "P", "kelamin_p"), ("MASA JABATAN", "s/d", "akhir_sk"), ("", "Purnama", ""),
        ("", "NAMA KETUA RT TAHUN 2024", "nama"), ("", "Email", "-"), ("REKENING", "No.", "rekening"),
    ],
)  # fmt: skip
def test_titles(atas: str, bawah: str, isian: str) -> None:
    assert kamus.kenali(atas, bawah) == isian
