"""Pembayaran ganda: three ways out, told apart for ever; batal-terima takes back its own; payments in doubt wait."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.insentif.ganda import DIKEMBALIKAN, SALAH_CATAT
from sipokat_desktop.storage import deciding, decisions, history, users
from sipokat_desktop.storage.authority import Approval, PerluLurah
from sipokat_desktop.storage.decision import Decision
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import LEDGER, Buka, daftarkan, isi_rt, sinkron

Dua = tuple[Office, Office, str]
TARIF = 550_000


@pytest.fixture
def dibayar_dua(city: City, office: Buka) -> Dua:
    """Two PCs that paid RT 03 for January, both; and the number of the list. Others sit there now: who paid does not
    settle it."""
    city.set_tarif(TARIF)
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    satu.store.user, dua.store.user = "Siti", "Rudi"
    sinkron(satu)
    isi_rt(satu, 1, 2, 3)
    nomor = dunia.terkunci(satu, "2026-01")
    sinkron(satu)
    sinkron(dua)
    for pc in (satu, dua):
        insentif.terima(pc.store, nomor, hanya=[3], hari=date(2026, 4, 1))
    dunia.tenang(city, satu, dua)
    satu.store.user, dua.store.user = "Rohana", "Hasan"
    return satu, dua, nomor


def ganda(office: Office) -> Decision:
    """The one pembayaran ganda."""
    (satu,) = office.status().decisions
    assert satu.jenis == "pembayaran ganda"
    return satu


def entri(office: Office, oleh: str) -> str:
    """The entry that somebody recorded, as this PC tells."""
    return next(str(c.nilai) for c in ganda(office).pilihan if c.oleh == oleh)


def balik(office: Office) -> tuple[str, str, str, int]:
    """The reversal: kind, reason, day, rupiah."""
    sql = f"SELECT jenis, alasan, tanggal, jumlah FROM {LEDGER} WHERE membalik IS NOT NULL"
    (row,) = office.store.reader().execute(sql).fetchall()
    return tuple(row)


def test_both_pcs_know_who_recorded_what(dibayar_dua: Dua) -> None:
    for pc in dibayar_dua[:2]:
        assert sorted((c.oleh, c.perangkat) for c in ganda(pc).pilihan) == [("Rudi", "PC-2"), ("Siti", "PC-1")]


@pytest.mark.parametrize(
    ("jalan", "isian", "jenis", "alasan"),
    [
        ("dikembalikan", {"tanggal": "5 April 2026", "alasan": "Tunai"}, "dikembalikan", "Tunai"),
        ("salah catat", {"alasan": "Uang keluar sekali"}, "salah catat", "Uang keluar sekali"),
    ],
)
def test_taken_back(city: City, dibayar_dua: Dua, jalan: str, isian: dict[str, str], jenis: str, alasan: str) -> None:
    satu, dua, nomor = dibayar_dua
    milik_rudi = entri(satu, "Rudi")
    deciding.take_back(satu.store, LEDGER, milik_rudi, jalan, isian)
    dunia.tenang(city, satu, dua)
    for pc in (satu, dua):
        assert dunia.jenis(pc) == []
        assert dunia.dibayar(pc, nomor) == TARIF
        kini = balik(pc)
        assert kini[:2] == (jenis, alasan)
        assert kini[3] == -TARIF
        assert (kini[2] == "2026-04-05") == (jalan == "dikembalikan")
        row = pc.store.reader().execute("SELECT keadaan, diputus_oleh, isi FROM konflik WHERE slot <> ''").fetchone()
        assert tuple(row)[:2] == ("selesai", "Rohana")
        catatan = {c["entri"]: c for c in json.loads(row["isi"])["catatan"]}
        assert catatan[milik_rudi]["dicatat"][0]["oleh"] == "Rudi"
        assert catatan[milik_rudi]["balik"][0]["oleh"] == "Rohana"


def test_money_does_not_come_back_before_it_went_out(dibayar_dua: Dua) -> None:
    """The day is typed by hand: a wrong year, and the returned money would stand in the cash book of an old year."""
    satu, _, nomor = dibayar_dua
    milik_rudi = entri(satu, "Rudi")
    con = satu.store.reader()
    (bayar,) = con.execute(f"SELECT tanggal FROM {LEDGER} WHERE id = ?", (milik_rudi,)).fetchone()
    sehari_sebelum = (date.fromisoformat(bayar) - timedelta(days=1)).isoformat()
    for hari in ("1-1-2020", sehari_sebelum):
        with pytest.raises(InputSalah, match="lebih dahulu dari hari uangnya diterima") as salah:
            deciding.take_back(satu.store, LEDGER, milik_rudi, "dikembalikan", {"tanggal": hari, "alasan": "Tunai"})
        assert salah.value.field == "tanggal"
    assert dunia.dibayar(satu, nomor) == 2 * TARIF
    deciding.take_back(satu.store, LEDGER, milik_rudi, "dikembalikan", {"tanggal": bayar, "alasan": "Tunai"})
    assert balik(satu)[2] == bayar


@pytest.mark.parametrize("jalan", [DIKEMBALIKAN, SALAH_CATAT])
def test_a_double_payment_is_settled_with_a_reason_in_words(dibayar_dua: Dua, jalan: str) -> None:
    satu = dibayar_dua[0]
    milik_rudi = entri(satu, "Rudi")
    for bukan in ("", "  ", "12345", "-"):
        with pytest.raises(InputSalah, match="Tulis alasannya") as salah:
            deciding.take_back(satu.store, LEDGER, milik_rudi, jalan, {"tanggal": "", "alasan": bukan})
        assert salah.value.field == "alasan"
    assert dunia.jenis(satu) == ["pembayaran ganda"]


def test_it_counts_for_another_month(city: City, dibayar_dua: Dua) -> None:
    """One act: taken back from January, recorded on March; the sum stays, and March is not listed again."""
    satu, dua, _ = dibayar_dua
    kedua = entri(dua, "Rudi")
    (jalan,) = [w for w in satu.store.tables[LEDGER].ledger.ways() if w.key == "diperhitungkan"]  # type: ignore[union-attr]
    (tanya,) = jalan.asks
    assert tanya.choices is not None
    boleh = [kunci for kunci, _ in tanya.choices(dua.store.reader(), kedua)]
    assert boleh[:2] == ["2026-02", "2026-03"]
    assert "2026-01" not in boleh
    with pytest.raises(InputSalah, match="Januari 2026 tidak dapat"):
        deciding.take_back(dua.store, LEDGER, kedua, "diperhitungkan", {"bulan": "2026-01"})
    act = deciding.take_back(dua.store, LEDGER, kedua, "diperhitungkan", {"bulan": "2026-03"}).act_id
    dunia.tenang(city, satu, dua)
    for pc in (satu, dua):
        con = pc.store.reader()
        assert dunia.jenis(pc) == []
        assert con.execute(f"SELECT sum(jumlah) FROM {LEDGER}").fetchone()[0] == 2 * TARIF
        assert balik(pc)[:2] == ("diperhitungkan", "Diperhitungkan ke Maret 2026")
        pengganti = con.execute(f"SELECT bulan, alasan FROM {LEDGER} WHERE jenis = 'bayar' AND daftar_id IS NULL")
        assert tuple(pengganti.fetchone()) == ("2026-03", "Diperhitungkan dari Januari 2026 yang dibayar dua kali")
    daftar = queries.cari_daftar(satu.store.reader(), dunia.terkunci(satu, "2026-TW1"))
    bulan = {b.nomor_rt: b.bulan for b in queries.baris(satu.store.reader(), daftar_id=daftar.daftar_id)}
    assert bulan == {"01": ("2026-02", "2026-03"), "02": ("2026-02", "2026-03"), "03": ("2026-02",)}
    history.undo(dua.store, act)
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == ["pembayaran ganda"]
    assert satu.store.reader().execute(f"SELECT sum(jumlah) FROM {LEDGER}").fetchone()[0] == 2 * TARIF


def test_it_counts_for_a_month_of_a_list_that_is_locked(city: City, dibayar_dua: Dua) -> None:
    """The line of that list is then paid in part, and the rest of it can be recorded."""
    satu, dua, _ = dibayar_dua
    tw = dunia.terkunci(satu, "2026-TW1")
    deciding.take_back(satu.store, LEDGER, entri(satu, "Rudi"), "diperhitungkan", {"bulan": "2026-02"})
    con = satu.store.reader()

    def baris(no: int) -> queries.Baris:
        return next(b for b in queries.baris(con, daftar_id=queries.cari_daftar(con, tw).daftar_id) if b.no == no)

    assert (baris(3).dibayar, baris(3).lunas) == (TARIF, False)
    assert insentif.terima(satu.store, tw).value == [1, 2, 3]
    assert (baris(3).dibayar, baris(3).lunas) == (2 * TARIF, True)
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == []


def test_batal_terima_takes_back_only_its_own(city: City, dibayar_dua: Dua) -> None:
    satu, dua, nomor = dibayar_dua
    insentif.batal_terima(dua.store, nomor, 3, alasan="Keliru")
    dunia.tenang(city, satu, dua)
    for pc in (satu, dua):
        assert dunia.dibayar(pc, nomor) == TARIF
        assert dunia.jenis(pc) == []
    sisa = satu.store.reader().execute(
        f"SELECT id FROM {LEDGER} m WHERE jenis = 'bayar' AND NOT EXISTS"
        f" (SELECT 1 FROM {LEDGER} b WHERE b.membalik = m.id)"
    )
    assert history.of_row(satu.store.reader(), sisa.fetchone()[0])[-1].by == "Siti"


def test_a_third_pc_is_sent_to_the_decision(city: City, office: Buka, dibayar_dua: Dua) -> None:
    tiga = daftarkan(office("c"), city)
    sinkron(tiga)
    with pytest.raises(InputSalah, match="Perlu keputusan"):
        insentif.batal_terima(tiga.store, dibayar_dua[2], 3, alasan="Keliru")


def test_payments_in_doubt_wait_and_the_others_go_on(city: City, office: Buka) -> None:
    """SYNC.md: with a HARD conflict open on NIK, name or term, new payments to that RT wait for the decision."""
    city.set_tarif(TARIF)
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    isi_rt(satu, 1, 2, 3)
    nomor = dunia.terkunci(satu, "2026-01")
    sinkron(satu)
    sinkron(dua)
    dunia.ubah(satu, "02", rekening="1902115884")
    dunia.ubah(dua, "02", rekening="1902115848")
    dunia.tenang(city, satu, dua)
    with pytest.raises(InputSalah, match=r"nomor 2, RT 02 Ketua 02: No\. rekening berbeda.*Perlu keputusan"):
        insentif.terima(satu.store, nomor, hanya=[2])
    assert insentif.terima(satu.store, nomor).value == [1, 3]
    (hal,) = satu.status().decisions
    assert decisions.open_fields(satu.store.reader(), hal.baris)
    deciding.choose(satu.store, hal, "1902115884")
    assert insentif.terima(satu.store, nomor).value == [2]
    dunia.tenang(city, satu, dua)
    assert dunia.dibayar(dua, nomor) == 3 * TARIF


def test_a_plain_correction_of_a_slot_that_was_claimed_once_is_no_conflict(city: City, office: Buka) -> None:
    city.set_tarif(TARIF)
    satu = daftarkan(office("a"), city)
    sinkron(satu)
    isi_rt(satu, 1)
    nomor = dunia.terkunci(satu, "2026-01")
    for _ in range(2):
        insentif.terima(satu.store, nomor)
        insentif.batal_terima(satu.store, nomor, 1, alasan="Keliru")
    dunia.tenang(city, satu)
    assert satu.store.reader().execute("SELECT count(*) FROM konflik").fetchone()[0] == 0
    assert balik_jenis(satu) == {"balik"}


def balik_jenis(office: Office) -> set[str]:
    """The kinds of reversals."""
    return {r[0] for r in office.store.reader().execute(f"SELECT jenis FROM {LEDGER} WHERE membalik IS NOT NULL")}


def test_who_recorded_a_payment_does_not_settle_it(city: City, dibayar_dua: Dua) -> None:
    """Neither of the two, in no way and under no other name; a lurah who paid nothing may, and history says so."""
    satu, dua, nomor = dibayar_dua
    store, milik = satu.store, entri(satu, "Siti")
    siti = users.add(store, name="Siti", pin="2748")
    lurah = users.add(store, name="Hj. Rohana", pin="8264", role="lurah")
    for nama in ("Siti", "Rudi"):
        store.user = nama
        for entri_ in (milik, entri(satu, "Rudi")):
            word = store.approvals.using(Approval(lurah.id, nama))
            with word, pytest.raises(PerluLurah, match=f"dicatat oleh {nama}"):
                deciding.take_back(store, LEDGER, entri_, "salah catat", {"alasan": "Sekali"})
    store.user = "Siti"
    with pytest.raises(PerluLurah, match="dicatat oleh Siti") as kata:
        insentif.batal_terima(store, nomor, 3, alasan="Keliru")
    assert kata.value.barred == {"Siti", "Rudi"}
    with store.approvals.using(users.approve(store, lurah.id, "8264")):
        users.change(store, siti.id, name="Sitti", role="operator")
    store.user = "Sitti"
    with pytest.raises(PerluLurah, match="dicatat oleh Siti"):
        insentif.batal_terima(store, nomor, 3, alasan="Keliru")
    with store.approvals.using(users.approve(store, lurah.id, "8264")):
        act = deciding.take_back(store, LEDGER, milik, "salah catat", {"alasan": "Sekali"}).act_id
    assert history.of_act(store.reader(), act)[0].by == "Sitti, disetujui Hj. Rohana"
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == []


def test_a_name_without_its_pin_settles_nothing(dibayar_dua: Dua) -> None:
    satu, _, _ = dibayar_dua
    satu.store.user_proven = False
    with pytest.raises(PerluLurah, match="--oleh NAMA"):
        deciding.take_back(satu.store, LEDGER, entri(satu, "Siti"), "salah catat", {"alasan": "Sekali"})
