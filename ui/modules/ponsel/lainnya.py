"""What HP dan barang offers under *Lainnya*, and the table as an Excel file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.progress import Progress
from sipokat_desktop.modules.ponsel.model import Unit
from ui.kit import berkas
from ui.kit.host import Host
from ui.kit.sampah import buka as buka_sampah

from . import TABLES, text
from .penyaring import Penyaring


def menu(parent: QWidget, host: Host) -> list[tuple[str, Callable[[], object]]]:
    """Return the words of the menu and what each does."""
    return [
        (text.SEMUA_BANTUAN, partial(_bantuan, parent, host)),
        (text.SAMPAH, partial(buka_sampah, parent, host, [t for t in TABLES if t.startswith("ponsel")])),
    ]


def ekspor(parent: QWidget, host: Host, units: Sequence[Unit], saring: Penyaring) -> None:
    """Ask for a file and write the units of the table into it, in its order."""
    hari = host.today
    cari = saring.cari.text().strip()
    rt = text.RT_SAJA.format(rt=saring.nomor_rt) if saring.jabatan else ""
    judul = (
        text.EKSPOR_JUDUL,
        wilayah.nama_kantor(saring.kelurahan or host.kantor),
        *(kata for kata in (
            text.EKSPOR_SARING.format(saring=saring.kata_saringan) if saring.kata_saringan else "", rt,
            text.EKSPOR_CARI.format(cari=cari) if cari else "",
        ) if kata),
    )  # fmt: skip

    def tulis(tujuan: Path, *, maju: Progress) -> int:
        from sipokat_desktop.modules.ponsel import ekspor

        return ekspor.simpan(tujuan, ekspor.tabel(units, judul=judul, hari=hari), maju)

    berkas.simpan(parent, host, text.EKSPOR_NAMA.format(hari=hari.isoformat()), ".xlsx", tulis, maju=True)


def _bantuan(parent: QWidget, host: Host) -> None:
    from .bantuan import buka

    buka(parent, host)
