"""The letterhead with a logo and an address, as Pengaturan shows it and every paper prints it (golden page)."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from sipokat_desktop.printing.kop import lembar_kop
from sipokat_desktop.printing.model import Kop
from sipokat_desktop.printing.paper import Kertas

from . import emas


def lambang() -> bytes:
    """A shield of plain colours, see-through around it."""
    gambar = Image.new("RGBA", (200, 240), (0, 0, 0, 0))
    pena = ImageDraw.Draw(gambar)
    pena.polygon([(10, 10), (190, 10), (190, 150), (100, 230), (10, 150)], fill=(20, 90, 60, 255))
    pena.ellipse([(60, 50), (140, 130)], fill=(240, 200, 40, 255))
    berkas = BytesIO()
    gambar.save(berkas, "PNG")
    return berkas.getvalue()


KOP = Kop(
    ("PEMERINTAH KOTA LUBUK LINGGAU", "KECAMATAN LUBUK LINGGAU TIMUR I", "KELURAHAN TABA JEMEKEH"),
    "Jalan Yos Sudarso No. 14, Lubuk Linggau 31626, telepon (0733) 321 456",
    lambang(),
)


@pytest.mark.parametrize("kertas", list(Kertas))
def test_head_with_logo(kertas: Kertas) -> None:
    emas.sama(f"kop_logo_{kertas.name.lower()}", lembar_kop(KOP, kertas))


def test_known_bad_another_logo_or_place_is_noticed() -> None:
    assert emas.berbeda("kop_logo_f4", lembar_kop(replace(KOP, logo=b""), Kertas.F4))
    assert emas.berbeda("kop_logo_f4", lembar_kop(replace(KOP, alamat=""), Kertas.F4))
