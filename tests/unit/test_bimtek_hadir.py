"""Recording attendance: one, many, the rest; changing, taking back, undoing; what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, lembar_ops, ops, queries, ragu, text_hadir
from sipokat_desktop.modules.bimtek.hadir_model import HasilBanyak
from sipokat_desktop.modules.bimtek.tanda import SISA, Keadaan
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.storage import deciding, decisions, entitled, history
from sipokat_desktop.storage.tx import Tx
from tests.unit import bimtek_contoh, bimtek_meja
from tests.unit.bimtek_meja import DUA, SATU, Meja


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    """Two kelurahan, all invited."""
    with bimtek_meja.buka(tmp_path) as dibuka:
        yield dibuka


def test_who_is_seen_already_is_not_written_again(meja: Meja) -> None:
    satu = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], pintu="Pintu A")
    lagi = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], pintu="Pintu B", cara="ketik")
    assert (satu.value.jenis, satu.value.tertulis) == ("dicatat", True)
    assert (lagi.value.jenis, lagi.value.tertulis, lagi.changes.rows) == ("sudah", False, {})
    assert lagi.value.kalimat == "RT 01 Air Kuti · Ahmad Abdullah sudah tercatat hadir pukul 07.30 di Pintu A."
    assert (meja.rows(), meja.kini(0).pintu) == (1, "Pintu A")
    row = dict(meja.store.reader().execute("SELECT * FROM bimtek_hadir").fetchone())
    assert (row["lingkup"], row["nama"], row["masa_id"]) == (SATU, "Ahmad Abdullah", f"{SATU}-m-1")


def test_another_mark_is_asked_about_then_takes_its_place(meja: Meja) -> None:
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], "izin", cara="ketik")
    tanya = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0]).value
    assert (tanya.jenis, tanya.keadaan.tanda, meja.rows()) == ("beda", "izin", 1)
    ganti = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], tetap=True)
    assert (ganti.value.jenis, meja.kini(0).tanda, meja.rows()) == ("diganti", "hadir", 1)
    history.undo(meja.store, ganti.changes.act_id)
    assert (meja.kini(0).tanda, meja.rows()) == ("izin", 1)


def test_a_proxy_has_a_name_and_keeps_the_arrival(meja: Meja) -> None:
    with pytest.raises(InputSalah) as salah:
        hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], "diwakili", wakil="  ")
    assert (salah.value.field, salah.value.pesan) == ("wakil", "Isi nama yang mewakili.")
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], pukul=1_000)
    for wakil in ("Rudi", "Rudi Hartono"):
        hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], "diwakili", wakil=wakil, tetap=True)
        kini = meja.kini(0)
        assert (kini.tanda, kini.wakil, kini.datang, kini.pukul) == ("diwakili", wakil, True, 1_000)
    sama = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], "diwakili", wakil="Rudi Hartono", tetap=True)
    assert (sama.value.jenis, meja.rows()) == ("sudah", 1)


def test_an_undo_takes_one_mark_back_only(meja: Meja) -> None:
    """Of two doors' marks of one person that of the act; a third person's stays."""
    satu = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], pintu="A")
    _dari_pintu_lain(meja, satu.value.hadir_id, tanda="hadir")
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[1], pintu="A")
    batal = history.undo(meja.store, satu.changes.act_id)
    assert (meja.rows(), meja.kini(0).pintu, meja.kini(1).datang) == (2, "B", True)
    history.undo(meja.store, batal.act_id)
    assert (meja.rows(), meja.kini(0).pintu) == (3, "A")


def _dari_pintu_lain(meja: Meja, hadir_id: str, **lain: str) -> None:
    """A mark of the same person as another door sends it."""

    def work(tx: Tx) -> None:
        row = tx.row("bimtek_hadir", hadir_id) | {"pintu": "B"} | lain
        isi = {k: v for k, v in row.items() if k not in ("id", "lingkup")}
        tx.insert("bimtek_hadir", isi, scope=str(row["lingkup"]))

    meja.store.write("uji", work)


def test_taking_back_takes_every_mark_and_is_undone(meja: Meja) -> None:
    satu = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0])
    _dari_pintu_lain(meja, satu.value.hadir_id, tanda="izin")
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[1])
    tarik = hadir_ops.tarik(meja.store, meja.sesi_id, meja.jabatan[:1])
    assert (tarik.value, meja.rows(), meja.kini(0).tercatat) == (2, 1, False)
    history.undo(meja.store, tarik.changes.act_id)
    assert (meja.rows(), meja.kini(0).beda) == (3, True)
    assert hadir_ops.tarik(meja.store, meja.sesi_id, []).value == 0


def test_many_in_one_act(meja: Meja) -> None:
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0])
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[1], "sakit")
    done = hadir_ops.catat_banyak(meja.store, meja.sesi_id, [*meja.jabatan[:4], meja.jabatan[3]])
    assert done.value[:3] == (meja.jabatan[2:4], (), meja.jabatan[:1])
    assert [(h.jenis, h.orang.jabatan_id) for h in done.value.dilewati] == [("beda", meja.jabatan[1])]
    done = hadir_ops.catat_banyak(meja.store, meja.sesi_id, meja.jabatan[:4], tetap=True)
    assert (done.value.diganti, done.value.tertulis) == (meja.jabatan[1:2], 1)
    with pytest.raises(InputSalah, match="RT itu tidak ada di komputer ini"):
        hadir_ops.catat_banyak(meja.store, meja.sesi_id, [meja.jabatan[5], "asing"])
    assert meja.rows() == 4


def test_the_rest_are_absent_and_yield_to_whoever_comes(meja: Meja) -> None:
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0])
    sisa = hadir_ops.tandai_sisa(meja.store, meja.sesi_id)
    assert (sisa.value.tertulis, meja.kini(1)) == (15, Keadaan("alpa", cara=SISA, macam=("alpa",)))
    assert hadir_ops.tandai_sisa(meja.store, meja.sesi_id).value == HasilBanyak(())
    datang = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[1])
    assert (datang.value.jenis, meja.kini(1).tanda) == ("dicatat", "hadir")
    history.undo(meja.store, datang.changes.act_id)
    assert meja.kini(1).tanda == "alpa"
    history.undo(meja.store, sisa.changes.act_id)
    assert meja.rows() == 1


def test_the_rest_of_one_kelurahan(meja: Meja) -> None:
    assert hadir_ops.tandai_sisa(meja.store, meja.sesi_id, lingkup=DUA).value.dicatat == meja.jabatan[8:]


def test_who_is_not_invited_or_not_for_this_session_is_asked_about(meja: Meja) -> None:
    undangan = queries.undangan(meja.store.reader(), meja.kegiatan_id, hari=kantor_hari())[0]
    ops.tarik(meja.store, [undangan.undangan_id])
    tanya = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0]).value
    assert (tanya.jenis, tanya.kalimat) == (
        "tanpa_undangan",
        "RT 01 Air Kuti · Ahmad Abdullah tidak ada di daftar undangan. Catat sebagai peserta tanpa undangan?",
    )
    assert hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], tetap=True).value.jenis == "dicatat"
    lain = {"judul": "Sore", "tanggal": "2017-11-21", "mulai": "13:00", "sasaran": "Lubuk Linggau Barat I"}
    sore = ops.simpan_sesi(meja.store, meja.kegiatan_id, lain).value
    tanya = hadir_ops.catat(meja.store, sore, meja.jabatan[1]).value
    assert tanya.jenis == "sesi_lain"
    assert "diundang untuk sesi lain: Bimbingan teknis ketua RT · 20 November 2017 08.00." in tanya.kalimat
    angka = queries.angka_sesi(meja.store.reader(), meja.sesi_id)
    assert (angka.diundang, angka.hadir, angka.tanpa_undangan, angka.datang) == (15, 0, 1, 1)
    assert [b.orang.jabatan_id for b in queries.daftar(meja.store.reader(), meja.sesi_id)][-1] == meja.jabatan[0]


def kantor_hari() -> date:
    """The day of the event."""
    return date.fromisoformat(bimtek_contoh.HARI)


@pytest.mark.parametrize(
    ("apa", "pesan"),
    [
        ({"tanda": "bolos"}, "Tanda hadir bolos tidak dikenal"),
        ({"cara": "sisa"}, "Cara mencatat sisa tidak dikenal"),
        ({"cara": "putusan"}, "Cara mencatat putusan tidak dikenal"),
    ],
)
def test_unknown_words_are_refused(meja: Meja, apa: dict[str, str], pesan: str) -> None:
    with pytest.raises(InputSalah, match=pesan):
        hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], **apa)  # type: ignore[arg-type]


@pytest.mark.parametrize("tutup", ["selesai", "batalkan"])
def test_an_event_that_is_over_or_cancelled_takes_nothing(meja: Meja, tutup: str) -> None:
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0])
    if tutup == "selesai":
        ops.selesai(meja.store, meja.kegiatan_id)
    else:
        ops.batalkan(meja.store, meja.kegiatan_id, alasan="hujan")
    for kerja in (
        lambda: hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[1]),
        lambda: hadir_ops.tarik(meja.store, meja.sesi_id, meja.jabatan[:1]),
        lambda: hadir_ops.tandai_sisa(meja.store, meja.sesi_id),
        lambda: lembar_ops.catat_lembar(meja.store, meja.sesi_id, "1-3", lingkup=SATU, kode=meja.kode(SATU)),
    ):
        with pytest.raises(InputSalah, match="Bimbingan Teknis Ketua RT"):
            kerja()
    assert meja.rows() == 1


@pytest.mark.parametrize(
    ("milik", "boleh"), [("kota", 16), ("kec:16.73.01", 16), ("kec:16.73.02", 0), (SATU, 0), (DUA, 0)]
)
def test_who_records_at_an_event_of_the_city(meja: Meja, milik: str, boleh: int) -> None:
    """The city, and a kecamatan its own people; a kelurahan, which pays by it, does not."""
    meja.store.set_setting("lingkup", milik)
    dicatat = 0
    for jabatan_id in meja.jabatan:
        try:
            dicatat += hadir_ops.catat(meja.store, meja.sesi_id, jabatan_id).value.tertulis
        except InputSalah as exc:
            kata = ("RT itu milik Kelurahan ", "Kehadiran di acara ini dicatat oleh Bagian Tata Pemerintahan")
            assert exc.pesan.startswith(kata)  # noqa: PT017
    assert dicatat == boleh == meja.rows()


def test_a_kelurahan_changes_nothing_at_the_citys_event(meja: Meja) -> None:
    """Neither takes a mark back, nor gives one to the rest, nor decides between two."""
    satu = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0]).value
    _dari_pintu_lain(meja, satu.hadir_id, tanda="alpa")
    (hal,) = decisions.waiting(meja.store.reader(), meja.store.tables)
    meja.store.set_setting("lingkup", SATU)
    for kerja in (
        lambda: hadir_ops.tarik(meja.store, meja.sesi_id, meja.jabatan[:1]),
        lambda: hadir_ops.tandai_sisa(meja.store, meja.sesi_id),
        lambda: lembar_ops.catat_lembar(meja.store, meja.sesi_id, "2", lingkup=SATU, kode=meja.kode(SATU)),
        lambda: meja.store.write("uji", lambda tx: ragu.putuskan(tx, hal.baris[0], {"tanda": "hadir"})),
    ):
        with pytest.raises(InputSalah, match="Kehadiran di acara ini dicatat oleh Bagian Tata Pemerintahan"):
            kerja()
    assert (meja.rows(), meja.kini(0).beda) == (2, True)
    assert not decisions.waiting(meja.store.reader(), meja.store.tables), "asked although it may not answer"


def test_two_doors_that_name_two_heads_contradict_each_other(meja: Meja) -> None:
    """One door has heard of the change of head, the other has not: a person says who came; the money waits."""
    satu = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], pintu="A").value
    _dari_pintu_lain(meja, satu.hadir_id, masa_id="masa-lama", nama="Ketua Lama")
    con = meja.store.reader()
    angka = queries.angka_sesi(con, meja.sesi_id)
    assert (meja.kini(0).beda, angka.beda, angka.datang) == (True, 1, 1)
    assert {e.doubtful for e in entitled.entitled(con, "bimtek", meja.kegiatan_id, SATU)} == {True}
    (hal,) = decisions.waiting(con, meja.store.tables)
    assert "tercatat hadir atas nama Ahmad Abdullah dan Ketua Lama di" in hal.kalimat
    (tanya,) = meja.store.tables["bimtek_hadir"].doubts()[0].ways()[0].asks
    assert tanya.choices
    pilihan = dict(tanya.choices(con, hal.baris[0]))
    assert sorted(pilihan.values()) == ["Hadir benar: Ahmad Abdullah", "Hadir benar: Ketua Lama"]
    lama = next(kunci for kunci, kata in pilihan.items() if kata.endswith("Lama"))
    deciding.settle(meja.store, hal, "tanda benar", {"tanda": lama})
    assert (meja.kini(0).tanda, meja.kini(0).masa) == ("hadir", ("masa-lama",))
    assert decisions.waiting(con, meja.store.tables) == []
    assert queries.daftar(con, meja.sesi_id)[0].orang.nama == "Ketua Lama"
    tanya_lagi = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0]).value
    assert (tanya_lagi.jenis, "atas nama Ketua Lama" in tanya_lagi.kalimat) == ("beda", True)
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], tetap=True)
    assert (meja.kini(0).nama, meja.rows()) == ("Ahmad Abdullah", 1)


def test_the_list_names_who_came_though_the_head_was_changed_later(meja: Meja) -> None:
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0])
    isian = {"akhir_nyata": "2017-11-09", "alasan_akhir": "pindah", "nama": "Baru Sekali", "tmt": "2017-11-10"}
    ganti.ganti(meja.store, meja.jabatan[0], isian)
    satu, dua, *_ = queries.daftar(meja.store.reader(), meja.sesi_id)
    assert (satu.orang.nama, satu.orang.masa_id) == ("Ahmad Abdullah", f"{SATU}-m-1")
    assert dua.orang.nama == "Bambang Abdullah"


def test_money_waits_while_the_session_is_not_here(meja: Meja) -> None:
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0])
    meja.store.transact(lambda con: con.execute("DELETE FROM bimtek_sesi"))
    (hak,) = entitled.entitled(meja.store.reader(), "bimtek", meja.kegiatan_id, SATU)
    assert (hak.times, hak.doubtful) == (0, True)


def test_a_contradiction_waits_and_is_decided(meja: Meja) -> None:
    satu = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], pintu="A").value
    _dari_pintu_lain(meja, satu.hadir_id, tanda="izin")
    con, tables = meja.store.reader(), meja.store.tables
    (hal,) = decisions.waiting(con, tables)
    assert (hal.nama, hal.judul) == ("Tanda hadir berbeda", "RT 01 Air Kuti · Ahmad Abdullah")
    assert hal.rinci == (
        "Hadir (Ahmad Abdullah) pukul 07.30 di A, dipindai di pintu",
        "Izin (Ahmad Abdullah) pukul 07.30 di B, dipindai di pintu",
    )
    (tanya,) = tables["bimtek_hadir"].doubts()[0].ways()[0].asks
    assert tanya.choices
    assert tanya.choices(con, hal.baris[0]) == [("hadir", "Hadir benar"), ("izin", "Izin benar")]
    with pytest.raises(InputSalah, match="Pilih salah satu"):
        deciding.settle(meja.store, hal, "tanda benar", {"tanda": "sakit"})
    act = deciding.settle(meja.store, hal, "tanda benar", {"tanda": "hadir"}).act_id
    assert (meja.kini(0).tanda, meja.kini(0).pintu, decisions.waiting(con, tables)) == ("hadir", "A", [])
    with pytest.raises(InputSalah, match="sudah diputuskan"):
        deciding.settle(meja.store, hal, "tanda benar", {"tanda": "izin"})
    history.undo(meja.store, act)
    assert len(decisions.waiting(con, tables)) == 1
    assert meja.store.tables["bimtek_hadir"].doubts()[0].kind == text_hadir.BEDA_JENIS


def test_money_goes_to_the_terms_that_came(meja: Meja) -> None:
    """The old head came once, the new one twice, once contradictory: each term its own, one in doubt."""
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0])
    isian = {"akhir_nyata": "2017-11-20", "alasan_akhir": "pindah", "nama": "Budi", "tmt": "2017-11-21"}
    ganti.ganti(meja.store, meja.jabatan[0], isian)
    for tanggal in ("2017-11-21", "2017-11-22"):
        sesi = {"judul": tanggal, "tanggal": tanggal, "mulai": "08:00"}
        sesi_id = ops.simpan_sesi(meja.store, meja.kegiatan_id, sesi).value
        satu = hadir_ops.catat(meja.store, sesi_id, meja.jabatan[0]).value
    _dari_pintu_lain(meja, satu.hadir_id, tanda="alpa")
    hak = entitled.entitled(meja.store.reader(), "bimtek", meja.kegiatan_id, SATU)
    assert sorted((e.times, e.doubtful, e.term == f"{SATU}-m-1") for e in hak) == [(1, False, True), (2, True, False)]
    (acara,) = entitled.sources(meja.store.reader())
    dari_sampai = (acara.asal, acara.day, acara.last, acara.place)
    assert dari_sampai == (meja.kegiatan_id, "2017-11-20", "2017-11-22", "Gedung Kesenian")
