"""The colours for who asks the system for high contrast: black and white, every edge drawn, text at 7:1 or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TERANG = {
    "latar": "#FFFFFF", "kartu": "#FFFFFF", "garis": "#1A232D", "garis_tombol": "#000000", "teks": "#000000",
    "redup": "#2B333B", "aksen": "#003E66", "isi_tombol": "#003E66", "isi_tombol_tekan": "#00263F",
    "di_tombol": "#FFFFFF", "di_tombol_redup": "#FFFFFF", "pilihan": "#D6E8F7", "sorot": "#EDEDED",
    "baik": "#00441F", "baik_lembut": "#FFFFFF", "perhatian": "#5C3300", "perhatian_lembut": "#FFFFFF",
    "salah": "#7A0009", "salah_lembut": "#FFFFFF",
}  # fmt: skip
GELAP = {
    "latar": "#000000", "kartu": "#000000", "garis": "#D0D0D0", "garis_tombol": "#FFFFFF", "teks": "#FFFFFF",
    "redup": "#E0E0E0", "aksen": "#9FDBFF", "isi_tombol": "#9FDBFF", "isi_tombol_tekan": "#FFFFFF",
    "di_tombol": "#000000", "di_tombol_redup": "#000000", "pilihan": "#12324A", "sorot": "#262626",
    "baik": "#8CF2B4", "baik_lembut": "#000000", "perhatian": "#FFD27A", "perhatian_lembut": "#000000",
    "salah": "#FFB3AB", "salah_lembut": "#000000",
}  # fmt: skip


def diminta(app: QApplication) -> bool:
    """Tell whether the system asks for high contrast now."""
    hints = app.styleHints()
    akses = hints.accessibility()
    return akses.contrastPreference().name == "HighContrast"


def gelap_diminta(app: QApplication) -> bool:
    """Tell whether the system is dark: high contrast is dark or light as the system is, whatever was chosen here."""
    return app.styleHints().colorScheme().name == "Dark"
