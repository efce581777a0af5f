"""Incentives on the command line, at the office and at the city."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import CityCommand, CityRow, Command, Context, Json, Output, no_arguments

from . import ops, queries, rules, text


def _ringkas(daftar: queries.Daftar) -> dict[str, Json]:
    nilai = daftar._asdict()
    return {name: nilai[name] for name in nilai if name not in ("daftar_id", "komponen_id")}


def _kalimat(daftar: queries.Daftar) -> str:
    return (
        f"{daftar.nomor}  {daftar.nama_periode}  {daftar.komponen}  {daftar.jumlah_penerima} penerima  "
        f"{rupiah.uang(daftar.total)}  {text.KEADAAN[daftar.keadaan]}  dibayar {rupiah.uang(daftar.dibayar)}"
    )


def _susun_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--periode", required=True, help="2026-TW1 atau 2026-01")
    parser.add_argument("--komponen", metavar="NAMA", help="bila ada lebih dari satu")


def _susun(context: Context, args: Namespace) -> Output:
    nomor = ops.susun(context.store, context.lingkup, periode.baca(args.periode), args.komponen).value
    con = context.store.reader()
    daftar = queries.cari_daftar(con, nomor)
    temuan, lain = queries.temuan(con, daftar)
    baris = queries.baris(con, daftar_id=daftar.daftar_id)
    awas = [f"No {b.no} RT {b.nomor_rt}: {t.kalimat}" for b in baris for t in temuan.get(b.masa_id, [])] + lain
    isi: list[Json] = [
        {"no": b.no, "rt": b.nomor_rt, "nama": b.nama, "bulan": [*b.bulan], "bruto": b.bruto, "pph": b.pph,
         "diterima": b.diterima}
        for b in baris
    ]  # fmt: skip
    return Output((_kalimat(daftar), *awas), _ringkas(daftar) | {"baris": isi, "temuan": [*awas]})


def _nomor(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="NOMOR", help="nomor daftar, misalnya INS-2026TW1-7QD-01")


def _kunci_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--lurah", default="", metavar="NAMA", help="bila lurah belum dicatat sebagai penanda tangan")
    parser.add_argument("--alasan", default="", help="bila tetap dikunci walau ada yang salah")


def _kunci(context: Context, args: Namespace) -> Output:
    hari = hari_ini(context.store)
    tercatat = rt.pejabat(context.store.reader(), lingkup=context.lingkup, peran="lurah", hari=hari)
    lurah = args.lurah or (tercatat.nama if tercatat else "Lurah")
    ops.kunci(context.store, args.nomor, lurah=lurah, alasan=args.alasan)
    daftar = queries.cari_daftar(context.store.reader(), args.nomor)
    return Output((f"Dikunci oleh {lurah}.", _kalimat(daftar)), _ringkas(daftar))


def _angka(teks: str) -> set[int]:
    try:
        return {int(bagian) for bagian in teks.replace(";", ",").split(",") if bagian.strip()}
    except ValueError as exc:
        raise InputSalah("kecuali", "Nomor urut ditulis dengan angka dan koma, misalnya 3,7.") from exc


def _terima_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--kecuali", default="", metavar="3,7", help="nomor urut yang belum menerima")
    parser.add_argument("--hanya", default="", metavar="3,7", help="nomor urut yang menerima")


def _terima(context: Context, args: Namespace) -> Output:
    kecuali, hanya = _angka(args.kecuali), _angka(args.hanya)
    dicatat = ops.terima(context.store, args.nomor, kecuali=kecuali, hanya=hanya).value
    con = context.store.reader()
    daftar = queries.cari_daftar(con, args.nomor)
    sisa = (b for b in queries.baris(con, daftar_id=daftar.daftar_id) if b.no not in dicatat and b.no not in kecuali)
    menunggu = queries.menunggu(con, (b for b in sisa if not b.lunas and (not hanya or b.no in hanya)))
    data = _ringkas(daftar) | {"dicatat": [*dicatat], "menunggu": [*menunggu]}
    tunda = (text.MENUNGGU.format(hal="; ".join(menunggu.values())),) if menunggu else ()
    return Output((f"{len(dicatat)} penerima dicatat sudah menerima.", *tunda, _kalimat(daftar)), data)


def _batal_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("no", type=int, metavar="NO", help="nomor urut")
    parser.add_argument("--alasan", required=True)


def _batal(context: Context, args: Namespace) -> Output:
    ops.batal_terima(context.store, args.nomor, args.no, alasan=args.alasan)
    daftar = queries.cari_daftar(context.store.reader(), args.nomor)
    return Output((f"Catatan terima nomor urut {args.no} dibatalkan.", _kalimat(daftar)), _ringkas(daftar))


def _daftar(context: Context, _args: Namespace) -> Output:
    semua = queries.semua_daftar(context.store.reader(), lingkup=context.lingkup)
    lines = tuple(_kalimat(d) for d in semua)
    return Output(
        lines or ("Belum ada daftar. Susun: sipokat insentif susun --periode 2026-TW1",), [_ringkas(d) for d in semua]
    )


def _cetak_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--keluaran", required=True, type=Path, metavar="F.pdf")
    parser.add_argument("--kertas", choices=("F4", "A4"), default="F4")
    parser.add_argument("--lengkap", action="store_true", help="bentuk mendatar dengan NIK, bruto, dan PPh 21")


def _cetak(context: Context, args: Namespace) -> Output:
    from . import prints

    halaman = prints.cetak(context.store, args.nomor, kertas=args.kertas, keluaran=args.keluaran, lengkap=args.lengkap)
    return Output(
        (f"Tersimpan di {args.keluaran} ({halaman} halaman {args.kertas}).",),
        {"berkas": str(args.keluaran), "halaman": halaman, "kertas": args.kertas},
    )


def _tarif_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--komponen", default="Insentif Ketua RT", metavar="NAMA")
    parser.add_argument("--jumlah", required=True, metavar="RUPIAH", help="per bulan, misalnya 550000")
    parser.add_argument("--mulai", required=True, metavar="BULAN", help="2026-01")
    parser.add_argument("--dasar", default="", metavar="TEKS", help="nomor SK atau Perwal")
    parser.add_argument("--pajak", default="0", metavar="PERSEN", help="PPh 21, misalnya 5 atau 2,5")


def _persen(teks: str) -> int:
    cocok = re.fullmatch(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?", teks.strip())
    if not cocok:
        raise InputSalah("pajak", text.PERSEN_SALAH)
    return int(cocok[1]) * 100 + int((cocok[2] or "").ljust(2, "0"))


def _baris_tarif(lingkup: str, args: Namespace) -> tuple[list[CityRow], str]:
    jumlah = rupiah.baca(args.jumlah, "jumlah")
    rows = rules.baris_tarif(
        lingkup, nama=args.komponen, jumlah=jumlah, mulai=args.mulai[:7], dasar_hukum=args.dasar,
        pajak=_persen(args.pajak),
    )  # fmt: skip
    return rows, f"Tarif {args.komponen} {rupiah.uang(jumlah)} per bulan mulai {periode.nama_bulan(args.mulai)}."


def _tarif_kota(args: Namespace) -> tuple[list[CityRow], str]:
    return _baris_tarif("kota", args)


def _tarif_kantor(context: Context, args: Namespace) -> Output:
    rows, kalimat = _baris_tarif(context.lingkup, args)
    ops.simpan_tarif(context.store, context.lingkup, rows)
    return Output((kalimat,), {"komponen": args.komponen, "mulai": args.mulai})


COMMANDS = (
    Command(("insentif", "susun"), "susun daftar insentif satu periode", _susun_arguments, _susun),
    Command(("insentif", "kunci"), "kunci daftar atas nama lurah", _kunci_arguments, _kunci),
    Command(("insentif", "terima"), "catat penerima yang sudah menerima", _terima_arguments, _terima),
    Command(("insentif", "batal-terima"), "batalkan catatan terima satu baris", _batal_arguments, _batal),
    Command(("insentif", "daftar"), "tampilkan semua daftar", no_arguments, _daftar),
    Command(("insentif", "tarif"), "tetapkan tarif kantor ini", _tarif_arguments, _tarif_kantor),
    Command(("cetak", "tanda-terima"), "simpan daftar tanda terima sebagai PDF", _cetak_arguments, _cetak),
)

CITY_COMMANDS = (
    CityCommand(("tarif", "set"), "tetapkan komponen dan tarif untuk semua kantor", _tarif_arguments, _tarif_kota),
)
