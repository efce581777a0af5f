"""Perlu keputusan: every kind of conflict decided by keys, undone, and told to the other PC."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from sipokat_desktop.app import Office
from sipokat_desktop.storage import answers_text as kata
from sipokat_desktop.storage.oplog import WAITING
from tests.ui import contoh_kantor
from tests.ui.conftest import Buka, tutup
from tests.ui.contoh_kantor import Contoh
from tests.ui.layar import (
    CTRL,
    ENTER,
    ESC,
    TURUN,
    cari,
    dialog,
    form,
    halaman,
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
from ui.kit import text as kit
from ui.kit.form import Form
from ui.kit.table import DataTable
from ui.modules.insentif import text as insentif
from ui.shell.decide import text
from ui.shell.window import MainWindow


def masuk(w: MainWindow, sebagai: str = "") -> DataTable:
    """Log in and open the page; ``sebagai`` sits there instead, who recorded none of it."""
    ketik(contoh_kantor.PIN)
    tekan(ENTER)
    w.host.store.user = sebagai or w.host.store.user
    halaman(w, "keputusan")
    return tabel(w.page)


def hal(t: DataTable) -> list[str]:
    """The kinds in the list."""
    return [sel(t, i, 0) for i in range(t.row_count())]


def ke(t: DataTable, baris: int) -> None:
    """Go to a row with the arrows."""
    t.setFocus()
    tekan(Qt.Key.Key_Home)
    tekan(*[TURUN] * baris)


def terbaca(w: MainWindow, kata: str) -> str:
    """Wait for a label with these words and return all of it."""
    return cari(w.page, QLabel, lambda s: kata in s.text()).text()


def kirim(w: MainWindow) -> None:
    w.sync.run()
    tunggu(lambda: not w.sync.running, "terkirim")


def satu(w: MainWindow, sql: str) -> object:
    return w.host.store.reader().execute(sql).fetchone()[0]


def test_double_payments_have_three_ways_out(contoh: Contoh, buka: Buka) -> None:
    """Each by keys alone: 1 or 2 takes an entry, A, B, C the way; what is missing is said beside its field."""
    w = buka(contoh.pc1)
    t = masuk(w, "Rohana")
    assert hal(t) == ["Pembayaran ganda"] * 3 + ["Isian berbeda", "Ditahan kota"]
    assert sel(t, 0, 1).startswith("RT 03 · ")
    ke(t, 0)
    assert "hanya boleh dibayar sekali" in terbaca(w, "dibayar sekali")
    assert not tombol(w.page, "Uang dikembalikan").isEnabled()
    ketik("1")
    ketik("a")
    sheet = lembar()
    tekan(Qt.Key.Key_S, mod=CTRL)
    assert form(sheet).pesan("alasan") == "Alasan belum diisi."
    ketik("Tunai kepada bendahara")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tertutup(sheet)
    pesan(w, "Uang dikembalikan dicatat")
    tunggu(lambda: len(hal(t)) == 4, "satu selesai")
    for sisa, tombol_, ketikan in ((3, "2b", ""), (2, "2c", "Tercatat di dua komputer")):
        ke(t, 0)
        ketik(tombol_)
        sheet = lembar()
        ketik(ketikan)
        tekan(*[] if ketikan else [TURUN])
        tekan(Qt.Key.Key_S, mod=CTRL)
        tertutup(sheet)
        tunggu(lambda sisa=sisa: len(hal(t)) == sisa, "satu lagi selesai")  # type: ignore[misc]
    kinds = "SELECT group_concat(jenis) FROM (SELECT jenis FROM insentif_mutasi WHERE membalik <> '' ORDER BY jenis)"
    assert satu(w, kinds) == "dikembalikan,diperhitungkan,salah catat"
    kirim(w)
    tutup(w)
    with closing(Office(contoh.pc2)) as lain:
        lain.sync()
        assert "pembayaran ganda" not in {d.jenis for d in lain.status().decisions}


def test_the_list_of_payments_points_to_it(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc1)
    masuk(w)
    w.show_page("insentif", contoh.terkunci)
    t = tabel(w.page)
    assert sel(t, 2, 8) == insentif.TERCATAT_LEBIH
    tekan(TURUN, TURUN)
    tombol(w.page, insentif.BUKA_KEPUTUSAN).click()
    assert "Pembayaran ganda" in hal(tabel(w.page))


def test_a_differing_edit_is_decided_by_keys_and_undone(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc1)
    t = masuk(w)
    ke(t, 3)
    assert terbaca(w, "No. rekening · RT 05")
    assert "PC-1 · Siti Aminah" in terbaca(w, "Siti Aminah · ")
    assert "PC-2 · Rudi Hartono" in terbaca(w, "Rudi Hartono · ")
    assert terbaca(w, kata.DIPAKAI)
    assert {terbaca(w, "1902115884"), terbaca(w, "1902115848")} == {"1902115884", "1902115848"}
    assert terbaca(w, "menjadi").endswith("mengubah No. rekening menjadi ••••••5884")
    simpan = tombol(w.page, text.SIMPAN)
    assert not simpan.isEnabled()
    tekan(ENTER)
    assert "Isian berbeda" in hal(t)
    ketik("2")
    tunggu(simpan.isEnabled, "pilihan diambil")
    tekan(ESC)
    assert not simpan.isEnabled()
    ketik("2")
    tekan(ENTER)
    tunggu(lambda: "Isian berbeda" not in hal(t), "diputuskan")
    pesan(w, "Keputusan disimpan: 1902115848")
    rekening = "SELECT rekening FROM rt_orang WHERE rekening LIKE '19021158%'"
    assert satu(w, rekening) == "1902115848"
    w.messages.tutup()
    tombol(w, "Sudah diselesaikan").click()
    assert w.page.place() == "selesai"
    tekan(ESC)
    assert w.page.place() == ""
    tekan(Qt.Key.Key_Z, mod=CTRL)
    tunggu(lambda: satu(w, rekening) == "1902115884", "diurungkan")
    kirim(w)
    tutup(w)
    with closing(Office(contoh.pc2)) as lain:
        lain.sync()
        assert "isian berbeda" not in {d.jenis for d in lain.status().decisions}


def test_a_soft_one_is_told_and_may_be_turned_round(contoh: Contoh, buka: Buka) -> None:
    """The later was taken by the rule; 'Sudah diselesaikan sendiri' keeps the other for thirty days."""
    with closing(Office(contoh.pc1)) as pc1, closing(Office(contoh.pc2)) as pc2:
        contoh_kantor.ubah(pc1, "02", hp="081111111111")
        contoh_kantor.ubah(pc2, "02", hp="082222222222")
        for pc in (pc1, pc2, pc1):
            pc.sync()
    w = buka(contoh.pc1)
    assert "Isian diganti" not in hal(masuk(w))
    tombol(w, "Sudah diselesaikan").click()
    t = tabel(w.page)
    assert (sel(t, 0, 0)[:12], sel(t, 0, 1)) == ("No. HP · RT ", "082222222222")
    ke(t, 0)
    assert "yang terakhir diisi dipakai" in terbaca(w, "terakhir diisi")
    ketik("2")
    tekan(ENTER)
    tunggu(lambda: sel(t, 0, 1) == "081111111111", "isian yang lain dipakai")
    kirim(w)
    tunggu(lambda: not satu(w, f"SELECT count(*) FROM sync_op WHERE state IN {WAITING}"), "sampai")
    tutup(w)
    with closing(Office(contoh.pc2)) as lain:
        lain.sync()
        assert contoh_kantor.baris(lain, "02").hp == "081111111111"


def test_a_differing_edit_leads_to_its_field(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc1)
    ke(masuk(w), 3)
    ketik("a")
    sheet = dialog()
    assert cari(sheet, Form).field("rekening").hasFocus()
    sheet.reject()
    tertutup(sheet)
    t = tabel(w.page)
    assert sel(t, t.currentIndex().row(), 0) == "RT 05"


def test_a_held_change_leads_to_its_list_and_is_withdrawn(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc2)
    t = masuk(w)
    assert hal(t)[-1] == "Ditahan kota"
    ke(t, len(hal(t)) - 1)
    assert "sudah dikunci" in terbaca(w, "sudah dikunci")
    assert "Bruto: Rp" in terbaca(w, "Bruto")
    tombol(w.page, "Buka di Insentif").click()
    assert tombol(w.page, kit.KEMBALI).isVisible()
    halaman(w, "keputusan")
    t = tabel(w.page)
    ke(t, len(hal(t)) - 1)
    ketik("1")
    tekan(ENTER)
    tunggu(lambda: "Ditahan kota" not in hal(t), "ditarik")
    kirim(w)
    tunggu(lambda: not w._office.status().stuck, "tidak tertahan lagi")


@pytest.mark.parametrize(("angka", "tetap"), [("1", True), ("2", False)])
def test_a_delete_of_what_was_edited_is_decided(contoh: Contoh, buka: Buka, angka: str, tetap: bool) -> None:
    with closing(Office(contoh.pc1)) as pc1, closing(Office(contoh.pc2)) as pc2:
        for pc in (pc1, pc2):
            pc.sync()
        orang = contoh_kantor.baris(pc1, "02").orang_id or ""
        pc1.store.user, pc2.store.user = "Siti Aminah", "Rudi Hartono"
        contoh_kantor.ubah(pc2, "02", hp="082222222222")
        pc1.store.write("hapus", lambda tx: tx.delete("rt_orang", orang))
        for pc in (pc2, pc1, pc2):
            pc.sync()
    w = buka(contoh.pc2)
    t = masuk(w)
    baris = hal(t).index("Hapus atau tidak")
    ke(t, baris)
    assert "Siti Aminah" in terbaca(w, "Dihapus:")
    assert "No. HP: 082222222222" in terbaca(w, "Diubah:")
    ketik(angka)
    tekan(ENTER)
    tunggu(lambda: "Hapus atau tidak" not in hal(t), "diputuskan")
    kirim(w)
    tunggu(lambda: not satu(w, f"SELECT count(*) FROM sync_op WHERE state IN {WAITING}"), "sampai")
    tutup(w)
    with closing(Office(contoh.pc1)) as pc1:
        pc1.sync()
        assert bool(pc1.store.reader().execute("SELECT 1 FROM rt_orang WHERE id = ?", (orang,)).fetchone()) is tetap
        assert "hapus tertahan" not in {d.jenis for d in pc1.status().decisions}


def test_what_the_city_changed_is_readable(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc1)
    masuk(w)
    tombol(w, "Apa yang diubah").click()
    t = tabel(w.page)
    assert "Rudi Hartono · PC-2" in {sel(t, i, 2) for i in range(t.row_count())}
    tekan(TURUN)
    assert terbaca(w, "Jumlah: Rp550.000")
    assert not [b.text() for b in w.page.findChildren(QPushButton) if b.isVisible() and "-" in b.text()]
    tekan(ESC)
    assert "Pembayaran ganda" in hal(tabel(w.page))


def test_nothing_to_decide(kantor: MainWindow) -> None:
    halaman(kantor, "keputusan")
    assert cari(kantor.page, QLabel, lambda s: s.text() == text.KOSONG)
    tombol(kantor, "Sudah diselesaikan").click()
    assert cari(kantor.page, QLabel, lambda s: s.text() == text.KOSONG_SELESAI)


def test_who_recorded_a_payment_is_told_that_another_decides(contoh: Contoh, buka: Buka) -> None:
    w = buka(contoh.pc1)
    t = masuk(w)
    ke(t, 0)
    assert terbaca(w, "orang lain") == kata.GANDA_HARUS_TANPA
    ketik("1")
    ketik("c")
    sheet = lembar()
    ketik("Tercatat di dua komputer")
    tekan(Qt.Key.Key_S, mod=CTRL)
    tunggu(lambda: "dicatat oleh Siti Aminah" in sheet.pesan.teks(), "sebabnya di lembar")
    tekan(ESC)
