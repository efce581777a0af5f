"""What the values of a column say about it: whether they fit its title, and what it is without one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sipokat_desktop.importing.sheet import teks
from sipokat_desktop.importing.table import Title, key

from .hasil import Berat, Sel
from .kamus import LEWAT
from .sel import Pembaca, adalah_tanggal, rapikan

_NIK = re.compile(r"[0-9]{16}|[0-9][.,][0-9]{4,}[eE]\+?15").fullmatch
_HP = re.compile(r"(?:\+?62|0)?8[0-9]{7,12}").fullmatch
_RT = re.compile(r"(?i)\br\s?\.?\s?t\b\.?\s*0*[0-9]{1,3}\b")
_NAMA = re.compile(r"[^\W\d_][^\d_]{2,60}").fullmatch
_JALAN = re.compile(r"(?i)\b(jl|jln|jalan|gg|gang|lr|lrg|lorong|dusun|perum|komplek)\b")
_TANGGAL = re.compile(r".*\d{1,4}[-/. ]+(?:\d{1,2}|[A-Za-z]{3,9})[-/. ]+\d{2,4}")
_KECIL = re.compile(r"0{0,2}[1-9][0-9]{0,2}").fullmatch
_LELAKI = frozenset(("l", "lk", "lakilaki", "pria"))
_WANITA = frozenset(("p", "pr", "perempuan", "wanita"))
_KELAMIN = frozenset(("l", "p", "lk", "pr", "lakilaki", "perempuan", "pria", "wanita"))


def kecocokan(isian: str, contoh: Sequence[object], baca: Mapping[str, Pembaca]) -> float:
    """Return which part of the values can be read as ``isian``; 1.0 for an empty column."""
    if not contoh:
        return 1.0
    if isian == "nama":
        return sum(any(ch.isalpha() for ch in teks(nilai)) for nilai in contoh) / len(contoh)
    hasil = [baca[isian](nilai) for nilai in contoh]
    if isian == "nomor":
        return sum(bool(_isi(satu)) for satu in hasil) / len(contoh)
    baik = sum(not (isinstance(satu, Sel) and satu.berat is Berat.SALAH) for satu in hasil)
    if isian in ("nik", "hp", "tanggal_lahir", "tmt", "akhir_sk", "sk_tanggal"):
        # Damaged cells are damage, not another field, as long as they look like it at all.
        baik = max(baik, sum(sum(ch.isdigit() for ch in teks(nilai)) >= 5 or adalah_tanggal(nilai) for nilai in contoh))
    return baik / len(contoh)


def _isi(satu: object) -> object:
    return (satu.isi or satu.bukan) if isinstance(satu, Sel) else satu


def sesuaikan(judul: Sequence[Title], calon: list[str], contoh: Sequence[Sequence[object]]) -> None:
    """Correct what titles alone say wrongly: one title over two columns, L | P, place with the day in it."""
    for k, isian in enumerate(calon):
        if isian in ("ttl", "tempat_lahir", "tanggal_lahir"):
            calon[k] = _lahir(isian, contoh[k])
            if k + 1 < len(calon) and _tanpa_judul(judul, k + 1) and _bagian(contoh[k + 1], _bertanggal) > 0.5:
                calon[k + 1] = "tanggal_lahir"
        if (
            isian == "sk"
            and k + 1 < len(calon)
            and _tanpa_judul(judul, k + 1)
            and _bagian(contoh[k + 1], _bertanggal) > 0.5
        ):
            calon[k + 1] = "sk_tanggal"
        if isian == "nomor" and k + 1 < len(calon) and _tanpa_judul(judul, k + 1) and "rw" in key(judul[k].words):
            calon[k + 1] = "rw"
    _dua_kolom(judul, calon, contoh)


def _tanpa_judul(judul: Sequence[Title], k: int) -> bool:
    return not judul[k].bottom or judul[k].words == judul[k - 1].words


def _bertanggal(nilai: object) -> bool:
    isi = teks(nilai)
    return adalah_tanggal(nilai) or bool(_TANGGAL.match(isi)) or (isinstance(nilai, float) and 3000 < nilai < 60000)


def _bagian(contoh: Sequence[object], uji: object) -> float:
    return sum(bool(uji(nilai)) for nilai in contoh) / len(contoh) if contoh else 0.0  # type: ignore[operator]


def _lahir(isian: str, contoh: Sequence[object]) -> str:
    """Place, day or both: the values decide."""
    if not contoh:
        return isian
    hari = _bagian(contoh, _bertanggal)
    dua = _bagian(contoh, lambda nilai: re.match(r"[^\d]{3,}[ ,/\n]*\d", teks(nilai)))
    if dua > 0.4 and not (isian == "tanggal_lahir" and _bagian(contoh, _hari_kerja) > 0.4):
        return "ttl"
    if isian == "ttl":
        return "tanggal_lahir" if hari > 0.5 else "tempat_lahir" if hari < 0.1 else "ttl"
    return isian


def _hari_kerja(nilai: object) -> bool:
    return bool(re.match(r"(?i)(senin|selasa|rabu|kamis|jum|sabtu|minggu)", teks(nilai)))


def _dua_kolom(judul: Sequence[Title], calon: list[str], contoh: Sequence[Sequence[object]]) -> None:
    """Columns L and P hold marks (sex) or numbers (people)."""
    for k in range(len(calon) - 1):
        if key(judul[k].bottom) not in _LELAKI or key(judul[k + 1].bottom) not in _WANITA:
            continue
        isi = [*contoh[k], *contoh[k + 1]]
        angka = isi and all(teks(nilai).isdigit() for nilai in isi) and any(int(teks(nilai)) > 1 for nilai in isi)
        calon[k], calon[k + 1] = ("jiwa_l", "jiwa_p") if angka else ("kelamin_l", "kelamin_p")


def tebak(
    judul: Sequence[Title],
    calon: Sequence[str],
    contoh: Sequence[Sequence[object]],
    dipilih: Mapping[str, int],
    ada_judul: bool,
) -> dict[int, str]:
    """Return fields of columns whose titles say nothing, by their values; never a field that a title names."""
    hasil: dict[int, str] = {}
    dipakai = set(dipilih)
    for isian, uji, batas in _UJI:
        if isian in dipakai or (ada_judul and isian not in ("nik", "hp", "nama", "nomor", "tanggal_lahir")):
            continue
        mungkin = [
            (round(_bagian(contoh[k], uji), 1), -k)
            for k in range(len(calon))
            if k not in hasil and _boleh(judul[k], calon[k], isian) and len(contoh[k]) >= 1
        ]
        terbaik = max(mungkin, default=(0.0, 0))
        if terbaik[0] >= batas:
            hasil[-terbaik[1]] = isian
            dipakai.add(isian)
    if not ada_judul and "nomor" not in dipakai:
        hasil |= _angka_rt(contoh, hasil)
    return hasil


def _angka_rt(contoh: Sequence[Sequence[object]], hasil: Mapping[int, str]) -> dict[int, str]:
    """Return the column of RT numbers among small numbers that do not repeat; a running number only as the last way."""
    mungkin: list[tuple[bool, int]] = []
    for k, nilai in enumerate(contoh):
        isi = [teks(satu) for satu in nilai]
        if k in hasil or not isi or not all(_KECIL(satu) for satu in isi) or len(set(isi)) < len(isi):
            continue
        mungkin.append(([int(satu) for satu in isi] == list(range(1, len(isi) + 1)), k))
    return {min(mungkin)[1]: "nomor"} if mungkin else {}


def _boleh(judul: Title, calon: str, isian: str) -> bool:
    if not judul.words:
        return calon == ""
    nomor = key(judul.words) in ("no", "nomor", "keterangan", "ket", "kode")
    return calon == "" or (calon == LEWAT and nomor and isian == "nomor")


def _berisi_rt(nilai: object) -> bool:
    return bool(_RT.search(teks(nilai))) and len(teks(nilai)) < 40


def _bernama(nilai: object) -> bool:
    isi = teks(nilai)
    return bool(_NAMA(isi)) and key(isi) not in _KELAMIN and not _JALAN.search(isi) and not _RT.search(isi)


_UJI = (
    ("nik", lambda nilai: _NIK("".join(ch for ch in rapikan(nilai) if ch not in " .-'")), 0.5),
    ("hp", lambda nilai: _HP("".join(ch for ch in rapikan(nilai) if ch not in " .-'")), 0.5),
    ("nomor", _berisi_rt, 0.6),
    ("tanggal_lahir", lambda nilai: adalah_tanggal(nilai) and nilai.year < 2008, 0.8),
    ("ttl", lambda nilai: re.match(r"[A-Za-z .]{3,}[,/ ]+\d{1,2}[-/ ]", teks(nilai)), 0.6),
    ("kelamin", lambda nilai: key(teks(nilai)) in _KELAMIN, 0.8),
    ("alamat", lambda nilai: _JALAN.search(teks(nilai)), 0.5),
    ("nama", _bernama, 0.7),
)
