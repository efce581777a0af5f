"""Pages against their golden pictures; write them anew with SIPOKAT_GOLDEN=tulis, then look at them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

GOLDEN = Path(__file__).parents[1] / "golden"
TULIS = os.environ.get("SIPOKAT_GOLDEN") == "tulis"
_DPI = 55
_BEDA_NADA = 96
"""A pixel differs when its grey is this far off (of 255); smaller is the renderer's smoothing."""
_PALING_BANYAK = 0.001
"""Share of differing pixels that still counts as the same page."""
_BERGAMBAR = 2
"""Of long papers so many pages from the beginning are compared, and the last."""


def sama(nama: str, pdf: bytes) -> None:
    """Fail when a page of the paper ``nama`` no longer looks as its golden picture."""
    for berkas, kini in _halaman(nama, pdf):
        if TULIS:
            kini.quantize(16).save(berkas, optimize=True)
        assert _beda(kini, berkas) <= _PALING_BANYAK, berkas.name


def berbeda(nama: str, pdf: bytes) -> bool:
    """Tell whether some page is noticed to differ: for the known-bad controls."""
    return any(_beda(kini, berkas) > _PALING_BANYAK for berkas, kini in _halaman(nama, pdf))


def _halaman(nama: str, pdf: bytes) -> Iterator[tuple[Path, Image.Image]]:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        for ke, halaman in enumerate(dokumen, 1):
            if _BERGAMBAR < ke < len(dokumen):
                continue
            gambar = halaman.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L")
            yield GOLDEN / f"{nama}-{ke}.png", gambar


def _beda(kini: Image.Image, berkas: Path) -> float:
    """Share of pixels that differ; 1.0 when the sizes differ."""
    with Image.open(berkas) as emas:
        lama = emas.convert("L")
    if kini.size != lama.size:
        return 1.0
    nada = ImageChops.difference(kini, lama).histogram()
    return sum(nada[_BEDA_NADA:]) / (kini.width * kini.height)
