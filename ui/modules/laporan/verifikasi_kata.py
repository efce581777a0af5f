"""What the verification says in sentences: what was recorded of a report, why nothing waits and what to do then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import LURAH, TIDAK, Laporan
from ui.kit.buttons import Aksi
from ui.kit.cards import EmptyState
from ui.kit.host import Host

from . import ada
from . import text_verifikasi as text
from .text import CATAT
from .tindakan import Tindakan


def kosong(host: Host, tindakan: Tindakan, mundur: Callable[[], object]) -> EmptyState:
    """Return why nothing waits for who verifies here: all is done, or there are no reports yet."""
    kembali, lurah = Aksi(text.KEMBALI, mundur), tindakan.siapa == LURAH
    if ada(host):
        isi = text.KOSONG_ISI.format(siapa=tindakan.kata_siapa) if lurah else text.KOSONG_CAMAT
        return EmptyState(text.KOSONG, isi, kembali)
    if not lurah:
        return EmptyState(text.TANPA, text.TANPA_CAMAT, kembali)
    catat = Aksi(CATAT, partial(host.go, "laporan", "catat"), "Ctrl+N", utama=True)
    return EmptyState(text.TANPA, text.TANPA_ISI, catat, kembali)


def sudah(b: Laporan, siapa: str, putusan: str) -> str:
    """Return what ``siapa`` said of a report in this sitting, with the note of a no; "" for nothing yet."""
    catatan = b.lurah_catatan if siapa == LURAH else b.camat_catatan
    if not putusan:
        return ""
    pola = text.SUDAH_CATATAN if catatan and putusan == TIDAK else text.SUDAH
    return pola.format(kata=laporan.PUTUSAN[putusan].lower(), catatan=catatan)


def bercatatan(b: Laporan, siapa: str, catatan: str) -> Laporan:
    """Return a report with the note that is being written."""
    return b._replace(lurah_catatan=catatan) if siapa == LURAH else b._replace(camat_catatan=catatan)
