"""The preview of a receipt list: the very PDF, made in the background, for the chosen paper."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.insentif import ops
from sipokat_desktop.modules.insentif.queries import Daftar
from ui.kit.host import Host

from . import text

KERTAS, PRINTER = "kertas", "printer"


def buka(parent: QWidget, host: Host, daftar: Daftar) -> None:
    """Make the PDF and show it; printing a locked list is counted."""
    from ui.kit.preview import Preview

    folder = TemporaryDirectory(prefix="sipokat-")
    kertas = host.store.setting(KERTAS, "F4")
    berkas = Path(folder.name) / f"{daftar.nomor}.pdf"

    def buat(kertas: str) -> str:
        from sipokat_desktop.modules.insentif import prints

        isi = prints.pratinjau(host.store.reader(), daftar.nomor, sekarang=host.store.clock(), kertas=kertas)
        berkas.write_bytes(isi)
        return kertas

    def tampil(kertas: str) -> None:
        dialog = Preview(
            text.CETAK_JUDUL.format(nomor=daftar.nomor), berkas, kertas=kertas,
            ganti_kertas=lambda baru: host.jobs.run(buat, baru, apa=text.MENYIAPKAN, done=ganti, owner=dialog),
            ingat=lambda printer: host.store.set_setting(PRINTER, printer), ingatan=host.store.setting(PRINTER),
            nama_simpan=f"{daftar.nomor}.pdf", parent=parent,
        )  # fmt: skip

        def ganti(kertas: str) -> None:
            host.store.set_setting(KERTAS, kertas)
            dialog.muat(berkas, kertas)

        if daftar.keadaan != "draf":
            dialog.dicetak.connect(lambda _rangkap: host.act(lambda: ops.catat_cetak(host.store, daftar.nomor)))
        dialog.destroyed.connect(lambda _object: folder.cleanup())
        dialog.open()

    host.jobs.run(buat, kertas, apa=text.MENYIAPKAN, done=tampil, failed=host.tell, owner=parent)
