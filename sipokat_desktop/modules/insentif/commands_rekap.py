"""Cards, ageing and rekaps on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from datetime import date
from enum import Enum

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import kartu, queries, rekap, umur


def _json(nilai: object) -> Json:
    """Return dataclasses, days and steps as what JSON knows."""
    match nilai:
        case None | bool() | int() | str():
            return nilai
        case date():
            return nilai.isoformat()
        case Enum():
            return nilai.name.lower()
        case dict():
            return {str(nama): _json(isi) for nama, isi in nilai.items()}
        case list() | tuple():
            if hasattr(nilai, "_asdict"):
                return _json(nilai._asdict())
            return [_json(isi) for isi in nilai]
        case _:
            raise TypeError(type(nilai).__name__)


def _kartu_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rt", metavar="RT", help="nomor RT, misalnya 03")
    parser.add_argument("--sampai", default="", metavar="BULAN", help="bawaan: bulan terakhir yang sudah lewat")


def _kartu(context: Context, args: Namespace) -> Output:
    con = context.store.reader()
    id = kartu.cari_jabatan(con, lingkup=context.lingkup, nomor=args.rt)
    sampai = periode.baca(args.sampai, "sampai").bulan[-1] if args.sampai else ""
    isi = kartu.susun(con, id, hari=hari_ini(context.store), sampai=sampai)
    lines = [f"{isi.judul}. {isi.kalimat}"]
    for b in isi.bulan:
        kapan = f"diterima {rupiah.uang(b.dibayar)} {_pendek(b.tanggal)}" if b.dibayar else ""
        sisa = f"belum {rupiah.uang(b.sisa)} ({b.sebab})" if b.sisa else ""
        bagian = (periode.nama_bulan(b.bulan), b.komponen, b.nama, b.nomor, kapan, sisa)
        lines.append("  ".join(filter(None, bagian)))
    return Output(tuple(lines), _json(asdict(isi) | {"sisa": isi.sisa, "dibayar": isi.dibayar}))


def _pendek(iso: str) -> str:
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""


def _umur_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--hari", default="", metavar="HARI", help="bawaan: hari ini")
    parser.add_argument("--sampai", default="", metavar="BULAN", help="bawaan: bulan terakhir yang sudah lewat")


def _umur(context: Context, args: Namespace) -> Output:
    hari = tanggal.baca(args.hari, "hari") if args.hari else hari_ini(context.store)
    sampai = periode.baca(args.sampai, "sampai").bulan[-1] if args.sampai else ""
    isi = umur.hitung(context.store.reader(), lingkup=[context.lingkup], hari=hari, sampai=sampai)
    lines = [
        isi.kalimat,
        *(
            f"RT {b.nomor_rt} {b.nama}  {b.komponen}  {periode.rentang_tahun(tuple(m for m, _ in b.bulan))}  "
            f"{rupiah.uang(b.jumlah)}  {b.umur} bulan  {b.sebab}"
            for b in isi.baris
        ),
    ]
    return Output(tuple(lines), _json(asdict(isi) | {"jumlah": isi.jumlah, "orang": isi.orang}))


def _tahun_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("tahun", type=periode.baca_tahun, metavar="TAHUN")


def _rekap_rt(context: Context, args: Namespace) -> Output:
    isi = rekap.rt_tahun(context.store.reader(), tahun=args.tahun, lingkup=[context.lingkup])
    lines = (f"RT {b.nomor_rt} {b.nama}  {b.komponen}  {rupiah.uang(b.jumlah)}" for b in isi.baris)
    jumlah = (f"{b.komponen}: {rupiah.uang(b.jumlah)}" for b in isi.jumlah)
    return Output((*lines, *jumlah, f"Jumlah {args.tahun}: {rupiah.uang(isi.total)}"), _json(asdict(isi)))


def _periode_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("periode", metavar="PERIODE", help="2026-TW1 atau 2026-01")
    parser.add_argument("--komponen", default="", metavar="NAMA", help="bawaan: semua")


def _rekap_periode(context: Context, args: Namespace) -> Output:
    con = context.store.reader()
    k = queries.pilih_komponen(con, lingkup=context.lingkup, nama=args.komponen) if args.komponen else None
    isi = rekap.kecamatan(con, periode=args.periode, komponen_id=k.komponen_id if k else "", lingkup=[context.lingkup])
    lines = (
        f"{b.kelurahan}  {b.jumlah_rt} RT menurut SK, {b.tanpa_sk} tanpa SK  di daftar terkunci {b.dibayar}, sudah "
        f"menerima {b.menerima}  ditunda {b.ditunda}  bruto {rupiah.uang(b.bruto)}  PPh 21 {rupiah.uang(b.pph)}  "
        f"netto {rupiah.uang(b.netto)}  sudah diterima {rupiah.uang(b.diterima)}"
        for b in isi.baris
    )
    return Output(tuple(lines), _json(asdict(isi)))


def _rekap_anggaran(context: Context, args: Namespace) -> Output:
    isi = rekap.anggaran(context.store.reader(), tahun=args.tahun, lingkup=[context.lingkup])
    lines = tuple(
        f"{b.komponen}  dikunci {rupiah.uang(b.terkunci)}  dibayar {rupiah.uang(b.realisasi)}"
        + (f"  pagu {rupiah.uang(b.pagu)}" if b.pagu is not None else "")
        for b in isi
    )
    return Output(lines or (f"Tidak ada daftar atau pagu pada {args.tahun}.",), _json([asdict(b) for b in isi]))


COMMANDS = (
    Command(("insentif", "kartu"), "apa yang diterima satu RT, dan yang belum", _kartu_arguments, _kartu),
    Command(("insentif", "umur"), "siapa yang belum dibayar, dan sudah berapa lama", _umur_arguments, _umur),
    Command(("insentif", "rekap", "rt"), "rekap setahun tiap RT", _tahun_arguments, _rekap_rt),
    Command(("insentif", "rekap", "periode"), "rekap satu periode (F3)", _periode_arguments, _rekap_periode),
    Command(("insentif", "rekap", "anggaran"), "serapan terhadap pagu setahun", _tahun_arguments, _rekap_anggaran),
)
