"""Rules of events without a store: hours, whom a session is for, which sessions overlap, who may change what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.rules import teks

from . import text
from .model import Sesi

_JAM = re.compile(r"([01]?[0-9]|2[0-3])(?:[.:]?([0-5][0-9]))?")
_AKHIR = "24:00"
PANJANG_TEKS = 20_000
"""Letters of a long text."""


class Peringatan(NamedTuple):
    """A doubt about a session that is saved nevertheless: ``field`` names the input that mends it."""

    sesi_id: str
    field: str
    kalimat: str


def jam(ketik: str, field: str = "mulai") -> str | None:
    """Return a clock time as ``HH:MM`` (WIB), None when empty; ``8``, ``8.30``, ``0830`` and ``08:30 WIB`` are read."""
    rapi = ketik.strip().casefold().removesuffix("wib").strip()
    if not rapi:
        return None
    cocok = _JAM.fullmatch(rapi)
    if not cocok:
        raise InputSalah(field, text.JAM_SALAH)
    return f"{int(cocok[1]):02d}:{cocok[2] or '00'}"


def baca_sasaran(ketik: str, milik: str) -> str | None:
    """Return the kecamatan (names or codes, parted by comma, ; or |) that a session of an office's event is for, as it
    is stored; None for everybody. Raises InputSalah for one that is none or not the office's."""
    semua = [satu.strip() for satu in re.split(r"[,;|\n]", ketik) if satu.strip()]
    if not semua or [wilayah.kunci_cari(satu) for satu in semua] in (["semua"], ["semuakecamatan"]):
        return None
    boleh = {kode.rpartition(".")[0] for kode in wilayah.kelurahan_dari(milik)}
    kode = {baca_kecamatan(satu) for satu in semua}
    for satu in sorted(kode - boleh):
        raise InputSalah("sasaran", text.SASARAN_LUAR.format(nama=wilayah.nama(satu)))
    return "|".join(sorted(kode)) if kode != boleh else None


def pisah_sasaran(isi: str) -> tuple[str, ...]:
    """Return the codes of a stored ``sasaran``."""
    return tuple(filter(None, isi.split("|")))


def baca_kecamatan(ketik: str, field: str = "sasaran") -> str:
    """Return the code of a kecamatan by code, scope, name or alias; raise InputSalah for none."""
    dicari = wilayah.kunci_cari(ketik.removeprefix(wilayah.KECAMATAN)).removeprefix("kecamatan")
    for t in wilayah.semua().values():
        if t.tingkat == "kecamatan" and dicari in map(wilayah.kunci_cari, (t.kode, t.nama, *t.alias)):
            return t.kode
    raise InputSalah(field, text.SASARAN_ASING.format(nama=ketik))


def menyangkut(kegiatan_lingkup: str, kantor: str) -> bool:
    """Tell whether an event of one office concerns another: its own, of an office above it, of a kelurahan of its."""
    if kegiatan_lingkup in (kantor, wilayah.KOTA) or kantor == wilayah.KOTA:
        return True
    return wilayah.milik(kantor, kegiatan_lingkup) or wilayah.milik(kegiatan_lingkup, kantor)


def boleh_mengundang(kegiatan_lingkup: str, kantor: str) -> bool:
    """Tell whether an office may invite to an event: who holds it, the city, and a kecamatan to the city's."""
    if not kantor or kantor in (kegiatan_lingkup, wilayah.KOTA):
        return True
    return wilayah.adalah_kecamatan(kantor) and kegiatan_lingkup == wilayah.KOTA


def nama_penyelenggara(lingkup: str) -> str:
    """Return what people call the office that holds an event."""
    return wilayah.nama_kantor(lingkup)


def kunci_nama(nama: str) -> str:
    """Return the name of an event as it is compared."""
    return wilayah.kunci_cari(nama)


def bertumpuk(a: Sesi, b: Sesi) -> bool:
    """Tell whether two sessions share time; one without hours takes the whole day, one without an end goes on."""
    if a.tanggal != b.tanggal:
        return False
    return a.mulai < (b.selesai or _AKHIR) and b.mulai < (a.selesai or _AKHIR)


def peringatan(semua: Sequence[Sesi], lain: Iterable[Sesi] = ()) -> list[Peringatan]:
    """Return what is in doubt about the sessions of an event: overlaps at one place (also with sessions of ``lain``
    events), and overlaps of sessions for the same people."""
    hasil = [satu for a, b in combinations(semua, 2) if bertumpuk(a, b) for satu in _tumpuk(a, b)]
    punya = {s.sesi_id for s in semua}
    for satu in (s for s in lain if s.sesi_id not in punya):
        hasil += (
            Peringatan(s.sesi_id, "tempat", text.TEMPAT_LAIN.format(di=s.di, judul=satu.judul, waktu=_saat(satu)))
            for s in semua
            if bertumpuk(s, satu) and _setempat(s, satu)
        )
    return hasil


def _tumpuk(a: Sesi, b: Sesi) -> list[Peringatan]:
    """Return the doubt about two sessions of one event that share time: the same people, else the same place."""
    if not a.sasaran or not b.sasaran or set(a.sasaran) & set(b.sasaran):
        return [Peringatan(b.sesi_id, "mulai", text.ORANG_SAMA.format(judul=b.judul, lain=a.judul, waktu=_saat(b)))]
    if _setempat(a, b):
        return [Peringatan(b.sesi_id, "tempat", text.TEMPAT_LAIN.format(di=b.di, judul=a.judul, waktu=_saat(a)))]
    return []


def _setempat(a: Sesi, b: Sesi) -> bool:
    kunci = wilayah.kunci_cari(a.di)
    return bool(kunci) and kunci == wilayah.kunci_cari(b.di)


def _saat(s: Sesi) -> str:
    return " ".join(filter(None, (tanggal.panjang(s.hari), s.mulai.replace(":", "."))))


_Baca = Callable[[str], str | None]


def _wajib(field: str, pesan: str) -> _Baca:
    def baca(nilai: str) -> str:
        kata = teks(nilai, field, 200)
        if not kata:
            raise InputSalah(field, pesan)
        return kata

    return baca


def _baris(field: str, panjang: int = 300) -> _Baca:
    return lambda nilai: teks(nilai, field, panjang)


def _panjang(field: str) -> _Baca:
    """Return what reads a long text: its paragraphs stay apart. All texts of an event together fit in one change, so
    that one that was deleted can come back."""

    def baca(nilai: str) -> str | None:
        if len(nilai.strip()) > PANJANG_TEKS:
            raise InputSalah(field, text.TEKS_PANJANG)
        bagian = [teks(satu, field, PANJANG_TEKS) for satu in nilai.splitlines()]
        return "\n".join(satu or "" for satu in bagian).strip() or None

    return baca


def _hari(field: str, *, wajib: bool) -> _Baca:
    def baca(nilai: str) -> str | None:
        if not nilai.strip() and not wajib:
            return None
        if not nilai.strip():
            raise InputSalah(field, text.TANGGAL_KOSONG)
        return tanggal.baca(nilai, field).isoformat()

    return baca


_KEGIATAN: Mapping[str, _Baca] = {
    "nama": _wajib("nama", text.NAMA_KOSONG),
    **{field: _baris(field) for field in ("tema", "penyelenggara", "tempat", "narasumber", "surat_nomor")},
    "surat_tanggal": _hari("surat_tanggal", wajib=False),
    **{
        field: _panjang(field)
        for field in ("dasar_hukum", "surat_isi", "latar_belakang", "tujuan", "hasil", "saran", "catatan")
    },
}
_SESI: Mapping[str, _Baca] = {
    "judul": _wajib("judul", text.JUDUL_KOSONG),
    "tanggal": _hari("tanggal", wajib=True),
    "mulai": lambda nilai: jam(nilai, "mulai"),
    "selesai": lambda nilai: jam(nilai, "selesai"),
    **{field: _baris(field) for field in ("tempat", "narasumber", "catatan")},
}
_NOTULEN: Mapping[str, _Baca] = {
    **{field: _baris(field) for field in ("pimpinan", "notulis")},
    **{field: _panjang(field) for field in ("pembukaan", "pembahasan", "tanya_jawab", "kesimpulan", "penutup")},
}
ISIAN_KEGIATAN, ISIAN_SESI = (*_KEGIATAN,), (*_SESI, "sasaran")
"""What can be typed of an event and of a session."""


def bersihkan_kegiatan(isian: Mapping[str, str], *, baru: bool) -> Fields:
    """Return the typed fields of an event as they are stored; of a new one the name is needed, what is left out of a
    change stays. Raises InputSalah for the first wrong one."""
    lengkap = {"nama": ""} if baru else {}
    return {field: _KEGIATAN[field](nilai) for field, nilai in (lengkap | dict(isian)).items()}


def bersihkan_sesi(isian: Mapping[str, str], milik: str, *, baru: bool) -> Fields:
    """Return the typed fields of a session of an event of the office ``milik`` as they are stored; as above."""
    lengkap = {"judul": "", "tanggal": ""} if baru else {}
    hasil: Fields = {}
    for field, nilai in (lengkap | dict(isian)).items():
        hasil[field] = baca_sasaran(nilai, milik) if field == "sasaran" else _SESI[field](nilai)
    return hasil


def bersihkan_notulen(isian: Mapping[str, str]) -> Fields:
    """Return the typed fields of the minutes of a session as they are stored."""
    return {field: _NOTULEN[field](nilai) for field, nilai in isian.items()}


def periksa_jam(mulai: str | None, selesai: str | None) -> None:
    """Raise InputSalah for hours that do not fit together."""
    if selesai and not mulai:
        raise InputSalah("mulai", text.MULAI_KOSONG)
    if mulai and selesai and selesai <= mulai:
        raise InputSalah("selesai", text.JAM_TERBALIK)
