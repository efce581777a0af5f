"""Where every month of every term stands: owed by the rules, on which list, paid, and what is outstanding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite

from . import komponen as ketetapan
from . import pajak, terpakai, text_siklus
from .baris import Baris, Entri, entri_per, per_daftar
from .daftar import Daftar, Langkah, semua_daftar
from .hak import hak, tarif_berlaku
from .model import Komponen
from .terpakai import Terpakai
from .tunggakan import SETELAN_MULAI

Kunci = tuple[str, str, str]
"""(term, component, month)"""


@dataclass(frozen=True, slots=True)
class BulanMasa:
    """A month of a term and a component: ``hak`` is what the rules owe (rupiah taken home, 0: nothing), ``daftar``
    and ``baris`` the list that holds it, a locked one before a draft; ``sisa`` is outstanding, ``lebih`` went out
    above what a list in force says."""

    bulan: str
    komponen: Komponen
    masa: Masa
    hak: int
    daftar: Daftar | None
    baris: Baris | None
    tercantum: int
    dibayar: int
    sisa: int
    lebih: int
    entri: tuple[Entri, ...]

    @property
    def terkunci(self) -> bool:
        """Tell whether a list in force holds the month."""
        return self.daftar is not None and self.daftar.keadaan == "dikunci"

    @property
    def sebab(self) -> str:
        """Why it is outstanding, in words; "" when it is not."""
        if not self.sisa:
            return ""
        kembali = next((e for e in reversed(self.entri) if e.sts and not e.hidup and e.jumlah < 0), None)
        if self.daftar is None:
            if kembali:
                return text_siklus.SEBAB_KEMBALI.format(hari=_hari(kembali.tanggal), sts=kembali.sts)
            return text_siklus.SEBAB_BELUM_DAFTAR
        if self.baris is not None and self.baris.ditunda:
            return text_siklus.SEBAB_TUNDA.format(alasan=self.baris.tunda)
        if self.daftar.sp2d_tanggal:
            return text_siklus.SEBAB_CAIR.format(hari=_hari(self.daftar.sp2d_tanggal))
        kata = {Langkah.DRAF: text_siklus.SEBAB_DRAF, Langkah.DIPERIKSA: text_siklus.SEBAB_DRAF}.get(
            self.daftar.langkah, text_siklus.SEBAB_DIAJUKAN if self.daftar.spp_nomor else text_siklus.SEBAB_DIKUNCI
        )
        return kata.format(nomor=self.daftar.nomor)


def _hari(iso: str) -> str:
    return tanggal.pendek(date.fromisoformat(iso))


def bulan_lalu(hari: date) -> str:
    """Return the last month that has ended on ``hari``."""
    return periode_.geser(f"{hari:%Y-%m}", -1)


def mulai(con: sqlite.Connection, lingkup: str, sampai: str) -> str:
    """Return the month from which on an office counts what it owes: the setting, else the first month on any of its
    lists or payments, else January of the year of ``sampai``."""
    setelan = ketetapan.setelan(con, lingkup=lingkup, kunci=SETELAN_MULAI)
    if setelan:
        return setelan
    dibayar = con.execute("SELECT min(bulan) FROM insentif_ringkas_bulan WHERE lingkup = ?", (lingkup,)).fetchone()[0]
    kode = con.execute("SELECT DISTINCT periode FROM insentif_daftar WHERE lingkup = ?", (lingkup,)).fetchall()
    awal = [periode_.baca(row[0]).bulan[0] for row in kode if row[0]]
    return min([*awal, *([dibayar] if dibayar else [])], default=f"{sampai[:4]}-01")


def baca(
    con: sqlite.Connection, *, lingkup: str, sampai: str, jabatan: Collection[str] = (), lengkap: bool = True
) -> list[BulanMasa]:
    """Return the months up to ``sampai`` of the terms of a kelurahan (of these posts), by post, term, month, component.

    ``lengkap`` False leaves out the months with nothing outstanding: quicker for a long ledger. A locked line whose
    term is gone from the roster stands for the term itself: what it holds is still owed.
    """
    tercatat = {m.masa_id: m for m in rt.masa(con, lingkup=lingkup)}
    masa = {id: m for id, m in tercatat.items() if not jabatan or m.jabatan_id in jabatan}
    komponen = {k.komponen_id: k for k in ketetapan.komponen(con, lingkup=lingkup)}
    daftar = {d.daftar_id: d for d in semua_daftar(con, lingkup=lingkup) if d.keadaan != "batal"}
    baris = per_daftar(con, [*daftar])
    menurut_data = masa
    masa = masa | _pengganti(daftar, baris, tercatat, jabatan)
    tempat = _tempat(daftar, baris, masa)
    ambil = {id: terpakai.baca(con, komponen_id=id, lingkup=lingkup) for id in komponen}
    owed = dict(_hak(con, lingkup, sampai, menurut_data, komponen, ambil, lengkap=lengkap))
    entri = _entri(con, masa) if lengkap else _kembali(con, masa)
    semua = sorted(
        (kunci for kunci in owed.keys() | tempat.keys() | entri.keys() if kunci[0] in masa and kunci[1] in komponen),
        key=lambda kunci: (*_urut(masa[kunci[0]]), kunci[2], komponen[kunci[1]].nama, kunci[1]),
    )
    hasil = (
        _satu(k, masa[k[0]], komponen[k[1]], owed.get(k), tempat.get(k), entri.get(k, ()), ambil[k[1]]) for k in semua
    )
    return [b for b in hasil if lengkap or (b.sisa and b.bulan <= sampai)]


def _urut(m: Masa) -> tuple[int, str, str, str]:
    return len(m.nomor), m.nomor, m.tmt or "", m.masa_id


def _pengganti(
    daftar: Mapping[str, Daftar], baris: Mapping[str, Sequence[Baris]], tercatat: Collection[str],
    jabatan: Collection[str],
) -> dict[str, Masa]:  # fmt: skip
    """Return stand-ins for the terms on locked lists (of these posts) that the roster does not have any more."""
    return {
        b.masa_id: Masa(
            b.masa_id, b.jabatan_id, b.orang_id, b.nomor_rt, b.nama, nik=None, rekening=b.rekening or None,
            golongan=None, rangkap=None, sk_nomor=None, sk_tanggal=None, tmt=None, akhir_sk=None, akhir_nyata=None,
        )
        for daftar_id, semua in baris.items()
        if daftar[daftar_id].keadaan == "dikunci"
        for b in semua
        if b.masa_id not in tercatat and (not jabatan or b.jabatan_id in jabatan)
    }  # fmt: skip


def _tempat(
    daftar: Mapping[str, Daftar], baris: Mapping[str, Sequence[Baris]], masa: Collection[str]
) -> dict[Kunci, tuple[Daftar, Baris]]:
    hasil: dict[Kunci, tuple[Daftar, Baris]] = {}
    for daftar_id, semua in baris.items():
        d = daftar[daftar_id]
        for b in semua:
            for bulan, _ in b.netto if b.masa_id in masa else ():
                kunci = (b.masa_id, d.komponen_id, bulan)
                if d.keadaan == "dikunci" or kunci not in hasil:
                    hasil[kunci] = (d, b)
    return hasil


def _entri(con: sqlite.Connection, masa: Collection[str]) -> dict[Kunci, list[Entri]]:
    hasil: dict[Kunci, list[Entri]] = defaultdict(list)
    for masa_id, semua in entri_per(con, "masa_id", masa).items():
        for satu in semua:
            hasil[masa_id, satu.komponen_id, satu.bulan].append(satu)
    return hasil


def _kembali(con: sqlite.Connection, masa: Collection[str]) -> dict[Kunci, list[Entri]]:
    """Return only the refunds: what an outstanding month has to say of the ledger."""
    rows = con.execute("SELECT masa_id, komponen_id, bulan, tanggal, sts, jumlah FROM insentif_mutasi WHERE sts <> ''")
    return {
        (row[0], row[1], row[2]): [Entri("", row[3], row[2], "dikembalikan", row[5], "", "", row[4], "", False)]
        for row in rows
        if row[0] in masa
    }


def _hak(
    con: sqlite.Connection, lingkup: str, sampai: str, masa: dict[str, Masa], komponen: dict[str, Komponen],
    ambil: dict[str, Terpakai], *, lengkap: bool,
) -> Iterator[tuple[Kunci, int]]:  # fmt: skip
    """Yield what the rules owe of each month: what is not taken (``lengkap``: all of it)."""
    awal = mulai(con, lingkup, sampai)
    if awal > sampai:
        return
    for k in komponen.values():
        bulan = _bulan(k, awal, sampai)
        angka = ketetapan.angka_kinerja(con, lingkup=lingkup, bulan=[p.kode for p in bulan]) if k.aturan else {}
        dipakai = frozenset[str]() if lengkap else ambil[k.komponen_id].slot
        diambil = {} if lengkap else ambil[k.komponen_id].diambil
        for m in masa.values():
            for p in bulan:
                h = hak(m, k, p, dipakai, angka=angka, terambil=diambil)
                if h and h.bruto:
                    pph = pajak.potongan(h.bruto, k, m.golongan).pph
                    yield (m.masa_id, k.komponen_id, p.kode), h.bruto - pph


def _bulan(k: Komponen, awal: str, sampai: str) -> list[Periode]:
    banyak = (int(sampai[:4]) - int(awal[:4])) * 12 + int(sampai[5:7]) - int(awal[5:7]) + 1
    semua = (periode_.geser(awal, ke) for ke in range(banyak))
    return [
        periode_.baca(bulan)
        for bulan in semua
        if tarif_berlaku(k, bulan) and (k.acara is None or k.acara.bulan == bulan)
    ]


def _satu(
    kunci: Kunci, masa: Masa, k: Komponen, owed: int | None, tempat: tuple[Daftar, Baris] | None,
    entri: Sequence[Entri], ambil: Terpakai,
) -> BulanMasa:  # fmt: skip
    bulan = kunci[2]
    daftar, b = tempat or (None, None)
    tercantum = dict(b.netto).get(bulan, 0) if b else 0
    terkunci = daftar is not None and daftar.keadaan == "dikunci"
    dibayar = sum(e.jumlah for e in entri if e.entri)
    if terkunci and b is not None:
        sisa = dict(b.belum).get(bulan, 0)
    else:
        bebas = hak(masa, k, periode_.baca(bulan), ambil.slot, terambil=ambil.diambil) if owed else None
        sisa = tercantum or min(owed or 0, bebas.diterima) if bebas else 0
    seharusnya = tercantum if terkunci else 0
    lebih = max(0, dibayar - seharusnya)
    return BulanMasa(bulan, k, masa, owed or 0, daftar, b, tercantum, dibayar, sisa, lebih, tuple(entri))
