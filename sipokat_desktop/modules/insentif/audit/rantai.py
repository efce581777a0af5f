"""One line per head, list and purse for the report: SK, term, tariff, list, receipt, what was paid and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah, tanggal

from . import text_paket
from .tabel_csv import Sel

_KE = {nama: ke for ke, nama in enumerate(text_paket.KOLOM[text_paket.PEMBAYARAN])}


class Rantai(NamedTuple):
    """What stands behind the payments of a head on a list; amounts in rupiah, days ISO, the rest in words."""

    rt: str
    nama: str
    sk: str
    sk_tanggal: str
    mulai: str
    akhir: str
    tarif: str
    daftar: str
    tanda: str
    bulan: str
    dibayar: int
    dibatalkan: str
    catatan: str


def rantai(pembayaran: Sequence[Sequence[Sel]]) -> list[Rantai]:
    """Return the chains of the payments in the order of posts."""

    def kunci(row: Sequence[Sel]) -> tuple[str, ...]:
        return tuple(_isi(row, nama) for nama in ("rt", "komponen", "nama", "daftar", "no_baris"))

    urut = sorted(pembayaran, key=lambda row: (len(_isi(row, "rt")), *kunci(row), _isi(row, "bulan")))
    return [_satu(list(semua)) for _, semua in groupby(urut, key=kunci)]


def _satu(semua: list[Sequence[Sel]]) -> Rantai:
    pertama = semua[0]
    bayar = [row for row in semua if _isi(row, "jenis") == "bayar"]
    balik = [row for row in semua if _isi(row, "jenis") != "bayar"]
    tarif = sorted({int(_isi(row, "tarif_bulan") or 0) for row in semua} - {0})
    hari = sorted({_isi(row, "tanggal_bayar") for row in bayar})
    return Rantai(
        _isi(pertama, "rt"), _isi(pertama, "nama"), _isi(pertama, "sk_nomor"), _isi(pertama, "sk_tanggal"),
        _isi(pertama, "tmt"), _isi(pertama, "akhir_nyata") or _isi(pertama, "akhir_sk"),
        ", ".join(map(rupiah.titik, tarif)) or "-",
        " no. ".join(filter(None, (_isi(pertama, "daftar"), _isi(pertama, "no_baris")))), _tanda(pertama, hari),
        periode_.rentang_tahun(tuple(sorted({_isi(row, "bulan") for row in semua}))),
        sum(_uang(row) for row in bayar), _dibatalkan(balik), _catatan(semua),
    )  # fmt: skip


def _tanda(row: Sequence[Sel], hari: list[str]) -> str:

    isi = _isi(row, "tanda_terima")
    dibayar = ", ".join(tanggal.pendek(date.fromisoformat(satu)) for satu in hari if satu)
    kuasa = f" kuasa {_isi(row, 'surat_kuasa')}".rstrip() if _isi(row, "penerima") == "kuasa" else ""
    return f"{tanggal.pendek(date.fromisoformat(isi))}{kuasa}" if isi else dibayar


def _dibatalkan(balik: list[Sequence[Sel]]) -> str:
    if not balik:
        return ""
    sts = ", ".join(dict.fromkeys(filter(None, (_isi(row, "sts") for row in balik))))
    uang = rupiah.titik(-sum(_uang(row) for row in balik))
    if not sts:
        return uang
    return f"{uang} ({sts})" if sts.casefold().startswith("sts") else f"{uang} (STS {sts})"


def _catatan(semua: list[Sequence[Sel]]) -> str:
    khusus = [_isi(row, "alasan_baris") for row in semua if _isi(row, "jumlah_khusus")]
    alasan = [_isi(row, "alasan") for row in semua]
    return "; ".join(dict.fromkeys(filter(None, (*khusus, *alasan))))


def _isi(row: Sequence[Sel], nama: str) -> str:
    nilai = row[_KE[nama]]
    return "" if nilai is None else str(nilai)


def _uang(row: Sequence[Sel]) -> int:
    return int(_isi(row, "jumlah") or 0)
