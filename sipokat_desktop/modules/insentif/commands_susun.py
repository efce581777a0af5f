"""Drawing up lists on the command line: a month, a triwulan or a rapel, whom to leave out, what is set by hand."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import periksa, queries, susun, text, text_susun
from .isian import bulan
from .model import Temuan


def _susun_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--periode", default="", help="2026-TW1, 2026-01, atau rapel 2026-01R05")
    parser.add_argument("--dari", default="", metavar="BULAN", help="rapel mulai bulan ini, misalnya 2026-01")
    parser.add_argument("--sampai", default="", metavar="BULAN", help="rapel sampai bulan ini, misalnya 2026-05")
    parser.add_argument("--komponen", metavar="NAMA", help="bila ada lebih dari satu")
    parser.add_argument(
        "--lewati",
        metavar="3,7",
        help="nomor urut yang dilewati; temuan: semua yang ada temuan; salah; tidak: semua ikut",
    )


def _periode(args: Namespace) -> Periode:
    if args.periode and not args.dari and not args.sampai:
        return periode.baca(args.periode)
    if args.periode or not (args.dari and args.sampai):
        raise InputSalah("periode", text_susun.DARI_SAMPAI)
    return periode.gabung(bulan(args.dari, "dari"), bulan(args.sampai, "sampai"))


def baca_lewati(teks: str | None) -> susun.Lewati:
    """Read ``3,7``, ``temuan``, ``salah`` or ``tidak``; None where nothing was said."""
    match teks:
        case None:
            return None
        case "temuan":
            return "awas"
        case "salah":
            return "salah"
        case "tidak":
            return ()
    try:
        hasil = {int(bagian) for bagian in teks.replace(";", ",").split(",") if bagian.strip()}
    except ValueError as exc:
        raise InputSalah("lewati", text_susun.LEWATI_SALAH) from exc
    if not hasil:
        raise InputSalah("lewati", text_susun.LEWATI_SALAH)
    return hasil


def _susun(context: Context, args: Namespace) -> Output:
    nomor = susun.susun(
        context.store, context.lingkup, _periode(args), args.komponen, lewati=baca_lewati(args.lewati)
    ).value
    return _tampilkan(context, nomor)


def _tampilkan(context: Context, nomor: str) -> Output:
    con = context.store.reader()
    daftar = queries.cari_daftar(con, nomor)
    temuan, lain = periksa.temuan(con, daftar)
    baris = queries.baris(con, daftar_id=daftar.daftar_id)
    awas = [f"No {b.no} RT {b.nomor_rt}: {t.kalimat}" for b in baris for t in temuan.get(b.masa_id, [])]
    awas += [t.kalimat for t in lain]
    isi: list[Json] = [
        {
            "no": b.no, "rt": b.nomor_rt, "nama": b.nama, "bulan": [*b.bulan], "bruto": b.bruto, "pph": b.pph,
            "diterima": b.diterima, "hitungan": b.hitungan, "temuan": [_json(t) for t in temuan.get(b.masa_id, [])],
        }
        for b in baris
    ]  # fmt: skip
    ringkas: dict[str, Json] = {k: v for k, v in daftar._asdict().items() if k not in ("daftar_id", "komponen_id")}
    data: Json = ringkas | {"baris": isi, "temuan": [*awas], "lain": [_json(t) for t in lain]}
    kepala = text_susun.DISUSUN.format(
        nomor=daftar.nomor, periode=daftar.nama_periode, komponen=daftar.komponen, n=daftar.jumlah_penerima,
        total=rupiah.uang(daftar.total), keadaan=text.KEADAAN[daftar.keadaan], dibayar=rupiah.uang(daftar.dibayar),
    )  # fmt: skip
    return Output((kepala, *awas), data)


def _json(t: Temuan) -> Json:
    tujuan = t.tujuan
    ke: Json = {"halaman": tujuan.halaman, "id": tujuan.id, "isian": tujuan.isian} if tujuan else None
    return {"berat": t.peran, "jenis": t.jenis, "kalimat": t.kalimat, "tujuan": ke}


def _khusus_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="NOMOR", help="nomor daftar yang masih draf")
    parser.add_argument("rt", metavar="RT", help="nomor RT, misalnya 03")
    parser.add_argument(
        "isi", nargs="*", metavar="BULAN=RUPIAH", help="misalnya 2026-03=550000; kosong: kembali ke aturan"
    )
    parser.add_argument("--nama", default="", help="bila RT itu mempunyai beberapa ketua")
    parser.add_argument("--alasan", default="")
    parser.add_argument("--oleh", default="", metavar="NAMA", help="siapa yang menetapkan")


def _khusus(context: Context, args: Namespace) -> Output:
    rincian = dict(_pasangan(satu) for satu in args.isi)
    con = context.store.reader()
    daftar = queries.cari_daftar(con, args.nomor)
    masa_id = cari_masa(context, args.rt, args.nama, periode.baca(daftar.periode).bulan)
    susun.tetapkan_khusus(
        context.store, args.nomor, masa_id=masa_id, rincian=rincian, alasan=args.alasan, oleh=args.oleh
    )
    return _tampilkan(context, args.nomor)


def _pasangan(teks: str) -> tuple[str, int]:
    nama, tanda, jumlah = teks.partition("=")
    if not tanda:
        raise InputSalah("rincian", text_susun.KHUSUS_RINCIAN)
    return bulan(nama, "rincian"), rupiah.baca(jumlah, "rincian")


def cari_masa(context: Context, nomor: str, nama: str, bulan_: tuple[str, ...]) -> str:
    """Return the one term of an RT that touches the months, or else its last; raise InputSalah when it is not clear."""
    semua = [
        m
        for m in rt.masa(context.store.reader(), lingkup=context.lingkup)
        if m.nomor.lstrip("0") == nomor.strip().lstrip("0") and nama.casefold().strip() in m.nama.casefold()
    ]
    akhir, awal = f"{bulan_[-1]}-31", f"{bulan_[0]}-01"
    kena = [m for m in semua if m.tmt and m.tmt <= akhir and (not m.akhir_nyata or m.akhir_nyata >= awal)]
    pilih = kena or semua[-1:]
    waktu = periode.rentang_tahun(bulan_)
    if not pilih:
        raise InputSalah("rt", text_susun.RT_HILANG.format(rt=nomor, bulan=waktu))
    if len(pilih) > 1:
        raise InputSalah("nama", text_susun.RT_DUA.format(rt=nomor, bulan=waktu))
    return pilih[0].masa_id


COMMANDS = (
    Command(("insentif", "susun"), "susun daftar insentif satu periode", _susun_arguments, _susun),
    Command(("insentif", "khusus"), "tetapkan bulan dan jumlah sendiri pada draf", _khusus_arguments, _khusus),
)
