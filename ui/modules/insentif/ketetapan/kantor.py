"""What an office sets for itself: its signers with their days, the settings of its papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt import ops as rt_ops
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt import text as rt_text
from sipokat_desktop.modules.rt.queries import PejabatBertanggal
from sipokat_desktop.storage.sqlite import Connection
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host
from ui.kit.theme import Role

from . import setelan, text
from .baris import Satu

KUNCI = "kantor"
PENANDA = (
    Isian("nama", text.P_NAMA, contoh=text.P_NAMA_CONTOH, wajib=True),
    Isian("nip", text.P_NIP, contoh=text.P_NIP_CONTOH),
    Isian("pangkat", text.P_PANGKAT, contoh=text.P_PANGKAT_CONTOH),
    Isian("sebutan", text.P_SEBUTAN, contoh=text.P_SEBUTAN_CONTOH),
    Isian("mulai", text.P_MULAI, Jenis.TANGGAL, contoh="1/5/2026", wajib=True),
)


def semua(con: Connection, *, lingkup: str, hari: date) -> list[Satu]:
    """Return the signers, the one of today first in each role, and the settings."""
    ada = rt.semua_pejabat(con, lingkup=lingkup)
    hasil: list[Satu] = []
    for peran, sebutan in text.PERAN.items():
        satu_peran = [p for p in ada if p.peran == peran]
        hasil += [_penanda(p, satu_peran, sebutan, lingkup, hari) for p in satu_peran]
        if not satu_peran:
            hasil.append(Satu("penanda", peran, sebutan, text.P_KOSONG, rinci=text.P_KOSONG_ISI))
    return [*hasil, *setelan.semua(con, lingkup=lingkup)]


def _penanda(p: PejabatBertanggal, semua_: Sequence[PejabatBertanggal], sebutan: str, lingkup: str, hari: date) -> Satu:
    kini = hari.isoformat()
    berikut = min((lain.mulai for lain in semua_ if lain.mulai > p.mulai), default="")
    sampai = p.sampai or berikut
    rinci = " · ".join(filter(None, (p.nama, p.nip, p.pangkat)))
    mulai = tanggal.pendek(date.fromisoformat(p.mulai)) if p.mulai else ""
    berlaku = text.TANGGAL_MULAI.format(mulai=mulai) if p.mulai else ""
    peran = Role.BAIK
    if p.mulai > kini:
        berlaku, peran = text.NANTI.format(rentang=berlaku), Role.AKSEN
    elif sampai and sampai <= kini:
        berlaku, peran = text.LAMPAU.format(rentang=berlaku), Role.REDUP
    return Satu("penanda", f"{p.peran}|{p.mulai}", sebutan, p.nama, berlaku, "", lingkup, peran, rinci)


def arti(satu: Satu) -> str:
    """Return what a row is for."""
    return text.P_ARTI if satu.jenis == "penanda" else setelan.arti(satu.kunci)


def aksi(halaman: QWidget, host: Host, satu: Satu) -> list[Aksi]:
    """Return the buttons of a row."""
    if satu.jenis == "penanda":
        return [Aksi(text.P_UBAH, partial(penanda, halaman, host, satu.kunci.partition("|")[0]))]
    return [Aksi(text.S_UBAH, partial(setelan.ubah, halaman, host, satu.kunci))]


def penanda(parent: QWidget, host: Host, peran: str) -> Sheet:
    """Ask who signs in a role from a day on."""
    sebutan = rt_text.SEMUA_PERAN[peran]
    con = host.store.reader()
    kini = rt.pejabat(con, lingkup=host.lingkup, peran=peran, hari=host.today)
    ada = [p for p in rt.semua_pejabat(con, lingkup=host.lingkup) if p.peran == peran and p.mulai]
    mulai = max((p.mulai for p in ada if p.mulai <= host.today.isoformat()), default="")
    awal = {"nama": kini.nama, "nip": kini.nip, "pangkat": kini.pangkat, "sebutan": kini.sebutan} if kini else {}
    hari = date.fromisoformat(mulai) if mulai else host.today.replace(month=1, day=1)

    def kerja(nilai: Nilai) -> Work:
        return partial(rt_ops.set_pejabat, host.store, host.lingkup, peran, nilai)

    f = Formulir(
        text.P_FORM.format(sebutan=sebutan), PENANDA, kerja, text.P_TERSIMPAN.format(sebutan=sebutan),
        awal | {"mulai": tanggal.pendek(hari)}, f"insentif.penanda.{peran}", sub=text.P_FORM_ISI,
    )  # fmt: skip
    return buka(parent, host, f)
