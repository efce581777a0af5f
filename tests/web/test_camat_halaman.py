"""The camat's other pages: every figure is the module's own, papers are the module's own, empty ones say what to do."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from sipokat_desktop.kernel import periode, rupiah, tanggal, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import rekap
from sipokat_desktop.modules.laporan import evaluasi, rentang
from sipokat_desktop.modules.seragam import queries as seragam
from sync.web.modules.insentif import text_siap
from tests.web import contoh_camat, panggung
from tests.web.isolasi import teks
from tests.web.panggung import KEC_A, KEC_B, KEL_A, KEL_A2, KEL_B, Klien, Pusat


@pytest.fixture(scope="module")
def kota(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pusat]:
    """A city whose first kecamatan has heads without SK and uniforms to hand out."""
    folder = tmp_path_factory.mktemp("halaman")
    satu = panggung.tuang(cetakan, folder / "pusat")
    contoh_camat.lengkapi(satu, folder / "pc", banyak=3)
    contoh_camat.seragam_kecamatan(satu)
    yield satu
    satu.close()


@pytest.fixture
def camat(kota: Pusat) -> Klien:
    """The camat of that kecamatan."""
    return kota.masuk("camat")


def _hari() -> date:
    return tanggal.wib(now_ms()).date()


def _baris(isi: str) -> dict[str, list[str]]:
    """The cells of every row of the page's tables, by the first one."""
    hasil: dict[str, list[str]] = {}
    for tr in re.findall(r"<tr>(.*?)</tr>", isi, re.S):
        sel = [
            " ".join(unescape(re.sub(r"<[^>]+>", " ", s)).split()) for s in re.findall(r"<t[dh].*?</t[dh]>", tr, re.S)
        ]
        hasil[sel[0]] = sel[1:]
    return hasil


def test_rekap_sama_dengan_modul(kota: Pusat, camat: Klien) -> None:
    """F3 on the page, as .xlsx and on paper is the module's F3; another kecamatan's figures are not in it."""
    con = kota.offices.of(KEC_A).store.reader()
    p = periode.triwulan(_hari())
    isi = rekap.kecamatan(con, periode=p.kode, lingkup=wilayah.kelurahan_dari(KEC_A))
    assert isi.jumlah.netto == 2 * 4 * 3 * 550_000
    halaman = camat.get("/rekap").text
    baris = _baris(halaman)
    assert "Dibayar" not in halaman
    for b in (*isi.baris, isi.jumlah):
        angka = (b.jumlah_rt, b.tanpa_sk, b.dibayar, b.menerima, b.ditunda, b.bruto, b.pph, b.netto, b.diterima)
        assert baris[b.kelurahan] == [*map(rupiah.titik, angka), b.keterangan]
    bukuku = con.execute("SELECT sum(jumlah) FROM insentif_mutasi").fetchone()[0]
    assert (isi.jumlah.diterima, isi.jumlah.menerima) == (bukuku, 2) == (2 * 3 * 550_000, 2)
    xlsx = camat.get("/rekap/xlsx")
    semua = CalamineWorkbook.from_filelike(BytesIO(xlsx.content)).get_sheet_by_index(0).to_python()
    kepala = next(row for row in semua if "Kelurahan" in row)
    assert kepala[:3] == ["Kode", "Kecamatan", "Kelurahan"]
    per = {row[2]: dict(zip(kepala, row, strict=True)) for row in semua}
    assert (per["Jumlah"]["Netto"], per["Jumlah"]["Sudah diterima"]) == (isi.jumlah.netto, isi.jumlah.diterima)
    satu = per[wilayah.nama(KEL_A)]
    assert (satu["Kode"], satu["Kecamatan"]) == (KEL_A, wilayah.nama(KEC_A))
    pdf = camat.get("/rekap/pdf")
    assert pdf.content.startswith(b"%PDF")
    assert re.search(r'filename="[a-z0-9-]+\.pdf"', pdf.headers["content-disposition"])
    assert wilayah.nama(KEL_B) not in camat.get("/rekap").text
    assert camat.get("/rekap?periode=entah").status_code == 404
    assert camat.get("/rekap?komponen=lain").status_code == 404
    kosong = camat.get("/rekap?periode=2020-TW1").text
    assert "Belum ada daftar yang dikunci untuk Triwulan I 2020" in kosong
    assert "Di daftar terkunci" not in kosong


def test_rt_tanpa_sk_disebut_tersendiri(kota: Pusat, camat: Klien) -> None:
    """An RT without SK is not "menurut SK": it is counted beside, with a way to its name."""
    halaman = camat.get("/rekap").text
    assert _baris(halaman)[wilayah.nama(KEL_A)][:2] == ["5", "1"]
    tautan = re.search(rf'<a href="(/kesiapan/{KEL_A}[^"]*)">1</a>', halaman)
    assert tautan is not None
    assert "Tanpa Surat" in camat.get(unescape(tautan[1])).text
    kota_ = kota.masuk("bagian").get(f"/total?kecamatan={KEC_A}").text
    tautan = re.search(r'<a href="(/roster[^"]*)">1</a>', kota_)
    assert tautan is not None
    assert KEL_A in tautan[1]


def test_kartu_di_ponsel_tidak_penuh_nol(camat: Klien) -> None:
    """What is 0 is left out on a phone (class ``nol``), but not how many of a locked list have received it."""
    badan = camat.get("/rekap").text.split("<tbody>")[1].split("</tbody>")[0]
    nihil = terkunci = 0
    for baris in badan.split("</tr>")[:-1]:
        sel = re.findall(r'<td class="kanan( nol)?" data-judul="([^"]+)">(?:<a[^>]*>)?([\d.]+)', baris)
        isi = {judul: (bool(nol), angka) for nol, judul, angka in sel}
        assert len(isi) == 9
        assert not isi["RT menurut SK"][0]
        ada = isi["Di daftar terkunci"][1] != "0"
        for judul in isi.keys() - {"RT menurut SK"}:
            tetap = ada and judul in ("Sudah menerima", "Uang diterima")
            assert isi[judul][0] == (isi[judul][1] == "0" and not tetap), judul
        nihil, terkunci = nihil + (not ada), terkunci + ada
    assert nihil
    assert terkunci


def test_satu_kata_untuk_daftar_yang_belum_ada(pusat: Pusat, tmp_path: Path) -> None:
    """What is missing of a list has the same name on the readiness, on F3, and on F3 of the city."""
    camat, bagian, nama = pusat.masuk("camat"), pusat.masuk("bagian"), wilayah.nama(KEL_A)
    tanya = "?periode=2025-TW1"

    def kata() -> tuple[str, ...]:
        siap = _baris(camat.get(f"/kesiapan{tanya}").text)[nama]
        (f3,) = (b for b in rekap.kecamatan(con(), periode="2025-TW1", lingkup=[KEL_A]).baris)
        return siap[2], f3.keterangan

    def con() -> sqlite3.Connection:
        pusat.offices.of(KEC_A).segarkan()
        return pusat.offices.of(KEC_A).store.reader()

    assert kata() == ("1 daftar belum dibuat", "daftar belum dibuat")
    for satu, jalan in ((camat, f"/rekap{tanya}"), (bagian, f"/total{tanya}&kecamatan={KEC_A}")):
        assert "2 kelurahan: daftar belum dibuat." in satu.get(jalan).text
    with closing(panggung.pc(tmp_path / "pc", pusat, KEL_A)) as pc:
        pc.sync()
        insentif.susun(pc.store, KEL_A, periode.baca("2025-TW1"))
        pc.sync()
    assert kata() == ("1 daftar belum dikunci", "daftar belum dikunci")
    for satu, jalan in ((camat, f"/rekap{tanya}"), (bagian, f"/total{tanya}&kecamatan={KEC_A}")):
        halaman = satu.get(jalan).text
        assert "1 kelurahan: daftar belum dikunci." in halaman
        assert "1 kelurahan: daftar belum dibuat." in halaman


def test_kesiapan_menyebut_yang_kurang(kota: Pusat, camat: Klien) -> None:
    """Each kelurahan says in words with the number what is missing, the worst first; names only on its own page."""
    isi = camat.get("/kesiapan").text
    baris = _baris(isi)
    nama, nama2 = wilayah.nama(KEL_A), wilayah.nama(KEL_A2)
    assert baris[nama][0] == "5"
    for kata in ("2 RT belum masuk daftar", "1 RT tanpa SK", "3 belum menandatangani", "1 SK berakhir dalam 90 hari"):
        assert kata in baris[nama][2], kata
    assert baris[nama2][2] == "3 belum menandatangani"
    urut = [*baris]
    assert urut.index(nama) < urut.index(nama2)
    assert "belum ada data RT" in baris[urut[1]][2]
    assert "Tanpa Surat" not in isi
    assert baris[nama][3].startswith("Operator kelurahan menyusun daftar susulan")
    satu = unescape(camat.get(f"/kesiapan/{KEL_A}").text)
    judul = f"Kesiapan Kelurahan {nama}, {wilayah.nama_kantor(KEC_A)}"
    assert f"<h1>{judul}</h1>" in satu
    assert f"<title>{judul}" in satu
    assert satu.count("Langkah berikutnya: <strong>") == satu.count('<section class="kartu" id=') == 4
    for kata in (
        "Tanpa Surat",
        "Operator kelurahan</strong> mencatat nomor dan tanggal SK",
        "SK belum",
        "Hampir Habis",
        "SK berakhir",
        "Tanda tangan semua penerima",
        "3 belum: RT",
    ):
        assert kata in satu, kata
    assert camat.get(f"/kesiapan/{KEL_B}").status_code == 404
    assert kota.masuk("camat", KEC_B).get(f"/kesiapan/{KEL_A}").status_code == 404


def test_kesiapan_mengikuti_kelurahan(pusat: Pusat, tmp_path: Path) -> None:
    """A list that is signed and paid leaves nothing missing; one not made, or not locked, is named."""
    camat = pusat.masuk("camat")
    nama = wilayah.nama(KEL_A)
    with closing(panggung.pc(tmp_path / "pc", pusat, KEL_A)) as pc:
        pc.sync()
        nomor = str(pc.store.reader().execute("SELECT nomor FROM insentif_daftar").fetchone()[0])
        insentif.terima(pc.store, nomor, hanya=[2, 3, 4])
        pc.sync()
        assert _baris(camat.get("/kesiapan").text)[nama][1:] == ["Lunas", "lengkap", ""]
        assert "Lengkap" in camat.get(f"/kesiapan/{KEL_A}").text
        nanti = _baris(camat.get("/kesiapan?periode=2025-TW1").text)[nama]
        assert nanti[1:3] == ["daftar belum dibuat", "1 daftar belum dibuat"]
        assert nanti[3].startswith("Operator kelurahan menyusun daftar")
        insentif.susun(pc.store, KEL_A, periode.baca("2025-TW1"))
        pc.sync()
        kini = _baris(camat.get("/kesiapan?periode=2025-TW1").text)[nama]
        assert kini[1:] == ["Draf", "1 daftar belum dikunci", "Lurah memeriksa lalu mengunci daftar itu."]


def test_setiap_kekurangan_ada_langkahnya() -> None:
    """Whatever can be missing has a name, a title, and who does what next."""
    assert {*text_siap.HAL} == {*text_siap.JUDUL_HAL} == {*text_siap.LANGKAH}


def test_kesiapan_menurut_aturan_kinerja(pusat: Pusat, tmp_path: Path) -> None:
    """Where the rule counts reports, a month with too few is missing, with its number and what still waits."""
    aturan = ("--mulai", "2020-01", "--ukuran", "laporan", "--pita", "0=50 9=100", "--versi", "1")
    pusat.command("aturan-kinerja", "set", *aturan)
    contoh_camat.lengkapi(pusat, tmp_path / "pc", banyak=3)
    camat, hari = pusat.masuk("camat"), _hari() - timedelta(days=5)
    tanya = f"?periode={periode.triwulan(hari).kode}"
    kurang = _baris(camat.get(f"/kesiapan{tanya}").text)[wilayah.nama(KEL_A)][2]
    assert re.search(r"[1-9] bulan dengan laporan kurang", kurang), kurang
    satu = unescape(camat.get(f"/kesiapan/{KEL_A}{tanya}").text)
    assert f"{periode.nama_bulan(f'{hari:%Y-%m}')}: 1 laporan kinerja terverifikasi, 0 menunggu" in satu


def test_stok_dan_yang_belum_mengambil(kota: Pusat, camat: Klien) -> None:
    """Stock, hand-overs and those who have not picked up are the module's figures, by kelurahan and by RT."""
    con = kota.offices.of(KEC_A).store.reader()
    p = seragam.pengadaan(con)[0]
    r = seragam.ringkas(con, p.pengadaan_id, lingkup=KEC_A, hari=_hari())
    assert (r.sudah, r.ada) == (2, 14)
    isi = camat.get("/stok").text
    baris = _baris(isi)
    belum = len(seragam.belum(con, p.pengadaan_id, lingkup=KEL_A, hari=_hari()))
    luar = "2 diterima ketua RT di sini langsung dari tempat lain, misalnya kecamatan."
    assert baris[wilayah.nama(KEL_A)][:4] == ["0", "0", "0", luar]
    assert baris[wilayah.nama(KEL_A)][5:7] == ["2", f"{belum} belum"]
    assert baris["L"] == ["12", "2", "10", "Masuk 12 dari pengadaan. Keluar 2 kepada ketua RT."]
    assert baris["Jumlah"][:3] == ["16", "2", "14"]
    assert "<dd>16 − 2 = 14<" in isi
    satu = camat.get(f"/stok/seragam/{KEL_A}").text
    assert f"Belum mengambil ({belum})" in satu
    assert "Sudah menerima (2)" in satu
    barang = _baris(camat.get("/stok/barang").text)
    assert barang[wilayah.nama(KEL_A)][:4] == ["1", "1", "0", "5 dari 6"]
    assert "Kecubung A" in camat.get(f"/stok/barang/{KEL_A}").text
    for jalan in ("/stok/seragam/", "/stok/barang/"):
        assert camat.get(jalan + KEL_B).status_code == 404
    assert camat.get("/stok?pengadaan=tiada").status_code == 404


def test_evaluasi_dan_rakor(kota: Pusat, camat: Klien) -> None:
    """Figures and papers of evaluation and Lembar rakor, of the kecamatan, a kelurahan, and (Bagian) the city."""
    con = kota.offices.of(KEC_A).store.reader()
    e = evaluasi.hitung(con, KEC_A, rentang.tahun(_hari().year))
    isi = unescape(camat.get("/evaluasi").text)
    for b in (*e.bidang, *e.lurah, *e.camat, *e.kategori, e.aktif[0]):
        assert b.kata in isi
    sama = evaluasi.hitung(con, KEC_A, rentang.tahun(2001))
    for satu in (e, sama):
        assert ("jumlah yang sama dapat berbeda" in " ".join(satu.definisi)) is satu.timpang
    assert (e.timpang, sama.timpang) == (True, False)
    assert "karena itu jumlah yang sama dapat berbeda sedikit" in isi
    baris = _baris(isi)
    for k in e.kelurahan:
        assert baris[k.nama][1] == rupiah.titik(k.angka.jumlah)
    assert unescape(camat.get(f"/evaluasi?tempat={KEL_A}").text).count("RT 0") >= 4
    assert "Belum ada laporan dalam rentang ini" in camat.get("/evaluasi?rentang=2001-01-01|2001-12-31").text
    assert camat.get("/evaluasi?rentang=kapan").status_code == 422
    for jalan in ("/evaluasi/pdf", "/rakor/pdf", f"/rakor/pdf?tempat={KEL_A}&rentang=|"):
        assert camat.get(jalan).content.startswith(b"%PDF"), jalan
    assert camat.get("/evaluasi/xlsx").content.startswith(b"PK")
    assert camat.get(f"/evaluasi?tempat={KEL_B}").status_code == 404
    assert camat.get(f"/rakor?tempat={KEC_B}").status_code == 404
    dimana = f"Kelurahan {wilayah.nama(KEL_A)}, Kecamatan {wilayah.nama_kecamatan(KEL_A)}"
    for jalan in ("/evaluasi", "/rakor"):
        halaman = camat.get(f"{jalan}?tempat={KEL_A}").text
        assert halaman.count(dimana) == 2, "in the title and in the heading"
    for jalan in ("/rakor", "/rakor/pdf"):
        kata = " ".join(teks(camat.get(jalan)).split())
        assert re.search(r"Data menurut server kota, \d+ \w+ \d{4} \d\d\.\d\d WIB", kata), jalan
        assert "komputer ini" not in kata
    bagian = kota.masuk("bagian")
    assert wilayah.nama(KEL_B) in bagian.get("/evaluasi").text
    assert bagian.get("/rakor/pdf").content.startswith(b"%PDF")
    assert "Laporan kegiatan RT" in bagian.get("/rakor").text
