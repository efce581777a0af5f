"""Reading what is laid down: components with their tariffs and rules, funding of a year, figures, settings."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import acara, text
from .kinerja import urai_pita
from .model import Angka, Aturan, Komponen, Tarif

KOTA = "kota"


class Dana(NamedTuple):
    """Where the money of a component comes from in a year; ``pagu`` in rupiah, None where it was not entered."""

    sumber_dana: str
    program: str
    kegiatan: str
    kode_rekening: str
    pagu: int | None
    dasar: str


def komponen(con: sqlite.Connection, *, lingkup: str) -> list[Komponen]:
    """Return the components that a kelurahan may use, the city's and its own, with tariffs and rules."""
    rows = con.execute(
        """SELECT id, lingkup, coalesce(nama, ''), coalesce(sumber_dana, ''), coalesce(program, ''),
                  coalesce(kegiatan, ''), coalesce(kode_rekening, ''), coalesce(pajak, 0), coalesce(cara, 'tunai'),
                  coalesce(hari_acuan, 1), coalesce(skema, ''), coalesce(terbuka, 0), coalesce(sumber, ''),
                  coalesce(asal, ''), coalesce(per, '')
           FROM insentif_komponen WHERE lingkup IN (?, 'kota') ORDER BY nama, id""",
        (lingkup,),
    ).fetchall()
    tarif, aturan = _tarif(con, lingkup), _aturan(con, lingkup)
    return [
        acara.pasang(
            con, lingkup, row[12:],
            Komponen(*(*row[:10], tuple(tarif[row[0]]), row[10], bool(row[11]), tuple(aturan[row[0], row[1]]))),
        )
        for row in rows
    ]  # fmt: skip


def _tarif(con: sqlite.Connection, lingkup: str) -> dict[str, list[Tarif]]:
    rows = con.execute(
        """SELECT komponen_id, mulai, sampai, jumlah, coalesce(dasar_hukum, ''), lingkup, id FROM insentif_tarif
           WHERE lingkup IN (?, 'kota') AND mulai IS NOT NULL AND jumlah IS NOT NULL ORDER BY mulai, id""",
        (lingkup,),
    )
    hasil: dict[str, list[Tarif]] = defaultdict(list)
    for row in rows:
        hasil[row[0]].append(Tarif(*row[1:]))
    return hasil


def _aturan(con: sqlite.Connection, lingkup: str) -> dict[tuple[str, str], list[Aturan]]:
    """Return per (component, scope) the versions: only who laid a component down lays down its rule."""
    rows = con.execute(
        """SELECT komponen_id, lingkup, id, coalesce(versi, 0), mulai, sampai, ukuran, pita, coalesce(dasar_hukum, '')
           FROM insentif_aturan WHERE lingkup IN (?, 'kota') AND mulai IS NOT NULL AND pita IS NOT NULL
           ORDER BY mulai, versi""",
        (lingkup,),
    )
    hasil: dict[tuple[str, str], list[Aturan]] = defaultdict(list)
    for row in rows:
        hasil[row[0], row[1]].append(Aturan(*(*row[2:7], urai_pita(row[7]), row[8])))
    return hasil


def pilih_komponen(con: sqlite.Connection, *, lingkup: str, nama: str | None) -> Komponen:
    """Return the component with this name or id, or the only one that pays months in office; raise InputSalah
    otherwise."""
    ada = komponen(con, lingkup=lingkup)
    if not ada:
        raise InputSalah("komponen", text.KOMPONEN_BELUM)
    cari = nama.strip().casefold() if nama is not None else None
    cocok = acara.menurut_masa(ada) or ada
    if cari is not None:
        cocok = [k for k in ada if cari in (k.nama.casefold(), k.komponen_id)]
    semua = ", ".join(k.nama for k in ada)
    if not cocok:
        raise InputSalah("komponen", text.KOMPONEN_TIDAK_ADA.format(nama=nama, ada=semua))
    if len(cocok) > 1:
        raise InputSalah("komponen", text.KOMPONEN_PILIH.format(nama=semua))
    return cocok[0]


def dana(con: sqlite.Connection, *, lingkup: str, komponen: Komponen, tahun: int) -> Dana:
    """Return the funding data of a budget year: the office's row, else the city's, else the component's own fields."""
    row = con.execute(
        """SELECT coalesce(sumber_dana, ''), coalesce(program, ''), coalesce(kegiatan, ''),
                  coalesce(kode_rekening, ''), pagu, coalesce(dasar, '') FROM insentif_anggaran
           WHERE komponen_id = ? AND tahun = ? AND lingkup IN (?, 'kota') ORDER BY lingkup = 'kota' LIMIT 1""",
        (komponen.komponen_id, tahun, lingkup),
    ).fetchone()
    k = komponen
    if row is None:
        return Dana(k.sumber_dana, k.program, k.kegiatan, k.kode_rekening, None, "")
    d = Dana(*row)
    return Dana(
        d.sumber_dana or k.sumber_dana, d.program or k.program, d.kegiatan or k.kegiatan,
        d.kode_rekening or k.kode_rekening, d.pagu, d.dasar,
    )  # fmt: skip


def angka_kinerja(con: sqlite.Connection, *, lingkup: str, bulan: Collection[str]) -> dict[tuple[str, str], Angka]:
    """Return per (term, month) the figures of performance that were entered."""
    rows = con.execute(
        """SELECT masa_id, bulan, laporan, skor, coalesce(sumber, '') FROM insentif_kinerja
           WHERE lingkup = ? AND bulan IN (SELECT value FROM json_each(?)) ORDER BY id""",
        (lingkup, json.dumps([*bulan])),
    )
    return {(str(row[0]), str(row[1])): Angka(*row[2:]) for row in rows}


def setelan(con: sqlite.Connection, *, lingkup: str, kunci: str, bawaan: str = "") -> str:
    """Return a setting of the module: the office's, else the city's, else ``bawaan``."""
    row = con.execute(
        """SELECT nilai FROM insentif_setelan WHERE kunci = ? AND lingkup IN (?, 'kota') AND nilai IS NOT NULL
           ORDER BY lingkup = 'kota' LIMIT 1""",
        (kunci, lingkup),
    ).fetchone()
    return str(row[0]) if row else bawaan
