"""A table in a letter: nothing cut off, the head again on every page, the signers with the end."""

from __future__ import annotations

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.printing import letter
from sipokat_desktop.printing.grid import Lajur
from sipokat_desktop.printing.letter import Alinea, Surat
from sipokat_desktop.printing.letter_table import TabelSurat, susun_tabel
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import MM, Kertas
from sipokat_desktop.printing.sheet import Kaki

LAJUR = (Lajur("No", 8, "tengah"), Lajur("Nama barang", 60), Lajur("Jumlah", 20, "kanan"))
KATA = st.text(st.characters(codec="ascii", exclude_categories=("C", "Z")), min_size=1, max_size=30)


def _surat(tabel: TabelSurat) -> Surat:
    return Surat(
        None, ("BERITA ACARA",), "", (Alinea("Barang berikut:"), tabel, Alinea("Demikian."), Alinea("Penutup.")),
        "Lubuk Linggau", ((Penanda(("Lurah",), "Yunita Sari"),),), Kaki("Berita acara", "1/2/2026 08.00"),
    )  # fmt: skip


def _halaman(tabel: TabelSurat) -> list[str]:
    with pypdfium2.PdfDocument(letter.gambar(_surat(tabel), Kertas.F4)) as pdf:
        return [halaman.get_textpage().get_text_bounded() for halaman in pdf]


def test_a_long_table_repeats_its_head_and_loses_no_row() -> None:
    halaman = _halaman(TabelSurat(LAJUR, [(str(n), f"HP nomor {n:03}", "1") for n in range(1, 121)]))
    assert len(halaman) > 2
    assert all("Nama barang" in isi for isi in halaman[:-1])
    semua = " ".join(halaman)
    assert all(semua.count(f"HP nomor {n:03}") == 1 for n in range(1, 121))
    assert "Yunita Sari" in halaman[-1]
    assert "Penutup." in halaman[-1]


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    kepala, pendek, panjang = susun_tabel(TabelSurat(LAJUR, [("1", "HP", "1"), ("2", "a\nb\nc", "1")]), 0, 100 * MM)
    assert panjang.tinggi > pendek.tinggi == kepala.tinggi
    assert panjang.sel[1] == ("a", "b", "c")
    assert panjang.kepala is kepala


@settings(max_examples=25)
@given(isi=st.lists(st.lists(KATA, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=8))
def test_words_of_every_cell_stay_inside_its_column(isi: list[str]) -> None:
    from sipokat_desktop.printing.fonts import huruf

    baris = susun_tabel(TabelSurat(LAJUR, [("1", teks, "1") for teks in isi], tebal=1), 20 * MM, 200 * MM)
    for satu in baris:
        h = huruf(satu.gaya)
        for ke, sel in enumerate(satu.sel):
            lebar = satu.tepi[ke + 1] - satu.tepi[ke]
            assert all(h.lebar(teks) * 9.5 <= lebar for teks in sel)
    tertulis = ["".join(satu.sel[1]).replace(" ", "") for satu in baris[1:]]
    assert tertulis == [teks.replace(" ", "") for teks in isi]
