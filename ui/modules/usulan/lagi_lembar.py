"""The sheet that makes proposals again in a later year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.usulan import ops
from sipokat_desktop.modules.usulan.model import Usulan
from ui.kit.dialog import Sheet
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work
from ui.kit.formulir import buka as buka_formulir
from ui.kit.host import Host

from . import text_lembar as text


def buka(
    parent: QWidget, host: Host, tahun: int, semua: Sequence[Usulan], *, selesai: Callable[[str], object]
) -> Sheet:  # fmt: skip
    """Ask for the year and make proposals of ``tahun`` again in it: ``semua``, or all that are not finished.

    ``selesai`` gets the id of the first new one.
    """
    ids = [u.usulan_id for u in semua]
    lingkup = semua[0].lingkup if semua else host.lingkup
    tujuan = ""

    def kerja(nilai: Nilai) -> Work:
        nonlocal tujuan
        tujuan = nilai["tahun"]
        return partial(ops.usulkan_lagi, host.store, lingkup, tahun, periode.baca_tahun(tujuan), ids)

    def kata(baru: object) -> str:
        assert isinstance(baru, list)
        return text.DIUSULKAN_LAGI.format(n=len(baru), tahun=tujuan)

    def beres(baru: object) -> None:
        assert isinstance(baru, list)
        selesai(str(baru[0]))

    isian = Isian("tahun", text.L_KE, Jenis.ANGKA, contoh=str(tahun + 1), wajib=True)
    f = Formulir(
        text.LAGI_JUDUL, (isian,), kerja, kata, {"tahun": str(tahun + 1)}, utama=text.LAGI_UTAMA, sub=_sub(semua, tahun)
    )  # fmt: skip
    return buka_formulir(parent, host, f, selesai=beres)


def _sub(semua: Sequence[Usulan], tahun: int) -> str:
    if not semua:
        return text.LAGI_SUB_SEMUA.format(tahun=tahun)
    return text.LAGI_SUB.format(judul=semua[0].judul) if len(semua) == 1 else text.LAGI_SUB_N.format(n=len(semua))
