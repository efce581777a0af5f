"""The tables of an event as .xlsx: the participants as they are shown, the figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sipokat_desktop.exporting import workbook
from sipokat_desktop.exporting.workbook import Cell, Column, Kind, Table
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.progress import Progress
from sipokat_desktop.modules.bimtek.model import Kegiatan
from sipokat_desktop.printing.output import tulis_utuh
from ui.kit import berkas
from ui.kit.host import Host

from . import kalimat, sumber
from . import text_surat as text
from .isi import Peserta

if TYPE_CHECKING:
    from .detail import Detail

Baris = Sequence[Sequence[Cell]]


def peserta(detail: Detail, host: Host) -> None:
    """Ask for a file and write the participants into it, as the table shows and sorts them."""
    isi, tampak = detail.isi, detail.tampak()
    sesi = isi.satu_sesi
    awal = [text.EXCEL_JUDUL.format(nama=isi.kegiatan.nama), *((kalimat.sebut(sesi),) if sesi else ())]
    awal += [wilayah.nama_kantor(detail.kelurahan or host.kantor), *detail.saringan_kata()]
    kolom: list[tuple[str, Kind]] = [(judul, "angka" if judul == "No" else "teks") for judul in text.EXCEL_KOLOM]
    kolom += [(kalimat.sebut(s), "teks") for s in isi.sesi]
    baris = [_peserta(ke, p) for ke, p in enumerate(tampak, 1)]
    simpan(detail, host, isi.kegiatan, text.EXCEL_LEMBAR, awal, kolom, baris)


def _peserta(ke: int, p: Peserta) -> list[Cell]:
    kecamatan = wilayah.nama_kecamatan(p.lingkup)
    u = p.undangan
    tanda = [sumber.kata_tanda(k) + (f" ({k.wakil})" if k.wakil else "") for k in p.semua]
    kode = u.kode if u else ""
    return [p.no or ke, kecamatan, p.kelurahan, p.nomor, p.rw, p.nama, p.hp, kode, sumber.keterangan(p), *tanda]


def simpan(
    parent: QWidget, host: Host, k: Kegiatan, lembar: str, judul: Sequence[str], kolom: Sequence[tuple[str, Kind]],
    baris: Baris,
) -> None:  # fmt: skip
    """Ask for a file and write a table into it; the old file stays until the new one is whole."""
    hari = host.today
    lebar = workbook.widths((nama, (b[ke] for b in baris)) for ke, (nama, _) in enumerate(kolom))
    kolom_ = tuple(Column(nama, jenis, satu) for (nama, jenis), satu in zip(kolom, lebar, strict=True))
    keadaan = text.EXCEL_KEADAAN.format(hari=tanggal.panjang(hari))
    tabel = Table(lembar, (*judul, keadaan), kolom_, baris, " · ".join((lembar, k.nama)))

    def tulis(tujuan: Path, *, maju: Progress) -> int:
        return tulis_utuh(tujuan, lambda berkas_: workbook.write(berkas_, tabel, maju))

    nama = text.EXCEL_NAMA.format(apa=lembar.casefold().replace(" ", "-"), hari=hari.isoformat())
    berkas.simpan(parent, host, nama, ".xlsx", tulis, maju=True)
