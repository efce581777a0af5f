"""The history of a record: every act that touched it, newest first, with both sides in words, and its undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage import acts, history, naming, sqlite
from sipokat_desktop.storage.history import Entry
from sipokat_desktop.storage.manifest import Table
from sipokat_desktop.storage.store import Store
from ui.kit import text
from ui.kit.beside import table_beside
from ui.kit.buttons import Aksi
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom


class Tindakan(NamedTuple):
    """One act as far as it touched the record: its entries, newest first."""

    act_id: str
    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The entry that gives time and author."""
        return self.entries[0]


class Riwayat(QWidget):
    """Acts at the left, what the chosen one changed at the right; ``gagal`` carries why an undo failed."""

    gagal = Signal(Exception)

    def __init__(self, host: Host, ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host, self._ids = host, tuple(ids)
        self._acts: dict[str, Tindakan] = {}
        self._reasons: dict[str, str] = {}
        self._shown = False
        self._tabel = DataTable((Kolom("k", text.RIWAYAT_KOLOM[0]), *_STRETCHED))
        self._tabel.set_empty(EmptyState(text.RIWAYAT_KOSONG, text.RIWAYAT_KOSONG_ISI))
        self._panel = SidePanel(430)
        self._build()
        self._tabel.selected.connect(self._show)
        host.changed.connect(self._reload)
        self.setFocusProxy(self._tabel)
        self._load()

    def _build(self) -> None:
        line = table_beside(self._tabel, self._panel)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def _reload(self, _changes: object) -> None:
        self._load()

    def _load(self) -> None:
        self._reasons.clear()
        self._acts = {t.act_id: t for t in grouped(history.of_rows(self._host.store.reader(), self._ids))}
        store = self._host.store
        self._tabel.set_rows([Baris(key, _row(store, t)) for key, t in self._acts.items()])
        chosen = self._tabel.current_id() or next(iter(self._acts), "")
        self._tabel.select(chosen)
        self._show(chosen)

    def _show(self, key: str) -> None:
        t = self._acts.get(key)
        set_shown(self._panel, t is not None)
        if t is None:
            return
        store = self._host.store
        judul, sub = _words(store, t), _who(store, t)
        isi = [*lines(store.reader(), store.tables, t.entries, masked=not self._shown)]
        if t.first.synced:
            isi.append(text.RIWAYAT_SINKRON.format(kapan=tanggal.waktu(t.first.synced, store.clock())))
        reason = self._reasons.get(key)
        if reason is None:
            self._ask(key)
        isi += [text.RIWAYAT_MEMERIKSA] if reason is None else [reason] if reason else []
        self._panel.set(judul, sub, isi, self._actions(t, can=reason == ""))

    def _actions(self, t: Tindakan, *, can: bool) -> list[Aksi]:
        take_back = partial(self._host.undo_act, t.act_id, failed=self.gagal.emit)
        undo = Aksi(text.RIWAYAT_URUNGKAN, take_back, "Ctrl+U")
        masked = any(_masks(self._host.store.tables, e) for e in t.entries)
        nik = Aksi(text.SEMBUNYIKAN_NIK if self._shown else text.TAMPILKAN_NIK, self._toggle)
        return [*([undo] if can else []), *([nik] if masked else [])]

    def _toggle(self) -> None:
        self._shown = not self._shown
        self._show(self._tabel.current_id())

    def _ask(self, key: str) -> None:
        """Find out in the background whether an act can be undone: an import touched very many rows."""

        def told(reason: str) -> None:
            self._reasons[key] = reason
            if self._tabel.current_id() == key:
                self._show(key)

        self._host.jobs.run(_reason, self._host.store, key, apa=text.RIWAYAT_MEMERIKSA, done=told, owner=self)


def buka(parent: QWidget, host: Host, ids: Sequence[str], judul: str) -> Sheet:
    """Show the history of the rows ``ids``, which people see as one record, and offer to undo acts of this PC."""
    isi = Riwayat(host, ids)
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(judul, isi, utama=text.TUTUP, shortcut="", lebar=1080, parent=parent)
    sheet.kedua.hide()
    sheet.disimpan.connect(sheet.accept)
    isi.gagal.connect(sheet.gagal)
    sheet.open()
    return sheet


def grouped(entries: Sequence[Entry]) -> list[Tindakan]:
    """Return entries (newest first) by act; what one sync brought is told apart by its author and time."""
    found: dict[tuple[str, str, str, int], list[Entry]] = {}
    for e in entries:
        found.setdefault((e.act_id, e.by, e.origin, e.at), []).append(e)
    return [
        Tindakan(act_id if not some[0].synced else f"{act_id} {some[0].no}", tuple(some))
        for (act_id, *_), some in found.items()
    ]


def lines(con: sqlite.Connection, tables: Mapping[str, Table], entries: Sequence[Entry], *, masked: bool) -> list[str]:
    """Return what entries changed, a line per field: both sides in words, or the content of a new or deleted row."""
    found: list[str] = []
    if all(_gone(tables, e) for e in entries):
        found.append(text.RIWAYAT_DIHAPUS)
    for e in reversed(entries):
        found += [_line(con, tables, e, name, masked=masked) for name in _names(tables, e)]
    return found or [text.RIWAYAT_TETAP]


def _names(tables: Mapping[str, Table], e: Entry) -> list[str]:
    fields = {**e.before, **e.after}
    order = [column.name for column in tables[e.table].columns] if e.table in tables else []
    told = [n for n in fields if e.before.get(n) != e.after.get(n) and naming.told(tables, e.table, n)]
    return sorted(told, key=lambda n: order.index(n) if n in order else len(order))


def _line(con: sqlite.Connection, tables: Mapping[str, Table], e: Entry, name: str, *, masked: bool) -> str:
    isian = naming.field(tables, e.table, name)
    sebelum, sesudah = (
        naming.value(con, tables, (e.table, name), side.get(name), masked=masked) for side in (e.before, e.after)
    )
    gone = _gone(tables, e)
    if not e.before or gone:
        return text.RIWAYAT_BARU.format(isian=isian, sesudah=sebelum if gone else sesudah)
    return text.RIWAYAT_UBAH.format(isian=isian, sebelum=sebelum, sesudah=sesudah)


def _gone(tables: Mapping[str, Table], e: Entry) -> bool:
    """Tell a deletion from the clearing of fields: what a row must have is gone too."""
    needed = [column.name for column in tables[e.table].columns if column.required] if e.table in tables else []
    return bool(e.before) and all(e.before.get(n) is not None and e.after.get(n) is None for n in needed)


def _masks(tables: Mapping[str, Table], e: Entry) -> bool:
    columns = tables[e.table].columns if e.table in tables else ()
    return any(c.mask and (e.before.get(c.name) or e.after.get(c.name)) for c in columns)


def _words(store: Store, t: Tindakan) -> str:
    if not t.first.synced or _own(store, t.first):
        return acts.words(store.modules, t.first.act)
    if all(_gone(store.tables, e) for e in t.entries):
        return text.RIWAYAT_HAPUS_KOTA
    return text.RIWAYAT_UBAH_KOTA if any(e.before for e in t.entries) else text.RIWAYAT_BARU_KOTA


def _own(store: Store, e: Entry) -> bool:
    """Tell whether the city names this PC as the last author of a row: what came then is another one's field."""
    return bool(e.synced) and e.origin == store.identity.label


def _siapa(store: Store, e: Entry) -> str:
    if not e.by or _own(store, e):
        return text.RIWAYAT_KOTA
    return text.RIWAYAT_SIAPA.format(nama=e.by, asal=e.origin) if e.origin else e.by


def _who(store: Store, t: Tindakan) -> str:
    return f"{_siapa(store, t.first)} · {tanggal.waktu(t.first.at, store.clock())}"


def _row(store: Store, t: Tindakan) -> tuple[str, str, str]:
    return tanggal.waktu(t.first.at, store.clock()), _words(store, t), _siapa(store, t.first)


def _reason(store: Store, act_id: str) -> str:
    return history.why_not(store.reader(), store.tables, act_id)


_STRETCHED = tuple(Kolom(judul, judul, stretch=1) for judul in text.RIWAYAT_KOLOM[1:])
