"""What Usulan offers under *Lainnya*, and the list of a year as an Excel or CSV file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel.progress import Progress
from ui.kit import berkas
from ui.kit.host import Host
from ui.kit.sampah import buka as buka_sampah

from . import TABLES, text
from .penyaring import Penyaring
from .tindakan import Tindakan


def menu(
    parent: QWidget, host: Host, tindakan: Tindakan, tahun: int | None, saring: Penyaring
) -> Sequence[tuple[str, Callable[[], object]]]:  # fmt: skip
    """Return the words of the menu and what each does."""
    csv = (text.CSV, partial(excel, parent, host, tahun, saring, ".csv"))
    sampah = (text.SAMPAH, partial(buka_sampah, parent, host, [t for t in TABLES if t.startswith("usulan")]))
    if host.larangan("usulan_butir"):
        return [csv, sampah]
    return [
        (text.GABUNG, partial(tindakan.gabung, ())), (text.LAGI_SEMUA, partial(tindakan.lagi, ())), csv, sampah,
    ]  # fmt: skip


def excel(parent: QWidget, host: Host, tahun: int | None, saring: Penyaring, akhiran: str = ".xlsx") -> None:
    """Ask for a file and write the list of a year into it, as a sheet or as ``.csv``."""
    if tahun is None:
        host.messages.info(text.TAHUN_DULU)
        return
    from sipokat_desktop.modules.usulan import prints

    kantor = saring.tanya().lingkup or host.kantor

    def tulis(tujuan: Path, *, maju: Progress) -> int:
        from sipokat_desktop.modules.usulan import ekspor

        return ekspor.simpan(tujuan, ekspor.tabel(host.store.reader(), kantor, tahun, hari=host.today), maju)

    nama = prints.nama_berkas(host.store.reader(), "daftar", kantor, tahun)
    berkas.simpan(parent, host, nama, akhiran, tulis, maju=True)
