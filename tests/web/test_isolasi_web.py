"""Every route of the web × every role × another office's rows: refused, nothing shown, nothing changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.responses import HTMLResponse, Response

from sync.web.akun import orang
from sync.web.akun.peran import KECAMATAN, PUBLIK, SEMUA, Peran
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.rute import Area, Menu, Rute
from sync.web.registry import AREAS
from tests.web import isolasi, panggung
from tests.web.isolasi import Jalan
from tests.web.panggung import KEC_A, KEC_B, KEL_A, KEL_B, TANDA, Klien, Pusat

RUTE = isolasi.rute_dari(AREAS)
ASING = TANDA[KEL_B]
DI_DALAM = [("camat", KEC_A), ("staf", KEC_A), ("camat", KEC_B), ("bagian", ""), ("kominfo", "")]
DI_LUAR = ["tamu", "setengah", "keluar", "mati"]


def di_luar(penuh: Pusat, siapa: str) -> Klien:
    """Return somebody who is not, not yet or no longer inside."""
    if siapa == "tamu":
        return penuh.tamu()
    if siapa == "setengah":
        return penuh.masuk("camat", kedua=False)
    if siapa == "keluar":
        klien = penuh.masuk("camat")
        token = dict(klien.cookies)
        klien.kirim("/keluar")
        klien.cookies.update(token)
        return klien
    klien = penuh.masuk("staf", KEC_B)
    assert klien.siapa
    orang.matikan(penuh.db, klien.siapa.id, now=1)
    return klien


def alamat_nyata(rute: Rute, jalan: dict[str, Jalan]) -> str:
    """Return an address of a route that shows something to those who may, so that a missing check would be seen."""
    for satu in jalan.values():
        for alamat, jawab in satu.jawaban.items():
            if isolasi.cocok([rute._replace(metode="GET")], httpx.URL(alamat).path) and jawab.status_code == 200:
                return alamat
        for f in satu.kiriman():
            if isolasi.cocok([rute._replace(metode="GET")], f.jalan):
                return f.jalan
    return re.sub(r"\{[^}]+\}", "1", rute.jalan)


def ditolak(klien: Klien, rute: Rute, alamat: str) -> list[str]:
    """Ask for a route as somebody who may not; returns what is wrong with the answers."""
    lihat = rute.metode == "GET"
    jawaban = [klien.get(alamat) if lihat else klien.kirim(alamat, {"id": "1"})]
    jawaban += [klien.get(alamat, headers={"hx-request": "true"})] if lihat and "{" in rute.jalan else []
    salah = [
        f"{klien.siapa} {j.request.method} {alamat}: {j.status_code}"
        for j in jawaban
        if not (j.status_code == 403 or "/masuk" in _tujuan(j))
    ]
    return salah + isolasi.pribadi(jawaban) + isolasi.tanpa_kepala(jawaban)


def _tujuan(jawab: httpx.Response) -> str:
    return f"{jawab.headers.get('location', '')}{jawab.headers.get('hx-redirect', '')}"


def semua_ditolak(penuh: Pusat, rute: list[Rute], jalan: dict[str, Jalan]) -> list[str]:
    """Try every route as everybody who may not."""
    klien = [(Peran(peran), penuh.masuk(peran, lingkup)) for peran, lingkup in DI_DALAM]
    luar = [di_luar(penuh, siapa) for siapa in DI_LUAR]
    salah: list[str] = []
    for satu in rute:
        alamat = alamat_nyata(satu, jalan)
        bukan = [k for peran, k in klien if peran not in satu.peran] + luar if satu.peran else []
        for k in bukan:
            salah += ditolak(k, satu, alamat)
    return salah


def test_every_route_refuses_everybody_who_may_not(penuh: Pusat, jalan: dict[str, Jalan]) -> None:
    mati = penuh.orang("staf", KEC_B).orang.id
    orang.matikan(penuh.db, mati, now=1)
    sebelum = isolasi.isi_kota(penuh)
    orang.nyalakan(penuh.db, mati)
    assert semua_ditolak(penuh, RUTE, jalan) == []
    assert isolasi.isi_kota(penuh) == sebelum


def test_every_route_opens_for_those_who_may(jalan: dict[str, Jalan]) -> None:
    """The check above would be empty if nobody got in; the walk reaches nearly every page."""
    dicapai: set[str] = set()
    for siapa, satu in jalan.items():
        peran = siapa.partition(" ")[0]
        for alamat, jawab in satu.jawaban.items():
            rute = isolasi.cocok(RUTE, httpx.URL(alamat).path)
            assert rute is not None
            boleh = not rute.peran or peran in {p.value for p in rute.peran}
            assert jawab.status_code < 500, (siapa, alamat)
            if boleh and peran != "tamu":
                assert jawab.status_code != 403, (siapa, alamat)
                assert "/masuk" not in _tujuan(jawab), (siapa, alamat)
                dicapai.add(rute.jalan)
    semua = {rute.jalan for rute in RUTE if rute.metode == "GET"}
    assert len(dicapai) >= 0.8 * len(semua), f"the walk does not reach {sorted(semua - dicapai)}"


@pytest.mark.parametrize(
    ("aku", "di", "lain", "tanda", "semua"),
    [
        ("camat", KEC_A, KEC_B, ASING, True),
        ("staf", KEC_A, KEC_B, ASING, False),
        ("camat", KEC_B, KEC_A, TANDA[KEL_A], False),
        ("tamu", "", KEC_B, "", False),
    ],
)
def test_no_answer_holds_a_word_of_another_kecamatan(
    penuh: Pusat, jalan: dict[str, Jalan], aku: str, di: str, lain: str, tanda: str, semua: bool
) -> None:
    """Addresses and forms of the one tried by the other (and for a camat: theirs in the own queries and forms); what
    belongs to the other stays as it is."""
    klien = penuh.masuk(aku, di) if di else penuh.tamu()
    sendiri = jalan[f"{aku} {di}".strip()]
    sebelum = isolasi.isi_kota(penuh, lain)
    jawaban = [*isolasi.coba_asing(klien, sendiri if semua else Jalan(klien), jalan[f"camat {lain}"])]
    assert len(jawaban) > 40
    assert [j.request.url for j in jawaban if j.status_code >= 500] == []
    assert isolasi.isi_kota(penuh, lain) == sebelum
    if di:
        assert isolasi.bertanda([*jawaban, *sendiri.jawaban.values()], tanda) == []
    else:
        assert isolasi.pribadi(jawaban) == []


def test_the_walks_do_see_personal_data(jalan: dict[str, Jalan]) -> None:
    """What is looked for is there where it belongs: otherwise nothing was looked for."""
    for siapa, tanda in ((f"camat {KEC_A}", "Kecubung"), (f"camat {KEC_B}", ASING)):
        assert len(isolasi.bertanda(jalan[siapa].jawaban.values(), tanda)) > 3
        assert isolasi.pribadi(jalan[siapa].jawaban.values())
    assert "/putusan/urung" in {f.jalan for f in jalan["bagian"].kiriman()}, "a decision that can be taken back"


def test_the_public_sees_nobody(jalan: dict[str, Jalan]) -> None:
    assert isolasi.pribadi(jalan["tamu"].jawaban.values()) == []


def test_kominfo_sees_no_nik(jalan: dict[str, Jalan]) -> None:
    assert isolasi.pribadi(jalan["kominfo"].jawaban.values(), nama=False) == []


def test_pages_keep_to_the_policy(jalan: dict[str, Jalan]) -> None:
    """Headers on every answer, no script or style inside, no other host, the token in every form."""
    for satu in jalan.values():
        assert isolasi.tanpa_kepala(satu.jawaban.values()) == []
        assert satu.terlarang == []
        assert isolasi.tanpa_csrf(satu) == []


def test_personal_pages_are_written_down(penuh: Pusat, jalan: dict[str, Jalan]) -> None:
    """A page that shows a name of a head says so in its route (``pribadi``), and every reading of it is in the log."""
    lupa = {
        rute.jalan
        for satu in jalan.values()
        for alamat, jawab in satu.jawaban.items()
        if (rute := isolasi.cocok(RUTE, httpx.URL(alamat).path)) and not (rute.pribadi or rute.ekspor)
        if isolasi.pribadi([jawab])
    }
    assert lupa == set()
    from sync.web.akun import jejak

    k = penuh.masuk("camat")
    assert k.siapa
    dibaca = [
        a for a in jalan[f"camat {KEC_A}"].alamat() if (r := isolasi.cocok(RUTE, httpx.URL(a).path)) and r.pribadi
    ]
    for alamat in dibaca[:5]:
        k.get(alamat)
    baris, _ = jejak.daftar(penuh.db, k.siapa, orang_id=k.siapa.id)
    assert [b.jalan for b in reversed(baris)] == [httpx.URL(a).path for a in dibaca[:5]]


# Known-bad controls: each hole must be found by the check that watches for it.


def _semua_nama(k: Kunjungan) -> Response:
    isi = k.baca().execute("SELECT group_concat(nama), group_concat(nik) FROM rt_orang").fetchone()
    return k.unduh(f"{isi[0]} {isi[1]}".encode(), "semua.csv", "text/csv")


class _Bocor:
    """A page that reads the store of the whole city for everybody."""

    def __init__(self) -> None:
        self.penuh: Pusat | None = None

    def __call__(self, k: Kunjungan) -> Response:
        assert self.penuh is not None
        con = self.penuh.offices.of("kota").store.reader()
        isi = ",".join(str(r[0]) for r in con.execute("SELECT nama FROM rt_orang"))
        return k.unduh(isi.encode(), "semua.csv", "text/csv")


JELEK = """<p style="color:red" onclick="x()">x</p><script>x()</script>
<form method="post" action="/akun/sandi"><input name="a"></form>"""


def _jelek(_k: Kunjungan) -> Response:
    return HTMLResponse(JELEK)


@pytest.fixture
def berlubang(cetakan_penuh: Path, tmp_path: Path) -> Iterator[tuple[Pusat, list[Rute]]]:
    """A city with holes: a route without roles, one that reads a foreign scope, a page against the policy."""
    bocor = _Bocor()
    lubang = Area(
        "lubang",
        (
            Rute("GET", "/lubang/umum", PUBLIK, _semua_nama),
            Rute("GET", "/lubang/bocor", KECAMATAN, bocor),
            Rute("GET", "/lubang/jelek", SEMUA, _jelek),
        ),
        (Menu("Lubang", "/lubang/bocor", KECAMATAN, 1),),
    )
    areas = (*AREAS, lubang)
    penuh = panggung.tuang(cetakan_penuh, tmp_path / "lubang", areas=areas)
    bocor.penuh = penuh
    yield penuh, isolasi.rute_dari(areas)
    penuh.close()


def test_planted_holes_are_found(berlubang: tuple[Pusat, list[Rute]], jalan: dict[str, Jalan]) -> None:
    penuh, rute = berlubang
    lubang = [satu for satu in rute if satu.jalan.startswith("/lubang")]
    tamu, camat = isolasi.jelajah(penuh.tamu(), lubang), isolasi.jelajah(penuh.masuk("camat"), lubang)
    assert isolasi.pribadi(tamu.jawaban.values())
    assert isolasi.bertanda(camat.jawaban.values(), ASING) == [f"GET {penuh.url}/lubang/bocor 200"]
    assert len(camat.terlarang) == 3
    assert isolasi.tanpa_csrf(camat)
    terbuka = [satu._replace(peran=frozenset({Peran.BAGIAN})) for satu in lubang]
    assert len(semua_ditolak(penuh, terbuka, jalan)) > 5, "a route that lets in whom its line does not name"
