"""Saving behind the entry: one report after another in the order they were typed; closing the window loses none."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import Lock
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.laporan import ops
from sipokat_desktop.modules.laporan.model import PilihanRt, Tercatat
from sipokat_desktop.storage.store import Done
from ui.kit import draft
from ui.kit.host import Host
from ui.kit.jobs import Dibatalkan

from . import text_catat as text
from .catat_isian import untuk_engine
from .foto_antre import AntreFoto, Kelompok

DRAF = "laporan.catat"


class Simpanan:
    """A report (or one activity of several RT) on its way to the disk: what was typed, and its photos."""

    def __init__(self, rt: Sequence[PilihanRt], nilai: Mapping[str, str], foto: Kelompok) -> None:
        self.rt, self.nilai, self.foto = tuple(rt), dict(nilai), foto
        self._gembok, self._diambil = Lock(), False

    def ambil(self) -> bool:
        """Return whether the caller is the first one who wants to write it; on any thread."""
        with self._gembok:
            pertama, self._diambil = not self._diambil, True
            return pertama

    def tulis(self, host: Host) -> Done[Tercatat]:
        """Record it, with the photos that are ready now. Raises InputSalah, Gangguan."""
        ids = [rt.jabatan_id for rt in self.rt]
        return ops.catat(host.store, host.lingkup, ids, untuk_engine(self.nilai), foto=tuple(self.foto.ikut()))


Gagal = Callable[[Simpanan, Exception], object]


class Penyimpan(QObject):
    """One for the window: it goes on saving when the entry has been left."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._host, self._antre = host, AntreFoto.dari(host)
        self._nanti: list[Simpanan] = []
        self._kini: Simpanan | None = None
        self._halaman: QWidget | None = None
        self._jadi: Callable[[Tercatat], object] = lambda _hasil: None
        self._tolak: Gagal = lambda _satu, _error: None
        self.banyak = 0
        """How many reports were saved in this sitting."""
        host.jobs.menutup.connect(self._tutup)

    @classmethod
    def dari(cls, host: Host) -> Penyimpan:
        """Return the one of the window, made when it is first needed."""
        ada = host.findChild(cls)
        return ada if ada is not None else cls(host)

    def kabari(self, halaman: QWidget, jadi: Callable[[Tercatat], object], gagal: Gagal) -> None:
        """Tell a page, as long as it is there, what was saved and what was not."""
        self._halaman, self._jadi, self._tolak = halaman, jadi, gagal

    @property
    def _terlihat(self) -> bool:
        return self._didengar and self._halaman is not None and self._halaman.isVisible()

    @property
    def _didengar(self) -> bool:
        return self._halaman is not None and isValid(self._halaman)

    def simpan(self, satu: Simpanan) -> None:
        """Save a report, after those that are still being saved."""
        self._nanti.append(satu)
        self._jalan()

    def _jalan(self) -> None:
        if self._kini is not None or not self._nanti:
            return
        satu = self._kini = self._nanti.pop(0)

        def kerja() -> Done[object]:
            if not satu.ambil():
                raise Dibatalkan
            return cast("Done[object]", satu.tulis(self._host))

        self._host.act(
            kerja, said=partial(self._kata, satu), done=self._tersimpan, failed=self._gagal, owner=self
        )  # fmt: skip

    def _tersimpan(self, hasil: object) -> None:
        assert isinstance(hasil, Tercatat)
        satu, self._kini = self._kini, None
        assert satu is not None
        self.banyak += len(hasil.ids)
        self._antre.tersimpan(satu.foto, hasil.ids)
        if self._didengar:
            self._jadi(hasil)
        self._jalan()

    def _kata(self, satu: Simpanan, hasil: object) -> str:
        assert isinstance(hasil, Tercatat)
        pola = text.TERSIMPAN if len(satu.rt) == 1 else text.TERSIMPAN_BANYAK
        kata = pola.format(rt=satu.rt[0].rt, banyak=len(satu.rt), n=self.banyak)
        if satu.foto.ditolak:
            kata += text.TANPA_FOTO.format(nama=", ".join(satu.foto.ditolak))
        ragu = " ".join(peringatan.kalimat for peringatan in hasil.peringatan)
        return f"{kata} {text.PERHATIKAN.format(kata=ragu)}" if ragu else kata

    def _gagal(self, error: Exception) -> None:
        """Put back what was not saved: into the form, else as the draft that the form begins with."""
        satu, self._kini = self._kini, None
        assert satu is not None
        self._antre.kembalikan(satu.foto)
        if self._didengar:
            self._tolak(satu, error)
        else:
            self._jadikan_draf(satu)
        if not self._terlihat:
            self._host.tell(error)
        self._jalan()

    def _jadikan_draf(self, satu: Simpanan) -> None:
        self._host.store.set_setting(draft.SETELAN + DRAF, json.dumps(satu.nilai))

    def _tutup(self) -> None:
        """The window goes: write here and now what nobody has begun to write, then let the photos be noted."""
        for satu in [*filter(None, (self._kini,)), *self._nanti]:
            if satu.ambil():
                self._sekarang(satu)
        self._nanti.clear()
        self._antre.tutup()

    def _sekarang(self, satu: Simpanan) -> None:
        try:
            self._antre.tersimpan(satu.foto, satu.tulis(self._host).value.ids)
        except (InputSalah, Gangguan) as exc:
            self._jadikan_draf(satu)
            self._host.tell(exc)
