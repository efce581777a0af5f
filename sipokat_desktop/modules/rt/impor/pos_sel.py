"""Which stored post each row is about: the exact RT and RW first, then what is left of it; one row to a post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from . import cocok, kata
from .bacaan import Bacaan
from .hasil import Letak
from .simpanan import Simpanan, angka


@dataclass(slots=True)
class Kenal:
    """The post of each row (absent: a new one), and what is wrong with a row's RT and RW."""

    pos: dict[Letak, str] = field(default_factory=dict)
    salah: dict[Letak, str] = field(default_factory=dict)


def kenali(baris: Iterable[Bacaan], ada: Simpanan) -> Kenal:
    """Return the posts of ``baris``, which all name an RT."""
    hasil = Kenal()
    tepat: dict[str, Bacaan] = {}
    sisa: dict[str, list[Bacaan]] = defaultdict(list)
    for satu in baris:
        nomor, rw = angka(satu.isi["nomor"]), angka(satu.isi.get("rw"))
        semua = ada.per_nomor.get(nomor, ())
        if ketemu := ada.pos.get((nomor, rw), ""):
            tepat.setdefault(ketemu, satu)
            hasil.pos[satu.letak] = ketemu
        elif rw and (ketemu := ada.pos.get((nomor, 0), "")):
            sisa[ketemu].append(satu)
        elif not rw and len(semua) > 1:
            hasil.salah[satu.letak] = kata.RW_MANA.format(rt=satu.isi["nomor"])
        elif not rw and semua:
            sisa[semua[0]].append(satu)
    for jabatan_id, calon in sisa.items():
        _bagi(hasil, jabatan_id, calon, tepat.get(jabatan_id), ada)
    return hasil


def _bagi(hasil: Kenal, jabatan_id: str, calon: list[Bacaan], tepat: Bacaan | None, ada: Simpanan) -> None:
    """Give a post to one row; others of another RW are new posts, and without an RW nobody can tell."""
    pemilik = tepat or next((satu for satu in calon if _ketuanya(satu, jabatan_id, ada)), calon[0])
    hasil.pos[pemilik.letak] = jabatan_id
    for satu in calon:
        if satu is pemilik:
            continue
        if len({0, angka(satu.isi.get("rw")), angka(pemilik.isi.get("rw"))}) == 3:
            continue
        for ini, lain in ((satu, pemilik), (pemilik, satu)):
            hasil.pos[ini.letak] = jabatan_id
            hasil.salah.setdefault(ini.letak, kata.POS_DUA.format(baris=lain.letak.baris))


def _ketuanya(satu: Bacaan, jabatan_id: str, ada: Simpanan) -> bool:
    """Tell whether a row names somebody who heads the post."""
    for masa in ada.terbuka.get(jabatan_id, ()):
        orang = ada.orang.get(str(masa["orang_id"])) or {}
        nama, lama = str(satu.isi.get("nama") or ""), str(orang.get("nama") or "")
        if satu.isi.get("nik") and satu.isi["nik"] == orang.get("nik"):
            return True
        if nama and lama and cocok.mirip(nama, lama) >= cocok.SAMA:
            return True
    return False
