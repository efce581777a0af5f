"""The preview of a paper of Data RT: made in the background, anew for other paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.rt import queries
from ui.kit import paper
from ui.kit.host import Host

from . import text


def buka(
    parent: QWidget, host: Host, *, judul: str, nama: str, buat: Callable[[str], bytes],
    dicetak: Callable[[], object] | None = None,
) -> None:  # fmt: skip
    """Show the PDF that ``buat`` makes for a paper ("F4" or "A4"); ``dicetak`` is called once it was printed."""
    paper.buka(parent, host, judul=judul, nama=nama, buat=lambda kertas, _bentuk: buat(kertas), dicetak=dicetak)


def berita_acara(parent: QWidget, host: Host, masa_id: str) -> None:
    """Show the berita acara (F16) of the term that began."""
    con = host.store.reader()
    rt = queries.sebut_masa(con, masa_id).partition(" · ")[0].removeprefix("RT ")

    def buat(kertas: str) -> bytes:
        from sipokat_desktop.modules.rt import prints

        return prints.pratinjau_berita_acara(host.store.reader(), masa_id, sekarang=host.store.clock(), kertas=kertas)

    buka(parent, host, judul=text.BERITA_ACARA.format(rt=rt), nama=f"berita-acara-rt-{rt}", buat=buat)
