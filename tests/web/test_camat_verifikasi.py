"""Verification at the web: the desktop's list, decisions that reach the kelurahan, undo, and what is refused."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import timedelta
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.modules.laporan import ops, periksa, queries
from sipokat_desktop.modules.laporan.model import CAMAT, Laporan, Saring
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests import gambar
from tests.web import contoh_camat, panggung
from tests.web.panggung import KEC_A, KEC_B, KEL_A, KEL_A2, KEL_B, Pusat

BANYAK = 12


def _store(pusat: Pusat) -> Store:
    kantor = pusat.offices.of(KEC_A)
    assert kantor.siap(60)
    kantor.segarkan()
    return kantor.store


def _menunggu(pusat: Pusat) -> list[periksa.Diperiksa]:
    hari = tanggal.wib(now_ms()).date()
    return periksa.periksa(_store(pusat).reader(), KEC_A, hari=hari, siapa=CAMAT)


def _urutan(isi: str) -> list[str]:
    """The ids of the list as the page shows them."""
    return re.findall(r'<tr id="b-([^"]+)"', isi)


def _satu(pusat: Pusat, id: str) -> Laporan:
    rinci = queries.satu(_store(pusat).reader(), id)
    assert rinci is not None
    return rinci.laporan


def _bersih(isi: str) -> list[str]:
    return re.findall(r'name="bersih" value="([^"]+)"', isi)


def test_daftar_sama_dengan_desktop(pusat: Pusat, tmp_path: Path) -> None:
    """The same reports in the same order with the same reasons; filters narrow, and staff reads only."""
    contoh_camat.lengkapi(pusat, tmp_path / "pc", banyak=BANYAK)
    semua = _menunggu(pusat)
    camat, staf = pusat.masuk("camat"), pusat.masuk("staf")
    isi = camat.get("/verifikasi").text
    assert _urutan(isi) == [satu.laporan.laporan_id for satu in semua]
    assert len(semua) == BANYAK + 16
    con, hari = _store(pusat).reader(), tanggal.wib(now_ms()).date()
    for satu in semua:
        assert periksa.periksa(con, KEC_A, hari=hari, siapa=CAMAT, hanya=satu.laporan.laporan_id) == [satu]
    assert _bersih(isi) == [satu.laporan.laporan_id for satu in semua if satu.bersih]
    ragu = next(satu for satu in semua if not satu.bersih)
    kartu = unescape(camat.get(f"/verifikasi/kartu/{ragu.laporan.laporan_id}").text)
    assert all(t.kata in kartu for t in ragu.temuan)
    assert 'value="ya"' in kartu
    hanya = camat.get(f"/verifikasi?kelurahan={KEL_A2}").text
    assert _urutan(hanya) == [s.laporan.laporan_id for s in semua if s.laporan.lingkup == KEL_A2]
    assert _urutan(camat.get("/verifikasi?bidang=1").text) == []
    bulan = semua[0].laporan.tanggal[:7]
    dari_bulan = [s.laporan.laporan_id for s in semua if s.laporan.tanggal[:7] == bulan]
    assert sorted(_urutan(camat.get(f"/verifikasi?bulan={bulan}").text)) == sorted(dari_bulan)
    baca = staf.get("/verifikasi").text
    assert _urutan(baca) == _urutan(isi)
    assert "Hanya camat yang memutuskan" in baca
    assert 'value="ya"' not in baca
    for jalan in ("putusan", "bersih", "urung"):
        assert staf.kirim(f"/verifikasi/{jalan}", {"laporan": semua[0].laporan.laporan_id}).status_code == 403


def test_putusan_sampai_di_kelurahan(pusat: Pusat, tmp_path: Path) -> None:
    """Ya, tidak with a note, all without findings, and undo: with the camat's name, by sync, on a real PC."""
    contoh_camat.lengkapi(pusat, tmp_path / "pc", banyak=4)
    camat = pusat.masuk("camat")
    assert camat.siapa is not None
    with closing(panggung.pc(tmp_path / "lain", pusat, KEL_A)) as pc:
        pc.sync()
        satu, dua, *_ = [s.laporan.laporan_id for s in _menunggu(pusat) if s.laporan.lingkup == KEL_A]
        jawab = camat.kirim("/verifikasi/putusan", {"laporan": satu, "putusan": "ya", "berikut": dua}, htmx=True)
        assert jawab.status_code == 200
        assert f'data-laporan="{dua}"' in jawab.text
        assert re.search(rf'id="p-{satu}" hx-swap-oob="true" class="tanda baik">Ya<', jawab.text)
        jawab = camat.kirim(
            "/verifikasi/putusan", {"laporan": dua, "putusan": "tidak", "catatan": "Fotonya kabur", "berikut": satu}
        )
        assert jawab.status_code == 303
        assert f"laporan={satu}" in jawab.headers["location"]
        bersih = _bersih(camat.get("/verifikasi").text)
        assert len(bersih) == 3
        jawab = camat.kirim("/verifikasi/bersih", {"bersih": bersih})
        assert jawab.status_code == 303
        pc.sync()
        assert _putusan(pc, satu, dua, *bersih) == ["ya", "tidak", "ya", "ya", "ya"]
        entri = history.of_row(pc.store.reader(), satu)
        assert entri[0].by == camat.siapa.nama
        assert entri[0].after["camat"] == "ya"

        urung = re.search(r"urung=(\S+)", jawab.headers["location"])
        assert urung is not None
        assert camat.kirim("/verifikasi/urung", {"tumpukan": unquote(urung[1])}).status_code == 303
        pc.sync()
        assert _putusan(pc, satu, dua, *bersih) == ["ya", "tidak", "", "", ""]


def _putusan(pc: Office, *ids: str) -> list[str]:
    """What the camat said of these reports, as a PC knows it."""
    semua = {b.laporan_id: b.camat for b in queries.daftar(pc.store.reader(), Saring(ids=ids))}
    return [semua[id] for id in ids]


def test_urung_satu_demi_satu(pusat: Pusat) -> None:
    """Z takes back one decision after the other, the last first; nobody else's."""
    camat = pusat.masuk("camat")
    ids = _urutan(camat.get("/verifikasi").text)[:3]
    tumpukan = ""
    for id in ids:
        isi = {"laporan": id, "putusan": "ya", "berikut": "", "tumpukan": tumpukan}
        jawab = camat.kirim("/verifikasi/putusan", isi, htmx=True)
        assert "Selesai" in jawab.text
        tumpukan = _tumpukan(jawab.text)
    assert len(tumpukan.split()) == 3
    for id in reversed(ids):
        jawab = camat.kirim("/verifikasi/urung", {"tumpukan": tumpukan}, htmx=True)
        assert f'data-laporan="{id}"' in jawab.text
        assert _satu(pusat, id).camat == ""
        tumpukan = _tumpukan(jawab.text)
    assert tumpukan == ""
    assert camat.kirim("/verifikasi/urung", {"tumpukan": ""}).status_code == 422

    store = _store(pusat)
    pusat.offices.of(KEC_A).tulis("Orang lain", lambda s: ops.verifikasi(s, ids[:1], "ya"))
    ditolak = camat.kirim("/verifikasi/urung", {"tumpukan": ids[0]}, htmx=True)
    assert ditolak.status_code == 422
    assert "bukan keputusan Anda" in ditolak.text
    assert store.reader().execute("SELECT camat FROM laporan_kegiatan WHERE id = ?", (ids[0],)).fetchone()[0] == "ya"


def _tumpukan(isi: str) -> str:
    ada = re.search(r'name="tumpukan" id="tumpukan" value="([^"]*)"', isi)
    assert ada is not None
    return ada[1]


def test_yang_ditolak_berkata(pusat: Pusat, tmp_path: Path) -> None:
    """A tidak without a note, a report that is gone or not of this kecamatan, one changed meanwhile, a word unknown."""
    camat = pusat.masuk("camat")
    isi = camat.get("/verifikasi").text
    satu, bersih = _urutan(isi)[0], _bersih(isi)
    tanpa = camat.kirim("/verifikasi/putusan", {"laporan": satu, "putusan": "tidak"}, htmx=True)
    assert tanpa.status_code == 422
    assert "Tulis alasannya" in tanpa.text
    assert camat.kirim("/verifikasi/putusan", {"laporan": satu, "putusan": "entah"}).status_code == 422
    assert camat.kirim("/verifikasi/putusan", {"laporan": "tiada", "putusan": "ya"}).status_code == 422
    assert camat.get("/verifikasi/kartu/tiada").status_code == 404
    asing = _urutan(pusat.masuk("camat", KEC_B).get("/verifikasi").text)[0]
    assert camat.get(f"/verifikasi/kartu/{asing}").status_code == 404
    assert camat.kirim("/verifikasi/putusan", {"laporan": asing, "putusan": "ya"}).status_code == 422
    assert _satu(pusat, satu).camat == ""

    with closing(panggung.pc(tmp_path / "pc", pusat, KEL_A)) as pc:
        pc.sync()
        milik = [id for id in _urutan(isi) if queries.satu(pc.store.reader(), id)]
        ops.hapus(pc.store, milik[:1])
        ops.ubah(pc.store, milik[1], {"uraian": "Isinya lain sesudah diverifikasi lurah"})
        pc.sync()
    hilang = camat.kirim("/verifikasi/putusan", {"laporan": milik[0], "putusan": "ya"}, htmx=True)
    assert "sudah tidak ada" in hilang.text
    berubah = camat.kirim("/verifikasi/putusan", {"laporan": milik[1], "putusan": "ya"}, htmx=True)
    assert berubah.status_code == 422
    assert "Belum diverifikasi lurah" in berubah.text
    lewat = camat.kirim("/verifikasi/bersih", {"bersih": [*bersih, milik[0], milik[1]]})
    assert lewat.status_code == (303 if bersih else 422)


def test_ditahan_kota(pusat: Pusat, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the city holds back is told with the city's own sentence."""
    from sipokat_desktop.kernel.errors import InputSalah
    from sync.web.kantor import Hosted

    camat = pusat.masuk("camat")
    satu = _urutan(camat.get("/verifikasi").text)[0]

    def ditahan(_hosted: Hosted, _before: int) -> None:
        raise InputSalah("", "Kota menahan perubahan ini sampai diperiksa.")

    monkeypatch.setattr(Hosted, "_check", ditahan)
    jawab = camat.kirim("/verifikasi/putusan", {"laporan": satu, "putusan": "ya"}, htmx=True)
    assert jawab.status_code == 422
    assert "Kota menahan perubahan ini" in jawab.text


def test_foto_hanya_milik_kantor_ini(pusat: Pusat, tmp_path: Path) -> None:
    """A photo is given to the office whose row names it and whose own kelurahan sent it, and kept privately."""
    contoh_camat.lengkapi(pusat, tmp_path / "pc", banyak=3)
    kunci = [str(r[0]) for r in _store(pusat).reader().execute("SELECT DISTINCT kunci FROM laporan_foto ORDER BY 1")]
    camat, lain = pusat.masuk("camat"), pusat.masuk("camat", KEC_B)
    besar = camat.get(f"/laporan/foto/{kunci[0]}")
    assert besar.headers["content-type"] == "image/jpeg"
    assert "private" in besar.headers["cache-control"]
    kecil = camat.get(f"/laporan/foto/{kunci[0]}?kecil=ya")
    assert kecil.content.startswith(b"\xff\xd8\xff")
    assert lain.get(f"/laporan/foto/{kunci[0]}").status_code == 404
    assert pusat.tamu().get(f"/laporan/foto/{kunci[0]}").status_code == 303
    for salah in ("a" * 64, "..%2F..%2Fkota.db", "A" * 64):
        assert camat.get(f"/laporan/foto/{salah}").status_code == 404

    with closing(panggung.pc(tmp_path / "b", pusat, KEL_B)) as pc:
        pc.sync()
        id = str(pc.store.reader().execute("SELECT id FROM laporan_kegiatan").fetchone()[0])
        foto: Fields = {"laporan_id": id, "kunci": kunci[0], "ukuran": 9}
        pc.store.write("uji", lambda tx: tx.insert("laporan_foto", foto, scope=KEL_B))
        pc.sync()
    assert lain.get(f"/laporan/foto/{kunci[0]}").status_code == 404


def test_tanpa_javascript(pusat: Pusat) -> None:
    """Plain forms do it all: the page has the card, its forms say where to go on, and the message is shown once."""
    camat = pusat.masuk("camat")
    isi = camat.get("/verifikasi").text
    satu, dua, *_ = _urutan(isi)
    assert f'name="laporan" value="{satu}"' in isi
    assert f'name="berikut" value="{dua}"' in isi
    jawab = camat.kirim("/verifikasi/putusan", {"laporan": satu, "putusan": "ya", "berikut": dua})
    sesudah = camat.get(jawab.headers["location"])
    assert ": ya." in sesudah.text
    assert satu not in _urutan(sesudah.text)
    assert ": ya." not in camat.get(jawab.headers["location"]).text


def test_setiap_yang_mirip_dapat_dilihat(pusat: Pusat, tmp_path: Path) -> None:
    """Three more with the same photo are one finding; L shows one after the other, and comes round."""
    with closing(panggung.pc(tmp_path / "pc", pusat, KEL_A)) as pc:
        pc.sync()
        hari = tanggal.wib(now_ms()).date()
        (post, *_) = [b.jabatan_id for b in roster.roster(pc.store.reader(), lingkup=KEL_A, hari=hari)]
        foto = [ops.siapkan_foto(pc.store, gambar.foto(9000, sisi=320))]
        ids = list[str]()
        for ke, uraian in enumerate(("Ronda malam", "Posyandu balita", "Kerja bakti siring", "Rapat warga")):
            isian = {
                "tanggal": tanggal.pendek(hari - timedelta(days=3 + 9 * ke)), "bidang": "2", "jenis": "lain",
                "uraian": uraian, "lokasi": "", "peserta": "9", "kategori": "biasa",
            }  # fmt: skip
            ids += ops.catat(pc.store, KEL_A, [post], isian, foto=foto).value.ids
        ops.verifikasi(pc.store, ids, "ya")
        pc.sync(all_photos=True)
    camat = pusat.masuk("camat")
    terlihat = []
    for ke in range(4):
        isi = camat.get(f"/verifikasi/kartu/{ids[0]}?ke={ke}").text
        assert f"{ke % 3 + 1} dari 3" in isi
        assert 'data-kunci="l"' in isi
        terlihat.append(next(kata for kata in ("Posyandu balita", "Kerja bakti siring", "Rapat warga") if kata in isi))
    assert len(set(terlihat[:3])) == 3
    assert terlihat[3] == terlihat[0]


def test_kosong_berkata(pusat: Pusat) -> None:
    """When all is done the page says so, and what comes next."""
    camat = pusat.masuk("camat")
    semua = [s.laporan.laporan_id for s in _menunggu(pusat)]
    pusat.offices.of(KEC_A).tulis("Camat", lambda s: ops.verifikasi(s, semua, "ya"))
    isi = camat.get("/verifikasi").text
    assert "Tidak ada yang menunggu" in isi
    assert "sesudah lurah mencatat ya" in isi
