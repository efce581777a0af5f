"""The papers of a unit: the BAST of each hand-over, the holder's statement, the minutes of each incident."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.ponsel import queries
from sipokat_desktop.modules.ponsel.model import Langkah
from ui.kit import paper
from ui.kit.days import panjang
from ui.kit.host import Host

from . import text

Pilihan = tuple[str, Callable[[], object]]


def pilihan(parent: QWidget, host: Host, unit_id: str) -> list[Pilihan]:
    """Return the words of the menu and what each does, the newest paper first."""
    semua = queries.riwayat_unit(host.store.reader(), unit_id)
    return [satu for langkah in reversed(semua) if not langkah.dibatalkan for satu in _dari(parent, host, langkah)]


def _dari(parent: QWidget, host: Host, langkah: Langkah) -> list[Pilihan]:
    if langkah.jenis in text.CETAK_KEJADIAN:
        kata = text.CETAK_KEJADIAN[langkah.jenis].format(tanggal=panjang(langkah.tanggal))
        return [(kata, partial(kejadian, parent, host, langkah.id))]
    s = queries.serah(host.store.reader(), langkah.id) if langkah.jenis in text.CETAK_BAST else None
    if s is None:
        return []
    hari = panjang(s.tanggal)
    kata = text.CETAK_SERAH.format(apa=text.CETAK_BAST[s.jenis], nomor=s.nomor, tanggal=hari)
    semua: list[Pilihan] = [(kata, partial(bast, parent, host, s.serah_id))]
    if s.jenis in ("serah", "alih"):
        kata = text.CETAK_PERNYATAAN.format(nama=s.nama, tanggal=hari)
        semua.append((kata, partial(pernyataan, parent, host, s.serah_id)))
    return semua


def bast(parent: QWidget, host: Host, serah_id: str) -> None:
    """Show the BAST of a hand-over (F9)."""
    s = queries.serah(host.store.reader(), serah_id)
    if s is None:
        return

    def buat(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.ponsel import prints

        return prints.bast(host.store.reader(), serah_id, kertas=kertas, sekarang=host.store.clock())

    judul = text.CETAK_SERAH.format(apa=text.CETAK_BAST[s.jenis], nomor=s.nomor, tanggal=panjang(s.tanggal))
    paper.buka(parent, host, judul=judul, nama=s.nomor, buat=buat)


def pernyataan(parent: QWidget, host: Host, serah_id: str) -> None:
    """Show the statement of responsibility of who received (F9b)."""
    s = queries.serah(host.store.reader(), serah_id)
    if s is None:
        return

    def buat(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.ponsel import prints

        return prints.pernyataan(host.store.reader(), serah_id, kertas=kertas, sekarang=host.store.clock())

    judul = text.CETAK_PERNYATAAN.format(nama=s.nama, tanggal=panjang(s.tanggal))
    paper.buka(parent, host, judul=judul, nama=text.NAMA_PERNYATAAN.format(nomor=s.nomor), buat=buat)


def kejadian(parent: QWidget, host: Host, kejadian_id: str) -> None:
    """Show the minutes of an incident (F9c)."""
    k = queries.kejadian(host.store.reader(), kejadian_id)
    if k is None:
        return

    def buat(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.ponsel import prints

        return prints.kejadian(host.store.reader(), kejadian_id, kertas=kertas, sekarang=host.store.clock())

    judul = text.CETAK_KEJADIAN[k.jenis].format(tanggal=panjang(k.tanggal))
    nama = text.NAMA_KEJADIAN.format(jenis=k.jenis, tanggal=k.tanggal)
    paper.buka(parent, host, judul=judul, nama=nama, buat=buat)
