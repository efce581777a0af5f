"""The evaluation of reports of a scope in any days: every figure of the page, of F6 and of the Lembar rakor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sipokat_desktop.kernel import periode, persen, tanggal, wilayah
from sipokat_desktop.modules.rt import queries
from sipokat_desktop.storage.engine import snapshot
from sipokat_desktop.storage.sqlite import Connection

from . import sebutan, text
from . import text_evaluasi as kata
from .evaluasi_baca import AngkaRt, Rt, Sumber, jumlahkan
from .evaluasi_model import BIDANG, Angka, Bagian, Baris, Evaluasi, Rentang, Ujung, Ujungnya
from .rentang import bulan_bulan

_BULAN_TERBANYAK = 240
"""Longer spans (a year mistyped) show only the months that have a report."""


def hitung(con: Connection, lingkup: str, rentang: Rentang) -> Evaluasi:
    """Return all figures of a scope (a kelurahan, ``kec:…`` or ``kota``) in these days, of one moment."""
    with snapshot(con):
        return _hitung(con, lingkup, rentang, Sumber(con, lingkup, rentang))


def _hitung(con: Connection, lingkup: str, rentang: Rentang, sumber: Sumber) -> Evaluasi:
    laporan, bulan, terbaru = sumber.per_rt(), sumber.per_bulan(), sumber.terbaru()
    per_rt = _per_rt(laporan, sumber.rt())
    kelurahan = _per_kelurahan(con, per_rt, bulan)
    angka = jumlahkan([satu.angka for satu in laporan])
    e = Evaluasi(
        lingkup=lingkup,
        tempat=tempat(con, lingkup),
        rentang=rentang,
        terbaru=terbaru,
        angka=angka,
        bidang=per_bidang(angka),
        jenis=_jenis(sumber.per_jenis()),
        kategori=bagian({"kinerja": angka.kinerja, "biasa": angka.biasa}, text.KATEGORI),
        lurah=_putusan(angka.lurah_ya, angka.lurah_tidak, angka.lurah_belum),
        camat=_putusan(angka.camat_ya, angka.camat_tidak, angka.camat_belum),
        foto=bagian({"ada": angka.berfoto, "tanpa": angka.jumlah - angka.berfoto}, kata.FOTO),
        aktif=_aktif(sum(b.aktif for b in kelurahan), sum(b.rt for b in kelurahan)),
        bulan=_bulan(bulan, rentang),
        kelurahan=kelurahan,
        per_rt=per_rt,
        ujung_kelurahan=ujungnya(kelurahan),
        ujung_rt=ujungnya(_dengan_kelurahan(per_rt, kelurahan)),
        definisi=(),
    )
    return replace(e, definisi=(*kata.DEFINISI, kata.TIMPANG if e.timpang else kata.BULAT, _data(terbaru)))


def tempat(con: Connection, lingkup: str) -> str:
    """Return what people call the place of a scope: *Kelurahan …*, *Kecamatan …*, *Kota …*."""
    if wilayah.beberapa(lingkup):
        return wilayah.nama(lingkup) if wilayah.adalah_kota(lingkup) else wilayah.nama_kantor(lingkup)
    return kata.KELURAHAN.format(nama=queries.nama_kelurahan(con, lingkup))


def bagian(jumlah: Mapping[str, int], nama: Mapping[str, str]) -> tuple[Bagian, ...]:
    """Return counts by code as the parts of one whole, in their order."""
    semua = sum(jumlah.values())
    bagi = persen.bagi([*jumlah.values()])
    return tuple(Bagian(kode, nama[kode], n, p, semua) for (kode, n), p in zip(jumlah.items(), bagi, strict=True))


def _putusan(ya: int, tidak: int, belum: int) -> tuple[Bagian, ...]:
    return bagian({"ya": ya, "tidak": tidak, "belum": belum}, kata.DIVERIFIKASI)


def _aktif(aktif: int, semua: int) -> tuple[Bagian, ...]:
    return bagian({"aktif": aktif, "tanpa": semua - aktif}, kata.AKTIF)


def per_bidang(angka: Angka) -> tuple[Bagian, ...]:
    """Return the four fields; the fifth, and one that is not known here, only where there are reports of it."""
    jumlah = dict(zip(BIDANG, angka.bidang, strict=True)) | {"": angka.jumlah - sum(angka.bidang)}
    ada = {kode: n for kode, n in jumlah.items() if n or kode in BIDANG[:4]}
    return bagian(ada, text.BIDANG | {"": kata.BIDANG_LAIN})


def _jenis(jumlah: Iterable[tuple[str, str, int]]) -> tuple[Bagian, ...]:
    urut = {f"{bidang}.{jenis}": n for bidang, jenis, n in sorted(jumlah, key=lambda satu: (-satu[2], *satu[:2]))}
    return bagian(urut, {kode: nama_jenis(*kode.split(".", 1)) for kode in urut})


def nama_jenis(bidang: str, jenis: str) -> str:
    """Return the words of a kind of activity; ``lain`` and one not known here say their field too."""
    nama = sebutan.jenis(jenis)
    if nama != text.JENIS_LAIN:
        return nama
    return kata.JENIS_LAIN.format(bidang=text.BIDANG.get(bidang, kata.BIDANG_LAIN))


def _bulan(jumlah: Iterable[tuple[str, str, int]], rentang: Rentang) -> tuple[Bagian, ...]:
    ada: Counter[str] = Counter()
    for _, bulan, n in jumlah:
        ada[bulan] += n
    semua = sorted(filter(None, ada))
    awal, akhir = rentang.dari[:7] or min(semua, default=""), rentang.sampai[:7] or max(semua, default="")
    if awal and akhir and (int(akhir[:4]) - int(awal[:4])) * 12 < _BULAN_TERBANYAK:
        semua = bulan_bulan(awal, akhir)
    return bagian({bulan: ada[bulan] for bulan in semua}, {bulan: periode.nama_bulan(bulan) for bulan in semua})


# lines


def _per_rt(laporan: Sequence[AngkaRt], rt: Mapping[str, Rt]) -> tuple[Baris, ...]:
    """A line per RT that counts: with a head in the days, or with a report."""
    ada = {(satu.lingkup, satu.jabatan_id): satu for satu in laporan}
    for id, post in rt.items():
        if post.berketua:
            ada.setdefault((post.lingkup, id), AngkaRt(post.lingkup, id, 0, Angka()))
    lines = [_baris_rt(satu, rt.get(satu.jabatan_id)) for satu in ada.values()]
    lines.sort(key=lambda b: (b.lingkup, len(b.nama), b.nama, b.kode))
    return _berurutan(lines)


def _baris_rt(satu: AngkaRt, post: Rt | None) -> Baris:
    nama = kata.RT.format(nomor=post.nomor) if post else kata.RT_TAK_DIKENAL
    ketua, aktif = post.ketua if post else "", int(satu.angka.jumlah > 0)
    return Baris(satu.jabatan_id, nama, satu.lingkup, ketua, 1, aktif, satu.bulan, satu.angka, 0, 0)


def _per_kelurahan(
    con: Connection, per_rt: Iterable[Baris], bulan: Iterable[tuple[str, str, int]]
) -> tuple[Baris, ...]:
    """A line per kelurahan that has an RT that counts."""
    isi: dict[str, list[Baris]] = defaultdict(list)
    for b in per_rt:
        isi[b.lingkup].append(b)
    aktif = Counter(kode for kode, _, _ in bulan)
    lines = [
        Baris(
            kode, queries.nama_kelurahan(con, kode), kode, "", len(semua), sum(b.aktif for b in semua), aktif[kode],
            jumlahkan([b.angka for b in semua]), 0, 0,
        )
        for kode, semua in sorted(isi.items())
    ]  # fmt: skip
    return _berurutan(lines)


def _berurutan(lines: Sequence[Baris]) -> tuple[Baris, ...]:
    """Give every line its share of all and its place."""
    jumlah = [b.angka.jumlah for b in lines]
    tempat: dict[int, int] = {}
    for ke, n in enumerate(sorted(jumlah, reverse=True), 1):
        tempat.setdefault(n, ke if n else 0)
    return tuple(
        b._replace(persen=p, urutan=tempat[b.angka.jumlah]) for b, p in zip(lines, persen.bagi(jumlah), strict=True)
    )


def _dengan_kelurahan(per_rt: Sequence[Baris], kelurahan: Sequence[Baris]) -> list[Baris]:
    """Say the kelurahan of an RT too, where there are several."""
    nama = {b.kode: f" {b.nama}" for b in kelurahan} if len(kelurahan) > 1 else {}
    return [b._replace(nama=b.nama + nama.get(b.lingkup, "")) for b in per_rt]


def ujungnya(lines: Sequence[Baris]) -> Ujungnya:
    """Return who has the most and who the fewest reports, every tie named; nobody where there is nothing to compare."""
    jumlah = {b.angka.jumlah for b in lines}
    if len(jumlah) < 2:
        return Ujungnya(None, None)
    return Ujungnya(_ujung(lines, max(jumlah)), _ujung(lines, min(jumlah)))


def _ujung(lines: Sequence[Baris], jumlah: int) -> Ujung:
    yang = [b for b in lines if b.angka.jumlah == jumlah]
    return Ujung(jumlah, tuple(b.kode for b in yang), tuple(b.nama for b in yang))


def _data(terbaru: str) -> str:
    if not terbaru:
        return kata.DATA_KOSONG
    return kata.DATA_HARI.format(hari=tanggal.panjang(date.fromisoformat(terbaru)))
