"""Invitations of offices: a letter with a code and its QR, made once, and those that still wait."""

from __future__ import annotations

import base64
from datetime import timedelta

from sqlalchemy import ColumnElement, select, update
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

from . import alasan, text

DITARIK = INVITE.c.expires < 0
"""A withdrawn invitation has its end below zero: no code counts then, and the end is still known."""


def _kantor() -> list[tuple[str, str]]:
    return [(kode, wilayah.nama_kantor(kode)) for kode in (wilayah.KOTA, *wilayah.bawahan(wilayah.KOTA))]


def semua(k: Kunjungan) -> Response:
    """Show the invitations that nobody has used yet, and the form for a new one."""
    return _halaman(k, salah="", status=200)


def _halaman(k: Kunjungan, *, salah: str, status: int) -> Response:
    with k.db.read() as con:
        rows = con.execute(select(INVITE).where(INVITE.c.used_by == "").order_by(INVITE.c.created.desc())).all()
    return k.tampil(
        "kominfo/undangan.html", status=status, kantor=[("", text.PILIH_KANTOR), *_kantor()], salah=salah,
        undangan=[u for u in rows if u.expires >= 0],
        ditarik=[(u, alasan.terakhir(k.db, _jalan(u.code_hash))) for u in rows if u.expires < 0],
        terpilih=k.isian("kantor") or k.tanya("kantor"),
    )  # fmt: skip


def buat(k: Kunjungan) -> Response:
    """Make an invitation and show its letter: the code is kept nowhere and shown this once."""
    if not k.isian("kantor"):
        return _halaman(k, salah=text.BELUM_DIPILIH, status=422)
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
    """Withdraw an invitation that nobody has used, for a reason."""
    try:
        sebab = alasan.tertulis(k)
    except InputSalah as exc:
        return _halaman(k, salah=exc.pesan, status=422)
    kantor = _balik(k, ~DITARIK, text.SUDAH_DITARIK)
    _catat(k, text.MENARIK.format(kantor=kantor, alasan=sebab))
    return k.pindah("/undangan", text.DITARIK.format(kantor=kantor))


def kembalikan(k: Kunjungan) -> Response:
    """Let a withdrawn invitation count again, until the day that its letter says."""
    kantor = _balik(k, DITARIK, text.TIDAK_DITARIK)
    _catat(k, text.MENGEMBALIKAN.format(kantor=kantor))
    return k.pindah("/undangan", text.DIKEMBALIKAN.format(kantor=kantor))


def _balik(k: Kunjungan, dalam: ColumnElement[bool], tidak: str) -> str:
    """Turn an unused invitation from valid to withdrawn or back; return its office, raise InputSalah with ``tidak``."""
    ini = (INVITE.c.code_hash == k.isian("id")) & (INVITE.c.used_by == "") & dalam
    with k.db.write() as con:
        lingkup = con.scalar(select(INVITE.c.scope).where(ini))
        berubah = con.execute(update(INVITE).where(ini).values(expires=-INVITE.c.expires)).rowcount
    if not berubah:
        raise InputSalah("", tidak)
    return wilayah.nama_kantor(str(lingkup))


def _catat(k: Kunjungan, apa: str) -> None:
    jejak.tindakan(k.db, k.siapa, apa, jalan=_jalan(k.isian("id")), now=k.now)


def _jalan(id: str) -> str:
    """Return under what the log keeps acts on an invitation."""
    return f"/undangan/{id[:16]}"
