"""*Ambil dari laporan* by keys: what is ticked, what is asked, one act, and the way from a finding to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import aturan_ops, komponen, ops, queries
from sipokat_desktop.modules.rt import queries as rt
from tests.ui import dua_dompet
from tests.ui.contoh_kantor import KELURAHAN
from tests.ui.layar import (
    ALT,
    CTRL,
    SPASI,
    TURUN,
    cari,
    ketik,
    lembar,
    pesan,
    sel,
    tabel,
    tekan,
    tertutup,
    tombol,
    tunggu,
)
from ui.kit.choice import ChoiceField
from ui.kit.dialog import Sheet
from ui.kit.labels import Notice
from ui.kit.table import DataTable
from ui.modules.insentif.ketetapan.ambil import Ambil
from ui.shell.window import MainWindow

S = Qt.Key.Key_S
JULI = dua_dompet.JULI


def buka() -> Sheet:
    """Come to the sheet from the page by keys."""
    tekan(Qt.Key.Key_J, mod=ALT)
    ketikan = lembar()
    tekan(Qt.Key.Key_L, mod=ALT)
    tunggu(lambda: lembar() is not ketikan, "angka dari laporan")
    return lembar()


def angka(w: MainWindow) -> dict[str, int | None]:
    """The figures of July by RT number."""
    con = w.host.store.reader()
    nomor = {m.masa_id: m.nomor for m in rt.masa(con, lingkup=KELURAHAN)}
    ada = komponen.angka_kinerja(con, lingkup=KELURAHAN, bulan=[JULI])
    return {nomor[masa_id]: a.laporan for (masa_id, _), a in ada.items()}


def isi(t: DataTable) -> list[tuple[str, ...]]:
    """The rows: number, figure now, of the reports, waiting, what to know."""
    return [tuple(sel(t, i, k) for k in (1, 3, 4, 5, 6)) for i in range(t.row_count())]


@pytest.fixture
def w(tahun_2020: MainWindow) -> MainWindow:
    dua_dompet.laporan_juli(tahun_2020.host.store)
    tahun_2020.show_page("insentif", "lain/ketetapan")
    return tahun_2020


def test_figures_are_taken_by_keys_and_taken_back_as_one(w: MainWindow) -> None:
    sheet = buka()
    t = tabel(sheet)
    assert cari(sheet, ChoiceField).nilai() == JULI, "the last month that is over"
    assert isi(t) == [
        ("01", "–", "3", "", ""),
        ("02", "–", "1", "2", "2 laporan belum diverifikasi; angkanya bisa bertambah"),
        ("03", "–", "4", "", ""),
        ("04", "9", "2", "", "angka sekarang diketik di kantor"),
        ("05", "–", "0", "", "tidak ada laporan yang terverifikasi"),
    ]
    assert len(t.marks()) == 3
    tombol(sheet, "Simpan 3 angka")
    tekan(TURUN)
    tekan(SPASI)
    tombol(sheet, "Simpan 4 angka")
    tekan(S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "4 angka kinerja Juli 2020 diambil dari laporan")
    assert angka(w) == {"01": 3, "02": 1, "03": 4, "04": 9, "05": 0}
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: angka(w) == {"04": 9}, "diurungkan sekaligus")
    sheet = buka()
    tekan(Qt.Key.Key_A, mod=ALT)
    assert len(tabel(sheet).marks()) == 5
    tekan(S, mod=CTRL)
    tertutup(sheet)
    assert angka(w)["04"] == 2


@pytest.mark.usefixtures("w")
def test_a_month_without_reports_takes_nothing() -> None:
    sheet = buka()
    cari(sheet, ChoiceField).setFocus()
    ketik("Juni 2020")
    assert cari(sheet, Notice).isVisible()
    assert not tabel(sheet).marks()
    assert {b[2] for b in isi(tabel(sheet))} == {"–"}
    tekan(S, mod=CTRL)
    assert sheet.pesan.teks() == "Belum ada RT yang dipilih."
    sheet.done(0)


def test_a_finding_leads_to_the_figures_of_its_month(w: MainWindow) -> None:
    store = w.host.store
    k = queries.pilih_komponen(store.reader(), lingkup=KELURAHAN, nama=dua_dompet.KECAMATAN)
    aturan = {"pita": "0=50 3=100", "ukuran": "laporan", "mulai": JULI}
    aturan_ops.simpan_aturan(store, KELURAHAN, k.komponen_id, aturan)
    masa = {m.nomor: m.masa_id for m in rt.masa(store.reader(), lingkup=KELURAHAN)}
    satu = [aturan_ops.IsianKinerja(masa["01"], JULI, "2")]
    aturan_ops.catat_kinerja(store, KELURAHAN, satu, sumber="Laporan kegiatan, 1 Agustus 2020")
    nomor = ops.susun(store, KELURAHAN, periode.baca(JULI), dua_dompet.KECAMATAN).value
    w.show_page("insentif", nomor)
    t = tabel(w.page)
    tunggu(lambda: any("lain dari laporan" in sel(t, i, k) for i in range(t.row_count()) for k in range(9)), "temuan")
    t.setFocus()
    tombol(w.page, "Lihat angka dari laporan").click()
    sheet = lembar()
    assert cari(sheet, Ambil).bulan == JULI
    assert isi(tabel(sheet))[0][:3] == ("01", "2", "3")
    assert isinstance(sheet, Sheet)
    tekan(S, mod=CTRL)
    tertutup(sheet)
    assert angka(w)["01"] == 3
