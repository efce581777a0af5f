"""Whom the choice of the door offers, while what was recorded before is still being written."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt

from sipokat_desktop.modules.bimtek import hadir_ops
from tests.ui import layar
from tests.ui.contoh_pintu import jari, tekan
from tests.ui.panggung_pintu import Panggung, acara, p

K = Qt.Key
__all__ = ["acara", "p"]
"""Fixtures."""


def test_the_choice_tells_who_is_being_written(p: Panggung, monkeypatch: pytest.MonkeyPatch) -> None:
    lepas, asli = threading.Event(), hadir_ops.catat

    def menulis(*isi: Any, **lagi: Any) -> object:
        assert lepas.wait(60)
        return asli(*isi, **lagi)

    monkeypatch.setattr(hadir_ops, "catat", menulis)
    try:
        p.baris("bambang")
        layar.biarkan(320)
        tekan(K.Key_Return)
        p.baris("bambang")
        assert [satu.kanan for satu in p.sesi.meja.pilih.baris[:2]] == ["Hadir", ""]
        jari(K.Key_Escape)
        tekan(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
        p.baris("bambang")
        assert p.sesi.meja.pilih.baris[0].kanan == "", "the taking back waits too"
    finally:
        lepas.set()
