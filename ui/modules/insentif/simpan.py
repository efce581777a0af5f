"""A table of a page as .xlsx or on paper: made in the background, shown or put where the user wants it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit import paper
from ui.kit.host import Host

from . import text_simpan as text

if TYPE_CHECKING:
    from sipokat_desktop.exporting.workbook import Table


def tabel(parent: QWidget, host: Host, nama: str, buat: Callable[[], Table]) -> None:
    """Ask where the table that ``buat`` makes shall be written as ``nama``.xlsx, and write it."""
    usul = Path.home() / f"{nama}-{host.today.isoformat()}.xlsx"
    pilih, _ = QFileDialog.getSaveFileName(parent, text.PILIH, str(usul), text.JENIS)
    if not pilih:
        return
    tujuan = Path(pilih) if pilih.lower().endswith(".xlsx") else Path(f"{pilih}.xlsx")

    def tulis() -> int:
        from sipokat_desktop.exporting import workbook
        from sipokat_desktop.printing.output import tulis_utuh

        isi = buat()
        return tulis_utuh(tujuan, lambda berkas: workbook.write(berkas, isi))

    host.jobs.run(
        tulis, apa=text.SEDANG, failed=host.tell, owner=parent,
        done=lambda n: host.messages.berhasil(text.SELESAI.format(n=n, berkas=tujuan.name)),
    )  # fmt: skip


def cetak(parent: QWidget, host: Host, judul: str, nama: str, buat: Callable[[], Table]) -> None:
    """Show the table that ``buat`` makes as the very PDF, to be printed or saved."""

    def gambar(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.insentif import lembar_tabel

        con = host.store.reader()
        return lembar_tabel.pratinjau(con, host.lingkup, buat(), sekarang=host.store.clock(), kertas=kertas)

    paper.buka(parent, host, judul=judul, nama=nama, buat=gambar)
