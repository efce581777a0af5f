"""A month that two PCs paid under a list each: a decision about it is undone where it was taken, as any other."""

from __future__ import annotations

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.storage import acts, deciding, history
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, LEDGER, Buka, daftarkan, isi_rt, sinkron


def test_a_decision_about_a_month_on_two_lists_is_undone(city: City, office: Buka) -> None:
    """The other list holds the month, and that is just what the open question asks about."""
    city.set_tarif(550_000)
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    satu.store.user, dua.store.user = "Siti", "Rudi"
    sinkron(satu)
    isi_rt(satu, 1)
    for pc in (satu, dua):
        sinkron(pc)
    for pc in (satu, dua):
        nomor = insentif.susun(pc.store, KELURAHAN, periode.baca("2026-01")).value
        insentif.kunci(pc.store, nomor, lurah="Lurah")
        insentif.terima(pc.store, nomor)
    dunia.tenang(city, satu, dua)
    satu.store.user = "Rohana"
    (d,) = satu.status().decisions
    act = deciding.take_back(satu.store, LEDGER, d.baris[0], "salah catat", {"alasan": "Sekali"}).act_id
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == []
    kata = acts.title(satu.store, satu.store.reader(), history.of_act(satu.store.reader(), act))
    assert kata.startswith("Pembayaran ganda: salah catat · RT 01"), "its name in the history and beside the undo"
    history.undo(satu.store, act)
    dunia.tenang(city, satu, dua)
    assert dunia.jenis(satu) == dunia.jenis(dua) == ["pembayaran ganda"]
