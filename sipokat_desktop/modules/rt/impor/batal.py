"""Takes an import back, row by row: what nobody touched since goes, what somebody did stays and is named."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries
from sipokat_desktop.modules.rt.bentrok import bentrok
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import kata
from .daftar import DIBATALKAN, HARI, SETELAN
from .hasil import Maju, diam

AKSI = "rt.impor.batal"
_HARI_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Pembatalan:
    """How many rows were taken back, and which stay, with the reason."""

    dibatalkan: int
    tetap: tuple[str, ...]

    @property
    def kalimat(self) -> str:
        """The result in one or two sentences."""
        lanjut = f" {kata.BATAL_TETAP.format(n=len(self.tetap))}" if self.tetap else ""
        return kata.BATAL_KALIMAT.format(n=self.dibatalkan) + lanjut


@dataclass(slots=True)
class _Perubahan:
    """What the import did to one stored row: fields before (empty: it was new) and after."""

    tabel: str
    row_id: str
    sebelum: Fields = field(default_factory=dict)
    sesudah: Fields = field(default_factory=dict)
    baru: bool = False


def batalkan(store: Store, act_id: str, *, maju: Maju = diam) -> Done[Pembatalan]:
    """Take the import ``act_id`` back; raise InputSalah when it is unknown, older than 30 days, or taken back already.

    Rows that belong together (post, person, term) are taken back together or stay together; a group stays, too,
    where it would give an RT two heads or a person two RTs.
    """
    _boleh(store, act_id)
    menetap: set[str] = set()
    while True:
        try:
            return _sekali(store, act_id, frozenset(menetap), maju)
        except _Bentrok as exc:
            menetap |= exc.baris


class _Bentrok(Exception):
    """Terms that cannot be put back beside what was recorded since, with their persons; nothing is kept."""

    def __init__(self, baris: frozenset[str]) -> None:
        super().__init__()
        self.baris = baris


def _sekali(store: Store, act_id: str, menetap: frozenset[str], maju: Maju) -> Done[Pembatalan]:
    """Take back what can be; raise _Bentrok where a group outside ``menetap`` must stay as well."""

    def work(tx: Tx) -> Pembatalan:
        perubahan = _perubahan(tx.con, act_id)
        kelompok = _kelompok(tx.con, perubahan)
        dipakai = _dipakai(tx, perubahan)
        tersentuh = _per_tabel(perubahan)
        semula = {satu[:2] for satu in bentrok(tx.con, tersentuh)}
        tetap: list[str] = []
        jadi = 0
        for ke, satu in enumerate(kelompok):
            if ke % 200 == 0:
                maju(ke, len(kelompok))
            ditahan = any(baris.row_id in menetap for baris in satu)
            alasan = kata.TETAP_BENTROK if ditahan else _halangan(tx, satu, dipakai)
            if alasan:
                tetap.append(alasan.format(sebutan=_sebutan(tx.con, satu)))
            else:
                _kembalikan(tx, satu)
                jadi += 1
        _tanpa_bentrok(tx, perubahan, semula, menetap)
        tx.con.execute("INSERT OR REPLACE INTO setelan VALUES (?, ?)", (DIBATALKAN + act_id, str(tx.act.at)))
        return Pembatalan(jadi, tuple(tetap))

    return store.write(AKSI, work)


def _per_tabel(perubahan: dict[str, _Perubahan]) -> dict[str, list[str]]:
    hasil: dict[str, list[str]] = {}
    for satu in perubahan.values():
        hasil.setdefault(satu.tabel, []).append(satu.row_id)
    return hasil


def _tanpa_bentrok(
    tx: Tx, perubahan: dict[str, _Perubahan], semula: set[tuple[str, str]], menetap: frozenset[str]
) -> None:
    """Raise _Bentrok with the terms that clash now and did not before, where one of them was just put back."""
    masa = {satu.row_id for satu in bentrok(tx.con, _per_tabel(perubahan)) if satu[:2] not in semula}
    rows = tx.con.execute(
        "SELECT id, orang_id FROM rt_masa WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(masa)),)
    )
    baris = {str(id_) for row in rows for id_ in row} & perubahan.keys()
    if baris - menetap:
        raise _Bentrok(frozenset(baris))


def _boleh(store: Store, act_id: str) -> None:
    catatan = store.setting(SETELAN + act_id)
    if not catatan:
        raise InputSalah("impor", kata.BATAL_TIDAK_ADA)
    if store.setting(DIBATALKAN + act_id):
        raise InputSalah("impor", kata.BATAL_SUDAH)
    if json.loads(catatan)["waktu"] < store.clock() - HARI * _HARI_MS:
        raise InputSalah("impor", kata.BATAL_LAMA)


def _perubahan(con: sqlite.Connection, act_id: str) -> dict[str, _Perubahan]:
    """Return what the act did to each row, several ops on one row taken together."""
    hasil: dict[str, _Perubahan] = {}
    rows = con.execute("SELECT tabel, row_id, sebelum, sesudah FROM riwayat WHERE act_id = ? ORDER BY no", (act_id,))
    for tabel, row_id, sebelum, sesudah in rows:
        lama, baru = json.loads(sebelum), json.loads(sesudah)
        satu = hasil.setdefault(row_id, _Perubahan(tabel, row_id, baru=not lama))
        satu.sebelum = lama | satu.sebelum
        satu.sesudah |= baru
    return hasil


def _kelompok(con: sqlite.Connection, perubahan: dict[str, _Perubahan]) -> list[list[_Perubahan]]:
    """Return the rows in groups that belong together: a term with its post and person."""
    induk: dict[str, str] = {}

    def akar(id_: str) -> str:
        while induk.setdefault(id_, id_) != id_:
            induk[id_] = induk[induk[id_]]
            id_ = induk[id_]
        return id_

    for ketiga in con.execute("SELECT id, jabatan_id, orang_id FROM rt_masa"):
        if any(id_ in perubahan for id_ in ketiga):
            for lain in filter(None, ketiga[1:]):
                induk[akar(ketiga[0])] = akar(lain)
    hasil: dict[str, list[_Perubahan]] = defaultdict(list)
    for satu in perubahan.values():
        hasil[akar(satu.row_id)].append(satu)
    return list(hasil.values())


def _dipakai(tx: Tx, perubahan: dict[str, _Perubahan]) -> frozenset[str]:
    """Return the new rows that a row outside the import points at: a payment list, another term."""
    baru = {row_id for row_id, satu in perubahan.items() if satu.baru}
    hasil: set[str] = set()
    for tabel in tx.tables.values():
        for kolom in tabel.columns:
            if kolom.name.endswith("_id"):
                rows = tx.con.execute(f"SELECT id, {kolom.name} FROM {tabel.name} WHERE {kolom.name} IS NOT NULL")
                hasil |= {str(lain) for id_, lain in rows if lain in baru and id_ not in perubahan}
    return frozenset(hasil)


def _halangan(tx: Tx, kelompok: Iterable[_Perubahan], dipakai: frozenset[str]) -> str:
    """Return why a group must stay; "" when it can be taken back."""
    for satu in kelompok:
        if satu.row_id in dipakai:
            return kata.TETAP_DIPAKAI
        try:
            kini = tx.row(satu.tabel, satu.row_id)
        except KeyError:
            return kata.TETAP_DIUBAH
        isian = kini.keys() - {"id", "lingkup"} if satu.baru else satu.sesudah.keys()
        if any(kini[nama] != satu.sesudah.get(nama) for nama in isian):
            return kata.TETAP_DIUBAH
    return ""


def _kembalikan(tx: Tx, kelompok: Iterable[_Perubahan]) -> None:
    """Put a group back: terms first, so that nothing points at a row that is gone."""
    for satu in sorted(kelompok, key=lambda p: p.tabel != "rt_masa"):
        if satu.baru:
            tx.delete(satu.tabel, satu.row_id)
        else:
            tx.update(satu.tabel, satu.row_id, satu.sebelum)


def _sebutan(con: sqlite.Connection, kelompok: Iterable[_Perubahan]) -> str:
    for tabel in ("rt_masa", "rt_orang", "rt_jabatan"):
        for satu in kelompok:
            if satu.tabel == tabel and (nama := queries.SEBUTAN[tabel](con, satu.row_id)):
                return nama
    return next((f"RT {p.sesudah['nomor']}" for p in kelompok if p.sesudah.get("nomor")), "Satu baris")
