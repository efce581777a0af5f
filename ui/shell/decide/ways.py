"""The ways out of a double claim or a doubt that the module offers: a button each, a sheet with what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.storage import answers, deciding, joint, users
from sipokat_desktop.storage import answers_text as kata
from sipokat_desktop.storage.decision import Decision
from sipokat_desktop.storage.joint import Joint
from sipokat_desktop.storage.manifest import Ask, WayOut
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host

from . import text

KINDS = {"teks": Jenis.PANJANG, "singkat": Jenis.TEKS, "tanggal": Jenis.TANGGAL, "pilihan": Jenis.PILIHAN}


def ask(
    parent: QWidget, host: Host, d: Decision, entry: str, ke: int, way: WayOut, serta: Joint | None = None
) -> None:  # fmt: skip
    """Ask what a way out needs, and take it; ``ke`` is the number of the entry, 0 where it is about one row.

    ``serta``: what may be settled with it by the same answers, in the same act.
    """
    isi = Form([_isian(host, satu, entry) for satu in way.asks])
    catatan = answers.other_needed(host.store.tables, d, entry, by=host.store.user, head=users.head_here(host.store))
    judul = text.GANDA_JUDUL.format(jalan=way.verb, ke=ke) if ke else way.verb
    sub = " ".join(filter(None, (way.meaning, _kata(serta), catatan)))
    sheet = Sheet(judul, isi, sub=sub, utama=text.GANDA_SIMPAN, lebar=520, parent=parent)
    hari = next((satu.name for satu in way.asks if satu.kind == "tanggal"), "")
    if hari:
        isi.isi({hari: tanggal.pendek(host.today)})

    def gagal(error: Exception) -> None:
        sheet.gagal(error, isi=isi)

    def simpan(entries: Sequence[str]) -> None:
        sheet.sibuk(True)
        if d.aturan:
            work = partial(deciding.settle, host.store, d, way.key, isi.nilai())
        else:
            work = partial(deciding.take_back_all, host.store, d.tabel, entries, way.key, isi.nilai())
        pola = kata.GANDA_SELESAI if len(entries) == 1 else text.BERSAMA_SELESAI
        said = pola.format(jalan=way.verb, n=len(entries))
        host.act(work, said=said, done=lambda _v: sheet.accept(), failed=gagal, owner=sheet)

    def simpan_semua() -> None:
        if serta and sheet.utama.isEnabled() and isi.periksa():
            simpan(serta.entries)

    sheet.disimpan.connect(partial(simpan, (entry,)))
    if serta:
        sheet.tambah_tombol(Aksi(text.GANDA_SEMUA.format(n=len(serta.entries)), simpan_semua, "Ctrl+Shift+S"))
    sheet.open()
    isi.fokus()


def bersama(host: Host, semua: Iterable[Decision], d: Decision, entry: str, way: WayOut) -> Joint | None:
    """Return what of ``semua`` may be settled with ``entry``, None where it stands alone or is asked month by month."""
    if not joint.same_for_all(way):
        return None
    con, tables = host.store.reader(), host.store.tables
    grup = joint.beside(con, tables, [*semua], d)
    return joint.joint(con, tables, grup, entry) if len(grup) > 1 else None


def _kata(serta: Joint | None) -> str:
    if serta is None:
        return ""
    bulan = ", ".join(serta.labels)
    return text.GANDA_BERSAMA.format(n=len(serta.entries), bulan=bulan, jumlah=rupiah.uang(serta.amount))


def _isian(host: Host, ask: Ask, entry: str) -> Isian:
    pilihan = tuple(ask.choices(host.store.reader(), entry)) if ask.choices else ()
    bantuan = kata.BULAN_HABIS if ask.choices and not pilihan else ""
    return Isian(ask.name, ask.label, KINDS[ask.kind], ask.example, ask.required, bantuan, pilihan)
