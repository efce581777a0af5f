"""The performance rule: versions, off by default, and a line that shows its arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import kinerja, rules
from sipokat_desktop.modules.insentif.model import Angka, Aturan, Komponen, Tarif
from sipokat_desktop.modules.rt.queries import Masa

TW1 = periode.baca("2026-TW1")
K = Komponen("k", "kota", "Insentif", "", "", "", "", 0, "tunai", 1, (Tarif("2020-01", None, 550_000, "SK"),))
M = Masa("m", "j", "o", "03", "Budi", None, None, None, None, "SK", "2023-12-01", "2024-01-01", "2029-01-01", None)
ATURAN = Aturan("a", 2, "2026-01", None, "laporan", ((0, 5000), (3, 10_000)), "Perwal 3/2026")


def _hak(k: Komponen, angka: dict[str, Angka]) -> rules.Hak:
    h = rules.hak(M, k, TW1, (), angka={("m", bulan): isi for bulan, isi in angka.items()})
    assert h is not None
    return h


def test_off_by_default() -> None:
    assert _hak(K, {"2026-01": Angka(0, 0)}).bruto == 1_650_000
    assert _hak(K, {}).hitungan == "Januari s.d. Maret 2026: 3 × 550.000 = 1.650.000"


def test_the_line_cites_the_version_and_shows_its_arithmetic() -> None:
    h = _hak(
        K._replace(aturan=(ATURAN,)), {"2026-01": Angka(2, None), "2026-02": Angka(3, None), "2026-03": Angka(0, 9)}
    )
    assert h.rincian == (("2026-01", 275_000), ("2026-02", 550_000), ("2026-03", 275_000))
    assert h.hitungan.split("; ") == [
        "Januari 2026: 2 laporan → 50 % × 550.000 = 275.000 (aturan kinerja versi 2)",
        "Februari 2026: 3 laporan → 100 % × 550.000 = 550.000 (aturan kinerja versi 2)",
        "Maret 2026: 0 laporan → 50 % × 550.000 = 275.000 (aturan kinerja versi 2)",
    ]
    assert h.catatan == ()


def test_a_month_without_a_figure_is_paid_in_full_and_said() -> None:
    """Never silently cut somebody's money; a 0 that was entered is a figure."""
    k = K._replace(aturan=(ATURAN,))
    h = _hak(k, {"2026-01": Angka(0, None), "2026-02": Angka(None, 90)})
    assert h.rincian == (("2026-01", 275_000), ("2026-02", 550_000), ("2026-03", 550_000))
    assert [(t.peran, t.jenis, t.kalimat) for t in h.catatan] == [
        ("awas", "kinerja", "Belum ada angka kinerja Februari dan Maret 2026: dihitung penuh")
    ]
    assert "penuh karena belum ada angka kinerja (aturan kinerja versi 2)" in h.hitungan


def test_score_bands_and_versions_month_by_month() -> None:
    lama = Aturan("a1", 1, "2025-01", "2026-01", "skor", ((0, 0), (60, 7500), (80, 10_000)), "")
    baru = Aturan("a2", 2, "2026-03", None, "skor", ((0, 10_000),), "")
    k = K._replace(aturan=(lama, baru))
    h = _hak(k, {b: Angka(None, 79) for b in TW1.bulan})
    assert h.rincian == (("2026-01", 412_500), ("2026-02", 550_000), ("2026-03", 550_000))
    assert "versi 1" in h.hitungan
    assert "versi 2" in h.hitungan
    assert [rules.aturan_bulan(k, b) for b in TW1.bulan] == [lama, None, baru]


def test_rule_and_days_together() -> None:
    k = K._replace(aturan=(ATURAN,), hari_acuan=0)
    h = rules.hak(M._replace(tmt="2026-03-15"), k, TW1, (), angka={("m", "2026-03"): Angka(1, None)})
    assert h is not None
    assert h.rincian == (("2026-03", 301_613 * 5000 // 10_000),)
    assert h.hitungan == (
        "Maret 2026: 17 dari 31 hari (tanggal 15–31) × 550.000 = 301.613; "
        "Maret 2026: 1 laporan → 50 % × 301.613 = 150.806 (aturan kinerja versi 2)"
    )


PITA = st.lists(st.tuples(st.integers(1, 100), st.integers(0, 10_000)), max_size=5, unique_by=lambda p: p[0])


@given(PITA, st.integers(0, 10_000), st.integers(0, 120), st.integers(1, 5_000_000))
def test_more_reports_never_give_less(naik: list[tuple[int, int]], awal: int, nilai: int, tarif: int) -> None:
    batas = sorted(b for b, _ in naik)
    bagian = sorted([awal, *(p for _, p in naik)])
    pita = tuple(zip([0, *batas], bagian, strict=True))
    assert kinerja.urai_pita(kinerja.tulis_pita(pita)) == pita
    assert kinerja.baca_pita(kinerja.pita_ketik(pita)) == pita
    a = ATURAN._replace(pita=pita)
    satu, dua = kinerja.persen(a, Angka(nilai, None)), kinerja.persen(a, Angka(nilai + 1, None))
    assert satu is not None
    assert dua is not None
    assert 0 <= satu <= dua <= 10_000
    assert tarif * satu // 10_000 <= tarif


def test_the_harness_sees_steps_taken_backwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Known bad: whoever does more gets the lower step."""
    monkeypatch.setattr(kinerja, "persen", lambda a, angka: max(p for _, p in a.pita) // (1 + (angka.laporan or 0)))
    with pytest.raises((AssertionError, ExceptionGroup)):
        test_more_reports_never_give_less()


@pytest.mark.parametrize(
    ("teks", "pita"),
    [
        ("0=50 3=100", ((0, 5000), (3, 10_000))), ("0=50, 3=100", ((0, 5000), (3, 10_000))),
        ("0 = 62,5 % ; 3 = 100 %", ((0, 6250), (3, 10_000))), ("0=0\n1=33.33\n3=100", ((0, 0), (1, 3333), (3, 10_000))),
        ("0=100", ((0, 10_000),)),
    ],
)  # fmt: skip
def test_steps_as_typed(teks: str, pita: tuple[tuple[int, int], ...]) -> None:
    assert kinerja.baca_pita(teks) == pita


@pytest.mark.parametrize(
    "teks", ["", "0", "50", "1=50 3=100", "0=50 0=100", "0=50 3=20", "0=101", "0=-5", "0=50 tiga=100", "0=50 3"]
)
def test_wrong_steps_name_the_field(teks: str) -> None:
    with pytest.raises(InputSalah) as salah:
        kinerja.baca_pita(teks)
    assert salah.value.field == "pita"
