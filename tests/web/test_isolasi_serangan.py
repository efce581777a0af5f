"""Attacks on every field, path and export of the web, each with a hole planted to show that it would be found."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.usulan import ops as usulan
from sipokat_desktop.storage.tx import Tx
from sync.web.registry import AREAS
from tests.web import isolasi, panggung
from tests.web.isolasi import Formulir, Jalan
from tests.web.panggung import KEC_A, KEL_A, KEL_B, TANDA, Klien, Pusat

RUTE = isolasi.rute_dari(AREAS)
SUNTIKAN = (
    "' OR '1'='1", "1' OR 1=1 --", '" OR ""="', "1; DROP TABLE person; --", "1) OR 1=1 /*", "1 AND SLEEP(5)",
    "' UNION SELECT nama,nik,1,1 FROM rt_orang --", "';WAITFOR DELAY '0:0:5'--", "%27%20OR%201=1",
    "1 AND 1=(SELECT COUNT(*) FROM tabnames); --", "-1 UNION ALL SELECT NULL,NULL,NULL,sqlite_version()--",
    "' AND extractvalue(1,concat(0x7e,version()))--", "%", "_", "\\", "*", '"', "'", "`", "\0", "\ud800", "%00", "a\nb",
    "\r\nX-Suntik: ya", "{{7*7}}", "{% raw %}", "${7*7}", "<script>alert(1)</script>", '"><svg onload=alert(1)>',
    "javascript:alert(1)", "-1", "0", "99999999999999999999", "1e309", "٣", "²", "NaN", "2026-13", "2026-02-30",
    "../../etc/passwd", "x" * 5000, "16.73.03.1010", "kota", "kec:16.73.03", "",
)  # fmt: skip
KE_MANA = frozenset({"kembali", "lanjut", "ke", "dari", "next"})
TUJUAN = ("javascript:alert(1)", "//jahat.contoh/x", "https://jahat.contoh", "/\\jahat.contoh")
"""Fields that say where to go on, and where nobody must be sent."""
LINTASAN = (
    "../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//etc/passwd",
    "%2fetc%2fpasswd", "..%5c..%5cwindows%5cwin.ini", "%00", "a%00.png", "%c0%ae%c0%ae/etc/passwd", "kota.db",
    "%2e%2e%2fkota.db",
)  # fmt: skip
RUMUS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x")')


class Sasaran(NamedTuple):
    """One field that takes words: of a query (no form) or of a form."""

    siapa: str
    nama: str
    alamat: str
    formulir: Formulir | None


DIPAKAI = {"tamu": "tamu", "camat": f"camat {KEC_A}", "bagian": "bagian", "kominfo": "kominfo"}
"""Who attacks, and whose walk is used."""


def sasaran(jalan: dict[str, Jalan], tanpa: set[str]) -> list[Sasaran]:
    """Every field that the walks saw, of every route's query and form; not those that change one of ``tanpa``."""
    hasil: dict[tuple[str, str, str, str], Sasaran] = {}
    for siapa, satu in ((siapa, jalan[nama]) for siapa, nama in DIPAKAI.items()):
        for alamat in satu.alamat():
            url = httpx.URL(alamat)
            rute = isolasi.cocok(RUTE, url.path)
            for nama in [*url.params.keys(), "hal"]:
                hasil.setdefault((siapa, "GET", rute.jalan if rute else "", nama), Sasaran(siapa, nama, alamat, None))
        for f in satu.kiriman():
            rute = isolasi.cocok(RUTE, f.jalan, "POST")
            for nama, _ in f.isi:
                if rute and nama != "csrf" and f.jalan not in isolasi.SEKALI and not tanpa & {*f.jalan.split("/")}:
                    hasil.setdefault((siapa, "POST", rute.jalan, nama), Sasaran(siapa, nama, f.jalan, f))
    return [*hasil.values()]


def tembak(klien: Klien, s: Sasaran, isi: str) -> httpx.Response:
    """Send one word into one field."""
    bersih = isi.encode("utf-8", "replace").decode()
    if s.formulir:
        return isolasi.kirim(klien, s.formulir, **{s.nama: bersih})
    url = httpx.URL(s.alamat)
    return klien.get(url.path, params={**dict(url.params), s.nama: bersih})


def salah_jawab(jawab: httpx.Response, siapa: str) -> list[str]:
    """Return what no answer may be, whatever was sent."""
    isi, tempat = isolasi.teks(jawab), f"{jawab.request.method} {jawab.request.url} {jawab.status_code}"
    temu = [tempat] if jawab.status_code in (500, 503) else []
    temu += [f"{tempat}: a foreign row"] if siapa == "camat" and TANDA[KEL_B] in isi else []
    temu += [f"{tempat}: personal"] if siapa == "tamu" and (isolasi.NIK.search(isi) or isolasi.NAMA.search(isi)) else []
    temu += [f"{tempat}: not escaped"] if "<script>alert(1)" in isi or "<svg onload" in isi else []
    temu += [f"{tempat}: {satu}" for satu in isolasi.terlarang(jawab)]
    temu += [f"{tempat}: header"] if "x-suntik" in jawab.headers else []
    temu += [f"{tempat}: traceback"] if "Traceback" in isi or "sqlalchemy" in isi.lower() else []
    return temu + isolasi.tanpa_kepala([jawab])


def test_words_of_attackers_in_every_field(penuh: Pusat, jalan: dict[str, Jalan]) -> None:
    """sqlmap-like and other hostile words, drawn at random over all fields; each field is met at least once."""
    klien = {"tamu": penuh.tamu(), **{peran: penuh.masuk(peran) for peran in ("camat", "bagian", "kominfo")}}
    semua = sasaran(jalan, {k.siapa.id for k in klien.values() if k.siapa})
    assert len(semua) > 60
    temuan: list[str] = []
    for ke, satu in enumerate(semua):
        for kata in (SUNTIKAN[ke % len(SUNTIKAN)], *(TUJUAN if satu.nama in KE_MANA else ())):
            temuan += salah_jawab(tembak(klien[satu.siapa], satu, kata), satu.siapa)
    assert temuan == []

    @settings(suppress_health_check=[*HealthCheck])
    @given(st.sampled_from(semua), st.sampled_from(SUNTIKAN) | st.text(max_size=40))
    def acak(satu: Sasaran, kata: str) -> None:
        assert salah_jawab(tembak(klien[satu.siapa], satu, kata), satu.siapa) == []

    acak()
    assert penuh.masuk("camat").get("/akun").status_code == 200


def test_paths_of_attackers(penuh: Pusat) -> None:
    """Every parameter of every path, and the files of the program: nothing outside is read."""
    temuan: list[str] = []
    klien = {p: penuh.masuk(p) for p in ("camat", "bagian", "kominfo")}
    berparameter = [r for r in RUTE if "{" in r.jalan]
    for ke, rute in enumerate(berparameter):
        siapa = next((k for p, k in klien.items() if p in {x.value for x in rute.peran}), klien["camat"])
        for kata in (*LINTASAN[ke % 2 :: 2], *SUNTIKAN[ke % 4 :: 4]):
            isi = kata if kata in LINTASAN else quote(kata.encode("utf-8", "replace"), safe="") or "x"
            alamat = re.sub(r"\{[^}]+\}", isi.replace("\\", "\\\\"), rute.jalan)
            jawab = siapa.get(alamat) if rute.metode == "GET" else siapa.kirim(alamat)
            if jawab.status_code == 404 and {"\r", "\n"} & {*kata}:
                continue  # a path with a line break in it never comes as far as the pages
            temuan += salah_jawab(jawab, "camat" if siapa is klien["camat"] else "")
            temuan += [alamat] if "root:" in jawab.text or "SQLite format" in jawab.text else []
    for kata in LINTASAN:
        jawab = klien["camat"].get(f"/aset/{kata}")
        assert jawab.status_code == 404, kata
        temuan += isolasi.tanpa_kepala([jawab])
    assert temuan == []


def test_exports_hold_no_formulas(penuh: Pusat, jalan: dict[str, Jalan], tmp_path: Path) -> None:
    """What begins as a formula in an office stays a text in every CSV and .xlsx that the web gives out."""
    with closing(panggung.pc(tmp_path / "pc", penuh, KEL_A)) as pc:
        pc.sync()
        posts = [str(r[0]) for r in pc.store.reader().execute("SELECT id FROM rt_jabatan")]
        hari = tanggal.pendek(tanggal.wib(now_ms()).date())
        for ke, rumus in enumerate(RUMUS):
            isian = {
                "jabatan_id": posts[ke % 4], "kategori": "drainase", "judul": f"{rumus.strip()} {ke}", "lokasi": rumus,
                "tahun": str(tanggal.wib(now_ms()).year + 1), "tanggal": hari,
            }  # fmt: skip
            usulan.buat(pc.store, KEL_A, isian)
            pc.store.write("uji", partial(_ganti_nama, _orang(pc, ke), f"{rumus}{ke}"))
        pc.sync()
    temuan: list[str] = []
    banyak = 0
    for siapa, satu in ((siapa, jalan[nama]) for siapa, nama in DIPAKAI.items()):
        klien = penuh.tamu() if siapa == "tamu" else penuh.masuk(siapa)
        for alamat in satu.alamat():
            rute = isolasi.cocok(RUTE, httpx.URL(alamat).path)
            if rute and (rute.ekspor or "csv" in alamat):
                jawab = klien.get(alamat)
                banyak += 1
                temuan += [f"{alamat}: {sel}" for sel in rumus_di(jawab)]
    assert temuan == []
    assert banyak > 5


def _ganti_nama(id: str, nama: str, tx: Tx) -> None:
    tx.update("rt_orang", id, {"nama": nama})


def _orang(pc: Office, ke: int) -> str:
    ids = [str(r[0]) for r in pc.store.reader().execute("SELECT id FROM rt_orang ORDER BY id")]
    return ids[ke % len(ids)]


def rumus_di(jawab: httpx.Response) -> list[str]:
    """Return the cells of a CSV that a spreadsheet would reckon with, the formulas of an .xlsx that are data."""
    jenis = jawab.headers.get("content-type", "")
    if "csv" in jenis:
        pemisah = ";" if jawab.text.splitlines()[0].count(";") > jawab.text.splitlines()[0].count(",") else ","
        sel = [s for baris in csv.reader(io.StringIO(jawab.text.lstrip("\ufeff")), delimiter=pemisah) for s in baris]
        return [s for s in sel if s[:1] in "=+-@\t\r" and s and not re.fullmatch(r"-?[\d.,]+", s)]
    if not jawab.content.startswith(b"PK"):
        return []
    with zipfile.ZipFile(io.BytesIO(jawab.content)) as z:
        lembar = [z.read(n).decode() for n in z.namelist() if n.startswith("xl/worksheets/sheet")]
    return [
        f
        for isi in lembar
        for f in re.findall(r"<f>([^<]*)</f>", isi)
        if "1+1" in f or "SUM(A1)" in f or "HYPERLINK" in f
    ]


def test_the_check_of_formulas_sees_them() -> None:
    isi = 'nama,jumlah\n=1+1,5\n"+62 811",-3\n@a,"-1,5"\n'
    assert rumus_di(httpx.Response(200, text=isi, headers={"content-type": "text/csv"})) == ["=1+1", "+62 811", "@a"]
