"""City commands that read the rows of all offices and write into an office's scope, by the path of an office's ops."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.arguments import Parser, Tree
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import City as Kota
from sipokat_desktop.storage.command import CityAnswer, CityCommand, CityRow, no_arguments
from sync.pusat import cli
from sync.server import city as kota
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, LAIN, Buka, daftarkan, sinkron, tenang

SEKARANG = 2_000_000_000_000
BANTUAN: Fields = {"unit_id": "u", "jenis": "rusak", "diminta": "2026-04-10", "keadaan": "dikirim"}
Isi = Callable[[Kota], CityAnswer]


def jalan(city: City, isi: Isi) -> tuple[CityAnswer, list[str]]:
    """Run a command of the city; returns its answer and the outcomes."""
    command = CityCommand(("uji", "kota"), "uji", no_arguments, lambda baca, _args: isi(baca))
    answer, results = kota.run(city.db, command, Namespace(), now=SEKARANG)
    return answer, [result.outcome for result in results]


def minta(pc: Office, lingkup: str) -> str:
    return pc.store.write("ponsel.bantuan", lambda tx: tx.insert("ponsel_bantuan", BANTUAN, scope=lingkup)).value


def jawab(row_id: str, *, dari: str = "dikirim", ke: str = "ditangani", lingkup: str = KELURAHAN) -> Isi:
    fields: Fields = {"keadaan": ke, "jawaban": "Bawa ke Kominfo", "dijawab": "2026-04-11"}
    row = CityRow("ponsel_bantuan", row_id, fields, lingkup, "move", dari)
    return lambda _kota: CityAnswer((row,), ("Dijawab.",))


def test_all_offices_are_read_and_one_is_answered(city: City, office: Buka) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city, LAIN)
    id_satu, id_dua = minta(satu, KELURAHAN), minta(dua, LAIN)
    sinkron(satu)
    sinkron(dua)
    lihat: list[object] = []

    def semua(baca: Kota) -> CityAnswer:
        lihat.extend((d.scope, d.row_id, d.fields["keadaan"], d.by, d.origin) for d in baca.rows("ponsel_bantuan"))
        lihat.extend(d.row_id for d in baca.rows("ponsel_bantuan", scopes=[LAIN]))
        lihat.append(baca.row("ponsel_bantuan", id_dua).scope)
        assert baca.now == SEKARANG
        return CityAnswer(lines=("dua",), data=[1, 2])

    assert jalan(city, semua)[1] == []
    assert lihat == [
        (KELURAHAN, id_satu, "dikirim", "Operator", "PC-1"),
        (LAIN, id_dua, "dikirim", "Operator", "PC-1"),
        id_dua,
        LAIN,
    ]
    assert jalan(city, jawab(id_satu))[1] == ["applied"]
    tenang(city, satu)
    sinkron(dua)
    row = satu.store.reader().execute("SELECT keadaan, jawaban FROM ponsel_bantuan").fetchone()
    assert tuple(row) == ("ditangani", "Bawa ke Kominfo")
    siapa = satu.store.reader().execute("SELECT oleh, asal FROM riwayat WHERE act = 'sinkron'").fetchone()
    assert tuple(siapa) == ("Pemerintah kota", "kota")
    assert dua.store.reader().execute("SELECT keadaan FROM ponsel_bantuan").fetchone()[0] == "dikirim"


def test_a_state_that_moved_on_writes_nothing(city: City, office: Buka) -> None:
    pc = daftarkan(office("a"), city)
    id = minta(pc, KELURAHAN)
    sinkron(pc)
    pc.store.write("p", lambda tx: tx.move("ponsel_bantuan", id, expected="dikirim", to="selesai"))
    sinkron(pc)
    sebelum = dunia.isi_kota(city.db, KELURAHAN)
    with pytest.raises(InputSalah, match="sudah berubah menjadi “selesai”"):
        jalan(city, jawab(id))
    with pytest.raises(InputSalah, match="sudah begitu"):
        jalan(city, jawab(id, dari="ditangani", ke="selesai"))
    with pytest.raises(InputSalah, match="menunggu keputusan"):
        jalan(city, jawab(ids.new_id()))
    assert dunia.isi_kota(city.db, KELURAHAN) == sebelum
    assert {op.inc for op in dunia.tercatat(city.db).values()} == {pc.store.identity.inc}
    tenang(city, pc)


def test_all_or_nothing(city: City, office: Buka) -> None:
    pc = daftarkan(office("a"), city)
    id = minta(pc, KELURAHAN)
    sinkron(pc)
    baik = CityRow("ponsel_unit", ids.new_id(), {"barang": "HP"}, KELURAHAN)
    salah = CityRow("ponsel_unit", ids.new_id(), {"barang": 5}, KELURAHAN)
    sebelum = dunia.isi_kota(city.db, KELURAHAN)
    with pytest.raises(InputSalah, match="Nama barang"):
        jalan(city, lambda _kota: CityAnswer((baik, *jawab(id)(_kota).rows, salah)))
    assert dunia.isi_kota(city.db, KELURAHAN) == sebelum
    assert jalan(city, lambda _kota: CityAnswer((baik,)))[1] == ["applied"]
    tenang(city, pc)


def test_a_ledger_entry_and_rows_of_several_offices_in_one_act(city: City, office: Buka) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city, LAIN)

    def kirim(lingkup: str) -> CityRow:
        isi: Fields = {
            "pengadaan_id": "p", "jenis": "kirim", "dari": "pengadaan", "ke": lingkup, "ukuran": "L", "jumlah": 5,
            "tanggal": "2026-04-10", "slot": f"kirim|p|pengadaan|{lingkup}|1||L",
        }  # fmt: skip
        return CityRow("seragam_gerak", ids.new_id(), isi, lingkup, "append")

    rows = (kirim(KELURAHAN), kirim(LAIN), CityRow("seragam_pengadaan", "p", {"nama": "A", "tahun": 2026}))
    assert jalan(city, lambda _kota: CityAnswer(rows))[1] == ["applied"] * 3
    tenang(city, satu)
    sinkron(dua)
    for pc, lingkup in ((satu, KELURAHAN), (dua, LAIN)):
        (row,) = pc.store.reader().execute("SELECT ke, jumlah FROM seragam_gerak").fetchall()
        assert tuple(row) == (lingkup, 5)
        assert pc.store.reader().execute("SELECT lingkup FROM seragam_pengadaan").fetchone()[0] == "kota"
    hapus = CityRow("seragam_pengadaan", "p", {}, kind="delete")
    assert jalan(city, lambda _kota: CityAnswer((hapus,)))[1] == ["applied"]
    sinkron(satu)
    assert satu.store.reader().execute("SELECT count(*) FROM seragam_pengadaan").fetchone()[0] == 0


def test_a_row_that_is_not_there_is_said(city: City) -> None:
    with pytest.raises(InputSalah, match="Minta bantuan dengan pengenal x tidak ada"):
        jalan(city, lambda baca: CityAnswer(lines=(baca.row("ponsel_bantuan", "x").row_id,)))


def test_the_command_line_prints_what_a_command_says(
    city: City, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``uji`` lists, ``uji jawab`` writes: a word may be a command and a group."""
    row = CityRow("seragam_pengadaan", "p", {"nama": "A", "tahun": 2026})
    perintah = (
        CityCommand(("uji",), "daftar", no_arguments, lambda _k, _a: CityAnswer(lines=("satu", "dua"), data=["satu"])),
        CityCommand(("uji", "jawab"), "jawab", no_arguments, lambda _k, _a: CityAnswer((row,), ("Selesai.",))),
    )
    monkeypatch.setattr(cli, "CITY_COMMANDS", perintah)
    for kata, harap in ((["uji"], "satu\ndua\n"), (["uji", "jawab"], "Selesai.\n")):
        assert cli.main([*kata, "--db", city.db_url]) == 0
        assert capsys.readouterr().out == harap
    for kata, data in ((["uji"], ["satu"]), (["uji", "jawab"], {"baris": ["applied"]})):
        assert cli.main([*kata, "--db", city.db_url, "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == data


def test_a_group_without_a_command_of_its_own_wants_a_word() -> None:
    root = Parser(prog="uji")
    tree = Tree(root, Parser(help=False))
    tree.add(("a", "b"), "b")
    with pytest.raises(InputSalah):
        root.parse_args(["a"])
