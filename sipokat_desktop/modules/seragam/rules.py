"""Rules of the uniforms, without a store: sizes, the model that follows from a person, quantities, slots, places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import ids, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.rt.rules import teks as baca_teks

from . import tempat, text
from .model import Barang

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Fields

KHUSUS = "khusus"
UKURAN = ("S", "M", "L", "XL", "XXL", "XXXL", "4XL", KHUSUS)
"""The sizes in order; ``khusus`` is made to measure, in cm (DOMAIN §4)."""
_EJAAN = {
    "2xl": "XXL", "dobelxl": "XXL", "3xl": "XXXL", "tripelxl": "XXXL", "xxxxl": "4XL", "small": "S", "kecil": "S",
    "medium": "M", "sedang": "M", "large": "L", "besar": "L", "extralarge": "XL", "ekstrabesar": "XL",
    "custom": KHUSUS, "jahit": KHUSUS, "jahitkhusus": KHUSUS,
}  # fmt: skip
_KUNCI = {kunci_cari(satu): satu for satu in UKURAN} | _EJAAN
_PRIA = ("pria", "lakilaki", "laki", "cowok", "putra")
_WANITA = ("wanita", "perempuan", "putri", "cewek", "ibu")
_ISI = re.compile(r"(?P<ukuran>[^=:,;\n]+?)\s*=\s*(?P<jumlah>[0-9.]+)")
_JAHIT = re.compile(r"(?P<ukuran>[^0-9]+?)[\s:,]*(?P<cm>[0-9]{2,3})(?:\s*cm)?", re.IGNORECASE)
_JUMLAH = re.compile(r"[0-9]{1,6}|[0-9]{1,3}\.[0-9]{3}")
CARA = tuple(text.CARA)
TERBANYAK = 999_999
"""Pieces that one entry may move: the most that can be typed."""


# sizes and models


def kenal_ukuran(teks: str) -> str:
    """Return the size that ``teks`` means (``2XL`` is XXL, ``ukuran L`` is L), empty where it is none."""
    kunci = kunci_cari(teks)
    return _KUNCI.get(kunci) or _KUNCI.get(kunci.removeprefix("ukuran").removeprefix("size"), "")


def baca_ukuran(teks: str, field: str = "ukuran") -> str:
    """Return the typed size, empty for none; raise InputSalah for a word that is no size."""
    ukuran = kenal_ukuran(teks)
    if teks.strip() and not ukuran:
        raise InputSalah(field, text.UKURAN_SALAH.format(ukuran=teks.strip(), pilihan=", ".join(UKURAN)))
    return ukuran


def pisah_khusus(teks: str) -> tuple[str, str]:
    """Return a size and the measure that stands behind it (``khusus 104``), empty where none does."""
    pisah = _JAHIT.fullmatch(teks.strip())
    if pisah is None or kenal_ukuran(pisah["ukuran"]) != KHUSUS:
        return teks, ""
    return KHUSUS, pisah["cm"]


def baca_cm(teks: str, field: str = "cm") -> str:
    """Return measures of a body as one clean line (``dada 110, panjang 74``); raise InputSalah without a number."""
    bersih = baca_teks(teks, field, 100) or ""
    if bersih and not any(ch.isdigit() for ch in bersih):
        raise InputSalah(field, text.CM_SALAH)
    return bersih


def baca_model(teks: str, pilihan: tuple[str, ...], field: str = "model") -> str:
    """Return the model that ``teks`` names among those of a purchase, empty for none; raise InputSalah otherwise."""
    kunci = kunci_cari(teks)
    cocok = [satu for satu in pilihan if kunci_cari(satu) == kunci] or [
        satu for satu in pilihan if kunci and kunci_cari(satu).startswith(kunci)
    ]
    if kunci and len(cocok) != 1:
        raise InputSalah(field, text.MODEL_SALAH.format(model=teks.strip(), pilihan=", ".join(pilihan) or "—"))
    return cocok[0] if cocok else ""


def model_bawaan(pilihan: tuple[str, ...], kelamin: str) -> str:
    """Return the model that a person wears unless chosen otherwise: the only one, or the only one of the sex.

    Where a purchase tells models apart by more than pria and wanita nothing follows, and it is empty.
    """
    if len(pilihan) == 1:
        return pilihan[0]
    kata = {"L": _PRIA, "P": _WANITA}.get(kelamin, ())
    cocok = [satu for satu in pilihan if _sebut_salah_satu(satu, kata)]
    return cocok[0] if len(cocok) == 1 else ""


def _sebut_salah_satu(model: str, kata: tuple[str, ...]) -> bool:
    bagian = re.findall(r"[a-z]+(?:-[a-z]+)?", model.casefold())
    return any(satu.replace("-", "") in kata for satu in bagian)


def urut(barang: Barang) -> tuple[str, int, str]:
    """Return what pieces are sorted by: model, then size from small to large."""
    ke = UKURAN.index(barang.ukuran) if barang.ukuran in UKURAN else len(UKURAN)
    return barang.model, ke, barang.ukuran


def pisah(gabungan: str) -> tuple[str, ...]:
    """Return the words of a stored list."""
    return tuple(filter(None, (satu.strip() for satu in gabungan.split("|"))))


def baca_daftar(teks: str) -> tuple[str, ...]:
    """Return the words of a typed list, divided by commas, semicolons, bars or lines; each once."""
    bagian = (" ".join(satu.split()) for satu in re.split(r"[|,;\n]", teks))
    return tuple(dict.fromkeys(filter(None, bagian)))


def kurang_apa(
    *, ukuran: str, asli: str, model: str, cm: str, per_model: tuple[str, ...], per_ukuran: tuple[str, ...]
) -> str:
    """Say what is still missing before a head can be handed a piece of a purchase; empty when nothing is."""
    if not ukuran:
        return text.UKURAN_TAK_DIKENAL.format(ukuran=asli) if asli else text.UKURAN_BELUM
    if per_ukuran and ukuran not in per_ukuran:
        return text.UKURAN_TAK_DIBELI.format(ukuran=ukuran)
    if per_model and model not in per_model:
        return text.MODEL_BELUM
    return text.CM_BELUM if ukuran == KHUSUS and not cm else ""


# quantities


def baca_jumlah(teks: str, field: str = "jumlah", *, paling_kecil: int = 0) -> int:
    """Return a typed number of pieces; raise InputSalah for anything else or less than ``paling_kecil``."""
    rapi = teks.strip()
    if not _JUMLAH.fullmatch(rapi) or int(rapi.replace(".", "")) < paling_kecil:
        raise InputSalah(field, text.JUMLAH_SALAH if paling_kecil == 0 else text.JUMLAH_NOL)
    return int(rapi.replace(".", ""))


def wajar(jumlah: int, field: str = "jumlah", *, paling_kecil: int = 1) -> int:
    """Return a number of pieces as it is; raise InputSalah for less than ``paling_kecil`` or more than can be typed."""
    if jumlah < paling_kecil:
        raise InputSalah(field, text.JUMLAH_NOL)
    if jumlah > TERBANYAK:
        raise InputSalah(field, text.JUMLAH_BESAR)
    return jumlah


def baca_isi(teks: str, field: str = "isi") -> dict[Barang, int]:
    """Return what is typed as ``L=10, XL=5`` or ``Pria: L=10, XL=5; Wanita: M=3``; raise InputSalah otherwise."""
    hasil: dict[Barang, int] = {}
    model = ""
    for bagian in re.split(r"[;\n]", teks):
        nama, titik, sisa = bagian.partition(":")
        model = " ".join(nama.split()) if titik else model
        satuan = sisa if titik else bagian
        if _ISI.sub("", satuan).strip(" ,\t"):
            raise InputSalah(field, text.ISI_SALAH.format(bagian=" ".join(bagian.split())))
        for cocok in _ISI.finditer(satuan):
            barang = Barang(model, baca_ukuran(cocok["ukuran"], field))
            if barang in hasil:
                raise InputSalah(field, text.ISI_GANDA.format(barang=barang.kata))
            hasil[barang] = baca_jumlah(cocok["jumlah"], field)
    if not hasil:
        raise InputSalah(field, text.ISI_KOSONG)
    return hasil


def sebut_isi(isi: Mapping[Barang, int] | Iterable[tuple[Barang, int]]) -> str:
    """Say quantities: ``10 L, 5 XL``, with the model before the size where there is one."""
    pasangan = isi.items() if isinstance(isi, Mapping) else isi
    return ", ".join(f"{jumlah} {barang.kata}" for barang, jumlah in sorted(pasangan, key=lambda p: urut(p[0])))


# ids, slots, places


def id_pengadaan(lingkup: str, tahun: int, nama: str) -> str:
    """Return the id of a purchase: the same on every computer that records it by this name and year."""
    return ids.derived_id("seragam_pengadaan", lingkup, str(tahun), kunci_cari(nama))


def id_isi(pengadaan_id: str, barang: Barang) -> str:
    """Return the id of what a purchase holds of a kind of piece."""
    return ids.derived_id("seragam_isi", pengadaan_id, barang.model, barang.ukuran)


def id_pilihan(pengadaan_id: str, jabatan_id: str) -> str:
    """Return the id of what a person wears in a purchase."""
    return ids.derived_id("seragam_pilihan", pengadaan_id, jabatan_id)


def slot_rt(pengadaan_id: str, jabatan_id: str, sesudah: str = "") -> str:
    """Return the slot of a hand-over to a post: the first, or the one that follows the entry ``sesudah``."""
    return "|".join(filter(None, ("rt", pengadaan_id, jabatan_id, sesudah)))


def slot_kirim(pengadaan_id: str, dari: str, ke: str, nomor: str, barang: Barang) -> str:
    """Return the slot of a piece of a delivery: two records of one surat jalan meet in it."""
    return "|".join(("kirim", pengadaan_id, dari, ke, kunci_cari(nomor), barang.model, barang.ukuran))


def slot_selisih(gerak_id: str) -> str:
    """Return the slot of an adjustment, its own."""
    return f"selisih|{gerak_id}"


def tempat_bawaan(cara: str, kelurahan: str, *, kota: bool) -> str:
    """Return the place that a hand-over takes from unless said otherwise: the kelurahan for what is picked up there,
    the kecamatan for what is picked up there or handed over at an event; what an office bought itself lies there."""
    return wilayah.kecamatan_dari(kelurahan) if cara != "kantor" and kota else kelurahan


def lingkup_gerak(dari: str, ke: str) -> str:
    """Return the scope of a movement between two places: the kelurahan's where one takes part, else the kecamatan's."""
    kantor = [satu for satu in (ke, dari) if satu not in (tempat.PENGADAAN, tempat.RT, tempat.SELISIH)]
    return next((satu for satu in kantor if not wilayah.adalah_kecamatan(satu)), kantor[0] if kantor else "")


def terlihat(kantor: str, di: str) -> bool:
    """Tell whether an office (its scope, empty: all of them) sees every movement of a place and may judge it."""
    return di not in (tempat.RT, tempat.SELISIH) and (not kantor or di == tempat.PENGADAAN or wilayah.milik(kantor, di))


def periksa_rute(dari: str, ke: str) -> None:
    """Raise InputSalah for a delivery that is none: between places that do not belong together, or to itself."""
    if dari == ke:
        raise InputSalah("ke", text.TEMPAT_SAMA)
    for field, satu in (("dari", dari), ("ke", ke)):
        if satu != tempat.PENGADAAN and satu.removeprefix(wilayah.KECAMATAN) not in wilayah.semua():
            raise InputSalah(field, text.TEMPAT_SALAH.format(tempat=satu))
    kelurahan = [satu for satu in (dari, ke) if satu != tempat.PENGADAAN and not wilayah.adalah_kecamatan(satu)]
    kecamatan = [satu for satu in (dari, ke) if wilayah.adalah_kecamatan(satu)]
    if len(kelurahan) == 2 or len(kecamatan) == 2:
        raise InputSalah("ke", text.RUTE_SEJAJAR)
    if kelurahan and kecamatan and wilayah.kecamatan_dari(kelurahan[0]) != kecamatan[0]:
        kata = {"kelurahan": tempat.sebut_tempat(kelurahan[0]), "kecamatan": tempat.sebut_tempat(kecamatan[0])}
        raise InputSalah("ke", text.RUTE_LAIN.format(**kata))


def isi_barang(barang: Barang, kembali: Barang | None = None) -> Fields:
    """Return the fields of a movement that say what was moved, and what came back."""
    isi: Fields = {"model": barang.model or None, "ukuran": barang.ukuran}
    if kembali:
        isi |= {"model_kembali": kembali.model or None, "ukuran_kembali": kembali.ukuran}
    return isi
