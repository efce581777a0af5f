"""The commands of module ponsel at the office: the register, hand-overs, incidents, help, import, sheet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.rules import nomor_rt
from sipokat_desktop.storage.command import Command, Context, Json, Output
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Done, Store

from . import ops, queries
from . import text_ekspor as kata
from .commands_cari import cari, register
from .commands_cetak import COMMANDS as CETAK
from .commands_impor import COMMANDS as IMPOR
from .queries import Unit
from .text import KODE, SARINGAN

_SERAH = ("tanggal", "kondisi", "kelengkapan", "penerima", "surat_kuasa", "alasan")
_Serah = Callable[[Store, str, dict[str, str]], Done[list[str]]]


def _pilih(parser: ArgumentParser) -> None:
    parser.add_argument("barang", metavar="BARANG", help="IMEI, nomor seri, atau NUP; boleh sebagian akhirnya")


def _isian(parser: ArgumentParser, *nama: str) -> None:
    for satu in nama:
        parser.add_argument(f"--{satu.replace('_', '-')}", dest=satu, default="", metavar=satu.upper())


def _daftar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("cari", nargs="?", default="", metavar="CARI", help="nama, RT, IMEI, merek …")
    parser.add_argument("--saring", default="", choices=tuple(kunci for kunci, _ in SARINGAN))


def _daftar(context: Context, args: Namespace) -> Output:
    semua = register(context)
    pilih = queries.cari(queries.saring(semua, args.saring, hari=hari_ini(context.store)), args.cari)
    lines = [_baris(u) for u in pilih]
    jumlah = kata.SEMUA.format(**{k: v for k, v in queries.jumlah(pilih)._asdict().items()}, n=len(pilih))
    data: list[Json] = [u._asdict() | {"putus": [*u.putus], "ragu": [*u.ragu]} for u in pilih]
    return Output((*lines, jumlah) if semua else (kata.KOSONG,), data)


def _baris(u: Unit) -> str:
    siapa = f"RT {u.nomor_rt} {u.nama}" if u.nama and u.nomor_rt else u.nama or u.kata_keadaan
    sejak = f"sejak {tanggal.pendek(tanggal.baca(u.sejak))}" if u.sejak else ""
    lambat = f"terlambat {u.terlambat} hari" if u.terlambat else ""
    return " · ".join(filter(None, (u.sebutan, u.pengenal, u.kata_kondisi, siapa, sejak, lambat, *u.ragu)))


def _tambah_arguments(parser: ArgumentParser) -> None:
    _isian(parser, *ops.UNIT)
    parser.add_argument("--ubah", default="", metavar="BARANG", help="barang yang datanya diubah")


def _tambah(context: Context, args: Namespace) -> Output:
    isian = {nama: str(getattr(args, nama)) for nama in ops.UNIT if getattr(args, nama)}
    unit_id = cari(context, args.ubah).unit_id if args.ubah else ""
    unit_id = ops.simpan_unit(context.store, context.lingkup, isian, unit_id=unit_id).value
    u = _unit(context, unit_id)
    return Output((kata.DICATAT.format(sebutan=u.sebutan), *u.ragu), {"unit_id": unit_id, "ragu": [*u.ragu]})


def _unit(context: Context, unit_id: str) -> Unit:
    u = queries.unit(context.store.reader(), unit_id, hari=hari_ini(context.store))
    assert u is not None
    return u


def _serah_arguments(jenis: str) -> Callable[[ArgumentParser], None]:
    def arguments(parser: ArgumentParser) -> None:
        _pilih(parser)
        if jenis in ("serah", "alih"):
            parser.add_argument("--rt", required=True, metavar="RT", help="RT ketua yang menerima")
        _isian(parser, *_SERAH)

    return arguments


def _serah(jenis: str, kerja: _Serah) -> Callable[[Context, Namespace], Output]:
    def run(context: Context, args: Namespace) -> Output:
        u = cari(context, args.barang)
        isian = {nama: str(getattr(args, nama)) for nama in _SERAH}
        if jenis in ("serah", "alih"):
            isian["masa_id"] = _ketua(context, args.rt, isian["tanggal"])
        (serah_id,) = kerja(context.store, u.unit_id, isian).value
        s = queries.serah(context.store.reader(), serah_id)
        assert s is not None
        lines = (kata.SERAH_SELESAI.format(sebutan=u.sebutan, apa=KODE["serah"][jenis], nomor=s.nomor),)
        return Output(lines, {"serah_id": serah_id, "nomor": s.nomor, "unit_id": u.unit_id})

    return run


def _ketua(context: Context, nomor: str, hari: str) -> str:
    kapan = tanggal.baca(hari) if hari else hari_ini(context.store)
    rt_ = nomor_rt(nomor, "rt")
    semua = queries.pemegang(context.store.reader(), lingkup=context.lingkup, hari=kapan)
    masa_id = next((p.masa_id for p in semua if p.nomor_rt == rt_), "")
    if not masa_id:
        raise InputSalah("rt", kata.RT_KOSONG.format(rt=rt_, tanggal=tanggal.panjang(kapan)))
    return masa_id


def _kejadian_arguments(parser: ArgumentParser) -> None:
    _pilih(parser)
    parser.add_argument("--jenis", required=True, choices=tuple(KODE["kejadian"]))
    parser.add_argument("--uraian", required=True)
    parser.add_argument("--pengganti", default="", metavar="BARANG", help="barang yang diserahkan sebagai gantinya")
    _isian(parser, "tanggal", "kondisi", "polisi_nomor", "polisi_tanggal", "tindak_lanjut")


def _kejadian(context: Context, args: Namespace) -> Output:
    u = cari(context, args.barang)
    nama = ("jenis", "uraian", "tanggal", "kondisi", "polisi_nomor", "polisi_tanggal", "tindak_lanjut")
    ganti = cari(context, args.pengganti).unit_id if args.pengganti else ""
    id = ops.kejadian(context.store, u.unit_id, {satu: str(getattr(args, satu)) for satu in nama}).value
    if ganti:
        ops.ganti_unit(context.store, id, ganti, {"tanggal": args.tanggal})
    lines = (kata.KEJADIAN_SELESAI.format(sebutan=u.sebutan, jenis=KODE["kejadian"][args.jenis]),)
    return Output(lines, {"kejadian_id": id, "unit_id": u.unit_id})


def _bantuan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("barang", nargs="?", default="", metavar="BARANG", help="kosong: tampilkan semua permintaan")
    parser.add_argument("--jenis", default="", choices=("", *KODE["bantuan"]))
    _isian(parser, "uraian", "kontak")


def _bantuan(context: Context, args: Namespace) -> Output:
    if args.barang:
        u = cari(context, args.barang)
        isian = {nama: str(getattr(args, nama)) for nama in ("jenis", "uraian", "kontak")}
        id = ops.minta_bantuan(context.store, u.unit_id, isian).value
        return Output((kata.BANTUAN_SELESAI,), {"bantuan_id": id})
    semua = queries.bantuan(context.store.reader(), lingkup=[context.lingkup])
    lines = tuple(
        " · ".join(
            filter(
                None,
                (b.diminta, KODE["bantuan"][b.jenis], b.sebutan, b.pengenal, b.nama,
                 KODE["keadaan_bantuan"].get(b.keadaan, b.keadaan), b.jawaban),
            )
        )
        for b in semua
    )  # fmt: skip
    data: list[Json] = [b._asdict() for b in semua]
    return Output(lines or (kata.TANPA_PERMINTAAN,), data)


def _xlsx_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="berkas .xlsx yang ditulis")
    parser.add_argument("--saring", default="", choices=tuple(kunci for kunci, _ in SARINGAN))


def _xlsx(context: Context, args: Namespace) -> Output:
    from . import ekspor

    hari = hari_ini(context.store)
    units = queries.saring(register(context), args.saring, hari=hari)
    isi = ekspor.tabel(units, judul=judul(context.store.reader(), context.lingkup), hari=hari)
    n = ekspor.simpan(args.file, isi)
    return Output((kata.TERSIMPAN.format(n=n, berkas=args.file),), {"berkas": str(args.file), "baris": n})


def judul(con: Connection, lingkup: str) -> tuple[str, ...]:
    """Return the lines above the register of a kelurahan."""
    return (kata.JUDUL, kata.TEMPAT.format(kelurahan=rt.nama_kelurahan(con, lingkup).upper()))


def _perintah(jenis: str, bantuan: str, kerja: _Serah) -> Command:
    return Command(("barang", jenis), bantuan, _serah_arguments(jenis), _serah(jenis, kerja))


COMMANDS: tuple[Command, ...] = (
    Command(("barang", "daftar"), "tampilkan HP dan barang dengan pemegangnya", _daftar_arguments, _daftar),
    Command(("barang", "tambah"), "catat atau ubah satu barang", _tambah_arguments, _tambah),
    _perintah("serah", "serahkan barang kepada ketua RT", ops.serah),
    _perintah("kembali", "terima barang kembali", ops.kembali),
    _perintah("alih", "alihkan barang ke ketua RT lain", ops.alih),
    _perintah("tarik", "tarik barang, dengan alasan", ops.tarik),
    Command(("barang", "kejadian"), "catat rusak, hilang, diperbaiki, ditemukan", _kejadian_arguments, _kejadian),
    Command(("barang", "bantuan"), "minta bantuan kota, atau lihat jawabannya", _bantuan_arguments, _bantuan),
    *IMPOR,
    *CETAK,
    Command(("barang", "xlsx"), "simpan daftar barang sebagai .xlsx", _xlsx_arguments, _xlsx),
)
