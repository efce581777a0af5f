"""A file that goes where the user wants it: asked for, written in the background, and said where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit import text
from ui.kit.host import Host


def simpan(
    parent: QWidget, host: Host, nama: str, akhiran: str, tulis: Callable[..., object], *, maju: bool = False
) -> None:  # fmt: skip
    """Ask for a place, offering ``nama`` at home; run ``tulis`` on it in the background, say where the file is.

    With ``maju`` it is called with ``maju=``, to which it reports how far it is.
    """
    usul = Path.home() / f"{nama}{akhiran}"
    jenis = text.BERKAS_JENIS.format(akhiran=akhiran)
    pilih, _ = QFileDialog.getSaveFileName(parent, text.BERKAS_PILIH, str(usul), jenis)
    if not pilih:
        return
    tujuan = Path(pilih if pilih.lower().endswith(akhiran) else f"{pilih}{akhiran}")
    host.jobs.run(
        tulis, tujuan, apa=text.BERKAS_MENULIS, maju=maju, failed=host.tell, owner=parent,
        done=lambda _hasil: host.messages.berhasil(text.BERKAS_TERTULIS.format(berkas=tujuan)),
    )  # fmt: skip
