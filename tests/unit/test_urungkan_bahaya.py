"""What an undo, a restore or a merge must not do: pull the ground from under payments, give an RT two heads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.rt import ganti, hapus, impor, kembar, massal, mekar, queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import history, trash
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.kota import CityThread
from tests.sync import dunia
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka, isian, nik
from tests.unit.test_impor import lembar_csv, masukkan

POS = rt.id_jabatan(KELURAHAN, "01")
GANTI = {"akhir_nyata": "31/1/2026", "alasan_akhir": "pindah", "nama": "Budi", "nik": nik(77), "sk_nomor": "1"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with a tariff."""
    with buka(tmp_path) as dibuka:
        kantor.tarif(dibuka)
        yield dibuka


def masa(store: Store) -> list[tuple[str, str, str | None, str | None]]:
    """Every term: RT, holder, first and last day."""
    return [(m.nomor, m.nama, m.tmt, m.akhir_nyata) for m in queries.masa(store.reader(), lingkup=KELURAHAN)]


def _masa_lain(store: Store, nama: str, **lain: str | None) -> str:
    """A term of one more person on RT 01, as a sync brings it; returns the person."""
    isi = {"tmt": "2024-01-01"} | lain
    return store.write("uji", lambda tx: _tulis(tx, nama, isi)).value


def _tulis(tx: Tx, nama: str, isi: dict[str, str | None]) -> str:
    orang = tx.insert("rt_orang", {"nama": nama}, scope=KELURAHAN)
    tx.insert("rt_masa", {"jabatan_id": POS, "orang_id": orang, **isi}, scope=KELURAHAN)
    return str(orang)


def _tak_dapat_diurungkan(store: Store, act_id: str, kalimat: str) -> None:
    sebelum = kantor.tampak(store)
    with pytest.raises(InputSalah, match=kalimat):
        history.undo(store, act_id)
    assert kantor.tampak(store) == sebelum


def test_what_a_list_stands_on_is_not_undone(store: Store) -> None:
    tambah = rt.tambah(store, KELURAHAN, isian(1)).changes.act_id
    ubah = ganti.ganti(store, POS, GANTI).changes.act_id
    nomor = kantor.susun(store)
    _tak_dapat_diurungkan(store, ubah, "sudah dipakai di Baris daftar.*batalkan dulu yang memakainya")
    insentif.kunci(store, nomor, lurah="Lurah")
    insentif.terima(store, nomor)
    _tak_dapat_diurungkan(store, ubah, "sudah dipakai di Baris daftar")
    assert "sudah dipakai" in history.why_not(store.reader(), store.tables, ubah)
    assert history.why_not(store.reader(), store.tables, tambah) != ""


def test_what_was_brought_back_and_used_is_not_deleted_again(store: Store) -> None:
    rt.tambah(store, KELURAHAN, isian(1))
    hapusan = hapus.hapus_jabatan(store, POS).act_id
    kembali = history.undo(store, hapusan).act_id
    kantor.susun(store)
    _tak_dapat_diurungkan(store, kembali, "sudah dipakai di Baris daftar")


def test_an_act_that_names_its_own_new_rows_is_undone(store: Store) -> None:
    rt.tambah(store, KELURAHAN, isian(1))
    sebelum = kantor.tampak(store)
    masa_id = next(m.masa_id for m in queries.masa(store.reader(), lingkup=KELURAHAN))

    def work(tx: Tx) -> None:
        orang = tx.insert("rt_orang", {"nama": "Lain"}, scope=KELURAHAN)
        tx.update("rt_masa", masa_id, {"orang_id": orang})

    history.undo(store, store.write("uji", work).changes.act_id)
    assert kantor.tampak(store) == sebelum


def test_neither_trash_nor_undo_gives_an_rt_two_heads(store: Store) -> None:
    rt.tambah(store, KELURAHAN, isian(1))
    act = hapus.hapus_masa(store, queries.masa(store.reader(), lingkup=KELURAHAN)[0].masa_id).act_id
    _masa_lain(store, "Budi")
    _tak_dapat_diurungkan(store, act, "RT 01 dijabat Budi pada hari yang sama")
    with pytest.raises(InputSalah, match="RT 01 dijabat Budi pada hari yang sama"):
        trash.pulihkan(store, trash.daftar(store)[0])
    assert masa(store) == [("01", "Budi", "2024-01-01", None)]


def test_undoing_an_end_meets_the_next_head(store: Store) -> None:
    masa_id = rt.tambah(store, KELURAHAN, isian(1)).value
    act = rt.akhiri(store, masa_id=masa_id, isian={"akhir_nyata": "2025-12-31", "alasan_akhir": "pindah"}).act_id
    rt.tambah(store, KELURAHAN, isian(1, nama="Budi", nik=nik(77), tmt="2026-01-01"))
    _tak_dapat_diurungkan(store, act, "RT 01 dijabat Budi")


def _pindah_ke_rt_02(store: Store) -> None:
    rt.tambah_kosong(store, KELURAHAN, {"nomor": "2"})
    ganti.ganti(
        store, rt.id_jabatan(KELURAHAN, "02"),
        {"nama": "Ketua 01", "nik": nik(1), "tmt": "2026-02-01", "sk_nomor": "1"},
    )  # fmt: skip


def test_undo_gives_nobody_two_rts(store: Store) -> None:
    rt.tambah(store, KELURAHAN, isian(1))
    act = ganti.ganti(store, POS, GANTI).changes.act_id
    _pindah_ke_rt_02(store)
    _tak_dapat_diurungkan(store, act, "Ketua 01 menjabat di RT 02")


def test_old_clashes_do_not_stop_an_unrelated_undo(store: Store) -> None:
    masa_id = rt.tambah(store, KELURAHAN, isian(1)).value
    _masa_lain(store, "Budi")
    act = rt.ubah(store, jabatan_id=POS, masa_id=masa_id, isian={"hp": "0812345678"}).act_id
    history.undo(store, act)
    assert store.reader().execute("SELECT count(*) FROM rt_orang WHERE hp IS NOT NULL").fetchone()[0] == 0


def test_an_import_taken_back_leaves_what_would_clash(store: Store, tmp_path: Path) -> None:
    rt.tambah(store, KELURAHAN, isian(1))
    rt.tambah(store, KELURAHAN, isian(3))
    berkas = lembar_csv(
        tmp_path / "a.csv", "No RT,Nama,NIK,TMT", f"1,Budi,{nik(71)},2026-01-01", f"3,Cici,{nik(72)},2026-01-01"
    )
    neraca = masukkan(store, berkas)
    _pindah_ke_rt_02(store)
    hasil = impor.batalkan(store, neraca.act_id).value
    assert hasil.dibatalkan == 1
    assert hasil.tetap == ("RT 01 · Budi: RT atau ketuanya sudah punya masa jabatan lain pada hari yang sama.",)
    assert ("03", "Ketua 03", "2024-01-01", None) in masa(store)
    assert ("01", "Ketua 01", "2024-01-01", "2025-12-31") in masa(store)
    assert kantor.satu_kesatuan(store)


def test_a_merge_never_ends_a_term(store: Store) -> None:
    rt.tambah(store, KELURAHAN, isian(1))
    (satu,) = (m.orang_id for m in queries.masa(store.reader(), lingkup=KELURAHAN))
    dua = _masa_lain(store, "Ketua 01", tmt="2019-01-01", akhir_nyata="2024-06-30")
    sebelum = kantor.tampak(store)
    for pasangan in ((satu, dua), (dua, satu)):
        with pytest.raises(InputSalah, match="berakhir pada hari yang berbeda"):
            kembar.gabungkan(store, *pasangan, {})
        assert kantor.tampak(store) == sebelum


def test_a_merged_term_begins_on_the_earlier_day(store: Store) -> None:
    rt.tambah(store, KELURAHAN, isian(1))
    (satu,) = (m.orang_id for m in queries.masa(store.reader(), lingkup=KELURAHAN))
    dua = _masa_lain(store, "Ketua 01", tmt="2023-05-01")
    kembar.gabungkan(store, satu, dua, {})
    assert masa(store) == [("01", "Ketua 01", "2023-05-01", None)]


def test_a_pair_merged_in_both_directions_is_not_lost(tmp_path: Path) -> None:
    with ExitStack() as buka_semua:
        kota = buka_semua.enter_context(closing(CityThread(f"sqlite:///{tmp_path / 'kota.db'}")))
        a, b = (buka_semua.enter_context(closing(dunia.daftarkan(Office(tmp_path / n), kota))) for n in "ab")
        rt.tambah(a.store, KELURAHAN, isian(1, nama="Budi"))
        (satu,) = (m.orang_id for m in queries.masa(a.store.reader(), lingkup=KELURAHAN))
        dua = _masa_lain(a.store, "Budi", tmt="2019-01-01", akhir_nyata="2020-01-01")
        dunia.tenang(kota, a, b)
        kembar.gabungkan(a.store, satu, dua, {})
        kembar.gabungkan(b.store, dua, satu, {})
        dunia.tenang(kota, a, b)
        assert a.store.reader().execute("SELECT count(*) FROM rt_orang").fetchone()[0] == 2
        assert {d.jenis for d in a.status().decisions} == {"hapus tertahan"}


def test_a_bulk_edit_does_not_empty_the_tmt(store: Store) -> None:
    ids = kantor.isi_rt(store, 2)
    with pytest.raises(InputSalah, match="TMT tidak dapat dikosongkan"):
        massal.ubah_semua(store, ids, "tmt", " ")


def test_a_head_who_moves_keeps_a_recorded_end(store: Store) -> None:
    masa_id = rt.tambah(store, KELURAHAN, isian(1)).value
    rt.akhiri(store, masa_id=masa_id, isian={"akhir_nyata": "2026-04-30", "alasan_akhir": "pindah"})
    pindah = {"nomor": "9", "ketua": "pindah", "tmt": "2026-06-01", "sk_nomor": "1"}
    with pytest.raises(InputSalah, match="sudah tercatat berakhir 30 April 2026"):
        mekar.mekarkan(store, POS, pindah)
    assert masa(store) == [("01", "Ketua 01", "2024-01-01", "2026-04-30")]
    mekar.mekarkan(store, POS, pindah | {"tmt": "2026-05-01"})
    assert masa(store)[0][3] == "2026-04-30"
