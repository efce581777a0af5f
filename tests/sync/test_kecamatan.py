"""A kecamatan's computer: it sees all its kelurahan and no other, and writes there what its work needs, no more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import ids, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.safety import restore
from sipokat_desktop.storage import core
from sipokat_desktop.storage.tx import Tx
from sync.client.http import NetworkTrouble
from sync.protocol import Page
from sync.pusat import cli
from sync.server import auth
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DEVICE
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, LAIN, Buka, daftarkan, isi_rt, periksa_tenang, sinkron, tenang

KECAMATAN = "kec:16.73.01"
TETANGGA = "16.73.01.1004"
"""Another kelurahan of the same kecamatan."""
SERAGAM = "seragam_gerak"


def gerak(nomor: str = "SJ-1", **lain: str | int) -> Fields:
    """A delivery of ten pieces from the kecamatan to a kelurahan."""
    slot = f"kirim|p1|{KECAMATAN}|{KELURAHAN}|{nomor}|pria|L"
    isi: Fields = {
        "pengadaan_id": "p1", "jenis": "kirim", "dari": KECAMATAN, "ke": KELURAHAN, "model": "pria", "ukuran": "L",
        "jumlah": 10, "nomor": nomor, "tanggal": "2026-04-10", "slot": slot,
    }  # fmt: skip
    return isi | lain


def kirim(pc: Office, nomor: str = "SJ-1", lingkup: str = KELURAHAN) -> str:
    """Record a delivery in the scope of a kelurahan; returns its id."""
    return pc.store.write("seragam.kirim", lambda tx: tx.append(SERAGAM, gerak(nomor), scope=lingkup)).value


def nama(pc: Office, tabel: str, kolom: str) -> list[str]:
    return sorted(str(r[0]) for r in pc.store.reader().execute(f"SELECT {kolom} FROM {tabel}"))


def test_scopes_follow_from_the_code() -> None:
    di_kecamatan = wilayah.kelurahan_dari(KECAMATAN)
    assert KELURAHAN in di_kecamatan
    assert TETANGGA in di_kecamatan
    assert LAIN not in di_kecamatan
    assert wilayah.lingkup_baca(KECAMATAN) == (KECAMATAN, *di_kecamatan, "kota")
    assert wilayah.lingkup_baca(KELURAHAN) == (KELURAHAN, "kota")
    assert sum(len(wilayah.kelurahan_dari(f"kec:16.73.0{ke}")) for ke in range(1, 9)) == 72
    assert not wilayah.milik("kec:16.73.0", KELURAHAN)
    assert not wilayah.milik(KELURAHAN, KECAMATAN)


def test_both_ways_between_kelurahan_and_kecamatan(city: City, office: Buka) -> None:
    city.set_tarif()
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, "Kecamatan Lubuklinggau Timur I")
    assert (camat.kantor, camat.store.identity.label) == (KECAMATAN, "Kec-1")
    assert camat.store.identity.scopes == wilayah.lingkup_baca(KECAMATAN)
    isi_rt(lurah, 1, 2)
    sinkron(lurah)
    assert sinkron(camat).matching
    assert dunia.orang(camat, "nama") == ["Ketua 01", "Ketua 02"]
    kirim(camat)
    camat.store.write("kecamatan.sendiri", lambda tx: tx.append(SERAGAM, gerak("K-1"), scope=KECAMATAN))
    satu = next(iter(rt_orang(camat)))
    camat.store.write("seragam.ukuran", lambda tx: tx.update("rt_orang", satu, {"ukuran": "XL"}))
    tenang(city, camat, lurah)
    periksa_tenang(city.db, [camat], KECAMATAN)
    assert nama(lurah, SERAGAM, "nomor") == ["SJ-1"]
    assert nama(camat, SERAGAM, "nomor") == ["K-1", "SJ-1"]
    assert rt_orang(lurah)[satu] == "XL"
    entri = lurah.store.reader().execute(f"SELECT id FROM {SERAGAM}").fetchone()[0]
    asal = lurah.store.reader().execute("SELECT oleh, asal FROM riwayat WHERE row_id = ?", (entri,)).fetchone()
    assert tuple(asal) == ("Operator", "Kec-1")
    kirim(lurah, "SJ-1")
    tenang(city, lurah, camat)
    for pc in (lurah, camat):
        (ganda,) = pc.status().decisions
        assert (ganda.jenis, ganda.sebutan) == (core.GANDA, "Penyerahan ganda")
        assert "Diserahkan 2 kali" in ganda.kalimat
    camat.store.write("seragam.batal", lambda tx: tx.reverse(SERAGAM, ganda.baris[0], "dua kali dicatat"))
    tenang(city, camat, lurah)
    assert dunia.jenis(lurah) == dunia.jenis(camat) == []


def rt_orang(pc: Office) -> dict[str, str]:
    return {r[0]: r[1] for r in pc.store.reader().execute("SELECT id, ukuran FROM rt_orang ORDER BY id")}


def test_nothing_new_stays_one_round_trip(city: City, office: Buka) -> None:
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    isi_rt(lurah, 1)
    sinkron(lurah)
    sinkron(camat)
    assert [sinkron(camat).rounds for _ in range(2)] == [1, 1]
    isi = json.loads(str(camat.receipts()[0][3]["kota"]))["isi"]
    assert set(isi) == set(wilayah.lingkup_baca(KECAMATAN))
    assert all(ada == di_kota for _, ada, di_kota in camat.receipt_sides(camat.receipts()[0][0]))


def test_another_kecamatan_gets_nothing(city: City, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    asing = daftarkan(office("s"), city, wilayah.kecamatan_dari(LAIN))
    isi_rt(lurah, 1)
    kirim(camat)
    camat.store.write("k", lambda tx: tx.append(SERAGAM, gerak("K-1"), scope=KECAMATAN))
    tenang(city, lurah, camat)
    sinkron(asing)
    for scope in (KELURAHAN, KECAMATAN):
        assert dunia.isi_kantor(asing, scope) == {}
    sebelum = [dunia.isi_kota(city.db, scope) for scope in (KELURAHAN, KECAMATAN)]
    monkeypatch.setattr(Tx, "permit", lambda *_args: None)
    for scope in (KELURAHAN, KECAMATAN, "kota"):
        kirim(asing, "X", scope)
    assert sinkron(asing).stuck == 3
    assert [dunia.isi_kota(city.db, scope) for scope in (KELURAHAN, KECAMATAN)] == sebelum
    assert "Ketua 01" not in str(dunia.isi_kota(city.db, wilayah.kecamatan_dari(LAIN)))


def test_one_enrolment_is_one_office(city: City, office: Buka) -> None:
    camat = daftarkan(office("k"), city, KECAMATAN)
    with pytest.raises(InputSalah, match=r"milik Kelurahan .* berisi data Kecamatan"):
        camat.enrol(server=city.url, code=city.invite(KELURAHAN), name="x")
    lurah = daftarkan(office("a"), city)
    with pytest.raises(InputSalah, match=r"milik Kecamatan .* berisi data Kelurahan"):
        lurah.enrol(server=city.url, code=city.invite(KECAMATAN), name="x")
    camat.enrol(server=city.url, code=city.invite(KECAMATAN), name="x")
    assert camat.store.identity.label.startswith("Kec-")


def test_a_kelurahan_that_came_later_is_taken_in(city: City, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    """The city knows of a kelurahan more than at the enrolment: its rows come, by the code alone."""
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    semua = camat.store.identity.scopes
    camat.store.save_identity(camat.store.identity._replace(scopes=tuple(s for s in semua if s != KELURAHAN)))
    isi_rt(lurah, 1)
    sinkron(lurah)
    assert sinkron(camat).matching
    assert sorted(camat.store.identity.scopes) == sorted(semua)
    assert dunia.orang(camat, "nama") == ["Ketua 01"]
    tenang(city, camat, lurah)
    monkeypatch.setattr(wilayah, "lingkup_baca", lambda _kantor: (KECAMATAN, LAIN, "kota"))
    with pytest.raises(NetworkTrouble, match="wilayah lain"):
        sinkron(camat)


def test_a_kelurahan_that_left_stays_as_it_was(city: City, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    isi_rt(lurah, 1)
    sinkron(lurah)
    sinkron(camat)
    semua = wilayah.lingkup_baca
    tinggal = tuple(s for s in semua(KECAMATAN) if s != KELURAHAN)
    monkeypatch.setattr(wilayah, "lingkup_baca", lambda kantor: tinggal if kantor == KECAMATAN else semua(kantor))
    isi_rt(lurah, 2)
    sinkron(lurah)
    assert sinkron(camat).matching
    assert dunia.orang(camat, "nama") == ["Ketua 01"]
    assert camat.receipts()[0][2]
    assert all(f.ok for f in camat.check())


def test_a_file_carries_a_kecamatan_too(city: City, office: Buka, tmp_path: Path) -> None:
    lurah = daftarkan(office("a"), city)
    isi_rt(lurah, 1)
    sinkron(lurah)
    undangan = tmp_path / "undangan.json"
    assert cli.main(["kantor", "undang", KECAMATAN, "--db", city.db_url, "--keluaran", str(undangan)]) == 0
    camat = office("k")
    assert camat.enrol_by_file(undangan, name="Camat") == KECAMATAN
    kirim(camat)
    tulis = camat.write_file(tmp_path)
    assert ":" not in tulis.path.name
    assert cli.main(["berkas", "baca", str(tulis.path), "--db", city.db_url]) == 0
    baca = camat.read_file(tulis.path.with_suffix(".dari-kota"))
    assert (baca.answered, baca.matching) == (1, True)
    assert dunia.orang(camat, "nama") == ["Ketua 01"]
    sinkron(lurah)
    assert nama(lurah, SERAGAM, "nomor") == ["SJ-1"]


def test_a_restored_kecamatan_pc_and_a_restored_city(city: City, office: Buka) -> None:
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    isi_rt(lurah, 1)
    tenang(city, lurah, camat)
    cadangan = camat.safety.backup()
    lama = dunia.Simpanan(city.db)
    kirim(camat, "SJ-1")
    camat.store.write("k", lambda tx: tx.append(SERAGAM, gerak("K-1"), scope=KECAMATAN))
    isi_rt(lurah, 2)
    tenang(city, camat, lurah)
    lama.pulihkan(city.db)
    tenang(city, camat, lurah)
    assert nama(camat, SERAGAM, "nomor") == ["K-1", "SJ-1"]
    kirim(camat, "SJ-2", TETANGGA)
    camat.close()
    folder = camat.store.folder
    assert restore(folder, cadangan) == 1
    lagi = office(folder.name)
    assert lagi.kantor == KECAMATAN
    tenang(city, lagi, lurah)
    assert nama(lagi, SERAGAM, "nomor") == ["K-1", "SJ-1", "SJ-2"]
    assert dunia.orang(lagi, "nama") == ["Ketua 01", "Ketua 02"]


def test_a_revoked_kecamatan_pc_gets_nothing_more(city: City, office: Buka) -> None:
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    assert cli.main(["kantor", "cabut", camat.store.identity.device_id, "--db", city.db_url]) == 0
    isi_rt(lurah, 1)
    sinkron(lurah)
    kirim(camat)
    with pytest.raises(NetworkTrouble, match="dicabut"):
        sinkron(camat)
    assert dunia.orang(camat, "nama") == []
    assert [o for o in dunia.hasil(city.db).values() if o == "held"] == ["held"]


def test_the_city_names_kecamatan_offices(city: City, office: Buka, capsys: pytest.CaptureFixture[str]) -> None:
    daftarkan(office("k"), city, KECAMATAN)
    assert cli.main(["kantor", "daftar", "--db", city.db_url]) == 0
    assert "Kecamatan Lubuk Linggau Timur I  Kec-1" in capsys.readouterr().out
    assert cli.main(["kantor", "undang", "Lubuklinggau Barat I", "--db", city.db_url, "--keluaran", "/dev/null"]) == 0
    assert "Kode kantor Kecamatan Lubuk Linggau Barat I:" in capsys.readouterr().out
    with pytest.raises(InputSalah, match="Kantor “Nirwana” tidak dikenal"):
        wilayah.cari_kantor("Nirwana")


def test_a_page_shows_one_kelurahan_that_is_remembered(city: City, office: Buka) -> None:
    camat = daftarkan(office("k"), city, KECAMATAN)
    assert camat.lingkup == wilayah.kelurahan_dari(KECAMATAN)[0]
    camat.show_kelurahan(TETANGGA)
    assert (camat.lingkup, camat.choose_kelurahan(None)) == (TETANGGA, TETANGGA)
    assert camat.choose_kelurahan(KELURAHAN) == KELURAHAN
    assert camat.lingkup == TETANGGA
    with pytest.raises(InputSalah, match="berisi data Kecamatan"):
        camat.show_kelurahan(LAIN)
    sendiri = office("s")
    assert sendiri.choose_kelurahan("kec:16.73.02") == wilayah.kelurahan_dari("kec:16.73.02")[0]
    assert sendiri.kantor == "kec:16.73.02"


def test_the_key_of_a_lost_answer_gives_the_same_device(city: City) -> None:
    """Enrolment asked for again: same device, same scopes."""
    from sync.client.device import public_key
    from sync.protocol import EnrolRequest
    from sync.server.keys import ServerKey

    kunci = public_key(ServerKey(city.db).private)
    minta = EnrolRequest(code=city.invite(KECAMATAN), public_key=kunci, name="x", inc=ids.new_id())
    jawab = [auth.enrol(city.db, minta, ServerKey(city.db), 1) for _ in range(2)]
    assert jawab[0] == jawab[1]
    assert jawab[0].scopes == list(wilayah.lingkup_baca(KECAMATAN))
    with city.db.read(ALL_SCOPES) as con:
        assert [r.scope for r in con.execute(select(DEVICE.c.scope))] == [KECAMATAN]


def test_a_page_of_nowhere_is_not_taken_note_of(city: City, office: Buka) -> None:
    from sync.client import ask

    camat = daftarkan(office("k"), city, KECAMATAN)
    sebelum = camat.store.identity.scopes
    ask.adopt(camat.store, [Page(scope=LAIN, rows=[], cursor="", more=False)])
    assert camat.store.identity.scopes == sebelum
