"""Two doors said different things of one person: it waits in Perlu keputusan and is decided by keys."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.app import Office
from sipokat_desktop.modules.bimtek import hadir_ops, queries, text_hadir
from sipokat_desktop.storage.tx import Tx
from tests.ui import contoh_bimtek
from tests.ui.conftest import Buka
from tests.ui.layar import CTRL, form, halaman, ketik, lembar, sel, tabel, tekan, tertutup, tunggu
from tests.ui.test_keputusan import hal, terbaca
from tests.unit import bimtek_contoh

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _pintu_lain(office: Office, hadir_id: str) -> None:
    """Another door has sent that he is excused."""

    def work(tx: Tx) -> None:
        row = tx.row("bimtek_hadir", hadir_id) | {"tanda": "izin", "pintu": "Pintu Selatan"}
        tx.insert(
            "bimtek_hadir", {k: v for k, v in row.items() if k not in ("id", "lingkup")}, scope=str(row["lingkup"])
        )

    office.store.write("uji", work)


def test_one_key_a_choice_and_it_is_decided(tmp_path: Path, buka: Buka) -> None:
    folder = tmp_path / "kota"
    acara = contoh_bimtek.kantor(folder, "kota")
    with closing(Office(folder)) as office:
        office.store.clock = bimtek_contoh.jam()
        siapa = queries.daftar(office.store.reader(), acara.sesi_id)[0].orang
        satu = hadir_ops.catat(office.store, acara.sesi_id, siapa.jabatan_id, pintu="Pintu Utara").value
        _pintu_lain(office, satu.hadir_id)
    w = buka(folder)
    halaman(w, "keputusan")
    t = tabel(w.page)
    assert (hal(t), sel(t, 0, 1)) == ([text_hadir.BEDA_JENIS], siapa.kata)
    assert f"{siapa.kata} tercatat hadir dan izin di " in terbaca(w, "tercatat hadir dan izin")
    assert f"Izin ({siapa.nama}) pukul 07.30 di Pintu Selatan" in terbaca(w, "Pintu Selatan")
    ketik("a")
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("tanda")
    form(sheet).isi({"tanda": "izin"})
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: hal(t) == [], "diputuskan")
    kini = queries.keadaan(w.host.store.reader(), acara.sesi_id, siapa.jabatan_id)
    assert (kini.tanda, kini.pintu, kini.macam) == ("izin", "Pintu Selatan", ("izin",))
