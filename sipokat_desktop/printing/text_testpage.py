"""What stands on the test page of a printer, and why what was measured cannot be taken."""

from __future__ import annotations

JUDUL = "Halaman uji printer"
KIRI = "Ukur dari tepi kiri kertas sampai garis tegak ini: seharusnya 20 mm."
ATAS = "Ukur dari tepi atas kertas sampai garis datar ini: seharusnya 20 mm."
UKUR = "Tulis jaraknya dalam milimeter, misalnya 20 atau 21,5."
TERLALU_JAUH = "Selisihnya lebih dari 15 mm. Periksa ukuran kertas di printer, lalu cetak halaman uji lagi."
