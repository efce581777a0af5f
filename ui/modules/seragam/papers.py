"""The papers of a purchase under *Cetak*, each shown as the very PDF, and its tables as .xlsx."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.seragam import queries
from sipokat_desktop.modules.seragam.model import Kiriman
from ui.kit import berkas, paper
from ui.kit.host import Host

from . import text_cetak as text
from .isi import Isi

Pilihan = tuple[str, Callable[[], object]]
_SEMUA = "*"
"""The form of everybody: no event is called so."""


def pilihan(parent: QWidget, host: Host, isi: Isi, kelurahan: str) -> list[Pilihan]:
    """Return the words of the menu and what each does; the lists are those of ``kelurahan`` where one is chosen."""
    lingkup = kelurahan or isi.kantor
    return [
        (text.F8, partial(tanda_terima, parent, host, isi, lingkup)),
        (text.F8B, partial(matriks, parent, host, isi)),
        *_excel(parent, host, isi, ("serah", "belum", "ukuran"), lingkup),
        *_excel(parent, host, isi, ("matriks",), isi.kantor),
    ]


def pilihan_stok(parent: QWidget, host: Host, isi: Isi, kiriman: Kiriman | None) -> list[Pilihan]:
    """Return the menu of the page of the stock; the paper of a delivery where one is chosen."""
    surat: list[Pilihan] = [(text.F9, partial(host.messages.info, text.PILIH_KIRIMAN))]
    if kiriman is not None:
        surat = [(text.F9_NOMOR.format(nomor=kiriman.nomor), partial(berita_acara, parent, host, kiriman))]
    matriks_: Pilihan = (text.F8B, partial(matriks, parent, host, isi))
    return [*surat, matriks_, *_excel(parent, host, isi, ("stok", "matriks"), isi.kantor)]


def tanda_terima(parent: QWidget, host: Host, isi: Isi, lingkup: str) -> None:
    """Show F8: everybody of ``lingkup``, or those who received at one event."""
    id = isi.pengadaan.pengadaan_id
    acara = queries.acara(host.store.reader(), id, lingkup=lingkup)
    bentuk = ((_SEMUA, text.SEMUA), *((a, text.ACARA.format(acara=a)) for a in acara)) if acara else ()

    def buat(kertas: str, acara_: str) -> bytes:
        from sipokat_desktop.modules.seragam import prints

        con, saat = host.store.reader(), host.store.clock()
        return prints.tanda_terima(
            con, id, lingkup=lingkup, kertas=kertas, sekarang=saat, acara=acara_.removeprefix(_SEMUA)
        )

    judul = text.JUDUL.format(apa=text.F8.removesuffix("…"), nama=isi.pengadaan.nama)
    paper.buka(parent, host, judul=judul, nama=text.F8_NAMA, buat=buat, bentuk=bentuk)


def matriks(parent: QWidget, host: Host, isi: Isi) -> None:
    """Show F8b: size by kelurahan."""

    def buat(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.seragam import prints

        con, saat = host.store.reader(), host.store.clock()
        return prints.matriks(con, isi.pengadaan.pengadaan_id, lingkup=isi.kantor, kertas=kertas, sekarang=saat)

    judul = text.JUDUL.format(apa=text.F8B.removesuffix("…"), nama=isi.pengadaan.nama)
    paper.buka(parent, host, judul=judul, nama=text.F8B_NAMA, buat=buat)


def berita_acara(parent: QWidget, host: Host, kiriman: Kiriman) -> None:
    """Show F9 of a delivery."""

    def buat(kertas: str, _bentuk: str) -> bytes:
        from sipokat_desktop.modules.seragam import prints

        con, saat = host.store.reader(), host.store.clock()
        return prints.bast_kirim(con, kiriman.nomor, lingkup=host.kantor, kertas=kertas, sekarang=saat)

    judul = text.F9_NOMOR.format(nomor=kiriman.nomor).removesuffix("…")
    paper.buka(parent, host, judul=judul, nama=text.F9_NAMA.format(nomor=kiriman.nomor.replace("/", "-")), buat=buat)


def _excel(parent: QWidget, host: Host, isi: Isi, jenis: tuple[str, ...], lingkup: str) -> list[Pilihan]:
    return [(text.EXCEL[apa], partial(_simpan, parent, host, isi, apa, lingkup)) for apa in jenis]


def _simpan(parent: QWidget, host: Host, isi: Isi, apa: str, lingkup: str) -> None:
    from sipokat_desktop.modules.seragam import ekspor

    nama = text.EXCEL_NAMA.format(apa=apa, tahun=isi.pengadaan.tahun, hari=host.today.isoformat())
    tulis = partial(ekspor.simpan, host.store, isi.pengadaan.pengadaan_id, apa, lingkup=lingkup)
    berkas.simpan(parent, host, nama, ".xlsx", tulis, maju=True)
