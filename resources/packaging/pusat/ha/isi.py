"""Fills in the templates of one node: the same ones for three machines and for three nodes on one machine.

``python3 -m resources.packaging.pusat.ha.isi --simpul a=10.7.0.1 --simpul b=10.7.0.2 --simpul c=10.7.0.3 --nama a``
writes the files of node ``a`` to /etc/sipokat-ha. The passwords are made once, in ``--rahasia FILE``; the same file
must lie on all three machines.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import secrets
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

TEMPLAT = Path(__file__).with_name("templat")
SANDI = ("SANDI_SIPOKAT", "SANDI_POSTGRES", "SANDI_SALINAN", "SANDI_MUNDUR", "SANDI_PATRONI")
RAHASIA = frozenset({"patroni.yml", "basis-data.sql", "userlist.txt", "pusat.toml"})
"""Files that hold a password: only their owner and group read them."""
PINTU_PUSAT = 8001
"""The port of the first API process of a node."""
NAMA = re.compile(r"[a-z][a-z0-9-]{0,30}")
ALAMAT = re.compile(r"\d{1,3}(\.\d{1,3}){3}")


class Salah(Exception):
    """What was given cannot be filled in; the text says why."""


@dataclass(frozen=True, slots=True)
class Simpul:
    """One node: its name and the address at which the other two reach it."""

    nama: str
    alamat: str


@dataclass(frozen=True, slots=True)
class Gugus:
    """What the files of all nodes have in common."""

    simpul: tuple[Simpul, ...]
    sandi: Mapping[str, str]
    folder: Path = Path("/var/lib/sipokat-ha")
    aturan: Path = Path("/etc/sipokat-ha")
    bin: Path = Path("/usr/lib/postgresql/15/bin")
    patroni: Path = Path("/srv/sipokat/patroni/bin/patroni")
    nama: str = "sipokat"
    depan: str = "127.0.0.1"
    memori: str = "128MB"
    penjaga: str = "automatic"
    pusat: Path = Path("/srv/sipokat")
    foto: str = ""
    masuk: int = 30
    proses: int = 2
    serempak: bool = True
    gabung: bool = False
    """The node joins others that have run without it."""
    sendiri: bool = False
    """All nodes on this machine: each in a folder of its own."""

    def milik(self, folder: Path, simpul: Simpul) -> Path:
        """Return the folder of one node."""
        return folder / simpul.nama if self.sendiri else folder


def isian(gugus: Gugus, simpul: Simpul) -> dict[str, str]:
    """Return what the templates of ``simpul`` ask for."""
    semua = gugus.simpul
    pintu = range(PINTU_PUSAT, PINTU_PUSAT + gugus.proses)
    return {
        **gugus.sandi,
        "NAMA": simpul.nama,
        "ALAMAT": simpul.alamat,
        "GUGUS": gugus.nama,
        "FOLDER": str(gugus.milik(gugus.folder, simpul)),
        "ATURAN": str(gugus.milik(gugus.aturan, simpul)),
        "BIN": str(gugus.bin),
        "PATRONI": str(gugus.patroni),
        "DEPAN": gugus.depan,
        "DEPAN_KOTA": gugus.depan if gugus.sendiri else simpul.alamat,
        "MEMORI": gugus.memori,
        "PENJAGA": gugus.penjaga,
        "FOLDER_PUSAT": str(gugus.milik(gugus.pusat, simpul)),
        "FOTO": gugus.foto,
        "MASUK": str(gugus.masuk),
        "PROKSI": ", ".join(f'"{a}"' for a in dict.fromkeys(("127.0.0.1", gugus.depan, *(s.alamat for s in semua)))),
        "SEREMPAK": "true" if gugus.serempak else "false",
        "ETCD_KEADAAN": "existing" if gugus.gabung else "new",
        "ETCD_ANGGOTA": ",".join(f"{s.nama}=http://{s.alamat}:2380" for s in semua),
        "ETCD_ALAMAT": ", ".join(f'"{s.alamat}:2379"' for s in semua),
        "ALAMAT_SEMUA": ", ".join(s.alamat for s in semua),
        "SERVER_POSTGRES": _baris(f"server {s.nama} {s.alamat}:5432 check port 8008" for s in semua),
        "SERVER_PUSAT": _baris(
            f"server {s.nama}-{p} {s.alamat}:{p} check cookie {s.nama}-{p}" for s in semua for p in pintu
        ),
        "PINTU_MASUK": _pintu_masuk(gugus),
    }


def _baris(kata: Iterable[str]) -> str:
    return "\n".join(f"    {satu}" for satu in kata)


def _pintu_masuk(gugus: Gugus) -> str:
    """Return who may log in to PostgreSQL: the nodes and this machine itself, always with a password."""
    alamat = [*(s.alamat for s in gugus.simpul), "127.0.0.1"]
    hak = [("replication", "salinan"), ("all", "mundur"), ("all", "postgres"), ("all", "sipokat")]
    return "\n".join(f"    - host {basis} {orang} {a}/32 scram-sha-256" for basis, orang in hak for a in alamat)


def isi(gugus: Gugus, simpul: Simpul) -> list[Path]:
    """Write the files of a node and return them; raises Salah for a template that asks for something unknown."""
    tujuan = gugus.milik(gugus.aturan, simpul)
    tujuan.mkdir(parents=True, exist_ok=True)
    nilai = isian(gugus, simpul)
    return [_tulis(templat, tujuan / templat.name, nilai) for templat in sorted(TEMPLAT.iterdir())]


def _tulis(templat: Path, tujuan: Path, nilai: Mapping[str, str]) -> Path:
    try:
        teks = Template(templat.read_text(encoding="utf-8")).substitute(nilai)
    except (KeyError, ValueError) as exc:
        raise Salah(f"Templat {templat.name} meminta isian yang tidak dikenal: {exc}") from exc
    hak = 0o640 if templat.name in RAHASIA else 0o644
    with os.fdopen(os.open(tujuan, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, hak), "w", encoding="utf-8") as berkas:
        os.fchmod(berkas.fileno(), hak)
        berkas.write(teks)
    return tujuan


def sandi_baru() -> dict[str, str]:
    """Return a password for every account."""
    return {nama: secrets.token_hex(24) for nama in SANDI}


def baca_rahasia(berkas: Path) -> dict[str, str]:
    """Return the passwords in ``berkas``, made when it is not there yet; raises Salah where some are missing."""
    if not berkas.exists():
        berkas.parent.mkdir(parents=True, exist_ok=True)
        isi_baru = json.dumps(sandi_baru(), indent=1)
        with os.fdopen(os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as keluar:
            keluar.write(isi_baru)
    sandi: dict[str, str] = json.loads(berkas.read_text(encoding="utf-8"))
    if kurang := [nama for nama in SANDI if not sandi.get(nama)]:
        raise Salah(f"Berkas {berkas} tidak berisi {', '.join(kurang)}.")
    return sandi


def simpul_dari(kata: Sequence[str]) -> tuple[Simpul, ...]:
    """Return the nodes of ``nama=alamat``; raises Salah unless there are three or more of them, all different."""
    semua = tuple(Simpul(*satu.split("=", 1)) for satu in kata if "=" in satu)
    baik = all(NAMA.fullmatch(s.nama) and ALAMAT.fullmatch(s.alamat) for s in semua)
    if not baik or len(semua) != len(kata) or len({s.nama for s in semua}) < len(semua):
        raise Salah("Simpul ditulis seperti a=10.7.0.1, setiap nama sekali.")
    if len(semua) < 3 or len({s.alamat for s in semua}) < len(semua):
        raise Salah("Perlu tiga simpul di tiga alamat: dari dua simpul tidak ada yang terbanyak.")
    return semua


def main(kata: Sequence[str] | None = None) -> int:
    """Write the files of one node."""
    parser = argparse.ArgumentParser(prog="isi", description="Isi templat satu simpul.")
    parser.add_argument("--simpul", action="append", required=True, metavar="NAMA=ALAMAT")
    parser.add_argument("--nama", required=True, help="simpul mana komputer ini")
    parser.add_argument("--rahasia", type=Path, required=True, metavar="FILE", help="kata sandi; dibuat bila belum ada")
    parser.add_argument("--foto", required=True, metavar="TEMPAT", help="s3://EMBER/AWALAN, atau folder jaringan")
    parser.add_argument("--keluaran", type=Path, default=Path("/etc/sipokat-ha"), metavar="FOLDER")
    parser.add_argument("--memori", default="1GB", help="shared_buffers: seperempat memori komputer")
    parser.add_argument("--proses", type=int, default=2, help="banyaknya proses Sipokat Pusat di setiap simpul")
    parser.add_argument("--gabung", action="store_true", help="simpul pengganti: dua yang lain sudah berjalan")
    args = parser.parse_args(kata)
    try:
        semua = simpul_dari(args.simpul)
        ini = next((s for s in semua if s.nama == args.nama), None)
        if ini is None:
            raise Salah(f"Simpul {args.nama} tidak ada di antara --simpul.")
        gugus = Gugus(
            semua, baca_rahasia(args.rahasia), aturan=args.keluaran, memori=args.memori, proses=args.proses,
            foto=args.foto, gabung=args.gabung,
        )  # fmt: skip
        for berkas in isi(gugus, ini):
            print(berkas)
    except (Salah, OSError) as exc:
        print(f"Tidak jadi: {exc}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
