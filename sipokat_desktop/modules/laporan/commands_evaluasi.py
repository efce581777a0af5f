"""The evaluation of reports and F6 on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.kernel.arguments import keluaran
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import commands_rentang, evaluasi, evaluasi_kata, rentang
from . import text_evaluasi as kata
from . import text_penilaian as text
from .evaluasi_model import Evaluasi

_BIASA = "tahun ini"


def _hitung(context: Context, args: Namespace) -> Evaluasi:
    tahun = tanggal.wib(context.store.clock()).year
    jangka = rentang.SEMUA if args.semua else commands_rentang.jangka(args, biasa=rentang.tahun(tahun))
    return evaluasi.hitung(context.store.reader(), commands_rentang.lingkup(context, args), jangka)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--semua", action="store_true", help="semua laporan, bukan satu tahun")
    commands_rentang.arguments(parser, biasa=_BIASA)


def _evaluasi(context: Context, args: Namespace) -> Output:
    e = _hitung(context, args)
    judul = kata.JUDUL.format(tempat=e.tempat, rentang=e.rentang.nama, n=rupiah.titik(e.angka.jumlah))
    baris = [judul]
    for nama, bagian in zip(kata.KELOMPOK, (e.bidang, e.aktif, e.lurah, e.camat, e.kategori, e.foto), strict=True):
        baris += [f"{nama}:", *(f"  {b.nama}: {evaluasi_kata.bagian(b)}" for b in bagian)]
    for nama, ujung in zip(kata.UJUNG_NAMA, (e.ujung_kelurahan, e.ujung_rt), strict=True):
        sibuk, sepi = evaluasi_kata.ujungnya(ujung, e)
        baris.append(f"{nama}: {kata.SIBUK_SEPI.format(sibuk=sibuk, sepi=sepi) if ujung.tersibuk else sibuk}")
    return Output((*baris, *e.definisi), _json(asdict(e)))


def _json(nilai: object) -> Json:
    """Return named values as what JSON knows."""
    match nilai:
        case None | bool() | int() | str():
            return nilai
        case dict():
            return {str(nama): _json(isi) for nama, isi in nilai.items()}
        case tuple() if hasattr(nilai, "_asdict"):
            return _json(nilai._asdict())
        case list() | tuple():
            return [_json(isi) for isi in nilai]
        case _:
            raise TypeError(type(nilai).__name__)


def _rekap_arguments(parser: ArgumentParser) -> None:
    _arguments(parser)
    keluaran(parser, "F.pdf|F.xlsx")


def _rekap(context: Context, args: Namespace) -> Output:
    from sipokat_desktop.printing.output import simpan_pdf, tulis_utuh

    e, tujuan = _hitung(context, args), args.keluaran
    match tujuan.suffix.lower():
        case ".pdf":
            from sipokat_desktop.printing import grid
            from sipokat_desktop.printing.paper import Kertas

            from . import penilaian_cetak

            lembar = penilaian_cetak.lembar(context.store.reader(), e, sekarang=context.store.clock())
            simpan_pdf(tujuan, grid.gambar([lembar], Kertas[args.kertas]))
        case ".xlsx":
            from sipokat_desktop.exporting import workbook

            from . import penilaian

            tulis_utuh(tujuan, lambda berkas: workbook.write(berkas, penilaian.tabel(e)))
        case _:
            raise InputSalah("keluaran", text.AKHIRAN)
    return Output((text.TERSIMPAN.format(berkas=tujuan),), {"berkas": str(tujuan), "laporan": e.angka.jumlah})


COMMANDS: tuple[Command, ...] = (
    Command(("laporan", "evaluasi"), "banyaknya laporan menurut bidang, RT, dan verifikasi", _arguments, _evaluasi),
    Command(("cetak", "rekap-penilaian"), "rekap penilaian RT atau kelurahan (F6)", _rekap_arguments, _rekap),
)
