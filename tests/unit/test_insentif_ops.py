"""Lists, locks and the ledger on a real store: what is locked never changes, money is never counted twice."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops, queries, rules
from sipokat_desktop.modules.insentif.queries import Baris, Daftar
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as rt_queries
from sipokat_desktop.storage import decisions
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

TW1 = periode.baca("2026-TW1")


def _susun(store: Store, p: periode.Periode = TW1) -> str:
    return ops.susun(store, KELURAHAN, p).value


def _daftar(store: Store, nomor: str) -> Daftar:
    return queries.cari_daftar(store.reader(), nomor)


def _baris(store: Store, nomor: str) -> list[Baris]:
    return queries.baris(store.reader(), daftar_id=_daftar(store, nomor).daftar_id)


def _terkunci(store: Store, jumlah: int = 5) -> str:
    kantor.tarif(store)
    kantor.isi_rt(store, jumlah)
    nomor = _susun(store)
    ops.kunci(store, nomor, lurah="Lurah")
    return nomor


def _masa(store: Store, rt_nomor: str) -> rt_queries.Masa:
    return next(m for m in rt_queries.masa(store.reader(), lingkup=KELURAHAN) if m.nomor == rt_nomor)


def test_a_triwulan_of_five_heads(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        d = _daftar(store, nomor)
        assert (d.jumlah_penerima, d.total, d.diterima, d.dibayar) == (5, 8_250_000, 8_250_000, 0)
        assert (d.keadaan, d.dikunci_oleh, d.dikunci_pada, d.dasar) == ("dikunci", "Lurah", "2026-04-10", "SK 1/2026")
        assert [(b.no, b.nomor_rt, b.bulan) for b in _baris(store, nomor)] == [(n, f"0{n}", TW1.bulan) for n in range(1, 6)]


def test_without_component_tariff_or_heads_there_is_a_sentence(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        with pytest.raises(InputSalah, match="Belum ada komponen"):
            _susun(store)
        kantor.tarif(store, mulai="2026-02")
        with pytest.raises(InputSalah, match="Tidak ada masa jabatan"):
            _susun(store)
        kantor.isi_rt(store, 1)
        with pytest.raises(InputSalah, match="Tarif Insentif Ketua RT untuk Januari 2026 belum ditetapkan"):
            _susun(store)
        with pytest.raises(InputSalah, match="Komponen “Lain” tidak ada"):
            ops.susun(store, KELURAHAN, TW1, "Lain")


def test_drawing_up_a_draft_again_brings_it_up_to_date(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 3)
        nomor = _susun(store)
        sebelum = kantor.hitung(store)
        assert _susun(store) == nomor
        assert kantor.hitung(store) == sebelum
        rt.akhiri(store, masa_id=_masa(store, "02").masa_id, isian={"akhir_nyata": "2025-12-31", "alasan_akhir": "pindah"})
        rt.tambah(store, KELURAHAN, kantor.isian(4))
        assert _susun(store) == nomor
        assert [(b.no, b.nomor_rt) for b in _baris(store, nomor)] == [(1, "01"), (2, "03"), (3, "04")]


def test_a_change_of_head_gives_two_lines_for_one_post(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        rt.akhiri(store, masa_id=_masa(store, "01").masa_id, isian={"akhir_nyata": "2026-01-20", "alasan_akhir": "pindah"})
        rt.tambah(store, KELURAHAN, kantor.isian(9, nomor="1", tmt="2026-01-21"))
        nomor = _susun(store)
        assert [(b.nomor_rt, b.nama, len(b.bulan)) for b in _baris(store, nomor)] == [
            ("01", "Ketua 01", 1), ("01", "Ketua 09", 2), ("02", "Ketua 02", 3),
        ]  # fmt: skip
        assert _daftar(store, nomor).total == 6 * 550_000


def test_a_locked_list_never_changes(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        baris = _baris(store, nomor)
        with pytest.raises(InputSalah, match="sudah dikunci"):
            ops.kunci(store, nomor, lurah="Lain")
        with pytest.raises(InputSalah, match=f"sudah ada di daftar {nomor}"):
            _susun(store)
        kantor.tarif(store, 750_000)
        rt.akhiri(store, masa_id=_masa(store, "01").masa_id, isian={"akhir_nyata": "2026-01-05", "alasan_akhir": "meninggal"})
        m = _masa(store, "02")
        rt.ubah(store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian={"nama": "Ganti Nama"})
        with pytest.raises(InputSalah):
            _susun(store)
        assert _baris(store, nomor) == baris


def test_a_second_list_takes_only_what_is_left(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        pertama = _terkunci(store, 2)
        rt.tambah(store, KELURAHAN, kantor.isian(3))
        kedua = _susun(store)
        assert kedua != pertama
        assert [b.nomor_rt for b in _baris(store, kedua)] == ["03"]
        bulan = ops.susun(store, KELURAHAN, periode.baca("2026-04")).value
        assert [(b.nomor_rt, b.bulan) for b in _baris(store, bulan)] == [(f"0{n}", ("2026-04",)) for n in (1, 2, 3)]


def test_a_month_stands_in_one_locked_list_only(tmp_path: Path) -> None:
    """January as a month and January in the triwulan, both drawn up before either was locked."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        januari, triwulan = _susun(store, periode.baca("2026-01")), _susun(store)
        ops.kunci(store, januari, lurah="Lurah")
        with pytest.raises(InputSalah, match="Januari"):
            ops.kunci(store, triwulan, lurah="Lurah")
        assert _susun(store) == triwulan
        ops.kunci(store, triwulan, lurah="Lurah")
        assert [b.bulan for b in _baris(store, triwulan)] == [("2026-02", "2026-03")] * 2
        ops.terima(store, januari)
        ops.terima(store, triwulan)
        assert decisions.waiting(store.reader(), store.tables) == []


def test_a_draft_cannot_be_paid(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 1)
        with pytest.raises(InputSalah, match="belum dikunci"):
            ops.terima(store, _susun(store))
        with pytest.raises(InputSalah, match="tidak ada di komputer ini"):
            ops.terima(store, "INS-1")


def test_double_nik_blocks_the_lock_unless_the_lurah_gives_a_reason(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        store.write("dari kota", lambda tx: tx.update("rt_orang", _masa(store, "02").orang_id, {"nik": kantor.nik(1)}))
        nomor = _susun(store)
        for alasan in ("", "  "):
            with pytest.raises(InputSalah, match="NIK ganda dengan RT") as salah:
                ops.kunci(store, nomor, lurah="Lurah", alasan=alasan)
            assert salah.value.field == "alasan"
        ops.kunci(store, nomor, lurah="Lurah", alasan="Sedang diperbaiki Disdukcapil")
        assert _daftar(store, nomor).keadaan == "dikunci"


def test_all_except_and_repeating_it(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        assert ops.terima(store, nomor, kecuali=[3, 5]).value == [1, 2, 4]
        assert _daftar(store, nomor).dibayar == 3 * 1_650_000
        sebelum = kantor.hitung(store)
        with pytest.raises(InputSalah, match="sudah dicatat diterima"):
            ops.terima(store, nomor, kecuali=[3, 5])
        with pytest.raises(InputSalah, match="Nomor urut 9 tidak ada"):
            ops.terima(store, nomor, kecuali=[9])
        assert kantor.hitung(store) == sebelum
        assert ops.terima(store, nomor, hanya=[5]).value == [5]
        assert ops.terima(store, nomor).value == [3]
        assert [(b.lunas, b.tanda) for b in _baris(store, nomor)] == [(True, "2026-04-10")] * 5
        assert _daftar(store, nomor).dibayar == 8_250_000


def test_a_receipt_writes_one_entry_a_month(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store, 1)
        ops.terima(store, nomor, hari=date(2026, 4, 2), surat_kuasa="SK/1")
        rows = store.reader().execute("SELECT bulan, jumlah, jenis, tanggal, cara, slot FROM insentif_mutasi ORDER BY bulan").fetchall()
        k = _daftar(store, nomor).komponen_id
        j = _baris(store, nomor)[0].jabatan_id
        assert [tuple(r) for r in rows] == [(b, 550_000, "bayar", "2026-04-02", "tunai", rules.slot(j, k, b)) for b in TW1.bulan]
        tanda = store.reader().execute("SELECT penerima, surat_kuasa FROM insentif_tanda").fetchone()
        assert tuple(tanda) == ("kuasa", "SK/1")


def test_a_cancellation_is_an_entry_and_the_line_may_be_paid_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store, 2)
        with pytest.raises(InputSalah, match="belum dicatat diterima"):
            ops.batal_terima(store, nomor, 1, alasan="x")
        ops.terima(store, nomor)
        with pytest.raises(InputSalah, match="alasan"):
            ops.batal_terima(store, nomor, 1, alasan=" ")
        ops.batal_terima(store, nomor, 1, alasan="Salah orang")
        assert [b.dibayar for b in _baris(store, nomor)] == [0, 1_650_000]
        assert store.reader().execute("SELECT count(*) FROM insentif_mutasi").fetchone()[0] == 9
        with pytest.raises(InputSalah):
            ops.batal_terima(store, nomor, 1, alasan="Lagi")
        assert ops.terima(store, nomor).value == [1]
        assert [b.dibayar for b in _baris(store, nomor)] == [1_650_000] * 2
        assert decisions.waiting(store.reader(), store.tables) == []


def test_a_month_paid_elsewhere_is_refused_with_day_and_number(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        pertama = _terkunci(store, 1)
        satu = _baris(store, pertama)[0]
        con_daftar = _daftar(store, pertama)
        kedua = store.write(
            "dari pc lain",
            lambda tx: tx.insert("insentif_daftar", {"nomor": "INS-LAIN-01", "komponen_id": con_daftar.komponen_id,
                                                     "periode": "2026-TW1", "keadaan": "dikunci"}, scope=KELURAHAN),
        ).value  # fmt: skip
        salinan = {n: v for n, v in _row(store, satu.baris_id).items() if n not in ("id", "lingkup")} | {"daftar_id": kedua}
        store.write("dari pc lain", lambda tx: tx.insert("insentif_baris", salinan, scope=KELURAHAN))
        ops.terima(store, pertama)
        with pytest.raises(InputSalah, match=rf"Insentif Januari 2026 untuk RT 01 sudah dibayar 10/04/2026 \(daftar {pertama}\)\."):
            ops.terima(store, "INS-LAIN-01")
        assert _daftar(store, "INS-LAIN-01").dibayar == 0


def _row(store: Store, row_id: str) -> dict[str, str | int | None]:
    row: sqlite3.Row = store.reader().execute("SELECT * FROM insentif_baris WHERE id = ?", (row_id,)).fetchone()
    return dict(row)


def test_two_live_claims_are_a_decision_until_one_is_taken_back(tmp_path: Path) -> None:
    """As if another PC had paid the same line: the sum tells what was really handed out."""
    with buka(tmp_path) as store:
        nomor = _terkunci(store, 3)
        ops.terima(store, nomor, hanya=[3])
        januari = dict(store.reader().execute("SELECT * FROM insentif_mutasi WHERE bulan = '2026-01'").fetchone())
        isi = {n: v for n, v in januari.items() if n not in ("id", "lingkup")}
        store.write("dari pc lain", lambda tx: tx.append("insentif_mutasi", isi, scope=KELURAHAN))
        (satu,) = decisions.waiting(store.reader(), store.tables)
        assert satu.jenis == "pembayaran ganda"
        assert "RT 03" in satu.judul
        assert "Januari 2026" in satu.judul
        assert len(satu.baris) == 2
        assert _daftar(store, nomor).dibayar == 1_650_000 + 550_000
        store.write("putus", lambda tx: tx.reverse("insentif_mutasi", satu.baris[0], "Hanya sekali"))
        assert decisions.waiting(store.reader(), store.tables) == []
        assert _daftar(store, nomor).dibayar == 1_650_000


def test_numbers_are_per_incarnation(tmp_path: Path) -> None:
    nomor = []
    for pc in ("a", "b"):
        with buka(tmp_path / pc) as store:
            kantor.tarif(store)
            kantor.isi_rt(store, 1)
            nomor.append(_susun(store))
    assert nomor[0] != nomor[1]
    assert all(n.startswith("INS-2026TW1-") for n in nomor)


def test_printing_is_counted_once_locked(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store, 1)
        ops.catat_cetak(store, nomor)
        ops.catat_cetak(store, nomor)
        assert _daftar(store, nomor).cetak_ke == 2


@given(st.integers(1, 9_000_000), st.integers(0, 10_000), st.lists(st.integers(1, 6), max_size=4))
@settings(max_examples=25)
def test_what_is_paid_is_what_the_list_says(jumlah: int, pajak: int, kecuali: list[int]) -> None:
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        kantor.tarif(store, jumlah, pajak=pajak)
        kantor.isi_rt(store, 6)
        nomor = _susun(store)
        ops.kunci(store, nomor, lurah="Lurah")
        if len(set(kecuali)) < 6:
            ops.terima(store, nomor, kecuali=kecuali)
        d = _daftar(store, nomor)
        baris = _baris(store, nomor)
        assert d.total == sum(b.bruto for b in baris) == 18 * jumlah
        assert d.diterima == sum(b.bruto - b.pph for b in baris)
        assert d.dibayar == sum(b.diterima for b in baris if b.no not in kecuali)
        assert all(b.dibayar in (0, b.diterima) for b in baris)
