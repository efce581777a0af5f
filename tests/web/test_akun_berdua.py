"""Many tries at once, on SQLite and on PostgreSQL: none slips through uncounted, no code counts twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sync.web.akun import faktor, masuk, orang, sesi, tahan
from sync.web.akun.penjaga import Penjaga
from sync.web.akun.peran import Peran
from sync.web.akun.rahasia import Rahasia
from tests.web import panggung
from tests.web.mengetik import ketik, masuk_lengkap
from tests.web.panggung import KEC_A, SANDI, Pusat

SEKALIGUS = 12


@pytest.fixture(params=["sqlite", "postgres"])
def pusat(request: pytest.FixtureRequest, cetakan: Path, tmp_path: Path) -> Iterator[Pusat]:
    """A city on SQLite, and again on PostgreSQL."""
    lain = {"db_url": request.getfixturevalue("pg_url")} if request.param == "postgres" else {}
    satu = panggung.tuang(cetakan, tmp_path / "pusat", **lain)
    yield satu
    satu.close()


def serentak(kerja: Callable[[int], object]) -> list[str]:
    """Do something many times at once; returns what came out of each, or its sentence."""

    def satu(n: int) -> str:
        try:
            return str(kerja(n))
        except InputSalah as exc:
            return exc.pesan

    with ThreadPoolExecutor(SEKALIGUS) as kolam:
        return [*kolam.map(satu, range(SEKALIGUS))]


def test_many_at_once(pusat: Pusat) -> None:
    db, m, now = pusat.db, pusat.orang("camat"), pusat.jam()
    penjaga = Penjaga(SANDI, Rahasia(db), False)

    def tebak(n: int) -> str:
        return masuk.dengan_sandi(db, penjaga, login=m.login, sandi=f"tebakan {n}", alamat="10.0.0.7", now=now)

    hasil = serentak(tebak)
    assert sum("tidak cocok" in satu for satu in hasil) == 6, "five go wrong freely, the sixth makes the others wait"
    assert sum("Terlalu sering" in satu for satu in hasil) == SEKALIGUS - 6

    lain, nanti = pusat.orang("bagian"), now + 60_000
    with db.write() as con:
        token = sesi.buka(con, lain.orang.id, kedua=False, alamat="", now=nanti)
        pemulihan = faktor.pemulihan_baru(con, lain.orang.id, penjaga.rahasia)[0]
    setengah = sesi.dari_token(db, token, nanti)
    assert setengah is not None

    def kode(isi: str, n: int) -> bool:
        masuk.dengan_kode(db, penjaga, setengah, kode=isi, alamat=f"10.1.0.{n}", now=nanti)
        return True

    for isi in (lain.kode(nanti), pemulihan):
        with db.write() as con:
            kunci = tahan.kunci(penjaga.rahasia, lain.login, "")
            tahan.benar(con, (), selesai=kunci[0].sidik)
        assert serentak(partial(kode, isi)).count("True") == 1, "a code lets in once"
    with db.read() as con:
        assert faktor.sisa_pemulihan(con, lain.orang.id) == faktor.BANYAK_PEMULIHAN - 1


def test_the_last_two_of_kominfo_cannot_both_leave(pusat: Pusat) -> None:
    satu, dua = pusat.orang("kominfo").orang.id, pusat.orang_baru(Peran.KOMINFO, wilayah.KOTA, 77).orang.id
    with ThreadPoolExecutor(2) as kolam:
        hasil = [kolam.submit(orang.matikan, pusat.db, id, now=1) for id in (satu, dua)]
    assert sum(h.exception() is not None for h in hasil) == 1
    assert sum(not a.dimatikan for a in orang.semua(pusat.db) if a.peran is Peran.KOMINFO) == 1


def test_a_whole_day(pusat: Pusat) -> None:
    """The pages on this engine: in, on, people, log, words that it cannot keep, out."""
    k = masuk_lengkap(pusat, pusat.orang("camat"))
    assert k.get("/akun").status_code == k.get("/jejak").status_code == k.get("/pengguna").status_code == 200
    baru = {"login": "rudi", "nama": "Rudi Hartono", "peran": "staf", "lingkup": KEC_A}
    assert k.kirim("/pengguna/tambah", baru).status_code == 200
    assert k.kirim("/pengguna/tambah", baru).status_code == 422
    for jalan in ("/pengguna/%00", "/jejak?orang=%00", "/jejak?orang=%ED%A0%80", "/jejak?hal=99999999999999999999"):
        assert k.get(jalan).status_code in (200, 404, 422), jalan
    assert k.kirim("/pengguna/tambah", baru | {"nama": "a\0b"}).status_code == 422
    assert ketik(pusat, pusat.orang("staf"), "\0")[1].status_code == 422
    assert k.kirim("/keluar").status_code == 303
    assert k.get("/akun").status_code == 303
