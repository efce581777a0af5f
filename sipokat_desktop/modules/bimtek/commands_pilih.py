"""What a command of module bimtek is about: the event, the session, whose posts."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt.pilih_rt import pisah, posts
from sipokat_desktop.storage.command import Context, Json

from . import queries, rules
from .model import Kegiatan, Lingkup, Sesi

_BANTUAN = {
    "sasaran": "kecamatan pesertanya, dipisah koma; kosong: semua", "tanggal": "misalnya 20/11/2026",
    "mulai": "misalnya 08.00", "selesai": "misalnya 12.00",
}  # fmt: skip


def kegiatan_mana(parser: ArgumentParser) -> None:
    """Add the option that chooses the event."""
    parser.add_argument("--kegiatan", default="", metavar="NAMA", help="namanya atau tahunnya; bawaan: yang berjalan")


def sesi_mana(parser: ArgumentParser) -> None:
    """Add the options that choose the event and its session."""
    kegiatan_mana(parser)
    parser.add_argument("--sesi", default="", metavar="SESI", help="nomor urut, tanggal, atau materinya")


def siapa_mana(parser: ArgumentParser) -> None:
    """Add the options that choose whose posts."""
    parser.add_argument("--kecamatan", default="", metavar="NAMA", help="hanya satu kecamatan")
    parser.add_argument("--kelurahan", metavar="NAMA", help="hanya satu kelurahan")


def isian_arguments(parser: ArgumentParser, isian: Sequence[str]) -> None:
    """Add an option per field."""
    for nama in isian:
        parser.add_argument(
            f"--{nama.replace('_', '-')}", dest=nama, default=None, metavar="TEKS", help=_BANTUAN.get(nama)
        )


def isian_dari(args: Namespace, isian: Sequence[str]) -> dict[str, str]:
    """Return the fields that were given."""
    return {nama: getattr(args, nama) for nama in isian if getattr(args, nama) is not None}


def pilih_kegiatan(context: Context, args: Namespace) -> Kegiatan:
    """Return the event that is meant; raise InputSalah where that is not clear."""
    return queries.cari_kegiatan(context.store.reader(), args.kegiatan)


def pilih_sesi(context: Context, args: Namespace) -> Sesi:
    """Return the session that is meant; raise InputSalah where that is not clear."""
    return queries.cari_sesi(context.store.reader(), pilih_kegiatan(context, args).kegiatan_id, args.sesi)


def lingkup(context: Context, args: Namespace) -> Lingkup:
    """Return whose posts are meant: the named kelurahan or kecamatan, else all of this office."""
    if args.kelurahan:
        return context.lingkup
    return lingkup_kecamatan(args) or context.kantor


def lingkup_kecamatan(args: Namespace) -> str:
    """Return the scope of the named kecamatan, "" where none is named."""
    return wilayah.lingkup_kecamatan(rules.baca_kecamatan(args.kecamatan, "kecamatan")) if args.kecamatan else ""


def rt_dari(context: Context, teks: str) -> list[str]:
    """Return the posts of the chosen kelurahan with the RT numbers of a typed list."""
    return posts(context, pisah(teks))


def kata_kegiatan(k: Kegiatan) -> str:
    """Say an event in a line."""
    return f"{k.nama}  {k.waktu}  {k.sesi} sesi  {k.diundang} diundang  {k.kata_keadaan}"


def kata_sesi(ke: int, s: Sesi) -> str:
    """Say a session in a line."""
    return "  ".join(filter(None, (str(ke), s.sebut, s.waktu, s.di, s.sasaran_kata)))


def data_kegiatan(k: Kegiatan) -> dict[str, Json]:
    """Return an event for a machine."""
    return {**k._asdict(), "waktu": k.waktu}


def data_sesi(s: Sesi) -> dict[str, Json]:
    """Return a session for a machine."""
    return {**s._asdict(), "sasaran": list(s.sasaran)}


ISIAN_KEGIATAN, ISIAN_SESI = rules.ISIAN_KEGIATAN, rules.ISIAN_SESI
