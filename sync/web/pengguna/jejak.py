"""The page of the log: who read personal data, took data out, was turned away, came in, changed who may come in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from starlette.responses import Response

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.tanggal import WIB
from sync.web.akun import jejak, orang
from sync.web.akun.jejak import Bacaan, Jenis
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.rute import Menu, Rute

from . import text
from .kelola import MENGURUS

JEJAK = "/jejak"
HAL_TERBESAR = 10_000


def lihat(k: Kunjungan) -> Response:
    """Show the log, of one person, of a range of days or of one kind where that was asked for."""
    hal = _halaman(k.tanya("hal"))
    jenis = next((satu for satu in Jenis if satu.value == k.tanya("jenis")), None)
    salah: dict[str, str] = {}
    mulai, sampai = _hari(k, "dari", salah), _hari(k, "sampai", salah)
    if mulai and sampai and sampai < mulai:
        salah["sampai"] = text.HARI_TERBALIK
    if salah:
        return _tampil(k, [], False, hal, salah)
    baris, lagi = jejak.daftar(
        k.db, k.siapa, orang_id=k.tanya("orang"), mulai=mulai, sampai=sampai + jejak.HARI_MS if sampai else 0,
        jenis=jenis, halaman=hal,
    )  # fmt: skip
    return _tampil(k, baris, lagi, hal, salah)


def _hari(k: Kunjungan, isian: str, salah: dict[str, str]) -> int:
    """Return the first moment (UTC ms) of the day asked for, 0 where none was; what is no day is told in ``salah``."""
    try:
        return _awal_hari(k.tanya(isian).strip()) if k.tanya(isian).strip() else 0
    except InputSalah:
        salah[isian] = text.HARI_SALAH
        return 0


def _tampil(k: Kunjungan, baris: list[Bacaan], lagi: bool, hal: int, salah: Mapping[str, str]) -> Response:
    pilihan = [("", "Semua orang"), (k.siapa.id, k.siapa.nama)]
    pilihan += [(akun.id, akun.nama) for akun in orang.daftar(k.db, k.siapa) if akun.id != k.siapa.id]
    return k.tampil(
        "pengguna/jejak.html", status=422 if salah else 200, baris=[(satu, kata(k, satu)) for satu in baris],
        lagi=lagi, hal=hal, pilihan_orang=pilihan, pilihan_jenis=text.JENIS_JEJAK.items(), salah=salah,
    )  # fmt: skip


def kata(k: Kunjungan, satu: Bacaan) -> str:
    """Say in words what a line of the log tells: the paths of pages are for programs."""
    halaman = k.rupa.nama_halaman(satu.jalan) or text.HALAMAN_LAIN
    match satu.jenis:
        case Jenis.TOLAK:
            return text.DITOLAK.format(halaman=halaman)
        case Jenis.UNDUH:
            return text.MENGUNDUH.format(apa=satu.apa or text.BERKAS.get(satu.jalan[-3:], text.DATA), halaman=halaman)
        case Jenis.BACA:
            return text.MEMBACA.format(apa=satu.apa, halaman=halaman)
        case Jenis.MASUK | Jenis.HAK:
            return satu.apa


def _halaman(teks: str) -> int:
    return min(max(int(teks), 1), HAL_TERBESAR) if teks.isascii() and teks.isdigit() and len(teks) < 6 else 1


def _awal_hari(hari: str) -> int:
    """Return the first moment of a typed day in WIB, as UTC ms; raise InputSalah for what is none."""
    d = tanggal.baca(hari, "hari")
    return (d - date(1970, 1, 1)).days * jejak.HARI_MS - int(WIB.utcoffset(None).total_seconds()) * 1000


RUTE = (Rute("GET", JEJAK, MENGURUS, lihat, tanpa_kantor=True),)
MENU = (Menu("Jejak pembacaan", JEJAK, MENGURUS, 910),)
