"""Tulis ke flashdisk, Baca dari flashdisk in the window, and the warning that another PC marks the same list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.storage import users
from sync.files import CITY
from sync.pusat import cli
from sync.server import files
from sync.server.keys import ServerKey
from tests.kota import CityThread
from tests.ui import contoh_kantor
from tests.ui.conftest import Buka
from tests.ui.contoh_kantor import KELURAHAN, Contoh
from tests.ui.layar import ENTER, halaman, ketik, pesan, tekan, tombol, tunggu
from ui.shell import text
from ui.shell.window import MainWindow


@pytest.fixture
def pilihan(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the user picks in the file dialogs, by their title; under ``dibuka`` where the last one began."""
    dipilih: dict[str, str] = {}

    def pilih(_parent: object, judul: str, mulai: str, *_a: object) -> str:
        dipilih["dibuka"] = mulai
        return dipilih.get(judul, "")

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", pilih)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *isi: (pilih(*isi), ""))
    return dipilih


def balas(kota: CityThread, kiriman: Path) -> Path:
    """The city's answer to a file."""
    jawaban = kiriman.with_suffix(CITY)
    jawaban.write_bytes(files.read(kota.db, ServerKey(kota.db), kiriman.read_bytes(), kiriman.name, now_ms).content)
    return jawaban


def kiriman(folder: Path) -> Path:
    """The newest file for the city."""
    return max(folder.glob("*.ke-kota"), key=lambda f: f.stat().st_mtime_ns)


def test_an_office_without_internet_enrols_and_syncs_by_file(
    kota: CityThread, tmp_path: Path, buka: Buka, pilihan: dict[str, str]
) -> None:
    kota.set_tarif()
    undangan = tmp_path / "undangan.json"
    assert cli.main(["kantor", "undang", KELURAHAN, "--db", kota.db_url, "--keluaran", str(undangan)]) == 0
    office = Office(tmp_path / "pc")
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    contoh_kantor.isi_roster(office)
    office.close()
    w = buka("pc")
    halaman(w, "sinkron")
    pilihan |= {text.WIZ_BERKAS: str(undangan), text.FD_PILIH: str(tmp_path)}
    tombol(w, text.FD_TULIS).click()
    pesan(w, "perubahan ditulis ke")
    pilihan[text.FD_BUKA] = str(balas(kota, kiriman(tmp_path)))
    tombol(w, text.FD_BACA).click()
    pesan(w, "Isi komputer ini dan kota sama.")
    assert w.host.store.identity.label == "PC-1"
    tombol(w, text.FD_BACA).click()
    pesan(w, text.FD_SUDAH)
    assert pilihan["dibuka"] == str(tmp_path), "the dialog begins where the flash disk was"


def test_a_wrong_file_is_named_and_nothing_changes(
    kota: CityThread, tmp_path: Path, buka: Buka, pilihan: dict[str, str]
) -> None:
    office = Office(tmp_path / "pc")
    office.enrol(server=kota.url, code=kota.invite(KELURAHAN), name="Siti Aminah")
    users.add(office.store, name="Siti Aminah")
    office.close()
    w: MainWindow = buka("pc")
    halaman(w, "sinkron")
    salah = tmp_path / "surat.dari-kota"
    salah.write_text("bukan")
    pilihan[text.FD_BUKA] = str(salah)
    tombol(w, text.FD_BACA).click()
    pesan(w, "surat.dari-kota bukan dari kota")


def test_the_answer_for_the_other_pc_of_the_office_says_where_it_is_read(
    kota: CityThread, contoh: Contoh, tmp_path: Path, buka: Buka, pilihan: dict[str, str]
) -> None:
    satu = Office(contoh.pc1)
    jawaban = balas(kota, satu.write_file(tmp_path).path)
    satu.close()
    w = buka(contoh.pc2)
    ketik(contoh_kantor.PIN)
    tekan(ENTER)
    tunggu(lambda: w.page, "masuk")
    halaman(w, "sinkron")
    for berkas, kata in (
        (jawaban, "Baca berkas itu di PC-1; di sini pilih yang namanya memuat PC-2."),
        (kiriman(tmp_path), "Serahkan berkas itu ke Kominfo"),
        (tmp_path / "dicabut.dari-kota", "Pasang lagi flashdisknya"),
    ):
        pilihan[text.FD_BUKA] = str(berkas)
        tombol(w, text.FD_BACA).click()
        assert "tidak diubah" in pesan(w, kata)


def test_a_list_that_another_pc_marks_is_said(contoh: Contoh, buka: Buka) -> None:
    lain = Office(contoh.pc2)
    lain.store.user = "Hasan"
    lain.sync()
    assert lain.others(f"insentif:{contoh.sebagian}") == []
    lain.close()
    w = buka(contoh.pc1)
    ketik(contoh_kantor.PIN)
    tekan(ENTER)
    tunggu(lambda: w.page, "masuk")
    w.sync.run()
    tunggu(lambda: not w.sync.running, "sinkron selesai")
    w.show_page("insentif", contoh.sebagian)
    pesan(w, "PC-2 (Hasan) juga sedang menandai daftar ini")
