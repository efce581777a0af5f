"""Those who look after people: nobody gives, changes or sees what is above the own authority; all is written down."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import product

import pytest
from sqlalchemy import select

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.tanggal import WIB
from sync.pusat import cli
from sync.server.schema import PERSON, READING
from sync.web.akun import jejak, orang
from sync.web.akun.peran import Peran
from tests.web.panggung import KEC_A, KEC_B, Klien, Masukan, Pusat

Masuk = Callable[..., Klien]


def isi_jejak(pusat: Pusat) -> list[str]:
    with pusat.db.read() as con:
        return [
            f"{r.name}: {r.what or r.path}"
            for r in con.execute(select(READING).where(READING.c.refused == 0).order_by(READING.c.at, READING.c.id))
        ]


def semua_orang(pusat: Pusat) -> dict[tuple[str, str], Masukan]:
    pasangan = [("camat", KEC_A), ("staf", KEC_A), ("camat", KEC_B), ("staf", KEC_B), ("bagian", ""), ("kominfo", "")]
    return {(peran, lingkup): pusat.orang(peran, lingkup) for peran, lingkup in pasangan}


BOLEH = {
    "kominfo": {"camat A", "staf A", "camat B", "staf B", "bagian", "kominfo"},
    "bagian": {"camat A", "staf A", "camat B", "staf B"},
    "camat": {"staf A"},
}


def test_everybody_sees_and_changes_only_those_below(pusat: Pusat, masuk: Masuk) -> None:
    """Every role against every other: list, page, change, new password, way in."""
    semua = semua_orang(pusat)
    assert masuk("staf").get("/pengguna").status_code == 403
    sebutan = {m.orang.id: f"{p} {'A' if di == KEC_A else 'B' if di else ''}".strip() for (p, di), m in semua.items()}
    for peran, boleh in BOLEH.items():
        k = masuk(peran)
        terdaftar = {
            sebutan[id] for id in re.findall(r'href="/pengguna/([^"]+)">', k.get("/pengguna").text) if id in sebutan
        }
        assert terdaftar == boleh
        for (p, lingkup), m in semua.items():
            id, sendiri = m.orang.id, k.siapa is not None and m.orang.id == k.siapa.id
            benar = sebutan[id] in boleh
            assert k.get(f"/pengguna/{id}").status_code == (200 if benar else 404)
            for jalan, isi in (
                ("", {"nama": m.orang.nama, "peran": p, "lingkup": lingkup}), ("/matikan", {}), ("/nyalakan", {}),
                ("/sandi", {}),
            ):  # fmt: skip
                if benar and not sendiri and jalan == "/sandi" and (p, lingkup) != ("staf", KEC_A):
                    continue  # others log in again below
                jawab = k.kirim(f"/pengguna/{id}{jalan}", isi)
                assert jawab.status_code == (
                    404 if not benar else 422 if sendiri else 200 if jalan == "/sandi" else 303
                )


def test_nobody_gives_more_than_the_own_authority(pusat: Pusat, masuk: Masuk) -> None:
    bawah = pusat.orang("staf", KEC_A).orang.id
    for peran, coba in (
        ("camat", [("camat", KEC_A), ("staf", KEC_B), ("bagian", ""), ("kominfo", ""), ("raja", "")]),
        (
            "bagian",
            [("bagian", ""), ("kominfo", ""), ("staf", "kota"), ("camat", "16.73.01.1003"), ("camat", "kec:99")],
        ),
    ):
        k = masuk(peran)
        for p, lingkup in coba:
            isi = {"login": "orang.baru", "nama": "Orang Baru", "peran": p, "lingkup": lingkup}
            assert k.kirim("/pengguna/tambah", isi).status_code == 422, (peran, p, lingkup)
            assert k.kirim(f"/pengguna/{bawah}", isi).status_code == 422, (peran, p, lingkup)
    with pusat.db.read() as con:
        assert con.scalar(select(PERSON.c.role).where(PERSON.c.id == bawah)) == "staf"
        assert con.scalar(select(PERSON.c.scope).where(PERSON.c.id == bawah)) == KEC_A
    assert orang.bernama(pusat.db, "orang.baru") is None


def test_a_new_person_and_a_reset_by_a_superior(pusat: Pusat, masuk: Masuk) -> None:
    camat = masuk("camat")
    isi = {"login": "Rudi.Timur1", "nama": "  Rudi   Hartono ", "peran": "staf", "lingkup": KEC_A}
    jawab = camat.kirim("/pengguna/tambah", isi)
    sandi = re.search(r"<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){2})</code>", jawab.text)
    assert sandi
    assert "nama masuk itu sudah dipakai" in camat.kirim("/pengguna/tambah", isi).text.lower()
    for salah in ({"login": "r u d i"}, {"nama": ""}, {"nama": "a\x00b"}, {"login": "<script>alert(1)</script>"}):
        jawab = camat.kirim("/pengguna/tambah", isi | {"login": "lain"} | salah)
        assert jawab.status_code == 422
        assert "<script>alert" not in jawab.text
    akun = orang.bernama(pusat.db, "rudi.timur1")
    assert akun
    assert (akun.nama, akun.oleh, akun.ganti_sandi, akun.faktor) == ("Rudi Hartono", "Camat 001", True, False)
    assert pusat.tamu().kirim("/masuk", {"login": "rudi.timur1", "sandi": sandi[1]}).status_code == 303
    m = pusat.orang("staf", KEC_A)
    staf = masuk("staf")
    jawab = masuk("bagian").kirim(f"/pengguna/{m.orang.id}/sandi", {"faktor": "ya"})
    baru = re.search(r"<code>([a-z2-9-]{14})</code>", jawab.text)
    assert baru
    assert staf.get("/akun").headers["location"] == "/masuk", "whoever sat at his account is put out"
    k = pusat.tamu()
    assert k.kirim("/masuk", {"login": m.login, "sandi": m.sandi}).status_code == 422
    k.kirim("/masuk", {"login": m.login, "sandi": baru[1]})
    assert "Buat kata sandi Anda sendiri" in k.get("/masuk/lanjut").text
    assert isi_jejak(pusat)[-2:] == [
        "Camat 001: Menambah Rudi Hartono (Staf kecamatan, Kecamatan Lubuk Linggau Timur I)",
        "Bagian Tata Pemerintahan 005: Memberi kata sandi pertama dan kode HP baru kepada Staf kecamatan 002",
    ]


def test_the_last_of_kominfo_stays(pusat: Pusat, masuk: Masuk) -> None:
    satu = pusat.orang("kominfo").orang
    dua = pusat.orang_baru(Peran.KOMINFO, wilayah.KOTA, 77).orang
    k = masuk("kominfo")
    assert k.kirim(f"/pengguna/{satu.id}/matikan").status_code == 422
    assert k.kirim(f"/pengguna/{dua.id}/matikan").status_code == 303
    with pytest.raises(InputSalah, match="orang Kominfo terakhir"):
        orang.matikan(pusat.db, satu.id, now=1)
    with pytest.raises(InputSalah, match="orang Kominfo terakhir"):
        orang.ubah(pusat.db, satu.id, nama="K", peran=Peran.BAGIAN, lingkup="")


def test_the_log_of_readings(pusat: Pusat, masuk: Masuk) -> None:
    """Who sees whose; filters by person and day; pages; nothing of it can be changed."""
    semua = semua_orang(pusat)
    for (peran, lingkup), m in semua.items():
        apa = f"nama dan NIK {peran} {lingkup}"
        jejak.baca(pusat.db, m.orang, jalan="/roster", apa=apa, ekspor=peran == "bagian", now=pusat.jam())
    terlihat = {
        p: set(re.findall(r"nama dan NIK (\S+ \S*) (?:di|dari) halaman", masuk(p).get("/jejak").text)) for p in BOLEH
    }
    assert terlihat["camat"] == {f"camat {KEC_A}", f"staf {KEC_A}"}
    assert terlihat["bagian"] == {f"camat {KEC_A}", f"staf {KEC_A}", f"camat {KEC_B}", f"staf {KEC_B}", "bagian "}
    assert terlihat["kominfo"] == terlihat["bagian"] | {"kominfo "}
    assert masuk("staf").get("/jejak").status_code == 403
    k = masuk("kominfo")
    asing = semua["camat", KEC_B].orang.id
    assert f"camat {KEC_B}" in k.get("/jejak", params={"orang": asing}).text
    assert f"camat {KEC_A}" not in k.get("/jejak", params={"orang": asing}).text
    assert f"camat {KEC_B}" not in masuk("camat").get("/jejak", params={"orang": asing}).text
    assert "Tidak ada jejak yang cocok" in k.get("/jejak", params={"dari": "31/1/2020", "sampai": "31/1/2020"}).text
    assert "tanggal/bulan/tahun" in k.get("/jejak", params={"dari": "31/13/2020"}).text
    terbalik = k.get("/jejak", params={"dari": "2/1/2020", "sampai": "1/1/2020"})
    assert (terbalik.status_code, "lebih awal" in terbalik.text) == (422, True)
    for n in range(jejak.SEHALAMAN):
        jejak.baca(pusat.db, semua["bagian", ""].orang, jalan="/total", apa=f"baris {n}", ekspor=False, now=pusat.jam())
    assert "Lembar 1" in k.get("/jejak").text
    assert "nama dan NIK" in k.get("/jejak", params={"hal": "2"}).text
    assert k.get("/jejak", params={"hal": "-1' OR 1=1"}).status_code == 200


def test_who_did_not_get_in_is_in_the_log_but_not_what_was_typed(pusat: Pusat, masuk: Masuk) -> None:
    """A known login by its name, any other as unknown: people type passwords into the wrong field."""
    m, mati = pusat.orang("camat"), pusat.orang("staf")
    orang.matikan(pusat.db, mati.orang.id, now=1)
    for login in (m.login, "rahasia-sekali", mati.login):
        pusat.tamu().kirim("/masuk", {"login": login, "sandi": "kata yang keliru"})
    teks = masuk("kominfo").get("/jejak", params={"jenis": "masuk"}).text
    for kata in (
        f"{m.orang.nama} · Camat", "Gagal masuk dari 127.0.0.1: kata sandi tidak cocok", "Nama tidak dikenal",
        "nama masuk tidak dikenal", f"{mati.orang.nama} · Staf", "jalan masuknya sudah ditutup",
    ):  # fmt: skip
        assert kata in teks, kata
    assert "rahasia-sekali" not in teks
    assert "keliru" not in teks
    bawah = masuk("bagian").get("/jejak").text
    assert m.orang.nama in bawah
    assert "Nama tidak dikenal" not in bawah, "only Kominfo sees who is nobody's"


def test_the_log_speaks_in_words_and_is_sorted_by_kind(pusat: Pusat, masuk: Masuk) -> None:
    m = pusat.orang("bagian").orang
    jejak.baca(pusat.db, m, jalan="/roster/01-ab/nik", apa="NIK ketua RT", ekspor=False, now=pusat.jam())
    jejak.baca(pusat.db, m, jalan="/total/f3.pdf", apa="", ekspor=True, now=pusat.jam())
    jejak.tolak(pusat.db, m, "/perangkat/{id}", now=pusat.jam())
    jejak.tindakan(pusat.db, m, "Menambah Rudi", jalan="/pengguna/tambah", now=pusat.jam())
    kata = {
        "baca": "Membaca NIK ketua RT di halaman ", "unduh": "Mengunduh berkas PDF dari halaman ",
        "tolak": "Ditolak membuka halaman Komputer kantor", "hak": "Menambah Rudi",
    }  # fmt: skip
    k = masuk("kominfo")
    for jenis in kata:
        teks = k.get("/jejak", params={"jenis": jenis}).text
        assert [satu for satu in kata if kata[satu] in teks] == [jenis]
        assert "/roster/01-ab" not in teks
    hari_ini = tanggal.pendek(tanggal.wib(pusat.jam()).date())
    assert "Menambah Rudi" in k.get("/jejak", params={"dari": hari_ini}).text


def test_a_range_of_days_is_of_whole_days_in_wib(pusat: Pusat, masuk: Masuk) -> None:
    """Every range against a count by hand: both days belong to it, an open end is open."""
    awal, m = date(2026, 3, 9), pusat.orang("bagian").orang
    jam = (-1, 0, 23, 24, 47, 48, 71, 72)
    for n in jam:
        pukul = datetime.combine(awal, time.min, WIB) + timedelta(hours=n)
        jejak.baca(pusat.db, m, jalan="/total", apa=f"jam {n}.", ekspor=False, now=round(pukul.timestamp() * 1000))
    k, hari = masuk("kominfo"), (None, 0, 1, 2)
    for dari, sampai in product(hari, hari):
        tanya = {
            isian: tanggal.pendek(awal + timedelta(days=n))
            for isian, n in (("dari", dari), ("sampai", sampai)) if n is not None
        }  # fmt: skip
        jawab = k.get("/jejak", params=tanya)
        tampak = {int(n) for n in re.findall(r"jam (-?\d+)\.", jawab.text)}
        mulai, akhir = (dari or 0) * 24 if dari is not None else -99, 99 if sampai is None else (sampai + 1) * 24
        assert tampak == {n for n in jam if mulai <= n < akhir}
        assert jawab.status_code == (422 if mulai >= akhir else 200)


def test_the_log_is_only_added_to() -> None:
    """No code of the program changes or deletes a line of it."""
    from pathlib import Path

    akar = Path(__file__).resolve().parents[2] / "sync"
    for berkas in akar.rglob("*.py"):
        isi = berkas.read_text(encoding="utf-8")
        assert not re.search(
            r"(update|delete)\(\s*READING|READING\.(update|delete)|(UPDATE|DELETE FROM)\s+reading", isi
        ), berkas


def test_on_the_command_line(pusat: Pusat, capsys: pytest.CaptureFixture[str]) -> None:
    def perintah(*kata: str) -> tuple[int, str]:
        kode = cli.main(["pengguna", *kata, "--db", pusat.db_url])
        ditulis = capsys.readouterr()
        return kode, ditulis.out + ditulis.err

    kode, kata = perintah("tambah", "Admin.Kominfo", "--nama", "Dedi", "--peran", "kominfo", "--json")
    assert kode == 0
    assert (
        pusat.tamu().kirim("/masuk", {"login": "admin.kominfo", "sandi": json.loads(kata)["sandi"]}).status_code == 303
    )
    assert perintah("tambah", "maryam", "--nama", "Hj. Maryam", "--peran", "camat")[0] == 2
    assert (
        perintah("tambah", "maryam", "--nama", "Maryam", "--peran", "camat", "--kecamatan", "Lubuk Linggau Timur I")[0]
        == 0
    )
    assert perintah("tambah", "maryam", "--nama", "M", "--peran", "bagian") == (
        2,
        "Nama masuk itu sudah dipakai orang lain. Pilih nama masuk lain.\n",
    )
    kode, kata = perintah("sandi", "maryam", "--hp-hilang")
    assert (kode, "Kata sandi pertama Maryam" in kata) == (0, True)
    assert perintah("sandi", "tiada")[0] == 2
    assert perintah("matikan", "maryam") == (0, "Maryam tidak dapat masuk lagi.\n")
    assert "maryam  Maryam  Camat  Kecamatan Lubuk Linggau Timur I  DITUTUP" in perintah("daftar")[1]
    assert perintah("nyalakan", "maryam")[0] == 0
    assert perintah("matikan", "admin.kominfo")[0] == 0
    assert perintah("matikan", pusat.orang("kominfo").login)[0] == 2, "the last of Kominfo"
