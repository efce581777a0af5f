"""A locked list stays as it was signed: neither undo nor the trash changes its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops, susun
from sipokat_desktop.storage import history, locks, trash
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, TW1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with a tariff and two heads."""
    with kantor.buka(tmp_path) as opened:
        kantor.tarif(opened)
        kantor.isi_rt(opened, 2)
        yield opened


def _khusus(store: Store) -> tuple[str, str]:
    """A draft from which an amount that a person had set was taken away again."""
    nomor = kantor.susun(store)
    masa = kantor.baris(store, nomor)[0].masa_id
    susun.tetapkan_khusus(store, nomor, masa_id=masa, rincian={"2026-01": 5_000_000}, alasan="x", oleh="Lurah")
    return nomor, susun.tetapkan_khusus(store, nomor, masa_id=masa, rincian={}, alasan="", oleh="").act_id


def _bulan_lain(store: Store) -> tuple[str, str]:
    """A draft of a quarter from which a month was dropped, for another list holds it."""
    nomor = kantor.susun(store)
    ops.kunci(store, kantor.susun(store, periode.baca("2026-01")), lurah="Lurah")
    return nomor, susun.susun(store, KELURAHAN, TW1).changes.act_id


def _dilewati(store: Store) -> tuple[str, str]:
    """A draft from which a line was left out."""
    nomor = kantor.susun(store)
    return nomor, susun.susun(store, KELURAHAN, TW1, lewati=[2]).changes.act_id


BUAT = pytest.mark.parametrize("buat", [_khusus, _bulan_lain, _dilewati])


@BUAT
def test_undo_leaves_the_lines_of_a_locked_list(store: Store, buat: Callable[[Store], tuple[str, str]]) -> None:
    nomor, act_id = buat(store)
    ops.kunci(store, nomor, lurah="Lurah")
    sebelum = kantor.tampak(store)
    assert history.why_not(store.reader(), store.tables, act_id) == locks.FROZEN
    with pytest.raises(InputSalah, match="sudah dikunci"):
        history.undo(store, act_id)
    assert kantor.tampak(store) == sebelum


@BUAT
def test_a_draft_can_still_be_undone(store: Store, buat: Callable[[Store], tuple[str, str]]) -> None:
    nomor, act_id = buat(store)
    sebelum = kantor.baris(store, nomor)
    assert history.why_not(store.reader(), store.tables, act_id) == ""
    history.undo(store, act_id)
    assert kantor.baris(store, nomor) != sebelum


def test_a_line_does_not_come_back_from_the_trash_to_a_locked_list(store: Store) -> None:
    nomor, _ = _dilewati(store)
    buangan = next(b for b in trash.daftar(store) if any(t == "insentif_baris" for t, _, _ in b.rows))
    ops.kunci(store, nomor, lurah="Lurah")
    with pytest.raises(InputSalah, match="sudah dikunci"):
        trash.pulihkan(store, buangan)
    assert len(kantor.baris(store, nomor)) == 1
