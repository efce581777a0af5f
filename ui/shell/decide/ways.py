"""The ways out of a double claim or a doubt that the module offers: a button each, a sheet with what it asks."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage import core, deciding
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.manifest import Ask, WayOut
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host

from . import text

KINDS = {"teks": Jenis.PANJANG, "singkat": Jenis.TEKS, "tanggal": Jenis.TANGGAL, "pilihan": Jenis.PILIHAN}


def ways(host: Host, d: Decision) -> tuple[WayOut, ...]:
    """Return the ways out that the module offers; none where each answer settles it by itself."""
    table = host.store.tables[d.tabel]
    if d.aturan:
        return next((doubt.ways() for doubt in table.doubts() if doubt.kind == d.jenis), ())
    return table.ledger.ways() if table.ledger and d.jenis == core.GANDA else ()


def own(host: Host, d: Decision, entry: str) -> bool:
    """Tell whether the person at this PC recorded the entry: another one should decide then (SYNC.md)."""
    return any(c.nilai == entry and c.oleh == host.store.user for c in d.pilihan)


def ask(parent: QWidget, host: Host, d: Decision, entry: str, ke: int, way: WayOut) -> None:
    """Ask what a way out needs, and take it; ``ke`` is the number of the entry, 0 where it is about one row."""
    isi = Form([_isian(host, satu, entry) for satu in way.asks])
    catatan = f" {text.GANDA_LAIN}" if own(host, d, entry) else ""
    judul = text.GANDA_JUDUL.format(jalan=way.verb, ke=ke) if ke else way.verb
    sheet = Sheet(judul, isi, sub=f"{way.meaning}{catatan}", utama=text.GANDA_SIMPAN, lebar=520, parent=parent)
    hari = next((satu.name for satu in way.asks if satu.kind == "tanggal"), "")
    if hari:
        isi.isi({hari: tanggal.pendek(host.today)})

    def gagal(error: Exception) -> None:
        sheet.gagal(error, isi=isi)

    def simpan() -> None:
        sheet.sibuk(True)
        if d.aturan:
            work = partial(deciding.settle, host.store, d, way.key, isi.nilai())
        else:
            work = partial(deciding.take_back, host.store, d.tabel, entry, way.key, isi.nilai())
        said = text.GANDA_SELESAI.format(jalan=way.verb)
        host.act(work, said=said, done=lambda _v: sheet.accept(), failed=gagal, owner=sheet)

    sheet.disimpan.connect(simpan)
    sheet.open()
    isi.fokus()


def _isian(host: Host, ask: Ask, entry: str) -> Isian:
    pilihan = tuple(ask.choices(host.store.reader(), entry)) if ask.choices else ()
    bantuan = text.BULAN_HABIS if ask.choices and not pilihan else ""
    return Isian(ask.name, ask.label, KINDS[ask.kind], ask.example, ask.required, bantuan, pilihan)
