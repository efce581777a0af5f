"""What a kecamatan's computer may write among its kelurahan's rows: refused by the desktop, and by the city."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import core, deciding
from sipokat_desktop.storage.tx import Tx
from sync.merge import TAK_DIKENAL
from sync.server import held, push
from sync.server.reach import ALL_SCOPES
from sync.server.schema import OP_LOG
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron, tenang
from tests.sync.test_kecamatan import KECAMATAN, TETANGGA, nama, rt_orang
from tests.unit import kantor


def tanpa_jaga(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the desktop forget to refuse, as a tampered one would."""
    monkeypatch.setattr(Tx, "permit", lambda *_args: None)


TERLARANG: tuple[Callable[[Tx, str], object], ...] = (
    lambda tx, _: tx.insert("rt_orang", {"nama": "Orang Baru"}, scope=KELURAHAN),
    lambda tx, _: tx.insert("rt_orang", {"ukuran": "L"}, scope=KELURAHAN),
    lambda tx, id: tx.update("rt_orang", id, {"nama": "Lain", "ukuran": "L"}),
    lambda tx, id: tx.delete("rt_orang", id),
    lambda tx, _: tx.append(dunia.LEDGER, {"slot": "a|b|c", "jumlah": 1, "jenis": "bayar"}, scope=KELURAHAN),
    lambda tx, _: tx.insert("insentif_setelan", {"kunci": "a", "nilai": "b"}, scope=TETANGGA),
)


@pytest.mark.parametrize("ke", range(len(TERLARANG)))
def test_what_only_the_kelurahan_writes_is_refused_on_both_sides(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch, ke: int
) -> None:
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    isi_rt(lurah, 1)
    sinkron(lurah)
    sinkron(camat)
    satu, sebelum = next(iter(rt_orang(camat))), dunia.isi_kota(city.db, KELURAHAN)
    with pytest.raises(InputSalah, match=r"dicatat oleh kelurahan\. Minta Kelurahan"):
        camat.store.write("curang", lambda tx: TERLARANG[ke](tx, satu))
    assert dunia.menunggu(camat) == 0
    tanpa_jaga(monkeypatch)
    camat.store.write("curang", lambda tx: TERLARANG[ke](tx, satu))
    assert sinkron(camat).stuck == 1
    (hal,) = camat.status().decisions
    assert "dicatat oleh kelurahan" in hal.kalimat
    assert hal.jenis == "ditolak kota"
    tenang(city, lurah, camat)
    assert dunia.isi_kota(city.db, KELURAHAN) == sebelum
    assert lurah.status().decisions == ()
    deciding.close(camat.store, hal)
    assert camat.status().decisions == ()


def test_a_form_of_the_roster_says_who_writes_it(city: City, office: Buka) -> None:
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    isi_rt(lurah, 1)
    sinkron(lurah)
    sinkron(camat)
    with pytest.raises(InputSalah, match="dicatat oleh kelurahan"):
        rt.tambah(camat.store, KELURAHAN, kantor.isian(2))
    with pytest.raises(InputSalah, match="dicatat oleh kelurahan"):
        dunia.ubah(camat, "01", hp="081234567890")
    dunia.ubah(camat, "01", ukuran="XL")
    tenang(city, camat, lurah)
    assert list(rt_orang(lurah).values()) == ["XL"]


def test_decisions_of_the_kelurahan_stay_with_it(city: City, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kecamatan sees neither a differing NIK nor a double payment to decide; it may not close them either."""
    a, b = daftarkan(office("a"), city), daftarkan(office("b"), city)
    camat = daftarkan(office("k"), city, KECAMATAN)
    isi_rt(a, 1)
    sinkron(a)
    sinkron(b)
    for pc, baru in ((a, "Ahmad"), (b, "Akhmad")):
        dunia.ubah(pc, "01", nama=baru)
        sinkron(pc)
    slot: Fields = {"slot": "a|b|2026-01", "jumlah": 1, "jenis": "bayar", "bulan": "2026-01"}
    for _ in range(2):
        a.store.write("insentif.bayar", lambda tx: tx.append(dunia.LEDGER, slot, scope=KELURAHAN))
    tenang(city, a, b)
    sinkron(camat)
    assert set(dunia.jenis(a)) == {core.KERAS, core.GANDA}
    assert dunia.jenis(camat) == []
    (nama_beda,) = (d for d in a.status().decisions if d.jenis == core.KERAS)
    with pytest.raises(InputSalah, match="dicatat oleh kelurahan"):
        deciding.choose(camat.store, nama_beda, "Ahmad")
    tanpa_jaga(monkeypatch)
    deciding.choose(camat.store, nama_beda, "Ahmad")
    tenang(city, camat, a)
    assert set(dunia.jenis(a)) == {core.KERAS, core.GANDA}


def test_a_held_change_of_the_kecamatans_own_work_is_closed_there(city: City, office: Buka) -> None:
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    isi: Fields = {"unit_id": "u", "jenis": "rusak", "diminta": "2026-04-10", "keadaan": "dikirim"}
    minta = camat.store.write("p", lambda tx: tx.insert("ponsel_bantuan", isi, scope=KELURAHAN)).value
    tenang(city, camat, lurah)

    def pindah(pc: Office, ke: str) -> None:
        pc.store.write("p", lambda tx: tx.move("ponsel_bantuan", minta, expected="dikirim", to=ke))
        sinkron(pc)

    pindah(lurah, "ditangani")
    pindah(camat, "selesai")
    (hal,) = camat.status().decisions
    assert hal.jenis == "ditahan kota"
    deciding.close(camat.store, hal)
    tenang(city, camat, lurah)
    assert dunia.jenis(camat) == dunia.jenis(lurah) == []


def test_a_table_unknown_to_the_server_is_asked_again(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waited for a newer server does not slip past the rule when that comes."""
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    tanpa_jaga(monkeypatch)
    tabel = dict(push.TABLES)
    for nama_tabel in ("insentif_setelan", "ponsel_unit"):
        del push.TABLES[nama_tabel]
    try:
        isi: Fields = {"kunci": "a", "nilai": "b"}
        camat.store.write("x", lambda tx: tx.insert("insentif_setelan", isi, scope=KELURAHAN))
        camat.store.write("x", lambda tx: tx.insert("ponsel_unit", {"barang": "HP"}, scope=KELURAHAN))
        sinkron(camat)
    finally:
        push.TABLES.update(tabel)
    with city.db.read(ALL_SCOPES) as con:
        assert {r.reason for r in con.execute(select(OP_LOG.c.reason))} == {TAK_DIKENAL}
    assert held.retry(city.db, now=2_000_000_000_000) == 1
    ada = {tbl for tbl, _ in dunia.isi_kota(city.db, KELURAHAN)}
    assert "ponsel_unit" in ada
    assert "insentif_setelan" not in ada
    tenang(city, lurah)


def test_known_bad_a_server_without_the_rule_lets_it_through(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known bad: the same attack as above shows in the kelurahan's rows where the check is taken out."""
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    tanpa_jaga(monkeypatch)
    monkeypatch.setattr(push, "not_its_own", lambda *_args: "")
    camat.store.write("curang", lambda tx: TERLARANG[4](tx, ""))
    assert sinkron(camat).stuck == 0
    sinkron(lurah)
    assert nama(lurah, dunia.LEDGER, "slot") == ["a|b|c"]
