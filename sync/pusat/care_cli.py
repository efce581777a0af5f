"""``sipokat-pusat periksa``, ``cadangan`` and ``pulihkan``: keeping the city's data well."""

from __future__ import annotations

import argparse
from pathlib import Path

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.arguments import Tree
from sipokat_desktop.kernel.clock import now_ms
from sync.server import migration

from . import text
from .args import with_database


def care_commands(tree: Tree) -> None:
    """Add the commands."""
    check = tree.add(("periksa",), "periksa basis data, foto, disk, jam, cadangan dan kantor")
    check.add_argument("--cepat", action="store_true", help="tanpa menghitung ulang semua baris dan foto")
    check.set_defaults(run=_check)
    back = tree.add(("cadangan",), "buat cadangan dan uji pemulihannya")
    back.add_argument("--keluaran", type=Path, metavar="FOLDER", help="tempat cadangan; bawaannya menurut konfigurasi")
    back.add_argument("--tanpa-uji", action="store_true", help="jangan uji dengan memulihkannya")
    back.set_defaults(run=_backup)
    restore = tree.add(("pulihkan",), "pulihkan cadangan ke basis data yang kosong")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--ganti", action="store_true", help="pindahkan isi lama ke samping lebih dulu")
    restore.set_defaults(run=_restore)
    for parser in (back, restore):
        parser.add_argument("--tanpa-foto", action="store_true", help="basis data saja")


def _check(args: argparse.Namespace) -> tuple[str, object]:
    from . import checks

    found = checks.everything(with_database(args), quick=args.cepat, now=now_ms(), progress=not args.json)
    args.trouble = int(any(not one.baik for one in found))
    lines = [f"{'baik   ' if one.baik else 'MASALAH'}  {one.apa}: {one.kalimat} {one.saran}".rstrip() for one in found]
    return "\n".join(lines), {"baik": not args.trouble, "pemeriksaan": [one._asdict() for one in found]}


def _backup(args: argparse.Namespace) -> tuple[str, object]:
    from . import backup

    made = backup.make(
        with_database(args), args.keluaran, test=not args.tanpa_uji, photos=not args.tanpa_foto, now=now_ms()
    )
    size = made.berkas.stat().st_size
    sentence = text.CADANGAN_JADI.format(
        uji=text.SUDAH_DIUJI if made.diuji else text.BELUM_DIUJI, berkas=made.berkas, ukuran=text.ukuran(size),
        foto=made.foto, hapus=made.dihapus,
    )  # fmt: skip
    return sentence, {
        "berkas": str(made.berkas), "bita": size, "diuji": made.diuji, "baris": made.manifest.isi.tabel,
        "foto": made.foto, "dihapus": made.dihapus,
    }  # fmt: skip


def _restore(args: argparse.Namespace) -> tuple[str, object]:
    from . import restore

    now = now_ms()
    done = restore.restore(with_database(args), args.file, replace=args.ganti, photos=not args.tanpa_foto, now=now)
    older = done.manifest.isi.revisi != migration.HEAD
    lines = [text.DIPULIHKAN.format(waktu=tanggal.waktu(done.manifest.waktu, now))]
    lines += [text.DIPINDAHKAN.format(nama=done.dipindahkan)] if done.dipindahkan else []
    lines += [text.FOTO_PULIH.format(jumlah=done.foto)] if done.foto else []
    lines += [text.SESUDAH_PULIH] + ([text.LALU_SIAPKAN] if older else [])
    return "\n".join(lines), {
        "waktu": done.manifest.waktu, "dipindahkan": done.dipindahkan, "foto": done.foto, "perlu_siapkan": older,
    }  # fmt: skip
