"""What Beranda says of reports: how many this month, what waits to be verified, which RT have none yet; Ctrl+K."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode, rupiah
from ui.kit.host import Angka, Host, Tugas
from ui.kit.theme import Role

from . import text

if TYPE_CHECKING:
    from sipokat_desktop.modules.laporan.model import PilihanRt

_SEBUT = 6
"""So many RT are named in a task."""
_MULAI_HARI = 20
"""From this day of a month on, RT without a report in it are a task."""
_DI = "lingkup IN (SELECT value FROM json_each(?))"
_TUNGGU = {
    "lurah": "lurah IS NULL",
    "camat": "camat IS NULL AND lurah = 'ya'",
}


def verifikator(host: Host) -> str:
    """Return who verifies in this office, "" where it only reads (as modules/laporan/ops, which a start does
    without)."""
    if host.di_kota:
        return ""
    return "camat" if host.di_kecamatan else "lurah"


def bulan_ini(host: Host) -> str:
    """Return the present month (``YYYY-MM``)."""
    return host.today.isoformat()[:7]


def menunggu(host: Host) -> int:
    """Return how many reports wait for the word of who verifies here; 0 where nobody does."""
    siapa = verifikator(host)
    return _hitung(host, _TUNGGU[siapa]) if siapa else 0


def _hitung(host: Host, syarat: str, *nilai: str) -> int:
    sql = f"SELECT count(*) FROM laporan_kegiatan WHERE {_DI} AND {syarat}"
    return int(host.store.reader().execute(sql, (json.dumps(host.wilayah), *nilai)).fetchone()[0])


def angka(host: Host) -> Angka:
    """Return the figure of Beranda: the reports of this month, and what waits."""
    bulan = bulan_ini(host)
    banyak, tunggu = _hitung(host, "tanggal BETWEEN ? AND ?", f"{bulan}-01", f"{bulan}-31"), menunggu(host)
    if tunggu:
        return Angka(text.JUDUL, rupiah.titik(banyak), text.KARTU_TUNGGU.format(n=rupiah.titik(tunggu)), Role.PERHATIAN)
    if not banyak:
        return Angka(text.JUDUL, "0", text.KARTU_NIHIL)
    kata = text.KARTU_BERES if verifikator(host) else text.KARTU_BULAN
    return Angka(text.JUDUL, rupiah.titik(banyak), kata)


def belum_melapor(host: Host, bulan: str) -> tuple[list[PilihanRt], int]:
    """Return the RT with a head that have no report in a month, and of how many RT with a head."""
    from sipokat_desktop.modules.laporan import queries

    con = host.store.reader()
    semua = [rt for rt in queries.pilihan_rt(con, host.lingkup, host.today) if rt.nama]
    rows = con.execute(
        "SELECT DISTINCT jabatan_id FROM laporan_kegiatan WHERE lingkup = ? AND tanggal BETWEEN ? AND ?",
        (host.lingkup, f"{bulan}-01", f"{bulan}-31"),
    )
    ada = {str(row[0]) for row in rows}
    return [rt for rt in semua if rt.jabatan_id not in ada], len(semua)


def tugas(host: Host) -> list[Tugas]:
    """Return what waits: verification, and late in the month the RT without a report."""
    hasil = []
    if n := menunggu(host):
        siapa = text.SIAPA[verifikator(host)].lower()
        hasil.append(Tugas(text.TUGAS_VERIFIKASI.format(n=rupiah.titik(n), siapa=siapa), "verifikasi"))
    if not host.beberapa and host.today.day >= _MULAI_HARI:
        hasil += _belum(host)
    return hasil


def _belum(host: Host) -> list[Tugas]:
    bulan = bulan_ini(host)
    belum, semua = belum_melapor(host, bulan)
    nama = periode.nama_bulan(bulan)
    if not belum:
        return []
    if len(belum) == semua:
        return [Tugas(text.TUGAS_BELUM_SEMUA.format(bulan=nama, semua=semua), f"belum:{bulan}")]
    kata = text.TUGAS_BELUM.format(n=len(belum), semua=semua, bulan=nama, rt=sebut(belum))
    return [Tugas(kata, f"belum:{bulan}")]


def sebut(semua: Sequence[PilihanRt]) -> str:
    """Return the names of RT, the first ones where there are many."""
    kata = ", ".join(rt.rt for rt in semua[:_SEBUT])
    return kata if len(semua) <= _SEBUT else text.DAN_LAIN.format(rt=kata, n=len(semua) - _SEBUT)


def temukan(host: Host) -> list[tuple[str, str]]:
    """Return what Ctrl+K can go to: entry, verification, evaluation, and the reports of every RT."""
    hasil = [(text.CARI_EVALUASI, "evaluasi"), (text.CARI_RAKOR, "rakor")]
    if verifikator(host):
        hasil.insert(0, (text.CARI_VERIFIKASI, "verifikasi"))
    if host.beberapa:
        return hasil
    from sipokat_desktop.modules.laporan import queries

    semua = queries.pilihan_rt(host.store.reader(), host.lingkup, host.today)
    rt = [(text.CARI_RT.format(rt=r.rt, nama=r.nama or text.TANPA_NAMA), f"rt:{r.jabatan_id}") for r in semua]
    return [(text.CARI_CATAT, "catat"), *hasil, *rt]
