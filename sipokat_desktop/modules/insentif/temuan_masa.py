"""Red flags of the term: paid outside it, for a vacant post, or before its SK."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite

from . import rules, text_audit
from .bendera import Bendera, Berat
from .temuan_data import AWALAN_SALDO, Bayar, Data
from .tunggakan import tunggakan


def luar_masa(data: Data) -> Iterator[Bendera]:
    """Months paid outside the term of who was paid, and months in which nobody held the post."""
    kelompok: dict[tuple[str, str], list[Bayar]] = defaultdict(list)
    for satu in data.menurut_masa():
        masa = data.masa.get(satu.masa_id)
        sebab = _sebab(data, satu, masa)
        if sebab:
            kelompok[satu.masa_id, sebab].append(satu)
    for (masa_id, sebab), semua in kelompok.items():
        yield _bendera(data, data.masa.get(masa_id), sebab, semua)


def _sebab(data: Data, satu: Bayar, masa: Masa | None) -> str:
    """Return why the month is outside: ``tanpa``, ``kosong``, ``awal``, ``akhir``, ``sk``; "" where it is not."""
    if masa is None:
        return "tanpa"
    if rules.menjabat(masa, satu.bulan, 0):
        return ""
    if not any(_hadir(lain, satu.bulan) for lain in data.per_jabatan.get(satu.jabatan_id, ())):
        return "kosong"
    if masa.akhir_nyata and masa.akhir_nyata < f"{satu.bulan}-01":
        return "akhir"
    if masa.akhir_sk and masa.akhir_sk < f"{satu.bulan}-01":
        return "sk"
    return "awal"


def _hadir(masa: Masa, bulan: str) -> bool:
    """Tell whether somebody held the post in the month, be the SK expired or not."""
    return rules.menjabat(masa._replace(akhir_sk=None), bulan, 0)


def _bendera(data: Data, masa: Masa | None, sebab: str, semua: list[Bayar]) -> Bendera:
    pola, hari = {
        "tanpa": (text_audit.TANPA_MASA, None),
        "kosong": (text_audit.KOSONG, None),
        "akhir": (text_audit.MANTAN, masa and masa.akhir_nyata),
        "sk": (text_audit.MANTAN_SK, masa and masa.akhir_sk),
        "awal": (text_audit.BELUM_MULAI, masa and masa.tmt),
    }[sebab]
    jumlah, satu = sum(m.jumlah for m in semua), semua[0]
    nama = masa.nama if masa else text_audit.TANPA_NAMA
    kalimat = pola.format(
        rt=data.rt(satu.jabatan_id), nama=nama, bulan=_bulan(semua), jumlah=rupiah.uang(jumlah),
        hari=_hari(hari) if hari else "belum diisi",
    )  # fmt: skip
    jenis, berat = ("kosong", "berat") if sebab == "kosong" else ("mantan", "sedang" if sebab == "sk" else "berat")
    return _satu(data, jenis, berat, kalimat, semua)


def sebelum_sk(data: Data) -> Iterator[Bendera]:
    """Payments made before the SK was issued, and months that lie before it (DOMAIN §3: January on a September SK)."""
    kelompok: dict[tuple[str, str], list[Bayar]] = defaultdict(list)
    for satu in data.menurut_masa():
        masa = data.masa.get(satu.masa_id)
        if masa is None or _saldo(data, satu):
            continue
        if not masa.sk_tanggal:
            kelompok[masa.masa_id, "tanpa"].append(satu)
        elif satu.tanggal < masa.sk_tanggal:
            kelompok[masa.masa_id, "bayar"].append(satu)
        elif periode_.hari_terakhir(satu.bulan).isoformat() < masa.sk_tanggal:
            kelompok[masa.masa_id, "bulan"].append(satu)
    for (masa_id, sebab), semua in kelompok.items():
        masa = data.masa[masa_id]
        pola, berat = _KATA_SK[sebab]
        kalimat = pola.format(
            nama=masa.nama, rt=data.rt(masa.jabatan_id), bulan=_bulan(semua), hari=_hari(semua[0].tanggal),
            sk=_hari(masa.sk_tanggal) if masa.sk_tanggal else "",
        )  # fmt: skip
        yield _satu(data, "sebelum_sk", berat, kalimat, semua)


_KATA_SK: dict[str, tuple[str, Berat]] = {
    "tanpa": (text_audit.SK_TAK_ADA, "ringan"),
    "bayar": (text_audit.DIBAYAR_SEBELUM_SK, "berat"),
    "bulan": (text_audit.BULAN_SEBELUM_SK, "sedang"),
}


def tak_terdaftar(con: sqlite.Connection, data: Data, *, lingkup: str, sebelum: str, batas: int) -> Iterator[Bendera]:
    """Months that by the rules are owed but stand on no list in force, older than ``batas`` months."""
    for k in data.komponen.values():
        for masa_id, rincian in tunggakan(con, lingkup=lingkup, komponen=k, sebelum=sebelum).items():
            kena = [(bulan, jumlah) for bulan, jumlah in rincian if bulan in data.bulan and jumlah > 0]
            masa = data.masa.get(masa_id)
            if not kena or masa is None:
                continue
            kalimat = text_audit.TAK_TERDAFTAR.format(
                nama=masa.nama, rt=data.rt(masa.jabatan_id), n=batas, komponen=k.nama,
                bulan=periode_.rentang_tahun(tuple(b for b, _ in kena)),
            )  # fmt: skip
            yield Bendera(
                "lama_belum", "sedang", kalimat, sum(n for _, n in kena), "rt", "rt_masa", masa_id, "",
                data.rt(masa.jabatan_id), masa.nama, kena[0][0],
            )  # fmt: skip


def _saldo(data: Data, satu: Bayar) -> bool:
    return data.nomor_daftar.get(satu.daftar_id, "").startswith(AWALAN_SALDO)


def _satu(data: Data, jenis: str, berat: str, kalimat: str, semua: list[Bayar]) -> Bendera:
    satu = semua[0]
    masa = data.masa.get(satu.masa_id)
    tujuan = ("rt", "rt_masa", satu.masa_id) if masa else ("insentif", "insentif_mutasi", satu.entri)
    ukuran: Berat = "berat" if berat == "berat" else "sedang" if berat == "sedang" else "ringan"
    return Bendera(
        jenis, ukuran, kalimat, sum(m.jumlah for m in semua), *tujuan, data.nomor_daftar.get(satu.daftar_id, ""),
        data.rt(satu.jabatan_id), masa.nama if masa else "", satu.bulan,
    )  # fmt: skip


def _bulan(semua: list[Bayar]) -> str:
    return periode_.rentang_tahun(tuple(sorted({m.bulan for m in semua})))


def _hari(iso: str) -> str:
    return tanggal.panjang(date.fromisoformat(iso))
