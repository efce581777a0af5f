"""Help asked of the city for a unit: lost, broken, password forgotten; the city answers by moving its state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.rules import hp, teks
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rantai, rules, text
from .unit_ops import ada, sebut

DIKIRIM, DITANGANI, SELESAI = "dikirim", "ditangani", "selesai"


def minta_bantuan(store: Store, unit_id: str, isian: Mapping[str, str]) -> Done[str]:
    """Ask the city for help with a unit; returns the request's id. The city sees it with the next sync.

    Inputs: ``jenis`` (hilang, rusak, lupa_sandi, lain), ``uraian``, ``kontak``. Raises InputSalah, also while a
    request of the same kind for this unit is open.
    """
    jenis = rules.pilihan(isian.get("jenis", ""), "bantuan", "jenis")
    if not jenis:
        raise InputSalah("jenis", text.BANTUAN_JENIS)
    uraian = teks(isian.get("uraian", ""), "uraian")
    if jenis == "lain" and not uraian:
        raise InputSalah("uraian", text.BANTUAN_URAIAN)
    kontak = hp(isian.get("kontak", ""), "kontak")
    hari = hari_ini(store).isoformat()

    def work(tx: Tx) -> str:
        unit = ada(tx, unit_id)
        _belum_ada(tx, unit, jenis)
        kini = rantai.posisi_unit(tx.con, unit_id).kini
        isi: Fields = {
            "unit_id": unit_id, "jenis": jenis, "uraian": uraian, "kontak": kontak, "diminta": hari, "keadaan": DIKIRIM,
        }  # fmt: skip
        if kini and kini.pemegang:
            isi |= {"jabatan_id": kini.jabatan_id, "nama": kini.nama}
        return tx.insert("ponsel_bantuan", isi, scope=str(unit["lingkup"]))

    return store.write("ponsel.bantuan", work)


def _belum_ada(tx: Tx, unit: Fields, jenis: str) -> None:
    row = tx.con.execute(
        "SELECT diminta, keadaan FROM ponsel_bantuan WHERE unit_id = ? AND jenis = ? AND keadaan <> ?",
        (unit["id"], jenis, SELESAI),
    ).fetchone()
    if row:
        kata = text.KODE["bantuan"][jenis]
        hari = tanggal.panjang(date.fromisoformat(row[0]))
        keadaan = text.KODE["keadaan_bantuan"].get(row[1], row[1])
        raise InputSalah(
            "jenis", text.BANTUAN_ADA.format(jenis=kata, sebutan=sebut(unit), tanggal=hari, keadaan=keadaan)
        )
