"""The page of the log: who read personal data, took data out, was turned away, changed who may come in."""

from __future__ import annotations

from datetime import date

from starlette.responses import Response

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.tanggal import WIB
from sync.web.akun import jejak, orang
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.rute import Menu, Rute

from . import text
from .kelola import MENGURUS

JEJAK = "/jejak"
HAL_TERBESAR = 10_000


def lihat(k: Kunjungan) -> Response:
    """Show the log, of one person or one day where that was asked for."""
    siapa, hari, hal = k.tanya("orang"), k.tanya("hari"), _halaman(k.tanya("hal"))
    mulai = _awal_hari(hari) if hari else 0
    sampai = mulai + jejak.HARI_MS if mulai else 0
    baris, lagi = jejak.daftar(k.db, k.siapa, orang_id=siapa, mulai=mulai, sampai=sampai, halaman=hal)
    pilihan = [("", "Semua orang"), (k.siapa.id, k.siapa.nama)]
    pilihan += [(akun.id, akun.nama) for akun in orang.daftar(k.db, k.siapa) if akun.id != k.siapa.id]
    return k.tampil(
        "pengguna/jejak.html", baris=baris, lagi=lagi, hal=hal, pilihan_orang=pilihan, siapa=siapa, hari=hari
    )


def _halaman(teks: str) -> int:
    return min(max(int(teks), 1), HAL_TERBESAR) if teks.isascii() and teks.isdigit() and len(teks) < 6 else 1


def _awal_hari(hari: str) -> int:
    """Return the first moment of an ISO day in WIB, as UTC ms; raise InputSalah for what is none."""
    try:
        d = date.fromisoformat(hari)
    except ValueError as exc:
        raise InputSalah("hari", text.HARI_SALAH) from exc
    return (d - date(1970, 1, 1)).days * jejak.HARI_MS - int(WIB.utcoffset(None).total_seconds()) * 1000


RUTE = (Rute("GET", JEJAK, MENGURUS, lihat, tanpa_kantor=True),)
MENU = (Menu("Jejak pembacaan", JEJAK, MENGURUS, 910),)
