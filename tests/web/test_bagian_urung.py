"""Bagian takes a decision of money back: the pages, who may, what stands against it, what offices then say."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode, tanggal, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import koreksi, siklus
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.storage import decided, deciding
from sipokat_desktop.storage.authority import PerluLurah
from sipokat_desktop.storage.store import Store
from tests.sync import dunia
from tests.sync.dunia import LEDGER
from tests.web.bagian import dibayar_dua
from tests.web.panggung import KEC_B, KEL_A, Klien, Pusat
from tests.web.test_bagian_putusan import TARIF, entri, jumlah, kunci

Masuk = Callable[..., Klien]
DIPUTUSKAN = "/putusan/diputuskan"


@pytest.fixture
def dua(pusat: Pusat, tmp_path: Path) -> Iterator[tuple[Office, Office]]:
    """Two PCs of one kelurahan that both paid RT 03 the three months of a list."""
    with dibayar_dua(pusat, tmp_path) as keduanya:
        yield keduanya


def putuskan(k: Klien, satu: str, milik: str, jalan: str = "salah catat", **isi: str) -> None:
    """Settle one thing by taking back the entry of somebody."""
    isi = isi or {"alasan": "Uang keluar sekali"}
    assert k.kirim(f"/putusan/{satu}/jawab", {"entri": entri(k, satu, milik), "jalan": jalan, **isi}).status_code == 303


def bersama(k: Klien) -> None:
    """Settle all three months in one act: what Rudi recorded was a mistake."""
    satu = kunci(k)[0]
    milik = entri(k, satu, "Rudi")
    sidik = re.findall(r'name="bersama" value="([0-9a-f]{16})"', k.get(f"/putusan/{satu}?catatan={milik}").text)[0]
    isi = {"entri": milik, "jalan": "salah catat", "alasan": "Uang keluar sekali", "bersama": sidik}
    assert k.kirim(f"/putusan/{satu}/jawab", isi).status_code == 303


def tombol(k: Klien) -> list[dict[str, str]]:
    """What the buttons of the page would send, the latest decision first."""
    isi = k.get(DIPUTUSKAN).text
    pola = r'name="putusan" value="([0-9a-f]{16})"><input type="hidden" name="sidik" value="([0-9a-f]{16})"'
    return [{"putusan": putusan, "sidik": sidik} for putusan, sidik in re.findall(pola, isi)]


def urungkan(k: Klien, ke: int = 0) -> None:
    """Press the button of a row."""
    balas = k.kirim("/putusan/urung", tombol(k)[ke])
    assert (balas.status_code, balas.headers["location"]) == (303, DIPUTUSKAN)


def test_a_decision_of_three_months_is_undone_as_one(
    pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]
) -> None:  # fmt: skip
    """Said beforehand; listed with who, when, sum; after it both offices and the city ask again, and it is decided
    otherwise. Nothing of the ledger is gone."""
    bagian, kota, semula = masuk("bagian"), pusat.offices.of(wilayah.KOTA), jumlah(dua[0])
    assert bagian.siapa is not None
    bersama(bagian)
    assert "Buka Sudah diputuskan, lalu urungkan" in bagian.get("/putusan").text
    isi = html.unescape(bagian.get(DIPUTUSKAN).text)
    assert isi.count('<tr id="d-') == 1
    for kata in (bagian.siapa.nama, "3 bulan:", "Rp1.650.000", "Uang keluar sekali", "Kelurahan"):
        assert kata in isi
    entri_dulu = set(_ledger(kota.store))
    urungkan(bagian)
    assert "dan 2 bulan lain menunggu lagi" in bagian.get(DIPUTUSKAN).text
    assert len(kunci(bagian)) == 3
    assert jumlah(kota) == semula
    assert entri_dulu < set(_ledger(kota.store)), "an undo only adds"
    for kantor in dua:
        kantor.sync()
    assert jumlah(dua[0]) == jumlah(dua[1]) == semula
    for kantor in dua:
        for d in kantor.status().decisions:
            assert sorted(c.oleh for c in d.pilihan) == ["Rudi", "Siti"], "who paid, not who took the decision back"
    dua[1].store.user = "Rudi"
    (d, *_) = dua[1].status().decisions
    with pytest.raises(PerluLurah, match="orang lain yang memutuskan"):
        deciding.take_back(dua[1].store, LEDGER, d.baris[0], "salah catat", {"alasan": "Sendiri"})
    for satu in kunci(bagian):
        putuskan(bagian, satu, "Siti")
    for kantor in dua:
        kantor.sync()
    assert jumlah(dua[0]) == jumlah(dua[1]) == jumlah(kota) == (semula[0] - 3 * TARIF, 0)
    dunia.periksa_tenang(pusat.db, dua, KEL_A)
    sesudah = bagian.get(DIPUTUSKAN).text
    assert sesudah.count("Diurungkan</span>") == 1
    assert len(tombol(bagian)) == 3


def _ledger(store: Store) -> list[str]:
    rows = store.reader().execute(f"SELECT id FROM {LEDGER}")
    return [str(row[0]) for row in rows]


@pytest.mark.parametrize(("jalan", "beda"), [("dikembalikan", 1), ("diperhitungkan", 0)])
def test_every_way_out_is_undone(
    pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office], jalan: str, beda: int
) -> None:  # fmt: skip
    """Money that came back, and money that counted for another month: that month is free again."""
    bagian, kota, semula = masuk("bagian"), pusat.offices.of(wilayah.KOTA), jumlah(dua[0])
    semua = kunci(bagian)
    satu = semua[0]
    halaman = bagian.get(f"/putusan/{satu}?catatan={entri(bagian, satu, 'Siti')}").text
    bulan = re.search(r'<option value="(20\d\d-\d\d)"', halaman)
    assert bulan is not None
    hari = tanggal.panjang(tanggal.wib(now_ms()).date())
    isi = {"bulan": bulan[1]} if jalan == "diperhitungkan" else {"tanggal": hari, "alasan": "Tunai"}
    putuskan(bagian, satu, "Siti", jalan, **isi)
    assert jumlah(kota) == (semula[0] - beda * TARIF, 2)
    assert (f"{hari} · Tunai" in bagian.get(DIPUTUSKAN).text) == bool(beda)
    urungkan(bagian)
    for kantor in dua:
        kantor.sync()
    assert jumlah(dua[0]) == jumlah(dua[1]) == jumlah(kota) == semula
    assert bagian.get(f"/putusan/{satu}").headers["location"] == "/putusan", "a page of before is told"
    (satu,) = {*kunci(bagian)} - {*semua}
    putuskan(bagian, satu, "Siti", jalan, **isi)
    for kantor in dua:
        kantor.sync()
    assert jumlah(dua[0]) == jumlah(kota) == (semula[0] - beda * TARIF, 2), "decided the same way again"
    dunia.periksa_tenang(pusat.db, dua, KEL_A)


def test_a_double_click_and_a_stale_page(pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]) -> None:
    """The second press changes nothing and says so; a page that shows another state is told, nothing done."""
    bagian, kota, semula = masuk("bagian"), pusat.offices.of(wilayah.KOTA), jumlah(dua[0])
    bersama(bagian)
    kirim = tombol(bagian)[0]
    diputus = jumlah(kota)
    for salah in ({"putusan": "0" * 16}, {"sidik": "0" * 16}, {"putusan": ""}):
        assert bagian.kirim("/putusan/urung", kirim | salah).headers["location"] == DIPUTUSKAN
        assert "berubah sementara itu" in bagian.get(DIPUTUSKAN).text
    assert jumlah(kota) == diputus
    for kata in ("menunggu lagi", "sudah diurungkan"):
        assert bagian.kirim("/putusan/urung", kirim).status_code == 303
        assert kata in bagian.get(DIPUTUSKAN).text
    assert jumlah(kota) == semula
    assert tombol(bagian) == []
    with pytest.raises(InputSalah, match="sudah diurungkan"):
        kota.sebagai_kota("Lain", lambda s: decided.undo(s, LEDGER, decided.of_city(s.reader(), s.tables)[0].entri))
    assert jumlah(kota) == semula


@pytest.mark.usefixtures("dua")
def test_who_did_not_decide_does_not_undo(masuk: Masuk, pusat: Pusat) -> None:
    """A camat reads the decisions of his kelurahan, another one nothing, and neither takes one back."""
    bagian = masuk("bagian")
    bersama(bagian)
    kirim, diputus = tombol(bagian)[0], jumlah(pusat.offices.of(wilayah.KOTA))
    sini = masuk("camat").get(DIPUTUSKAN).text
    assert "Rp1.650.000" in sini
    assert "<form" not in sini.split("<table")[1]
    assert "Belum ada yang diputuskan" in masuk("camat", KEC_B).get(DIPUTUSKAN).text
    for siapa in (masuk("camat"), masuk("staf"), masuk("camat", KEC_B), masuk("kominfo")):
        assert siapa.kirim("/putusan/urung", kirim).status_code == 403
    assert masuk("kominfo").get(DIPUTUSKAN).status_code == 403
    assert jumlah(pusat.offices.of(wilayah.KOTA)) == diputus


def test_what_was_built_on_a_decision_stands_against_it(
    pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]
) -> None:  # fmt: skip
    """The kelurahan took the other payment back since: the decision stands, and the page says what to do instead."""
    bagian = masuk("bagian")
    for satu in kunci(bagian):
        putuskan(bagian, satu, "Rudi")
    for kantor in dua:
        kantor.sync()
    insentif.batal_terima(dua[0].store, dunia.satu_daftar(dua[0]), 3, alasan="Keliru")
    dua[0].sync()
    isi = html.unescape(bagian.get(DIPUTUSKAN).text)
    assert isi.count("sesudahnya ada catatan baru di RT 03") == 3
    assert "data tetap seperti sekarang. Bila masih keliru, minta kantornya" in isi
    assert tombol(bagian) == []
    putusan = re.findall(r'<tr id="d-([0-9a-f]{16})"', isi)[0]
    balas = bagian.kirim("/putusan/urung", {"putusan": putusan, "sidik": ""})
    assert balas.status_code == 422
    assert "minta kantornya" in balas.text
    assert jumlah(pusat.offices.of(wilayah.KOTA)) == jumlah(dua[0])


def _dua_daftar(dua: tuple[Office, Office]) -> str:
    """Two PCs lock a list each for one month, and pay one head under both; returns the first list's number."""
    nomor = []
    for kantor, nama in zip(dua, ("Siti", "Rudi"), strict=True):
        kantor.store.user = nama
        nomor.append(insentif.susun(kantor.store, KEL_A, periode.baca("2026-09")).value)
        insentif.kunci(kantor.store, nomor[-1], lurah="Lurah")
        insentif.terima(kantor.store, nomor[-1], hanya=[1])
    for kantor in (*dua, *dua):
        kantor.sync()
    return nomor[0]


@pytest.mark.parametrize("batal", [False, True])
def test_a_month_on_two_lists(pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office], batal: bool) -> None:
    """Undone like any other; not once the list that it was paid under was cancelled."""
    bagian, kota = masuk("bagian"), pusat.offices.of(wilayah.KOTA)
    nomor = _dua_daftar(dua)
    semula = jumlah(dua[0])
    (satu,) = [s for s in kunci(bagian) if "September 2026" in bagian.get(f"/putusan/{s}").text]
    putuskan(bagian, satu, "Siti")
    dua[0].sync()
    if batal:
        siklus.batal_daftar(dua[0].store, nomor, alasan="Dua daftar")
        dua[0].sync()
    balas = bagian.kirim("/putusan/urung", tombol(bagian)[0])
    assert (balas.status_code == 422) == batal
    assert ("tidak dikunci lagi" in balas.text) == batal
    assert jumlah(kota) == (jumlah(dua[0]) if batal else semula)


def test_a_month_that_was_corrected_since(pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]) -> None:
    """What the kelurahan set since rests on one payment: the sentence says how to go on."""
    bagian = masuk("bagian")
    bersama(bagian)
    dua[0].sync()
    nomor = dunia.satu_daftar(dua[0])
    bulan = f"{tanggal.wib(now_ms()).date():%Y-%m}"
    koreksi.koreksi(dua[0].store, nomor, 3, menjadi={bulan: 400_000}, alasan="Hadir separuh")
    dua[0].sync()
    balas = bagian.kirim("/putusan/urung", tombol(bagian)[0])
    assert balas.status_code == 422
    assert "sudah dikoreksi sesudah" in balas.text
    assert jumlah(pusat.offices.of(wilayah.KOTA)) == jumlah(dua[0])


def test_what_cancels_out_stands_against_nothing(pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]) -> None:
    """The city took Rudi's back, a PC that had not heard of it Siti's, and Siti's was recorded again: between them is
    nothing new, so the first decision can still be undone, and both are asked about."""
    bagian, semula = masuk("bagian"), jumlah(dua[0])
    d = min(dua[1].status().decisions, key=lambda d: d.judul)
    bulan = d.judul.split(" · ")[1]
    (satu,) = [s for s in kunci(bagian) if bulan in bagian.get(f"/putusan/{s}").text.split("</h1>")[0]]
    putuskan(bagian, satu, "Rudi")
    siti = next(str(c.nilai) for c in d.pilihan if c.oleh == "Siti")
    deciding.take_back(dua[1].store, LEDGER, siti, "salah catat", {"alasan": "Belum tahu"})
    dua[1].sync()
    assert "sesudahnya ada catatan baru" in bagian.get(DIPUTUSKAN).text
    (satu,) = [s for s in kunci(bagian) if "Catat lagi" in bagian.get(f"/putusan/{s}").text]
    halaman = bagian.get(f"/putusan/{satu}").text
    jawab = re.findall(r'name="jawab" value="([0-9a-f]{16})"', halaman)
    kedua = halaman.index(" · Siti · ") > halaman.index(" · Rudi · ")
    bagian.kirim(f"/putusan/{satu}/jawab", {"jawab": jawab[int(kedua)]})
    assert len(tombol(bagian)) == 2
    urungkan(bagian, 1)
    for kantor in (*dua, *dua):
        kantor.sync()
    assert jumlah(dua[0]) == jumlah(dua[1]) == jumlah(pusat.offices.of(wilayah.KOTA)) == semula
    dunia.periksa_tenang(pusat.db, dua, KEL_A)


def test_recorded_again_is_undone(pusat: Pusat, masuk: Masuk, dua: tuple[Office, Office]) -> None:
    """Two people had taken back each other's; Bagian recorded one again, and takes that back: it is asked again."""
    bagian = masuk("bagian")
    hal = [min(kantor.status().decisions, key=lambda d: d.judul) for kantor in dua]
    for kantor, d, lain in zip(dua, hal, ("Rudi", "Siti"), strict=True):
        milik = next(str(c.nilai) for c in d.pilihan if c.oleh == lain)
        deciding.take_back(kantor.store, LEDGER, milik, "salah catat", {"alasan": f"Milik {lain}"})
    for kantor in (*dua, *dua):
        kantor.sync()
    ditanya = jumlah(kota := pusat.offices.of(wilayah.KOTA)) if kunci(bagian) else (0, 0)
    (satu,) = [s for s in kunci(bagian) if "Catat lagi" in bagian.get(f"/putusan/{s}").text]
    for _ in range(2):
        jawab = re.findall(r'name="jawab" value="([0-9a-f]{16})"', bagian.get(f"/putusan/{satu}").text)
        bagian.kirim(f"/putusan/{satu}/jawab", {"jawab": jawab[0]})
        assert jumlah(kota) == (ditanya[0] + TARIF, ditanya[1] - 1)
        urungkan(bagian)
        assert jumlah(kota) == ditanya
    for kantor in dua:
        kantor.sync()
    assert jumlah(dua[0]) == jumlah(dua[1]) == ditanya
    dunia.periksa_tenang(pusat.db, dua, KEL_A)
