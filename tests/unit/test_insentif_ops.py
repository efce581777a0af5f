"""Lists, locks and the ledger on a real store: what is locked never changes, money is never counted twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as rt_queries
from sipokat_desktop.storage import decisions
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

TW1 = periode.baca("2026-TW1")


def _masa(store: Store, rt_nomor: str) -> rt_queries.Masa:
    return next(m for m in rt_queries.masa(store.reader(), lingkup=KELURAHAN) if m.nomor == rt_nomor)


def test_a_triwulan_of_five_heads(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store)
        d = kantor.daftar(store, nomor)
        assert (d.jumlah_penerima, d.total, d.diterima, d.dibayar) == (5, 8_250_000, 8_250_000, 0)
        assert (d.keadaan, d.dikunci_oleh, d.dikunci_pada, d.dasar) == ("dikunci", "Lurah", "2026-04-10", "SK 1/2026")
        assert [(b.no, b.nomor_rt, b.bulan) for b in kantor.baris(store, nomor)] == [
            (n, f"0{n}", TW1.bulan) for n in range(1, 6)
        ]


def test_without_component_tariff_or_heads_there_is_a_sentence(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        with pytest.raises(InputSalah, match="Belum ada komponen"):
            kantor.susun(store)
        kantor.tarif(store, mulai="2026-02")
        with pytest.raises(InputSalah, match="Tidak ada masa jabatan"):
            kantor.susun(store)
        kantor.isi_rt(store, 1)
        with pytest.raises(InputSalah, match="Tarif Insentif Ketua RT untuk Januari 2026 belum ditetapkan"):
            kantor.susun(store)
        with pytest.raises(InputSalah, match="Komponen “Lain” tidak ada"):
            ops.susun(store, KELURAHAN, TW1, "Lain")


def test_drawing_up_a_draft_again_brings_it_up_to_date(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 3)
        nomor = kantor.susun(store)
        sebelum = kantor.hitung(store)
        assert kantor.susun(store) == nomor
        assert kantor.hitung(store) == sebelum
        rt.akhiri(
            store, masa_id=_masa(store, "02").masa_id, isian={"akhir_nyata": "2025-12-31", "alasan_akhir": "pindah"}
        )
        rt.tambah(store, KELURAHAN, kantor.isian(4))
        assert kantor.susun(store) == nomor
        assert [(b.no, b.nomor_rt) for b in kantor.baris(store, nomor)] == [(1, "01"), (2, "03"), (3, "04")]


def test_a_change_of_head_gives_two_lines_for_one_post(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        rt.akhiri(
            store, masa_id=_masa(store, "01").masa_id, isian={"akhir_nyata": "2026-01-20", "alasan_akhir": "pindah"}
        )
        rt.tambah(store, KELURAHAN, kantor.isian(9, nomor="1", tmt="2026-01-21"))
        nomor = kantor.susun(store)
        assert [(b.nomor_rt, b.nama, len(b.bulan)) for b in kantor.baris(store, nomor)] == [
            ("01", "Ketua 01", 1), ("01", "Ketua 09", 2), ("02", "Ketua 02", 3),
        ]  # fmt: skip
        assert kantor.daftar(store, nomor).total == 6 * 550_000


def test_a_locked_list_never_changes(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store)
        baris = kantor.baris(store, nomor)
        with pytest.raises(InputSalah, match="sudah dikunci"):
            ops.kunci(store, nomor, lurah="Lain")
        with pytest.raises(InputSalah, match=f"sudah ada di daftar {nomor}"):
            kantor.susun(store)
        kantor.tarif(store, 750_000)
        rt.akhiri(
            store, masa_id=_masa(store, "01").masa_id, isian={"akhir_nyata": "2026-01-05", "alasan_akhir": "meninggal"}
        )
        m = _masa(store, "02")
        rt.ubah(store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian={"nama": "Ganti Nama"})
        with pytest.raises(InputSalah):
            kantor.susun(store)
        assert kantor.baris(store, nomor) == baris


def test_a_second_list_takes_only_what_is_left(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        pertama = kantor.terkunci(store, 2)
        rt.tambah(store, KELURAHAN, kantor.isian(3))
        kedua = kantor.susun(store)
        assert kedua != pertama
        assert [b.nomor_rt for b in kantor.baris(store, kedua)] == ["03"]
        bulan = ops.susun(store, KELURAHAN, periode.baca("2026-04")).value
        assert [(b.nomor_rt, b.bulan) for b in kantor.baris(store, bulan)] == [
            (f"0{n}", ("2026-04",)) for n in (1, 2, 3)
        ]


def test_a_month_stands_in_one_locked_list_only(tmp_path: Path) -> None:
    """January as a month and January in the triwulan, both drawn up before either was locked."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        januari, triwulan = kantor.susun(store, periode.baca("2026-01")), kantor.susun(store)
        ops.kunci(store, januari, lurah="Lurah")
        with pytest.raises(InputSalah, match="Januari"):
            ops.kunci(store, triwulan, lurah="Lurah")
        assert kantor.susun(store) == triwulan
        ops.kunci(store, triwulan, lurah="Lurah")
        assert [b.bulan for b in kantor.baris(store, triwulan)] == [("2026-02", "2026-03")] * 2
        ops.terima(store, januari)
        ops.terima(store, triwulan)
        assert decisions.waiting(store.reader(), store.tables) == []


def test_a_draft_cannot_be_paid(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 1)
        with pytest.raises(InputSalah, match="belum dikunci"):
            ops.terima(store, kantor.susun(store))
        with pytest.raises(InputSalah, match="tidak ada di komputer ini"):
            ops.terima(store, "INS-1")


def test_double_nik_blocks_the_lock_unless_the_lurah_gives_a_reason(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        store.write("dari kota", lambda tx: tx.update("rt_orang", _masa(store, "02").orang_id, {"nik": kantor.nik(1)}))
        nomor = kantor.susun(store)
        for alasan in ("", "  "):
            with pytest.raises(InputSalah, match="NIK ganda dengan RT") as salah:
                ops.kunci(store, nomor, lurah="Lurah", alasan=alasan)
            assert salah.value.field == "alasan"
        ops.kunci(store, nomor, lurah="Lurah", alasan="Sedang diperbaiki Disdukcapil")
        assert kantor.daftar(store, nomor).keadaan == "dikunci"
