"""The ways out of a double claim or a doubt that the module offers: a button each, a sheet with what it asks."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage import answers, deciding, users
from sipokat_desktop.storage import answers_text as kata
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.manifest import Ask, WayOut
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host

from . import text

KINDS = {"teks": Jenis.PANJANG, "singkat": Jenis.TEKS, "tanggal": Jenis.TANGGAL, "pilihan": Jenis.PILIHAN}


def ask(parent: QWidget, host: Host, d: Decision, entry: str, ke: int, way: WayOut) -> None:
    """Ask what a way out needs, and take it; ``ke`` is the number of the entry, 0 where it is about one row."""
    isi = Form([_isian(host, satu, entry) for satu in way.asks])
    catatan = answers.other_needed(host.store.tables, d, entry, by=host.store.user, head=users.head_here(host.store))
    judul = text.GANDA_JUDUL.format(jalan=way.verb, ke=ke) if ke else way.verb
    sheet = Sheet(
        judul, isi, sub=f"{way.meaning} {catatan}".rstrip(), utama=text.GANDA_SIMPAN, lebar=520, parent=parent
    )
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
        said = kata.GANDA_SELESAI.format(jalan=way.verb)
        host.act(work, said=said, done=lambda _v: sheet.accept(), failed=gagal, owner=sheet)

    sheet.disimpan.connect(simpan)
    sheet.open()
    isi.fokus()


def _isian(host: Host, ask: Ask, entry: str) -> Isian:
    pilihan = tuple(ask.choices(host.store.reader(), entry)) if ask.choices else ()
    bantuan = kata.BULAN_HABIS if ask.choices and not pilihan else ""
    return Isian(ask.name, ask.label, KINDS[ask.kind], ask.example, ask.required, bantuan, pilihan)
