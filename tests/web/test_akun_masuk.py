"""The way in over a real socket: password, second factor, first set-up, waits after wrong tries, sessions that end."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable

import httpx
import pytest
from sqlalchemy import func, select, update

from sipokat_desktop.kernel.errors import InputSalah
from sync.server.schema import LOGIN_TRY, PERSON, READING, RECOVERY
from sync.web.akun import faktor, orang, sandi, sesi, text
from sync.web.akun.orang import Baru
from sync.web.akun.peran import Orang, Peran
from tests.web.mengetik import ketik, token_csrf
from tests.web.panggung import KATA, KEC_A, SANDI, Klien, Masukan, Pusat

Masuk = Callable[..., Klien]
KUKI = sesi.KUKI
BARU = "lampu kuning di dapur"


def salah(pusat: Pusat) -> int:
    """Wrong tries that are counted, of every login and address."""
    with pusat.db.read() as con:
        return int(con.scalar(select(func.sum(LOGIN_TRY.c.failed))) or 0)


def test_password_then_phone_then_the_first_page(pusat: Pusat) -> None:
    m = pusat.orang("camat")
    k, jawab = ketik(pusat, m)
    assert (jawab.status_code, jawab.headers["location"]) == (303, "/masuk/lanjut")
    setengah = k.cookies[KUKI]
    assert k.get("/akun").headers["location"] == "/masuk/lanjut", "the password alone opens nothing"
    k.csrf = token_csrf(k)
    salah = k.kirim("/masuk/lanjut", {"kode": "000000"})
    assert salah.status_code == 422
    assert "tidak cocok" in salah.text
    kode = m.kode(pusat.jam())
    jawab = k.kirim("/masuk/lanjut", {"kode": kode})
    assert jawab.status_code == 303
    penuh = k.cookies[KUKI]
    assert penuh != setengah, "a new token with every step"
    assert m.orang.nama in k.get("/akun").text
    lama = Klien(pusat.url, kuki={KUKI: setengah})
    assert lama.get("/akun").headers["location"] == "/masuk"
    lama.close()
    dua, _ = ketik(pusat, m)
    dua.csrf = token_csrf(dua)
    assert dua.kirim("/masuk/lanjut", {"kode": kode}).status_code == 422, "a code counts once"
    pusat.jam.maju(menit=1)
    assert dua.kirim("/masuk/lanjut", {"kode": m.kode(pusat.jam())}).status_code == 303
    with pusat.db.read() as con:
        tercatat = [(r.what, r.refused) for r in con.execute(select(READING).order_by(READING.c.at, READING.c.id))]
    masuk, gagal = ("Masuk dari 127.0.0.1", 0), (text.GAGAL_KODE.format(alamat="127.0.0.1"), 1)
    assert tercatat == [gagal, masuk, gagal, masuk]


def test_cookies_and_headers_of_the_way_in(pusat: Pusat, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Over TLS the cookies bear the prefix that no other host can set; nothing is kept by a cache."""
    tls = Pusat(tmp_path_factory.mktemp("tls"), aman=True)
    try:
        m = tls.orang("kominfo")
        with httpx.Client(base_url=tls.url) as k:
            pertama = k.get("/masuk")
            (tamu,) = pertama.headers.get_list("set-cookie")
            assert re.fullmatch(r"__Host-sipokat_tamu=[\w-]{43}; HttpOnly; Path=/; SameSite=strict; Secure", tamu)
            assert pertama.headers["cache-control"] == "no-store"
            assert "max-age" in pertama.headers["strict-transport-security"]
            token = tamu.partition("=")[2].partition(";")[0]
            jawab = k.post(
                "/masuk", data={"login": m.login, "sandi": m.sandi, "csrf": token},
                headers={"cookie": f"__Host-sipokat_tamu={token}"},
            )  # fmt: skip
            (ses,) = [c for c in jawab.headers.get_list("set-cookie") if "sesi" in c]
            assert re.fullmatch(r"__Host-sipokat_sesi=[\w-]{43}; HttpOnly; Path=/; SameSite=strict; Secure", ses)
            polos = ses.partition("=")[2].partition(";")[0]
            tanpa_awalan = k.get("/masuk/lanjut", headers={"cookie": f"{KUKI}={polos}"})
            assert tanpa_awalan.headers["location"] == "/masuk", (
                "a cookie that another host could have set is no session"
            )
    finally:
        tls.close()
    _, jawab = ketik(pusat, pusat.orang("camat"))
    (kuki,) = [c for c in jawab.headers.get_list("set-cookie") if KUKI in c]
    assert "HttpOnly" in kuki
    assert "SameSite=strict" in kuki


def test_the_same_words_for_every_wrong_login(pusat: Pusat) -> None:
    """Wrong password, unknown login, a person switched off: nobody can tell them apart, in words or in work."""
    m, mati = pusat.orang("camat"), pusat.orang("staf")
    orang.matikan(pusat.db, mati.orang.id, now=1)
    kerja: list[str] = []
    asli = SANDI.cocok

    def dihitung(tersimpan: str, kata: str) -> bool:
        kerja.append(kata)
        return asli(tersimpan, kata)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SANDI, "cocok", dihitung)
        for login, kata in (
            (m.login, "salah salah salah"),
            ("tidakada", KATA),
            (mati.login, KATA),
            ("' OR 1=1 --", KATA),
        ):
            k = pusat.tamu()
            jawab = k.kirim("/masuk", {"login": login, "sandi": kata})
            assert jawab.status_code == 422
            assert "Nama masuk atau kata sandi tidak cocok" in jawab.text
            assert KUKI not in k.cookies
    assert len(kerja) == 4, "each costs one Argon2"


def test_waits_grow_for_a_login_and_say_until_when(pusat: Pusat) -> None:
    m = pusat.orang("camat")
    for _ in range(6):
        assert "tidak cocok" in ketik(pusat, m, "salah salah salah")[1].text
    _, jawab = ketik(pusat, m)
    assert re.search(r"Terlalu sering salah\. Demi keamanan, boleh dicoba \d+ detik lagi\.", jawab.text)
    pusat.jam.maju(menit=0.6)
    assert "tidak cocok" in ketik(pusat, m, "salah salah salah")[1].text
    pusat.jam.maju(menit=0.6)
    assert re.search(r"boleh dicoba \d+ (detik|menit) lagi", ketik(pusat, m)[1].text), "the wait was doubled"
    assert ketik(pusat, pusat.orang("staf"))[1].status_code == 303, "others are not held back"
    pusat.jam.maju(menit=0.6)
    k, jawab = ketik(pusat, m)
    assert jawab.status_code == 303
    assert salah(pusat) > 5
    k.csrf = token_csrf(k)
    k.kirim("/masuk/lanjut", {"kode": m.kode(pusat.jam())})
    assert salah(pusat) == 7, "the way in to its end: what went wrong with the login is forgotten, not the address"


def test_an_address_that_tries_many_logins_waits(pusat: Pusat) -> None:
    k = pusat.tamu()
    for n in range(31):
        assert "tidak cocok" in k.kirim("/masuk", {"login": f"orang{n}", "sandi": "x"}).text
    assert "Terlalu sering" in k.kirim("/masuk", {"login": "orang99", "sandi": "x"}).text


def test_the_code_of_the_phone_cannot_be_guessed_either(pusat: Pusat) -> None:
    """Giving the right password in between does not give new tries."""
    m = pusat.orang("camat")
    jawab: httpx.Response | None = None
    for n in range(7):
        k, pertama = ketik(pusat, m)
        if pertama.status_code == 422:
            jawab = pertama
            break
        k.csrf = token_csrf(k)
        jawab = k.kirim("/masuk/lanjut", {"kode": f"{n:06}"})
    assert jawab is not None
    assert "Terlalu sering" in jawab.text


def test_first_time_own_password_phone_and_paper(pusat: Pusat) -> None:
    akun, kata = orang.tambah(
        pusat.db, SANDI, Baru("maryam", "Hj. Maryam", Peran.CAMAT, KEC_A), oleh="uji", now=pusat.jam()
    )
    k = pusat.tamu()
    assert k.kirim("/masuk", {"login": "Maryam", "sandi": kata}).status_code == 303
    k.csrf = token_csrf(k)
    for baru, ulang, pesan in (
        ("pendek", "pendek", "paling sedikit 10"), ("maryam2026!", "maryam2026!", "mudah ditebak"),
        (BARU, BARU + "x", "tidak sama"), (kata, kata, "harus lain"),
    ):  # fmt: skip
        assert pesan in k.kirim("/masuk/lanjut", {"sandi": baru, "ulang": ulang}).text
    assert k.kirim("/masuk/lanjut", {"sandi": BARU, "ulang": BARU}).status_code == 303
    halaman = k.get("/masuk/lanjut").text
    assert "<svg" in halaman
    assert "style=" not in halaman
    rahasia = re.search(r'class="rahasia">([A-Z2-7 ]+)<', halaman)
    assert rahasia
    assert k.get("/akun").headers["location"] == "/masuk/lanjut"
    m = Masukan(akun.orang, "maryam", BARU, base64.b32decode(rahasia[1].replace(" ", "")))
    k.csrf = token_csrf(k)
    assert k.kirim("/masuk/lanjut", {"kode": "12345"}).status_code == 422
    jawab = k.kirim("/masuk/lanjut", {"kode": m.kode(pusat.jam())})
    pemulihan = re.findall(r"<code>([A-Z2-9]{5}-[A-Z2-9]{5})</code>", jawab.text)
    assert len(set(pemulihan)) == faktor.BANYAK_PEMULIHAN
    assert k.get("/akun").status_code == 200
    lupa_hp, _ = ketik(pusat, m)
    lupa_hp.csrf = token_csrf(lupa_hp)
    assert lupa_hp.kirim("/masuk/lanjut", {"kode": pemulihan[0].lower()}).status_code == 303
    lagi, _ = ketik(pusat, m)
    lagi.csrf = token_csrf(lagi)
    assert "sudah dipakai" in lagi.kirim("/masuk/lanjut", {"kode": pemulihan[0]}).text
    with pusat.db.read() as con:
        isi = str(con.execute(select(PERSON).where(PERSON.c.id == akun.id)).one())
        isi += str(con.execute(select(RECOVERY)).all())
    assert "argon2id" in isi
    for mentah in (BARU, rahasia[1].replace(" ", ""), pemulihan[1].replace("-", "")):
        assert mentah not in isi, "nothing that lets in lies readable in the database"


def test_a_printed_password_runs_out(pusat: Pusat) -> None:
    _, kata = orang.tambah(pusat.db, SANDI, Baru("rudi", "Rudi", Peran.STAF, KEC_A), oleh="uji", now=pusat.jam())
    pusat.jam.maju(menit=7 * 24 * 60 + 1)
    assert "lewat masanya" in pusat.tamu().kirim("/masuk", {"login": "rudi", "sandi": kata}).text


def test_a_weaker_hash_is_made_anew(pusat: Pusat) -> None:
    m = pusat.orang("camat")
    lemah = sandi.Sandi(memori_kib=9, putaran=2).hash(m.sandi)
    with pusat.db.write() as con:
        con.execute(update(PERSON).where(PERSON.c.id == m.orang.id).values(password=lemah))
    assert ketik(pusat, m)[1].status_code == 303
    with pusat.db.read() as con:
        assert con.scalar(select(PERSON.c.password).where(PERSON.c.id == m.orang.id)) != lemah


def test_codes_of_the_phone() -> None:
    rahasia, now = faktor.baru(), 1_800_000_000_000
    m = Masukan(pusat_orang(), "x", "x", rahasia)
    kini = now // 30_000
    for geser, benar in ((-2, False), (-1, True), (0, True), (1, True), (2, False)):
        hasil = faktor.langkah(rahasia, m.kode(now + geser * 30_000), now)
        assert hasil == (kini + geser if benar else 0)
    assert faktor.langkah(rahasia, m.kode(now), now, sesudah=kini) == 0
    for aneh in ("", "12345", "1234567", "abcdef", "１２３４５６", "12 34 5", "\0" * 6):
        assert faktor.langkah(rahasia, aneh, now) == 0
    assert faktor.langkah(rahasia, f"{m.kode(now)[:3]} {m.kode(now)[3:]}", now) == kini


def pusat_orang() -> Orang:
    return Orang("x", "x", Peran.CAMAT, KEC_A)


def test_passwords_that_are_too_easy() -> None:
    for kata in ("sipokat123", "1234567890", "aaaaaaaaaaaa", "maryam.timur1", "Kecamatan2026"):
        with pytest.raises(InputSalah, match=r"mudah ditebak"):
            sandi.layak(kata, kata, login="maryam.timur1", nama="Hj. Maryam")
    assert sandi.layak(BARU, BARU, login="maryam", nama="Hj. Maryam") == BARU


def test_argon2_as_stated() -> None:
    hash = sandi.Sandi().hash("satu kata sandi")
    assert hash.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
