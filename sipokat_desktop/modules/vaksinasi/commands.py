"""The commands of module vaksinasi: figures recorded, listed, how far places are, what is missing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.arguments import berkas, keluaran
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.rupiah import titik
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.pilih_rt import pisah, posts
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import ops, queries, rules, text
from . import text_cetak as kata
from .model import Cakupan


def _program_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--program", default="", metavar="NAMA", help="bawaan: program yang terakhir dicatat")


def _tempat_arguments(parser: ArgumentParser) -> None:
    _program_arguments(parser)
    parser.add_argument("--tanggal", default="", metavar="TANGGAL", help="keadaan pada hari itu; bawaan: hari ini")
    parser.add_argument("--kelurahan", metavar="NAMA", help="hanya satu kelurahan")


def _tempat(context: Context, args: Namespace) -> str:
    return context.lingkup if getattr(args, "kelurahan", None) else context.kantor


def _program(context: Context, args: Namespace, kantor: str) -> str:
    dikenal = queries.program(context.store.reader(), wilayah.kelurahan_dari(kantor))
    return rules.program(args.program or next(iter(dikenal), text.PROGRAM), dikenal)


def _hari(context: Context, ketik: str) -> str:
    return rules.hari(ketik, hari_ini(context.store))


def _catat_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("baris", nargs="+", metavar="RT=ANGKA", help=kata.BARIS_KISI.replace("%", "%%"))
    parser.add_argument("--tanggal", default="", metavar="TANGGAL", help="bawaan: hari ini")
    parser.add_argument("--alasan", default="", metavar="TEKS", help="mengapa angkanya turun atau sasarannya berubah")
    _program_arguments(parser)


def _catat(context: Context, args: Namespace) -> Output:
    program, hari = _program(context, args, context.lingkup), _hari(context, args.tanggal)
    semua = [_baris(context, satu, args.alasan) for satu in args.baris]
    baris = dict(semua)
    if len(baris) < len(semua):
        raise InputSalah("baris", kata.RT_DUA_KALI)
    try:
        n = ops.catat_banyak(context.store, context.lingkup, program, hari, baris).value
    except InputSalah as exc:
        raise InputSalah(exc.field.rpartition(ops.PEMISAH)[2], exc.pesan) from None
    kapan = tanggal.panjang(date.fromisoformat(hari))
    return Output((kata.DICATAT.format(program=program, hari=kapan, **n._asdict()),), {**n._asdict()})


def _baris(context: Context, ketik: str, alasan: str) -> tuple[str, dict[str, str]]:
    """Read ``3=120/80/40/10``: the post of the RT, and what was typed of it."""
    rt, sama, angka = ketik.partition("=")
    bagian = angka.split("/")
    if not sama or len(bagian) > len(rules.ANGKA):
        raise InputSalah("baris", kata.BARIS_KISI)
    isian = dict(zip(rules.ANGKA, bagian, strict=False))
    return posts(context, [rt])[0], isian | ({"alasan": alasan} if alasan else {})


def _daftar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--rt", default="", metavar="RT", help="hanya satu RT")
    _program_arguments(parser)


def _daftar(context: Context, args: Namespace) -> Output:
    kantor = _tempat(context, args)
    program, jabatan_id = _program(context, args, kantor), posts(context, [args.rt])[0] if args.rt else ""
    kode = wilayah.kelurahan_dari(kantor)
    semua = queries.catatan(context.store.reader(), lingkup=kode, program=program, jabatan_id=jabatan_id)
    lines = [
        " · ".join((kata.BARIS.format(hari=c.tanggal, rt=c.nomor_rt, **_angka(c._asdict())), *c.ragu)) for c in semua
    ]
    isi: list[Json] = [{**c._asdict(), "ragu": [*c.ragu]} for c in semua]
    return Output(tuple(lines) or (kata.BELUM.format(program=program),), isi)


def _angka(isi: dict[str, object]) -> dict[str, str]:
    return {nama: titik(int(str(isi[nama]))) for nama in rules.ANGKA}


def _hapus_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rt", metavar="RT", help="satu atau beberapa RT, misalnya 3,5")
    parser.add_argument("--tanggal", required=True, metavar="TANGGAL")
    _program_arguments(parser)


def _hapus(context: Context, args: Namespace) -> Output:
    program, hari = _program(context, args, context.lingkup), _hari(context, args.tanggal)
    ids = [ops.id_catatan(jabatan_id, program, hari) for jabatan_id in posts(context, pisah(args.rt))]
    ops.hapus(context.store, ids)
    return Output((kata.DIHAPUS.format(n=len(ids)),), {"dihapus": len(ids)})


def _kemajuan(context: Context, args: Namespace) -> Output:
    con, kantor = context.store.reader(), _tempat(context, args)
    program, hari = _program(context, args, kantor), _hari(context, args.tanggal)
    titik_ = queries.kemajuan(con, kantor=kantor, program=program, sampai=hari)
    kini = queries.cakupan(con, kantor=kantor, program=program, hari=hari)
    lines = [kata.TITIK.format(hari=satu.tanggal, rt=satu.rt, **_angka(satu._asdict())) for satu in titik_]
    isi: dict[str, Json] = {
        "program": program,
        "titik": [{**satu._asdict()} for satu in titik_],
        "kini": {**kini._asdict()},
    }
    return Output((*lines, _ringkas(kini)) if titik_ else (kata.BELUM.format(program=program),), isi)


def _ringkas(c: Cakupan) -> str:
    isian = {nama: c.kata(nama) for nama in rules.ANGKA[1:]}
    return kata.RINGKAS.format(nama=c.nama, n=c.rt_tercatat, rt=c.rt, **isian)


def _celah_arguments(parser: ArgumentParser) -> None:
    _tempat_arguments(parser)
    parser.add_argument("--target", type=int, default=queries.TARGET // 10, metavar="PERSEN", help="target dosis 1")


def _celah(context: Context, args: Namespace) -> Output:
    if not 0 <= args.target <= 100:
        raise InputSalah("target", kata.TARGET_SALAH)
    con, kantor = context.store.reader(), _tempat(context, args)
    program, hari = _program(context, args, kantor), _hari(context, args.tanggal)
    semua = queries.celah(con, kantor=kantor, program=program, hari=hari, target=args.target * 10)
    beberapa = wilayah.beberapa(kantor)
    lines = [" · ".join((*([wilayah.nama(c.lingkup)] if beberapa else []), f"RT {c.nomor_rt}", c.kata)) for c in semua]
    isi: Sequence[Json] = [{**c._asdict()} for c in semua]
    return Output(tuple(lines) or (kata.TANPA_CELAH if queries.ada_rt(con, kantor) else text.TANPA_RT,), list(isi))


def _xlsx_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("keluaran", type=berkas, metavar="F.xlsx")
    _tempat_arguments(parser)


def _xlsx(context: Context, args: Namespace) -> Output:
    from . import ekspor

    kantor = _tempat(context, args)
    isi = ekspor.tabel(
        context.store.reader(), kantor=kantor, program=_program(context, args, kantor), hari=hari_ini(context.store)
    )
    n = ekspor.simpan(args.keluaran, isi)
    return Output((kata.N_BARIS.format(n=n, berkas=args.keluaran),), {"berkas": str(args.keluaran), "baris": n})


def _cetak_arguments(parser: ArgumentParser) -> None:
    _tempat_arguments(parser)
    keluaran(parser)


def _cetak(context: Context, args: Namespace) -> Output:
    from sipokat_desktop.printing.output import simpan_pdf

    from . import prints

    kantor = _tempat(context, args)
    pdf = prints.vaksinasi(
        context.store.reader(), kantor=kantor, program=_program(context, args, kantor),
        hari=_hari(context, args.tanggal), kertas=args.kertas, sekarang=context.store.clock(),
    )  # fmt: skip
    simpan_pdf(args.keluaran, pdf)
    return Output((kata.TERSIMPAN.format(berkas=args.keluaran),), {"berkas": str(args.keluaran)})


COMMANDS: tuple[Command, ...] = (
    Command(("vaksinasi", "catat"), "catat angka vaksinasi RT", _catat_arguments, _catat),
    Command(("vaksinasi", "daftar"), "angka vaksinasi yang tercatat", _daftar_arguments, _daftar),
    Command(("vaksinasi", "hapus"), "hapus angka vaksinasi yang salah catat", _hapus_arguments, _hapus),
    Command(("vaksinasi", "kemajuan"), "jumlah vaksinasi dari hari ke hari", _tempat_arguments, _kemajuan),
    Command(("vaksinasi", "celah"), "RT yang perlu ditindaklanjuti", _celah_arguments, _celah),
    Command(("vaksinasi", "xlsx"), "simpan angka vaksinasi sebagai .xlsx", _xlsx_arguments, _xlsx),
    Command(("cetak", "vaksinasi"), "cakupan vaksinasi, satu halaman", _cetak_arguments, _cetak),
)
