"""A table of the module (card, ageing, rekap, simulation) on paper, as wide as it is on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sipokat_desktop.exporting.workbook import Cell, Table
from sipokat_desktop.kernel import rupiah, tanggal, wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing import grid
from sipokat_desktop.printing.grid import Lajur, Lembar
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection

_KELURAHAN = "KELURAHAN {kelurahan} KECAMATAN {kecamatan}"
_TEMPAT = "Lubuk Linggau, {hari}"
_MENGETAHUI = ("Mengetahui", "Lurah {kelurahan}")
_RINGKAS = "Ringkasan"


def pratinjau(con: Connection, lingkup: str, tabel: Table, *, sekarang: int, kertas: str = "F4") -> bytes:
    """Return a table as a PDF, signed by the lurah of the day ``sekarang`` (UTC ms); whole months, no rupiah lost."""
    hari, kelurahan = tanggal.wib(sekarang).date(), rt.nama_kelurahan(con, lingkup)
    tempat = _KELURAHAN.format(kelurahan=kelurahan.upper(), kecamatan=wilayah.nama_kecamatan(lingkup).upper())
    judul, *lain = tabel.titles or (tabel.name,)
    lembar = Lembar(
        judul=(judul.upper(), tempat), lajur=tuple(_lajur(tabel)),
        baris=[tuple(map(_sel, row)) for row in tabel.rows], penanda=(_lurah(con, lingkup, kelurahan, hari),),
        tempat_tanggal=_TEMPAT.format(hari=tanggal.panjang(hari)),
        kaki=Kaki(f"{judul} · {kelurahan}", f"{tanggal.pendek(hari)} {tanggal.jam_wib(sekarang)}"),
        kepala=tuple((_RINGKAS if not ke else "", kalimat) for ke, kalimat in enumerate(lain)),
    )  # fmt: skip
    return grid.gambar([lembar], Kertas[kertas])


def _lajur(tabel: Table) -> Sequence[Lajur]:
    return [
        Lajur(
            satu.title, satu.width, "kanan" if satu.kind == "angka" else "tengah" if satu.kind == "tanggal" else "kiri"
        )
        for satu in tabel.columns
    ]


def _sel(nilai: Cell) -> str:
    """Return a cell as people read it: amounts with dots, days day first, nothing for nothing."""
    match nilai:
        case None | "":
            return ""
        case int():
            return rupiah.titik(nilai) if nilai >= 0 else f"-{rupiah.titik(-nilai)}"
        case date():
            return tanggal.pendek(nilai)
        case _:
            return nilai


def _lurah(con: Connection, lingkup: str, kelurahan: str, hari: date) -> Penanda:
    jabatan = tuple(satu.format(kelurahan=kelurahan) for satu in _MENGETAHUI)
    lurah = rt.pejabat(con, lingkup=lingkup, peran="lurah", hari=hari)
    return Penanda(jabatan, lurah.nama, lurah.pangkat, lurah.nip) if lurah else Penanda(jabatan)
