"""Uniforms on the command line, from a sheet, into sheets, and at the city; every row has a name for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sipokat_desktop.importing.sheet import read
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import ekspor, impor, ops, queries, rules
from sipokat_desktop.modules.seragam.model import IsianUkuran
from sipokat_desktop.storage import acts, history, naming
from sipokat_desktop.storage.store import Store
from tests.kota import City
from tests.unit import kantor
from tests.unit.seragam import b, beli, gudang, isi, ketua, satu, serah, sisa

DI = kantor.KELURAHAN
HARI = date(2026, 4, 10)
Jalan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path) as dibuka:
        yield dibuka


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalan:
    """Run ``sipokat seragam …``; returns exit code, output and error."""

    def run(*kata: str) -> tuple[int, str, str]:
        kode = cli.main(["seragam", *kata, "--data", str(tmp_path / "kantor")])
        keluar = capsys.readouterr()
        return kode, keluar.out, keluar.err

    with kantor.buka(tmp_path / "kantor") as store:
        store.set_setting("lingkup", DI)
        ketua(store, "L", "XL", "L", "")
    return run


def test_a_purchase_from_the_shop_to_the_last_head(jalan: Jalan, tmp_path: Path) -> None:
    assert jalan("pengadaan") == (
        0, "Belum ada pengadaan. Catat: sipokat seragam pengadaan --nama NAMA --tahun 2026 --barang BARANG\n", ""
    )  # fmt: skip
    beli_ = ("pengadaan", "--nama", "Seragam", "--tahun", "2026", "--barang", "Baju", "--isi", "L=3, XL=2, M=1")
    assert jalan(*beli_)[:2] == (0, "Seragam  2026  6 potong  berjalan\n")
    kode, kata, _ = jalan("kirim", "L=3, XL=2, M=1", "--terima", "--nomor", "7/SJ")
    assert (kode, kata) == (0, "Surat jalan 7/SJ: 1 M, 3 L, 2 XL dari Pengadaan ke Taba Jemekeh.\n")
    kode, kata, _ = jalan("serah", "--semua", "--kecuali", "3")
    assert kata == "2 RT dicatat menerima.\nRT 04 Ketua 04: Ukuran belum diisi. Isi dulu ukurannya.\n"
    assert "1 ukuran disimpan" in jalan("ukuran", "04=m")[1]
    assert jalan("serah", "3,4")[1] == "2 RT dicatat menerima.\n"
    assert jalan("serah", "3")[0] == 2
    assert jalan("tukar", "2", "L")[1] == "RT 2 menukar ke L.\n"
    assert "RT 1 menerima pengganti XL" in jalan("ganti", "1", "--alasan", "rusak", "--ukuran", "XL")[1]
    data = json.loads(jalan("stok", "--json")[1])
    assert [(s["ukuran"], s["ada"]) for s in data["stok"] if s["tempat"] == DI] == [("M", 0), ("L", 0), ("XL", 1)]
    assert jalan("sesuaikan", "XL=-1", "--alasan", "hilang")[1] == "Stok Taba Jemekeh disesuaikan -1 XL.\n"
    assert jalan("sisa")[1] == "Semua ketua RT sudah menerima.\n"
    assert jalan("batal", "3", "--alasan", "salah orang")[1] == "Catatan dibatalkan: 3.\n"
    assert jalan("sisa")[1] == "Taba Jemekeh  RT 03  Ketua 03  L\n"
    for apa in ekspor.JENIS:
        assert jalan("xlsx", apa, str(tmp_path / f"{apa}.xlsx"))[0] == 0
    assert jalan("pengadaan", "--selesai", "Seragam")[1] == "Seragam  2026  6 potong  selesai\n"
    assert jalan("serah", "3", "--pengadaan", "2026")[2].startswith("Pengadaan Seragam sudah ditutup.")


@pytest.mark.parametrize(
    ("kata", "pesan"),
    [
        (("serah",), "Sebutkan nomor RT-nya, atau --semua."),
        (("serah", "9"), "RT 9 tidak ada di kelurahan ini."),
        (("serah", "1,2", "--kuasa", "Yanti"), "Kuasa dan ukuran lain dicatat untuk satu RT setiap kali."),
        (("serah", "1", "--cara", "simbolis"), "Tulis nama acaranya, misalnya Apel Hari Jadi Kota."),
        (("ukuran", "01=40"), "Ukuran “40” tidak dikenal. Pilih S, M, L, XL, XXL, XXXL, 4XL, khusus."),
        (("kirim", "L=9"), "Isi pengadaan untuk L tinggal 5 potong, bukan 9. Periksa isinya, atau kurangi jumlahnya."),
        (("sisa", "--pengadaan", "2019"), "Sebutkan pengadaannya. Yang ada: Seragam RT 2026 (2026)."),
        (("batal", "1", "--alasan", "x"), "RT 1 belum menerima apa pun dari pengadaan ini."),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(
    jalan: Jalan, tmp_path: Path, kata: tuple[str, ...], pesan: str
) -> None:
    with kantor.buka(tmp_path / "kantor") as store:
        beli(store, isi(L=5))
    kode, _, err = jalan(*kata)
    assert kode == 2
    assert err.strip().startswith(pesan)


def _csv(tmp_path: Path, teks: str) -> Path:
    berkas = tmp_path / "ukuran.csv"
    berkas.write_text(teks, encoding="utf-8")
    return berkas


def test_sizes_are_imported_from_a_sheet(jalan: Jalan, tmp_path: Path) -> None:
    with kantor.buka(tmp_path / "kantor") as store:
        p = beli(store, isi(L=5))
    berkas = _csv(tmp_path, "No;RT;Nama;Ukuran Baju\n1;RT 01;Ketua 01;XL\n2;2;Ketua 02;xl\n3;04;Orang Lain;M\n4;9;;S\n")
    kode, kata, _ = jalan("impor", str(berkas), "--pratinjau")
    assert (kode, kata.splitlines()[0]) == (0, "4 baris dibaca: 1 ukuran diubah, 1 sudah sama, 2 bermasalah.")
    assert "Baris 4: RT 04 Orang Lain: RT 04 dijabat Ketua 04, bukan Orang Lain. Periksa namanya." in kata
    assert "Baris 5: RT 09 : RT 09 tidak ada di Data RT." in kata
    assert jalan("impor", str(berkas))[2].startswith("2 baris baik, 2 bermasalah. Belum ada yang disimpan.")
    assert jalan("impor", str(berkas), "--lewati-bermasalah")[1].startswith(
        "4 baris dibaca: 1 ukuran disimpan, 1 sudah sama, 2 dilewati."
    )
    with kantor.buka(tmp_path / "kantor") as store:
        semua = queries.pemakai(store.reader(), p, lingkup=DI, hari=HARI)
    assert [s.ukuran for s in semua] == ["XL", "XL", "L", ""]


def test_a_sheet_with_a_column_per_size_is_read(store: Store, tmp_path: Path) -> None:
    ketua(store, "", "")
    p = beli(store, isi(L=5))
    berkas = _csv(tmp_path, "RT;Nama Ketua RT;M;L;XL\n1;Ketua 01;;v;\n2;Ketua 02;;;x\n")
    rencana = impor.rencana(store.reader(), read(berkas), lingkup=DI, hari=HARI, pengadaan_id=p)
    assert [(r.ukuran, r.nasib) for r in rencana.baris] == [("L", "ubah"), ("XL", "ubah")]
    impor.simpan(store, rencana, pengadaan_id=p)
    assert [s.ukuran for s in queries.pemakai(store.reader(), p, lingkup=DI, hari=HARI)] == ["L", "XL"]


def test_two_rows_about_one_head_must_agree(store: Store, tmp_path: Path) -> None:
    ketua(store, "")
    berkas = _csv(tmp_path, "RT;Ukuran\n1;L\n01;XL\n")
    rencana = impor.rencana(store.reader(), read(berkas), lingkup=DI, hari=HARI)
    assert {r.kalimat for r in rencana.baris} == {"RT 01 disebut dengan ukuran berbeda (L, XL). Sisakan satu."}
    with pytest.raises(InputSalah, match="tidak ditemukan kolom RT atau nama dan kolom ukuran"):
        impor.rencana(store.reader(), read(_csv(tmp_path, "A;B\n1;2\n")), lingkup=DI, hari=HARI)


def test_the_tables_say_what_the_ledger_says(store: Store, tmp_path: Path) -> None:
    rt1, rt2, _ = ketua(store, "L", "XL", "")
    p = gudang(store, isi(L=2, XL=1))
    serah(store, p, rt1, rt2)
    for apa, baris in (("ukuran", 3), ("stok", 4), ("serah", 2), ("belum", 1), ("matriks", 4)):
        berkas = tmp_path / f"{apa}.xlsx"
        assert ekspor.simpan(store, p, apa, berkas, lingkup=DI) == baris
        (lembar,) = read(berkas).lembar
        assert lembar.name == ekspor.JENIS[apa]
        if apa == "matriks":
            assert lembar.rows[5][:6] == ["Lubuk Linggau Timur I", "Taba Jemekeh", 1.0, 1.0, 2.0, 2.0]


def test_rows_and_acts_have_names(store: Store) -> None:
    (rt1,) = ketua(store, "L")
    p = gudang(store, isi(L=2))
    act = ops.serah(store, p, [rt1], cara="simbolis", acara="Apel", dari=DI).changes.act_id
    ops.catat_ukuran(store, {rt1: IsianUkuran("khusus", cm="dada 120")}, pengadaan_id=p)
    con = store.reader()

    def nama(tabel: str, id: str) -> str:
        return naming.row(con, store.tables, tabel, id)

    gerak = satu(store, p, rt1).pegang[0]
    assert nama("seragam_gerak", gerak.gerak_id) == "RT 01 · Ketua 01 · 1 L · Apel · 10 April 2026"
    assert nama("seragam_pengadaan", p) == "Seragam RT 2026"
    assert nama("seragam_isi", rules.id_isi(p, b("L"))) == "Seragam RT 2026 · L"
    assert nama("seragam_pilihan", rules.id_pilihan(p, rt1)) == "RT 01 · Seragam RT 2026"
    kirim = queries.kiriman(con, p)[0].gerak_ids[0]
    assert nama("seragam_gerak", kirim) == (
        "Pengadaan ke Taba Jemekeh · 2 L · dikirim · surat jalan SJ 1 · 10 April 2026"
    )
    assert acts.title(store, con, history.of_act(con, act)).startswith("Serahkan seragam · RT 01 · Ketua 01")
    slot = store.tables["seragam_gerak"].ledger
    assert slot is not None
    assert slot.describe(con, gerak.slot) == "RT 01 · Seragam RT 2026"
    assert slot.describe(con, f"{gerak.slot}|x") == "RT 01 · Seragam RT 2026 · penukaran atau penggantian"


def test_sizes_go_into_the_roster_and_measures_into_the_purchase(store: Store) -> None:
    rt1, rt2 = ketua(store, "", "")
    p = beli(store, {}, model="Pria, Wanita", ukuran="")
    hasil = ops.catat_ukuran(
        store, {rt1: IsianUkuran("xl"), rt2: IsianUkuran("khusus", "wanita", "dada 120"), "x": IsianUkuran("L")},
        pengadaan_id=p,
    ).value  # fmt: skip
    assert (hasil.diubah, [d.kalimat[:7] for d in hasil.dilewati]) == ((rt1, rt2), ["RT itu "])
    dua = satu(store, p, rt2)
    assert (dua.ukuran, dua.model, dua.cm, satu(store, p, rt1).model) == ("khusus", "Wanita", "dada 120", "Pria")
    assert ops.catat_ukuran(store, {rt1: IsianUkuran("XL")}).value == ((), 1, ())
    with pytest.raises(InputSalah, match="tidak dikenal"):
        ops.catat_ukuran(store, {rt1: IsianUkuran("40")})
    assert ops.catat_ukuran(store, {rt1: IsianUkuran("")}, pengadaan_id=p).value.diubah == (rt1,)
    assert satu(store, p, rt1).kata == "Ukuran belum diisi"


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"nama": ""}, "Nama pengadaan belum diisi"), ({"tahun": "26"}, "empat angka"),
        ({"barang": " "}, "belum diisi"),
        ({"ukuran": "40"}, "tidak dikenal"), ({"per_orang": "0"}, "lebih dari nol"), ({"model": "A: B"}, "titik dua"),
        ({"ukuran": "M"}, "L ada di isi pengadaan tetapi tidak ada"), ({"kontrak_tanggal": "x"}, "Tanggal"),
    ],
)  # fmt: skip
def test_a_purchase_is_checked_field_by_field(store: Store, isian: dict[str, str], pesan: str) -> None:
    with pytest.raises(InputSalah, match=pesan):
        beli(store, isi(L=5), **isian)


def test_a_purchase_is_changed_but_not_below_what_has_left_it(store: Store) -> None:
    p = gudang(store, isi(L=5))
    with pytest.raises(InputSalah, match="sudah ada"):
        beli(store, isi(L=5))
    with pytest.raises(InputSalah, match="L sudah keluar 5 potong dari pengadaan ini, jadi isinya tidak dapat"):
        ops.simpan_pengadaan(store, DI, {}, isi(L=4), pengadaan_id=p)
    ops.simpan_pengadaan(store, DI, {"nama": "Baju batik"}, isi(L=6, M=1), pengadaan_id=p)
    assert queries.satu_pengadaan(store.reader(), p).nama == "Baju batik"
    assert (sisa(store, p, "pengadaan"), queries.isi(store.reader(), p)) == ({"L": 1, "M": 1}, isi(M=1, L=6))


def test_a_kecamatan_records_no_purchase_of_its_own(store: Store) -> None:
    with pytest.raises(InputSalah, match="Pengadaan dicatat oleh kota, atau oleh kelurahan"):
        beli(store, isi(L=5), "kec:16.73.01")


def test_the_city_records_its_purchase_and_sees_the_whole_city(tmp_path: Path) -> None:
    kota = City(f"sqlite:///{tmp_path / 'kota.db'}", "http://kota")
    try:
        perintah = ("seragam", "pengadaan", "--nama", "Seragam", "--tahun", "2026", "--barang", "Baju")
        assert kota.command(*perintah, "--isi", "L=5, M=2") == (
            "Pengadaan Seragam tahun 2026 disimpan.\nIsinya: 2 M, 5 L. Jumlah 7."
        )
        assert kota.command("seragam", "isi", "2026", "--isi", "M=3") == "Isinya: 3 M, 5 L. Jumlah 8."
        assert kota.command("seragam", "isi", "2026", "--isi", "L=5", "--ganti") == "Isinya: 5 L. Jumlah 5."
        assert kota.command("seragam", "isi", "2026", "--isi", "L=5").startswith("Isinya sudah seperti itu")
        assert kota.command(*perintah, "--keadaan", "selesai") == "Pengadaan Seragam tahun 2026 disimpan."
        assert kota.command("seragam", "stok", "2026").splitlines()[1] == "Belum keluar dari pengadaan: 5 L"
        with pytest.raises(InputSalah, match="Barang yang dibeli belum diisi"):
            kota.command("seragam", "pengadaan", "--nama", "Lain", "--tahun", "2026")
    finally:
        kota.close()
