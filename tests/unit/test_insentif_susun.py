"""Drawing up on a real store: months, triwulan and rapel, whom to leave out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ketetapan_ops, koreksi, ops, periksa, queries
from sipokat_desktop.modules.insentif.model import baca_rincian
from sipokat_desktop.modules.rt import ops as rt
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.susun_kantor import RAPEL, TW1, atur, baris_simpan, buat, ganti, isi, isi_banyak, masa


def test_snapshots_for_paper_and_audit(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        atur(store, skema="golongan")
        bank = {"bank": "Bank Sumsel", "rekening": "123", "atas_nama": "Ketua Satu", "golongan": "III/b"}
        rt.tambah(store, KELURAHAN, kantor.isian(1, **bank))
        baris = baris_simpan(store, buat(store))[0]
        assert [baris[k] for k in ("skema", "sk", "bank", "rekening", "atas_nama")] == [
            "golongan", "141/01/2024 tanggal 20 Desember 2023", "Bank Sumsel", "123", "Ketua Satu",
        ]  # fmt: skip
        assert baris["hitungan"] == (
            "Januari s.d. Maret 2026: 3 × 550.000 = 1.650.000; PPh 21 golongan III: 5 % × 1.650.000 = 82.500"
        )
        assert (baris["bruto"], baris["pph"], baris["diterima"]) == (1_650_000, 82_500, 1_567_500)
        assert (baris["khusus"], baris["sambung"]) == (None, None)


def test_a_rapel_takes_the_arrears_and_only_those(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store, mulai="2025-01")
        kantor.isi_rt(store, 2)
        desember = buat(store, periode.baca("2025-12"))
        ops.kunci(store, desember, lurah="Lurah")
        rapel = buat(store, RAPEL)
        sisa = ("2025-11", "2026-01", "2026-02", "2026-03")
        assert isi(store, rapel) == [("01", sisa), ("02", sisa)]
        assert kantor.daftar(store, rapel).periode == "2025-11R05"
        assert kantor.daftar(store, rapel).nama_periode == "Rapel November 2025 s.d. Maret 2026"
        ops.kunci(store, rapel, lurah="Lurah")
        with pytest.raises(InputSalah, match=r"Tidak ada|sudah ada di daftar"):
            buat(store)
        assert isi(store, buat(store, periode.baca("2026-04R02"))) == [
            (f"0{n}", ("2026-04", "2026-05")) for n in (1, 2)
        ]


def test_pay_the_complete_first_and_carry_the_rest(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 3)
        m = masa(store, "02")
        rt.ubah(store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian={"sk_nomor": ""})
        pertama = buat(store, lewati="awas")
        assert isi(store, pertama) == [("01", TW1.bulan), ("03", TW1.bulan)]
        daftar = kantor.daftar(store, pertama)
        assert [(m.nomor, t.kalimat) for m, t in periksa.dilewati(store.reader(), daftar)] == [
            ("02", "RT 02 · Ketua 02 dilewati dan tetap belum dibayar (SK belum diisi)")
        ]
        assert buat(store) == pertama, "bringing it up to date keeps the choice"
        assert len(isi(store, pertama)) == 2
        ops.kunci(store, pertama, lurah="Lurah")
        rt.ubah(store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian={"sk_nomor": "141/2/2024"})
        kedua = buat(store)
        assert kedua != pertama
        assert isi(store, kedua) == [("02", TW1.bulan)]


def test_a_line_that_becomes_complete_comes_back_by_itself(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        m = masa(store, "02")
        rt.ubah(store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian={"sk_nomor": ""})
        nomor = buat(store, lewati="awas")
        assert len(isi(store, nomor)) == 1
        rt.ubah(store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian={"sk_nomor": "141/2/2024"})
        assert buat(store) == nomor
        assert len(isi(store, nomor)) == 2


def test_leaving_lines_out_by_number(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 4)
        nomor = buat(store, lewati={2})
        assert [rt_ for rt_, _ in isi(store, nomor)] == ["01", "03", "04"]
        buat(store, lewati={2})  # now number 2 is RT 03
        assert [rt_ for rt_, _ in isi(store, nomor)] == ["01", "04"]
        buat(store)
        assert [rt_ for rt_, _ in isi(store, nomor)] == ["01", "04"]
        with pytest.raises(InputSalah, match="Nomor urut 3 tidak ada") as salah:
            buat(store, lewati={3})
        assert salah.value.field == "lewati"
        with pytest.raises(InputSalah, match="Tidak ada baris yang tersisa"):
            buat(store, lewati={1, 2})
        buat(store, lewati=())
        assert [(b.no, b.nomor_rt) for b in kantor.baris(store, nomor)] == [(n, f"0{n}") for n in (1, 2, 3, 4)]


def test_a_changed_draft_is_to_be_examined_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        nomor = buat(store)
        tanda: Fields = {"diperiksa_oleh": "Siti", "diperiksa_pada": "2026-04-10"}
        store.write("uji", lambda tx: tx.update("insentif_daftar", kantor.daftar(store, nomor).daftar_id, tanda))
        buat(store)
        assert kantor.daftar(store, nomor).diperiksa_oleh == "Siti", "nothing changed"
        buat(store, lewati={1})
        assert kantor.daftar(store, nomor).diperiksa_oleh == ""


def test_a_month_of_nothing_is_decided_and_not_taken_up_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        id_ = atur(store, cara="tunai")
        (m,) = kantor.isi_rt(store, 1)
        isian = {"ukuran": "laporan", "pita": "0=0 1=100", "mulai": "2026-01"}
        ketetapan_ops.simpan_aturan(store, KELURAHAN, id_, isian)
        angka = [ketetapan_ops.IsianKinerja(m, b, n) for b, n in zip(TW1.bulan, "012", strict=True)]
        ketetapan_ops.catat_kinerja(store, KELURAHAN, angka, sumber="uji")
        nomor = buat(store)
        assert baca_rincian(str(baris_simpan(store, nomor)[0]["rincian"])) == (
            ("2026-01", 0), ("2026-02", 550_000), ("2026-03", 550_000),
        )  # fmt: skip
        ops.kunci(store, nomor, lurah="Lurah")
        with pytest.raises(InputSalah, match="sudah ada di daftar"):
            buat(store)


def test_a_year_of_the_city_through_a_store(tmp_path: Path) -> None:
    """528 RT × 550,000 = 290,400,000 a month and 3,484,800,000 a year, as the lists really say."""
    with buka(tmp_path) as store:
        kantor.tarif(store, mulai="2026-01")
        atur(store, skema="bruto")
        isi_banyak(store, 528)
        daftar = [kantor.daftar(store, buat(store, periode.baca(f"2026-TW{tw}"))) for tw in (1, 2, 3, 4)]
        bulan = kantor.daftar(store, buat(store, periode.baca("2026-01")))
        assert (bulan.jumlah_penerima, bulan.total, bulan.pph) == (528, 290_400_000, 528 * 27_500)
        assert sum(d.total for d in daftar) == 3_484_800_000
        assert sum(d.pph for d in daftar) == 4 * 528 * 82_500
        for d in (*daftar, bulan):
            baris = queries.baris(store.reader(), daftar_id=d.daftar_id)
            assert (sum(b.bruto for b in baris), sum(b.diterima for b in baris)) == (d.total, d.diterima)
            assert all(sum(j for _, j in b.rincian) == b.bruto == b.pph + b.diterima for b in baris)


def test_lists_month_by_month_hold_what_a_rapel_would(tmp_path: Path) -> None:
    """The same office drawn up twice: five lists of a month, or one rapel."""
    rincian: list[Counter[tuple[str, str, int]]] = []
    for cara in ("bulan", "rapel"):
        with buka(tmp_path / cara) as store:
            kantor.tarif(store)
            atur(store, hari_acuan="0", skema="bruto")
            kantor.isi_rt(store, 4)
            ganti(store, "02", "2026-01-20", "2026-01-19")
            nomor = [buat(store, p) for p in (map(periode.baca, RAPEL.bulan) if cara == "bulan" else [RAPEL])]
            isi_: Counter[tuple[str, str, int]] = Counter()
            for n in nomor:
                isi_.update((b.nama, bulan, j) for b in kantor.baris(store, n) for bulan, j in b.rincian)
            rincian.append(isi_)
    assert rincian[0] == rincian[1]
    assert sum(jumlah * n for (_, _, jumlah), n in rincian[0].items()) == 4 * 5 * 550_000


def test_a_month_corrected_to_nothing_is_free_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        nomor = buat(store)
        ops.kunci(store, nomor, lurah="Lurah")
        koreksi.koreksi(store, nomor, 1, menjadi={"2026-01": 0, "2026-02": 300_000}, alasan="salah orang", oleh="Lurah")
        lagi = buat(store)
        assert isi(store, lagi) == [("01", ("2026-01",))]
        assert kantor.daftar(store, lagi).total == 550_000
