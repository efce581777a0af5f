"""The inputs by which a component is paid for having attended an event, and which of them the form shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sipokat_desktop.modules.insentif import text_acara
from sipokat_desktop.modules.insentif.model import PER
from sipokat_desktop.modules.insentif.rules import Komponen
from sipokat_desktop.storage import entitled
from sipokat_desktop.storage.entitled import Source
from sipokat_desktop.storage.sqlite import Connection
from ui.kit.form import Form, Isian, Jenis
from ui.kit.formulir import Nilai

from . import text

HADIR = "hadir"
BAWAAN = {"menurut": "masa", "per": PER[0]}
_HANYA_ACARA = ("acara", "per", "jumlah", "dasar_hukum")
_PER = Isian("per", text.F_PER, Jenis.PILIHAN, pilihan=tuple(text_acara.PER.items()), wajib=True)


def kunci(sumber: str, asal: str) -> str:
    """Return how an event is named in a choice and in an address: ``source:id``."""
    return f"{sumber}:{asal}"


def terbuka(con: Connection, semua: list[Komponen]) -> list[Source]:
    """Return the events with a day that no component (of ``semua``) pays yet, the latest first."""
    dibayar = {(k.acara.sumber, k.acara.asal) for k in semua if k.acara}
    return [s for s in entitled.sources(con) if s.day and (s.sumber, s.asal) not in dibayar]


def isian_baru(acara: list[Source]) -> tuple[Isian, ...]:
    """Return the inputs of a new component that come before its name; none where there is no event to pay."""
    if not acara:
        return ()
    pilihan = tuple((kunci(s.sumber, s.asal), s.title) for s in acara)
    return (
        Isian("menurut", text.F_MENURUT, Jenis.PILIHAN, pilihan=tuple(text.F_MENURUT_PILIHAN.items()), wajib=True),
        Isian("acara", text.F_ACARA, Jenis.PILIHAN, pilihan=pilihan, wajib=True),
    )


def isian_uang(acara: list[Source]) -> tuple[Isian, ...]:
    """Return the inputs of a new component that come after its name: how often what is paid, on which basis."""
    if not acara:
        return ()
    return (
        _PER,
        Isian("jumlah", text.F_JUMLAH_ACARA, Jenis.RUPIAH, contoh="150.000", wajib=True),
        Isian("dasar_hukum", text.F_DASAR, contoh=text.F_DASAR_CONTOH, bentang=2),
    )


def isian_lama(k: Komponen) -> tuple[Isian, ...]:
    """Return the inputs of a component that pays an event: the event itself stays."""
    return (_PER,) if k.acara else ()


def nilai(isi: Nilai, k: Komponen | None) -> Nilai:
    """Return what the form says as the operation takes it: the event in two parts, nothing of it where none is paid."""
    if k is not None:
        return isi | {"sumber": k.acara.sumber, "asal": k.acara.asal} if k.acara else isi
    if isi.get("menurut") != HADIR:
        return {nama: satu for nama, satu in isi.items() if nama not in ("menurut", *_HANYA_ACARA)}
    sumber, _, asal = isi["acara"].partition(":")
    return {nama: satu for nama, satu in isi.items() if nama != "hari_acuan"} | {"sumber": sumber, "asal": asal}


def pasang(isi: Form, acara: list[Source]) -> None:
    """Let the form show what belongs to the choice, and propose a name for the event chosen."""
    judul = {kunci(s.sumber, s.asal): text.F_ACARA_NAMA.format(judul=s.title) for s in acara}
    isi.field("acara").setMinimumWidth(1)  # a long name is cut short, the form keeps its width
    isi.diubah.connect(partial(_sesuaikan, isi, judul))
    _sesuaikan(isi, judul)


def _sesuaikan(isi: Form, judul: Mapping[str, str]) -> None:
    kini = isi.nilai()
    hadir = kini["menurut"] == HADIR
    for satu in _HANYA_ACARA:
        isi.tampakkan(satu, hadir)
    isi.tampakkan("hari_acuan", not hadir)
    if hadir and kini["acara"] and kini["nama"] in ("", *judul.values()) and kini["nama"] != judul[kini["acara"]]:
        isi.field("nama").isi(judul[kini["acara"]])
