"""What Bimtek says elsewhere: the figure of the nearest event, what waits, what Ctrl+K finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sipokat_desktop.modules.bimtek import queries, statistik
from sipokat_desktop.modules.bimtek.model import Kegiatan, Sesi, Undangan
from ui.kit.host import Angka, Host, Tugas
from ui.kit.theme import Role

from . import kalimat, text
from .boleh import boleh_catat, larangan_ubah
from .kepala import kapan

_SEPEKAN = 7
_LAMA = 60
"""After so many days nobody is reminded any more that something is not recorded."""


def _terbuka(host: Host) -> list[Kegiatan]:
    """Return the events that run and concern this office, the nearest to today first."""
    semua = [k for k in queries.kegiatan(host.store.reader(), lingkup=host.kantor) if k.terbuka]
    hari = host.today
    return sorted(semua, key=lambda k: abs((date.fromisoformat(k.mulai) - hari).days) if k.mulai else 9999)


def angka(host: Host) -> list[Angka]:
    """Return the figure of the event nearest to today: who came; before it, who is invited."""
    for k in _terbuka(host)[:1]:
        con = host.store.reader()
        a = statistik.angka_kegiatan(con, k.kegiatan_id, lingkup=host.kantor)
        hari = kapan(date.fromisoformat(k.mulai), host.today) if k.mulai else text.BELUM_ADA_SESI
        judul = text.KARTU.format(nama=k.nama)
        if a.datang or (k.mulai and date.fromisoformat(k.mulai) <= host.today):
            nilai = text.KARTU_ANGKA.format(hadir=a.datang_undangan, semua=a.diundang)
            return [Angka(judul, nilai, text.KARTU_HADIR.format(hari=hari), Role.PERHATIAN if a.beda else None)]
        return [Angka(judul, str(a.diundang), text.KARTU_UNDANGAN.format(hari=hari))]
    return [Angka(text.JUDUL, "0", text.KARTU_NIHIL)]


def tugas(host: Host) -> list[Tugas]:
    """Return what waits, of each event the most urgent first: doors of today and tomorrow, different
    marks, old names, no mark; of an event that is only looked at, the invitations to be handed out."""
    semua: list[Tugas] = []
    for k in _terbuka(host):
        if boleh_catat(host, k.lingkup):
            semua += _bagikan(host, k)
        else:
            semua += _satu(host, k, queries.sesi(host.store.reader(), k.kegiatan_id))
    return semua


def _bagikan(host: Host, k: Kegiatan) -> Iterator[Tugas]:
    """Yield that the invitations of another office's event are to be handed out, in the week before it."""
    mulai = date.fromisoformat(k.mulai) if k.mulai else date.max
    if 0 <= (mulai - host.today).days <= _SEPEKAN:
        n = len(queries.undangan(host.store.reader(), k.kegiatan_id, lingkup=host.kantor, hari=host.today))
        if n:
            kata = text.TUGAS_BAGIKAN.format(nama=k.nama, kapan=kapan(mulai, host.today), n=n)
            yield Tugas(kata, k.kegiatan_id)


def _satu(host: Host, k: Kegiatan, sesi: Sequence[Sesi]) -> Iterator[Tugas]:
    yield from _pintu(k, sesi, host.today)
    if not sesi:
        if not larangan_ubah(host, k):
            yield Tugas(text.TUGAS_TANPA_SESI.format(nama=k.nama), f"sesi:{k.kegiatan_id}")
        return
    con, id = host.store.reader(), k.kegiatan_id
    a = [statistik.angka_sesi(con, s.sesi_id, lingkup=host.kantor) for s in sesi]
    if beda := sum(satu.beda for satu in a):
        yield Tugas(text.TUGAS_BEDA.format(nama=k.nama, n=beda), id)
    yield from _undangan(host, k, sesi)
    lewat = [s for s in sesi if host.today - timedelta(days=_LAMA) <= s.hari < host.today]
    belum = sum(satu.belum for s, satu in zip(sesi, a, strict=True) if s in lewat)
    if belum:
        yield Tugas(text.TUGAS_BELUM.format(nama=k.nama, n=belum), id)


def _pintu(k: Kegiatan, sesi: Sequence[Sesi], hari: date) -> Iterator[Tugas]:
    """Yield the doors of today and tomorrow."""
    for s in sesi:
        pola = {0: text.TUGAS_HARI_INI, 1: text.TUGAS_BESOK}.get((s.hari - hari).days)
        if pola is not None:
            jam = text.TUGAS_JAM.format(jam=kalimat.jam(s)) if s.mulai else ""
            yield Tugas(pola.format(nama=k.nama, judul=s.judul, jam=jam), f"pintu:{s.sesi_id}")


def _undangan(host: Host, k: Kegiatan, sesi: Sequence[Sesi]) -> Iterator[Tugas]:
    """Yield that letters name former heads, as long as there is a session to come."""
    if sesi[-1].hari < host.today:
        return
    semua = queries.undangan(host.store.reader(), k.kegiatan_id, lingkup=host.kantor, hari=host.today)
    usang = sum(u.berganti or u.kosong for u in semua)
    if usang:
        yield Tugas(text.TUGAS_USANG.format(nama=k.nama, n=usang), k.kegiatan_id)


def cari(host: Host) -> list[tuple[str, str]]:
    """Return every event, its figures, the doors of those that run here, and who is invited to the nearest one."""
    con = host.store.reader()
    semua = queries.kegiatan(con, lingkup=host.kantor)
    hasil = [(text.CARI_KEGIATAN.format(nama=k.nama), k.kegiatan_id) for k in semua]
    hasil += [(text.CARI_REKAP.format(nama=k.nama), f"rekap:{k.kegiatan_id}") for k in semua]
    for k in semua:
        if k.terbuka and not boleh_catat(host, k.lingkup):
            sesi = [s for s in queries.sesi(con, k.kegiatan_id) if s.hari >= host.today]
            hasil += [(text.CARI_PINTU.format(nama=k.nama, judul=kalimat.sebut(s)), f"pintu:{s.sesi_id}") for s in sesi]
    for k in _terbuka(host)[:1]:
        undangan = queries.undangan(con, k.kegiatan_id, lingkup=host.kantor, hari=host.today)
        hasil += [(_orang(host, k, u), f"{k.kegiatan_id}#{u.jabatan_id}") for u in undangan]
    return hasil


def _orang(host: Host, k: Kegiatan, u: Undangan) -> str:
    rt = f"{u.nomor} {u.kelurahan}" if host.beberapa else u.nomor
    return text.CARI_ORANG.format(rt=rt, nama=u.nama or "—", acara=k.nama)
