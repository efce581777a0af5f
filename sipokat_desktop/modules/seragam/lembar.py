"""The tables on paper and screen: the receipt list F8, size × kelurahan F8b, a purchase in figures."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import rules, stok, text
from .model import Barang, BarisMatriks, BarisTerima, Lembar, Matriks, Pegang, Pemakai, Pengadaan, Ringkas, Stok
from .pemakai import HIDUP, Lingkup, kelurahan, pemakai
from .pengadaan import isi, satu_pengadaan
from .tempat import PENGADAAN, RT, SELISIH


def stok_tempat(con: sqlite.Connection, pengadaan_id: str, *, lingkup: Lingkup = "") -> list[Stok]:
    """Return what is where: the places of ``lingkup`` that this office sees whole, by place, model and size.

    What has not left a purchase is told where all of its movements are here.
    """
    p, kantor = satu_pengadaan(con, pengadaan_id), stok.kantor(con)
    saldo = stok.saldo(con, pengadaan_id).values()
    semua = [satu for satu in saldo if _lihat(p, kantor, satu.tempat) and _dalam(lingkup, satu.tempat)]
    return sorted((s for s in semua if s.masuk or s.keluar), key=lambda s: (_ke(s.tempat), rules.urut(s.barang)))


def sisa(con: sqlite.Connection, pengadaan_id: str, tempat: str) -> dict[Barang, int]:
    """Return what a place holds of each kind, without those of which it holds none."""
    ada = {satu.barang: satu.ada for (di, _), satu in stok.saldo(con, pengadaan_id).items() if di == tempat}
    return {barang: n for barang, n in sorted(ada.items(), key=lambda satu: rules.urut(satu[0])) if n}


def _lihat(p: Pengadaan, kantor: str, tempat: str) -> bool:
    if tempat == PENGADAAN:
        return not kantor or not p.kota or wilayah.adalah_kota(kantor)
    return rules.terlihat(kantor, tempat)


def _dalam(lingkup: Lingkup, tempat: str) -> bool:
    if not isinstance(lingkup, str):
        return tempat == PENGADAAN or tempat in lingkup
    return lingkup in ("", wilayah.KOTA) or tempat == PENGADAAN or wilayah.milik(lingkup, tempat)


def _ke(tempat: str) -> tuple[int, str]:
    return (0 if tempat == PENGADAAN else 1 if wilayah.adalah_kecamatan(tempat) else 2), tempat


# F8b


def matriks(con: sqlite.Connection, pengadaan_id: str, *, lingkup: Lingkup, hari: date) -> Matriks:
    """Return per kelurahan what is needed, handed over and in stock of each kind (F8b).

    Needed is what a post received, else what its head wears; a head without a known size is counted apart.
    """
    p, dibeli = satu_pengadaan(con, pengadaan_id), isi(con, pengadaan_id)
    per: dict[str, list[Pemakai]] = {kode: [] for kode in kelurahan(con, lingkup) if p.untuk(kode)}
    for satu in pemakai(con, pengadaan_id, lingkup=tuple(per), hari=hari):
        per[satu.lingkup].append(satu)
    saldo = stok.saldo(con, pengadaan_id)
    perlu = {kode: kebutuhan(semua) for kode, semua in per.items()}
    kolom = _kolom(p, dibeli, [*perlu.values()], [barang for (di, barang) in saldo if di not in (RT, SELISIH)])
    baris = tuple(_baris(con, kode, semua, perlu[kode], kolom, saldo) for kode, semua in per.items())
    di_kecamatan = tuple(
        sum(
            s.ada
            for (di, b), s in saldo.items()
            if b == barang and wilayah.adalah_kecamatan(di) and _dalam(lingkup, di)
        )
        for barang in kolom
    )
    seluruh = not p.kota or lingkup in ("", wilayah.KOTA)
    return Matriks(kolom, baris, tuple(dibeli.get(barang, 0) for barang in kolom), di_kecamatan, seluruh=seluruh)


def kebutuhan(semua: Iterable[Pemakai]) -> dict[Barang, int]:
    """Return the pieces that posts need: what they received, else what their heads wear where that is known."""
    hasil: dict[Barang, int] = defaultdict(int)
    for satu in semua:
        for barang, n in (satu.memegang if satu.sudah else {satu.barang: satu.per_orang} if satu.siap else {}).items():
            hasil[barang] += n
    return {barang: n for barang, n in hasil.items() if n}


def diserahkan(semua: Iterable[Pemakai]) -> dict[Barang, int]:
    """Return the pieces that posts hold now."""
    return kebutuhan(satu for satu in semua if satu.sudah)


def _kolom(
    p: Pengadaan, dibeli: Mapping[Barang, int], perlu: Iterable[Mapping[Barang, int]], ada: Iterable[Barang]
) -> tuple[Barang, ...]:
    semua = {barang for satu in perlu for barang in satu} | set(dibeli) | set(ada)
    if not semua:
        semua = {Barang(model, ukuran) for model in p.model or ("",) for ukuran in p.ukuran}
    return tuple(sorted(semua, key=rules.urut))


def _baris(
    con: sqlite.Connection, kode: str, semua: list[Pemakai], perlu: Mapping[Barang, int],
    kolom: tuple[Barang, ...], saldo: Mapping[stok.Letak, Stok],
) -> BarisMatriks:  # fmt: skip
    terima = diserahkan(semua)
    ada = {barang: saldo[kode, barang].ada for barang in kolom if (kode, barang) in saldo}
    return BarisMatriks(
        kode, rt.nama_kelurahan(con, kode), wilayah.nama_kecamatan(kode),
        tuple(perlu.get(barang, 0) for barang in kolom), tuple(terima.get(barang, 0) for barang in kolom),
        tuple(ada.get(barang, 0) for barang in kolom),
        sum(not (s.sudah or s.kosong or s.siap) for s in semua), sum(s.kosong and not s.sudah for s in semua),
    )  # fmt: skip


# F8


def lembar(con: sqlite.Connection, pengadaan_id: str, *, lingkup: Lingkup, hari: date, acara: str = "") -> Lembar:
    """Return the receipt list: what was handed over at an event, else every head with what he receives or received."""
    p = satu_pengadaan(con, pengadaan_id)
    nama = {kode: rt.nama_kelurahan(con, kode) for kode in kelurahan(con, lingkup)}
    baris: list[BarisTerima] = []
    for satu in pemakai(con, pengadaan_id, lingkup=lingkup, hari=hari):
        if acara and acara not in (pegang.acara for pegang in satu.pegang):
            continue
        if satu.kosong and not satu.sudah:
            continue
        for b in _terima(satu, nama[satu.lingkup]):
            baris.append(b._replace(no=len(baris) + 1))
    jumlah: dict[Barang, int] = defaultdict(int)
    for b in baris:
        jumlah[b.barang] += b.jumlah
    return Lembar(p, tuple(baris), tuple(sorted(jumlah.items(), key=lambda s: rules.urut(s[0]))))


def acara(con: sqlite.Connection, pengadaan_id: str, *, lingkup: Lingkup) -> list[str]:
    """Return the events at which pieces of a purchase were handed over, the latest first."""
    rows = con.execute(
        f"""SELECT m.acara FROM seragam_gerak m WHERE m.pengadaan_id = ? AND m.acara <> '' AND {HIDUP} AND m.lingkup IN
            (SELECT value FROM json_each(?)) GROUP BY m.acara ORDER BY max(m.tanggal) DESC, m.acara""",
        (pengadaan_id, json.dumps(kelurahan(con, lingkup))),
    )
    return [str(row[0]) for row in rows]


def _terima(satu: Pemakai, nama: str) -> list[BarisTerima]:
    """Return the rows of a post: one per kind and head of what it holds, with the day of that hand-over; one for what
    it will get."""
    awal = BarisTerima(0, satu.jabatan_id, satu.nama, satu.nomor, satu.rw, nama, satu.barang, satu.per_orang, "", "")
    if not satu.sudah:
        return [awal._replace(keterangan="" if satu.siap else satu.kurang)]
    kata = keterangan(satu)
    return [
        awal._replace(barang=pegang.barang, jumlah=n, nama=pegang.nama, tanggal=pegang.tanggal, keterangan=kata)
        for pegang, n in sorted(_per_orang(satu.pegang), key=lambda s: rules.urut(s[0].barang))
    ]


def _per_orang(semua: Iterable[Pegang]) -> list[tuple[Pegang, int]]:
    """Return what is held now per head and kind, with the last entry that gave it: what came back was handed in by the
    latest head who had it."""
    ada: dict[tuple[Barang, str], tuple[Pegang, int]] = {}
    for satu in semua:
        sisa = satu.jumlah if satu.kembali else 0
        for kunci, (pegang, n) in reversed(list(ada.items())):
            if kunci[0] == satu.kembali:
                ada[kunci] = pegang, n - min(n, sisa)
                sisa -= min(n, sisa)
        kunci = satu.barang, satu.masa_id
        n = ada.pop(kunci, (satu, 0))[1]
        ada[kunci] = satu, n + satu.jumlah
    return [(pegang, n) for pegang, n in ada.values() if n]


def keterangan(satu: Pemakai) -> str:
    """Say how a post received: by whom it was taken, at which event, what was exchanged or replaced and why."""
    kata: list[str] = []
    for pegang in satu.pegang:
        if pegang.jenis == "tukar" and pegang.kembali:
            kata.append(text.KET_TUKAR.format(dari=pegang.kembali.kata, ke=pegang.barang.kata))
        if pegang.jenis == "ganti":
            kata.append(text.KET_GANTI.format(alasan=pegang.alasan))
        if pegang.penerima:
            pola = text.KET_KUASA if pegang.surat_kuasa else text.KET_KUASA_TANPA
            kata.append(pola.format(nama=pegang.penerima, nomor=pegang.surat_kuasa))
        if pegang.acara:
            kata.append(pegang.acara)
    return "; ".join(dict.fromkeys(kata))


# figures


def ringkas(con: sqlite.Connection, pengadaan_id: str, *, lingkup: Lingkup, hari: date) -> Ringkas:
    """Return a purchase in figures over the kelurahan of ``lingkup``."""
    p, semua = satu_pengadaan(con, pengadaan_id), pemakai(con, pengadaan_id, lingkup=lingkup, hari=hari)
    di = stok_tempat(con, pengadaan_id, lingkup=lingkup)
    return Ringkas(
        rt=len(semua), berketua=sum(not s.kosong for s in semua), sudah=sum(s.sudah for s in semua),
        belum=sum(not (s.sudah or s.kosong) for s in semua),
        tanpa_ukuran=sum(not (s.sudah or s.kosong or s.siap) for s in semua), dibeli=p.dibeli,
        ada=sum(s.ada for s in di if s.tempat != PENGADAAN), diserahkan=sum(diserahkan(semua).values()),
    )  # fmt: skip
