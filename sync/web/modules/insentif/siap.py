"""How ready a kelurahan is to be paid for a period: what the module's own checks miss, in words with the number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.insentif import acara, dari_laporan, kinerja, periksa, periksa_kinerja, queries, rekap
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif.calon import tertulis
from sipokat_desktop.modules.insentif.daftar import Daftar
from sipokat_desktop.modules.insentif.hak import menjabat, tarif_berlaku
from sipokat_desktop.modules.insentif.model import Angka, Komponen, Temuan
from sipokat_desktop.modules.insentif.periksa_aturan import tanpa_ketua
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.modules.rt.search import AKAN_HABIS_HARI
from sipokat_desktop.storage import sqlite

from . import text_siap as text


class Hal(NamedTuple):
    """One thing that is missing: what (a key of ``text_siap.HAL``), of which RT and head, said in a sentence."""

    jenis: str
    rt: str
    nama: str
    kalimat: str


@dataclass(frozen=True, slots=True)
class Siap:
    """A kelurahan: the posts with a term in the period, its lists of the period, and what is missing."""

    lingkup: str
    nama: str
    rt: int
    daftar: tuple[Daftar, ...]
    hal: tuple[Hal, ...]

    @property
    def jumlah(self) -> dict[str, int]:
        """How many of each thing are missing, the gravest first."""
        hasil = dict.fromkeys(text.HAL, 0)
        for satu in self.hal:
            hasil[satu.jenis] += 1
        return {jenis: n for jenis, n in hasil.items() if n}

    @property
    def kata(self) -> tuple[tuple[str, str], ...]:
        """What is missing in words, each with how grave it is (``salah`` or ``perhatian``)."""
        return tuple(
            (text.HAL[jenis].format(n=n), text.BERAT.get(jenis, "perhatian")) for jenis, n in self.jumlah.items()
        )

    @property
    def berikut(self) -> str:
        """The next step about the gravest thing, with who takes it; "" where nothing is missing."""
        return " ".join(text.LANGKAH[next(iter(self.jumlah))]) if self.hal else ""

    @property
    def keadaan(self) -> str:
        """Where the lists stand, in words."""
        if not self.daftar:
            return text.BELUM_DIBUAT
        return "; ".join(dict.fromkeys(d.langkah.kata for d in self.daftar))

    @property
    def urutan(self) -> tuple[int, ...]:
        """What sorts the worst first."""
        ada = self.jumlah
        return tuple(-ada.get(jenis, 0) for jenis in text.HAL)


def semua(con: sqlite.Connection, lingkup: Sequence[str], p: Periode, hari: date) -> list[Siap]:
    """Return every kelurahan, the worst first."""
    f3 = {b.lingkup: b for b in rekap.kecamatan(con, periode=p.kode, lingkup=lingkup).baris}
    hasil = [_satu(con, kode, f3[kode].kelurahan, f3[kode].jumlah_rt, p, hari) for kode in lingkup]
    return sorted(hasil, key=lambda s: (s.urutan, s.nama))


def satu(con: sqlite.Connection, kode: str, p: Periode, hari: date) -> Siap:
    """Return one kelurahan."""
    return semua(con, (kode,), p, hari)[0]


class _Bahan(NamedTuple):
    """What the checks of a kelurahan read."""

    con: sqlite.Connection
    kode: str
    p: Periode
    hari: date
    masa: Mapping[str, Masa]


def _satu(con: sqlite.Connection, kode: str, nama: str, banyak: int, p: Periode, hari: date) -> Siap:
    daftar = tuple(d for d in queries.semua_daftar(con, lingkup=kode) if d.keadaan != "batal" and _masuk(d, p))
    b = _Bahan(con, kode, p, hari, {m.masa_id: m for m in rt.masa(con, lingkup=kode)})
    hal = [*_sk(b)] if b.masa else [Hal("tanpa_data", "", "", text.TANPA_DATA)]
    for k in acara.menurut_masa(ketetapan.komponen(con, lingkup=kode)) if b.masa else ():
        if any(tarif_berlaku(k, bulan) for bulan in p.bulan):
            hal += _komponen(b, k, [d for d in daftar if d.komponen_id == k.komponen_id])
    return Siap(kode, nama, banyak, daftar, tuple(_sekali(hal)))


def _sekali(semua: Iterable[Hal]) -> Iterable[Hal]:
    """Return each thing once; of what is told of the same head in two ways the first."""
    hasil: dict[tuple[str, ...], Hal] = {}
    for h in semua:
        hasil.setdefault((h.jenis, h.rt, h.nama, "" if h.jenis == "sk_kosong" else h.kalimat), h)
    return hasil.values()


def _masuk(d: Daftar, p: Periode) -> bool:
    """Tell whether a list holds a month of the period."""
    return not set(periode.baca(d.periode).bulan).isdisjoint(p.bulan)


def _sk(b: _Bahan) -> Iterator[Hal]:
    """Yield the heads without SK, and those whose SK runs out soon, as Data RT says it."""
    batas = (b.hari + timedelta(days=AKAN_HABIS_HARI)).isoformat()
    for r in rt.roster(b.con, lingkup=b.kode, hari=b.hari):
        kata = r.keadaan(b.hari)[1]
        if r.orang_id and r.akhir_sk and b.hari.isoformat() <= r.akhir_sk <= batas:
            yield Hal("sk_akan_habis", r.nomor, r.nama or "", kata)
        elif r.orang_id and not r.sk_nomor:
            yield Hal("sk_kosong", r.nomor, r.nama or "", kata)


def _komponen(b: _Bahan, k: Komponen, daftar: Sequence[Daftar]) -> Iterator[Hal]:
    """Yield what is missing of a component: of its lists, else of the one that could be drawn up."""
    if not daftar:
        yield Hal("daftar_belum", "", "", text.DAFTAR_BELUM.format(komponen=k.nama))
        nomor = {r.jabatan_id: r.nomor for r in rt.roster(b.con, lingkup=b.kode, hari=b.hari) if r.nomor != "?"}
        yield from _lain(tanpa_ketua([*b.masa.values()], nomor, k, b.p))
    yield from _calon(b, k, daftar)
    for d in daftar:
        yield from _daftar(b, d)
    yield from _laporan(b, k)


def _calon(b: _Bahan, k: Komponen, daftar: Sequence[Daftar]) -> Iterator[Hal]:
    """Yield what the checks would say of a list drawn up now, and (where there is one) whom it leaves out."""
    draf = {id for d in daftar if d.keadaan == "draf" for id in tertulis(b.con, d.daftar_id)}
    try:
        haks = [h for h in periksa.calon(b.con, b.kode, k, b.p) if h.masa.masa_id not in draf]
    except InputSalah as exc:
        yield Hal("tarif", "", "", exc.pesan)
        return
    for h in haks if daftar else ():
        kata = text.BELUM_MASUK.format(bulan=periode.rentang_tahun(h.bulan), komponen=k.nama)
        yield Hal("belum_masuk", h.masa.nomor, h.masa.nama, kata)
    for masa_id, semua in periksa.temuan_hak(b.con, lingkup=b.kode, komponen=k, haks=haks, periode=b.p).items():
        yield from _temuan(semua, b.masa[masa_id])


def _daftar(b: _Bahan, d: Daftar) -> Iterator[Hal]:
    """Yield what is missing of a list: the lock, signatures, and what the checks see."""
    if d.keadaan == "draf":
        yield Hal("draf", "", "", text.DRAF.format(nomor=d.nomor))
    else:
        for satu in queries.baris(b.con, daftar_id=d.daftar_id):
            if not satu.tanda and satu.bruto:
                yield Hal("tanda", satu.nomor_rt, satu.nama, text.TANDA.format(nomor=d.nomor))
    per_masa, lain = periksa.temuan(b.con, d)
    for masa_id, semua in per_masa.items():
        if masa_id in b.masa:
            yield from _temuan(semua, b.masa[masa_id])
    yield from _lain(lain)


def _temuan(semua: Iterable[Temuan], m: Masa) -> Iterator[Hal]:
    for t in semua:
        jenis = _jenis(t)
        if jenis:
            yield Hal(jenis, m.nomor, m.nama, t.kalimat)


def _lain(semua: Iterable[Temuan]) -> Iterator[Hal]:
    """Yield the findings that no line can show; their sentence names the RT."""
    yield from (Hal(jenis, "", "", t.kalimat) for t in semua if (jenis := _jenis(t)))


def _jenis(t: Temuan) -> str:
    """Return which thing a finding is; "" for what is no lack (money of earlier lists that was not handed out)."""
    if t.jenis in periksa.BUKAN_KURANG:
        return ""
    if t.jenis in text.HAL:
        return t.jenis
    return "salah" if t.peran == "salah" else "lain"


def _laporan(b: _Bahan, k: Komponen) -> Iterator[Hal]:
    """Yield the heads whose verified reports give less than all of the tariff, where the rule counts reports."""
    dihitung = periksa_kinerja.bulan_laporan(k, b.p.bulan)
    if not dihitung:
        return
    ada = dari_laporan.baca(b.con, lingkup=b.kode, bulan=dihitung)
    for m in b.masa.values():
        for bulan in dihitung:
            n, aturan = ada.angka(m.masa_id, bulan), kinerja.aturan_bulan(k, bulan)
            bagian = kinerja.persen(aturan, Angka(n, None)) if aturan and n is not None else None
            if bagian is not None and bagian < rupiah.SERATUS_PERSEN and menjabat(m, bulan, k.hari_acuan):
                kata = text.LAPORAN_KURANG.format(
                    bulan=periode.nama_bulan(bulan), n=n, tunggu=ada.menunggu(m.masa_id, bulan)
                )
                yield Hal("laporan", m.nomor, m.nama, kata)
