"""The opening balance: sheets as offices keep them, every rupiah once, the second import nothing, taken back whole."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import saldo_awal
from sipokat_desktop.modules.insentif.saldo_awal import Nasib, Pilihan
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as rt_queries
from sipokat_desktop.storage import decisions, history
from tests.unit import kantor, saldo_lama
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.lembar import Baris
from tests.unit.saldo_lama import F1


def test_a_receipt_list_of_last_year(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store)
        rencana = saldo_lama.rencana(store, tmp_path, F1)
        assert [b.nasib for b in rencana.baris] == [Nasib.DICATAT] * 3, [(b.alasan, b.tanda) for b in rencana.baris]
        assert rencana.total == 4_950_000
        sebelum = kantor.hitung(store)
        neraca = saldo_awal.simpan(store, KELURAHAN, rencana).value
        assert (neraca.dibaca, neraca.dicatat, neraca.sama, neraca.dilewati) == (3, 3, 0, 0)
        assert neraca.rupiah == 4_950_000
        assert kantor.hitung(store)["rt_masa"] == sebelum["rt_masa"]
        assert saldo_lama.buku(store) == {(f"0{rt}", f"2025-0{b}"): 550_000 for rt in (1, 2, 3) for b in (1, 2, 3)}
        (nomor,) = neraca.daftar
        d = kantor.daftar(store, nomor)
        assert (nomor[:8], d.keadaan, d.periode, d.diterima, d.dibayar) == (
            "SA-2025-", "dikunci", "2025-TW1", 4_950_000, 4_950_000,
        )  # fmt: skip
        assert all(b.lunas and b.khusus and b.alasan == "Saldo awal" for b in kantor.baris(store, nomor))
        assert "Saldo awal" in d.dasar
        assert {r[0] for r in store.reader().execute("SELECT tanggal FROM insentif_mutasi")} == {"2025-03-31"}
        assert kantor.rantai_utuh(store)
        assert kantor.satu_kesatuan(store)
        assert decisions.waiting(store.reader(), store.tables) == []


def test_the_second_import_changes_nothing(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store)
        saldo_awal.simpan(store, KELURAHAN, saldo_lama.rencana(store, tmp_path, F1))
        sebelum = kantor.hitung(store)
        lagi = saldo_lama.rencana(store, tmp_path, F1)
        assert [b.nasib for b in lagi.baris] == [Nasib.SAMA] * 3
        assert not lagi.bisa_simpan
        neraca = saldo_awal.simpan(store, KELURAHAN, lagi).value
        assert (neraca.dibaca, neraca.dicatat, neraca.sama) == (3, 0, 3)
        assert kantor.hitung(store) == sebelum


def test_two_computers_give_the_same_rows(tmp_path: Path) -> None:
    """For a head whom only the sheet knows everything bears the same ids; tests/sync plays it with the city."""
    rows: list[Baris] = [["RT", "Nama", "Bulan", "Jumlah"], ["01", "Ketua Lama", "TW I 2020", 1_650_000]]
    tampak: list[list[list[str]]] = []
    for pc in ("a", "b"):
        with buka(tmp_path / pc) as store:
            saldo_lama.siapkan(store)
            saldo_awal.simpan(store, KELURAHAN, saldo_lama.rencana(store, tmp_path, rows))
            isi = kantor.tampak(store)
            tampak.append([
                [str(row[0]) for row in isi[tabel] if tabel.startswith("insentif") or "Ketua Lama" in str(row)]
                for tabel in ("insentif_daftar", "insentif_baris", "insentif_mutasi", "rt_orang")
            ])  # fmt: skip
    assert tampak[0] == tampak[1]
    assert [len(satu) for satu in tampak[0]] == [1, 1, 3, 1]


def test_years_before_any_tariff_or_term(tmp_path: Path) -> None:
    """A former head whom Data RT does not know gets a term from the sheet, and never one that overlaps."""
    with buka(tmp_path) as store:
        kantor.tarif(store, mulai="2025-01")
        rt.tambah(store, KELURAHAN, kantor.isian(1, tmt="2020-05-10", akhir_sk="2030-05-10"))
        isi: list[Baris] = [
            ["RT", "Nama", "Tahun", "Bulan", "Jumlah"],
            ["01", "Zainal Abidin", 2020, "TW I", 1_000_001],
            ["01", "Zainal Abidin", 2020, "April", 350_000],
            ["01", "Ketua 01", 2020, "Mei", 350_000],
        ]
        rencana = saldo_lama.rencana(store, tmp_path, isi)
        assert [b.nasib for b in rencana.baris] == [Nasib.DICATAT] * 3, [b.alasan for b in rencana.baris]
        neraca = saldo_awal.simpan(store, KELURAHAN, rencana).value
        assert neraca.masa_baru == 1
        masa = {m.nama: m for m in rt_queries.masa(store.reader(), lingkup=KELURAHAN)}
        zainal = masa["Zainal Abidin"]
        assert (zainal.tmt, zainal.akhir_nyata) == ("2020-01-01", "2020-04-30")
        assert [saldo_lama.buku(store)["01", f"2020-0{b}"] for b in (1, 2, 3, 4, 5)] == [
            333_333,
            333_333,
            333_335,
            350_000,
            350_000,
        ]
        assert (
            rt_queries.masa_bertumpuk(
                store.reader(),
                jabatan_id=zainal.jabatan_id,
                mulai="2020-01-01",
                sampai="2020-04-30",
                kecuali=zainal.masa_id,
            )
            == []
        )


def test_an_import_is_taken_back_as_a_whole_and_can_be_made_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store)
        neraca = saldo_awal.simpan(store, KELURAHAN, saldo_lama.rencana(store, tmp_path, F1)).value
        (impor,) = saldo_awal.daftar_impor(store)
        assert (impor.act_id, impor.dibatalkan, impor.neraca) == (neraca.act_id, False, neraca)
        hasil = saldo_awal.batalkan(store, neraca.act_id).value
        assert (hasil.dibalik, hasil.daftar, hasil.tetap) == (9, 1, ())
        assert saldo_lama.buku(store) == {}
        assert kantor.daftar(store, neraca.daftar[0]).keadaan == "batal"
        assert store.reader().execute("SELECT count(*) FROM insentif_mutasi").fetchone()[0] == 18
        with pytest.raises(InputSalah, match="sudah dibatalkan"):
            saldo_awal.batalkan(store, neraca.act_id)
        with pytest.raises(InputSalah, match="tidak ada"):
            saldo_awal.batalkan(store, "x")
        lagi = saldo_awal.simpan(store, KELURAHAN, saldo_lama.rencana(store, tmp_path, F1)).value
        assert lagi.dicatat == 3
        assert lagi.daftar != neraca.daftar
        assert sum(saldo_lama.buku(store).values()) == 4_950_000
        assert decisions.waiting(store.reader(), store.tables) == []
        assert kantor.rantai_utuh(store)


def test_it_is_not_undone_as_an_act_but_taken_back(tmp_path: Path) -> None:
    """The lines of a locked list never go: the general undo refuses, the import is cancelled by entries."""
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store)
        neraca = saldo_awal.simpan(store, KELURAHAN, saldo_lama.rencana(store, tmp_path, F1)).value
        sebelum = kantor.hitung(store)
        assert history.why_not(store.reader(), store.tables, neraca.act_id)
        with pytest.raises(InputSalah, match="tidak diurungkan"):
            history.undo(store, neraca.act_id)
        assert kantor.hitung(store) == sebelum


def test_a_plan_on_data_that_changed_is_refused(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store)
        rencana = saldo_lama.rencana(store, tmp_path, F1)
        rt.tambah(store, KELURAHAN, kantor.isian(7))
        sebelum = kantor.hitung(store)
        with pytest.raises(InputSalah, match="sudah berubah"):
            saldo_awal.simpan(store, KELURAHAN, rencana)
        assert kantor.hitung(store) == sebelum


def test_the_months_of_an_import_are_not_owed_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store)
        isi: list[Baris] = [["RT", "Nama", "Bulan", "Jumlah"], ["01", "Ketua 01", "Januari 2026", 550_000]]
        saldo_awal.simpan(store, KELURAHAN, saldo_lama.rencana(store, tmp_path, isi))
        nomor = kantor.susun(store)
        assert [(b.nomor_rt, len(b.bulan)) for b in kantor.baris(store, nomor)] == [("01", 2), ("02", 3), ("03", 3)]


def test_random_sheets_never_lose_or_invent_a_rupiah(tmp_path: Path) -> None:
    """Whatever is recorded is the sum of the rows recorded, and no slot is claimed twice."""
    import random

    acak = random.Random(5)
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 4)
        for ke in range(6):
            rows: list[Baris] = [["RT", "Nama", "Bulan", "Jumlah"]]
            for _ in range(12):
                rt_nomor = acak.randint(1, 4)
                kapan = acak.choice(["TW I 2025", "TW II 2025", "Mei 2025", "Juli 2024", "Januari s.d. Februari 2026"])
                rows.append([f"{rt_nomor:02d}", f"Ketua {rt_nomor:02d}", kapan, acak.randint(10_000, 3_000_000)])
            sebelum = sum(saldo_lama.buku(store).values())
            rencana = saldo_lama.rencana(store, tmp_path, rows, nama=f"{ke}.xlsx")
            saldo_awal.simpan(store, KELURAHAN, rencana)
            assert (
                sum(saldo_lama.buku(store).values()) - sebelum
                == rencana.total
                == sum(s.jumlah for s in rencana.setoran)
            )
            assert decisions.waiting(store.reader(), store.tables) == []
        per_slot: dict[str, int] = defaultdict(int)
        for (slot,) in store.reader().execute("SELECT slot FROM insentif_mutasi"):
            per_slot[slot] += 1
        assert set(per_slot.values()) == {1}


def test_tax_is_kept_apart_and_the_gross_is_what_the_tariff_is_compared_with(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 1)
        isi: list[Baris] = [
            ["RT", "Nama", "Bulan", "Diterima", "PPh 21"],
            ["01", "Ketua 01", "TW I 2025", 1_567_501, 82_499],
        ]
        rencana = saldo_lama.rencana(store, tmp_path, isi)
        assert not any(t.isian == "jumlah" for t in rencana.baris[0].tanda)
        (nomor,) = saldo_awal.simpan(store, KELURAHAN, rencana).value.daftar
        d = kantor.daftar(store, nomor)
        assert (d.total, d.pph, d.diterima, d.dibayar) == (1_650_000, 82_499, 1_567_501, 1_567_501)
        assert kantor.baris(store, nomor)[0].lunas


def test_rows_of_another_kelurahan_are_left_out(tmp_path: Path) -> None:
    """A sheet of the kecamatan: a column, or rows between the data, say whose the rows are."""
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 1)
        kolom: list[Baris] = [
            ["Kelurahan", "RT", "Nama", "Bulan", "Jumlah"],
            ["Taba Jemekeh", "01", "Ketua 01", "Mei 2025", 550_000],
            ["", "01", "Ketua 01", "Juni 2025", 550_000],
            ["Air Kuti", "01", "Zainal", "Mei 2019", 550_000],
            ["", "02", "Zainul", "Mei 2019", 550_000],
        ]
        bagian: list[Baris] = [
            ["RT", "Nama", "Bulan", "Jumlah"],
            ["KELURAHAN TABA JEMEKEH"],
            ["01", "Ketua 01", "Mei 2025", 550_000],
            ["01", "Ketua 01", "Juni 2025", 550_000],
            ["2. Kelurahan Air Kuti"],
            ["01", "Zainal", "Mei 2019", 550_000],
            ["02", "Zainul", "Mei 2019", 550_000],
        ]
        for rows in (kolom, bagian):
            rencana = saldo_lama.rencana(store, tmp_path, rows)
            nasib = [b.nasib for b in rencana.baris]
            assert nasib == [Nasib.DICATAT] * 2 + [Nasib.DILEWATI] * 2, [b.alasan for b in rencana.baris]
            assert "Kelurahan Air Kuti" in rencana.baris[3].alasan
            assert rencana.masa_baru == ()


def test_a_day_of_payment_that_has_not_come_is_refused(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 1)
        isi: list[Baris] = [
            ["RT", "Nama", "Bulan", "Jumlah", "Tgl"],
            ["01", "Ketua 01", "Mei 2025", 550_000, "2/6/2062"],
        ]
        rencana = saldo_lama.rencana(store, tmp_path, isi)
        assert (rencana.baris[0].nasib, "belum tiba" in rencana.baris[0].alasan) == (Nasib.MASALAH, True)
        with pytest.raises(InputSalah):
            saldo_lama.rencana(store, tmp_path, isi, Pilihan(tanggal="kapan"))
