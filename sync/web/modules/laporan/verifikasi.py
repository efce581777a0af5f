"""Verification by the camat: the list with exceptions first, one report at a time, decided by keys or buttons."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.rupiah import titik
from sipokat_desktop.kernel.wilayah import nama
from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import CAMAT, YA, HasilPutusan, Laporan
from sipokat_desktop.storage.store import Done, Store
from sync.web.akun.peran import Peran
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import baca, diputuskan, text

HALAMAN = "/verifikasi"
_TUMPUKAN = 30
"""So many decisions of one sitting can be undone, the last one first; the reports of one are joined by ANTARA."""
ANTARA = ","


def halaman(k: Kunjungan) -> Response:
    """Show the list with one report beside it: the one asked for, else the first."""
    saring = baca.saringan(k)
    semua = baca.menunggu(k, saring)
    daftar = baca.daftar(k, semua)
    pilih = k.tanya("laporan") or (daftar.baris[0].laporan_id if daftar.baris else "")
    terbaca = next((satu for satu in semua if satu.laporan.laporan_id == pilih), None)
    kartu = baca.kartu(k, pilih, _ke(k), terbaca) if pilih else None
    sebelum, sesudah = daftar.tetangga(pilih)
    return k.tampil(
        "laporan/verifikasi.html", daftar=daftar, kartu=kartu, pilih=pilih, sebelum=sebelum, sesudah=sesudah,
        berikut=sesudah or sebelum, saring=saring, pilihan=baca.pilihan(k), tumpukan=k.tanya("urung"),
        dasar=k.dengan(laporan="", urung=""), **_bekal(k),
    )  # fmt: skip


def kartu(k: Kunjungan) -> Response:
    """Return one report for the place beside the list."""
    return _kartu(k, k.jalan("id"))


def putuskan(k: Kunjungan) -> Response:
    """Record *ya* or *tidak* on one report and go to the next."""
    id, putusan, catatan = k.isian("laporan"), k.isian("putusan"), k.isian("catatan")
    b = _laporan(k, id)

    def kerja(store: Store) -> Done[HasilPutusan]:
        hasil = ops.verifikasi(store, [id], putusan, catatan="" if putusan == YA else catatan, siapa=CAMAT)
        if hasil.value.dilewati:
            raise InputSalah("", hasil.value.dilewati[0].kalimat)
        return hasil

    k.tulis(kerja)
    kata = laporan.PUTUSAN[putusan]
    if not k.htmx:
        pesan = text.DICATAT.format(rt=b.rt, kelurahan=nama(b.lingkup), kata=kata.lower())
        return k.pindah(_kembali(k, laporan=k.isian("berikut"), urung=id), pesan)
    tumpukan = " ".join([*k.isian("tumpukan").split(), id][-_TUMPUKAN:])
    return _kartu(k, k.isian("berikut"), tanda={id: kata}, tumpukan=tumpukan)


def setujui_bersih(k: Kunjungan) -> Response:
    """Record *ya* on all reports of the page in which nothing is odd, as one act: those that are still so."""
    diminta = set(k.isian_banyak("bersih"))
    kini = {satu.laporan.laporan_id for satu in baca.menunggu(k, baca.saringan(k), segera=True) if satu.bersih}
    ids = sorted(diminta & kini)
    if not ids:
        raise InputSalah("", text.TAK_ADA_BERSIH)
    hasil = k.tulis(lambda store: ops.verifikasi(store, ids, YA, siapa=CAMAT))
    n, lain = hasil.value.tertulis, len(diminta) - hasil.value.tertulis
    pesan = (text.DISETUJUI_SEBAGIAN if lain else text.DISETUJUI).format(n=titik(n), lain=titik(lain))
    return k.pindah(_kembali(k, urung=ANTARA.join(ids)), pesan)


def urungkan(k: Kunjungan) -> Response:
    """Take the last decision of this sitting back, of the reports that the request names: any process can do it."""
    *sisa, terakhir = k.isian("tumpukan").split() or [""]
    ids = tuple(id for id in terakhir.split(ANTARA) if id and _diputuskan(k, id))
    if not ids:
        raise InputSalah("", text.TAK_ADA_URUNG)
    if any(oleh != k.siapa.nama for oleh in diputuskan.pemutus(k, ids).values()):
        raise InputSalah("", text.BUKAN_MILIK)
    k.tulis(lambda store: ops.tarik_putusan(store, ids, siapa=CAMAT))
    if k.htmx and len(ids) == 1:
        return _kartu(k, ids[0], tanda={ids[0]: ""}, tumpukan=" ".join(sisa))
    return k.pindah(_kembali(k, laporan=ids[0], urung=" ".join(sisa)), text.DIURUNGKAN.format(n=titik(len(ids))))


def _diputuskan(k: Kunjungan, id: str) -> bool:
    rinci = queries.satu(k.baca(), id)
    return rinci is not None and bool(rinci.laporan.camat)


def _laporan(k: Kunjungan, id: str) -> Laporan:
    rinci = queries.satu(k.baca(), id)
    if rinci is None:
        raise InputSalah("", text.LAPORAN_TIADA)
    return rinci.laporan


def _kartu(
    k: Kunjungan, id: str, *, tanda: dict[str, str] | None = None, tumpukan: str | None = None
) -> Response:  # fmt: skip
    """Return the report ``id`` as a part of the page ("": all are done), with the marks that changed in the list."""
    kartu = baca.kartu(k, id, _ke(k)) if id else None
    if id and kartu is None:
        raise TidakAda
    return k.potongan(
        "laporan/kartu_ganti.html", kartu=kartu, tanda=tanda or {}, tumpukan=tumpukan, berikut="",
        saring=baca.saringan(k), **_bekal(k),
    )  # fmt: skip


def _bekal(k: Kunjungan) -> dict[str, Any]:
    """Return what a report's card needs besides the report."""
    boleh = k.siapa.peran is Peran.CAMAT
    return {"boleh": boleh, "hari_ini": diputuskan.hari_ini(k), "catatan_dulu": baca.catatan_dulu(k) if boleh else []}


def _ke(k: Kunjungan) -> int:
    ke = k.tanya("ke", "0")
    return int(ke) if ke.isdecimal() and len(ke) < 4 else 0


def _kembali(k: Kunjungan, **tanya: str) -> str:
    """Return the address of the list with the filters of the form."""
    from urllib.parse import urlencode

    asal = {**baca.saringan(k)._asdict(), "hal": k.isian("hal")}
    isi = {nama: nilai for nama, nilai in (*asal.items(), *tanya.items()) if nilai}
    return f"{HALAMAN}?{urlencode(isi)}" if isi else HALAMAN
