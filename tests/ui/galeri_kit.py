"""Pictures of the kit, one PNG per look: `PYTHONPATH=. python tests/ui/galeri_kit.py FOLDER`; the data is invented."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from reportlab.pdfgen.canvas import Canvas

from tests.ui.galeri_halaman import diam, halaman_beranda, halaman_insentif, isian_rt, jendela
from ui.kit import theme
from ui.kit.crash_dialog import CrashDialog
from ui.kit.dialog import Sheet
from ui.kit.preview import Preview
from ui.kit.printing import Printers
from ui.kit.widgets import (
    Aksi,
)


class TanpaPrinter(Printers):
    """A computer without a printer."""

    def names(self) -> list[str]:
        """Return nothing."""
        return []


def lembar(app: QApplication, folder: Path, nama: str, size: tuple[int, int]) -> None:
    """Save the sheet with a form, the crash dialog, and the preview of an F4 list."""
    pdf = folder / "contoh.pdf"
    canvas = Canvas(str(pdf), pagesize=(215 / 25.4 * 72, 330 / 25.4 * 72))
    for halaman in (1, 2):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawCentredString(305, 880, f"DAFTAR TANDA TERIMA INSENTIF - HALAMAN {halaman}")
        for y in range(60, 850, 34):
            canvas.rect(57, y, 525, 34)
        canvas.showPage()
    canvas.save()
    window = jendela(halaman_insentif(), "insentif")
    window.resize(*size)
    window.show()
    sheet = Sheet("Ganti Ketua RT 04", isian_rt(), lebar=820, parent=window)
    sheet.pesan.perhatian("Ada isian yang belum disimpan.", Aksi("Kembali mengisi", diam), Aksi("Buang isian", diam))
    ruang = CrashDialog("2026-04-10 15.58.00\nZeroDivisionError: contoh", "Dicatat di kesalahan.log.", window)
    lihat = Preview(
        "Daftar tanda terima TW I 2026", pdf.read_bytes(), ganti_kertas=str, printers=TanpaPrinter(), parent=window
    )
    for dialog, apa in ((sheet, "lembar"), (ruang, "kesalahan"), (lihat, "pratinjau")):
        dialog.open()
        for _ in range(30):
            app.processEvents()
            time.sleep(0.01)
        dialog.grab().save(str(folder / f"{apa}_{nama}"))
        dialog.done(0)
    window.close()
    window.deleteLater()
    app.processEvents()


def simpan(app: QApplication, window: QWidget, berkas: Path, lebar: int = 1366, tinggi: int = 768) -> None:
    """Show ``window`` in the given size and save what it looks like."""
    window.resize(lebar, tinggi)
    window.show()
    for _ in range(3):
        app.processEvents()
    window.grab().save(str(berkas))
    window.close()
    window.deleteLater()
    app.processEvents()


def main(folder: Path) -> None:
    """Save all pictures into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for gelap in (False, True):
        for skala, lebar, tinggi in ((1.0, 1366, 768), (1.25, 1366, 768), (1.5, 1280, 720)):
            theme.apply(app, gelap=gelap, skala=skala)
            nama = f"{'gelap' if gelap else 'terang'}_{round(skala * 100)}.png"
            simpan(app, jendela(halaman_insentif(), "insentif"), folder / f"insentif_{nama}", lebar, tinggi)
            page = jendela(halaman_insentif(pesan=True), "insentif")
            simpan(app, page, folder / f"pesan_{nama}", lebar, tinggi)
            simpan(app, jendela(halaman_beranda(), "beranda"), folder / f"beranda_{nama}", lebar, tinggi)
            lembar(app, folder, nama, (lebar, tinggi))


if __name__ == "__main__":
    QApplication(sys.argv[:1])
    main(Path(sys.argv[1]))
