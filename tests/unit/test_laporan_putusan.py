"""The lurah's and the camat's word: on many at once, cleared by a change, never on what it was not about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import catat_ops, ops, queries, text, tulis, urung
from sipokat_desktop.modules.laporan.model import Diubah, Saring
from sipokat_desktop.modules.rt import hapus as rt_hapus
from sipokat_desktop.modules.rt import ops as rt_ops
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN
from tests.unit.laporan_kecil import ISI, buka, catat, gambar, lihat, urungkan


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with buka(tmp_path) as satu:
        yield satu


def test_a_change_of_substance_clears_the_word_and_an_undo_brings_it_back(store: Store) -> None:
    (id,) = catat(store)
    ops.verifikasi(store, [id], "ya", kategori="kinerja")
    assert (lihat(store, id).lurah, lihat(store, id).kategori) == ("ya", "kinerja")
    assert ops.ubah(store, id, {"lokasi": "Simpang empat"}).value == (True, False, (), ())
    assert not ops.ubah(store, id, {"peserta": ""}).value.berubah
    hasil = ops.ubah(store, id, {"peserta": "30"}).value
    assert hasil.dicabut
    assert "Verifikasi lurah (ya) dicabut" in hasil.kata[0]
    satu = lihat(store, id)
    assert (satu.lurah, satu.lurah_hari, satu.verifikasi_ulang) == ("", "", True)
    urungkan(store)
    assert (lihat(store, id).lurah, lihat(store, id).berubah_lurah) == ("ya", False)
    assert ops.tambah_foto(store, id, [gambar("a")]).value.dicabut
    ops.verifikasi(store, [id], "tidak", catatan="foto kabur")
    foto = queries.foto(store.reader(), id)
    assert ops.hapus_foto(store, [foto[0].foto_id]).value.dicabut
    ops.tarik_putusan(store, [id])
    assert not lihat(store, id).verifikasi_ulang


def test_an_undo_does_not_put_the_word_on_what_it_was_not_about(store: Store) -> None:
    (id,) = catat(store)
    ops.verifikasi(store, [id], "ya")
    ops.ubah(store, id, {"tanggal": "4/4/2026"})
    (cabut,) = store.reader().execute("SELECT act_id FROM riwayat ORDER BY no DESC LIMIT 1").fetchone()
    ops.ubah(store, id, {"uraian": "Kegiatan yang lain sama sekali"})
    with pytest.raises(InputSalah, match="sudah berubah lagi sesudah diverifikasi lurah"):
        history.undo(store, cabut)
    assert lihat(store, id).lurah == ""


def test_verification_of_many_is_one_act(store: Store) -> None:
    ids = catat(store, 1, 2, 3)
    with pytest.raises(InputSalah, match="Tulis alasannya"):
        ops.verifikasi(store, ids, "tidak")
    semua = ops.verifikasi(store, [*ids, "entah"], "ya")
    assert semua.value[:2] == (3, 0)
    hasil = ops.verifikasi(store, [*ids, "entah"], "ya").value
    assert (hasil.tertulis, hasil.sudah) == (0, 3)
    assert [(d.laporan_id, d.kalimat) for d in hasil.dilewati] == [("entah", text.TIDAK_ADA)]
    assert ops.verifikasi(store, ids[:1], "tidak", catatan="bukan kegiatan RT").value.tertulis == 1
    con = store.reader()
    assert queries.jumlah(con, Saring())[2:5] == (2, 1, 0)
    urungkan(store)
    history.undo(store, semua.changes.act_id)
    assert queries.jumlah(con, Saring())[2:5] == (0, 0, 3)
    assert ops.kategori(store, ids, "Kinerja").value == 3
    with pytest.raises(InputSalah, match="kantor kecamatan"):
        ops.verifikasi(store, ids, "ya", siapa="camat")
    store.set_setting("lingkup", "kota")
    with pytest.raises(InputSalah, match="Kantor kota membaca"):
        ops.verifikasi(store, ids, "ya")


def test_the_head_is_known_later(store: Store) -> None:
    kosong = rt_ops.tambah_kosong(store, KELURAHAN, {"nomor": "9"}).value
    (id,) = ops.catat(store, KELURAHAN, [kosong], ISI).value.ids
    assert lihat(store, id).pelapor == ""
    masa = rt_ops.tambah(store, KELURAHAN, kantor.isian(9, nomor="9")).value
    ops.verifikasi(store, [id], "ya")
    assert (lihat(store, id).masa_id, lihat(store, id).pelapor) == (masa, "Ketua 09")
    rt_hapus.hapus_masa(store, masa)
    baru = rt_ops.tambah(store, KELURAHAN, kantor.isian(8, nomor="9")).value
    ops.verifikasi(store, [id], "ya", kategori="kinerja")
    assert (lihat(store, id).masa_id, lihat(store, id).pelapor) == (baru, "Ketua 08")


def test_the_camat_follows_the_lurah_and_keeps_his_word(store: Store) -> None:
    ids = catat(store, 1, 2)
    ops.verifikasi(store, ids[:1], "ya")
    store.set_setting("lingkup", "kec:16.73.01")
    with pytest.raises(InputSalah, match="kantor kelurahan"):
        ops.verifikasi(store, ids, "ya", siapa="lurah")
    hasil = ops.verifikasi(store, ids, "ya").value
    assert (hasil.tertulis, [d.laporan_id for d in hasil.dilewati]) == (1, [ids[1]])
    for dilarang in (
        lambda: ops.ubah(store, ids[0], {"uraian": "Diubah camat"}),
        lambda: ops.kategori(store, ids, "kinerja"),
        lambda: ops.hapus(store, ids),
        lambda: catat(store),
        lambda: ops.tambah_foto(store, ids[0], [gambar("k")]),
    ):
        with pytest.raises(InputSalah, match="dicatat oleh kelurahan"):
            dilarang()
    store.set_setting("lingkup", KELURAHAN)
    kata = ops.ubah(store, ids[0], {"uraian": "Menimbun jalan berlubang"}).value.kata
    assert [satu.split(" ")[0] for satu in kata] == ["Verifikasi", "Camat"]
    satu = lihat(store, ids[0])
    assert (satu.camat, satu.berubah_camat, satu.lurah) == ("ya", True, "")


def test_what_the_rt_sent_is_not_changed_silently(store: Store) -> None:
    (id,) = catat(store)
    store.write("rt.kirim", lambda tx: tx.update(tulis.TABEL, id, {"asal": "rt"}))
    store.user = "Yuni"
    ops.kategori(store, [id], "kinerja")
    ops.verifikasi(store, [id], "ya")
    assert lihat(store, id).kata_asal == "dikirim ketua RT"
    ops.ubah(store, id, {"lokasi": "Gang Mawar"})
    satu = lihat(store, id)
    assert (satu.asal, satu.lurah, satu.kata_asal) == ("rt", "ya", "dikirim ketua RT, diubah Yuni")


# the state machine of a verification over random acts

_ACT = st.sampled_from(("ya", "tidak", "tarik", "peserta", "uraian", "lokasi", "kategori", "foto", "lepas", "urung"))


def _jalankan(store: Store, ids: tuple[str, ...], apa: str, ke: int) -> None:
    """Do one thing: a word or category of the first few reports at once, a change of one of them."""
    con, semua, id = store.reader(), ids[: ke % 3 + 1], ids[ke % 3]
    match apa:
        case "ya" | "tidak":
            ops.verifikasi(store, semua, apa, catatan="alasan")
        case "tarik":
            ops.tarik_putusan(store, semua)
        case "kategori":
            ops.kategori(store, semua, "kinerja" if ke % 2 else "biasa")
        case "foto":
            ops.tambah_foto(store, id, [gambar(str(ke % 3))])
        case "lepas":
            foto = queries.foto(con, id)
            if foto:
                ops.hapus_foto(store, [foto[0].foto_id])
        case "urung":
            _urungkan_salah_satu(store, ke)
        case _:
            ops.ubah(store, id, {apa: str(ke % 4) if apa == "peserta" else f"Kegiatan ke {ke % 4}"})


def _urungkan_salah_satu(store: Store, ke: int) -> None:
    """Undo the last act or one before it; what may not be undone is refused in words and leaves all as it was."""
    lalu = store.reader().execute(
        "SELECT act_id FROM riwayat WHERE act <> 'laporan.catat_banyak' GROUP BY act_id ORDER BY max(no) DESC LIMIT 3"
    )
    acts = [str(row[0]) for row in lalu.fetchall()]
    if acts:
        with suppress(InputSalah):
            history.undo(store, acts[ke % len(acts)])


def _sah(store: Store, id: str) -> None:
    """The lurah's word stands only on what it was about, has its day, and a *tidak* its note."""
    laporan = lihat(store, id)
    assert bool(laporan.lurah) == bool(laporan.lurah_hari)
    assert not (laporan.lurah and laporan.berubah_lurah)
    assert laporan.lurah != "tidak" or laporan.lurah_catatan


def _mainkan(langkah: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder, buka(Path(folder), 3) as store:
        ids = catat(store, 1, 2, 3)
        for apa, ke in langkah:
            _jalankan(store, ids, apa, ke)
            for id in ids:
                _sah(store, id)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(_ACT, st.integers(0, 7)), max_size=14))
def test_the_word_stands_only_on_what_was_verified(langkah: list[tuple[str, int]]) -> None:
    _mainkan(langkah)


def test_known_bad_an_edit_that_leaves_the_word_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catat_ops, "akibat", lambda *_args: ({}, Diubah(True, False, (), ())))
    with pytest.raises(AssertionError):
        _mainkan([("ya", 2), ("uraian", 1)])


def test_known_bad_an_undo_that_brings_the_word_back_to_another_content_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    langkah = [("ya", 2), ("peserta", 1), ("uraian", 1), ("urung", 1)]
    _mainkan(langkah)
    monkeypatch.setattr(urung, "bentrok", lambda *_args: [])
    with pytest.raises(AssertionError):
        _mainkan(langkah)
