"""Reports on the command line: recorded, shown, changed, copied, deleted, and their photos."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.pilih_rt import pisah, posts
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import commands_pilih as pilih
from . import ops, queries, rules, sebutan
from . import text_perintah as kata
from .model import Diubah, Peringatan, Tercatat

_BANTUAN = {
    "tanggal": "misalnya 5/4/2026; kosong: hari ini", "bidang": "1 sampai 5, atau namanya",
    "jenis": "misalnya gotong_royong, atau namanya", "kategori": "kinerja atau biasa",
}  # fmt: skip


def _isian_arguments(parser: ArgumentParser, nama: Iterable[str]) -> None:
    for satu in nama:
        parser.add_argument(f"--{satu}", default=None, metavar="TEKS", help=_BANTUAN.get(satu))


def _isian(args: Namespace, nama: Iterable[str]) -> dict[str, str]:
    return {satu: getattr(args, satu) for satu in nama if getattr(args, satu) is not None}


_LAIN = tuple(nama for nama in rules.ISIAN if nama != "uraian")


def _catat_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("uraian", metavar="URAIAN", help="apa yang dikerjakan")
    parser.add_argument("--rt", required=True, metavar="3,7", help="satu RT atau beberapa: kegiatan yang sama")
    parser.add_argument("--foto", nargs="+", type=Path, default=[], metavar="BERKAS")
    _isian_arguments(parser, _LAIN)


def _catat(context: Context, args: Namespace) -> Output:
    jabatan = posts(context, pisah(args.rt))
    isian = _isian(args, _LAIN) | {"uraian": args.uraian}
    foto = [ops.siapkan_foto(context.store, berkas) for berkas in args.foto]
    return _tercatat(context, ops.catat(context.store, context.lingkup, jabatan, isian, foto=foto).value)


def _tercatat(context: Context, hasil: Tercatat) -> Output:
    con = context.store.reader()
    satu = [kata.DICATAT.format(laporan=f"{pilih.kode(id)}  {sebutan.laporan(con, id)}") for id in hasil.ids]
    lines = satu if len(satu) == 1 else [*satu, kata.BANYAK_DICATAT.format(n=len(satu))]
    data: Json = {
        "laporan": [{"id": id, "kode": pilih.kode(id)} for id in hasil.ids], "peringatan": _ragu(hasil.peringatan)
    }  # fmt: skip
    return Output((*lines, *(p.kalimat for p in hasil.peringatan)), data)


def _ragu(semua: Iterable[Peringatan]) -> list[Json]:
    return [{"field": p.field, "kalimat": p.kalimat} for p in semua]


_TERBANYAK = 1_000_000
"""Lines of a list that may be asked for: more reports than a city writes in ten years."""


def _daftar_arguments(parser: ArgumentParser) -> None:
    pilih.saring_arguments(parser)
    parser.add_argument("--banyak", type=int, default=50, metavar="N", help="paling banyak sekian baris")


def _daftar(context: Context, args: Namespace) -> Output:
    con, saring = context.store.reader(), pilih.saring(context, args)
    semua = queries.daftar(con, saring, batas=min(max(args.banyak, 1), _TERBANYAK))
    jumlah = queries.jumlah(con, saring)
    lebih = (kata.LAGI.format(n=len(semua)),) if len(semua) < jumlah.semua else ()
    di = pilih.tempat(context, semua)
    baris = [pilih.baris(satu, di) for satu in semua]
    lines = (*baris, *lebih, kata.JUMLAH.format(**jumlah._asdict())) if semua else (kata.KOSONG,)
    laporan: list[Json] = [pilih.data(satu) for satu in semua]
    return Output(lines, {"laporan": laporan, "jumlah": jumlah._asdict()})


def _ubah_arguments(parser: ArgumentParser) -> None:
    pilih.kode_arguments(parser)
    parser.add_argument("--rt", default="", metavar="RT", help="RT yang benar")
    _isian_arguments(parser, rules.ISIAN)


def _ubah(context: Context, args: Namespace) -> Output:
    id = pilih.pilih(context, args.kode).laporan.laporan_id
    jabatan = pilih.satu_rt(context, args.rt)
    return _diubah(context, id, ops.ubah(context.store, id, _isian(args, rules.ISIAN), jabatan_id=jabatan).value)


def _diubah(context: Context, id: str, hasil: Diubah, kata_: str = kata.DIUBAH) -> Output:
    nama = sebutan.laporan(context.store.reader(), id)
    awal = kata_.format(laporan=nama) if hasil.berubah else kata.TETAP
    data: Json = {
        "id": id, "berubah": hasil.berubah, "dicabut": hasil.dicabut, "peringatan": _ragu(hasil.peringatan)
    }  # fmt: skip
    return Output((awal, *hasil.kata, *(p.kalimat for p in hasil.peringatan)), data)


def _hapus_arguments(parser: ArgumentParser) -> None:
    pilih.kode_arguments(parser, banyak=True)


def _hapus(context: Context, args: Namespace) -> Output:
    ids = pilih.pilih_semua(context, args.kode)
    ops.hapus(context.store, ids)
    return Output((kata.DIHAPUS.format(n=len(ids)),), {"dihapus": [*ids]})


def _salin_arguments(parser: ArgumentParser) -> None:
    pilih.kode_arguments(parser)
    parser.add_argument("--rt", default="", metavar="3,7", help="kosong: RT yang sama")
    parser.add_argument("--tanggal", nargs="+", default=[], metavar="TANGGAL", help="kosong: hari yang sama")


def _salin(context: Context, args: Namespace) -> Output:
    id = pilih.pilih(context, args.kode).laporan.laporan_id
    jabatan = posts(context, pisah(args.rt))
    return _tercatat(context, ops.salin(context.store, id, jabatan_ids=jabatan, tanggal=args.tanggal).value)


def _foto_tambah_arguments(parser: ArgumentParser) -> None:
    pilih.kode_arguments(parser)
    parser.add_argument("berkas", nargs="+", type=Path, metavar="BERKAS")


def _foto_tambah(context: Context, args: Namespace) -> Output:
    id = pilih.pilih(context, args.kode).laporan.laporan_id
    foto = [ops.siapkan_foto(context.store, berkas) for berkas in args.berkas]
    hasil = ops.tambah_foto(context.store, id, foto).value
    return _diubah(context, id, hasil, kata.FOTO_DITAMBAH.format(n=len(foto)))


def _foto_hapus_arguments(parser: ArgumentParser) -> None:
    pilih.kode_arguments(parser)
    parser.add_argument("ke", type=int, metavar="KE", help="foto ke berapa")


def _foto_hapus(context: Context, args: Namespace) -> Output:
    rinci = pilih.pilih(context, args.kode)
    if not 1 <= args.ke <= len(rinci.foto):
        n = len(rinci.foto)
        raise InputSalah("ke", kata.FOTO_KE.format(n=n) if n else kata.TANPA_FOTO)
    hasil = ops.hapus_foto(context.store, [rinci.foto[args.ke - 1].foto_id]).value
    return _diubah(context, rinci.laporan.laporan_id, hasil, kata.FOTO_DIHAPUS.format(ke=args.ke))


COMMANDS: tuple[Command, ...] = (
    Command(("laporan", "catat"), "catat kegiatan satu RT atau beberapa", _catat_arguments, _catat),
    Command(("laporan", "daftar"), "tampilkan laporan, yang terbaru dulu", _daftar_arguments, _daftar),
    Command(("laporan", "ubah"), "ubah satu laporan", _ubah_arguments, _ubah),
    Command(("laporan", "hapus"), "hapus laporan dengan fotonya", _hapus_arguments, _hapus),
    Command(("laporan", "salin"), "salin laporan untuk RT atau hari lain", _salin_arguments, _salin),
    Command(("laporan", "foto", "tambah"), "tambah foto ke laporan", _foto_tambah_arguments, _foto_tambah),
    Command(("laporan", "foto", "hapus"), "hapus satu foto dari laporan", _foto_hapus_arguments, _foto_hapus),
)
