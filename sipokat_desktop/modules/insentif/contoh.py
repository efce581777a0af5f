"""The papers of this module for the registry: each is drawn from whatever the store holds, even nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt import text as rt_text
from sipokat_desktop.printing import grid
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.sqlite import Connection

from . import kartu, kelengkapan, kwitansi, lembar_tabel, rekap_cetak, uang_cetak, umur_cetak
from . import kartu_cetak as kartu_kertas
from . import text_cetak as text

_HARI = date(2026, 1, 31)


def _kelurahan(con: Connection) -> str:
    return next(iter(rt.kelurahan(con)), rt_text.CONTOH_KELURAHAN)


def _nomor(con: Connection) -> str:
    """Return the latest locked list, "" when there is none."""
    row = con.execute(
        "SELECT nomor FROM insentif_daftar WHERE keadaan = 'dikunci' ORDER BY periode DESC, nomor DESC LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else ""


def _kwitansi(con: Connection) -> bytes:
    nomor = _nomor(con)
    return kwitansi.pratinjau(con, nomor, kertas="F4", sekarang=0) if nomor else kwitansi.contoh()


def _kelengkapan(con: Connection) -> bytes:
    nomor = _nomor(con)
    lembar = kelengkapan.lembar(con, nomor, sekarang=0) if nomor else kelengkapan.contoh()
    return grid.gambar([lembar], Kertas.F4)


def _uang(con: Connection) -> bytes:
    nomor = _nomor(con)
    return uang_cetak.pratinjau(con, nomor, kertas="F4", sekarang=0) if nomor else uang_cetak.contoh()


def _rekap_kecamatan(con: Connection) -> bytes:
    kode = rt.kelurahan(con) or [rt_text.CONTOH_KELURAHAN]
    return rekap_cetak.rekap_kecamatan(
        con, periode="2026-TW1", komponen_id="", lingkup=kode, kertas="F4", sekarang=0
    )  # fmt: skip


def _rekap_rt(con: Connection) -> bytes:
    return rekap_cetak.rekap_rt(con, tahun=_HARI.year, lingkup=_kelurahan(con), kertas="F4", sekarang=0)


def _kartu(con: Connection) -> bytes:
    row = con.execute("SELECT id FROM rt_jabatan ORDER BY id LIMIT 1").fetchone()
    if row:
        return kartu_kertas.kartu(con, str(row[0]), hari=_HARI, kertas="F4", sekarang=0)
    kosong = kartu.Kartu(rt_text.CONTOH_KELURAHAN, "RT", "", "2026-01", (), (), ())
    return lembar_tabel.pratinjau(con, kosong.lingkup, kartu.tabel(kosong), sekarang=0)


def _umur(con: Connection) -> bytes:
    return umur_cetak.umur(con, lingkup=[_kelurahan(con)], hari=_HARI, kertas="F4", sekarang=0)


_GAMBAR: dict[str, Callable[[Connection], bytes]] = {
    "kwitansi": _kwitansi,
    "rekap-kecamatan": _rekap_kecamatan,
    "kelengkapan": _kelengkapan,
    "uang": _uang,
    "rekap-rt": _rekap_rt,
    "kartu": _kartu,
    "umur": _umur,
}

DOCUMENTS = tuple(Document(nama, text.DOKUMEN[nama], gambar) for nama, gambar in _GAMBAR.items())
