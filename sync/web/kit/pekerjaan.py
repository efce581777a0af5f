"""Work that takes longer than a page may: begun by one request, told by the next ones, its file given away at the end.

What is known of it stands in a folder that all processes of this machine see.
"""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Literal, NamedTuple

from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.errors import Gangguan, SipokatError
from sipokat_desktop.storage.identity import write_atomically

from .kunjungan import Kunjungan

LOG = logging.getLogger("sipokat.web")
SIMPAN_S, MATI_S = 24 * 3600, 120
"""So long (seconds) is the file of finished work kept; so long may work say nothing before it counts as broken off."""
GAGAL = "Pekerjaan ini tidak selesai. Data tetap aman; mulai lagi."

Maju = Callable[[int, int], None]
Kerja = Callable[[Path, Maju], tuple[str, tuple[str, ...]]]
"""Writes a file while saying how far it is; returns the file's name for people, and what is said of it."""


class Keadaan(NamedTuple):
    """How far work is: ``ke`` of ``dari`` steps; at the end the name of its file and what is said of it."""

    id: str
    keadaan: Literal["berjalan", "selesai", "gagal"]
    ke: int = 0
    dari: int = 0
    nama: str = ""
    kata: tuple[str, ...] = ()
    milik: str = ""


class _Berhenti(Exception):
    """The server ends while work is under way."""


class Pekerjaan:
    """The works of one machine; each belongs to the person who began it, and nobody else sees it."""

    def __init__(self, k: Kunjungan, jenis: str) -> None:
        """``jenis`` names the kind of work, in plain letters."""
        self._folder = k.store.folder.parent.parent / f"pekerjaan-{jenis}"
        self._milik, self._store, self._sambilan = k.siapa.id, k.store, k.kantor.sambilan

    def mulai(self, kerja: Kerja) -> str:
        """Begin and return the id; where this person's work is under way already, that one's."""
        self._bersihkan()
        for satu in self._semua():
            if satu.keadaan == "berjalan" and satu.milik == self._milik:
                return satu.id
        awal = Keadaan(ids.new_id(), "berjalan", milik=self._milik)
        (self._folder / awal.id).mkdir(parents=True, mode=0o700)
        self._tulis(awal)
        self._sambilan.mulai("pekerjaan", partial(self._jalan, awal, kerja))
        return awal.id

    def keadaan(self, id: str) -> Keadaan | None:
        """Return how far it is; None where there is none, or it is another person's."""
        satu = self._baca(id)
        return satu if satu is not None and satu.milik == self._milik else None

    def berkas(self, id: str) -> Path:
        """Return the file of finished work."""
        return self._folder / id / "isi"

    def _jalan(self, awal: Keadaan, kerja: Kerja) -> None:
        try:
            nama, kata = kerja(self.berkas(awal.id), partial(self._maju, awal))
            self._tulis(awal._replace(keadaan="selesai", nama=nama, kata=kata))
        except SipokatError as exc:
            self._gagal(awal, exc.lengkap if isinstance(exc, Gangguan) else exc.pesan)
        except Exception as exc:  # noqa: BLE001 — whoever asks is told that it failed; the log knows why
            if not self._sambilan.berhenti.is_set():  # else the server ends, and the store may be closed already
                LOG.error("pekerjaan gagal: %s", type(exc).__name__)
            self._gagal(awal, GAGAL)
        finally:
            self._store.end_reader()

    def _maju(self, awal: Keadaan, ke: int, dari: int) -> None:
        if self._sambilan.berhenti.is_set():
            raise _Berhenti
        self._tulis(awal._replace(ke=ke, dari=dari))

    def _gagal(self, awal: Keadaan, kata: str) -> None:
        """Note that it failed; where not even that can be written, it counts as broken off after a while."""
        try:
            self._tulis(awal._replace(keadaan="gagal", kata=(kata,)))
        except Gangguan as exc:
            LOG.error("keadaan pekerjaan tidak tertulis: %s", type(exc).__name__)

    def _tulis(self, satu: Keadaan) -> None:
        write_atomically(self._folder / satu.id / "keadaan.json", json.dumps(satu._asdict()).encode())

    def _baca(self, id: str) -> Keadaan | None:
        berkas = self._folder / id / "keadaan.json"
        if not re.fullmatch("[0-9a-f-]{36}", id) or not berkas.is_file():
            return None
        isi = json.loads(berkas.read_bytes())
        satu = Keadaan(**{**isi, "kata": tuple(isi["kata"])})
        if satu.keadaan == "berjalan" and time.time() - berkas.stat().st_mtime > MATI_S:
            return satu._replace(keadaan="gagal", kata=(GAGAL,))
        return satu

    def _semua(self) -> list[Keadaan]:
        ada = self._folder.iterdir() if self._folder.is_dir() else ()
        return [satu for satu in (self._baca(folder.name) for folder in ada) if satu is not None]

    def _bersihkan(self) -> None:
        for folder in self._folder.iterdir() if self._folder.is_dir() else ():
            if time.time() - folder.stat().st_mtime > SIMPAN_S:
                rmtree(folder, ignore_errors=True)
