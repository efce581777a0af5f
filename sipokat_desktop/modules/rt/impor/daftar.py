"""The imports of this computer: what each did, for thirty days."""

from __future__ import annotations

import json
from typing import NamedTuple

from sipokat_desktop.storage.store import Store

from .neraca import Neraca

HARI = 30
_HARI_MS = 24 * 3600 * 1000
SETELAN, DIBATALKAN = "impor.neraca.", "impor.batal."


class Impor(NamedTuple):
    """One import: its act, when (UTC ms), by whom, from which file, its balance, whether it was taken back."""

    act_id: str
    waktu: int
    oleh: str
    berkas: str
    neraca: Neraca
    dibatalkan: bool


def catatan_neraca(neraca: Neraca, oleh: str) -> dict[str, str]:
    """Return the setting that keeps a balance."""
    isi = {
        "berkas": neraca.berkas, "waktu": neraca.waktu, "oleh": oleh,
        "n": [neraca.dibaca, neraca.baru, neraca.diubah, neraca.sama, neraca.dilewati, neraca.diganti],
    }  # fmt: skip
    return {SETELAN + neraca.act_id: json.dumps(isi, ensure_ascii=False)}


def daftar_impor(store: Store) -> list[Impor]:
    """Return the imports of the last 30 days on this computer, newest first."""
    con = store.reader()
    batal = {
        str(row[0]).removeprefix(DIBATALKAN)
        for row in con.execute("SELECT kunci FROM setelan WHERE kunci LIKE ?", (DIBATALKAN + "%",))
    }
    sejak = store.clock() - HARI * _HARI_MS
    hasil: list[Impor] = []
    for kunci, nilai in con.execute("SELECT kunci, nilai FROM setelan WHERE kunci LIKE ?", (SETELAN + "%",)):
        act_id, isi = str(kunci).removeprefix(SETELAN), json.loads(nilai)
        if isi["waktu"] >= sejak:
            neraca = Neraca(act_id, isi["berkas"], isi["waktu"], *isi["n"])
            hasil.append(Impor(act_id, isi["waktu"], isi["oleh"], isi["berkas"], neraca, act_id in batal))
    return sorted(hasil, key=lambda satu: (satu.waktu, satu.act_id), reverse=True)
