"""Certificates: who gets one, its number, the design of the office (F13), and its pages read back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.bimtek import ops, sertifikat, sertifikat_cetak, sertifikat_ops, sertifikat_ragu
from sipokat_desktop.modules.bimtek import text_sertifikat as text
from sipokat_desktop.storage import decisions, history
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import bimtek_contoh, kantor
from tests.unit.bimtek_contoh import Contoh
from tests.unit.sertifikat_contoh import hadir, nomor, png, terbit

HARI = date(2017, 11, 20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path, bimtek_contoh.jam()) as dibuka:
        yield dibuka


@pytest.fixture
def acara(store: Store) -> Contoh:
    return bimtek_contoh.contoh(store)


def test_everybody_who_came_gets_one_once(store: Store, acara: Contoh) -> None:
    with pytest.raises(InputSalah, match="Catat kehadirannya dulu"):
        terbit(store, acara)
    hadir(store, acara)
    assert terbit(store, acara) == (522, 0)
    assert terbit(store, acara) == (0, 522)
    semua = nomor(store, acara)
    assert len(set(semua)) == 522
    assert all(satu.endswith("/BIMTEK-RT/XI/2017") for satu in semua)


def test_a_withdrawn_certificate_comes_back_with_its_number(store: Store, acara: Contoh) -> None:
    hadir(store, acara)
    terbit(store, acara)
    lama = nomor(store, acara)
    ids = [t.terbit_id for t in sertifikat.terbit(store.reader(), acara.kegiatan_id)][-3:]
    assert sertifikat_ops.tarik(store, ids).value == 3
    assert len(sertifikat.calon_terbit(store.reader(), acara.kegiatan_id)) == 3
    assert terbit(store, acara) == (3, 519)
    assert nomor(store, acara) == lama


def test_two_events_of_a_month_have_different_numbers(store: Store, acara: Contoh) -> None:
    lain = bimtek_contoh.kegiatan(store, nama="Bimbingan Teknis kedua")
    ops.undang(store, lain.kegiatan_id)
    semua: list[str] = []
    for satu in (acara, lain):
        hadir(store, satu)
        terbit(store, satu)
        semua += nomor(store, satu)
    assert len(set(semua)) == 2 * 522


def test_two_heads_of_a_post_get_what_each_earned(store: Store, acara: Contoh) -> None:
    """The first came on the first day, his successor on the second."""
    kedua = ops.simpan_sesi(store, acara.kegiatan_id, {"judul": "Hari kedua", "tanggal": "2017-11-21"}).value
    post = hadir(store, acara, lewat=527)[0]
    con = store.reader()
    lama = con.execute("SELECT * FROM rt_masa WHERE jabatan_id = ?", (post,)).fetchone()
    baru: Fields = {"jabatan_id": post, "orang_id": "orang-baru", "tmt": "2017-11-21", "jenis": "definitif"}

    def ganti(tx: Tx) -> None:
        tx.insert("rt_orang", {"nama": "Penggantinya"}, scope=lama["lingkup"], row_id="orang-baru")
        tx.insert("rt_masa", baru, scope=lama["lingkup"], row_id="masa-baru")
        isi: Fields = {
            "kegiatan_id": acara.kegiatan_id, "sesi_id": kedua, "jabatan_id": post, "masa_id": "masa-baru",
            "orang_id": "orang-baru", "nama": "Penggantinya", "tanda": "hadir", "cara": "pindai", "pukul": 2,
        }  # fmt: skip
        tx.insert("bimtek_hadir", isi, scope=lama["lingkup"])

    store.write("uji.ganti", ganti)
    assert not sertifikat.calon_terbit(store.reader(), acara.kegiatan_id, syarat="semua")
    assert terbit(store, acara) == (2, 0)
    semua = sertifikat.terbit(store.reader(), acara.kegiatan_id)
    assert {t.nama for t in semua} > {"Penggantinya"}
    assert len({t.nomor for t in semua}) == 2


def test_marks_of_a_deleted_session_earn_nothing(store: Store, acara: Contoh) -> None:
    hadir(store, acara)
    store.write("uji.hapus", lambda tx: tx.delete("bimtek_sesi", acara.sesi_id))
    assert not sertifikat.calon_terbit(store.reader(), acara.kegiatan_id)


def test_a_mark_taken_back_asks_about_its_certificate(store: Store, acara: Contoh) -> None:
    post = hadir(store, acara)[0]
    terbit(store, acara)
    assert not sertifikat_ragu.cari(store.reader())
    [tanda] = store.reader().execute("SELECT id FROM bimtek_hadir WHERE jabatan_id = ?", (post,)).fetchone()
    store.write("uji.tarik", lambda tx: tx.delete("bimtek_hadir", tanda))
    [ragu] = sertifikat_ragu.cari(store.reader())
    assert "sudah tidak tercatat" in ragu.said
    assert len(decisions.waiting(store.reader(), store.tables, "kota")) == 1
    [jalan] = sertifikat_ragu.KERAGUAN[0].ways()
    store.write("uji.putus", lambda tx: jalan.apply(tx, ragu.row_id, {}))
    assert not sertifikat_ragu.cari(store.reader())
    assert len(nomor(store, acara)) == 521


def test_two_computers_give_the_same(tmp_path: Path) -> None:
    """Both begin with the same rows, as after a sync, and issue on different days; the events have ids of their own."""
    semua = []
    for folder, geser in (("a", 0), ("b", 3 * 86_400_000)):
        (tmp_path / folder).mkdir()
        with kantor.buka(tmp_path / folder, kantor.Jam(bimtek_contoh.PAGI + geser)) as store:
            acara = bimtek_contoh.contoh(store)
            hadir(store, acara)
            terbit(store, acara)
            semua.append([t.nomor.split("-")[1] for t in sertifikat.terbit(store.reader(), acara.kegiatan_id)])
    assert semua[0] == semua[1]


def test_an_undo_takes_all_back(store: Store, acara: Contoh) -> None:
    hadir(store, acara)
    act = sertifikat_ops.terbitkan(store, acara.kegiatan_id).changes.act_id
    history.undo(store, act)
    assert not nomor(store, acara)


def test_who_sent_a_proxy_was_excused_or_is_in_doubt_gets_none(store: Store, acara: Contoh) -> None:
    hadir(store, acara, lewat=525, tanda="diwakili")
    with pytest.raises(InputSalah):
        terbit(store, acara)
    hadir(store, acara, lewat=527)
    assert not sertifikat.calon_terbit(store.reader(), acara.kegiatan_id)
    hadir(store, acara, lewat=524)
    assert terbit(store, acara) == (1, 0)


def test_all_sessions_may_be_asked_for(store: Store, acara: Contoh) -> None:
    kedua = ops.simpan_sesi(
        store, acara.kegiatan_id, {"judul": "Hari kedua", "tanggal": "2017-11-21", "sasaran": "Lubuk Linggau Timur I"}
    ).value
    hadir(store, acara, lewat=0)
    con = store.reader()
    semua = sertifikat.calon_terbit(con, acara.kegiatan_id)
    bersesi_dua = [c for c in semua if c.sesi_nya == 2]
    assert bersesi_dua
    assert len(sertifikat.calon_terbit(con, acara.kegiatan_id, syarat="semua")) == 528 - len(bersesi_dua)
    hadir(store, acara, lewat=0, sesi_id=kedua)
    assert len(sertifikat.calon_terbit(store.reader(), acara.kegiatan_id, syarat="semua")) == 528
    with pytest.raises(InputSalah):
        sertifikat.calon_terbit(con, acara.kegiatan_id, syarat="apa saja")


@pytest.mark.parametrize(
    ("isian", "kata"),
    [
        ({"nomor": "{tahun}/BIMTEK"}, "harus memuat {urut}"),
        ({"nomor": "{urut}/{hari}"}, "{hari}"),
        ({"kalimat": "peserta {kegiatan"}, "kurung kurawal"),
        ({"kalimat": "peserta {nik}"}, "{nik}"),
        ({"warna": "pelangi"}, "pelangi"),
        ({"judul": "S" * 61}, "Paling panjang 60"),
    ],
)
def test_a_design_that_cannot_be_is_refused(store: Store, isian: dict[str, str], kata: str) -> None:
    with pytest.raises(InputSalah) as salah:
        sertifikat_ops.simpan_rancangan(store, "kota", isian)
    assert kata in salah.value.pesan
    assert salah.value.field == next(iter(isian))


@pytest.mark.parametrize(
    "isi", [b"", b"GIF89a", png()[:40], b"\x89PNG\r\n\x1a\n" + b"\0" * 40, png() + b"\0" * 300_000]
)
def test_a_picture_that_is_none_is_refused(store: Store, isi: bytes) -> None:
    with pytest.raises(InputSalah):
        sertifikat_ops.pasang_gambar(store, "kota", "logo", isi)


def test_a_damaged_picture_is_told_when_it_is_drawn(store: Store, acara: Contoh) -> None:
    rusak = png()[:60] + b"\0" * 40 + png()[-30:]
    sertifikat_ops.pasang_gambar(store, "kota", "latar", rusak)
    with pytest.raises(Gangguan, match="rancangan sertifikat"):
        sertifikat_cetak.contoh(store.reader(), "kota", hari=HARI, kegiatan_id=acara.kegiatan_id)


@given(st.lists(st.sampled_from(["{", "}", "{tema}", "{tempat}", "{nik}", "{}", "di ", "Ketua"]), max_size=8))
def test_a_sentence_fills_wholly_or_is_refused(bagian: list[str]) -> None:
    kalimat = "".join(bagian)
    ditolak = True
    with contextlib.suppress(InputSalah):
        sertifikat.periksa_pengisi("kalimat", kalimat, text.PENGISI)
        ditolak = False
    sisa = kalimat.replace("{tema}", "").replace("{tempat}", "")
    assert ditolak == bool(set(sisa) & set("{}"))
