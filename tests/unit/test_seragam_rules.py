"""Rules of the uniforms without a store: sizes in any spelling, models by sex, quantities, places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import rules
from sipokat_desktop.modules.seragam.model import Barang

DI, KEC = "16.73.01.1003", "kec:16.73.01"


@pytest.mark.parametrize(
    ("teks", "ukuran"),
    [
        ("xl", "XL"), (" X L ", "XL"), ("2XL", "XXL"), ("xxl", "XXL"), ("3XL", "XXXL"), ("XXXXL", "4XL"),
        ("4xl", "4XL"),
        ("Ukuran L", "L"), ("size m", "M"), ("medium", "M"), ("Khusus", "khusus"), ("jahit khusus", "khusus"),
        ("", ""), ("XS", ""), ("40", ""), ("L/XL", ""),
    ],
)  # fmt: skip
def test_a_size_is_known_in_any_spelling(teks: str, ukuran: str) -> None:
    assert rules.kenal_ukuran(teks) == ukuran


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [("khusus 104", ("khusus", "104")), ("Jahit khusus: 110 cm", ("khusus", "110")), ("custom98", ("khusus", "98")),
     ("4XL", ("4XL", "")), ("XL 104", ("XL 104", "")), ("khusus", ("khusus", "")), ("104", ("104", ""))],
)  # fmt: skip
def test_a_measure_behind_khusus_is_the_cm(teks: str, hasil: tuple[str, str]) -> None:
    assert rules.pisah_khusus(teks) == hasil


def test_a_word_that_is_no_size_is_refused_with_the_choices() -> None:
    with pytest.raises(InputSalah, match=r"Ukuran “40” tidak dikenal\. Pilih S, M, L, XL, XXL, XXXL, 4XL, khusus\."):
        rules.baca_ukuran("40")
    assert rules.baca_ukuran(" ") == ""


@pytest.mark.parametrize(
    ("pilihan", "kelamin", "model"),
    [
        (("Pria", "Wanita"), "L", "Pria"), (("Pria", "Wanita"), "P", "Wanita"), (("Pria", "Wanita"), "", ""),
        (("Lengan panjang",), "", "Lengan panjang"), ((), "L", ""), (("Lengan pendek", "Lengan panjang"), "L", ""),
        (("Pria lengan panjang", "Pria lengan pendek", "Wanita"), "L", ""),
        (("Pria lengan panjang", "Wanita lengan panjang"), "P", "Wanita lengan panjang"),
        (("Laki-laki", "Perempuan"), "L", "Laki-laki"),
    ],
)  # fmt: skip
def test_a_model_follows_from_the_sex_where_the_purchase_says_so(
    pilihan: tuple[str, ...], kelamin: str, model: str
) -> None:
    assert rules.model_bawaan(pilihan, kelamin) == model


def test_a_model_is_found_by_its_beginning() -> None:
    assert rules.baca_model("pria", ("Pria lengan panjang", "Wanita")) == "Pria lengan panjang"
    assert rules.baca_model("", ("Pria", "Wanita")) == ""
    with pytest.raises(InputSalah, match=r"Model “Anak” tidak ada di pengadaan ini\. Pilih Pria, Wanita\."):
        rules.baca_model("Anak", ("Pria", "Wanita"))


def test_quantities_are_read_with_and_without_models() -> None:
    assert rules.baca_isi("L=10, XL=5") == {Barang("", "L"): 10, Barang("", "XL"): 5}
    assert rules.baca_isi("L = 1.200 xl=5") == {Barang("", "L"): 1200, Barang("", "XL"): 5}
    assert rules.baca_isi("Pria: L=10, XL=5; Wanita: M=3") == {
        Barang("Pria", "L"): 10, Barang("Pria", "XL"): 5, Barang("Wanita", "M"): 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", "Isinya belum ditulis"),
        ("L", "Bagian “L” tidak dapat dibaca"),
        ("L=1, L=2", "L disebut dua kali"),
        ("L=-1", "tidak dapat dibaca"),
        ("40=3", "tidak dikenal"),
        ("L=1 besar", "tidak dapat dibaca"),
    ],
)
def test_quantities_that_cannot_be_read_are_refused(teks: str, pesan: str) -> None:
    with pytest.raises(InputSalah, match=pesan):
        rules.baca_isi(teks)


ISI = st.dictionaries(
    st.builds(Barang, st.sampled_from(["Pria", "Wanita panjang"]), st.sampled_from(rules.UKURAN)),
    st.integers(0, 99_999), min_size=1,
)  # fmt: skip


@given(ISI)
def test_quantities_survive_being_written_and_read(isi: dict[Barang, int]) -> None:
    teks = "; ".join(f"{b.model}: {b.ukuran}={n}" for b, n in isi.items())
    assert rules.baca_isi(teks) == isi


@given(st.lists(st.builds(Barang, st.sampled_from(["", "A"]), st.sampled_from(rules.UKURAN)), max_size=20))
def test_pieces_are_sorted_by_model_then_from_small_to_large(semua: list[Barang]) -> None:
    urut = sorted(semua, key=rules.urut)
    assert [(b.model, rules.UKURAN.index(b.ukuran)) for b in urut] == sorted(
        (b.model, rules.UKURAN.index(b.ukuran)) for b in semua
    )


@pytest.mark.parametrize("teks", ["", "0", "-1", "1,5", "abc", "1234567", "١"])
def test_a_number_of_pieces_is_a_plain_number(teks: str) -> None:
    with pytest.raises(InputSalah):
        rules.baca_jumlah(teks, paling_kecil=1)


def test_measures_need_a_number() -> None:
    assert rules.baca_cm(" dada 110,  panjang 74 ") == "dada 110, panjang 74"
    with pytest.raises(InputSalah, match="sentimeter"):
        rules.baca_cm("besar")


@pytest.mark.parametrize(
    ("dari", "ke", "lingkup"),
    [("pengadaan", KEC, KEC), (KEC, DI, DI), (DI, "rt", DI), (KEC, "rt", KEC), ("pengadaan", DI, DI),
     ("selisih", KEC, KEC), (DI, "selisih", DI), (DI, KEC, DI)],
)  # fmt: skip
def test_a_movement_lies_with_the_kelurahan_that_takes_part(dari: str, ke: str, lingkup: str) -> None:
    assert rules.lingkup_gerak(dari, ke) == lingkup


@pytest.mark.parametrize(
    ("kantor", "tempat", "terlihat"),
    [("", KEC, True), (DI, DI, True), (DI, KEC, False), (KEC, DI, True), (KEC, "16.73.02.1001", False),
     (DI, "pengadaan", True), ("", "rt", False), (DI, "selisih", False)],
)  # fmt: skip
def test_an_office_judges_only_places_that_it_sees_whole(kantor: str, tempat: str, terlihat: bool) -> None:
    assert rules.terlihat(kantor, tempat) is terlihat


def test_where_pieces_come_from() -> None:
    assert rules.tempat_bawaan("kantor", DI, kota=True) == DI
    assert rules.tempat_bawaan("kecamatan", DI, kota=True) == KEC
    assert rules.tempat_bawaan("simbolis", DI, kota=True) == KEC
    assert rules.tempat_bawaan("simbolis", DI, kota=False) == DI


@given(st.sampled_from(["L", "XL"]), st.sampled_from(["L", "XL"]), st.sampled_from(["A", "B"]))
def test_two_records_of_one_paper_meet_in_one_slot(satu: str, dua: str, nomor: str) -> None:
    slot = [rules.slot_kirim("p", KEC, DI, n, Barang("", u)) for n, u in (("A 1/SJ", satu), (f"{nomor}1 / sj", dua))]
    assert (slot[0] == slot[1]) == (satu == dua and nomor == "A")
