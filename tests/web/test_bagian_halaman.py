"""The roster, sums, audit pack and Bimtek: the very figures of the modules; who saw what is written down."""

from __future__ import annotations

import io
import re
import threading
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from html import unescape
from pathlib import Path

import httpx
import pypdfium2
import pytest
from sqlalchemy import select

from sipokat_desktop.importing import sheet
from sipokat_desktop.kernel import periode, tanggal, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.bimtek import sertifikat_ops
from sipokat_desktop.modules.insentif import audit
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage.store import Store
from sync.server.schema import READING
from sync.web.akun import sesi
from sync.web.akun.peran import Peran
from sync.web.kit import pekerjaan
from sync.web.modules.insentif import kota_audit, text_kota
from tests.web.bagian import acara
from tests.web.panggung import KEC_A, KEL_A, KEL_B, TANDA, Klien, Pusat, pc

Masuk = Callable[..., Klien]
TW = periode.triwulan(tanggal.wib(now_ms()).date()).kode
ID = "[0-9a-f]{8}-[0-9a-f-]{27}"


@pytest.fixture(scope="module")
def bagian(pusat_baca: Pusat) -> Klien:
    """Somebody of Bagian Tata Pemerintahan."""
    return pusat_baca.masuk("bagian")


def dibaca(pusat: Pusat) -> list[tuple[str, str, int]]:
    """What the log of readings says: path, what, whether a file was taken out."""
    with pusat.db.read() as con:
        rows = con.execute(select(READING.c.path, READING.c.what, READING.c.export).where(READING.c.refused == 0))
        return [(str(row.path), str(row.what), int(row.export)) for row in rows]


def rekan(pusat: Pusat) -> httpx.Client:
    """The browser of a colleague of the same office."""
    siapa = pusat.orang_baru(Peran.BAGIAN, wilayah.KOTA, 77).orang
    with pusat.db.write() as con:
        token = sesi.buka(con, siapa.id, kedua=True, alamat="127.0.0.1", now=pusat.jam())
    return httpx.Client(base_url=pusat.url, cookies={sesi.nama_kuki(sesi.KUKI, aman=False): token}, timeout=60)


def nama(halaman: str) -> list[tuple[str, str]]:
    """The heads on a page of the roster, by the word of their kelurahan."""
    return re.findall(f"({'|'.join(TANDA.values())}) ([A-D])</a>", halaman)


def test_the_roster_finds_and_filters(bagian: Klien) -> None:
    semua = bagian.get("/roster").text
    assert len(nama(semua)) == 12
    assert not re.search(r"\b\d{16}\b", semua), "no NIK is whole on the list"
    assert "1673••••••••" in semua
    assert [n for n, _ in nama(bagian.get("/roster", params={"kecamatan": KEC_A.removeprefix("kec:")}).text)] == [
        "Kecubung"
    ] * 4 + ["Nilam"] * 4
    satu = bagian.get("/roster", params={"kecamatan": "16.73.03", "kelurahan": KEL_B, "cari": "zamrud c"}).text
    assert nama(satu) == [("Zamrud", "C")]
    for tanya in ({"keadaan": "plt"}, {"cari": "tidak ada orang ini"}, {"kecamatan": "16.73.07"}):
        kosong = bagian.get("/roster", params=tanya).text
        assert (nama(kosong), "Tidak ada yang cocok" in kosong) == ([], True)
    for aneh in (
        {"keadaan": "'; --"},
        {"kecamatan": "../.."},
        {"hal": "99999999"},
        {"hal": "-1"},
        {"cari": "%\"' OR 1=1"},
    ):
        assert bagian.get("/roster", params=aneh).status_code == 200


def pilihan_keadaan(halaman: str) -> dict[str, int]:
    """The filters of the roster with the counts they say."""
    return {kunci: int(n) for kunci, n in re.findall(r'<option value="(\w+)"[^>]*>[^<]*\((\d+)\)</option>', halaman)}


def test_every_row_says_what_is_missing_and_counts_are_those_of_the_list(
    pusat: Pusat, masuk: Masuk, tmp_path: Path
) -> None:  # fmt: skip
    with closing(pc(tmp_path / "pc", pusat, KEL_A)) as kantor:
        kantor.sync()
        rows = kantor.store.reader().execute("SELECT jabatan_id, id FROM rt_masa ORDER BY id LIMIT 3").fetchall()
        isian = [{"rekening": "1902", "bank": "BRI"}, {"sk_nomor": ""}, {"nik": ""}]
        for (jabatan, masa), ubah in zip(rows, isian, strict=True):
            rt.ubah(kantor.store, jabatan_id=jabatan, masa_id=masa, isian=ubah)
        kantor.sync()
    bagian = masuk("bagian")
    semua = unescape(bagian.get("/roster").text)
    assert semua.count(">Lengkap<") == 1, "only where the account is known too"
    assert semua.count(">Belum diisi: rekening<") == 9
    assert semua.count(">Belum diisi: nomor SK, rekening<") == semua.count(">Belum diisi: NIK, rekening<") == 1
    for cari in ("", "kecubung", "tidak ada"):
        for saring, n in pilihan_keadaan(bagian.get("/roster", params={"cari": cari}).text).items():
            daftar = bagian.get("/roster", params={"cari": cari, "keadaan": saring}).text
            assert pilihan_keadaan(daftar)[saring] == n
            assert len(re.findall(r'href="/roster/[^u"][^"]*" data-kunci="Enter"', daftar)) == n, (cari, saring)
    semuanya = pilihan_keadaan(bagian.get("/roster").text)
    assert [semuanya[s] for s in ("semua", "tanpa_sk", "tanpa_nik", "tanpa_rekening", "kosong")] == [12, 1, 1, 11, 0]


def test_a_nik_is_shown_one_by_one_and_written_down(pusat: Pusat, masuk: Masuk) -> None:
    bagian = masuk("bagian")
    id = re.findall(f"/roster/({ID})", bagian.get("/roster").text)[0]
    assert not [r for r in dibaca(pusat) if r[1] == "NIK ketua RT"]
    kartu = bagian.get(f"/roster/{id}").text
    assert not re.search(r"\b\d{16}\b", kartu)
    nik = re.findall(r"\b\d{16}\b", bagian.get(f"/roster/{id}/nik", headers={"hx-request": "true"}).text)
    assert len(nik) == 1
    assert nik == re.findall(r"\b\d{16}\b", bagian.get(f"/roster/{id}/nik").text), "also without htmx"
    log = dibaca(pusat)
    assert log.count((f"/roster/{id}/nik", "NIK ketua RT", 0)) == 2
    assert [apa for jalan, apa, _ in log if jalan == f"/roster/{id}"] == ["alamat, HP, dan rekening ketua RT"]
    assert bagian.get("/roster/tidak-ada/nik").status_code == 404
    isi = bagian.get("/roster/unduh").content
    assert dibaca(pusat)[-1][0::2] == ("/roster/unduh", 1)
    berkas = Path(pusat.folder) / "roster.xlsx"
    berkas.write_bytes(isi)
    sel = [str(s) for lembar in sheet.read(berkas).lembar for baris in lembar.rows for s in baris]
    assert sum(s.startswith("1673••••") for s in sel) == 12
    assert not any(re.fullmatch(r"\d{16}", s) for s in sel)


def test_the_audit_pack_of_the_city(pusat: Pusat, masuk: Masuk, tmp_path: Path) -> None:
    pusat.siapkan_kantor()
    bagian = masuk("bagian")
    tujuan = bagian.kirim("/total/audit", {"periode": TW}).headers["location"]
    habis = time.monotonic() + 60
    while "Unduh paket" not in (kini := bagian.get(tujuan).text):
        assert "Sedang membuat" in kini
        assert time.monotonic() < habis
    assert "3 kelurahan, 9 pembayaran" in kini
    isi = bagian.get(f"{tujuan}/unduh")
    assert isi.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(isi.content)) as arsip:
        paket = [satu for satu in arsip.namelist() if satu.endswith(".zip")]
        assert len(paket) == 3
        baris = [b.split("  ", 1) for b in arsip.read("sidik-paket.txt").decode().splitlines()]
        sidik = {satu: isi_sidik for isi_sidik, satu in baris}
        for satu in paket:
            (tmp_path / "satu.zip").write_bytes(arsip.read(satu))
            hasil = audit.periksa_paket(tmp_path / "satu.zip", sidik=sidik[satu])
            assert hasil.baik, hasil.temuan
    assert (f"{tujuan}/unduh", text_kota.PRIBADI_AUDIT, 1) in dibaca(pusat)
    with rekan(pusat) as lain:
        for jalan in (tujuan, f"{tujuan}/unduh"):
            assert lain.get(jalan).status_code == 404, "another person's work"
    assert bagian.get("/total/audit/00000000-0000-0000-0000-000000000000").status_code == 404
    assert bagian.kirim("/total/audit", {"periode": "kapan"}).status_code == 422


def test_work_that_fails_is_told(
    masuk: Masuk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def rusak(*_args: object, **_lain: object) -> object:
        raise OSError("disk penuh")

    monkeypatch.setattr(kota_audit, "susun", rusak)
    bagian = masuk("bagian")
    tujuan = bagian.kirim("/total/audit", {"periode": TW}).headers["location"]
    habis = time.monotonic() + 60
    while "Sedang membuat" in (kini := bagian.get(tujuan).text):
        assert time.monotonic() < habis
    assert pekerjaan.GAGAL in kini
    assert [r.getMessage() for r in caplog.records if r.name == "sipokat.web"] == ["pekerjaan gagal: OSError"]
    assert bagian.get(f"{tujuan}/unduh").status_code == 404


def tidak_datang(bagian: Klien, id: str) -> None:
    """Who is recorded as absent and whom nobody recorded are two lists, of an event and of a year."""
    for jalan in (f"/bimtek/{id}/absen", "/bimtek/absen?tahun=2026"):
        tidak = bagian.get(jalan).text
        assert (tidak.count("Kecubung D"), tidak.count("Zamrud D"), tidak.count("Nilam ")) == (1, 1, 0), jalan
        assert "Izin" in tidak
        assert "Tidak pernah hadir (2)" in tidak
        assert "Belum tercatat (4)" in tidak
        belum = bagian.get(jalan, params={**httpx.URL(jalan).params, "yang": "belum"}).text
        assert (belum.count("Nilam "), belum.count("Kecubung D"), belum.count(">belum tercatat<")) == (4, 0, 4), jalan
    lain = {"kecamatan": "kec:16.73.03", "yang": "belum"}
    assert bagian.get(f"/bimtek/{id}/absen", params=lain).text.count("Nilam ") == 0


def berkop(bagian: Klien, id: str) -> None:
    """Every sheet of the invitations has the letterhead of who invites."""
    with closing(pypdfium2.PdfDocument(bagian.get(f"/bimtek/{id}/undangan.pdf?kecamatan={KEC_A}").content)) as surat:
        kop = [halaman.get_textpage().get_text_range().count("BAGIAN TATA PEMERINTAHAN") for halaman in surat]
    assert kop == [1] * 10, "two sheets that separate and eight letters, each with the kop of who invites"


def test_bimtek(pusat: Pusat, masuk: Masuk) -> None:
    bagian = masuk("bagian")
    assert "Belum ada kegiatan Bimtek" in bagian.get("/bimtek").text
    id, hari = pusat.offices.of(wilayah.KOTA).tulis("Uji", acara)
    assert "Bimtek Ketua RT 2020" in bagian.get("/bimtek", params={"cari": "gedung 2026"}).text
    assert "Tidak ada kegiatan yang cocok" in bagian.get("/bimtek", params={"keadaan": "batal"}).text
    halaman = bagian.get(f"/bimtek/{id}").text
    assert "dari 12 yang diundang, 50,0 %" in halaman
    assert "Per kelurahan" not in halaman
    satu = bagian.get(f"/bimtek/{id}", params={"sesi": hari[1], "kecamatan": KEC_A}).text
    assert "dari 12 yang diundang, 0,0 %" in satu
    assert "Taba Jemekeh" in satu
    tidak_datang(bagian, id)
    assert "<dt>Tidak pernah hadir</dt><dd>2<" in halaman
    assert "Unduh sertifikat" not in halaman
    assert bagian.get(f"/bimtek/{id}/sertifikat.pdf?kecamatan={KEC_A}").status_code == 422
    pusat.offices.of(wilayah.KOTA).tulis("Uji", lambda store: sertifikat_ops.terbitkan(store, id, syarat="satu"))
    assert "Unduh sertifikat" in bagian.get(f"/bimtek/{id}").text
    for jalan in (
        f"/bimtek/{id}/sertifikat.pdf?kecamatan={KEC_A}",
        f"/bimtek/{id}/laporan.pdf", f"/bimtek/{id}/undangan.pdf?kecamatan={KEC_A}",
        f"/bimtek/sesi/{hari[0]}/hadir.pdf", f"/bimtek/sesi/{hari[0]}/hadir.pdf?isi=tanda",
        f"/bimtek/sesi/{hari[0]}/notulen.pdf",
    ):  # fmt: skip
        assert bagian.get(jalan).content.startswith(b"%PDF"), jalan
    berkop(bagian, id)
    assert bagian.get(f"/bimtek/{id}/xlsx", params={"kecamatan": KEC_A}).content.startswith(b"PK")
    for jalan in (
        "/bimtek/x",
        "/bimtek/x/absen",
        "/bimtek/x/laporan.pdf",
        "/bimtek/sesi/x/hadir.pdf",
        f"/bimtek/{id}/undangan.pdf",
    ):
        assert bagian.get(jalan).status_code == 404, jalan
    log = {jalan for jalan, _, keluar in dibaca(pusat) if keluar}
    assert {f"/bimtek/{id}/laporan.pdf", f"/bimtek/{id}/undangan.pdf", f"/bimtek/{id}/xlsx"} <= log


def test_other_roles_see_none_of_it(pusat_baca: Pusat) -> None:
    for peran in ("camat", "staf", "kominfo"):
        k = pusat_baca.masuk(peran)
        for jalan in (
            "/roster",
            "/roster/unduh",
            "/total",
            "/total/f3.pdf",
            "/total/audit",
            "/bimtek",
            "/bimtek/absen",
        ):
            assert k.get(jalan).status_code == 403, (peran, jalan)
        assert k.kirim("/total/audit", {"periode": TW}).status_code == 403
    tamu = pusat_baca.tamu()
    assert {tamu.get(j).headers.get("location") for j in ("/roster", "/total", "/bimtek", "/putusan")} == {"/masuk"}


def test_work_under_way_ends_with_the_server_and_counts_as_broken_off(
    masuk: Masuk, pusat: Pusat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The steps of a pack go on until the office closes; then the work ends, and its store is no longer read."""
    mulai, tutup, selesai = threading.Event(), threading.Event(), list[bool]()

    def lama(store: Store, *_args: object, maju: pekerjaan.Maju, **_lain: object) -> object:
        mulai.set()
        tutup.wait(30)
        try:
            while True:
                maju(1, 2)
        finally:
            selesai.append(store.reader().execute("SELECT 1").fetchone()[0] == 1)

    monkeypatch.setattr(kota_audit, "_buat", lama)
    bagian = masuk("bagian")
    tujuan = bagian.kirim("/total/audit", {"periode": TW}).headers["location"]
    assert mulai.wait(30)
    tutup.set()
    pusat.offices.close()
    assert selesai == [True], "the store is open until the work has ended"
    assert pekerjaan.GAGAL in bagian.get(tujuan).text
