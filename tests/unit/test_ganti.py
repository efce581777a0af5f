"""Ganti ketua RT: one act, one undo, whatever the reason of the change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.rt import bulan, ganti, mekar, ops, queries, rules
from sipokat_desktop.storage import history
from sipokat_desktop.storage.module import Holder
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

POS = ops.id_jabatan(KELURAHAN, "03")
ISIAN = {
    "akhir_nyata": "14/3/2026", "alasan_akhir": "mengundurkan_diri", "nama": "Budi Santoso", "nik": kantor.nik(77),
    "sk_nomor": "141/9/2026", "sk_tanggal": "10/3/2026", "cara": "musyawarah", "ba_nomor": "BA/3/2026",
    "serah_hp": "HP Samsung J2 Prime, baik", "serah_seragam": "Seragam 1 stel",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with three heads of RT and a tariff."""
    with buka(tmp_path) as dibuka:
        kantor.tarif(dibuka)
        kantor.isi_rt(dibuka, 3)
        yield dibuka


def menjabat(store: Store, hari: date, nomor: str = "03") -> list[str | None]:
    """Who heads an RT on a day."""
    return [b.nama for b in queries.roster(store.reader(), lingkup=KELURAHAN, hari=hari) if b.nomor == nomor]


def masa(store: Store, nama: str) -> queries.Masa:
    """The latest term of somebody."""
    return [m for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.nama == nama][-1]


def test_one_act_closes_and_opens_and_one_undo_takes_it_back(store: Store) -> None:
    sebelum = kantor.tampak(store)
    act = ganti.ganti(store, POS, ISIAN).changes
    assert menjabat(store, date(2026, 3, 14)) == ["Ketua 03"]
    assert menjabat(store, date(2026, 3, 15)) == ["Budi Santoso"]
    baru = store.reader().execute("SELECT * FROM rt_masa WHERE tmt = '2026-03-15'").fetchone()
    assert (baru["jenis"], baru["cara"], baru["ba_nomor"]) == ("definitif", "musyawarah", "BA/3/2026")
    assert baru["serah_terima"] == "HP Samsung J2 Prime, baik; Seragam 1 stel"
    lama = store.reader().execute("SELECT * FROM rt_masa WHERE akhir_nyata IS NOT NULL").fetchone()
    assert (lama["akhir_nyata"], lama["alasan_akhir"]) == ("2026-03-14", "mengundurkan_diri")
    assert kantor.satu_kesatuan(store)
    history.undo(store, act.act_id)
    assert kantor.tampak(store) == sebelum
    ganti.ganti(store, POS, ISIAN)
    assert menjabat(store, date(2026, 4, 1)) == ["Budi Santoso"]
    assert kantor.rantai_utuh(store)


def test_the_plan_shows_the_month_and_what_the_incentive_says(store: Store) -> None:
    sebelum = kantor.hitung(store)
    r = ganti.rencana(store, POS, ISIAN)
    assert kantor.hitung(store) == sebelum, "a plan writes nothing"
    assert (r.rt, r.lama, r.baru, r.selang, r.salah) == ("03", "Ketua 03", "Budi Santoso", 0, ())
    assert (r.akhir_lama, r.mulai_baru) == (date(2026, 3, 14), date(2026, 3, 15))
    assert [b.kalimat for b in r.bulan] == ["Maret 2026: tanggal 1–14 Ketua 03, tanggal 15–31 Budi Santoso"]
    assert r.insentif == ("Insentif Maret 2026 untuk Ketua 03, yang menjabat pada tanggal 1.",)
    awal = ganti.rencana(store, POS, ISIAN | {"akhir_nyata": "28/2/2026"})
    assert [b.kalimat for b in awal.bulan] == [
        "Februari 2026: sebulan penuh Ketua 03", "Maret 2026: sebulan penuh Budi Santoso",
    ]  # fmt: skip
    assert awal.insentif[1] == "Insentif Maret 2026 untuk Budi Santoso, yang menjabat pada tanggal 1."


def test_what_the_plan_says_is_what_the_list_pays(store: Store) -> None:
    ganti.ganti(store, POS, ISIAN)
    baris = {b.nama: b.bulan for b in kantor.baris(store, kantor.susun(store)) if b.nomor_rt == "03"}
    assert baris == {"Ketua 03": ("2026-01", "2026-02", "2026-03")}


def test_a_month_that_was_paid_is_said(store: Store) -> None:
    nomor = kantor.susun(store)
    insentif.kunci(store, nomor, lurah="Lurah")
    insentif.terima(store, nomor)
    (kalimat,) = ganti.rencana(store, POS, ISIAN).insentif
    assert kalimat.endswith("sudah dibayar dan tidak dihitung lagi.")


@pytest.mark.parametrize(
    ("isian", "field", "kalimat"),
    [
        ({"akhir_nyata": ""}, "akhir_nyata", "belum diisi"),
        ({"alasan_akhir": ""}, "alasan_akhir", "alasan"),
        ({"akhir_nyata": "1/1/2020"}, "akhir_nyata", "sebelum TMT"),
        ({"tmt": "14/3/2026"}, "tmt", "paling awal 15 Maret 2026, sehari setelah Ketua 03"),
        ({"tmt": "31/2/2026"}, "tmt", "31 Februari"),
        ({"nama": ""}, "nama", "belum diisi"),
        ({"nik": "123"}, "nik", "16 angka"),
        ({"nik": kantor.nik(2)}, "nik", "Ketua RT 02"),
        ({"nik": kantor.nik(3)}, "nama", "sama dengan ketua lama"),
        ({"akhir_sk": "1/1/2026"}, "akhir_sk", "sebelum TMT"),
        ({"alasan_akhir": "meninggal", "akhir_nyata": "1/5/2026"}, "akhir_nyata", "setelah hari ini"),
        ({"orang_id": "tidak-ada"}, "nama", "sudah tidak ada"),
    ],
)
def test_what_is_wrong_is_told_at_its_input_and_nothing_is_kept(
    store: Store, isian: dict[str, str], field: str, kalimat: str
) -> None:
    sebelum = kantor.tampak(store)
    with pytest.raises(InputSalah, match=kalimat) as salah:
        ganti.ganti(store, POS, ISIAN | isian)
    assert salah.value.field == field
    assert [(s.field, s.kalimat) for s in ganti.rencana(store, POS, ISIAN | isian).salah] == [(field, str(salah.value))]
    assert kantor.tampak(store) == sebelum


def test_a_post_that_is_gone_is_told(store: Store) -> None:
    assert "sudah tidak ada" in ganti.rencana(store, "x", ISIAN).salah[0].kalimat
    with pytest.raises(InputSalah, match="sudah tidak ada"):
        ganti.ganti(store, "x", ISIAN)


def test_plt_until_the_election_then_the_same_person_for_good(store: Store) -> None:
    plt = {"jenis": "plt", "akhir_sk": "30/6/2026"}
    ganti.ganti(store, POS, ISIAN | plt | {"cara": ""})
    kini = masa(store, "Budi Santoso")
    row = store.reader().execute("SELECT jenis, cara FROM rt_masa WHERE id = ?", (kini.masa_id,)).fetchone()
    assert tuple(row) == ("plt", "penunjukan")
    tetap = {
        "akhir_nyata": "30/6/2026", "alasan_akhir": "habis_masa", "orang_id": kini.orang_id, "cara": "pemilihan",
        "jenis": "definitif",
    }  # fmt: skip
    assert ganti.rencana(store, POS, tetap).bulan[-1].kalimat == "Juli 2026: sebulan penuh Budi Santoso"
    ganti.ganti(store, POS, tetap)
    assert menjabat(store, date(2026, 7, 1)) == ["Budi Santoso"]
    assert len({m.orang_id for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.nama == "Budi Santoso"}) == 1


def test_death_today_and_a_future_day(store: Store) -> None:
    ganti.ganti(store, POS, ISIAN | {"akhir_nyata": "10/4/2026", "alasan_akhir": "meninggal"})
    assert menjabat(store, date(2026, 4, 10)) == ["Ketua 03"]
    assert menjabat(store, date(2026, 4, 11)) == ["Budi Santoso"]
    dua = ops.id_jabatan(KELURAHAN, "02")
    ganti.ganti(store, dua, ISIAN | {"akhir_nyata": "30/6/2026", "nama": "Cici", "nik": kantor.nik(78)})
    assert menjabat(store, date(2026, 4, 10), "02") == ["Ketua 02"]
    assert menjabat(store, date(2026, 7, 1), "02") == ["Cici"]


def test_a_gap_is_shown_and_the_vacancy_is_not_paid(store: Store) -> None:
    isian = ISIAN | {"akhir_nyata": "20/2/2026", "tmt": "5/3/2026"}
    r = ganti.rencana(store, POS, isian)
    assert r.selang == 12
    assert any("kosong 12 hari" in a.kalimat for a in r.awas)
    assert [b.kalimat for b in r.bulan] == [
        "Februari 2026: tanggal 1–20 Ketua 03, tanggal 21–28 kosong",
        "Maret 2026: tanggal 1–4 kosong, tanggal 5–31 Budi Santoso",
    ]
    assert "tidak dibayar" in r.insentif[1]
    ganti.ganti(store, POS, isian)
    assert menjabat(store, date(2026, 3, 1)) == [None]


def test_a_vacancy_is_filled_and_a_former_head_comes_back(store: Store) -> None:
    kosong = ops.tambah_kosong(store, KELURAHAN, {"nomor": "9"}).value
    assert menjabat(store, date(2026, 4, 10), "09") == [None]
    with pytest.raises(InputSalah, match="hari pertama") as salah:
        ganti.ganti(store, kosong, {"nama": "Dedi"})
    assert salah.value.field == "tmt"
    ganti.ganti(store, kosong, {"nama": "Dedi", "tmt": "1/4/2026"})
    assert menjabat(store, date(2026, 4, 10), "09") == ["Dedi"]
    ganti.ganti(store, POS, ISIAN)
    r = ganti.rencana(store, kosong, {
        "akhir_nyata": "30/4/2026", "alasan_akhir": "pindah", "nama": "Ketua Tiga", "nik": kantor.nik(3),
    })  # fmt: skip
    assert r.orang_dikenal == "Ketua 03"
    assert any(a.field == "nama" and "Ketua 03" in a.kalimat for a in r.awas)
    (calon,) = ganti.calon(store.reader(), lingkup=KELURAHAN, teks="ketua 03")
    assert (calon.nama, calon.keterangan) == ("Ketua 03", "RT 03 sampai 14/03/2026")


def test_an_rt_is_split(store: Store) -> None:
    sebelum = kantor.tampak(store)
    act = mekar.mekarkan(store, POS, {"nomor": "10", "ketua": "pindah", "tmt": "1/5/2026"}).changes
    assert menjabat(store, date(2026, 4, 30)) == ["Ketua 03"]
    assert menjabat(store, date(2026, 5, 1)) == [None]
    assert menjabat(store, date(2026, 5, 1), "10") == ["Ketua 03"]
    history.undo(store, act.act_id)
    assert kantor.tampak(store) == sebelum
    mekar.mekarkan(store, POS, {"nomor": "11"})
    assert menjabat(store, date(2026, 5, 1), "11") == [None]
    mekar.mekarkan(store, POS, {"nomor": "12", "ketua": "baru", "nama": "Eka", "tmt": "1/5/2026"})
    assert menjabat(store, date(2026, 5, 1), "12") == ["Eka"]
    for isian, field in (({"nomor": "12"}, "nomor"), ({"nomor": "13", "ketua": "baru", "nama": "Eka"}, "tmt")):
        with pytest.raises(InputSalah) as salah:
            mekar.mekarkan(store, POS, isian)
        assert salah.value.field == field
    with pytest.raises(InputSalah, match="tidak ada ketuanya"):
        mekar.mekarkan(store, ops.id_jabatan(KELURAHAN, "11"), {"nomor": "14", "ketua": "pindah", "tmt": "1/5/2026"})


HARI = st.integers(0, 900).map(lambda n: date(2025, 1, 1) + timedelta(days=n))


@given(st.lists(st.tuples(st.integers(1, 3), HARI, HARI), max_size=12))
def test_terms_of_a_post_never_overlap(
    tmp_path_factory: pytest.TempPathFactory, langkah: list[tuple[int, date, date]]
) -> None:
    """Whatever changes of head are tried, refused ones included, no two terms of a post share a day."""
    with buka(tmp_path_factory.mktemp("tumpuk")) as store:
        kantor.isi_rt(store, 3)
        for ke, (rt, akhir, tmt) in enumerate(langkah):
            isian = {
                "akhir_nyata": akhir.isoformat(), "alasan_akhir": "pindah", "tmt": tmt.isoformat(),
                "nama": f"Baru {ke % 4}", "nik": kantor.nik(50 + ke % 4),
            }  # fmt: skip
            try:
                ganti.ganti(store, ops.id_jabatan(KELURAHAN, f"{rt:02}"), isian)
            except InputSalah:
                continue
        semua = queries.masa(store.reader(), lingkup=KELURAHAN)
        pasangan = [(a, b) for ke, a in enumerate(semua) for b in semua[ke + 1 :]]
        for a, b in pasangan:
            tumpuk = rules.bertumpuk((a.tmt, a.akhir_nyata), (b.tmt, b.akhir_nyata))
            assert not (tumpuk and a.jabatan_id == b.jabatan_id), "one head per RT"
            assert not (tumpuk and a.orang_id == b.orang_id), "one RT per head"


@given(HARI, HARI, HARI)
def test_every_day_of_a_month_belongs_to_exactly_one(dari: date, akhir: date, mulai: date) -> None:
    pemegang = (Holder("A", dari.isoformat(), akhir.isoformat(), ""), Holder("B", mulai.isoformat(), "", ""))
    if not dari <= akhir < mulai:
        return
    for bagian in bulan.pembagian(pemegang, akhir, mulai):
        hari = [h for _, a, b in bagian.siapa for h in range(a, b + 1)]
        assert hari == list(range(1, len(hari) + 1))
        assert len(hari) >= 28
