"""A view of the list that was opened from elsewhere: boxes, chips, counts and the line above say the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QLabel

from sipokat_desktop.modules.laporan import ops
from tests.ui import contoh_kegiatan
from tests.ui.conftest import Buka
from tests.ui.halaman_laporan import diam, halaman, panel, semua
from tests.ui.layar import ESC, TURUN, cari, ketik, tabel, tekan
from ui.kit.buttons import Button, PrimaryButton
from ui.kit.chips import Chip
from ui.kit.choice import ChoiceField
from ui.modules.laporan import text
from ui.modules.laporan.page import LaporanPage
from ui.modules.laporan.panel import LaporanPanel


def kotak_bulan(page: LaporanPage) -> ChoiceField:
    return cari(page, ChoiceField, lambda f: f.accessibleName() == text.BULAN)


def cocok(nama: str, chip: Chip, baris: int, kata: str, isi: Mapping[str, str]) -> None:
    """A chip shows as many as it says, and contradicts neither the line nor the view."""
    assert chip.accessibleName() == f"{nama} {baris}"
    assert not nama.startswith("Lurah ") or nama.replace(" ", ": ") in kata, kata
    assert not (nama == "Kinerja" and isi.get("kategori"))


def test_a_view_from_the_evaluation_says_the_same_everywhere(tmp_path: Path, buka: Buka) -> None:
    """Boxes, chips, their counts and the line agree; Esc brings back how the list was narrowed, and where it stood."""
    contoh_kegiatan.siapkan(tmp_path / "kantor", 24)
    page = halaman(w := buka("kantor"))
    t, saring, bulan = tabel(page), page.daftar.saring, kotak_bulan(page)
    cari(page, Chip, lambda c: c.text() == "Kinerja").click()
    bulan.setFocus()
    ketik("Mei")
    t.setFocus()
    ketik("jalan")
    diam(w)
    tekan(TURUN)
    semula = (t.row_count(), t.current_id())
    for isi, chip, hari in (
        ({"lurah": "ya", "dari": "2026-04-01", "sampai": "2026-04-30"}, "Lurah ya", "April 2026"),
        ({"kategori": "biasa", "dari": "2026-04-01", "sampai": "2026-06-30"}, text.SEMUA, "Triwulan II"),
        ({"camat": "belum", "bidang": "2"}, text.SEMUA, text.SEMUA_BULAN),
    ):
        page.daftar.hanya(isi)
        diam(w)
        kata = saring.kata_hanya
        chips = {c.text(): c for c in page.findChildren(Chip) if c.isVisible()}
        assert t.row_count() == len(semua(w, **isi)) > 0
        assert [c.text() for c in chips.values() if c.isChecked()] == [chip]
        assert hari in bulan.currentText()
        assert hari in kata or not isi.get("dari")
        for nama, satu in chips.items():
            satu.click()
            diam(w)
            cocok(nama, satu, t.row_count(), saring.kata_hanya, isi)
    bulan.setFocus()
    ketik("April")
    assert "April 2026" in saring.kata_hanya
    w.messages.tutup()
    t.setFocus()
    tekan(ESC)
    diam(w)
    assert (t.row_count(), t.current_id(), saring.kata_hanya) == (*semula, "")
    assert (bulan.currentText(), saring.cari.text()) == ("Mei 2026", "jalan")
    assert [c.text() for c in page.findChildren(Chip) if c.isChecked()] == ["Kinerja"]


def test_the_panel_has_no_second_main_action_and_cuts_no_long_word(tmp_path: Path, buka: Buka) -> None:
    contoh_kegiatan.siapkan(tmp_path / "kantor", 8)
    w = buka("kantor")
    page = halaman(w)
    t = tabel(page)
    page.open_id(semua(w, lurah="ya")[0].laporan_id)
    diam(w)
    panel(w)
    utama = [b.text() for b in page.findChildren(PrimaryButton) if b.isVisible()]
    assert utama == [text.CATAT], "one main action"
    assert not cari(page, Button, lambda b: b.text() == text.YA).isEnabled(), "it is ya already"
    ubah = ops.ubah(w.host.store, t.current_id(), {"uraian": "https://contoh.go.id/" + "a" * 150})
    w.host.changed.emit(ubah.changes)
    diam(w)
    assert "https://contoh.go.id/" in panel(w)
    isi = cari(page, LaporanPanel)
    lebar = max(label.geometry().right() for label in isi.findChildren(QLabel) if label.isVisible())
    assert lebar < isi.width(), "a long word goes on in the next line"
