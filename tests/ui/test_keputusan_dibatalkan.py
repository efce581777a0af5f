"""Perlu keputusan: double payments that two PCs took back at once, and a sheet that stood open too long."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sipokat_desktop.app import Office
from sipokat_desktop.storage import answers_text, core, deciding
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.manifest import DoubleWords
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import Contoh
from tests.ui.layar import CTRL, ENTER, cari, ketik, lembar, pesan, tekan, tunggu
from tests.ui.test_keputusan import hal, ke, kirim, masuk, terbaca
from ui.kit.table import DataTable
from ui.shell.decide import text

LEDGER = "insentif_mutasi"
SALAH = {"alasan": "Uang keluar sekali"}
DUA, BEDA = answers_text.JENIS[core.BATAL_DUA], answers_text.JENIS[core.BATAL_BEDA]


def ganda(office: Office) -> list[Decision]:
    """The double payments, by slot."""
    return sorted((d for d in office.status().decisions if d.jenis == core.GANDA), key=lambda d: d.judul)


@pytest.fixture
def dibatalkan(contoh: Contoh) -> Contoh:
    """The first double payment was taken back crosswise, one entry of the second in two ways."""
    with closing(Office(contoh.pc1)) as pc1, closing(Office(contoh.pc2)) as pc2:
        pc1.sync()
        pc2.sync()
        silang, dua, _ = ganda(pc1)
        bulan = next(way for way in pc1.store.tables[LEDGER].ledger.ways() if way.key == "diperhitungkan")  # type: ignore[union-attr]
        assert bulan.asks[0].choices is not None
        pc1.store.user, pc2.store.user = "Rohana", "Hasan"
        (pilih, _), *_ = bulan.asks[0].choices(pc1.store.reader(), dua.baris[0])
        deciding.take_back(pc1.store, LEDGER, silang.baris[0], "salah catat", SALAH)
        deciding.take_back(pc2.store, LEDGER, silang.baris[1], "salah catat", SALAH)
        deciding.take_back(pc1.store, LEDGER, dua.baris[0], "diperhitungkan", {"bulan": pilih})
        deciding.take_back(pc2.store, LEDGER, dua.baris[0], "salah catat", SALAH)
        for pc in (pc1, pc2, pc1, pc2):
            pc.sync()
    return contoh


def hilang(t: DataTable, jenis: str) -> None:
    """Wait until nothing of a kind is listed."""
    tunggu(lambda: jenis not in hal(t), f"{jenis} diputuskan")


def kosong(folder: Path) -> set[str]:
    """What waits on the other PC after a sync."""
    with closing(Office(folder)) as lain:
        lain.sync()
        return {d.jenis for d in lain.status().decisions}


@pytest.mark.parametrize(("angka", "kata"), [("1", answers_text.CATAT_LAGI), ("3", DoubleWords().not_done)])
def test_all_taken_back_is_asked(dibatalkan: Contoh, buka: Buka, angka: str, kata: str) -> None:
    w = buka(dibatalkan.pc1)
    t = masuk(w, "Rohana")
    ke(t, hal(t).index(DUA))
    assert "Kedua catatan dibatalkan di dua komputer" in terbaca(w, "Kedua catatan")
    assert text.PILIH_ANGKA in terbaca(w, "Tekan angka")
    assert cari(w.page, QLabel, lambda s: s.text().startswith("Dibatalkan: "))
    ketik(angka)
    tekan(ENTER)
    pesan(w, kata.lower())
    hilang(t, DUA)
    kirim(w)
    tutup(w)
    assert core.BATAL_DUA not in kosong(dibatalkan.pc2)


@pytest.mark.parametrize("angka", ["1", "2"])
def test_taken_back_in_two_ways_is_asked(dibatalkan: Contoh, buka: Buka, angka: str) -> None:
    w = buka(dibatalkan.pc1)
    t = masuk(w)
    ke(t, hal(t).index(BEDA))
    assert "keterangan berbeda" in terbaca(w, "keterangan berbeda")
    ketik(angka)
    tekan(ENTER)
    pesan(w, (answers_text.TETAP, answers_text.LEPAS)[int(angka) - 1].lower())
    hilang(t, BEDA)
    kirim(w)
    tutup(w)
    assert core.BATAL_BEDA not in kosong(dibatalkan.pc2)


def test_a_sheet_that_stood_open_says_that_it_was_decided(contoh: Contoh, buka: Buka) -> None:
    """PC-2 decides while the sheet is open; Save says so in the sheet and writes nothing."""
    w = buka(contoh.pc1)
    t = masuk(w)
    ke(t, 0)
    ketik("1c")
    sheet = lembar()
    with closing(Office(contoh.pc2)) as pc2:
        pc2.sync()
        for satu in ganda(pc2):
            deciding.take_back(pc2.store, LEDGER, satu.baris[1], "salah catat", SALAH)
        pc2.sync()
    kirim(w)
    ketik("Tercatat di dua komputer")
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert "sudah diputuskan" in cari(sheet, QLabel, lambda s: "sudah diputuskan" in s.text()).text()
