"""What a correction stands on: tariff, term, rules and other lines for its amounts, the scheme for its tax."""

from __future__ import annotations

from collections.abc import Mapping

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite

from . import komponen as ketetapan
from . import pajak, queries, rules, terpakai, text_acara, text_siklus
from .queries import Baris, Daftar
from .rules import Komponen


def perlu_oleh(con: sqlite.Connection, daftar: Daftar, b: Baris, naik: Mapping[str, int]) -> str:
    """Return why somebody has to be named for months that grow to these gross rupiah; "" when nobody has to."""
    k, masa = _komponen(con, daftar), _masa(con, daftar, b)
    terambil = _terambil(con, daftar, b, naik)
    alasan = (_tanpa_dasar(con, daftar, b, k, masa, bulan, jumlah, terambil) for bulan, jumlah in naik.items())
    return next(filter(None, alasan), "")


def _tanpa_dasar(
    con: sqlite.Connection, daftar: Daftar, b: Baris, k: Komponen | None, masa: Masa | None, bulan: str, jumlah: int,
    terambil: Mapping[str, int],
) -> str:  # fmt: skip
    nama = periode_.nama_bulan(bulan)
    tarif = rules.tarif_berlaku(k, bulan) if k else None
    if k is None or tarif is None:
        return text_siklus.PERLU_OLEH_TANPA_TARIF.format(bulan=nama)
    if k.acara is None and jumlah > tarif.jumlah:
        return text_siklus.PERLU_OLEH_TARIF.format(bulan=nama, tarif=rupiah.uang(tarif.jumlah))
    if k.acara and (masa is None or not rules.berhak(masa, k, bulan)):
        return text_acara.PERLU_OLEH_HADIR.format(nama=b.nama)
    if masa is None or not rules.berhak(masa, k, bulan):
        return text_siklus.PERLU_OLEH_MASA.format(bulan=nama, nama=b.nama)
    if bulan in dict(queries.baca_rincian(b.khusus)):
        return text_siklus.PERLU_OLEH_KHUSUS.format(bulan=nama)
    angka = ketetapan.angka_kinerja(con, lingkup=daftar.lingkup, bulan=[bulan]) if k.aturan else {}
    hak = rules.hitung_bulan(masa, k, bulan, angka=angka, terambil=terambil[bulan])
    boleh = hak.jumlah if hak else 0
    if jumlah > boleh:
        return text_siklus.PERLU_OLEH_ATURAN.format(bulan=nama, nama=b.nama, jumlah=rupiah.uang(boleh))
    return ""


def _terambil(con: sqlite.Connection, daftar: Daftar, b: Baris, naik: Mapping[str, int]) -> dict[str, int]:
    """Return per month the gross rupiah that all other lines, this list's too, and payments hold of the post."""
    semua = terpakai.baca(con, komponen_id=daftar.komponen_id, lingkup=daftar.lingkup).diambil
    lain = terpakai.baca(
        con, komponen_id=daftar.komponen_id, kecuali_daftar=daftar.daftar_id, lingkup=daftar.lingkup
    ).diambil
    kini = dict(b.rincian)
    return {
        bulan: max(semua.get((b.jabatan_id, bulan), 0) - kini.get(bulan, 0), lain.get((b.jabatan_id, bulan), 0))
        for bulan in naik
    }


def pph(con: sqlite.Connection, daftar: Daftar, b: Baris, bruto: int) -> int:
    """Return the tax on the corrected gross: by the scheme that gave the line's own tax, else in its proportion."""
    k, masa = _komponen(con, daftar), _masa(con, daftar, b)
    golongan = masa.golongan if masa else None
    if k and pajak.potongan(b.asal.bruto, k, golongan).pph == b.asal.pph:
        return pajak.potongan(bruto, k, golongan).pph
    return b.asal.pph * bruto // b.asal.bruto if b.asal.bruto else 0


def pph_tetapan(con: sqlite.Connection, daftar: Daftar, b: Baris) -> bool:
    """Tell whether a person set the line's tax by a correction: it is not what :func:`pph` gives.

    Months that were paid keep their rupiah when others leave, so the scheme's own tax may be off by one a month.
    """
    bulat = len({bulan for bulan, _ in (*b.asal.rincian, *b.rincian)})
    return b.dikoreksi and abs(b.pph - pph(con, daftar, b, b.bruto)) > bulat


def _komponen(con: sqlite.Connection, daftar: Daftar) -> Komponen | None:
    semua = queries.komponen(con, lingkup=daftar.lingkup)
    return next((k for k in semua if k.komponen_id == daftar.komponen_id), None)


def _masa(con: sqlite.Connection, daftar: Daftar, b: Baris) -> Masa | None:
    return next((m for m in rt.masa(con, lingkup=daftar.lingkup) if m.masa_id == b.masa_id), None)
