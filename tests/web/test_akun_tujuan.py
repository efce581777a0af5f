"""The page that was asked for comes after the way in; who was put out is told so; nothing leads to another site."""

from __future__ import annotations

import base64
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.requests import Request

from sipokat_desktop.kernel import wilayah
from sync.web import app
from sync.web.akun import orang, sesi
from sync.web.akun.orang import Baru
from sync.web.akun.peran import Orang, Peran
from sync.web.akun.rahasia import sidik_token
from sync.web.akun.text import PUTUS
from sync.web.kit import tujuan
from tests.web.mengetik import ketik, token_csrf
from tests.web.panggung import KATA, KEC_A, SANDI, Klien, Masukan, Pusat

KUKI = sesi.KUKI
DIMINTA = "/akun?dari=surat&hal=2"


def _masuk(k: Klien, m: Masukan, kata: str = "") -> None:
    k.get("/masuk")
    k.csrf = k.cookies.get(sesi.KUKI_TAMU) or ""
    assert k.kirim("/masuk", {"login": m.login, "sandi": kata or m.sandi}).headers["location"] == "/masuk/lanjut"
    k.csrf = token_csrf(k)


def test_the_page_that_was_asked_for_opens_after_password_and_phone(pusat: Pusat) -> None:
    m, k = pusat.orang("camat"), pusat.tamu()
    assert k.get(DIMINTA).headers["location"] == "/masuk"
    _masuk(k, m)
    assert k.kirim("/masuk/lanjut", {"kode": m.kode(pusat.jam())}).headers["location"] == "/masuk/lanjut"
    assert k.get("/masuk/lanjut").headers["location"] == DIMINTA
    assert k.get("/masuk/lanjut").headers["location"] != DIMINTA, "once"


def test_it_opens_after_an_own_password_and_the_first_phone_too(pusat: Pusat) -> None:
    akun, kata = orang.tambah(pusat.db, SANDI, Baru("baru", "Baru Sekali", Peran.CAMAT, KEC_A), oleh="uji",
                              now=pusat.jam())  # fmt: skip
    k = pusat.tamu()
    k.get(DIMINTA)
    _masuk(k, Masukan(akun.orang, "baru", kata, b""))
    assert k.kirim("/masuk/lanjut", {"sandi": KATA, "ulang": KATA}).status_code == 303
    teks = k.get("/masuk/lanjut").text
    k.csrf = token_csrf(k)
    rahasia = teks.partition('class="rahasia">')[2].partition("<")[0].replace(" ", "")
    m = Masukan(akun.orang, "baru", KATA, base64.b32decode(rahasia))
    assert 'href="/masuk/lanjut"' in k.kirim("/masuk/lanjut", {"kode": m.kode(pusat.jam())}).text
    assert k.get("/masuk/lanjut").headers["location"] == DIMINTA


def test_a_page_of_another_role_and_what_is_no_page_are_not_opened(pusat: Pusat) -> None:
    m = pusat.orang("camat")
    for jalan, kepala in (("/perangkat", {}), ("/akun", {"sec-fetch-dest": "image"})):
        k = pusat.tamu()
        assert k.get(jalan, headers=kepala).headers["location"] == "/masuk"
        _masuk(k, m)
        k.kirim("/masuk/lanjut", {"kode": m.kode(pusat.jam())})
        assert k.get("/masuk/lanjut").headers["location"] not in ("/perangkat", "/akun")
        pusat.jam.maju(menit=1)


def test_who_was_away_is_told_and_what_was_sent_then_is_said_not_to_be_kept(pusat: Pusat) -> None:
    k = pusat.masuk("camat")
    pusat.jam.maju(menit=31)
    assert k.get("/akun").headers["location"] == "/masuk"
    assert PUTUS["diam"] in k.get("/masuk").text
    assert PUTUS["diam"] not in k.get("/masuk").text, "once"
    k = pusat.masuk("camat")
    pusat.jam.maju(menit=31)
    jawab = k.kirim("/akun/sandi", {"lama": KATA}, htmx=False)
    assert jawab.headers["location"] == "/masuk"
    assert app.BELUM_TERKIRIM in k.get("/masuk").text
    assert PUTUS["diam"] not in pusat.tamu().get("/masuk").text


def test_every_end_of_a_session_is_told_as_it_was(pusat: Pusat) -> None:
    """The other person who comes in between does not make it be forgotten; a stranger is told nothing."""
    diam, lama, ditutup, setengah = (pusat.masuk("camat", kedua=n < 3) for n in range(4))
    for _ in range(12 * 3):
        pusat.jam.maju(menit=20)
        lama.get("/akun")
    pusat.masuk("bagian")
    with pusat.db.write() as con:
        sesi.tutup(con, sidik_token(ditutup.cookies[KUKI]))
    for k, sebab in ((diam, "diam"), (lama, "lama"), (ditutup, "diakhiri"), (setengah, "setengah")):
        assert k.get("/akun").headers["location"] == "/masuk"
        teks = k.get("/masuk").text
        assert [satu for satu in PUTUS if PUTUS[satu] in teks] == [sebab]
    asing = pusat.tamu()
    asing.cookies.set(KUKI, "x" * 43)
    asing.get("/akun")
    assert PUTUS["diakhiri"] in asing.get("/masuk").text, "as one that was ended: nothing is told of which there are"


def test_an_act_leads_back_to_the_page_it_was_sent_from(pusat: Pusat) -> None:
    m, k = pusat.orang("camat"), pusat.masuk("camat")
    pusat.jam.maju(menit=31)
    k.post("/akun/keluar-lain", data={"csrf": k.csrf}, headers={"referer": f"{pusat.url}/akun?x=1"})
    _masuk(k, m)
    k.kirim("/masuk/lanjut", {"kode": m.kode(pusat.jam())})
    assert k.get("/masuk/lanjut").headers["location"] == "/akun?x=1"
    ketik(pusat, m)


JAHAT = [
    "//jahat.example", "/\\jahat.example", "\\\\jahat.example", "https://jahat.example", "javascript:alert(1)",
    "/\t/jahat.example", "/\n/jahat.example", " //jahat.example", "/%0d%0aSet-Cookie:x", "/masuk", "/masuk/lanjut",
    "/keluar", "http:/jahat.example", "", "jahat.example", "/rt?x=\r\nLocation:y", "///jahat.example",
]  # fmt: skip


def _permintaan(isi: str) -> Request:
    kuki = base64.urlsafe_b64encode(f"camat|{isi}".encode("utf-8", "surrogatepass")).decode()
    return Request({"type": "http", "headers": [(b"cookie", f"{tujuan.KUKI}={kuki}".encode())]})


@given(st.one_of(st.text(max_size=60), st.text("/\\:@?#%.\t\r\n ahtps", max_size=30), st.sampled_from(JAHAT)))
@example("//jahat.example/x")
def test_no_value_leads_to_another_site(isi: str) -> None:
    camat = Orang("x", "Camat", Peran.CAMAT, KEC_A)
    ke = tujuan.milik(_permintaan(isi), camat)
    assert ke in ("", isi)
    if ke:
        assert urlsplit(urljoin("https://sipokat.example/masuk/lanjut", ke)).netloc == "sipokat.example"
        assert ke.isascii()
        assert ke.isprintable()
    assert tujuan.milik(_permintaan(isi), Orang("y", "Kominfo", Peran.KOMINFO, wilayah.KOTA)) == ""


@pytest.mark.parametrize("isi", [satu for satu in JAHAT if "%0d" not in satu])
def test_known_tricks_are_refused(isi: str) -> None:
    assert tujuan.layak(isi) == ""


@pytest.mark.parametrize("isi", ["/", "/rt", "/laporan?cari=Budi+S&hal=2", "/rt/01-a/kartu", "/masukan"])
def test_pages_of_this_site_are_taken(isi: str) -> None:
    assert tujuan.layak(isi) == isi


@given(st.binary(max_size=40))
def test_a_cookie_of_rubbish_is_no_page(isi: bytes) -> None:
    kuki = base64.urlsafe_b64encode(isi)
    permintaan = Request({"type": "http", "headers": [(b"cookie", f"{tujuan.KUKI}=".encode() + kuki)]})
    assert tujuan.milik(permintaan, Orang("x", "Camat", Peran.CAMAT, KEC_A)) == "" or b"camat|/" in isi
