"""The look in one value: colour roles, fonts and sizes, light or dark, at the chosen text scale."""

from __future__ import annotations

from enum import Enum
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources
from sipokat_desktop.kernel.values import NamedTuple
from ui.kit import theme_tegas

KELUARGA = "Noto Sans"
_BERKAS_HURUF = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf", "NotoSans-Bold.ttf")
_SIFAT_TEMA = "sipokat_theme"
_SIFAT_HURUF = "sipokat_fonts"
_SIFAT_GAYA = "sipokat_style"


class Role(Enum):
    """What a colour of a text or sign means; the value names the field of `Warna`."""

    TEKS = "teks"
    REDUP = "redup"
    AKSEN = "aksen"
    BAIK = "baik"
    PERHATIAN = "perhatian"
    SALAH = "salah"


@runtime_checkable
class Themed(Protocol):
    """A widget that takes over a theme applied after it was made."""

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""


class Warna(NamedTuple):
    """The colours of one theme as #RRGGBB; every text role reaches 4.5:1 on each of its grounds."""

    latar: str
    kartu: str
    garis: str
    garis_tombol: str
    teks: str
    redup: str
    aksen: str
    isi_tombol: str
    isi_tombol_tekan: str
    di_tombol: str
    di_tombol_redup: str
    pilihan: str
    sorot: str
    baik: str
    baik_lembut: str
    perhatian: str
    perhatian_lembut: str
    salah: str
    salah_lembut: str


TERANG = Warna(
    latar="#F4F6F8",
    kartu="#FFFFFF",
    garis="#DDE2E7",
    garis_tombol="#7C8793",
    teks="#1A232D",
    redup="#5A6570",
    aksen="#0F5E8C",
    isi_tombol="#0F5E8C",
    isi_tombol_tekan="#0A4A70",
    di_tombol="#FFFFFF",
    di_tombol_redup="#D3E4EF",
    pilihan="#E6EFF7",
    sorot="#EFF3F6",
    baik="#187441",
    baik_lembut="#E5F4EB",
    perhatian="#94570A",
    perhatian_lembut="#FDF2E0",
    salah="#B3261E",
    salah_lembut="#FCEBE9",
)

GELAP = Warna(
    latar="#12181E",
    kartu="#1B232B",
    garis="#303B45",
    garis_tombol="#71808D",
    teks="#E8EDF1",
    redup="#A3B0BC",
    aksen="#7CBFE8",
    isi_tombol="#1C74AA",
    isi_tombol_tekan="#145A86",
    di_tombol="#FFFFFF",
    di_tombol_redup="#EDF5FB",
    pilihan="#213A4D",
    sorot="#26313B",
    baik="#6FCF97",
    baik_lembut="#1B3327",
    perhatian="#F0B45B",
    perhatian_lembut="#392C17",
    salah="#F59489",
    salah_lembut="#40221F",
)


TEGAS_TERANG, TEGAS_GELAP = Warna(**theme_tegas.TERANG), Warna(**theme_tegas.GELAP)


class Theme(NamedTuple):
    """Colours, text scale (1.0, 1.25 or 1.5) and font family that every widget of the kit reads."""

    warna: Warna = TERANG
    gelap: bool = False
    skala: float = 1.0
    keluarga: str = KELUARGA

    def px(self, ukuran: float) -> int:
        """Return a length that is ``ukuran`` px at scale 1.0."""
        return round(ukuran * self.skala)

    @property
    def tinggi_baris(self) -> int:
        """Height of a table row and least height of anything to click, in px."""
        return self.px(36)

    def font(self, ukuran: float = 14, *, tebal: int = 400) -> QFont:
        """Return the application font at ``ukuran`` px (scale 1.0) and weight 400, 600 or 700."""
        huruf = QFont(self.keluarga)
        huruf.setPixelSize(self.px(ukuran))
        huruf.setWeight(QFont.Weight(tebal))
        return huruf

    def color(self, peran: Role | str) -> QColor:
        """Return the colour of a role, or of any field of `Warna` by name."""
        nama = peran.value if isinstance(peran, Role) else peran
        return QColor(cast(str, getattr(self.warna, nama)))

    def lembut(self, peran: Role) -> QColor:
        """Return the soft ground on which a message of ``peran`` stands."""
        match peran:
            case Role.BAIK:
                return QColor(self.warna.baik_lembut)
            case Role.PERHATIAN:
                return QColor(self.warna.perhatian_lembut)
            case Role.SALAH:
                return QColor(self.warna.salah_lembut)
            case _:
                return QColor(self.warna.pilihan)


class _Worn:
    """Holds the theme in a property of the application, which would give a bare tuple back as a list."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme


def application(program: str) -> QApplication:
    """Return a new application in the style of the look; to ask Qt for its style later would cost 5 ms more."""
    app = QApplication([program, "-style", "fusion"])
    app.setProperty(_SIFAT_GAYA, True)
    return app


def apply(app: QApplication, *, gelap: bool = False, skala: float = 1.0, tegas: bool = False) -> Theme:
    """Dress the application (style, palette, fonts) and return the theme; may be called again while it runs.

    Raises FileNotFoundError when a font that ships with the program is missing.
    """
    _load_fonts(app)
    theme = _chosen(app, gelap, skala, tegas)
    app.setProperty(_SIFAT_TEMA, _Worn(theme))
    if not app.property(_SIFAT_GAYA):
        app.setStyle("Fusion")
        app.setProperty(_SIFAT_GAYA, True)
    app.setFont(theme.font())
    app.setPalette(_palette(theme))
    for widget in app.allWidgets():
        if isinstance(widget, Themed):
            widget.retheme(theme)
    return theme


def _chosen(app: QApplication, gelap: bool, skala: float, tegas: bool) -> Theme:
    """Return the theme that was chosen; with high contrast (``tegas``) the one that follows the system."""
    if not tegas:
        return Theme(GELAP if gelap else TERANG, gelap, skala)
    gelap = gelap or theme_tegas.gelap_diminta(app)
    return Theme(TEGAS_GELAP if gelap else TEGAS_TERANG, gelap, skala)


def theme_of(_widget: QWidget | None = None) -> Theme:
    """Return the theme a widget is shown in: the one last applied, else the light one at scale 1.0."""
    app = QCoreApplication.instance()
    found = app.property(_SIFAT_TEMA) if app is not None else None
    return found.theme if isinstance(found, _Worn) else Theme()


def contrast(depan: str, latar: str) -> float:
    """Return the contrast ratio (1 to 21) of two #RRGGBB colours, after WCAG 2.2."""
    terang, gelap = sorted((_luminance(depan), _luminance(latar)), reverse=True)
    return (terang + 0.05) / (gelap + 0.05)


def _luminance(warna: str) -> float:
    parts = (int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _load_fonts(app: QApplication) -> None:
    if app.property(_SIFAT_HURUF):
        return
    for nama in _BERKAS_HURUF:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", nama)))
    app.setProperty(_SIFAT_HURUF, True)


def _palette(theme: Theme) -> QPalette:
    w, p, r = theme.warna, QPalette(), QPalette.ColorRole
    pairs = {
        r.Window: w.latar,
        r.WindowText: w.teks,
        r.Base: w.kartu,
        r.AlternateBase: w.sorot,
        r.Text: w.teks,
        r.PlaceholderText: w.redup,
        r.Button: w.kartu,
        r.ButtonText: w.teks,
        r.BrightText: w.salah,
        r.Highlight: w.isi_tombol,
        r.HighlightedText: w.di_tombol,
        r.Accent: w.isi_tombol,
        r.Link: w.aksen,
        r.LinkVisited: w.aksen,
        r.ToolTipBase: w.kartu,
        r.ToolTipText: w.teks,
        r.Light: w.kartu,
        r.Midlight: w.sorot,
        r.Mid: w.garis,
        r.Dark: w.garis_tombol,
        r.Shadow: w.garis_tombol,
    }
    for peran, warna in pairs.items():
        p.setColor(peran, QColor(warna))
    for peran in (r.WindowText, r.Text, r.ButtonText, r.PlaceholderText):
        p.setColor(QPalette.ColorGroup.Disabled, peran, QColor(w.redup))
    return p
