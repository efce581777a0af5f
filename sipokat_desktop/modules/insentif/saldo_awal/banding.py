"""Compares payment sheets with what is stored: what each row would record, what is the same, what cannot be."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.importing.sheet import Maju, Workbook, diam, teks
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.impor.hasil import Berat, Tanda
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.store import Store

from ..rules import Komponen
from . import ada as ada_
from . import baca as baca_
from . import kata, siapa
from . import sel as sel_
from .baca import Bacaan, Uang
from .catat import Kerja, Masalah, bagi, jumlahkan, kata_bulan, tulis
from .kamus import BULAN, TRIWULAN
from .pemetaan import Pemetaan, PemetaanLembar
from .rencana import BarisRencana, Nasib, Pilihan, Rencana
from .siapa import Penerima

_TANPA_PILIHAN = Pilihan()


def banding(
    store: Store, lingkup: str, berkas: Workbook, pemetaan: Pemetaan, pilihan: Pilihan = _TANPA_PILIHAN, *,
    maju: Maju = diam,
) -> Rencana:  # fmt: skip
    """Return what an import would do; nothing is written.

    Raises InputSalah for a mapping that lacks a column, a period or day that cannot be read, or a file without rows.
    """
    if pemetaan.kurang:
        raise InputSalah("pemetaan", pemetaan.kurang[0])
    if pilihan.periode and not sel_.bulan(pilihan.periode, 0):
        raise InputSalah("periode", kata.PERIODE_SALAH.format(teks=pilihan.periode))
    hari = hari_ini(store)
    if pilihan.tanggal:
        pilihan = pilihan.dengan(tanggal=tanggal.baca(pilihan.tanggal).isoformat())
    terbaca = baca_.baca(berkas, pemetaan, hari, pilihan.isi, maju=maju)
    if not terbaca.baris:
        raise InputSalah("berkas", kata.TANPA_BARIS.format(nama=berkas.nama))
    ada = ada_.baca(store.reader(), lingkup)
    kerja = Kerja(ada, pilihan, hari, siapa.Siapa(ada))
    baris: list[BarisRencana] = []
    for ke, (peta, satu) in enumerate(terbaca.baris):
        if ke % 200 == 0:
            maju(ke, len(terbaca.baris))
        baris.append(_baris(kerja, peta, satu))
    catatan = list(berkas.catatan)
    if terbaca.diabaikan:
        catatan.append(kata.DIABAIKAN.format(n=len(terbaca.diabaikan)))
    dipakai = {s.masa_id for b in baris if b.nasib is Nasib.DICATAT for s in b.setoran}
    return Rencana(
        berkas.nama, lingkup, tuple(baris), tuple(catatan), tuple(terbaca.diabaikan),
        tuple(m for m in kerja.siapa.masa_baru() if m.masa_id in dipakai), ada.sidik,
    )  # fmt: skip


def _baris(kerja: Kerja, peta: PemetaanLembar, satu: Bacaan) -> BarisRencana:
    sebutan = " · ".join(filter(None, (f"RT {satu.isi.get('nomor', '?')}", satu.isi.get("nama", ""))))
    hasil = BarisRencana(satu.letak, satu.lembar, Nasib.MASALAH, "", sebutan, tanda=satu.tanda)
    try:
        if satu.letak in kerja.pilihan.lewati:
            hasil.nasib, hasil.alasan = Nasib.DILEWATI, kata.DILEWATI_ANDA
        elif (milik := satu.isi.get("kelurahan")) and milik != kerja.ada.lingkup:
            hasil.nasib = Nasib.DILEWATI
            hasil.alasan = kata.KELURAHAN_LAIN.format(nama=wilayah.nama(milik))
        elif satu.salah:
            raise Masalah(satu.salah)
        elif not satu.uang:
            hasil.nasib, hasil.alasan = Nasib.DILEWATI, kata.TANPA_UANG
        else:
            _isi(kerja, peta, satu, hasil)
    except Masalah as exc:
        hasil.alasan, hasil.usul = exc.kalimat, exc.usul
        if exc.tanda:
            hasil.tanda.append(exc.tanda)
    return hasil


def _isi(kerja: Kerja, peta: PemetaanLembar, satu: Bacaan, hasil: BarisRencana) -> None:
    """Find post, component, months and person of a row, then tell its fate."""
    jabatan_id = _jabatan(kerja, satu)
    uang = [(_komponen(kerja, peta, satu, nama), _uang(kerja, peta, satu, sel)) for nama, sel in _dompet(satu)]
    bulan = [b for _, semua in uang for kapan, _ in semua for b in kapan]
    hasil.sebutan = f"{hasil.sebutan} · {kata_bulan(bulan)}"
    isi = tuple((k.komponen_id, tuple(semua)) for k, semua in uang)
    kunci = (jabatan_id, satu.isi.get("nama"), satu.isi.get("nik"), isi)
    if (lain := kerja.persis.setdefault(kunci, satu.letak)) != satu.letak:
        hasil.nasib, hasil.alasan = Nasib.DILEWATI, kata.SAMA_PERSIS.format(baris=lain.baris)
        return
    penerima = _penerima(kerja, jabatan_id, satu, bulan)
    rincian = [
        (k, jumlahkan([dua for kapan, jumlah in semua for dua in bagi(k, penerima, kapan, jumlah, satu)]))
        for k, semua in uang
    ]
    tulis(kerja, satu, hasil, penerima, rincian)


def _dompet(satu: Bacaan) -> list[tuple[str, list[Uang]]]:
    """Return the amounts of a row by the component that their column names ("" for none)."""
    hasil: dict[str, list[Uang]] = {}
    for uang in satu.uang:
        hasil.setdefault(uang.komponen, []).append(uang)
    return list(hasil.items())


def _jabatan(kerja: Kerja, satu: Bacaan) -> str:
    nomor = ada_.angka(satu.isi.get("nomor"))
    if not nomor:
        raise Masalah(kata.TANPA_RT)
    rw = ada_.angka(satu.isi.get("rw"))
    tepat = kerja.ada.jabatan.get((nomor, rw))
    calon = kerja.ada.per_nomor.get(nomor, [])
    if tepat or len(calon) == 1:
        return tepat or calon[0]
    rt = f"{nomor:02d}"
    if calon:
        raise Masalah(kata.RT_RW_MANA.format(rt=rt))
    usul = siapa.usul_rt(kerja.ada, satu.isi.get("nama", ""), satu.isi.get("nik", ""))
    pesan = kata.RT_TIDAK_ADA.format(rt=rt)
    tanda = Tanda("nomor", "RT", "", Berat.SALAH, pesan, rt, "", usul) if usul else None
    raise Masalah(pesan, tanda=tanda)


def _komponen(kerja: Kerja, peta: PemetaanLembar, satu: Bacaan, kolom: str) -> Komponen:
    """Return the purse of a column, a row, the user's choice, or the sheet's titles, in this order."""
    nama = kolom or satu.isi.get("komponen", "")
    if nama and (k := kerja.ada.komponen_bernama(nama)):
        return k
    pilih = [k for k in kerja.ada.komponen if k.komponen_id == kerja.pilihan.komponen_id]
    if nama and not pilih:
        raise Masalah(kata.KOMPONEN_ASING.format(nama=nama))
    if not pilih and peta.komponen and (k := kerja.ada.komponen_bernama(peta.komponen)):
        return k
    pilih = pilih or (kerja.ada.komponen if len(kerja.ada.komponen) == 1 else [])
    if not pilih:
        raise Masalah(kata.KOMPONEN_BELUM)
    return pilih[0]


def _uang(kerja: Kerja, peta: PemetaanLembar, satu: Bacaan, semua: Sequence[Uang]) -> list[tuple[tuple[str, ...], int]]:
    """Return the months and the rupiah that stand for them, cell by cell."""
    tahun = int(satu.isi.get("tahun") or 0) or peta.tahun or _tahun_pilihan(kerja.pilihan)
    hasil: list[tuple[tuple[str, ...], int]] = []
    for uang in [s for s in semua if s.isian != "jumlah"] or semua:
        if uang.isian == "jumlah":
            hasil.append((_bulan(kerja, peta, satu, tahun), uang.jumlah))
            continue
        thn = uang.tahun or tahun
        if not thn:
            raise Masalah(kata.TAHUN_BELUM)
        ke = uang.isian
        kode = f"{thn}-TW{ke[1]}" if ke in TRIWULAN else f"{thn}-{BULAN.index(ke) + 1:02d}"
        hasil.append((periode_.baca(kode).bulan, uang.jumlah))
    return hasil


def _tahun_pilihan(pilihan: Pilihan) -> int:
    return int(pilihan.periode[:4]) if pilihan.periode[:4].isdigit() else 0


def _bulan(kerja: Kerja, peta: PemetaanLembar, satu: Bacaan, tahun: int) -> tuple[str, ...]:
    tulisan = teks(satu.mentah_bulan)
    if tulisan:
        kolom = peta.kolom_isian("bulan")
        judul = kolom.judul.casefold() if kolom else ""
        per_triwulan = "triwulan" in judul or judul.split()[:1] == ["tw"]
        bulan = sel_.bulan(satu.mentah_bulan, tahun, triwulan=per_triwulan)
        if not bulan and not tahun and sel_.bulan(satu.mentah_bulan, 2000, triwulan=per_triwulan):
            raise Masalah(kata.TAHUN_BELUM)
        if not bulan:
            raise Masalah(kata.PERIODE_SALAH.format(teks=tulisan[:40]))
        return bulan
    if kode := kerja.pilihan.periode or peta.periode:
        return sel_.bulan(kode, 0)
    if satu.isi.get("tahun"):
        return sel_.bulan(str(tahun), tahun)
    raise Masalah(kata.PERIODE_BELUM)


def _penerima(kerja: Kerja, jabatan_id: str, satu: Bacaan, bulan: Sequence[str]) -> Penerima:
    penerima = kerja.siapa.cari(
        jabatan_id, satu.isi.get("nama", ""), satu.isi.get("nik", ""), bulan,
        terima=satu.letak in kerja.pilihan.terima,
    )  # fmt: skip
    satu.tanda.extend(penerima.tanda)
    if penerima.masalah:
        raise Masalah(penerima.masalah, penerima.usul)
    return penerima
