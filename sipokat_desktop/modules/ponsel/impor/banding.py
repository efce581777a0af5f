"""Compares a register with what is stored: which unit each row is, by IMEI, serial number or NUP, and who holds it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from sipokat_desktop.importing.sheet import Maju, Workbook, diam
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.rt.impor.hasil import Berat, Letak, Tanda
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store

from .. import queries, text
from ..model import BELUM, Pemegang, Unit
from ..tulis import Penerima
from . import kata
from .baca import Bacaan, baca
from .kamus import ISIAN, PENGENAL, UNIT
from .pemetaan import Pemetaan
from .rencana import BarisRencana, Nasib, Pilihan, Rencana, Serah

_TANPA_PILIHAN = Pilihan()


class _Ada(NamedTuple):
    """What is stored: units by id and by number, heads in office by RT; ``dilihat``: numbers of earlier rows."""

    unit: Mapping[str, Unit]
    nomor: Mapping[tuple[str, str], str]
    ketua: Mapping[str, Pemegang]
    dilihat: dict[tuple[str, str], Letak]
    lingkup: str
    hari: str


def banding(
    store: Store, lingkup: str, berkas: Workbook, pemetaan: Pemetaan, pilihan: Pilihan = _TANPA_PILIHAN,
    *, maju: Maju = diam,
) -> Rencana:  # fmt: skip
    """Return what would become of every row; writes nothing. Raises InputSalah for a file without rows."""
    hari = hari_ini(store)
    con = store.reader()
    baris, diabaikan = baca(berkas, pemetaan, hari, pilihan, maju)
    if not baris:
        raise InputSalah("berkas", kata.TANPA_BARIS.format(nama=berkas.nama))
    units = {u.unit_id: u for u in queries.daftar(con, lingkup=[lingkup], hari=hari)}
    ketua = {p.nomor_rt: p for p in queries.pemegang(con, lingkup=lingkup, hari=hari)}
    ada = _Ada(units, _nomor(units), ketua, {}, lingkup, hari.isoformat())
    semua = tuple(_satu(satu, ada, pilihan) for satu in baris)
    return Rencana(berkas.nama, lingkup, semua, tuple(diabaikan), sidik(con, lingkup))


def sidik(con: sqlite.Connection, lingkup: str) -> str:
    """Return a hash of what a plan rests on: units, hand-overs and terms of the place."""
    hasil = blake2b(digest_size=16)
    for tabel in ("ponsel_unit", "ponsel_serah", "rt_masa"):
        for row in con.execute(f"SELECT * FROM {tabel} WHERE lingkup = ? ORDER BY id", (lingkup,)):
            hasil.update(repr(tuple(row)).encode())
    return hasil.hexdigest()


def _nomor(units: Mapping[str, Unit]) -> dict[tuple[str, str], str]:
    """Return the units by the numbers that only one of them has."""
    pemilik: dict[tuple[str, str], str] = {}
    for u in units.values():
        for kunci in _kunci({nama: getattr(u, nama) for nama in (*PENGENAL, "kode_barang")}):
            pemilik[kunci] = "" if kunci in pemilik else u.unit_id
    return {kunci: unit_id for kunci, unit_id in pemilik.items() if unit_id}


def _kunci(isi: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return what a unit is known by, the strongest first: either IMEI, the serial number, goods code with NUP."""
    hasil = [("imei", str(isi[nama])) for nama in ("imei1", "imei2") if isi.get(nama)]
    hasil += [("seri", str(isi["seri"]))] if isi.get("seri") else []
    if isi.get("nup") and isi.get("kode_barang"):
        hasil.append(("nup", f"{isi['kode_barang']} {isi['nup']}"))
    return hasil


def _satu(satu: Bacaan, ada: _Ada, pilihan: Pilihan) -> BarisRencana:
    isi: Fields = {nama: satu.isi[nama] for nama in UNIT if nama in satu.isi}
    alasan, unit_id = _tolak(satu, ada)
    nama = " ".join(str(isi[n]) for n in ("barang", "merek", "tipe") if isi.get(n)) or text.BARANG
    dasar = BarisRencana(satu.letak, satu.lembar, Nasib.DITOLAK, alasan, nama, tanda=tuple(satu.tanda))
    if satu.letak in pilihan.lewati:
        return _jadi(dasar, Nasib.DILEWATI, kata.DILEWATI_ANDA)
    if alasan:
        return dasar
    ada.dilihat.update((kunci, satu.letak) for kunci in _kunci(isi))
    lama = ada.unit.get(unit_id)
    serah, tanda = _serah(satu, lama, ada)
    if lama is None:
        isi = {"barang": text.BARANG, "kondisi": "baik", **isi}
        kalimat = kata.BARU_PEMEGANG.format(nama=serah.kepada.nama, rt=serah.rt) if serah else kata.BARU
        return _jadi(dasar, Nasib.BARU, kalimat, isi=isi, serah=serah, tanda=(*satu.tanda, *tanda))
    beda: Fields = {nama: nilai for nama, nilai in isi.items() if getattr(lama, nama) != nilai}
    kalimat = _kata_ubah(beda, serah)
    nasib = Nasib.DIUBAH if kalimat else Nasib.SAMA
    hasil = _jadi(dasar, nasib, kalimat or kata.SAMA, isi=beda, serah=serah, tanda=(*satu.tanda, *tanda))
    return hasil if not unit_id else _dengan_unit(hasil, unit_id)


def _jadi(
    dasar: BarisRencana, nasib: Nasib, alasan: str, *, isi: Fields | None = None, serah: Serah | None = None,
    tanda: tuple[Tanda, ...] = (),
) -> BarisRencana:  # fmt: skip
    return BarisRencana(
        dasar.letak, dasar.lembar, nasib, alasan, dasar.sebutan, isi=isi or {}, serah=serah, tanda=tanda or dasar.tanda
    )


def _dengan_unit(satu: BarisRencana, unit_id: str) -> BarisRencana:
    return BarisRencana(
        satu.letak, satu.lembar, satu.nasib, satu.alasan, satu.sebutan, unit_id, satu.isi, satu.serah, satu.tanda
    )


def _kata_ubah(beda: Fields, serah: Serah | None) -> str:
    kata_ = [kata.DIUBAH.format(isian=", ".join(ISIAN[nama].lower() for nama in beda))] if beda else []
    kata_ += [kata.DIUBAH_PEMEGANG.format(nama=serah.kepada.nama, rt=serah.rt)] if serah else []
    return " ".join(kata_)


def _tolak(satu: Bacaan, ada: _Ada) -> tuple[str, str]:
    """Return why a row cannot be taken ("" when it can), and the unit that it is ("" for a new one)."""
    if satu.salah:
        return satu.salah, ""
    kelurahan = str(satu.isi.get("kelurahan") or ada.lingkup)
    if kelurahan != ada.lingkup:
        return kata.KELURAHAN_LAIN.format(nama=wilayah.nama(kelurahan)), ""
    kunci = _kunci(satu.isi)
    if not kunci and not satu.isi.get("nup"):
        return kata.TANPA_PENGENAL, ""
    for satu_kunci in kunci:
        if satu_kunci in ada.dilihat:
            return kata.ULANG.format(baris=ada.dilihat[satu_kunci].baris), ""
    pemilik = list(dict.fromkeys(ada.nomor[k] for k in kunci if k in ada.nomor))
    if len(pemilik) > 1:
        satu_, dua = (f"{ada.unit[u].sebutan} {ada.unit[u].pengenal}" for u in pemilik[:2])
        return kata.DUA_BARANG.format(satu=satu_, dua=dua), ""
    return "", pemilik[0] if pemilik else ""


def _serah(satu: Bacaan, lama: Unit | None, ada: _Ada) -> tuple[Serah | None, list[Tanda]]:
    """Return the hand-over that a row tells of, or a word on why it is not recorded."""
    rt, nama = str(satu.isi.get("rt") or ""), str(satu.isi.get("nama") or "")
    if not rt:
        return None, []
    if lama is not None and lama.keadaan != BELUM:
        beda = lama.nama and lama.nomor_rt != rt
        return None, [_ragu("rt", kata.SUDAH_ADA_PEMEGANG.format(nama=lama.nama))] if beda else []
    ketua = ada.ketua.get(rt)
    if ketua is None:
        return None, [_ragu("rt", kata.RT_KOSONG.format(rt=rt))]
    if nama and kunci_cari(nama) != kunci_cari(ketua.nama):
        return None, [_ragu("nama", kata.NAMA_LAIN.format(nama=nama, rt=rt, kini=ketua.nama))]
    tanggal = str(satu.isi.get("tanggal") or ada.hari)
    tanda = [_ragu("tanggal", kata.TANGGAL_NANTI)] if tanggal > ada.hari else []
    kepada = Penerima(ketua.masa_id, ketua.jabatan_id, ketua.nama)
    return Serah(kepada, rt, min(tanggal, ada.hari), str(satu.isi.get("nomor") or "")), tanda


def _ragu(isian: str, pesan: str) -> Tanda:
    return Tanda(isian, ISIAN[isian], "", Berat.RAGU, pesan)
