"""F15, the report of an event: why, when, with whom, who came in figures and a chart, who never came, what came of it
(DOMAIN §8)."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.printing.chart import Batang, Diagram
from sipokat_desktop.printing.grid import Lajur
from sipokat_desktop.printing.letter import Alinea, Bab, Blok, Butir, Surat
from sipokat_desktop.printing.letter_table import TabelSurat
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection

from . import lembar, queries, statistik, tidak_datang
from . import text_cetak as kata
from .hadir_model import Angka, BarisAngka, TidakDatang
from .model import Kegiatan, sebut_rt

_LEBAR_TABEL = (9, 44, 18, 15, 18, 12, 13, 12, 12, 16, 18)
_LAIN = kata.LAPORAN_TABEL.index(kata.LAIN)
_LEBAR_SESI = (9, 38, 32, 50, 38, 22)
_LEBAR_TIDAK = (10, 52, 44, 44, 34)


def susun(con: Connection, kegiatan_id: str, *, sekarang: int) -> Surat:
    """Gather the report of an event; raise InputSalah when it is gone."""
    k = queries.satu_kegiatan(con, kegiatan_id)
    isi: list[Blok] = []
    for nomor, (judul, blok) in enumerate(zip(kata.LAPORAN_BAB, _bab(con, k), strict=True)):
        isi += [Bab(kata.BAB.format(nomor=chr(ord("A") + nomor), judul=judul)), *blok]
    hari = tanggal.wib(sekarang).date()
    return Surat(
        kantor.kop(con, k.lingkup), (kata.LAPORAN_JUDUL, k.nama.upper()), "", tuple(isi), lembar.tempat_hari(hari),
        ((kantor.penanda_kepala(con, k.lingkup, hari, ""),),),
        Kaki(kata.LAPORAN_KAKI.format(nama=k.nama), lembar.saat(sekarang)),
    )  # fmt: skip


def _bab(con: Connection, k: Kegiatan) -> Sequence[Sequence[Blok]]:
    """Return what stands under each heading of the report, in their order."""
    return (
        _teks(k.latar_belakang),
        _teks(k.dasar_hukum),
        _teks(k.tujuan),
        _waktu(k),
        [_sesi(con, k)],
        _peserta(con, k),
        _tidak_datang(con, k),
        _teks(k.hasil),
        _teks(k.saran),
        [Alinea(kata.LAPORAN_PENUTUP)],
    )


def _teks(isi: str) -> Sequence[Blok]:
    """Return a typed text: one paragraph as it is, several as points."""
    bagian = lembar.alinea(isi)
    if len(bagian) < 2:
        return [Alinea(bagian[0] if bagian else kata.KOSONG)]
    return [Butir(f"{ke}.", satu) for ke, satu in enumerate(bagian, 1)]


def _waktu(k: Kegiatan) -> Sequence[Blok]:
    pola = kata.LAPORAN_WAKTU if k.tempat else kata.LAPORAN_TANPA_TEMPAT
    penyelenggara = [Alinea(kata.LAPORAN_PENYELENGGARA.format(nama=k.penyelenggara))] if k.penyelenggara else []
    return [Alinea(pola.format(nama=k.nama, waktu=k.waktu, tempat=k.tempat)), *penyelenggara]


def _sesi(con: Connection, k: Kegiatan) -> Blok:
    sesi = queries.sesi(con, k.kegiatan_id)
    if not sesi:
        return Alinea(kata.KOSONG)
    angka = {b.id: b.angka for b in statistik.per_sesi(con, k.kegiatan_id)}
    baris = [
        (
            str(ke), tanggal.lengkap(s.hari), s.waktu or kata.KOSONG, s.judul, s.pembicara or kata.KOSONG,
            _datang_dari(angka.get(s.sesi_id, Angka())),
        )
        for ke, s in enumerate(sesi, 1)
    ]  # fmt: skip
    return TabelSurat(_lajur(kata.LAPORAN_SESI, _LEBAR_SESI, tengah=(0,), kanan=(5,)), baris)


def _datang_dari(a: Angka) -> str:
    tambah = kata.SESI_TAMBAH.format(n=a.tanpa_undangan) if a.tanpa_undangan else ""
    return kata.SESI_DATANG.format(datang=a.datang_undangan, n=a.diundang, tambah=tambah)


def _peserta(con: Connection, k: Kegiatan) -> Sequence[Blok]:
    """Return the participants: a sentence, the figures by kecamatan, and the chart of them."""
    per = [b for b in statistik.per_kecamatan_kegiatan(con, k.kegiatan_id) if b.angka.diundang or b.angka.datang]
    semua = statistik.angka_kegiatan(con, k.kegiatan_id)
    if not per:
        return [Alinea(kata.BELUM_DIUNDANG)]
    if not semua.datang and semua.belum == semua.diundang:
        return [Alinea(kata.LAPORAN_DIUNDANG.format(n=semua.diundang))]
    persen = statistik.permil(semua.datang_undangan, semua.diundang)
    kalimat = kata.LAPORAN_PESERTA.format(
        n=semua.diundang, datang=semua.datang_undangan,
        persen=kata.LAPORAN_PERSEN.format(persen=lembar.persen(persen)) if persen is not None else "",
        tambah=kata.PESERTA_TAMBAH.format(n=semua.tanpa_undangan) if semua.tanpa_undangan else "",
    )  # fmt: skip
    baris = [_baris(str(ke), b.nama, b.angka, b.persen) for ke, b in enumerate(per, 1)]
    lajur = _lajur(kata.LAPORAN_TABEL, _LEBAR_TABEL, tengah=(0,), kanan=range(2, 11))
    tabel = _tanpa_lain(lajur, [*baris, _baris("", kata.JUMLAH, semua, persen)])
    batang = tuple(map(_batang, per))
    arti = (kata.DATANG, kata.TIDAK_ATAU_BELUM if semua.belum or semua.beda else kata.TIDAK_DATANG)
    return [
        Alinea(kalimat), tabel, *_catatan(semua),
        Diagram(kata.LAPORAN_GRAFIK, batang, arti),
    ]  # fmt: skip


def _baris(nomor: str, nama: str, a: Angka, persen: int | None) -> tuple[str, ...]:
    angka = (a.diundang, a.hadir, a.diwakili, a.izin, a.sakit, a.alpa, a.beda + a.belum, a.datang_undangan)
    return (nomor, nama, *map(str, angka), lembar.persen(persen))


def _tanpa_lain(lajur: Sequence[Lajur], baris: Sequence[Sequence[str]]) -> TabelSurat:
    """Return the table of figures, without the column of the others where there are none."""
    pakai = [ke for ke in range(len(lajur)) if ke != _LAIN or baris[-1][_LAIN] != "0"]
    return TabelSurat(tuple(lajur[ke] for ke in pakai), [[satu[ke] for ke in pakai] for satu in baris], tebal=1)


def _catatan(a: Angka) -> Sequence[Blok]:
    """Say what the column of the others holds, and who came besides."""
    lain = ((kata.BELUM_DIPUTUSKAN, a.beda), (kata.BELUM_TERCATAT, a.belum))
    isi = ", ".join(f"{nama} {n}" for nama, n in lain if n)
    return [
        *([Alinea(kata.LAPORAN_LAIN.format(lain=kata.LAIN, isi=isi))] if isi else []),
        *([Alinea(kata.LAPORAN_TANPA.format(n=a.tanpa_undangan))] if a.tanpa_undangan else []),
    ]


def _batang(b: BarisAngka) -> Batang:
    datang, n = b.angka.datang_undangan, b.angka.diundang
    return Batang(b.nama, datang, n - datang, kata.BATANG.format(datang=datang, n=n, persen=lembar.persen(b.persen)))


def _tidak_datang(con: Connection, k: Kegiatan) -> Sequence[Blok]:
    semua = tidak_datang.tidak_datang(con, k.kegiatan_id)
    if not k.diundang:
        return [Alinea(kata.BELUM_DIUNDANG)]
    if not semua:
        return [Alinea(_tanpa_nama(statistik.angka_kegiatan(con, k.kegiatan_id)))]
    tercatat, belum = [t for t in semua if t.tercatat], [t for t in semua if not t.tercatat]
    bagi = ((kata.TIDAK_HADIR, tercatat), (kata.BELUM_TAHU, belum))
    return [blok for kalimat, orang in bagi if orang for blok in _nama(kalimat, orang)]


def _nama(kalimat: str, semua: Sequence[TidakDatang]) -> Sequence[Blok]:
    lajur = _lajur(kata.TIDAK_HADIR_KOLOM, _LEBAR_TIDAK, tengah=(0,))
    baris = [_satu_tidak(ke, t) for ke, t in enumerate(semua, 1)]
    return [Alinea(kalimat.format(n=len(semua))), TabelSurat(lajur, baris)]


def _tanpa_nama(a: Angka) -> str:
    """Say why nobody is named: all came, or it is not known yet."""
    if a.belum == a.diundang:
        return kata.BELUM_DICATAT
    return kata.BELUM_SEMUA_DICATAT if a.belum else kata.SEMUA_HADIR


def _satu_tidak(ke: int, t: TidakDatang) -> tuple[str, ...]:
    o = t.orang
    rt = kata.RT_KELURAHAN.format(rt=sebut_rt(o.nomor, o.rw), kelurahan=o.kelurahan)
    keterangan = ", ".join(kata.TANDA.get(satu, satu) for satu in t.tanda) or kata.BELUM_TERCATAT
    return (str(ke), o.nama or kata.RT_KOSONG, rt, wilayah.nama_kecamatan(o.lingkup), keterangan)


def _lajur(
    judul: Sequence[str], lebar: Sequence[float], *, tengah: Sequence[int] = (), kanan: Sequence[int] = ()
) -> tuple[Lajur, ...]:
    return tuple(
        Lajur(satu, luas, "tengah" if ke in tengah else "kanan" if ke in kanan else "kiri")
        for ke, (satu, luas) in enumerate(zip(judul, lebar, strict=True))
    )
