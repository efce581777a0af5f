"""Whose payment a row is: a term on record, or a former head whom only the sheet knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.modules.rt.impor import cocok
from sipokat_desktop.modules.rt.impor.hasil import Berat, Tanda
from sipokat_desktop.modules.rt.queries import Masa

from . import kata
from .ada import Ada, hadir, id_orang, orang_sama
from .rencana import MasaBaru


@dataclass(slots=True)
class Penerima:
    """Who is paid for which month; ``masalah`` says why that is not clear, ``usul`` what accepting would do."""

    jabatan_id: str
    nama: str
    per_bulan: dict[str, str] = field(default_factory=dict)
    di_luar: frozenset[str] = frozenset()
    tanda: list[Tanda] = field(default_factory=list)
    masalah: str = ""
    usul: str = ""

    def masa(self, bulan: str) -> str:
        """Return the term that a month is recorded on."""
        return self.per_bulan[bulan]

    def dalam(self, bulan: str) -> bool:
        """Tell whether the month lies within the term."""
        return bulan not in self.di_luar


@dataclass(slots=True)
class _Baru:
    jabatan_id: str
    orang_id: str
    masa_id: str
    nama: str
    nik: str
    orang_baru: bool
    bulan: set[str] = field(default_factory=set)


class Siapa:
    """Finds the terms that rows speak of, and gathers the former heads that are not on record."""

    def __init__(self, ada: Ada) -> None:
        self._ada = ada
        self._baru: dict[str, _Baru] = {}

    def cari(self, jabatan_id: str, nama: str, nik: str, bulan: Sequence[str], *, terima: bool) -> Penerima:
        """Return who a row pays; ``terima`` takes the way that the problem of the row proposes."""
        if not nama and not nik:
            return self._tanpa_nama(jabatan_id, bulan)
        sendiri = [m for m in self._ada.masa.get(jabatan_id, ()) if orang_sama(m, nama, nik)]
        if sendiri:
            return self._tercatat(jabatan_id, nama, sendiri, bulan, terima=terima)
        lain = {b: m[0] for b in bulan if (m := self._ada.menjabat(jabatan_id, b))}
        if not lain and not nama:
            return Penerima(jabatan_id, "", masalah=kata.TANPA_NAMA.format(bulan=_kata(bulan)))
        if not lain:
            return self._mantan(jabatan_id, nama, nik, bulan)
        lama = next(iter(lain.values())).nama
        if terima:
            return self._pejabat(jabatan_id, lain, bulan)
        kata_bulan = _kata(sorted(lain))
        return Penerima(
            jabatan_id, nama, masalah=kata.NAMA_LAIN.format(nama=nama or "orang lain", bulan=kata_bulan, lama=lama),
            usul=kata.NAMA_LAIN_USUL.format(lama=lama),
        )  # fmt: skip

    def _tanpa_nama(self, jabatan_id: str, bulan: Sequence[str]) -> Penerima:
        lain = {b: m[0] for b in bulan if (m := self._ada.menjabat(jabatan_id, b))}
        tanpa = [b for b in bulan if b not in lain]
        if not lain:
            return Penerima(jabatan_id, "", masalah=kata.TANPA_NAMA.format(bulan=_kata(tanpa)))
        return self._pejabat(jabatan_id, lain, bulan)

    @staticmethod
    def _pejabat(jabatan_id: str, lain: dict[str, Masa], bulan: Sequence[str]) -> Penerima:
        """The term on record of each month; months without one go to the nearest."""
        per_bulan = {b: (lain.get(b) or lain[min(lain, key=lambda ada: _jarak(ada, b))]).masa_id for b in bulan}
        pertama = next(iter(lain.values()))
        return Penerima(jabatan_id, pertama.nama, per_bulan, frozenset(bulan) - lain.keys())

    def _tercatat(
        self, jabatan_id: str, nama: str, sendiri: list[Masa], bulan: Sequence[str], *, terima: bool
    ) -> Penerima:
        dalam = {b: m for b in bulan for m in sendiri if hadir(m, b)}
        luar = [b for b in bulan if b not in dalam]
        lain = {b: m[0].nama for b in luar if (m := self._ada.menjabat(jabatan_id, b))}
        terdekat = sendiri[0]
        per_bulan = {b: (dalam.get(b) or terdekat).masa_id for b in bulan}
        hasil = Penerima(jabatan_id, terdekat.nama, per_bulan, frozenset(luar))
        if nama and cocok.mirip(nama, terdekat.nama) < 100:
            pesan = kata.NAMA_MIRIP.format(lama=terdekat.nama)
            hasil.tanda.append(Tanda("nama", "", "", Berat.RAGU, pesan, nama, terdekat.nama))
        if luar and not dalam:
            hasil.tanda.append(
                Tanda("bulan", "", "", Berat.RAGU, kata.LUAR_MASA.format(bulan=_kata(luar), nama=terdekat.nama))
            )
        if lain and not dalam and not terima:
            dijabat = next(iter(lain.values()))
            hasil.masalah = kata.MASA_LAIN.format(nama=terdekat.nama, bulan=_kata(sorted(lain)), lama=dijabat)
            hasil.usul = kata.MASA_LAIN_USUL.format(nama=terdekat.nama)
        return hasil

    def _mantan(self, jabatan_id: str, nama: str, nik: str, bulan: Sequence[str]) -> Penerima:
        """A head of whom nothing is on record: person and term follow from the sheet."""
        orang_id, masa_id = id_orang(self._ada.lingkup, jabatan_id, nama, nik)
        dikenal = self._ada.orang_nik.get(nik, "") if nik else ""
        baru = self._baru.setdefault(
            masa_id, _Baru(jabatan_id, dikenal or orang_id, masa_id, nama, nik, orang_baru=not dikenal)
        )
        baru.bulan.update(bulan)
        pesan = kata.MASA_BARU.format(nama=nama, bulan=_kata(bulan))
        return Penerima(
            jabatan_id, nama, dict.fromkeys(bulan, masa_id), tanda=[Tanda("nama", "", "", Berat.RAGU, pesan)]
        )

    def masa_baru(self) -> list[MasaBaru]:
        """Return the terms to record, each ending before the next one of its post begins."""
        hasil = [
            MasaBaru(
                b.masa_id, b.orang_id, b.jabatan_id, b.nama, b.nik, b.orang_baru, f"{min(b.bulan)}-01",
                periode_.hari_terakhir(max(b.bulan)).isoformat(),
            )
            for b in self._baru.values()
        ]  # fmt: skip
        mulai: dict[str, list[str]] = {}
        for jabatan_id, tmt in (
            *((m.jabatan_id, m.tmt) for semua in self._ada.masa.values() for m in semua if m.tmt),
            *((m.jabatan_id, m.tmt) for m in hasil),
        ):
            mulai.setdefault(jabatan_id, []).append(tmt)
        return sorted(_sampai(m, mulai[m.jabatan_id]) for m in hasil)


def _sampai(masa: MasaBaru, mulai: Sequence[str]) -> MasaBaru:
    sesudah = min((tmt for tmt in mulai if tmt > masa.tmt), default="")
    if not sesudah or sesudah > masa.akhir:
        return masa
    return masa._replace(akhir=(date.fromisoformat(sesudah) - timedelta(days=1)).isoformat())


def usul_rt(ada: Ada, nama: str, nik: str) -> str:
    """Return the number of the one RT whose head, past or present, is meant; "" where that is not clear."""
    ketemu = {m.nomor for semua in ada.masa.values() for m in semua if orang_sama(m, nama, nik)}
    return ketemu.pop() if len(ketemu) == 1 else ""


def _jarak(satu: str, dua: str) -> int:
    return abs(int(satu[:4]) * 12 + int(satu[5:]) - int(dua[:4]) * 12 - int(dua[5:]))


def _kata(bulan: Sequence[str]) -> str:
    return periode_.rentang_tahun(tuple(sorted(set(bulan))))
