"""The Lembar rakor says what the rows say: the seed's shares with their counts, few reports, none; the command."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from sqlite3 import Connection

import pytest

from sipokat_desktop import cli
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.rupiah import titik
from sipokat_desktop.modules.bimtek import queries as bimtek
from sipokat_desktop.modules.bimtek import statistik
from sipokat_desktop.modules.bimtek.rakor import bagian as bimtek_bagian
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif.rakor import bagian as insentif_bagian
from sipokat_desktop.modules.laporan import lembar_rakor, rakor_rentang, rentang
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.usulan import rakor as usulan_rakor
from sipokat_desktop.printing.rakor_model import Bagian, LembarRakor
from sipokat_desktop.storage.briefing import Asked, sections
from sipokat_desktop.storage.store import Store
from tests import contoh_528, contoh_laporan, contoh_rakor
from tests.print.bimtek import acara, teks
from tests.unit import kantor

TAHUN = rentang.tahun(contoh_laporan.TAHUN)
KECIL = contoh_laporan.TERSEPI


@pytest.fixture(scope="module")
def kota(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The city's computer with the year of the seed, vaccination and proposals."""
    with kantor.buka(tmp_path_factory.mktemp("kota")) as store:
        contoh_laporan.isi(store)
        contoh_rakor.isi(store)
        yield store


def lembar(store: Store, lingkup: str) -> LembarRakor:
    return lembar_rakor.susun(store.reader(), store.modules, lingkup, TAHUN, sekarang=kantor.SEKARANG)


def bagian(isi: LembarRakor, judul: str) -> Bagian:
    return next(b for b in isi.bagian if b.judul.startswith(judul))


def mentah(store: Store, lingkup: str, apa: str) -> list[str]:
    """Return a column of all reports of a scope, read row by row."""
    rows = store.reader().execute(f"SELECT lingkup, {apa}, tanggal FROM laporan_kegiatan")
    semua = wilayah.kelurahan_dari(lingkup)
    return [str(nilai or "") for di, nilai, hari in rows if di in semua and hari.startswith("2025")]


def test_the_seed_says_its_shares_with_counts(kota: Store) -> None:
    b = bagian(lembar(kota, "kota"), "Laporan")
    per = Counter(mentah(kota, "kota", "bidang"))
    assert sum(per.values()) == 63_360
    assert [satu.kata for satu in b.batang] == [
        f"{persen} % · {titik(per[kode])} dari 63.360" for kode, persen in zip("1234", (64, 24, 6, 6), strict=True)
    ]
    assert [(satu.label, satu.isi) for satu in b.batang] == [(laporan.BIDANG[k], per[k]) for k in "1234"]


def test_busiest_and_quietest_are_those_of_the_rows(kota: Store) -> None:
    b = bagian(lembar(kota, "kota"), "Laporan")
    per = Counter(mentah(kota, "kota", "lingkup"))
    sibuk, sepi = max(per, key=lambda k: per[k]), min(contoh_528.KELURAHAN, key=lambda k: per[k])
    assert (sibuk, sepi) == (contoh_laporan.TERSIBUK, contoh_laporan.TERSEPI)
    assert b.kalimat[0] == (
        f"Kelurahan tersibuk: Pelita Jaya ({titik(per[sibuk])} laporan). "
        f"Tersepi: Petanang Ulu ({titik(per[sepi])} laporan)."
    )


def test_active_and_verified_are_those_of_the_rows(kota: Store) -> None:
    for lingkup in ("kota", "kec:16.73.02", contoh_laporan.TERSIBUK):
        b = bagian(lembar(kota, lingkup), "Laporan")
        putusan = Counter(mentah(kota, lingkup, "lurah"))
        aktif = len(set(mentah(kota, lingkup, "jabatan_id")))
        semua = sum(contoh_528.banyak_rt(contoh_528.KELURAHAN.index(k)) for k in wilayah.kelurahan_dari(lingkup))
        banyak, rt, disetujui = b.angka
        assert banyak.nilai == titik(putusan.total())
        assert rt.catatan == f"{titik(aktif)} dari {titik(semua)} RT ada laporannya"
        assert disetujui.catatan == (
            f"{titik(putusan['ya'])} ya, {titik(putusan['tidak'])} tidak, {titik(putusan[''])} belum"
        )


def test_months_are_those_of_the_rows(kota: Store) -> None:
    b = bagian(lembar(kota, "kota"), "Laporan")
    per = Counter(hari[5:7] for hari in mentah(kota, "kota", "tanggal"))
    assert [satu.isi for satu in b.kolom] == [per[f"{ke:02d}"] for ke in range(1, 13)]
    assert (b.kolom[0].label, b.kolom[7].label) == ("Jan", "Agu")


def test_vaccination_and_proposals_are_those_of_the_rows(kota: Store) -> None:
    isi = lembar(kota, "kota")
    vaksinasi, usulan = bagian(isi, "Vaksinasi"), bagian(isi, "Usulan")
    rt = sum(1 for ke in range(1, 529) if ke % contoh_rakor.TANPA)
    assert [(b.isi, b.dari) for b in vaksinasi.batang] == [
        (rt * dosis, rt * contoh_rakor.SASARAN) for dosis in contoh_rakor.DOSIS[-1]
    ]
    assert vaksinasi.batang[0].kata == f"90 % · {titik(rt * 180)} dari {titik(rt * 200)}"
    terbuka = 528 - 528 // 8 * 2
    assert usulan.angka[0] == (str(terbuka), "usulan terbuka", "dari 528 usulan seluruhnya")
    assert sum(b.isi for b in usulan.batang) == terbuka
    assert sum(int(b.kata.split(" %")[0]) for b in usulan.batang if b.kata[0].isdigit()) <= 100


def test_the_paper_carries_what_was_gathered(kota: Store) -> None:
    pdf = lembar_rakor.pdf(kota.reader(), kota.modules, "kota", TAHUN, sekarang=kantor.SEKARANG)
    (halaman,) = teks(pdf)
    for kata in ("64 % · 40.550 dari 63.360", "Pelita Jaya", "Petanang Ulu", "31 Desember 2025", "1 Januari 2025",
                 "Data menurut komputer ini pada 10 April 2026 09.00 WIB"):  # fmt: skip
        assert kata in halaman
    assert "Tidak dimuat" not in halaman
    assert "RT dengan laporan: sedikitnya satu" in halaman


def test_the_title_says_whose_sheet_it_is(kota: Store) -> None:
    assert lembar(kota, "kota").judul == ("LEMBAR RAPAT KOORDINASI", "KOTA LUBUK LINGGAU")
    assert lembar(kota, "kec:16.73.02").judul[1] == "KECAMATAN LUBUK LINGGAU BARAT I"
    assert lembar(kota, KECIL).judul[1].startswith("KELURAHAN PETANANG ULU KECAMATAN LUBUK LINGGAU")
    assert lembar(kota, KECIL).rinci[0] == "Tahun 2025 (1 Januari 2025 s.d. 31 Desember 2025)"
    semua = lembar_rakor.susun(kota.reader(), kota.modules, "kota", rentang.SEMUA, sekarang=kantor.SEKARANG)
    assert semua.rinci[0] == "Semua waktu, sampai 10 April 2026"
    assert bagian(semua, "Laporan").angka[0].nilai == "63.360"


@pytest.mark.parametrize("banyak", [0, 1, 3, 7])
def test_few_reports_say_nothing_absurd(banyak: int, tmp_path: Path) -> None:
    with kantor.buka(tmp_path) as store:
        contoh_laporan.isi(store, lingkup=(KECIL,))
        store.transact(partial(_sisakan, banyak=banyak))
        for lingkup in (KECIL, "kota"):
            _wajar(bagian(lembar(store, lingkup), "Laporan"), banyak)
        assert len(teks(lembar_rakor.pdf(store.reader(), store.modules, KECIL, TAHUN, sekarang=kantor.SEKARANG))) == 1


def _sisakan(con: Connection, banyak: int) -> None:
    con.execute("DELETE FROM laporan_foto")
    con.execute("DELETE FROM laporan_kegiatan WHERE id NOT IN (SELECT id FROM laporan_kegiatan LIMIT ?)", (banyak,))


def _wajar(b: Bagian, banyak: int) -> None:
    """No share of nothing, denominators everywhere, shares of 100 together."""
    if not banyak:
        assert not any((b.batang, b.angka, b.kolom))
        assert b.kalimat == ("Belum ada laporan kegiatan tahun 2025.",)
        return
    kata = [satu.kata for satu in b.batang]
    assert all(satu.endswith(f"dari {banyak}") for satu in kata)
    assert sum(int(satu.split(" %")[0]) for satu in kata) == 100
    assert b.angka[0].nilai == str(banyak)
    assert sum(satu.isi for satu in b.kolom) == banyak
    assert not any(re.search(r"\b(None|nan|dari 0)\b", satu) for satu in (*kata, *b.kalimat))


def test_a_share_that_is_counted_wrongly_is_noticed(kota: Store) -> None:
    """The known-bad control: a report more than the rows hold must not pass for the seed's counts."""
    store = kota
    satu = store.reader().execute("SELECT id FROM laporan_kegiatan WHERE bidang = '2' LIMIT 1").fetchone()[0]
    store.transact(lambda con: con.execute("UPDATE laporan_kegiatan SET bidang = '1' WHERE id = ?", (satu,)))
    try:
        assert bagian(lembar(store, "kota"), "Laporan").batang[0].isi == 40_551
    finally:
        store.transact(lambda con: con.execute("UPDATE laporan_kegiatan SET bidang = '2' WHERE id = ?", (satu,)))


def test_sections_stand_in_the_order_of_the_meeting(kota: Store) -> None:
    asked = Asked("kota", TAHUN.dari, TAHUN.sampai)
    assert [s.key for s in sections(kota.reader(), reversed(kota.modules), asked)] == [
        "laporan", "vaksinasi", "usulan",
    ]  # fmt: skip


def test_payments_of_the_days_are_said(tmp_path: Path) -> None:
    with kantor.buka(tmp_path) as store:
        hari = "2026-04-10"
        asked = Asked(kantor.KELURAHAN, hari, hari)
        nomor = kantor.terkunci(store, 3)
        assert insentif_bagian(store.reader(), asked) == ()
        insentif.terima(store, nomor, hanya=[1, 2])
        assert insentif_bagian(store.reader(), asked)[0].said == (
            "Diterima ketua RT dalam periode ini: Rp3.300.000, untuk 6 bulan insentif.",
        )
        insentif.batal_terima(store, nomor, 2, alasan="salah catat")
        (satu,) = insentif_bagian(store.reader(), asked)
        assert satu.said == ("Diterima ketua RT dalam periode ini: Rp1.650.000, untuk 3 bulan insentif.",)
        assert insentif_bagian(store.reader(), asked._replace(last="2026-04-09", first="2026-01-01")) == ()


def test_attendance_of_the_days_is_said(tmp_path: Path) -> None:
    with acara(tmp_path) as a:
        k = bimtek.satu_kegiatan(a.store.reader(), a.kegiatan_id)
        (satu,) = bimtek_bagian(a.store.reader(), Asked("kota", k.mulai, k.mulai))
        angka = statistik.angka_kegiatan(a.store.reader(), a.kegiatan_id)
        assert f"{angka.datang_undangan} dari {angka.diundang} yang diundang datang" in satu.said[0]
        assert k.nama in satu.said[0]
        assert bimtek_bagian(a.store.reader(), Asked("kota", "2001-01-01", "2001-12-31")) == ()


def test_estimates_are_said_as_people_say_them() -> None:
    for jumlah, kata in ((12_480_000_000, "Rp12,4 miliar"), (950_000_000, "Rp950 juta"), (999_999, "Rp999.999")):
        assert usulan_rakor.ringkas(jumlah) == kata


def test_a_meeting_is_about_this_month_or_in_its_first_week_the_one_before() -> None:
    assert rakor_rentang.biasa(date(2026, 4, 8)).nama == "April 2026"
    assert rakor_rentang.biasa(date(2026, 4, 7)).nama == "Maret 2026"
    assert rakor_rentang.biasa(date(2026, 1, 3)).nama == "Desember 2025"
    pilihan = rakor_rentang.pilihan(date(2026, 4, 3))
    assert len(set(pilihan)) == len(pilihan)
    assert [r.nama for r in pilihan[:4]] == ["Maret 2026", "April 2026", "Triwulan II 2026", "Triwulan I 2026"]


def _jalankan(tmp_path: Path, *kata: str) -> int:
    return cli.main(["--data", str(tmp_path / "data"), "cetak", "lembar-rakor", *kata])


def test_the_command_writes_the_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kantor.buka(tmp_path / "data") as store:
        store.set_setting("lingkup", KECIL)
        contoh_laporan.isi(store, lingkup=(KECIL,))
    keluaran = tmp_path / "rakor.pdf"
    assert _jalankan(tmp_path, "--keluaran", str(keluaran), "--tahun", "2025") == 0
    assert "Lembar rakor Tahun 2025 tersimpan" in capsys.readouterr().out
    (halaman,) = teks(keluaran.read_bytes())
    assert "KELURAHAN PETANANG ULU" in halaman
    assert _jalankan(tmp_path, "--keluaran", str(keluaran), "--dari", "1/3/2025", "--sampai", "31/3/2025") == 0
    assert "Maret 2025" in teks(keluaran.read_bytes())[0]
    assert _jalankan(tmp_path, "--keluaran", str(keluaran)) == 0
    capsys.readouterr()
    for salah in (
        ("--tahun", "2025", "--bulan", "2025-03"), ("--dari", "1/3/2025"),
        ("--dari", "2/3/2025", "--sampai", "1/3/2025"), ("--kecamatan", "Lubuk Linggau Barat I"),
    ):  # fmt: skip
        assert _jalankan(tmp_path, "--keluaran", str(keluaran), *salah) == 2
        assert capsys.readouterr().err.strip()
