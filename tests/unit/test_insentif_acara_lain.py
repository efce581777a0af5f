"""Payments by attendance elsewhere: cards, red flags, sums, simulation, changes of head, the views beneath."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import kartu, rekap, temuan_merah, tunggakan
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import simulasi as simulasi_
from sipokat_desktop.modules.insentif.model import Komponen
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.storage import entitled
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from sipokat_desktop.storage.views import ENTITLED
from tests.unit import kantor, uji_acara
from tests.unit.kantor import KELURAHAN
from tests.unit.uji_acara import ACARA, NAMA


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with uji_acara.buka(tmp_path) as satu:
        uji_acara.acara(satu)
        yield satu


@pytest.fixture
def masa(store: Store) -> list[str]:
    """Four heads; the first two attended, the second twice."""
    semua = kantor.isi_rt(store, 4)
    uji_acara.hadir(store, semua[0])
    uji_acara.hadir(store, semua[1], 2)
    return semua


def _komponen(store: Store) -> Komponen:
    return ketetapan.pilih_komponen(store.reader(), lingkup=KELURAHAN, nama=NAMA)


def _jabatan(store: Store, masa_id: str) -> str:
    return str(store.reader().execute("SELECT jabatan_id FROM rt_masa WHERE id = ?", (masa_id,)).fetchone()[0])


# --- elsewhere -------------------------------------------------------------------------------------------------------


def test_cards_flags_and_sums_speak_of_it_rightly(store: Store, masa: list[str]) -> None:
    kantor.tarif(store)
    id = uji_acara.komponen(store, per="sesi")
    nomor = uji_acara.terkunci(store)
    con = store.reader()
    sisa = kartu.susun(con, _jabatan(store, masa[1]), hari=date(2026, 12, 10)).dompet
    assert [(d.komponen, d.sisa) for d in sisa if d.komponen_id == id] == [(NAMA, 300_000)]
    insentif.terima(store, nomor)
    semua = temuan_merah.cari(con, lingkup=KELURAHAN, bulan=["2026-11"], hari=date(2026, 12, 10))
    assert [b for b in semua if b.daftar == nomor] == []
    uji_acara.hadir(store, masa[0], 0)
    uji_acara.hadir(store, masa[1], 1)
    semua = temuan_merah.cari(con, lingkup=KELURAHAN, bulan=["2026-11"], hari=date(2026, 12, 10))
    assert [b.jenis for b in semua if b.daftar == nomor] == ["tanpa_hadir", "atas_tarif"]
    assert rekap.rt_tahun(con, tahun=2026).total == 450_000
    assert rekap.kecamatan(con, periode="2026-TW4").jumlah.netto == 0
    assert rekap.kecamatan(con, periode="2026-TW4", komponen_id=id).jumlah.netto == 450_000
    assert rekap.anggaran(con, tahun=2026)[0].realisasi == 450_000


def test_who_attended_and_is_on_no_list_is_outstanding(store: Store, masa: list[str]) -> None:
    uji_acara.komponen(store)
    con, hari = store.reader(), date(2027, 6, 1)
    assert {*tunggakan.tunggakan(con, lingkup=KELURAHAN, komponen=_komponen(store), sebelum="2027-06")} == {*masa[:2]}
    semua = temuan_merah.cari(con, lingkup=KELURAHAN, bulan=["2026-11"], hari=hari)
    assert [b.jenis for b in semua] == ["lama_belum", "lama_belum"]


def test_simulation_and_change_of_head_leave_it_alone(store: Store, masa: list[str]) -> None:
    kantor.tarif(store)
    id = uji_acara.komponen(store)
    andaian = simulasi_.Andaian(id, "2026-11", "2026-11", tarif=(simulasi_.TarifBaru("2026-11", 1),))
    with pytest.raises(InputSalah, match="menurut kehadiran"):
        simulasi_.hitung(store.reader(), andaian, lingkup=[KELURAHAN])
    assert ketetapan.pilih_komponen(store.reader(), lingkup=KELURAHAN, nama=None).acara is None
    akibat = ganti.rencana(store, _jabatan(store, masa[0]), {
        "akhir_nyata": "2026-11-10", "alasan_akhir": "pindah", "nama": "B", "sk_nomor": "9",
    }).insentif  # fmt: skip
    assert akibat
    assert not any(NAMA in kata for kata in akibat)


# --- the views -------------------------------------------------------------------------------------------------------


def test_the_views_are_made_anew_when_what_is_declared_changes(tmp_path: Path) -> None:
    with kantor.buka(tmp_path) as store:
        assert entitled.source(store.reader(), "uji", ACARA) is None
        assert entitled.entitled(store.reader(), "uji", ACARA, KELURAHAN) == []
    with uji_acara.buka(tmp_path) as store:
        uji_acara.acara(store)
        (masa_id,) = kantor.isi_rt(store, 1)
        uji_acara.hadir(store, masa_id, 3, ragu=True)
        con = store.reader()
        assert [s.title for s in entitled.sources(con)] == ["Bimtek Ketua RT 2026"]
        (satu,) = entitled.entitled(con, "uji", ACARA, KELURAHAN)
        assert (satu.term, satu.times, satu.doubtful) == (masa_id, 3, True)
        rencana = con.execute(
            f"EXPLAIN QUERY PLAN SELECT * FROM {ENTITLED} WHERE sumber = 'uji' AND asal = ? AND lingkup = ?",
            (ACARA, KELURAHAN),
        ).fetchall()
        assert any("USING INDEX" in row[3] and "acara=? AND lingkup=?" in row[3] for row in rencana), rencana


def test_the_city_and_the_office_pay_an_event_once(
    store: Store, masa: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each laid its own component down before it heard of the other: what one paid is taken for both."""
    uji_acara.komponen(store)
    isi: Fields = {"nama": "Dari kota", "pajak": 0, "cara": "tunai", "hari_acuan": 1, "sumber": "uji", "asal": ACARA}

    def kota(tx: Tx) -> None:
        id = tx.insert("insentif_komponen", isi | {"per": "kegiatan"}, scope="kota")
        tx.insert("insentif_tarif", {"komponen_id": id, "mulai": "2026-01", "jumlah": 200_000}, scope="kota")

    with monkeypatch.context() as m:
        m.setattr(Tx, "permit", lambda *_args: None)
        store.write("uji", kota)
    insentif.terima(store, uji_acara.terkunci(store))
    with pytest.raises(InputSalah, match="Belum ada ketua RT"):
        uji_acara.susun(store, nama="Dari kota")
    uji_acara.hadir(store, masa[2])
    nomor = uji_acara.susun(store, nama="Dari kota")
    assert [(b.nomor_rt, b.diterima) for b in kantor.baris(store, nomor)] == [("03", 200_000)]
