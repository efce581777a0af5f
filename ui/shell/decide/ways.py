"""The ways out of a double claim or a doubt that the module offers: a button each, a sheet with what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.storage import answers, deciding, joint, users
from sipokat_desktop.storage import answers_text as kata
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.manifest import Ask, WayOut
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host

from . import text

KINDS = {"teks": Jenis.PANJANG, "singkat": Jenis.TEKS, "tanggal": Jenis.TANGGAL, "pilihan": Jenis.PILIHAN}


UNTUK = "untuk"
"""The input that says how much the answer is for, where that is a choice."""


class Cakupan(NamedTuple):
    """How much one answer may be for: its key, its words, and the entries that it takes."""

    kunci: str
    kata: str
    entri: tuple[str, ...]


def ask(
    parent: QWidget, host: Host, d: Decision, entry: str, ke: int, way: WayOut, cakupan: Sequence[Cakupan] = ()
) -> None:  # fmt: skip
    """Ask what a way out needs, and take it; ``ke`` is the number of the entry, 0 where it is about one row.

    ``cakupan``: for how much it may be taken in one act, the least first.
    """
    isi = Form([*(_isian(host, satu, entry) for satu in way.asks), *_untuk(cakupan)])
    catatan = answers.other_needed(host.store.tables, d, entry, by=host.store.user, head=users.head_here(host.store))
    judul = text.GANDA_JUDUL.format(jalan=way.verb, ke=ke) if ke else way.verb
    sub = f"{way.meaning} {catatan}".rstrip()
    sheet = Sheet(judul, isi, sub=sub, utama=text.GANDA_SIMPAN, lebar=560, parent=parent)
    awal = {satu.name: tanggal.pendek(host.today) for satu in way.asks if satu.kind == "tanggal"}
    isi.isi(awal | ({UNTUK: cakupan[0].kunci} if cakupan else {}))

    def gagal(error: Exception) -> None:
        sheet.gagal(error, isi=isi)

    def simpan() -> None:
        sheet.sibuk(True)
        nilai = isi.nilai()
        untuk = nilai.pop(UNTUK, "")
        entries = next((satu.entri for satu in cakupan if satu.kunci == untuk), (entry,))
        if d.aturan:
            work = partial(deciding.settle, host.store, d, way.key, nilai)
        else:
            work = partial(deciding.take_back_all, host.store, d.tabel, entries, way.key, nilai)
        pola = kata.GANDA_SELESAI if len(entries) == 1 else text.BERSAMA_SELESAI
        said = pola.format(jalan=way.verb, n=len(entries))
        host.act(work, said=said, done=lambda _v: sheet.accept(), failed=gagal, owner=sheet)

    sheet.disimpan.connect(simpan)
    sheet.open()
    isi.fokus()


def cakupan_dari(host: Host, semua: Iterable[Decision], d: Decision, entry: str, way: WayOut) -> list[Cakupan]:
    """Return for how much of ``semua`` a way out may be taken with ``entry``; none where there is nothing to choose."""
    if d.aturan or not joint.same_for_all(way):
        return []
    con, tables, tunggu = host.store.reader(), host.store.tables, [*semua]
    grup = ([d], joint.beside(con, tables, tunggu, d), joint.whole_book(con, tables, tunggu, d))
    pola = (text.UNTUK_SATU, text.UNTUK_BULAN, text.UNTUK_DAFTAR)
    found: list[Cakupan] = []
    for ke, (satu, kata_) in enumerate(zip(grup, pola, strict=True)):
        serta = joint.joint(con, tables, satu, entry)
        if serta and not (found and len(serta.entries) == len(found[-1].entri)):
            isi = {"n": len(serta.entries), "bulan": ", ".join(serta.labels), "orang": serta.people}
            found.append(Cakupan(str(ke), kata_.format(**isi, jumlah=rupiah.uang(serta.amount)), serta.entries))
    return found if len(found) > 1 else []


def _untuk(cakupan: Sequence[Cakupan]) -> list[Isian]:
    pilihan = tuple((satu.kunci, satu.kata) for satu in cakupan)
    return [Isian(UNTUK, text.UNTUK, Jenis.PILIHAN, wajib=True, pilihan=pilihan)] if pilihan else []


def _isian(host: Host, ask: Ask, entry: str) -> Isian:
    pilihan = tuple(ask.choices(host.store.reader(), entry)) if ask.choices else ()
    bantuan = kata.BULAN_HABIS if ask.choices and not pilihan else ""
    return Isian(ask.name, ask.label, KINDS[ask.kind], ask.example, ask.required, bantuan, pilihan)
