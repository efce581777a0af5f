"""Reports from a sheet: what each row becomes, told before anything is saved; a second import adds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import impor, queries
from sipokat_desktop.modules.laporan.model import Saring
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import KELURAHAN
from tests.unit.laporan_kecil import buka, rt

HARI = date(2026, 4, 10)
ISI = """LAPORAN KEGIATAN RT;;;;;;
No;RT;Tanggal;Bidang;Jenis Kegiatan;Uraian;Jumlah peserta
1;RT 01;5/4/2026;Kesehatan Lingkungan;Gotong royong;Membersihkan siring;25
2;02;6 April 2026;;Ronda atau siskamling;Ronda malam di pos dua;
3;3;2026-04-07;1;Temu wicara;Temu wicara dengan camat;40
4;01;5/4/2026;Kesehatan Lingkungan;Gotong royong;Membersihkan siring;25
5;09;5/4/2026;1;Surat pengantar;Surat pengantar KTP;
6;02;12/4/2026;1;Surat pengantar;Surat pengantar KTP;
7;02;;1;Surat pengantar;Surat pengantar KTP;
8;02;5/4/2026;1;Gotong royong;Kerja bakti;
9;02;5/4/2026;1;Surat pengantar;Surat pengantar KTP;banyak
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with buka(tmp_path / "kantor", 3) as satu:
        yield satu


def lembar(tmp_path: Path, isi: str = ISI) -> Path:
    path = tmp_path / "laporan.csv"
    path.write_text(isi, encoding="utf-8")
    return path


def test_every_row_has_its_fate_and_a_second_time_adds_nothing(store: Store, tmp_path: Path) -> None:
    con = store.reader()
    rencana = impor.rencana(con, impor.buka(lembar(tmp_path)), lingkup=KELURAHAN, hari=HARI)
    assert rencana.kalimat == "9 baris dibaca: 3 laporan baru, 1 sudah ada, 5 bermasalah."
    assert [b.nasib for b in rencana.baris] == ["catat"] * 3 + ["sama"] + ["salah"] * 5
    kata = [b.kalimat for b in rencana.baris]
    assert kata[2] == "Jenis “Temu wicara” tidak dikenal; dicatat sebagai Lainnya."
    assert kata[3] == "Sama dengan baris 3."
    for ke, potong in ((5, "belum tiba"), (6, "Tanggalnya kosong"), (7, "termasuk bidang"), (8, "dengan angka")):
        assert potong in kata[ke], kata[ke]
    assert queries.jumlah(con, Saring()).semua == 0
    hasil = impor.simpan(store, KELURAHAN, rencana)
    assert hasil.value == 3
    satu = queries.daftar(con, Saring(jabatan_id=rt(2)))[0]
    assert (satu.tanggal, satu.bidang, satu.jenis, satu.pelapor) == ("2026-04-06", "3", "ronda", "Ketua 02")
    lagi = impor.rencana(con, impor.buka(lembar(tmp_path)), lingkup=KELURAHAN, hari=HARI)
    assert [b.nasib for b in lagi.baris] == ["sama"] * 4 + ["salah"] * 5
    history.undo(store, hasil.changes.act_id)
    assert queries.jumlah(con, Saring()).semua == 0


def test_a_sheet_without_the_columns_is_refused(store: Store, tmp_path: Path) -> None:
    berkas = impor.buka(lembar(tmp_path, "Nama;Alamat\nBudi;Jalan\n"))
    with pytest.raises(InputSalah, match="tidak ditemukan kolom RT dan uraian"):
        impor.rencana(store.reader(), berkas, lingkup=KELURAHAN, hari=HARI)
