"""What is assumed, made into a component that exists in memory alone."""

from __future__ import annotations

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah

from . import kinerja, text
from . import text_simulasi as kata
from .rules import Aturan, Komponen, Tarif
from .simulasi_hasil import Andaian, AturanBaru


def periksa(andaian: Andaian) -> None:
    """Raise InputSalah for an assumption that no act would accept."""
    for satu in (andaian.dari, andaian.sampai, *(t.mulai for t in andaian.tarif)):
        if len(periode_.baca(satu, "dari").bulan) != 1:
            raise InputSalah("dari", kata.PERIODE_TERBALIK)
    periode_.gabung(andaian.dari, andaian.sampai, "sampai")
    if any(t.jumlah <= 0 for t in andaian.tarif):
        raise InputSalah("jumlah", kata.TARIF_SALAH)
    _periksa_pajak(andaian)
    if andaian.aturan is not None:
        periode_.baca(andaian.aturan.mulai, "mulai")
        if andaian.aturan.ukuran not in text.UKURAN_KINERJA:
            raise InputSalah("ukuran", kata.UKURAN_SALAH)
        if andaian.aturan.pita:
            kinerja.periksa_pita(kinerja.urai_pita(andaian.aturan.pita))


def _periksa_pajak(andaian: Andaian) -> None:
    if andaian.pajak is not None and not 0 <= andaian.pajak <= rupiah.SERATUS_PERSEN:
        raise InputSalah("pajak", kata.PAJAK_SALAH)
    if andaian.hari_acuan not in (None, 0, 1, 15):
        raise InputSalah("hari_acuan", kata.HARI_SALAH)
    if andaian.skema is not None and andaian.skema not in text.SKEMA:
        raise InputSalah("skema", kata.SKEMA_SALAH)


def andaikan(k: Komponen, andaian: Andaian, lingkup: str) -> Komponen:
    """Return the component as it would be after saving an assumption in ``lingkup``."""
    milik = lingkup if k.terbuka and k.lingkup != lingkup else k.lingkup
    mulai = {t.mulai: t for t in andaian.tarif}
    lama = tuple(t for t in k.tarif if not (t.mulai in mulai and (t.lingkup or k.lingkup) == milik))
    baru = tuple(Tarif(t.mulai, None, t.jumlah, "", milik) for t in mulai.values())
    return k._replace(
        tarif=tuple(sorted((*lama, *baru), key=lambda t: t.mulai)),
        skema=k.skema if andaian.skema is None else andaian.skema,
        pajak=k.pajak if andaian.pajak is None else andaian.pajak,
        hari_acuan=k.hari_acuan if andaian.hari_acuan is None else andaian.hari_acuan,
        aturan=_aturan(k.aturan, andaian.aturan),
    )


def _aturan(lama: tuple[Aturan, ...], baru: AturanBaru | None) -> tuple[Aturan, ...]:
    if baru is None:
        return lama
    if baru.pita:
        versi = max((a.versi for a in lama), default=0) + 1
        tetap = tuple(a for a in lama if a.mulai < baru.mulai)
        return (*tetap, Aturan("", versi, baru.mulai, None, baru.ukuran, kinerja.urai_pita(baru.pita), ""))
    akhir = periode_.geser(baru.mulai, -1)
    return tuple(a._replace(sampai=min(a.sampai, akhir) if a.sampai else akhir) for a in lama if a.mulai < baru.mulai)
