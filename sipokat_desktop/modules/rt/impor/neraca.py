"""The balance of an import: read = new + changed + same + skipped, on the screen and as a file."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sipokat_desktop.exporting.separated import SEPARATOR, harmless
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import Gangguan

from . import kata

if TYPE_CHECKING:
    from .rencana import BarisRencana


class Rincian(NamedTuple):
    """What became of one row of the sheet."""

    lembar: str
    baris: int
    sebutan: str
    nasib: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Neraca:
    """The counts; a replacement of a head counts as new, a problem as skipped. ``waktu`` is UTC ms."""

    act_id: str
    berkas: str
    waktu: int
    dibaca: int
    baru: int
    diubah: int
    sama: int
    dilewati: int
    diganti: int
    sumber: Sequence[BarisRencana] = ()

    @property
    def kalimat(self) -> str:
        """The balance in one sentence."""
        return kata.KALIMAT.format(
            dibaca=self.dibaca, baru=self.baru, diubah=self.diubah, sama=self.sama, dilewati=self.dilewati
        )

    @property
    def rincian(self) -> tuple[Rincian, ...]:
        """Every row with what became of it."""
        return tuple(
            Rincian(
                satu.lembar, satu.letak.baris, satu.sebutan, satu.nasib.value,
                " ".join(dict.fromkeys(filter(None, (satu.alasan, *(f"{t.judul}: {t.pesan}" for t in satu.tanda))))),
            )
            for satu in self.sumber
        )  # fmt: skip

    def tulis(self, path: Path) -> None:
        """Write the balance to ``path``: a table for .csv (Excel opens it), otherwise text. NIKs are not in it.

        Raises Gangguan when the place cannot be written.
        """
        isi = self._csv() if path.suffix.lower() == ".csv" else self._teks()
        try:
            path.write_text(isi, encoding="utf-8-sig", newline="")
        except OSError as exc:
            raise Gangguan(kata.NERACA_GAGAL.format(nama=path.name)) from exc

    def _kepala(self) -> list[tuple[str, str]]:
        saat = tanggal.wib(self.waktu)
        return [
            ("Berkas", self.berkas), ("Waktu", f"{tanggal.panjang(saat.date())} {tanggal.jam_wib(self.waktu)} WIB"),
            ("Dibaca", str(self.dibaca)), ("Baru", str(self.baru)), ("di antaranya ganti ketua", str(self.diganti)),
            ("Diubah", str(self.diubah)), ("Sama", str(self.sama)), ("Dilewati", str(self.dilewati)),
        ]  # fmt: skip

    def _csv(self) -> str:
        tulisan = StringIO()
        penulis = csv.writer(tulisan, delimiter=SEPARATOR, lineterminator="\r\n")
        penulis.writerow([kata.NERACA_JUDUL])
        penulis.writerows((judul, harmless(isi)) for judul, isi in self._kepala())
        penulis.writerow([])
        penulis.writerow(("Lembar", "Baris", "RT dan nama", "Hasil", "Keterangan"))
        penulis.writerows(tuple(harmless(str(satu)) for satu in baris) for baris in self.rincian)
        return tulisan.getvalue()

    def _teks(self) -> str:
        baris = [kata.NERACA_JUDUL, "", *(f"{judul:<26}{isi}" for judul, isi in self._kepala()), ""]
        baris += [
            f"{satu.lembar} baris {satu.baris}: {satu.sebutan} — {satu.nasib}. {satu.keterangan}".rstrip()
            for satu in self.rincian
        ]
        return "\r\n".join(baris) + "\r\n"
