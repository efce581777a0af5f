"""The papers of a Bimtek (F10, F14, F15): every person and figure on them, and their pages against golden pictures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, lembar_ops, ops, prints, queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.printing import attendance
from sipokat_desktop.printing.model import Kolom
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.print import emas
from tests.print.bimtek import PINTU, TIDAK, WAKIL, Acara, acara, teks
from tests.unit import bimtek_contoh, kantor

DI, SAAT = kantor.KELURAHAN, bimtek_contoh.PAGI
NAMA_PANJANG = "Drs. H. Raden Mas Kusumadiningrat Prawirasentana Djojohadikusumo, S.H., M.Si."


@pytest.fixture(scope="module")
def a(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Acara]:
    with acara(tmp_path_factory.mktemp("acara")) as isi:
        yield isi


def _f10(a: Acara, lingkup: str = "", kertas: str = "F4", *, kosong: bool = False) -> bytes:
    con = a.store.reader()
    return prints.daftar_hadir(con, a.sesi_id, lingkup=lingkup, kertas=kertas, sekarang=SAAT, kosong=kosong)


KERTAS: dict[str, Callable[[Acara], bytes]] = {
    "bimtek_f10": _f10,
    "bimtek_f10_kosong": lambda a: _f10(a, DI, kosong=True),
    "bimtek_f10_a4": lambda a: _f10(a, "kec:16.73.01", "A4"),
    "bimtek_f14": lambda a: prints.notulen(a.store.reader(), a.sesi_id, kertas="F4", sekarang=SAAT),
    "bimtek_f15": lambda a: prints.laporan(a.store.reader(), a.kegiatan_id, kertas="F4", sekarang=SAAT),
}


@pytest.mark.parametrize("nama", KERTAS)
def test_page_looks_as_before(nama: str, a: Acara) -> None:
    emas.sama(nama, KERTAS[nama](a))


def test_a_shifted_column_is_noticed(a: Acara, monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad control: the box to sign narrower by 4 mm must fail the comparison."""
    lama = attendance.kolom()
    sempit = Kolom(lama[-1].judul, lama[-1].lebar - 4, "tanda_tangan")
    monkeypatch.setattr(attendance, "kolom", lambda **_: (*lama[:-1], sempit))
    assert emas.berbeda("bimtek_f10_kosong", KERTAS["bimtek_f10_kosong"](a))


def test_f10_has_everybody_once_with_what_was_recorded(a: Acara) -> None:
    isi = " ".join(teks(_f10(a)))
    assert [ke for ke, u in enumerate(a.undangan, 1) if f" {ke} {u.nama} " not in isi] == []
    assert sum(isi.count(pintu) for pintu in PINTU) == len(a.undangan) - len(TIDAK) - len(WAKIL)
    assert all(f"{ke + 1}. diwakili oleh" in isi and wakil in isi for ke, wakil in WAKIL.items())
    assert all(f"{ke + 1}. {tanda or 'alpa'}" in isi for ke, tanda in TIDAK.items())
    assert "Diundang 528 orang: hadir 520, diwakili 2, izin 2, sakit 1, alpa 3." in isi
    assert "Yang datang 522 orang." in isi
    assert "Senin, 20 November 2017" in isi
    assert "08.00 s.d. 12.00 WIB" in isi


@pytest.mark.parametrize("lingkup", ["", DI, "kec:16.73.01"])
def test_every_page_of_f10_has_the_code_by_which_it_is_typed(a: Acara, lingkup: str) -> None:
    """The same to sign and with marks; another for another part of the city."""
    semua = queries.daftar(a.store.reader(), a.sesi_id, lingkup=lingkup)
    kode = f"kode daftar {lembar_ops.kode_daftar(a.sesi_id, semua)} "
    for kosong in (True, False):
        assert all(kode in halaman for halaman in teks(_f10(a, lingkup, kosong=kosong)))
    assert not any(kode in halaman for halaman in teks(_f10(a, "kec:16.73.02")))


def test_f10_to_sign_tells_nothing_of_what_was_recorded(a: Acara) -> None:
    isi = " ".join(teks(_f10(a, kosong=True)))
    assert "Jumlah yang diundang 528 orang." in isi
    assert not any(kata in isi for kata in (*PINTU, "alpa", "diwakili"))
    assert all(f"{ke}. ...." in isi for ke in range(1, 529))


def test_f10_of_a_part_has_its_people_only_and_a_kecamatan_begins_a_page(a: Acara) -> None:
    di_sini = [u for u in a.undangan if u.lingkup == DI]
    isi = " ".join(teks(_f10(a, DI)))
    assert isi.count(" RT 0") == len(di_sini)
    assert f"datang {len(di_sini)} dari {len(di_sini)}" in isi
    kecamatan = {u.kecamatan.upper() for u in a.undangan}
    for halaman in teks(_f10(a)):
        assert sum(f"KECAMATAN {nama} " in halaman or f"KECAMATAN {nama}\n" in halaman for nama in kecamatan) <= 1


def test_528_names_are_drawn_fast(a: Acara) -> None:
    mulai = time.process_time()
    _f10(a)
    assert time.process_time() - mulai < 2


def test_f15_adds_up_and_names_who_never_came(a: Acara) -> None:
    isi = " ".join(teks(KERTAS["bimtek_f15"](a)))
    assert "Peserta yang diundang berjumlah 528 orang. Yang datang 522 orang (98,9 %)." in isi
    assert "JUMLAH 528 520 2 2 1 3 522 98,9 %" in isi
    assert "6 orang yang diundang tercatat tidak datang pada satu sesi pun:" in isi
    assert "belum dicatat" not in isi
    assert all(a.undangan[ke].nama in isi for ke in TIDAK)
    assert "bertempat di Gedung Kesenian" in isi
    for kecamatan in {u.kecamatan for u in a.undangan}:
        n = sum(u.kecamatan == kecamatan for u in a.undangan)
        datang = n - sum(a.undangan[ke].kecamatan == kecamatan for ke in TIDAK)
        assert f"{datang} dari {n} (" in isi, kecamatan


def test_f14_has_the_texts_or_room_for_them(a: Acara) -> None:
    isi = " ".join(teks(KERTAS["bimtek_f14"](a)))
    assert "522 orang hadir dari 528 yang diundang" in isi
    assert all(bab in isi for bab in ("1. Pembukaan", "4. Kesimpulan", "\u2026" * 20))


@pytest.fixture
def kecil(tmp_path: Path) -> Iterator[Store]:
    """An office of one kelurahan with its own event over two days, nobody invited yet."""
    with kantor.buka(tmp_path, bimtek_contoh.jam()) as store:
        bimtek_contoh.isi_rt(store, hanya=[DI])
        yield store


def _dua_hari(store: Store) -> tuple[str, list[str]]:
    c = bimtek_contoh.kegiatan(store, DI)
    materi = {"2017-11-21": "Administrasi RT dan pelaporan bulanan kepada kelurahan", "2017-11-22": "Penutupan"}
    isian = [bimtek_contoh.SESI | {"judul": judul, "tanggal": hari} for hari, judul in materi.items()]
    return c.kegiatan_id, [c.sesi_id, *(ops.simpan_sesi(store, c.kegiatan_id, satu).value for satu in isian)]


def test_papers_of_an_event_without_people(kecil: Store) -> None:
    kegiatan_id, sesi = _dua_hari(kecil)
    con = kecil.reader()
    assert "diundang 0 orang" in " ".join(
        teks(prints.daftar_hadir(con, sesi[0], lingkup="", kertas="A4", sekarang=SAAT))
    )
    isi = " ".join(teks(prints.laporan(con, kegiatan_id, kertas="A4", sekarang=SAAT)))
    assert isi.count("Belum ada yang diundang.") == 2
    assert "20 November 2017 s.d. 22 November 2017" in isi
    assert teks(prints.notulen(con, sesi[1], kertas="A4", sekarang=SAAT))
    with pytest.raises(InputSalah, match="Belum ada yang diundang"):
        prints.undangan(con, kegiatan_id, lingkup="", kertas="A4", sekarang=SAAT)
    with pytest.raises(InputSalah):
        prints.daftar_hadir(con, "tidak-ada", lingkup="", kertas="A4", sekarang=SAAT)


def test_f15_says_nothing_of_absence_before_attendance_is_recorded(kecil: Store) -> None:
    kegiatan_id, sesi = _dua_hari(kecil)
    ops.undang(kecil, kegiatan_id)
    semua = [u.jabatan_id for u in queries.undangan(kecil.reader(), kegiatan_id, hari=date(2017, 11, 20))]

    def isi() -> str:
        return " ".join(teks(prints.laporan(kecil.reader(), kegiatan_id, kertas="F4", sekarang=SAAT)))

    assert f"berjumlah {len(semua)} orang. Kehadiran belum dicatat." in isi()
    assert "Semua yang diundang datang." not in isi()
    dicatat = hadir_ops.catat(kecil, sesi[0], semua[0], "sakit")
    assert "1 orang yang diundang tercatat tidak datang pada satu sesi pun:" in isi()
    assert f"{len(semua) - 1} orang yang diundang belum dicatat datang atau tidaknya, sehingga" in isi()
    history.undo(kecil, dicatat.changes.act_id)
    hadir_ops.catat_banyak(kecil, sesi[0], semua)
    assert "Semua yang diundang datang." in isi()
    assert "(100,0 %)" in isi()


def test_walk_ins_and_contradictions_stand_on_f10(kecil: Store) -> None:
    kegiatan_id, sesi = _dua_hari(kecil)
    posts = [u.jabatan_id for u in queries.calon(kecil.reader(), kegiatan_id, hari=date(2017, 11, 20))]
    ops.undang(kecil, kegiatan_id, jabatan_ids=posts[:-1])
    hadir_ops.catat(kecil, sesi[0], posts[-1], tetap=True)
    hadir_ops.catat(kecil, sesi[0], posts[0], "sakit")
    satu: Fields = {
        "kegiatan_id": kegiatan_id,
        "sesi_id": sesi[0],
        "jabatan_id": posts[0],
        "tanda": "hadir",
        "pintu": "Pintu 2",
    }
    kecil.write("bimtek.hadir", lambda tx: tx.insert("bimtek_hadir", satu, scope=DI))
    isi = " ".join(
        teks(prints.daftar_hadir(kecil.reader(), sesi[0], lingkup="", kertas="F4", sekarang=SAAT, kosong=False))
    )
    assert "HADIR TANPA UNDANGAN" in isi
    assert "1. belum diputuskan" in isi
    assert "hadir / sakit" in isi
    assert "Yang datang 2 orang, termasuk 1 orang tanpa undangan." in isi
    assert f"belum diputuskan 1, belum tercatat {len(posts) - 2}" in isi


def test_long_names_stay_inside_their_cells(kecil: Store) -> None:
    kegiatan_id, sesi = _dua_hari(kecil)
    rt.tambah(kecil, DI, kantor.isian(77, nama=NAMA_PANJANG, hp="081273441234", tmt="2016-01-01"))
    ops.undang(kecil, kegiatan_id)
    pdf = prints.daftar_hadir(kecil.reader(), sesi[1], lingkup="", kertas="A4", sekarang=SAAT)
    assert "Djojohadikusumo" in " ".join(teks(pdf))
    emas.sama("bimtek_f10_panjang", pdf)


def test_each_paper_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kantor.buka(tmp_path / "data", bimtek_contoh.jam()) as store:
        store.set_setting("lingkup", DI)
        bimtek_contoh.isi_rt(store, hanya=[DI])
        kegiatan_id, _ = _dua_hari(store)
        ops.undang(store, kegiatan_id)
    for kata in (("hadir", "--sesi", "2"), ("hadir", "--sesi", "1", "--isi", "tanda"), ("undangan",),
                 ("undangan", "--kecamatan", "Lubuk Linggau Timur I"), ("notulen", "--sesi", "Penutupan"),
                 ("laporan-bimtek",)):  # fmt: skip
        berkas = tmp_path / "x.pdf"
        kode = cli.main(["cetak", *kata, "--data", str(tmp_path / "data"), "--keluaran", str(berkas)])
        keluar = capsys.readouterr()
        assert (kode, keluar.err) == (0, ""), kata
        assert f"Tersimpan di {berkas}" in keluar.out
        assert len(teks(berkas.read_bytes())) >= 1
        berkas.unlink()
    assert cli.main(["cetak", "hadir", "--data", str(tmp_path / "data"), "--keluaran", str(berkas)]) == 2
    assert "Administrasi RT" in capsys.readouterr().err
