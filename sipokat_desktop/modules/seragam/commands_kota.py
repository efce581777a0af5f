"""The commands of module seragam at the city: what is bought, what it holds, and what lies where in the whole city."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import City, CityAnswer, CityCommand, CityRow, Json
from sipokat_desktop.storage.sqlite import Connection

from . import queries, rules, stok, text_perintah
from .kota import salinan
from .model import SELESAI, Barang, Pengadaan
from .pengadaan_ops import ISI, TABEL, TERBUKA, bersihkan
from .periksa_isi import dalam_daftar, tidak_kurang
from .tempat import PENGADAAN

ISIAN = (
    "barang", "model", "ukuran", "per_orang", "satuan", "sumber_dana", "penyedia", "kontrak_nomor",
    "kontrak_tanggal", "catatan",
)  # fmt: skip


def isian_pengadaan(parser: ArgumentParser) -> None:
    """Add the options of a purchase."""
    parser.add_argument("--nama", required=True, metavar="NAMA", help="nama pengadaan, misalnya “Seragam RT 2026”")
    parser.add_argument("--tahun", required=True, metavar="2026")
    for isian in ISIAN:
        parser.add_argument(f"--{isian.replace('_', '-')}", dest=isian, default=None, metavar="TEKS")
    parser.add_argument(
        "--isi", default=None, metavar="ISI", help="misalnya “S=40, M=120” atau “Pria: M=80; Wanita: M=40”"
    )


def isian_dari(args: Namespace) -> dict[str, str]:
    """Return the options that were given."""
    return {isian: getattr(args, isian) for isian in ISIAN if getattr(args, isian) is not None}


def _pengadaan_arguments(parser: ArgumentParser) -> None:
    isian_pengadaan(parser)
    parser.add_argument("--keadaan", choices=(TERBUKA, SELESAI), help="selesai: tidak menerima catatan lagi")


def _pengadaan(kota: City, args: Namespace) -> CityAnswer:
    """Record a purchase of the city, or change the one with this name and year: what is not named stays."""
    isian = {"nama": args.nama, "tahun": args.tahun} | isian_dari(args)
    fields = bersihkan(isian, baru=False)
    id = rules.id_pengadaan(wilayah.KOTA, int(str(fields["tahun"])), str(fields["nama"]))
    with salinan(kota) as con:
        ada = next((p for p in queries.pengadaan(con) if p.pengadaan_id == id), None)
        fields = fields if ada else bersihkan(isian, baru=True)
        fields |= {"keadaan": args.keadaan} if args.keadaan else {}
        isi = rules.baca_isi(args.isi) if args.isi is not None else {}
        rows = _rows_isi(con, _jadi(id, fields, ada), isi, ganti=False)
    lines = [text_perintah.PENGADAAN_DISIMPAN.format(nama=fields["nama"], tahun=fields["tahun"])]
    lines += [text_perintah.ISI_DISIMPAN.format(isi=rules.sebut_isi(isi), jumlah=sum(isi.values()))] if isi else []
    return CityAnswer((CityRow(TABEL, id, fields), *rows), tuple(lines))


def _jadi(id: str, fields: Fields, ada: Pengadaan | None) -> Pengadaan:
    """Return a purchase as it will be."""
    dasar = ada or Pengadaan(id, wilayah.KOTA, "", 0, "", (), (), 1, "", "", "", "", "", "", "", 0)
    ubah = {nama: str(fields[nama] or "") for nama in ("nama", "satuan") if nama in fields}
    daftar = {nama: rules.pisah(str(fields[nama] or "")) for nama in ("model", "ukuran") if nama in fields}
    return dasar._replace(**ubah, **daftar)  # type: ignore[arg-type]


def _rows_isi(con: Connection, p: Pengadaan, isi: Mapping[Barang, int], *, ganti: bool) -> list[CityRow]:
    """Return the rows that make a purchase hold ``isi``; with ``ganti`` what is not named is taken out."""
    ada = queries.isi(con, p.pengadaan_id)
    jadi = {**({} if ganti else ada), **isi}
    dalam_daftar(p, {barang: n for barang, n in jadi.items() if n})
    tidak_kurang(p, ada, jadi, stok.saldo(con, p.pengadaan_id))
    rows: list[CityRow] = []
    for barang in sorted({*ada, *jadi}, key=rules.urut):
        jumlah = jadi.get(barang, 0)
        if jumlah != ada.get(barang, 0):
            fields: Fields = {"pengadaan_id": p.pengadaan_id, "jumlah": jumlah, **rules.isi_barang(barang)}
            rows.append(CityRow(ISI, rules.id_isi(p.pengadaan_id, barang), fields))
    return rows


def _isi_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("pengadaan", metavar="PENGADAAN", help="nama atau tahunnya")
    parser.add_argument("--isi", required=True, metavar="ISI", help="misalnya “S=40, M=120”")
    parser.add_argument("--ganti", action="store_true", help="yang tidak disebut dikeluarkan dari isi")


def _isi(kota: City, args: Namespace) -> CityAnswer:
    """Set how many pieces of each kind a purchase of the city holds."""
    with salinan(kota) as con:
        p = queries.cari_pengadaan(con, args.pengadaan)
        if not p.kota:
            raise InputSalah("pengadaan", text_perintah.MILIK_KANTOR.format(kantor=wilayah.nama_kantor(p.lingkup)))
        isi = rules.baca_isi(args.isi)
        rows = _rows_isi(con, p, isi, ganti=args.ganti)
        jadi = isi if args.ganti else queries.isi(con, p.pengadaan_id) | isi
    kata = text_perintah.ISI_DISIMPAN.format(isi=rules.sebut_isi(jadi), jumlah=sum(jadi.values()))
    return CityAnswer(tuple(rows), (kata,) if rows else (text_perintah.TETAP,))


def _stok_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("pengadaan", nargs="?", default="", metavar="PENGADAAN", help="nama atau tahunnya")
    parser.add_argument("--kecamatan", default="", metavar="NAMA", help="hanya satu kecamatan")


def _stok(kota: City, args: Namespace) -> CityAnswer:
    """Say what lies where in the whole city, what is needed and short, and what does not add up."""
    lingkup = wilayah.lingkup_kantor(wilayah.cari_kantor(args.kecamatan)) if args.kecamatan else wilayah.KOTA
    with salinan(kota) as con:
        p, hari = queries.cari_pengadaan(con, args.pengadaan), tanggal.wib(kota.now).date()
        ada = queries.stok(con, p.pengadaan_id, lingkup=lingkup)
        angka = queries.ringkas(con, p.pengadaan_id, lingkup=lingkup, hari=hari)
        tabel = queries.matriks(con, p.pengadaan_id, lingkup=lingkup, hari=hari)
        masalah = queries.masalah(con, p.pengadaan_id, lingkup=lingkup)
    per: dict[str, dict[Barang, int]] = {}
    for satu in ada:
        if satu.ada:
            per.setdefault(satu.tempat, {})[satu.barang] = satu.ada
    kurang = {barang: n for barang, n in zip(tabel.kolom, tabel.kurang, strict=True) if n}
    lines = [text_perintah.RINGKAS.format(nama=p.nama, satuan=p.satuan, **angka._asdict())]
    lines += [f"{_nama(di)}: {rules.sebut_isi(isi)}" for di, isi in per.items()]
    lines += [text_perintah.KURANG.format(isi=rules.sebut_isi(kurang))] if kurang and lingkup == wilayah.KOTA else []
    data: dict[str, Json] = {
        "pengadaan": p.nama, **angka._asdict(), "stok": {di: kata_isi(isi) for di, isi in per.items()},
        "kurang": kata_isi(kurang), "masalah": [m.kalimat for m in masalah],
    }  # fmt: skip
    return CityAnswer((), (*lines, *(m.kalimat for m in masalah)), data)


def kata_isi(isi: Mapping[Barang, int]) -> dict[str, Json]:
    """Return quantities for a machine."""
    return {barang.kata: n for barang, n in isi.items()}


def _nama(tempat: str) -> str:
    return text_perintah.BELUM_KELUAR if tempat == PENGADAAN else wilayah.nama_kantor(tempat)


CITY_COMMANDS = (
    CityCommand(("seragam", "pengadaan"), "catat atau ubah pengadaan seragam kota", _pengadaan_arguments, _pengadaan),
    CityCommand(("seragam", "isi"), "catat jumlah tiap ukuran yang dibeli", _isi_arguments, _isi),
    CityCommand(("seragam", "stok"), "tampilkan stok dan kebutuhan seluruh kota", _stok_arguments, _stok),
)
