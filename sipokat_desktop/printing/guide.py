"""The guide on paper: all chapters with their pictures, one A4 booklet with bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import resources

from ..kernel import panduan
from ..kernel.panduan import Bab, Blok, Jenis, Rupa
from .fonts import huruf
from .output import tulis_utuh
from .paper import MM

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

JUDUL = "Panduan Sipokat Desktop"
_TEPI, _LEBAR = 20 * MM, 170 * MM
_TERTINGGI = 95 * MM


def gambar(bab: Sequence[Bab]) -> tuple[bytes, int]:
    """Return the chapters as the bytes of a PDF, and how many pages it has."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    gaya, ada = _styles(), frozenset(satu.kunci for satu in bab)
    isi: list[Flowable] = [Paragraph(JUDUL, gaya["sampul"])]
    isi += [Paragraph(f'{ke}. <a href="#{satu.kunci}">{escape(satu.judul)}</a>', gaya["isi"])
            for ke, satu in enumerate(bab, 1)]  # fmt: skip
    for ke, satu in enumerate(bab, 1):
        isi.append(PageBreak())
        isi.append(Paragraph(f'<a name="{satu.kunci}"/>{ke}. {escape(satu.judul)}', gaya["bab"]))
        for blok in satu.blok:
            isi += _blok(blok, gaya, ada)
    keluar = BytesIO()
    dokumen = SimpleDocTemplate(
        keluar, pagesize=A4, leftMargin=_TEPI, rightMargin=_TEPI, topMargin=_TEPI, bottomMargin=_TEPI,
        title=JUDUL, author="Sipokat", invariant=1,
    )  # fmt: skip
    dokumen.build(isi, onFirstPage=_foot, onLaterPages=_foot)
    return keluar.getvalue(), dokumen.page


def simpan(keluaran: Path) -> int:
    """Write the whole guide and return how many pages it has; raises Gangguan when the file cannot be written."""
    pdf, halaman = gambar(panduan.semua())
    tulis_utuh(keluaran, lambda berkas: berkas.write(pdf))
    return halaman


def _styles() -> dict[str, ParagraphStyle]:
    from reportlab.lib.styles import ParagraphStyle

    biasa, tebal = huruf("biasa").nama, huruf("tebal").nama
    isi = ParagraphStyle("isi", fontName=biasa, fontSize=11, leading=15, spaceAfter=4)
    return {
        "isi": isi,
        "sampul": ParagraphStyle("sampul", fontName=tebal, fontSize=22, leading=28, spaceAfter=14),
        "bab": ParagraphStyle("bab", fontName=tebal, fontSize=17, leading=22, spaceAfter=8),
        "bagian": ParagraphStyle(
            "bagian", fontName=tebal, fontSize=13, leading=17, spaceBefore=8, spaceAfter=4, keepWithNext=1
        ),
        "butir": ParagraphStyle("butir", parent=isi, leftIndent=18, bulletIndent=2),
        "keterangan": ParagraphStyle("keterangan", parent=isi, fontSize=9.5, leading=12, spaceAfter=10),
    }


def _foot(kanvas: object, dokumen: object) -> None:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import SimpleDocTemplate

    assert isinstance(kanvas, Canvas)
    assert isinstance(dokumen, SimpleDocTemplate)
    kanvas.setFont(huruf("biasa").nama, 9)
    kanvas.drawString(_TEPI, 12 * MM, JUDUL)
    kanvas.drawRightString(_TEPI + _LEBAR, 12 * MM, str(dokumen.page))


def _blok(blok: Blok, gaya: dict[str, ParagraphStyle], ada: frozenset[str]) -> Iterator[Flowable]:
    from reportlab.platypus import Image, KeepTogether, Paragraph

    match blok.jenis:
        case Jenis.BAGIAN:
            yield Paragraph(escape(blok.isi[0]), gaya["bagian"])
        case Jenis.ALINEA:
            yield Paragraph(_baris(blok.isi[0], ada), gaya["isi"])
        case Jenis.GAMBAR:
            berkas = str(resources.path("panduan", *blok.isi[1].split("/")))
            lukisan = Image(berkas, width=_LEBAR, height=_TERTINGGI, kind="proportional", hAlign="LEFT")
            yield KeepTogether([lukisan, Paragraph(escape(blok.isi[0]), gaya["keterangan"])])
        case Jenis.LANGKAH:
            for ke, satu in enumerate(blok.isi, 1):
                yield Paragraph(_baris(satu, ada), gaya["butir"], bulletText=f"{ke}.")
        case Jenis.BUTIR:
            for satu in blok.isi:
                yield Paragraph(_baris(satu, ada), gaya["butir"], bulletText="•")


def _baris(teks: str, ada: frozenset[str]) -> str:
    """Return a line in the markup of paragraphs; a link to a chapter that is there leads to it."""
    hasil = []
    for satu in panduan.potongan(teks):
        kata = escape(satu.teks)
        if satu.rupa in (Rupa.TEBAL, Rupa.TOMBOL):
            kata = f'<font name="{huruf("tebal").nama}">{kata}</font>'
        elif (ke := satu.tujuan.removeprefix(panduan.BAB).partition("#")[0]) in ada:
            kata = f'<a href="#{ke}"><u>{kata}</u></a>'
        hasil.append(kata)
    return "".join(hasil)
