"""What waits on HP dan barang: disputed hand-overs, overdue returns, losses without letter, the city's answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sipokat_desktop.modules.ponsel import queries
from sipokat_desktop.modules.ponsel import text as ponsel
from sipokat_desktop.modules.ponsel.model import GANDA, Bantuan, Unit
from ui.kit.host import Host, Tugas

from . import text


def tugas(host: Host, units: Sequence[Unit]) -> list[Tugas]:
    """Return the tasks, the most urgent first; each leads to its unit."""
    con = host.store.reader()
    ganda = (
        Tugas(text.TUGAS_GANDA.format(sebutan=u.sebutan, nama=u.nama), f"{u.unit_id}#ganda")
        for u in units if u.keadaan == GANDA
    )  # fmt: skip
    lama = (
        Tugas(text.TUGAS_TERLAMBAT.format(nama=u.nama, rt=u.nomor_rt, sebutan=u.sebutan), f"{u.unit_id}#kembali")
        for u in queries.tertunggak(units)
    )
    minta = queries.bantuan(con, lingkup=host.wilayah, terbuka=True) if any(u.bantuan for u in units) else []
    return [*ganda, *lama, *_hilang(host, units), *map(_bantuan, minta)]


def _hilang(host: Host, units: Sequence[Unit]) -> Iterator[Tugas]:
    """Yield what was lost and has no police letter yet."""
    con = host.store.reader()
    for u in units:
        if u.kondisi == "hilang" and u.kejadian:
            terbuka = queries.kejadian_terbuka(con, u.unit_id)
            if any(k.jenis == "hilang" and not k.polisi_nomor for k in terbuka):
                yield Tugas(text.TUGAS_HILANG.format(sebutan=u.sebutan, rt=u.nomor_rt), f"{u.unit_id}#hilang")


def _bantuan(b: Bantuan) -> Tugas:
    pola = text.TUGAS_JAWABAN if b.jawaban else text.TUGAS_BANTUAN
    jenis = ponsel.KODE["bantuan"].get(b.jenis, b.jenis)
    kata = pola.format(sebutan=b.sebutan, rt=b.nomor_rt, jenis=jenis, jawaban=b.jawaban)
    return Tugas(kata, f"{b.unit_id}#{b.bantuan_id}")
