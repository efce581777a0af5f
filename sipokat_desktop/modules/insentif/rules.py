"""Rules of the incentive, without a store: who is entitled to which month, and what each month pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel import ids, rupiah
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.errors import InputSalah

from . import text, text_susun
from .hak import (
    berhak,
    catatan_masa,
    hak,
    hari_menjabat,
    hitung_bulan,
    menjabat,
    tarif_berlaku,
    tarif_bulan,
)
from .kinerja import aturan_bulan
from .model import (
    Angka,
    Aturan,
    Hak,
    Khusus,
    Komponen,
    Rincian,
    Tarif,
    Temuan,
    Tujuan,
    baca_rincian,
    per_bulan,
    rincian_teks,
    slot,
    slot_baris,
)
from .periksa_aturan import lowong, temuan

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Fields
    from sipokat_desktop.storage.command import CityRow

__all__ = [
    "Angka", "Aturan", "Hak", "Khusus", "Komponen", "Rincian", "Tarif", "Temuan", "Tujuan", "aturan_bulan",
    "baca_rincian", "baris_tarif", "berhak", "catatan_masa", "hak", "hari_menjabat", "hitung_bulan", "id_komponen",
    "lowong", "menjabat", "per_bulan", "rentang_tarif", "rincian_teks", "slot", "slot_baris", "tarif_berlaku",
    "tarif_bulan", "temuan",
]  # fmt: skip


def id_komponen(lingkup: str, nama: str) -> str:
    """Return the id that every computer derives for a component from its scope and first name."""
    return ids.derived_id("insentif_komponen", lingkup, " ".join(nama.split()).casefold())


def baris_tarif(
    lingkup: str, *, nama: str, jumlah: int, mulai: str, dasar_hukum: str, pajak: int | None, sampai: str = "",
    lain: Fields | None = None,
) -> list[CityRow]:  # fmt: skip
    """Return the rows that set a component (``pajak`` in ten-thousandths) and its tariff from a month on.

    Their ids follow from the name and month, so setting the same month again corrects it. ``lain`` are further
    fields of the component; ``pajak`` None leaves the component's tax, day and way of paying as they are.
    Raises InputSalah for an empty name, a tariff that is not positive, a month that is none or a wrong tax.
    """
    from sipokat_desktop.storage.command import CityRow

    bersih = " ".join(nama.split())
    if not bersih:
        raise InputSalah("komponen", text.NAMA_KOMPONEN)
    if jumlah <= 0:
        raise InputSalah("jumlah", text.JUMLAH_TARIF)
    if pajak is not None and not 0 <= pajak <= rupiah.SERATUS_PERSEN:
        raise InputSalah("pajak", text.PERSEN_SALAH)
    bulan, akhir = rentang_tarif(mulai, sampai)
    komponen_id = id_komponen(lingkup, bersih)
    biasa: Fields = {} if pajak is None else {"pajak": pajak, "hari_acuan": 1, "cara": "tunai"}
    isi: Fields = {
        "komponen_id": komponen_id, "mulai": bulan, "sampai": akhir, "jumlah": jumlah,
        "dasar_hukum": dasar_hukum or None,
    }  # fmt: skip
    return [
        CityRow("insentif_komponen", komponen_id, {"nama": bersih} | biasa | (lain or {})),
        CityRow(
            "insentif_tarif",
            ids.derived_id("insentif_tarif", komponen_id, bulan),
            isi,
        ),
    ]


def rentang_tarif(mulai: str, sampai: str) -> tuple[str, str | None]:
    """Return the first and last month as ``YYYY-MM`` (None: open); raise InputSalah for ``mulai`` or ``sampai``."""
    awal = periode_.baca(mulai, "mulai").bulan[0]
    if not sampai.strip():
        return awal, None
    akhir = periode_.baca(sampai, "sampai").bulan[-1]
    if akhir < awal:
        raise InputSalah("sampai", text_susun.SAMPAI_AWAL)
    return awal, akhir
