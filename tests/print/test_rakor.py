"""The Lembar rakor: whatever there is to say stands on one A4 page, nothing on top of anything, and what was left out
is said; its pages against golden pictures."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from typing import NamedTuple

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from sipokat_desktop.printing import rakor, rakor_model, rakor_teks, sheet
from sipokat_desktop.printing.model import Kop, Penanda
from sipokat_desktop.printing.paper import ATAS, BAWAH, MM, Kertas
from sipokat_desktop.printing.pen import Pena
from sipokat_desktop.printing.rakor_model import Angka, Bagian, Batang, LembarRakor
from sipokat_desktop.printing.rakor_teks import TERKECIL
from sipokat_desktop.printing.sheet import Kaki
from tests.print import emas

BIDANG = Kertas.A4.bidang()
BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
KATEGORI = (
    "Jalan", "Drainase atau siring", "Plat deker", "PJU", "Jembatan", "Kantor lurah atau fasilitas pemerintahan",
    "Talud", "Air bersih", "Pendidikan atau tempat ibadah", "Kesehatan", "Pos ronda", "Ekonomi",
    "Internet atau listrik", "Insentif dan sarana RT", "Lainnya",
)  # fmt: skip
LAPORAN = Bagian(
    "Laporan kegiatan RT",
    (
        Angka("63.360", "laporan", "Tahun 2025"), Angka("98 %", "RT aktif", "515 dari 528 RT ada laporannya"),
        Angka("86 %", "disetujui lurah", "54.778 disetujui, 2.378 ditolak, 6.204 belum"),
    ),
    (
        Batang("Pemerintahan", 40550, 63360, "64 % · 40.550 dari 63.360"),
        Batang("Kesehatan Lingkungan", 15206, 63360, "24 % · 15.206 dari 63.360"),
        Batang("Keamanan dan Ketertiban", 3802, 63360, "6 % · 3.802 dari 63.360"),
        Batang("Sosial Kemasyarakatan", 3802, 63360, "6 % · 3.802 dari 63.360"),
    ),
    "Laporan per bidang", True, tuple(Batang(b, 4000 + 411 * ke, 0, "") for ke, b in enumerate(BULAN)),
    "Laporan per bulan",
    ("Kelurahan tersibuk: Pelita Jaya (2.550 laporan). Tersepi: Petanang Ulu (171 laporan).",),
    ("Yang dihitung: laporan kegiatan yang tercatat.", "Persen dibulatkan sehingga semua bagian bersama-sama 100."),
)  # fmt: skip
VAKSINASI = Bagian(
    "Vaksinasi COVID-19",
    batang=tuple(
        Batang(nama, n, 120_000, f"{n // 1200} % · {n} dari 120.000")
        for nama, n in (("Dosis 1", 98_000), ("Dosis 2", 81_000), ("Booster", 30_500))
    ),
    berbingkai=True,
    kalimat=("500 dari 528 RT sudah mencatat angkanya.",),
    definisi=("Jumlah orang sejak program mulai, dari sasaran RT yang angkanya tercatat.",),
)
USULAN = Bagian(
    "Usulan yang masih terbuka", (Angka("480", "usulan terbuka", "dari 612 usulan"), Angka("Rp12,4 miliar", "biaya")),
    tuple(Batang(k, 60 - 4 * ke, 480, f"{60 - 4 * ke} dari 480") for ke, k in enumerate(KATEGORI)), "Menurut kategori",
    kalimat=("Menurut status: Draf 120, Diverifikasi lurah 200, Musrenbang kelurahan 160.",),
    definisi=("Terbuka: belum terlaksana dan tidak ditolak.",),
)  # fmt: skip
PENUTUP = Bagian("Insentif dan Bimtek", kalimat=("Insentif: 5.200 bulan dibayar.", "Bimtek: 480 dari 528 datang."))
KOP = Kop(("PEMERINTAH KOTA LUBUK LINGGAU", "SEKRETARIAT DAERAH", "BAGIAN TATA PEMERINTAHAN"), "Jalan Garuda No. 1")
TANDA = Penanda(("Mengetahui,", "Kepala Bagian Tata Pemerintahan"), "Drs. H. Ahmad Fulan, M.Si.", "Pembina", "19650101")


def lembar(
    *bagian: Bagian, kop: Kop | None = KOP, tanda: Penanda | None = TANDA, nama: str = "KOTA LUBUK LINGGAU"
) -> LembarRakor:
    rinci = ("Tahun 2025 (1 Januari 2025 s.d. 31 Desember 2025)", "Data terbaru: Laporan 31 Desember 2025")
    kaki = Kaki("Lembar rakor · Bagian Tata Pemerintahan", "20/01/2026 08.15")
    return LembarRakor(
        kop, ("LEMBAR RAPAT KOORDINASI", nama), rinci, bagian, "Lubuk Linggau, 20 Januari 2026", tanda, kaki
    )


class Kotak(NamedTuple):
    """A text on the page with its box, in points from the top left corner."""

    kiri: float
    atas: float
    kanan: float
    bawah: float
    teks: str
    ukuran: float


class Perekam(Pena):
    """A pen that remembers where it wrote."""

    __slots__ = ("bidang", "kotak2")

    def __init__(self) -> None:
        super().__init__(sheet.kanvas(BytesIO(), BIDANG, "uji"), BIDANG.tinggi * MM)
        self.bidang: list[Kotak] = []
        self.kotak2: list[tuple[float, float, float, float]] = []

    def kiri(self, x: float, y: float, teks: str, ukuran: float, gaya: str = "biasa") -> None:
        super().kiri(x, y, teks, ukuran, gaya)
        lebar = self.huruf(gaya).lebar(teks) * ukuran
        if teks:
            self.bidang.append(Kotak(x, y - ukuran * 0.7, x + lebar, y + ukuran * 0.2, teks, ukuran))

    def kotak(self, x: float, y: float, lebar: float, tinggi: float, abu: float = 0.0) -> None:
        super().kotak(x, y, lebar, tinggi, abu)
        self.kotak2.append((x, y, x + lebar, y + tinggi))


def _lukis(isi: LembarRakor) -> Perekam:
    pena = Perekam()
    assert rakor.lukis(pena, isi, BIDANG) == 1
    return pena


def _bertumpuk(semua: list[Kotak]) -> Iterator[tuple[Kotak, Kotak]]:
    for a, b in combinations(semua, 2):
        if min(a.kanan, b.kanan) - max(a.kiri, b.kiri) > 0.3 and min(a.bawah, b.bawah) - max(a.atas, b.atas) > 0.3:
            yield a, b


def periksa(isi: LembarRakor) -> Perekam:
    """Fail when a text or bar leaves the page or two texts meet."""
    pena = _lukis(isi)
    kiri, kanan = BIDANG.kiri_pt - 0.1, BIDANG.kanan_pt + 0.1
    bawah = (BIDANG.tinggi - BAWAH) * MM + 0.1
    for k in pena.bidang:
        assert kiri <= k.kiri, k
        assert k.kanan <= kanan, k
        assert k.atas >= ATAS * MM - 2, k
        assert k.bawah <= bawah, k
        assert k.ukuran >= TERKECIL - 0.01, k
    for x1, y1, x2, y2 in pena.kotak2:
        assert kiri <= x1 <= x2 <= kanan, (x1, x2)
        assert 0 <= y1 <= y2 <= bawah, (y1, y2)
    assert not list(_bertumpuk(pena.bidang))
    return pena


TEKS = st.text(st.characters(codec="latin-1", exclude_categories=["C"]), max_size=70)
ANGKA = st.integers(0, 2_000_000)
BATANG = st.builds(Batang, TEKS, ANGKA, ANGKA, TEKS).map(lambda b: b._replace(dari=max(b.isi, b.dari)))
BAGIAN = st.builds(
    Bagian, TEKS, st.lists(st.builds(Angka, TEKS, TEKS, TEKS), max_size=5).map(tuple),
    st.lists(BATANG, max_size=18).map(tuple), TEKS, st.booleans(), st.lists(BATANG, max_size=24).map(tuple), TEKS,
    st.lists(TEKS.map(lambda t: t * 4), max_size=9).map(tuple), st.lists(TEKS, max_size=6).map(tuple),
)  # fmt: skip
PENANDA = st.none() | st.just(TANDA) | st.builds(Penanda, st.just(("Camat",)), TEKS.map(lambda t: t[:50]))
BESAR = LAPORAN._replace(kalimat=LAPORAN.kalimat * 12, definisi=LAPORAN.definisi * 6)


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(bagian=st.lists(BAGIAN, max_size=7), tanda=PENANDA, kop=st.sampled_from([None, KOP]), nama=TEKS)
@example(bagian=[], tanda=None, kop=None, nama="")
@example(bagian=[BESAR, USULAN, VAKSINASI, USULAN, BESAR, USULAN, PENUTUP], tanda=TANDA, kop=KOP, nama="K" * 200)
def test_any_sections_stand_on_one_page_and_nothing_on_anything(
    bagian: list[Bagian], tanda: Penanda | None, kop: Kop | None, nama: str
) -> None:
    periksa(lembar(*bagian, tanda=tanda, kop=kop, nama=nama))


def test_lines_that_take_no_room_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The known-bad control: sentences that are counted as lower than they are must meet."""
    monkeypatch.setattr(rakor_teks.Paragraf, "tinggi", property(lambda _satu: 2.0))
    with pytest.raises(AssertionError):
        periksa(lembar(LAPORAN, PENUTUP, USULAN))


def test_what_is_usual_stays_whole() -> None:
    """Four full sections with fifteen categories: every bar, sentence and definition, and no word of leaving out."""
    isi = lembar(LAPORAN, VAKSINASI, USULAN, PENUTUP)
    kata = " ".join(k.teks for k in periksa(isi).bidang)
    assert rakor.tata(isi, BIDANG).hemat.skala >= 0.82
    assert "Tidak dimuat" not in kata
    for b in (LAPORAN, VAKSINASI, USULAN, PENUTUP):
        assert all(satu.kata in kata for satu in b.batang)
        assert all(satu in kata for satu in b.kalimat)
    assert all(nama[:20] in kata for nama in KATEGORI)


def test_what_is_left_out_is_said_in_its_order() -> None:
    """Everything becomes smaller first, then the last bars go into one line, then sentences, columns, sections."""
    penuh = lembar(BESAR, VAKSINASI, USULAN, USULAN._replace(judul="Usulan lama"), PENUTUP)
    hemat = rakor.tata(penuh, BIDANG).hemat
    kata = " ".join(k.teks for k in periksa(penuh).bidang)
    assert hemat.batang < len(KATEGORI)
    assert "Juga:" in kata
    assert "Tidak dimuat karena halaman penuh:" in kata
    assert "keterangan tentang Laporan kegiatan RT" in kata
    skala = [h.skala for h in rakor_model.RENCANA]
    batang = [h.batang for h in rakor_model.RENCANA]
    assert skala == sorted(skala, reverse=True)
    assert batang == sorted(batang, reverse=True)
    terlalu = lembar(*[LAPORAN._replace(judul=f"Bagian {ke}") for ke in range(12)])
    kata = " ".join(k.teks for k in periksa(terlalu).bidang)
    assert "bagian Bagian 11" in kata


def test_the_page_is_one_a4() -> None:
    with pypdfium2.PdfDocument(rakor.gambar(lembar(LAPORAN, USULAN))) as pdf:
        assert len(pdf) == 1
        assert [round(n / MM) for n in pdf[0].get_size()] == [210, 297]


KOSONG = tuple(Bagian(nama, kalimat=(f"Belum ada {nama}.",)) for nama in ("laporan", "vaksinasi", "usulan"))
KERTAS = {
    "rakor_penuh": (LAPORAN, VAKSINASI, USULAN, PENUTUP),
    "rakor_sesak": (BESAR, VAKSINASI, USULAN, USULAN, PENUTUP),
    "rakor_kosong": KOSONG,
}


@pytest.mark.parametrize("nama", KERTAS)
def test_page_looks_as_before(nama: str) -> None:
    emas.sama(nama, rakor.gambar(lembar(*KERTAS[nama])))


def test_a_bar_that_is_too_short_is_noticed() -> None:
    """The known-bad control: the bars of one section drawn shorter than their share."""
    salah = VAKSINASI._replace(batang=tuple(b._replace(isi=b.isi // 4) for b in VAKSINASI.batang))
    assert emas.berbeda("rakor_penuh", rakor.gambar(lembar(LAPORAN, salah, USULAN, PENUTUP)))
