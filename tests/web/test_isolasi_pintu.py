"""The doors of the web: forms without their token, planted sessions, mistakes of ours, devices' tokens."""

from __future__ import annotations

import re
import secrets
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from starlette.responses import Response

from sync.web import app as web
from sync.web.akun import sesi
from sync.web.akun.peran import PUBLIK, SEMUA
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.rute import Area, Rute
from sync.web.registry import AREAS
from tests.web import isolasi, panggung
from tests.web.isolasi import Jalan
from tests.web.panggung import KEC_A, KEL_A, Klien, Pusat

RUTE = isolasi.rute_dari(AREAS)
DIPAKAI = {"camat": f"camat {KEC_A}", "bagian": "bagian", "kominfo": "kominfo"}
"""Who posts, and whose walk knows the forms."""


def tanpa_izin(penuh: Pusat, jalan: dict[str, Jalan]) -> list[str]:
    """Post every form without the token, with a wrong one, with that of another session and of a guest; returns the
    ones that were taken."""
    lain, tamu = penuh.masuk("staf").csrf, penuh.tamu().csrf
    temuan: list[str] = []
    klien = {siapa: penuh.masuk(siapa) for siapa in ("camat", "bagian", "kominfo")}
    for rute in (r for r in RUTE if r.metode == "POST"):
        siapa = next(s for s in klien if not rute.peran or s in {p.value for p in rute.peran})
        f = next((g for g in jalan[DIPAKAI[siapa]].kiriman() if isolasi.cocok([rute], g.jalan, "POST")), None)
        alamat = f.jalan if f else re.sub(r"\{[^}]+\}", "1", rute.jalan)
        isi = {nama: nilai for nama, nilai in (f.isi if f else ()) if nama != "csrf"}
        for token in ({}, {"csrf": ""}, {"csrf": secrets.token_urlsafe(32)}, {"csrf": lain}, {"csrf": tamu}):
            jawab = klien[siapa].post(alamat, data=isi | token)
            temuan += [] if jawab.status_code == 403 else [f"{siapa} {alamat} {token}: {jawab.status_code}"]
        jawab = klien[siapa].post(alamat, data=isi, headers={"x-csrf": "salah"})
        temuan += [] if jawab.status_code == 403 else [f"{siapa} {alamat} header"]
    return temuan


def test_no_form_is_taken_without_the_token(
    penuh: Pusat, jalan: dict[str, Jalan], monkeypatch: pytest.MonkeyPatch
) -> None:
    sebelum = isolasi.isi_kota(penuh)
    assert tanpa_izin(penuh, jalan) == []
    assert isolasi.isi_kota(penuh) == sebelum
    tamu = penuh.tamu()
    assert tamu.post("/masuk", data={"login": "x", "sandi": "x"}).status_code == 403
    assert tamu.post("/masuk", data={"login": "x", "sandi": "x", "csrf": penuh.tamu().csrf}).status_code == 403
    monkeypatch.setattr(web, "_csrf_cocok", bool)
    assert len(tanpa_izin(penuh, jalan)) > 10, "the check sees a web that takes every form"


def test_a_session_cannot_be_planted(penuh: Pusat) -> None:
    """A token that somebody set beforehand never becomes a session, neither a known nor an unknown one."""
    korban = penuh.orang("camat")
    for tanam in (secrets.token_urlsafe(32), penuh.masuk("staf").cookies[sesi.KUKI]):
        k = penuh.tamu()
        k.cookies.set(sesi.KUKI, tanam, domain="127.0.0.1", path="/")
        csrf = re.search(r'name="csrf" content="([^"]+)"', k.get("/masuk/lanjut").text or k.get("/masuk").text)
        k.csrf = csrf[1] if csrf else penuh.tamu().csrf
        halaman = re.search(r'name="csrf" content="([^"]+)"', k.get("/akun").text or k.get("/masuk").text)
        k.csrf = halaman[1] if halaman else k.csrf
        jawab = k.kirim("/masuk", {"login": korban.login, "sandi": korban.sandi})
        assert jawab.status_code == 303, jawab.text
        baru = [c for c in jawab.headers.get_list("set-cookie") if c.startswith(sesi.KUKI)]
        assert baru
        assert tanam not in baru[0]
        penyerang = Klien(penuh.url, kuki={sesi.KUKI: tanam})
        assert korban.orang.nama not in penyerang.get("/akun").text
        penyerang.close()


def test_errors_say_a_sentence_with_the_same_headers(
    cetakan_penuh: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """404, 405, 422 and a mistake of ours: Indonesian pages, the policy's headers, no word of the program's insides."""

    def meledak(_k: Kunjungan) -> Response:
        raise RuntimeError("-".join(("rahasia", "dalam", "program")))

    areas = (*AREAS, Area("rusak", (Rute("GET", "/rusak", PUBLIK, meledak), Rute("POST", "/rusak", SEMUA, meledak))))
    penuh = panggung.tuang(cetakan_penuh, tmp_path / "rusak", areas=areas)
    with closing(penuh):
        penuh.siapkan_kantor()
        k = penuh.masuk("camat")
        jawaban = [
            k.get("/tidak/ada"), k.put("/akun"), k.request("TRACE", "/akun"), k.get("/jejak", params={"dari": "x"}),
            k.get("/aset/tidak.js"), k.get("/rusak"), k.kirim("/rusak"), k.kirim("/rusak", htmx=True),
            penuh.tamu().get("/rusak"),
        ]  # fmt: skip
        assert [j.status_code for j in jawaban] == [404, 405, 405, 422, 404, 500, 500, 500, 500]
        assert isolasi.tanpa_kepala(jawaban) == []
        for j in jawaban:
            assert "rahasia-dalam-program" not in j.text
            assert re.search(r"Data|Halaman|hari", j.text), j.text
    assert {r.name for r in caplog.records} == {"sipokat.web"}
    assert "rahasia-dalam" not in caplog.text, "what a mistake had in hand is not logged"


def test_a_reading_that_cannot_be_written_down_is_not_shown(
    penuh: Pusat, jalan: dict[str, Jalan], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sipokat_desktop.kernel.errors import Gangguan
    from sync.web.akun import jejak

    def gagal(*_a: object, **_k: object) -> None:
        raise Gangguan("Diska penuh.")

    monkeypatch.setattr(jejak, "baca", gagal)
    alamat = next(
        a for a in jalan[DIPAKAI["camat"]].alamat() if (r := isolasi.cocok(RUTE, httpx.URL(a).path)) and r.pribadi
    )
    jawab = penuh.masuk("camat").get(alamat)
    assert jawab.status_code == 503
    assert isolasi.pribadi([jawab]) == []


def test_offices_and_people_have_separate_doors(penuh: Pusat, tmp_path: Path) -> None:
    """A person's session is no device, a device's token no session."""
    camat = penuh.masuk("camat")
    token = camat.cookies[sesi.KUKI]
    for kepala in ({}, {"authorization": f"Bearer {token}"}, {"authorization": token}):
        for jalan_api in ("/sync/v1/exchange", "/sync/v1/rows", "/sync/v1/lease"):
            jawab = camat.post(jalan_api, json={}, headers=kepala)
            assert jawab.status_code in (401, 403, 422), jawab.text
            assert jawab.headers["content-type"].startswith("application/")
            assert "token" not in jawab.text.lower() or token not in jawab.text
        assert camat.get(
            "/sync/v1/digest", params={"scope": KEL_A, "table": "rt_orang"}, headers=kepala
        ).status_code in (401, 422)
    with closing(panggung.pc(tmp_path / "pc", penuh, KEL_A)) as pc:
        pc.sync()
        perangkat = pc.store.token
    assert perangkat
    for nama in (sesi.KUKI, f"__Host-{sesi.KUKI}", "session", "token"):
        k = Klien(penuh.url, kuki={nama: perangkat})
        assert "/masuk" in k.get("/akun", headers={"authorization": f"Bearer {perangkat}"}).headers["location"]
        k.close()
