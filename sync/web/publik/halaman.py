"""The public pages: overview, a kelurahan, every table as a page, CSV and JSON, the data dictionary."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO

from starlette.responses import Response

from sipokat_desktop.exporting import separated
from sipokat_desktop.exporting.workbook import Column, Table
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.storage.public import PublicTable
from sync.web.kit.awal import halaman_pertama
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import isi, text

SEMENTARA = "public, max-age=300"
"""What everybody may see may be kept for some minutes by whoever fetches it."""
KAMUS = '</data/kamus>; rel="describedby license"'
"""Where the head of every file points to: what its columns mean, and on which terms it may be used."""
SAMPAI = "data_sampai"
"""The column of the day (ISO) up to which the figures of a file are counted."""


def depan(k: Kunjungan) -> Response:
    """Show the overview of the city; who is logged in goes on to the first page of the role."""
    if k.orang is not None:
        return k.pindah(halaman_pertama(k))
    baris = isi.per_kelurahan(k)[0].baris
    return _tampil(k, "depan", bagian=isi.bagian(k), berisi=sum(map(isi.berisi, baris)), semua=len(baris))


def semua_kelurahan(k: Kunjungan) -> Response:
    """Show the first table that has a row for each kelurahan."""
    return _tampil(k, "semua", isi=isi.per_kelurahan(k)[0], sel=isi.sel, berisi=isi.berisi)


def kelurahan(k: Kunjungan) -> Response:
    """Show what every table says of one kelurahan."""
    kode = k.jalan("kode")
    if kode not in wilayah.kelurahan_dari(wilayah.KOTA):
        raise TidakAda
    baris = [
        (satu.tabel, [(kolom, isi.sel(nilai)) for kolom, nilai in zip(satu.tabel.columns[3:], b[3:], strict=True)])
        for satu in isi.per_kelurahan(k)
        for b in satu.baris
        if b[0] == kode and isi.berisi(b)
    ]
    return _tampil(k, "kelurahan", kode=kode, baris=baris, kecamatan=wilayah.nama_kecamatan(kode))


def data(k: Kunjungan) -> Response:
    """Show which tables there are, and how to fetch them."""
    return _tampil(k, "data", tabel=isi.TABEL.values())


def kamus(k: Kunjungan) -> Response:
    """Show what every column of every table means."""
    return _tampil(k, "kamus", tabel=isi.TABEL.values())


def tabel(k: Kunjungan) -> Response:
    """Show one table."""
    return _tampil(k, "tabel", isi=isi.satu(k, k.jalan("kunci")), sel=isi.sel)


def _tampil(k: Kunjungan, nama: str, **isinya: object) -> Response:
    """Show a page with the choice of the year, the licence and the day that the data are of."""
    umum = {"tahun": isi.tahun(k), "pilihan": isi.pilihan_tahun(k), "text": text, "data_sampai": _sampai(k)}
    umum["lisensi"] = _lisensi(k)
    return k.tampil(f"publik/{nama}.html", status=200, **umum, **isinya)


def _lisensi(k: Kunjungan) -> str:
    return k.lisensi or text.LISENSI


def _sampai(k: Kunjungan) -> str:
    hari, kini = date.fromisoformat(isi.masa(k).last), tanggal.wib(k.now).date()
    return text.TANGGAL.format(
        hari=tanggal.panjang(hari), saat=f"{tanggal.panjang(kini)} {tanggal.jam_wib(k.now)}"
    )  # fmt: skip


def csv(k: Kunjungan) -> Response:
    """Give one table out as CSV for Excel: UTF-8, semicolons, no formulas; the last column says of which day it is."""
    satu, file, sampai = isi.satu(k, k.jalan("kunci")), BytesIO(), isi.masa(k).last
    kolom = tuple(Column(kolom.name, "angka" if kolom.number else "teks", 12) for kolom in satu.tabel.columns)
    baris = [(*b, sampai) for b in satu.baris]
    separated.write(file, Table(satu.tabel.title, (), (*kolom, Column(SAMPAI, "teks", 12)), baris, foot=""))
    return _terbuka(k.unduh(file.getvalue(), f"{satu.tabel.key}-{isi.tahun(k)}.csv", "text/csv; charset=utf-8"))


def json_(k: Kunjungan) -> Response:
    """Give one table out as JSON, each row an object, with what its columns mean."""
    satu = isi.satu(k, k.jalan("kunci"))
    nama = [kolom.name for kolom in satu.tabel.columns]
    return _json(
        k,
        {
            **_keterangan(satu.tabel), "tahun": isi.tahun(k), SAMPAI: isi.masa(k).last,
            "disusun": tanggal.wib(k.now).isoformat(timespec="seconds"),
            "baris": [dict(zip(nama, baris, strict=True)) for baris in satu.baris],
        }
    )  # fmt: skip


def kamus_json(k: Kunjungan) -> Response:
    """Give out what every column of every table means."""
    return _json(k, {"tabel": {kunci: _keterangan(tabel) for kunci, tabel in isi.TABEL.items()}})


def _keterangan(tabel: PublicTable) -> dict[str, object]:
    kolom = {
        satu.name: {"judul": satu.label, "arti": satu.meaning, "jenis": text.JENIS[satu.number]}
        for satu in tabel.columns
    }
    return {"judul": tabel.title, "keterangan": tabel.said, "kolom": kolom}


def _json(k: Kunjungan, isinya: dict[str, object]) -> Response:
    umum = {"sumber": text.SUMBER, "lisensi": _lisensi(k), "sel_kosong": text.KOSONG}
    return _terbuka(Response(json.dumps(umum | isinya, ensure_ascii=False), media_type="application/json"))


def _terbuka(response: Response) -> Response:
    """Let anybody's program fetch it, keep it for a while, and find the dictionary and the licence."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = SEMENTARA
    response.headers["Link"] = KAMUS
    return response
