"""The Lembar rakor: what every module says of the office in some days, on one A4 page with one click."""

from __future__ import annotations

from starlette.responses import Response

from sipokat_desktop.modules.laporan import lembar_rakor, rakor_rentang
from sipokat_desktop.modules.laporan.evaluasi_model import Rentang
from sync.web.kit import unduhan
from sync.web.kit.kunjungan import Kunjungan

from . import pilihan, text


def _jangka(k: Kunjungan) -> Rentang:
    return pilihan.jangka(k, rakor_rentang.biasa(pilihan.hari_ini(k)))


def halaman(k: Kunjungan) -> Response:
    """Show what the sheet says, and offer it."""
    jangka, di = _jangka(k), pilihan.tempat(k)
    lembar = lembar_rakor.susun(k.baca(), k.store.modules, di, jangka, sekarang=k.now, server=True)
    return k.tampil(
        "laporan/rakor.html", lembar=lembar, jangka=jangka, di=di, sebutan=pilihan.sebutan(k, di),
        tempat=pilihan.pilihan_tempat(k),
        rentang=pilihan.kunci(jangka), pilihan_rentang=pilihan.pilihan_rentang(pilihan.hari_ini(k), jangka),
    )  # fmt: skip


def pdf(k: Kunjungan) -> Response:
    """Give the sheet away."""
    jangka, di = _jangka(k), pilihan.tempat(k)
    isi = lembar_rakor.pdf(k.baca(), k.store.modules, di, jangka, sekarang=k.now, server=True)
    nama = dict(pilihan.pilihan_tempat(k))[di]
    return unduhan.pdf(k, isi, text.NAMA_RAKOR, nama, jangka.nama)
