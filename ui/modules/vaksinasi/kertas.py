"""The paper of a programme, its figures as an Excel file, and what was deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.progress import Progress
from ui.kit import berkas, paper
from ui.kit.host import Host
from ui.kit.sampah import buka as buka_sampah

from . import text
from .sumber import Isi


def menu(parent: QWidget, host: Host) -> Sequence[tuple[str, Callable[[], object]]]:
    """Return the words of the menu and what each does."""
    return [(text.SAMPAH, partial(buka_sampah, parent, host, ["vaksinasi_catatan"]))]


def cetak(parent: QWidget, host: Host, isi: Isi) -> None:
    """Show the page of a programme for who is looked at."""

    def buat(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.vaksinasi import prints

        return prints.vaksinasi(
            host.store.reader(), kantor=isi.kantor, program=isi.program, hari=isi.hari, kertas=kertas,
            sekarang=host.store.clock(),
        )  # fmt: skip

    judul = text.JUDUL_CETAK.format(program=isi.program, kantor=wilayah.nama_kantor(isi.kantor))
    paper.buka(parent, host, judul=judul, nama=text.NAMA_BERKAS.format(hari=isi.hari), buat=buat)


def excel(parent: QWidget, host: Host, isi: Isi) -> None:
    """Ask for a file and write the figures into it."""

    def tulis(tujuan: Path, *, maju: Progress) -> int:
        from sipokat_desktop.modules.vaksinasi import ekspor

        hari = date.fromisoformat(isi.hari)
        tabel = ekspor.tabel(host.store.reader(), kantor=isi.kantor, program=isi.program, hari=hari)
        return ekspor.simpan(tujuan, tabel, maju)

    berkas.simpan(parent, host, text.NAMA_BERKAS.format(hari=isi.hari), ".xlsx", tulis, maju=True)
