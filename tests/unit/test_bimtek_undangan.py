"""Events, sessions and invitations of an office: recorded, invited many at a time, withdrawn, brought up to date."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import ops, queries, token
from sipokat_desktop.modules.bimtek.model import Undangan
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.storage import history, naming, trash
from sipokat_desktop.storage.store import Store
from tests.contoh_528 import KELURAHAN
from tests.unit import bimtek_contoh as contoh
from tests.unit import kantor
from tests.unit.bimtek_contoh import Contoh

KEL, DUA = KELURAHAN[0], KELURAHAN[1]
KEC = "kec:16.73.01"
HARI = date(2017, 11, 1)


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


def tolak(pesan: str, kerja: Callable[[], object]) -> None:
    with pytest.raises(InputSalah, match=pesan):
        kerja()


def undangan(store: Store, c: Contoh, **lain: str) -> list[Undangan]:
    return queries.undangan(store.reader(), c.kegiatan_id, hari=HARI, **lain)


def posts(store: Store, kelurahan: str = KEL) -> list[str]:
    return [b.jabatan_id for b in roster.roster(store.reader(), lingkup=kelurahan, hari=HARI)]


# the seed's event


def test_the_seeds_event(store: Store) -> None:
    mulai = time.perf_counter()
    c = contoh.contoh(store)
    semua = undangan(store, c)
    assert time.perf_counter() - mulai < 3
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


# events and sessions


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
    sebelum = kantor.tampak(store)
    act = ops.hapus_kegiatan(store, c.kegiatan_id).act_id
    assert not queries.kegiatan(store.reader())
    assert store.reader().execute("SELECT count(*) FROM bimtek_undangan").fetchone()[0] == 0
    history.undo(store, act)
    assert kantor.tampak(store) == sebelum
    ops.hapus_kegiatan(store, c.kegiatan_id)
    trash.pulihkan(store, trash.daftar(store)[0])
    assert kantor.tampak(store) == sebelum
    hadir(store, c, posts(store)[0])
    tolak("masih tercatat di Kehadiran Bimtek .*Tutup atau batalkan", lambda: ops.hapus_kegiatan(store, c.kegiatan_id))
    tolak("masih tercatat di Kehadiran Bimtek", lambda: ops.hapus_sesi(store, c.sesi_id))


def hadir(store: Store, c: Contoh, jabatan_id: str, lingkup: str = KEL) -> str:
    """Write a mark as any door would."""
    isi = {"kegiatan_id": c.kegiatan_id, "sesi_id": c.sesi_id, "jabatan_id": jabatan_id, "tanda": "hadir"}
    return store.write("uji.hadir", lambda tx: tx.insert("bimtek_hadir", {**isi}, scope=lingkup)).value


# invitations


def test_all_some_and_again(store: Store, c: Contoh) -> None:
    tiga = posts(store)[:3]
    hasil = ops.undang(store, c.kegiatan_id, jabatan_ids=tiga).value
    assert hasil.diundang == tuple(ops.id_undangan(c.kegiatan_id, satu) for satu in tiga)
    assert len(ops.undang(store, c.kegiatan_id, lingkup=KEL).value.diundang) == 5
    hasil = ops.undang(store, c.kegiatan_id).value
    assert (len(hasil.diundang), hasil.sudah, hasil.dilewati) == (8, 8, ())
    assert hasil.kalimat == "8 diundang, 8 sudah diundang sebelumnya."
    assert not ops.undang(store, c.kegiatan_id).changes.rows
    assert [u.lingkup for u in undangan(store, c)] == [KEL] * 8 + [DUA] * 8
    assert len(undangan(store, c, lingkup=DUA)) == 8
    semua = queries.calon(store.reader(), c.kegiatan_id, hari=HARI)
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
        assert queries.undangan_bertoken(store.reader(), token.baca(u.kode.lower()), hari=HARI) == u
        assert queries.satu_undangan(store.reader(), u.undangan_id, hari=HARI) == u
    assert queries.undangan_bertoken(store.reader(), token.dari("lain"), hari=HARI) is None
    tolak("tidak ada di komputer ini", lambda: queries.satu_undangan(store.reader(), "entah", hari=HARI))


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
    u = queries.satu_undangan(store.reader(), u.undangan_id, hari=HARI)
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
    hadir(store, c, posts(store)[0])
    tolak("RT 01 sudah tercatat kehadirannya. Data aman", lambda: history.undo(store, act))
    assert len(undangan(store, c)) == 16


def test_what_a_closed_event_does_not_take_back(store: Store, c: Contoh) -> None:
    ops.undang(store, c.kegiatan_id)
    act = ops.tarik(store, [undangan(store, c)[0].undangan_id]).changes.act_id
    ops.selesai(store, c.kegiatan_id)
    tolak("sudah ditutup. Data aman; buka lagi", lambda: history.undo(store, act))
    tolak("sudah ditutup", lambda: trash.pulihkan(store, trash.daftar(store)[0]))
    ops.buka_lagi(store, c.kegiatan_id)
    history.undo(store, act)
    assert len(undangan(store, c)) == 16


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
    hadir_id = hadir(store, c, posts(store)[0])
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
