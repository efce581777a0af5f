"""``sipokat-pusat kantor …``, ``berkas baca`` and ``keputusan``: the city's dealings with its offices."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import select, update

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.arguments import Tree
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage.identity import write_atomically
from sync.files import CITY as CITY_ENDING
from sync.protocol import Invitation
from sync.server import auth, city, depot
from sync.server.keys import ServerKey
from sync.server.schema import DEVICE

from .args import database, settings


def office_commands(tree: Tree) -> None:
    """Add the commands."""
    tree.add(("keputusan",), "catatan ganda dan hal lain yang menunggu keputusan").set_defaults(run=_decisions)
    tree.add(("kantor", "daftar"), "komputer yang terdaftar").set_defaults(run=_offices)
    invite = tree.add(("kantor", "undang"), "buat kode sekali pakai")
    invite.add_argument("kantor", metavar="KANTOR", help="kode atau nama kelurahan atau kecamatan, atau: kota")
    invite.add_argument("--server", default="", metavar="URL", help="alamat server yang ditulis di berkas undangan")
    invite.add_argument("--keluaran", type=Path, metavar="FILE", help="tempat berkas undangan")
    invite.add_argument("--ca", type=Path, metavar="FILE", help="CA kota (PEM) yang ikut dalam undangan")
    invite.set_defaults(run=_invite)
    revoke = tree.add(("kantor", "cabut"), "cabut izin satu komputer")
    revoke.add_argument("id", metavar="ID")
    revoke.set_defaults(run=_revoke)
    file = tree.add(("berkas", "baca"), "baca kiriman kantor dari flashdisk dan tulis jawabannya")
    file.add_argument("file", type=Path, nargs="+", metavar="FILE")
    file.add_argument(
        "--keluaran", type=Path, metavar="FOLDER", help="tempat jawaban; bila tidak disebut, di sebelah kiriman"
    )
    file.set_defaults(run=_files)


def _invite(args: argparse.Namespace) -> tuple[str, object]:
    tempat = wilayah.cari_kantor(args.kantor)
    kantor = wilayah.lingkup_kantor(tempat)
    now = now_ms()
    with database(args) as db:
        code, key = auth.invite(db, kantor, now), ServerKey(db)
    server = args.server or settings(args).alamat_umum
    nama_berkas = f"undangan-{tempat.kode}-{code[:5]}.json"
    keluaran: Path = args.keluaran or Path(nama_berkas)
    invitation = Invitation(
        server=server, code=code, kelurahan=kantor, nama=tempat.nama, server_key=key.public,
        box_key=key.public_box, ca=_read_ca(args.ca),
    )  # fmt: skip
    try:
        keluaran.write_text(invitation.model_dump_json(indent=1), encoding="utf-8")
    except OSError as exc:
        raise Gangguan(
            f"Berkas undangan {keluaran} tidak dapat ditulis.", "Pilih tempat lain dengan --keluaran."
        ) from exc
    sampai = tanggal.panjang((tanggal.wib(now) + timedelta(days=auth.CODE_DAYS)).date())
    sentence = (
        f"Kode kantor {wilayah.nama_kantor(kantor)}: {code}\n"
        f"Berlaku sekali, sampai {sampai}. Berkas undangan: {keluaran}"
    )
    return sentence, {
        "kode": code, "kantor": kantor, "kelurahan": tempat.kode, "nama": tempat.nama, "berkas": str(keluaran),
        "undangan": str(keluaran), "sampai": sampai,
    }  # fmt: skip


def _read_ca(file: Path | None) -> str:
    """Return the certificates in a PEM file as text; raise InputSalah when there is none."""
    if file is None:
        return ""
    try:
        found = x509.load_pem_x509_certificates(file.read_bytes())
    except (OSError, ValueError) as exc:
        raise InputSalah("ca", f"Berkas {file.name} tidak berisi sertifikat PEM.") from exc
    return "".join(one.public_bytes(Encoding.PEM).decode() for one in found)


def _files(args: argparse.Namespace) -> tuple[str, object]:
    from sync.server import files

    lines: list[str] = []
    data: list[object] = []
    with database(args) as db:
        key, shelf = ServerKey(db), depot.of(db, settings(args).foto.s3)
        for path in args.file:
            reply = files.read(db, key, _bytes(path), path.name, now_ms, shelf=shelf)
            target = (args.keluaran or path.parent) / f"{path.stem}{CITY_ENDING}"
            write_atomically(target, reply.content)
            nama = f"{wilayah.nama_kantor(reply.device.scope)} {reply.device.label}"
            hasil = f"{reply.taken} perubahan diterima, {reply.held} tertahan, {reply.photos} foto diterima"
            lines.append(f"{nama}: {hasil}. Jawaban: {target}")
            data.append(
                {"kelurahan": reply.device.scope, "perangkat": reply.device.label, "diterima": reply.taken,
                 "tertahan": reply.held, "foto": reply.photos, "jawaban": str(target)}
            )  # fmt: skip
    return "\n".join(lines), data


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as exc:
        raise InputSalah("berkas", f"Berkas {path.name} tidak dapat dibaca. Tidak ada yang diubah.") from exc


def _offices(args: argparse.Namespace) -> tuple[str, object]:
    with database(args) as db, db.read() as con:
        rows = con.execute(select(DEVICE).order_by(DEVICE.c.scope, DEVICE.c.label)).all()
    data = [
        {
            "id": r.id, "kelurahan": r.scope, "nama_kelurahan": wilayah.nama(r.scope),
            "kantor": wilayah.nama_kantor(r.scope), "label": r.label, "nama": r.name,
            "terakhir": r.last_seen, "dicabut": bool(r.revoked), "belum_terkirim": r.waiting,
        }
        for r in rows
    ]  # fmt: skip
    lines = [
        f"{r.id}  {wilayah.nama_kantor(r.scope)}  {r.label}  {r.name}  "
        f"{tanggal.waktu(r.last_seen, now_ms()) if r.last_seen else 'belum pernah sinkron'}"
        f"{'  DICABUT' if r.revoked else ''}"
        for r in rows
    ]
    return "\n".join(lines) or "Belum ada komputer kantor. Undang: sipokat-pusat kantor undang KANTOR", data


def _decisions(args: argparse.Namespace) -> tuple[str, object]:
    with database(args) as db:
        data = city.decisions(db)
    lines = [f"{d.nama} · {wilayah.nama_kantor(d.lingkup)} · {d.kalimat}" for d in data]
    return "\n".join(lines) or "Tidak ada yang menunggu keputusan.", [asdict(d) for d in data]


def _revoke(args: argparse.Namespace) -> tuple[str, object]:
    with database(args) as db, db.write() as con:
        found = con.execute(update(DEVICE).where(DEVICE.c.id == args.id).values(revoked=now_ms())).rowcount
    if not found:
        raise InputSalah("id", f"Komputer {args.id} tidak terdaftar. Lihat: sipokat-pusat kantor daftar")
    return "Izin komputer itu dicabut. Perubahan yang belum terkirim darinya akan ditahan.", {"dicabut": args.id}
