"""What module vaksinasi says on the Lembar rakor: how far the programme that was recorded last is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sipokat_desktop.kernel import rupiah, tanggal, wilayah
from sipokat_desktop.storage.briefing import Asked, Bar, Section
from sipokat_desktop.storage.sqlite import Connection

from . import queries, text
from . import text_rakor as kata
from .model import Cakupan

_URUTAN = 20
_DOSIS = ("dosis1", "dosis2", "booster")
_PALING_NAMA = 3


def bagian(con: Connection, asked: Asked) -> tuple[Section, ...]:
    """Return the section of this module: the latest figures up to the last day asked for."""
    program = queries.program(con, wilayah.kelurahan_dari(asked.scope))
    if not program:
        return (Section("vaksinasi", kata.JUDUL_UMUM, said=(kata.BELUM,), rank=_URUTAN),)
    cakupan = queries.cakupan(con, kantor=asked.scope, program=program[0], hari=asked.last)
    judul = kata.JUDUL.format(program=program[0])
    if not cakupan.rt_tercatat:
        hari = tanggal.panjang(date.fromisoformat(asked.last))
        return (Section("vaksinasi", judul, said=(kata.BELUM_SAMPAI.format(hari=hari),), rank=_URUTAN),)
    tercatat = kata.TERCATAT.format(n=rupiah.titik(cakupan.rt_tercatat), dari=rupiah.titik(cakupan.rt))
    return (
        Section(
            "vaksinasi",
            judul,
            bars=tuple(
                Bar(text.ISIAN[dosis], getattr(cakupan, dosis), cakupan.sasaran, cakupan.kata(dosis))
                for dosis in _DOSIS
            ),
            framed=True,
            said=(tercatat, *_terendah(con, asked, program[0])),
            definitions=kata.DEFINISI,
            newest=cakupan.terbaru,
            rank=_URUTAN,
        ),
    )


def _terendah(con: Connection, asked: Asked, program: str) -> Sequence[str]:
    """Say which kelurahan is the furthest behind, all of those where several are; nothing where all are
    equally far."""
    if not wilayah.beberapa(asked.scope):
        return ()
    semua = queries.per_kelurahan(con, kantor=asked.scope, program=program, hari=asked.last)
    dinilai = [(permil, c) for c in semua if (permil := c.permil("dosis1")) is not None]
    if len({permil for permil, _ in dinilai}) < 2:
        return ()
    rendah = min(permil for permil, _ in dinilai)
    return (kata.TERENDAH.format(nama=_nama([c for p, c in dinilai if p == rendah]), persen=text.persen(rendah)),)


def _nama(semua: Sequence[Cakupan]) -> str:
    nama = ", ".join(c.nama for c in semua[:_PALING_NAMA])
    lebih = len(semua) - _PALING_NAMA
    return kata.DAN.format(nama=nama, n=lebih) if lebih > 0 else nama
