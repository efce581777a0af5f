"""The page Bimtek by keys: marks by menu and by letter, proxies, the rest, the paper list, undo, what is amiss."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.modules.bimtek import lembar_ops
from tests.ui import contoh_bimtek as contoh
from tests.ui import layar
from tests.ui.conftest import Buka
from tests.ui.layar import CTRL, ENTER, TURUN, ganti, ketik, pesan, tekan
from tests.unit.bimtek_contoh import Contoh
from ui.kit.chips import Chip
from ui.modules.bimtek import langkah, text, text_catat
from ui.modules.bimtek.detail import Detail
from ui.shell.window import MainWindow

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
Layar = tuple[MainWindow, Contoh]


@pytest.fixture
def kel(tmp_path: Path, buka: Buka) -> Layar:
    """A kelurahan on the morning of its own event, to which all nine heads are invited; the event is open."""
    isi = contoh.kelurahan_sendiri(tmp_path / "k")
    w = buka("k")
    layar.halaman(w, "bimtek")
    contoh.pada(w, pagi=contoh.PAGI_KELURAHAN)
    tekan(ENTER)
    contoh.tenang(w)
    return w, isi


def _detail(w: MainWindow) -> Detail:
    return layar.cari(w.page, Detail)


def _tanda(w: MainWindow, isi: Contoh) -> list[str]:
    return [b.keadaan.tanda for b in contoh.daftar(w, isi)]


def _kode(w: MainWindow, isi: Contoh) -> str:
    """The code in the foot of the printed list."""
    return lembar_ops.kode_daftar(isi.sesi_id, contoh.daftar(w, isi))


def _chip(w: MainWindow, kata: str) -> None:
    layar.cari(w.page, Chip, lambda c: c.text() == kata).click()


def test_cari_lalu_enter_lalu_huruf(kel: Layar) -> None:
    """A number, Enter, H: recorded with the time of now; Ctrl+Z takes it back; the letters of a name never mark."""
    w, isi = kel
    ketik("hasan")
    contoh.tenang(w)
    assert not any(_tanda(w, isi))
    ganti("rt 3")
    tekan(ENTER)
    contoh.pilih_tanda(w, "h")
    pesan(w, "hadir")
    contoh.tenang(w)
    (b,) = [b for b in contoh.daftar(w, isi) if b.keadaan.tanda]
    assert (b.orang.nomor, b.keadaan.tanda, b.keadaan.pukul) == ("03", "hadir", contoh.PAGI_KELURAHAN)
    tekan(K.Key_Z, mod=CTRL)
    layar.tunggu(lambda: not any(_tanda(w, isi)), "tanda diurungkan")


def test_diwakili_menanyakan_nama(kel: Layar) -> None:
    """W asks for the name of the proxy and needs it; it stands in the table."""
    w, isi = kel
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home)
    tekan(ENTER)
    contoh.pilih_tanda(w, "w")
    sheet = layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    assert layar.form(sheet).pesan("wakil")
    ketik("Siti Rahma")
    tekan(ENTER)
    layar.tertutup(sheet)
    contoh.tenang(w)
    b = contoh.daftar(w, isi)[0]
    assert (b.keadaan.tanda, b.keadaan.wakil, b.keadaan.datang) == ("diwakili", "Siti Rahma", True)
    assert any("Siti Rahma" in layar.sel(layar.tabel(w.page), 0, ke) for ke in range(9))


def test_berurutan_satu_huruf_satu_orang(kel: Layar) -> None:
    """F2: H I S A go down row by row, other letters do nothing, a number searches, Enter goes to its row."""
    w, isi = kel
    tekan(K.Key_F2)
    assert _detail(w).tabel.hasFocus()
    ketik("hisaxyz")
    contoh.tenang(w)
    assert _tanda(w, isi)[:5] == ["hadir", "izin", "sakit", "alpa", ""]
    ketik("8")
    contoh.tenang(w)
    tekan(ENTER)
    ketik("h")
    contoh.tenang(w)
    assert contoh.daftar(w, isi)[7].keadaan.tanda == "hadir"
    ketik("9")
    contoh.tenang(w)
    assert _detail(w).cari.text() == "9"
    tekan(K.Key_F2)
    ketik("h")
    contoh.tenang(w)
    assert contoh.daftar(w, isi)[8].keadaan.tanda == ""


def test_banyak_sekaligus_dan_hapus(kel: Layar) -> None:
    """Several rows get one mark as one act; Delete takes it back; with nothing to take back that is said."""
    w, isi = kel
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Home)
    tekan(TURUN, TURUN, mod=SHIFT)
    tekan(ENTER)
    contoh.pilih_tanda(w, "i")
    pesan(w, "3 orang: izin")
    contoh.tenang(w)
    assert _tanda(w, isi)[:4] == ["izin", "izin", "izin", ""]
    layar.tabel(w.page).setFocus()
    tekan(K.Key_Delete)
    pesan(w, "dihapus")
    contoh.tenang(w)
    assert not any(_tanda(w, isi))
    w.messages.tutup()
    tekan(K.Key_Delete)
    pesan(w, text_catat.TIDAK_ADA_TANDA)


def test_sisa_alpa_dan_pintu_yang_terlambat(kel: Layar) -> None:
    """The rest become alpa after a question; a mark of a door that comes later takes precedence."""
    w, isi = kel
    contoh.catat(w, isi, 1, 7)
    contoh.pada(w, contoh.BESOK, pagi=contoh.PAGI_KELURAHAN)
    tekan(K.Key_F9)
    sheet = layar.lembar()
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    contoh.tenang(w)
    assert _tanda(w, isi)[6:] == ["hadir", "alpa", "alpa"]
    contoh.catat(w, isi, 8, 8)
    assert _tanda(w, isi)[7:] == ["hadir", "alpa"]
    assert langkah.utama(w.host, _detail(w)).kata == text.LAPORAN_UTAMA


def test_daftar_hadir_kertas(kel: Layar) -> None:
    """Numbers, or all but some, of the list with its code are recorded as one act; what cannot be read, and the code
    of another list, is said and nothing is recorded."""
    w, isi = kel
    contoh.catat(w, isi, 1, 1)
    w.page.load()
    contoh.tenang(w)
    tekan(K.Key_L, mod=CTRL)
    sheet = layar.lembar()
    assert not sheet.utama.isEnabled()
    ketik("2222")
    tekan(ENTER, ENTER)
    ketik("1-3")
    assert not sheet.utama.isEnabled(), "kode daftar lain"
    layar.isian("kode", sheet)
    ganti(_kode(w, isi).lower())
    layar.isian("nomor", sheet)
    ganti("1-99")
    assert not sheet.utama.isEnabled()
    ganti("1-3, 5")
    assert sheet.utama.isEnabled()
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    contoh.tenang(w)
    assert _tanda(w, isi) == ["hadir"] * 3 + ["", "hadir"] + [""] * 4
    tekan(K.Key_L, mod=CTRL)
    sheet = layar.lembar()
    ketik(_kode(w, isi))
    layar.isian("cara", sheet)
    ketik("semua")
    layar.isian("nomor", sheet)
    ketik("9")
    tekan(K.Key_S, mod=CTRL)
    layar.tertutup(sheet)
    contoh.tenang(w)
    assert _tanda(w, isi) == ["hadir"] * 8 + [""]
    tekan(K.Key_Z, mod=CTRL)
    layar.tunggu(lambda: _tanda(w, isi).count("hadir") == 4, "daftar kertas diurungkan sebagai satu tindakan")
