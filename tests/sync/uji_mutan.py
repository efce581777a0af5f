"""The mutation check of random histories: a law catches every seeded bug, and without it the same story is fine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import pytest
from hypothesis.stateful import RuleBasedStateMachine

M = TypeVar("M", bound=RuleBasedStateMachine)
Baik = Callable[[str], None]
Ketahuan = Callable[[str, pytest.MonkeyPatch], None]


@dataclass(frozen=True, slots=True)
class Mutan(Generic[M]):
    """A bug, a story that it spoils, and the law (or complaint) that must notice."""

    tanam: Callable[[pytest.MonkeyPatch], None]
    cerita: Callable[[M], None]
    hukum: str


def uji_mutan(
    mesin: Callable[[], M], mutan: Mapping[str, Mutan[M]], akhir: Callable[[M], object] | None = None
) -> tuple[Baik, Ketahuan]:
    """Return two tests over the bugs ``mutan``: the laws hold without each, and the law it names catches it.

    ``akhir`` ends every story, before the laws at the end of a history are asked.
    """

    def ceritakan(nama: str) -> None:
        m = mesin()
        try:
            mutan[nama].cerita(m)
            if akhir is not None:
                akhir(m)
        finally:
            m.teardown()

    @pytest.mark.parametrize("nama", mutan)
    def baik(nama: str) -> None:
        ceritakan(nama)

    @pytest.mark.parametrize("nama", mutan)
    @pytest.mark.usefixtures("caplog")
    def ketahuan(nama: str, monkeypatch: pytest.MonkeyPatch) -> None:
        mutan[nama].tanam(monkeypatch)
        with pytest.raises(AssertionError, match=mutan[nama].hukum):
            ceritakan(nama)

    return baik, ketahuan
