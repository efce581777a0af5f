"""The result of a simulation as table rows and sentences."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.modules.insentif.simulasi import Dampak, Simulasi
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text

_KANAN = Rata.KANAN
KOLOM_BULAN = tuple(
    Kolom(judul, judul, stretch=0 if ke else 1, rata=_KANAN if ke else Rata.KIRI)
    for ke, judul in enumerate(text.KOLOM_BULAN)
)
KOLOM_RT = tuple(
    Kolom(judul, judul, lebar, stretch, _KANAN if 2 <= ke <= 4 else Rata.KIRI)
    for ke, (judul, lebar, stretch) in enumerate(
        zip(text.KOLOM_RT, (0, 120, 0, 0, 0, 150), (0, 2, 0, 0, 0, 3), strict=True)
    )
)


def selisih(n: int) -> str:
    """Return a difference with its sign: ``+200.000``, ``−50.000``, ``0``."""
    return f"+{rupiah.titik(n)}" if n > 0 else f"−{rupiah.titik(-n)}" if n else "0"


def baris_bulan(s: Simulasi) -> list[Baris]:
    """Return a row per month: now, then, the difference, and how many are paid."""
    return [
        Baris(
            b.bulan,
            (
                periode.nama_bulan(b.bulan), rupiah.titik(b.kini), rupiah.titik(b.nanti), selisih(b.selisih),
                _orang(b.orang_kini, b.orang_nanti),
            ),
            (None, None, None, _peran(b.selisih)),
        )
        for b in s.bulan
    ]  # fmt: skip


def _orang(kini: int, nanti: int) -> str:
    return str(kini) if kini == nanti else f"{kini} → {nanti}"


def baris_rt(semua: Sequence[Dampak]) -> list[Baris]:
    """Return a row per term: what it gets now, what it would get, and why."""
    return [
        Baris(
            d.masa_id,
            (
                f"RT {d.nomor_rt}", d.nama, rupiah.titik(d.kini), rupiah.titik(d.nanti), selisih(d.selisih),
                d.sebab or text.TETAP,
            ),
            (None, None, None, None, _peran(d.selisih)),
        )
        for d in semua
    ]  # fmt: skip


def _peran(n: int) -> Role | None:
    return Role.BAIK if n > 0 else Role.SALAH if n < 0 else None


def catatan(s: Simulasi) -> str:
    """Return what else there is to say: the ceiling of each year, the tax, what stands on locked lists."""
    kata = [_pagu(p.tahun, p.pagu, p.nanti, p.lebih) for p in s.pagu]
    if s.pph_kini or s.pph_nanti:
        kata.append(text.PPH.format(kini=rupiah.uang(s.pph_kini), nanti=rupiah.uang(s.pph_nanti)))
    return " ".join([*kata, *s.catatan])


def _pagu(tahun: int, pagu: int | None, nanti: int, lebih: int) -> str:
    if not pagu:
        return text.PAGU_BELUM.format(tahun=tahun)
    ekor = text.PAGU_LEBIH.format(lebih=rupiah.uang(lebih)) if lebih else ""
    return text.PAGU.format(tahun=tahun, pagu=rupiah.uang(pagu), nanti=rupiah.uang(nanti), lebih=ekor)
