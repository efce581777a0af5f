"""Templates to text: every value is escaped, an unknown name is an error, figures are written as people here do."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

import resources
from sipokat_desktop.kernel import persen, rupiah, tanggal, wilayah
from sync.web.akun.peran import Peran

from . import kabar

if TYPE_CHECKING:
    from .kunjungan import Kunjungan
    from .rute import Area, Menu

KIT = "kit"


class Rupa:
    """The look of all pages: the templates of the areas under their names, and the menu."""

    def __init__(self, areas: Sequence[Area], folders: Mapping[str, str]) -> None:
        """``folders`` names the package that holds each area's ``templates``."""
        loaders = {kunci: PackageLoader(paket) for kunci, paket in folders.items()}
        self._env = Environment(
            loader=PrefixLoader({KIT: PackageLoader("sync.web.kit")} | loaders),
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._env.filters |= {
            "rupiah": rupiah.uang, "angka": rupiah.titik, "tanggal": tanggal_panjang, "waktu": waktu, "bagian": bagian,
            "nama_kantor": wilayah.nama_kantor, "nama_wilayah": wilayah.nama,
        }  # fmt: skip
        self._env.globals["aset"] = aset
        self._menu = sorted((menu for area in areas for menu in area.menu), key=lambda menu: menu.urut)

    def isi(self, templat: str, k: Kunjungan, isi: Mapping[str, object]) -> str:
        """Return a page or a part of one for the visit ``k``."""
        return self._env.get_template(templat).render(
            k=k, orang=k.orang, menu=self.menu_untuk(k.orang.peran if k.orang else None), jalan_kini=k.request.url.path,
            kabar=kabar.baca(k.request), csrf=lambda: _csrf(k.csrf), token_csrf=k.csrf, **isi,
        )  # fmt: skip

    def nama_halaman(self, jalan: str) -> str:
        """Return what the menu calls the page of a path, or the page that it belongs to; empty where it is in none."""
        cocok = [menu for menu in self._menu if jalan == menu.jalan or jalan.startswith(f"{menu.jalan}/")]
        return max(cocok, key=lambda menu: len(menu.jalan)).judul if cocok else ""

    def menu_untuk(self, peran: Peran | None) -> list[Menu]:
        """Return the lines of the menu of a role; None: of a guest."""
        return [menu for menu in self._menu if (peran in menu.peran if menu.peran else peran is None)]


def _csrf(token: str) -> Markup:
    return Markup('<input type="hidden" name="csrf" value="{}">').format(token)


def tanggal_panjang(iso: str) -> str:
    """Write an ISO day in words, "20 November 2026"; empty stays empty."""
    return tanggal.panjang(date.fromisoformat(iso)) if iso else ""


def waktu(ms: int) -> str:
    """Write a moment (UTC ms) as day and time in WIB; 0 is a dash."""
    return f"{tanggal.panjang(tanggal.wib(ms).date())} {tanggal.jam_wib(ms)}" if ms else "—"


def bagian(jumlah: int, semua: int) -> str:
    """Write a share of a whole with its figures; a dash where there is no whole."""
    if not semua:
        return "—"
    if jumlah > semua:
        return f"{jumlah * 100 // semua} %"
    return persen.kata(persen.dari(jumlah, semua), jumlah, semua)


@cache
def aset(nama: str) -> str:
    """Return the address of a file that ships with the program; it changes with what is in it."""
    isi = resources.path("web", nama).read_bytes()
    return f"/aset/{nama}?v={hashlib.sha256(isi).hexdigest()[:12]}"
