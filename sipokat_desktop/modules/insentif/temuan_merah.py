"""Red flags: what an auditor would ask about, each with its weight, a sentence, the rupiah, and where to look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.storage import sqlite

from . import komponen as komponen_
from . import temuan_acara, temuan_data, temuan_kinerja, temuan_masa, text_audit
from .bendera import Bendera, urut
from .temuan_data import Data, Garis

__all__ = ["JENIS", "Bendera", "Ringkas", "batas_bulan", "bulan_tahun", "cari", "ringkas"]

JENIS = text_audit.JENIS
SETELAN_BATAS = "batas_belum_dibayar"
BATAS_BAWAAN = 3
"""Months after which an unpaid month is a flag, unless the setting says otherwise."""


class Ringkas(NamedTuple):
    """How many flags of a kind there are, and their rupiah."""

    jenis: str
    judul: str
    berat: Literal["berat", "sedang", "ringan"]
    banyak: int
    jumlah: int


def bulan_tahun(tahun: int) -> tuple[str, ...]:
    """Return the months of a year."""
    return tuple(f"{tahun}-{ke:02d}" for ke in range(1, 13))


def batas_bulan(con: sqlite.Connection, lingkup: str) -> int:
    """Return after how many months an unpaid month is a flag, as set by the office or the city; 3 otherwise."""
    isi = komponen_.setelan(con, lingkup=lingkup, kunci=SETELAN_BATAS, bawaan=str(BATAS_BAWAAN))
    return int(isi) if isi.isdecimal() else BATAS_BAWAAN


def cari(
    con: sqlite.Connection, *, lingkup: str, bulan: Sequence[str], hari: date, batas: int | None = None,
    maju: Maju = diam,
) -> list[Bendera]:  # fmt: skip
    """Return the flags of some months (``YYYY-MM``) as of ``hari``, the gravest first (DOMAIN §3, auditors' findings).

    ``batas`` is after how many months an unpaid month is a flag; None takes the setting.
    """
    data = temuan_data.baca(con, lingkup=lingkup, bulan=bulan)
    batas_ = batas_bulan(con, lingkup) if batas is None else batas
    hasil: list[Bendera] = []
    aturan: tuple[Callable[[Data], Iterable[Bendera]], ...] = (
        _bayar_dua, temuan_acara.bayar_dua, _bayar_batal, temuan_acara.tanpa_hadir, _nik_ganda, temuan_masa.luar_masa,
        temuan_masa.sebelum_sk, _atas_tarif, temuan_acara.atas_hadir, temuan_acara.kurang_hadir, _jumlah, _tanpa_sts,
        _khusus, _tetap_dikunci,
        lambda data: _lama_belum(data, hari, batas_),
    )  # fmt: skip
    for ke, satu in enumerate(aturan):
        maju(ke, len(aturan))
        hasil.extend(satu(data))
    hasil.extend(temuan_kinerja.beda(con, data, lingkup=lingkup))
    hasil.extend(temuan_masa.tak_terdaftar(con, data, lingkup=lingkup, sebelum=_batas(hari, batas_), batas=batas_))
    return sorted(hasil, key=urut)


def ringkas(semua: Iterable[Bendera]) -> list[Ringkas]:
    """Return the flags counted by kind, in the order of JENIS."""
    per_jenis: dict[str, list[Bendera]] = defaultdict(list)
    for satu in semua:
        per_jenis[satu.jenis].append(satu)
    return [
        Ringkas(jenis, judul, min(per_jenis[jenis], key=urut).berat, len(per_jenis[jenis]),
                sum(satu.jumlah for satu in per_jenis[jenis]))
        for jenis, judul in JENIS.items()
        if jenis in per_jenis
    ]  # fmt: skip


def _bayar_dua(data: Data) -> Iterator[Bendera]:
    """More than one payment in force on one post, component and month (hard rule, DOMAIN §3)."""
    per_slot: dict[str, list[temuan_data.Bayar]] = defaultdict(list)
    for satu in data.bayar:
        per_slot[satu.slot].append(satu)
    for sama in per_slot.values():
        if len(sama) < 2:
            continue
        lebih, satu = sum(m.jumlah for m in sama[1:]), sama[-1]
        kalimat = text_audit.BAYAR_DUA.format(
            rt=data.rt(satu.jabatan_id), nama=data.nama(satu.masa_id), bulan=periode_.nama_bulan(satu.bulan),
            komponen=_komponen(data, satu.komponen_id), n=len(sama), jumlah=rupiah.uang(lebih),
        )  # fmt: skip
        yield _dari_bayar(data, "bayar_dua", "berat", kalimat, lebih, satu)


def _bayar_batal(data: Data) -> Iterator[Bendera]:
    """Payments in force on a list that was cancelled: its months are free for nobody, and no list says so."""
    per: dict[tuple[str, str], list[temuan_data.Bayar]] = defaultdict(list)
    for satu in data.bayar:
        if satu.daftar_id in data.batal:
            per[satu.daftar_id, satu.masa_id].append(satu)
    for (daftar_id, masa_id), semua in per.items():
        satu, jumlah = semua[0], sum(m.jumlah for m in semua)
        kalimat = text_audit.BAYAR_BATAL.format(
            nama=data.nama(masa_id) or text_audit.TANPA_NAMA, rt=data.rt(satu.jabatan_id), jumlah=rupiah.uang(jumlah),
            bulan=periode_.rentang_tahun(tuple(m.bulan for m in semua)), nomor=data.nomor_daftar[daftar_id],
            komponen=_komponen(data, satu.komponen_id),
        )  # fmt: skip
        yield _dari_bayar(data, "bayar_batal", "berat", kalimat, jumlah, satu)


def _nik_ganda(data: Data) -> Iterator[Bendera]:
    """One person, by NIK or by record, paid for one month and component on two posts."""
    per_orang: dict[tuple[str, str, str], list[temuan_data.Bayar]] = defaultdict(list)
    for satu in data.bayar:
        masa = data.masa.get(satu.masa_id)
        if masa:
            per_orang[masa.nik or masa.orang_id, satu.komponen_id, satu.bulan].append(satu)
    for sama in per_orang.values():
        pertama = sama[0]
        for satu in sama[1:]:
            if satu.jabatan_id == pertama.jabatan_id:
                continue
            kalimat = text_audit.NIK_GANDA.format(
                nama=data.nama(satu.masa_id), komponen=_komponen(data, satu.komponen_id),
                bulan=periode_.nama_bulan(satu.bulan), rt=data.rt(pertama.jabatan_id), lain=data.rt(satu.jabatan_id),
            )  # fmt: skip
            yield _dari_bayar(data, "nik_ganda", "berat", kalimat, satu.jumlah, satu)


def _atas_tarif(data: Data) -> Iterator[Bendera]:
    """Amounts on lists in force that are above the tariff of their month; nothing is said of opening balances."""
    from . import rules

    for satu in data.garis:
        k = data.komponen.get(satu.komponen_id)
        if k is None or k.acara or satu.saldo_awal:
            continue
        tanpa: list[str] = []
        for bulan, jumlah in satu.rincian.items():
            if bulan not in data.bulan or jumlah <= 0:
                continue
            tarif = rules.tarif_berlaku(k, bulan)
            if tarif is None:
                tanpa.append(bulan)
            elif jumlah > tarif.jumlah:
                kalimat = text_audit.ATAS_TARIF.format(
                    nama=satu.nama, rt=f"RT {satu.nomor_rt}", bulan=periode_.nama_bulan(bulan), komponen=k.nama,
                    jumlah=rupiah.uang(jumlah), tarif=rupiah.uang(tarif.jumlah),
                )  # fmt: skip
                yield _dari_garis("atas_tarif", "berat", kalimat, jumlah - tarif.jumlah, satu, bulan)
        if tanpa:
            kalimat = text_audit.TANPA_TARIF.format(
                nama=satu.nama, rt=f"RT {satu.nomor_rt}", bulan=periode_.rentang_tahun(tuple(tanpa)), komponen=k.nama
            )
            yield _dari_garis("atas_tarif", "sedang", kalimat, sum(satu.rincian[b] for b in tanpa), satu, tanpa[0])


def _jumlah(data: Data) -> Iterator[Bendera]:
    """Lines whose months, gross, tax and net do not agree, or that were paid more than they hold."""
    for satu in data.garis:
        kata = {"nomor": satu.nomor, "no": satu.no, "rt": f"RT {satu.nomor_rt}"}
        rincian, bersih = sum(satu.rincian.values()), satu.bruto - satu.pph
        for pola, ada, tertulis in (
            (text_audit.BRUTO_BEDA, rincian, satu.bruto), (text_audit.BERSIH_BEDA, bersih, satu.diterima),
        ):  # fmt: skip
            if ada != tertulis:
                kalimat = pola.format(**kata, satu=rupiah.uang(ada), dua=rupiah.uang(tertulis))
                yield _dari_garis("jumlah_beda", "berat", kalimat, abs(ada - tertulis), satu)
        if satu.dibayar > max(satu.diterima, 0):
            lebih = satu.dibayar - max(satu.diterima, 0)
            kalimat = text_audit.LEBIH_BAYAR.format(
                **kata, satu=rupiah.uang(satu.dibayar), dua=rupiah.uang(max(satu.diterima, 0))
            )
            yield _dari_garis("jumlah_beda", "berat", kalimat, lebih, satu)


def _tanpa_sts(data: Data) -> Iterator[Bendera]:
    """Refunds for which no deposit slip was recorded."""
    for satu in data.balik:
        if satu.jenis != "dikembalikan" or satu.sts.strip():
            continue
        nama = data.nama(satu.masa_id) or text_audit.TANPA_NAMA
        kalimat = text_audit.TANPA_STS.format(
            nama=nama, rt=data.rt(satu.jabatan_id), bulan=periode_.nama_bulan(satu.bulan),
            jumlah=rupiah.uang(abs(satu.jumlah)),
        )  # fmt: skip
        nomor = data.nomor_daftar.get(satu.daftar_id, "")
        yield Bendera(
            "tanpa_sts", "sedang", kalimat, abs(satu.jumlah), "insentif", "insentif_mutasi", satu.entri, nomor,
            data.rt(satu.jabatan_id), nama, satu.bulan,
        )  # fmt: skip


def _khusus(data: Data) -> Iterator[Bendera]:
    """Lines whose amounts a person set; an opening balance is one flag per list."""
    saldo: dict[str, list[Garis]] = defaultdict(list)
    for satu in data.garis:
        if satu.saldo_awal:
            saldo[satu.nomor].append(satu)
        elif satu.khusus:
            khusus = temuan_data.baca_rincian(satu.khusus)
            alasan = satu.alasan or text_audit.TANPA_ALASAN
            kalimat = text_audit.KHUSUS.format(
                nama=satu.nama, rt=f"RT {satu.nomor_rt}", bulan=periode_.rentang_tahun(tuple(khusus)), alasan=alasan
            )
            yield _dari_garis("khusus", "sedang", kalimat, sum(khusus.values()), satu, min(khusus, default=""))
    for nomor, semua in saldo.items():
        jumlah = sum(satu.bruto for satu in semua)
        kalimat = text_audit.SALDO_KHUSUS.format(nomor=nomor, n=len(semua), jumlah=rupiah.uang(jumlah))
        yield Bendera("khusus", "ringan", kalimat, jumlah, "insentif", "insentif_daftar", semua[0].daftar_id, nomor)


def _tetap_dikunci(data: Data) -> Iterator[Bendera]:
    """Lists that the lurah locked in spite of a finding, with the reason given."""
    per_daftar: dict[str, int] = defaultdict(int)
    for satu in data.garis:
        per_daftar[satu.daftar_id] += satu.bruto
    for daftar_id, jumlah in per_daftar.items():
        satu_daftar = data.daftar.get(daftar_id)
        if satu_daftar and satu_daftar.alasan and not satu_daftar.nomor.startswith(temuan_data.AWALAN_SALDO):
            kalimat = text_audit.TETAP_DIKUNCI.format(
                nomor=satu_daftar.nomor, oleh=satu_daftar.dikunci_oleh or "Lurah", alasan=satu_daftar.alasan
            )
            yield Bendera(
                "tetap_dikunci", "ringan", kalimat, jumlah, "insentif", "insentif_daftar", daftar_id, satu_daftar.nomor
            )


def _lama_belum(data: Data, hari: date, batas: int) -> Iterator[Bendera]:
    """Months on lists in force that nobody has received ``batas`` months after they ended."""
    akhir = _batas(hari, batas)
    for satu in data.garis:
        lama = [
            b
            for b, jumlah in satu.rincian.items()
            if b in data.bulan and jumlah > 0 and b < akhir and b not in satu.bulan_dibayar
        ]
        if not lama or satu.dibayar >= satu.diterima:
            continue
        pola = text_audit.LAMA_DITUNDA if satu.tunda else text_audit.LAMA_BELUM
        kalimat = pola.format(
            nama=satu.nama, rt=f"RT {satu.nomor_rt}", bulan=periode_.rentang_tahun(tuple(lama)), n=batas,
            komponen=_komponen(data, satu.komponen_id), alasan=satu.tunda,
        )  # fmt: skip
        yield _dari_garis("lama_belum", "sedang", kalimat, sum(satu.rincian[b] for b in lama), satu, lama[0])


def _batas(hari: date, batas: int) -> str:
    """Return the first month that is not yet ``batas`` months old."""
    return periode_.geser(f"{hari.year}-{hari.month:02d}", -batas)


def _komponen(data: Data, komponen_id: str) -> str:
    return data.komponen[komponen_id].nama if komponen_id in data.komponen else "Insentif"


def _dari_bayar(
    data: Data, jenis: str, berat: Literal["berat", "sedang", "ringan"], kalimat: str, jumlah: int,
    satu: temuan_data.Bayar,
) -> Bendera:  # fmt: skip
    return Bendera(
        jenis, berat, kalimat, jumlah, "insentif", "insentif_mutasi", satu.entri,
        data.nomor_daftar.get(satu.daftar_id, ""), data.rt(satu.jabatan_id), data.nama(satu.masa_id), satu.bulan,
    )  # fmt: skip


def _dari_garis(
    jenis: str, berat: Literal["berat", "sedang", "ringan"], kalimat: str, jumlah: int, satu: Garis, bulan: str = ""
) -> Bendera:
    return Bendera(
        jenis, berat, kalimat, jumlah, "insentif", "insentif_baris", satu.baris_id, satu.nomor, f"RT {satu.nomor_rt}",
        satu.nama, bulan,
    )  # fmt: skip
