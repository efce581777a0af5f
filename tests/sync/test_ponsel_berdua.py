"""Two PCs and one phone, and a request for help that goes to the city and back, through the real server."""

from __future__ import annotations

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import ganda, ganti_ketua, ops, queries
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import deciding, history
from sipokat_desktop.storage.decision import Decision
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.unit import barang, kantor
from tests.unit.barang import hp, masa_id, serah, unit

Dua = tuple[Office, Office]
POS = rt.id_jabatan(KELURAHAN, "03")
GANTI = {
    "akhir_nyata": "14/3/2026", "alasan_akhir": "pindah", "sk_nomor": "141/9", "nama": "Budi", "nik": kantor.nik(77),
}  # fmt: skip


@pytest.fixture
def berdua(city: City, office: Buka) -> Dua:
    """Two PCs of one office that hold the same three heads."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    satu.store.user, dua.store.user = "Siti", "Rudi"
    sinkron(satu)
    isi_rt(satu, 1, 2, 3)
    for pc in (satu, dua):
        sinkron(pc)
    return satu, dua


@pytest.fixture
def telepon(berdua: Dua) -> tuple[str, str]:
    """Two phones that both PCs know."""
    ids_ = hp(berdua[0].store, 1), hp(berdua[0].store, 2)
    for pc in berdua:
        sinkron(pc)
    return ids_


def hal(pc: Office) -> Decision:
    """The one thing to decide on a PC."""
    (satu,) = pc.status().decisions
    return satu


def oleh(pc: Office, nama: str) -> str:
    """The claim that somebody recorded."""
    return next(str(c.nilai) for c in hal(pc).pilihan if c.oleh == nama)


def dua_penyerahan(city: City, berdua: Dua, telepon: str) -> None:
    """Each PC hands the phone to another head."""
    for pc, rt_ in zip(berdua, ("01", "02"), strict=True):
        serah(pc.store, telepon, rt_)
    dunia.tenang(city, *berdua)
    for pc in berdua:
        assert (unit(pc.store, telepon).keadaan, unit(pc.store, telepon).nama.split(" atau ")) == (
            "ganda", unit(pc.store, telepon).nama.split(" atau "),
        )  # fmt: skip
        assert {*unit(pc.store, telepon).nama.split(" atau ")} == {"Ketua 01", "Ketua 02"}
        assert hal(pc).judul == f"HP Samsung J2 Prime · IMEI …{barang.imei(1)[-4:]}"
        with pytest.raises(InputSalah, match="Putuskan dulu di Perlu keputusan"):
            ops.kembali(pc.store, telepon, {})


def test_one_was_a_mistake(city: City, berdua: Dua, telepon: tuple[str, str]) -> None:
    dua_penyerahan(city, berdua, telepon[0])
    deciding.take_back(
        berdua[0].store, "ponsel_serah", oleh(berdua[0], "Rudi"), ganda.SALAH, {"alasan": "tercatat dua kali"}
    )
    dunia.tenang(city, *berdua)
    for pc in berdua:
        assert (unit(pc.store, telepon[0]).nama, dunia.jenis(pc)) == ("Ketua 01", [])


def test_both_happened_one_after_the_other(city: City, berdua: Dua, telepon: tuple[str, str]) -> None:
    dua_penyerahan(city, berdua, telepon[0])
    act = deciding.take_back(berdua[0].store, "ponsel_serah", oleh(berdua[0], "Rudi"), ganda.SESUDAH, {})
    dunia.tenang(city, *berdua)
    for pc in berdua:
        assert (unit(pc.store, telepon[0]).nama, dunia.jenis(pc)) == ("Ketua 02", [])
        langkah = [
            s for s in queries.riwayat_unit(pc.store.reader(), telepon[0]) if s.jenis in ("serah", "alih", "kembali")
        ]
        assert [s.judul for s in langkah if not s.dibatalkan][-1] == ("Dialihkan dari Ketua 01 kepada Ketua 02 (RT 02)")
    with pytest.raises(InputSalah, match="Tidak dapat"):
        history.undo(berdua[0].store, act.act_id)
    assert unit(berdua[0].store, telepon[0]).nama == "Ketua 02"


def test_it_was_another_phone(city: City, berdua: Dua, telepon: tuple[str, str]) -> None:
    dua_penyerahan(city, berdua, telepon[0])
    entri = oleh(berdua[1], "Rudi")
    assert [u for u, _ in ganda.barang_bebas(berdua[1].store.reader(), entri)] == [telepon[1]]
    for pc in berdua:
        deciding.take_back(pc.store, "ponsel_serah", entri, ganda.LAIN, {"unit_id": telepon[1]})
    dunia.tenang(city, *berdua)
    for pc in berdua:
        assert [unit(pc.store, u).nama for u in telepon] == ["Ketua 01", "Ketua 02"]
        assert dunia.jenis(pc) == []


def test_what_stands_on_an_entry_taken_back_elsewhere_is_told_and_mended(
    city: City, berdua: Dua, telepon: tuple[str, str]
) -> None:
    satu, dua = berdua
    awal = serah(satu.store, telepon[0], "01")
    for pc in berdua:
        sinkron(pc)
    ops.batal(satu.store, awal, alasan="salah")
    serah(satu.store, telepon[0], "03")
    ops.alih(dua.store, telepon[0], {"masa_id": masa_id(dua.store, "02")})
    dunia.tenang(city, *berdua)
    for pc in berdua:
        kini = unit(pc.store, telepon[0])
        assert (kini.keadaan, len(kini.putus)) == ("ganda", 1)
        assert "berdiri di atas catatan yang dibatalkan di komputer lain" in kini.ragu[0]
        with pytest.raises(InputSalah, match="Susulkan atau batalkan dulu"):
            ops.kembali(pc.store, telepon[0], {})
        ops.sambung(pc.store, kini.putus[0])
    dunia.tenang(city, *berdua)
    for pc in berdua:
        assert (unit(pc.store, telepon[0]).nama, unit(pc.store, telepon[0]).ragu) == ("Ketua 02", ())


def dua_putusan(city: City, berdua: Dua, telepon: tuple[str, str]) -> str:
    """One clerk says that both happened, the other that it was another phone: the same claim, the same new id. The
    first to come stays; returns the second clerk's entry."""
    satu, dua = berdua
    dua_penyerahan(city, berdua, telepon[0])
    entri = oleh(satu, "Rudi")
    deciding.take_back(satu.store, "ponsel_serah", entri, ganda.SESUDAH, {})
    deciding.take_back(dua.store, "ponsel_serah", entri, ganda.LAIN, {"unit_id": telepon[1]})
    sinkron(satu)
    assert unit(dua.store, telepon[1]).serah_id == unit(satu.store, telepon[0]).serah_id
    return unit(dua.store, telepon[1]).serah_id


@pytest.mark.parametrize("jalan", ["batal", "susulkan"])
def test_what_stands_on_a_decision_that_came_too_late_is_told_and_mended(
    city: City, berdua: Dua, telepon: tuple[str, str], jalan: str
) -> None:
    satu, dua = berdua
    dua_putusan(city, berdua, telepon)
    ops.alih(dua.store, telepon[1], {"masa_id": masa_id(dua.store, "03")})
    dunia.tenang(city, *berdua)
    for pc in berdua:
        kini = unit(pc.store, telepon[1])
        assert (kini.keadaan, kini.nama, len(kini.putus)) == ("dipegang", "Ketua 03", 1)
        assert "di komputer lain dipindahkan ke barang lain" in kini.ragu[0]
        assert (unit(pc.store, telepon[0]).nama, unit(pc.store, telepon[0]).ragu) == ("Ketua 02", ())
        with pytest.raises(InputSalah, match="Susulkan atau batalkan dulu"):
            ops.kembali(pc.store, telepon[1], {})
    (putus,) = unit(dua.store, telepon[1]).putus
    if jalan == "susulkan":
        ops.sambung(dua.store, putus)
    else:
        batal = ops.batal(dua.store, putus, alasan="tidak terjadi")
        with pytest.raises(InputSalah, match="sudah dibatalkan atau dipindahkan"):
            history.undo(dua.store, batal.act_id)
    dunia.tenang(city, *berdua)
    for pc in berdua:
        kini = unit(pc.store, telepon[1])
        assert (kini.nama, kini.ragu) == ("" if jalan == "batal" else "Ketua 03", ())
    if jalan == "batal":
        serah(satu.store, telepon[1], "01")


def test_a_reversal_counts_where_the_entry_is(city: City, berdua: Dua, telepon: tuple[str, str]) -> None:
    """The second clerk takes back what he had put on the other phone; the entry with that id is on the first one."""
    dua = berdua[1]
    batal = ops.batal(dua.store, dua_putusan(city, berdua, telepon), alasan="salah HP")
    dunia.tenang(city, *berdua)
    for pc in berdua:
        assert [unit(pc.store, u).nama for u in telepon] == ["Ketua 01", ""]
        (terdaftar,) = (
            u
            for u in queries.daftar(pc.store.reader(), lingkup=[KELURAHAN], hari=barang.hari(pc.store))
            if u.unit_id == telepon[0]
        )
        assert (terdaftar.nama, terdaftar.ragu) == ("Ketua 01", ())
    ops.alih(dua.store, telepon[0], {"masa_id": masa_id(dua.store, "03")})
    with pytest.raises(InputSalah, match="di tempat yang sama"):
        history.undo(dua.store, batal.act_id)


def test_the_same_change_of_head_on_both_is_one_hand_over(city: City, berdua: Dua, telepon: tuple[str, str]) -> None:
    _ganti_berdua(city, berdua, telepon[0])
    for pc in berdua:
        assert (unit(pc.store, telepon[0]).nama, dunia.jenis(pc)) == ("Budi", [])


def test_with_ids_of_their_own_it_would_be_two(
    city: City, berdua: Dua, telepon: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The known-bad control of the derived ids."""
    monkeypatch.setattr(ganti_ketua, "derived_id", lambda *_parts: ids.new_id())
    _ganti_berdua(city, berdua, telepon[0])
    for pc in berdua:
        assert unit(pc.store, telepon[0]).keadaan == "ganda"


def _ganti_berdua(city: City, berdua: Dua, telepon: str) -> None:
    serah(berdua[0].store, telepon, "03", tanggal="20/11/2025")
    for pc in berdua:
        sinkron(pc)
    for pc in berdua:
        ganti.ganti(pc.store, POS, GANTI | {f"barang.ponsel.{telepon}": "alih"})
    dunia.tenang(city, *berdua)


def test_a_request_for_help_reaches_the_city_and_its_answer_comes_back(
    city: City, berdua: Dua, telepon: tuple[str, str]
) -> None:
    satu, dua = berdua
    serah(satu.store, telepon[0], "01")
    minta = ops.minta_bantuan(
        satu.store, telepon[0], {"jenis": "lupa sandi", "uraian": "terkunci", "kontak": "0812 3456 7890"}
    ).value
    assert city.command("bantuan") == "Tidak ada permintaan bantuan."
    sinkron(satu)
    baris = city.command("bantuan")
    for kata in (minta[-8:], "Taba Jemekeh", "lupa sandi", barang.imei(1)[-4:], "Ketua 01", "menunggu kota"):
        assert kata in baris
    city.command("bantuan", "jawab", minta[-8:], "--keadaan", "ditangani", "--jawaban", "Petugas datang Senin")
    city.command("bantuan", "jawab", minta[-8:], "--keadaan", "ditangani", "--jawaban", "Petugas datang Selasa")
    dunia.tenang(city, *berdua)
    for pc in (satu, dua):
        (b,) = queries.bantuan(pc.store.reader(), lingkup=[KELURAHAN])
        assert (b.keadaan, b.jawaban, b.nomor_rt) == ("ditangani", "Petugas datang Selasa", "01")
    with pytest.raises(InputSalah, match="masih sedang ditangani"):
        ops.minta_bantuan(dua.store, telepon[0], {"jenis": "lupa_sandi"})
    city.command("bantuan", "jawab", minta, "--keadaan", "selesai", "--jawaban", "Sandi diatur ulang")
    assert city.command("bantuan") == "Tidak ada permintaan bantuan."
    assert minta[-8:] in city.command("bantuan", "--semua", "--kantor", KELURAHAN)
    with pytest.raises(InputSalah, match="sudah selesai"):
        city.command("bantuan", "jawab", minta, "--keadaan", "selesai", "--jawaban", "lagi")
    with pytest.raises(InputSalah, match="tidak ada"):
        city.command("bantuan", "jawab", "12345678", "--keadaan", "selesai", "--jawaban", "x")
    dunia.tenang(city, *berdua)
    assert queries.bantuan(dua.store.reader(), lingkup=[KELURAHAN], terbuka=True) == []
    assert unit(dua.store, telepon[0]).bantuan == 0
    assert "Sandi diatur ulang" in queries.riwayat_unit(dua.store.reader(), telepon[0])[-1].keterangan


def test_who_holds_it_for_a_term_that_was_undone_elsewhere_is_told(
    city: City, berdua: Dua, telepon: tuple[str, str]
) -> None:
    satu, dua = berdua
    act = ganti.ganti(satu.store, POS, GANTI).changes
    for pc in berdua:
        sinkron(pc)
    sinkron(dua)
    serah(dua.store, telepon[0], "03")
    history.undo(satu.store, act.act_id)
    dunia.tenang(city, *berdua)
    for pc in berdua:
        kini = unit(pc.store, telepon[0])
        assert (kini.nama, kini.orang_id) == ("Budi", "")
        assert "Masa jabatan Budi tidak ada di Data RT" in kini.ragu[0]
    ops.kembali(dua.store, telepon[0], {})
    assert unit(dua.store, telepon[0]).ragu == ()


def test_an_undo_puts_no_hand_over_beside_one_that_hangs(city: City, berdua: Dua, telepon: tuple[str, str]) -> None:
    """What was given back on the other PC stands on the first hand-over, which is gone: the second may not come back
    beside it."""
    satu, dua = berdua
    pertama = serah(satu.store, telepon[0], "01")
    for pc in berdua:
        sinkron(pc)
    ops.kembali(dua.store, telepon[0], {})
    ops.batal(satu.store, pertama, alasan="salah HP")
    kedua = serah(satu.store, telepon[0], "02")
    dunia.tenang(city, satu, dua)
    batal = ops.batal(satu.store, kedua, alasan="salah ketua")
    with pytest.raises(InputSalah, match="di tempat yang sama"):
        history.undo(satu.store, batal.act_id)
    assert unit(satu.store, telepon[0]).keadaan == "kembali"
