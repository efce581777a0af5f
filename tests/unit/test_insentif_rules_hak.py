"""Entitlement over random rosters, tariffs, reference days and rules: no rupiah lost, none invented (DOMAIN §3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import floor

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import hak as hak_
from sipokat_desktop.modules.insentif import pajak, rules
from sipokat_desktop.modules.insentif.model import Angka, Aturan, Hak, Khusus, Komponen, Tarif
from sipokat_desktop.modules.rt.queries import Masa

RAPEL = periode.baca("2025-11R08")
M = Masa("m", "j", "o", "03", "Budi", None, None, "III/b", None, "SK", "2023-12-01", "2024-01-01", "2029-01-01", None)
K = Komponen("k", "kota", "Insentif", "", "", "", "", 0, "tunai", 1, (Tarif("2020-01", None, 550_000, "SK"),))
HARI = st.dates(date(2025, 10, 1), date(2026, 8, 31))
PITA = st.sampled_from([((0, 5000), (3, 10_000)), ((0, 0), (1, 3333), (4, 10_000)), ((0, 10_000),), ((0, 0),)])


@st.composite
def komponen(draw: st.DrawFn) -> Komponen:
    """A component with tariffs that change, any scheme, any reference day, with or without a performance rule."""
    tarif = [Tarif("2020-01", None, draw(st.integers(1, 2_000_000)), "a")]
    for bulan in draw(st.lists(st.sampled_from(RAPEL.bulan), max_size=2, unique=True)):
        tarif.append(Tarif(bulan, None, draw(st.integers(1, 2_000_000)), "b"))
    aturan = [
        Aturan(str(versi), versi, draw(st.sampled_from(RAPEL.bulan)), None, draw(st.sampled_from(["laporan", "skor"])),
               draw(PITA), "")
        for versi in range(1, draw(st.integers(0, 2)) + 1)
    ]  # fmt: skip
    return K._replace(
        tarif=tuple(tarif), aturan=tuple(aturan), hari_acuan=draw(st.sampled_from([0, 0, 1, 15])),
        skema=draw(st.sampled_from(["", "tidak", "bruto", "separuh", "persen", "golongan"])),
        pajak=draw(st.integers(0, 10_000)),
    )  # fmt: skip


@st.composite
def jabatan(draw: st.DrawFn, jabatan_id: str) -> list[Masa]:
    """The heads of one post, one after the other, now and then with a vacancy between them or an SK that ends early."""
    hari = sorted(draw(st.lists(HARI, max_size=4, unique=True)))
    batas = [date(2024, 1, 1), *hari, date(2030, 1, 1)]
    hasil: list[Masa] = []
    for ke, (mulai, berikut) in enumerate(pairwise(batas)):
        if hasil and draw(st.integers(0, 5)) == 0:
            continue
        akhir = (berikut - timedelta(days=1)).isoformat()
        hasil.append(
            M._replace(
                masa_id=f"{jabatan_id}{ke}", jabatan_id=jabatan_id, orang_id=f"o{jabatan_id}{ke}",
                tmt=mulai.isoformat(),
                akhir_nyata=akhir if ke < len(batas) - 2 else None,
                akhir_sk=draw(st.sampled_from([None, "2029-01-01", "2026-02-10"])),
                golongan=draw(st.sampled_from([None, "II/a", "III/b", "IVa", "-", "guru"])),
            )
        )  # fmt: skip
    return hasil


@st.composite
def roster(draw: st.DrawFn) -> list[Masa]:
    """Up to four posts with their heads."""
    return [m for ke in range(draw(st.integers(1, 4))) for m in draw(jabatan(f"j{ke}-"))]


@st.composite
def angka(draw: st.DrawFn) -> dict[tuple[str, str], Angka]:
    """Figures for some terms and months; many are missing."""
    kunci = st.tuples(st.sampled_from([f"j{j}-{m}" for j in range(4) for m in range(5)]), st.sampled_from(RAPEL.bulan))
    isi = st.builds(Angka, st.none() | st.integers(0, 6), st.none() | st.integers(0, 100))
    return draw(st.dictionaries(kunci, isi, max_size=30))


Angkas = dict[tuple[str, str], Angka]


def periksa_daftar(semua: list[Masa], k: Komponen, nilai: Angkas, p: periode.Periode = RAPEL) -> list[Hak]:
    """Draw the entitlements up and check every promise of the module; the harness of this file."""
    daftar = [h for m in semua if (h := rules.hak(m, k, p, (), angka=nilai))]
    per_bulan: dict[tuple[str, str], int] = defaultdict(int)
    slot: list[str] = []
    for h in daftar:
        assert h.bruto - h.pph == h.diterima
        assert sum(j for _, j in rules.per_bulan(h.rincian, h.diterima)) == h.diterima
        assert h.pph == floor(h.bruto * _persen(k, h.masa))
        for bulan, jumlah in h.rincian:
            assert 0 <= jumlah <= rules.tarif_bulan(k, bulan)
            assert rules.hari_menjabat(h.masa, bulan), "a month outside the term"
            per_bulan[h.masa.jabatan_id, bulan] += jumlah
            slot.append(rules.slot_baris(h.masa.jabatan_id, h.masa.masa_id, k.komponen_id, bulan, h.sambung))
    assert len(slot) == len(set(slot)), "two lines in one slot of the ledger"
    for (jabatan_id, bulan), jumlah in per_bulan.items():
        tarif = rules.tarif_bulan(k, bulan)
        assert jumlah <= tarif, "more than the tariff for one month of a post"
        if _penuh(semua, jabatan_id, bulan) and not k.aturan:
            assert jumlah == tarif, "a rupiah was lost"
    assert sum(h.bruto for h in daftar) == sum(per_bulan.values())
    return daftar


def _persen(k: Komponen, m: Masa) -> Fraction:
    tetap = {"tidak": Fraction(0), "bruto": Fraction(1, 20), "separuh": Fraction(1, 40)}
    if k.skema == "golongan":
        return {"III/b": Fraction(1, 20), "IVa": Fraction(3, 20)}.get(m.golongan or "", Fraction(0))
    return tetap.get(k.skema, Fraction(k.pajak, 10_000))


def _penuh(semua: list[Masa], jabatan_id: str, bulan: str) -> bool:
    """Tell whether somebody held the post on every day of the month, within the SK."""
    awal, akhir = periode.hari_pertama(bulan), periode.hari_terakhir(bulan)
    hari = [awal + timedelta(days=i) for i in range((akhir - awal).days + 1)]
    heads = [m for m in semua if m.jabatan_id == jabatan_id]
    return all(any(_di(m, h.isoformat()) for m in heads) for h in hari)


def _di(m: Masa, hari: str) -> bool:
    return str(m.tmt) <= hari <= min(m.akhir_sk or "9999", m.akhir_nyata or "9999")


@given(roster(), komponen(), angka())
@settings(max_examples=max(300, settings().max_examples))
def test_no_rupiah_is_lost_or_invented(semua: list[Masa], k: Komponen, nilai: Angkas) -> None:
    periksa_daftar(semua, k, nilai)


def _cari_celah(periksa: Callable[[list[Masa], Komponen, Angkas], object]) -> None:
    """Let a harness loose on a spoilt rule."""

    @given(roster(), komponen(), angka())
    @settings(max_examples=300, database=None, derandomize=True, phases=(Phase.generate,))
    def coba(semua: list[Masa], k: Komponen, nilai: Angkas) -> None:
        periksa(semua, k, nilai)

    with pytest.raises((AssertionError, ExceptionGroup)):
        coba()


def _bulat(tarif: int, dari: int, sampai: int, banyak: int) -> int:
    """The usual way: each head's days times the tariff, rounded by itself."""
    return round(tarif * (sampai - dari + 1) / banyak)


def _ke_bawah(tarif: int, dari: int, sampai: int, banyak: int) -> int:
    return tarif * (sampai - dari + 1) // banyak


@pytest.mark.parametrize(
    "rusak",
    [
        lambda mp: mp.setattr(hak_, "bagian_hari", _bulat),
        lambda mp: mp.setattr(hak_, "bagian_hari", _ke_bawah),
        lambda mp: mp.setattr(hak_, "_sambung", lambda *_: False),
        lambda mp: mp.setattr(pajak, "BRUTO", 501),
        lambda mp: mp.setattr(hak_, "menjabat", lambda m, bulan, _acuan: bool(m.tmt and m.tmt[:7] <= bulan)),
    ],
    ids=["rounded by itself", "rounded down by itself", "one slot for two", "another tax", "months outside the term"],
)
def test_the_harness_sees_a_spoilt_rule(
    rusak: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    rusak(monkeypatch)
    _cari_celah(periksa_daftar)


@given(roster(), komponen(), angka())
def test_a_rapel_is_the_sum_of_its_months(semua: list[Masa], k: Komponen, nilai: Angkas) -> None:
    """Gross to the rupiah; only the tax is rounded once per line, so a rapel may take up to a rupiah a month more."""
    periksa_rapel(semua, k, nilai)


def periksa_rapel(semua: list[Masa], k: Komponen, nilai: Angkas) -> None:
    """Draw up the rapel and its months, and compare."""
    rapel = {h.masa.masa_id: h for h in periksa_daftar(semua, k, nilai)}
    bulanan: dict[str, list[Hak]] = defaultdict(list)
    for b in RAPEL.bulan:
        for h in periksa_daftar(semua, k, nilai, periode.baca(b)):
            bulanan[h.masa.masa_id].append(h)
    assert rapel.keys() == bulanan.keys()
    for masa_id, h in rapel.items():
        assert h.rincian == tuple(isi for satu in bulanan[masa_id] for isi in satu.rincian)
        assert 0 <= h.pph - sum(satu.pph for satu in bulanan[masa_id]) < len(h.rincian) + 1


@given(st.integers(1, 10**9), st.lists(st.integers(2, 31), max_size=6, unique=True), st.sampled_from([28, 29, 30, 31]))
def test_days_that_adjoin_share_the_tariff_exactly(tarif: int, batas: list[int], banyak: int) -> None:
    tepi = [1, *sorted(b for b in batas if b <= banyak), banyak + 1]
    bagian = [hak_.bagian_hari(tarif, a, b - 1, banyak) for a, b in pairwise(tepi)]
    assert sum(bagian) == tarif
    for (a, b), jumlah in zip(pairwise(tepi), bagian, strict=True):
        assert abs(jumlah - Fraction(tarif * (b - a), banyak)) < 1


def test_the_harness_sees_a_rapel_that_drops_a_month(monkeypatch: pytest.MonkeyPatch) -> None:
    asli = rules.hak

    def rusak(m: Masa, k: Komponen, p: periode.Periode, *args: object, **lain: object) -> Hak | None:
        return asli(m, k, p._replace(rapel=p.rapel - 1) if p.rapel > 1 else p, *args, **lain)  # type: ignore[arg-type]

    monkeypatch.setattr(rules, "hak", rusak)
    _cari_celah(periksa_rapel)


@pytest.mark.parametrize("rusak", [_bulat, _ke_bawah])
def test_the_harness_sees_days_rounded_by_themselves(
    rusak: Callable[[int, int, int, int], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hak_, "bagian_hari", rusak)
    with pytest.raises((AssertionError, ExceptionGroup)):
        test_days_that_adjoin_share_the_tariff_exactly()


@pytest.mark.parametrize(
    ("tarif", "ganti", "dua"),
    [(550_000, 15, (248_387, 301_613)), (550_000, 2, (17_741, 532_259)), (100, 31, (96, 4)), (1, 16, (0, 1))],
)
def test_the_odd_rupiah_falls_to_whoever_holds_its_day(tarif: int, ganti: int, dua: tuple[int, int]) -> None:
    """January: the first head until the day before ``ganti``, the second from it on."""
    assert (hak_.bagian_hari(tarif, 1, ganti - 1, 31), hak_.bagian_hari(tarif, ganti, 31, 31)) == dua


def test_pro_rata_is_shown_with_its_arithmetic() -> None:
    k = K._replace(hari_acuan=0)
    lama = rules.hak(M._replace(akhir_nyata="2026-01-14"), k, periode.baca("2026-01"), ())
    baru = rules.hak(M._replace(masa_id="b", tmt="2026-01-15"), k, periode.baca("2026-TW1"), ())
    assert lama is not None
    assert baru is not None
    assert lama.hitungan == "Januari 2026: 14 dari 31 hari (tanggal 1–14) × 550.000 = 248.387"
    assert baru.hitungan == (
        "Januari 2026: 17 dari 31 hari (tanggal 15–31) × 550.000 = 301.613; "
        "Februari dan Maret 2026: 2 × 550.000 = 1.100.000"
    )
    assert (lama.sambung, baru.sambung) == ((), ("2026-01",))
    assert lama.bruto + baru.rincian[0][1] == 550_000


def test_a_month_that_was_paid_whole_is_not_shared_afterwards() -> None:
    """The change of head was recorded after January had been listed in full: nothing is left for the new one."""
    k, p = K._replace(hari_acuan=0), periode.baca("2026-01")
    baru = M._replace(masa_id="b", tmt="2026-01-15")
    terpakai = {rules.slot("j", "k", "2026-01"), rules.slot("j", "k", "2026-01", "m")}
    assert rules.hak(baru, k, p, terpakai, terambil={("j", "2026-01"): 550_000}) is None
    sisa = rules.hak(baru, k, p, terpakai, terambil={("j", "2026-01"): 400_000})
    assert sisa is not None
    assert sisa.rincian == (("2026-01", 150_000),)
    assert [t.jenis for t in sisa.catatan] == ["sisa"]
    assert rules.hak(M._replace(tmt="2026-01-05"), k, p, terpakai, terambil={}) is None, (
        "one payment per term and month"
    )


def test_an_own_tariff_counts_only_where_the_city_left_it_open() -> None:
    tarif = (
        Tarif("2026-01", None, 550_000, "kota", "kota"),
        Tarif("2026-02", "2026-03", 600_000, "kita", "16.73.01.1003"),
    )
    terbuka = K._replace(tarif=tarif, terbuka=True)
    assert [rules.tarif_bulan(terbuka, f"2026-0{b}") for b in (1, 2, 3, 4)] == [550_000, 600_000, 600_000, 550_000]
    assert [rules.tarif_bulan(terbuka._replace(terbuka=False), f"2026-0{b}") for b in (1, 2)] == [550_000, 550_000]
    naik = terbuka._replace(tarif=(*tarif, Tarif("2026-03", None, 750_000, "kota", "kota")))
    assert [rules.tarif_bulan(naik, f"2026-0{b}") for b in (2, 3, 4)] == [600_000, 600_000, 750_000]


def test_what_a_person_set_by_hand_is_the_only_way_outside_the_term() -> None:
    khusus = Khusus((("2026-01", 300_000), ("2026-02", 0)), "SK menyusul", "Lurah")
    mantan = M._replace(akhir_nyata="2025-12-31")
    h = rules.hak(mantan, K._replace(skema="bruto"), periode.baca("2026-TW1"), (), khusus=khusus)
    assert h is not None
    assert h.rincian == khusus.rincian
    assert (h.pph, h.diterima) == (15_000, 285_000)
    assert h.hitungan.startswith("Januari 2026: 300.000 ditetapkan khusus (SK menyusul; Lurah)")
    assert [t.jenis for t in h.catatan] == ["khusus"]
    assert rules.hak(mantan, K, periode.baca("2026-TW1"), ()) is None


def test_a_year_of_the_city_through_the_rules() -> None:
    """528 RT × 550,000: 290,400,000 a month, 3,484,800,000 a year (DOMAIN §1); tax in all schemes."""
    semua = [M._replace(masa_id=str(i), jabatan_id=str(i), golongan="III/b") for i in range(528)]
    pph = {"tidak": 0, "bruto": 82_500, "separuh": 41_250, "golongan": 82_500}
    for skema, per_triwulan in pph.items():
        k = K._replace(skema=skema)
        tahun = [h for tw in (1, 2, 3, 4) for m in semua if (h := rules.hak(m, k, periode.baca(f"2026-TW{tw}"), ()))]
        assert sum(h.bruto for h in tahun) == 3_484_800_000
        assert sum(j for h in tahun for b, j in h.rincian if b == "2026-07") == 290_400_000
        assert sum(h.pph for h in tahun) == 528 * 4 * per_triwulan
    assert pajak.potongan(0, K).pph == 0


def test_a_line_of_nothing_can_be_spread() -> None:
    assert rules.per_bulan((("2026-01", 0), ("2026-02", 0)), 0) == [("2026-01", 0), ("2026-02", 0)]
