"""Seragam in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.kit.host import Angka, Host, Page, PageSpec, Tugas
from ui.kit.theme import Role

from . import text

if TYPE_CHECKING:
    from sipokat_desktop.modules.seragam.model import Pengadaan

TABLES = frozenset(
    {
        "seragam_pengadaan", "seragam_isi", "seragam_pilihan", "seragam_gerak",
        "rt_jabatan", "rt_orang", "rt_masa", "rt_pejabat",
    }
)  # fmt: skip


def _make(host: Host) -> Page:
    from .page import SeragamPage

    return SeragamPage(host)


def _semua(host: Host) -> list[Pengadaan]:
    """Return the purchases; an office without any pays nothing for them."""
    con = host.store.reader()
    if con.execute("SELECT 1 FROM seragam_pengadaan LIMIT 1").fetchone() is None:
        return []
    from sipokat_desktop.modules.seragam import queries

    return queries.pengadaan(con, lingkup=host.kantor)


def _berjalan(host: Host) -> list[Pengadaan]:
    return [p for p in _semua(host) if not p.selesai]


def _figures(host: Host) -> Sequence[Angka]:
    """Return the newest purchase that runs: how many have received; that there is none, where none runs."""
    con = host.store.reader()
    for p in _berjalan(host)[:1]:
        from sipokat_desktop.modules.seragam import queries

        r = queries.ringkas(con, p.pengadaan_id, lingkup=host.kantor, hari=host.today)
        if r.berketua:
            catatan = text.KARTU_BELUM.format(n=r.belum) if r.belum else text.KARTU_SUDAH
            angka = text.KARTU_ANGKA.format(sudah=r.sudah, semua=r.sudah + r.belum)
            peran = None if r.belum else Role.BAIK
            return [Angka(text.KARTU.format(nama=f"{p.nama} {p.tahun}"), angka, catatan, peran)]
    return [Angka(text.JUDUL, "0", text.KARTU_NIHIL)]


def _tasks(host: Host) -> Sequence[Tugas]:
    tugas: list[Tugas] = []
    con = host.store.reader()
    for p in _berjalan(host):
        from sipokat_desktop.modules.seragam import queries

        nama = f"{p.nama} {p.tahun}"
        for m in queries.masalah(con, p.pengadaan_id, lingkup=host.kantor):
            ke = f"{p.pengadaan_id}#{m.jabatan_id}" if m.jabatan_id else f"stok:{p.pengadaan_id}"
            tugas.append(Tugas(text.TUGAS_MASALAH.format(nama=nama, kalimat=m.kalimat), ke))
        r = queries.ringkas(con, p.pengadaan_id, lingkup=host.kantor, hari=host.today)
        if r.tanpa_ukuran:
            tugas.append(Tugas(text.TUGAS_UKURAN.format(nama=nama, n=r.tanpa_ukuran), p.pengadaan_id))
        if r.belum > r.tanpa_ukuran and r.ada:
            tugas.append(Tugas(text.TUGAS_SERAH.format(nama=nama, n=r.belum), p.pengadaan_id))
    return tugas


def _find(host: Host) -> Sequence[tuple[str, str]]:
    """Return every purchase, its stock, and every post in the newest one that runs."""
    con = host.store.reader()
    semua = _semua(host)
    hasil = [(text.CARI_NAMA.format(nama=p.nama, tahun=p.tahun), p.pengadaan_id) for p in semua]
    hasil += [(text.CARI_STOK.format(nama=p.nama, tahun=p.tahun), f"stok:{p.pengadaan_id}") for p in semua]
    for p in _berjalan(host)[:1]:
        from sipokat_desktop.modules.seragam import queries

        hasil += [
            (
                text.CARI_RT.format(rt=satu.nomor, nama=satu.nama or "—", pengadaan=p.nama),
                f"{p.pengadaan_id}#{satu.jabatan_id}",
            )
            for satu in queries.pemakai(con, p.pengadaan_id, lingkup=host.kantor, hari=host.today)
        ]
    return hasil


def _links(id: str) -> Sequence[tuple[str, str]]:
    if ":" in id:
        return ()
    return [(text.TAUTAN, f"rt:{id}")]


def _helps() -> Sequence[tuple[str, str]]:
    from . import text_stok

    return [(text.JUDUL, text.BANTUAN), (text_stok.STOK, text_stok.BANTUAN)]


def _commands() -> Sequence[str]:
    return (text.TAMBAH,)


SPEC = PageSpec(
    "seragam", text.JUDUL, "shirt", TABLES, _make, _figures, _tasks, _find, _links, helps=_helps, commands=_commands
)
