"""The papers of one payment list, in the order of the menu: what each is called, its preview, its other files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.storage.sqlite import Connection

from . import text_cetak as text


class Simpan(NamedTuple):
    """A file besides the PDF: words of the menu, suffix (``.xlsx``, ``.csv``), its proposed name, who writes it."""

    kata: str
    akhiran: str
    nama: Callable[[Connection, str], str]
    tulis: Callable[[Connection, str, Path], object]


class Dokumen(NamedTuple):
    """A paper of one list. ``pdf(con, nomor, kertas=, sekarang=, bentuk=)`` returns the very PDF that is printed.

    ``bentuk`` are variants (key, words), the first is the usual one; ``terkunci``: only for a locked list."""

    kunci: str
    judul: str
    pdf: Callable[..., bytes] | None
    bentuk: tuple[tuple[str, str], ...] = ()
    simpan: tuple[Simpan, ...] = ()
    terkunci: bool = False


def _tanda_terima(con: Connection, nomor: str, *, kertas: str, sekarang: int, bentuk: str = "") -> bytes:
    from . import prints

    return prints.pratinjau(con, nomor, sekarang=sekarang, kertas=kertas, lengkap=bentuk == "lengkap")


def _kwitansi(con: Connection, nomor: str, *, kertas: str, sekarang: int, bentuk: str = "") -> bytes:
    from . import kwitansi

    return kwitansi.pratinjau(con, nomor, kertas=kertas, sekarang=sekarang, bentuk=bentuk)


def _kelengkapan(con: Connection, nomor: str, *, kertas: str, sekarang: int, **_bentuk: str) -> bytes:
    from . import kelengkapan

    return kelengkapan.pratinjau(con, nomor, kertas=kertas, sekarang=sekarang)


def _uang(con: Connection, nomor: str, *, kertas: str, sekarang: int, **_bentuk: str) -> bytes:
    from . import uang_cetak

    return uang_cetak.pratinjau(con, nomor, kertas=kertas, sekarang=sekarang)


def _rekap(con: Connection, nomor: str, *, kertas: str, sekarang: int, **_bentuk: str) -> bytes:
    from . import queries, rekap_cetak

    d = queries.cari_daftar(con, nomor)
    return rekap_cetak.rekap_kecamatan(
        con, periode=d.periode, komponen_id=d.komponen_id, lingkup=[d.lingkup], kertas=kertas, sekarang=sekarang
    )


def _tulis_rekap(con: Connection, nomor: str, path: Path) -> object:
    from sipokat_desktop.exporting import workbook
    from sipokat_desktop.printing.output import tulis_utuh

    from . import queries, rekap

    d = queries.cari_daftar(con, nomor)
    isi = rekap.kecamatan(con, periode=d.periode, komponen_id=d.komponen_id, lingkup=[d.lingkup])
    return tulis_utuh(path, lambda berkas: workbook.write(berkas, rekap.tabel_kecamatan(isi)))


def _tulis_daftar(con: Connection, nomor: str, path: Path) -> object:
    from . import tabel_daftar

    return tabel_daftar.tulis(con, nomor, path)


def _tulis_uang(con: Connection, nomor: str, path: Path) -> object:
    from . import uang_cetak

    return uang_cetak.tulis(con, nomor, path)


def _tulis_transfer(con: Connection, nomor: str, path: Path) -> object:
    from . import transfer

    return transfer.tulis(con, nomor, path)


def _nama(pola: str) -> Callable[[Connection, str], str]:
    return lambda _con, nomor: pola.format(nomor=nomor)


DOKUMEN_DAFTAR: tuple[Dokumen, ...] = (
    Dokumen(
        "tanda-terima", text.F1, _tanda_terima, text.F1_BENTUK,
        (Simpan(text.SIMPAN_DAFTAR, ".xlsx", _nama(text.NAMA_DAFTAR), _tulis_daftar),),
    ),
    Dokumen("kwitansi", text.F2, _kwitansi, text.F2_BENTUK, terkunci=True),
    Dokumen(
        "rekap", text.F3, _rekap,
        simpan=(Simpan(text.SIMPAN_REKAP, ".xlsx", _nama(text.NAMA_REKAP), _tulis_rekap),),
    ),
    Dokumen("kelengkapan", text.F4, _kelengkapan),
    Dokumen(
        "uang", text.UANG, _uang, simpan=(Simpan(text.SIMPAN_UANG, ".xlsx", _nama(text.NAMA_UANG), _tulis_uang),)
    ),
    Dokumen(
        "transfer", text.TRANSFER, None, terkunci=True,
        simpan=(
            Simpan(text.SIMPAN_TRANSFER_XLSX, ".xlsx", _nama(text.NAMA_TRANSFER), _tulis_transfer),
            Simpan(text.SIMPAN_TRANSFER_CSV, ".csv", _nama(text.NAMA_TRANSFER), _tulis_transfer),
        ),
    ),
)  # fmt: skip
