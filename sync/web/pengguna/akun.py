"""The page of one's own account: password, second factor, codes on paper, where one is logged in."""

from __future__ import annotations

from markupsafe import Markup
from sqlalchemy import update
from starlette.responses import Response

from sipokat_desktop.kernel.errors import InputSalah
from sync.server.schema import PERSON
from sync.web.akun import faktor, jejak, masuk, orang, sesi
from sync.web.akun.peran import SEMUA
from sync.web.akun.sesi import Sesi
from sync.web.akun.text import SESI_HABIS
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.rute import Menu, Rute

from . import text
from .masuk import MASUK, apa_adanya, pasang, tampilkan_pemulihan

AKUN = "/akun"


def _sesi(k: Kunjungan) -> Sesi:
    ses = sesi.dari_token(k.db, k.kuki, k.now)
    if ses is None:
        raise InputSalah("", SESI_HABIS)
    return ses


def lihat(k: Kunjungan) -> Response:
    """Show the account."""
    return _tampil(k, None)


def _tampil(k: Kunjungan, salah: InputSalah | None, di: str = "") -> Response:
    ses, akun = _sesi(k), orang.satu(k.db, k.siapa.id)
    assert akun is not None
    with k.db.read() as con:
        sisa = faktor.sisa_pemulihan(con, akun.id)
    return k.tampil(
        "pengguna/akun.html", status=422 if salah else 200, akun=akun, sisa=sisa, ini=ses.id, salah=salah, di=di,
        sedikit=faktor.SEDIKIT, kata_sisa=text.sisa(sisa), sesi=sesi.milik(k.db, akun.id, k.now),
    )  # fmt: skip


def _periksa(k: Kunjungan, ses: Sesi) -> None:
    masuk.periksa_sandi(k.db, k.penjaga, ses, sandi=apa_adanya(k, "lama"), alamat=k.alamat, now=k.now)


def ganti_sandi(k: Kunjungan) -> Response:
    """Change the own password."""
    ses = _sesi(k)
    try:
        _periksa(k, ses)
        token = masuk.sandi_baru(
            k.db, k.penjaga, ses, baru=apa_adanya(k, "sandi"), ulang=apa_adanya(k, "ulang"), alamat=k.alamat, now=k.now
        )
    except InputSalah as exc:
        return _tampil(k, exc, "sandi")
    _catat(k, text.GANTI_SANDI)
    response = k.pindah(AKUN, text.SANDI_DIGANTI)
    sesi.titip(response, token, aman=k.penjaga.aman)
    return response


def _catat(k: Kunjungan, apa: str) -> None:
    jejak.tindakan(k.db, k.siapa, apa, jalan=k.request.url.path, now=k.now)


def ganti_faktor(k: Kunjungan) -> Response:
    """Begin with another phone: the password first, then the QR code. The old phone counts until the new one does."""
    ses = _sesi(k)
    try:
        _periksa(k, ses)
    except InputSalah as exc:
        return _tampil(k, exc, "faktor")
    akun = orang.satu(k.db, k.siapa.id)
    assert akun is not None
    with k.db.write() as con:
        con.execute(update(PERSON).where(PERSON.c.id == akun.id).values(totp_next=""))
    rahasia = masuk.rahasia_baru(k.db, k.penjaga, akun.id)
    return _tampil_pasang(k, None, Markup(faktor.qr(rahasia, akun.login)), faktor.teks(rahasia))


def _tampil_pasang(k: Kunjungan, salah: InputSalah | None, qr: str = "", rahasia: str = "") -> Response:
    return k.tampil(
        "pengguna/lanjut_pasang.html", status=422 if salah else 200, nama=k.siapa.nama, salah=salah, qr=qr,
        rahasia=rahasia, kirim_ke=f"{AKUN}/faktor/pasang",
    )  # fmt: skip


def pasang_faktor(k: Kunjungan) -> Response:
    """Take the first code of the other phone. The QR code is not shown again: that needs the password."""
    try:
        return pasang(k, _sesi(k))
    except InputSalah as exc:
        return _tampil_pasang(k, exc)


def ganti_pemulihan(k: Kunjungan) -> Response:
    """Make new codes for the paper, after the password."""
    ses = _sesi(k)
    try:
        _periksa(k, ses)
    except InputSalah as exc:
        return _tampil(k, exc, "pemulihan")
    with k.db.write() as con:
        pemulihan = faktor.pemulihan_baru(con, k.siapa.id, k.penjaga.rahasia)
    _catat(k, text.GANTI_PEMULIHAN)
    return tampilkan_pemulihan(k, pemulihan)


def keluar_lain(k: Kunjungan) -> Response:
    """Log out everywhere else."""
    ses = _sesi(k)
    with k.db.write() as con:
        sesi.tutup_semua(con, k.siapa.id, kecuali=ses.id)
    return k.pindah(AKUN, text.KELUAR_LAIN)


RUTE = (
    Rute("GET", AKUN, SEMUA, lihat, tanpa_kantor=True),
    Rute("POST", f"{AKUN}/sandi", SEMUA, ganti_sandi, tanpa_kantor=True),
    Rute("POST", f"{AKUN}/faktor", SEMUA, ganti_faktor, tanpa_kantor=True),
    Rute("POST", f"{AKUN}/faktor/pasang", SEMUA, pasang_faktor, tanpa_kantor=True),
    Rute("POST", f"{AKUN}/pemulihan", SEMUA, ganti_pemulihan, tanpa_kantor=True),
    Rute("POST", f"{AKUN}/keluar-lain", SEMUA, keluar_lain, tanpa_kantor=True),
)
MENU = (Menu("Akun saya", AKUN, SEMUA, 990), Menu("Masuk", MASUK, frozenset(), 990))
