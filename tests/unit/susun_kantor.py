"""Drawing lists up in a small office: helpers of the tests."""

from __future__ import annotations

from collections.abc import Mapping

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ketetapan_ops, queries, susun
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as rt_queries
from sipokat_desktop.modules.rt import rules as rt_rules
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

TW1 = periode.baca("2026-TW1")
RAPEL = periode.baca("2025-11R05")
Isi = list[tuple[str, tuple[str, ...]]]


def masa(store: Store, nomor: str, nama: str = "") -> rt_queries.Masa:
    """The term of an RT."""
    semua = rt_queries.masa(store.reader(), lingkup=KELURAHAN)
    return next(m for m in semua if m.nomor == nomor and nama in m.nama)


def isi(store: Store, nomor: str) -> Isi:
    """RT and months of each line."""
    return [(b.nomor_rt, b.bulan) for b in kantor.baris(store, nomor)]


def buat(store: Store, p: periode.Periode = TW1, lewati: susun.Lewati = None) -> str:
    """Draw a list up."""
    return susun.susun(store, KELURAHAN, p, lewati=lewati).value


def baris_simpan(store: Store, nomor: str) -> list[Mapping[str, object]]:
    """The lines as stored."""
    con = store.reader()
    id_ = kantor.daftar(store, nomor).daftar_id
    return [dict(row) for row in con.execute("SELECT * FROM insentif_baris WHERE daftar_id = ? ORDER BY no", (id_,))]


def atur(store: Store, **isian: str) -> str:
    """Change the one component; returns its id."""
    id_ = queries.komponen(store.reader(), lingkup=KELURAHAN)[0].komponen_id
    return ketetapan_ops.simpan_komponen(store, KELURAHAN, isian, komponen_id=id_).value


def ganti(store: Store, nomor: str, hari: str, sebelum: str, ke: int = 9) -> None:
    """A change of head: the old one until ``sebelum``, another from ``hari`` on."""
    akhir = {"akhir_nyata": sebelum, "alasan_akhir": "pindah"}
    rt.akhiri(store, masa_id=masa(store, nomor).masa_id, isian=akhir)
    rt.tambah(store, KELURAHAN, kantor.isian(ke, nomor=nomor, tmt=hari))


def isi_banyak(store: Store, jumlah: int) -> None:
    """So many heads in one act."""
    hari = rt.hari_ini(store)

    def work(tx: Tx) -> None:
        for ke in range(1, jumlah + 1):
            isian = {"nomor": str(ke), "nama": f"Ketua {_huruf(ke)}", "tmt": "2024-01-01", "sk_nomor": "141"}
            rt.catat_masa(tx, KELURAHAN, rt_rules.bersihkan(isian, hari))

    store.write("rt.impor", work)


def _huruf(ke: int) -> str:
    return "".join(chr(97 + int(angka)) for angka in str(ke))
