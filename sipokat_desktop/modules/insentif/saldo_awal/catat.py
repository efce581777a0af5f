"""Makes payments of what a row says: split to the rupiah, what is recorded already left out, clashes refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.modules.rt.impor.hasil import Berat, Letak, Tanda

from .. import rules
from ..rules import Komponen
from . import ada as ada_
from . import kata
from .ada import Ada
from .baca import Bacaan
from .rencana import BarisRencana, Nasib, Pilihan, Setoran
from .siapa import Penerima, Siapa

Rincian = list[tuple[str, int]]
PerKomponen = list[tuple[Komponen, dict[str, int]]]


@dataclass(slots=True)
class Kerja:
    """What a comparison gathers as it goes down the rows."""

    ada: Ada
    pilihan: Pilihan
    hari: date
    siapa: Siapa
    terpakai: dict[str, Letak] = field(default_factory=dict)
    persis: dict[tuple[object, ...], Letak] = field(default_factory=dict)


class Masalah(Exception):
    """A row that cannot be taken, with the sentence and what accepting it would do."""

    def __init__(self, kalimat: str, usul: str = "", tanda: Tanda | None = None) -> None:
        super().__init__(kalimat)
        self.kalimat, self.usul, self.tanda = kalimat, usul, tanda


def bagi(k: Komponen, penerima: Penerima, bulan: tuple[str, ...], jumlah: int, satu: Bacaan) -> Rincian:
    """Split a sum over its months to the rupiah: by the tariffs where they are known, else evenly.

    Of months in which the head was not in office nothing is taken, unless the sum is the tariff of them all.
    """
    kena = tuple(b for b in bulan if penerima.dalam(b))
    bruto = jumlah + (satu.pph if len(satu.uang) == 1 else 0)
    semua, sebagian = ada_.tarif(k, bulan), ada_.tarif(k, kena)
    if not kena or len(kena) == len(bulan) or (semua and sum(semua) == bruto and sum(sebagian or ()) != bruto):
        pakai, bobot = bulan, semua
    else:
        pakai, bobot = kena, sebagian
        pesan = kata.MASA_SEBAGIAN.format(bulan=kata_bulan(kena), nama=penerima.nama)
        satu.tanda.append(Tanda("bulan", "", "", Berat.RAGU, pesan))
    if bobot and sum(bobot) != bruto:
        pesan = kata.TARIF_BEDA.format(
            bulan=kata_bulan(pakai), jumlah=rupiah.uang(bruto), tarif=rupiah.uang(sum(bobot))
        )
        satu.tanda.append(Tanda("jumlah", "", "", Berat.RAGU, pesan))
    return bagi_rata(pakai, jumlah, bobot)


def bagi_rata(bulan: Sequence[str], jumlah: int, bobot: Sequence[int] | None = None) -> Rincian:
    """Split ``jumlah`` rupiah over months by weight, to the rupiah; the last month takes what is left over."""
    if not bobot or sum(bobot) <= 0:
        bobot = [1] * len(bulan)
    return rules.per_bulan(tuple(zip(bulan, bobot, strict=True)), jumlah)


def jumlahkan(rincian: Rincian) -> dict[str, int]:
    """Return the rupiah by month in order; months of nothing are left out."""
    hasil: dict[str, int] = {}
    for bulan, jumlah in rincian:
        hasil[bulan] = hasil.get(bulan, 0) + jumlah
    return dict(sorted((b, n) for b, n in hasil.items() if n))


def tulis(kerja: Kerja, satu: Bacaan, hasil: BarisRencana, penerima: Penerima, semua: PerKomponen) -> None:
    """Leave out the months that are recorded already, and give the rest as payments."""
    sama, baru = list[str](), list[tuple[Komponen, str, int]]()
    for k, rincian in semua:
        for bulan, jumlah in rincian.items():
            slot = kerja.ada.slot(penerima.jabatan_id, k.komponen_id, bulan)
            dibayar = kerja.ada.dibayar.get(slot)
            if dibayar and dibayar.jumlah == jumlah:
                sama.append(bulan)
                continue
            _bebas(kerja, slot, bulan, satu.letak)
            baru.append((k, bulan, jumlah))
    if not baru:
        hasil.nasib, hasil.alasan, hasil.rincian = Nasib.SAMA, kata.SAMA, _rincian(semua)
        return
    if sama:
        hasil.tanda.append(Tanda("bulan", "", "", Berat.RAGU, kata.SEBAGIAN_SAMA.format(bulan=kata_bulan(sama))))
    for k, bulan, _ in baru:
        kerja.terpakai[kerja.ada.slot(penerima.jabatan_id, k.komponen_id, bulan)] = satu.letak
    hasil.setoran = _setoran(kerja, satu, penerima, baru)
    hasil.rincian = _rincian([(k, {bulan: jumlah}) for k, bulan, jumlah in baru])
    hasil.jumlah, hasil.nasib = sum(jumlah for _, _, jumlah in baru), Nasib.DICATAT
    hasil.alasan = kata.DICATAT.format(uang=rupiah.uang(hasil.jumlah))


def _setoran(
    kerja: Kerja, satu: Bacaan, penerima: Penerima, baru: Sequence[tuple[Komponen, str, int]]
) -> tuple[Setoran, ...]:
    pph = bagi_rata([bulan for _, bulan, _ in baru], satu.pph, [jumlah for _, _, jumlah in baru])
    hari = satu.isi.get("tanggal") or kerja.pilihan.tanggal
    hari = hari or _hari_bayar(max(bulan for _, bulan, _ in baru), kerja.hari)
    if hari > kerja.hari.isoformat():
        raise Masalah(kata.TANGGAL_NANTI.format(hari=tanggal.pendek(date.fromisoformat(hari))))
    sp2d = f"SP2D {satu.isi['sp2d']}" if "sp2d" in satu.isi else ""
    keterangan = " · ".join(filter(None, (sp2d, satu.isi.get("keterangan", ""))))
    return tuple(
        Setoran(
            penerima.jabatan_id, penerima.masa(bulan), k.komponen_id, bulan, jumlah, pajak, hari, keterangan
        )
        for (k, bulan, jumlah), (_, pajak) in zip(baru, pph, strict=True)
    )  # fmt: skip


def _rincian(semua: PerKomponen) -> tuple[tuple[str, int], ...]:
    return tuple(jumlahkan([satu for _, rincian in semua for satu in rincian.items()]).items())


def _bebas(kerja: Kerja, slot: str, bulan: str, letak: Letak) -> None:
    """Refuse a month that is paid with another amount, stands on a locked list, or on another row of the sheet."""
    nama = periode_.nama_bulan(bulan)
    if dibayar := kerja.ada.dibayar.get(slot):
        raise Masalah(kata.SUDAH_DIBAYAR.format(bulan=nama, jumlah=rupiah.uang(dibayar.jumlah), nomor=dibayar.nomor))
    if nomor := kerja.ada.terdaftar.get(slot):
        raise Masalah(kata.SUDAH_DI_DAFTAR.format(bulan=nama, nomor=nomor))
    lain = kerja.terpakai.get(slot)
    if lain and lain != letak:
        raise Masalah(kata.ULANG_BARIS.format(bulan=nama, baris=lain.baris))


def _hari_bayar(bulan: str, hari: date) -> str:
    return min(periode_.hari_terakhir(bulan), hari).isoformat()


def kata_bulan(bulan: Sequence[str]) -> str:
    """Return months in words."""
    return periode_.rentang_tahun(tuple(sorted(set(bulan))))
