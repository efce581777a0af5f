"""The computers of the offices: which need somebody, one of them, its name and its permission; and the server."""

from __future__ import annotations

from sqlalchemy import update
from starlette.responses import Response

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sync.server.schema import DEVICE
from sync.web.akun import jejak
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import alasan, data, text
from .data import Kantor, Komputer

SARING = {
    "": "Semua kantor",
    "masalah": "Perlu dilihat",
    "diam": f"Tidak terdengar {data.DIAM_HARI} hari",
    "kosong": "Belum ada komputer",
}
NAMA_TERPANJANG = 60
CADANGAN_TUA_MS = 26 * 3_600_000
"""Older than a night's backup may be."""


def semua(k: Kunjungan) -> Response:
    """Show every office, those that need somebody first."""
    saring, cari = k.tanya("saring"), wilayah.kunci_cari(k.tanya("cari"))
    kantor = data.kantor(k.db)
    jumlah = {kunci: sum(_termasuk(satu, kunci, k.now) for satu in kantor) for kunci in SARING}
    tampak = [
        satu
        for satu in data.berurutan(kantor, k.now)
        if _termasuk(satu, saring, k.now) and cari in wilayah.kunci_cari(wilayah.nama_kantor(satu.lingkup))
    ]
    return k.tampil(
        "kominfo/semua.html", kantor=tampak, saring=saring, pilihan=SARING, jumlah=jumlah, cari=k.tanya("cari")
    )  # fmt: skip


def _termasuk(satu: Kantor, saring: str, now: int) -> bool:
    match saring:
        case "masalah":
            return satu.berkomputer and bool(satu.temuan(now))
        case "diam":
            return satu.berkomputer and satu.terakhir < now - data.DIAM_HARI * data.HARI_MS
        case "kosong":
            return not satu.berkomputer
        case _:
            return True


def _satu(k: Kunjungan) -> Komputer:
    for satu in data.komputer(k.db, k.jalan("id")):
        return satu
    raise TidakAda


def satu(k: Kunjungan) -> Response:
    """Show one computer."""
    return _tampil(k, _satu(k))


def _tampil(k: Kunjungan, pc: Komputer, *, salah: str = "", salah_alasan: str = "") -> Response:
    return k.tampil(
        "kominfo/satu.html", status=422 if salah or salah_alasan else 200, pc=pc, temuan=pc.temuan(k.now),
        disk=data.ukuran(pc.disk), salah=salah, salah_alasan=salah_alasan,
        sebab=alasan.terakhir(k.db, _jalan_cabut(pc)) if pc.dicabut else "",
    )  # fmt: skip


def _jalan_cabut(pc: Komputer) -> str:
    return f"/perangkat/{pc.id}/cabut"


def ganti_nama(k: Kunjungan) -> Response:
    """Give a computer the name of the person or place it stands with."""
    pc, nama = _satu(k), " ".join(k.isian("nama").split())
    if not nama or len(nama) > NAMA_TERPANJANG or not nama.isprintable():
        return _tampil(k, pc, salah=f"Isi nama, paling panjang {NAMA_TERPANJANG} huruf.")
    _tulis(k, pc, f"Mengganti nama komputer {pc.label} {wilayah.nama_kantor(pc.lingkup)}", name=nama)
    return k.pindah(f"/perangkat/{pc.id}", f"Nama komputer {pc.label} menjadi {nama}.")


def cabut(k: Kunjungan) -> Response:
    """Take a computer's permission away: what it still sends waits, and it gets nothing more."""
    pc = _satu(k)
    if pc.dicabut:
        raise InputSalah("", "Izin komputer itu sudah dicabut.")
    try:
        sebab = alasan.tertulis(k)
    except InputSalah as exc:
        return _tampil(k, pc, salah_alasan=exc.pesan)
    nama = f"{pc.label} {wilayah.nama_kantor(pc.lingkup)}"
    _tulis(k, pc, text.MENCABUT.format(pc=nama, alasan=sebab), revoked=k.now)
    pesan = f"Izin {pc.label} {wilayah.nama_kantor(pc.lingkup)} dicabut. Yang belum terkirim darinya akan ditahan."
    return k.pindah(f"/perangkat/{pc.id}", pesan)


def izinkan(k: Kunjungan) -> Response:
    """Give the permission back."""
    pc = _satu(k)
    _tulis(k, pc, f"Mengizinkan lagi komputer {pc.label} {wilayah.nama_kantor(pc.lingkup)}", revoked=0)
    return k.pindah(f"/perangkat/{pc.id}", f"{pc.label} {wilayah.nama_kantor(pc.lingkup)} boleh sinkron lagi.")


def _tulis(k: Kunjungan, pc: Komputer, apa: str, **isi: object) -> None:
    with k.db.write() as con:
        con.execute(update(DEVICE).where(DEVICE.c.id == pc.id).values(**isi))
    jejak.tindakan(k.db, k.siapa, apa, jalan=k.request.url.path, now=k.now)


def server(k: Kunjungan) -> Response:
    """Show what the city's database holds and its last backup."""
    kini = data.server(k.db, k.now)
    return k.tampil(
        "kominfo/server.html", s=kini, foto=data.ukuran(kini.bita_foto), ukuran=data.ukuran, nasihat=_nasihat(k, kini)
    )


def _nasihat(k: Kunjungan, kini: data.Server) -> str:
    """Return what to do about the last backup; empty where there is nothing to do, or none to speak of."""
    if not kini.cadangan:
        return ""
    tua = int(str(kini.cadangan["waktu"])) < k.now - CADANGAN_TUA_MS
    return text.CADANGAN_KOTA_TUA if tua else "" if kini.cadangan["diuji"] else text.CADANGAN_KOTA_BELUM_DIUJI
