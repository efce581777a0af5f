"""What the page shows of one list, read at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sipokat_desktop.modules.insentif import acara, kinerja, periksa, periksa_acara, periksa_kinerja, queries
from sipokat_desktop.modules.insentif.queries import Baris, Daftar
from sipokat_desktop.modules.insentif.rules import Komponen, Temuan
from sipokat_desktop.storage import sqlite

from . import text_hidup as text

_DILEWATI = "dilewati"
_DISEBUT = 3
"""So many names stand before a finding that blocks the locking."""
_TUNGGAKAN = ("belum_diterima", "belum_masuk")
_SEJAK_DIKUNCI = periksa_acara.SEJAK_DIKUNCI | {periksa_kinerja.JENIS}


@dataclass(frozen=True, slots=True)
class Isi:
    """A list with its lines, findings per term, findings about posts outside it, notes on changes, per line number why
    it waits for a decision, who was left out until later, the signed lines whose money was taken back, and the
    component where it pays an event."""

    daftar: Daftar
    baris: list[Baris]
    temuan: dict[str, list[Temuan]]
    lain: list[Temuan]
    catatan: dict[str, str]
    menunggu: dict[int, str] = field(default_factory=dict)
    menyusul: tuple[str, ...] = ()
    pernah: frozenset[str] = frozenset()
    komponen: Komponen | None = None

    @property
    def draf(self) -> bool:
        """Whether the list can still be changed."""
        return self.daftar.keadaan == "draf"

    @property
    def terkunci(self) -> bool:
        """Whether the list is in force."""
        return self.daftar.keadaan == "dikunci"

    @property
    def salah(self) -> list[str]:
        """What blocks the locking, each thing once, after whom it is about."""
        siapa: dict[str, list[str]] = {t.kalimat: [] for semua in self.temuan.values() for t in semua if _berat(t)}
        for b in self.baris:
            for kalimat in {t.kalimat for t in self.temuan.get(b.masa_id, ()) if _berat(t)}:
                siapa[kalimat].append(text.SALAH_ORANG.format(rt=b.nomor_rt, nama=b.nama))
        return [_sebut(kalimat, orang) for kalimat, orang in siapa.items()]

    def kurang(self, b: Baris) -> list[Temuan]:
        """Return the findings that stand in the way of paying a line; arrears on other lists do not."""
        return [t for t in self.temuan.get(b.masa_id, []) if t.jenis not in periksa.BUKAN_KURANG]

    @property
    def hal(self) -> int:
        """How many things are to be looked at before the locking."""
        luar = sum(t.jenis not in periksa.BUKAN_KURANG for t in self.lain)
        return sum(len(self.kurang(b)) for b in self.baris) + luar

    @property
    def tunggakan(self) -> int:
        """How many lines have months that were not received or not listed before."""
        return sum(any(t.jenis in _TUNGGAKAN for t in self.temuan.get(b.masa_id, [])) for b in self.baris)

    @property
    def sisa(self) -> list[Baris]:
        """The lines that can be recorded as received now."""
        if not self.terkunci:
            return []
        return [b for b in self.baris if not b.lunas and not b.ditunda and b.no not in self.menunggu]

    @property
    def belum(self) -> list[Baris]:
        """The lines that have not received everything."""
        return [b for b in self.baris if not b.lunas] if self.terkunci else []

    def satu(self, baris_id: str) -> Baris | None:
        """Return a line by its id."""
        return next((b for b in self.baris if b.baris_id == baris_id), None)

    def kuasa_sisa(self, kuasa: Mapping[str, str], dicatat: Collection[int]) -> dict[str, str]:
        """Return the proxy letters of the lines that were not recorded now."""
        sudah = {b.baris_id for b in self.baris if b.no in dicatat}
        return {id: surat for id, surat in kuasa.items() if id not in sudah}

    def ganda(self, b: Baris) -> bool:
        """Tell whether a month of a line was recorded twice; else what is too much comes from a correction."""
        kini, asal = dict(b.rincian), dict(b.asal.rincian)
        return any(jumlah > max(kini.get(bulan, 0), asal.get(bulan, 0)) for bulan, jumlah in b.terbayar)

    def bertanda(self, b: Baris) -> bool:
        """Tell whether a line was signed and the money is still to come."""
        return bool(b.tanda) and b.baris_id not in self.pernah

    def perlu_dilihat(self, b: Baris) -> bool:
        """Tell whether something stands in the way of a line."""
        return b.no in self.menunggu or b.lebih > 0 or bool(self.kurang(b))

    def banyak(self, b: Baris) -> str:
        """Say how much a line pays: its months, or what of an event."""
        return periksa_acara.sebanyak(self.komponen, b.bulan[0], b.bruto) if self.komponen and b.bulan else ""


def _berat(t: Temuan) -> bool:
    """Tell whether a finding blocks the locking."""
    return t.peran == "salah"


def _sebut(kalimat: str, orang: list[str]) -> str:
    """Return a finding after those it is about; many are counted."""
    if not orang:
        return kalimat
    lain = len(orang) - _DISEBUT
    siapa = ", ".join(orang[:_DISEBUT] + ([text.SALAH_LAINNYA.format(n=lain)] if lain > 0 else []))
    return text.SALAH_SIAPA.format(siapa=siapa, hal=kalimat)


def baca(con: sqlite.Connection, nomor: str) -> Isi:
    """Read a list; raise InputSalah when there is none with this number."""
    d = queries.cari_daftar(con, nomor)
    baris = queries.baris(con, daftar_id=d.daftar_id)
    k = _acara(con, d)
    periksa_lagi = d.keadaan == "draf" or k or kinerja.ada_aturan(con, d.komponen_id)
    temuan, semua_lain = periksa.temuan(con, d) if periksa_lagi else ({}, [])
    if d.keadaan != "draf":
        temuan = {m: [t for t in semua if t.jenis in _SEJAK_DIKUNCI] for m, semua in temuan.items()}
        semua_lain = []
    lain = [t for t in semua_lain if t.jenis != _DILEWATI]
    menyusul = tuple(f"{t.kalimat}." for t in semua_lain if t.jenis == _DILEWATI)
    menunggu = queries.menunggu(con, (b for b in baris if not b.lunas)) if d.keadaan == "dikunci" else {}
    tanda = (b.baris_id for b in baris if b.tanda and not b.dibayar)
    pernah = frozenset(id for id in tanda if queries.entri(con, baris_id=id))
    return Isi(d, baris, temuan, lain, queries.catatan(con, d), menunggu, menyusul, pernah, k)


def _acara(con: sqlite.Connection, d: Daftar) -> Komponen | None:
    """Return the component of a list that pays an event."""
    if not acara.seacara(con, d.komponen_id):
        return None
    return next((k for k in queries.komponen(con, lingkup=d.lingkup) if k.komponen_id == d.komponen_id), None)
