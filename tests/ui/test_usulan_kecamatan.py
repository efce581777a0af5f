"""Usulan and Vaksinasi of offices above: the lists of all kelurahan, a status added by the camat, the rest read."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.usulan import ops as usulan
from sipokat_desktop.modules.usulan import queries, sekilas
from sipokat_desktop.modules.vaksinasi import ops as vaksinasi
from sipokat_desktop.modules.vaksinasi.queries import cakupan
from sipokat_desktop.modules.vaksinasi.sekilas import sekilas as sekilas_vaksinasi
from sipokat_desktop.storage import users
from tests.kota import CityThread
from tests.ui.conftest import Buka
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    cari,
    form,
    isian,
    ketik,
    lembar,
    pesan,
    sel,
    tabel,
    tekan,
    tertutup,
    tunggu,
)
from tests.unit.kantor import isian as isian_rt
from ui.kit.buttons import PrimaryButton
from ui.kit.choice import ChoiceField
from ui.modules.usulan import text
from ui.modules.vaksinasi import text as kata_vaksinasi
from ui.shell.window import MainWindow

KECAMATAN = "kec:16.73.01"
SATU, DUA = wilayah.kelurahan_dari(KECAMATAN)[:2]


def siapkan(folder: Path, kota: CityThread) -> Path:
    """Build a kecamatan's office; two of its kelurahan sent a head, two proposals and figures each."""
    for nomor, kode in enumerate((SATU, DUA), 1):
        with closing(Office(folder / kode)) as lurah:
            lurah.enrol(server=kota.url, code=kota.invite(kode), name="Lurah")
            rt.tambah(lurah.store, kode, isian_rt(nomor, nama=f"Ketua {wilayah.nama(kode)}"))
            jabatan_id = str(lurah.store.reader().execute("SELECT id FROM rt_jabatan").fetchone()[0])
            for judul, biaya in (("Siring", f"{nomor}0.000.000"), ("Lampu jalan", "")):
                usulan.buat(
                    lurah.store, kode,
                    {"kategori": "drainase", "judul": f"{judul} {wilayah.nama(kode)}", "biaya": biaya, "tahun": "2027",
                     "jabatan_id": jabatan_id},
                )  # fmt: skip
            hari = tanggal.pendek(tanggal.wib(lurah.store.clock()).date())
            angka = {"sasaran": "100", "dosis1": f"{nomor * 40}", "dosis2": "10"}
            vaksinasi.catat(lurah.store, kode, jabatan_id, "COVID-19", hari, angka)
            lurah.sync()
    with closing(Office(folder / "camat")) as office:
        office.enrol(server=kota.url, code=kota.invite(KECAMATAN), name="Camat")
        users.add(office.store, name="Camat")
        office.sync()
    return folder / "camat"


@pytest.fixture
def w(tmp_path: Path, kota: CityThread, buka: Buka) -> MainWindow:
    siapkan(tmp_path, kota)
    window = buka("camat")
    window.show_page("usulan")
    tunggu(lambda: tabel(window.page).row_count() == 4, "usulan dua kelurahan")
    return window


def kata(induk: QWidget) -> str:
    return "\n".join(label.text() for label in induk.findChildren(QLabel) if label.isVisible())


def kelurahan(w: MainWindow) -> set[str]:
    t = tabel(w.page)
    return {sel(t, i, 1) for i in range(t.row_count())}


def test_the_camat_reads_every_list_and_adds_a_status(w: MainWindow) -> None:
    assert kelurahan(w) == {wilayah.nama(SATU), wilayah.nama(DUA)}
    assert "4 usulan · perkiraan biaya Rp30.000.000 (2 belum ada biayanya)" in kata(w.page)
    assert not [b for b in w.page.findChildren(QPushButton) if b.text() == text.TAMBAH], "mencatat di kelurahan"
    t = tabel(w.page)
    t.setFocus()
    tekan(Qt.Key.Key_Home)
    boleh = text.BOLEH_STATUS.format(kantor=wilayah.nama_kantor(SATU))
    tunggu(lambda: boleh in kata(w.page), "yang boleh disebut di panel")
    assert text.PETUNJUK_STATUS in kata(w.page)
    utama = [b.text() for b in w.page.findChildren(PrimaryButton) if b.isVisible() and b.menonjol]
    assert utama == [text.STATUS], "satu yang utama"
    tekan(ENTER)
    pesan(w, "dicatat oleh kelurahan")
    tekan(Qt.Key.Key_S, mod=ALT)
    sheet = lembar()
    isian("status", sheet)
    ketik("Musrenbang kec")
    assert form(sheet).nilai()["status"] == "kecamatan"
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Musrenbang kecamatan")
    tunggu(lambda: not w.jobs.sedang, "dimuat")
    semua = queries.daftar(w.host.store.reader(), lingkup=w.host.wilayah, tahun=2027)
    assert sorted(u.status for u in semua) == ["draf", "draf", "draf", "kecamatan"]
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(
        lambda: {u.status for u in queries.daftar(w.host.store.reader(), lingkup=w.host.wilayah)} == {"draf"}, "urung"
    )


def test_the_order_is_the_kelurahans(w: MainWindow) -> None:
    tabel(w.page).setFocus()
    tekan(Qt.Key.Key_Home)
    tekan(Qt.Key.Key_Down, mod=ALT)
    pesan(w, "dicatat oleh kelurahan")


def test_one_kelurahan_is_looked_at_alone(w: MainWindow) -> None:
    pilihan = cari(w.page, ChoiceField, lambda c: c.accessibleName() == text.KELURAHAN)
    pilihan.setFocus()
    ketik(wilayah.nama(DUA))
    assert kelurahan(w) == {wilayah.nama(DUA)}
    assert "2 dari 4 usulan · perkiraan biaya Rp20.000.000" in kata(w.page)


def test_coverage_is_shown_by_kelurahan_and_opens_to_its_rt(w: MainWindow) -> None:
    w.show_page("vaksinasi")
    tunggu(lambda: not w.jobs.sedang, "dimuat")
    assert "120 dari 200 orang" in kata(w.page)
    t = tabel(w.page)
    nama = [sel(t, i, 0) for i in range(t.row_count())]
    t.setFocus()
    tekan(Qt.Key.Key_Home, *[Qt.Key.Key_Down] * nama.index(wilayah.nama(DUA)))
    tekan(ENTER)
    tunggu(lambda: not w.jobs.sedang and sel(tabel(w.page), 0, 0) == "RT 02", "RT kelurahan itu")
    assert "80 dari 100 orang" in kata(w.page)
    assert tabel(w.page).hasFocus()
    assert not [b for b in w.page.findChildren(QPushButton) if b.text() == kata_vaksinasi.ISI and b.isVisible()]
    tekan(ENTER)
    sheet = lembar()
    assert "dicatat oleh kelurahan" in kata(sheet)
    assert tabel(sheet).row_count() == 1
    sheet.reject()
    tertutup(sheet)
    tabel(w.page).setFocus()
    tekan(ESC)
    tunggu(lambda: "120 dari 200 orang" in kata(w.page), "semua kelurahan lagi")


def test_what_is_counted_at_a_glance_is_what_the_pages_count(w: MainWindow) -> None:
    con, lingkup, hari = w.host.store.reader(), w.host.wilayah, w.host.today.isoformat()
    semua = queries.daftar(con, lingkup=lingkup, tahun=2027)
    satu, dua = (u for u in semua if u.lingkup == SATU)
    assert sekilas.sekilas(con, lingkup=lingkup, tahun=2027) == (4, 4)
    usulan.set_status(w.host.store, [satu.usulan_id], {"status": "ditolak", "alasan": "Sudah ada"})
    usulan.set_status(w.host.store, [dua.usulan_id], {"status": "lurah"})
    con = w.host.store.reader()
    semua = queries.daftar(con, lingkup=lingkup, tahun=2027)
    assert sekilas.sekilas(con, lingkup=lingkup, tahun=2027) == (len(semua), sum(u.terbuka for u in semua)) == (4, 3)
    assert {n.usulan_id for n in sekilas.nama(con, lingkup=lingkup, tahun=[2027])} == {u.usulan_id for u in semua}
    c = cakupan(con, kantor=w.host.kantor, program="COVID-19", hari=hari)
    kilat = sekilas_vaksinasi(con, lingkup=lingkup, program="covid 19", hari=hari)
    assert (kilat.sasaran, kilat.dosis1, kilat.dosis2, kilat.terbaru) == (c.sasaran, c.dosis1, c.dosis2, c.terbaru)
