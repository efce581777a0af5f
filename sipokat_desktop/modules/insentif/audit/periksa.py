"""Checks an audit pack: every file, every row, every op, and the wrapping itself."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from io import BytesIO, StringIO
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.exporting.separated import BOM, SEPARATOR
from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.errors import InputSalah

from . import text_paket as text
from .bungkus import DAFTAR_SIDIK, bungkus, daftar_sidik, sha
from .tabel_csv import AKHIR, KOLOM_SIDIK, awal, sambung

Rekaman = dict[str, str]


class HasilPeriksa(NamedTuple):
    """What a check found: sentences, none when the pack is whole; ``sidik`` is the fingerprint of the pack."""

    baik: bool
    kalimat: str
    temuan: tuple[str, ...]
    sidik: str
    berkas: int
    baris: int
    catatan_op: int


def periksa_paket(path: Path, *, sidik: str = "", maju: Maju = diam) -> HasilPeriksa:
    """Check a pack; with ``sidik`` also against the fingerprint in the minutes. Raises InputSalah when unreadable."""
    try:
        mentah = path.read_bytes()
    except OSError as exc:
        raise InputSalah("berkas", text.TIDAK_TERBACA.format(nama=path.name)) from exc
    isi = _buka(mentah)
    if isi is None:
        return HasilPeriksa(False, text.RUSAK, (text.RUSAK,), "", 0, 0, 0)
    temuan: list[str] = []
    maju(0, 3)
    temuan += _berkas(isi)
    maju(1, 3)
    tabel: dict[str, list[Rekaman]] = {}
    for nama in text.KOLOM:
        if nama in isi:
            tabel[nama], salah = _csv(nama, isi[nama])
            temuan += salah
    maju(2, 3)
    temuan += [*_op(tabel.get(text.OP, [])), *_uang(tabel), *_kota(tabel.get(text.KOTA, []))]
    if not temuan and bungkus(isi) != mentah:
        temuan.append(text.BUNGKUS_BEDA)
    ada = sha(isi.get(DAFTAR_SIDIK, b""))
    if sidik and sidik.strip().casefold() != ada:
        temuan.append(text.SIDIK_LAIN.format(ada=ada, tertulis=sidik.strip()))
    baris, op = sum(map(len, tabel.values())), len(tabel.get(text.OP, []))
    kalimat = text.TIDAK_BAIK.format(n=len(temuan)) if temuan else text.BAIK.format(berkas=len(isi), baris=baris, op=op)
    return HasilPeriksa(not temuan, kalimat, tuple(dict.fromkeys(temuan)), ada, len(isi), baris, op)


def _buka(mentah: bytes) -> dict[str, bytes] | None:
    """Return the files of a zip; None for what no pack is: damaged, packed, or with a name twice."""
    try:
        with zipfile.ZipFile(BytesIO(mentah)) as arsip:
            semua = arsip.infolist()
            if len({satu.filename for satu in semua}) != len(semua):
                return None
            if any(satu.compress_type != zipfile.ZIP_STORED or satu.flag_bits & 1 for satu in semua):
                return None
            return {satu.filename: arsip.read(satu) for satu in semua}
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, NotImplementedError, RuntimeError, EOFError):
        return None


def _berkas(isi: Mapping[str, bytes]) -> Iterator[str]:
    """Compare the files with sha256.txt, and with what every pack holds."""
    if DAFTAR_SIDIK not in isi:
        yield text.TANPA_DAFTAR
        return
    baris = isi[DAFTAR_SIDIK].decode("utf-8", "replace").splitlines()
    tercatat = {nama: sidik for sidik, _, nama in (satu.partition("  ") for satu in baris)}
    for nama in sorted({*tercatat, *text.ISI} - isi.keys()):
        yield text.BERKAS_HILANG.format(nama=nama)
    for nama in sorted(isi.keys() - tercatat.keys() - {DAFTAR_SIDIK}):
        yield text.BERKAS_LEBIH.format(nama=nama)
    beda = [nama for nama, sidik in tercatat.items() if nama in isi and sha(isi[nama]) != sidik]
    for nama in beda:
        yield text.BERKAS_BEDA.format(nama=nama)
    if not beda and isi[DAFTAR_SIDIK] != daftar_sidik(isi):
        yield text.DAFTAR_BEDA


def _csv(nama: str, isi: bytes) -> tuple[list[Rekaman], list[str]]:
    """Return the rows of a CSV, and what is wrong with its chain."""
    bukan = [text.BUKAN_CSV.format(nama=nama)]
    try:
        teks = isi.decode()
    except UnicodeDecodeError:
        return [], bukan
    kolom = ["no", *text.KOLOM[nama], KOLOM_SIDIK]
    baris = teks.removeprefix(BOM).split(AKHIR)
    if not teks.startswith(BOM) or baris[-1] or baris[0] != SEPARATOR.join(kolom):
        return [], bukan
    sidik = awal(nama, baris[0].rpartition(SEPARATOR)[0])
    rekaman: list[Rekaman] = []
    for ke, satu in enumerate(baris[1:-1], 1):
        depan, _, tertulis = satu.rpartition(SEPARATOR)
        sidik = sambung(sidik, depan)
        if tertulis != sidik or not depan.startswith(f"{ke}{SEPARATOR}"):
            return rekaman, [text.RANTAI_PUTUS.format(nama=nama, no=ke)]
        sel = next(csv.reader(StringIO(satu), delimiter=SEPARATOR), [])
        if len(sel) != len(kolom):
            return rekaman, bukan
        rekaman.append(dict(zip(kolom, sel, strict=True)))
    return rekaman, []


def _op(rows: list[Rekaman]) -> Iterator[str]:
    """Compute the chain of the ops anew: each body after the hash before it."""
    lalu: Rekaman = {}
    for satu in rows:
        kata = {"n": satu["n"], "nama": text.OP}
        try:
            sambungan = lalu.get("inc") == satu["inc"] and lalu.get("n") == str(int(satu["n"]) - 1)
            cocok = _cocok(satu)
        except ValueError:
            sambungan, cocok = False, False
        if sambungan and satu["sidik_sebelum"] != lalu["sidik"]:
            yield text.OP_SAMBUNG.format(**kata)
        if not cocok:
            yield text.RANTAI_OP.format(**kata)
        lalu = satu


def _cocok(satu: Rekaman) -> bool:
    """Tell whether an op's body gives its hash; where the op before it is not known, its body's own hash only."""
    tubuh = sha(satu["isi"].encode()) == satu["sha256_isi"]
    sebelum = satu["sidik_sebelum"]
    return tubuh and (not sebelum or canonical.chain(sebelum, satu["isi"]) == satu["sidik"])


_SAMA = (("bulan", "bulan"), ("jumlah", "jumlah"), ("tanggal_bayar", "tanggal"), ("jenis", "jenis"))


def _uang(tabel: Mapping[str, list[Rekaman]]) -> Iterator[str]:
    """Compare each payment with the op that recorded it, or with the row as the city has it."""
    op = {satu["op_id"]: satu for satu in tabel.get(text.OP, [])}
    kota = {satu["id"]: satu for satu in tabel.get(text.KOTA, [])}
    for satu in tabel.get(text.PEMBAYARAN, []):
        sumber: list[dict[str, object]] = []
        if satu["inc"]:
            catatan = op.get(satu["op_id"])
            if catatan is None or (catatan["inc"], catatan["n"], catatan["sidik"]) != (
                satu["inc"], satu["n"], satu["sidik_rantai"],
            ):  # fmt: skip
                yield text.OP_HILANG.format(entri=satu["entri"])
                continue
            sumber.append(_isian(catatan["isi"], "fields"))
        if satu["entri"] in kota:
            sumber.append(_isian(kota[satu["entri"]]["isi"], ""))
        for isi in sumber:
            beda = [kolom for kolom, nama in _SAMA if satu[kolom].lstrip("'") != str(isi.get(nama, ""))]
            if beda:
                yield text.OP_BEDA.format(entri=satu["entri"], isian=", ".join(beda))


def _isian(isi: str, di_bawah: str) -> dict[str, object]:
    try:
        semua = json.loads(isi)
    except ValueError:
        return {}
    hasil = semua.get(di_bawah) if di_bawah and isinstance(semua, dict) else semua
    return hasil if isinstance(hasil, dict) else {}


def _kota(rows: list[Rekaman]) -> Iterator[str]:
    for satu in rows:
        teks = f"{satu['tabel']}\x1f{satu['id']}\x1f0\x1f{satu['isi']}"
        if blake2b(teks.encode(), digest_size=16).hexdigest() != satu["sidik"]:
            yield text.KOTA_BEDA.format(id=satu["id"])
