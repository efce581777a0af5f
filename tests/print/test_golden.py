"""Pages against their golden pictures; write them anew with SIPOKAT_GOLDEN=tulis, then look at them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops

from sipokat_desktop.printing import columns
from sipokat_desktop.printing.receipt import DaftarTerima, Kertas, Kop, Penanda, gambar
from tests.print.contoh_daftar import baris, daftar

GOLDEN = Path(__file__).parents[1] / "golden"
TULIS = os.environ.get("SIPOKAT_GOLDEN") == "tulis"
DPI = 55
BEDA_NADA = 96
"""A pixel differs when its grey is this far off (of 255); smaller is the renderer's smoothing."""
BEDA_PALING_BANYAK = 0.001
"""Share of differing pixels that still counts as the same page."""

KOP = Kop(
    ("PEMERINTAH KOTA LUBUK LINGGAU", "KECAMATAN LUBUK LINGGAU TIMUR I", "KELURAHAN TABA JEMEKEH"),
    "Jalan Contoh",
)
SULIT = (
    replace(baris(0), nama="Drs. H. Raden Mas Kusumadiningrat Prawirasentana Djojohadikusumo, S.H., M.Si., Ph.D."),
    replace(baris(1), keterangan="kuasa: Siti Aminah (istri), surat kuasa No. 12"),
    replace(baris(2), keterangan="Januari s.d. Februari"),
    replace(baris(3), jabatan="Ketua RT 03", keterangan="Maret", lanjutan=True),
    replace(baris(4), nama="H. Muhammad Yusuf Rahmansyah Al-Fathoni, S.Pd., M.M."),
)
LEMBAR: dict[str, tuple[DaftarTerima, Kertas]] = {
    "pendek_f4_7": (daftar(7), Kertas.F4),
    "pendek_f4_18": (daftar(18), Kertas.F4),
    "pendek_f4_40_draf": (daftar(40, draf=True, nomor=""), Kertas.F4),
    "pendek_a4_15": (daftar(15), Kertas.A4),
    "pendek_f4_kop_sulit": (
        daftar(5, baris=SULIT, kop=KOP, penanda=(Penanda(("Lurah Taba Jemekeh",)),)),
        Kertas.F4,
    ),
    "lengkap_f4_7": (daftar(7, bentuk="lengkap"), Kertas.F4),
    "lengkap_a4_12": (daftar(12, bentuk="lengkap"), Kertas.A4),
}


def _halaman(nama: str) -> Iterator[tuple[str, Image.Image]]:
    with pypdfium2.PdfDocument(gambar(*LEMBAR[nama])) as pdf:
        for ke, halaman in enumerate(pdf, 1):
            yield f"{nama}-{ke}.png", halaman.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")


def _beda(satu: Image.Image, dua: Image.Image) -> float:
    """Share of pixels that differ; 1.0 when the sizes differ."""
    if satu.size != dua.size:
        return 1.0
    nada = ImageChops.difference(satu, dua).histogram()
    return sum(nada[BEDA_NADA:]) / (satu.width * satu.height)


@pytest.mark.parametrize("nama", LEMBAR)
def test_page_looks_as_before(nama: str) -> None:
    for berkas, kini in _halaman(nama):
        if TULIS:
            kini.quantize(16).save(GOLDEN / berkas, optimize=True)
        with Image.open(GOLDEN / berkas) as emas:
            assert _beda(kini, emas.convert("L")) <= BEDA_PALING_BANYAK, berkas


def test_a_shifted_column_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad control: one column edge moved by 2 mm must fail the comparison."""
    lebar: dict[Any, tuple[int, ...]] = {**columns._LEBAR, ("pendek", Kertas.F4): (9, 54, 30, 32, 60)}
    monkeypatch.setattr(columns, "_LEBAR", lebar)
    ((berkas, kini),) = _halaman("pendek_f4_7")
    with Image.open(GOLDEN / berkas) as emas:
        assert _beda(kini, emas.convert("L")) > BEDA_PALING_BANYAK
