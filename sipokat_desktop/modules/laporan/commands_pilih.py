"""Which reports a command of module laporan is about: a code, a filter, and how they are said in a line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping

from sipokat_desktop.kernel import periode, tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.pilih_rt import posts
from sipokat_desktop.modules.rt.queries import nama_kelurahan
from sipokat_desktop.storage.command import Context, Json

from . import queries, rules, sebutan, text
from . import text_perintah as kata
from .model import Laporan, Rinci, Saring
from .text_rakor import TERBALIK

PANJANG_KODE = 8
"""Letters of a report's id that a line shows: its end is random."""
_PUTUSAN = ("belum", "ya", "tidak")


def kode(laporan_id: str) -> str:
    """Return the code by which a command names a report."""
    return laporan_id[-PANJANG_KODE:]


def kode_arguments(parser: ArgumentParser, *, banyak: bool = False) -> None:
    """Add the code of a report, or of several."""
    parser.add_argument("kode", nargs="+" if banyak else None, metavar="KODE", help="kode di depan baris daftar")


def pilih(context: Context, teks: str) -> Rinci:
    """Return the report that a code means; raise InputSalah where none or several do."""
    con = context.store.reader()
    cocok = con.execute("SELECT id FROM laporan_kegiatan WHERE id LIKE '%' || ?", (teks.strip().lower(),)).fetchall()
    if not teks.strip().replace("-", "").isalnum() or not cocok:
        raise InputSalah("kode", kata.KODE_SALAH.format(kode=teks))
    if len(cocok) > 1:
        raise InputSalah("kode", kata.KODE_BANYAK.format(kode=teks, n=len(cocok)))
    rinci = queries.satu(con, str(cocok[0][0]))
    if rinci is None:
        raise InputSalah("kode", kata.KODE_SALAH.format(kode=teks))
    return rinci


def pilih_semua(context: Context, kode_: Iterable[str]) -> list[str]:
    """Return the ids of the reports that these codes mean."""
    return [pilih(context, satu).laporan.laporan_id for satu in kode_]


def saring_arguments(parser: ArgumentParser) -> None:
    """Add the options of a filter."""
    parser.add_argument("cari", nargs="?", default="", metavar="CARI", help="kata dalam uraian, lokasi, atau nama")
    parser.add_argument("--rt", default="", metavar="RT")
    parser.add_argument("--bulan", default="", metavar="BULAN", help="misalnya 2026-04 atau April 2026")
    parser.add_argument("--dari", default="", metavar="TANGGAL")
    parser.add_argument("--sampai", default="", metavar="TANGGAL")
    parser.add_argument("--bidang", default="", choices=("", *text.BIDANG))
    parser.add_argument("--jenis", default="", choices=("", *rules.JENIS_BIDANG, text.LAIN))
    parser.add_argument("--kategori", default="", choices=("", *text.KATEGORI))
    parser.add_argument("--lurah", default="", choices=("", *_PUTUSAN))
    parser.add_argument("--camat", default="", choices=("", *_PUTUSAN))
    parser.add_argument("--foto", default="", choices=("", "ada", "tanpa"))
    parser.add_argument("--kelurahan", metavar="NAMA", help="di komputer kecamatan atau kota: hanya satu kelurahan")


def saring(context: Context, args: Namespace) -> Saring:
    """Return the filter that was typed, of all that this office looks after unless a kelurahan or RT is named."""
    dari, sampai = rentang(args)
    jabatan = satu_rt(context, args.rt)
    return Saring(
        lingkup(context, args), jabatan, dari, sampai, args.bidang, args.jenis, args.kategori, args.lurah, args.camat,
        args.foto, teks=args.cari,
    )  # fmt: skip


def satu_rt(context: Context, teks: str) -> str:
    """Return the post of the one RT that was typed, "" where none was; raise InputSalah for several."""
    return posts(context, [teks])[0] if teks.strip() else ""


def lingkup(context: Context, args: Namespace) -> str:
    """Return whose reports are meant: the named kelurahan, else all of this office."""
    return context.lingkup if args.kelurahan else context.kantor


def rentang(args: Namespace) -> tuple[str, str]:
    """Return the days that were typed (ISO, "" open); raise InputSalah for a month and days at once,
    or where the last day comes before the first."""
    if args.bulan and (args.dari or args.sampai):
        raise InputSalah("bulan", kata.RENTANG_GANDA)
    if args.bulan:
        bulan = periode.baca_bulan(args.bulan)
        return f"{bulan}-01", periode.hari_terakhir(bulan).isoformat()
    dari, sampai = (tanggal.baca(teks, nama).isoformat() if teks else "" for nama, teks in _ujung(args))
    if dari and sampai and dari > sampai:
        raise InputSalah("sampai", TERBALIK)
    return dari, sampai


def _ujung(args: Namespace) -> tuple[tuple[str, str], ...]:
    return ("dari", args.dari), ("sampai", args.sampai)


def tempat(context: Context, semua: Iterable[Laporan]) -> dict[str, str]:
    """Return the names of the kelurahan of reports where this office looks after several, by code."""
    if not wilayah.beberapa(context.kantor):
        return {}
    con = context.store.reader()
    return {kode: nama_kelurahan(con, kode) for kode in {satu.lingkup for satu in semua}}


def baris(satu: Laporan, di: Mapping[str, str]) -> str:
    """Say a report in a line, with its kelurahan where :func:`tempat` names it."""
    return kata.BARIS.format(
        kode=kode(satu.laporan_id), hari=sebutan.hari(satu.tanggal), rt=f"{satu.rt} {di.get(satu.lingkup, '')}".strip(),
        jenis=satu.kata_jenis, uraian=sebutan.pendek(satu.uraian),
        putusan=kata.PUTUSAN.format(lurah=satu.kata_lurah.lower(), camat=satu.kata_camat.lower()),
    )  # fmt: skip


def data(satu: Laporan) -> dict[str, Json]:
    """Return a report for a machine."""
    return {"kode": kode(satu.laporan_id), **satu._asdict(), "rt": satu.rt}
