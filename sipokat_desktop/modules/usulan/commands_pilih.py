"""Which proposals a command means: by their numbers on the list of a year, or those of an RT."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence

from sipokat_desktop.kernel import periode, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.pilih_rt import posts
from sipokat_desktop.storage.command import Context, Json

from . import queries
from . import text_perintah as kata
from .model import Kabar, Usulan
from .text import KATEGORI

_BANTUAN = {
    "kategori": ", ".join(KATEGORI), "volume": "misalnya 1.250,5", "satuan": "misalnya m, m² atau unit",
    "biaya": "rupiah, misalnya 25.000.000", "kk": "jumlah KK yang mendapat manfaat",
    "tanggal": "hari diputuskan; bawaan: hari ini", "dokumen": "nomor surat atau berita acara",
}  # fmt: skip


def tahun_arguments(parser: ArgumentParser) -> None:
    """Add the option that chooses the year."""
    parser.add_argument("--tahun", default="", metavar="TAHUN", help="bawaan: tahun ini")


def nomor_arguments(parser: ArgumentParser) -> None:
    """Add the number of one proposal, and the year."""
    parser.add_argument("nomor", metavar="NOMOR", help="nomor pada perintah usulan daftar")
    tahun_arguments(parser)


def isian_arguments(parser: ArgumentParser, isian: Sequence[str]) -> None:
    """Add an option per input."""
    for nama in isian:
        parser.add_argument(f"--{nama}", default=None, metavar=nama.upper(), help=_BANTUAN.get(nama))


def isian_dari(args: Namespace, isian: Sequence[str]) -> dict[str, str]:
    """Return the inputs that were given."""
    return {nama: getattr(args, nama) for nama in isian if getattr(args, nama) is not None}


def tahun(context: Context, args: Namespace) -> int:
    """Return the year that is meant, this one where none is named."""
    return periode.baca_tahun(args.tahun) if args.tahun else hari_ini(context.store).year


def tempat(context: Context, args: Namespace) -> str:
    """Return whose proposals are meant: the named kelurahan's, else all of this office."""
    return context.lingkup if getattr(args, "kelurahan", None) else context.kantor


def bernomor(context: Context, args: Namespace) -> dict[str, Usulan]:
    """Return the proposals of a year by their numbers: survivors 1, 2 …, merged into the first one 1.1, 1.2 …"""
    kode = wilayah.kelurahan_dari(tempat(context, args))
    semua = queries.daftar(context.store.reader(), lingkup=kode, tahun=tahun(context, args), gabungan=True)
    hasil: dict[str, Usulan] = {}
    ke = dalam = 0
    for u in semua:
        ke, dalam = (ke, dalam + 1) if u.induk_id else (ke + 1, 0)
        hasil[f"{ke}.{dalam}" if dalam else str(ke)] = u
    return hasil


def dipilih(context: Context, args: Namespace, nomor: Iterable[str]) -> list[Usulan]:
    """Return the proposals with these numbers (or ids); raise InputSalah for one that is not there."""
    semua = bernomor(context, args)
    id = {u.usulan_id: u for u in semua.values()}
    hasil: list[Usulan] = []
    for satu in (satu.strip() for satu in nomor):
        u = semua.get(satu) or id.get(satu)
        if u is None:
            raise InputSalah("nomor", kata.TIDAK_KETEMU.format(nomor=satu, tahun=tahun(context, args)))
        hasil.append(u)
    return hasil


def satu(context: Context, args: Namespace, nomor: str) -> Usulan:
    """Return the proposal with this number."""
    return dipilih(context, args, [nomor])[0]


def milik_rt(context: Context, args: Namespace) -> list[Kabar]:
    """Return what became of the chosen proposals, or of all of an RT; raise InputSalah where none is chosen."""
    con, hari = context.store.reader(), hari_ini(context.store)
    if not args.rt:
        ids = [u.usulan_id for u in dipilih(context, args, args.nomor)]
        hasil = [k for id in ids if (k := queries.kabar(con, id, hari=hari))]
        if not hasil:
            raise InputSalah("nomor", kata.SEBUT_USULAN)
        return hasil
    hasil = queries.kabar_rt(con, posts(context, [args.rt])[0], tahun(context, args), hari=hari)
    if not hasil:
        raise InputSalah("rt", kata.RT_TANPA_USULAN.format(tahun=tahun(context, args)))
    return hasil


def data(u: Usulan) -> dict[str, Json]:
    """Return a proposal for a machine."""
    daftar: dict[str, Json] = {nama: [*getattr(u, nama)] for nama in ("anggota", "rt", "nama", "ragu")}
    return {**u._asdict(), **daftar}
