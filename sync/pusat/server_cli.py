"""``sipokat-pusat siapkan``, ``jalankan`` and ``konfigurasi``: the server itself."""

from __future__ import annotations

import argparse
from contextlib import closing

from sqlalchemy import Connection, make_url

from sipokat_desktop.kernel.arguments import Tree
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.registry import MODULES
from sync.server import city, depot, held, migration
from sync.server.database import Database

from . import config, text
from .args import settings, with_database
from .supervisor import shared_figures

CITY_COMMANDS = tuple(command for module in MODULES for command in module.city_commands())


def server_commands(tree: Tree) -> None:
    """Add the commands."""
    prepare = tree.add(("siapkan",), "siapkan basis data kota, atau sesuaikan dengan versi program ini")
    prepare.set_defaults(run=_prepare)
    serve = tree.add(("jalankan",), "jalankan server")
    serve.add_argument("--alamat", metavar="HOST:PORT", help="tempat server mendengar; bawaannya 127.0.0.1:8000")
    serve.add_argument("--pekerja", type=int, metavar="BANYAK", help="jumlah proses pekerja")
    serve.add_argument("--db-baca", metavar="URL", help="salinan basis data untuk dibaca")
    serve.add_argument(
        "--batas-tunggu", type=float, metavar="DETIK", help="paling lama menunggu satu jawaban PostgreSQL"
    )
    serve.add_argument("--tanpa-web", action="store_true", help="hanya untuk program kantor, tanpa halaman web")
    serve.set_defaults(run=_serve)
    for sub in (prepare, serve):
        sub.add_argument(
            "--foto",
            metavar="TEMPAT",
            help="folder atau s3://… untuk foto; bila tidak disebut, yang dipilih sebelumnya",
        )
    tree.add(("konfigurasi", "contoh"), "tampilkan contoh berkas konfigurasi").set_defaults(run=_example)
    tree.add(("konfigurasi", "periksa"), "periksa berkas konfigurasi").set_defaults(run=_checked)


def _prepare(args: argparse.Namespace) -> tuple[str, object]:
    here = with_database(args)
    before: list[str] = []

    def bring(con: Connection) -> None:
        before.append(migration.revision(con))
        migration.upgrade(con)

    with closing(Database(here.basis_data, batas=0, prepare=bring)) as db:
        kosong = city.empty(db)
        held.retry(db, now=now_ms())
        foto = depot.place(db, here.foto.tempat)
    dari = before[0] if before else migration.HEAD
    perintah = "".join(f"\nBerikutnya: sipokat-pusat {' '.join(c.words)} — {c.help}" for c in CITY_COMMANDS)
    data = {
        "siap": True, "ketetapan_kota": not kosong, "foto": foto, "dari_versi": dari, "ke_versi": migration.HEAD,
    }  # fmt: skip
    return text.SIAP.format(foto=foto, perintah=perintah if kosong else ""), data


def _serve(args: argparse.Namespace) -> tuple[str, object]:
    here = with_database(args)
    with shared_figures(here.pekerja):
        from . import serve

        say = text.BERJALAN.format(alamat=here.alamat)
        serve.run(here, web=not args.tanpa_web, started=lambda: print(say, flush=True))
    return "", None


def _example(_args: argparse.Namespace) -> tuple[str, object]:
    example = config.example()
    return example.rstrip("\n"), {"isi": example}


def _checked(args: argparse.Namespace) -> tuple[str, object]:
    here = settings(args)
    kata = text.KONFIGURASI_BENAR.format(
        db=make_url(here.basis_data).render_as_string() if here.basis_data else "-", pekerja=here.pekerja,
        foto=here.foto.tempat or "-",
    )  # fmt: skip
    return kata, {"benar": True}
