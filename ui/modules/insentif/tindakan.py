"""What an opened list offers under *Tindakan*: the next steps of its life, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.kit.host import Host

from . import hidup, sheets
from . import text_hidup as text
from .isi import Isi
from .kepala import Pilihan


def pilihan(parent: QWidget, host: Host, isi: Isi, tanda_saja: Callable[[], object]) -> list[Pilihan]:
    """Return the words and what each does; ``tanda_saja`` records signatures without money."""
    d = isi.daftar
    semua = _draf(parent, host, isi) if isi.draf else _terkunci(parent, host, isi, tanda_saja) if isi.terkunci else []
    if d.keadaan != "batal" and not d.dibayar:
        semua.append((text.BATAL_DAFTAR, partial(hidup.batal_daftar, parent, host, d)))
    return [*semua, (text.RIWAYAT_DAFTAR, partial(hidup.riwayat, parent, host, isi))]


def _draf(parent: QWidget, host: Host, isi: Isi) -> list[Pilihan]:
    d = isi.daftar
    semua: list[Pilihan] = [
        (text.PERIKSA_UTAMA, partial(hidup.periksa, parent, host, isi)),
        (text.PERBARUI, partial(sheets.susun_lagi, host, d)),
    ]
    if any(isi.kurang(b) for b in isi.baris):
        semua.append((text.LENGKAP_DULU, partial(hidup.lengkap_dulu, host, d)))
    if isi.menyusul:
        semua.append((text.MASUKKAN_LAGI, partial(hidup.masukkan_lagi, host, d)))
    return semua


def _terkunci(parent: QWidget, host: Host, isi: Isi, tanda_saja: Callable[[], object]) -> list[Pilihan]:
    d = isi.daftar
    semua: list[Pilihan] = [
        (text.SPP, partial(hidup.spp, parent, host, d)),
        (text.SP2D, partial(hidup.sp2d, parent, host, d)),
    ]
    if any(not isi.bertanda(b) for b in isi.sisa):
        semua.append((text.TANDA_SAJA, tanda_saja))
    return semua
