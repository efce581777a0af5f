"""The ledger on a real store: who received, taken back, paid twice; the sum is always what was handed out."""

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
from sipokat_desktop.modules.insentif import ops, rules
from sipokat_desktop.storage import decisions
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

TW1 = periode.baca("2026-TW1")


def test_all_except_and_repeating_it(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store)
        assert ops.terima(store, nomor, kecuali=[3, 5]).value == [1, 2, 4]
        assert kantor.daftar(store, nomor).dibayar == 3 * 1_650_000
        sebelum = kantor.hitung(store)
        with pytest.raises(InputSalah, match="sudah dicatat diterima"):
            ops.terima(store, nomor, kecuali=[3, 5])
        with pytest.raises(InputSalah, match="Nomor urut 9 tidak ada"):
            ops.terima(store, nomor, kecuali=[9])
        assert kantor.hitung(store) == sebelum
        assert ops.terima(store, nomor, hanya=[5]).value == [5]
        assert ops.terima(store, nomor).value == [3]
        assert [(b.lunas, b.tanda) for b in kantor.baris(store, nomor)] == [(True, "2026-04-10")] * 5
        assert kantor.daftar(store, nomor).dibayar == 8_250_000


def test_a_receipt_writes_one_entry_a_month(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 1)
        ops.terima(store, nomor, hari=date(2026, 4, 2), surat_kuasa="SK/1")
        rows = (
            store.reader()
            .execute("SELECT bulan, jumlah, jenis, tanggal, cara, slot FROM insentif_mutasi ORDER BY bulan")
            .fetchall()
        )
        k = kantor.daftar(store, nomor).komponen_id
        j = kantor.baris(store, nomor)[0].jabatan_id
        assert [tuple(r) for r in rows] == [
            (b, 550_000, "bayar", "2026-04-02", "tunai", rules.slot(j, k, b)) for b in TW1.bulan
        ]
        tanda = store.reader().execute("SELECT penerima, surat_kuasa FROM insentif_tanda").fetchone()
        assert tuple(tanda) == ("kuasa", "SK/1")


def test_a_cancellation_is_an_entry_and_the_line_may_be_paid_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 2)
        with pytest.raises(InputSalah, match="belum dicatat diterima"):
            ops.batal_terima(store, nomor, 1, alasan="x")
        ops.terima(store, nomor)
        with pytest.raises(InputSalah, match="alasan"):
            ops.batal_terima(store, nomor, 1, alasan=" ")
        ops.batal_terima(store, nomor, 1, alasan="Salah orang")
        assert [b.dibayar for b in kantor.baris(store, nomor)] == [0, 1_650_000]
        assert store.reader().execute("SELECT count(*) FROM insentif_mutasi").fetchone()[0] == 9
        with pytest.raises(InputSalah):
            ops.batal_terima(store, nomor, 1, alasan="Lagi")
        assert ops.terima(store, nomor).value == [1]
        assert [b.dibayar for b in kantor.baris(store, nomor)] == [1_650_000] * 2
        assert decisions.waiting(store.reader(), store.tables) == []


def test_a_month_paid_elsewhere_is_refused_with_day_and_number(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        pertama = kantor.terkunci(store, 1)
        satu = kantor.baris(store, pertama)[0]
        con_daftar = kantor.daftar(store, pertama)
        kedua = store.write(
            "dari pc lain",
            lambda tx: tx.insert("insentif_daftar", {"nomor": "INS-LAIN-01", "komponen_id": con_daftar.komponen_id,
                                                     "periode": "2026-TW1", "keadaan": "dikunci"}, scope=KELURAHAN),
        ).value  # fmt: skip
        salinan = {n: v for n, v in _row(store, satu.baris_id).items() if n not in ("id", "lingkup")} | {
            "daftar_id": kedua
        }
        store.write("dari pc lain", lambda tx: tx.insert("insentif_baris", salinan, scope=KELURAHAN))
        ops.terima(store, pertama)
        with pytest.raises(
            InputSalah, match=rf"Insentif Januari 2026 untuk RT 01 sudah dibayar 10/04/2026 \(daftar {pertama}\)\."
        ):
            ops.terima(store, "INS-LAIN-01")
        assert kantor.daftar(store, "INS-LAIN-01").dibayar == 0


def _row(store: Store, row_id: str) -> dict[str, str | int | None]:
    row: sqlite3.Row = store.reader().execute("SELECT * FROM insentif_baris WHERE id = ?", (row_id,)).fetchone()
    return dict(row)


def test_two_live_claims_are_a_decision_until_one_is_taken_back(tmp_path: Path) -> None:
    """As if another PC had paid the same line: the sum tells what was really handed out."""
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 3)
        ops.terima(store, nomor, hanya=[3])
        januari = dict(store.reader().execute("SELECT * FROM insentif_mutasi WHERE bulan = '2026-01'").fetchone())
        isi = {n: v for n, v in januari.items() if n not in ("id", "lingkup")}
        store.write("dari pc lain", lambda tx: tx.append("insentif_mutasi", isi, scope=KELURAHAN))
        (satu,) = decisions.waiting(store.reader(), store.tables)
        assert satu.jenis == "pembayaran ganda"
        assert "RT 03" in satu.judul
        assert "Januari 2026" in satu.judul
        assert len(satu.baris) == 2
        assert kantor.daftar(store, nomor).dibayar == 1_650_000 + 550_000
        store.write("putus", lambda tx: tx.reverse("insentif_mutasi", satu.baris[0], "Hanya sekali"))
        assert decisions.waiting(store.reader(), store.tables) == []
        assert kantor.daftar(store, nomor).dibayar == 1_650_000


def test_numbers_are_per_incarnation(tmp_path: Path) -> None:
    nomor = []
    for pc in ("a", "b"):
        with buka(tmp_path / pc) as store:
            kantor.tarif(store)
            kantor.isi_rt(store, 1)
            nomor.append(kantor.susun(store))
    assert nomor[0] != nomor[1]
    assert all(n.startswith("INS-2026TW1-") for n in nomor)


def test_printing_is_counted_once_locked(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 1)
        ops.catat_cetak(store, nomor)
        ops.catat_cetak(store, nomor)
        assert kantor.daftar(store, nomor).cetak_ke == 2


@given(st.integers(1, 9_000_000), st.integers(0, 10_000), st.lists(st.integers(1, 6), max_size=4))
@settings(max_examples=25)
def test_what_is_paid_is_what_the_list_says(jumlah: int, pajak: int, kecuali: list[int]) -> None:
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        kantor.tarif(store, jumlah, pajak=pajak)
        kantor.isi_rt(store, 6)
        nomor = kantor.susun(store)
        ops.kunci(store, nomor, lurah="Lurah")
        if len(set(kecuali)) < 6:
            ops.terima(store, nomor, kecuali=kecuali)
        d = kantor.daftar(store, nomor)
        baris = kantor.baris(store, nomor)
        assert d.total == sum(b.bruto for b in baris) == 18 * jumlah
        assert d.diterima == sum(b.bruto - b.pph for b in baris)
        assert d.dibayar == sum(b.diterima for b in baris if b.no not in kecuali)
        assert all(b.dibayar in (0, b.diterima) for b in baris)
