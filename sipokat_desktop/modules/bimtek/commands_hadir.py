"""Attendance on the command line: recorded by code or RT number, from the paper list, and in figures."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import hadir_ops, lembar_ops, queries, statistik, tanda, text_perintah, token
from .commands_pilih import kegiatan_mana, lingkup, pilih_kegiatan, pilih_sesi, rt_dari, sesi_mana, siapa_mana
from .hadir_model import Angka, HasilBanyak
from .model import Kegiatan, Lingkup

_NOMOR = re.compile(r"[0-9\s,;-]+")
"""A list of RT numbers, however long: a code has letters."""


def _hadir_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("siapa", nargs="?", default="", metavar="KODE|3,7", help="kode undangan, atau nomor RT")
    parser.add_argument("--tanda", default="hadir", choices=tanda.TANDA)
    parser.add_argument("--wakil", default="", metavar="NAMA", help="bersama --tanda diwakili (satu RT)")
    parser.add_argument("--pintu", default="", metavar="NAMA", help="pintu atau meja")
    parser.add_argument("--tetap", action="store_true", help="catat juga yang tidak diundang atau sudah bertanda lain")
    parser.add_argument("--sisa", action="store_true", help="tandai alpa semua yang belum tercatat")
    sesi_mana(parser)
    siapa_mana(parser)


def _hadir(context: Context, args: Namespace) -> Output:
    s = pilih_sesi(context, args)
    if bool(args.siapa) == args.sisa:
        raise InputSalah("siapa", text_perintah.SIAPA_ATAU_SISA)
    if args.sisa:
        return _hasil(hadir_ops.tandai_sisa(context.store, s.sesi_id, lingkup=lingkup(context, args)).value)
    jabatan = _jabatan(context, args.siapa)
    if len(jabatan) > 1 and args.wakil:
        raise InputSalah("wakil", text_perintah.SATU_WAKIL)
    hasil = hadir_ops.catat_banyak(
        context.store, s.sesi_id, jabatan, args.tanda, pintu=args.pintu, cara="ketik",
        wakil={jabatan[0]: args.wakil} if args.wakil else {}, tetap=args.tetap,
    ).value  # fmt: skip
    if not hasil.tertulis and hasil.dilewati:
        kata = " ".join(satu.kalimat for satu in hasil.dilewati[:5])
        raise InputSalah("siapa", kata if args.tetap else f"{kata} {text_perintah.ULANGI_TETAP}")
    return _hasil(hasil)


def _jabatan(context: Context, siapa: str) -> list[str]:
    if _NOMOR.fullmatch(siapa) or not token.tampak(siapa):
        return rt_dari(context, siapa)
    u = queries.undangan_bertoken(context.store.reader(), token.baca(siapa), hari=hari_ini(context.store))
    if u is None:
        raise InputSalah("siapa", text_perintah.KODE_ASING)
    return [u.jabatan_id]


def _hasil(hasil: HasilBanyak) -> Output:
    kata = text_perintah.HADIR.format(n=hasil.tertulis, sudah=len(hasil.sudah))
    lewat: list[Json] = [{"jenis": h.jenis, "kalimat": h.kalimat} for h in hasil.dilewati]
    data: Json = {"dicatat": hasil.tertulis, "sudah": len(hasil.sudah), "dilewati": lewat}
    return Output((kata, *(h.kalimat for h in hasil.dilewati)), data)


def _lembar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="1-15,18", help="nomor urut pada daftar hadir kertas")
    parser.add_argument("--kode", default="", metavar="KODE", help="kode di kaki daftar yang dicetak")
    parser.add_argument("--kecuali", action="store_true", help="semua kecuali nomor ini")
    parser.add_argument("--tanda", default="hadir", choices=tanda.TANDA)
    parser.add_argument("--pintu", default="", metavar="NAMA")
    sesi_mana(parser)
    siapa_mana(parser)


def _lembar(context: Context, args: Namespace) -> Output:
    s = pilih_sesi(context, args)
    return _hasil(
        lembar_ops.catat_lembar(
            context.store, s.sesi_id, args.nomor, lingkup=lingkup(context, args), kode=args.kode,
            kecuali=args.kecuali, tanda=args.tanda, pintu=args.pintu,
        ).value
    )  # fmt: skip


def _rekap_arguments(parser: ArgumentParser) -> None:
    kegiatan_mana(parser)
    siapa_mana(parser)


def _rekap(context: Context, args: Namespace) -> Output:
    con = context.store.reader()
    return Output(*rekap(con, pilih_kegiatan(context, args), lingkup=lingkup(context, args)))


def rekap(con: sqlite.Connection, k: Kegiatan, *, lingkup: Lingkup) -> tuple[tuple[str, ...], Json]:
    """Say the figures of an event, in lines and for a machine: in all, by session and by kecamatan."""
    semua = statistik.angka_kegiatan(con, k.kegiatan_id, lingkup=lingkup)
    sesi = statistik.per_sesi(con, k.kegiatan_id, lingkup=lingkup)
    kecamatan = statistik.per_kecamatan_kegiatan(con, k.kegiatan_id, lingkup=lingkup)
    lines = (kata_angka(k.nama, semua), *(kata_angka(satu.nama, satu.angka) for satu in (*sesi, *kecamatan)))
    data: Json = {
        "kegiatan": k.nama, **data_angka(semua),
        "sesi": [{"id": satu.id, "nama": satu.nama, **data_angka(satu.angka)} for satu in sesi],
        "kecamatan": [{"id": satu.id, "nama": satu.nama, **data_angka(satu.angka)} for satu in kecamatan],
    }  # fmt: skip
    return lines, data


def kata_angka(nama: str, a: Angka) -> str:
    """Say figures in a line."""
    return text_perintah.ANGKA.format(nama=nama, datang=a.datang, **a._asdict())


def data_angka(a: Angka) -> dict[str, Json]:
    """Return figures for a machine."""
    return {"datang": a.datang, **a._asdict()}


COMMANDS: tuple[Command, ...] = (
    Command(("bimtek", "hadir"), "catat kehadiran menurut kode atau nomor RT", _hadir_arguments, _hadir),
    Command(("bimtek", "lembar"), "catat kehadiran dari daftar hadir kertas", _lembar_arguments, _lembar),
    Command(("bimtek", "rekap"), "tampilkan jumlah kehadiran", _rekap_arguments, _rekap),
)
