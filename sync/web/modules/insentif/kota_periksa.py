"""What is said before something is laid down: the values once more in words, and what looks like a slip."""

from __future__ import annotations

from collections.abc import Iterator

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.modules.insentif import sebutan, terpakai, text_acara
from sipokat_desktop.modules.insentif.hak import tarif_berlaku
from sipokat_desktop.modules.insentif.kinerja import aturan_bulan, baca_pita, tulis_pita
from sipokat_desktop.modules.insentif.model import Komponen
from sync.web.kit.kunjungan import Kunjungan

from . import text_kota as text
from .kota_bentuk import Bentuk, Isian, Nilai, komponen

JANGGAL_KALI, JANGGAL_RUPIAH = 5, 10_000_000
"""A tariff so many times the present one (or less than that part of it), or above so many rupiah, looks like a slip."""


def ringkasan(k: Kunjungan, b: Bentuk, nilai: Nilai) -> list[tuple[str, str]]:
    """Return every value as it would be laid down, with its label: amounts in figures and in words."""
    semua = ((i.label, _kata(i, nilai)) for i in b.isian(k))
    return [(label, kata) for label, kata in semua if kata]


def _kata(i: Isian, nilai: Nilai) -> str:
    isi = nilai[i.nama]
    if i.nama == "dasar":
        return isi or text.TANPA_DASAR
    if i.nama in ("jumlah", "pagu") and isi:
        n = rupiah.baca(isi, i.nama)
        per = text.PER_TAHUN if i.nama == "pagu" else text_acara.PER_SINGKAT.get(nilai.get("per", ""), text.SEBULAN)
        return text.JUMLAH_TERBILANG.format(jumlah=rupiah.uang(n), per=per, kata=terbilang(n))
    if i.berbaris:
        return bacaan(nilai["ukuran"], tulis_pita(baca_pita(isi)))
    return dict(i.pilihan).get(isi, isi)


def bacaan(ukuran: str, pita: str) -> str:
    """Say a rule plainly: ``0–2 laporan: 50 %, mulai 3 laporan: 100 %``."""
    satuan = text.SATUAN.get(ukuran, ukuran)
    return ", ".join(bagian.replace(":", f" {satuan}:", 1) for bagian in sebutan.kata_pita(pita).split(", "))


def dibandingkan(k: Kunjungan, b: Bentuk, nilai: Nilai) -> tuple[str, str]:
    """Return what holds now in the first month, and what is proposed, both in words."""
    satu = _komponen(k, nilai)
    mulai = periode.baca(nilai["mulai"]).bulan[0]
    if b.kunci == "aturan":
        kini = aturan_bulan(satu, mulai) if satu else None
        lama = bacaan(kini.ukuran, tulis_pita(kini.pita)) if kini else text.TANPA_ATURAN_KINI
        return lama, bacaan(nilai["ukuran"], tulis_pita(baca_pita(nilai["pita"])))
    tarif = tarif_berlaku(satu, mulai) if satu else None
    baru = text.PER_BULAN.format(jumlah=rupiah.uang(rupiah.baca(nilai["jumlah"])))
    return text.PER_BULAN.format(jumlah=rupiah.uang(tarif.jumlah)) if tarif else text.TANPA_TARIF_KINI, baru


def peringatan(k: Kunjungan, nilai: Nilai) -> list[str]:
    """Return what looks like a slip: a month that is over, an amount far from the present one, a tariff that is
    replaced, or one that takes over later. Nothing of it forbids."""
    satu, mulai = _komponen(k, nilai), periode.baca(nilai["mulai"]).bulan[0] if nilai.get("mulai") else ""
    janggal = (*_jumlah_janggal(k, satu, mulai, nilai), *_tarif_lain(satu, mulai, nilai))
    return [*_bulan_lewat(k, satu, mulai, nilai), *janggal]


def _komponen(k: Kunjungan, nilai: Nilai) -> Komponen | None:
    return next((s for s in komponen(k) if s.nama.casefold() == nilai.get("komponen", "").casefold()), None)


def _kini(k: Kunjungan) -> str:
    return f"{tanggal.wib(k.now).date():%Y-%m}"


def _bulan_lewat(k: Kunjungan, satu: Komponen | None, mulai: str, nilai: Nilai) -> Iterator[str]:
    if not mulai or mulai >= _kini(k):
        return
    yield text.BULAN_LEWAT.format(mulai=periode.nama_bulan(mulai))
    terkunci = terpakai.periode_terkunci(k.baca(), satu.komponen_id) if satu else ()
    sampai = nilai.get("sampai") or "9999-12"
    n = sum(any(mulai <= bulan <= sampai for bulan in masa.bulan) for masa in terkunci)
    if n:
        yield text.SUDAH_TERKUNCI.format(n=rupiah.titik(n))


def _jumlah_janggal(k: Kunjungan, satu: Komponen | None, mulai: str, nilai: Nilai) -> Iterator[str]:
    if not nilai.get("jumlah"):
        return
    n = rupiah.baca(nilai["jumlah"])
    kini = tarif_berlaku(satu, mulai or _kini(k)) if satu else None
    if kini and (n >= JANGGAL_KALI * kini.jumlah or n * JANGGAL_KALI <= kini.jumlah):
        yield text.JAUH_BERBEDA.format(jumlah=rupiah.uang(n), kini=rupiah.uang(kini.jumlah))
    if n > JANGGAL_RUPIAH:
        yield text.BESAR_SEKALI.format(jumlah=rupiah.uang(n), kata=terbilang(n))


def _tarif_lain(satu: Komponen | None, mulai: str, nilai: Nilai) -> Iterator[str]:
    if not nilai.get("jumlah"):
        return
    for t in satu.tarif if satu else ():
        if t.mulai == mulai and t.jumlah != rupiah.baca(nilai["jumlah"]):
            yield text.MENGGANTI.format(mulai=periode.nama_bulan(mulai), jumlah=rupiah.uang(t.jumlah))
        if mulai < t.mulai <= (nilai.get("sampai") or "9999-12"):
            yield text.TETAP_SESUDAHNYA.format(mulai=periode.nama_bulan(t.mulai), jumlah=rupiah.uang(t.jumlah))
