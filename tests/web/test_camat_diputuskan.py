"""Decisions of the camat after the page was left: seen, counted, taken back through any process; a page at a time."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sipokat_desktop.modules.laporan import periksa
from sync.web.kantor import Offices
from sync.web.modules.laporan import baca
from tests.web import contoh_camat
from tests.web import test_camat_verifikasi as verifikasi
from tests.web.panggung import KEC_A, Pusat


def test_urung_lewat_proses_mana_pun(pusat: Pusat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one process of the server recorded, another one with a folder of its own takes back, one and many."""
    contoh_camat.lengkapi(pusat, tmp_path / "pc", banyak=4)
    camat = pusat.masuk("camat")
    isi = camat.get("/verifikasi").text
    id, bersih = (
        verifikasi._urutan(isi)[0],
        [satu for satu in verifikasi._bersih(isi) if satu != verifikasi._urutan(isi)[0]],
    )
    assert bersih
    camat.kirim("/verifikasi/bersih", {"bersih": bersih})
    camat.kirim("/verifikasi/putusan", {"laporan": id, "putusan": "ya", "berikut": "", "tumpukan": ""}, htmx=True)
    with closing(Offices(pusat.db, pusat.folder / "proses-lain")) as lain:
        assert lain.of(KEC_A).siap(60)
        monkeypatch.setattr(pusat.offices, "of", lain.of)
        tumpukan = f"{','.join(bersih)} {id}"
        jawab = camat.kirim("/verifikasi/urung", {"tumpukan": tumpukan}, htmx=True)
        assert f'data-laporan="{id}"' in jawab.text
        assert camat.kirim("/verifikasi/urung", {"tumpukan": verifikasi._tumpukan(jawab.text)}).status_code == 303
        assert {verifikasi._satu(pusat, satu).camat for satu in (id, *bersih)} == {""}


def test_sudah_diputuskan_ditarik_kembali(pusat: Pusat) -> None:
    """Decisions are seen after the page was left, with who and the note, counted from the data, and taken back."""
    camat, staf = pusat.masuk("camat"), pusat.masuk("staf")
    assert camat.siapa is not None
    satu, dua, *_ = verifikasi._urutan(camat.get("/verifikasi").text)
    camat.kirim("/verifikasi/putusan", {"laporan": satu, "putusan": "ya"})
    camat.kirim("/verifikasi/putusan", {"laporan": dua, "putusan": "tidak", "catatan": "Fotonya kabur"})
    assert 'id="sudah-hari-ini">2<' in camat.get("/verifikasi").text
    isi = camat.get("/verifikasi/diputuskan").text
    assert sorted(re.findall(r'id="d-([^"]+)"', isi)) == sorted((satu, dua))
    assert "Fotonya kabur" in isi
    assert isi.count(f'data-judul="Oleh">{camat.siapa.nama}<') == 2
    assert re.findall(r'id="d-([^"]+)"', camat.get("/verifikasi/diputuskan?kurun=bulan&kata=tidak").text) == [dua]
    assert "Tarik kembali" not in staf.get("/verifikasi/diputuskan").text
    assert staf.kirim("/verifikasi/tarik", {"laporan": dua}).status_code == 403
    assert camat.kirim("/verifikasi/tarik", {"laporan": dua}).status_code == 303
    assert verifikasi._satu(pusat, dua).camat == ""
    assert dua in verifikasi._urutan(camat.get("/verifikasi").text)
    assert 'id="sudah-hari-ini">1<' in camat.get("/verifikasi").text
    assert camat.kirim("/verifikasi/tarik", {"laporan": dua}).status_code == 422


def test_selembar_dibaca_sekali(pusat: Pusat, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page holds so many of what waits, both kinds, all pages everything once; one comparison serves until a
    decision."""
    contoh_camat.lengkapi(pusat, tmp_path / "pc", banyak=10)
    monkeypatch.setattr(baca, "SELEMBAR", 8)
    n = {"kali": 0}
    asli = periksa.periksa

    def hitung(*isi: Any, **lain: Any) -> list[periksa.Diperiksa]:
        n["kali"] += 1
        return asli(*isi, **lain)

    semua = [satu.laporan.laporan_id for satu in verifikasi._menunggu(pusat)]
    monkeypatch.setattr(periksa, "periksa", hitung)
    camat = pusat.masuk("camat")
    lembar = [camat.get(f"/verifikasi?hal={ke}").text for ke in range(1, -(-len(semua) // 8) + 1)]
    assert n["kali"] == 1
    assert 0 < len(verifikasi._bersih(lembar[0])) < len(verifikasi._urutan(lembar[0])) == 8
    assert sorted(id for isi in lembar for id in verifikasi._urutan(isi)) == sorted(semua)
    putus = verifikasi._urutan(lembar[0])[0]
    camat.kirim("/verifikasi/putusan", {"laporan": putus, "putusan": "ya"})
    assert putus not in verifikasi._urutan(camat.get("/verifikasi").text)
