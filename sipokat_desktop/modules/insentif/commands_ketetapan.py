"""What is laid down, on the command line: components, tariffs, funding, the performance rule and its figures."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import entitled
from sipokat_desktop.storage.command import Command, Context, Json, Output, no_arguments
from sipokat_desktop.storage.sqlite import Connection

from . import ketetapan_ops as ops
from . import komponen as ketetapan
from . import pajak, text, text_acara, text_susun
from .commands_susun import cari_masa
from .hak import tarif_berlaku
from .isian import baca_persen, bulan
from .kinerja import aturan_bulan, tulis_pita
from .model import PER, Komponen, Tarif
from .sebutan import kata_pita

DANA = ("sumber_dana", "program", "kegiatan", "kode_rekening")
BAWAAN = "Insentif Ketua RT"


def pilihan_komponen(parser: ArgumentParser, *, bawaan: str | None = None) -> None:
    """Let a component be named."""
    parser.add_argument("--komponen", default=bawaan, metavar="NAMA", help="bila ada lebih dari satu")


def _pilih(context: Context, args: Namespace) -> Komponen:
    return ketetapan.pilih_komponen(context.store.reader(), lingkup=context.lingkup, nama=args.komponen)


def _daftar(context: Context, _args: Namespace) -> Output:
    con, hari = context.store.reader(), hari_ini(context.store)
    semua = ketetapan.komponen(con, lingkup=context.lingkup)
    kini = f"{hari.year}-{hari.month:02d}"
    return Output(tuple(_kalimat(k, kini) for k in semua) or (text.KOMPONEN_BELUM,), [_json(k, kini) for k in semua])


def _kalimat(k: Komponen, kini: str) -> str:
    tarif, aturan = _tarif_kini(k, kini), aturan_bulan(k, kini)
    ucap = ""
    if k.acara:
        return text_acara.KOMPONEN_BARIS.format(
            nama=k.nama, milik=text_susun.MILIK["kota" if k.lingkup == "kota" else "kantor"],
            tarif=rupiah.uang(tarif.jumlah) if tarif else text_susun.TANPA_TARIF,
            per=text_acara.PER_SINGKAT[k.acara.per], pajak=text.SKEMA[pajak.skema_efektif(k)],
            judul=k.acara.judul or text_acara.ACARA_ASING,
        )  # fmt: skip
    if aturan:
        ucap = text_susun.ATURAN_BARIS.format(versi=aturan.versi, pita=kata_pita(tulis_pita(aturan.pita)))
    return text_susun.KOMPONEN_BARIS.format(
        nama=k.nama, milik=text_susun.MILIK["kota" if k.lingkup == "kota" else "kantor"],
        tarif=rupiah.uang(tarif.jumlah) if tarif else text_susun.TANPA_TARIF,
        pajak=text.SKEMA[pajak.skema_efektif(k)], hari=text_susun.HARI_ACUAN[k.hari_acuan],
        aturan=ucap,
    )  # fmt: skip


def _tarif_kini(k: Komponen, kini: str) -> Tarif | None:
    """Return the tariff in force: now, or in the month of the event."""
    return tarif_berlaku(k, k.acara.bulan if k.acara else kini)


def _json(k: Komponen, kini: str) -> Json:
    tarif, aturan = _tarif_kini(k, kini), aturan_bulan(k, kini)
    semua: list[Json] = [
        {
            "id": t.tarif_id, "mulai": t.mulai, "sampai": t.sampai, "jumlah": t.jumlah, "dasar_hukum": t.dasar_hukum,
            "milik": "kota" if t.lingkup == "kota" else "kantor",
        }
        for t in k.tarif
    ]  # fmt: skip
    return {
        "id": k.komponen_id, "nama": k.nama, "milik": "kota" if k.lingkup == "kota" else "kantor",
        "terbuka": k.terbuka, "skema": pajak.skema_efektif(k), "pajak": k.pajak, "cara": k.cara,
        "hari_acuan": k.hari_acuan, "sumber_dana": k.sumber_dana, "program": k.program, "kegiatan": k.kegiatan,
        "kode_rekening": k.kode_rekening, "tarif": semua, "tarif_kini": tarif.jumlah if tarif else None,
        "aturan_kini": aturan.versi if aturan else None,
        "acara": {"sumber": k.acara.sumber, "id": k.acara.asal, "per": k.acara.per, "nama": k.acara.judul}
        if k.acara else None,
    }  # fmt: skip


def _simpan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nama", metavar="NAMA", help="nama komponen; yang sudah ada diubah")
    parser.add_argument("--nama-baru", default=None, metavar="NAMA")
    for isian in DANA:
        parser.add_argument(f"--{isian.replace('_', '-')}", dest=isian, default=None, metavar="TEKS")
    parser.add_argument("--skema", choices=tuple(text.SKEMA), help="cara memotong PPh 21")
    parser.add_argument("--pajak", default=None, metavar="PERSEN", help="untuk skema persen, misalnya 2,5")
    parser.add_argument("--cara", choices=ops.CARA, help="cara bayar")
    parser.add_argument(
        "--hari-acuan", choices=ops.HARI_ACUAN, help="yang menjabat tanggal 1 atau 15; 0: dibagi per hari"
    )
    acara_arguments(parser)


def acara_arguments(parser: ArgumentParser) -> None:
    """Let an event be named that the component pays for having attended."""
    parser.add_argument("--acara", default="", metavar="NAMA", help="dibayar menurut kehadiran di kegiatan ini")
    parser.add_argument("--per", choices=PER, default=PER[0], help="sekali, atau setiap sesi yang dihadiri")


def _acara(con: Connection, args: Namespace) -> dict[str, str]:
    """Return the event that is named by its name or id; raise InputSalah unless it is one of those here."""
    if not args.acara:
        return {}
    semua = entitled.sources(con)
    cocok = [s for s in semua if args.acara in (s.asal, f"{s.sumber}:{s.asal}")]
    cocok = cocok or [s for s in semua if s.title.casefold() == args.acara.strip().casefold()]
    if not cocok:
        raise InputSalah("acara", text_acara.ACARA_TIDAK_ADA.format(nama=args.acara))
    if len(cocok) > 1:
        ada = ", ".join(s.asal for s in cocok)
        raise InputSalah("acara", text_acara.ACARA_BEBERAPA.format(nama=args.acara, ada=ada))
    return {"sumber": cocok[0].sumber, "asal": cocok[0].asal, "per": args.per}


def isian_simpan(args: Namespace) -> dict[str, str]:
    """Return the fields of a component that were named."""
    nama = ("skema", "pajak", "cara", "hari_acuan", *DANA)
    return {field: getattr(args, field) for field in nama if getattr(args, field) is not None}


def _simpan(context: Context, args: Namespace) -> Output:
    con = context.store.reader()
    ada = [k for k in ketetapan.komponen(con, lingkup=context.lingkup) if k.nama.casefold() == args.nama.casefold()]
    isian = isian_simpan(args) | _acara(con, args)
    if args.nama_baru or not ada:
        isian["nama"] = args.nama_baru or args.nama
    komponen_id = ops.simpan_komponen(
        context.store, context.lingkup, isian, komponen_id=ada[0].komponen_id if ada else ""
    ).value
    k = ketetapan.pilih_komponen(context.store.reader(), lingkup=context.lingkup, nama=komponen_id)
    hari = hari_ini(context.store)
    kini = f"{hari.year}-{hari.month:02d}"
    return Output((_kalimat(k, kini),), _json(k, kini))


def tarif_arguments(parser: ArgumentParser) -> None:
    """Take a tariff."""
    pilihan_komponen(parser, bawaan=BAWAAN)
    parser.add_argument("--jumlah", required=True, metavar="RUPIAH", help="per bulan, misalnya 550000")
    parser.add_argument("--mulai", required=True, metavar="BULAN", help="2026-01")
    parser.add_argument("--sampai", default="", metavar="BULAN", help="bulan terakhir; kosong: sampai diubah")
    parser.add_argument("--dasar", default="", metavar="TEKS", help="nomor SK atau Perwal")
    parser.add_argument("--pajak", default=None, metavar="PERSEN", help="PPh 21, misalnya 5 atau 2,5")


def _tarif(context: Context, args: Namespace) -> Output:
    rupiah.baca(args.jumlah, "jumlah")
    con = context.store.reader()
    semua = ketetapan.komponen(con, lingkup=context.lingkup)
    ada = sorted(
        (k for k in semua if k.nama.casefold() == args.komponen.casefold()), key=lambda k: k.lingkup != context.lingkup
    )
    isian = {"jumlah": args.jumlah, "mulai": args.mulai[:7], "sampai": args.sampai, "dasar_hukum": args.dasar}
    baru: dict[str, str] = {} if args.pajak is None else {"pajak": args.pajak, "skema": skema(args.pajak)}
    if not ada or baru:
        komponen_id = ops.simpan_komponen(
            context.store, context.lingkup, baru if ada else {"nama": args.komponen, **baru},
            komponen_id=ada[0].komponen_id if ada else "",
        ).value  # fmt: skip
    else:
        komponen_id = ada[0].komponen_id
    akibat = ops.tetapkan_tarif(context.store, context.lingkup, komponen_id, isian).value
    kalimat = kalimat_tarif(args, ada[0].acara.per if ada and ada[0].acara else "")
    return Output((kalimat, *akibat), {"komponen": args.komponen, "mulai": args.mulai, "akibat": [*akibat]})


def kalimat_tarif(args: Namespace, per: str = "") -> str:
    """Say a tariff: of a month, or ``per`` event or session."""
    sampai = text_susun.SAMPAI_BULAN.format(bulan=periode.nama_bulan(args.sampai)) if args.sampai else ""
    return text_susun.TARIF_SELESAI.format(
        komponen=args.komponen, jumlah=rupiah.uang(rupiah.baca(args.jumlah)), mulai=periode.nama_bulan(args.mulai),
        sampai=sampai, per=text_acara.PER_SINGKAT.get(per, text_susun.PER_BULAN),
    )  # fmt: skip


def skema(persen: str) -> str:
    """Return the tax scheme that a percentage means."""
    return {0: "tidak", pajak.BRUTO: "bruto"}.get(baca_persen(persen), "persen")


def _dana_arguments(parser: ArgumentParser) -> None:
    pilihan_komponen(parser)
    isi_dana(parser)


def isi_dana(parser: ArgumentParser) -> None:
    """Take the funding data of a year."""
    parser.add_argument("--tahun", required=True, type=periode.baca_tahun, metavar="TAHUN", help="tahun anggaran")
    for isian in (*DANA, "dasar"):
        parser.add_argument(f"--{isian.replace('_', '-')}", dest=isian, default=None, metavar="TEKS")
    parser.add_argument("--pagu", default=None, metavar="RUPIAH", help="yang boleh dipakai setahun")


def isian_dana(args: Namespace) -> dict[str, str]:
    """Return the funding data that were named."""
    return {f: getattr(args, f) for f in (*DANA, "dasar", "pagu") if getattr(args, f) is not None}


def _dana(context: Context, args: Namespace) -> Output:
    k, isian = _pilih(context, args), isian_dana(args)
    if isian:
        ops.simpan_anggaran(context.store, context.lingkup, k.komponen_id, args.tahun, isian)
    d = ketetapan.dana(context.store.reader(), lingkup=context.lingkup, komponen=k, tahun=args.tahun)
    nilai = (d.sumber_dana, d.program, d.kegiatan, d.kode_rekening, d.dasar)
    isi = [f"{label}: {isi or '-'}" for label, isi in zip(text.KEPALA, nilai, strict=True)]
    pagu = rupiah.uang(d.pagu) if d.pagu is not None else "-"
    return Output(
        (f"{k.nama} {args.tahun}", *isi, f"{text_susun.PAGU}: {pagu}"),
        {"komponen": k.nama, "tahun": args.tahun} | d._asdict(),
    )


def _aturan_arguments(parser: ArgumentParser) -> None:
    pilihan_komponen(parser)
    isi_aturan(parser, wajib=False)
    parser.add_argument("--akhiri", default="", metavar="BULAN", help="akhiri aturan pada bulan ini")


def isi_aturan(parser: ArgumentParser, *, wajib: bool) -> None:
    """Take a version of the performance rule."""
    parser.add_argument("--pita", required=wajib, default="", metavar='"0=50 3=100"', help="batas dan persennya")
    parser.add_argument("--ukuran", choices=tuple(text.UKURAN_KINERJA), default="laporan")
    parser.add_argument("--mulai", required=wajib, default="", metavar="BULAN")
    parser.add_argument("--sampai", default="", metavar="BULAN")
    parser.add_argument("--dasar", default="", metavar="TEKS", help="nomor SK atau Perwal")


def _aturan(context: Context, args: Namespace) -> Output:
    k = _pilih(context, args)
    if args.akhiri:
        ops.akhiri_aturan(context.store, context.lingkup, k.komponen_id, args.akhiri)
    if args.pita:
        isian = {f: getattr(args, f) for f in ("pita", "ukuran", "mulai", "sampai")} | {"dasar_hukum": args.dasar}
        ops.simpan_aturan(context.store, context.lingkup, k.komponen_id, isian)
    k = _pilih(context, args)
    lines = [
        text_susun.ATURAN_LENGKAP.format(
            nama=k.nama, versi=a.versi, mulai=periode.nama_bulan(a.mulai),
            sampai=text_susun.SAMPAI_BULAN.format(bulan=periode.nama_bulan(a.sampai)) if a.sampai else "",
            ukuran=text.UKURAN_KINERJA[a.ukuran], pita=kata_pita(tulis_pita(a.pita)),
        )
        for a in k.aturan
    ]  # fmt: skip
    data: list[Json] = [{**a._asdict(), "pita": tulis_pita(a.pita)} for a in k.aturan]
    return Output(tuple(lines) or (text_susun.ATURAN_KOSONG.format(nama=k.nama),), data)


def _kinerja_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("bulan", metavar="BULAN", help="2026-01")
    parser.add_argument("isi", nargs="*", metavar="RT=ANGKA", help="misalnya 03=2; kosong: tampilkan saja")
    parser.add_argument("--ukuran", choices=tuple(text.UKURAN_KINERJA), default="laporan")
    parser.add_argument("--nama", default="", help="bila RT itu mempunyai beberapa ketua pada bulan itu")
    parser.add_argument("--sumber", default="", metavar="TEKS", help="dari mana angkanya")


def _kinerja(context: Context, args: Namespace) -> Output:
    ke = bulan(args.bulan, "bulan")
    isian: list[ops.IsianKinerja] = []
    for satu in args.isi:
        nomor, _, angka = satu.partition("=")
        masa_id = cari_masa(context, nomor, args.nama, (ke,))
        isian.append(ops.IsianKinerja(masa_id, ke, **{args.ukuran: angka}))
    berubah = ops.catat_kinerja(context.store, context.lingkup, isian, sumber=args.sumber).value if isian else 0
    con = context.store.reader()
    angka_ = ketetapan.angka_kinerja(con, lingkup=context.lingkup, bulan=(ke,))
    data: list[Json] = [{"masa_id": masa_id, **a._asdict()} for (masa_id, _), a in angka_.items()]
    return Output((text_susun.ANGKA_BARIS.format(bulan=periode.nama_bulan(ke), n=len(angka_), baru=berubah),), data)


COMMANDS = (
    Command(("insentif", "komponen", "daftar"), "tampilkan komponen, tarif dan aturannya", no_arguments, _daftar),
    Command(("insentif", "komponen", "simpan"), "buat atau ubah komponen kantor ini", _simpan_arguments, _simpan),
    Command(("insentif", "tarif"), "tetapkan tarif kantor ini", tarif_arguments, _tarif),
    Command(("insentif", "dana"), "catat data pendanaan satu tahun", _dana_arguments, _dana),
    Command(("insentif", "aturan-kinerja"), "tetapkan atau akhiri aturan kinerja", _aturan_arguments, _aturan),
    Command(("insentif", "kinerja", "catat"), "catat angka kinerja satu bulan", _kinerja_arguments, _kinerja),
)
