"""The table of the benches: some of them measured anew leave the other lines, and the other chapters, as they are."""

from __future__ import annotations

from tests.bench.ukur import KEPALA_TABEL, Hasil, baris, diganti
from tests.ha.hasil import BERKAS


def test_lines_measured_anew_replace_the_former_ones_alone() -> None:
    lama, _, _ = BERKAS.read_text(encoding="utf-8").partition("\n## ")
    sebelum = lama.partition(KEPALA_TABEL)[2].splitlines(keepends=True)
    ganti = Hasil(sebelum[2].split(" | ")[0].removeprefix("| "), "1 ms", "2 ms", 0.5, 1.0, "uji")
    baru = Hasil("Belum pernah diukur", "1 ms", "1 ms", 1.0, None, "uji")
    sesudah = diganti(lama, [ganti, baru]).splitlines(keepends=True)
    assert sesudah == [*sebelum[:2], baris(ganti), *sebelum[3:], baris(baru)]
