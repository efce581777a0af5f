"""The guide that ships with the program: chapters of resources/panduan, read into blocks for screen and paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache

import resources
from sipokat_desktop.kernel.values import NamedTuple

HALAMAN, BAB = "halaman:", "bab:"
"""How a link begins that leads to a page of the window, and to a chapter (``bab:insentif#Mengunci``)."""
_KEPALA = re.compile(r"(Halaman|Kata): (.+)")
_GAMBAR = re.compile(r"!\[(.*)\]\((.+)\)")
_LANGKAH = re.compile(r"\d+\. (.+)")
_DALAM = re.compile(r"\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((.+?)\)")


class Jenis(Enum):
    """A kind of block."""

    BAGIAN = "##"
    ALINEA = ""
    LANGKAH = "1."
    BUTIR = "-"
    GAMBAR = "!"


class Rupa(Enum):
    """How a piece of a line looks."""

    BIASA, TEBAL, TOMBOL, TAUTAN = "", "**", "`", "["


class Potong(NamedTuple):
    """A piece of a line; ``tujuan`` is where a link leads."""

    rupa: Rupa
    teks: str
    tujuan: str = ""


class Blok(NamedTuple):
    """A part of a chapter: its lines (a picture: its caption and its file in resources/panduan)."""

    jenis: Jenis
    isi: tuple[str, ...]


class Bab(NamedTuple):
    """A chapter: its key, title, the page of the window it is about ("" for none), words it is also found by."""

    kunci: str
    judul: str
    halaman: str
    kata: str
    blok: tuple[Blok, ...]

    def bagian(self) -> list[tuple[str, str]]:
        """Return its sections: heading ("" before the first) and all words in it."""
        hasil: list[tuple[str, list[str]]] = [("", [])]
        for blok in self.blok:
            if blok.jenis is Jenis.BAGIAN:
                hasil.append((blok.isi[0], []))
            else:
                hasil[-1][1].extend(blok.isi[:1] if blok.jenis is Jenis.GAMBAR else blok.isi)
        return [(judul, polos(" ".join(isi))) for judul, isi in hasil]


@cache
def semua() -> tuple[Bab, ...]:
    """Return all chapters in the order of their file names (``01-hari-pertama.md`` has the key hari-pertama)."""
    berkas = sorted(resources.path("panduan").glob("*.md"))
    return tuple(baca(satu.stem.partition("-")[2], satu.read_text(encoding="utf-8")) for satu in berkas)


def bab(kunci: str) -> Bab | None:
    """Return the chapter with a key, None where there is none."""
    return next((satu for satu in semua() if satu.kunci == kunci), None)


def baca(kunci: str, teks: str) -> Bab:
    """Read one chapter from its Markdown: a small part of that language, a paragraph or a step on one line."""
    judul, *baris = teks.splitlines()
    kepala: dict[str, str] = {}
    blok: list[Blok] = []
    for satu in filter(None, map(str.strip, baris)):
        if not blok and (cocok := _KEPALA.fullmatch(satu)):
            kepala[cocok[1]] = cocok[2]
            continue
        baru = _satu(satu)
        if blok and baru.jenis is blok[-1].jenis and baru.jenis in (Jenis.LANGKAH, Jenis.BUTIR):
            blok[-1] = Blok(baru.jenis, blok[-1].isi + baru.isi)
        else:
            blok.append(baru)
    return Bab(kunci, judul.removeprefix("# "), kepala.get("Halaman", ""), kepala.get("Kata", ""), tuple(blok))


def _satu(baris: str) -> Blok:
    if cocok := _GAMBAR.fullmatch(baris):
        return Blok(Jenis.GAMBAR, (cocok[1], cocok[2]))
    if cocok := _LANGKAH.fullmatch(baris):
        return Blok(Jenis.LANGKAH, (cocok[1],))
    for jenis in (Jenis.BAGIAN, Jenis.BUTIR):
        if baris.startswith(f"{jenis.value} "):
            return Blok(jenis, (baris.removeprefix(jenis.value).strip(),))
    return Blok(Jenis.ALINEA, (baris,))


def potongan(baris: str) -> Sequence[Potong]:
    """Return a line in its pieces: plain, bold, a key, a link."""
    hasil, sampai = [], 0
    for cocok in _DALAM.finditer(baris):
        if cocok.start() > sampai:
            hasil.append(Potong(Rupa.BIASA, baris[sampai : cocok.start()]))
        tebal, tombol, kata, tujuan = cocok.groups()
        if tebal:
            hasil.append(Potong(Rupa.TEBAL, tebal))
        elif tombol:
            hasil.append(Potong(Rupa.TOMBOL, tombol))
        else:
            hasil.append(Potong(Rupa.TAUTAN, kata, tujuan))
        sampai = cocok.end()
    if sampai < len(baris):
        hasil.append(Potong(Rupa.BIASA, baris[sampai:]))
    return hasil


def polos(baris: str) -> str:
    """Return the words of a line without marks."""
    return "".join(potong.teks for potong in potongan(baris))
