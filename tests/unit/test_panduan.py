"""The guide: every word in quotes is one of the program, every link leads somewhere, every picture is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import resources
from sipokat_desktop.kernel import panduan
from sipokat_desktop.kernel.panduan import Bab, Blok, Jenis, Potong, Rupa
from ui.registry import PAGES
from ui.shell.frame import ITEMS

AKAR = Path(__file__).parents[2]
DIKUTIP = re.compile("“([^”]+)”")
SEMUA = panduan.semua()
tiap_bab = pytest.mark.parametrize("bab", SEMUA, ids=lambda bab: bab.kunci)


@cache
def kata_program() -> frozenset[str]:
    """Every constant text in the files of words."""
    berkas = [*AKAR.glob("ui/**/text*.py"), *AKAR.glob("sipokat_desktop/**/text*.py")]
    return frozenset(
        simpul.value.replace("&", "")
        for satu in berkas
        for simpul in ast.walk(ast.parse(satu.read_text(encoding="utf-8")))
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, str)
    )


def asing(bab: Bab) -> list[str]:
    """Return the words in quotes that the program does not have."""
    baris = " ".join(satu for blok in bab.blok for satu in blok.isi)
    return [kata for kata in DIKUTIP.findall(baris) if kata not in kata_program()]


def tautan(bab: Bab) -> Iterator[str]:
    for blok in bab.blok:
        if blok.jenis is not Jenis.GAMBAR:
            yield from (p.tujuan for baris in blok.isi for p in panduan.potongan(baris) if p.rupa is Rupa.TAUTAN)


@tiap_bab
def test_words_in_quotes_are_those_on_the_buttons(bab: Bab) -> None:
    assert asing(bab) == []


def test_known_bad_a_button_that_does_not_exist_is_found() -> None:
    assert asing(panduan.baca("x", "# X\nTekan “Kunci daftar”, lalu “Tombol karangan”.")) == ["Tombol karangan"]


@tiap_bab
def test_links_and_pictures_exist(bab: Bab) -> None:
    halaman = {item.kunci for item in ITEMS}
    assert bab.halaman in halaman | {""}
    for tujuan in tautan(bab):
        jenis, _, ke = tujuan.partition(":")
        if jenis == "halaman":
            assert ke in halaman
        else:
            tuju = panduan.bab(ke.partition("#")[0])
            assert jenis == "bab"
            assert tuju is not None, tujuan
    for blok in bab.blok:
        if blok.jenis is Jenis.GAMBAR:
            assert resources.path("panduan", *blok.isi[1].split("/")).is_file()
            assert blok.isi[0], "gambar punya keterangan"


def test_every_page_has_a_chapter_and_all_pictures_are_used_and_small() -> None:
    tentang = {bab.halaman for bab in SEMUA}
    assert {page.key for page in PAGES} <= tentang
    dipakai = {blok.isi[1] for bab in SEMUA for blok in bab.blok if blok.jenis is Jenis.GAMBAR}
    ada = list(resources.path("panduan", "gambar").glob("*.png"))
    assert {f"gambar/{satu.name}" for satu in ada} == dipakai
    assert sum(satu.stat().st_size for satu in ada) < 3_000_000
    assert len({bab.kunci for bab in SEMUA}) == len(SEMUA)


def test_a_chapter_is_read_into_blocks() -> None:
    bab = panduan.baca(
        "uji", "# Judul\nHalaman: rt\nKata: lain\n\nSatu `F1`.\n\n## Bagian\n\n1. Satu\n2. **Dua** [x](bab:y#Z)\n\n- A"
    )
    assert bab[:4] == ("uji", "Judul", "rt", "lain")
    assert bab.blok == (
        Blok(Jenis.ALINEA, ("Satu `F1`.",)), Blok(Jenis.BAGIAN, ("Bagian",)),
        Blok(Jenis.LANGKAH, ("Satu", "**Dua** [x](bab:y#Z)")), Blok(Jenis.BUTIR, ("A",)),
    )  # fmt: skip
    assert panduan.potongan("**Dua** [x](bab:y#Z)") == [
        Potong(Rupa.TEBAL, "Dua"), Potong(Rupa.BIASA, " "), Potong(Rupa.TAUTAN, "x", "bab:y#Z"),
    ]  # fmt: skip
    assert bab.bagian() == [("", "Satu F1."), ("Bagian", "Satu Dua x A")]
