"""The papers and files of a list under *Cetak*: each shown as the very PDF, or written where the user wants it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.insentif import ops
from sipokat_desktop.modules.insentif.queries import Daftar
from ui.kit import berkas, paper
from ui.kit.host import Host

from . import text_hidup as text
from .kepala import Pilihan

if TYPE_CHECKING:
    from sipokat_desktop.modules.insentif.dokumen import Dokumen, Simpan

F1, UANG = "tanda-terima", "uang"


def pilihan(parent: QWidget, host: Host, d: Daftar) -> list[Pilihan]:
    """Return the words of the menu and what each does; what a draft does not have yet says so."""
    from sipokat_desktop.modules.insentif.dokumen import DOKUMEN_DAFTAR

    return [satu for dok in DOKUMEN_DAFTAR for satu in _dari(parent, host, d, dok)]


def _dari(parent: QWidget, host: Host, d: Daftar, dok: Dokumen) -> list[Pilihan]:
    semua: list[Pilihan] = []
    if dok.kunci == UANG:
        semua.append((dok.judul, partial(_uang, parent, host, d, dok)))
    elif dok.pdf is not None:
        semua.append((dok.judul, partial(lihat, parent, host, d, dok)))
    semua += [(s.kata, partial(_simpan, parent, host, d.nomor, s)) for s in dok.simpan]
    if dok.terkunci and d.keadaan != "dikunci":
        return [(kata, partial(host.messages.perhatian, text.BELUM_TERKUNCI.format(apa=kata))) for kata, _ in semua]
    return semua


def lihat(parent: QWidget, host: Host, d: Daftar, dok: Dokumen) -> None:
    """Show a paper; printing the receipt list of a locked list is counted."""
    pdf = dok.pdf
    assert pdf is not None

    def buat(kertas: str, bentuk: str) -> bytes:
        return pdf(host.store.reader(), d.nomor, kertas=kertas, sekarang=host.store.clock(), bentuk=bentuk)

    def dicetak() -> None:
        host.act(partial(ops.catat_cetak, host.store, d.nomor))

    dihitung = dok.kunci == F1 and d.keadaan == "dikunci"
    nama = d.nomor if dok.kunci == F1 else f"{dok.kunci}-{d.nomor}"
    judul = text.CETAK_JUDUL.format(apa=dok.judul.removesuffix("…"), nomor=d.nomor)
    paper.buka(
        parent, host, judul=judul, nama=nama, buat=buat, bentuk=dok.bentuk, dicetak=dicetak if dihitung else None
    )  # fmt: skip


def _uang(parent: QWidget, host: Host, d: Daftar, dok: Dokumen) -> None:
    """Show the notes and envelopes in a window of their own, with the way to the paper."""
    from . import uang_tunai

    uang_tunai.buka(parent, host, d.nomor, partial(lihat, parent, host, d, dok))


def _simpan(parent: QWidget, host: Host, nomor: str, s: Simpan) -> None:
    """Ask where a file of the list shall go, and write it."""
    nama = s.nama(host.store.reader(), nomor).removesuffix(s.akhiran)
    berkas.simpan(parent, host, nama, s.akhiran, lambda tujuan: s.tulis(host.store.reader(), nomor, tujuan))
