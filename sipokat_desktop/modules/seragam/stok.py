"""The stock of a purchase at every place: the sum of its movements, whoever recorded them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import rules, tempat, text
from .model import Barang, Stok
from .tempat import sebut_tempat

Letak = tuple[str, Barang]
"""A kind of piece at a place."""

_SALDO = """SELECT tempat, model, ukuran, sum(masuk), sum(keluar) FROM (
    SELECT ke AS tempat, coalesce(model, '') AS model, ukuran, jumlah AS masuk, 0 AS keluar
      FROM seragam_gerak WHERE pengadaan_id = :p
    UNION ALL SELECT dari, coalesce(model, ''), ukuran, 0, jumlah FROM seragam_gerak WHERE pengadaan_id = :p
    UNION ALL SELECT dari, coalesce(model_kembali, ''), ukuran_kembali, jumlah, 0
      FROM seragam_gerak WHERE pengadaan_id = :p AND ukuran_kembali IS NOT NULL
    UNION ALL SELECT ke, coalesce(model_kembali, ''), ukuran_kembali, 0, jumlah
      FROM seragam_gerak WHERE pengadaan_id = :p AND ukuran_kembali IS NOT NULL
    UNION ALL SELECT :sumber, coalesce(model, ''), ukuran, jumlah, 0 FROM seragam_isi WHERE pengadaan_id = :p
) GROUP BY tempat, model, ukuran"""


def saldo(con: sqlite.Connection, pengadaan_id: str) -> dict[Letak, Stok]:
    """Return every place and kind of a purchase with what came in and went out: Σ movements, reversals included."""
    rows = con.execute(_SALDO, {"p": pengadaan_id, "sumber": tempat.PENGADAAN}).fetchall()
    return {
        (str(di), Barang(model, ukuran)): Stok(str(di), Barang(model, ukuran), int(masuk), int(keluar))
        for di, model, ukuran, masuk, keluar in rows
    }


def kantor(con: sqlite.Connection) -> str:
    """Return the scope of the office that this store belongs to, empty where it sees all of them."""
    row = con.execute("SELECT nilai FROM setelan WHERE kunci = 'lingkup'").fetchone()
    return str(row[0]) if row else ""


class Gudang(NamedTuple):
    """What is left of a purchase while an act takes pieces: ``ada`` per place and kind as far as this office may judge
    them (:func:`rules.terlihat`)."""

    kantor: str
    ada: dict[Letak, int]

    def cukup(self, di: str, barang: Barang, jumlah: int) -> bool:
        """Tell whether a place has so many, as far as can be judged here."""
        return not rules.terlihat(self.kantor, di) or self.ada.get((di, barang), 0) >= jumlah

    def ambil(self, di: str, barang: Barang, jumlah: int) -> None:
        """Take pieces from a place (negative: put there)."""
        self.ada[di, barang] = self.ada.get((di, barang), 0) - jumlah

    def wajib(self, di: str, barang: Barang, jumlah: int, *, satuan: str) -> None:
        """Raise InputSalah naming what is there and the ways out where a place has fewer."""
        if not self.cukup(di, barang, jumlah):
            raise InputSalah("jumlah", self.kata_kurang(di, barang, jumlah, satuan=satuan))

    def kata_kurang(self, di: str, barang: Barang, jumlah: int, *, satuan: str) -> str:
        """Say that a place has too few, what it has of other kinds, and what can be done."""
        ada = self.ada.get((di, barang), 0)
        lain = {b: n for (t, b), n in self.ada.items() if t == di and b != barang and n > 0}
        kata = {"barang": barang.kata, "tempat": sebut_tempat(di), "ada": max(ada, 0), "satuan": satuan}
        if di == tempat.PENGADAAN:
            return text.KURANG_DIBELI.format(jumlah=jumlah, **kata)
        pola = text.HABIS if ada <= 0 else text.KURANG
        sisa = text.ADA_LAIN.format(isi=rules.sebut_isi(lain)) if lain else text.TAK_ADA_LAIN
        return f"{pola.format(jumlah=jumlah, **kata)} {sisa} {text.JALAN_KURANG}"


def gudang(con: sqlite.Connection, pengadaan_id: str) -> Gudang:
    """Return what an act may take from, as this store knows it."""
    return Gudang(kantor(con), {letak: satu.ada for letak, satu in saldo(con, pengadaan_id).items()})


def akibat(gerak: Iterable[sqlite.Row | Mapping[str, object]]) -> dict[Letak, int]:
    """Return what movements (rows of the ledger) add to each place, the exchanged pieces too."""
    hasil: dict[Letak, int] = {}

    def tambah(di: object, model: object, ukuran: object, jumlah: int) -> None:
        letak = (str(di), Barang(str(model or ""), str(ukuran)))
        hasil[letak] = hasil.get(letak, 0) + jumlah

    for g in gerak:
        jumlah = int(str(g["jumlah"]))
        tambah(g["ke"], g["model"], g["ukuran"], jumlah)
        tambah(g["dari"], g["model"], g["ukuran"], -jumlah)
        if g["ukuran_kembali"] is not None:
            tambah(g["dari"], g["model_kembali"], g["ukuran_kembali"], jumlah)
            tambah(g["ke"], g["model_kembali"], g["ukuran_kembali"], -jumlah)
    return hasil
