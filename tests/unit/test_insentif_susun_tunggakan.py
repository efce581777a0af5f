"""Arrears of earlier periods among the checks, and how long all of them take."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ketetapan_ops, ops, periksa, queries, susun, tunggakan
from sipokat_desktop.modules.insentif.model import Temuan, Tujuan
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.susun_kantor import buat, isi_banyak, masa

LAIN = "16.73.01.1004"
Siap = Callable[[Store], None]


def temuan(store: Store, nomor: str) -> tuple[dict[str, list[Temuan]], list[Temuan]]:
    """Findings per RT number, and those outside the list."""
    per_masa, lain = periksa.temuan(store.reader(), kantor.daftar(store, nomor))
    baris = {b.masa_id: b.nomor_rt for b in kantor.baris(store, nomor)}
    return {baris[m]: semua for m, semua in per_masa.items() if m in baris}, lain


def siap(store: Store, jumlah: int = 2) -> None:
    """A tariff and heads."""
    kantor.tarif(store)
    kantor.isi_rt(store, jumlah)


def test_arrears_of_earlier_periods(tmp_path: Path) -> None:
    """Listed but not handed out, and on no list at all; of former heads too; not before the office's first list."""
    with buka(tmp_path) as store:
        siap(store, 3)
        tw4 = buat(store, periode.baca("2025-TW4"), lewati={2})
        ops.kunci(store, tw4, lurah="Lurah")
        ops.terima(store, tw4, hanya={1})
        rt.akhiri(
            store, masa_id=masa(store, "02").masa_id, isian={"akhir_nyata": "2025-12-15", "alasan_akhir": "pindah"}
        )
        nomor = buat(store)
        per_rt, lain = temuan(store, nomor)
        assert per_rt["01"] == []
        assert [(t.peran, t.jenis, t.kalimat, t.tujuan) for t in per_rt["03"]] == [
            (
                "awas",
                "belum_diterima",
                f"Belum diterima: Oktober s.d. Desember 2025 (daftar {tw4})",
                Tujuan("insentif", tw4),
            )
        ]
        assert [t.kalimat for t in lain if t.jenis == "belum_masuk"] == [
            "RT 02 · Ketua 02: Belum masuk daftar mana pun: Oktober s.d. Desember 2025"
        ]
        con, k = store.reader(), queries.komponen(store.reader(), lingkup=KELURAHAN)[0]
        semua = tunggakan.tunggakan(con, lingkup=KELURAHAN, komponen=k, sebelum="2026-01")
        assert [sum(j for _, j in r) for r in semua.values()] == [3 * 550_000]
        ketetapan_ops.setel(store, KELURAHAN, {tunggakan.SETELAN_MULAI: "2025-08"})
        lebih = tunggakan.tunggakan(con, lingkup=KELURAHAN, komponen=k, sebelum="2026-01")
        assert sum(j for r in lebih.values() for _, j in r) == (3 + 3 * 2) * 550_000
        rapel = susun.susun(store, KELURAHAN, periode.baca("2025-10R03")).value
        assert [(b.nomor_rt, len(b.bulan)) for b in kantor.baris(store, rapel)] == [("02", 3)]


def test_arrears_do_not_make_a_line_incomplete(tmp_path: Path) -> None:
    """Otherwise whoever waits for old money would be left out of every list for ever."""
    with buka(tmp_path) as store:
        siap(store)
        ops.kunci(store, buat(store, periode.baca("2025-TW4")), lurah="Lurah")
        nomor = buat(store, lewati="awas")
        assert [b.nomor_rt for b in kantor.baris(store, nomor)] == ["01", "02"]
        assert [t.jenis for t in temuan(store, nomor)[0]["01"]] == ["belum_diterima"]


def test_checks_of_the_whole_city_are_quick(tmp_path: Path) -> None:
    """528 lines with a year behind them: well under a second, so that the page shows them as it opens."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        isi_banyak(store, 528)
        for tw in (1, 2, 3):
            ops.kunci(store, buat(store, periode.baca(f"2025-TW{tw}")), lurah="Lurah")
        nomor = buat(store)
        daftar = kantor.daftar(store, nomor)
        mulai = time.thread_time()
        per_masa, lain = periksa.temuan(store.reader(), daftar)
        lama = time.thread_time() - mulai
        assert len(per_masa) == 528
        assert all({t.jenis for t in semua} == {"sk_terlambat", "belum_masuk", "belum_diterima"} - {"sk_terlambat"}
                   for semua in per_masa.values())  # fmt: skip
        assert lain == []
        assert lama < 3, f"{lama:.2f} s"
