"""A table of the module on paper: every cell is there, amounts with dots, the lurah of the day signs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2

from sipokat_desktop.exporting.workbook import Column, Table
from sipokat_desktop.modules.insentif import lembar_tabel
from sipokat_desktop.modules.rt import ops as rt
from tests.unit.kantor import KELURAHAN, buka

KINI = 1_597_028_400_000
TABEL = Table(
    "Uji", ("KARTU INSENTIF RT 03", "Belum dibayar Rp2.800.000."),
    (Column("Bulan", "teks", 16), Column("Hak", "angka", 12), Column("Diterima", "tanggal", 12)),
    [("Januari 2020", 350_000, date(2020, 4, 6)), ("Februari 2020", -350_000, None), ("Maret 2020", 0, None)], "kaki",
)  # fmt: skip


def test_the_whole_table_stands_on_paper(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        rt.set_pejabat(store, KELURAHAN, "lurah", {"nama": "Dra. Hj. Yunita", "mulai": "2020-01-01"})
        pdf = lembar_tabel.pratinjau(store.reader(), KELURAHAN, TABEL, sekarang=KINI)
    halaman = pypdfium2.PdfDocument(pdf)[0]
    isi = halaman.get_textpage().get_text_bounded()
    for kata in (
        "KARTU INSENTIF RT 03", "Belum dibayar Rp2.800.000.", "Januari 2020", "350.000", "-350.000", "06/04/2020",
        "Dra. Hj. Yunita", "10 Agustus 2020",
    ):  # fmt: skip
        assert kata in isi, kata
    lebar, tinggi = (round(n / 72 * 25.4) for n in halaman.get_size())
    assert (lebar, tinggi) == (330, 215)
