"""Events on the command line of office and city, from a sheet and into sheets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sipokat_desktop.importing.sheet import read, teks
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import ekspor, impor, lembar_ops, ops, queries, token
from sipokat_desktop.storage import acts, history
from sipokat_desktop.storage.store import Store
from tests.contoh_528 import KELURAHAN
from tests.kota import City
from tests.sync.cerita_seragam import isi_rt
from tests.unit import bimtek_contoh as contoh
from tests.unit import kantor

KEL = KELURAHAN[0]
HARI = date(2017, 11, 1)
Jalan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path, contoh.jam()) as dibuka:
        contoh.isi_rt(dibuka, hanya=KELURAHAN[:2])
        yield dibuka


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalan:
    """Run ``sipokat bimtek …`` on a kecamatan's PC; returns exit code, output and error."""

    def run(*kata: str) -> tuple[int, str, str]:
        kode = cli.main(["bimtek", *kata, "--data", str(tmp_path / "kantor")])
        keluar = capsys.readouterr()
        return kode, keluar.out, keluar.err

    with kantor.buka(tmp_path / "kantor") as store:
        contoh.isi_rt(store, hanya=KELURAHAN[:2])
        store.set_setting("lingkup", "kec:16.73.01")
    return run


def test_an_event_from_the_first_line_to_the_figures(jalan: Jalan, tmp_path: Path) -> None:
    assert jalan("kegiatan", "daftar")[1].startswith("Belum ada kegiatan.")
    buat = ("kegiatan", "buat", "Bimtek RT", "--tempat", "Gedung Kesenian", "--tanggal", "20/11/2017", "--mulai", "8")
    assert jalan(*buat)[:2] == (0, "Bimtek RT  Senin, 20 November 2017  1 sesi  0 diundang  berjalan\n")
    assert jalan(*buat)[2] == "Kegiatan Bimtek RT sudah ada dan masih berjalan. Buka yang itu, atau pakai nama lain.\n"
    kata = jalan("sesi", "tambah", "--judul", "Praktik", "--tanggal", "21/11/2017", "--mulai", "9", "--selesai", "11")[
        1
    ]
    assert kata.splitlines()[1] == (
        "2  Praktik · 21 November 2017 09.00  09.00 s.d. 11.00 WIB  Gedung Kesenian  semua kecamatan"
    )
    assert "bertumpuk" in jalan("sesi", "ubah", "--sesi", "2", "--tanggal", "20/11/2017")[1]
    assert jalan("sesi", "hapus", "--sesi", "Praktik")[0] == 0
    assert jalan("undang", "1,2", "--kelurahan", "Air Kuti")[1] == "2 diundang, 0 sudah diundang sebelumnya.\n"
    assert jalan("undang")[1] == "14 diundang, 2 sudah diundang sebelumnya.\n"
    daftar = json.loads(jalan("undangan", "--kelurahan", "Air Kuti", "--json")[1])
    assert [u["rt"] for u in daftar] == [f"{ke:02d}" for ke in range(1, 9)]
    assert jalan("tarik", "8", "--kelurahan", "Air Kuti")[1] == "1 undangan ditarik.\n"
    assert jalan("hadir", token.tulis(daftar[0]["kode"]))[1] == "1 dicatat, 0 sudah tercatat.\n"
    assert jalan("hadir", "1,2", "--kelurahan", "Air Kuti")[1] == "1 dicatat, 1 sudah tercatat.\n"
    assert jalan("hadir", "2,3,4,5,6,10,11,12,13", "--kelurahan", "Air Kuti")[2].startswith("RT ")
    assert jalan("hadir", "8", "--kelurahan", "Air Kuti")[2].endswith("Bila ya, ulangi dengan --tetap.\n")
    assert jalan("hadir", "8", "--kelurahan", "Air Kuti", "--tetap", "--tanda", "diwakili", "--wakil", "Rudi")[0] == 0
    assert jalan("lembar", "3-4", "--kelurahan", "Air Kuti")[2].startswith("Isi kode daftar")
    izin = ("--tanda", "izin", "--kode", _kode_daftar(tmp_path / "kantor"))
    assert jalan("lembar", "3-4", "--kelurahan", "Air Kuti", *izin)[1].startswith("2 dicatat")
    assert jalan("hadir", "--sisa")[1].startswith("11 dicatat")
    assert jalan("rekap")[1].splitlines()[0] == (
        "Bimtek RT: 3 datang dari 15 undangan (2 hadir, 0 diwakili, 2 izin, 0 sakit, 11 alpa, 0 belum tercatat, "
        "0 berbeda; 1 tanpa undangan)."
    )
    for apa in ekspor.JENIS:
        assert jalan("xlsx", apa, str(tmp_path / f"{apa}.xlsx"))[0] == 0
    assert "masih tercatat di Kehadiran Bimtek" in jalan("kegiatan", "hapus")[2]
    assert jalan("kegiatan", "tutup")[1].endswith("selesai\n")
    assert jalan("kegiatan", "buka", "--kegiatan", "Bimtek")[1].endswith("berjalan\n")
    assert jalan("kegiatan", "ubah", "--tema", "Pelayanan")[0] == 0
    assert jalan("segarkan")[1] == "0 undangan diganti namanya, 15 sudah sama, 0 tanpa ketua.\n"
    assert jalan("kegiatan", "batal", "--alasan", "ditunda")[1].endswith("dibatalkan\n")


def _kode_daftar(folder: Path) -> str:
    """The code in the foot of F10 of the first kelurahan."""
    with kantor.buka(folder) as store:
        (sesi,) = store.reader().execute("SELECT id FROM bimtek_sesi").fetchone()
        return lembar_ops.kode_daftar(sesi, queries.daftar(store.reader(), sesi, lingkup=KEL))


@pytest.mark.parametrize(
    ("kata", "pesan"),
    [
        (("undang",), "Belum ada kegiatan Bimtek."),
        (("kegiatan", "buat", ""), "Nama kegiatan belum diisi."),
        (("kegiatan", "buat", "A", "--tanggal", "x"), "Tanggal ini tidak dikenal."),
        (("undangan", "--kegiatan", "x"), "Belum ada kegiatan Bimtek."),
    ],
)
def test_what_is_wrong_is_said(jalan: Jalan, kata: tuple[str, ...], pesan: str) -> None:
    kode, keluar, salah = jalan(*kata)
    assert (kode, keluar) == (2, "")
    assert salah.startswith(pesan)


# a sheet of whom to invite


def lembar(folder: Path, *baris: str) -> Path:
    file = folder / "undang.csv"
    file.write_text("\n".join(baris), encoding="utf-8")
    return file


def test_a_sheet_invites(store: Store, tmp_path: Path) -> None:
    c = contoh.kegiatan(store)
    ops.undang(store, c.kegiatan_id, jabatan_ids=[f"{KEL}-j-8"])
    file = lembar(
        tmp_path, "DAFTAR PESERTA;;", "No;Kelurahan;RT;Nama", "1;Air Kuti;RT 01;Ahmad Abdullah", "2;air kuti;2;",
        "3;Air Kuti;;Candra Abdulah", "4;Air Kuti;8;", "5;Air Kuti;2;", "6;Air Kuti;77;", "7;Megang;1;",
        "8;Air Kuti;4;Orang Lain", "9;;;Tidak Dikenal", "10;;1;",
    )  # fmt: skip
    rencana = impor.rencana(store.reader(), impor.buka(file), c.kegiatan_id, hari=HARI)
    assert [(b.baris, b.nasib) for b in rencana.baris] == [
        (3, "undang"), (4, "undang"), (5, "undang"), (6, "sudah"), (7, "sudah"), (8, "salah"), (9, "salah"),
        (10, "salah"), (11, "salah"), (12, "salah"),
    ]  # fmt: skip
    assert [b.kalimat for b in rencana.bermasalah] == [
        "RT 77 tidak ada di Data RT.", "Kelurahan Megang bukan wilayah komputer ini.",
        "RT 04 dijabat Darmawan Abdullah, bukan Orang Lain. Periksa namanya.",
        "Tidak ada ketua RT bernama Tidak Dikenal. Tambahkan kolom RT.",
        "RT 01  cocok dengan beberapa RT. Tambahkan kolom kelurahan atau RW.",
    ]  # fmt: skip
    assert rencana.kalimat == "10 baris dibaca: 3 akan diundang, 2 sudah diundang, 5 bermasalah."
    done = impor.simpan(store, rencana, c.kegiatan_id)
    assert (len(done.value.diundang), done.value.sudah) == (3, 1)
    assert acts.words(store.modules, "bimtek.impor_undangan") == "Undang peserta dari lembar"
    history.undo(store, done.changes.act_id)
    assert len(queries.undangan(store.reader(), c.kegiatan_id, hari=HARI)) == 1


def test_a_list_of_names_is_enough(store: Store, tmp_path: Path) -> None:
    c = contoh.kegiatan(store)
    file = lembar(tmp_path, "No,Nama,Tanda tangan", "1,Bpk. Ahmad Abdullah,", "2,BAMBANG ABDULLAH,")
    rencana = impor.rencana(store.reader(), impor.buka(file), c.kegiatan_id, hari=HARI)
    assert [b.jabatan_id for b in rencana.baris] == [f"{KEL}-j-1", f"{KEL}-j-2"]
    lain = lembar(tmp_path, "Judul,Isi", "a,b")
    with pytest.raises(InputSalah, match="tidak ditemukan kolom RT atau nama"):
        impor.rencana(store.reader(), impor.buka(lain), c.kegiatan_id, hari=HARI)


def test_a_sheet_on_the_command_line(jalan: Jalan, tmp_path: Path) -> None:
    jalan("kegiatan", "buat", "Bimtek", "--tanggal", "20/11/2017")
    file = str(lembar(tmp_path, "Kelurahan,RT", "Air Kuti,1", "Air Kuti,99"))
    assert jalan("impor", file, "--pratinjau")[1].startswith("2 baris dibaca: 1 akan diundang")
    assert jalan("impor", file)[2].startswith("1 baris bermasalah. Belum ada yang diundang. Baris 3: RT 99")
    assert jalan("impor", file, "--lewati-bermasalah")[1].startswith("1 diundang, 0 sudah")


def test_the_list_as_a_sheet(store: Store, tmp_path: Path) -> None:
    c = contoh.kegiatan(store)
    ops.undang(store, c.kegiatan_id)
    assert ekspor.simpan(store, c.kegiatan_id, "undangan", tmp_path / "u.xlsx") == 16
    assert ekspor.simpan(store, c.kegiatan_id, "undangan", tmp_path / "k.xlsx", lingkup=[KEL]) == 8
    rows = read(tmp_path / "u.xlsx").lembar[0].rows
    judul = next(ke for ke, row in enumerate(rows) if row and row[0] == "No")
    u = queries.undangan(store.reader(), c.kegiatan_id, hari=HARI)[0]
    assert [teks(sel) for sel in rows[judul + 1]] == [
        "1", "Lubuk Linggau Timur I", "Air Kuti", "01", "", "Ahmad Abdullah", "", u.kode, "",
    ]  # fmt: skip
    assert teks(rows[1][0]) == "Senin, 20 November 2017 · Gedung Kesenian"
    assert ekspor.simpan(store, c.kegiatan_id, "sesi", tmp_path / "s.xlsx") == 1


# the city


@pytest.fixture
def kota(tmp_path: Path) -> Iterator[City]:
    city = City(f"sqlite:///{tmp_path / 'kota.db'}", "http://kota")
    yield city
    city.close()


def test_the_city_sets_up_an_event_without_a_window(kota: City) -> None:
    isi_rt(kota, tmt="2016-01-01")
    assert (
        kota.command("bimtek", "kegiatan", "Bimtek RT", "--tempat", "Gedung Kesenian") == "Kegiatan Bimtek RT disimpan."
    )
    kata = kota.command("bimtek", "sesi", "bimtek", "--judul", "Pagi", "--tanggal", "20/11/2017", "--mulai", "8")
    assert kata == "Sesi disimpan: Pagi · 20 November 2017 08.00."
    assert "bertumpuk" in kota.command("bimtek", "sesi", "bimtek", "--judul", "Lagi", "--tanggal", "2017-11-20")
    kota.command("bimtek", "sesi", "bimtek", "--sesi", "2", "--tanggal", "21/11/2017", "--sasaran", "16.73.02")
    undang = ("bimtek", "undang", "bimtek")
    assert kota.command(*undang, "--kelurahan", "Air Kuti") == "8 diundang, 0 sudah diundang sebelumnya."
    assert kota.command(*undang, "--kecamatan", "Lubuk Linggau Timur I") == "56 diundang, 8 sudah diundang sebelumnya."
    assert kota.command(*undang) == "464 diundang, 64 sudah diundang sebelumnya."
    assert kota.command(*undang) == "0 diundang, 528 sudah diundang sebelumnya."
    assert kota.command("bimtek", "hadir", "2017").splitlines()[0].startswith("Bimtek RT: 0 datang dari 528 undangan")
    kota.command("bimtek", "kegiatan", "bimtek rt", "--tema", "Pelayanan", "--keadaan", "selesai")
    (baris,) = kota.command("bimtek", "kegiatan").splitlines()
    assert baris == (
        "Bimtek RT  20 November 2017 s.d. 21 November 2017  2 sesi  528 diundang  selesai  Bagian Tata Pemerintahan"
    )
    kota.command("bimtek", "kegiatan", "bimtek rt", "--nama", "Bimtek Ketua RT")
    assert kota.command("bimtek", "kegiatan").startswith("Bimtek Ketua RT  ")
    with pytest.raises(InputSalah, match="sudah selesai"):
        kota.command(*undang)
    with pytest.raises(InputSalah, match="Sebutkan kegiatannya"):
        kota.command("bimtek", "undang", "lain")
