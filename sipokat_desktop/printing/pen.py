"""A pen for one page after another: gathers texts, rules and boxes, then writes them in few operators."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees
from typing import TYPE_CHECKING, Any

from .fitting import SPASI, Muat, muat
from .fonts import Huruf, huruf

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

TIPIS, TEBAL = 0.5, 1.5
_HAMPIR_NOL = 1e-6
_TENGAH_HURUF = 0.33
"""From the middle of a line of text down to its baseline, in font sizes."""


class Pena:
    """Draws in points; ``y`` grows downwards from the top of the page, texts stand on their baseline.

    Texts handed to `kiri`, `tengah` and `kanan` are cleaned for the font first, so nothing is lost unseen.
    """

    __slots__ = ("_gambar", "_garis", "_huruf", "_kanvas", "_kotak", "_teks", "_tinggi")

    def __init__(self, kanvas: Canvas, tinggi: float) -> None:
        self._kanvas = kanvas
        self._tinggi = tinggi
        self._huruf = {gaya: huruf(gaya) for gaya in ("biasa", "tebal", "miring")}
        self._gambar: dict[bytes, ImageReader] = {}
        self._teks: dict[tuple[str, float], list[tuple[float, float, str]]] = {}
        self._garis: dict[float, list[tuple[float, float, float, float]]] = {}
        self._kotak: dict[float, list[tuple[float, float, float, float]]] = {}

    def huruf(self, gaya: str) -> Huruf:
        """Return the font of a style."""
        return self._huruf[gaya]

    def kiri(self, x: float, y: float, teks: str, ukuran: float, gaya: str = "biasa") -> None:
        """Write ``teks`` from ``x`` to the right."""
        self._teks.setdefault((gaya, ukuran), []).append((x, self._tinggi - y, teks))

    def tengah(self, x: float, y: float, teks: str, ukuran: float, gaya: str = "biasa") -> None:
        """Write ``teks`` centred on ``x``."""
        self.kiri(x - self._huruf[gaya].lebar(teks) * ukuran / 2, y, teks, ukuran, gaya)

    def kanan(self, x: float, y: float, teks: str, ukuran: float, gaya: str = "biasa") -> None:
        """Write ``teks`` ending at ``x``."""
        self.kiri(x - self._huruf[gaya].lebar(teks) * ukuran, y, teks, ukuran, gaya)

    def muat(
        self,
        teks: str,
        kotak: tuple[float, float],
        ukuran: float,
        gaya: str = "biasa",
        *,
        terkecil: float = 7.0,
    ) -> Muat:
        """Clean ``teks`` and fit it into ``kotak`` (width, height in points)."""
        h = self._huruf[gaya]
        return muat(h.bersih(teks), *kotak, h.lebar, ukuran=ukuran, terkecil=terkecil)

    def sebaris(self, teks: str, lebar: float, ukuran: float, gaya: str = "biasa") -> tuple[str, float]:
        """Clean ``teks`` and return it with the size, at most ``ukuran``, that fits ``lebar``."""
        h = self._huruf[gaya]
        bersih = h.bersih(teks)
        return bersih, min(ukuran, lebar / max(h.lebar(bersih), _HAMPIR_NOL))

    def garis(self, x1: float, y1: float, x2: float, y2: float, tebal: float = TIPIS) -> None:
        """Draw a rule ``tebal`` points thick."""
        t = self._tinggi
        self._garis.setdefault(tebal, []).append((x1, t - y1, x2, t - y2))

    def kotak(self, x: float, y: float, lebar: float, tinggi: float, abu: float = 0.0) -> None:
        """Fill a box with top left corner ``x``, ``y`` in a grey (0 is black), under all texts and rules."""
        self._kotak.setdefault(abu, []).append((x, self._tinggi - y - tinggi, lebar, tinggi))

    def gambar(self, isi: bytes, x: float, y: float, lebar: float, tinggi: float) -> None:
        """Draw a picture (JPEG or PNG) inside the box with top left corner ``x``, ``y``; on many pages it is kept in
        the file once. Raises OSError, ValueError or SyntaxError where it cannot be read."""
        if isi not in self._gambar:
            from io import BytesIO

            from reportlab.lib.utils import ImageReader

            dibaca: Any = ImageReader(BytesIO(isi))
            dibaca.getRGBData()
            self._gambar[isi] = dibaca
        bawah = self._tinggi - y - tinggi
        self._kanvas.drawImage(
            self._gambar[isi], x, bawah, lebar, tinggi, mask="auto", preserveAspectRatio=True, anchor="c"
        )

    def foto(self, jpeg: bytes, x: float, y: float, lebar: float, tinggi: float) -> None:
        """Draw a JPEG in the middle of the box with top left corner ``x``, ``y``, as large as fits."""
        from io import BytesIO

        from reportlab.lib.utils import ImageReader

        isi, bawah = ImageReader(BytesIO(jpeg)), self._tinggi - y - tinggi
        self._kanvas.drawImage(isi, x, bawah, lebar, tinggi, preserveAspectRatio=True, anchor="c")

    def siapkan_pola(self, nama: str, kotak: Sequence[tuple[float, float]], tinggi: float) -> None:
        """Keep black bars (left edge, width) of one height under a name, to be drawn many times by `pola`."""
        k = self._kanvas
        k.beginForm(nama, 0, 0, max((x + lebar for x, lebar in kotak), default=0.0), tinggi)
        jejak = k.beginPath()
        for x, lebar in kotak:
            jejak.rect(x, 0, lebar, tinggi)
        k.drawPath(jejak, stroke=0, fill=1)
        k.endForm()

    def simpan_pola(self, nama: str, lebar: float) -> None:
        """Keep what was gathered so far as a page of its own under a name instead of drawing it; `pola` draws it at
        ``x`` 0 and the foot of the page as often as wanted."""
        self._kanvas.beginForm(nama, 0, 0, lebar, self._tinggi)
        self._tuang()
        self._kanvas.endForm()

    def pola(self, nama: str, x: float, y: float) -> None:
        """Draw what `siapkan_pola` or `simpan_pola` kept with its lower left corner at ``x``, ``y``."""
        k = self._kanvas
        k.saveState()
        k.translate(x, self._tinggi - y)
        k.doForm(nama)
        k.restoreState()

    def cap_miring(self, lebar: float, besar: tuple[str, float], kecil: tuple[str, float], abu: float) -> None:
        """Write two light lines (text, size) along the diagonal, under everything drawn afterwards."""
        k = self._kanvas
        k.saveState()
        k.setFillGray(abu)
        k.translate(lebar / 2, self._tinggi / 2)
        k.rotate(degrees(atan2(self._tinggi, lebar)))
        for (teks, ukuran), turun in ((besar, 0.0), (kecil, kecil[1] * 1.4)):
            k.setFont(self._huruf["tebal"].nama, ukuran)
            k.drawCentredString(0, -turun, teks)
        k.restoreState()

    def selesai(self) -> None:
        """Write what was gathered and end the page."""
        self._tuang()
        self._kanvas.showPage()

    def _tuang(self) -> None:
        """Write boxes, then rules, then texts, each kind in few operators."""
        for abu, kotak in self._kotak.items():
            jejak = self._kanvas.beginPath()
            for satu in kotak:
                jejak.rect(*satu)
            self._kanvas.setFillGray(abu)
            self._kanvas.drawPath(jejak, stroke=0, fill=1)
        if self._kotak:
            self._kanvas.setFillGray(0)
        for tebal, garis in self._garis.items():
            self._kanvas.setLineWidth(tebal)
            self._kanvas.lines(garis)
        objek = self._kanvas.beginText()
        for (gaya, ukuran), teks in self._teks.items():
            objek.setFont(self._huruf[gaya].nama, ukuran)
            for x, y, isi in teks:
                objek.setTextOrigin(x, y)
                objek.textOut(isi)
        self._kanvas.drawText(objek)
        self._teks.clear()
        self._garis.clear()
        self._kotak.clear()


def alas(tengah: float, ukuran: float, banyak: int, ke: int) -> float:
    """Baseline of line ``ke`` (from 0) when ``banyak`` lines are centred on ``tengah``."""
    return tengah + ukuran * (_TENGAH_HURUF + SPASI * (ke - (banyak - 1) / 2))
