"""What everybody may see: sums that agree with the modules', nothing of a person, as pages and as open data."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.laporan import evaluasi, rentang
from sipokat_desktop.modules.laporan import ops as laporan
from sipokat_desktop.modules.usulan import ops as usulan
from sync.web.publik import isi
from tests.web.panggung import KEC_A, KEL_A, KEL_B, TANDA, Pusat

KUNCI = [*isi.TABEL]
HALAMAN = ["/", "/kelurahan", "/data", "/data/kamus", f"/kelurahan/{KEL_A}", *(f"/data/{kunci}" for kunci in KUNCI)]
BERKAS = ["/data/kamus/json"] + [f"/data/{kunci}/{jenis}" for kunci in KUNCI for jenis in ("csv", "json")]


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
    uraian = " ".join(str(row[0]) for row in con.execute("SELECT uraian FROM laporan_kegiatan"))
    assert all(tanda in nama and tanda in uraian for tanda in TANDA.values())


def baris(pusat: Pusat, kunci: str) -> list[dict[str, object]]:
    jawab = pusat.tamu().get(f"/data/{kunci}/json")
    assert jawab.headers["access-control-allow-origin"] == "*"
    hasil: list[dict[str, object]] = jawab.json()["baris"]
    return hasil


def angka(b: dict[str, object], nama: str) -> int:
    return int(str(b[nama]))


def jumlah(pusat: Pusat, kunci: str, *kolom: str) -> int:
    """Return the sum of some columns (none: of all counts) in the rows that say something."""
    hitung = kolom or [satu.name for satu in isi.TABEL[kunci].columns if satu.number]
    return sum(angka(b, nama) for b in baris(pusat, kunci) for nama in hitung if b[nama] is not None)


def camat_ya(pusat: Pusat, n: int) -> None:
    """Let the camat say yes to so many reports that the lurah said yes to."""
    kantor = pusat.offices.of(KEC_A)
    assert kantor.siap(60)
    sql = "SELECT id FROM laporan_kegiatan WHERE lurah = 'ya' ORDER BY id LIMIT ?"
    ids = [str(row[0]) for row in kantor.store.reader().execute(sql, (n,))]
    assert len(ids) == n
    kantor.tulis("Camat", lambda store: laporan.verifikasi(store, ids, "ya"))


def test_everywhere_a_report_is_one_that_the_camat_said_yes_to(pusat: Pusat) -> None:
    camat_ya(pusat, 3)
    con = pusat.offices.of("kota").store.reader()
    depan = pusat.tamu().get("/").text
    e = evaluasi.hitung(con, "kota", rentang.tahun(tanggal.wib(pusat.jam()).year))
    assert e.angka.camat_ya == 3 < e.angka.jumlah
    assert "<dt>laporan terverifikasi</dt><dd>3<" in depan
    assert f"dari {e.angka.jumlah} laporan yang masuk" in depan
    assert f"{e.angka.jumlah - 3} laporan yang masuk belum diputus camat" in depan
    assert jumlah(pusat, "kegiatan", "laporan_terverifikasi") == jumlah(pusat, "laporan_per_bidang") == 3
    assert jumlah(pusat, "kegiatan", "laporan_masuk") == e.angka.jumlah
    assert jumlah(pusat, "kegiatan", "rt") == sum(b.rt for b in e.kelurahan)
    assert jumlah(pusat, "kegiatan", "rt_dengan_laporan_terverifikasi") <= 3


def test_a_proposal_is_there_when_it_was_made_formally(pusat: Pusat) -> None:
    draf = pusat.tamu().get("/").text
    assert "Belum ada usulan yang diajukan." in draf
    assert jumlah(pusat, "usulan") == jumlah(pusat, "usulan_per_kategori") == 0, "drafts are nobody's business"
    kantor = pusat.offices.of(KEC_A)
    assert kantor.siap(60)
    (id,) = kantor.store.reader().execute("SELECT id FROM usulan_butir WHERE lingkup = ?", (KEL_A,)).fetchone()
    hari = tanggal.pendek(tanggal.wib(pusat.jam()).date())
    kantor.tulis("Camat", lambda store: usulan.set_status(store, [id], {"status": "kecamatan", "tanggal": hari}))
    pusat.jam.maju(menit=1)
    assert "<dt>usulan terbuka</dt><dd>1<" in pusat.tamu().get("/").text
    (satu,) = [b for b in baris(pusat, "usulan") if b["kode_kelurahan"] == KEL_A]
    assert satu["musrenbang_kecamatan"] == jumlah(pusat, "usulan") == jumlah(pusat, "usulan_per_kategori") == 1
    assert "draf" not in satu


def test_what_was_not_sent_is_empty_and_not_zero(pusat_baca: Pusat) -> None:
    for kunci in ("kegiatan", "laporan_per_bidang", "usulan", "vaksinasi"):
        semua = baris(pusat_baca, kunci)
        assert [b["kode_kelurahan"] for b in semua] == [*wilayah.kelurahan_dari(wilayah.KOTA)], kunci
        hitung = [kolom.name for kolom in isi.TABEL[kunci].columns if kolom.number]
        for b in semua:
            kirim = b["kode_kelurahan"] in TANDA
            assert all((b[nama] is not None) == kirim for nama in hitung), (kunci, b)
    assert "belum dikirim" in pusat_baca.tamu().get("/kelurahan").text
    assert "belum mengirim data" in pusat_baca.tamu().get("/kelurahan/16.73.01.1001").text
    assert "3 dari 72 kelurahan" in pusat_baca.tamu().get("/").text


def test_the_dictionary_says_what_every_column_means(pusat_baca: Pusat) -> None:
    tamu = pusat_baca.tamu()
    halaman, kamus = tamu.get("/data/kamus").text, tamu.get("/data/kamus/json").json()
    assert [*kamus["tabel"]] == KUNCI
    for kunci, tabel in isi.TABEL.items():
        satu = tamu.get(f"/data/{kunci}/json").json()
        assert satu["kolom"] == kamus["tabel"][kunci]["kolom"]
        assert satu["lisensi"] == kamus["lisensi"]
        assert satu["data_sampai"] == tanggal.wib(pusat_baca.jam()).date().isoformat()
        for kolom in tabel.columns:
            assert re.fullmatch(r"[a-z][a-z_]*(_[0-9])?", kolom.name), kolom
            assert f"<code>{kolom.name}</code>" in halaman
            assert kolom.meaning.endswith("."), kolom
            assert kolom.meaning in unescape(halaman), kolom
        assert "describedby license" in tamu.get(f"/data/{kunci}/csv").headers["link"]


@pytest.mark.parametrize("kunci", KUNCI)
def test_csv_and_json_say_the_same(pusat_baca: Pusat, kunci: str) -> None:
    tamu = pusat_baca.tamu()
    berkas = tamu.get(f"/data/{kunci}/csv")
    assert berkas.headers["content-type"].startswith("text/csv")
    kepala, *rows = list(csv.reader(io.StringIO(berkas.text.removeprefix("\ufeff")), delimiter=";"))
    data = json.loads(tamu.get(f"/data/{kunci}/json").text)
    assert kepala == [*data["kolom"], "data_sampai"]
    sel = [["" if nilai is None else str(nilai) for nilai in satu.values()] for satu in data["baris"]]
    assert rows == [[*satu, data["data_sampai"]] for satu in sel]


def test_a_year_that_cannot_be_is_this_year(pusat_baca: Pusat) -> None:
    ke = tanggal.wib(pusat_baca.jam()).year
    for tahun in ("", "0", "9999", "20x6", "'; DROP TABLE doc; --", "٢٠٢٦"):
        assert pusat_baca.tamu().get("/data/kegiatan/json", params={"tahun": tahun}).json()["tahun"] == ke
    lalu = pusat_baca.tamu().get("/data/kegiatan/json", params={"tahun": str(ke - 1)}).json()
    assert lalu["tahun"] == ke - 1
    assert lalu["data_sampai"] == f"{ke - 1}-12-31"


@pytest.mark.parametrize(
    "jalan", ["/kelurahan/16.73.99.9999", "/data/rt_orang", "/data/rt_orang/csv", "/data/insentif/json"]
)
def test_what_is_not_public_is_not_there(pusat_baca: Pusat, jalan: str) -> None:
    assert pusat_baca.tamu().get(jalan).status_code == 404


def test_one_kelurahan_shows_its_own_figures(pusat_baca: Pusat) -> None:
    (a,) = [b for b in baris(pusat_baca, "kegiatan") if b["kode_kelurahan"] == KEL_A]
    (b,) = [b for b in baris(pusat_baca, "kegiatan") if b["kode_kelurahan"] == KEL_B]
    assert angka(a, "laporan_masuk") > 0
    assert angka(b, "laporan_masuk") > 0
    teks = pusat_baca.tamu().get(f"/kelurahan/{KEL_A}").text
    assert f">{a['laporan_masuk']}</td>" in teks
    judul = f"Kelurahan {wilayah.nama(KEL_A)}, Kecamatan {wilayah.nama_kecamatan(KEL_A)}"
    assert f"<h1>{judul}</h1>" in teks
    assert f"<title>{judul} ·" in teks
