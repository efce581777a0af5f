"""The sheet in which a backup is chosen and looked into before it is put back; also where the store is damaged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian
from ui.kit.jobs import Jobs
from ui.kit.labels import Label, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of

from . import text
from . import text_pulih as kata
from .port import Backups, Found, Inside

SHOWN = 6
"""Kinds of rows that are told, the most numerous first."""


class _Body(QWidget):
    """The backups, what the chosen one holds, and the recovery code where it takes one."""

    def __init__(self) -> None:
        super().__init__()
        self.tabel = DataTable([Kolom(nama, nama, stretch=int(ke == 0)) for ke, nama in enumerate(kata.KOLOM)])
        self.tabel.set_empty(EmptyState(kata.KOSONG, kata.KOSONG_ISI))
        self.isi = Label("", lipat=True)
        self.kode = Form([Isian("kode", text.KUNCI_KODE, contoh=text.KUNCI_CONTOH, bantuan=text.KUNCI_BANTUAN)])
        set_shown(self.kode, False)
        kartu = Card(margin=4, spacing=0)
        kartu.add(self.tabel, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(kartu, 1)
        box.addWidget(self.isi)
        box.addWidget(self.kode)
        self.setMinimumHeight(theme_of(self).px(260))
        self.setFocusProxy(self.tabel)


class RestoreSheet(Sheet):
    """Accepted with ``chosen`` (file, recovery code) once somebody said yes to a backup that was looked into."""

    def __init__(
        self, backups: Backups, jobs: Jobs, clock: Callable[[], int], *, begin_anew: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``begin_anew``: the store is damaged, and this puts it aside to begin anew from the city."""
        self._backups, self._jobs, self._clock, self._begin_anew = backups, jobs, clock, begin_anew
        self.chosen: tuple[Path, str] | None = None
        self._found: dict[str, Found] = {}
        self._inside: Inside | None = None
        self._asked = ("", "")
        self._badan = _Body()
        rusak = begin_anew is not None
        super().__init__(
            kata.RUSAK_JUDUL if rusak else kata.JUDUL, self._badan, sub=kata.RUSAK_SUB if rusak else kata.SUB,
            utama=kata.PULIHKAN, kedua=text.KELUAR, shortcut="", lebar=720, kotor=lambda: False, parent=parent,
        )  # fmt: skip
        self.tambah_tombol(Aksi(kata.PILIH_LAIN, self._choose))
        if rusak:
            self.tambah_tombol(Aksi(text.KUNCI_ANEW, self._ask_anew))
        self._badan.tabel.selected.connect(self._look)
        self._badan.tabel.opened.connect(lambda _id: self._ask())
        self._badan.kode.simpan.connect(lambda: self._look(self._badan.tabel.current_id()))
        self.disimpan.connect(self._ask)
        self._jobs.run(backups.found, apa=kata.MEMBACA, done=self._fill, failed=self.gagal, owner=self)

    def _fill(self, found: Sequence[Found]) -> None:
        self._found = {str(one.file): one for one in found}
        self._show()
        if found:
            self._badan.tabel.select(str(found[0].file))
            self._look(str(found[0].file))

    def _show(self) -> None:
        now = self._clock()
        self._badan.tabel.set_rows(
            [
                Baris(id, (tanggal.waktu(one.made, now), _size(one.size), kata.DI_LUAR if one.away else kata.DI_SINI))
                for id, one in self._found.items()
            ]
        )

    def _choose(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, kata.PILIH_LAIN, str(Path.home()), kata.SARING)
        one = self._backups.chosen(Path(nama)) if nama else None
        if one is not None:
            self._found[str(one.file)] = one
            self._show()
            self._badan.tabel.select(str(one.file))
            self._look(str(one.file))

    def _look(self, id: str) -> None:
        """Read what is in the chosen backup, with the code that was typed."""
        code = self._badan.kode.nilai()["kode"]
        if id not in self._found or self._asked == (id, code):
            return
        self._asked, self._inside = (id, code), None
        self._badan.isi.setText("")
        self.pesan.tutup()
        self._jobs.run(
            self._backups.look, self._found[id].file, code, apa=kata.MEMBACA, owner=self,
            done=lambda inside: self._seen(id, inside), failed=lambda exc: self._refused(id, exc),
        )  # fmt: skip

    def _seen(self, id: str, inside: Inside) -> None:
        if id == self._badan.tabel.current_id():
            self._inside = inside
            self._badan.isi.setText(f"{_words(inside)} {_kept(inside)}".strip())
            self.pas()

    def _refused(self, id: str, error: Exception) -> None:
        if id != self._badan.tabel.current_id():
            return
        self._asked = ("", "")
        if isinstance(error, InputSalah) and error.field == "kode":
            set_shown(self._badan.kode, True)
            self._badan.kode.salah(error)
            self._badan.kode.fokus("kode")
            self.pas()
        else:
            self.gagal(error)

    def _ask(self) -> None:
        one = self._found.get(self._badan.tabel.current_id())
        if one is None:
            self.pesan.perhatian(kata.PILIH_DULU)
        elif self._inside is None:
            self._look(str(one.file))
        else:
            kapan = tanggal.waktu(one.made, self._clock())
            said = kata.YAKIN.format(kapan=kapan, terbawa=_kept(self._inside))
            self.pesan.perhatian(said, Aksi(kata.YA, lambda: self._take(one)), Aksi(kata.TIDAK, self.pesan.tutup))

    def _take(self, one: Found) -> None:
        self.chosen = (one.file, self._badan.kode.nilai()["kode"])
        self.accept()

    def _ask_anew(self) -> None:
        self.pesan.perhatian(text.KUNCI_YAKIN, Aksi(text.KUNCI_YA, self._anew), Aksi(kata.TIDAK, self.pesan.tutup))

    def _anew(self) -> None:
        assert self._begin_anew is not None
        try:
            self._begin_anew()
        except Gangguan as exc:
            self.pesan.gangguan(exc)
        else:
            self.accept()


def carried(n: int) -> str:
    """Say how many changes that were not sent are kept."""
    return kata.TERBAWA.format(n=n) if n else kata.TANPA_TERBAWA


def _kept(inside: Inside) -> str:
    """Say how many changes are kept, and what of them cannot be read."""
    said = carried(inside.carried) if inside.carried or not inside.unread else ""
    return f"{said} {inside.unread}".strip()


def _words(inside: Inside) -> str:
    rows = sorted(inside.rows, key=lambda row: row[1], reverse=True)[:SHOWN]
    if not rows:
        return ""
    said = (
        (kata.ISI_BARIS if here in (there, -1) else kata.ISI_BEDA).format(tabel=label, sana=there, sini=here)
        for label, there, here in rows
    )
    return kata.ISI.format(isi=", ".join(said))


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
