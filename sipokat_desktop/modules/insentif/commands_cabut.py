"""Withdrawing what the city laid down and what has not begun yet: a tariff, a version of a performance rule."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import City, CityAnswer, CityCommand, CityDoc, CityRow

from . import rules, text_susun
from .commands_ketetapan import BAWAAN, pilihan_komponen
from .sebutan import kata_pita

_TERBUKA = "9999-12"


def _tarif_arguments(parser: ArgumentParser) -> None:
    pilihan_komponen(parser, bawaan=BAWAAN)
    parser.add_argument("--mulai", required=True, metavar="BULAN", help="bulan mulai tarif yang dicabut, 2027-01")


def _tarif(kota: City, args: Namespace) -> CityAnswer:
    """Withdraw a tariff that has not begun yet, unless a locked list pays a month by it: the one before goes on."""
    mulai, _ = rules.rentang_tarif(args.mulai, "")
    semua = _milik(kota, "insentif_tarif", args.komponen)
    nama = periode.nama_bulan(mulai)
    if mulai not in semua:
        raise InputSalah("mulai", text_susun.CABUT_TIADA.format(komponen=args.komponen, mulai=nama))
    _boleh(kota, semua, mulai)
    lama = _sebelum(semua, mulai)
    sesudah = text_susun.CABUT_TETAP.format(jumlah=_uang(lama)) if lama else text_susun.CABUT_KOSONG.format(mulai=nama)
    selesai = text_susun.CABUT_SELESAI.format(komponen=args.komponen, jumlah=_uang(semua[mulai]), mulai=nama)
    return CityAnswer((_hapus("insentif_tarif", semua[mulai]),), (selesai, sesudah))


def _aturan_arguments(parser: ArgumentParser) -> None:
    pilihan_komponen(parser, bawaan=BAWAAN)
    parser.add_argument("--versi", required=True, type=int, metavar="N", help="nomor versi yang dicabut")


def _aturan(kota: City, args: Namespace) -> CityAnswer:
    """Withdraw a version of the performance rule on the same terms: the one before goes on, or everybody is paid in
    full."""
    semua = _milik(kota, "insentif_aturan", args.komponen)
    mulai = next((bulan for bulan, doc in semua.items() if doc.fields.get("versi") == args.versi), "")
    if not mulai:
        raise InputSalah("versi", text_susun.CABUT_ATURAN_TIADA.format(komponen=args.komponen, versi=args.versi))
    _boleh(kota, semua, mulai)
    lama = _sebelum(semua, mulai)
    sesudah = text_susun.CABUT_ATURAN_KOSONG
    if lama:
        pita = kata_pita(str(lama.fields["pita"]))
        sesudah = text_susun.CABUT_ATURAN_TETAP.format(versi=lama.fields["versi"], pita=pita)
    selesai = text_susun.CABUT_ATURAN_SELESAI.format(
        komponen=args.komponen, versi=args.versi, mulai=periode.nama_bulan(mulai)
    )
    return CityAnswer((_hapus("insentif_aturan", semua[mulai]),), (selesai, sesudah))


def _milik(kota: City, tabel: str, nama: str) -> dict[str, CityDoc]:
    """Return what the city laid down for a component, by its first month: of two in one month the later version."""
    komponen_id = rules.id_komponen("kota", nama)
    semua = [doc for doc in kota.rows(tabel, scopes=("kota",)) if doc.fields.get("komponen_id") == komponen_id]
    semua.sort(key=lambda doc: int(str(doc.fields.get("versi") or 0)))
    return {str(doc.fields["mulai"]): doc for doc in semua}


def _boleh(kota: City, semua: Mapping[str, CityDoc], mulai: str) -> None:
    """Raise InputSalah for what has begun, or what a locked list pays a month by."""
    nama = periode.nama_bulan(mulai)
    if mulai <= f"{tanggal.wib(kota.now).date():%Y-%m}":
        raise InputSalah("mulai", text_susun.CABUT_BERLAKU.format(mulai=nama))
    berikut = min((bulan for bulan in semua if bulan > mulai), default=_TERBUKA)
    akhir = min(_sampai(semua[mulai]), periode.geser(berikut, -1))
    kena = _terkunci(kota, str(semua[mulai].fields["komponen_id"]), mulai, akhir)
    if kena:
        raise InputSalah("mulai", text_susun.CABUT_TERKUNCI.format(n=kena, mulai=nama))


def _sebelum(semua: Mapping[str, CityDoc], mulai: str) -> CityDoc | None:
    """Return what goes on in a month when the one that begins in it is gone."""
    lama = semua.get(max((bulan for bulan in semua if bulan < mulai), default=""))
    return lama if lama and _sampai(lama) >= mulai else None


def _terkunci(kota: City, komponen_id: str, mulai: str, sampai: str) -> int:
    """Return how many locked lists of all offices pay a month of a component from one month to another."""
    semua = (doc.fields for doc in kota.rows("insentif_daftar"))
    return sum(
        any(mulai <= bulan <= sampai for bulan in periode.baca(str(isi["periode"])).bulan)
        for isi in semua
        if isi.get("komponen_id") == komponen_id and isi.get("keadaan") == "dikunci"
    )


def _hapus(tabel: str, doc: CityDoc) -> CityRow:
    return CityRow(tabel, doc.row_id, {}, kind="delete")


def _sampai(doc: CityDoc) -> str:
    return str(doc.fields.get("sampai") or _TERBUKA)


def _uang(doc: CityDoc) -> str:
    return rupiah.uang(int(str(doc.fields["jumlah"])))


COMMANDS = (
    CityCommand(("tarif", "cabut"), "cabut tarif yang belum mulai berlaku", _tarif_arguments, _tarif),
    CityCommand(
        ("aturan-kinerja", "cabut"), "cabut aturan kinerja yang belum mulai berlaku", _aturan_arguments, _aturan
    ),
)
