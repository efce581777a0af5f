"""What waits on Vaksinasi, and the figure of Beranda: the programme used last."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.vaksinasi import queries
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.sekilas import sekilas
from ui.kit.days import panjang
from ui.kit.host import Angka, Host, Tugas

from . import text
from .kata import persen, umur


def _program(host: Host) -> str:
    return next(iter(queries.program(host.store.reader(), host.wilayah)), vaksinasi.PROGRAM)


def angka(host: Host) -> list[Angka]:
    """Return the share of first doses with its whole."""
    program, con = _program(host), host.store.reader()
    c = sekilas(con, lingkup=host.wilayah, program=program, hari=host.today.isoformat())
    judul = text.KARTU_PROGRAM.format(program=program)
    if not c.sasaran:
        return [Angka(judul, "0", text.KARTU_BELUM)]
    kata = text.KARTU_DOSIS.format(n=rupiah.titik(c.dosis1), semua=rupiah.titik(c.sasaran))
    return [Angka(judul, persen(c, "dosis1"), kata)]


def tugas(host: Host) -> Sequence[Tugas]:
    """Return the tasks, each leading to the rows it counts; an office above only reads them."""
    if host.larangan("vaksinasi_catatan"):
        return ()
    con, hari, program = host.store.reader(), host.today.isoformat(), _program(host)
    celah = queries.celah(con, kantor=host.kantor, program=program, hari=hari)
    terbaru = sekilas(con, lingkup=host.wilayah, program=program, hari=hari).terbaru
    n = umur(terbaru, hari) if terbaru else 0
    semua = (
        [Tugas(text.TUGAS_BASI.format(program=program, tanggal=panjang(terbaru), n=n), "basi")]
        if n > queries.BASI_HARI
        else []
    )
    for jenis, kata in (("periksa", text.TUGAS_PERIKSA), ("kosong", text.TUGAS_KOSONG)):
        ada = sum(c.jenis == jenis for c in celah)
        semua += [Tugas(kata.format(n=ada, program=program), jenis)] if ada else []
    return semua


def cari(host: Host) -> list[tuple[str, str]]:
    """Return every programme, for Ctrl+K."""
    semua = queries.program(host.store.reader(), host.wilayah)
    return [(text.CARI_PROGRAM.format(program=satu), f"program:{satu}") for satu in semua]
