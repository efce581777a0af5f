"""Takes an opening balance back: its entries are reversed and its lists cancelled; nothing is erased."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import bulk
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import kata
from .neraca import Impor, Neraca
from .simpan import DIBATALKAN, SETELAN

AKSI = "insentif.saldo_awal.batal"


@dataclass(frozen=True, slots=True)
class Pembatalan:
    """How many entries were reversed and lists cancelled, and which lists stay, with the reason."""

    dibalik: int
    daftar: int
    tetap: tuple[str, ...]

    @property
    def kalimat(self) -> str:
        """The result in one or two sentences."""
        lanjut = f" {kata.BATAL_TETAP.format(n=len(self.tetap))}" if self.tetap else ""
        return kata.BATAL_KALIMAT.format(n=self.dibalik, daftar=self.daftar) + lanjut


def batalkan(store: Store, act_id: str, *, alasan: str = "", maju: Maju = diam) -> Done[Pembatalan]:
    """Take the import ``act_id`` back, list by list; a list that was corrected or paid from since stays as it is.

    Raises InputSalah when the import is unknown here or was taken back already.
    """
    if not store.setting(SETELAN + act_id):
        raise InputSalah("impor", kata.BATAL_TIDAK_ADA)
    if store.setting(DIBATALKAN + act_id):
        raise InputSalah("impor", kata.BATAL_SUDAH)

    kata_alasan = alasan.strip() or kata.BATAL_ALASAN

    def work(tx: Tx) -> Pembatalan:
        with bulk.roomy(tx.con):
            hasil = _batalkan(tx, act_id, kata_alasan, maju)
        if not hasil.tetap:
            tx.con.execute("INSERT OR REPLACE INTO setelan VALUES (?, ?)", (DIBATALKAN + act_id, str(tx.act.at)))
        return hasil

    return store.write(AKSI, work)


def _batalkan(tx: Tx, act_id: str, alasan: str, maju: Maju) -> Pembatalan:
    daftar = [str(row[0]) for row in tx.con.execute(_DAFTAR, (act_id,))]
    dibalik, tetap = 0, list[str]()
    for daftar_id in daftar:
        if _disentuh(tx, daftar_id, act_id):
            tetap.append(kata.TETAP_DAFTAR.format(nomor=tx.row("insentif_daftar", daftar_id)["nomor"]))
            continue
        dibalik += _balik(tx, daftar_id, alasan, maju)
        tx.move("insentif_daftar", daftar_id, expected="dikunci", to="batal", fields={"alasan": alasan})
    return Pembatalan(dibalik, len(daftar) - len(tetap), tuple(tetap))


_DAFTAR = """SELECT DISTINCT r.row_id FROM riwayat r JOIN insentif_daftar d ON d.id = r.row_id
WHERE r.act_id = ? AND r.tabel = 'insentif_daftar' AND d.keadaan = 'dikunci' ORDER BY d.nomor"""


def _disentuh(tx: Tx, daftar_id: str, act_id: str) -> bool:
    """Tell whether the list has a correction, or an entry that the import did not make."""
    koreksi = tx.con.execute("SELECT 1 FROM insentif_koreksi WHERE daftar_id = ?", (daftar_id,)).fetchone()
    lain = tx.con.execute(
        """SELECT 1 FROM insentif_mutasi m WHERE m.daftar_id = ? AND NOT EXISTS
           (SELECT 1 FROM riwayat r WHERE r.row_id = m.id AND r.act_id = ?)""",
        (daftar_id, act_id),
    ).fetchone()
    return bool(koreksi or lain)


def _balik(tx: Tx, daftar_id: str, alasan: str, maju: Maju) -> int:
    entri = [
        str(row[0])
        for row in tx.con.execute(
            "SELECT id FROM insentif_mutasi WHERE daftar_id = ? AND membalik IS NULL ORDER BY id", (daftar_id,)
        )
    ]
    for ke, satu in enumerate(entri):
        if ke % 100 == 0:
            maju(ke, len(entri))
        tx.reverse("insentif_mutasi", satu, alasan)
    return len(entri)


def daftar_impor(store: Store) -> list[Impor]:
    """Return the opening-balance imports of this computer, newest first."""
    con = store.reader()
    batal = {
        str(row[0]).removeprefix(DIBATALKAN)
        for row in con.execute("SELECT kunci FROM setelan WHERE kunci LIKE ?", (DIBATALKAN + "%",))
    }
    hasil: list[Impor] = []
    for _, nilai in con.execute("SELECT kunci, nilai FROM setelan WHERE kunci LIKE ?", (SETELAN + "%",)):
        isi = json.loads(nilai)
        neraca = Neraca._make(isi["n"])
        neraca = neraca._replace(daftar=tuple(neraca.daftar))
        hasil.append(Impor(neraca.act_id, neraca.waktu, isi["oleh"], neraca.berkas, neraca, neraca.act_id in batal))
    return sorted(hasil, key=lambda satu: (satu.waktu, satu.act_id), reverse=True)
