"""A reason is words: what is typed only to get on is not taken, whichever act asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import alasan
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import kegiatan_ops
from sipokat_desktop.modules.insentif import koreksi, siklus
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.ponsel import serah_ops
from sipokat_desktop.modules.seragam import langkah
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import buka


@given(st.text(st.characters(categories=("Nd", "No", "P", "S", "Z")), max_size=20))
def test_no_letter_no_reason(ketik: str) -> None:
    with pytest.raises(InputSalah, match="Tulis alasannya") as salah:
        alasan.baca(ketik, "sebab")
    assert salah.value.field == "sebab"


@given(st.text(), st.characters(categories=("Lu", "Ll", "Lo")), st.text())
def test_words_stay_as_typed(depan: str, huruf: str, belakang: str) -> None:
    ketik = depan + huruf + belakang
    assert alasan.baca(ketik) == ketik.strip()


def test_an_empty_one_is_told_in_the_words_of_the_act() -> None:
    with pytest.raises(InputSalah, match="RT akan bertanya"):
        alasan.baca(" ", kosong="RT akan bertanya")


TINDAKAN: dict[str, Callable[[Store, str], object]] = {
    "batal_terima": lambda s, kata: insentif.batal_terima(s, "001", 1, alasan=kata),
    "koreksi": lambda s, kata: koreksi.koreksi(s, "001", 1, menjadi={}, alasan=kata),
    "kembalikan": lambda s, kata: koreksi.kembalikan(s, "001", 1, sts="1", tanggal=date(2026, 1, 1), alasan=kata),
    "batal_daftar": lambda s, kata: siklus.batal_daftar(s, "001", alasan=kata),
    "tunda": lambda s, kata: siklus.tunda(s, "001", [1], alasan=kata),
    "bimtek": lambda s, kata: kegiatan_ops.batalkan(s, "x", alasan=kata),
    "tarik": lambda s, kata: serah_ops.tarik(s, "x", {"alasan": kata}),
    "batal ponsel": lambda s, kata: serah_ops.batal(s, "x", alasan=kata),
    "seragam": lambda _s, kata: langkah.alasan_wajib(kata),
}


@pytest.mark.usefixtures("migrations")
@pytest.mark.parametrize("tindakan", TINDAKAN.values(), ids=TINDAKAN)
def test_every_act_asks_for_words(tmp_path: Path, tindakan: Callable[[Store, str], object]) -> None:
    with buka(tmp_path) as store:
        for bukan in ("", "   ", "1234", "..."):
            with pytest.raises(InputSalah, match="Tulis alasannya") as salah:
                tindakan(store, bukan)
            assert salah.value.field == "alasan"
