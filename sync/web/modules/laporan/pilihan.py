"""The place and the days that evaluation and Lembar rakor are of, as the address of a page names them."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import evaluasi, rakor_rentang, rentang
from sipokat_desktop.modules.laporan.evaluasi_model import Rentang
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import text

Pilihan = list[tuple[str, str]]


def hari_ini(k: Kunjungan) -> date:
    """Return today."""
    return tanggal.wib(k.now).date()


def tempat(k: Kunjungan) -> str:
    """Return the scope asked for, the office's own where none is; one that is not the office's is not there."""
    di = k.tanya("tempat", k.siapa.lingkup) or k.siapa.lingkup
    if di != k.siapa.lingkup and di not in wilayah.bawahan(k.siapa.lingkup):
        raise TidakAda
    return di


def sebutan(k: Kunjungan, di: str) -> str:
    """Name a scope for a heading: a kelurahan with its kecamatan, since names are alike."""
    nama = evaluasi.tempat(k.baca(), di)
    return nama if wilayah.beberapa(di) else text.DI_KELURAHAN.format(nama=nama, kecamatan=wilayah.nama_kecamatan(di))


def pilihan_tempat(k: Kunjungan) -> Pilihan:
    """Return the scopes that this office may look at: its own and those below it."""
    con, kantor = k.baca(), k.siapa.lingkup
    return [(satu, evaluasi.tempat(con, satu)) for satu in (kantor, *wilayah.bawahan(kantor))]


def kunci(r: Rentang) -> str:
    """Return how an address names some days."""
    return f"{r.dari}|{r.sampai}"


def jangka(k: Kunjungan, biasa: Rentang) -> Rentang:
    """Return the days asked for, ``biasa`` where none are; raise InputSalah for what are no days."""
    nilai = k.tanya("rentang")
    if not nilai:
        return biasa
    dari, _, sampai = nilai.partition("|")
    try:
        for hari in filter(None, (dari, sampai)):
            date.fromisoformat(hari)
        return rentang.hari(dari, sampai)
    except ValueError as exc:
        raise InputSalah("rentang", text.RENTANG_SALAH) from exc


def pilihan_rentang(hari: date, *lain: Rentang) -> Pilihan:
    """Return the days offered: ``lain`` first, then what a meeting is about, and all."""
    semua = (*lain, *rakor_rentang.pilihan(hari), rentang.SEMUA)
    return [*dict.fromkeys((kunci(r), r.nama) for r in semua)]
