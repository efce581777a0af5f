"""*Tandai sisanya alpa*: who is not recorded in the chosen session is recorded as absent, after a question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.bimtek import hadir_ops
from sipokat_desktop.modules.bimtek.hadir_model import HasilBanyak
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.theme import Role

from . import kalimat, text
from . import text_catat as kata
from .isi import masuk
from .tanya import tanya

if TYPE_CHECKING:
    from .detail import Detail


def buka(detail: Detail, host: Host) -> None:
    """Ask, then record the rest of the chosen session (of the kelurahan that is looked at) as absent."""
    if not detail.tandai.boleh():
        return
    isi, di = detail.isi, detail.kelurahan
    n = sum(masuk(p, text.BELUM) for p in isi.peserta if di in ("", p.lingkup))
    sesi = isi.satu_sesi
    if not n or sesi is None:
        host.messages.info(kata.SISA_NIHIL)
        return
    pola = kata.SISA_KATA_DI if di else kata.SISA_KATA
    kalimat_ = pola.format(n=n, sesi=kalimat.sebut(sesi), lingkup=wilayah.nama(di))
    work = partial(hadir_ops.tandai_sisa, host.store, isi.sesi_id, lingkup=di or host.kantor)
    badan = _isi(kalimat_, belum_lewat=sesi.hari >= isi.hari)
    tanya(detail, host, kata.SISA_JUDUL, badan, utama=kata.SISA_UTAMA.format(n=n), work=work, said=_said)


def _isi(kalimat_: str, *, belum_lewat: bool) -> QWidget:
    isi = QWidget()
    tata = QVBoxLayout(isi)
    tata.setContentsMargins(0, 0, 0, 0)
    tata.addWidget(Label(kalimat_, lipat=True))
    if belum_lewat:
        tata.addWidget(Notice(kata.SISA_BELUM_LEWAT, Role.PERHATIAN))
    for satu in (kata.SISA_AMAN, kata.SISA_SINKRON):
        tata.addWidget(Label(satu, Gaya.KECIL, lipat=True))
    return isi


def _said(hasil: object) -> str:
    return kata.SISA_SELESAI.format(n=hasil.tertulis) if isinstance(hasil, HasilBanyak) else ""
