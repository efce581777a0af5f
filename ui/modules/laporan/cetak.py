"""The papers and the sheet of the list: the monthly report of an RT (F5), the reports as .xlsx."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.laporan.model import Laporan, Saring
from ui.kit import berkas, paper
from ui.kit.host import Host
from ui.kit.jobs import Maju

from . import text

SATU, TIAP = "satu", "tiap"


def bulanan(parent: QWidget, host: Host, lingkup: str, bulan: str, b: Laporan | None = None) -> None:
    """Show the monthly report of the RT of ``b``, or of every RT of the kelurahan ``lingkup``."""
    if b is None and lingkup not in host.wilayah:
        host.messages.info(text.CETAK_PILIH_KELURAHAN)
        return
    di, kata = (b.lingkup if b else lingkup), periode.nama_bulan(bulan)
    tiap = (TIAP, text.CETAK_TIAP.format(bulan=kata))
    bentuk = ((SATU, text.CETAK_SATU.format(rt=b.rt, bulan=kata)), tiap) if b else (tiap,)

    def buat(kertas: str, pilih: str) -> bytes:
        from sipokat_desktop.modules.laporan import prints

        ids = [b.jabatan_id] if b and pilih == SATU else []
        store = host.store
        return prints.laporan_bulanan(
            store.reader(), di, ids, bulan, kertas=kertas, sekarang=store.clock(), foto_dari=store
        )

    judul = text.CETAK_JUDUL.format(rt=b.rt, bulan=kata) if b else text.CETAK_SEMUA.format(bulan=kata)
    nama = text.CETAK_NAMA.format(rt=b.rt.replace(" ", "-").replace("/", "-").lower() if b else "rt", bulan=bulan)
    paper.buka(parent, host, judul=judul, nama=nama, buat=buat, bentuk=bentuk)


def excel(parent: QWidget, host: Host, saring: Saring) -> None:
    """Ask for a file and write the reports of the list into it."""

    def tulis(tujuan: Path, *, maju: Maju) -> int:
        from sipokat_desktop.modules.laporan import ekspor

        return ekspor.simpan(host.store, saring, tujuan, maju=maju)

    berkas.simpan(parent, host, text.EXCEL_NAMA.format(hari=host.today.isoformat()), ".xlsx", tulis, maju=True)
