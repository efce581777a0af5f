"""What a change of ketua RT means to the incentive of its months: who is owed which month, and why."""

from __future__ import annotations

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Holder, PostChange

from . import queries, rules, text, text_susun
from .acara import menurut_masa
from .hak import HARIAN, bagian_hari
from .rules import Komponen


def kata(con: sqlite.Connection, change: PostChange) -> tuple[str, ...]:
    """Return a sentence per component and month: who gets it by the component's reference day (DOMAIN §3). What is paid
    for having attended does not move with the post."""
    semua = menurut_masa(queries.komponen(con, lingkup=change.scope))
    return tuple(_satu(con, change, k, bulan, beberapa=len(semua) > 1) for k in semua for bulan in change.months)


def _satu(con: sqlite.Connection, change: PostChange, k: Komponen, bulan: str, *, beberapa: bool) -> str:
    if k.hari_acuan == HARIAN:
        return _dibagi(con, change, k, bulan, beberapa=beberapa)
    penerima = next((h for h in change.holders if rules.menjabat(_masa(h, change.post), bulan, k.hari_acuan)), None)
    judul = _judul(k, bulan, beberapa=beberapa)
    tercatat = _tercatat(con, rules.slot(change.post, k.komponen_id, bulan))
    if penerima is None:
        return text.GANTI_TIDAK_ADA.format(judul=judul, hari=k.hari_acuan) + tercatat
    return text.GANTI_UNTUK.format(judul=judul, nama=penerima.name, hari=k.hari_acuan) + tercatat


def _dibagi(con: sqlite.Connection, change: PostChange, k: Komponen, bulan: str, *, beberapa: bool) -> str:
    """Say who gets how much of a month that is divided by days."""
    tarif = rules.tarif_berlaku(k, bulan)
    banyak = periode.hari_terakhir(bulan).day
    bagian: list[str] = []
    for h in change.holders:
        hari = rules.hari_menjabat(_masa(h, change.post), bulan)
        if hari:
            uang = f" {rupiah.uang(bagian_hari(tarif.jumlah, *hari, banyak))}" if tarif else ""
            bagian.append(text_susun.GANTI_HARI.format(nama=h.name, hari=hari[1] - hari[0] + 1, uang=uang))
    tercatat = _tercatat(con, rules.slot(change.post, k.komponen_id, bulan))
    judul = _judul(k, bulan, beberapa=beberapa)
    if not bagian:
        return text_susun.GANTI_HARI_KOSONG.format(judul=judul) + tercatat
    return text_susun.GANTI_DIBAGI.format(judul=judul, bagian=", ".join(bagian)) + tercatat


def _judul(k: Komponen, bulan: str, *, beberapa: bool) -> str:
    return f"{k.nama} {periode.nama_bulan(bulan)}" if beberapa else f"Insentif {periode.nama_bulan(bulan)}"


def _masa(holder: Holder, jabatan_id: str) -> Masa:
    return Masa(
        "", jabatan_id, "", "", holder.name, None, None, None, None, None, None, holder.first or "0001-01-01",
        holder.decree_end or None, holder.last or None,
    )  # fmt: skip


def _tercatat(con: sqlite.Connection, slot: str) -> str:
    """Say that the month was paid already: a change of head then does not move the money."""
    if not queries.pembayaran_hidup(con, slot=slot):
        return ""
    return f" {text.GANTI_SUDAH_DIBAYAR}"
