"""What Data RT offers under *Lainnya*: export, print, bulk change, duplicates, trash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sipokat_desktop.modules.rt import ekspor, queries
from sipokat_desktop.modules.rt.ekspor import Ekspor
from sipokat_desktop.modules.rt.logo import milik
from sipokat_desktop.modules.rt.queries import BarisRoster
from ui.kit.host import Host

from . import imports, kembar, logo, massal, pratinjau, sheets, text, wilayah
from .impor.text import TERDAHULU

Pilihan = tuple[str, Callable[[], object]]


def pilihan(parent: QWidget, host: Host, terpilih: Callable[[], Sequence[str]], b: BarisRoster | None) -> list[Pilihan]:
    """Return the words and what each does; ``terpilih`` gives the ids of the selected rows, ``b`` the current one."""
    satu: list[Pilihan] = []
    terpasang = milik(host.store.reader(), host.kantor)
    if b is not None:
        satu.append((text.MEKAR.format(rt=b.nomor), partial(wilayah.mekarkan, parent, host, b)))
        if b.masa_id:
            satu.append(
                (text.CETAK_BERITA_ACARA.format(rt=b.nomor), partial(pratinjau.berita_acara, parent, host, b.masa_id))
            )
    return [
        (text.EKSPOR, partial(_ekspor, parent, host)),
        (text.CETAK_DAFTAR, partial(_cetak, parent, host)),
        (text.MASSAL, lambda: massal.buka(parent, host, terpilih())),
        (TERDAHULU, partial(imports.buka_terdahulu, parent, host)),
        (text.KEMBAR, partial(kembar.buka, parent, host)),
        *satu,
        (text.ALAMAT if host.beberapa else text.KELURAHAN, partial(wilayah.kelurahan, parent, host)),
        (text.LOGO, partial(logo.pasang, parent, host)),
        *([(text.LOGO_LEPAS, partial(logo.lepas, parent, host))] if terpasang else []),
        (text.SAMPAH, partial(sheets.sampah, parent, host)),
    ]


def _ekspor(parent: QWidget, host: Host) -> None:
    """Ask for a file and write the whole roster into it."""
    usul = Path.home() / text.EKSPOR_NAMA.format(hari=host.today.isoformat())
    nama, _ = QFileDialog.getSaveFileName(parent, text.EKSPOR_PILIH, str(usul), text.EKSPOR_JENIS)
    if not nama:
        return
    tujuan = Path(nama) if nama.lower().endswith(".xlsx") else Path(f"{nama}.xlsx")

    def done(hasil: Ekspor) -> None:
        host.messages.berhasil(text.EKSPOR_SELESAI.format(n=hasil.baris, berkas=tujuan.name))

    host.jobs.run(
        ekspor.ekspor, host.store, _kelurahan(host), tujuan, apa=text.EKSPOR_SEDANG, maju=True, done=done,
        failed=host.tell, owner=parent,
    )  # fmt: skip


def _cetak(parent: QWidget, host: Host) -> None:
    """Show the printed roster."""

    def buat(kertas: str) -> bytes:
        from sipokat_desktop.modules.rt import prints

        return prints.pratinjau_daftar_rt(
            host.store.reader(), _kelurahan(host), sekarang=host.store.clock(), kertas=kertas
        )

    pratinjau.buka(parent, host, judul=text.CETAK_JUDUL, nama=text.CETAK_NAMA, buat=buat)


def _kelurahan(host: Host) -> list[str]:
    """Return the kelurahan of this office, or all of its kecamatan or kota that are here."""
    ada = queries.kelurahan(host.store.reader())
    return [kode for kode in ada if kode.startswith(f"{host.lingkup}.")] or [host.lingkup]
