"""What Bagian lays down is tried first, reaches the offices, and is refused with the module's own sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from sipokat_desktop.kernel import periode, tanggal, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif import simulasi
from sipokat_desktop.modules.insentif.hak import tarif_berlaku
from sipokat_desktop.modules.insentif.kinerja import aturan_bulan
from sync.server.city import Rows
from sync.web.modules.insentif import text_kota
from tests.web.panggung import KEL_A, KEL_B, Klien, Pusat, pc

NAMA = "Insentif Ketua RT"
KINI = periode.triwulan(tanggal.wib(now_ms()).date()).bulan[0]
NANTI = periode.geser(KINI, 6)
TARIF = {"komponen": NAMA, "jumlah": "750.000", "mulai": NANTI, "sampai": "", "dasar": "Perwal 12 Tahun 2026"}
ATURAN = {"komponen": NAMA, "ukuran": "laporan", "pita": "0=50 3=100", "mulai": KINI, "sampai": "", "dasar": ""}
Masuk = Callable[..., Klien]


def coba(k: Klien, apa: str, isi: Mapping[str, Any]) -> httpx.Response:
    """Send a form to be tried, and go where the browser is sent: to what it would mean, a page of its own."""
    balas = k.kirim(f"/ketetapan/{apa}/coba", isi)
    if balas.status_code != 303:
        return balas
    jalan = balas.headers["location"]
    assert jalan.startswith(f"/ketetapan/{apa}/coba?")
    return k.get(jalan)


def dicoba(k: Klien, apa: str, isi: dict[str, str]) -> dict[str, str]:
    """The fields as the page of the simulation sends them on."""
    balas = coba(k, apa, isi)
    assert balas.status_code == 200, balas.text
    sidik = re.search(r'name="dicoba" value="([0-9a-f]{64})"', balas.text)
    assert sidik is not None
    return isi | {"dicoba": sidik[1]}


def test_a_tariff_is_tried_then_reaches_the_offices(pusat: Pusat, masuk: Masuk, tmp_path: Path) -> None:
    bagian = masuk("bagian")
    kota = pusat.offices.of(wilayah.KOTA)
    sebelum = [k.tarif for k in ketetapan.komponen(kota.store.reader(), lingkup="kota")]
    halaman = coba(bagian, "tarif", TARIF).text
    (k,) = ketetapan.komponen(kota.store.reader(), lingkup="kota")
    andaian = simulasi.Andaian(
        k.komponen_id, NANTI, periode.geser(NANTI, 11), (simulasi.TarifBaru(NANTI, 750_000),)
    )  # fmt: skip
    hasil = simulasi.hitung(kota.store.reader(), andaian, lingkup=wilayah.kelurahan_dari("kota"))
    assert hasil.kalimat in halaman
    assert (hasil.selisih, len(hasil.untung)) == (12 * 12 * 200_000, 12)
    assert [k.tarif for k in ketetapan.komponen(kota.store.reader(), lingkup="kota")] == sebelum
    balas = bagian.kirim("/ketetapan/tarif/tetapkan", dicoba(bagian, "tarif", TARIF))
    assert (balas.status_code, balas.headers["location"]) == (303, "/ketetapan")
    daftar = bagian.get("/ketetapan").text
    assert "Semua kantor menerimanya saat sinkron" in daftar
    assert re.search(r"Rp750\.000 per bulan.*?>nanti<.*?Rp550\.000 per bulan.*?>berlaku<", daftar, re.S)
    with closing(pc(tmp_path / "a", pusat, KEL_A)) as kantor:
        kantor.sync()
        (k,) = ketetapan.komponen(kantor.store.reader(), lingkup=KEL_A)
        berlaku = [tarif_berlaku(k, bulan) for bulan in (periode.geser(NANTI, -1), NANTI)]
        assert [t.jumlah if t else 0 for t in berlaku] == [550_000, 750_000]
    oleh = {doc.by for doc in Rows(pusat.db, 0).rows("insentif_tarif") if doc.fields["mulai"] == NANTI}
    assert bagian.siapa is not None
    assert oleh == {bagian.siapa.nama}


def test_the_page_of_a_trial_is_found_again_by_its_address(pusat_baca: Pusat) -> None:
    """The browser's way back asks for it anew; an address with values that were never checked leads to the form."""
    bagian = pusat_baca.masuk("bagian")
    jalan = bagian.kirim("/ketetapan/tarif/coba", TARIF).headers["location"]
    satu, dua = bagian.get(jalan), bagian.get(jalan)
    assert satu.text == dua.text
    assert "Rp750.000" in satu.text
    assert bagian.get("/ketetapan/tarif/coba").headers["location"] == "/ketetapan/tarif", "nothing was tried"
    salah = bagian.get("/ketetapan/tarif/coba", params=TARIF | {"jumlah": "banyak"})
    assert (salah.status_code, 'value="banyak"' in salah.text) == (422, True)


def test_what_was_not_tried_is_not_laid_down(pusat: Pusat, masuk: Masuk) -> None:
    bagian = masuk("bagian")
    siap = dicoba(bagian, "tarif", TARIF)
    for curang in (TARIF, siap | {"jumlah": "7.500.000"}, siap | {"dicoba": "0" * 64}):
        balas = bagian.kirim("/ketetapan/tarif/tetapkan", curang)
        assert balas.status_code == 422
        assert text_kota.BELUM_DICOBA in balas.text
    assert bagian.post("/ketetapan/tarif/tetapkan", data=siap).status_code == 403
    lain = masuk("bagian")
    if lain.csrf != bagian.csrf:
        assert lain.kirim("/ketetapan/tarif/tetapkan", siap).status_code == 422
    kota = pusat.offices.of(wilayah.KOTA)
    kota.segarkan()
    (k,) = ketetapan.komponen(kota.store.reader(), lingkup="kota")
    assert [t.jumlah for t in k.tarif] == [550_000]


@pytest.mark.parametrize(
    ("apa", "isi", "kata"),
    [
        ("tarif", {**TARIF, "jumlah": ""}, "dulu"),
        ("tarif", {**TARIF, "jumlah": "seribu"}, "angka"),
        ("tarif", {**TARIF, "jumlah": "0"}, "lebih"),
        ("tarif", {**TARIF, "sampai": KINI}, "Sampai"),
        ("tarif", {**TARIF, "komponen": "'; DROP TABLE doc; --"}, "tidak ada"),
        ("tarif", {**TARIF, "mulai": "--help"}, "bulan"),
        ("komponen", {"komponen": NAMA, "jumlah": "1", "mulai": KINI}, "sudah ada"),
        ("dana", {"komponen": NAMA, "tahun": "2026", "pagu": "x"}, "angka"),
    ],
)  # fmt: skip
def test_a_wrong_input_is_said_at_the_input(pusat_baca: Pusat, apa: str, isi: dict[str, str], kata: str) -> None:
    balas = coba(pusat_baca.masuk("bagian"), apa, isi)
    assert balas.status_code == 422, balas.text[-2000:]
    assert 'class="pesan"' in balas.text or 'role="alert"' in balas.text
    assert kata in balas.text
    for nama in isi.keys() & {"jumlah", "dasar", "pagu"}:
        assert f'value="{isi[nama]}"' in balas.text, "what was typed stays"


def test_a_rule_cuts_who_has_no_reports(pusat: Pusat, masuk: Masuk, tmp_path: Path) -> None:
    bagian = masuk("bagian")
    for versi in (1, 2):
        isi = ATURAN | {"mulai": periode.geser(NANTI, versi)}
        balas = bagian.kirim("/ketetapan/aturan/tetapkan", dicoba(bagian, "aturan", isi))
        assert balas.status_code == 303
    with closing(pc(tmp_path / "b", pusat, KEL_B)) as kantor:
        kantor.sync()
        (k,) = ketetapan.komponen(kantor.store.reader(), lingkup=KEL_B)
        aturan = [aturan_bulan(k, periode.geser(NANTI, ke)) for ke in range(3)]
        assert [a.versi if a else 0 for a in aturan] == [0, 1, 2]
    assert "0–2 laporan: 50 %, mulai 3 laporan: 100 %" in bagian.get("/ketetapan").text


def test_a_new_component_and_its_budget(masuk: Masuk) -> None:
    bagian = masuk("bagian")
    baru = {
        "komponen": "Insentif lewat Disdukcapil",
        "jumlah": "200.000",
        "mulai": KINI,
        "skema": "bruto",
        "cara": "transfer",
    }
    bagian.kirim("/ketetapan/komponen/tetapkan", dicoba(bagian, "komponen", baru))
    tahun = str(tanggal.wib(now_ms()).year)
    dana = {
        "komponen": "Insentif lewat Disdukcapil",
        "tahun": tahun,
        "pagu": "1.267.200.000",
        "sumber_dana": "Disdukcapil",
    }
    bagian.kirim("/ketetapan/dana/tetapkan", dicoba(bagian, "dana", dana))
    halaman = bagian.get("/ketetapan").text
    assert "PPh 21: 5 % × bruto · Transfer bank" in halaman
    assert "Disdukcapil · pagu Rp1.267.200.000" in halaman
    assert "Rp1.267.200.000" in bagian.get("/ketetapan").text
    assert "sisa Rp1.267.200.000" in bagian.get("/total").text


def test_only_bagian(pusat_baca: Pusat) -> None:
    for peran in ("camat", "staf", "kominfo"):
        assert pusat_baca.masuk(peran).get("/ketetapan").status_code == 403
        assert pusat_baca.masuk(peran).kirim("/ketetapan/tarif/tetapkan", TARIF).status_code == 403
    assert pusat_baca.masuk("bagian").get("/ketetapan/apa-saja").status_code == 404
