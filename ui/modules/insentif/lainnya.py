"""The further pages of Insentif: which there are, and what opens each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from sipokat_desktop.modules.insentif import queries, text_acara
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import entitled
from ui.kit.host import Host

from . import text_lain as text

if TYPE_CHECKING:
    from ui.kit.anak import Anak

    from .page import InsentifPage

ACARA = "acara"
"""The key of the list that pays an event: ``acara:source:id``."""
KINERJA = "kinerja"
"""The key of the figures of a month that are taken from the reports: ``kinerja:2026-07``."""
HALAMAN: tuple[tuple[str, str], ...] = (
    ("umur", text.UMUR),
    ("kartu", text.KARTU),
    ("rekap", text.REKAP),
    ("ketetapan", text.KETETAPAN),
    ("simulasi", text.SIMULASI),
    ("audit", text.AUDIT),
    ("saldo", text.SALDO),
)
"""Key and words of each page, in the order of the menu."""


def menu(host: Host, page: InsentifPage) -> list[tuple[str, Callable[[], object]]]:
    """Return the words of the menu *Lainnya* and what each does."""
    return [(kata, partial(buka, kunci, host, page)) for kunci, kata in HALAMAN]


def cari(host: Host) -> list[tuple[str, str]]:
    """Return (words, id) of what Ctrl+K can go to: the card of every RT and former head, and the pages."""
    con = host.store.reader()
    roster = rt.roster(con, lingkup=host.lingkup, hari=host.today)
    kini = {b.masa_id for b in roster}
    kartu_ = {b.jabatan_id: text.KARTU_RT.format(rt=b.nomor, nama=b.nama or "—") for b in roster}
    for m in rt.masa(con, lingkup=host.lingkup):
        if m.masa_id not in kini:
            kartu_[m.masa_id] = text.KARTU_MANTAN.format(rt=m.nomor, nama=m.nama)
    return [
        *((kata, f"lain/{kunci}") for kunci, kata in HALAMAN if kartu_),
        *((kata, f"lain/kartu:{id}") for id, kata in kartu_.items()),
    ]


def buka(kunci: str, host: Host, page: InsentifPage) -> bool:
    """Open a page by its key; False when there is none.

    ``kartu:<id>`` is the card of a post, term or person; behind ``@`` is the page that Esc leads back to.
    """
    awal, _, id = kunci.partition(":")
    if awal == ACARA:
        _uang_acara(id, host, page)
        return True
    if awal == KINERJA:
        _angka_kinerja(id, host, page)
        return True
    if awal not in dict(HALAMAN):
        return False
    page.tampilkan(_anak(awal, id, host))
    return True


def _angka_kinerja(bulan: str, host: Host, page: InsentifPage) -> None:
    """Open the figures of a month beside what the reports say."""
    from .ketetapan.halaman import Ketetapan

    ketetapan = Ketetapan(host)
    page.tampilkan(ketetapan)
    ketetapan.ambil(bulan)


def _uang_acara(acara: str, host: Host, page: InsentifPage) -> None:
    """Open the list that pays an event (``source:id``): where there is none yet the sheet that draws it up, or that
    lays its component down."""
    con = host.store.reader()
    sumber, _, asal = acara.partition(":")
    semua = queries.komponen(con, lingkup=host.lingkup)
    k = next((k for k in semua if k.acara and (k.acara.sumber, k.acara.asal) == (sumber, asal)), None)
    ada = entitled.source(con, sumber, asal)
    if k is None and (ada is None or not ada.day):
        host.messages.perhatian(text_acara.ACARA_TANPA_HARI)
        return
    if k is None:
        from .ketetapan.halaman import Ketetapan

        ketetapan = Ketetapan(host)
        page.tampilkan(ketetapan)
        ketetapan.komponen_baru(acara)
        return
    daftar = [d for d in queries.semua_daftar(con, lingkup=host.lingkup) if d.komponen_id == k.komponen_id]
    hidup = sorted((d for d in daftar if d.keadaan != "batal"), key=lambda d: d.keadaan != "draf")
    if hidup:
        page.buka_daftar(hidup[0].nomor)
    else:
        page.susun(k.nama)


def kartu(host: Host, page: InsentifPage, jabatan_id: str) -> None:
    """Open the card of one RT: what it got, when, from which purse, what is outstanding; Esc leads back here."""
    asal = page.place().removeprefix("lain/")
    buka(f"kartu:{jabatan_id}@{asal}", host, page)


def _anak(kunci: str, id: str, host: Host) -> Anak:
    """Return a page; its code is loaded when it is first asked for."""
    if kunci == "kartu":
        from .kartu.halaman import KartuRT

        kartu_id, _, asal = id.partition("@")
        return KartuRT(host, kartu_id, asal)
    if kunci == "umur":
        from .kartu.umur import BelumDibayar

        return BelumDibayar(host, id)
    return _BUAT[kunci](host)


def _rekap(host: Host) -> Anak:
    from .rekap.halaman import RekapPage

    return RekapPage(host)


def _ketetapan(host: Host) -> Anak:
    from .ketetapan.halaman import Ketetapan

    return Ketetapan(host)


def _simulasi(host: Host) -> Anak:
    from .simulasi.halaman import SimulasiPage

    return SimulasiPage(host)


def _audit(host: Host) -> Anak:
    from .audit.halaman import AuditPage

    return AuditPage(host)


def _saldo(host: Host) -> Anak:
    from .saldo.halaman import SaldoAwal

    return SaldoAwal(host)


_BUAT: Mapping[str, Callable[[Host], Anak]] = {
    "rekap": _rekap, "ketetapan": _ketetapan, "simulasi": _simulasi, "audit": _audit, "saldo": _saldo,
}  # fmt: skip
