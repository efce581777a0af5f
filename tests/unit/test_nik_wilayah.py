"""NIK, periods and place names, held against DOMAIN §1–§3."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import nik, periode, wilayah
from sipokat_desktop.kernel.errors import InputSalah

HARI_INI = date(2026, 4, 10)


def tulis(lahir: date, kelamin: str = "L", *, depan: str = "167301", seri: int = 1) -> str:
    """Write the NIK of a birth date, as DOMAIN §2 says."""
    hari = lahir.day + (40 if kelamin == "P" else 0)
    return f"{depan}{hari:02d}{lahir.month:02d}{lahir.year % 100:02d}{seri:04d}"


@pytest.mark.parametrize(
    ("teks", "kalimat"),
    [
        ("123456789012345", "NIK harus 16 angka. Yang diketik 15 angka."),
        ("16730101017000011", "NIK harus 16 angka. Yang diketik 17 angka."),
        ("167301010170000A", "NIK hanya berisi angka."),
        ("１６７３０１０１０１７００００１", "NIK hanya berisi angka."),
        ("1111111111111111", "semua angkanya sama"),
        ("0000000000000000", "semua angkanya sama"),
    ],
)
def test_what_cannot_be_a_nik_is_refused(teks: str, kalimat: str) -> None:
    with pytest.raises(InputSalah, match=kalimat) as salah:
        nik.baca(teks)
    assert salah.value.field == "nik"


@pytest.mark.parametrize("teks", ["", "  ", "'", "-"])
def test_an_empty_nik_is_no_error(teks: str) -> None:
    assert nik.baca(teks) is None


@pytest.mark.parametrize("teks", ["'1673010101700001", "16.73.01.010170.0001", " 1673 0101 0170 0001\u00a0"])
def test_the_decoration_of_excel_and_people_is_dropped(teks: str) -> None:
    assert nik.baca(teks) == "1673010101700001"


@given(st.dates(HARI_INI - timedelta(days=365 * 99), HARI_INI - timedelta(days=365 * 18)), st.sampled_from("LP"))
def test_birth_and_sex_read_back(lahir: date, kelamin: str) -> None:
    kartu = tulis(lahir, kelamin)
    assert nik.lahir(kartu, HARI_INI) == nik.Lahir(lahir, kelamin)
    assert nik.peringatan(kartu, tanggal_lahir=lahir, kelamin=kelamin, hari_ini=HARI_INI) == ()


def test_the_century_makes_the_age_17_to_100() -> None:
    def umur(lahir: date) -> int:
        return HARI_INI.year - lahir.year - ((HARI_INI.month, HARI_INI.day) < (lahir.month, lahir.day))

    for tahun, bulan, hari in product(range(100), range(1, 13), (1, 10, 11, 28)):
        wajar = [t for t in (date(abad + tahun, bulan, hari) for abad in (1900, 2000)) if 17 <= umur(t) <= 100]
        isi = nik.lahir(f"167301{hari:02d}{bulan:02d}{tahun:02d}0001", HARI_INI)
        assert isi is not None
        assert isi.tanggal <= HARI_INI
        assert not wajar or [isi.tanggal] == wajar


@pytest.mark.parametrize(
    ("kartu", "sebab"),
    [
        ("1673013202700001", "tidak mungkin"),
        ("1673012913700001", "tidak mungkin"),
        ("1673017202700001", "tidak mungkin"),
        ("1673010101700000", "0000"),
        ("3275030101700001", "daerah lain"),
    ],
)
def test_doubts_are_told_but_may_be_saved(kartu: str, sebab: str) -> None:
    assert nik.baca(kartu) == kartu
    ragu = nik.peringatan(kartu, tanggal_lahir=None, kelamin="", hari_ini=HARI_INI)
    assert len(ragu) == 1
    assert sebab in ragu[0]


def test_musi_rawas_is_normal_and_disagreement_is_told() -> None:
    kartu = "1605090101700001"
    assert nik.peringatan(kartu, tanggal_lahir=date(1970, 1, 1), kelamin="L", hari_ini=HARI_INI) == ()
    ragu = nik.peringatan(kartu, tanggal_lahir=date(1970, 1, 2), kelamin="P", hari_ini=HARI_INI)
    assert len(ragu) == 2


@given(st.text(max_size=24))
def test_any_text_gives_16_digits_nothing_or_a_sentence(teks: str) -> None:
    kalimat, kartu = ".", None
    try:
        kartu = nik.baca(teks)
    except InputSalah as salah:
        kalimat = salah.pesan
    assert kalimat.endswith(".")
    assert kartu is None or (len(kartu) == 16 and kartu.isascii() and kartu.isdigit())


@given(st.integers(0, 10**16 - 1))
def test_any_16_digits_are_judged_without_a_crash(angka: int) -> None:
    nik.peringatan(f"{angka:016d}", tanggal_lahir=HARI_INI, kelamin="L", hari_ini=HARI_INI)


def test_the_middle_is_hidden() -> None:
    assert nik.samarkan("1673010101700001") == "1673••••••••0001"
    assert nik.samarkan(None) == ""


@pytest.mark.parametrize(
    ("nomor", "tampak"),
    [("1902115884", "••••••5884"), ("12345", "•••45"), ("7", "•"), ("", ""), (None, "")],
)
def test_an_account_number_is_recognised_by_its_end(nomor: str | None, tampak: str) -> None:
    assert nik.samarkan_rekening(nomor) == tampak


@given(st.integers(2017, 2099), st.integers(1, 4))
def test_a_triwulan_is_its_three_months(tahun: int, ke: int) -> None:
    p = periode.baca(f" {tahun}-tw{ke} ")
    assert p.kode == f"{tahun}-TW{ke}"
    assert p.bulan == tuple(f"{tahun}-{b:02d}" for b in range(ke * 3 - 2, ke * 3 + 1))
    assert all(
        periode.triwulan(periode.hari_pertama(b)) == p == periode.triwulan(periode.hari_terakhir(b)) for b in p.bulan
    )


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_first_and_last_day_enclose_the_month(hari: date) -> None:
    bulan = f"{hari:%Y-%m}"
    awal, akhir = periode.hari_pertama(bulan), periode.hari_terakhir(bulan)
    assert awal <= hari <= akhir
    assert awal.day == 1
    assert (akhir + timedelta(days=1)).day == 1
    assert periode.baca(bulan).bulan == (bulan,)


@pytest.mark.parametrize(
    "teks", ["2026", "2026-TW5", "2026-13", "2026-1", "TW1-2026", "26-TW1", "", "2026-TW1 x", "²026-TW1"]
)
def test_no_period(teks: str) -> None:
    with pytest.raises(InputSalah, match="2026-TW1"):
        periode.baca(teks)


@pytest.mark.parametrize(
    ("bulan", "kata"),
    [
        (("2026-01", "2026-02", "2026-03"), "Januari s.d. Maret"),
        (("2026-01", "2026-03"), "Januari dan Maret"),
        (("2026-02", "2026-03"), "Februari dan Maret"),
        (("2026-12",), "Desember"),
        ((), ""),
    ],
)
def test_months_in_words(bulan: tuple[str, ...], kata: str) -> None:
    assert periode.rentang(bulan) == kata


def test_titles_of_periods() -> None:
    assert periode.baca("2026-TW3").judul == "TRIWULAN III (JULI s.d. SEPTEMBER)"
    assert periode.baca("2026-07").judul == "BULAN JULI"
    assert periode.baca("2026-TW3").nama == "Triwulan III 2026"


def test_the_city_has_8_kecamatan_and_72_kelurahan() -> None:
    tingkat = [t.tingkat for t in wilayah.semua().values()]
    assert (tingkat.count("kecamatan"), tingkat.count("kelurahan"), tingkat.count("kota")) == (8, 72, 1)
    for tempat in wilayah.semua().values():
        if tempat.tingkat == "kelurahan":
            assert wilayah.semua()[tempat.induk].tingkat == "kecamatan"


@pytest.mark.parametrize("teks", ["16.73.03.1010", "Air Teman", "air  temam", "AIRTEMAM", " Air Temam "])
def test_air_temam_by_every_name(teks: str) -> None:
    assert wilayah.cari_kelurahan(teks).kode == "16.73.03.1010"


def test_every_kelurahan_is_found_by_its_code_name_and_aliases() -> None:
    for kode, tempat in wilayah.semua().items():
        if tempat.tingkat != "kelurahan":
            continue
        assert wilayah.cari_kelurahan(kode).kode == kode
        for sebutan in (tempat.nama, *tempat.alias):
            assert wilayah.cari_kelurahan(sebutan.upper()).nama == tempat.nama


@pytest.mark.parametrize("teks", ["16.73.01", "16.73", "Lubuk Linggau Timur I", "Antah Berantah", "", "…"])
def test_what_is_no_kelurahan_is_refused(teks: str) -> None:
    with pytest.raises(InputSalah, match="tidak dikenal"):
        wilayah.cari_kelurahan(teks)
