"""Undo: an act that puts another act's values back; a ledger is only ever added to."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

TINDAKAN = st.lists(
    st.one_of(
        st.tuples(st.just("tambah"), st.integers(1, 6)),
        st.tuples(st.just("ubah"), st.integers(0, 5), st.sampled_from(["hp", "nama", "jumlah_kk"]), st.integers(0, 3)),
        st.tuples(st.just("akhiri"), st.integers(0, 5)),
        st.tuples(st.just("pejabat"), st.sampled_from(["lurah", "pptk"]), st.integers(0, 2)),
    ),
    min_size=1, max_size=8,
)  # fmt: skip
NILAI = {
    "hp": ("", "0812345678", "0812345679", "0812345670"),
    "nama": ("Aminah", "Budi", "Citra", "Dewi"),
    "jumlah_kk": ("", "10", "20", "30"),
}


def _lakukan(store: Store, tindakan: tuple[object, ...]) -> str | None:
    """Do an act; returns its id, None when there was nothing to do."""
    masa = store.reader().execute("SELECT id, jabatan_id FROM rt_masa ORDER BY id").fetchall()
    match tindakan:
        case ("tambah", int(ke)):
            return rt.tambah(store, KELURAHAN, kantor.isian(ke)).changes.act_id
        case ("ubah", int(ke), str(field), int(nilai)) if masa:
            satu = masa[ke % len(masa)]
            isian = {field: NILAI[field][nilai]}
            changes = rt.ubah(store, jabatan_id=satu["jabatan_id"], masa_id=satu["id"], isian=isian)
            return changes.act_id if changes.rows else None
        case ("akhiri", int(ke)) if masa:
            satu = masa[ke % len(masa)]
            isian = {"akhir_nyata": "2026-02-28", "alasan_akhir": "pindah"}
            changes = rt.akhiri(store, masa_id=satu["id"], isian=isian)
            return changes.act_id if changes.rows else None
        case ("pejabat", str(peran), int(ke)):
            changes = rt.set_pejabat(store, KELURAHAN, peran, {"nama": NILAI["nama"][ke], "mulai": "2026-01-01"})
            return changes.act_id if changes.rows else None
    return None


@given(TINDAKAN, st.data())
@settings(max_examples=40)
def test_undoing_from_the_end_gives_every_earlier_state(
    tindakan: list[tuple[object, ...]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        keadaan = [kantor.tampak(store)]
        acts: list[str] = []
        for satu in tindakan:
            try:
                act = _lakukan(store, satu)
            except InputSalah:
                assert kantor.tampak(store) == keadaan[-1]
                continue
            if act:
                acts.append(act)
                keadaan.append(kantor.tampak(store))
        for mundur in range(data.draw(st.integers(0, len(acts)))):
            history.undo(store, acts[-1 - mundur])
            assert kantor.tampak(store) == keadaan[-2 - mundur]
        assert kantor.rantai_utuh(store)
        assert kantor.satu_kesatuan(store)


def test_undo_of_undo_does_it_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kosong = kantor.tampak(store)
        tambah = rt.tambah(store, KELURAHAN, kantor.isian(1)).changes
        isi = kantor.tampak(store)
        urung = history.undo(store, tambah.act_id)
        assert kantor.tampak(store) == kosong
        history.undo(store, urung.act_id)
        assert kantor.tampak(store) == isi


def test_what_was_changed_since_is_not_undone(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        tambah = rt.tambah(store, KELURAHAN, kantor.isian(1)).changes
        masa, jabatan = store.reader().execute("SELECT id, jabatan_id FROM rt_masa").fetchone()
        satu = rt.ubah(store, jabatan_id=jabatan, masa_id=masa, isian={"hp": "0812345678"})
        dua = rt.ubah(store, jabatan_id=jabatan, masa_id=masa, isian={"hp": "0812345679", "alamat": "Jl. Baru"})
        sebelum = kantor.tampak(store)
        for act in (tambah, satu):
            with pytest.raises(InputSalah, match="diubah lagi"):
                history.undo(store, act.act_id)
            assert kantor.tampak(store) == sebelum
        history.undo(store, dua.act_id)
        history.undo(store, satu.act_id)
        history.undo(store, tambah.act_id)
        assert not store.reader().execute("SELECT 1 FROM rt_orang").fetchone()


def _terkunci(store: Store) -> str:
    kantor.tarif(store)
    kantor.isi_rt(store, 3)
    nomor = insentif.susun(store, KELURAHAN, periode.baca("2026-TW1")).value
    insentif.kunci(store, nomor, lurah="Lurah")
    return nomor


def _dibayar(store: Store, nomor: str) -> int:
    return queries.cari_daftar(store.reader(), nomor).dibayar


def test_a_lock_is_not_undone(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        act = str(store.reader().execute("SELECT act_id FROM riwayat WHERE act = 'insentif.kunci'").fetchone()[0])
        with pytest.raises(InputSalah, match="koreksi"):
            history.undo(store, act)
        assert queries.cari_daftar(store.reader(), nomor).keadaan == "dikunci"


def test_undo_of_a_payment_adds_reversals(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        bayar = insentif.terima(store, nomor).changes
        lama = store.reader().execute("SELECT * FROM insentif_mutasi").fetchall()
        assert _dibayar(store, nomor) == 3 * 1_650_000
        history.undo(store, bayar.act_id)
        kini = store.reader().execute("SELECT * FROM insentif_mutasi").fetchall()
        assert {tuple(r) for r in lama} < {tuple(r) for r in kini}
        assert len(kini) == 2 * len(lama)
        assert _dibayar(store, nomor) == 0
        insentif.terima(store, nomor)
        assert _dibayar(store, nomor) == 3 * 1_650_000


def test_a_payment_is_taken_back_once_only(tmp_path: Path) -> None:
    """Twice undone, or undone after a cancellation, must not make the ledger negative."""
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        bayar = insentif.terima(store, nomor).changes
        history.undo(store, bayar.act_id)
        with pytest.raises(InputSalah):
            history.undo(store, bayar.act_id)
        assert _dibayar(store, nomor) == 0
        bayar = insentif.terima(store, nomor).changes
        insentif.batal_terima(store, nomor, 1, alasan="Salah catat")
        with pytest.raises(InputSalah):
            history.undo(store, bayar.act_id)
        assert _dibayar(store, nomor) == 2 * 1_650_000


def test_a_reversal_is_undone_by_a_new_payment_and_only_once(tmp_path: Path) -> None:
    """Money that was taken back is paid again by a new entry, so that slot and sum agree."""
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        urung = history.undo(store, insentif.terima(store, nomor).changes.act_id)
        history.undo(store, urung.act_id)
        assert _dibayar(store, nomor) == 3 * 1_650_000
        assert store.reader().execute("SELECT count(*) FROM insentif_mutasi").fetchone()[0] == 3 * 9
        with pytest.raises(InputSalah):
            history.undo(store, urung.act_id)


def test_history_names_act_author_and_both_sides(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        store.user = "Rina"
        rt.tambah(store, KELURAHAN, kantor.isian(1))
        masa, jabatan, orang = store.reader().execute("SELECT id, jabatan_id, orang_id FROM rt_masa").fetchone()
        rt.ubah(store, jabatan_id=jabatan, masa_id=masa, isian={"hp": "0812345678"})
        baru, lama = history.of_row(store.reader(), orang)
        assert (baru.act, baru.by, baru.before, baru.after) == ("rt.ubah", "Rina", {"hp": None}, {"hp": "0812345678"})
        assert (lama.act, lama.before) == ("rt.tambah", {})
