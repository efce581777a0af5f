"""What copying rows puts on the clipboard: tab-separated text, and a table that Excel keeps as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_KEPALA = '<html><head><meta charset="utf-8"></head><body><table>'
_SEL = """<td style='mso-number-format:"\\@"'>{}</td>"""


def copy_rows(judul: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Put rows on the clipboard; numbers such as a NIK stay text in a spreadsheet, formulas stay letters."""
    semua = [[" ".join(sel.split()) for sel in row] for row in rows]
    isi = QMimeData()
    isi.setText("\n".join("\t".join(row) for row in semua))
    isi.setHtml(as_html(judul, semua))
    QGuiApplication.clipboard().setMimeData(isi)


def as_html(judul: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with heads whose every cell is text."""
    kepala = "".join(f"<th>{escape(kata)}</th>" for kata in judul)
    isi = "".join("<tr>" + "".join(_SEL.format(escape(sel)) for sel in row) + "</tr>" for row in rows)
    return f"{_KEPALA}<tr>{kepala}</tr>{isi}</table></body></html>"
