"""Invitations: many at a time, withdrawn, invited again, found by code, following a change of head."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.modules.bimtek import ops, queries, token
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
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


# the seed's event


def test_the_seeds_event(store: Store) -> None:
    mulai = time.thread_time()
    c = contoh.contoh(store)
    semua = undangan(store, c)
    assert time.thread_time() - mulai < 3
    assert [(u.lingkup, u.nomor) for u in semua] == sorted((u.lingkup, u.nomor) for u in semua)
    assert (len(semua), len({u.lingkup for u in semua}), len({u.token for u in semua})) == (528, 72, 528)
    assert {(u.hari, u.berganti, u.kosong) for u in semua} == {(contoh.HARI, False, False)}
    assert [u.undangan_id for u in queries.peserta(store.reader(), c.sesi_id)] == [u.undangan_id for u in semua]
    (k,) = queries.kegiatan(store.reader())
    assert (k.waktu, k.sesi, k.diundang, k.kata_keadaan) == ("Senin, 20 November 2017", 1, 528, "berjalan")
    assert kantor.rantai_utuh(store)
    assert kantor.satu_kesatuan(store)


def test_no_nik_in_an_invitation(store: Store) -> None:
    rt.tambah(store, KEL, kantor.isian(1, tmt="2016-01-01"))
    c = contoh.kegiatan(store)
    ops.undang(store, c.kegiatan_id)
    row = store.reader().execute("SELECT * FROM bimtek_undangan").fetchone()
    assert not any(kantor.nik(1) in str(nilai) for nilai in tuple(row))


# invitations


def test_all_some_and_again(store: Store, c: Contoh) -> None:
    tiga = posts(store, KEL)[:3]
    hasil = ops.undang(store, c.kegiatan_id, jabatan_ids=tiga).value
    assert hasil.diundang == tuple(ops.id_undangan(c.kegiatan_id, satu) for satu in tiga)
    assert len(ops.undang(store, c.kegiatan_id, lingkup=KEL).value.diundang) == 5
    hasil = ops.undang(store, c.kegiatan_id).value
    assert (len(hasil.diundang), hasil.sudah, hasil.dilewati) == (8, 8, ())
    assert hasil.kalimat == "8 diundang, 8 sudah diundang sebelumnya."
    assert not ops.undang(store, c.kegiatan_id).changes.rows
    assert [u.lingkup for u in undangan(store, c)] == [KEL] * 8 + [DUA] * 8
    assert len(undangan(store, c, lingkup=DUA)) == 8
    semua = queries.calon(store.reader(), c.kegiatan_id, hari=contoh.PERSIAPAN)
    assert [c_.undangan_id for c_ in semua] == [u.undangan_id for u in undangan(store, c)]
    tolak("tidak dapat diundang", lambda: ops.undang(store, c.kegiatan_id, jabatan_ids=["entah"]))


def test_progress_can_end_the_act(store: Store, c: Contoh) -> None:
    def berhenti(sudah: int, semua: int) -> None:
        assert (sudah, semua) == (8, 16)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ops.undang(store, c.kegiatan_id, maju=berhenti)
    assert undangan(store, c) == []


def test_a_vacant_post_is_passed_over(store: Store, c: Contoh) -> None:
    m = next(m for m in roster.masa(store.reader(), lingkup=KEL) if m.nomor == "02")
    store.write("uji", lambda tx: tx.update("rt_masa", m.masa_id, {"akhir_nyata": "2017-11-10"}))
    hasil = ops.undang(store, c.kegiatan_id, lingkup=KEL).value
    assert len(hasil.diundang) == 7
    assert [d.kalimat for d in hasil.dilewati] == [
        "RT 02 Air Kuti tidak punya ketua pada hari itu, jadi tidak diundang."
    ]
    assert hasil.kalimat.endswith("1 dilewati.")


def test_withdrawn_and_invited_again(store: Store, c: Contoh) -> None:
    ops.undang(store, c.kegiatan_id)
    dulu = undangan(store, c)
    hadir(store, c, dulu[0].jabatan_id)
    hasil = ops.tarik(store, [u.undangan_id for u in dulu[:3]]).value
    assert hasil.ditarik == 2
    assert [d.kalimat for d in hasil.dilewati] == [
        "RT 01 Air Kuti sudah tercatat kehadirannya, jadi undangannya tidak ditarik."
    ]
    assert len(undangan(store, c)) == 14
    assert len(ops.undang(store, c.kegiatan_id).value.diundang) == 2
    assert undangan(store, c) == dulu
    assert kantor.satu_kesatuan(store)


def test_by_code(store: Store, c: Contoh) -> None:
    ops.undang(store, c.kegiatan_id)
    for u in undangan(store, c):
        assert queries.undangan_bertoken(store.reader(), token.baca(u.kode.lower()), hari=contoh.PERSIAPAN) == u
        assert queries.satu_undangan(store.reader(), u.undangan_id, hari=contoh.PERSIAPAN) == u
    assert queries.undangan_bertoken(store.reader(), token.dari("lain"), hari=contoh.PERSIAPAN) is None
    tolak("tidak ada di komputer ini", lambda: queries.satu_undangan(store.reader(), "entah", hari=contoh.PERSIAPAN))


def test_who_belongs_to_which_session(store: Store, c: Contoh) -> None:
    contoh.isi_rt(store, hanya=["16.73.02.1001"])
    ops.undang(store, c.kegiatan_id)
    dua = ops.simpan_sesi(store, c.kegiatan_id, contoh.SESI | {"tanggal": "2017-11-21", "sasaran": "16.73.02"}).value
    assert {u.lingkup for u in queries.peserta(store.reader(), dua)} == {"16.73.02.1001"}
    assert len({u.lingkup for u in queries.peserta(store.reader(), c.sesi_id)}) == 3
    ops.simpan_sesi(store, "", {"sasaran": "16.73.01"}, sesi_id=c.sesi_id)
    assert {u.lingkup: u.hari for u in undangan(store, c)} == {
        KEL: "2017-11-20", DUA: "2017-11-20", "16.73.02.1001": "2017-11-21",
    }  # fmt: skip


# a change of head between invitation and event


def ganti_ketua(store: Store, nomor: str, tmt: str) -> tuple[str, ...]:
    """Replace the head of an RT; returns what the modules said of it before."""
    akhir = date.fromordinal(date.fromisoformat(tmt).toordinal() - 1).isoformat()
    isian = {"akhir_nyata": akhir, "tmt": tmt, "nama": "Ketua Baru", "alasan_akhir": "mengundurkan_diri"}
    m = next(m for m in roster.masa(store.reader(), lingkup=KEL) if m.nomor == nomor and not m.akhir_nyata)
    kata = ganti.rencana(store, m.jabatan_id, isian).insentif
    ganti.ganti(store, m.jabatan_id, isian)
    return tuple(satu for satu in kata if "Undangan" in satu)


def test_the_name_follows_a_change_of_head(store: Store, c: Contoh) -> None:
    ops.undang(store, c.kegiatan_id)
    kata = ganti_ketua(store, "03", "2017-11-15")
    assert kata == (
        "Undangan Bimbingan Teknis Ketua RT (20 November 2017) ikut menjadi atas nama Ketua Baru. "
        "Surat atas nama Candra Abdullah perlu dicetak lagi.",
    )
    (u,) = [u for u in undangan(store, c) if u.berganti]
    assert (u.nomor, u.nama, u.nama_surat) == ("03", "Ketua Baru", "Candra Abdullah")
    kode = u.token
    hasil = ops.segarkan(store, c.kegiatan_id).value
    assert (hasil.diubah, hasil.sama, hasil.kosong) == ((u.undangan_id,), 15, 0)
    u = queries.satu_undangan(store.reader(), u.undangan_id, hari=contoh.PERSIAPAN)
    assert (u.nama_surat, u.berganti, u.token) == ("Ketua Baru", False, kode)
    assert not ops.segarkan(store, c.kegiatan_id).value.diubah


def test_a_change_after_the_event_changes_nothing(store: Store, c: Contoh) -> None:
    ops.undang(store, c.kegiatan_id)
    assert ganti_ketua(store, "03", "2017-11-21") == ()
    assert not any(u.berganti for u in undangan(store, c))


def test_a_vacancy_is_told_and_seen(store: Store, c: Contoh) -> None:
    ops.undang(store, c.kegiatan_id)
    m = next(m for m in roster.masa(store.reader(), lingkup=KEL) if m.nomor == "02")
    store.write("uji", lambda tx: tx.update("rt_masa", m.masa_id, {"akhir_nyata": "2017-11-10"}))
    (u,) = [u for u in undangan(store, c) if u.kosong]
    assert (u.nama, u.nama_surat, u.berganti) == ("", "Bambang Abdullah", False)
    assert ops.segarkan(store, c.kegiatan_id).value.kosong == 1
