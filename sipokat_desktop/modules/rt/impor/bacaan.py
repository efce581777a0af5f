"""Reads the data rows of a file, column by column, into cleaned fields with a remark on every doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sipokat_desktop.importing.sheet import Sheet, Workbook, teks
from sipokat_desktop.kernel import nik as nik_
from sipokat_desktop.kernel.canonical import Fields, Value
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import rules

from . import baris as baris_
from . import kata, pembaca
from .baris import Diabaikan
from .hasil import Berat, Letak, Maju, Sel, Tanda, diam
from .pemetaan import KolomLembar, Pemetaan, PemetaanLembar
from .sel import Pembaca

_ISI_KE_BAWAH = ("rw", "kelurahan", "sk", "sk_nomor", "sk_tanggal", "tmt", "akhir_sk", "masa")


@dataclass(slots=True)
class Bacaan:
    """One data row: its place, cleaned fields, remarks; ``awalan`` the known digits of a damaged NIK,
    ``bukan`` why it is no ketua RT, ``kosong`` whether the post has no head on the sheet."""

    letak: Letak
    lembar: str
    isi: Fields
    tanda: list[Tanda] = field(default_factory=list)
    awalan: str = ""
    bukan: str = ""
    kosong: bool = False


@dataclass(frozen=True, slots=True)
class HasilBaca:
    """All data rows of a file in its order, and the rows that are none."""

    baris: list[Bacaan]
    diabaikan: list[Diabaikan]


def baca(
    berkas: Workbook, pemetaan: Pemetaan, hari_ini: date, isian: Mapping[tuple[Letak, str], str], *, maju: Maju = diam
) -> HasilBaca:
    """Read every sheet that the mapping takes; ``isian`` holds what the user typed instead of a cell."""
    hasil = HasilBaca([], [])
    alat = pembaca.semua(hari_ini)
    for peta in pemetaan.lembar:
        if peta.dipakai:
            _lembar(hasil, berkas.lembar[peta.indeks], peta, alat, hari_ini, isian, maju)
    return hasil


def _lembar(
    hasil: HasilBaca, sheet: Sheet, peta: PemetaanLembar, alat: Mapping[str, Pembaca], hari_ini: date,
    isian: Mapping[tuple[Letak, str], str], maju: Maju,
) -> None:  # fmt: skip
    terpilah = baris_.pilah(sheet, peta)
    hasil.diabaikan.extend(terpilah.diabaikan)
    dibaca = [kolom for kolom in peta.kolom if kolom.isian]
    semua = _Kolom(sheet, peta, terpilah, isian)
    nilai: list[list[object]] = []
    for ke, kolom in enumerate(dibaca):
        maju(ke, len(dibaca))
        nilai.append(semua.ambil(kolom))
    isi_baris = _susun(dibaca, nilai, alat, peta, terpilah, semua)
    for satu in isi_baris:
        _periksa(satu, hari_ini, dibaca)
    hasil.baris.extend(isi_baris)


class _Kolom:
    """The raw cells of the data rows, with merged cells and the user's own words filled in."""

    def __init__(
        self, sheet: Sheet, peta: PemetaanLembar, terpilah: baris_.Terpilah, isian: Mapping[tuple[Letak, str], str]
    ) -> None:
        self._rows, self._indeks = sheet.rows, terpilah.indeks
        self._baris = [sheet.rows[indeks] for indeks in self._indeks]
        self._sempit = min(map(len, self._baris), default=0)
        self.letak = [Letak(peta.indeks, indeks + 1) for indeks in self._indeks]
        self._ke = {letak: ke for ke, letak in enumerate(self.letak)} if isian else {}
        self._isian = isian
        self._gabung = {
            (baris, kiri): atas
            for (atas, kiri), (bawah, kanan) in sheet.merged
            if bawah > atas and bawah - atas < 2000 and kanan == kiri
            for baris in range(atas + 1, bawah + 1)
        }
        self.turunan: dict[int, set[int]] = {}

    def ambil(self, kolom: KolomLembar) -> list[object]:
        """Return the cells of one column."""
        k = kolom.indeks
        rows = self._rows
        if k < self._sempit:
            nilai = [row[k] for row in self._baris]
        else:
            nilai = [row[k] if k < len(row) else "" for row in self._baris]
        if kolom.isian in _ISI_KE_BAWAH and self._gabung:
            for ke, indeks in enumerate(self._indeks):
                atas = self._gabung.get((indeks, k))
                if atas is not None and not teks(nilai[ke]):
                    nilai[ke] = rows[atas][k]
                    self.turunan.setdefault(k, set()).add(ke)
        if kolom.isian in ("rw", "kelurahan"):
            self._turunkan(k, nilai)
        for (letak, isian), tulisan in self._isian.items():
            if isian == kolom.isian and letak in self._ke:
                nilai[self._ke[letak]] = tulisan
        return nilai

    def _turunkan(self, k: int, nilai: list[object]) -> None:
        """An RW or kelurahan that is written only on the first of its rows holds for those below."""
        lalu: object = ""
        for ke, satu in enumerate(nilai):
            if isinstance(satu, str) and not satu.strip():
                if lalu:
                    nilai[ke] = lalu
                    self.turunan.setdefault(k, set()).add(ke)
            else:
                lalu = satu


def _susun(
    dibaca: Sequence[KolomLembar], nilai: Sequence[Sequence[object]], alat: Mapping[str, Pembaca],
    peta: PemetaanLembar, terpilah: baris_.Terpilah, semua: _Kolom,
) -> list[Bacaan]:  # fmt: skip
    """Read the columns one after the other, then put the rows together."""
    nama_isian = [pembaca.TUJUAN.get(kolom.isian, kolom.isian) for kolom in dibaca]
    aneh: list[tuple[int, int, Sel]] = []
    bersih = [_satu_kolom(ke, nilai[ke], alat[kolom.isian], aneh) for ke, kolom in enumerate(dibaca)]
    baris = [
        Bacaan(letak, peta.nama, {n: v for n, v in zip(nama_isian, isi, strict=True) if v is not None})
        for letak, isi in zip(semua.letak, zip(*bersih, strict=True), strict=True)
    ]
    for ke, ke_kolom, sel in aneh:
        _tandai(baris[ke], dibaca[ke_kolom], nilai[ke_kolom][ke], sel)
    for ke_kolom, kolom in enumerate(dibaca):
        for ke in semua.turunan.get(kolom.indeks, ()):
            jadi = teks(bersih[ke_kolom][ke])
            baris[ke].tanda.append(
                Tanda(kolom.isian, kolom.judul, kolom.huruf, Berat.RAPI, kata.ISI_KE_BAWAH, "", jadi)
            )
        if kolom.isian == "nama":
            _nama_kosong(baris, kolom, nilai[ke_kolom])
    _konteks(baris, terpilah)
    return baris


def _satu_kolom(
    ke_kolom: int, nilai: Sequence[object], baca_satu: Pembaca, aneh: list[tuple[int, int, Sel]]
) -> list[Value]:
    """Return the values of a column; the cells that need a word go to ``aneh``."""
    hasil: list[Value] = []
    tambah = hasil.append
    for ke, mentah in enumerate(nilai):
        satu = baca_satu(mentah)
        if isinstance(satu, Sel):
            aneh.append((ke, ke_kolom, satu))
            tambah(satu.isi)
        else:
            tambah(satu)
    return hasil


def _nama_kosong(baris: Sequence[Bacaan], kolom: KolomLembar, nilai: Sequence[object]) -> None:
    for satu, mentah in zip(baris, nilai, strict=True):
        if "nama" not in satu.isi or (len(str(mentah)) < 20 and baris_.kosong(mentah)):
            _tanpa_nama(satu, kolom, mentah)


def _tandai(baris: Bacaan, kolom: KolomLembar, mentah: object, sel: Sel) -> None:
    """Keep what a cell says besides its value."""
    for isian, nilai in sel.lain.items():
        baris.isi.setdefault(isian, nilai)
    baris.awalan = sel.awalan or baris.awalan
    baris.bukan = sel.bukan or baris.bukan
    if sel.berat is not None:
        jadi = " · ".join(str(v) for v in (sel.isi, *sel.lain.values()) if v is not None)
        baris.tanda.append(
            Tanda(kolom.isian, kolom.judul, kolom.huruf, sel.berat, sel.pesan, teks(mentah)[:200], jadi, sel.usul)
        )


def _tanpa_nama(baris: Bacaan, kolom: KolomLembar, mentah: object) -> None:
    """A post without a head, or a person whose name is missing."""
    if any(tanda.isian == "nama" and tanda.berat is Berat.SALAH for tanda in baris.tanda):
        return
    baris.isi.pop("nama", None)
    if any(isian in baris.isi for isian in ("nik", "hp", "tanggal_lahir", "sk_nomor", "rekening")) or baris.awalan:
        baris.tanda.append(Tanda("nama", kolom.judul, kolom.huruf, Berat.SALAH, kata.TANPA_NAMA, teks(mentah)[:200]))
    else:
        baris.kosong = True


def _konteks(baris: Sequence[Bacaan], terpilah: baris_.Terpilah) -> None:
    """RW and kelurahan of the section or sheet hold where the row itself says nothing."""
    for satu, rw, kelurahan in zip(baris, terpilah.rw, terpilah.kelurahan, strict=True):
        if rw:
            satu.isi.setdefault("rw", rw)
        if kelurahan:
            satu.isi.setdefault("_kelurahan_judul", kelurahan)


def _periksa(baris: Bacaan, hari_ini: date, dibaca: Sequence[KolomLembar]) -> None:
    """Check the fields of a row against each other: term, NIK against birth and sex."""
    isi = baris.isi
    if "nama" in isi and not any(ch.isalpha() for ch in str(isi["nama"])):
        _beri(baris, dibaca, "nama", Berat.SALAH, kata.TANPA_NAMA)
    if "akhir_sk" in isi and "tmt" in isi and str(isi["akhir_sk"]) < str(isi["tmt"]):
        try:
            rules.periksa_masa(isi)
        except InputSalah as exc:
            _beri(baris, dibaca, exc.field, Berat.SALAH, exc.pesan)
    nik = isi.get("nik")
    if nik and not _nik_sejalan(str(nik), isi):
        lahir = isi.get("tanggal_lahir")
        for pesan in nik_.peringatan(
            str(nik), tanggal_lahir=date.fromisoformat(str(lahir)) if lahir else None,
            kelamin=str(isi.get("kelamin") or ""), hari_ini=hari_ini,
        ):  # fmt: skip
            _beri(baris, dibaca, "nik", Berat.RAGU, pesan)


def _nik_sejalan(nik: str, isi: Fields) -> bool:
    """Tell quickly that a NIK of this city agrees with birth date and sex, so that there is nothing to say."""
    lahir, kelamin = isi.get("tanggal_lahir"), isi.get("kelamin")
    if not lahir or not kelamin or nik[:4] not in ("1673", "1605") or nik.endswith("0000"):
        return False
    hari = str(lahir)
    tanggal = hari[8:10] if kelamin == "L" else str(int(hari[8:10]) + 40)
    return nik[6:12] == f"{tanggal}{hari[5:7]}{hari[2:4]}"


def _beri(baris: Bacaan, dibaca: Sequence[KolomLembar], isian: str, berat: Berat, pesan: str) -> None:
    kolom = next((k for k in dibaca if pembaca.TUJUAN.get(k.isian, k.isian) == isian), None)
    judul, huruf = (kolom.judul, kolom.huruf) if kolom else ("", "")
    baris.tanda.append(Tanda(isian, judul, huruf, berat, pesan, jadi=str(baris.isi.get(isian) or "")))
