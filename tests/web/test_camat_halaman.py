"""The camat's other pages: every figure is the module's own, papers are the module's own, empty ones say what to do."""

from __future__ import annotations

import re
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
from tests.web import contoh_camat, panggung
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
    baris = _baris(camat.get("/rekap").text)
    for b in (*isi.baris, isi.jumlah):
        angka = (b.jumlah_rt, b.dibayar, b.ditunda, b.belum, b.bruto, b.pph, b.netto)
        assert baris[b.kelurahan] == [*map(rupiah.titik, angka), b.keterangan]
    xlsx = camat.get("/rekap/xlsx")
    semua = CalamineWorkbook.from_filelike(BytesIO(xlsx.content)).get_sheet_by_index(0).to_python()
    assert [isi.jumlah.netto] == [row[7] for row in semua if row[0] == "Jumlah"]
    pdf = camat.get("/rekap/pdf")
    assert pdf.content.startswith(b"%PDF")
    assert re.search(r'filename="[a-z0-9-]+\.pdf"', pdf.headers["content-disposition"])
    assert wilayah.nama(KEL_B) not in camat.get("/rekap").text
    assert camat.get("/rekap?periode=entah").status_code == 404
    assert camat.get("/rekap?komponen=lain").status_code == 404
    assert "Belum ada yang direkap" in camat.get("/rekap?periode=2020-TW1").text


def test_kesiapan_menyebut_yang_kurang(kota: Pusat, camat: Klien) -> None:
    """Each kelurahan says in words with the number what is missing, the worst first; names only on its own page."""
    isi = camat.get("/kesiapan").text
    baris = _baris(isi)
    nama, nama2 = wilayah.nama(KEL_A), wilayah.nama(KEL_A2)
    assert baris[nama][0] == "6"
    for kata in ("2 RT belum masuk daftar", "1 RT tanpa SK", "3 belum menandatangani", "1 SK berakhir dalam 90 hari"):
        assert kata in baris[nama][2], kata
    assert baris[nama2][2] == "3 belum menandatangani"
    urut = [*baris]
    assert urut.index(nama) < urut.index(nama2)
    assert "belum ada data RT" in baris[urut[1]][2]
    assert "Tanpa Surat" not in isi
    satu = unescape(camat.get(f"/kesiapan/{KEL_A}").text)
    for kata in (
        "Tanpa Surat",
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
        assert _baris(camat.get("/kesiapan").text)[nama][1:] == ["Lunas", "lengkap"]
        assert "Lengkap" in camat.get(f"/kesiapan/{KEL_A}").text
        nanti = _baris(camat.get("/kesiapan?periode=2025-TW1").text)[nama]
        assert nanti[1:] == ["belum dibuat", "1 daftar belum dibuat"]
        insentif.susun(pc.store, KEL_A, periode.baca("2025-TW1"))
        pc.sync()
        assert _baris(camat.get("/kesiapan?periode=2025-TW1").text)[nama][1:] == ["Draf", "1 daftar belum dikunci"]


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
    assert baris[wilayah.nama(KEL_A)][2:4] == ["2", f"{belum} belum"]
    assert baris["L"] == ["12", "2", "10"]
    assert baris["Jumlah"] == ["16", "2", "14"]
    assert "14 potong" in isi
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
    bagian = kota.masuk("bagian")
    assert wilayah.nama(KEL_B) in bagian.get("/evaluasi").text
    assert bagian.get("/rakor/pdf").content.startswith(b"%PDF")
    assert "Laporan kegiatan RT" in bagian.get("/rakor").text
