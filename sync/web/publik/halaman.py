"""The public pages: overview, a kelurahan, and every table as a page, CSV and JSON."""

from __future__ import annotations

import json
from io import BytesIO

from starlette.responses import Response

from sipokat_desktop.exporting import separated
from sipokat_desktop.exporting.workbook import Column, Table
from sipokat_desktop.kernel import wilayah
from sync.web.kit.awal import halaman_pertama
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import isi

SEMENTARA = "public, max-age=300"
"""What everybody may see may be kept for some minutes by whoever fetches it."""


def depan(k: Kunjungan) -> Response:
    """Show the overview of the city; who is logged in goes on to the first page of the role."""
    if k.orang is not None:
        return k.pindah(halaman_pertama(k))
    return k.tampil(
        "publik/depan.html", bagian=isi.bagian(k), tahun=isi.tahun(k), pilihan=isi.pilihan_tahun(k),
        berisi=len(isi.per_kelurahan(k)[0].baris), semua=len(wilayah.kelurahan_dari(wilayah.KOTA)),
    )  # fmt: skip


def semua_kelurahan(k: Kunjungan) -> Response:
    """Show the first table that has a row for each kelurahan."""
    satu = isi.per_kelurahan(k)[0]
    return k.tampil("publik/semua.html", isi=satu, tahun=isi.tahun(k), pilihan=isi.pilihan_tahun(k))


def kelurahan(k: Kunjungan) -> Response:
    """Show what every table says of one kelurahan."""
    kode = k.jalan("kode")
    if kode not in wilayah.kelurahan_dari(wilayah.KOTA):
        raise TidakAda
    baris = [
        (satu.tabel, [(kolom, isi.sel(nilai)) for kolom, nilai in zip(satu.tabel.columns[3:], b[3:], strict=True)])
        for satu in isi.per_kelurahan(k)
        for b in satu.baris
        if b[0] == kode
    ]
    return k.tampil(
        "publik/kelurahan.html", kode=kode, baris=baris, tahun=isi.tahun(k), pilihan=isi.pilihan_tahun(k),
        kecamatan=wilayah.nama_kecamatan(kode),
    )  # fmt: skip


def data(k: Kunjungan) -> Response:
    """Show which tables there are, and how to fetch them."""
    return k.tampil("publik/data.html", tabel=isi.TABEL.values(), tahun=isi.tahun(k), pilihan=isi.pilihan_tahun(k))


def tabel(k: Kunjungan) -> Response:
    """Show one table."""
    satu = isi.satu(k, k.jalan("kunci"))
    return k.tampil("publik/tabel.html", isi=satu, sel=isi.sel, tahun=isi.tahun(k), pilihan=isi.pilihan_tahun(k))


def csv(k: Kunjungan) -> Response:
    """Give one table out as CSV for Excel: UTF-8, semicolons, no formulas."""
    satu, file = isi.satu(k, k.jalan("kunci")), BytesIO()
    kolom = tuple(Column(kolom.name, "angka" if kolom.number else "teks", 12) for kolom in satu.tabel.columns)
    separated.write(file, Table(satu.tabel.title, (), kolom, satu.baris, foot=""))
    return _terbuka(k.unduh(file.getvalue(), f"{satu.tabel.key}-{isi.tahun(k)}.csv", "text/csv; charset=utf-8"))


def json_(k: Kunjungan) -> Response:
    """Give one table out as JSON, each row an object, with what it counts."""
    satu = isi.satu(k, k.jalan("kunci"))
    nama = [kolom.name for kolom in satu.tabel.columns]
    teks = json.dumps(
        {
            "judul": satu.tabel.title, "keterangan": satu.tabel.said, "tahun": isi.tahun(k),
            "sampai": isi.masa(k).last, "kolom": {kolom.name: kolom.label for kolom in satu.tabel.columns},
            "baris": [dict(zip(nama, baris, strict=True)) for baris in satu.baris],
        },
        ensure_ascii=False,
    )  # fmt: skip
    return _terbuka(Response(teks, media_type="application/json"))


def _terbuka(response: Response) -> Response:
    """Let anybody's program fetch it, and keep it for a while."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = SEMENTARA
    return response
