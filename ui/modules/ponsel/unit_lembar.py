"""The sheets of a unit: one recorded after another, many at once, one changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import rupiah, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import ops, rules
from sipokat_desktop.modules.ponsel import text as ponsel
from sipokat_desktop.modules.ponsel.model import Unit, pengenal, sebutan
from ui.kit.buttons import Aksi
from ui.kit.days import pendek
from ui.kit.dialog import Sheet
from ui.kit.formulir import Formulir, Nilai, Work, buka, pasang
from ui.kit.host import Host
from ui.kit.ragu import Ragu

from . import isian
from . import text_lembar as text
from .sumber import siapa

Units = Callable[[], Sequence[Unit]]
"""Gives the register, to find a number in it."""
Selesai = Callable[[str], object]
_LEBAR = 920
_BAWAAN = {"barang": ponsel.BARANG, "kondisi": "baik"}


class Berturut:
    """The sheet in which one unit is recorded after another; ``selesai`` gets the id of the last."""

    def __init__(self, parent: QWidget, host: Host, units: Units, selesai: Selesai, awal: Mapping[str, str]) -> None:
        self._parent, self._host, self._selesai = parent, host, selesai
        self._tercatat = 0
        f = Formulir(
            text.TAMBAH_JUDUL, isian.UNIT, self._kerja, "", _BAWAAN | {**awal}, "ponsel.tambah", lebar=_LEBAR, lajur=3,
            sub=_tempat(host), fokus="imei1" if awal.get("merek") else "merek",
        )  # fmt: skip
        lagi, banyak_ = Aksi(text.TAMBAH_LAGI, self._lagi, "Ctrl+N"), Aksi(text.BANYAK, self._banyak, "Alt+B")
        self.lembar = pasang(parent, host, f, lagi, banyak_, selesai=self._beres)
        Ragu(self.lembar.isi, partial(_ragu, host, units, ""))

    def _kerja(self, nilai: Nilai) -> Work:
        return partial(ops.simpan_unit, self._host.store, self._host.lingkup, nilai)

    def _beres(self, id: object) -> None:
        kata = text.DITAMBAH.format(sebutan=_sebut(self.lembar.isi.nilai()))
        self._host.messages.berhasil(kata, self._host.urungkan)
        self._selesai(str(id))

    def _lagi(self) -> None:
        if self.lembar.isi.periksa():
            nilai = self.lembar.isi.nilai()
            self.lembar.simpan(lambda id: self._berikutnya(nilai, str(id)))

    def _berikutnya(self, nilai: Nilai, id: str) -> None:
        """Go on with the next unit: what it has in common with the last one stays."""
        sheet, isi, self._tercatat = self.lembar.sheet, self.lembar.isi, self._tercatat + 1
        isi.isi({k: v for k, v in nilai.items() if k in isian.TETAP})
        if self.lembar.draf is not None:
            self.lembar.draf.lanjut()
        sheet.sibuk(False)
        kata = text.DITAMBAH_LAGI.format(sebutan=_sebut(nilai), pengenal=_nomor(nilai), n=self._tercatat)
        sheet.pesan.berhasil(" ".join(kata.split()))
        isi.fokus("imei1")
        self._selesai(id)

    def _banyak(self) -> None:
        """Go on in the sheet for many units; what was typed goes along."""
        sheet, isi, draf = self.lembar.sheet, self.lembar.isi, self.lembar.draf
        nilai = isi.nilai()
        isi.tandai_bersih()
        if draf is not None:
            draf.buang()
        sheet.buang()
        usul = {k: v for k, v in nilai.items() if k in isian.TETAP and v != _BAWAAN.get(k, "")}
        banyak(self._parent, self._host, usul | {"pengenal": _baris(nilai)}, selesai=self._selesai)


def tambah(
    parent: QWidget, host: Host, units: Units, *, selesai: Selesai, awal: Mapping[str, str] = {}
) -> Sheet:  # fmt: skip
    """Ask for a new unit, and for the next one alike without closing; ``selesai`` gets the id of each."""
    return Berturut(parent, host, units, selesai, awal).lembar.sheet


def banyak(parent: QWidget, host: Host, usul: Mapping[str, str], *, selesai: Selesai) -> Sheet:
    """Ask for the numbers of many units alike, one line each: a scanner ends each line."""

    def kerja(nilai: Nilai) -> Work:
        baris = nilai["pengenal"].splitlines()
        sama = {k: v for k, v in nilai.items() if k != "pengenal"}
        return partial(ops.tambah_banyak, host.store, host.lingkup, sama, baris)

    def beres(ids: object) -> None:
        assert isinstance(ids, list)
        host.messages.berhasil(text.DITAMBAH_BANYAK.format(n=len(ids)), host.urungkan)
        selesai(str(ids[0]))

    f = Formulir(
        text.BANYAK_JUDUL, isian.BANYAK, kerja, "", _BAWAAN, "ponsel.banyak", text.BANYAK_SIMPAN, _LEBAR, 3,
        " ".join(filter(None, (text.BANYAK_SUB, _tempat(host)))), usul={k: v for k, v in usul.items() if v},
    )  # fmt: skip
    return buka(parent, host, f, selesai=beres)


def ubah(parent: QWidget, host: Host, u: Unit, units: Units) -> Sheet:
    """Change what is known of a unit; who holds it changes only by a hand-over."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.simpan_unit, host.store, u.lingkup, nilai, unit_id=u.unit_id)

    f = Formulir(
        text.UBAH_JUDUL.format(sebutan=u.sebutan), isian.UNIT, kerja, text.DIUBAH.format(sebutan=u.sebutan), awal(u),
        f"ponsel.ubah.{u.unit_id}", lebar=_LEBAR, lajur=3,
    )  # fmt: skip
    lembar = pasang(parent, host, f)
    Ragu(lembar.isi, partial(_ragu, host, units, u.unit_id))
    return lembar.sheet


def awal(u: Unit) -> dict[str, str]:
    """Return what is saved of a unit as people type it."""
    nilai = {satu.kunci: getattr(u, satu.kunci) for satu in isian.UNIT}
    hasil = {k: "" if v is None else str(v) for k, v in nilai.items()}
    harga = "" if u.harga is None else rupiah.titik(u.harga)
    return hasil | {"garansi_sampai": pendek(u.garansi_sampai), "harga": harga}


def _tempat(host: Host) -> str:
    """Say for which kelurahan a unit is recorded, where the office looks after several."""
    return text.TAMBAH_DI.format(kantor=wilayah.nama_kantor(host.lingkup)) if len(host.wilayah) > 1 else ""


def _sebut(nilai: Mapping[str, str]) -> str:
    return sebutan(nilai["barang"], nilai["merek"], nilai["tipe"])


def _nomor(nilai: Mapping[str, str]) -> str:
    return pengenal(imei=nilai["imei1"], seri=nilai["seri"], nup=nilai["nup"], sim=nilai["sim"])


def _baris(nilai: Mapping[str, str]) -> str:
    """Return the numbers of a unit as a line of the sheet for many."""
    imei = " / ".join(filter(None, (nilai["imei1"], nilai["imei2"])))
    return " ; ".join(filter(None, (imei, nilai["seri"])))


def _ragu(host: Host, units: Units, unit_id: str, nilai: Mapping[str, str]) -> dict[str, str]:
    """Return the doubts about what was typed: a number that another unit has, then those of the rules."""
    bersih = _bersih(nilai, host.today)
    semua = rules.peringatan(bersih)
    ragu = {satu.field: satu.kalimat for satu in semua if unit_id or nilai.get(satu.field)}
    lain = [u for u in units() if u.unit_id != unit_id]
    for kunci, label in (("imei1", text.L_IMEI1), ("imei2", text.L_IMEI2), ("seri", text.L_SERI)):
        isi = bersih.get(kunci)
        sama = next((u for u in lain if isi and isi in _nomor_unit(u, kunci)), None)
        if sama is not None:
            ragu[kunci] = text.KEMBAR.format(apa=label, sebutan=sama.sebutan, siapa=siapa(sama))
    return ragu


def _nomor_unit(u: Unit, kunci: str) -> tuple[str, ...]:
    return (u.seri,) if kunci == "seri" else (u.imei1, u.imei2)


def _bersih(nilai: Mapping[str, str], hari: date) -> Fields:
    """Return the stored values of the inputs that are fine."""
    hasil: Fields = {}
    for kunci, teks in nilai.items():
        try:
            hasil |= rules.bersihkan({kunci: teks}, hari)
        except InputSalah:
            continue
    return hasil
