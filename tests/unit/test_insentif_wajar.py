"""What must not pass in silence: empty names, cancelled lists, lines without a term, money outside a rekap."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.arguments import berkas, terbaca
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.insentif import kartu, ops, prints, rekap, siklus, susun, temuan_merah, umur
from sipokat_desktop.modules.insentif.commands_siklus import angka
from sipokat_desktop.modules.insentif.commands_susun import baca_lewati
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

HARI = date(2026, 4, 10)
Kerja = Callable[[], object]


def test_an_empty_choice_is_not_everybody() -> None:
    assert (angka(None, "--hanya"), angka("3; 7", "--hanya")) == (set(), {3, 7})
    for kosong in ("", " ", ",;"):
        with pytest.raises(InputSalah, match="Pilihan --hanya kosong"):
            angka(kosong, "--hanya")
        with pytest.raises(InputSalah, match="Yang dilewati ditulis dengan nomor urut"):
            baca_lewati(kosong)


def test_locking_needs_a_name(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 1)
        nomor = kantor.susun(store)
        with pytest.raises(InputSalah, match="Nama lurah belum diisi") as salah:
            ops.kunci(store, nomor, lurah=" \t")
        assert salah.value.field == "lurah"
        ops.kunci(store, nomor, lurah="  Yunita ")
        assert kantor.daftar(store, nomor).dikunci_oleh == "Yunita"


def test_postponed_lines_are_named_when_nothing_else_is_left(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 7)
        siklus.tunda(store, nomor, range(1, 8), alasan="NIK belum ada")
        keduanya: tuple[Kerja, ...] = (lambda: ops.terima(store, nomor), lambda: siklus.tandatangan(store, nomor))
        for kerja in keduanya:
            with pytest.raises(InputSalah, match=r"RT 01 Ketua 01: NIK belum ada; .*nomor 5.*; dan 2 baris lain\)"):
                kerja()
        with pytest.raises(InputSalah, match="Tidak ada baris yang dipilih"):
            ops.terima(store, nomor, kecuali=range(1, 8))
        ops.terima(store, nomor, hanya=range(1, 8))
        with pytest.raises(InputSalah, match="sudah dicatat diterima"):
            ops.terima(store, nomor)


@pytest.mark.parametrize("teks", ["0000-01", "1899-TW4", "0001-01R05", "9999-12R02"])
def test_periods_of_no_calendar(teks: str) -> None:
    with pytest.raises(InputSalah, match="Periode ditulis seperti"):
        periode.baca(teks)
    assert periode.baca("9999-12").bulan == ("9999-12",)


def test_years_and_months_of_no_calendar() -> None:
    for bulan in ("0000-01", "1/1899", "1899-12"):
        with pytest.raises(InputSalah, match="Tulis bulan dan tahunnya"):
            periode.baca_bulan(bulan)
    with pytest.raises(InputSalah, match="Periode ditulis"):
        periode.gabung("0001-01", "0001-03")
    assert (periode.baca_tahun(" 1900 "), periode.baca_tahun("9999")) == (1900, 9999)
    for tahun in ("", "-1", "1899", "10000", "２０２６", "1e3", "9" * 30):
        with pytest.raises(InputSalah, match="Tahun ditulis dengan empat angka"):
            periode.baca_tahun(tahun)


def test_words_that_nothing_can_open() -> None:
    terbaca(["insentif", "Éka 😀"])
    for rusak in ("\0", "a\ud800", "\udfff"):
        with pytest.raises(InputSalah, match="tidak dapat dibaca"):
            terbaca(["insentif", rusak])
    with pytest.raises(InputSalah, match="Nama berkas keluaran belum diisi"):
        berkas(" ")


def test_a_printing_counts_once_the_paper_is_there(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 1)
        nomor = kantor.susun(store)
        with pytest.raises(InputSalah, match="belum dikunci Lurah"):
            ops.catat_cetak(store, nomor)
        ops.kunci(store, nomor, lurah="Lurah")
        with pytest.raises(Gangguan):
            prints.cetak(store, nomor, kertas="F4", keluaran=tmp_path / "tidak" / "ada.pdf")
        assert kantor.daftar(store, nomor).cetak_ke == 0
        prints.cetak(store, nomor, kertas="F4", keluaran=tmp_path / "ada.pdf")
        assert kantor.daftar(store, nomor).cetak_ke == 1
        siklus.tunda(store, nomor, [1], alasan="x")
        siklus.batal_daftar(store, nomor, alasan="salah")
        keduanya: tuple[Kerja, ...] = (
            lambda: ops.catat_cetak(store, nomor), lambda: siklus.lanjutkan(store, nomor, [1]),
        )  # fmt: skip
        for kerja in keduanya:
            with pytest.raises(InputSalah, match="sudah dibatalkan"):
                kerja()


def _batal_walau_dibayar(store: Store) -> str:
    """A cancelled list with live payments, as two computers can make one."""
    nomor = kantor.terkunci(store, 2)
    ops.terima(store, nomor)
    daftar = kantor.daftar(store, nomor)

    def work(tx: Tx) -> None:
        tx.move("insentif_daftar", daftar.daftar_id, expected="dikunci", to="batal", fields={"alasan": "uji"})

    store.write("uji", work)
    return nomor


def test_a_payment_on_a_cancelled_list_is_named_and_flagged(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _batal_walau_dibayar(store)
        with pytest.raises(
            InputSalah,
            match=rf"untuk RT 01, 02 masih tercatat dibayar di daftar {nomor}.*Putuskan dulu di Perlu keputusan",
        ):
            kantor.susun(store)
        semua = temuan_merah.cari(store.reader(), lingkup=KELURAHAN, bulan=("2026-01", "2026-02", "2026-03"), hari=HARI)
        bendera = [b for b in semua if b.jenis == "bayar_batal"]
        assert [(b.berat, b.jumlah, b.tabel, b.daftar, b.rt) for b in bendera] == [
            ("berat", 1_650_000, "insentif_mutasi", nomor, f"RT {rt}") for rt in ("01", "02")
        ]
        for no in (1, 2):
            ops.batal_terima(store, nomor, no, alasan="salah daftar")
        assert kantor.susun(store) != nomor


def test_a_cancelled_list_is_not_sent_to(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 1)
        siklus.batal_daftar(store, nomor, alasan="salah")
        baru = kantor.susun(store)
        ops.kunci(store, baru, lurah="Lurah")
        with pytest.raises(InputSalah, match=f"sudah ada di daftar {baru}"):
            kantor.susun(store)


def test_f3_names_lists_that_cross_its_period(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 1)
        rapel = susun.susun(store, KELURAHAN, periode.baca("2026-03R03")).value

        def kata(kode: str) -> str:
            return rekap.kecamatan(store.reader(), periode=kode).baris[0].keterangan

        assert "rapel" not in kata("2026-TW1")
        ops.kunci(store, rapel, lurah="Lurah")
        for kode in ("2026-TW1", "2026-TW2", "2026-04"):
            assert kata(kode) == "1 daftar rapel (Rp1.650.000) di luar periode ini"
        assert "rapel" not in kata("2026-TW3")
        assert kata("2026-03R03") == "1 belum menerima"
        ops.kunci(store, kantor.susun(store), lurah="Lurah")
        assert kata("2026-02") == "1 daftar triwulan (Rp1.100.000) di luar periode ini"


def _hilang(store: Store, nomor: str, *tabel: str) -> None:
    b = kantor.baris(store, nomor)[0]
    id_ = {"rt_masa": b.masa_id, "rt_orang": b.orang_id, "rt_jabatan": b.jabatan_id}

    def work(tx: Tx) -> None:
        for satu in tabel:
            tx.delete(satu, id_[satu])

    store.write("uji", work)


@pytest.mark.parametrize("tabel", [("rt_masa",), ("rt_masa", "rt_orang", "rt_jabatan")])
def test_a_locked_line_without_its_term_is_still_owed(tmp_path: Path, tabel: tuple[str, ...]) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 2)
        b = kantor.baris(store, nomor)[0]
        _hilang(store, nomor, *tabel)
        con = store.reader()
        isi = umur.hitung(con, lingkup=[KELURAHAN], hari=HARI)
        assert (isi.jumlah, isi.orang) == (kantor.daftar(store, nomor).sisa, 2) == (3_300_000, 2)
        assert {(x.nomor_rt, x.nama, x.mantan) for x in isi.baris} == {
            ("01", "Ketua 01", True), ("02", "Ketua 02", False),
        }  # fmt: skip
        for id_ in (b.jabatan_id, b.masa_id, b.orang_id, kartu.cari_jabatan(con, lingkup=KELURAHAN, nomor="1")):
            satu = kartu.susun(con, id_, hari=HARI)
            assert (satu.sisa, satu.nomor_rt, [m.nama for m in satu.masa]) == (1_650_000, "01", ["Ketua 01"])
        ops.terima(store, nomor)
        assert umur.hitung(con, lingkup=[KELURAHAN], hari=HARI).jumlah == 0
        assert kartu.susun(con, b.jabatan_id, hari=HARI).dibayar == 1_650_000
