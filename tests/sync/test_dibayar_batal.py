"""A list is cancelled on one PC while another pays it: everybody is asked, and each way out settles it everywhere."""

from __future__ import annotations

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import dibayar_batal, ops, siklus, susun, temuan_merah, text_batal
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import deciding
from sipokat_desktop.storage.decision import Decision
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, sinkron
from tests.unit import kantor

TARIF = 550_000
Dua = tuple[Office, Office, str]
ISIAN = {"alasan": "Uang sudah kembali", "sts": "", "baris": ""}


@pytest.fixture(params=["batal dulu", "terima dulu"])
def dua(request: pytest.FixtureRequest, city: City, office: Buka) -> Dua:
    """One PC has cancelled a list of two lines, the other has paid it; both know; and its number."""
    city.set_tarif(TARIF)
    satu, lain = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    dunia.isi_rt(satu, 1, 2)
    nomor = dunia.terkunci(satu, "2026-01")
    sinkron(satu)
    sinkron(lain)
    siklus.batal_daftar(satu.store, nomor, alasan="Salah susun")
    ops.terima(lain.store, nomor)
    sinkron(satu if request.param == "batal dulu" else lain)
    dunia.tenang(city, satu, lain)
    return satu, lain, nomor


def hal(pc: Office) -> Decision:
    """The one thing to decide."""
    (satu,) = pc.status().decisions
    return satu


def putuskan(pc: Office, way: str, **isian: str) -> str:
    """Take a way out; returns the act."""
    hari = tanggal.pendek(hari_ini(pc.store))
    return deciding.settle(pc.store, hal(pc), way, ISIAN | {"tanggal": hari} | isian).act_id


def merah(pc: Office) -> bool:
    """Tell whether the audit still flags a payment on a cancelled list."""
    con, hari = pc.store.reader(), hari_ini(pc.store)
    return "bayar_batal" in {b.jenis for b in temuan_merah.cari(con, lingkup=KELURAHAN, bulan=["2026-01"], hari=hari)}


def test_both_are_asked_with_who_received_what(dua: Dua) -> None:
    for pc in dua[:2]:
        d = hal(pc)
        assert (d.sebutan, d.tabel) == (text_batal.JENIS, "insentif_daftar")
        assert d.judul == f"Daftar Januari 2026 · {dua[2]}"
        assert "2 penerima tercatat menerima Rp1.100.000" in d.kalimat
        assert "Salah susun" in d.kalimat
        assert d.rinci[0] == "Nomor 1 · RT 01 · Ketua 01 · Januari 2026 · Rp550.000"
        assert merah(pc)
        with pytest.raises(InputSalah, match="Putuskan dulu di Perlu keputusan"):
            susun.susun(pc.store, KELURAHAN, periode.baca("2026-01"))


def test_the_list_counts_again(city: City, dua: Dua) -> None:
    satu, lain, nomor = dua
    putuskan(satu, dibayar_batal.BERLAKU, alasan="Sudah diterima semua")
    dunia.tenang(city, satu, lain)
    for pc in (satu, lain):
        d = kantor.daftar(pc.store, nomor)
        assert (d.keadaan, d.dibayar, d.sisa, d.lebih) == ("dikunci", 2 * TARIF, 0, 0)
        assert d.alasan.endswith("Berlaku lagi: Sudah diterima semua")
        assert not pc.status().decisions
        assert not merah(pc)


@pytest.mark.parametrize("way", [dibayar_batal.KEMBALI, dibayar_batal.SALAH])
def test_the_entries_are_taken_back_and_the_list_is_drawn_anew(city: City, dua: Dua, way: str) -> None:
    satu, lain, nomor = dua
    putuskan(lain, way, baris="2", sts="STS 7")
    dunia.tenang(city, satu, lain)
    assert "1 penerima tercatat menerima Rp550.000" in hal(satu).kalimat
    putuskan(satu, way)
    dunia.tenang(city, satu, lain)
    for pc in (satu, lain):
        assert not pc.status().decisions
        assert not merah(pc)
        assert kantor.daftar(pc.store, nomor).dibayar == 0
    baru = dunia.terkunci(lain, "2026-01")
    ops.terima(lain.store, baru)
    dunia.tenang(city, satu, lain)
    assert kantor.daftar(satu.store, baru).dibayar == 2 * TARIF
    jenis = {row[0] for row in satu.store.reader().execute("SELECT jenis FROM insentif_mutasi WHERE membalik <> ''")}
    assert jenis == ({"dikembalikan"} if way == dibayar_batal.KEMBALI else {"salah catat"})


def test_two_people_decide_differently_and_nothing_is_lost(city: City, dua: Dua) -> None:
    """The list counts, the money came back: it is due again."""
    satu, lain, nomor = dua
    putuskan(satu, dibayar_batal.BERLAKU)
    putuskan(lain, dibayar_batal.KEMBALI)
    dunia.tenang(city, satu, lain)
    for pc in (satu, lain):
        d = kantor.daftar(pc.store, nomor)
        assert (d.keadaan, d.dibayar, d.sisa) == ("dikunci", 0, 2 * TARIF)


def test_two_people_decide_the_same(city: City, dua: Dua) -> None:
    satu, lain, nomor = dua
    for pc in (satu, lain):
        putuskan(pc, dibayar_batal.BERLAKU)
    dunia.tenang(city, satu, lain)
    for pc in (satu, lain):
        assert (kantor.daftar(pc.store, nomor).keadaan, kantor.daftar(pc.store, nomor).dibayar) == (
            "dikunci",
            2 * TARIF,
        )
        print("JENIS", dunia.jenis(pc), [d.kalimat for d in pc.status().decisions])


def test_it_does_not_count_again_over_another_list(city: City, dua: Dua) -> None:
    satu, lain, nomor = dua
    putuskan(satu, dibayar_batal.SALAH, baris="1")
    dunia.terkunci(satu, "2026-01")
    with pytest.raises(InputSalah, match="sudah ada di daftar lain"):
        putuskan(satu, dibayar_batal.BERLAKU)
    dunia.tenang(city, satu, lain)
    assert kantor.daftar(lain.store, nomor).keadaan == "batal"


@pytest.mark.parametrize(
    ("way", "isian", "kata"),
    [
        (dibayar_batal.KEMBALI, {"baris": "9"}, "Nomor urut 9 tidak tercatat"),
        (dibayar_batal.SALAH, {"baris": "satu"}, "Nomor urut ditulis dengan angka"),
        (dibayar_batal.KEMBALI, {"tanggal": "31/12/2039"}, "belum tiba"),
        (dibayar_batal.KEMBALI, {"tanggal": "1/1/2026"}, "lebih dahulu dari hari uangnya diterima"),
    ],
)
def test_what_cannot_be_is_said(dua: Dua, way: str, isian: dict[str, str], kata: str) -> None:
    with pytest.raises(InputSalah, match=kata):
        putuskan(dua[0], way, **isian)


def test_a_decision_taken_meanwhile_is_told(dua: Dua) -> None:
    d = hal(dua[0])
    putuskan(dua[0], dibayar_batal.SALAH)
    with pytest.raises(InputSalah, match="sudah diputuskan"):
        deciding.settle(dua[0].store, d, dibayar_batal.SALAH, ISIAN)
