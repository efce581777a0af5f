"""The camat's word on a report: a kelurahan's computer neither says, clears nor decides it, and brings it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import ops
from sipokat_desktop.storage import deciding, history, trash
from sipokat_desktop.storage.tx import Tx
from sync.server import push
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron, tenang
from tests.sync.test_kecamatan import KECAMATAN
from tests.sync.test_kecamatan_batas import tanpa_jaga

LAPORAN = "laporan_kegiatan"
CURANG: tuple[Callable[[Tx, str, Fields], object], ...] = (
    lambda tx, id, _: tx.update(LAPORAN, id, {"camat": "tidak"}),
    lambda tx, id, _: tx.update(LAPORAN, id, {"camat": None, "camat_hari": None}),
    lambda tx, id, _: tx.decide(LAPORAN, id, "camat", "ya"),
    lambda tx, _, isi: tx.insert(LAPORAN, isi | {"camat": "ya"}, scope=KELURAHAN),
)


def dua(city: City, office: Buka) -> tuple[Office, Office, str]:
    """A kelurahan and its kecamatan, and a report that both said ya of."""
    lurah, camat = daftarkan(office("a"), city), daftarkan(office("k"), city, KECAMATAN)
    isi_rt(lurah, 1)
    rt = str(lurah.store.reader().execute("SELECT id FROM rt_jabatan").fetchone()[0])
    isian = {"tanggal": "2026-03-01", "bidang": "1", "jenis": "lainnya", "uraian": "Gotong royong di parit"}
    (id,) = ops.catat(lurah.store, KELURAHAN, [rt], isian).value.ids
    ops.verifikasi(lurah.store, [id], "ya")
    tenang(city, lurah, camat)
    ops.verifikasi(camat.store, [id], "ya")
    tenang(city, camat, lurah)
    return lurah, camat, id


def kata(pc: Office) -> list[object]:
    return [row[0] for row in pc.store.reader().execute(f"SELECT camat FROM {LAPORAN}")]


@pytest.mark.parametrize("ke", range(len(CURANG)))
def test_a_kelurahan_does_not_speak_for_the_camat(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch, ke: int
) -> None:
    lurah, camat, id = dua(city, office)
    isi = {k: v for k, v in isi_laporan(lurah, id).items() if not k.startswith("camat")}
    with pytest.raises(InputSalah, match="hanya diisi oleh Kecamatan Lubuk Linggau Timur I"):
        lurah.store.write("curang", lambda tx: CURANG[ke](tx, id, isi))
    assert dunia.menunggu(lurah) == 0
    tanpa_jaga(monkeypatch)
    lurah.store.write("curang", lambda tx: CURANG[ke](tx, id, isi))
    assert sinkron(lurah).stuck == 1
    (hal,) = lurah.status().decisions
    assert "hanya diisi oleh Kecamatan" in hal.kalimat
    tenang(city, lurah, camat)
    assert kata(lurah) == kata(camat) == ["ya"]
    deciding.close(lurah.store, hal)
    assert lurah.status().decisions == camat.status().decisions == ()


def isi_laporan(pc: Office, id: str) -> Fields:
    row = pc.store.write("baca", lambda tx: tx.row(LAPORAN, id)).value
    return {k: v for k, v in row.items() if k not in ("id", "lingkup")}


def test_what_the_kelurahan_edits_deletes_and_restores_keeps_it(city: City, office: Buka) -> None:
    lurah, camat, id = dua(city, office)
    ops.ubah(lurah.store, id, {"uraian": "Gotong royong di parit besar"})
    ops.hapus(lurah.store, [id])
    tenang(city, lurah, camat)
    trash.pulihkan(lurah.store, trash.daftar(lurah.store)[0])
    tenang(city, lurah, camat)
    assert kata(lurah) == kata(camat) == ["ya"]
    ops.hapus(lurah.store, [id])
    terakhir = lurah.store.reader().execute("SELECT act_id FROM riwayat ORDER BY no DESC LIMIT 1").fetchone()[0]
    history.undo(lurah.store, str(terakhir))
    ops.tarik_putusan(camat.store, [id])
    tenang(city, camat, lurah)
    assert kata(lurah) == kata(camat) == [None]
    assert lurah.status().decisions == camat.status().decisions == ()


def test_a_restore_past_the_program_changes_no_word_of_a_row_that_is_there(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    lurah, camat, id = dua(city, office)
    tanpa_jaga(monkeypatch)
    lurah.store.write("curang", lambda tx: tx._assign(LAPORAN, id, {"camat": "tidak"}))
    lurah.store.write("curang", lambda tx: tx.keep(LAPORAN, id))
    tenang(city, lurah, camat)
    assert kata(lurah) == kata(camat) == ["ya"]


def test_known_bad_a_city_without_the_rule_takes_it(city: City, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known bad: the same word shows at the camat's where the city does not ask."""
    lurah, camat, id = dua(city, office)
    tanpa_jaga(monkeypatch)
    monkeypatch.setattr(push, "not_its_own", lambda *_args: "")
    lurah.store.write("curang", lambda tx: CURANG[0](tx, id, {}))
    assert sinkron(lurah).stuck == 0
    sinkron(camat)
    assert kata(camat) == ["tidak"]
