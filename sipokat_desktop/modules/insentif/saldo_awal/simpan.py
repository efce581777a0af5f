"""Carries out a plan: former heads, locked lists marked as opening balance, and one ledger entry per month."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import bulk
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from .. import rules
from ..temuan_data import AWALAN_SALDO
from . import ada as ada_
from . import kata
from .neraca import Neraca
from .rencana import MasaBaru, Rencana, Setoran

AKSI = "insentif.saldo_awal"
SETELAN, DIBATALKAN = "saldo.neraca.", "saldo.batal."


class _Lembar(NamedTuple):
    """One list to make: component and year, its lines (term → months), number and id."""

    daftar_id: str
    nomor: str
    komponen_id: str
    baris: dict[str, list[Setoran]]

    @property
    def bulan(self) -> list[str]:
        """The months on it, in order."""
        return sorted({s.bulan for semua in self.baris.values() for s in semua})


def simpan(store: Store, lingkup: str, rencana: Rencana, *, maju: Maju = diam) -> Done[Neraca]:
    """Commit a plan as one act and return the balance; a plan that records nothing writes nothing.

    Lists, lines, entries and former heads bear ids that follow from what they hold, so that two computers that
    import the same sheet give the same rows. Raises InputSalah, with nothing saved, when the data changed meanwhile.
    """

    def work(tx: Tx) -> Neraca:
        if rencana.lingkup != lingkup or ada_.baca(tx.con, lingkup).sidik != rencana.sidik:
            raise InputSalah("berkas", kata.BERUBAH)
        with bulk.roomy(tx.con):
            nomor = _tulis(tx, rencana, maju) if rencana.bisa_simpan else ()
        neraca = rencana.neraca_dari(
            act_id=tx.act.act_id, waktu=tx.act.at, daftar=nomor, masa_baru=len(rencana.masa_baru)
        )
        if tx.touched:
            isi = json.dumps({"oleh": tx.act.by, "n": list(neraca)}, ensure_ascii=False)
            tx.con.execute("INSERT OR REPLACE INTO setelan VALUES (?, ?)", (SETELAN + tx.act.act_id, isi))
        return neraca

    return store.write(AKSI, work)


def _tulis(tx: Tx, rencana: Rencana, maju: Maju) -> tuple[str, ...]:
    lingkup = rencana.lingkup
    _masa_baru(tx, lingkup, rencana.masa_baru)
    masa = {m.masa_id: m for m in rt.masa(tx.con, lingkup=lingkup)}
    lembar = _lembar(tx, lingkup, rencana.setoran)
    semua, sudah = len(rencana.setoran), 0
    for satu in lembar:
        # The lines first, the list after them, locked: a line that comes to a locked list would be held by the city.
        baris = [_baris(satu, no, masa[masa_id], s) for no, (masa_id, s) in enumerate(_urut(satu, masa), 1)]
        bulk.insert_many(tx, "insentif_baris", baris, scope=lingkup, told=lambda _n: None)
        tx.insert("insentif_daftar", _daftar(satu, rencana.berkas), scope=lingkup, row_id=satu.daftar_id)
        sudah += _bayar(tx, lingkup, satu)
        maju(sudah, semua)
    return tuple(satu.nomor for satu in lembar)


def _masa_baru(tx: Tx, lingkup: str, masa: Sequence[MasaBaru]) -> None:
    for satu in masa:
        if satu.orang_baru and not tx.has("rt_orang", satu.orang_id):
            orang: Fields = {"nama": satu.nama, "catatan": kata.CATATAN_MASA}
            orang |= {"nik": satu.nik} if satu.nik else {}
            tx.insert("rt_orang", orang, scope=lingkup, row_id=satu.orang_id)
        isi: Fields = {
            "jabatan_id": satu.jabatan_id, "orang_id": satu.orang_id, "tmt": satu.tmt, "akhir_nyata": satu.akhir,
        }  # fmt: skip
        if not tx.has("rt_masa", satu.masa_id):
            tx.insert("rt_masa", isi, scope=lingkup, row_id=satu.masa_id)


def _lembar(tx: Tx, lingkup: str, setoran: Iterable[Setoran]) -> list[_Lembar]:
    kelompok: dict[tuple[str, str], dict[str, list[Setoran]]] = defaultdict(lambda: defaultdict(list))
    for satu in setoran:
        kelompok[satu.komponen_id, satu.bulan[:4]][satu.masa_id].append(satu)
    return [_satu_lembar(tx, lingkup, k, tahun, dict(baris)) for (k, tahun), baris in sorted(kelompok.items())]


def _satu_lembar(tx: Tx, lingkup: str, komponen_id: str, tahun: str, baris: dict[str, list[Setoran]]) -> _Lembar:
    """Give a list its id and number: they follow from its content, and from how often the same was cancelled."""
    isi = sorted(f"{masa_id} {s.bulan} {s.jumlah} {s.pph}" for masa_id, semua in baris.items() for s in semua)
    ke = 0
    while True:
        daftar_id = ids.derived_id("insentif_daftar", "saldo awal", lingkup, komponen_id, tahun, str(ke), *isi)
        if not tx.con.execute("SELECT 1 FROM insentif_daftar WHERE id = ?", (daftar_id,)).fetchone():
            return _Lembar(daftar_id, f"{AWALAN_SALDO}{tahun}-{ids.short_code(daftar_id, 5)}", komponen_id, baris)
        ke += 1


def _urut(satu: _Lembar, masa: dict[str, Masa]) -> list[tuple[str, list[Setoran]]]:
    def kunci(isi: tuple[str, list[Setoran]]) -> tuple[int, str, str, str]:
        m = masa[isi[0]]
        return len(m.nomor), m.nomor, m.tmt or "", m.masa_id

    return sorted(satu.baris.items(), key=kunci)


def _baris(lembar: _Lembar, no: int, masa: Masa, setoran: list[Setoran]) -> bulk.Row:
    per_bulan: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for s in setoran:
        per_bulan[s.bulan][0] += s.jumlah
        per_bulan[s.bulan][1] += s.pph
    rincian = " ".join(f"{bulan}={jumlah + pph}" for bulan, (jumlah, pph) in sorted(per_bulan.items()))
    diterima, pph = (sum(nilai[ke] for nilai in per_bulan.values()) for ke in (0, 1))
    isi: Fields = {
        "daftar_id": lembar.daftar_id, "no": no, "jabatan_id": masa.jabatan_id, "masa_id": masa.masa_id,
        "orang_id": masa.orang_id, "nomor_rt": masa.nomor, "nama": masa.nama, "rincian": rincian,
        "bruto": diterima + pph, "pph": pph, "diterima": diterima, "khusus": rincian, "alasan": kata.ALASAN,
        "oleh": kata.ALASAN, "sk": masa.sk_nomor,
    }  # fmt: skip
    return _baris_id(lembar, masa.masa_id), isi


def _baris_id(lembar: _Lembar, masa_id: str) -> str:
    return ids.derived_id("insentif_baris", lembar.daftar_id, masa_id)


def _daftar(lembar: _Lembar, berkas: str) -> Fields:
    return {
        "nomor": lembar.nomor, "komponen_id": lembar.komponen_id, "periode": _periode(lembar.bulan),
        "keadaan": "dikunci",
        "dikunci_oleh": kata.ALASAN, "dikunci_pada": max(s.tanggal for semua in lembar.baris.values() for s in semua),
        "alasan": kata.ALASAN_DAFTAR.format(berkas=berkas), "dasar": kata.DASAR,
    }  # fmt: skip


def _periode(bulan: Sequence[str]) -> str:
    """Return the code of the months from the first to the last: a month, a quarter, else a span within the year."""
    awal, banyak = int(bulan[0][5:]), int(bulan[-1][5:]) - int(bulan[0][5:]) + 1
    if banyak == 3 and awal % 3 == 1:
        return f"{bulan[0][:4]}-TW{(awal + 2) // 3}"
    return Periode(int(bulan[0][:4]), 0, awal, banyak if banyak > 1 else 0).kode


def _bayar(tx: Tx, lingkup: str, lembar: _Lembar) -> int:
    """Append one entry per line and month; a sheet that pays a month in two parts gives one entry of their sum."""
    entri: dict[str, Fields] = {}
    for masa_id, setoran in lembar.baris.items():
        baris_id = _baris_id(lembar, masa_id)
        for s in sorted(setoran, key=lambda s: (s.bulan, s.tanggal)):
            entri_id = ids.derived_id("insentif_mutasi", "saldo awal", baris_id, s.bulan)
            lama = int(entri[entri_id]["jumlah"] or 0) if entri_id in entri else 0
            alasan = " · ".join(filter(None, (kata.ALASAN, s.keterangan)))
            entri[entri_id] = {
                "daftar_id": lembar.daftar_id, "baris_id": baris_id, "jabatan_id": s.jabatan_id, "masa_id": masa_id,
                "komponen_id": s.komponen_id, "bulan": s.bulan,
                "slot": rules.slot(s.jabatan_id, s.komponen_id, s.bulan), "jenis": "bayar",
                "jumlah": lama + s.jumlah, "tanggal": s.tanggal, "cara": "tunai", "alasan": alasan,
            }  # fmt: skip
    for id_, isi in entri.items():
        tx.append("insentif_mutasi", isi, scope=lingkup, row_id=id_)
    return len(entri)
