"""528 uniforms at the windows of a kecamatan: sizes, six XXL too few, ten on the stage, three days at two tables that
do not hear of each other, two exchanges; papers and sums right to the piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.kota import CityThread
from tests.sync.cerita_seragam import ACARA, DI_ACARA, KURANG, TERAKHIR, Cerita, hari_cerita, isi_rt
from tests.ui import cerita_528 as cerita
from tests.ui import contoh_seragam
from tests.ui.cerita_528 import KUASA, SURAT_KUASA, pemakai
from tests.ui.conftest import Buka
from tests.ui.daftar_insentif import kantor_dari
from tests.ui.kertas_seragam import kertas
from tests.ui.layar import ENTER, ketik, tabel, tekan, tunggu
from tests.ui.test_seragam import kata
from tests.ui.test_seragam_cerita import kalimat
from ui.modules.seragam import text, text_cetak, text_stok
from ui.shell.window import MainWindow

Dua = tuple[MainWindow, MainWindow]
DI_SINI = {"S": 6, "M": 11, "L": 24, "XL": 12, "XXL": 11, "XXXL": 6}
"""What the seventy heads of the kecamatan wear."""
AKHIR = {"S": 6, "M": 11, "L": 26, "XL": 10, "XXL": 11, "XXXL": 6}
"""The same after two XL became L; six of the XXL wait."""


@pytest.fixture
def tumpuk() -> Iterator[ExitStack]:
    with ExitStack() as semua:
        yield semua


def test_528_uniforms_at_two_tables(tmp_path: Path, kota: CityThread, buka: Buka, tumpuk: ExitStack) -> None:
    isi_rt(kota)
    c = cerita.siapkan(tmp_path, kota, tumpuk)
    meja = (buka(cerita.PC[0]), buka(cerita.PC[1]))
    cerita.duduk(c, *meja)
    perlu = _ukuran(c, meja)
    _tiba(c, meja)
    menunggu = c.menunggu()
    _acara(c, meja)
    _tiga_hari(c, meja, menunggu)
    _dua_kali(c, meja)
    _habis(c, meja[0], menunggu)
    _tukar(c, meja[1])
    cerita.daring(c, *meja)
    c.periksa(perlu, menunggu)
    _sama(c, meja)
    _kertas(meja[0])
    _kertas_kelurahan(c, meja[1])


def _ukuran(c: Cerita, meja: Dua) -> Counter[str]:
    """Sizes are typed at one table, and seen per kelurahan at both; the city buys, six XXL too few."""
    perlu = c.catat_ukuran()
    cerita.ke_depan(meja[0])
    cerita.buka_seragam(meja[0])
    diketik = Counter(cerita.ketik_ukuran(meja[0], c).values())
    assert diketik == DI_SINI
    perlu.update(diketik)
    assert sum(perlu.values()) == 528
    assert not any(p.ukuran for p in pemakai(c, meja[1])), "the lines are pulled"
    cerita.daring(c, *meja)
    c.beli(perlu)
    cerita.daring(c, *meja)
    for w in meja:
        cerita.ke_depan(w)
        cerita.buka_seragam(w)
        t = cerita.stok(w, text_stok.KELURAHAN)
        isi, kolom = cerita.baris(t), cerita.judul_kolom(t)[:-2]
        assert len(isi) == 11
        assert isi.pop("Semua") == [*(str(DI_SINI[ukuran]) for ukuran in kolom), "70", ""]
        assert [sum(int(satu[ke] or 0) for satu in isi.values()) for ke in range(len(kolom))] == list(DI_SINI.values())
    return perlu


def _tiba(c: Cerita, meja: Dua) -> None:
    """What comes is typed from its paper at one table; both say in words what is short."""
    c.kirim()
    cerita.ke_depan(meja[0])
    cerita.terima(meja[0], c.jatah(TERAKHIR))
    assert kalimat(meja[0]) == "Kurang 6 XXL untuk yang belum menerima."
    stok = cerita.baris(cerita.stok(meja[0], text_stok.STOK))
    assert stok["XXL"] == ["5", "0", "5", "11", "Kurang 6"]
    assert stok["L"] == ["30", "0", "30", "24", "Cukup, lebih 6"]
    cerita.daring(c, *meja)
    for w in meja:
        cerita.ke_depan(w)
        cerita.buka_seragam(w)
        assert "Kurang 6 XXL: minta tambahan" in kalimat(w)


def _acara(c: Cerita, meja: Dua) -> None:
    """Ten heads of the city get theirs on the stage, three of them of this kecamatan."""
    hari = hari_cerita(kantor_dari(meja[0]))[0]
    sudah = c.di_acara(hari, dua=0)
    cerita.ke_depan(meja[0])
    cerita.cara(meja[0], "simbolis", hari, ACARA)
    for ke, p in enumerate(pemakai(c, meja[0])[: DI_ACARA - sudah]):
        cerita.serahkan(meja[0], p, cerita.lengkap(p, ke))
        sudah += 1
    assert sudah == DI_ACARA
    cerita.daring(c, *meja)


def _tiga_hari(c: Cerita, meja: Dua, menunggu: list[str]) -> None:
    """The rest is picked up over three days; a table knows what it gave itself, and nothing of the other one."""
    hari, sudah = hari_cerita(kantor_dari(meja[0]))[1:], Counter[int]()
    for ke, kapan in enumerate(hari):
        for nomor, w in enumerate(meja):
            siapa = [p for p in cerita.antre(c, w, nomor, ke) if p.jabatan_id not in menunggu]
            cerita.ke_depan(w)
            cerita.cara(w, "kecamatan", kapan)
            if (nomor, ke) == (1, 0):
                wakil = siapa.pop(0)
                cerita.kuasa(w, wakil)
                sudah[nomor] += 1
            sudah[nomor] += cerita.layani(w, siapa, disaring=nomor == 1)
    assert sudah == {0: 28, 1: 33}
    for nomor, w in enumerate(meja):
        assert sum(p.sudah for p in pemakai(c, w)) == 3 + sudah[nomor], "they do not hear of each other"
        assert kantor_dari(w).status().waiting >= sudah[nomor]
    (diwakili,) = [p for p in pemakai(c, meja[1]) if p.pegang and p.pegang[0].penerima]
    assert (diwakili.pegang[0].penerima, diwakili.pegang[0].surat_kuasa) == (KUASA, SURAT_KUASA)
    assert c.ambil(hari, menunggu) == 528 - 70 - 7


def _dua_kali(c: Cerita, meja: Dua) -> None:
    """A head whom table one served comes to table two as well: both entries stay and are shown as a decision, until
    one is taken back."""
    satu, dua = meja
    p = cerita.sudah_di(c, satu, bukan=dua)
    cerita.ke_depan(dua)
    cerita.serahkan(dua, p, p.nama)
    cerita.daring(c, satu, dua)
    for w in meja:
        cerita.ke_depan(w)
        assert f"RT {p.nomor}" in kalimat(w)
        assert "tercatat menerima 2 kali" in kalimat(w)
        assert [len(s.pegang) for s in pemakai(c, w) if len(s.pegang) != s.sudah] == [2]
    cerita.ke_depan(satu)
    cerita.putuskan(satu, "Tercatat di dua meja")
    cerita.daring(c, satu, dua)
    for w in meja:
        assert [s.jabatan_id for s in pemakai(c, w) if len(s.pegang) > 1] == []


def _habis(c: Cerita, w: MainWindow, menunggu: list[str]) -> None:
    """Who waits for an XXL is told so, and gets nothing else."""
    cerita.ke_depan(w)
    cerita.buka_seragam(w)
    p = next(s for s in pemakai(c, w) if s.jabatan_id == menunggu[0])
    ketik(p.nama)
    tekan(ENTER)
    assert "XXL habis di Kecamatan Lubuk Linggau Utara II" in kata(w, "habis")
    tunggu(lambda: not w.jobs.sedang, "tidak ada yang tercatat")
    assert [s.jabatan_id for s in pemakai(c, w) if not s.sudah] == menunggu
    cerita.kosongkan()


def _tukar(c: Cerita, w: MainWindow) -> None:
    """Two heads find their XL too large."""
    cerita.ke_depan(w)
    cerita.buka_seragam(w)
    for p in [p for p in pemakai(c, w) if p.barang.ukuran == "XL"][:2]:
        cerita.tukar(w, p, "L")


def _sama(c: Cerita, meja: Dua) -> None:
    """Both windows show the same rows and the same sentence."""
    isi = []
    for w in meja:
        cerita.ke_depan(w)
        cerita.buka_seragam(w)
        isi.append((pemakai(c, w), cerita.semua_sel(tabel(w.page)), kalimat(w)))
    assert isi[0] == isi[1]
    _, sel, perhatian = isi[0]
    assert perhatian == "Kurang 6 XXL: minta tambahan, atau isi ukuran lain yang pas (F2)."
    assert len(sel) == 70
    assert Counter(baris[4].split()[0] for baris in sel) == {"Diterima": 62, "Belum": KURANG, "Ditukar": 2}
    assert [baris[3] for baris in sel if baris[4] == text.BELUM_DIAMBIL] == ["XXL"] * KURANG


def _kertas(w: MainWindow) -> None:
    """F8 and F8b of the kecamatan, as they are printed."""
    cerita.ke_depan(w)
    f8 = kertas(w, text_cetak.F8)
    isi = " · ".join(f"{ukuran} {n}" for ukuran, n in AKHIR.items())
    assert f"Jumlah per ukuran: {isi}. Seluruhnya 70 potong." in f8
    assert "JUMLAH 70" in f8
    f8b = kertas(w, text_cetak.F8B)
    jumlah = " ".join(map(str, AKHIR.values()))
    assert f"JUMLAH {jumlah} 70 0 0" in f8b
    assert "SUDAH DATANG 6 11 30 12 5 6 70" in f8b, "what reached this kecamatan, not what the city bought"
    assert "KURANG - - - - 6 - 6" in f8b
    assert "LEBIH - - 4 2 - - 6" in f8b
    assert "DISERAHKAN 6 11 26 10 5 6 64" in f8b
    assert "SISA DI TEMPAT - - 4 2 - - 6" in f8b
    assert "1 Batu Urip 1 - 4 - 1 1 7 - -" in f8b, "needed there: two XL less one"


def _kertas_kelurahan(c: Cerita, w: MainWindow) -> None:
    """F8 of one kelurahan chosen in the filter: seven heads, the proxy named."""
    cerita.ke_depan(w)
    diwakili = next(p for p in pemakai(c, w) if p.pegang and p.pegang[0].penerima)
    cerita.pilih_kelurahan(w, diwakili.lingkup)
    f8 = " ".join(kertas(w, text_cetak.F8))
    assert "Seluruhnya 7 potong." in f8
    assert KUASA in f8
    assert SURAT_KUASA in f8


def test_the_receipt_list_of_an_event_is_chosen_beside_the_paper(tmp_path: Path, buka: Buka) -> None:
    contoh_seragam.kelurahan_sendiri(tmp_path / "kantor")
    w = buka("kantor")
    cerita.buka_seragam(w)
    cerita.cara(w, "simbolis", w.host.today, ACARA)
    cerita.serahkan(w, contoh_seragam.pemakai(w, "03"), "3")
    assert "JUMLAH 1" in kertas(w, text_cetak.F8, bentuk=ACARA)
