"""Recording attendance: one, many, the paper list, the rest; changing, taking back, undoing; what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, lembar_ops, ops, queries, text_hadir
from sipokat_desktop.modules.bimtek.hadir_model import HasilBanyak, Orang
from sipokat_desktop.modules.bimtek.tanda import LEMBAR, SISA, Keadaan
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.storage import deciding, decisions, entitled, history
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.contoh_528 import KELURAHAN
from tests.unit import bimtek_contoh, kantor

SATU, DUA = KELURAHAN[:2]


class Meja(NamedTuple):
    """A store with the event, and the invited of its first two kelurahan: sixteen posts."""

    store: Store
    kegiatan_id: str
    sesi_id: str
    jabatan: tuple[str, ...]

    def kini(self, ke: int) -> Keadaan:
        """What holds for a post."""
        return queries.keadaan(self.store.reader(), self.sesi_id, self.jabatan[ke])

    def rows(self) -> int:
        """How many marks stand."""
        return int(self.store.reader().execute("SELECT count(*) FROM bimtek_hadir").fetchone()[0])


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    """Two kelurahan, all invited."""
    with kantor.buka(tmp_path, bimtek_contoh.jam()) as store:
        bimtek_contoh.isi_rt(store, hanya=(SATU, DUA))
        contoh = bimtek_contoh.kegiatan(store)
        ops.undang(store, contoh.kegiatan_id)
        diundang = queries.peserta(store.reader(), contoh.sesi_id)
        yield Meja(store, *contoh, tuple(u.jabatan_id for u in diundang))


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
        lambda: lembar_ops.catat_lembar(meja.store, meja.sesi_id, "1-3", lingkup=SATU),
    ):
        with pytest.raises(InputSalah, match="Bimbingan Teknis Ketua RT"):
            kerja()
    assert meja.rows() == 1


@pytest.mark.parametrize(
    ("milik", "boleh"), [("kota", 16), ("kec:16.73.01", 16), ("kec:16.73.02", 0), (SATU, 8), (DUA, 8)]
)
def test_an_office_records_its_own_people(meja: Meja, milik: str, boleh: int) -> None:
    meja.store.set_setting("lingkup", milik)
    dicatat = 0
    for jabatan_id in meja.jabatan:
        try:
            dicatat += hadir_ops.catat(meja.store, meja.sesi_id, jabatan_id).value.tertulis
        except InputSalah as exc:
            assert exc.pesan.startswith("RT itu milik Kelurahan ")  # noqa: PT017
    assert dicatat == boleh == meja.rows()


def test_a_contradiction_waits_and_is_decided(meja: Meja) -> None:
    satu = hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], pintu="A").value
    _dari_pintu_lain(meja, satu.hadir_id, tanda="izin")
    con, tables = meja.store.reader(), meja.store.tables
    (hal,) = decisions.waiting(con, tables)
    assert (hal.nama, hal.judul) == ("Tanda hadir berbeda", "RT 01 Air Kuti · Ahmad Abdullah")
    assert hal.rinci == ("Hadir pukul 07.30 di A, dipindai di pintu", "Izin pukul 07.30 di B, dipindai di pintu")
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


# --- the paper list ---------------------------------------------------------------------------------------------------


def test_the_paper_list_adds_what_the_doors_missed(meja: Meja) -> None:
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[0], pintu="A")
    hadir_ops.catat(meja.store, meja.sesi_id, meja.jabatan[1], "izin")
    done = lembar_ops.catat_lembar(meja.store, meja.sesi_id, "1-4", lingkup=SATU)
    assert (done.value.dicatat, done.value.sudah) == (meja.jabatan[2:4], meja.jabatan[:1])
    assert [h.orang.jabatan_id for h in done.value.dilewati] == [meja.jabatan[1]]
    assert (meja.kini(2).cara, meja.kini(2).pukul, meja.kini(2).datang) == (LEMBAR, 0, True)
    lagi = lembar_ops.catat_lembar(meja.store, meja.sesi_id, "1-4", lingkup=SATU)
    assert (lagi.value.tertulis, lagi.changes.rows, meja.rows()) == (0, {}, 4)
    kecuali = lembar_ops.catat_lembar(meja.store, meja.sesi_id, "2", lingkup=DUA, kecuali=True)
    assert kecuali.value.dicatat == (meja.jabatan[8], *meja.jabatan[10:])
    with pytest.raises(InputSalah, match="Isi nomor urut yang hadir"):
        lembar_ops.pilih_nomor(meja.store.reader(), meja.sesi_id, " ", lingkup=SATU)
    with pytest.raises(InputSalah, match=r"Nomor 9 tidak ada di daftar ini\. Daftar ini sampai nomor 8\."):
        lembar_ops.pilih_nomor(meja.store.reader(), meja.sesi_id, "9", lingkup=SATU)


def test_the_list_is_numbered_as_it_is_printed(meja: Meja) -> None:
    con = meja.store.reader()
    baris = queries.daftar(con, meja.sesi_id)
    assert [b.no for b in baris] == list(range(1, 17))
    assert [b.orang.jabatan_id for b in baris] == list(meja.jabatan)
    assert [b.no for b in queries.daftar(con, meja.sesi_id, lingkup=[DUA])] == list(range(1, 9))
    sama = queries.orang(con, queries.satu_sesi(con, meja.sesi_id), meja.jabatan)
    assert list(sama.values()) == [b.orang for b in baris]
    assert isinstance(baris[0].orang, Orang)
