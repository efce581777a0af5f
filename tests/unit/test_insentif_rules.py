"""Who is entitled to which month, and what it pays (DOMAIN §3): the rules, without a store."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import rules
from sipokat_desktop.modules.insentif.rules import Komponen, Tarif
from sipokat_desktop.modules.rt.queries import Masa

TW1 = periode.baca("2026-TW1")
K = Komponen("k", "kota", "Insentif", "", "", "", "", 0, "tunai", 1, (Tarif("2020-01", None, 550_000, "SK"),))
M = Masa("m", "j", "o", "03", "Budi", None, None, None, None, "SK", "2023-12-01", "2024-01-01", "2029-01-01", None)
TANGGAL = st.dates(date(2025, 11, 1), date(2026, 5, 31))


def _bulan(masa: Masa, k: Komponen = K, p: periode.Periode = TW1) -> tuple[str, ...]:
    hak = rules.hak(masa, k, p, ())
    return hak.bulan if hak else ()


@pytest.mark.parametrize(
    ("tmt", "akhir", "bulan"),
    [
        ("2024-01-01", None, "01 02 03"),
        ("2026-01-01", None, "01 02 03"),
        ("2026-01-02", None, "02 03"),
        ("2026-02-01", None, "02 03"),
        ("2026-03-15", None, ""),
        ("2024-01-01", "2025-12-31", ""),
        ("2024-01-01", "2026-01-01", "01"),
        ("2024-01-01", "2026-02-14", "01 02"),
        ("2024-01-01", "2026-03-31", "01 02 03"),
        (None, None, ""),
    ],
)
def test_months_of_a_term(tmt: str | None, akhir: str | None, bulan: str) -> None:
    """Default: the whole month belongs to the head in office on the 1st; former heads keep theirs."""
    assert _bulan(M._replace(tmt=tmt, akhir_nyata=akhir)) == tuple(f"2026-{b}" for b in bulan.split())


def test_months_after_the_sk_are_not_paid() -> None:
    assert _bulan(M._replace(akhir_sk="2026-02-01")) == ("2026-01", "2026-02")
    assert _bulan(M._replace(akhir_sk="2026-01-31")) == ("2026-01",)
    assert _bulan(M._replace(akhir_sk="2026-01-31", akhir_nyata="2026-03-31")) == ("2026-01",)


def test_the_15th_as_reference_day() -> None:
    k = K._replace(hari_acuan=15)
    assert _bulan(M._replace(tmt="2026-01-15"), k) == ("2026-01", "2026-02", "2026-03")
    assert _bulan(M._replace(tmt="2026-01-16"), k) == ("2026-02", "2026-03")
    assert _bulan(M._replace(akhir_nyata="2026-02-14"), k) == ("2026-01",)


@given(TANGGAL, st.sampled_from([1, 15]))
def test_a_change_of_head_splits_the_months_without_gap_or_overlap(ganti: date, acuan: int) -> None:
    k = K._replace(hari_acuan=acuan)
    lama = M._replace(masa_id="l", akhir_nyata=(ganti - timedelta(days=1)).isoformat())
    baru = M._replace(masa_id="b", tmt=ganti.isoformat())
    assert sorted(_bulan(lama, k) + _bulan(baru, k)) == list(TW1.bulan)


@given(st.lists(st.tuples(TANGGAL, st.integers(0, 200)), min_size=1, max_size=5), st.integers(0, 4))
def test_used_months_are_never_owed_again(terms: list[tuple[date, int]], dipakai: int) -> None:
    terpakai = {rules.slot("j", "k", b) for b in TW1.bulan[:dipakai]}
    for tmt, lama in terms:
        masa = M._replace(tmt=tmt.isoformat(), akhir_nyata=(tmt + timedelta(days=lama)).isoformat())
        hak = rules.hak(masa, K, TW1, terpakai)
        if hak:
            assert not {rules.slot("j", "k", b) for b in hak.bulan} & terpakai
            assert all(str(masa.tmt) <= f"{b}-01" <= str(masa.akhir_nyata) for b in hak.bulan)
            assert hak.bruto == 550_000 * len(hak.bulan)


def test_a_tariff_that_changes_inside_the_triwulan() -> None:
    k = K._replace(tarif=(Tarif("2025-01", "2026-01", 550_000, "a"), Tarif("2026-02", None, 750_000, "b")))
    hak = rules.hak(M, k, TW1, ())
    assert hak is not None
    assert hak.rincian == (("2026-01", 550_000), ("2026-02", 750_000), ("2026-03", 750_000))
    assert (hak.bruto, hak.diterima) == (2_050_000, 2_050_000)


def test_the_later_tariff_wins_and_a_missing_one_is_told() -> None:
    k = K._replace(tarif=(Tarif("2025-01", None, 550_000, "a"), Tarif("2026-02", None, 750_000, "b")))
    assert [rules.tarif_bulan(k, b) for b in TW1.bulan] == [550_000, 750_000, 750_000]
    with pytest.raises(InputSalah, match="Desember 2024") as salah:
        rules.tarif_bulan(k, "2024-12")
    assert salah.value.field == "komponen"
    k = K._replace(tarif=(Tarif("2025-01", "2026-02", 550_000, "a"),))
    with pytest.raises(InputSalah, match="Maret 2026"):
        rules.hak(M, k, TW1, ())
    assert rules.hak(M._replace(akhir_nyata="2026-02-28"), k, TW1, ()) is not None


@pytest.mark.parametrize(("bruto", "pajak", "pph"), [
    (1_650_000, 0, 0), (1_650_000, 500, 82_500), (1_650_000, 250, 41_250),
    (550_000, 0, 0), (550_000, 500, 27_500), (550_000, 250, 13_750), (333_333, 500, 16_666), (19, 500, 0),
])  # fmt: skip
def test_tax_check_values(bruto: int, pajak: int, pph: int) -> None:
    assert rupiah.potong(bruto, pajak) == pph


def test_sums_of_the_city() -> None:
    hak = [rules.hak(M._replace(masa_id=str(i), jabatan_id=str(i)), K, TW1, ()) for i in range(528)]
    assert sum(h.rincian[0][1] for h in hak if h) == 528 * 550_000 == 290_400_000
    assert sum(h.bruto for h in hak if h) == 528 * 1_650_000 == 871_200_000
    assert 4 * sum(h.bruto for h in hak if h) == 3_484_800_000


@given(st.lists(st.integers(1, 5_000_000), min_size=1, max_size=12), st.integers(0, 10_000))
def test_the_months_add_up_to_what_is_taken_home(jumlah: list[int], pajak: int) -> None:
    rincian = tuple((f"2026-{i:02d}", j) for i, j in enumerate(jumlah, 1))
    bruto = sum(jumlah)
    diterima = bruto - rupiah.potong(bruto, pajak)
    bagian = rules.per_bulan(rincian, diterima)
    assert sum(j for _, j in bagian) == diterima
    assert [b for b, _ in bagian] == [b for b, _ in rincian]
    assert all(0 <= j <= penuh + len(jumlah) for (_, j), (_, penuh) in zip(bagian, rincian, strict=True))


def test_months_without_tax_are_the_tariff_itself() -> None:
    rincian = (("2026-01", 550_000), ("2026-02", 750_000))
    assert rules.per_bulan(rincian, 1_300_000) == list(rincian)


def _temuan(*masa: Masa, k: Komponen = K) -> dict[str, list[tuple[str, str]]]:
    hak = [h for m in masa if (h := rules.hak(m, k, TW1, ()))]
    return {i: [(t.peran, t.kalimat) for t in daftar] for i, daftar in rules.temuan(hak, k, TW1).items()}


def test_a_clean_line_has_no_findings() -> None:
    assert _temuan(M) == {"m": []}


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"sk_nomor": None}, "SK belum diisi"),
        ({"sk_tanggal": "2026-09-01"}, "SK tertanggal 1 September 2026, setelah bulan yang dibayar"),
        ({"akhir_sk": "2026-01-31"}, "SK habis 31 Januari 2026: Februari dan Maret tidak dihitung"),
        ({"rangkap": "Ketua LPM"}, "Rangkap jabatan: Ketua LPM"),
    ],
)
def test_what_a_list_warns_of(ubah: dict[str, str | None], kalimat: str) -> None:
    masa = Masa(**(M._asdict() | ubah))
    assert _temuan(masa) == {"m": [("awas", kalimat)]}


def test_a_missing_account_matters_for_a_transfer_only() -> None:
    assert _temuan(M, k=K._replace(cara="transfer")) == {"m": [("awas", "Rekening belum diisi")]}


def test_one_nik_on_two_posts_blocks_but_not_on_one_post() -> None:
    satu = M._replace(masa_id="a", jabatan_id="1", nomor="01", nik="x", akhir_nyata="2026-01-31")
    dua = M._replace(masa_id="b", jabatan_id="2", nomor="02", nik="x")
    assert _temuan(satu, dua) == {
        "a": [("salah", "NIK ganda dengan RT 02")],
        "b": [("salah", "NIK ganda dengan RT 01")],
    }
    lagi = M._replace(masa_id="b", jabatan_id="1", nomor="01", nik="x", tmt="2026-02-01")
    assert _temuan(satu, lagi) == {"a": [], "b": []}


def test_two_heads_for_one_month_of_a_post_block() -> None:
    """One payment per post, component and month: terms that overlap are a mistake in the roster."""
    satu = M._replace(masa_id="a", nama="Lama", akhir_nyata="2026-02-01")
    dua = M._replace(masa_id="b", nama="Baru", tmt="2026-02-01")
    hasil = _temuan(satu, dua)
    assert [peran for daftar in hasil.values() for peran, _ in daftar] == ["salah", "salah"]
    assert "Februari" in hasil["a"][0][1]
    assert "Baru" in hasil["a"][0][1]
    assert "Lama" in hasil["b"][0][1]


def test_vacant_months_are_named() -> None:
    masa = [M._replace(akhir_nyata="2026-01-31"), M._replace(masa_id="c", jabatan_id="2", nomor="04", tmt=None)]
    assert rules.lowong(masa, {"j": "03", "2": "04", "3": "05"}, K, TW1) == [
        "RT 04 · Budi: TMT belum diisi, jadi tidak dihitung",
        "RT 03 kosong pada Februari dan Maret, jadi tidak dibayar",
        "RT 05 kosong pada Januari s.d. Maret, jadi tidak dibayar",
    ]


def test_the_note_on_a_change() -> None:
    assert rules.catatan_masa(M, TW1) == ""
    assert rules.catatan_masa(M._replace(tmt="2026-02-15"), TW1) == "mulai 15 Februari 2026"
    assert rules.catatan_masa(M._replace(akhir_nyata="2026-02-14"), TW1) == "sampai 14 Februari 2026"


@given(st.text(min_size=1, max_size=20), st.integers(-5, 5))
def test_a_tariff_has_an_amount_a_month_and_a_tax(nama: str, jumlah: int) -> None:
    assume(nama.strip())
    if jumlah > 0:
        satu, dua = rules.baris_tarif("kota", nama=nama, jumlah=jumlah, mulai="2026-01", dasar_hukum="", pajak=0)
        assert dua.fields["komponen_id"] == satu.row_id
        lagi = rules.baris_tarif("kota", nama=f" {nama} ", jumlah=9, mulai="2026-01", dasar_hukum="x", pajak=0)
        assert [r.row_id for r in lagi] == [satu.row_id, dua.row_id]
    else:
        with pytest.raises(InputSalah, match="lebih dari nol"):
            rules.baris_tarif("kota", nama=nama, jumlah=jumlah, mulai="2026-01", dasar_hukum="", pajak=0)


@pytest.mark.parametrize(
    ("lain", "field"),
    [({"mulai": "2026-13"}, "mulai"), ({"mulai": ""}, "mulai"), ({"nama": "  "}, "komponen"), ({"pajak": -1}, "pajak"),
     ({"pajak": 10_001}, "pajak"), ({"jumlah": 0}, "jumlah")],
)  # fmt: skip
def test_a_wrong_tariff_names_its_field(lain: dict[str, str | int], field: str) -> None:
    isi = {"nama": "Insentif", "jumlah": 1, "mulai": "2026-01", "dasar_hukum": "", "pajak": 0} | lain
    with pytest.raises(InputSalah) as salah:
        rules.baris_tarif("kota", **isi)  # type: ignore[arg-type]
    assert salah.value.field == field
