"""The page of the log: who read personal data, took data out, was turned away, came in, changed who may come in."""

from __future__ import annotations

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
    """Show the log, of one person, one day or one kind where that was asked for."""
    siapa, hari, hal = k.tanya("orang"), k.tanya("hari").strip(), _halaman(k.tanya("hal"))
    jenis = next((satu for satu in Jenis if satu.value == k.tanya("jenis")), None)
    try:
        mulai = _awal_hari(hari) if hari else 0
    except InputSalah:
        return _tampil(k, [], False, hal, status=422, salah=text.HARI_SALAH)
    sampai = mulai + jejak.HARI_MS if mulai else 0
    baris, lagi = jejak.daftar(
        k.db, k.siapa, orang_id=siapa, mulai=mulai, sampai=sampai, jenis=jenis, halaman=hal
    )  # fmt: skip
    return _tampil(k, baris, lagi, hal)


def _tampil(k: Kunjungan, baris: list[Bacaan], lagi: bool, hal: int, *, status: int = 200, salah: str = "") -> Response:
    pilihan = [("", "Semua orang"), (k.siapa.id, k.siapa.nama)]
    pilihan += [(akun.id, akun.nama) for akun in orang.daftar(k.db, k.siapa) if akun.id != k.siapa.id]
    return k.tampil(
        "pengguna/jejak.html", status=status, baris=[(satu, kata(k, satu)) for satu in baris], lagi=lagi, hal=hal,
        pilihan_orang=pilihan, pilihan_jenis=text.JENIS_JEJAK.items(), salah=salah,
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
