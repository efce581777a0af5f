"""The roster of the city: every post with its head, found by typing, filtered, one by one on a card, as a sheet."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from starlette.responses import Response

from sipokat_desktop.kernel import nik, tanggal, wilayah
from sipokat_desktop.modules.rt import ekspor, indeks, queries, search
from sipokat_desktop.modules.rt import text as rt
from sipokat_desktop.modules.rt.queries import BarisRoster
from sipokat_desktop.modules.rt.search import BarisCari, Cari, Tanya
from sync.web.kit import unduhan
from sync.web.kit.kunjungan import Kunjungan, TidakAda
from sync.web.kit.lembar import lembar

from . import text

Pilihan = list[tuple[str, str]]


def daftar(k: Kunjungan) -> Response:
    """Show the heads that are asked for, a page at a time."""
    indeks.segarkan(k.store)
    con, tanya = k.baca(), _tanya(k)
    halaman = lembar(k, Cari(k.store.reader, tanya).semua())
    baris = search.baris(con, halaman.isi)
    return k.tampil(
        "rt/roster.html", tanya=tanya, lembar=halaman, hari=tanya.hari, text=text, samarkan=nik.samarkan,
        baris=[baris[nomor] for nomor in halaman.isi if nomor in baris], nama=_nama, kelurahan=_nama_kelurahan(k),
        saringan=_saringan(k, tanya), keadaan=_keadaan,
        kecamatan=_kode(tanya.lingkup)[0], tempat=tanya.lingkup, per_kecamatan=_kecamatan(),
        per_kelurahan=_kelurahan(k, _kode(tanya.lingkup)[0]),
    )  # fmt: skip


def _saringan(k: Kunjungan, tanya: Tanya) -> Pilihan:
    """Return the filters, each with how many rows the list would have: of the place, with what is typed."""
    if not tanya.cari.strip():
        hitung = search.hitung(k.baca(), tanya, dict(text.SARINGAN))
    else:
        hitung = {s: len(Cari(k.store.reader, tanya._replace(saring=s)).semua()) for s, _ in text.SARINGAN}
    return [(kunci, f"{kata} ({hitung[kunci]})") for kunci, kata in text.SARINGAN]


def _keadaan(satu: BarisCari, hari: date) -> list[tuple[str, str]]:
    """Return what is said of a row, each with its colour: how the term stands, and what is not filled in."""
    b = satu.roster
    warna, kata = b.keadaan(hari)
    belum = _belum_diisi(b)
    kurang = [(text.WARNA["awas"], text.KURANG.format(isi=", ".join(belum)))] if belum else []
    if kurang and kata in (rt.SIAP, rt.TANPA_TMT, rt.TANPA_SK):
        return kurang
    return [(text.WARNA[warna], kata[:1].upper() + kata[1:]), *kurang]


def _belum_diisi(b: BarisRoster) -> list[str]:
    """Return what of a head is not filled in and has to be before papers and money go out, in words."""
    isi = (b.tmt, b.sk_nomor, b.nik, b.rekening) if b.nama else ()
    return [kata for kata, nilai in zip(text.ISIAN, isi, strict=False) if not nilai]


def unduh(k: Kunjungan) -> Response:
    """Give the roster of the chosen place away as a sheet, NIK masked."""
    tempat = _tempat(k)
    kode = [satu for satu in k.wilayah if satu == tempat or satu.startswith(f"{tempat}.")]
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "roster.xlsx"
        ekspor.ekspor(k.store, kode, berkas)
        isi = berkas.read_bytes()
    return unduhan.xlsx_jadi(k, isi, text.NAMA_BERKAS, wilayah.nama(tempat), _hari(k).isoformat())


def kartu(k: Kunjungan) -> Response:
    """Show one post with its head, and who headed it before."""
    satu = _satu(k)
    return _kartu(k, satu, nik.samarkan(satu.roster.nik) or "")


def nik_penuh(k: Kunjungan) -> Response:
    """Show the NIK of one head: asked for one by one, and written to the log."""
    satu = _satu(k)
    penuh = satu.roster.nik or ""
    return k.potongan("rt/nik.html", nik=penuh) if k.htmx else _kartu(k, satu, penuh)


def _kartu(k: Kunjungan, satu: BarisCari, nik_tampil: str) -> Response:
    b = satu.roster
    semua = queries.masa(k.baca(), lingkup=satu.lingkup)
    sebelum = [m for m in semua if m.jabatan_id == b.jabatan_id and m.masa_id != b.masa_id]
    return k.tampil(
        "rt/kartu.html", satu=satu, b=b, keadaan=_keadaan(satu, _hari(k)), nama=_nama(satu), hari=_hari(k), text=text,
        jenis=rt.JENIS.get(b.jenis or "", ""), nik=nik_tampil, samar=nik_tampil != (b.nik or ""),
        sebelum=sorted(sebelum, key=lambda m: m.tmt or "", reverse=True),
        kelurahan=queries.nama_kelurahan(k.baca(), satu.lingkup), kembali=k.tanya("kembali"),
    )  # fmt: skip


def _satu(k: Kunjungan) -> BarisCari:
    con, tanya = k.baca(), Tanya(wilayah.kota().kode, _hari(k))
    nomor = search.nomor_dari(con, tanya, k.jalan("id"))
    satu = search.baris(con, [nomor]).get(nomor) if nomor else None
    if satu is None:
        raise TidakAda
    return satu


def _tanya(k: Kunjungan) -> Tanya:
    saring = k.tanya("keadaan", "semua")
    saring = saring if saring in search.SARINGAN else "semua"
    return Tanya(_tempat(k), _hari(k), k.tanya("cari")[:200], saring)


def _tempat(k: Kunjungan) -> str:
    """Return the code of the place that is asked for: of a kelurahan, of its kecamatan, else of the city."""
    kecamatan, kelurahan = k.tanya("kecamatan"), k.tanya("kelurahan")
    if kelurahan in k.wilayah and kelurahan.startswith(f"{kecamatan}."):
        return kelurahan
    return kecamatan if kecamatan in dict(_kecamatan()) and kecamatan else wilayah.kota().kode


def _kode(tempat: str) -> tuple[str, str]:
    """Return the codes of kecamatan and kelurahan of a place; empty where it has none."""
    bagian = tempat.split(".")
    return (".".join(bagian[:3]) if len(bagian) > 2 else "", tempat if len(bagian) > 3 else "")


def _kecamatan() -> Pilihan:
    semua = ((t.kode, t.nama) for t in wilayah.semua().values() if t.tingkat == "kecamatan")
    return [("", text.SEMUA_KECAMATAN), *semua]


def _kelurahan(k: Kunjungan, kecamatan: str) -> Pilihan:
    nama = _nama_kelurahan(k)
    return [("", text.SEMUA_KELURAHAN), *((s, nama[s]) for s in k.wilayah if kecamatan and s.startswith(kecamatan))]


def _nama_kelurahan(k: Kunjungan) -> Mapping[str, str]:
    con = k.baca()
    return {satu: queries.nama_kelurahan(con, satu) for satu in k.wilayah}


def _nama(satu: BarisCari) -> str:
    """Return the head's name, with the kind of the term where it is not the ordinary one."""
    b = satu.roster
    if not b.nama:
        return "—"
    return b.nama if b.jenis in (None, "definitif") else f"{b.nama} ({rt.JENIS.get(b.jenis, b.jenis)})"


def _hari(k: Kunjungan) -> date:
    return tanggal.wib(k.now).date()
