"""The preview of a paper of Data RT: made in the background, anew for other paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.rt import queries
from ui.kit.host import Host

from . import text

KERTAS, PRINTER = "kertas", "printer"


def buka(
    parent: QWidget, host: Host, *, judul: str, nama: str, buat: Callable[[str], bytes],
    dicetak: Callable[[], object] | None = None,
) -> None:  # fmt: skip
    """Show the PDF that ``buat`` makes for a paper ("F4" or "A4"); ``dicetak`` is called once it was printed."""
    from ui.kit.preview import Preview

    folder = TemporaryDirectory(prefix="sipokat-")
    berkas = Path(folder.name) / f"{nama}.pdf"

    def tulis(kertas: str) -> str:
        berkas.write_bytes(buat(kertas))
        return kertas

    def tampil(kertas: str) -> None:
        dialog = Preview(
            judul, berkas, kertas=kertas,
            ganti_kertas=lambda baru: host.jobs.run(tulis, baru, apa=text.MENYIAPKAN, done=ganti, owner=dialog),
            ingat=partial(host.store.set_setting, PRINTER), ingatan=host.store.setting(PRINTER),
            nama_simpan=f"{nama}.pdf", parent=parent,
        )  # fmt: skip

        def ganti(kertas: str) -> None:
            host.store.set_setting(KERTAS, kertas)
            dialog.muat(berkas, kertas)

        if dicetak is not None:
            dialog.dicetak.connect(lambda _rangkap: dicetak())
        dialog.destroyed.connect(lambda _object: folder.cleanup())
        dialog.open()

    kertas = host.store.setting(KERTAS, "F4")
    host.jobs.run(tulis, kertas, apa=text.MENYIAPKAN, done=tampil, failed=host.tell, owner=parent)


def berita_acara(parent: QWidget, host: Host, masa_id: str) -> None:
    """Show the berita acara (F16) of the term that began."""
    con = host.store.reader()
    rt = queries.sebut_masa(con, masa_id).partition(" · ")[0].removeprefix("RT ")

    def buat(kertas: str) -> bytes:
        from sipokat_desktop.modules.rt import prints

        return prints.pratinjau_berita_acara(host.store.reader(), masa_id, sekarang=host.store.clock(), kertas=kertas)

    buka(parent, host, judul=text.BERITA_ACARA.format(rt=rt), nama=f"berita-acara-rt-{rt}", buat=buat)
