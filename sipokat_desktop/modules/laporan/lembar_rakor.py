"""The *Lembar rakor* of an office and some days: what every module says, on the paper of the office (DOMAIN §6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing import rakor
from sipokat_desktop.printing.rakor_model import Angka, Bagian, Batang, LembarRakor
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage import briefing
from sipokat_desktop.storage.briefing import Asked, Bar, Section
from sipokat_desktop.storage.module import office
from sipokat_desktop.storage.sqlite import Connection

from . import text_rakor as text
from .evaluasi_model import Rentang


def pdf(
    con: Connection, modul: Iterable[object], lingkup: str, rentang: Rentang, *, sekarang: int, server: bool = False
) -> bytes:  # fmt: skip
    """Return the sheet of a scope (a kelurahan code, ``kec:…`` or ``kota``) at ``sekarang`` (UTC ms): one A4 page;
    ``server`` as :func:`susun` takes it."""
    return rakor.gambar(susun(con, modul, lingkup, rentang, sekarang=sekarang, server=server))


def susun(
    con: Connection, modul: Iterable[object], lingkup: str, rentang: Rentang, *, sekarang: int, server: bool = False
) -> LembarRakor:  # fmt: skip
    """Gather the sheet; days that are open end today. ``server``: the data are those of the city's server, which the
    sheet says, and not of an office's computer."""
    semua_modul = tuple(modul)
    hari = tanggal.wib(sekarang).date()
    asked = Asked(lingkup, rentang.dari, rentang.sampai or hari.isoformat())
    semua = briefing.sections(con, semua_modul, asked)
    nama = _nama(con, lingkup)
    jam = tanggal.jam_wib(sekarang)
    dicetak = (text.DI_SERVER if server else text.DICETAK).format(saat=f"{tanggal.panjang(hari)} {jam}")
    return LembarRakor(
        kantor.kop(con, lingkup), (text.LEMBAR, nama.upper()),
        (_periode(rentang, asked), _data(semua), dicetak), tuple(map(_bagian, semua)),
        text.TEMPAT.format(hari=tanggal.panjang(hari)), kantor.penanda_kepala(con, lingkup, hari),
        Kaki(text.KAKI.format(nama=office(con, semua_modul, lingkup)), f"{tanggal.pendek(hari)} {jam}"),
    )  # fmt: skip


def _nama(con: Connection, lingkup: str) -> str:
    """Return whose sheet it is, as its title says it."""
    if wilayah.adalah_kota(lingkup):
        return wilayah.nama(lingkup)
    if wilayah.adalah_kecamatan(lingkup):
        return text.KECAMATAN.format(nama=wilayah.nama(lingkup))
    nama = rt.nama_kelurahan(con, lingkup)
    return text.KELURAHAN_KECAMATAN.format(kelurahan=nama, kecamatan=wilayah.nama_kecamatan(lingkup))


def _periode(rentang: Rentang, asked: Asked) -> str:
    sampai = _hari(asked.last)
    if not rentang.dari:
        return text.PERIODE_SEMUA.format(sampai=sampai)
    return text.PERIODE.format(nama=rentang.nama, dari=_hari(asked.first), sampai=sampai)


def _data(semua: Sequence[Section]) -> str:
    """Say of which day the newest data of each part are."""
    isi = [
        text.DATA_SATU.format(judul=s.title, hari=tanggal.pendek(date.fromisoformat(s.newest)))
        for s in semua
        if s.newest
    ]
    return text.DATA.format(isi="; ".join(isi)) if isi else text.DATA_KOSONG


def _hari(iso: str) -> str:
    return tanggal.panjang(date.fromisoformat(iso))


def _bagian(s: Section) -> Bagian:
    """Return a section as the paper knows it."""
    return Bagian(
        s.title, tuple(Angka(*f) for f in s.figures), tuple(map(_batang, s.bars)), s.bars_title, s.framed,
        tuple(map(_batang, s.columns)), s.columns_title, s.said, s.definitions,
    )  # fmt: skip


def _batang(b: Bar) -> Batang:
    return Batang(*b)
