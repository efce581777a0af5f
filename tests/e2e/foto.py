"""``python -m tests.e2e.foto DATA TUJUAN AWALAN HALAMAN=ID …``: screenshots of the real window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from sipokat_desktop.app import Office
from ui.shell import start
from ui.shell.window import MainWindow


def tunggu(ms: int) -> None:
    """Let the window live for ``ms`` milliseconds."""
    putaran = QEventLoop()
    QTimer.singleShot(ms, putaran.quit)
    putaran.exec()


def foto(jendela: QWidget, berkas: Path) -> None:
    """Save what a window shows now."""
    tunggu(150)
    if not jendela.grab().save(str(berkas)):
        raise OSError(f"{berkas} tidak dapat ditulis")


def pratinjau(app: QApplication, jendela: MainWindow, nomor: str, berkas: Path) -> None:
    """Open the preview of a list and save it."""
    from sipokat_desktop.modules.insentif import queries
    from sipokat_desktop.modules.insentif.dokumen import DOKUMEN_DAFTAR
    from ui.modules.insentif import papers

    daftar = queries.cari_daftar(jendela.host.store.reader(), nomor)
    papers.lihat(jendela, jendela.host, daftar, DOKUMEN_DAFTAR[0])
    for _ in range(100):
        tunggu(50)
        if app.activeModalWidget():
            break
    lembar = app.activeModalWidget()
    assert lembar is not None
    lembar.resize(1100, 740)
    tunggu(600)
    foto(lembar, berkas)
    lembar.close()


def main(data: str, tujuan: str, awalan: str, *halaman: str) -> int:
    """Take the pictures; returns the exit code."""
    qInstallMessageHandler(lambda *_: None)
    app = start.application()
    office = Office(Path(data))
    jendela = start.make_window(app, office)
    jendela.resize(1366, 768)
    jendela.show()
    for satu in halaman:
        kunci, _, id = satu.partition("=")
        berkas = Path(tujuan) / f"layar-{awalan}-{kunci}.png"
        if kunci == "pratinjau":
            pratinjau(app, jendela, id, berkas)
        else:
            jendela.show_page(kunci, id)
            foto(jendela, berkas)
    jendela.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
