"""The pages of those who look after people: who may come in, as what and for which office."""

from __future__ import annotations

from starlette.responses import Response

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sync.web.akun import jejak, orang
from sync.web.akun import text as kata
from sync.web.akun.orang import Akun, Baru
from sync.web.akun.peran import KECAMATAN, Peran
from sync.web.kit.kunjungan import Kunjungan, TidakAda
from sync.web.kit.rute import Menu, Rute

from . import text

PENGGUNA = "/pengguna"
MENGURUS = frozenset({Peran.KOMINFO, Peran.BAGIAN, Peran.CAMAT})


def lihat(k: Kunjungan) -> Response:
    """List the people whom the one who asks looks after."""
    return k.tampil("pengguna/daftar.html", daftar=orang.daftar(k.db, k.siapa))


def tanya(k: Kunjungan) -> Response:
    """Ask for a new person."""
    return _formulir(k, None, {"login": "", "nama": "", "peran": "", "lingkup": ""}, None)


def _formulir(k: Kunjungan, akun: Akun | None, isi: dict[str, str], salah: InputSalah | None) -> Response:
    mengurus = orang.mengurus(k.siapa)
    kantor = [k.siapa.lingkup] if k.siapa.peran is Peran.CAMAT else [*orang.lingkup_kecamatan()]
    return k.tampil(
        "pengguna/orang.html" if akun else "pengguna/tambah.html", status=422 if salah else 200, akun=akun, isi=isi,
        salah=salah, peran=[(p.value, p.sebutan) for p in Peran if p in mengurus],
        kantor=[(lingkup, wilayah.nama_kantor(lingkup)) for lingkup in kantor],
    )  # fmt: skip


def _isi(k: Kunjungan) -> dict[str, str]:
    return {nama: k.isian(nama)[:100] for nama in ("login", "nama", "peran", "lingkup")}


def _peran(k: Kunjungan, isi: dict[str, str]) -> tuple[Peran, str]:
    """Return the role and office asked for; raise InputSalah where the one who asks may not give them."""
    if isi["peran"] not in {peran.value for peran in Peran}:
        raise InputSalah("peran", kata.PERAN_SALAH)
    peran = Peran(isi["peran"])
    lingkup = isi["lingkup"] if peran in KECAMATAN else wilayah.KOTA
    if not orang.wewenang(k.siapa, peran, lingkup):
        jejak.tolak(k.db, k.siapa, k.request.url.path, now=k.now)
        raise InputSalah("peran", kata.PERAN_SALAH)
    return peran, lingkup


def tambah(k: Kunjungan) -> Response:
    """Add a person and show the first password once."""
    isi = _isi(k)
    try:
        peran, lingkup = _peran(k, isi)
        baru = Baru(isi["login"].lower(), isi["nama"], peran, lingkup)
        akun, sandi = orang.tambah(k.db, k.penjaga.sandi, baru, oleh=k.siapa.nama, now=k.now)
    except InputSalah as exc:
        return _formulir(k, None, isi, exc)
    _catat(k, text.MENAMBAH, akun)
    return _sandi(k, akun, sandi)


def _catat(k: Kunjungan, apa: str, akun: Akun) -> None:
    kalimat = apa.format(nama=akun.nama, peran=akun.peran.sebutan, kantor=akun.orang.kantor)
    jejak.tindakan(k.db, k.siapa, kalimat, jalan=k.request.url.path, now=k.now)


def _sandi(k: Kunjungan, akun: Akun, sandi: str) -> Response:
    return k.tampil("pengguna/sandi.html", akun=akun, sandi=sandi, sampai=k.now + orang.SANDI_PERTAMA_MS)


def _akun(k: Kunjungan) -> Akun:
    """Return the person in the path; one beyond the authority of whoever asks is not there."""
    akun = orang.satu(k.db, k.jalan("id"))
    if akun is None or not orang.wewenang(k.siapa, akun.peran, akun.lingkup):
        if akun:
            jejak.tolak(k.db, k.siapa, k.request.url.path, now=k.now)
        raise TidakAda
    return akun


def _lain(k: Kunjungan) -> Akun:
    """Return the person in the path, who is not oneself."""
    akun = _akun(k)
    if akun.id == k.siapa.id:
        raise InputSalah("", kata.DIRI_SENDIRI)
    return akun


def satu(k: Kunjungan) -> Response:
    """Show one person."""
    akun = _akun(k)
    isi = {"login": akun.login, "nama": akun.nama, "peran": akun.peran.value, "lingkup": akun.lingkup}
    return _formulir(k, akun, isi, None)


def ubah(k: Kunjungan) -> Response:
    """Change name, role and office."""
    akun, isi = _lain(k), _isi(k)
    try:
        peran, lingkup = _peran(k, isi)
        orang.ubah(k.db, akun.id, nama=isi["nama"], peran=peran, lingkup=lingkup)
    except InputSalah as exc:
        return _formulir(k, akun, isi | {"login": akun.login}, exc)
    baru = akun._replace(peran=peran, lingkup=lingkup)
    _catat(k, text.MENGUBAH, baru)
    return k.pindah(f"{PENGGUNA}/{akun.id}" if akun.id else PENGGUNA, text.TERSIMPAN.format(nama=akun.nama))


def atur_ulang(k: Kunjungan) -> Response:
    """Give a new first password, and with it a second factor to set up anew where that was ticked."""
    akun, faktor = _lain(k), k.isian("faktor") == "ya"
    sandi = orang.atur_ulang(k.db, k.penjaga.sandi, akun.id, faktor=faktor, now=k.now)
    _catat(k, text.MENGATUR_ULANG_FAKTOR if faktor else text.MENGATUR_ULANG, akun)
    return _sandi(k, akun, sandi)


def matikan(k: Kunjungan) -> Response:
    """Let a person in no more."""
    akun = _lain(k)
    orang.matikan(k.db, akun.id, now=k.now)
    _catat(k, text.MEMATIKAN, akun)
    return k.pindah(PENGGUNA, text.DIMATIKAN.format(nama=akun.nama))


def nyalakan(k: Kunjungan) -> Response:
    """Let a person in again."""
    akun = _lain(k)
    orang.nyalakan(k.db, akun.id)
    _catat(k, text.MENYALAKAN, akun)
    return k.pindah(PENGGUNA, text.DINYALAKAN.format(nama=akun.nama))


RUTE = (
    Rute("GET", PENGGUNA, MENGURUS, lihat, tanpa_kantor=True),
    Rute("GET", f"{PENGGUNA}/tambah", MENGURUS, tanya, tanpa_kantor=True),
    Rute("POST", f"{PENGGUNA}/tambah", MENGURUS, tambah, tanpa_kantor=True),
    Rute("GET", f"{PENGGUNA}/{{id}}", MENGURUS, satu, tanpa_kantor=True),
    Rute("POST", f"{PENGGUNA}/{{id}}", MENGURUS, ubah, tanpa_kantor=True),
    Rute("POST", f"{PENGGUNA}/{{id}}/sandi", MENGURUS, atur_ulang, tanpa_kantor=True),
    Rute("POST", f"{PENGGUNA}/{{id}}/matikan", MENGURUS, matikan, tanpa_kantor=True),
    Rute("POST", f"{PENGGUNA}/{{id}}/nyalakan", MENGURUS, nyalakan, tanpa_kantor=True),
)
MENU = (Menu("Pengguna", PENGGUNA, MENGURUS, 900),)
