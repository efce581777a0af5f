"""What stands around the lines of a receipt list: budget year, funding, signers, checksum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ketetapan_ops, prints, queries
from sipokat_desktop.modules.rt import ops as rt
from tests.print.contoh_daftar import halaman_teks
from tests.print.tanda_terima import dokumen, terkunci
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, SEKARANG, buka
from tests.unit.susun_kantor import atur, buat


@pytest.mark.parametrize(
    ("kode", "dikunci", "hari", "tahun"),
    [
        ("2026-TW4", "2027-01-08", date(2027, 1, 8), 2026), ("2026-01", "", date(2027, 5, 1), 2026),
        ("2025-11R05", "2026-04-02", date(2026, 4, 2), 2026), ("2025-10R03", "2026-02-01", date(2026, 2, 1), 2026),
        ("2025-10R03", "2025-12-20", date(2027, 1, 1), 2025), ("2025-10R03", "", date(2026, 3, 1), 2026),
    ],
)  # fmt: skip
def test_the_budget_year_that_pays(tmp_path: Path, kode: str, dikunci: str, hari: date, tahun: int) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 1)
        daftar = kantor.daftar(store, buat(store))
    assert prints.tahun_anggaran(daftar._replace(periode=kode, dikunci_pada=dikunci), hari) == tahun


def test_funding_is_of_the_budget_year(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = terkunci(store)
        id_ = queries.komponen(store.reader(), lingkup=KELURAHAN)[0].komponen_id
        isian = {"sumber_dana": "APBD 2026", "program": "P26", "kegiatan": "K26", "kode_rekening": "5.1.26"}
        ketetapan_ops.simpan_anggaran(store, KELURAHAN, id_, 2026, isian)
        ketetapan_ops.simpan_anggaran(store, KELURAHAN, id_, 2025, isian | {"program": "P25"})
        assert [isi for _, isi in dokumen(store, nomor).kepala] == ["APBD 2026", "P26", "K26", "5.1.26", "SK 1/2026"]


@pytest.mark.parametrize(("kertas_", "muat"), [("F4", 18), ("A4", 15)])
def test_a_real_list_with_every_head_and_signer_fits_one_page(tmp_path: Path, kertas_: str, muat: int) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        atur(store, sumber_dana="APBD", program="Program", kegiatan="Kegiatan", kode_rekening="5.1.02")
        for peran in ("lurah", "pptk", "bendahara"):
            isian = {"nama": f"Pejabat {peran}", "pangkat": "Penata (III/c)", "nip": "197001011995031001"}
            rt.set_pejabat(store, KELURAHAN, peran, isian)
        kantor.isi_rt(store, muat)
        nomor = buat(store)
        pdf = prints.pratinjau(store.reader(), nomor, sekarang=SEKARANG, kertas=kertas_)
        (teks,) = halaman_teks(pdf)
        assert "Lubuk Linggau, .......................... 2026" in teks


def test_two_purses_without_a_source_name_the_component(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = terkunci(store)
        assert dokumen(store, nomor).kepala[0][0] == "Program"
        ketetapan_ops.simpan_komponen(store, KELURAHAN, {"nama": "Dana Disdukcapil"})
        assert dokumen(store, nomor).kepala[0] == ("Komponen", "Insentif Ketua RT")


def test_the_checksum_covers_what_is_printed_but_the_hour(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = terkunci(store)
        d = dokumen(store, nomor)
        assert dokumen(store, nomor, sekarang=SEKARANG + 9 * 31_536_000_000).checksum == d.checksum
        satu = d.baris[0]
        baris = (
            replace(satu, nama="X"), replace(satu, jabatan="X"), replace(satu, diterima=1),
            replace(satu, identitas="X"), replace(satu, besaran=1), replace(satu, bulan=9),
            replace(satu, bruto=1), replace(satu, pph=1),
            replace(satu, keterangan="X"), replace(satu, lanjutan=True),
        )  # fmt: skip
        lain = (
            replace(d, judul=("X",)), replace(d, kepala=()), replace(d, nomor="X"), replace(d, revisi=9),
            replace(d, penanda=()), replace(d, draf=True), replace(d, identitas_judul="X"), replace(d, batal=True),
            *(replace(d, baris=(b, *d.baris[1:])) for b in baris),
        )  # fmt: skip
        assert len({prints.checksum(satu) for satu in (d, *lain)}) == 1 + len(lain)


def test_who_signs_is_of_the_day_of_locking(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        rt.set_pejabat(store, KELURAHAN, "lurah", {"nama": "Lama", "mulai": "2026-01-01"})
        nomor = terkunci(store)
        rt.set_pejabat(store, KELURAHAN, "lurah", {"nama": "Baru", "mulai": "2026-05-01"})
        nanti = SEKARANG + 90 * kantor.HARI_MS
        assert dokumen(store, nomor, sekarang=nanti).penanda[0].nama == "Lama"
        draf = buat(store, periode.baca("2026-TW2"))
        assert dokumen(store, draf, sekarang=nanti).penanda[0].nama == "Baru"


def test_an_unknown_number_is_told(tmp_path: Path) -> None:
    with buka(tmp_path) as store, pytest.raises(InputSalah, match="tidak ada"):
        dokumen(store, "INS-X")
