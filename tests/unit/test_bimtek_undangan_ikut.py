"""Invitations hold nothing: they go with a mistaken RT, and with their event; texts that are too long to come back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import ops, queries
from sipokat_desktop.modules.bimtek.pintu import Pintu
from sipokat_desktop.modules.rt import gabung, hapus
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.storage import history, trash
from sipokat_desktop.storage.store import Store
from tests.contoh_528 import KELURAHAN
from tests.unit import bimtek_contoh as contoh
from tests.unit import kantor
from tests.unit.bimtek_contoh import Contoh, hadir, posts, tolak, undangan

KEL = KELURAHAN[0]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path, contoh.jam()) as dibuka:
        yield dibuka


@pytest.fixture
def c(store: Store) -> Contoh:
    """The seed's event with one kelurahan, all of it invited."""
    contoh.isi_rt(store, hanya=[KEL])
    hasil = contoh.kegiatan(store)
    ops.undang(store, hasil.kegiatan_id)
    return hasil


def test_a_mistaken_rt_takes_its_invitation_along(store: Store, c: Contoh) -> None:
    dulu, rt_ = undangan(store, c), posts(store, KEL)
    act = hapus.hapus_jabatan(store, rt_[2]).act_id
    assert [u.jabatan_id for u in undangan(store, c)] == [*rt_[:2], *rt_[3:]]
    history.undo(store, act)
    assert undangan(store, c) == dulu
    hapus.hapus_jabatan(store, rt_[2])
    ops.selesai(store, c.kegiatan_id)
    trash.pulihkan(store, trash.daftar(store)[0])
    ops.buka_lagi(store, c.kegiatan_id)
    hapus.hapus_jabatan(store, rt_[2])
    ops.hapus_kegiatan(store, c.kegiatan_id)
    trash.pulihkan(store, next(satu for satu in trash.daftar(store) if satu.act == hapus.ACT))
    trash.pulihkan(store, trash.daftar(store)[0])
    assert undangan(store, c) == dulu
    hadir(store, c, rt_[2])
    tolak("masih tercatat di Kehadiran Bimtek", lambda: hapus.hapus_jabatan(store, rt_[2]))
    assert kantor.satu_kesatuan(store)


def test_a_mistaken_head_leaves_the_invitation(store: Store, c: Contoh) -> None:
    m = next(m for m in roster.masa(store.reader(), lingkup=KEL) if m.nomor == "03")
    hapus.hapus_masa(store, m.masa_id)
    (u,) = [u for u in undangan(store, c) if u.kosong]
    assert (u.nomor, u.nama_surat, len(undangan(store, c))) == ("03", m.nama, 8)


def test_an_rt_added_by_mistake_is_undone_although_invited(store: Store, c: Contoh) -> None:
    act = rt.tambah(store, KEL, kantor.isian(9, nomor="09", tmt="2016-01-01")).changes.act_id
    assert len(ops.undang(store, c.kegiatan_id).value.diundang) == 1
    urung = history.undo(store, act).act_id
    assert len(undangan(store, c)) == 8
    history.undo(store, urung)
    assert len(undangan(store, c)) == 9
    assert kantor.satu_kesatuan(store)


def test_twins_who_are_both_invited_become_one(store: Store, c: Contoh) -> None:
    """Two records of one term, each on an invitation: nothing was counted or paid."""
    m = next(m for m in roster.masa(store.reader(), lingkup=KEL) if m.nomor == "03")
    kembar = store.write("uji", lambda tx: tx.insert("rt_orang", {"nama": m.nama}, scope=KEL)).value
    isi: Fields = {"jabatan_id": m.jabatan_id, "orang_id": kembar, "tmt": "2016-01-01"}
    masa = store.write("uji", lambda tx: tx.insert("rt_masa", isi, scope=KEL)).value
    lain = contoh.kegiatan(store, nama="Kegiatan kedua")
    ops.undang(store, lain.kegiatan_id)
    store.write("uji", lambda tx: tx.update("bimtek_undangan", _id(lain, m.jabatan_id), {"masa_id": masa}))
    assert gabung.gabungkan(store, m.orang_id, kembar, {}).value.masa_disatukan == 1
    assert len(undangan(store, lain)) == len(undangan(store, c)) == 8


def _id(c: Contoh, jabatan_id: str) -> str:
    return ops.id_undangan(c.kegiatan_id, jabatan_id)


def test_a_withdrawn_letter_at_the_door(store: Store, c: Contoh) -> None:
    """Nothing counts or lists a withdrawn invitation; its letter still says whose it is."""
    u = undangan(store, c)[0]
    ops.tarik(store, [u.undangan_id])
    con = store.reader()
    assert (queries.satu_kegiatan(con, c.kegiatan_id).diundang, queries.angka_sesi(con, c.sesi_id).diundang) == (7, 7)
    assert u.jabatan_id not in {b.orang.jabatan_id for b in queries.daftar(con, c.sesi_id)}
    assert queries.undangan_bertoken(con, u.token, hari=contoh.PERSIAPAN) is None
    assert [c_.undangan_id for c_ in queries.calon(con, c.kegiatan_id, hari=contoh.PERSIAPAN)].count("") == 1
    jawab = Pintu(store.reader, c.sesi_id).jawab(u.kode)
    assert (jawab.jenis, jawab.orang and jawab.orang.jabatan_id) == ("tanpa_undangan", u.jabatan_id)
    assert ops.tarik(store, [u.undangan_id]).value.ditarik == 0


def test_an_event_with_long_texts_comes_back(store: Store, c: Contoh) -> None:
    panjang = ("dasar_hukum", "surat_isi", "latar_belakang", "tujuan", "hasil", "saran", "catatan")
    for field in panjang:
        teks = '"\n' * 9_999 + '"'
        ops.simpan_kegiatan(store, "kota", {field: teks}, kegiatan_id=c.kegiatan_id)
        with pytest.raises(InputSalah, match=r"paling banyak 20\.000 huruf") as salah:
            ops.simpan_kegiatan(store, "kota", {field: f"{teks}ab"}, kegiatan_id=c.kegiatan_id)
        assert salah.value.field == field
    k = queries.satu_kegiatan(store.reader(), c.kegiatan_id)
    history.undo(store, ops.hapus_kegiatan(store, c.kegiatan_id).act_id)
    assert queries.satu_kegiatan(store.reader(), c.kegiatan_id) == k
