"""What module usulan says on the Lembar rakor: the open proposals by category and status, and what they would cost."""

from __future__ import annotations

from sipokat_desktop.kernel import persen, rupiah, wilayah
from sipokat_desktop.storage.briefing import Asked, Bar, Figure, Section
from sipokat_desktop.storage.sqlite import Connection

from . import queries
from . import text_rakor as text
from .model import Ringkasan

_URUTAN = 30
_JUTA, _MILIAR = 1_000_000, 1_000_000_000


def bagian(con: Connection, asked: Asked) -> tuple[Section, ...]:
    """Return the section of this module: how the proposals stand now, whatever the days asked for."""
    return (susun(queries.ringkasan(con, lingkup=wilayah.kelurahan_dari(asked.scope)), text.SEMUA),)


def susun(r: Ringkasan, kata: text.Kata) -> Section:
    """Return figures of proposals as a section, in these words."""
    kosong = Section("usulan", kata.judul, definitions=kata.definisi, newest=r.terbaru, rank=_URUTAN)
    if not r.semua:
        return kosong._replace(said=(kata.belum,), definitions=())
    if not r.terbuka:
        return kosong._replace(said=(text.SELESAI.format(n=rupiah.titik(r.semua)),))
    status = ", ".join(text.STATUS.format(status=a.kata, n=rupiah.titik(a.n)) for a in r.per_status)
    return kosong._replace(
        bars=_kategori(r), bars_title=text.PER_KATEGORI, figures=_angka(r, kata.dari),
        said=(text.PER_STATUS.format(isi=status),),
    )  # fmt: skip


def _kategori(r: Ringkasan) -> tuple[Bar, ...]:
    bagi = persen.bagi([a.n for a in r.per_kategori])
    semua = rupiah.titik(r.terbuka)
    return tuple(
        Bar(a.kata, a.n, r.terbuka, text.BAGIAN.format(persen=persen.kata(p, a.n, r.terbuka), n=a.n, dari=semua))
        for a, p in zip(r.per_kategori, bagi, strict=True)
    )


def _angka(r: Ringkasan, dari: str) -> tuple[Figure, ...]:
    terbuka = Figure(rupiah.titik(r.terbuka), text.TERBUKA, dari.format(n=rupiah.titik(r.semua)))
    if not r.biaya_terbuka:
        return (terbuka,)
    return (terbuka, Figure(ringkas(r.biaya_terbuka), text.BIAYA, text.BIAYA_RINCI))


def ringkas(jumlah: int) -> str:
    """Return an estimate (rupiah) as people say it: ``Rp12,4 miliar``, ``Rp950 juta``; rounded down to a tenth."""
    for satuan, pola in ((_MILIAR, text.MILIAR), (_JUTA, text.JUTA)):
        if jumlah >= satuan:
            utuh, pecah = divmod(jumlah * 10 // satuan, 10)
            return pola.format(n=rupiah.titik(utuh) + (f",{pecah}" if pecah else ""))
    return rupiah.uang(jumlah)
