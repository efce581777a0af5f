"""The *bukti sinkron* on paper."""

from __future__ import annotations

import pypdfium2
import pytest

from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.proof import BarisBukti, Bukti, gambar

KEPALA = (("Kelurahan", "Taba Jemekeh"), ("Nomor bukti", "7"))


def teks(isi: bytes) -> str:
    """Return all text of a one-page PDF."""
    dokumen = pypdfium2.PdfDocument(isi)
    assert len(dokumen) == 1
    return str(dokumen[0].get_textpage().get_text_range())


@pytest.mark.parametrize("kertas", list(Kertas))
def test_both_sides_and_the_signature_are_on_the_paper(kertas: Kertas) -> None:
    baris = (BarisBukti("Pembayaran", 21, 20, False), BarisBukti("<b>Orang</b>", 9, 9, True))
    isi = teks(gambar(Bukti(KEPALA, baris, "kQx9"), kertas))
    for kata in ("BUKTI SINKRONISASI", "Taba Jemekeh", "Pembayaran", "21", "20", "belum", "<b>Orang</b>", "ya", "kQx9"):
        assert kata in isi


def test_the_same_receipt_gives_the_same_bytes() -> None:
    bukti = Bukti(KEPALA, (BarisBukti("Orang", 1, 1, True),), "kQx9")
    assert gambar(bukti, Kertas.A4) == gambar(bukti, Kertas.A4)
