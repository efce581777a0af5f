"""Two PCs that take back a double payment at once: no money is counted twice or lost in silence, a person is asked."""

from __future__ import annotations

import json
from itertools import permutations

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ganda
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.storage import core, deciding, history
from sipokat_desktop.storage.core import BATAL_BEDA, BATAL_DUA, HELD
from sipokat_desktop.storage.decision import Decision
from sync.pusat import cli
from sync.server import slots
from sync.server.batch import Batch, Key
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import LEDGER, sinkron
from tests.sync.test_ganda import TARIF, Dua, dibayar_dua, entri
from tests.sync.test_urutan import KINI, MUTASI, Pc, kirim, konflik, kota

__all__ = ["dibayar_dua"]
TUNAI = {"tanggal": "5 April 2026", "alasan": "Tunai"}
SALAH = {"alasan": "Uang keluar sekali"}


def jumlah(pc: Office) -> int:
    """The sum of the ledger."""
    return int(pc.store.reader().execute(f"SELECT coalesce(sum(jumlah), 0) FROM {LEDGER}").fetchone()[0])


def isi_buku(pc: Office) -> list[tuple[object, ...]]:
    """The ledger in months, kinds and rupiah."""
    rows = pc.store.reader().execute(f"SELECT bulan, jenis, jumlah FROM {LEDGER} ORDER BY id")
    return [tuple(row) for row in rows]


def hal(pc: Office, jenis: str) -> Decision:
    """The one thing that waits here."""
    (satu,) = pc.status().decisions
    assert satu.jenis == jenis
    return satu


def saling_batal(city: City, dua: Dua) -> None:
    """Each takes back the payment that the other recorded, unseen."""
    satu, lain, _ = dua
    deciding.take_back(satu.store, LEDGER, entri(satu, "Rudi"), "salah catat", SALAH)
    deciding.take_back(lain.store, LEDGER, entri(lain, "Siti"), "salah catat", SALAH)
    dunia.tenang(city, satu, lain)


def beda(city: City, dua: Dua, kedua: tuple[str, dict[str, str]]) -> None:
    """One entry is counted for February on PC-1, and taken back another way on PC-2."""
    satu, lain, _ = dua
    satu_entri = entri(satu, "Rudi")
    deciding.take_back(satu.store, LEDGER, satu_entri, "diperhitungkan", {"bulan": "2026-02"})
    deciding.take_back(lain.store, LEDGER, satu_entri, *kedua)
    dunia.tenang(city, satu, lain)


@pytest.mark.parametrize("bulan", ["2026-02", "2026-03"])
def test_two_pcs_count_one_entry_for_another_month_once(city: City, dibayar_dua: Dua, bulan: str) -> None:
    """The same month is one payment; two months are one payment too, and a question."""
    beda(city, dibayar_dua, ("diperhitungkan", {"bulan": bulan}))
    satu, lain, _ = dibayar_dua
    assert isi_buku(satu) == isi_buku(lain)
    assert (jumlah(satu), len(isi_buku(satu))) == (2 * TARIF, 4)
    harap = [] if bulan == "2026-02" else [BATAL_BEDA]
    assert dunia.jenis(satu) == dunia.jenis(lain) == harap


def test_a_new_id_for_the_replacement_is_noticed(city: City, dibayar_dua: Dua, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known-bad control: as it was, the money counted for two months."""
    monkeypatch.setattr(ganda, "replacement_id", lambda _table, _entry: ids.new_id())
    with pytest.raises(AssertionError):
        test_two_pcs_count_one_entry_for_another_month_once(city, dibayar_dua, "2026-03")


def test_what_was_decided_elsewhere_is_not_taken_back_again(city: City, dibayar_dua: Dua) -> None:
    """A sheet that stood open: the other entry, the same entry, one that is unknown here."""
    satu, lain, _ = dibayar_dua
    milik = {nama: entri(lain, nama) for nama in ("Siti", "Rudi")}
    deciding.take_back(satu.store, LEDGER, milik["Rudi"], "salah catat", SALAH)
    sinkron(satu)
    sinkron(lain)
    for satu_entri in (milik["Siti"], milik["Rudi"], "tidak-ada"):
        with pytest.raises(InputSalah, match="sudah diputuskan"):
            deciding.take_back(lain.store, LEDGER, satu_entri, "salah catat", SALAH)
    dunia.tenang(city, satu, lain)
    assert jumlah(lain) == TARIF


def test_each_took_back_the_others_payment(city: City, dibayar_dua: Dua, capsys: pytest.CaptureFixture[str]) -> None:
    satu, lain, _ = dibayar_dua
    saling_batal(city, dibayar_dua)
    for pc in (satu, lain):
        d = hal(pc, BATAL_DUA)
        assert d.kalimat.startswith("Kedua catatan dibatalkan di dua komputer")
        assert sorted(c.oleh for c in d.pilihan) == ["Rudi", "Siti"]
        assert sorted(c.oleh for c in d.hapus) == ["Hasan", "Rohana"]
        assert jumlah(pc) == 0
    assert cli.main(["keputusan", "--json", "--db", city.db_url]) == 0
    (di_kota,) = json.loads(capsys.readouterr().out)
    assert "Kedua catatan dibatalkan" in di_kota["kalimat"]
    assert len(di_kota["rincian"]) == 2


def test_it_is_recorded_again(city: City, dibayar_dua: Dua) -> None:
    satu, lain, _ = dibayar_dua
    saling_batal(city, dibayar_dua)
    d = hal(satu, BATAL_DUA)
    usang = hal(lain, BATAL_DUA)
    lagi_ = deciding.record_again(satu.store, d, d.baris[0]).act_id
    assert dunia.jenis(satu) == []
    dunia.tenang(city, satu, lain)
    for pc in (satu, lain):
        assert (dunia.jenis(pc), jumlah(pc)) == ([], TARIF)
    with pytest.raises(InputSalah, match="sudah diputuskan"):
        deciding.record_again(lain.store, usang, usang.baris[1])
    history.undo(satu.store, lagi_)
    dunia.tenang(city, satu, lain)
    for pc in (satu, lain):
        assert (dunia.jenis(pc), jumlah(pc)) == ([BATAL_DUA], 0)
    kedua = hal(lain, BATAL_DUA)
    deciding.record_again(lain.store, kedua, kedua.baris[0])
    dunia.tenang(city, satu, lain)
    assert (dunia.jenis(satu), jumlah(satu)) == ([], TARIF)


def test_two_pcs_record_it_again_at_once(city: City, dibayar_dua: Dua) -> None:
    """The same payment is one; two different ones are a double payment as any other."""
    satu, lain, _ = dibayar_dua
    saling_batal(city, dibayar_dua)
    for pc in (satu, lain):
        deciding.record_again(pc.store, hal(pc, BATAL_DUA), hal(pc, BATAL_DUA).baris[0])
    dunia.tenang(city, satu, lain)
    assert (dunia.jenis(satu), dunia.jenis(lain), jumlah(satu)) == ([], [], TARIF)


def test_it_was_not_paid_after_all(city: City, dibayar_dua: Dua) -> None:
    satu, lain, _ = dibayar_dua
    saling_batal(city, dibayar_dua)
    usang = hal(lain, BATAL_DUA)
    putus = deciding.let_stand(satu.store, hal(satu, BATAL_DUA), "Memang tidak jadi dibayar")
    assert dunia.jenis(satu) == []
    dunia.tenang(city, satu, lain)
    for pc in (satu, lain):
        assert (dunia.jenis(pc), jumlah(pc)) == ([], 0)
        row = pc.store.reader().execute("SELECT keadaan, diputus_oleh, isi FROM konflik").fetchone()
        assert (row[0], "Rohana" in row[1], "Memang tidak jadi dibayar" in row[2]) == ("selesai", True, True)
    with pytest.raises(InputSalah, match="sudah diputuskan"):
        deciding.let_stand(lain.store, usang, "Memang tidak jadi dibayar")
    with pytest.raises(InputSalah, match="Tidak dapat diurungkan"):
        history.undo(satu.store, putus.act_id)


@pytest.mark.parametrize(("jalan", "isian"), [("dikembalikan", TUNAI), ("diperhitungkan", {"bulan": "2026-03"})])
@pytest.mark.parametrize("lepas", [False, True])
def test_one_entry_taken_back_in_two_ways(
    city: City, dibayar_dua: Dua, jalan: str, isian: dict[str, str], lepas: bool
) -> None:
    """February stays paid with that money, or it is let go; both PCs then agree and nothing waits."""
    satu, lain, _ = dibayar_dua
    beda(city, dibayar_dua, (jalan, isian))
    d = hal(lain, BATAL_BEDA)
    assert "keterangan berbeda" in d.kalimat
    assert "Februari 2026" in d.kalimat
    ganti = deciding.replacement(lain.store.reader(), lain.store.tables, d)
    assert ganti
    deciding.let_stand(lain.store, d, "Dilepas" if lepas else "Tetap", drop=ganti if lepas else "")
    assert dunia.jenis(lain) == []
    dunia.tenang(city, satu, lain)
    for pc in (satu, lain):
        assert dunia.jenis(pc) == []
        assert jumlah(pc) == (TARIF if lepas else 2 * TARIF)


def test_two_people_answer_otherwise(city: City, dibayar_dua: Dua) -> None:
    """Their words differ, so it waits until one has seen the other's."""
    satu, lain, _ = dibayar_dua
    beda(city, dibayar_dua, ("dikembalikan", TUNAI))
    d = hal(lain, BATAL_BEDA)
    ganti = deciding.replacement(lain.store.reader(), lain.store.tables, d)
    deciding.let_stand(satu.store, hal(satu, BATAL_BEDA), "Tetap")
    deciding.let_stand(lain.store, d, "Dilepas", drop=ganti)
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == [BATAL_BEDA]
    deciding.let_stand(satu.store, hal(satu, BATAL_BEDA), "Tetap")
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == []
    assert jumlah(satu) == TARIF


def _rantai() -> list[Pc]:
    """Four PCs: two payments, two reversals that saw both, one of them said twice, and a word that saw it all."""
    pcs = [Pc(ke) for ke in range(6)]
    bayar: Fields = {"slot": "a|b|c", "jumlah": 5, "jenis": "bayar"}
    for ke in (0, 1):
        pcs[ke].tulis(f"o{ke}", "append", MUTASI, f"o{ke}e", bayar, {}, KINI)
    dua = {"slot": "o0e o1e"}
    for ke, asal, jenis in ((2, 0, "salah catat"), (3, 1, "salah catat"), (4, 1, "dikembalikan")):
        balik = bayar | {"jenis": jenis, "membalik": f"o{asal}e", "jumlah": -5}
        pcs[ke].tulis(f"o{ke}", "append", MUTASI, f"balik{asal}", balik, dua, KINI + ke)
    return pcs


def _semua_urutan(*, putus: bool) -> list[dict[str, object]]:
    """The conflict over the slot in every order of arrival that keeps cause before effect."""
    hasil = []
    for urutan in permutations(range(2, 5)):
        pcs = _rantai()
        if putus:
            kata: Fields = {"slot": "a|b|c", "jumlah": -5, "jenis": "balik", "membalik": "o0e", "alasan": "Tidak jadi"}
            pcs[5].tulis("o5", "append", MUTASI, "balik0", kata, {HELD: "o2 o3 o4"}, KINI + 9)
        with kota() as db:
            for ke in (1, 0, *urutan, 5):
                kirim(db, pcs[ke], len(pcs[ke].wires))
            (satu,) = konflik(db).values()
        hasil.append(satu)
    return hasil


@pytest.mark.parametrize("putus", [False, True])
def test_the_order_of_arrival_does_not_show(putus: bool) -> None:
    """I9 for what is asked of the reversals of a slot."""
    pertama, *lain = _semua_urutan(putus=putus)
    assert pertama["keadaan"] == (core.SELESAI if putus else core.TERBUKA)
    assert json.loads(str(pertama["isi"])).get("soal") == (None if putus else BATAL_DUA)
    assert all(satu == pertama for satu in lain)


def test_a_question_by_order_of_arrival_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Known-bad control: what the last to come has seen is all that counts."""
    asli = slots._ops

    def terakhir(batch: Batch, key: Key) -> tuple[str, ...]:
        semua = asli(batch, key)
        return tuple(op for op in semua if op == [*batch.past][-1]) or semua[:1]

    monkeypatch.setattr(slots, "_ops", terakhir)
    with pytest.raises(AssertionError):
        test_the_order_of_arrival_does_not_show(putus=False)


def test_a_late_reversal_asks_again() -> None:
    """Who said that it stands had not seen it."""
    pcs = _rantai()
    kata: Fields = {"slot": "a|b|c", "jumlah": -5, "jenis": "balik", "membalik": "o0e", "alasan": "Tidak jadi"}
    pcs[5].tulis("o5", "append", MUTASI, "balik0", kata, {HELD: "o2 o3"}, KINI + 9)
    for urutan in ((0, 1, 2, 3, 5, 4), (0, 1, 4, 2, 3, 5)):
        for pc in pcs:
            pc.terkirim = 0
        with kota() as db:
            for ke in urutan:
                kirim(db, pcs[ke], len(pcs[ke].wires))
            (satu,) = konflik(db).values()
            assert satu["keadaan"] == core.TERBUKA


def test_an_answer_is_not_asked_again_by_what_came_after_it(city: City, dibayar_dua: Dua) -> None:
    """The payment that was left is taken back knowingly; that one was taken back in two ways is settled."""
    satu, lain, nomor = dibayar_dua
    beda(city, dibayar_dua, ("salah catat", SALAH))
    deciding.let_stand(satu.store, hal(satu, BATAL_BEDA), "Tetap")
    dunia.tenang(city, satu, lain)
    insentif.batal_terima(lain.store, nomor, 3, alasan="Keliru")
    dunia.tenang(city, satu, lain)
    assert dunia.jenis(satu) == dunia.jenis(lain) == []
