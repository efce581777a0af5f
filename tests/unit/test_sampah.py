"""The trash: what was deleted, by whom, under which name, and back again; what still stands is not deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.rt import hapus
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import history, trash
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import buka


def _ids(store: Store) -> tuple[str, str, str]:
    row = store.reader().execute("SELECT id, jabatan_id, orang_id FROM rt_masa ORDER BY sk_nomor LIMIT 1").fetchone()
    return str(row[0]), str(row[1]), str(row[2])


def test_a_post_entered_by_mistake_goes_to_the_trash_and_back(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        store.user = "Rina"
        kantor.isi_rt(store, 2)
        _, jabatan, _ = _ids(store)
        penuh = kantor.tampak(store)
        hapus.hapus_jabatan(store, jabatan)
        assert store.reader().execute("SELECT count(*) FROM rt_orang").fetchone()[0] == 1
        (satu,) = trash.daftar(store)
        assert (satu.nama, satu.act, satu.by) == ("RT 01 · Ketua 01", "rt.hapus", "Rina")
        assert {gone.table for gone in satu.rows} == {"rt_jabatan", "rt_orang", "rt_masa"}
        pulih = trash.pulihkan(store, satu)
        assert kantor.tampak(store) == penuh
        assert trash.daftar(store) == []
        with pytest.raises(InputSalah, match="sudah ada lagi"):
            trash.pulihkan(store, satu)
        history.undo(store, pulih.act_id)
        assert [b.nama for b in trash.daftar(store)] == ["RT 01 · Ketua 01"]
        assert kantor.satu_kesatuan(store)


def test_a_term_is_deleted_with_the_person_only_it_names(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        masa, jabatan, orang = _ids(store)
        store.write("rt.coba", lambda tx: tx.insert("rt_masa", {"jabatan_id": jabatan, "orang_id": orang}, scope="x"))
        hapus.hapus_masa(store, masa)
        assert store.reader().execute("SELECT count(*) FROM rt_orang").fetchone()[0] == 1
        with pytest.raises(InputSalah, match="masih tercatat di Masa jabatan"):
            hapus.hapus_orang(store, orang)
        hapus.hapus_masa(store, _ids(store)[0])
        assert not store.reader().execute("SELECT 1 FROM rt_orang").fetchone()
        assert store.reader().execute("SELECT 1 FROM rt_jabatan").fetchone()
        assert [b.nama for b in trash.daftar(store)] == ["RT 01 · Ketua 01", "RT 01 · Ketua 01"]
        with pytest.raises(InputSalah, match="sudah tidak ada"):
            hapus.hapus_orang(store, orang)


def test_what_a_payment_stands_on_is_not_deleted(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 1)
        insentif.terima(store, nomor)
        masa, jabatan, _ = _ids(store)
        sebelum = kantor.tampak(store)
        with pytest.raises(InputSalah, match="akhiri saja masa jabatannya"):
            hapus.hapus_masa(store, masa)
        with pytest.raises(InputSalah, match="masih tercatat di Baris daftar") as salah:
            hapus.hapus_jabatan(store, jabatan)
        assert "lainnya" in salah.value.pesan
        assert kantor.tampak(store) == sebelum


def test_only_the_asked_tables_and_never_a_cleared_field(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        masa, jabatan, _ = _ids(store)
        rt.ubah(store, jabatan_id=jabatan, masa_id=masa, isian={"hp": "0812345678"})
        rt.ubah(store, jabatan_id=jabatan, masa_id=masa, isian={"hp": ""})
        assert trash.daftar(store) == []
        hapus.hapus_masa(store, masa)
        assert trash.daftar(store, only=("insentif_daftar",)) == []
        assert len(trash.daftar(store, only=("rt_masa",))[0].rows) == 1
