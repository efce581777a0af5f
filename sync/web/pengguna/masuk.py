"""The pages of the way in and out: login and password, the second factor, an own password."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup
from starlette.responses import Response

from sipokat_desktop.kernel.errors import InputSalah
from sync.web.akun import faktor, jejak, masuk, orang, sesi
from sync.web.akun.masuk import Tahap
from sync.web.akun.peran import PUBLIK
from sync.web.akun.sesi import Sesi
from sync.web.akun.text import SESI_HABIS
from sync.web.kit import tujuan
from sync.web.kit.awal import ke_tujuan
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.rute import Rute

from . import text

MASUK, LANJUT = "/masuk", "/masuk/lanjut"


def lihat(k: Kunjungan) -> Response:
    """Ask for login and password."""
    return ke_tujuan(k) if k.orang else k.tampil("pengguna/masuk.html", login="", salah=None)


def kirim(k: Kunjungan) -> Response:
    """Take login and password."""
    login = k.isian("login").lower()
    try:
        token = masuk.dengan_sandi(
            k.db, k.penjaga, login=login, sandi=apa_adanya(k, "sandi"), alamat=k.alamat, now=k.now
        )
    except InputSalah as exc:
        return k.tampil("pengguna/masuk.html", status=422, login=login[:40], salah=exc)
    _tutup(k)
    return _dengan(k, k.pindah(LANJUT), token)


def _tutup(k: Kunjungan) -> None:
    """End the session that this browser has."""
    ses = _sesi(k)
    if ses:
        with k.db.write() as con:
            sesi.tutup(con, ses.id)


def apa_adanya(k: Kunjungan, nama: str) -> str:
    """Return a field with the blanks around it: they belong to a password."""
    nilai = k.form.get(nama, "")
    return nilai if isinstance(nilai, str) else ""


def _dengan(k: Kunjungan, response: Response, token: str) -> Response:
    sesi.titip(response, token, aman=k.penjaga.aman)
    return response


def _sesi(k: Kunjungan) -> Sesi | None:
    return sesi.dari_token(k.db, k.kuki, k.now)


def lanjut(k: Kunjungan) -> Response:
    """Ask for what the session still lacks."""
    ses = _sesi(k)
    if ses is None:
        return k.pindah(MASUK, SESI_HABIS)
    tahap = masuk.tahap(k.db, ses)
    return _sampai(replace(k, orang=ses.orang)) if tahap is Tahap.SELESAI else _tanya(k, ses, tahap, None)


def _sampai(k: Kunjungan) -> Response:
    """End the way in; who has few codes left on paper is told."""
    with k.db.read() as con:
        sisa = faktor.sisa_pemulihan(con, k.siapa.id)
    return ke_tujuan(k, f"{text.sisa(sisa)} {text.SISA_SARAN}" if sisa <= faktor.SEDIKIT else "")


def _tanya(k: Kunjungan, ses: Sesi, tahap: Tahap, salah: InputSalah | None) -> Response:
    status, akun = 422 if salah else 200, orang.satu(k.db, ses.orang.id)
    assert akun is not None
    if tahap is not Tahap.PASANG:
        return k.tampil(
            f"pengguna/lanjut_{tahap.value}.html", status=status, nama=akun.nama, login=akun.login, salah=salah
        )
    rahasia = masuk.rahasia_baru(k.db, k.penjaga, akun.id)
    return k.tampil(
        "pengguna/lanjut_pasang.html", status=status, nama=akun.nama, salah=salah, kirim_ke=LANJUT,
        qr=Markup(faktor.qr(rahasia, akun.login)), rahasia=faktor.teks(rahasia),
    )  # fmt: skip


def lanjut_kirim(k: Kunjungan) -> Response:
    """Take what the session lacked."""
    ses = _sesi(k)
    if ses is None:
        return k.pindah(MASUK, SESI_HABIS)
    tahap = masuk.tahap(k.db, ses)
    try:
        return _ambil(k, ses, tahap)
    except InputSalah as exc:
        return _tanya(k, ses, tahap, exc)


def _ambil(k: Kunjungan, ses: Sesi, tahap: Tahap) -> Response:
    if tahap is Tahap.KODE:
        token = masuk.dengan_kode(k.db, k.penjaga, ses, kode=k.isian("kode"), alamat=k.alamat, now=k.now)
        jejak.tindakan(k.db, ses.orang, text.MASUK.format(alamat=k.alamat), jalan=MASUK, now=k.now)
        return _dengan(k, k.pindah(LANJUT), token)
    if tahap is Tahap.SANDI:
        token = masuk.sandi_baru(
            k.db, k.penjaga, ses, baru=apa_adanya(k, "sandi"), ulang=apa_adanya(k, "ulang"), alamat=k.alamat,
            now=k.now,
        )  # fmt: skip
        jejak.tindakan(k.db, ses.orang, text.GANTI_SANDI, jalan=MASUK, now=k.now)
        return _dengan(k, k.pindah(LANJUT), token)
    if tahap is Tahap.PASANG:
        return pasang(k, ses)
    return k.pindah(LANJUT)


def pasang(k: Kunjungan, ses: Sesi) -> Response:
    """Take the first code of a phone that was just set up, and show the codes for the paper."""
    token, pemulihan = masuk.pasang(k.db, k.penjaga, ses, kode=k.isian("kode"), alamat=k.alamat, now=k.now)
    jejak.tindakan(k.db, ses.orang, text.GANTI_FAKTOR, jalan=k.request.url.path, now=k.now)
    baru = sesi.dari_token(k.db, token, k.now)
    assert baru is not None
    di_dalam = replace(k, orang=ses.orang, csrf=baru.csrf)
    return _dengan(k, tampilkan_pemulihan(di_dalam, pemulihan), token)


def tampilkan_pemulihan(k: Kunjungan, pemulihan: list[str]) -> Response:
    """Show the codes for the paper, once."""
    return k.tampil("pengguna/pemulihan.html", pemulihan=pemulihan, lanjut=LANJUT)


def keluar(k: Kunjungan) -> Response:
    """End the session."""
    _tutup(k)
    response = k.pindah(MASUK, text.KELUAR)
    sesi.lupakan(response, aman=k.penjaga.aman)
    tujuan.lupakan(response)
    return response


RUTE = (
    Rute("GET", MASUK, PUBLIK, lihat, tanpa_kantor=True),
    Rute("POST", MASUK, PUBLIK, kirim, tanpa_kantor=True),
    Rute("GET", LANJUT, PUBLIK, lanjut, tanpa_kantor=True),
    Rute("POST", LANJUT, PUBLIK, lanjut_kirim, tanpa_kantor=True),
    Rute("POST", "/keluar", PUBLIK, keluar, tanpa_kantor=True),
)
