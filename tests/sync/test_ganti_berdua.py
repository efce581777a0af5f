"""Two PCs replace the same head offline: one new term in the end, and what differs waits in *Perlu keputusan*."""

from __future__ import annotations

from datetime import date

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import ids
from sipokat_desktop.modules.rt import ganti, ops, pengenal, queries
from sipokat_desktop.storage import deciding, history
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.unit import kantor

Dua = tuple[Office, Office]
POS = ops.id_jabatan(KELURAHAN, "03")
MASA = {"akhir_nyata": "14/3/2026", "alasan_akhir": "pindah", "sk_nomor": "141/9"}
BUDI = {"nama": "Budi", "nik": kantor.nik(77)}
CICI = {"nama": "Cici", "nik": kantor.nik(78)}


@pytest.fixture
def berdua(city: City, office: Buka) -> Dua:
    """Two PCs of one office that hold the same three heads."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    satu.store.user, dua.store.user = "Siti", "Rudi"
    sinkron(satu)
    isi_rt(satu, 1, 2, 3)
    sinkron(satu)
    sinkron(dua)
    return satu, dua


def ketua(office: Office) -> list[str | None]:
    """Who heads RT 03 in May."""
    roster = queries.roster(office.store.reader(), lingkup=KELURAHAN, hari=date(2026, 5, 1))
    return [b.nama for b in roster if b.nomor == "03"]


def test_the_same_change_on_both_is_one_change(city: City, berdua: Dua) -> None:
    for pc in berdua:
        ganti.ganti(pc.store, POS, MASA | BUDI)
    dunia.tenang(city, *berdua)
    for pc in berdua:
        assert ketua(pc) == ["Budi"]
        assert dunia.jenis(pc) == []


@pytest.mark.parametrize("orang", [(BUDI, CICI), ({"nama": "Budi"}, {"nama": "Cici"})])
def test_two_new_heads_wait_for_a_person(city: City, berdua: Dua, orang: tuple[dict[str, str], dict[str, str]]) -> None:
    """Never two heads in one RT: the term is one row, and a person chooses whose it is."""
    satu, dua = berdua
    ganti.ganti(satu.store, POS, MASA | orang[0])
    ganti.ganti(dua.store, POS, MASA | orang[1])
    dunia.tenang(city, satu, dua)
    for pc in berdua:
        assert len(ketua(pc)) == 1
        (hal,) = pc.status().decisions
        assert hal.jenis == "isian berbeda"
        assert "Budi" in hal.kalimat
        assert "Cici" in hal.kalimat
    (hal,) = satu.status().decisions
    cici = next(c.nilai for c in hal.pilihan if c.oleh == "Rudi")
    deciding.choose(satu.store, hal, cici)
    dunia.tenang(city, satu, dua)
    for pc in berdua:
        assert ketua(pc) == ["Cici"]
        assert dunia.jenis(pc) == []


def test_with_ids_of_their_own_the_rt_would_have_two_heads(
    city: City, berdua: Dua, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The known-bad control: what the derived ids prevent does happen without them, and nobody is asked."""
    monkeypatch.setattr(pengenal, "derived_id", lambda *_parts: ids.new_id())
    for pc, orang in zip(berdua, (BUDI, CICI), strict=True):
        ganti.ganti(pc.store, POS, MASA | orang)
    dunia.tenang(city, *berdua)
    for pc in berdua:
        assert sorted(map(str, ketua(pc))) == ["Budi", "Cici"]
        assert dunia.jenis(pc) == []


def test_other_days_wait_too_and_nobody_is_lost(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    ganti.ganti(satu.store, POS, MASA | BUDI)
    ganti.ganti(dua.store, POS, MASA | BUDI | {"akhir_nyata": "31/3/2026"})
    dunia.tenang(city, satu, dua)
    for pc in berdua:
        assert ketua(pc) == ["Budi"]
        assert {d.field for d in pc.status().decisions} == {"akhir_nyata", "tmt"}


def test_one_undoes_what_the_other_did_too(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    act = ganti.ganti(satu.store, POS, MASA | BUDI).changes.act_id
    ganti.ganti(dua.store, POS, MASA | BUDI)
    history.undo(satu.store, act)
    dunia.tenang(city, satu, dua)
    assert ketua(satu) == ketua(dua)
    assert len(ketua(satu)) == 1


def test_two_fillings_of_one_vacancy_are_one_term(city: City, berdua: Dua) -> None:
    satu, dua = berdua
    kosong = ops.tambah_kosong(satu.store, KELURAHAN, {"nomor": "9"}).value
    sinkron(satu)
    sinkron(dua)
    for pc, orang in zip(berdua, (BUDI, CICI), strict=True):
        ganti.ganti(pc.store, kosong, orang | {"tmt": "1/4/2026"})
    dunia.tenang(city, satu, dua)
    masa = [m for m in queries.masa(satu.store.reader(), lingkup=KELURAHAN) if m.nomor == "09"]
    assert len(masa) == 1
    assert dunia.jenis(satu) == ["isian berbeda"]
