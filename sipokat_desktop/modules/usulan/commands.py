"""The commands of module usulan: proposals recorded, their statuses, duplicates, order, the next year."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import rupiah, wilayah
from sipokat_desktop.modules.rt.pilih_rt import posts
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import ops, queries
from . import text_perintah as kata
from .commands_cetak import COMMANDS as CETAK
from .commands_pilih import (
    bernomor,
    data,
    dipilih,
    isian_arguments,
    isian_dari,
    milik_rt,
    nomor_arguments,
    satu,
    tahun,
    tahun_arguments,
    tempat,
)
from .model import Usulan
from .text import SARINGAN, STATUS

_BUAT = tuple(nama for nama in ops.ISIAN if nama not in ("judul", "jabatan_id", "tahun"))


def _buat_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("judul", metavar="JUDUL", help="apa yang diusulkan")
    parser.add_argument("--rt", default="", metavar="RT", help="RT yang mengusulkan; kosong: usulan kelurahan")
    parser.add_argument("--tanggal", default="", metavar="TANGGAL", help="hari diusulkan; bawaan: hari ini")
    tahun_arguments(parser)
    isian_arguments(parser, _BUAT)


def _buat(context: Context, args: Namespace) -> Output:
    isian = isian_dari(args, _BUAT) | {"judul": args.judul, "tahun": str(tahun(context, args))}
    isian |= {"tanggal": args.tanggal, "jabatan_id": posts(context, [args.rt])[0] if args.rt else ""}
    usulan_id = ops.buat(context.store, context.lingkup, isian).value
    return _kini(context, usulan_id, kata.DICATAT)


def _kini(context: Context, usulan_id: str, pola: str) -> Output:
    u = queries.usulan(context.store.reader(), usulan_id)
    assert u is not None
    return Output((pola.format(judul=u.judul), *u.ragu), data(u))


def _daftar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("cari", nargs="?", default="", metavar="CARI", help="kata pada usulan, RT, nama, kategori …")
    parser.add_argument("--saring", default="", choices=tuple(kunci for kunci, _ in SARINGAN))
    tahun_arguments(parser)


def _daftar(context: Context, args: Namespace) -> Output:
    ke = tahun(context, args)
    semua = bernomor(context, args)
    pilih = queries.cari(queries.saring((u for u in semua.values() if not u.induk_id), args.saring), args.cari)
    tampil = {u.usulan_id for u in pilih} | {id for u in pilih for id in u.anggota}
    beberapa = wilayah.beberapa(tempat(context, args))
    baris = [_baris(nomor, u, beberapa=beberapa) for nomor, u in semua.items() if u.usulan_id in tampil]
    n = queries.jumlah(pilih)
    tanpa = kata.TANPA_BIAYA.format(n=n.tanpa_biaya) if n.tanpa_biaya else ""
    jumlah = kata.SEMUA.format(n=n.semua, terbuka=n.terbuka, biaya=rupiah.uang(n.biaya), tanpa=tanpa)
    isi: list[Json] = [data(u) | {"nomor": nomor} for nomor, u in semua.items() if u.usulan_id in tampil]
    return Output((*baris, jumlah) if semua else (kata.KOSONG.format(tahun=ke),), isi)


def _baris(nomor: str, u: Usulan, *, beberapa: bool) -> str:
    prioritas = f"prioritas {u.prioritas}" if u.prioritas is not None else ""
    di = wilayah.nama(u.lingkup) if beberapa else ""
    isi = (u.judul, u.kata_pengusul, di, u.lokasi, u.kata_volume, u.kata_biaya, prioritas, u.kata_status, *u.ragu)
    return f"{nomor:>4}  " + " · ".join(filter(None, isi))


def _ubah_arguments(parser: ArgumentParser) -> None:
    nomor_arguments(parser)
    parser.add_argument("--judul", default=None, metavar="JUDUL")
    parser.add_argument("--rt", default=None, metavar="RT", help="RT yang mengusulkan; kosong: usulan kelurahan")
    parser.add_argument("--tahun-baru", default=None, metavar="TAHUN", help="pindahkan ke tahun ini")
    isian_arguments(parser, _BUAT)


def _ubah(context: Context, args: Namespace) -> Output:
    u = satu(context, args, args.nomor)
    isian = isian_dari(args, (*_BUAT, "judul"))
    isian |= {"tahun": args.tahun_baru} if args.tahun_baru is not None else {}
    if args.rt is not None:
        isian["jabatan_id"] = posts(context, [args.rt])[0] if args.rt else ""
    ops.ubah(context.store, u.usulan_id, isian)
    return _kini(context, u.usulan_id, kata.DIUBAH)


def _hapus_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", nargs="+", metavar="NOMOR", help="nomor pada perintah usulan daftar")
    tahun_arguments(parser)


def _hapus(context: Context, args: Namespace) -> Output:
    semua = dipilih(context, args, args.nomor)
    ops.hapus(context.store, [u.usulan_id for u in semua])
    return Output(tuple(kata.DIHAPUS.format(judul=u.judul) for u in semua), [u.usulan_id for u in semua])


def _status_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="NOMOR", help="satu atau beberapa nomor, misalnya 1,3,4")
    parser.add_argument("status", choices=tuple(STATUS)[1:])
    tahun_arguments(parser)
    isian_arguments(parser, ("tanggal", "alasan", "dokumen"))


def _status(context: Context, args: Namespace) -> Output:
    ids = [u.usulan_id for u in dipilih(context, args, args.nomor.split(","))]
    isian = isian_dari(args, ("tanggal", "alasan", "dokumen")) | {"status": args.status}
    hasil = ops.set_status(context.store, ids, isian).value
    sudah = (kata.STATUS_SUDAH.format(nama=", ".join(hasil.sudah)),) if hasil.sudah else ()
    periksa = tuple(kata.PERIKSA.format(kalimat=satu) for satu in hasil.peringatan)
    lines = (kata.STATUS_DICATAT.format(n=hasil.dicatat, status=STATUS[args.status]), *sudah, *periksa)
    return Output(lines, {"dicatat": hasil.dicatat, "sudah": [*hasil.sudah], "peringatan": [*hasil.peringatan]})


def _gabung_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("tetap", metavar="NOMOR", help="usulan yang tetap")
    parser.add_argument("lain", nargs="+", metavar="NOMOR", help="usulan yang digabung ke sana")
    tahun_arguments(parser)


def _gabung(context: Context, args: Namespace) -> Output:
    tetap, *lain = dipilih(context, args, [args.tetap, *args.lain])
    ops.gabungkan(context.store, tetap.usulan_id, [u.usulan_id for u in lain])
    u = queries.usulan(context.store.reader(), tetap.usulan_id)
    assert u is not None
    return Output((kata.DIGABUNG.format(judul=u.judul, rt=u.kata_rt),), data(u))


def _pisah(context: Context, args: Namespace) -> Output:
    ids = [u.usulan_id for u in dipilih(context, args, args.nomor)]
    n = len(ops.pisahkan(context.store, ids).rows["usulan_butir"])
    return Output((kata.DIPISAH.format(n=n),), {"dipisah": n})


def _urut_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="NOMOR", help="urutan yang baru, misalnya 3,1,2; yang lain tetap di belakang")
    parser.add_argument("--geser", choices=("naik", "turun"), default="", help="geser satu usulan satu tempat")
    tahun_arguments(parser)


def _urut(context: Context, args: Namespace) -> Output:
    pilih = dipilih(context, args, args.nomor.split(","))
    ids, lingkup, ke = [u.usulan_id for u in pilih], pilih[0].lingkup, tahun(context, args)
    if args.geser:
        for id in ids:
            (ops.naik if args.geser == "naik" else ops.turun)(context.store, id)
    else:
        ops.urutkan(context.store, lingkup, ke, ids)
    semua = queries.daftar(context.store.reader(), lingkup=[lingkup], tahun=ke)
    return Output((kata.DIURUTKAN.format(tahun=ke),), [u.usulan_id for u in semua])


def _lagi_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--dari", type=int, required=True, metavar="TAHUN")
    parser.add_argument("--ke", type=int, required=True, metavar="TAHUN")


def _lagi(context: Context, args: Namespace) -> Output:
    ids = ops.usulkan_lagi(context.store, context.lingkup, args.dari, args.ke).value
    isi: list[Json] = [*ids]
    return Output((kata.LAGI.format(n=len(ids), dari=args.dari, ke=args.ke),), isi)


def _kabar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", nargs="*", metavar="NOMOR", help="nomor pada perintah usulan daftar")
    parser.add_argument("--rt", default="", metavar="RT", help="semua usulan satu RT")
    tahun_arguments(parser)


def _kabar(context: Context, args: Namespace) -> Output:
    lines: list[str] = []
    isi: list[Json] = []
    for k in milik_rt(context, args):
        langkah = [f"  {hari}: {kalimat}" for hari, kalimat in k.langkah]
        lines += [f"{k.usulan.judul} ({k.usulan.kata_pengusul})", *langkah, *filter(None, (k.digabung, k.selanjutnya))]
        isi.append({**k._asdict(), "usulan": data(k.usulan), "langkah": [[*satu] for satu in k.langkah]})
    return Output(tuple(lines), isi)


def _kembar(context: Context, args: Namespace) -> Output:
    semua = queries.kembar(context.store.reader(), lingkup=context.lingkup, tahun=tahun(context, args))
    nomor = {u.usulan_id: satu for satu, u in bernomor(context, args).items()}
    lines: list[str] = []
    isi: list[Json] = []
    for p in semua:
        a, b = nomor[p.satu.usulan_id], nomor[p.dua.usulan_id]
        lines.append(kata.KEMBAR.format(a=a, judul=p.satu.judul, b=b, lain=p.dua.judul, sebab=", ".join(p.sebab)))
        isi.append({"satu": p.satu.usulan_id, "dua": p.dua.usulan_id, "nilai": p.nilai, "sebab": [*p.sebab]})
    return Output(tuple(lines) or (kata.TANPA_KEMBAR,), isi)


COMMANDS: tuple[Command, ...] = (
    Command(("usulan", "buat"), "catat satu usulan", _buat_arguments, _buat),
    Command(("usulan", "daftar"), "usulan satu tahun menurut prioritas", _daftar_arguments, _daftar),
    Command(("usulan", "ubah"), "ubah satu usulan", _ubah_arguments, _ubah),
    Command(("usulan", "hapus"), "hapus usulan yang salah catat", _hapus_arguments, _hapus),
    Command(("usulan", "status"), "catat status satu atau beberapa usulan", _status_arguments, _status),
    Command(("usulan", "gabung"), "gabungkan usulan yang sama", _gabung_arguments, _gabung),
    Command(("usulan", "pisah"), "pisahkan usulan yang digabung", _hapus_arguments, _pisah),
    Command(("usulan", "kembar"), "usulan yang mungkin sama", tahun_arguments, _kembar),
    Command(("usulan", "urut"), "urutkan prioritas usulan", _urut_arguments, _urut),
    Command(("usulan", "lagi"), "usulkan lagi yang belum selesai", _lagi_arguments, _lagi),
    Command(("usulan", "kabar"), "kabar usulan untuk RT", _kabar_arguments, _kabar),
    *CETAK,
)  # fmt: skip
