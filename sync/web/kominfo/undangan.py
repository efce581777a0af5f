"""Invitations of offices: a letter with a code and its QR, made once, and those that still wait."""

from __future__ import annotations

import base64
from datetime import timedelta

from sqlalchemy import delete, select
from starlette.responses import Response

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sync.protocol import Invitation
from sync.server import auth
from sync.server.keys import ServerKey
from sync.server.schema import INVITE
from sync.web.akun import jejak
from sync.web.kit import kode_qr
from sync.web.kit.kunjungan import Kunjungan


def _kantor() -> list[tuple[str, str]]:
    return [(kode, wilayah.nama_kantor(kode)) for kode in (wilayah.KOTA, *wilayah.bawahan(wilayah.KOTA))]


def semua(k: Kunjungan) -> Response:
    """Show the invitations that nobody has used yet, and the form for a new one."""
    return _halaman(k, salah="", status=200)


def _halaman(k: Kunjungan, *, salah: str, status: int) -> Response:
    with k.db.read() as con:
        rows = con.execute(select(INVITE).where(INVITE.c.used_by == "").order_by(INVITE.c.created.desc())).all()
    return k.tampil(
        "kominfo/undangan.html", status=status, kantor=_kantor(), undangan=rows, salah=salah,
        terpilih=k.isian("kantor") or k.tanya("kantor"),
    )  # fmt: skip


def buat(k: Kunjungan) -> Response:
    """Make an invitation and show its letter: the code is kept nowhere and shown this once."""
    try:
        tempat = wilayah.cari_kantor(k.isian("kantor"))
    except InputSalah as exc:
        return _halaman(k, salah=exc.pesan, status=422)
    lingkup = wilayah.lingkup_kantor(tempat)
    kode, key = auth.invite(k.db, lingkup, k.now), ServerKey(k.db)
    berkas = Invitation(
        server=k.server, code=kode, kelurahan=lingkup, nama=tempat.nama, server_key=key.public, box_key=key.public_box
    ).model_dump_json()
    jejak.tindakan(
        k.db, k.siapa, f"Mengundang {wilayah.nama_kantor(lingkup)}", jalan=k.request.url.path, now=k.now
    )  # fmt: skip
    sampai = (tanggal.wib(k.now) + timedelta(days=auth.CODE_DAYS)).date().isoformat()
    return k.tampil(
        "kominfo/surat.html", lingkup=lingkup, kode=kode, server=k.server, sampai=sampai,
        qr=kode_qr.svg(kode, judul=f"Kode {kode}"),
        berkas=base64.b64encode(berkas.encode()).decode(), nama_berkas=f"undangan-{tempat.kode}.json",
    )  # fmt: skip


def tarik(k: Kunjungan) -> Response:
    """Withdraw an invitation that nobody has used."""
    with k.db.write() as con:
        dihapus = con.execute(delete(INVITE).where(INVITE.c.code_hash == k.isian("id"), INVITE.c.used_by == ""))
        ada = dihapus.rowcount
    if not ada:
        raise InputSalah("", "Undangan itu sudah dipakai atau sudah ditarik.")
    jejak.tindakan(k.db, k.siapa, "Menarik undangan", jalan=k.request.url.path, now=k.now)
    return k.pindah("/undangan", "Undangan ditarik. Kodenya tidak berlaku lagi.")
