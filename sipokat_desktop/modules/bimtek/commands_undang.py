"""Invitations on the command line: invite, list, withdraw, bring up to date, from and into a sheet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from sipokat_desktop.kernel.arguments import berkas
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import ekspor, ops, queries, text_perintah
from .commands_pilih import kegiatan_mana, lingkup, pilih_kegiatan, rt_dari, siapa_mana
from .model import Dilewati, HasilUndang, Undangan


def _undang_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rt", nargs="?", default="", metavar="3,7", help="nomor RT satu kelurahan; bawaan: semua")
    kegiatan_mana(parser)
    siapa_mana(parser)


def _undang(context: Context, args: Namespace) -> Output:
    k = pilih_kegiatan(context, args)
    mau = rt_dari(context, args.rt) if args.rt else None
    di = context.lingkup if args.rt else lingkup(context, args)
    return hasil_undang(ops.undang(context.store, k.kegiatan_id, lingkup=di, jabatan_ids=mau).value)


def hasil_undang(hasil: HasilUndang) -> Output:
    """Say who was invited and who was passed over."""
    lines = (hasil.kalimat, *(d.kalimat for d in hasil.dilewati))
    data: Json = {
        "diundang": len(hasil.diundang), "sudah": hasil.sudah, "dilewati": [_lewat(d) for d in hasil.dilewati],
    }  # fmt: skip
    return Output(lines, data)


def _lewat(d: Dilewati) -> Json:
    return {"jabatan_id": d.jabatan_id, "rt": d.rt, "kelurahan": d.lingkup, "kalimat": d.kalimat}


def _daftar_arguments(parser: ArgumentParser) -> None:
    kegiatan_mana(parser)
    siapa_mana(parser)


def _ada(context: Context, args: Namespace) -> list[Undangan]:
    k, hari = pilih_kegiatan(context, args), hari_ini(context.store)
    return queries.undangan(context.store.reader(), k.kegiatan_id, lingkup=lingkup(context, args), hari=hari)


def _daftar(context: Context, args: Namespace) -> Output:
    semua = _ada(context, args)
    lines = tuple(f"{u.kelurahan}  {u.rt}  {u.nama or text_perintah.KOSONG}  {u.kode}" for u in semua)
    data: list[Json] = [
        {
            "undangan_id": u.undangan_id, "kelurahan": u.lingkup, "rt": u.nomor, "rw": u.rw, "nama": u.nama,
            "kode": u.token, "nama_surat": u.nama_surat, "berganti": u.berganti,
        }
        for u in semua
    ]  # fmt: skip
    return Output(lines or (text_perintah.UNDANGAN_KOSONG,), data)


def _tarik_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rt", metavar="3,7", help="nomor RT satu kelurahan")
    kegiatan_mana(parser)
    parser.add_argument("--kelurahan", metavar="NAMA", help="kelurahan yang dikerjakan")


def _tarik(context: Context, args: Namespace) -> Output:
    k, hari = pilih_kegiatan(context, args), hari_ini(context.store)
    mau = set(rt_dari(context, args.rt))
    semua = queries.undangan(context.store.reader(), k.kegiatan_id, lingkup=context.lingkup, hari=hari)
    ids = [u.undangan_id for u in semua if u.jabatan_id in mau]
    if not ids:
        raise InputSalah("rt", text_perintah.TIDAK_DIUNDANG.format(rt=args.rt))
    hasil = ops.tarik(context.store, ids).value
    lines = (text_perintah.DITARIK.format(n=hasil.ditarik), *(d.kalimat for d in hasil.dilewati))
    return Output(lines, {"ditarik": hasil.ditarik, "dilewati": [_lewat(d) for d in hasil.dilewati]})


def _segarkan(context: Context, args: Namespace) -> Output:
    k = pilih_kegiatan(context, args)
    hasil = ops.segarkan(context.store, k.kegiatan_id, lingkup=lingkup(context, args)).value
    kata = text_perintah.DISEGARKAN.format(n=len(hasil.diubah), sama=hasil.sama, kosong=hasil.kosong)
    return Output((kata,), {"diubah": len(hasil.diubah), "sama": hasil.sama, "kosong": hasil.kosong})


def _impor_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="lembar .xlsx, .xls, .ods, atau .csv: RT, Kelurahan, Nama"
    )
    parser.add_argument("--pratinjau", action="store_true", help="tampilkan saja, jangan simpan")
    parser.add_argument("--lewati-bermasalah", action="store_true", help="undang baris yang baik saja")
    _daftar_arguments(parser)


def _impor(context: Context, args: Namespace) -> Output:
    from . import impor

    k, hari = pilih_kegiatan(context, args), hari_ini(context.store)
    rencana = impor.rencana(
        context.store.reader(), impor.buka(args.file), k.kegiatan_id, lingkup=lingkup(context, args), hari=hari
    )
    catatan = tuple(
        text_perintah.BARIS.format(baris=b.baris, rt=b.rt, nama=b.nama, kata=b.kalimat)
        for b in rencana.baris
        if b.kalimat
    )
    if args.pratinjau:
        return Output(
            (rencana.kalimat, *catatan), {"kalimat": rencana.kalimat, "baris": [b._asdict() for b in rencana.baris]}
        )
    salah = rencana.bermasalah
    if salah and not args.lewati_bermasalah:
        rincian = " ".join(text_perintah.BARIS_SALAH.format(baris=b.baris, kata=b.kalimat) for b in salah[:5])
        raise InputSalah("berkas", text_perintah.IMPOR_BELUM.format(salah=len(salah), rincian=rincian))
    hasil = hasil_undang(impor.simpan(context.store, rencana, k.kegiatan_id).value)
    return Output((*hasil.lines, *catatan), hasil.data)


def _xlsx_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("apa", choices=tuple(ekspor.JENIS), help="tabel yang ditulis")
    parser.add_argument("keluaran", type=berkas, metavar="F.xlsx")
    _daftar_arguments(parser)


def _xlsx(context: Context, args: Namespace) -> Output:
    k = pilih_kegiatan(context, args)
    n = ekspor.simpan(context.store, k.kegiatan_id, args.apa, args.keluaran, lingkup=lingkup(context, args))
    return Output((text_perintah.XLSX.format(berkas=args.keluaran, n=n),), {"berkas": str(args.keluaran), "baris": n})


COMMANDS: tuple[Command, ...] = (
    Command(("bimtek", "undang"), "undang ketua RT ke satu kegiatan", _undang_arguments, _undang),
    Command(("bimtek", "undangan"), "tampilkan yang diundang dan kodenya", _daftar_arguments, _daftar),
    Command(("bimtek", "tarik"), "tarik undangan RT", _tarik_arguments, _tarik),
    Command(("bimtek", "segarkan"), "tulis nama ketua yang baru pada undangan", _daftar_arguments, _segarkan),
    Command(("bimtek", "impor"), "undang RT yang ada di satu lembar", _impor_arguments, _impor),
    Command(("bimtek", "xlsx"), "simpan satu tabel sebagai .xlsx", _xlsx_arguments, _xlsx),
)
