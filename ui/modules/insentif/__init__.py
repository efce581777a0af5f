"""Insentif in the window."""

from __future__ import annotations

from collections.abc import Sequence

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.modules.insentif.sekilas import sekilas
from sipokat_desktop.registry import MODULES
from ui.kit.host import Angka, Host, Page, PageSpec, Tugas

from . import text

TABLES = frozenset(
    {
        "insentif_komponen", "insentif_tarif", "insentif_anggaran", "insentif_aturan", "insentif_kinerja",
        "insentif_daftar", "insentif_baris", "insentif_terkoreksi", "insentif_koreksi", "insentif_tunda",
        "insentif_tanda", "insentif_mutasi", "insentif_setelan", "rt_masa", "rt_orang", "rt_jabatan", "rt_pejabat",
        *(table.name for module in MODULES if module.entitles or module.activities for table in module.tables),
    }
)  # fmt: skip


def _make(host: Host) -> Page:
    from .page import InsentifPage

    return InsentifPage(host)


def _figures(host: Host) -> Sequence[Angka]:
    kini = periode.triwulan(host.today)
    jumlah = sekilas(host.store.reader(), lingkup=host.lingkup, periode=kini.kode)
    judul = text.KARTU.format(periode=kini.nama)
    if not jumlah.daftar:
        return [Angka(judul, rupiah.uang(0), text.KARTU_BELUM)]
    dibayar = text.KARTU_BAYAR.format(uang=rupiah.uang(jumlah.dibayar))
    return [Angka(judul, rupiah.uang(jumlah.diterima), text.KARTU_DRAF if jumlah.draf else dibayar)]


def _tasks(host: Host) -> Sequence[Tugas]:
    from sipokat_desktop.modules.insentif import daftar
    from sipokat_desktop.modules.rt import queries as rt

    tugas: list[Tugas] = []
    con, kini = host.store.reader(), periode.triwulan(host.today)
    semua = daftar.semua_daftar(con, lingkup=host.lingkup)
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
    from sipokat_desktop.modules.insentif import daftar

    from . import lainnya

    semua = daftar.semua_daftar(host.store.reader(), lingkup=host.lingkup)
    lists = [(f"{d.nama_periode} · {d.komponen} · {d.nomor}", d.nomor) for d in semua]
    return [*lists, *lainnya.cari(host)]


def _links(id: str) -> Sequence[tuple[str, str]]:
    """Answer of a post with its card, of an event (``source:id``) with the list that pays it."""
    if ":" in id:
        from . import lainnya

        return [(text.UANG_ACARA, f"lain/{lainnya.ACARA}:{id}")]
    return [(text.KARTU_RT, f"lain/kartu:{id}")]


def _helps() -> Sequence[tuple[str, str]]:
    from .audit import text as audit
    from .kartu import text as kartu
    from .ketetapan import text as ketetapan
    from .rekap import text as rekap
    from .saldo import text as saldo
    from .simulasi import text as simulasi
    from .text_lain import REKAP

    return [
        (text.JUDUL, text.BANTUAN), (ketetapan.JUDUL, ketetapan.BANTUAN), (kartu.KARTU, kartu.BANTUAN),
        (kartu.UMUR, kartu.UMUR_BANTUAN), (REKAP, rekap.BANTUAN), (simulasi.JUDUL, simulasi.BANTUAN),
        (audit.JUDUL, audit.BANTUAN), (saldo.JUDUL, saldo.BANTUAN),
    ]  # fmt: skip


def _commands() -> Sequence[str]:
    from .lainnya import HALAMAN

    return (text.SUSUN, *(kata for _, kata in HALAMAN))


SPEC = PageSpec(
    "insentif", text.JUDUL, "cash", TABLES, _make, _figures, _tasks, _find, _links, helps=_helps, commands=_commands
)
