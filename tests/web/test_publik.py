"""What everybody may see: sums that agree with the modules', nothing of a person, as pages and as open data."""

from __future__ import annotations

import csv
import io
import json

import pytest

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.laporan import evaluasi, rentang
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import public
from tests.web.panggung import KEL_A, KEL_B, TANDA, Pusat

KUNCI = [tabel.key for tabel in public.tables(MODULES)]
HALAMAN = ["/", "/kelurahan", "/data", f"/kelurahan/{KEL_A}", *(f"/data/{kunci}" for kunci in KUNCI)]
BERKAS = [f"/data/{kunci}/{jenis}" for kunci in KUNCI for jenis in ("csv", "json")]


@pytest.mark.parametrize("jalan", HALAMAN + BERKAS)
def test_everybody_sees_it_and_nobody_in_it(pusat_baca: Pusat, jalan: str) -> None:
    jawab = pusat_baca.tamu().get(jalan)
    assert jawab.status_code == 200, jalan
    for tanda in TANDA.values():
        assert tanda not in jawab.text, f"{tanda}: a name, report or proposal shows at {jalan}"


def test_known_bad_the_marks_are_in_the_store(pusat_baca: Pusat) -> None:
    """Known bad: what is looked for above is there to be found where names are read."""
    con = pusat_baca.offices.of("kota").store.reader()
    nama = " ".join(str(row[0]) for row in con.execute("SELECT nama FROM rt_orang"))
    isi = " ".join(str(row[0]) for row in con.execute("SELECT uraian FROM laporan_kegiatan"))
    assert all(tanda in nama and tanda in isi for tanda in TANDA.values())


def baris(pusat: Pusat, kunci: str) -> list[dict[str, object]]:
    jawab = pusat.tamu().get(f"/data/{kunci}/json")
    assert jawab.headers["access-control-allow-origin"] == "*"
    hasil: list[dict[str, object]] = jawab.json()["baris"]
    return hasil


def test_the_figures_are_those_of_the_program(pusat_baca: Pusat) -> None:
    con = pusat_baca.offices.of("kota").store.reader()
    ke = tanggal.wib(pusat_baca.jam()).year
    e = evaluasi.hitung(con, "kota", rentang.tahun(ke))
    semua = baris(pusat_baca, "kegiatan")
    assert [b["kode"] for b in semua] == [b.kode for b in e.kelurahan]
    assert sum(int(str(b["laporan"])) for b in semua) == e.angka.jumlah > 0
    assert {str(b["kode"]): b["lurah_ya"] for b in semua} == {b.kode: b.angka.lurah_ya for b in e.kelurahan}
    bidang = baris(pusat_baca, "laporan_per_bidang")
    diverifikasi = sum(int(str(n)) for b in bidang for nama, n in b.items() if nama.startswith("bidang_"))
    assert diverifikasi == e.angka.camat_ya
    (usulan,) = [b for b in baris(pusat_baca, "usulan") if b["kode"] == KEL_A]
    n = con.execute("SELECT count(*) FROM usulan_butir WHERE lingkup = ?", (KEL_A,)).fetchone()[0]
    assert sum(int(str(nilai)) for nama, nilai in usulan.items() if nama.startswith("status_")) == n


@pytest.mark.parametrize("kunci", KUNCI)
def test_csv_and_json_say_the_same(pusat_baca: Pusat, kunci: str) -> None:
    tamu = pusat_baca.tamu()
    berkas = tamu.get(f"/data/{kunci}/csv")
    assert berkas.headers["content-type"].startswith("text/csv")
    kepala, *isi = list(csv.reader(io.StringIO(berkas.text.removeprefix("\ufeff")), delimiter=";"))
    data = json.loads(tamu.get(f"/data/{kunci}/json").text)
    assert kepala == list(data["kolom"])
    assert isi == [["" if nilai is None else str(nilai) for nilai in satu.values()] for satu in data["baris"]]


def test_a_year_that_cannot_be_is_this_year(pusat_baca: Pusat) -> None:
    ke = tanggal.wib(pusat_baca.jam()).year
    for tahun in ("", "0", "9999", "20x6", "'; DROP TABLE doc; --", "٢٠٢٦"):
        assert pusat_baca.tamu().get("/data/kegiatan/json", params={"tahun": tahun}).json()["tahun"] == ke
    lalu = pusat_baca.tamu().get("/data/kegiatan/json", params={"tahun": str(ke - 1)}).json()
    assert lalu["tahun"] == ke - 1
    assert lalu["sampai"] == f"{ke - 1}-12-31"


@pytest.mark.parametrize(
    "jalan", ["/kelurahan/16.73.99.9999", "/data/rt_orang", "/data/rt_orang/csv", "/data/insentif/json"]
)
def test_what_is_not_public_is_not_there(pusat_baca: Pusat, jalan: str) -> None:
    assert pusat_baca.tamu().get(jalan).status_code == 404


def test_one_kelurahan_shows_its_own_figures(pusat_baca: Pusat) -> None:
    (a,) = [b for b in baris(pusat_baca, "kegiatan") if b["kode"] == KEL_A]
    (b,) = [b for b in baris(pusat_baca, "kegiatan") if b["kode"] == KEL_B]
    assert int(str(a["laporan"])) > 0
    assert int(str(b["laporan"])) > 0
    teks = pusat_baca.tamu().get(f"/kelurahan/{KEL_A}").text
    assert f">{a['laporan']}</td>" in teks
