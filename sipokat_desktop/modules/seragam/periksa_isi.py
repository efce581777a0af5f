"""What the content of a purchase must keep to: its models and sizes, and what has left it."""

from __future__ import annotations

from collections.abc import Mapping

from sipokat_desktop.kernel.errors import InputSalah

from . import rules, text
from .model import Barang, Pengadaan, Stok
from .stok import Letak
from .tempat import PENGADAAN


def dalam_daftar(p: Pengadaan, isi: Mapping[Barang, int]) -> None:
    """Raise InputSalah for pieces whose model or size the purchase does not come in."""
    for barang in isi:
        model_asing = barang.model not in p.model if p.model else bool(barang.model)
        if model_asing or (p.ukuran and barang.ukuran not in p.ukuran):
            raise InputSalah("isi", text.ISI_LUAR.format(barang=barang.kata))


def tidak_kurang(
    p: Pengadaan, ada: Mapping[Barang, int], jadi: Mapping[Barang, int], saldo: Mapping[Letak, Stok]
) -> None:
    """Raise InputSalah where a purchase would hold fewer pieces than have left it."""
    for barang in sorted({*ada, *jadi}, key=rules.urut):
        keluar = saldo[PENGADAAN, barang].keluar if (PENGADAAN, barang) in saldo else 0
        jumlah = jadi.get(barang, 0)
        if jumlah < keluar and jumlah < ada.get(barang, 0):
            kata = {"barang": barang.kata, "keluar": keluar, "satuan": p.satuan, "jumlah": jumlah}
            raise InputSalah("isi", text.ISI_TERPAKAI.format(**kata))
