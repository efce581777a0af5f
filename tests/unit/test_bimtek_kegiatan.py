"""Events and sessions of an office: recorded, changed, closed, deleted; whose they are, what an undo leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.modules.bimtek import ops, queries
from sipokat_desktop.storage import history, naming, trash
from sipokat_desktop.storage.store import Store
from tests.contoh_528 import KELURAHAN
from tests.unit import bimtek_contoh as contoh
from tests.unit import kantor
from tests.unit.bimtek_contoh import Contoh, hadir, posts, tolak, undangan

KEL, DUA = KELURAHAN[0], KELURAHAN[1]
KEC = "kec:16.73.01"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path, contoh.jam()) as dibuka:
        yield dibuka


@pytest.fixture
def c(store: Store) -> Contoh:
    """The seed's event with two kelurahan; nobody is invited yet."""
    contoh.isi_rt(store, hanya=[KEL, DUA])
    return contoh.kegiatan(store)


def jadi(store: Store, lingkup: str) -> None:
    """Let the store be that of another office."""
    store.set_setting("lingkup", lingkup)


def test_an_event_is_changed_closed_and_opened_again(store: Store, c: Contoh) -> None:
    ops.simpan_kegiatan(store, "kota", {"tema": "Lain"}, kegiatan_id=c.kegiatan_id)
    k = queries.satu_kegiatan(store.reader(), c.kegiatan_id)
    assert (k.tema, k.nama) == ("Lain", contoh.KEGIATAN["nama"])
    tolak("masih berjalan", lambda: ops.simpan_kegiatan(store, "kota", {"nama": "bimbingan teknis KETUA rt"}))
    ops.selesai(store, c.kegiatan_id)
    tolak("memang sudah selesai", lambda: ops.selesai(store, c.kegiatan_id))
    tolak("sudah selesai. Buka lagi", lambda: ops.undang(store, c.kegiatan_id))
    tolak("sudah selesai", lambda: ops.simpan_sesi(store, c.kegiatan_id, contoh.SESI))
    tolak("sudah selesai", lambda: ops.hapus_sesi(store, c.sesi_id))
    ops.simpan_kegiatan(store, "kota", {"hasil": "Semua paham"}, kegiatan_id=c.kegiatan_id)
    ops.buka_lagi(store, c.kegiatan_id)
    ops.batalkan(store, c.kegiatan_id, alasan="Gedung dipakai")
    tolak("sudah dibatalkan", lambda: queries.kegiatan_terbuka(store.reader(), c.kegiatan_id))
    assert "Gedung dipakai" in queries.satu_kegiatan(store.reader(), c.kegiatan_id).catatan
    tolak("alasannya", lambda: ops.batalkan(store, c.kegiatan_id, alasan=" "))
    kosong = ops.simpan_kegiatan(store, "kota", {"nama": "Tanpa sesi"}).value
    tolak("belum punya sesi", lambda: ops.selesai(store, kosong))


def test_sessions(store: Store, c: Contoh) -> None:
    isian = {"judul": "Siang", "tanggal": "20/11/2017", "mulai": "11.30", "tempat": "Aula", "narasumber": "Kapolres"}
    dua = ops.simpan_sesi(store, c.kegiatan_id, isian).value
    semua = queries.sesi(store.reader(), c.kegiatan_id)
    assert [(s.sesi_id, s.di, s.pembicara) for s in semua] == [
        (c.sesi_id, "Gedung Kesenian", "Bagian Tata Pemerintahan"), (dua, "Aula", "Kapolres"),
    ]  # fmt: skip
    assert [p.field for p in queries.peringatan_sesi(store.reader(), c.kegiatan_id)] == ["mulai"]
    tolak("sesudah jam mulai", lambda: ops.simpan_sesi(store, "", {"selesai": "11.00"}, sesi_id=dua))
    ops.simpan_sesi(store, "", {"mulai": "13", "selesai": "15"}, sesi_id=dua)
    assert queries.peringatan_sesi(store.reader(), c.kegiatan_id) == []
    lain = ops.simpan_kegiatan(store, "kota", {"nama": "Rapat", "tempat": "aula"}).value
    ops.simpan_sesi(store, lain, {"judul": "Rapat", "tanggal": "2017-11-20", "mulai": "14"})
    assert "Aula juga dipakai sesi “Rapat”" in queries.peringatan_sesi(store.reader(), c.kegiatan_id)[0].kalimat
    assert queries.cari_sesi(store.reader(), c.kegiatan_id, "2").sesi_id == dua
    assert queries.cari_sesi(store.reader(), c.kegiatan_id, "siang").sesi_id == dua
    tolak("Sebutkan sesinya", lambda: queries.cari_sesi(store.reader(), c.kegiatan_id, ""))
    ops.hapus_sesi(store, dua)
    assert queries.cari_sesi(store.reader(), c.kegiatan_id, "").sesi_id == c.sesi_id


def test_which_event_is_meant(store: Store, c: Contoh) -> None:
    con = store.reader()
    assert queries.cari_kegiatan(con, "").kegiatan_id == c.kegiatan_id
    rapat = ops.simpan_kegiatan(store, "kota", {"nama": "Rapat RT"}).value
    assert queries.cari_kegiatan(con, "rapat").kegiatan_id == rapat
    assert queries.cari_kegiatan(con, "2017").kegiatan_id == c.kegiatan_id
    tolak("Yang ada: .*Rapat RT", lambda: queries.cari_kegiatan(con, ""))
    tolak("Sebutkan kegiatannya", lambda: queries.cari_kegiatan(con, "tidak ada"))
    ops.batalkan(store, rapat, alasan="a")
    assert queries.cari_kegiatan(con, "").kegiatan_id == c.kegiatan_id


def test_an_event_is_deleted_until_somebody_came(store: Store, c: Contoh) -> None:
    ops.undang(store, c.kegiatan_id)
    ops.tarik(store, [undangan(store, c)[3].undangan_id])
    sebelum, diundang = kantor.tampak(store), undangan(store, c)
    act = ops.hapus_kegiatan(store, c.kegiatan_id).act_id
    assert not queries.kegiatan(store.reader())
    urung = history.undo(store, act).act_id
    assert kantor.tampak(store) == sebelum
    history.undo(store, urung)
    assert not queries.kegiatan(store.reader())
    trash.pulihkan(store, trash.daftar(store)[0])
    assert undangan(store, c) == diundang
    hadir(store, c, posts(store, KEL)[0])
    tolak("masih tercatat di Kehadiran Bimtek .*Tutup atau batalkan", lambda: ops.hapus_kegiatan(store, c.kegiatan_id))
    tolak("masih tercatat di Kehadiran Bimtek", lambda: ops.hapus_sesi(store, c.sesi_id))


# whose it is


def test_only_the_office_that_holds_an_event_changes_it(store: Store, c: Contoh) -> None:
    for kantor_ in (KEL, KEC):
        jadi(store, kantor_)
        for kerja in (
            lambda: ops.simpan_kegiatan(store, "kota", {"tema": "x"}, kegiatan_id=c.kegiatan_id),
            lambda: ops.simpan_kegiatan(store, "kota", {"nama": "Baru"}),
            lambda: ops.simpan_sesi(store, c.kegiatan_id, contoh.SESI),
            lambda: ops.hapus_sesi(store, c.sesi_id),
            lambda: ops.selesai(store, c.kegiatan_id),
            lambda: ops.hapus_kegiatan(store, c.kegiatan_id),
        ):
            tolak("milik Bagian Tata Pemerintahan. Hanya kantor itu", kerja)
    jadi(store, KEL)
    tolak("diundang oleh Bagian Tata Pemerintahan", lambda: ops.undang(store, c.kegiatan_id))
    jadi(store, KEC)
    assert len(ops.undang(store, c.kegiatan_id).value.diundang) == 16
    sendiri = contoh.kegiatan(store, KEC, nama="Rapat kecamatan")
    assert len(ops.undang(store, sendiri.kegiatan_id).value.diundang) == 16


def test_an_office_invites_no_further_than_it_looks(store: Store) -> None:
    contoh.isi_rt(store, hanya=[KEL, "16.73.02.1001"])
    c = contoh.kegiatan(store)
    jadi(store, KEC)
    assert {u.lingkup for u in undangan(store, c)} == set()
    ops.undang(store, c.kegiatan_id, lingkup="kota")
    assert {u.lingkup for u in undangan(store, c)} == {KEL}
    jauh = posts(store, "16.73.02.1001")
    tolak("tidak dapat diundang", lambda: ops.undang(store, c.kegiatan_id, jabatan_ids=jauh))
    jadi(store, KEL)
    sendiri = contoh.kegiatan(store, KEL, nama="Rapat RT")
    assert len(ops.undang(store, sendiri.kegiatan_id).value.diundang) == 8


# undo


def test_an_undo_does_not_take_invitations_from_under_attendance(store: Store, c: Contoh) -> None:
    act = ops.undang(store, c.kegiatan_id).changes.act_id
    hadir(store, c, posts(store, KEL)[0])
    tolak("RT 01 sudah tercatat kehadirannya. Data aman", lambda: history.undo(store, act))
    assert len(undangan(store, c)) == 16


def test_what_a_closed_event_does_not_take_back(store: Store, c: Contoh) -> None:
    ops.undang(store, c.kegiatan_id)
    act = ops.tarik(store, [undangan(store, c)[0].undangan_id]).changes.act_id
    pindah = ops.simpan_sesi(store, "", {"tanggal": "2017-12-01"}, sesi_id=c.sesi_id).changes.act_id
    ops.selesai(store, c.kegiatan_id)
    tolak("sudah ditutup. Data aman; buka lagi", lambda: history.undo(store, act))
    tolak("sudah ditutup", lambda: history.undo(store, pindah))
    ops.buka_lagi(store, c.kegiatan_id)
    history.undo(store, act)
    history.undo(store, pindah)
    assert len(undangan(store, c)) == 16
    assert queries.satu_sesi(store.reader(), c.sesi_id).tanggal == contoh.HARI


def test_nothing_comes_back_without_its_event(store: Store, c: Contoh) -> None:
    dua = ops.simpan_sesi(store, c.kegiatan_id, contoh.SESI | {"tanggal": "2017-11-21"}).value
    act = ops.hapus_sesi(store, dua).act_id
    hapus = ops.hapus_kegiatan(store, c.kegiatan_id).act_id
    tolak("kegiatannya sudah dihapus", lambda: history.undo(store, act))
    history.undo(store, hapus)
    history.undo(store, act)
    assert len(queries.sesi(store.reader(), c.kegiatan_id)) == 2
    tolak("sudah dipakai", lambda: history.undo(store, _pertama(store)))


def _pertama(store: Store) -> str:
    row = store.reader().execute("SELECT act_id FROM riwayat WHERE act = 'bimtek.kegiatan'").fetchone()
    return str(row[0])


def test_rows_are_named(store: Store, c: Contoh) -> None:
    ops.undang(store, c.kegiatan_id)
    hadir_id = hadir(store, c, posts(store, KEL)[0])
    con, t = store.reader(), store.tables
    u = undangan(store, c)[0]
    sesi = "Bimbingan teknis ketua RT · 20 November 2017 08.00"
    assert naming.row(con, t, "bimtek_kegiatan", c.kegiatan_id) == "Bimbingan Teknis Ketua RT · 2017"
    assert naming.row(con, t, "bimtek_sesi", c.sesi_id) == sesi
    assert naming.row(con, t, "bimtek_undangan", u.undangan_id) == ("RT 01 Air Kuti · Bimbingan Teknis Ketua RT · 2017")
    assert naming.row(con, t, "bimtek_hadir", hadir_id) == f"RT 01 Air Kuti · Hadir · {sesi}"
    jadi(store, KEL)
    assert naming.row(con, t, "bimtek_undangan", u.undangan_id).startswith("RT 01 · ")
    assert naming.value(con, t, ("bimtek_sesi", "sasaran"), "16.73.01") == "Lubuk Linggau Timur I"
    assert naming.value(con, t, ("bimtek_hadir", "pukul"), contoh.PAGI) == "20 November 2017 07.30"
    for nama in (nama for nama in t if nama.startswith("bimtek_")):
        assert naming.described(con, t, nama, "entah") == ""
