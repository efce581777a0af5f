"""Bagian settles what two PCs recorded: both PCs and the city then say the same; nobody else may."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import update

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import InputSalah, SipokatError
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import deciding
from sipokat_desktop.storage.oplog import WAITING
from sync.server import push
from sync.server.schema import DEVICE
from sync.web.kantor import Hosted
from tests.sync import dunia
from tests.sync.dunia import LEDGER
from tests.web.bagian import dibayar_dua
from tests.web.panggung import KEC_B, KEL_A, KEL_B, Klien, Pusat, pc

TARIF = 550_000
Masuk = Callable[..., Klien]


@pytest.fixture
def dua(pusat: Pusat, tmp_path: Path) -> Iterator[tuple[Office, Office]]:
    """Two PCs of one kelurahan that both paid RT 03 the three months of a list."""
    with dibayar_dua(pusat, tmp_path) as keduanya:
        yield keduanya


def kunci(k: Klien) -> list[str]:
    """The things on the list, in their order."""
    return list(dict.fromkeys(re.findall(r"/putusan/([0-9a-f]{16})", k.get("/putusan").text)))


def entri(k: Klien, satu: str, oleh: str) -> str:
    """The entry that somebody recorded, as the page says."""
    bagian = k.get(f"/putusan/{satu}").text.split('<section class="kartu gulir"')[0].split("<li class=")
    (cocok,) = [b for b in bagian if f" · {oleh} · " in b]
    found = re.search(r"catatan=([^#\"]+)", cocok)
    assert found is not None
    return found[1]


def jumlah(kantor: Office | Hosted) -> tuple[int, int]:
    """How much was paid in the kelurahan here, and how many things wait."""
    con = kantor.store.reader()
    uang = con.execute(f"SELECT coalesce(sum(jumlah), 0) FROM {LEDGER} WHERE lingkup = ?", (KEL_A,)).fetchone()[0]
    buka = con.execute("SELECT count(*) FROM konflik WHERE keadaan = 'terbuka'").fetchone()[0]
    return int(uang), int(buka)


def test_each_side_says_whose_money_it_is_and_what_shows_it(masuk: Masuk, dua: tuple[Office, Office]) -> None:
    """Payee and RW, list, day, way of paying, who recorded it on which PC: on both sides, and on the PC itself."""
    bagian = masuk("bagian")
    nama, rw = dua[0].store.reader().execute(
        """SELECT o.nama, j.rw FROM rt_jabatan j JOIN rt_masa m ON m.jabatan_id = j.id JOIN rt_orang o ON
           o.id = m.orang_id WHERE j.nomor = '03' AND j.lingkup = ?""", (KEL_A,)
    ).fetchone()  # fmt: skip
    untuk = f"untuk {nama}" + (f", RW {rw}" if rw else "")
    nomor = {str(row[0]) for pc_ in dua for row in pc_.store.reader().execute("SELECT nomor FROM insentif_daftar")}
    for satu in kunci(bagian):
        halaman = html.unescape(bagian.get(f"/putusan/{satu}").text).split('<section class="kartu gulir"')[0]
        sisi = halaman.split('<ul class="sisi">')[1].split("<h2>")[1:3]
        for kata in sisi:
            assert untuk in kata
            assert "tunai" in kata
            assert any(f"daftar {satu_nomor}" in kata for satu_nomor in nomor)


def test_bagian_settles_a_double_payment(pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]) -> None:
    """Every way out once: given back, for another month, recorded by mistake."""
    bagian, kota, semula = masuk("bagian"), pusat.offices.of(wilayah.KOTA), jumlah(dua[0])
    assert semula == jumlah(dua[1])
    assert (semula[1], len(kunci(bagian))) == (3, 3)
    pertama, kedua, ketiga = kunci(bagian)
    halaman = bagian.get(f"/putusan/{kedua}?catatan={entri(bagian, kedua, 'Siti')}").text
    bulan = re.search(r'<option value="(20\d\d-\d\d)"', halaman)
    assert bulan is not None
    hari = tanggal.wib(now_ms()).date().isoformat()
    jalan = (
        (pertama, "Rudi", {"jalan": "dikembalikan", "tanggal": hari, "alasan": "Dikembalikan tunai"}),
        (ketiga, "Rudi", {"jalan": "salah catat", "alasan": "Uang keluar sekali"}),
        (kedua, "Siti", {"jalan": "diperhitungkan", "bulan": bulan[1]}),
    )
    for satu, milik, isi in jalan:
        balas = bagian.kirim(f"/putusan/{satu}/jawab", {"entri": entri(bagian, satu, milik), **isi})
        assert (balas.status_code, balas.headers["location"]) == (303, "/putusan")
    assert "Tidak ada yang perlu diputuskan" in bagian.get("/putusan").text
    for kantor in dua:
        kantor.sync()
    assert jumlah(dua[0]) == jumlah(dua[1]) == jumlah(kota) == (semula[0] - 2 * TARIF, 0)
    dunia.periksa_tenang(pusat.db, dua, KEL_A)
    assert bagian.siapa is not None
    for kantor in dua:
        baris = kantor.store.reader().execute("SELECT diputus_oleh FROM konflik WHERE jenis = 'pembayaran ganda'")
        assert [row[0] for row in baris] == [bagian.siapa.nama] * 3
    sisa = kota.store.reader().execute(f"SELECT count(*) FROM sync_op WHERE state IN {WAITING}")
    assert sisa.fetchone()[0] == 0, "the hosted office has nothing of its own to send"


def test_the_months_of_one_list_are_settled_in_one_act(
    pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]
) -> None:  # fmt: skip
    """One card for three months; what one button does is said with its sum; months that changed meanwhile are told."""
    bagian, semula = masuk("bagian"), jumlah(dua[0])
    daftar = bagian.get("/putusan").text
    assert daftar.count('<tr tabindex="-1"') == 1
    assert len(kunci(bagian)) == 3
    satu = kunci(bagian)[1]
    milik = entri(bagian, satu, "Rudi")
    halaman = bagian.get(f"/putusan/{satu}?catatan={milik}").text
    assert "3 bulan dari daftar yang sama" in halaman
    assert "Rp1.650.000" in halaman
    assert "dapat diurungkan di Sudah diputuskan" in halaman
    assert halaman.count('name="bersama"') == 2, "another month is chosen for each by itself"
    sidik = re.findall(r'name="bersama" value="([0-9a-f]{16})"', halaman)[0]
    isi = {"entri": milik, "jalan": "salah catat", "alasan": "Uang keluar sekali"}
    basi = bagian.kirim(f"/putusan/{satu}/jawab", isi | {"bersama": "0" * 16})
    assert basi.headers["location"] == f"/putusan/{satu}"
    assert "berubah sementara itu" in bagian.get(f"/putusan/{satu}").text
    assert jumlah(pusat.offices.of(wilayah.KOTA)) == semula
    bagian.kirim(f"/putusan/{satu}/jawab", isi | {"bersama": sidik})
    sesudah = bagian.get("/putusan").text
    assert "untuk 3 bulan sekaligus" in sesudah
    assert "diteruskan ke kantor pada sinkron berikutnya" in sesudah
    assert "dikirim ke kota" not in sesudah
    for kantor in dua:
        kantor.sync()
    kota = pusat.offices.of(wilayah.KOTA)
    assert jumlah(dua[0]) == jumlah(dua[1]) == jumlah(kota) == (semula[0] - 3 * TARIF, 0)
    dunia.periksa_tenang(pusat.db, dua, KEL_A)


def test_a_wrong_answer_is_said_at_its_input(pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]) -> None:
    bagian, semula = masuk("bagian"), jumlah(dua[0])
    satu = kunci(bagian)[0]
    milik = entri(bagian, satu, "Rudi")
    isi = {"entri": milik, "jalan": "dikembalikan", "tanggal": "1 Januari 2099", "alasan": "<b>x</b>"}
    balas = bagian.kirim(f"/putusan/{satu}/jawab", isi)
    assert balas.status_code == 422
    assert 'value="1 Januari 2099" placeholder' in balas.text
    assert 'aria-invalid="true"' in balas.text
    assert "&lt;b&gt;x&lt;/b&gt;" in balas.text
    for curang in ({"entri": "x"}, {"jalan": "x"}, {"alasan": "a\u202eb", "tanggal": "1 Januari 2026"}):
        assert bagian.kirim(f"/putusan/{satu}/jawab", isi | curang).status_code == 422
    assert jumlah(pusat.offices.of(wilayah.KOTA)) == semula


def test_both_payments_taken_back_and_one_recorded_again(
    pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]
) -> None:  # fmt: skip
    """Each of two people took back the other's: the city records one of them again."""
    bagian, semula = masuk("bagian"), jumlah(dua[0])
    hal = [min(kantor.status().decisions, key=lambda d: d.judul) for kantor in dua]
    for kantor, d, lain in zip(dua, hal, ("Rudi", "Siti"), strict=True):
        milik = next(str(c.nilai) for c in d.pilihan if c.oleh == lain)
        deciding.take_back(kantor.store, LEDGER, milik, "salah catat", {"alasan": f"Milik {lain}"})
    for kantor in (*dua, *dua):
        kantor.sync()
    assert jumlah(dua[0]) == (semula[0] - 2 * TARIF, 3)
    (satu,) = [s for s in kunci(bagian) if "Catat lagi" in bagian.get(f"/putusan/{s}").text]
    halaman = bagian.get(f"/putusan/{satu}").text
    assert "Dua orang membatalkan catatan yang berbeda" in halaman
    jawab = re.findall(r'name="jawab" value="([0-9a-f]{16})"', halaman)
    assert len(jawab) == 3, "either again, or none was paid"
    assert bagian.kirim(f"/putusan/{satu}/jawab", {"jawab": "0" * 16}).headers["location"] == f"/putusan/{satu}"
    assert bagian.kirim(f"/putusan/{satu}/jawab", {"jawab": jawab[0]}).headers["location"] == "/putusan"
    for kantor in dua:
        kantor.sync()
    kota = pusat.offices.of(wilayah.KOTA)
    assert jumlah(dua[0]) == jumlah(dua[1]) == jumlah(kota) == (semula[0] - TARIF, 2)
    dunia.periksa_tenang(pusat.db, dua, KEL_A)


def test_a_thing_that_somebody_settled_meanwhile_is_told(masuk: Masuk, dua: tuple[Office, Office]) -> None:
    bagian = masuk("bagian")
    satu = kunci(bagian)[0]
    milik = entri(bagian, satu, "Rudi")
    for d in dua[0].status().decisions:
        deciding.take_back(dua[0].store, LEDGER, d.baris[0], "salah catat", {"alasan": "Sekali"})
    dua[0].sync()
    balas = bagian.kirim(f"/putusan/{satu}/jawab", {"entri": milik, "jalan": "salah catat", "alasan": "Sekali"})
    assert balas.headers["location"] == "/putusan"
    assert "sudah diputuskan" in bagian.get("/putusan").text
    assert jumlah(dua[0])[1] == 0


def test_who_may_not_decide_only_reads(
    pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A camat reads the double payment of his kelurahan, the camat of another kecamatan nothing of it."""
    assert kunci(masuk("camat", KEC_B)) == []
    camat, bagian = masuk("camat"), masuk("bagian")
    semula = jumlah(dua[0])
    satu = kunci(camat)[0]
    halaman = camat.get(f"/putusan/{satu}").text
    assert "Diputuskan" not in halaman
    assert "diputuskan oleh Kelurahan" in halaman
    assert "<form" not in halaman.split("<main")[1]
    isi = {"entri": entri(bagian, satu, "Rudi"), "jalan": "salah catat", "alasan": "Sekali"}
    balas = camat.kirim(f"/putusan/{satu}/jawab", isi)
    assert balas.status_code == 422
    assert "diputuskan oleh" in balas.text
    assert masuk("camat", KEC_B).kirim(f"/putusan/{satu}/jawab", isi).headers["location"] == "/putusan"
    assert masuk("kominfo").get("/putusan").status_code == 403
    kota = pusat.offices.of(wilayah.KOTA)
    kota.segarkan()
    with pytest.raises(InputSalah, match="dicatat oleh kelurahan"):
        kota.tulis("Bagian", lambda s: deciding.take_back(s, LEDGER, isi["entri"], "salah catat", {"alasan": "x"}))
    assert jumlah(kota) == semula
    with monkeypatch.context() as ragu:
        ragu.setattr(push, "judge_all", _menolak)
        with pytest.raises(InputSalah, match="Ditahan dulu"):
            kota.sebagai_kota(
                "Bagian", lambda s: deciding.take_back(s, LEDGER, isi["entri"], "salah catat", {"alasan": "x"})
            )
    assert jumlah(kota) == semula


def _menolak(*_args: object, **_kwargs: object) -> object:
    raise InputSalah("", "Ditahan dulu.")


def test_a_field_that_differs_is_its_offices_to_decide(masuk: Masuk, dua: tuple[Office, Office]) -> None:
    satu, lain = dua
    for kantor, nama in ((satu, "Kecubung Satu"), (lain, "Kecubung Dua")):
        b = kantor.store.reader().execute("SELECT id, jabatan_id FROM rt_masa ORDER BY id").fetchone()
        rt.ubah(kantor.store, jabatan_id=b["jabatan_id"], masa_id=b["id"], isian={"nama": nama})
        kantor.sync()
    bagian = masuk("bagian")
    (beda,) = [s for s in kunci(bagian) if "Kecubung Satu" in bagian.get(f"/putusan/{s}").text]
    halaman = bagian.get(f"/putusan/{beda}").text
    assert "Kecubung Dua" in halaman
    assert "Hal ini diputuskan oleh Kelurahan" in halaman


def test_a_change_that_the_city_holds(pusat: Pusat, masuk: Masuk, tmp_path: Path) -> None:
    """A revoked PC's change waits; Bagian refuses one with a reason and takes the other."""
    with closing(pc(tmp_path / "c", pusat, KEL_B)) as dicabut, closing(pc(tmp_path / "d", pusat, KEL_B)) as lain:
        for kantor in (dicabut, lain):
            kantor.sync()
        b = dicabut.store.reader().execute("SELECT id, jabatan_id FROM rt_masa ORDER BY id").fetchone()
        for isian in ({"hp": "081200000001"}, {"catatan": "Pindah gang"}):
            rt.ubah(dicabut.store, jabatan_id=b["jabatan_id"], masa_id=b["id"], isian=isian)
        with pusat.db.write() as con:
            con.execute(update(DEVICE).where(DEVICE.c.id == dicabut.store.identity.device_id).values(revoked=1))
        with pytest.raises(SipokatError, match="dicabut"):
            dicabut.sync()
        bagian = masuk("bagian")
        semua = kunci(bagian)
        assert len(semua) == 2
        for kosong in ({}, {"alasan": "123"}):
            tolak = {"keputusan": "tolak"} | kosong
            assert bagian.kirim(f"/putusan/{semua[0]}/tertahan", tolak).status_code == 422
        bagian.kirim(f"/putusan/{semua[0]}/tertahan", {"keputusan": "tolak", "alasan": "Komputer sudah dicabut"})
        bagian.kirim(f"/putusan/{semua[1]}/tertahan", {"keputusan": "terima"})
        assert kunci(bagian) == []
        lain.sync()
        row = lain.store.reader().execute("SELECT hp, catatan FROM rt_orang WHERE hp = '081200000001'").fetchone()
        kini = lain.store.reader().execute("SELECT count(*) FROM rt_orang WHERE catatan = 'Pindah gang'").fetchone()[0]
        assert (row is not None) + kini == 1
