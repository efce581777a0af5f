"""The life of a list on the command line: examined, SPP/SP2D, postponed, signed, corrected, refunded, cancelled."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import koreksi, queries, siklus, text_siklus
from .queries import Baris, Daftar

Kerja = Callable[[Context, Namespace], str]
"""Does the act and returns what to say of it."""


def ringkas(daftar: Daftar) -> dict[str, Json]:
    """Return a list for a machine: numbers, sums in rupiah, and where it is in its life."""
    nilai: dict[str, Json] = daftar._asdict()
    luar = ("daftar_id", "komponen_id")
    return {nama: isi for nama, isi in nilai.items() if nama not in luar} | {"langkah": daftar.langkah.name.lower()}


def kalimat(daftar: Daftar) -> str:
    """Return a list as one line for a person."""
    return (
        f"{daftar.nomor}  {daftar.nama_periode}  {daftar.komponen}  {daftar.jumlah_penerima} penerima  "
        f"{rupiah.uang(daftar.diterima)}  {daftar.langkah.kata}  revisi {daftar.revisi}  "
        f"dibayar {rupiah.uang(daftar.dibayar)}"
    )


def satu(baris: Baris) -> dict[str, Json]:
    """Return a line for a machine."""
    return {
        "no": baris.no, "rt": baris.nomor_rt, "nama": baris.nama, "rincian": dict(baris.rincian),
        "bruto": baris.bruto, "pph": baris.pph, "diterima": baris.diterima, "dibayar": baris.dibayar,
        "sisa": baris.sisa, "lebih": baris.lebih, "tanda": baris.tanda, "tunda": baris.tunda,
        "koreksi": baris.koreksi, "dikembalikan": baris.dikembalikan,
    }  # fmt: skip


def angka(teks: str | None, pilihan: str = "") -> set[int]:
    """Read ``3,7``; none where the option ``pilihan`` was not given. Raises InputSalah for anything else.

    An option without a number is refused: a script's empty variable must not stand for everybody.
    """
    if teks is None:
        return set()
    try:
        hasil = {int(bagian) for bagian in teks.replace(";", ",").split(",") if bagian.strip()}
    except ValueError as exc:
        raise InputSalah("nomor", text_siklus.NOMOR_URUT) from exc
    if not hasil:
        kata = text_siklus.NOMOR_KOSONG.format(pilihan=pilihan) if pilihan else text_siklus.NOMOR_URUT
        raise InputSalah("nomor", kata)
    return hasil


def _jalan(kerja: Kerja) -> Callable[[Context, Namespace], Output]:
    """Return the run of a command: the act, then the list as it is."""

    def run(context: Context, args: Namespace) -> Output:
        kata = kerja(context, args)
        con = context.store.reader()
        daftar = queries.cari_daftar(con, args.nomor)
        semua: list[Json] = [satu(b) for b in queries.baris(con, daftar_id=daftar.daftar_id)]
        return Output((kata, kalimat(daftar)), ringkas(daftar) | {"baris": semua})

    return run


def _nomor(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="NOMOR", help="nomor daftar, misalnya INS-2026TW1-7QD-01")


def _periksa_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--oleh", required=True, metavar="NAMA")


def _periksa(context: Context, args: Namespace) -> str:
    siklus.periksa(context.store, args.nomor, oleh=args.oleh)
    return f"Diperiksa oleh {args.oleh}."


def _surat_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("surat", metavar="SURAT", help="nomor suratnya")
    parser.add_argument("--tanggal", required=True, metavar="HARI", help="misalnya 20/4/2026")
    parser.add_argument("--alasan", default="", help="bila urutannya lain dari biasa")


def _spp(context: Context, args: Namespace) -> str:
    hari = tanggal.baca(args.tanggal)
    siklus.catat_spp(context.store, args.nomor, spp=args.surat, tanggal=hari, alasan=args.alasan)
    return f"SPP/SPM {args.surat} tanggal {tanggal.panjang(hari)} dicatat."


def _sp2d(context: Context, args: Namespace) -> str:
    hari = tanggal.baca(args.tanggal)
    siklus.catat_sp2d(context.store, args.nomor, sp2d=args.surat, tanggal=hari, alasan=args.alasan)
    return f"SP2D {args.surat} tanggal {tanggal.panjang(hari)} dicatat."


def _alasan_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--alasan", required=True)


def _batal(context: Context, args: Namespace) -> str:
    siklus.batal_daftar(context.store, args.nomor, alasan=args.alasan)
    return f"Daftar {args.nomor} dibatalkan. Nomornya tetap terpakai."


def _baris_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("baris", metavar="3,7", help="nomor urut")


def _tunda_arguments(parser: ArgumentParser) -> None:
    _baris_arguments(parser)
    parser.add_argument("--alasan", required=True)


def _tunda(context: Context, args: Namespace) -> str:
    nos = angka(args.baris)
    siklus.tunda(context.store, args.nomor, nos, alasan=args.alasan)
    return f"{len(nos)} baris ditunda."


def _lanjutkan(context: Context, args: Namespace) -> str:
    nos = angka(args.baris)
    siklus.lanjutkan(context.store, args.nomor, nos)
    return f"{len(nos)} baris dilanjutkan."


def _tanda_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("--kecuali", metavar="3,7", help="nomor urut yang belum tanda tangan")
    parser.add_argument("--hanya", metavar="3,7", help="nomor urut yang tanda tangan")
    parser.add_argument("--tanggal", default="", metavar="HARI", help="bawaan: hari ini")
    parser.add_argument("--kuasa", default="", metavar="NOMOR", help="nomor surat kuasa")


def _tanda(context: Context, args: Namespace) -> str:
    hari = tanggal.baca(args.tanggal) if args.tanggal else None
    dicatat = siklus.tandatangan(
        context.store, args.nomor, kecuali=angka(args.kecuali, "--kecuali"), hanya=angka(args.hanya, "--hanya"),
        tanggal=hari, surat_kuasa=args.kuasa,
    ).value  # fmt: skip
    return f"{len(dicatat)} penerima dicatat sudah tanda tangan."


def _koreksi_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("no", type=int, metavar="NO", help="nomor urut")
    parser.add_argument(
        "--bulan", action="append", default=[], metavar="2026-03=0",
        help="jumlah bruto bulan itu sesudah koreksi; 0 mengeluarkannya; boleh berulang",
    )  # fmt: skip
    parser.add_argument("--alasan", default="", help="wajib, kecuali dengan --lihat")
    parser.add_argument("--oleh", default="", metavar="NAMA", help="yang menetapkan, bila di luar tarif atau SK")
    parser.add_argument("--pph", metavar="RUPIAH", help="PPh 21 baris itu, bila tidak menurut skemanya")
    parser.add_argument("--lihat", action="store_true", help="akibatnya saja, belum disimpan")


def _menjadi(semua: list[str]) -> dict[str, int]:
    hasil: dict[str, int] = {}
    for teks in semua:
        bulan, tanda, jumlah = teks.partition("=")
        if not tanda:
            raise InputSalah("bulan", text_siklus.BULAN_SALAH)
        hasil[periode.baca(bulan, "bulan").bulan[0]] = rupiah.baca(jumlah, "bulan")
    return hasil


def _koreksi(context: Context, args: Namespace) -> Output:
    menjadi, pph = _menjadi(args.bulan), rupiah.baca(args.pph, "pph") if args.pph is not None else None
    if not args.lihat:
        koreksi.koreksi(
            context.store, args.nomor, args.no, menjadi=menjadi, alasan=args.alasan, oleh=args.oleh, pph=pph
        )
        return _jalan(lambda _context, _args: f"Nomor urut {args.no} dikoreksi.")(context, args)
    akibat = koreksi.lihat(context.store.reader(), args.nomor, args.no, menjadi=menjadi, pph=pph)
    kata = (
        f"Nomor urut {args.no} menjadi {rupiah.uang(akibat.bruto)}, PPh 21 {rupiah.uang(akibat.pph)}, "
        f"diterima {rupiah.uang(akibat.diterima)}.",
        *((f"Lebih dibayar {rupiah.uang(akibat.lebih)}.",) if akibat.lebih else ()),
        *filter(None, (akibat.perlu_oleh,)),
    )
    data: dict[str, Json] = akibat._asdict() | {"rincian": dict(akibat.rincian), "netto": dict(akibat.netto)}
    return Output(kata, data)


def _kembali_arguments(parser: ArgumentParser) -> None:
    _nomor(parser)
    parser.add_argument("no", type=int, metavar="NO", help="nomor urut")
    parser.add_argument("--sts", required=True, metavar="NOMOR", help="nomor surat tanda setoran")
    parser.add_argument("--tanggal", required=True, metavar="HARI", help="tanggal STS")
    parser.add_argument("--alasan", required=True)
    parser.add_argument("--bulan", metavar="2026-03,…", help="bawaan: yang lebih dibayar, atau semuanya")


def _bulan(teks: str) -> list[str]:
    """Read ``2026-02,2026-03``; raise InputSalah for anything else, and for none: it would stand for all of them."""
    semua = [satu for satu in teks.split(",") if satu.strip()]
    if not semua:
        raise InputSalah("bulan", text_siklus.KEMBALI_BULAN_KOSONG)
    return [periode.baca(satu, "bulan").bulan[0] for satu in semua]


def _kembali(context: Context, args: Namespace) -> str:
    bulan = [] if args.bulan is None else _bulan(args.bulan)
    koreksi.kembalikan(
        context.store, args.nomor, args.no, sts=args.sts, tanggal=tanggal.baca(args.tanggal), alasan=args.alasan,
        bulan=bulan,
    )  # fmt: skip
    return f"Pengembalian nomor urut {args.no} dicatat, STS {args.sts}."


COMMANDS = (
    Command(("insentif", "periksa"), "catat siapa yang memeriksa draf", _periksa_arguments, _jalan(_periksa)),
    Command(("insentif", "spp"), "catat nomor SPP/SPM", _surat_arguments, _jalan(_spp)),
    Command(("insentif", "sp2d"), "catat nomor SP2D", _surat_arguments, _jalan(_sp2d)),
    Command(("insentif", "batal"), "batalkan daftar; nomornya tetap terpakai", _alasan_arguments, _jalan(_batal)),
    Command(("insentif", "tunda"), "tunda pembayaran beberapa baris", _tunda_arguments, _jalan(_tunda)),
    Command(("insentif", "lanjutkan"), "lanjutkan baris yang ditunda", _baris_arguments, _jalan(_lanjutkan)),
    Command(("insentif", "tandatangan"), "catat yang sudah tanda tangan", _tanda_arguments, _jalan(_tanda)),
    Command(("insentif", "koreksi"), "koreksi satu baris daftar yang dikunci", _koreksi_arguments, _koreksi),
    Command(("insentif", "kembalikan"), "catat uang yang dikembalikan (STS)", _kembali_arguments, _jalan(_kembali)),
)
