"""Photos on their way to reports: made ready one after another behind the entry, added to their report when it is
saved, kept in the settings until then, so that nothing waits for them and a power cut loses none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.laporan import ops
from sipokat_desktop.modules.laporan.model import FotoBaru
from sipokat_desktop.storage.store import Store
from ui.kit.host import Host
from ui.kit.jobs import Job
from ui.kit.pena import Pena

from . import text_foto as text

Sumber = Path | bytes
"""A file, or a picture that was pasted."""
SETELAN = "draf.laporan.foto"
_JEDA_MS = 300


class Ditolak(NamedTuple):
    """A file that is no photo, and why."""

    nama: str
    sebab: str


class Kelompok:
    """The photos of one report (or of one activity of several RT): those still to be made ready and those that are."""

    def __init__(self, ids: Sequence[str] = ()) -> None:
        self.ids = tuple(ids)
        self.sendiri = bool(ids)
        """Whether it was added to reports that were there already, so that adding is told."""
        self.antre: list[Sumber] = []
        self.siap: list[FotoBaru] = []
        self.menambah = False
        self.ditolak: list[str] = []
        """The files that were refused, by name."""
        self._ikut = 0

    def ikut(self) -> list[FotoBaru]:
        """Return the photos that are ready now and go with the report itself."""
        self._ikut = len(self.siap)
        return self.siap[: self._ikut]

    def tersimpan(self, ids: Sequence[str]) -> None:
        """Take over which reports it is about; those that went with them are done."""
        self.ids = tuple(ids)
        del self.siap[: self._ikut]
        self._ikut = 0

    @property
    def kosong(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.antre or self.siap)


class AntreFoto(QObject):
    """One for the window; ``berubah`` comes at each step, ``ditolak`` with a file that was refused."""

    berubah = Signal()
    ditolak = Signal(object)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._host = host
        self.kini = Kelompok()
        self._lain: list[Kelompok] = []
        self._kerja: Job | None = None
        self._pena = Pena.ambil(host, SETELAN)
        self._jeda = QTimer(self, singleShot=True, interval=_JEDA_MS)
        self._jeda.timeout.connect(self._catat)
        self.berubah.connect(self._jeda.start)
        host.jobs.menutup.connect(self.tutup)
        self._bawa_kembali()

    @classmethod
    def dari(cls, host: Host) -> AntreFoto:
        """Return the one of the window, made when it is first needed."""
        ada = host.findChild(cls)
        return ada if ada is not None else cls(host)

    @property
    def menunggu(self) -> int:
        """How many photos are still to be made ready or added."""
        return sum(len(k.antre) + (len(k.siap) if k.ids else 0) for k in (*self._lain, self.kini))

    @property
    def diproses(self) -> int:
        """How many photos are still to be made ready."""
        return sum(len(k.antre) for k in (*self._lain, self.kini))

    def masuk(self, semua: Sequence[Sumber], ids: Sequence[str] = ()) -> None:
        """Take photos in: for these reports, or for the one that is being filled in."""
        kelompok = self.kini
        if ids:
            kelompok = Kelompok(ids)
            self._lain.append(kelompok)
        kelompok.antre += semua
        self.berubah.emit()
        self._jalan()

    def lepas(self) -> Kelompok:
        """Take the photos of the report that is being saved out; those that are ready go with it."""
        dipakai, self.kini = self.kini, Kelompok()
        self._lain.append(dipakai)
        return dipakai

    def tersimpan(self, kelompok: Kelompok, ids: Sequence[str]) -> None:
        """Say that a report was saved with the photos that were ready; the rest follows when it is."""
        kelompok.tersimpan(ids)
        self._rapikan(kelompok)

    def kembalikan(self, kelompok: Kelompok) -> None:
        """Say that the report was not saved: its photos wait on."""
        self._lain.remove(kelompok)
        self.pasang(kelompok)

    def buang(self) -> Kelompok:
        """Take all photos off the report that is being filled in; returns them, for :meth:`pasang`."""
        dibuang, self.kini = self.kini, Kelompok()
        self.berubah.emit()
        return dibuang

    def pasang(self, kelompok: Kelompok) -> None:
        """Put photos that were taken off before those of the report that is being filled in."""
        kelompok.antre += self.kini.antre
        kelompok.siap += self.kini.siap
        self.kini = kelompok
        self.berubah.emit()
        self._jalan()

    # making ready

    def _jalan(self) -> None:
        if self._kerja is not None:
            return
        kelompok = next((k for k in (*self._lain, self.kini) if k.antre), None)
        if kelompok is None:
            return
        sumber = kelompok.antre[0]
        self._kerja = self._host.jobs.run(
            siapkan, self._host.store, sumber, apa=text.MENYIAPKAN, owner=self,
            done=partial(self._siap, kelompok, sumber), failed=partial(self._gagal, kelompok, sumber),
        )  # fmt: skip

    def _siap(self, kelompok: Kelompok, sumber: Sumber, foto: FotoBaru) -> None:
        self._kerja = None
        if sumber in kelompok.antre:
            kelompok.antre.remove(sumber)
            kelompok.siap.append(foto)
        self._rapikan(kelompok)
        self._jalan()

    def _gagal(self, kelompok: Kelompok, sumber: Sumber, error: Exception) -> None:
        self._kerja = None
        if sumber in kelompok.antre:
            kelompok.antre.remove(sumber)
        if isinstance(error, Gangguan):
            self._host.tell(error)
        sebab = error.pesan if isinstance(error, InputSalah | Gangguan) else str(error)
        kelompok.ditolak.append(nama(sumber))
        self.ditolak.emit(Ditolak(nama(sumber), sebab))
        self._rapikan(kelompok)
        self._jalan()

    def _rapikan(self, kelompok: Kelompok) -> None:
        """Add what is ready to a saved report once all of its photos are; forget what is done."""
        if kelompok.ids and not kelompok.antre and kelompok.siap and not kelompok.menambah:
            kelompok.menambah = True
            self._tambah(kelompok, kelompok.ids)
        if kelompok.ids and kelompok.kosong and kelompok in self._lain:
            self._lain.remove(kelompok)
        self.berubah.emit()

    def _tambah(self, kelompok: Kelompok, ids: Sequence[str]) -> None:
        """Add the photos to one report after another; what was added already is left out by the act itself."""
        if not ids:
            kelompok.menambah, kelompok.siap = False, []
            self._rapikan(kelompok)
            return

        def lanjut(_hasil: object = None) -> None:
            self._tambah(kelompok, ids[1:])

        def gagal(error: Exception) -> None:
            self._host.tell(InputSalah("foto", text.LAPORAN_HILANG) if _hilang(self._host, ids[0]) else error)
            if isinstance(error, Gangguan):
                kelompok.menambah = False
            else:
                lanjut()

        kerja = partial(ops.tambah_foto, self._host.store, ids[0], tuple(kelompok.siap))
        said = text.DITAMBAH.format(n=len(kelompok.siap)) if kelompok.sendiri else ""
        self._host.act(kerja, said=said, done=lanjut, failed=gagal, owner=self, doing=text.MENYIAPKAN)

    # over a restart

    def _isi(self) -> str:
        semua = [k for k in (*self._lain, self.kini) if not k.kosong]
        return json.dumps([_tulis(k) for k in semua]) if semua else ""

    def _catat(self) -> None:
        self._pena.tulis(self._isi())

    def _bawa_kembali(self) -> None:
        for satu in json.loads(self._pena.mau) if self._pena.mau else ():
            kelompok = _baca(satu)
            if kelompok.ids:
                self._lain.append(kelompok)
            else:
                self.kini = kelompok
        if self._pena.mau:
            QTimer.singleShot(0, self, self._lanjutkan)

    def _lanjutkan(self) -> None:
        for kelompok in (*self._lain,):
            self._rapikan(kelompok)
        self._jalan()

    def tutup(self) -> None:
        """The window goes: keep what was pasted as photos at once, and note the rest for the next time."""
        self._jeda.stop()
        for kelompok in (*self._lain, self.kini):
            _simpan_tempelan(self._host.store, kelompok)
        self._pena.tulis_sekarang(self._isi())


def siapkan(store: Store, sumber: Sumber) -> FotoBaru:
    """Make a photo ready; on any thread. Raises InputSalah for what is no photo or is gone."""
    if isinstance(sumber, Path) and not sumber.is_file():
        raise InputSalah("foto", text.HILANG.format(nama=sumber.name))
    try:
        return ops.siapkan_foto(store, sumber)
    except OSError as exc:
        raise InputSalah("foto", text.TIDAK_TERBACA.format(nama=nama(sumber))) from exc


def _hilang(host: Host, laporan_id: str) -> bool:
    return host.store.reader().execute("SELECT 1 FROM laporan_kegiatan WHERE id = ?", (laporan_id,)).fetchone() is None


def nama(sumber: Sumber) -> str:
    """Return what people call a photo that came in."""
    return sumber.name if isinstance(sumber, Path) else text.TEMPELAN


def _simpan_tempelan(store: Store, kelompok: Kelompok) -> None:
    for sumber in [satu for satu in kelompok.antre if isinstance(satu, bytes)]:
        kelompok.antre.remove(sumber)
        with suppress(InputSalah, Gangguan):  # nobody is there to be told: what is no photo is dropped
            kelompok.siap.append(siapkan(store, sumber))


def _tulis(k: Kelompok) -> dict[str, object]:
    berkas = [str(satu) for satu in k.antre if isinstance(satu, Path)]
    return {"ids": k.ids, "berkas": berkas, "siap": [list(satu) for satu in k.siap]}


def _baca(isi: dict[str, list[str]]) -> Kelompok:
    kelompok = Kelompok(isi["ids"])
    kelompok.antre = [Path(satu) for satu in isi["berkas"]]
    kelompok.siap = [FotoBaru(*satu) for satu in isi["siap"]]
    return kelompok
