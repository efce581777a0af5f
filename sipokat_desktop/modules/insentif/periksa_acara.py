"""What a list that pays an event shows before it is locked, and the month that it may be drawn up for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode

from . import text_acara as kata
from .model import Acara, Komponen, Temuan, Tujuan


def periode_susun(k: Komponen, periode: Periode) -> Periode:
    """Return the period of a list: of what pays an event its month, however that was written.

    Raises InputSalah where the event is not known here, or for another month.
    """
    if k.acara is None:
        return periode
    if periode.bulan == (k.acara.bulan,):
        return periode_.baca(k.acara.bulan)
    if not k.acara.bulan:
        raise InputSalah("komponen", kata.BELUM_ADA.format(komponen=k.nama))
    raise InputSalah("periode", kata.BULAN_SAJA.format(komponen=k.nama, bulan=periode_.nama_bulan(k.acara.bulan)))


def beda(bulan: str, jumlah: int, seharusnya: int | None, acara: Acara) -> Iterable[Temuan]:
    """Name a line whose event was moved, whose mark was taken back, or whose amount is not the attendance times the
    tariff any more (``seharusnya``: rupiah that the rules give now)."""
    tujuan = Tujuan(acara.sumber, acara.asal)
    if acara.bulan not in ("", bulan):
        pesan = kata.PINDAH_BULAN.format(judul=acara.judul, bulan=periode_.nama_bulan(acara.bulan))
        yield Temuan("salah", pesan, tujuan, "bukan_hak")
    elif seharusnya is None:
        pesan = kata.TIDAK_HADIR.format(judul=acara.judul) if acara.judul else kata.HILANG
        yield Temuan("salah", pesan, tujuan, "bukan_hak")
    elif seharusnya != jumlah:
        pesan = kata.JUMLAH_BEDA.format(ada=rupiah.titik(jumlah), kini=rupiah.titik(seharusnya))
        yield Temuan("salah", pesan, tujuan, "tarif_beda")


def lain(acara: Acara, nomor: Mapping[str, str], masa: Collection[str]) -> list[Temuan]:
    """Return what no line can show: somebody attended who is no head here."""
    return [
        Temuan(
            "awas", kata.TANPA_MASA.format(rt=nomor.get(p.jabatan_id, "?")), Tujuan(acara.sumber, acara.asal),
            "tanpa_masa",
        )
        for p in acara.peserta
        if p.masa_id not in masa and p.kali > 0
    ]  # fmt: skip
