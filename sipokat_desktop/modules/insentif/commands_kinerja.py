"""The figures of performance from the reports, on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import Command, Context, Json, Output

from . import dari_laporan
from . import text_kinerja as text
from .dari_laporan import Usul
from .isian import bulan


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--bulan", required=True, metavar="BULAN", help="2026-07")
    parser.add_argument("--coba", action="store_true", help="tunjukkan saja, jangan simpan")
    parser.add_argument(
        "--menunggu", action="store_true", help="juga yang masih menunggu verifikasi atau bulannya belum selesai"
    )
    parser.add_argument("--ketikan", action="store_true", help="juga ganti angka yang diketik di kantor")


def _ambil(context: Context, args: Namespace) -> Output:
    ke, store = bulan(args.bulan, "bulan"), context.store
    r = dari_laporan.rencana(store.reader(), lingkup=context.lingkup, bulan=ke, hari=hari_ini(store))
    boleh = _boleh(args)
    pilihan = [u for u in r.baris if u.beda and boleh.issuperset(u.sebab)]
    nama = periode.nama_bulan(ke)
    if args.coba or not pilihan:
        n, pola = len(pilihan), text.AKAN if pilihan else text.TAK_ADA_DIAMBIL
    else:
        n, pola = dari_laporan.ambil(store, context.lingkup, ke, pilihan).value, text.DIAMBIL
    kata = [*r.ringkas, *(_kalimat(u, u in pilihan) for u in r.baris if u.beda or u.sebab)]
    data: Json = {
        "bulan": ke, "dipakai": r.dipakai, "tanpa_ketua": r.tanpa_ketua, "diambil": n, "disimpan": not args.coba,
        "baris": [_json(u, u in pilihan) for u in r.baris],
    }  # fmt: skip
    return Output((*kata, pola.format(bulan=nama, n=n)), data)


def _boleh(args: Namespace) -> frozenset[str]:
    """Return the reasons in spite of which a figure is taken."""
    menunggu = {text.TUNGGU, text.BERJALAN} if args.menunggu else set[str]()
    return frozenset(menunggu | ({text.KETIK} if args.ketikan else set[str]()))


def _kalimat(u: Usul, ambil: bool) -> str:
    kata = "" if ambil or not u.beda else text.DILEWATI
    return text.BARIS.format(
        rt=u.masa.nomor, nama=u.masa.nama, kini=angka(u.kini), baru=angka(u.baru)
    ) + (text.BARIS_SEBAB.format(sebab=kata + u.kata) if kata or u.kata else "")  # fmt: skip


def angka(nilai: int | None) -> str:
    """Write a figure, or that there is none."""
    return text.BELUM_ADA if nilai is None else str(nilai)


def _json(u: Usul, ambil: bool) -> Json:
    return {
        "rt": u.masa.nomor, "nama": u.masa.nama, "masa_id": u.masa.masa_id, "kini": u.kini, "laporan": u.baru,
        "menunggu": u.tunggu, "sebab": [*u.sebab], "diambil": ambil,
    }  # fmt: skip


COMMANDS = (
    Command(("insentif", "kinerja", "ambil"), "ambil angka kinerja satu bulan dari laporan", _arguments, _ambil),
)
