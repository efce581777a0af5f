"""Which unit a command means."""

from __future__ import annotations

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import Context

from . import queries, rules
from . import text_ekspor as kata
from .queries import Unit


def register(context: Context) -> list[Unit]:
    """Return the register of the chosen kelurahan as of today."""
    con = context.store.reader()
    return queries.daftar(con, lingkup=[context.lingkup], hari=hari_ini(context.store))


def cari(context: Context, kunci: str) -> Unit:
    """Return the one unit with this IMEI, serial number or NUP, whole or its end; InputSalah for none or several."""
    dicari = rules.rapikan_imei(kunci).upper()
    semua = register(context)
    nomor = {u.unit_id: [u.imei1, u.imei2, u.seri, u.nup] for u in semua}
    cocok = [u for u in semua if dicari and dicari in nomor[u.unit_id]]
    cocok = cocok or [u for u in semua if dicari and any(satu and satu.endswith(dicari) for satu in nomor[u.unit_id])]
    if not cocok:
        raise InputSalah("barang", kata.TAK_DITEMUKAN.format(kunci=kunci))
    if len(cocok) > 1:
        raise InputSalah("barang", kata.BANYAK_DITEMUKAN.format(n=len(cocok), kunci=kunci))
    return cocok[0]
