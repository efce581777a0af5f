"""Insentif in the window."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import queries as rt
from ui.kit.host import Angka, Host, Page, PageSpec, Tugas

from . import lainnya, text

TABLES = frozenset(
    {
        "insentif_komponen", "insentif_tarif", "insentif_anggaran", "insentif_aturan", "insentif_kinerja",
        "insentif_daftar", "insentif_baris", "insentif_terkoreksi", "insentif_koreksi", "insentif_tunda",
        "insentif_tanda", "insentif_mutasi", "insentif_setelan", "rt_masa", "rt_orang", "rt_jabatan", "rt_pejabat",
    }
)  # fmt: skip


def _make(host: Host) -> Page:
    from .page import InsentifPage

    return InsentifPage(host)


def _figures(host: Host) -> Sequence[Angka]:
    kini = periode.triwulan(host.today)
    semua = queries.semua_daftar(host.store.reader(), lingkup=host.lingkup)
    daftar = [d for d in semua if d.periode == kini.kode and d.keadaan != "batal"]
    total = sum(d.diterima for d in daftar)
    judul = text.KARTU.format(periode=kini.nama)
    if not daftar:
        return [Angka(judul, rupiah.uang(0), text.KARTU_BELUM)]
    dibayar = sum(d.dibayar for d in daftar)
    draf = any(d.keadaan == "draf" for d in daftar)
    return [
        Angka(
            judul, rupiah.uang(total), text.KARTU_DRAF if draf else text.KARTU_BAYAR.format(uang=rupiah.uang(dibayar))
        )
    ]


def _tasks(host: Host) -> Sequence[Tugas]:
    tugas: list[Tugas] = []
    con, kini = host.store.reader(), periode.triwulan(host.today)
    semua = queries.semua_daftar(con, lingkup=host.lingkup)
    if all(d.periode != kini.kode or d.keadaan == "batal" for d in semua) and rt.masa(con, lingkup=host.lingkup):
        tugas.append(Tugas(text.TUGAS_SUSUN.format(periode=kini.nama)))
    for d in semua:
        if d.keadaan == "draf":
            tugas.append(Tugas(text.TUGAS_KUNCI.format(periode=d.nama_periode), d.nomor))
        elif d.keadaan == "dikunci" and d.sisa:
            sisa = rupiah.uang(d.sisa)
            tugas.append(Tugas(text.TUGAS_BAYAR.format(periode=d.nama_periode, sisa=sisa), d.nomor))
    return tugas


def _find(host: Host) -> Sequence[tuple[str, str]]:
    semua = queries.semua_daftar(host.store.reader(), lingkup=host.lingkup)
    lists = [(f"{d.nama_periode} · {d.komponen} · {d.nomor}", d.nomor) for d in semua]
    return [*lists, *lainnya.cari(host)]


def _links(id: str) -> Sequence[tuple[str, str]]:
    return [(text.KARTU_RT, f"lain/kartu:{id}")]


SPEC = PageSpec("insentif", text.JUDUL, "cash", TABLES, _make, _figures, _tasks, _find, _links)
