"""A receipt whose texts are all long: nothing lies over anything else, two still stand on F4 and one on A4."""

from __future__ import annotations

import pypdfium2
import pytest

from sipokat_desktop.printing import kwitansi
from sipokat_desktop.printing.kwitansi import Kwitansi
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import Kertas
from tests.print.contoh_daftar import kotak_teks

NOMOR = "INS-2026TW1-7QD-01"
PANJANG = "Drs. H. Raden Mas Kusumadiningrat Prawirasentana Djojohadikusumo, S.H., M.Si., Ph.D."


def _bertumpuk(pdf: bytes) -> list[tuple[str, str]]:
    """Pairs of text runs on a page that lie over each other by more than a millimetre."""
    tumpuk = []
    for kotak in kotak_teks(pdf):
        for ke, (kiri, bawah, kanan, atas, satu) in enumerate(kotak):
            for k2, b2, n2, a2, dua in kotak[ke + 1 :]:
                if min(kanan, n2) - max(kiri, k2) > 3 and min(atas, a2) - max(bawah, b2) > 3:
                    tumpuk.append((satu, dua))
    return tumpuk


SULIT = Kwitansi(
    ("PEMERINTAH KOTA LUBUK LINGGAU", "KECAMATAN LUBUK LINGGAU TIMUR I", "KELURAHAN TABA JEMEKEH"),
    (("Tahun Anggaran", "2026"), ("Nomor Bukti", f"{NOMOR}/01"), ("Kode Rekening", "7.01.04.2.01.0003.5.1.02 " * 3)),
    "Bendahara Pengeluaran Pembantu Kelurahan Taba Jemekeh", 987_654_321,
    "Insentif Ketua RT dari dana kelurahan tambahan, Ketua RT 02 Kelurahan Taba Jemekeh, bulan November 2025 "
    "s.d. Maret 2026",
    (("Potongan PPh 21", "Rp5.000.000,00"), ("Diterima", "Rp9.999.999,00"), ("Kuasa dari", PANJANG),
     ("Surat kuasa", "1/2026")),
    "Lubuk Linggau, 10 April 2026", Penanda(("Yang menerima,", "Ketua RT 02"), PANJANG),
    tuple(Penanda((satu, "Bendahara Pengeluaran Pembantu"), PANJANG, "Penata", "1978") for satu in ("A", "B", "C")),
    "Meterai Rp10.000", NOMOR,
)  # fmt: skip


@pytest.mark.parametrize("kertas", list(Kertas))
def test_long_texts_never_lie_over_each_other(kertas: Kertas) -> None:
    assert _bertumpuk(kwitansi.gambar([SULIT, SULIT], kertas)) == []


def test_texts_over_each_other_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad control: with 3,5 mm less room the officials stand on the recipient."""
    monkeypatch.setattr(kwitansi, "_RUANG", kwitansi._RUANG + 10)
    assert _bertumpuk(kwitansi.gambar([SULIT], Kertas.F4))


@pytest.mark.parametrize(("kertas", "muat"), [(Kertas.F4, 2), (Kertas.A4, 1)])
@pytest.mark.parametrize("banyak", [1, 2, 3])
def test_so_many_stand_on_a_sheet(kertas: Kertas, muat: int, banyak: int) -> None:
    assert kwitansi.per_lembar(kertas) == muat
    with pypdfium2.PdfDocument(kwitansi.gambar([SULIT] * banyak, kertas)) as pdf:
        assert len(pdf) == -(-banyak // muat)
