"""What waits on Usulan: doubts, drafts that nobody verified, costs that are missing; and the figure of Beranda."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import rupiah
from ui.kit.host import Angka, Host, Tugas
from ui.kit.theme import Role

from . import text

if TYPE_CHECKING:
    from sipokat_desktop.modules.usulan.model import Usulan


def tahun_awal(host: Host) -> int:
    """Return the year that the page begins with: the latest that has proposals, else next year, for which people
    propose now."""
    from sipokat_desktop.modules.usulan import queries

    ada = queries.tahun(host.store.reader(), host.wilayah)
    return ada[0] if ada else host.today.year + 1


def _baca(host: Host) -> tuple[int, list[Usulan]]:
    from sipokat_desktop.modules.usulan import queries

    tahun = tahun_awal(host)
    return tahun, queries.daftar(host.store.reader(), lingkup=host.wilayah, tahun=tahun)


def angka(host: Host) -> list[Angka]:
    """Return the figure of the latest year: how many, and how many are not finished; where it is one kelurahan, also
    how many are to be looked at."""
    from sipokat_desktop.modules.usulan.sekilas import sekilas

    if host.beberapa:
        tahun, ragu = tahun_awal(host), 0
        semua, terbuka = sekilas(host.store.reader(), lingkup=host.wilayah, tahun=tahun)
    else:
        tahun, daftar = _baca(host)
        semua, terbuka, ragu = len(daftar), sum(u.terbuka for u in daftar), sum(bool(u.ragu) for u in daftar)
    kata = [text.KARTU_TERBUKA.format(n=terbuka) if terbuka else text.KARTU_SELESAI]
    kata += [text.KARTU_RAGU.format(n=ragu)] if ragu else []
    peran = Role.PERHATIAN if ragu else None
    return [Angka(text.KARTU_TAHUN.format(tahun=tahun), rupiah.titik(semua), " · ".join(kata), peran)]


def tugas(host: Host) -> Sequence[Tugas]:
    """Return the tasks of the latest year, each leading to the rows it counts; an office above only reads them."""
    if host.larangan("usulan_butir"):
        return ()
    tahun, semua = _baca(host)
    hal = (
        ("periksa", text.TUGAS_RAGU, sum(bool(u.ragu) for u in semua)),
        ("draf", text.TUGAS_DRAF, sum(u.terbuka and u.status == "draf" for u in semua)),
        ("tanpa_biaya", text.TUGAS_BIAYA, sum(u.terbuka and u.biaya is None for u in semua)),
    )
    return [Tugas(kata.format(n=n, tahun=tahun), f"saring:{kunci}:{tahun}") for kunci, kata, n in hal if n]


def cari(host: Host) -> list[tuple[str, str]]:
    """Return every proposal of the latest two years, for Ctrl+K."""
    from sipokat_desktop.modules.usulan import queries, sekilas

    con = host.store.reader()
    semua = sekilas.nama(con, lingkup=host.wilayah, tahun=queries.tahun(con, host.wilayah)[:2])
    return [(text.CARI_BUTIR.format(tahun=n.tahun, siapa=n.siapa, judul=n.judul), n.usulan_id) for n in semua]
