"""What the pages of F3 share, of a kecamatan and of the city: what they say where no list is locked."""

from __future__ import annotations

from typing import NamedTuple

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.modules.insentif.rekap import RekapKecamatan

from . import text_siap as text


class Kosong(NamedTuple):
    """Why there is nothing to add up: a title, sentences, and the triwulan (code, name) that holds something where
    months are paid by it."""

    judul: str
    kata: tuple[str, ...]
    triwulan: tuple[str, str] | None


def kosong(isi: RekapKecamatan) -> Kosong | None:
    """Say why F3 is empty; None where a locked list says something."""
    if isi.jumlah.terisi:
        return None
    p = periode.baca(isi.periode)
    hitung = (
        (text.KOSONG_BELUM_DIBUAT, sum(b.kurang == text.BELUM_DIBUAT for b in isi.baris)),
        (text.KOSONG_BELUM_DIKUNCI, sum(b.kurang == text.BELUM_DIKUNCI for b in isi.baris)),
        (text.KOSONG_LUAR, luar := sum(bool(b.luar) for b in isi.baris)),
    )
    kata = tuple(pola.format(n=rupiah.titik(n)) for pola, n in hitung if n) or (text.KOSONG_TANPA_RT,)
    tw = periode.triwulan(periode.hari_pertama(p.bulan[0]))
    return Kosong(text.KOSONG.format(periode=p.nama), kata, (tw.kode, tw.nama) if luar and tw != p else None)
