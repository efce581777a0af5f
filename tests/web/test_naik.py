"""The path of an act, opened as a page (reload, restored tab, log-in again), leads on instead of ending."""

from __future__ import annotations

import pytest

from sync.web import app
from tests.web.mengetik import token_csrf
from tests.web.panggung import Pusat

_NAIK = [
    ("bagian", "/ketetapan/tarif/tetapkan", "/ketetapan/tarif"),
    ("bagian", "/ketetapan/aturan/tetapkan", "/ketetapan/aturan"),
    ("camat", "/verifikasi/putusan", "/verifikasi"),
    ("camat", "/keluar", "/"),
]


@pytest.mark.parametrize(("peran", "jalan", "ke"), _NAIK)
def test_an_act_opened_as_a_page_leads_to_its_page(pusat_baca: Pusat, peran: str, jalan: str, ke: str) -> None:
    k = pusat_baca.masuk(peran)
    jawab = k.get(jalan)
    assert (jawab.status_code, jawab.headers["location"]) == (303, ke)
    if ke != "/":
        assert app.ISI_LAGI in k.get(ke).text


def test_what_is_no_path_at_all_still_says_so(pusat_baca: Pusat) -> None:
    assert pusat_baca.masuk("bagian").get("/tidak/ada/coba").status_code == 404


def test_an_end_of_session_at_the_last_step_leads_back_to_the_form(pusat: Pusat) -> None:
    m, k = pusat.orang("bagian"), pusat.masuk("bagian")
    pusat.jam.maju(menit=31)
    dari = {"referer": f"{pusat.url}/ketetapan/tarif/coba"}
    k.post("/ketetapan/tarif/tetapkan", data={"csrf": k.csrf}, headers=dari)
    k.csrf = token_csrf(k, "/masuk")
    k.kirim("/masuk", {"login": m.login, "sandi": m.sandi})
    k.csrf = token_csrf(k)
    k.kirim("/masuk/lanjut", {"kode": m.kode(pusat.jam())})
    jalan = k.get("/masuk/lanjut").headers["location"]
    assert k.get(jalan, follow_redirects=True).status_code == 200
