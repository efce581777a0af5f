"""Sessions and the own account over a real socket: what ends them, and what asks for the password again."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from sync.server.schema import WEB_SESSION
from sync.web.akun import faktor, orang, sesi
from sync.web.akun.peran import Peran
from sync.web.akun.rahasia import Rahasia
from sync.web.kantor import Hosted
from tests.web.mengetik import ketik, masuk_lengkap, token_csrf
from tests.web.panggung import KATA, KEC_A, KEC_B, Klien, Pusat

Masuk = Callable[..., Klien]
KUKI = sesi.KUKI
BARU = "lampu kuning di dapur"


def test_sessions_end(pusat: Pusat, masuk: Masuk) -> None:
    """After half an hour of silence, after twelve hours, by logging out, when the role changes, when switched off."""
    diam, rajin = masuk("camat"), masuk("staf")
    for _ in range(25):
        pusat.jam.maju(menit=29)
        assert rajin.get("/akun").status_code in (200, 303)
    assert rajin.get("/akun").headers["location"] == "/masuk", "twelve hours are the longest"
    assert diam.get("/akun").headers["location"] == "/masuk"
    keluar = masuk("camat")
    assert keluar.post("/keluar").status_code == 403, "another site cannot log anybody out"
    token = keluar.cookies[KUKI]
    assert keluar.kirim("/keluar").headers["location"] == "/masuk"
    basi = Klien(pusat.url, kuki={KUKI: token})
    assert basi.get("/akun").status_code == 303, "the token is worth nothing, not only forgotten by the browser"
    basi.close()
    for ubah in (_pindah, _matikan):
        k = masuk("camat", KEC_A)
        assert k.get("/akun").status_code == 200
        assert k.siapa
        ubah(pusat, k.siapa.id)
        assert k.get("/akun").headers["location"] == "/masuk"


def test_the_last_request_is_written_once_a_minute(pusat: Pusat, masuk: Masuk) -> None:
    k = masuk("camat")
    awal = banyak_terlihat(pusat)
    k.get("/akun")
    assert banyak_terlihat(pusat) == awal
    pusat.jam.maju(menit=2)
    k.get("/akun")
    assert banyak_terlihat(pusat) > awal


def banyak_terlihat(pusat: Pusat) -> int:
    with pusat.db.read() as con:
        return int(con.scalar(select(func.max(WEB_SESSION.c.seen))) or 0)


def test_own_account(pusat: Pusat) -> None:
    """New password, phone and paper; each asks for the password first, the other devices are put out."""
    m = pusat.orang("camat")
    k, lain = masuk_lengkap(pusat, m), pusat.masuk("camat")
    assert "Perangkat lain" in k.get("/akun").text
    assert k.kirim("/akun/keluar-lain").status_code == 303
    assert lain.get("/akun").status_code == 303
    for jalan in ("/akun/faktor", "/akun/pemulihan", "/akun/sandi"):
        assert "tidak cocok" in k.kirim(jalan, {"lama": "bukan ini sama sekali"}).text
    gambar = k.kirim("/akun/faktor", {"lama": KATA}).text
    rahasia = re.search(r'class="rahasia">([A-Z2-7 ]+)<', gambar)
    assert rahasia
    salah = k.kirim("/akun/faktor/pasang", {"kode": "000000"})
    assert salah.status_code == 422
    assert rahasia[1] not in salah.text, "the secret is not shown again without the password"
    baru = m._replace(rahasia=base64.b32decode(rahasia[1].replace(" ", "")))
    assert "Cetak kode pemulihan" in k.kirim("/akun/faktor/pasang", {"kode": baru.kode(pusat.jam())}).text
    k.csrf = token_csrf(k, "/akun")
    assert len(re.findall(r"<code>", k.kirim("/akun/pemulihan", {"lama": KATA}).text)) == faktor.BANYAK_PEMULIHAN
    lain = pusat.masuk("camat")
    token = k.cookies[KUKI]
    assert k.kirim("/akun/sandi", {"lama": KATA, "sandi": BARU, "ulang": BARU}).status_code == 303
    assert k.cookies[KUKI] != token
    assert k.get("/akun").status_code == 200
    assert lain.get("/akun").status_code == 303
    assert ketik(pusat, m)[1].status_code == 422
    assert ketik(pusat, m, BARU)[1].status_code == 303


def test_who_has_few_codes_left_is_told_at_login_and_on_the_page(pusat: Pusat) -> None:
    m, rahasia = pusat.orang("camat"), Rahasia(pusat.db)
    with pusat.db.write() as con:
        kode = faktor.pemulihan_baru(con, m.orang.id, rahasia)
    for n in range(7):
        k, _ = ketik(pusat, m)
        k.csrf = token_csrf(k)
        assert k.kirim("/masuk/lanjut", {"kode": kode[n]}).status_code == 303
        k.get("/masuk/lanjut")
        teks = k.get("/akun").text
        assert ("Tinggal 3 kode pemulihan" in teks) == (n == 6)
    assert 'href="#pemulihan"' in teks
    k.get("/masuk/lanjut")
    assert teks.count("Tinggal 3") == 2, "said once at login, and on the page"
    assert k.get("/akun").text.count("Tinggal 3") == 2


def test_data_that_is_being_read_lets_the_page_come_back_by_itself(
    pusat: Pusat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a script; an act that was not taken is said and leads back to its page."""
    monkeypatch.setattr(Hosted, "siap", lambda *_: False)
    k = pusat.masuk("camat")
    jawab = k.get("/roster" if k.get("/roster").status_code == 503 else "/verifikasi")
    assert (jawab.status_code, jawab.headers["refresh"]) == (503, "5")
    assert "Biasanya selesai dalam" in jawab.text
    assert "hx-get" not in jawab.text
    kirim = k.post("/verifikasi/putusan", data={"csrf": k.csrf}, headers={"referer": f"{pusat.url}/verifikasi"})
    assert (kirim.status_code, kirim.headers["refresh"]) == (503, "5; url=/verifikasi")
    assert "belum disimpan" in kirim.text


def _pindah(pusat: Pusat, id: str) -> None:
    orang.ubah(pusat.db, id, nama="Camat", peran=Peran.CAMAT, lingkup=KEC_B)


def _matikan(pusat: Pusat, id: str) -> None:
    orang.matikan(pusat.db, id, now=1)
