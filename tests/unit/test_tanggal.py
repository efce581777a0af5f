"""tanggal: dates and times as the office writes them, and reading what a clerk types."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah

HARI_INI = date(2026, 4, 10)


def _ms(*bagian: int) -> int:
    """UTC parts to milliseconds."""
    return int(datetime(*bagian, tzinfo=UTC).timestamp() * 1000)  # type: ignore[arg-type,misc]


def test_written() -> None:
    d = date(2017, 11, 20)
    assert tanggal.panjang(d) == "20 November 2017"
    assert tanggal.hari(d) == "Senin"
    assert tanggal.lengkap(d) == "Senin, 20 November 2017"
    assert tanggal.pendek(d) == "20/11/2017"
    assert tanggal.panjang(date(2026, 4, 5)) == "5 April 2026"
    assert tanggal.pendek(date(2026, 4, 5)) == "05/04/2026"


def test_month_and_day_names() -> None:
    assert [tanggal.bulan(n) for n in range(1, 13)] == (
        [
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ]
    )
    assert [tanggal.hari(date(2026, 4, 6 + n)) for n in range(7)] == (
        ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    )
    with pytest.raises(ValueError, match="bulan"):
        tanggal.bulan(0)
    with pytest.raises(ValueError, match="bulan"):
        tanggal.bulan(13)


def test_wib() -> None:
    assert tanggal.jam_wib(_ms(2026, 4, 10, 8, 58)) == "15.58"
    assert tanggal.jam_wib(_ms(2026, 4, 10, 2, 10, 59)) == "09.10"
    assert tanggal.wib(_ms(2026, 4, 10, 20, 0)).isoformat() == "2026-04-11T03:00:00+07:00"


@pytest.mark.parametrize(
    ("saat", "tulisan"),
    [
        (_ms(2026, 4, 10, 8, 58), "hari ini 15.58"),
        (_ms(2026, 4, 9, 17, 0), "hari ini 00.00"),
        (_ms(2026, 4, 9, 16, 59), "kemarin 23.59"),
        (_ms(2026, 4, 9, 2, 10), "kemarin 09.10"),
        (_ms(2026, 4, 8, 8, 58), "8 April 2026 15.58"),
        (_ms(2026, 4, 11, 8, 58), "11 April 2026 15.58"),
    ],
)
def test_time_for_people(saat: int, tulisan: str) -> None:
    assert tanggal.waktu(saat, _ms(2026, 4, 10, 9, 30)) == tulisan


@pytest.mark.parametrize(
    "teks",
    [
        "5/4/26",
        "05042026",
        "050426",
        "5-4-2026",
        "5 April 2026",
        "5 Apr 2026",
        "05.04.2026",
        "2026-04-05",
        "5/4/2026",
        "5 4 2026",
        " 5 april 2026 ",
        "05-APR-26",
        "Minggu, 5 April 2026",
        "minggu 5 Apr 26",
        "5 / 4 / 26",
        "5\u20134\u20132026",
        "5April2026",
        "2026/04/05",
        "5. April 2026",
    ],
)
def test_read(teks: str) -> None:
    assert tanggal.baca(teks) == date(2026, 4, 5)


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("1 Agt 2026", 8),
        ("1 Ags 2026", 8),
        ("1 Agu 2026", 8),
        ("1 Aug 2026", 8),
        ("1 Nopember 2026", 11),
        ("1 Pebruari 2026", 2),
        ("1 Mei 2026", 5),
        ("1 Okt 2026", 10),
        ("1 Des 2026", 12),
        ("1 Sept 2026", 9),
    ],
)
def test_month_words(teks: str, bulan: int) -> None:
    assert tanggal.baca(teks) == date(2026, bulan, 1)


@pytest.mark.parametrize(
    ("teks", "petunjuk"),
    [
        ("31/2/2026", "Tanggal 31 Februari tidak ada. Tulis seperti 5/4/2026."),
        ("31 Februari 2026", "Tanggal 31 Februari tidak ada. Tulis seperti 5/4/2026."),
        ("29/2/2025", "Tanggal 29 Februari 2025 tidak ada. Tulis seperti 5/4/2026."),
        ("32/1/2026", "Tanggal 32 Januari tidak ada."),
        ("0/1/2026", "Tanggal 0 Januari tidak ada."),
        ("4/13/2026", "Bulan 13 tidak ada."),
        ("20260405", "Bulan 26 tidak ada."),
        ("", "Tulis tanggal seperti 5/4/2026."),
        ("5/4", "lengkap"),
        ("5 April", "lengkap"),
        ("5/4/026", "Tahun"),
        ("5/4/6", "Tahun"),
        ("5/4/1026", "Tahun"),
        ("5/4/20226", "Tahun"),
        ("besok", "tidak dikenal"),
        ("5 Foo 2026", "tidak dikenal"),
        ("5 Ju 2026", "tidak dikenal"),
        ("5426", "tidak dikenal"),
        ("5/4/2026 jam 3", "tidak dikenal"),
        ("-5/4/2026", "tidak dikenal"),
        ("April 5 2026", "tidak dikenal"),
        ("\u00b2/4/2026", "tidak dikenal"),
        ("Senin, 5 April 2026", "5 April 2026 jatuh pada hari Minggu, bukan Senin."),
    ],
)
def test_refused_with_a_sentence(teks: str, petunjuk: str) -> None:
    with pytest.raises(InputSalah) as salah:
        tanggal.baca(teks, field="tmt")
    assert salah.value.field == "tmt"
    assert petunjuk in salah.value.pesan


def test_two_digit_year_of_birth() -> None:
    def lahir(teks: str) -> date:
        return tanggal.baca(teks, abad_lahir=True, hari_ini=HARI_INI)

    assert lahir("5/4/71") == date(1971, 4, 5)
    assert lahir("5/4/05") == date(2005, 4, 5)
    assert lahir("10/4/09") == date(2009, 4, 10)  # 17 today
    assert lahir("10/4/1926") == date(1926, 4, 10)
    assert lahir("5/4/2020") == date(2020, 4, 5)  # written out: taken as written
    assert lahir("10/4/26") == date(1926, 4, 10)  # 100 today
    for teks in ("11/4/09", "5/4/15"):
        with pytest.raises(InputSalah, match="empat angka"):
            lahir(teks)


def test_two_digit_year_otherwise_is_this_century() -> None:
    assert tanggal.baca("5/4/99") == date(2099, 4, 5)
    assert tanggal.baca("5/4/00") == date(2000, 4, 5)
    with pytest.raises(ValueError, match="hari_ini"):
        tanggal.baca("5/4/71", abad_lahir=True)


def test_leap_day_of_birth() -> None:
    assert tanggal.baca("29/2/72", abad_lahir=True, hari_ini=HARI_INI) == date(1972, 2, 29)
    with pytest.raises(InputSalah, match="29 Februari 1971 tidak ada"):
        tanggal.baca("290271", abad_lahir=True, hari_ini=HARI_INI)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_what_we_write_we_read(d: date) -> None:
    for tulisan in (tanggal.panjang(d), tanggal.lengkap(d), tanggal.pendek(d), d.isoformat(), f"{d:%d%m%Y}"):
        assert tanggal.baca(tulisan) == d


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_short_years_read_back(d: date) -> None:
    assert tanggal.baca(f"{d:%d%m%y}") == tanggal.baca(f"{d.day}/{d.month}/{d:%y}") == d


@given(st.dates(date(1926, 4, 10), date(2009, 4, 10)))
def test_short_years_of_birth_read_back(d: date) -> None:
    assert tanggal.baca(f"{d:%d%m%y}", abad_lahir=True, hari_ini=HARI_INI) == d


@given(st.text(max_size=20))
def test_any_text_gives_a_date_or_a_sentence(teks: str) -> None:
    kalimat = "baik."
    try:
        tanggal.baca(teks)
    except InputSalah as salah:
        kalimat = salah.pesan
    assert kalimat.endswith(".")
