"""Performance reports of an office for tests, written past their module's rules, and the figures taken from them."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.insentif import dari_laporan, komponen
from sipokat_desktop.modules.insentif.dari_laporan import Rencana
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import KELURAHAN

BULAN = "2026-03"
HARI = date(2026, 4, 10)
SUMBER = "Laporan kegiatan, 10 April 2026"


def lapor(
    store: Store, jabatan_id: str, hari: str, *, lurah: str | None = "ya", lingkup: str = KELURAHAN, **lain: str | None
) -> str:
    """Record a report of a post past its module's rules; returns its id."""
    isi: Fields = {
        "jabatan_id": jabatan_id, "tanggal": hari, "bidang": 1, "jenis": "gotong_royong", "uraian": "Kerja bakti",
        "kategori": "kinerja", "asal": "kantor", "lurah": lurah,
    }  # fmt: skip
    isi |= lain
    return store.write("uji", lambda tx: tx.insert("laporan_kegiatan", isi, scope=lingkup)).value


def ubah(store: Store, id: str, **isi: str | None) -> None:
    """Change a report."""
    baru: Fields = {**isi}
    store.write("uji", lambda tx: tx.update("laporan_kegiatan", id, baru))


def posts(store: Store) -> dict[str, str]:
    """The posts by number."""
    return {m.nomor: m.jabatan_id for m in rt.masa(store.reader(), lingkup=KELURAHAN)}


def rencana(store: Store, bulan: str = BULAN, hari: date = HARI, lingkup: str = KELURAHAN) -> Rencana:
    return dari_laporan.rencana(store.reader(), lingkup=lingkup, bulan=bulan, hari=hari)


def ambil(store: Store, *nomor: str) -> int:
    """Take the rows named, or all that are taken without being asked."""
    r = rencana(store)
    pilihan = [u for u in r.baris if (u.masa.nomor in nomor if nomor else u.diambil)]
    return dari_laporan.ambil(store, KELURAHAN, BULAN, pilihan).value


def angka(store: Store) -> dict[str, tuple[int | None, str]]:
    """The figures of the month by RT number, each with its source."""
    ada = komponen.angka_kinerja(store.reader(), lingkup=KELURAHAN, bulan=(BULAN,))
    nomor = {m.masa_id: m.nomor for m in rt.masa(store.reader(), lingkup=KELURAHAN)}
    return {nomor[masa_id]: (a.laporan, a.sumber) for (masa_id, _), a in ada.items()}
