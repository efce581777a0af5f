"""The commands of module seragam at the office: ``sipokat seragam …``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.arguments import berkas
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.pilih_rt import posts
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import commands_cetak, commands_serah, ekspor, ops, queries, rules, text_perintah
from .commands_kota import ISIAN, isian_dari, kata_isi
from .commands_pilih import lingkup, mana, pilih_pengadaan
from .model import IsianUkuran, Pengadaan
from .tempat import PENGADAAN, sebut_tempat

if TYPE_CHECKING:
    from .impor import BarisUkuran


def _ringkas(p: Pengadaan) -> dict[str, Json]:
    nilai: dict[str, Json] = {nama: isi for nama, isi in p._asdict().items() if nama not in ("model", "ukuran")}
    return nilai | {"model": list(p.model), "ukuran": list(p.ukuran)}


def _pengadaan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--nama", default="", metavar="NAMA", help="catat pengadaan kantor ini")
    parser.add_argument("--tahun", default="", metavar="2026")
    for isian in ISIAN:
        parser.add_argument(f"--{isian.replace('_', '-')}", dest=isian, default=None, metavar="TEKS")
    parser.add_argument("--isi", default=None, metavar="ISI", help="misalnya “S=4, M=12” atau “Pria: M=8; Wanita: M=4”")
    keadaan = parser.add_mutually_exclusive_group()
    keadaan.add_argument("--selesai", metavar="PENGADAAN", help="tutup pengadaan kantor ini")
    keadaan.add_argument("--buka-lagi", metavar="PENGADAAN", help="buka lagi")


def _pengadaan(context: Context, args: Namespace) -> Output:
    store, con = context.store, context.store.reader()
    if args.selesai or args.buka_lagi:
        p = queries.cari_pengadaan(con, args.selesai or args.buka_lagi)
        (ops.selesai if args.selesai else ops.buka_lagi)(store, p.pengadaan_id)
    elif args.nama:
        isian = {"nama": args.nama, "tahun": args.tahun} | isian_dari(args)
        isi = rules.baca_isi(args.isi) if args.isi else None
        ops.simpan_pengadaan(store, context.kantor, isian, isi)
    semua = queries.pengadaan(con)
    lines = (f"{p.nama}  {p.tahun}  {p.dibeli} {p.satuan}  {'selesai' if p.selesai else 'berjalan'}" for p in semua)
    return Output(tuple(lines) or (text_perintah.PENGADAAN_KOSONG,), [_ringkas(p) for p in semua])


def _ukuran_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("isian", nargs="*", metavar="RT=UKURAN", help="misalnya 03=XL 04=L; 05= mengosongkan")
    parser.add_argument("--model", default=None, metavar="NAMA", help="model untuk RT yang disebut")
    parser.add_argument("--cm", default=None, metavar="TEKS", help="ukuran badan untuk yang khusus")
    mana(parser)


def _ukuran(context: Context, args: Namespace) -> Output:
    """Enter sizes, then show those of the kelurahan."""
    p = pilih_pengadaan(context, args)
    isian: dict[str, IsianUkuran] = {}
    for satu in args.isian:
        rt_, tanda, ukuran = satu.partition("=")
        (jabatan_id,) = posts(context, [rt_])
        isian[jabatan_id] = IsianUkuran(ukuran if tanda else None, args.model, args.cm)
    lines: list[str] = []
    if isian:
        hasil = ops.catat_ukuran(context.store, isian, pengadaan_id=p.pengadaan_id).value
        lines += [text_perintah.UKURAN_DISIMPAN.format(diubah=len(hasil.diubah), sama=hasil.sama)]
        lines += [satu_lewat.kalimat for satu_lewat in hasil.dilewati]
    con = context.store.reader()
    semua = queries.pemakai(con, p.pengadaan_id, lingkup=lingkup(context, args), hari=hari_ini(context.store))
    lines += [f"RT {s.nomor}  {s.nama or '(kosong)'}  {s.barang.kata or '—'}  {s.kata}" for s in semua]
    data: list[Json] = [
        {
            "kelurahan": s.lingkup, "rt": s.nomor, "nama": s.nama, "ukuran": s.ukuran, "model": s.model, "cm": s.cm,
            "keadaan": s.keadaan, "kurang": s.kurang, "memegang": kata_isi(s.memegang),
        }
        for s in semua
    ]  # fmt: skip
    return Output(tuple(lines), data)


def _stok(context: Context, args: Namespace) -> Output:
    """Say what lies where, and what does not add up."""
    p, con = pilih_pengadaan(context, args), context.store.reader()
    di = lingkup(context, args)
    ada = queries.stok(con, p.pengadaan_id, lingkup=di)
    masalah = queries.masalah(con, p.pengadaan_id, lingkup=di if isinstance(di, str) else "")
    lines = [f"{s.nama}  {s.barang.kata}  masuk {s.masuk}  keluar {s.keluar}  ada {s.ada}" for s in ada]
    data: dict[str, Json] = {
        "stok": [
            {
                "tempat": s.tempat, "model": s.barang.model, "ukuran": s.barang.ukuran, "masuk": s.masuk,
                "keluar": s.keluar, "ada": s.ada,
            }
            for s in ada
        ],
        "masalah": [{"jenis": m.jenis, "kalimat": m.kalimat, "jalan": list(m.jalan)} for m in masalah],
    }  # fmt: skip
    return Output((*(lines or [text_perintah.STOK_KOSONG]), *(m.kalimat for m in masalah)), data)


def _kirim_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("isi", metavar="ISI", help="misalnya “L=10, XL=5”")
    parser.add_argument("--dari", default="", metavar="TEMPAT", help="bawaan: tempat di atasnya")
    parser.add_argument("--ke", default="", metavar="TEMPAT", help="bawaan: kantor ini")
    parser.add_argument("--nomor", default="", metavar="NOMOR", help="nomor surat jalan; kosong: diberi nomor")
    parser.add_argument("--tanggal", default="", metavar="HARI", help="bawaan: hari ini")
    parser.add_argument("--terima", action="store_true", help="kiriman yang datang dengan surat jalan orang lain")
    mana(parser)


def _kirim(context: Context, args: Namespace) -> Output:
    p, isi = pilih_pengadaan(context, args), rules.baca_isi(args.isi)
    ke = _tempat(args.ke) if args.ke else context.kantor
    dari = _tempat(args.dari) if args.dari else ops.asal(ke, kota=p.kota)
    hari = tanggal.baca(args.tanggal) if args.tanggal else None
    kerja = ops.terima if args.terima else ops.kirim
    nomor = kerja(context.store, p.pengadaan_id, dari=dari, ke=ke, isi=isi, nomor=args.nomor, hari=hari).value
    rute = {"dari": sebut_tempat(dari), "ke": sebut_tempat(ke)}
    kata = text_perintah.KIRIM_DISIMPAN.format(nomor=nomor, isi=rules.sebut_isi(isi), **rute)
    return Output((kata,), {"nomor": nomor, "dari": dari, "ke": ke, "isi": kata_isi(isi)})


def _tempat(teks: str) -> str:
    if teks.strip().casefold() == PENGADAAN:
        return PENGADAAN
    return wilayah.lingkup_kantor(wilayah.cari_kantor(teks, "tempat"))


def _sesuaikan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("isi", metavar="UKURAN=JUMLAH", help="misalnya XL=-1 (berkurang) atau L=+2 (bertambah)")
    parser.add_argument("--model", default="", metavar="NAMA")
    parser.add_argument("--tempat", default="", metavar="TEMPAT", help="bawaan: kantor ini")
    parser.add_argument("--alasan", required=True)
    mana(parser)


def _sesuaikan(context: Context, args: Namespace) -> Output:
    p = pilih_pengadaan(context, args)
    ukuran, _, jumlah = args.isi.partition("=")
    kurang = jumlah.strip().startswith("-")
    n = rules.baca_jumlah(jumlah.strip().lstrip("+-"), paling_kecil=1)
    ((barang, n),) = rules.baca_isi(f"{args.model}:{ukuran}={n}" if args.model else f"{ukuran}={n}").items()
    di, berubah = _tempat(args.tempat) if args.tempat else context.kantor, -n if kurang else n
    ops.sesuaikan(context.store, p.pengadaan_id, tempat=di, barang=barang, jumlah=berubah, alasan=args.alasan)
    kata = text_perintah.SESUAI_DISIMPAN.format(tempat=sebut_tempat(di), jumlah=f"{berubah:+d}", barang=barang.kata)
    return Output((kata,), {"tempat": di, "barang": barang.kata, "jumlah": berubah})


def _sisa(context: Context, args: Namespace) -> Output:
    """Say who has not collected."""
    p, hari = pilih_pengadaan(context, args), hari_ini(context.store)
    semua = queries.belum(context.store.reader(), p.pengadaan_id, lingkup=lingkup(context, args), hari=hari)
    lines = tuple(f"{sebut_tempat(s.lingkup)}  RT {s.nomor}  {s.nama}  {s.kurang or s.barang.kata}" for s in semua)
    data: list[Json] = [
        {"kelurahan": s.lingkup, "rt": s.nomor, "nama": s.nama, "ukuran": s.barang.kata, "kurang": s.kurang}
        for s in semua
    ]
    return Output(lines or (text_perintah.BELUM_ADA,), data)


def _xlsx_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("apa", choices=tuple(ekspor.JENIS), help="tabel yang ditulis")
    parser.add_argument("keluaran", type=berkas, metavar="F.xlsx")
    mana(parser)


def _xlsx(context: Context, args: Namespace) -> Output:
    p = pilih_pengadaan(context, args)
    n = ekspor.simpan(context.store, p.pengadaan_id, args.apa, args.keluaran, lingkup=lingkup(context, args))
    return Output((text_perintah.XLSX.format(berkas=args.keluaran, n=n),), {"berkas": str(args.keluaran), "baris": n})


def _impor_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="lembar .xlsx, .xls, .ods, atau .csv: RT, Nama, Ukuran")
    parser.add_argument("--pratinjau", action="store_true", help="tampilkan saja, jangan simpan")
    parser.add_argument("--lewati-bermasalah", action="store_true", help="simpan baris yang baik saja")
    mana(parser)


def _impor(context: Context, args: Namespace) -> Output:
    from . import impor

    p, hari = pilih_pengadaan(context, args), hari_ini(context.store)
    rencana = impor.rencana(
        context.store.reader(), impor.buka(args.file), lingkup=lingkup(context, args), hari=hari,
        pengadaan_id=p.pengadaan_id,
    )  # fmt: skip
    catatan = tuple(f"Baris {b.baris}: RT {b.rt} {b.nama}: {b.kalimat}" for b in rencana.baris if b.kalimat)
    baris: list[Json] = [b._asdict() for b in rencana.baris]
    if args.pratinjau:
        return Output((rencana.kalimat, *catatan), {"kalimat": rencana.kalimat, "baris": baris})
    if rencana.bermasalah and not args.lewati_bermasalah:
        raise InputSalah("berkas", _tolakan(rencana.bermasalah, len(rencana.baris)))
    hasil = impor.simpan(context.store, rencana, pengadaan_id=p.pengadaan_id).value
    kata = {"dibaca": len(rencana.baris), "diubah": len(hasil.diubah), "dilewati": len(rencana.bermasalah)}
    sama = len(rencana.baris) - kata["diubah"] - kata["dilewati"]
    kalimat = text_perintah.IMPOR_SELESAI.format(sama=sama, **kata)
    return Output((kalimat, *catatan), {**kata, "sama": sama, "baris": baris})


def _tolakan(salah: Sequence[BarisUkuran], semua: int) -> str:
    rincian = " ".join(f"Baris {b.baris}: {b.kalimat}" for b in salah[:5])
    return text_perintah.IMPOR_BELUM.format(baik=semua - len(salah), salah=len(salah), rincian=rincian)


COMMANDS: tuple[Command, ...] = (
    Command(("seragam", "pengadaan"), "tampilkan atau catat pengadaan", _pengadaan_arguments, _pengadaan),
    Command(("seragam", "ukuran"), "isi dan tampilkan ukuran", _ukuran_arguments, _ukuran),
    Command(("seragam", "stok"), "tampilkan stok dan selisihnya", mana, _stok),
    Command(("seragam", "kirim"), "catat kiriman dengan surat jalan", _kirim_arguments, _kirim),
    Command(("seragam", "sesuaikan"), "sesuaikan stok dengan alasan", _sesuaikan_arguments, _sesuaikan),
    *commands_serah.COMMANDS,
    *commands_cetak.COMMANDS,
    Command(("seragam", "sisa"), "tampilkan yang belum menerima", mana, _sisa),
    Command(("seragam", "impor"), "impor ukuran dari lembar", _impor_arguments, _impor),
    Command(("seragam", "xlsx"), "simpan satu tabel sebagai .xlsx", _xlsx_arguments, _xlsx),
)
