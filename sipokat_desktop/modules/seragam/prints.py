"""The papers of module seragam: F8, F8b, and F9 for a delivery (DOMAIN §8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.rt import bast as f9
from sipokat_desktop.modules.rt import kantor as kepala
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing import grid, letter, receipt
from sipokat_desktop.printing.goods import BarisBarang, DaftarBarang, kolom_barang
from sipokat_desktop.printing.grid import Lajur, Lembar
from sipokat_desktop.printing.letter_table import TabelSurat
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.sqlite import Connection

from . import queries
from . import text_cetak as kata
from .model import BarisTerima, Matriks, Pengadaan
from .tempat import PENGADAAN

Wilayah = str | Sequence[str]
_LAJUR_KIRIM = tuple(
    Lajur(judul, lebar, "kanan" if ke == 4 else "kiri")
    for ke, (judul, lebar) in enumerate(zip(kata.KIRIM_KOLOM, (8, 50, 40, 24, 18, 20), strict=True))
)


def tanda_terima(
    con: Connection, pengadaan_id: str, *, lingkup: Wilayah, kertas: str, sekarang: int, acara: str = ""
) -> bytes:
    """Return F8 as a PDF: all heads of ``lingkup`` with room to sign, or who received at the event ``acara``.

    Raises InputSalah for a purchase that is gone.
    """
    hari, kertas_ = tanggal.wib(sekarang).date(), Kertas[kertas]
    lembar = queries.lembar(con, pengadaan_id, lingkup=lingkup, hari=hari, acara=acara)
    p, kantor = lembar.pengadaan, _kantor(lingkup)
    banyak = len(queries.kelurahan(con, lingkup)) > 1
    daftar = DaftarBarang(
        judul=(kata.JUDUL.format(barang=p.barang.upper()), kepala.judul(con, kantor), kata.TAHUN.format(tahun=p.tahun)),
        kepala=_kepala(p, acara),
        baris=[_baris(b, banyak=banyak) for b in lembar.baris],
        penanda=(f9.mengetahui(con, kantor, hari), Penanda((kata.YANG_MENYERAHKAN,))),
        tempat_tanggal=kata.TEMPAT_TAHUN.format(tahun=hari.year), nomor="", revisi=0, dicetak=_saat(sekarang),
        checksum="", draf=False, bentuk="pendek", kop=f9.kop(con, kantor), kolom=kolom_barang(kertas_),
        per_ukuran=tuple((barang.kata if barang.ukuran else kata.TANPA, jumlah) for barang, jumlah in lembar.jumlah),
        satuan=p.satuan or kata.SATUAN,
        nama=p.nama,
    )  # fmt: skip
    return receipt.gambar(daftar, kertas_)


def matriks(con: Connection, pengadaan_id: str, *, lingkup: Wilayah, kertas: str, sekarang: int) -> bytes:
    """Return F8b as a PDF: what is needed and bought, and what was handed over and is left, per size and kelurahan."""
    hari = tanggal.wib(sekarang).date()
    p = queries.satu_pengadaan(con, pengadaan_id)
    m = queries.matriks(con, pengadaan_id, lingkup=lingkup, hari=hari)
    lembar = [
        _lembar(con, p, _kantor(lingkup), sekarang, kata.MATRIKS_PERLU, _perlu(m)),
        _lembar(con, p, _kantor(lingkup), sekarang, kata.MATRIKS_SERAH, _serah(m)),
    ]
    return grid.gambar(lembar, Kertas[kertas])


def bast_kirim(con: Connection, nomor: str, *, lingkup: str, kertas: str, sekarang: int) -> bytes:
    """Return F9 of the delivery with the surat jalan ``nomor`` as a PDF; InputSalah where there is none."""
    k = queries.kiriman_nomor(con, nomor, lingkup=lingkup)
    (pengadaan_id,) = con.execute("SELECT pengadaan_id FROM seragam_gerak WHERE id = ?", k.gerak_ids[:1]).fetchone()
    p = queries.satu_pengadaan(con, pengadaan_id)
    hari = date.fromisoformat(k.tanggal)
    satuan = p.satuan or kata.SATUAN
    baris = [
        (str(ke), p.barang, satu.model or kata.KOSONG, satu.ukuran, str(jumlah), satuan)
        for ke, (satu, jumlah) in enumerate(k.isi, 1)
    ]
    tabel = TabelSurat(_LAJUR_KIRIM, [*baris, ("", kata.JUMLAH_BARIS, "", "", str(k.jumlah), satuan)], tebal=1)
    isi = f9.Bast(
        f9.SERAH, k.nomor, hari, _pihak(con, k.dari, p, hari), _pihak(con, k.ke, p, hari), tabel, k.jumlah, satuan,
        lain=(kata.KIRIM_ALASAN.format(nomor=k.nomor, pengadaan=p.nama),), ketentuan=kata.KIRIM_KETENTUAN,
    )  # fmt: skip
    kop = k.ke if k.diterima_kecamatan else k.dari
    return letter.gambar(f9.susun(con, kop, isi, dicetak=_saat(sekarang)), Kertas[kertas])


def _pihak(con: Connection, tempat: str, p: Pengadaan, hari: date) -> f9.Pihak:
    """Return who signs for a place: lurah, camat, or whoever delivers what was bought."""
    if tempat == PENGADAAN:
        return f9.Pihak("", kata.PENYEDIA.format(nama=p.penyedia) if p.penyedia else kata.PENYEDIA_KOSONG)
    return f9.kepala_kantor(con, tempat, hari)


def _kantor(lingkup: Wilayah) -> str:
    """Return the office that a paper speaks for: the kelurahan, or that above the several that it covers."""
    if isinstance(lingkup, str):
        return lingkup
    kecamatan = {wilayah.kecamatan_dari(satu) for satu in lingkup}
    return lingkup[0] if len(lingkup) == 1 else kecamatan.pop() if len(kecamatan) == 1 else wilayah.KOTA


def _kepala(p: Pengadaan, acara: str) -> tuple[tuple[str, str], ...]:
    kontrak = f"{p.kontrak_nomor}, {_hari(p.kontrak_tanggal)}" if p.kontrak_tanggal else p.kontrak_nomor
    isi = ((kata.PENGADAAN, p.nama), (kata.SUMBER, p.sumber_dana), (kata.KONTRAK, kontrak), (kata.ACARA, acara))
    return tuple((label, nilai) for label, nilai in isi if nilai)


def _baris(b: BarisTerima, *, banyak: bool) -> BarisBarang:
    keterangan = (kata.KELURAHAN_KECIL.format(kelurahan=b.kelurahan) if banyak else "", b.keterangan)
    return BarisBarang(
        b.nama, b.rt, b.jumlah, keterangan=kata.SELA.join(filter(None, keterangan)),
        ukuran=b.barang.ukuran or kata.KOSONG,
        model=b.barang.model or kata.KOSONG, tanggal=_pendek(b.tanggal),
    )  # fmt: skip


def _lembar(
    con: Connection, p: Pengadaan, kantor: str, saat: int, judul: str, isi: tuple[Sequence[Lajur], list[list[str]], int]
) -> Lembar:
    lajur, baris, tebal = isi
    hari = tanggal.wib(saat).date()
    return Lembar(
        judul=(judul.format(barang=p.barang.upper()), kepala.judul(con, kantor), kata.TAHUN.format(tahun=p.tahun)),
        lajur=tuple(lajur), baris=baris, penanda=(f9.mengetahui(con, kantor, hari),),
        tempat_tanggal=f"{kata.TEMPAT}, {tanggal.panjang(hari)}",
        kaki=Kaki(kata.MATRIKS_KAKI.format(nama=p.nama), _saat(saat)), kepala=_kepala(p, ""), tebal=tebal,
    )  # fmt: skip


def _perlu(m: Matriks) -> tuple[Sequence[Lajur], list[list[str]], int]:
    """Return what is needed per kelurahan, with what was bought and what is short below."""
    baris = [
        [str(ke), b.nama, *map(_angka, b.perlu), str(sum(b.perlu)), _angka(b.tanpa_ukuran), _angka(b.kosong)]
        for ke, b in enumerate(m.baris, 1)
    ]
    perlu = m.jumlah("perlu")
    belum = (str(sum(b.tanpa_ukuran for b in m.baris)), str(sum(b.kosong for b in m.baris)))
    kosong = ("", "")
    kaki = (
        (kata.JUMLAH_BARIS, perlu, belum),
        (kata.DIBELI if m.seluruh else kata.SAMPAI, m.tersedia, kosong),
        (kata.KURANG, m.kurang, kosong),
        (kata.LEBIH, m.lebih, kosong),
    )
    baris += [["", nama, *map(_angka, isi), str(sum(isi)), *lain] for nama, isi, lain in kaki]
    return _lajur(m, kata.JUMLAH, kata.TANPA_UKURAN, kata.RT_KOSONG), baris, len(kaki)


def _serah(m: Matriks) -> tuple[Sequence[Lajur], list[list[str]], int]:
    """Return what was handed over per kelurahan, and what is left there."""
    baris = [
        [str(ke), b.nama, *map(_angka, b.diserahkan), str(sum(b.diserahkan)), str(sum(b.ada))]
        for ke, b in enumerate(m.baris, 1)
    ]
    serah, ada = m.jumlah("diserahkan"), m.sisa
    if any(m.di_kecamatan):
        baris.append(["", kata.DI_KECAMATAN, *(kata.KOSONG for _ in m.kolom), kata.KOSONG, str(sum(m.di_kecamatan))])
    baris.append(["", kata.DISERAHKAN_BARIS, *map(_angka, serah), str(sum(serah)), ""])
    baris.append(["", kata.SISA_BARIS, *map(_angka, ada), "", str(sum(ada))])
    return _lajur(m, kata.JUMLAH, kata.SISA), baris, 2


def _lajur(m: Matriks, *lain: str) -> Sequence[Lajur]:
    return (
        Lajur(kata.NO, 8, "tengah"),
        Lajur(kata.NAMA_KELURAHAN, 44),
        *(Lajur(barang.kata, 16, "kanan") for barang in m.kolom),
        *(Lajur(judul, 18, "kanan") for judul in lain),
    )


def _angka(n: int) -> str:
    return str(n) if n else kata.KOSONG


def _hari(iso: str) -> str:
    return tanggal.panjang(date.fromisoformat(iso))


def _pendek(iso: str) -> str:
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""


def _saat(sekarang: int) -> str:
    return f"{tanggal.pendek(tanggal.wib(sekarang).date())} {tanggal.jam_wib(sekarang)}"


def _contoh(con: Connection) -> tuple[str, Wilayah] | None:
    row = con.execute("SELECT id FROM seragam_pengadaan ORDER BY tahun DESC, id LIMIT 1").fetchone()
    ada = rt.kelurahan(con)
    return (str(row[0]), ada[0]) if row and ada else None


def _contoh_tanda_terima(con: Connection) -> bytes:
    ada = _contoh(con)
    if ada:
        return tanda_terima(con, ada[0], lingkup=ada[1], kertas="F4", sekarang=0)
    kosong = DaftarBarang(
        judul=(kata.DOKUMEN["tanda_terima"].upper(),), kepala=(), baris=(), penanda=(), tempat_tanggal="", nomor="",
        revisi=0, dicetak="-", checksum="", draf=False, bentuk="pendek", kolom=kolom_barang(Kertas.F4),
        satuan=kata.SATUAN,
    )  # fmt: skip
    return receipt.gambar(kosong, Kertas.F4)


def _contoh_matriks(con: Connection) -> bytes:
    ada = _contoh(con)
    if ada:
        return matriks(con, ada[0], lingkup=ada[1], kertas="F4", sekarang=0)
    lajur, baris, tebal = _perlu(Matriks((), (), (), (), seluruh=True))
    judul = (kata.DOKUMEN["matriks"].upper(),)
    return grid.gambar([Lembar(judul, tuple(lajur), baris, (), "", Kaki(judul[0], ""), tebal=tebal)], Kertas.F4)


DOCUMENTS = (
    Document("tanda-terima-seragam", kata.DOKUMEN["tanda_terima"], _contoh_tanda_terima),
    Document("matriks-seragam", kata.DOKUMEN["matriks"], _contoh_matriks),
)
