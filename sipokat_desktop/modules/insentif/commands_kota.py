"""What the city lays down for every office, on its command line: tariffs, funding of a year, the performance rule."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import City, CityAnswer, CityCommand, CityRow

from . import commands_cabut, rules, text, text_acara, text_susun
from . import ketetapan_ops as ops
from .aturan_ops import id_aturan
from .commands_ketetapan import (
    BAWAAN,
    DANA,
    acara_arguments,
    isi_aturan,
    isi_dana,
    isian_dana,
    isian_simpan,
    kalimat_tarif,
    pilihan_komponen,
    skema,
    tarif_arguments,
)
from .kinerja import baca_pita, tulis_pita


def _tarif_kota_arguments(parser: ArgumentParser) -> None:
    tarif_arguments(parser)
    parser.add_argument("--skema", choices=tuple(text.SKEMA), help="cara memotong PPh 21")
    parser.add_argument("--terbuka", choices=("ya", "tidak"), help="apakah kantor boleh menetapkan tarifnya sendiri")
    parser.add_argument(
        "--hari-acuan", choices=ops.HARI_ACUAN, help="yang menjabat tanggal 1 atau 15; 0: dibagi per hari"
    )
    parser.add_argument("--cara", choices=ops.CARA, help="cara bayar")
    for isian in DANA:
        parser.add_argument(f"--{isian.replace('_', '-')}", dest=isian, default=None, metavar="TEKS")
    acara_arguments(parser)


def _tarif_kota(kota: City, args: Namespace) -> CityAnswer:
    """Only what is named is set: another tariff leaves tax, reference day and way of paying as they are."""
    lain = ops.isi_komponen({**isian_simpan(args), **_acara(kota, args)}, baru=False)
    if args.pajak is not None and args.skema is None:
        lain["skema"] = skema(args.pajak)
    if args.terbuka:
        lain["terbuka"] = int(args.terbuka == "ya")
    rows = rules.baris_tarif(
        "kota", nama=args.komponen, jumlah=rupiah.baca(args.jumlah, "jumlah"), mulai=args.mulai[:7],
        sampai=args.sampai, dasar_hukum=args.dasar, pajak=None, lain=lain,
    )  # fmt: skip
    return CityAnswer(tuple(rows), (kalimat_tarif(args, str(lain.get("per", ""))),))


def _acara(kota: City, args: Namespace) -> dict[str, str]:
    """Return the event that is named as ``source:id``: an event has one component, and a component keeps its event and
    how it is counted once an office has a list of it. (The city cannot look an id of another module up: a mistyped one
    shows nothing to pay at any office, and is set anew.)"""
    if not args.acara:
        return {}
    sumber, _, asal = args.acara.partition(":")
    if not sumber or not asal:
        raise InputSalah("acara", text_acara.ACARA_KOTA)
    sendiri = rules.id_komponen("kota", args.komponen)
    for doc in kota.rows("insentif_komponen", scopes=("kota",)):
        punya = (doc.fields.get("sumber") or "", doc.fields.get("asal") or "")
        nama = str(doc.fields.get("nama") or "")
        if doc.row_id == sendiri and not punya[1]:
            raise InputSalah("acara", text_acara.ACARA_TETAP.format(nama=nama))
        lain = punya != (sumber, asal) or (doc.fields.get("per") or "") != args.per
        if doc.row_id == sendiri and lain and _berdaftar(kota, sendiri):
            raise InputSalah("acara", text_acara.ACARA_TETAP_DAFTAR.format(nama=nama))
        if doc.row_id != sendiri and punya == (sumber, asal):
            raise InputSalah("acara", text_acara.ACARA_SUDAH.format(nama=nama))
    return {"sumber": sumber, "asal": asal, "per": args.per}


def _berdaftar(kota: City, komponen_id: str) -> bool:
    semua = (*kota.rows("insentif_daftar"), *kota.rows("insentif_mutasi"))
    return any(doc.fields.get("komponen_id") == komponen_id for doc in semua)


def _dana_kota_arguments(parser: ArgumentParser) -> None:
    pilihan_komponen(parser, bawaan=BAWAAN)
    isi_dana(parser)


def _dana_kota(_kota: City, args: Namespace) -> CityAnswer:
    komponen_id = rules.id_komponen("kota", args.komponen)
    isi = ops.isi_anggaran(komponen_id, args.tahun, isian_dana(args))
    row = CityRow("insentif_anggaran", ops.id_anggaran("kota", "kota", komponen_id, args.tahun), isi)
    return CityAnswer((row,), (text_susun.DANA_SELESAI.format(komponen=args.komponen, tahun=args.tahun),))


def _aturan_kota_arguments(parser: ArgumentParser) -> None:
    pilihan_komponen(parser, bawaan=BAWAAN)
    isi_aturan(parser, wajib=True)
    parser.add_argument(
        "--versi", required=True, type=int, metavar="N", help="nomor versi, naik satu setiap kali diubah"
    )


def _aturan_kota(_kota: City, args: Namespace) -> CityAnswer:
    komponen_id = rules.id_komponen("kota", args.komponen)
    mulai, sampai = rules.rentang_tarif(args.mulai, args.sampai)
    if args.versi < 1:
        raise InputSalah("versi", text_susun.VERSI_SALAH)
    row = CityRow(
        "insentif_aturan",
        id_aturan(komponen_id, args.versi, mulai),
        {
            "komponen_id": komponen_id, "versi": args.versi, "mulai": mulai, "sampai": sampai, "ukuran": args.ukuran,
            "pita": tulis_pita(baca_pita(args.pita)), "dasar_hukum": args.dasar or None,
        },
    )  # fmt: skip
    kalimat = text_susun.ATURAN_SELESAI.format(
        komponen=args.komponen, versi=args.versi, mulai=periode.nama_bulan(mulai)
    )
    return CityAnswer((row,), (kalimat,))


CITY_COMMANDS = (
    CityCommand(("tarif", "set"), "tetapkan komponen dan tarif untuk semua kantor", _tarif_kota_arguments, _tarif_kota),
    CityCommand(("dana", "set"), "tetapkan data pendanaan satu tahun", _dana_kota_arguments, _dana_kota),
    CityCommand(("aturan-kinerja", "set"), "tetapkan aturan kinerja", _aturan_kota_arguments, _aturan_kota),
    *commands_cabut.COMMANDS,
)
