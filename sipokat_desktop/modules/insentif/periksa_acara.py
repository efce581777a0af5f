"""What a list that pays an event shows before it is locked, and the month that it may be drawn up for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode

from . import text_acara as kata
from .hak import tarif_berlaku
from .model import SESI, Acara, Komponen, Rincian, Temuan, Tujuan

if TYPE_CHECKING:
    from sipokat_desktop.modules.rt.queries import Masa


SEJAK_DIKUNCI = frozenset({"hadir_hilang", "hadir_beda", "hadir_lagi"})
"""What the checks may say of a locked list that pays an event."""


def sebanyak(k: Komponen, bulan: str, jumlah: int) -> str:
    """Say what a line (its gross rupiah) pays of an event: ``2 sesi``, or the event; "" for months in office."""
    if k.acara is None:
        return ""
    tarif = tarif_berlaku(k, bulan)
    if k.acara.per != SESI:
        return kata.SEKALI
    kali, sisa = divmod(jumlah, tarif.jumlah) if tarif else (0, jumlah)
    return kata.TANPA_SESI if sisa else kata.BANYAK_SESI.format(n=kali)


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


def beda(bulan: str, masa_id: str, jumlah: int, seharusnya: int | None, acara: Acara) -> Iterable[Temuan]:
    """Name a line whose event was moved, whose mark was taken back, or whose amount is not the attendance times the
    tariff any more (``seharusnya``: rupiah that the rules give now)."""
    tujuan = Tujuan(acara.sumber, acara.asal)
    if acara.bulan not in ("", bulan):
        pesan = kata.PINDAH_BULAN.format(judul=acara.judul, bulan=periode_.nama_bulan(acara.bulan))
        yield Temuan("salah", pesan, tujuan, "bukan_hak")
    elif seharusnya is None:
        yield Temuan("salah", _bukan_hak(acara, masa_id), tujuan, "bukan_hak")
    elif seharusnya != jumlah:
        pesan = kata.JUMLAH_BEDA.format(ada=rupiah.titik(jumlah), kini=rupiah.titik(seharusnya))
        yield Temuan("salah", pesan, tujuan, "tarif_beda")


def _bukan_hak(acara: Acara, masa_id: str) -> str:
    if not acara.judul:
        return kata.HILANG
    return (kata.KETUA_LAIN_DULU if acara.hadir(masa_id) else kata.TIDAK_HADIR).format(judul=acara.judul)


def belum_selesai(k: Komponen, hari: str) -> str:
    """Return why a list is not locked on a day (ISO) yet: what is paid per session is known after the last one."""
    if k.acara is None or k.acara.per != SESI or k.acara.sampai <= hari:
        return ""
    return kata.BELUM_SELESAI.format(hari=tanggal.panjang(date.fromisoformat(k.acara.sampai)))


def sejak_dikunci(k: Komponen, masa_id: str, rincian: Rincian, *, dibayar: bool) -> Iterable[Temuan]:
    """Name a line of a locked list whose attendance is not what it gives any more (``rincian``: after its corrections),
    with the way out."""
    acara = k.acara
    if acara is None:
        return
    tujuan, p = Tujuan(acara.sumber, acara.asal), acara.hadir(masa_id)
    if not acara.judul or p is None:
        pesan = kata.TIDAK_HADIR_KUNCI.format(judul=acara.judul) if acara.judul else kata.HILANG
        yield Temuan("salah", pesan, tujuan, "hadir_hilang")
        return
    if p.ragu:
        yield Temuan("salah", kata.RAGU, Tujuan(acara.sumber, f"{acara.asal}#{p.jabatan_id}"), "hadir_beda")
    for bulan, jumlah in rincian:
        tarif = tarif_berlaku(k, bulan)
        kini = tarif.jumlah * p.kali if tarif else jumlah
        if acara.per == SESI and kini != jumlah:
            jalan = kata.JALAN_DIBAYAR if dibayar else kata.JALAN_KOREKSI
            pesan = kata.SESI_BEDA.format(kali=p.kali, ada=rupiah.titik(jumlah), kini=rupiah.titik(kini), jalan=jalan)
            yield Temuan("salah", pesan, tujuan, "hadir_lagi")


def lain(acara: Acara, nomor: Mapping[str, str], masa: Mapping[str, Masa], di_daftar: Collection[str]) -> list[Temuan]:
    """Return what no line can show: somebody attended who is no head here, or (paid once for the event) is not the
    first head of the post who did."""
    hasil: list[Temuan] = []
    for p in acara.peserta:
        rt, tujuan = nomor.get(p.jabatan_id, "?"), Tujuan(acara.sumber, acara.asal)
        if p.kali > 0 and p.masa_id not in masa:
            hasil.append(Temuan("awas", kata.TANPA_MASA.format(rt=rt), tujuan, "tanpa_masa"))
        elif p.ragu and not p.kali and p.masa_id not in di_daftar:
            hasil.append(Temuan("awas", kata.RAGU_LUAR.format(rt=rt), tujuan, "hadir_beda"))
        elif p.kali > 0 and not acara.berhak(p.masa_id) and p.masa_id not in di_daftar:
            pesan = kata.KETUA_KEDUA.format(rt=rt, nama=masa[p.masa_id].nama)
            hasil.append(Temuan("awas", pesan, tujuan, "ketua_kedua"))
    return hasil
