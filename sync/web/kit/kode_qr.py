"""A text as a QR code inside a page."""

from __future__ import annotations

from markupsafe import Markup


def svg(teks: str, *, judul: str = "") -> Markup:
    """Return the QR code of ``teks`` as SVG without style attributes; ``judul`` is read out in its place."""
    import segno

    kode = segno.make(teks, error="m", micro=False).svg_inline(
        scale=5, border=4, dark="#000", light="#fff", title=judul
    )
    return Markup(kode)
