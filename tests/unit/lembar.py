"""Writes small spreadsheets for tests: cells as given, dates as Excel's numbers, merged ranges, several sheets."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from sipokat_desktop.importing.table import letters

Baris = Sequence[object]
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_NS = "http://schemas.openxmlformats.org"
_MAIN = f"{_NS}/spreadsheetml/2006/main"
_DOC = f"{_NS}/officeDocument/2006/relationships"
_GAYA = (
    f'{_KEPALA}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders'
    ' count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def tulis_xlsx(
    path: Path, lembar: Mapping[str, Sequence[Baris]], *, gabung: Mapping[str, Sequence[str]] | None = None,
    tambahan: Mapping[str, bytes] | None = None, tersembunyi: Sequence[str] = (),
) -> Path:  # fmt: skip
    """Write a workbook; ``gabung`` holds merged ranges (``A1:C1``) per sheet, ``tambahan`` more files in the zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as buku:
        buku.writestr("[Content_Types].xml", _jenis(len(lembar)))
        buku.writestr("_rels/.rels", _hubungan({"rId1": ("officeDocument", "xl/workbook.xml")}))
        lain = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(lembar) + 1)}
        buku.writestr("xl/_rels/workbook.xml.rels", _hubungan(lain | {"rId99": ("styles", "styles.xml")}))
        daftar = "".join(
            f'<sheet name={quoteattr(nama)} sheetId="{n}"{_tersembunyi(nama, tersembunyi)} r:id="rId{n}"/>'
            for n, nama in enumerate(lembar, 1)
        )
        buku.writestr(
            "xl/workbook.xml",
            f'{_KEPALA}<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><sheets>{daftar}</sheets></workbook>',
        )
        buku.writestr("xl/styles.xml", _GAYA)
        for n, (nama, rows) in enumerate(lembar.items(), 1):
            buku.writestr(f"xl/worksheets/sheet{n}.xml", _lembar(rows, (gabung or {}).get(nama, ())))
        for nama, isi in (tambahan or {}).items():
            buku.writestr(nama, isi)
    return path


def _tersembunyi(nama: str, tersembunyi: Sequence[str]) -> str:
    return ' state="hidden"' if nama in tersembunyi else ""


def _jenis(banyak: int) -> str:
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    lembar = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{jenis}.worksheet+xml"/>'
        for n in range(1, banyak + 1)
    )
    return (
        f'{_KEPALA}<Types xmlns="{_NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{jenis}.sheet.main+xml"/>{lembar}'
        f'<Override PartName="/xl/styles.xml" ContentType="{jenis}.styles+xml"/></Types>'
    )


def _hubungan(isi: Mapping[str, tuple[str, str]]) -> str:
    baris = "".join(f'<Relationship Id="{k}" Type="{_DOC}/{jenis}" Target="{t}"/>' for k, (jenis, t) in isi.items())
    return f'{_KEPALA}<Relationships xmlns="{_NS}/package/2006/relationships">{baris}</Relationships>'


def _lembar(rows: Sequence[Baris], gabung: Sequence[str]) -> str:
    isi = "".join(
        f'<row r="{r}">{"".join(_sel(f"{letters(c)}{r}", nilai) for c, nilai in enumerate(row))}</row>'
        for r, row in enumerate(rows, 1)
    )
    ujung = "".join(f'<mergeCell ref="{satu}"/>' for satu in gabung)
    ujung = f"<mergeCells>{ujung}</mergeCells>" if ujung else ""
    return f'{_KEPALA}<worksheet xmlns="{_MAIN}"><sheetData>{isi}</sheetData>{ujung}</worksheet>'


def _sel(tempat: str, nilai: object) -> str:
    if nilai is None or nilai == "":
        return ""
    if isinstance(nilai, date):
        return f'<c r="{tempat}" s="1"><v>{(nilai - date(1899, 12, 30)).days}</v></c>'
    if isinstance(nilai, int | float):
        return f'<c r="{tempat}"><v>{nilai}</v></c>'
    return f'<c r="{tempat}" t="inlineStr"><is><t xml:space="preserve">{escape(str(nilai))}</t></is></c>'
