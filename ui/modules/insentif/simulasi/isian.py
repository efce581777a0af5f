"""What is tried: the form, and how it becomes an assumption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import text as insentif
from sipokat_desktop.modules.insentif.simulasi import Andaian, AturanBaru, TarifBaru
from ui.kit.form import Isian, Jenis

from ..baca import persen
from . import text

LANGKAH_PAJAK = ("tidak", "bruto", "separuh", "golongan")
_PENUH = rupiah.SERATUS_PERSEN


def isian(komponen: Sequence[tuple[str, str]], hari: date) -> tuple[Isian, ...]:
    """Return the inputs; ``komponen`` are pairs of id and name."""
    tahun = tuple((str(t), str(t)) for t in range(hari.year - 2, hari.year + 3))
    tetap = ("", text.TETAP)
    skema = tuple((kunci, insentif.SKEMA[kunci]) for kunci in LANGKAH_PAJAK)
    return (
        Isian("komponen", text.KOMPONEN, Jenis.PILIHAN, pilihan=tuple(komponen), wajib=True),
        Isian("tahun", text.TAHUN, Jenis.PILIHAN, pilihan=tahun, wajib=True),
        Isian("jumlah", text.JUMLAH, Jenis.RUPIAH, contoh="750.000"),
        Isian("mulai", text.MULAI, Jenis.PILIHAN, pilihan=bulan(hari.year)),
        Isian("batas", text.BATAS, Jenis.ANGKA, contoh="3"),
        Isian("persen", text.PERSEN, contoh="50"),
        Isian("hari", text.HARI, Jenis.PILIHAN, pilihan=(tetap, *text.HARI_ACUAN.items())),
        Isian("skema", text.SKEMA, Jenis.PILIHAN, pilihan=(tetap, *skema)),
    )


def bulan(tahun: int) -> tuple[tuple[str, str], ...]:
    """Return the months of a year with their names."""
    semua = (f"{tahun}-{b:02d}" for b in range(1, 13))
    return tuple((b, periode.nama_bulan(b)) for b in semua)


def andaian(nilai: Mapping[str, str]) -> Andaian:
    """Return what the form says. Raises InputSalah at the input that is missing or wrong."""
    if not any(nilai[kunci] for kunci in ("jumlah", "batas", "hari", "skema")):
        raise InputSalah("jumlah", text.KOSONG_SEMUA)
    if (nilai["jumlah"] or nilai["batas"]) and not nilai["mulai"]:
        raise InputSalah("mulai", text.LENGKAPI_MULAI)
    tahun = nilai["tahun"]
    return Andaian(
        komponen_id=nilai["komponen"], dari=f"{tahun}-01", sampai=f"{tahun}-12",
        tarif=(TarifBaru(nilai["mulai"], rupiah.baca(nilai["jumlah"], "jumlah")),) if nilai["jumlah"] else (),
        skema=nilai["skema"] or None, hari_acuan=int(nilai["hari"]) if nilai["hari"] else None, aturan=_aturan(nilai),
    )  # fmt: skip


def _aturan(nilai: Mapping[str, str]) -> AturanBaru | None:
    if not nilai["batas"]:
        if nilai["persen"]:
            raise InputSalah("batas", text.LENGKAPI_BATAS)
        return None
    batas = int(nilai["batas"])
    if not batas:
        raise InputSalah("batas", text.LENGKAPI_BATAS)
    try:
        kurang = persen(nilai["persen"] or "0", "persen")
    except InputSalah:
        raise InputSalah("persen", text.PERSEN_SALAH) from None
    return AturanBaru(nilai["mulai"], "laporan", f"0={kurang} {batas}={_PENUH}")
