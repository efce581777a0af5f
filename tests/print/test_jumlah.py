"""Σ lines = JUMLAH = terbilang on the paper itself, and what is carried from page to page, for any list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.printing import table
from sipokat_desktop.printing.columns import daftar_kolom, letakkan
from sipokat_desktop.printing.model import BarisTerima, DaftarTerima, Kolom
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.receipt import gambar
from tests.print.contoh_daftar import KOLOM_TRANSPORT, baris, daftar, halaman_teks, huruf, transport

RUPIAH = st.one_of(st.integers(0, 2_000_000), st.integers(0, 999_000_000_000), st.sampled_from([0, 550_000, 1_650_000]))
KETERANGAN = st.sampled_from(
    ["", "", "Maret", "dikoreksi dari Rp1.650.000: Wafat", "ditunda: " + "alasan panjang " * 9]
)


@st.composite
def lembar(draw: st.DrawFn) -> tuple[DaftarTerima, Kertas]:
    """A list with random amounts, notes and second lines of a post, in any form and paper."""
    isi = draw(st.lists(st.tuples(RUPIAH, st.integers(0, 50_000), KETERANGAN, st.booleans()), min_size=1, max_size=45))
    semua = tuple(
        replace(baris(n), bruto=neto + pph, pph=pph, diterima=neto, besaran=neto, keterangan=catatan, lanjutan=sambung)
        for n, (neto, pph, catatan, sambung) in enumerate(isi)
    )
    bentuk = draw(st.sampled_from(["pendek", "lengkap", "transport"]))
    dasar = transport(1) if bentuk == "transport" else daftar(1, bentuk=bentuk)
    return replace(dasar, baris=semua, draf=draw(st.booleans())), draw(st.sampled_from(Kertas))


def kolom_uang(pdf: bytes, d: DaftarTerima, kertas: Kertas) -> dict[Kolom, list[list[int]]]:
    """Read the summed columns off the pages: their numbers from top to bottom, by where they stand."""
    bidang = kertas.bidang(mendatar=d.bentuk == "lengkap")
    kolom = d.kolom or daftar_kolom(d.bentuk, kertas, d.identitas_judul)
    letak = [sel for sel in letakkan(kolom, bidang.kiri_pt, bidang.kanan_pt) if sel.kolom.dijumlah]
    hasil: dict[Kolom, list[list[int]]] = {sel.kolom: [] for sel in letak}
    with pypdfium2.PdfDocument(pdf) as dokumen:
        banyak = len(dokumen)
    for ke in range(banyak):
        semua = huruf(pdf, ke)
        atas, bawah = _bawah_nomor_kolom(semua), _alas_jumlah(semua)
        angka = [k for k in semua if k[4] in "0123456789." and bawah - 3 < k[1] and k[3] < atas]
        for sel in letak:
            isi = [k for k in angka if sel.kiri < k[0] and k[2] < sel.kanan]
            hasil[sel.kolom].append(_baris_angka(isi))
    return hasil


def _alas_jumlah(isi: Sequence[tuple[float, float, float, float, str]]) -> float:
    """The baseline of the last sum on a page."""
    teks = "".join(k[4] for k in isi)
    return isi[max(teks.rfind("JUMLAH"), teks.rfind("Jumlahdipindahkan"))][1]


def _bawah_nomor_kolom(isi: Sequence[tuple[float, float, float, float, str]]) -> float:
    """Below the row of column numbers: the highest lone digit in the first column."""
    return max(k[1] for k in isi if k[4] == "1" and k[0] < 30 * 72 / 25.4 and k[2] - k[0] < 5 and _sendiri(k, isi))


def _sendiri(k: tuple[float, float, float, float, str], isi: Sequence[tuple[float, float, float, float, str]]) -> bool:
    sebaris = sorted((x for x in isi if abs(x[1] - k[1]) < 2 and x[4].strip()), key=lambda x: x[0])
    return sebaris[0] == k and [x[4] for x in sebaris[:3]] == ["1", "2", "3"]


def _baris_angka(isi: Sequence[tuple[float, float, float, float, str]]) -> list[int]:
    baris_: list[tuple[float, list[tuple[float, str]]]] = []
    for kiri, bawah, _, _, ch in sorted(isi, key=lambda k: -k[1]):
        if not baris_ or baris_[-1][0] - bawah > 4:
            baris_.append((bawah, []))
        baris_[-1][1].append((kiri, ch))
    return [int("".join(ch for _, ch in sorted(satu)).replace(".", "")) for _, satu in baris_]


def periksa(d: DaftarTerima, kertas: Kertas) -> None:
    """Compare the paper with the list: every line, what is carried, the sum, the words."""
    pdf = gambar(d, kertas)
    uang = kolom_uang(pdf, d, kertas)
    for kolom, halaman in uang.items():
        assert kolom.nilai is not None
        nilai = [kolom.nilai(b) for b in d.baris]
        sejauh = [0, *accumulate(nilai)]
        awal = 0
        for ke, isi in enumerate(halaman):
            pindahan, *baris_ = isi if ke else [0, *isi]
            *baris_, jumlah = baris_
            assert pindahan == sejauh[awal]
            assert baris_ == nilai[awal : awal + len(baris_)]
            awal += len(baris_)
            assert jumlah == sejauh[awal]
        assert awal == len(nilai)
    akhir = " ".join(halaman_teks(pdf)[-1].split())
    assert f"Terbilang: {terbilang(sum(b.diterima for b in d.baris))}" in akhir


@settings(deadline=None, max_examples=40)
@given(lembar())
def test_paper_adds_up(satu: tuple[DaftarTerima, Kertas]) -> None:
    periksa(*satu)


@pytest.mark.parametrize(("d", "kertas"), [(daftar(528), Kertas.F4), (daftar(60, bentuk="lengkap"), Kertas.A4)])
def test_long_lists_add_up(d: DaftarTerima, kertas: Kertas) -> None:
    periksa(d, kertas)


def test_a_rupiah_lost_on_the_way_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad control: a sum that forgets the first line of each page must fail, and so must a lost rupiah."""
    asli = table.Tabel._tambah
    periksa(daftar(30), Kertas.F4)

    def lupa(self: table.Tabel, jumlah: table.Jumlah, isi: Sequence[BarisTerima]) -> table.Jumlah:
        return asli(self, jumlah, isi[1:])

    def kurang(self: table.Tabel, jumlah: table.Jumlah, isi: Sequence[BarisTerima]) -> table.Jumlah:
        return tuple(n - 1 for n in asli(self, jumlah, isi))

    for salah in (lupa, kurang):
        monkeypatch.setattr(table.Tabel, "_tambah", salah)
        with pytest.raises(AssertionError):
            periksa(daftar(30), Kertas.F4)


def test_a_transport_list_has_its_own_columns_and_words() -> None:
    (teks,) = halaman_teks(gambar(transport(9), Kertas.A4))
    for kata in ("UANG TRANSPOR PESERTA", "Nama Peserta", "RT / Kelurahan", "Transpor (Rp)", "Daftar No. BTK-2026-07"):
        assert kata in teks
    assert "Ketua RT" not in teks.replace("KETUA RT", "")
    assert "JUMLAH 1.350.000" in teks
    assert "Terbilang: satu juta tiga ratus lima puluh ribu rupiah" in teks


@pytest.mark.parametrize("kertas", list(Kertas))
def test_a_column_without_a_width_takes_what_is_left(kertas: Kertas) -> None:
    bidang = kertas.bidang()
    letak = letakkan(KOLOM_TRANSPORT, bidang.kiri_pt, bidang.kanan_pt)
    assert letak[-1].kanan == pytest.approx(bidang.kanan_pt)
    assert (letak[1].kanan - letak[1].kiri) / 72 * 25.4 == pytest.approx(bidang.isi_lebar - 139)
