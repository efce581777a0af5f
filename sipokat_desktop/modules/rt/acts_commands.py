"""Export, papers and the change of head on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.command import Command, Context, Json, Output, no_arguments
from sipokat_desktop.storage.module import Belonging

from . import barang, ops, queries, rules, text

_KETUA = (
    "nama", "nik", "kelamin", "tempat_lahir", "tanggal_lahir", "alamat", "hp", "tmt", "jenis", "cara", "ba_nomor",
    "sk_nomor", "sk_tanggal", "sk_penerbit", "akhir_sk", "serah_hp", "serah_seragam", "serah_lain",
)  # fmt: skip
_AKHIR = ("akhir_nyata", "alasan_akhir")
_PILIHAN = {
    "jenis": tuple(text.JENIS), "cara": tuple(text.CARA), "sk_penerbit": tuple(text.PENERBIT),
    "alasan_akhir": tuple(text.ALASAN_AKHIR), "kelamin": tuple(text.KELAMIN),
}  # fmt: skip


def _berkas(parser: ArgumentParser, akhiran: str) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=f"berkas .{akhiran} yang ditulis")


def _ekspor_arguments(parser: ArgumentParser) -> None:
    _berkas(parser, "xlsx")
    parser.add_argument("--nik-penuh", action="store_true", help="tulis NIK seutuhnya, bukan disamarkan")


def _ekspor(context: Context, args: Namespace) -> Output:
    from . import ekspor

    hasil = ekspor.ekspor(context.store, context.lingkup, args.file, nik_penuh=args.nik_penuh)
    data: Json = {"berkas": str(hasil.berkas), "baris": hasil.baris, "kolom": hasil.kolom}
    return Output((f"{hasil.baris} RT tersimpan di {hasil.berkas}.",), data)


def _cetak_arguments(parser: ArgumentParser) -> None:
    _berkas(parser, "pdf")
    parser.add_argument("--kertas", choices=("F4", "A4"), default="F4")
    parser.add_argument("--nik-penuh", action="store_true", help="cetak NIK seutuhnya, bukan disamarkan")


def _cetak(context: Context, args: Namespace) -> Output:
    from . import prints

    halaman = prints.cetak_daftar_rt(
        context.store, context.lingkup, kertas=args.kertas, keluaran=args.file, nik_penuh=args.nik_penuh
    )
    return _tersimpan(args, halaman)


def _tersimpan(args: Namespace, halaman: int) -> Output:
    data: Json = {"berkas": str(args.file), "halaman": halaman, "kertas": args.kertas}
    return Output((f"Tersimpan di {args.file} ({halaman} halaman {args.kertas}).",), data)


def _rt(parser: ArgumentParser) -> None:
    parser.add_argument("nomor", metavar="RT", help="nomor RT, misalnya 03")
    parser.add_argument("--rw", default="", help="bila kelurahan memakai RW")


def _jabatan_id(context: Context, args: Namespace) -> str:
    nomor, rw = rules.nomor_rt(args.nomor), rules.teks(args.rw, "rw")
    jabatan_id = ops.id_jabatan(context.lingkup, nomor, rw)
    if context.store.reader().execute("SELECT 1 FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone() is None:
        raise InputSalah("nomor", text.RT_TIDAK_ADA.format(rt=nomor))
    return jabatan_id


def _ganti_arguments(parser: ArgumentParser) -> None:
    _rt(parser)
    for isian in (*_AKHIR, *_KETUA):
        kata = _PILIHAN.get(isian)
        nama = "|".join(kata) if kata else isian.upper()
        parser.add_argument(f"--{isian.replace('_', '-')}", default="", choices=kata, metavar=nama)
    parser.add_argument(
        "--barang", default="", choices=("alih", "kembali", "belum"), help="barang tercatat yang dipegang ketua lama"
    )
    parser.add_argument("--lihat", action="store_true", help="tunjukkan akibatnya saja, jangan simpan")


def _kata_barang(semua: Iterable[Belonging], pilih: str) -> list[str]:
    """Say what becomes of each thing; of what nobody spoke it stays with the old head."""
    hasil = []
    for satu in semua:
        kata = {c.key: c.words for c in satu.choices}
        hasil.append(f"{satu.said}: {kata.get(pilih, text.BARANG_TETAP)}.")
    return hasil


def _ganti(context: Context, args: Namespace) -> Output:
    from . import ganti

    isian = {field: str(getattr(args, field)) for field in (*_AKHIR, *_KETUA)}
    jabatan_id = _jabatan_id(context, args)
    r = ganti.rencana(context.store, jabatan_id, isian)
    if r.salah:
        raise InputSalah(r.salah[0].field, r.salah[0].kalimat)
    jadi = {barang.AWALAN + satu.id: args.barang for satu in r.barang if args.barang in {c.key for c in satu.choices}}
    lines = (
        *(b.kalimat for b in r.bulan), *r.insentif, *(a.kalimat for a in r.awas), *_kata_barang(r.barang, args.barang),
    )  # fmt: skip
    data: dict[str, Json] = {
        "rt": r.rt, "lama": r.lama, "baru": r.baru, "bulan": [b.kalimat for b in r.bulan],
        "insentif": [*r.insentif], "peringatan": [a.kalimat for a in r.awas],
        "barang": [satu.said for satu in r.barang],
    }  # fmt: skip
    if args.lihat:
        return Output((*lines, "Belum ada yang disimpan."), data)
    masa_id = ganti.ganti(context.store, jabatan_id, isian | jadi).value
    return Output((f"Ketua RT {r.rt} sekarang {r.baru}.", *lines), data | {"masa_id": masa_id})


def _berita_arguments(parser: ArgumentParser) -> None:
    _rt(parser)
    _berkas(parser, "pdf")
    parser.add_argument("--kertas", choices=("F4", "A4"), default="F4")
    parser.add_argument("--saksi", action="append", default=[], metavar="NAMA", help="boleh dua kali")


def _berita(context: Context, args: Namespace) -> Output:
    from . import prints

    jabatan_id = _jabatan_id(context, args)
    row = (
        context.store.reader()
        .execute("SELECT id FROM rt_masa WHERE jabatan_id = ? ORDER BY tmt DESC, id LIMIT 1", (jabatan_id,))
        .fetchone()
    )
    if row is None:
        raise InputSalah("nomor", text.BELUM_ADA_KETUA.format(rt=rules.nomor_rt(args.nomor)))
    saksi = (*args.saksi, "", "")[:2]
    halaman = prints.cetak_berita_acara(context.store, str(row[0]), kertas=args.kertas, keluaran=args.file, saksi=saksi)
    return _tersimpan(args, halaman)


def _kembar(context: Context, _args: Namespace) -> Output:
    from . import kembar

    semua = kembar.cari(context.store.reader(), lingkup=context.lingkup)
    lines = tuple(
        f"{p.skor:3}  {p.satu.nama} ({p.satu.jabatan or '—'})  =  {p.dua.nama} ({p.dua.jabatan or '—'})  "
        f"{', '.join(p.sebab)}"
        for p in semua
    )
    data: list[Json] = [
        {"satu": p.satu.orang_id, "dua": p.dua.orang_id, "skor": p.skor, "sebab": [*p.sebab]} for p in semua
    ]
    return Output(lines or ("Tidak ada orang yang tercatat dua kali.",), data)


def _kelurahan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--nama", default=None, help="sebutan kantor sendiri, misalnya “Air Temam”; kosong: nama resmi")
    parser.add_argument("--alamat", default=None, help="alamat kantor pada kop surat")


def _kelurahan(context: Context, args: Namespace) -> Output:
    isian = {field: str(nilai) for field in ("nama", "alamat") if (nilai := getattr(args, field)) is not None}
    if isian:
        ops.set_kelurahan(context.store, context.lingkup, isian)
    con = context.store.reader()
    nama, alamat = queries.nama_kelurahan(con, context.lingkup), queries.alamat_kantor(con, context.lingkup)
    return Output((f"Kelurahan {nama}. {alamat}".strip(),), {"nama": nama, "alamat": alamat})


ACTS = (
    Command(("rt", "ekspor"), "tulis data ketua RT ke lembar Excel", _ekspor_arguments, _ekspor),
    Command(("rt", "cetak"), "cetak daftar ketua RT sekelurahan", _cetak_arguments, _cetak),
    Command(("rt", "ganti"), "ganti ketua sebuah RT", _ganti_arguments, _ganti),
    Command(("rt", "berita-acara"), "cetak berita acara penggantian ketua RT", _berita_arguments, _berita),
    Command(("rt", "kembar"), "cari orang yang tercatat dua kali", no_arguments, _kembar),
    Command(("rt", "kelurahan"), "sebutan kelurahan dan alamat kantor pada surat", _kelurahan_arguments, _kelurahan),
)
