"""F6, the rekap of how RT and kelurahan are doing: what stands on it, its sheet, its commands, its golden pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from sipokat_desktop import cli, unlock
from sipokat_desktop.exporting import workbook
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.laporan import evaluasi, penilaian, penilaian_cetak, rentang
from sipokat_desktop.modules.laporan.evaluasi_model import Rentang
from sipokat_desktop.storage.store import Store
from tests import contoh_528, contoh_laporan
from tests.contoh_laporan import TAHUN, TERSIBUK
from tests.print import emas
from tests.unit.kantor import SEKARANG

KEC = "kec:16.73.02"
SETAHUN = rentang.tahun(TAHUN)
DI_KEC = [kode for kode in contoh_528.KELURAHAN if kode.startswith("16.73.02.")]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A kecamatan with a year of reports."""
    with closing(unlock.store(tmp_path_factory.mktemp("f6"))) as isi:
        contoh_laporan.isi(isi, per_bulan=4, lingkup=DI_KEC)
        isi.set_setting("lingkup", KEC)
        yield isi


def f6(store: Store, lingkup: str, *, kertas: str = "F4", jangka: Rentang = SETAHUN) -> bytes:
    return penilaian_cetak.cetak(store.reader(), lingkup, jangka, kertas=kertas, sekarang=SEKARANG)


def teks(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return "\n".join(halaman.get_textpage().get_text_range() for halaman in dokumen)


@pytest.mark.parametrize(("nama", "lingkup"), [("laporan_f6", TERSIBUK), ("laporan_f6_kec", KEC)])
def test_paper_looks_as_its_golden_picture(store: Store, nama: str, lingkup: str) -> None:
    emas.sama(nama, f6(store, lingkup))


def test_another_period_is_noticed(store: Store) -> None:
    """The known bad: the same paper of a month."""
    assert emas.berbeda("laporan_f6", f6(store, TERSIBUK, jangka=rentang.bulan(f"{TAHUN}-03")))


def test_sums_and_shares_on_paper_are_those_of_the_lines(store: Store) -> None:
    for lingkup in (TERSIBUK, KEC):
        e = evaluasi.hitung(store.reader(), lingkup, SETAHUN)
        p = penilaian.susun(e)
        assert p.jumlah.angka == e.angka
        assert (p.jumlah.persen, p.jumlah.aktif, p.jumlah.rt) == (100, e.aktif[0].jumlah, e.aktif[0].dari)
        kata = teks(f6(store, lingkup))
        assert all(b.nama in kata for b in p.baris)
        assert "Yang dihitung" in kata
        assert f"Laporan terbaru tanggal 31 Desember {TAHUN}." in kata.replace("\r\n", " ")


def test_a_kelurahan_without_any_report_has_a_paper_too(store: Store) -> None:
    kata = teks(f6(store, TERSIBUK, kertas="A4", jangka=rentang.tahun(1999)))
    assert "Belum ada laporan dalam rentang ini." in kata.replace("\r\n", " ")
    assert "%" not in kata.partition("Yang dihitung")[0]


def test_sheet_holds_the_same_lines(store: Store) -> None:
    e = evaluasi.hitung(store.reader(), KEC, SETAHUN)
    berkas = BytesIO()
    workbook.write(berkas, penilaian.tabel(e))
    berkas.seek(0)
    rows = CalamineWorkbook.from_filelike(berkas).get_sheet_by_index(0).to_python()
    kepala = next(ke for ke, row in enumerate(rows) if row[:3] == ["Kode", "Kecamatan", "Kelurahan"])
    laporan = rows[kepala].index("Laporan")
    assert {(row[0], row[1]) for row in rows[kepala + 1 : -1]} == {
        (b.kode, wilayah.nama(KEC)) for b in e.kelurahan
    }  # fmt: skip
    assert {row[2]: row[laporan] for row in rows[kepala + 1 :]} == {
        **{b.nama: b.angka.jumlah for b in e.kelurahan}, "JUMLAH": e.angka.jumlah,
    }  # fmt: skip


def test_commands_say_the_figures_and_write_the_files(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(store.folder)]
    assert cli.main(["laporan", "evaluasi", "--tahun", str(TAHUN), *data]) == 0
    kata = capsys.readouterr().out
    e = evaluasi.hitung(store.reader(), KEC, SETAHUN)
    assert f"{e.bidang[0].kata} · " in kata
    assert "tersibuk Pelita Jaya" in kata
    assert cli.main(["laporan", "evaluasi", "--semua", "--kelurahan", "Pelita Jaya", "--json", *data]) == 0
    isi = json.loads(capsys.readouterr().out)
    satu = evaluasi.hitung(store.reader(), TERSIBUK, rentang.SEMUA)
    assert str(satu.angka.jumlah) in json.dumps(isi)
    for nama in ("r.pdf", "r.xlsx"):
        keluaran = tmp_path / nama
        assert cli.main(["cetak", "rekap-penilaian", "--tahun", str(TAHUN), "--keluaran", str(keluaran), *data]) == 0
        assert keluaran.stat().st_size > 5000
    assert cli.main(["cetak", "rekap-penilaian", "--keluaran", str(tmp_path / "r.doc"), *data]) == 2
    assert ".pdf atau .xlsx" in capsys.readouterr().err
