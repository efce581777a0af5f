"""The files that travel with the program are there, well-formed and usable by what reads them."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook
from reportlab.pdfbase.ttfonts import TTFont

import resources

FONTS = (
    "NotoSans-Regular",
    "NotoSans-SemiBold",
    "NotoSans-Bold",
    "Tinos-Regular",
    "Tinos-Bold",
    "Tinos-Italic",
)
ICONS = re.findall(
    r"[\w-]+",
    "home users cash alert-triangle refresh cloud-check cloud-off cloud-upload printer search check x circle "
    "circle-filled settings help lock file-text plus upload arrow-back-up calendar database-export user "
    "chevron-right chevron-down device-floppy clock usb shirt device-mobile clipboard-list shield-lock sipokat",
)
SAMPLE = "Rp 1.234.567,00 Lubuk Linggau é ñ “kutip” – — … € ½ × • → ↑ ↓ ← ● ○"


def test_path_finds_files_and_folders() -> None:
    assert resources.path("referensi", "wilayah.csv").is_file()
    assert resources.path("icons").is_dir()


def test_path_names_what_is_missing() -> None:
    with pytest.raises(FileNotFoundError, match="tidak-ada"):
        resources.path("icons", "tidak-ada.svg")


def test_import_is_cheap() -> None:
    heavy = "csv,json,zipfile,importlib.resources,xml,xml.etree,PySide6,reportlab"
    code = f"import sys, resources; print([m for m in {heavy.split(',')!r} if m in sys.modules])"
    root = Path(resources.__file__).parents[1]
    ran = subprocess.run([sys.executable, "-S", "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("name", FONTS)
def test_font_serves_the_pdf_writer(name: str) -> None:
    berkas = resources.path("fonts", f"{name}.ttf")
    face = TTFont(name, str(berkas)).face
    assert berkas.stat().st_size <= 150_000
    assert [ch for ch in SAMPLE if ord(ch) not in face.charToGlyph] == []
    assert len({face.charWidths[ord(d)] for d in "0123456789"}) == 1


@pytest.mark.parametrize("family", ["NotoSans", "Tinos"])
def test_font_licence_is_beside_the_font(family: str) -> None:
    text = resources.path("fonts", f"LICENSE-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert text.startswith("Copyright")


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_there(name: str) -> None:
    assert resources.path("icons", f"{name}.svg").stat().st_size < 2_000


def test_icons_share_one_grid_and_take_the_text_colour() -> None:
    for berkas in resources.path("icons").glob("*.svg"):
        svg = ElementTree.parse(berkas).getroot()
        if berkas.stem == "sipokat":
            continue
        assert svg.get("viewBox") == "0 0 24 24", berkas.name
        assert "currentColor" in (svg.get("stroke"), svg.get("fill")), berkas.name
    assert "MIT License" in resources.path("icons", "LICENSE-tabler.txt").read_text(encoding="utf-8")


def _wilayah() -> list[dict[str, str]]:
    with resources.path("referensi", "wilayah.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def test_wilayah_counts_and_parents() -> None:
    rows = _wilayah()
    kode = {r["kode"] for r in rows}
    tingkat = [r["tingkat"] for r in rows]
    assert (tingkat.count("kota"), tingkat.count("kecamatan"), tingkat.count("kelurahan")) == (1, 8, 72)
    assert len(kode) == len(rows)
    assert {r["kode"].rpartition(".")[0] for r in rows if r["tingkat"] != "kota"} <= kode


def test_wilayah_fields() -> None:
    for r in _wilayah():
        alias = [a for a in r["alias"].split("|") if a]
        assert all(v == v.strip() for v in (*r.values(), *alias))
        assert r["nama"] not in alias
        assert len(set(alias)) == len(alias)
        assert bool(re.fullmatch(r"316\d\d", r["kodepos"])) == (r["tingkat"] == "kelurahan"), r


def test_wilayah_knows_the_local_spelling() -> None:
    alias = {r["kode"]: r["alias"].split("|") for r in _wilayah()}
    assert "Air Temam" in alias["16.73.03.1010"]
    assert "Lubuk Linggau Ulu" in alias["16.73.06.1007"]


@pytest.mark.parametrize("parts", [("referensi", "wilayah.csv"), ("i18n", "qt_id.ts")])
def test_text_is_utf8_without_mark_and_with_unix_line_ends(parts: tuple[str, str]) -> None:
    raw = resources.path(*parts).read_bytes()
    assert raw.decode("utf-8")
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw


@pytest.mark.parametrize(("name", "heads"), [("roster_contoh", ("NIK", "TMT")), ("roster_kantor", ("NO. KTP",))])
def test_sample_roster_opens(name: str, heads: tuple[str, ...]) -> None:
    sheet = CalamineWorkbook.from_path(str(resources.path("contoh", f"{name}.xlsx"))).get_sheet_by_index(0)
    cells = {cell for row in sheet.to_python() for cell in row}
    assert set(heads) <= cells


def test_sample_rosters_say_that_people_are_invented() -> None:
    assert "rekaan" in resources.path("contoh", "README.md").read_text(encoding="utf-8")


def _messages() -> list[tuple[str, str, str]]:
    tree = ElementTree.parse(resources.path("i18n", "qt_id.ts"))
    return [
        (context.findtext("name", ""), m.findtext("source", ""), m.findtext("translation", ""))
        for context in tree.iter("context")
        for m in context.iter("message")
    ]


def _shape(text: str) -> tuple[list[str], list[str], int, int]:
    """Placeholders, links, mnemonics and line breaks: what a translation must not lose."""
    plain = text.replace("&nbsp;", " ")
    return (
        sorted(re.findall(r"%L?\d+|%[np]", plain)),
        re.findall(r"https?://\S+?\"", plain),
        plain.count("&"),
        plain.count("\n"),
    )


def test_translations_keep_placeholders_mnemonics_and_lines() -> None:
    messages = _messages()
    assert len(messages) > 700
    assert [m for m in messages if not m[2]] == []
    assert [m for m in messages if _shape(m[1]) != _shape(m[2])] == []


def test_translations_keep_the_colon_of_a_label() -> None:
    assert [m for m in _messages() if m[1].endswith(":") != m[2].endswith(":")] == []
