"""The city-level office: it reads every scope, and writes the city's rows and those below as far as tables let it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import kantor as kop
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import core, deciding
from sipokat_desktop.storage.tx import Tx
from sync.merge import TAK_DIKENAL
from sync.pusat import cli
from sync.server import held, push
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, LAIN, Buka, daftarkan, isi_rt, periksa_tenang, sinkron, tenang
from tests.sync.test_kecamatan import KECAMATAN, gerak, kirim, nama, rt_orang
from tests.sync.test_kecamatan_batas import tanpa_jaga
from tests.unit import kantor

KOTA = wilayah.KOTA
KEGIATAN: Fields = {"nama": "Bimtek Ketua RT", "keadaan": "rencana"}


def kegiatan(pc: Office, lingkup: str = KOTA) -> str:
    """Record an event in the scope of an office; returns its id."""
    return pc.store.write("uji.kegiatan", lambda tx: tx.insert("bimtek_kegiatan", KEGIATAN, scope=lingkup)).value


def undang(pc: Office, lingkup: str = KELURAHAN) -> str:
    """Invite a post of a kelurahan; returns the invitation's id."""
    isi: Fields = {"kegiatan_id": "k", "jabatan_id": "j", "token": "T"}
    return pc.store.write("uji.undang", lambda tx: tx.insert("bimtek_undangan", isi, scope=lingkup)).value


def test_it_reads_all_and_its_rows_reach_all(city: City, office: Buka) -> None:
    city.set_tarif()
    lurah, asing = daftarkan(office("a"), city), daftarkan(office("s"), city, LAIN)
    camat = daftarkan(office("k"), city, KECAMATAN)
    pusat = daftarkan(office("p"), city, "Bagian Tata Pemerintahan")
    assert (pusat.kantor, pusat.store.identity.label) == (KOTA, "Kota-1")
    assert pusat.store.identity.scopes == wilayah.lingkup_baca(KOTA)
    isi_rt(lurah, 1)
    rt.tambah(asing.store, LAIN, kantor.isian(7))
    kirim(camat)
    camat.store.write("kecamatan.sendiri", lambda tx: tx.append("seragam_gerak", gerak("K-1"), scope=KECAMATAN))
    for pc in (lurah, asing, camat):
        sinkron(pc)
    assert sinkron(pusat).matching
    assert dunia.orang(pusat, "nama") == ["Ketua 01", "Ketua 07"]
    assert nama(pusat, "seragam_gerak", "nomor") == ["K-1", "SJ-1"]
    kegiatan(pusat)
    undang(pusat)
    satu = next(iter(rt_orang(lurah)))
    pusat.store.write("seragam.ukuran", lambda tx: tx.update("rt_orang", satu, {"ukuran": "XL"}))
    pusat.store.write("ke.kecamatan", lambda tx: tx.append("seragam_gerak", gerak("P-1"), scope=KECAMATAN))
    tenang(city, pusat, lurah, camat)
    periksa_tenang(city.db, [pusat, camat], KECAMATAN)
    sinkron(asing)
    for pc in (pusat, lurah, camat, asing):
        assert nama(pc, "bimtek_kegiatan", "nama") == ["Bimtek Ketua RT"]
    assert [len(nama(pc, "bimtek_undangan", "id")) for pc in (lurah, camat, asing)] == [1, 1, 0]
    assert rt_orang(lurah)[satu] == "XL"
    assert nama(camat, "seragam_gerak", "nomor") == ["K-1", "P-1", "SJ-1"]


def test_nothing_new_stays_one_round_trip(city: City, office: Buka) -> None:
    lurah, pusat = daftarkan(office("a"), city), daftarkan(office("p"), city, KOTA)
    isi_rt(lurah, *range(1, 12))
    sinkron(lurah)
    assert sinkron(pusat, limit=5).matching
    assert len(dunia.orang(pusat, "nama")) == 11
    assert [sinkron(pusat).rounds for _ in range(2)] == [1, 1]
    isi = json.loads(str(pusat.receipts()[0][3]["kota"]))["isi"]
    assert set(isi) == set(wilayah.lingkup_baca(KOTA))
    assert all(ada == di_kota for _, ada, di_kota in pusat.receipt_sides(pusat.receipts()[0][0]))
    assert pusat.receipt_pdf(pusat.receipts()[0][0]).startswith(b"%PDF")


TERLARANG: tuple[tuple[Callable[[Tx, str], object], str], ...] = (
    (lambda tx, _: tx.insert("rt_orang", {"nama": "Orang Baru"}, scope=KELURAHAN), "oleh kelurahan. Minta Kelurahan"),
    (lambda tx, id: tx.update("rt_orang", id, {"nama": "Lain"}), "oleh kelurahan. Minta Kelurahan"),
    (lambda tx, id: tx.delete("rt_orang", id), "oleh kelurahan. Minta Kelurahan"),
    (lambda tx, _: tx.insert("rt_pejabat", {"peran": "camat", "nama": "x"}, scope=KECAMATAN), "Minta Kecamatan"),
    (lambda tx, _: tx.insert("bimtek_kegiatan", KEGIATAN, scope=KECAMATAN), "Minta Kecamatan"),
    (lambda tx, _: tx.append(dunia.LEDGER, {"slot": "a|b|c", "jumlah": 1, "jenis": "bayar"}, scope=KOTA), "Kominfo"),
    (lambda tx, _: tx.insert("insentif_tarif", {"komponen_id": "k", "mulai": "2026-01"}, scope=KOTA), "Kominfo"),
    (lambda tx, _: tx.insert("seragam_pengadaan", {"nama": "x", "tahun": 1, "barang": "b"}, scope=KOTA), "Kominfo"),
)


@pytest.mark.parametrize("ke", range(len(TERLARANG)))
def test_what_others_write_is_refused_on_both_sides(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch, ke: int
) -> None:
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    pusat = daftarkan(office("p"), city, KOTA)
    isi_rt(lurah, 1)
    sinkron(lurah)
    sinkron(pusat)
    kerja, kata = TERLARANG[ke]
    satu, sebelum = next(iter(rt_orang(pusat))), [dunia.isi_kota(city.db, s) for s in (KELURAHAN, KECAMATAN, KOTA)]
    with pytest.raises(InputSalah, match=kata):
        pusat.store.write("curang", lambda tx: kerja(tx, satu))
    assert dunia.menunggu(pusat) == 0
    tanpa_jaga(monkeypatch)
    pusat.store.write("curang", lambda tx: kerja(tx, satu))
    assert sinkron(pusat).stuck == 1
    (hal,) = pusat.status().decisions
    assert (hal.jenis, kata in hal.kalimat) == ("ditolak kota", True)
    tenang(city, lurah, camat)
    assert [dunia.isi_kota(city.db, s) for s in (KELURAHAN, KECAMATAN, KOTA)] == sebelum
    assert lurah.status().decisions == camat.status().decisions == ()
    deciding.close(pusat.store, hal)
    assert pusat.status().decisions == ()


@pytest.mark.parametrize("kode", [KELURAHAN, KECAMATAN])
def test_nobody_else_writes_the_citys_rows(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch, kode: str
) -> None:
    pusat, bawah = daftarkan(office("p"), city, KOTA), daftarkan(office("a"), city, kode)
    acara = kegiatan(pusat)
    tenang(city, pusat)
    sinkron(bawah)
    with pytest.raises(InputSalah, match="Minta mereka mengisinya") as tolak:
        kegiatan(bawah)
    assert wilayah.KANTOR_KOTA in tolak.value.pesan
    tanpa_jaga(monkeypatch)
    kegiatan(bawah)
    bawah.store.write("curang", lambda tx: tx.update("bimtek_kegiatan", acara, {"nama": "Dicuri"}))
    bawah.store.write("curang", lambda tx: tx.delete("bimtek_kegiatan", acara))
    assert sinkron(bawah).stuck == 3
    sinkron(pusat)
    assert nama(pusat, "bimtek_kegiatan", "nama") == ["Bimtek Ketua RT"]
    assert pusat.status().decisions == ()
    kegiatan(bawah, kode)  # its own event is its own
    assert sinkron(bawah).stuck == 3


def test_decisions_about_the_citys_rows_are_its_own(city: City, office: Buka) -> None:
    """Two PCs of the city-level office differ: they see it and settle it; no kelurahan or kecamatan is asked."""
    satu, dua = daftarkan(office("p"), city, KOTA), daftarkan(office("q"), city, KOTA)
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    acara = kegiatan(satu)
    sinkron(satu)
    sinkron(dua)
    for pc, baru in ((satu, "Bimtek A"), (dua, "Bimtek B")):
        pc.store.write("uji", lambda tx, baru=baru: tx.update("bimtek_kegiatan", acara, {"nama": baru}))  # type: ignore[misc]
        sinkron(pc)
    sinkron(satu)
    for pc in (lurah, camat):
        sinkron(pc)
        assert pc.store.reader().execute("SELECT count(*) FROM konflik WHERE lingkup = 'kota'").fetchone()[0] == 1
        assert pc.status().decisions == ()
    assert [dunia.jenis(pc) for pc in (satu, dua)] == [[core.KERAS]] * 2
    (beda,) = satu.status().decisions
    with pytest.raises(InputSalah, match=wilayah.KANTOR_KOTA):
        deciding.choose(lurah.store, beda, "Bimtek B")
    deciding.choose(satu.store, beda, "Bimtek B")
    for pc in (satu, dua, lurah, camat):
        sinkron(pc)
    assert dunia.jenis(satu) == dunia.jenis(dua) == []
    assert nama(lurah, "bimtek_kegiatan", "nama") == ["Bimtek B"]


def test_decisions_of_the_others_stay_with_them(city: City, office: Buka) -> None:
    a, b = daftarkan(office("a"), city), daftarkan(office("b"), city)
    camat, camat2 = daftarkan(office("k"), city, KECAMATAN), daftarkan(office("l"), city, KECAMATAN)
    pusat = daftarkan(office("p"), city, KOTA)
    isi_rt(a, 1)
    camat.store.write("uji", lambda tx: tx.insert("rt_pejabat", {"peran": "camat", "nama": "X"}, scope=KECAMATAN))
    for pc in (a, b, camat, camat2):
        sinkron(pc)
    for pc, baru in ((a, "Ahmad"), (b, "Akhmad")):
        dunia.ubah(pc, "01", nama=baru)
        sinkron(pc)
    (id,) = nama(camat, "rt_pejabat", "id")
    for pc, baru in ((camat, "Camat A"), (camat2, "Camat B")):
        pc.store.write("uji", lambda tx, baru=baru: tx.update("rt_pejabat", id, {"nama": baru}))  # type: ignore[misc]
        sinkron(pc)
    for nomor in ("SJ-1", "SJ-1"):
        kirim(a, nomor)
    slot: Fields = {"slot": "a|b|2026-01", "jumlah": 1, "jenis": "bayar", "bulan": "2026-01"}
    for _ in range(2):
        a.store.write("insentif.bayar", lambda tx: tx.append(dunia.LEDGER, slot, scope=KELURAHAN))
    for pc in (a, camat, camat2, pusat):
        sinkron(pc)
    assert dunia.jenis(a) == sorted([core.KERAS, core.GANDA, core.GANDA])
    assert dunia.jenis(camat) == sorted([core.KERAS, core.GANDA])  # its camat, and the uniforms handed over twice
    (ganda,) = pusat.status().decisions
    assert ganda.sebutan == "Penyerahan ganda"
    pusat.store.write("seragam.batal", lambda tx: tx.reverse("seragam_gerak", ganda.baris[0], "dua kali"))
    sinkron(pusat)
    sinkron(camat)
    assert (dunia.jenis(pusat), dunia.jenis(camat)) == ([], [core.KERAS])


def test_a_table_unknown_to_the_server_is_asked_again(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    pusat = daftarkan(office("p"), city, KOTA)
    tanpa_jaga(monkeypatch)
    ada = {name: push.TABLES.pop(name) for name in ("bimtek_kegiatan", "insentif_setelan")}
    try:
        kegiatan(pusat)
        pusat.store.write("x", lambda tx: tx.insert("insentif_setelan", {"kunci": "a", "nilai": "b"}, scope=KOTA))
        sinkron(pusat)
    finally:
        push.TABLES.update(ada)
    assert set(dunia.hasil(city.db).values()) == {"held"}
    assert {d.kalimat for d in pusat.status().decisions} == {TAK_DIKENAL}
    assert held.retry(city.db, now=2_000_000_000_000) == 1
    tabel = {tbl for tbl, _ in dunia.isi_kota(city.db, KOTA)} - {"konflik"}
    assert tabel == {"bimtek_kegiatan"}


def test_known_bad_a_server_without_the_rule_lets_it_through(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known bad: without the check the city-level office writes a payment that every office reads."""
    pusat, lurah = daftarkan(office("p"), city, KOTA), daftarkan(office("a"), city)
    tanpa_jaga(monkeypatch)
    monkeypatch.setattr(push, "not_its_own", lambda *_args: "")
    pusat.store.write("curang", lambda tx: TERLARANG[5][0](tx, ""))
    assert sinkron(pusat).stuck == 0
    sinkron(lurah)
    assert nama(lurah, dunia.LEDGER, "slot") == ["a|b|c"]


def test_the_city_invites_it_by_any_of_its_names(city: City, office: Buka, capsys: pytest.CaptureFixture[str]) -> None:
    for teks in ("kota", "Kota Lubuk Linggau", "bagian tata pemerintahan", "16.73"):
        assert cli.main(["kantor", "undang", teks, "--db", city.db_url, "--keluaran", "/dev/null"]) == 0
        assert "Kode kantor Bagian Tata Pemerintahan:" in capsys.readouterr().out
    pusat = daftarkan(office("p"), city, KOTA)
    assert cli.main(["kantor", "daftar", "--db", city.db_url]) == 0
    assert "Bagian Tata Pemerintahan  Kota-1" in capsys.readouterr().out
    with pytest.raises(InputSalah, match=r"milik Kelurahan .* berisi data Bagian Tata Pemerintahan"):
        pusat.enrol(server=city.url, code=city.invite(KELURAHAN), name="x")
    assert pusat.lingkup == wilayah.kelurahan_dari(KOTA)[0]
    pusat.show_kelurahan(LAIN)
    assert (pusat.lingkup, pusat.choose_kelurahan(KELURAHAN)) == (LAIN, KELURAHAN)


def test_its_signers_and_its_letterhead(city: City, office: Buka) -> None:
    pusat, lurah = daftarkan(office("p"), city, KOTA), daftarkan(office("a"), city)
    hari = hari_ini(pusat.store)
    assert kop.penanda_kepala(lurah.store.reader(), KOTA, hari).nama == ""
    rt.set_pejabat(pusat.store, KOTA, "kabag", {"nama": "Drs. H. Amran", "nip": "19700101 199003 1 001"})
    rt.set_kelurahan(pusat.store, KOTA, {"alamat": "Jl. Garuda No. 1"})
    with pytest.raises(InputSalah, match="Tata Pemerintahan"):
        rt.set_pejabat(lurah.store, KOTA, "kabag", {"nama": "Palsu"})
    tenang(city, pusat, lurah)
    con = lurah.store.reader()
    penanda = kop.penanda_kepala(con, KOTA, hari)
    assert (penanda.sebutan, penanda.nama) == (("Mengetahui,", "Kepala Bagian Tata Pemerintahan"), "Drs. H. Amran")
    assert kop.kop(con, KOTA).baris[1:] == ("SEKRETARIAT DAERAH", "BAGIAN TATA PEMERINTAHAN")
    assert kop.kop(con, KOTA).alamat == "Jl. Garuda No. 1"
