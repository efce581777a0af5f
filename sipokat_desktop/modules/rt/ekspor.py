"""Export of the roster to .xlsx, in the order and with the titles of the office's own sheet where it is known."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Cell, Column, Kind
from sipokat_desktop.kernel import nik as nik_
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.canonical import Value
from sipokat_desktop.kernel.progress import Progress
from sipokat_desktop.printing.output import tulis_utuh
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store

from . import JABATAN, MASA, ORANG, ops, queries, text

SETELAN = "ekspor.kolom"
"""The setting with the office's own columns: a JSON list of [title, field], field empty for what is not read."""

POKOK = (
    "nomor", "nama", "nik", "kelamin", "tempat_lahir", "tanggal_lahir", "alamat", "hp", "sk_nomor", "sk_tanggal",
    "tmt", "akhir_sk", "bank", "rekening", "jumlah_kk", "ukuran",
)  # fmt: skip
"""What is written even where it is empty; the rest only where somebody filled it in."""

TEMPAT = {"kode": "Kode", "kecamatan": "Kecamatan", "kelurahan": "Kelurahan"}
"""Columns of a sheet of several kelurahan: where each RT is."""

URUTAN = (
    *TEMPAT, "nomor", "rw", "nama", "nik", "kelamin", "tempat_lahir", "tanggal_lahir", "alamat", "hp", "jenis",
    "cara", "ba_nomor", "sk_nomor", "sk_tanggal", "sk_penerbit", "tmt", "akhir_sk", "bank", "rekening", "atas_nama",
    "npwp", "ukuran", "golongan", "rangkap", "jumlah_kk", "jiwa_l", "jiwa_p", "batas", "catatan",
)  # fmt: skip

_LABEL = {c.name: c.label for table in (JABATAN, MASA, ORANG) for c in table.columns} | TEMPAT
_TANGGAL = frozenset({"tanggal_lahir", "sk_tanggal", "tmt", "akhir_sk"})
_URUT = frozenset({"no", "nourut", "nomorurut", "urut"})
_TANPA = "-"
"""Said of a post without RW among others with one: an empty cell would be read as the RW above it."""
_ANGKA = frozenset({"jumlah_kk", "jiwa_l", "jiwa_p"})
_KATA = {"jenis": text.JENIS, "cara": text.CARA, "sk_penerbit": text.PENERBIT}
_GABUNGAN = {
    "ttl": ("tempat_lahir", "tanggal_lahir"), "sk": ("sk_nomor", "sk_tanggal"), "masa": ("tmt", "akhir_sk"),
    "kelamin_l": ("kelamin",), "kelamin_p": ("kelamin",),
}  # fmt: skip
"""Columns of offices that hold several of our fields, or one of them in two columns."""

_SQL = """SELECT j.*, m.jenis, m.cara, m.ba_nomor, m.sk_nomor, m.sk_tanggal, m.sk_penerbit, m.tmt, m.akhir_sk,
    o.nama, o.nik, o.kelamin, o.tempat_lahir, o.tanggal_lahir, o.alamat, o.hp, o.npwp, o.bank, o.rekening,
    o.atas_nama, o.ukuran, o.golongan, o.rangkap, o.catatan
FROM rt_jabatan j
LEFT JOIN rt_masa m ON m.jabatan_id = j.id AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= :hari)
     AND (m.tmt IS NULL OR m.tmt <= :hari)
LEFT JOIN rt_orang o ON o.id = m.orang_id
WHERE j.lingkup IN (SELECT value FROM json_each(:lingkup))
ORDER BY j.lingkup, length(j.nomor), j.nomor, j.rw, m.tmt"""

Baris = dict[str, Value]


class Ekspor(NamedTuple):
    """What was written: the file, how many rows and columns."""

    berkas: Path
    baris: int
    kolom: int


def ekspor(
    store: Store, lingkup: str | Sequence[str], keluaran: Path, *, nik_penuh: bool = False,
    hari: date | None = None, maju: Progress | None = None,
) -> Ekspor:  # fmt: skip
    """Write the roster of today as .xlsx; the NIK is masked unless asked (DOMAIN §2, UU 27/2022).

    The file is replaced only when the new one is whole. Raises Gangguan when it cannot be written.
    """
    con, kini = store.reader(), hari or ops.hari_ini(store)
    kode = (lingkup,) if isinstance(lingkup, str) else tuple(lingkup)
    baris = _baca(con, kode, kini, nik_penuh=nik_penuh)
    kolom = _kolom(store, baris, banyak=len(kode) > 1)
    sel = [[_sel(isian, satu, ke) for _, isian in kolom] for ke, satu in enumerate(baris, 1)]
    tabel = workbook.Table(
        text.EKSPOR_LEMBAR, _judul(con, kode, kini), _berlebar(kolom, sel), sel, " ".join(_judul(con, kode, kini)[:2])
    )
    tulis_utuh(keluaran, lambda berkas: workbook.write(berkas, tabel, maju))
    return Ekspor(keluaran, len(baris), len(kolom))


def ingat_kolom(kolom: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the setting that keeps an office's columns, (title, field) each in the order of its sheet."""
    return {SETELAN: json.dumps([[judul, isian] for judul, isian in kolom], ensure_ascii=False)}


def _baca(con: sqlite.Connection, kode: tuple[str, ...], hari: date, *, nik_penuh: bool) -> list[Baris]:
    cursor = con.execute(_SQL, {"hari": hari.isoformat(), "lingkup": json.dumps(kode)})
    nama = [satu[0] for satu in cursor.description]
    sebutan = {satu: queries.nama_kelurahan(con, satu) for satu in kode}
    semua: list[Baris] = []
    for row in cursor:
        baris = dict(zip(nama, row, strict=True))
        tempat = str(baris["lingkup"])
        baris |= {"kode": tempat, "kecamatan": wilayah.nama_kecamatan(tempat), "kelurahan": sebutan[tempat]}
        if not nik_penuh and baris["nik"]:
            baris["nik"] = nik_.samarkan(str(baris["nik"]))
        semua.append(baris)
    return semua


def _kolom(store: Store, baris: list[Baris], *, banyak: bool) -> list[tuple[str, str]]:
    """Return (title, field) per column: the office's own first, then what it has no column for but has filled in."""
    kantor = [
        (str(judul), "urut" if not isian and wilayah.kunci_cari(str(judul)) in _URUT else str(isian))
        for judul, isian in json.loads(store.setting(SETELAN) or "[]")
    ]
    ada = {isian for _, isian in kantor}
    ada |= {bagian for isian in ada for bagian in _GABUNGAN.get(isian, ())}
    terisi = {isian for isian in URUTAN if any(satu.get(isian) not in (None, "") for satu in baris)}
    terisi -= set() if banyak else TEMPAT.keys()
    perlu = terisi | (set() if kantor else set(POKOK))
    lain = [(_LABEL[isian], isian) for isian in URUTAN if isian in perlu and isian not in ada]
    return [*kantor, *lain]


def _judul(con: sqlite.Connection, kode: tuple[str, ...], hari: date) -> tuple[str, ...]:
    if len(kode) == 1:
        tempat = text.EKSPOR_TEMPAT.format(
            kelurahan=queries.nama_kelurahan(con, kode[0]), kecamatan=wilayah.nama_kecamatan(kode[0])
        )
    else:
        tempat = text.EKSPOR_BANYAK.format(n=len(kode))
    return (text.EKSPOR_JUDUL, tempat, text.DAFTAR_KEADAAN.format(tanggal=tanggal.panjang(hari)))


def _berlebar(kolom: list[tuple[str, str]], sel: list[list[Cell]]) -> tuple[Column, ...]:
    lebar = workbook.widths((judul, (baris[ke] for baris in sel)) for ke, (judul, _) in enumerate(kolom))
    return tuple(Column(judul, _jenis(isian), satu) for (judul, isian), satu in zip(kolom, lebar, strict=True))


def _jenis(isian: str) -> Kind:
    return "tanggal" if isian in _TANGGAL else "angka" if isian in _ANGKA or isian == "urut" else "teks"


def _sel(isian: str, baris: Baris, ke: int) -> Cell:
    """Return what a cell holds; days as real days, everything that people read as a code as text."""
    if not isian:
        return None
    if isian == "urut":
        return ke
    if isian in _SUSUN:
        return _SUSUN[isian](baris)
    nilai = baris.get(isian)
    if nilai is None or nilai == "":
        return _TANPA if isian == "rw" else None
    if isian in _TANGGAL:
        return date.fromisoformat(str(nilai))
    if isian in _KATA:
        return _KATA[isian].get(str(nilai), str(nilai))
    return nilai


def _hari(baris: Baris, isian: str) -> str:
    nilai = baris.get(isian)
    return tanggal.pendek(date.fromisoformat(str(nilai))) if nilai else ""


def _gabung(baris: Baris, *bagian: str, pemisah: str) -> str:
    return pemisah.join(
        filter(None, (_hari(baris, satu) if satu in _TANGGAL else str(baris.get(satu) or "") for satu in bagian))
    )


_SUSUN: dict[str, Callable[[Baris], str]] = {
    "ttl": lambda b: _gabung(b, "tempat_lahir", "tanggal_lahir", pemisah=", "),
    "sk": lambda b: _gabung(b, "sk_nomor", "sk_tanggal", pemisah=" tanggal "),
    "masa": lambda b: _gabung(b, "tmt", "akhir_sk", pemisah=" s.d. "),
    "kelamin_l": lambda b: "L" if b.get("kelamin") == "L" else "",
    "kelamin_p": lambda b: "P" if b.get("kelamin") == "P" else "",
}
