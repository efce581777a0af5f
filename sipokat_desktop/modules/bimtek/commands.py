"""Module bimtek on the command line of the office: ``sipokat bimtek …``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.storage.command import Command, Context, Output
from sipokat_desktop.storage.store import Store

from . import commands_cetak, commands_hadir, commands_sertifikat, commands_undang, ops, queries, text_perintah
from .commands_pilih import (
    ISIAN_KEGIATAN,
    ISIAN_SESI,
    data_kegiatan,
    data_sesi,
    isian_arguments,
    isian_dari,
    kata_kegiatan,
    kata_sesi,
    kegiatan_mana,
    pilih_kegiatan,
    pilih_sesi,
    sesi_mana,
)


def _daftar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--semua", action="store_true", help="juga yang tidak menyangkut kantor ini")


def _daftar(context: Context, args: Namespace) -> Output:
    semua = queries.kegiatan(context.store.reader(), lingkup="" if args.semua else context.kantor)
    lines = tuple(map(kata_kegiatan, semua)) or (text_perintah.KEGIATAN_KOSONG,)
    return Output(lines, [data_kegiatan(k) for k in semua])


def _buat_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nama", metavar="NAMA", help="misalnya “Bimbingan Teknis Ketua RT”")
    isian_arguments(parser, ISIAN_KEGIATAN[1:])
    for nama in ("tanggal", "mulai", "selesai"):
        parser.add_argument(f"--{nama}", default="", metavar="TEKS", help="catat sekalian sesi pertamanya")


def _buat(context: Context, args: Namespace) -> Output:
    """Record an event, with its first session where a day is given."""
    isian = {"nama": args.nama} | isian_dari(args, ISIAN_KEGIATAN[1:])
    id = ops.simpan_kegiatan(context.store, context.kantor, isian).value
    if args.tanggal:
        waktu = {"tanggal": args.tanggal, "mulai": args.mulai, "selesai": args.selesai}
        ops.simpan_sesi(context.store, id, {"judul": args.nama} | waktu)
    return _kegiatan(context, id)


def _ubah_arguments(parser: ArgumentParser) -> None:
    kegiatan_mana(parser)
    isian_arguments(parser, ISIAN_KEGIATAN)


def _ubah(context: Context, args: Namespace) -> Output:
    k = pilih_kegiatan(context, args)
    ops.simpan_kegiatan(context.store, k.lingkup, isian_dari(args, ISIAN_KEGIATAN), kegiatan_id=k.kegiatan_id)
    return _kegiatan(context, k.kegiatan_id)


def _kegiatan(context: Context, kegiatan_id: str) -> Output:
    k = queries.satu_kegiatan(context.store.reader(), kegiatan_id)
    return Output((kata_kegiatan(k),), data_kegiatan(k))


def _keadaan(kerja: Callable[[Store, str], Changes]) -> Callable[[Context, Namespace], Output]:
    def jalan(context: Context, args: Namespace) -> Output:
        k = pilih_kegiatan(context, args)
        kerja(context.store, k.kegiatan_id)
        return _kegiatan(context, k.kegiatan_id)

    return jalan


def _batal_arguments(parser: ArgumentParser) -> None:
    kegiatan_mana(parser)
    parser.add_argument("--alasan", required=True)


def _batal(context: Context, args: Namespace) -> Output:
    k = pilih_kegiatan(context, args)
    ops.batalkan(context.store, k.kegiatan_id, alasan=args.alasan)
    return _kegiatan(context, k.kegiatan_id)


def _hapus(context: Context, args: Namespace) -> Output:
    k = pilih_kegiatan(context, args)
    ops.hapus_kegiatan(context.store, k.kegiatan_id)
    return Output((text_perintah.KEGIATAN_DIHAPUS.format(nama=k.nama),), {"dihapus": k.kegiatan_id})


def _sesi(context: Context, kegiatan_id: str) -> Output:
    """Say the sessions of an event, and what is in doubt about them."""
    con = context.store.reader()
    semua = queries.sesi(con, kegiatan_id)
    ragu = tuple(p.kalimat for p in queries.peringatan_sesi(con, kegiatan_id))
    lines = tuple(kata_sesi(ke, s) for ke, s in enumerate(semua, 1)) or (text_perintah.SESI_KOSONG,)
    return Output((*lines, *ragu), {"sesi": [data_sesi(s) for s in semua], "peringatan": list(ragu)})


def _sesi_daftar(context: Context, args: Namespace) -> Output:
    return _sesi(context, pilih_kegiatan(context, args).kegiatan_id)


def _sesi_tambah_arguments(parser: ArgumentParser) -> None:
    kegiatan_mana(parser)
    isian_arguments(parser, ISIAN_SESI)


def _sesi_tambah(context: Context, args: Namespace) -> Output:
    k = pilih_kegiatan(context, args)
    ops.simpan_sesi(context.store, k.kegiatan_id, isian_dari(args, ISIAN_SESI))
    return _sesi(context, k.kegiatan_id)


def _sesi_ubah_arguments(parser: ArgumentParser) -> None:
    sesi_mana(parser)
    isian_arguments(parser, ISIAN_SESI)


def _sesi_ubah(context: Context, args: Namespace) -> Output:
    s = pilih_sesi(context, args)
    ops.simpan_sesi(context.store, s.kegiatan_id, isian_dari(args, ISIAN_SESI), sesi_id=s.sesi_id)
    return _sesi(context, s.kegiatan_id)


def _sesi_hapus(context: Context, args: Namespace) -> Output:
    s = pilih_sesi(context, args)
    ops.hapus_sesi(context.store, s.sesi_id)
    return _sesi(context, s.kegiatan_id)


COMMANDS: tuple[Command, ...] = (
    Command(("bimtek", "kegiatan", "daftar"), "tampilkan kegiatan", _daftar_arguments, _daftar),
    Command(("bimtek", "kegiatan", "buat"), "catat kegiatan kantor ini", _buat_arguments, _buat),
    Command(("bimtek", "kegiatan", "ubah"), "ubah kegiatan kantor ini", _ubah_arguments, _ubah),
    Command(("bimtek", "kegiatan", "tutup"), "tutup kegiatan yang selesai", kegiatan_mana, _keadaan(ops.selesai)),
    Command(("bimtek", "kegiatan", "buka"), "buka lagi kegiatan", kegiatan_mana, _keadaan(ops.buka_lagi)),
    Command(("bimtek", "kegiatan", "batal"), "nyatakan kegiatan tidak jadi", _batal_arguments, _batal),
    Command(("bimtek", "kegiatan", "hapus"), "hapus kegiatan tanpa catatan hadir", kegiatan_mana, _hapus),
    Command(("bimtek", "sesi", "daftar"), "tampilkan sesi", kegiatan_mana, _sesi_daftar),
    Command(("bimtek", "sesi", "tambah"), "catat sesi", _sesi_tambah_arguments, _sesi_tambah),
    Command(("bimtek", "sesi", "ubah"), "ubah sesi", _sesi_ubah_arguments, _sesi_ubah),
    Command(("bimtek", "sesi", "hapus"), "hapus sesi tanpa catatan hadir", sesi_mana, _sesi_hapus),
    *commands_undang.COMMANDS,
    *commands_hadir.COMMANDS,
    *commands_cetak.COMMANDS,
    *commands_sertifikat.COMMANDS,
)
