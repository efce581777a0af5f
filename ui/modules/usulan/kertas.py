"""The papers of Usulan: the Musrenbang list of a year (F7), and what became of a proposal, for its RT."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.usulan.model import Usulan
from ui.kit import paper
from ui.kit.host import Host

from . import text

Pilihan = tuple[str, Callable[[], object]]


def pilihan(
    parent: QWidget, host: Host, tahun: int | None, lingkup: str, dipilih: Sequence[Usulan]
) -> list[Pilihan]:  # fmt: skip
    """Return the words of the menu and what each does; ``lingkup`` is the kelurahan that is looked at ("" for all)."""
    semua: list[Pilihan] = []
    if len(dipilih) == 1:
        kata = text.CETAK_KABAR.format(siapa=dipilih[0].kata_rt)
        semua.append((kata, partial(kabar, parent, host, dipilih)))
    elif dipilih:
        semua.append((text.CETAK_KABAR_N.format(n=len(dipilih)), partial(kabar, parent, host, dipilih)))
    if tahun is None:
        return [*semua, (text.CETAK_DAFTAR.format(tahun="").replace(" …", "…"), partial(_tahun_dulu, host))]
    return [(text.CETAK_DAFTAR.format(tahun=tahun), partial(daftar, parent, host, tahun, lingkup)), *semua]


def _tahun_dulu(host: Host) -> None:
    host.messages.info(text.TAHUN_DULU)


def daftar(parent: QWidget, host: Host, tahun: int, lingkup: str) -> None:
    """Show the list of a year (F7) of a kelurahan, or of all that this office looks after."""
    from sipokat_desktop.modules.usulan import prints

    kantor = lingkup or host.kantor
    nama = prints.nama_berkas(host.store.reader(), "daftar", kantor, tahun)

    def buat(kertas: str, _bentuk: str) -> bytes:
        return prints.daftar(
            host.store.reader(), kantor=kantor, tahun=tahun, kertas=kertas, sekarang=host.store.clock()
        )

    judul = text.JUDUL_DAFTAR.format(tahun=tahun, kantor=wilayah.nama_kantor(kantor))
    paper.buka(parent, host, judul=judul, nama=nama, buat=buat)


def kabar(parent: QWidget, host: Host, dipilih: Sequence[Usulan]) -> None:
    """Show what became of proposals, a slip for each."""
    from sipokat_desktop.modules.usulan import prints

    ids = [u.usulan_id for u in dipilih]
    nama = prints.nama_berkas(host.store.reader(), "kabar", dipilih[0].lingkup, dipilih[0].tahun)

    def buat(kertas: str, _bentuk: str) -> bytes:
        return prints.kabar(host.store.reader(), usulan_ids=ids, kertas=kertas, sekarang=host.store.clock())

    judul = text.JUDUL_KABAR_N.format(n=len(ids))
    if len(ids) == 1:
        judul = text.JUDUL_KABAR.format(siapa=dipilih[0].kata_rt)
    paper.buka(parent, host, judul=judul, nama=nama, buat=buat)
