"""Simulation, red flags and audit packs on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.arguments import berkas
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import text_audit

if TYPE_CHECKING:
    from .simulasi import Simulasi, TarifBaru

_BATAS_TERPANJANG = 600
"""Months after which nobody asks any more."""
_TARIF = "Tarif ditulis seperti 2026-07=750000 (bulan mulai dan rupiah per bulan)."


def _simulasi_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--komponen", metavar="NAMA", help="bila ada lebih dari satu")
    parser.add_argument("--dari", required=True, metavar="BULAN", help="2026-01")
    parser.add_argument("--sampai", required=True, metavar="BULAN", help="2026-12")
    parser.add_argument(
        "--tarif", action="append", default=[], metavar="BULAN=RUPIAH", help="2026-07=750000; boleh diulang"
    )
    parser.add_argument("--skema", metavar="SKEMA", help="tidak, bruto, separuh, persen, golongan")
    parser.add_argument("--pajak", type=int, metavar="N", help="PPh 21 per sepuluh ribu, 500 = 5 persen")
    parser.add_argument("--hari-acuan", type=int, metavar="HARI", help="1, 15, atau 0 (menurut hari)")
    parser.add_argument("--kinerja", metavar="PITA", help="0=50 3=100: kurang dari 3 laporan dibayar 50 persen")
    parser.add_argument(
        "--kinerja-mulai", metavar="BULAN", help="bulan aturan kinerja mulai; bila kosong sama dengan --dari"
    )
    parser.add_argument("--ukuran", default="laporan", choices=("laporan", "skor"), help="ukuran kinerja")
    parser.add_argument("--per-bulan", action="store_true", help="daftar disusun per bulan, bukan per triwulan")
    parser.add_argument("--keluaran", type=berkas, metavar="F.xlsx", help="simpan rincian per RT")


def _simulasi(context: Context, args: Namespace) -> Output:
    from . import kinerja, komponen, simulasi

    con = context.store.reader()
    k = komponen.pilih_komponen(con, lingkup=context.lingkup, nama=args.komponen)
    aturan = None
    if args.kinerja is not None:
        pita = kinerja.tulis_pita(kinerja.baca_pita(args.kinerja)) if args.kinerja.strip() else ""
        aturan = simulasi.AturanBaru(args.kinerja_mulai or args.dari, args.ukuran, pita)
    andaian = simulasi.Andaian(
        k.komponen_id, args.dari, args.sampai, tuple(_tarif(satu) for satu in args.tarif), args.skema, args.pajak,
        args.hari_acuan, aturan, "bulan" if args.per_bulan else "triwulan",
    )  # fmt: skip
    hasil = simulasi.hitung(con, andaian, lingkup=(context.lingkup,))
    if args.keluaran:
        _tulis(args.keluaran, hasil)
    return Output(_kata_simulasi(hasil), _data_simulasi(hasil))


def _tarif(teks: str) -> TarifBaru:
    from .simulasi import TarifBaru

    bulan, pisah, jumlah = teks.partition("=")
    if not pisah:
        raise InputSalah("tarif", _TARIF)
    return TarifBaru(periode.baca(bulan, "tarif").bulan[0], rupiah.baca(jumlah, "tarif"))


def _tulis(keluaran: Path, hasil: Simulasi) -> None:
    from sipokat_desktop.exporting import workbook
    from sipokat_desktop.printing.output import tulis_utuh

    from . import simulasi

    tulis_utuh(keluaran, lambda berkas: workbook.write(berkas, simulasi.ke_tabel(hasil)))


def _kata_simulasi(hasil: Simulasi) -> tuple[str, ...]:
    bulan = [
        f"{periode.nama_bulan(b.bulan)}  {rupiah.uang(b.kini)} → {rupiah.uang(b.nanti)}  {b.orang_nanti} ketua RT"
        for b in hasil.bulan
    ]
    orang = [
        f"RT {b.nomor_rt} {b.nama}  {rupiah.uang(b.kini)} → {rupiah.uang(b.nanti)} ({rupiah.uang(b.selisih)})"
        for b in hasil.baris
        if b.selisih or b.selisih_bersih
    ]
    return (hasil.kalimat, *bulan, *orang, *hasil.catatan)


def _data_simulasi(hasil: Simulasi) -> Json:
    return {
        "komponen": hasil.komponen, "kini": hasil.kini, "nanti": hasil.nanti, "selisih": hasil.selisih,
        "pph_kini": hasil.pph_kini, "pph_nanti": hasil.pph_nanti, "catatan": [*hasil.catatan],
        "bulan": [
            {"bulan": b.bulan, "kini": b.kini, "nanti": b.nanti, "orang_kini": b.orang_kini,
             "orang_nanti": b.orang_nanti, "terkunci": b.terkunci} for b in hasil.bulan
        ],
        "kelurahan": [
            {"kode": k.lingkup, "nama": k.nama, "kini": k.kini, "nanti": k.nanti, "untung": k.untung, "rugi": k.rugi}
            for k in hasil.kelurahan
        ],
        "pagu": [
            {"tahun": p.tahun, "pagu": p.pagu, "kini": p.kini, "nanti": p.nanti, "lebih": p.lebih} for p in hasil.pagu
        ],
        "ketua": [
            {"kelurahan": b.kelurahan, "rt": b.nomor_rt, "nama": b.nama, "kini": b.kini, "nanti": b.nanti,
             "selisih": b.selisih, "bersih_kini": b.bersih_kini, "bersih_nanti": b.bersih_nanti, "sebab": b.sebab}
            for b in hasil.baris
        ],
    }  # fmt: skip


def _temuan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--periode", required=True, metavar="PERIODE", help="2026-TW1, 2026-01, atau 2026")
    parser.add_argument("--batas", type=int, metavar="BULAN", help="belum dibayar lebih dari sekian bulan")


def _temuan(context: Context, args: Namespace) -> Output:
    from . import audit, temuan_merah

    if args.batas is not None and not 0 <= args.batas <= _BATAS_TERPANJANG:
        raise InputSalah("batas", text_audit.BATAS_SALAH.format(n=_BATAS_TERPANJANG))
    semua = temuan_merah.cari(
        context.store.reader(), lingkup=context.lingkup, bulan=audit.rentang(args.periode).bulan,
        hari=hari_ini(context.store), batas=args.batas,
    )  # fmt: skip
    ringkas = [f"{satu.judul}: {satu.banyak} ({rupiah.uang(satu.jumlah)})" for satu in temuan_merah.ringkas(semua)]
    lines = [f"{text_audit.BERAT[b.berat]}: {b.kalimat}" for b in semua]
    data: list[Json] = [
        {"jenis": b.jenis, "berat": b.berat, "kalimat": b.kalimat, "jumlah": b.jumlah, "halaman": b.halaman,
         "tabel": b.tabel, "id": b.row_id, "daftar": b.daftar, "rt": b.rt, "bulan": b.bulan}
        for b in semua
    ]  # fmt: skip
    return Output((*lines, *ringkas) or (text_audit.TAK_ADA,), data)


def _buat_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--periode", required=True, metavar="PERIODE", help="2026-TW1, 2026-01, atau 2026")
    parser.add_argument("--keluaran", type=berkas, metavar="F.zip", help="bila kosong: di folder ini")
    parser.add_argument("--nik-penuh", action="store_true", help="tulis NIK seutuhnya")


def _buat(context: Context, args: Namespace) -> Output:
    from . import audit

    kelurahan = rt.nama_kelurahan(context.store.reader(), context.lingkup)
    keluaran = args.keluaran or Path(audit.nama_usulan(kelurahan, audit.rentang(args.periode).kode))
    paket = audit.simpan_paket(context.store, context.lingkup, args.periode, keluaran, nik_penuh=args.nik_penuh)
    lines = (paket.kalimat, f"Tersimpan di {paket.berkas}.", text_audit.SIDIK_PAKET.format(sidik=paket.sidik))
    return Output(
        lines,
        {
            "berkas": str(paket.berkas), "sidik": paket.sidik, "pembayaran": paket.pembayaran,
            "temuan": paket.bendera, "halaman": paket.halaman,
            "isi": [{"nama": s.nama, "ukuran": s.ukuran, "sha256": s.sha256} for s in paket.isi],
        },
    )  # fmt: skip


def _periksa_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="paket audit (.zip)")
    parser.add_argument("--sidik", default="", metavar="SIDIK", help="sidik paket dari berita acara")


def _periksa(_context: Context, args: Namespace) -> Output:
    from . import audit

    hasil = audit.periksa_paket(args.file, sidik=args.sidik)
    if not hasil.baik:
        raise InputSalah("file", " ".join((hasil.kalimat, *hasil.temuan)))
    return Output(
        (hasil.kalimat, text_audit.SIDIK_PAKET.format(sidik=hasil.sidik)),
        {"baik": True, "sidik": hasil.sidik, "berkas": hasil.berkas, "baris": hasil.baris, "op": hasil.catatan_op},
    )


COMMANDS = (
    Command(
        ("insentif", "simulasi"), "hitung anggaran dengan andaian, tanpa menyimpan", _simulasi_arguments, _simulasi
    ),
    Command(("insentif", "temuan"), "tampilkan temuan merah satu periode", _temuan_arguments, _temuan),
    Command(("insentif", "audit", "buat"), "buat paket audit satu periode", _buat_arguments, _buat),
    Command(("insentif", "audit", "periksa"), "periksa keutuhan paket audit", _periksa_arguments, _periksa),
)
