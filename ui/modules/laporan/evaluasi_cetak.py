"""What *Evaluasi laporan* gives away: the rekap F6 on paper, and the same as .xlsx."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.laporan.evaluasi_model import Evaluasi
from ui.kit import berkas, paper
from ui.kit.host import Host
from ui.kit.jobs import Maju

from . import text_evaluasi as text


def cetak(parent: QWidget, host: Host, e: Evaluasi) -> None:
    """Show F6 of what was counted: by RT for a kelurahan, else by kelurahan."""

    def buat(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.laporan import penilaian_cetak

        store = host.store
        return penilaian_cetak.cetak(store.reader(), e.lingkup, e.rentang, kertas=kertas, sekarang=store.clock())

    judul = text.CETAK_JUDUL.format(tempat=e.tempat, periode=e.rentang.nama)
    paper.buka(parent, host, judul=judul, nama=_nama(text.CETAK_NAMA, e), buat=buat)


def excel(parent: QWidget, host: Host, e: Evaluasi) -> None:
    """Ask for a file and write the same table into it."""

    def tulis(tujuan: Path, *, maju: Maju) -> int:
        from sipokat_desktop.exporting import workbook
        from sipokat_desktop.modules.laporan import penilaian
        from sipokat_desktop.printing.output import tulis_utuh

        return tulis_utuh(tujuan, lambda isi: workbook.write(isi, penilaian.tabel(e), maju))

    berkas.simpan(parent, host, _nama(text.EXCEL_NAMA, e), ".xlsx", tulis, maju=True)


def _nama(apa: str, e: Evaluasi) -> str:
    """Return the name of a file: what it is, of which place and days."""
    return "-".join((apa, *f"{e.tempat} {e.rentang.nama}".casefold().replace(".", "").split()))
