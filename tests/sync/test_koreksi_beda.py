"""Two PCs correct one month of one line differently while offline: one of the two amounts counts, on every screen."""

from __future__ import annotations

from itertools import permutations

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import buku, ops, prints, queries, rekap
from sipokat_desktop.modules.insentif import koreksi as koreksi_
from sipokat_desktop.modules.insentif.audit import kumpul
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import core, deciding, history
from sipokat_desktop.storage.decision import Decision
from tests.kota import City
from tests.sync import dunia, uang
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, sinkron
from tests.unit import kantor

JAN, FEB, MAR = kantor.TW1.bulan
TARIF = 550_000
Tiga = tuple[Office, Office, Office, str]


@pytest.fixture
def tiga(city: City, office: Buka) -> Tiga:
    """Three PCs of one kelurahan with a locked list of two lines, and its number."""
    city.set_tarif(TARIF, mulai="2025-01")
    satu, dua, lain = (daftarkan(office(nama), city) for nama in "abc")
    sinkron(satu)
    dunia.isi_rt(satu, 1, 2)
    nomor = dunia.terkunci(satu)
    for pc in (satu, dua, lain):
        sinkron(pc)
    return satu, dua, lain, nomor


def koreksi(pc: Office, nomor: str, *jumlah: int, bulan: str = JAN, alasan: str = "Salah hitung") -> str:
    """Correct a month of line 1, once or several times; returns the last act."""
    acts = [
        koreksi_.koreksi(pc.store, nomor, 1, menjadi={bulan: satu}, alasan=f"{alasan} {satu}").act_id for satu in jumlah
    ]
    return acts[-1]


def beda(pc: Office) -> Decision:
    """The one thing to decide."""
    (satu,) = pc.status().decisions
    return satu


def putuskan(pc: Office, bruto: int) -> None:
    """Choose the amount that begins with these rupiah."""
    d = beda(pc)
    nilai = next(p.nilai for p in d.pilihan if str(p.nilai).split()[0] == str(bruto))
    deciding.choose(pc.store, d, nilai)


def bulan(pc: Office, nomor: str, satu: str = JAN) -> int:
    """Gross rupiah of a month of line 1 as a PC shows it."""
    return dict(kantor.baris(pc.store, nomor)[0].rincian).get(satu, 0)


def di_mana_mana(city: City, tiga: Tiga, jan: int, *, dibayar: int = 0) -> None:
    """Assert that screen, paper, rekap, audit pack and city say the same of January, and nothing is invented."""
    nomor, pcs = tiga[3], tiga[:3]
    dunia.tenang(city, *pcs)
    jumlah = jan + 5 * TARIF
    for pc in pcs:
        con, d = pc.store.reader(), kantor.daftar(pc.store, nomor)
        assert (bulan(pc, nomor), d.total, d.diterima) == (jan, jumlah, jumlah)
        kertas = prints.susun(con, nomor, sekarang=pc.store.clock(), lengkap=True)
        assert sum(b.bruto for b in kertas.baris) == jumlah
        (baris,) = rekap.kecamatan(con, periode="2026-TW1", lingkup=[KELURAHAN]).baris
        assert baris.bruto == jumlah
        k = kumpul.kumpulkan(con, lingkup=KELURAHAN, bulan=[JAN, FEB, MAR], hari=hari_ini(pc.store), nik_penuh=False)
        assert [row[18] for row in k.daftar] == [jumlah] == [sum(int(row[6] or 0) for row in k.baris)]
        assert ("jumlah_beda" in {b.jenis for b in k.bendera}) is (d.lebih > 0)
        assert d.sisa + d.dibayar - d.lebih == d.diterima
        assert d.dibayar == dibayar
        assert buku.periksa_buku(con) == 0
    di_kota = uang.baris(dunia.isi_kota(city.db, KELURAHAN))
    assert sum(sum(b.values()) for _, b, _ in di_kota.values()) == jumlah


@pytest.mark.parametrize("pilih", [300_000, 550_000])
@pytest.mark.parametrize("dulu", [0, 1])
def test_k0_one_of_the_two_results_counts(city: City, tiga: Tiga, pilih: int, dulu: int) -> None:
    """One corrects once, the other to nothing and back: never the sum of both (850.000)."""
    satu, dua, _, nomor = tiga
    koreksi(dua, nomor, 300_000)
    koreksi(satu, nomor, 0, 550_000)
    sinkron(tiga[:3][dulu])
    dunia.tenang(city, *tiga[:3])
    assert {bulan(pc, nomor) for pc in tiga[:3]} <= {300_000, 550_000}
    with pytest.raises(InputSalah, match="koreksi Januari 2026 berbeda di dua komputer"):
        ops.terima(satu.store, nomor, hanya=[1])
    putuskan(satu, pilih)
    di_mana_mana(city, tiga, pilih)
    ops.terima(dua.store, nomor)
    di_mana_mana(city, tiga, pilih, dibayar=pilih + 5 * TARIF)


@pytest.mark.parametrize("pilih", [0, 550_000])
def test_koreksi_beda(city: City, tiga: Tiga, pilih: int) -> None:
    satu, dua, lain, nomor = tiga
    koreksi(satu, nomor, 0)
    koreksi(dua, nomor, 300_000, 550_000)
    dunia.tenang(city, *tiga[:3])
    putuskan(lain, pilih)
    di_mana_mana(city, tiga, pilih)
    koreksi(dua, nomor, 400_000) if pilih else ops.terima(satu.store, nomor)
    di_mana_mana(city, tiga, 400_000 if pilih else 0, dibayar=0 if pilih else 5 * TARIF)


@pytest.mark.parametrize("urutan", list(permutations((0, 1, 2))))
def test_three_computers_differ_and_one_amount_is_chosen(city: City, tiga: Tiga, urutan: tuple[int, ...]) -> None:
    nomor = tiga[3]
    for pc, jumlah in zip(tiga[:3], (100_000, 200_000, 300_000), strict=True):
        koreksi(pc, nomor, jumlah)
    for ke in urutan:
        sinkron(tiga[:3][ke])
    dunia.tenang(city, *tiga[:3])
    assert len(beda(tiga[0]).pilihan) == 3
    putuskan(tiga[1], 200_000)
    di_mana_mana(city, tiga, 200_000)


def test_a_correction_instead_of_a_decision_is_one(city: City, tiga: Tiga) -> None:
    satu, dua, lain, nomor = tiga
    koreksi(satu, nomor, 0)
    koreksi(dua, nomor, 300_000)
    dunia.tenang(city, *tiga[:3])
    koreksi(lain, nomor, 450_000)
    di_mana_mana(city, tiga, 450_000)
    assert not lain.status().decisions


@pytest.mark.parametrize("pilih", ["hapus", "simpan"])
def test_undone_on_one_and_corrected_again_on_another(city: City, tiga: Tiga, pilih: str) -> None:
    """The one takes the correction back, the other corrects it further: a person says which."""
    satu, dua, _, nomor = tiga
    act = koreksi(satu, nomor, 0)
    dunia.tenang(city, *tiga[:3])
    koreksi(dua, nomor, 300_000)
    history.undo(satu.store, act)
    dunia.tenang(city, *tiga[:3])
    d = beda(satu)
    assert d.jenis == core.HAPUS
    for pc in tiga[:3]:
        with pytest.raises(InputSalah, match="koreksi Januari 2026 berbeda"):
            ops.terima(pc.store, nomor, hanya=[1])
    if pilih == "hapus":
        deciding.delete_after_all(satu.store, d)
    elif satu.store.reader().execute("SELECT 1 FROM insentif_terkoreksi").fetchone():
        deciding.keep(satu.store, d)
    else:
        deciding.revive(satu.store, d)
    di_mana_mana(city, tiga, TARIF if pilih == "hapus" else 300_000)


def test_two_computers_correct_several_months_in_one_act(city: City, tiga: Tiga) -> None:
    satu, dua, _, nomor = tiga
    koreksi_.koreksi(satu.store, nomor, 1, menjadi={JAN: 100_000, FEB: 200_000}, alasan="a")
    koreksi_.koreksi(dua.store, nomor, 1, menjadi={JAN: 100_000, MAR: 0}, alasan="b")
    dunia.tenang(city, *tiga[:3])
    assert not [d for d in satu.status().decisions if d.tabel == "insentif_terkoreksi"]
    for pc in tiga[:3]:
        assert kantor.baris(pc.store, nomor)[0].rincian == ((JAN, 100_000), (FEB, 200_000))


def test_raised_on_one_and_paid_on_another_the_rest_is_due(city: City, tiga: Tiga) -> None:
    """The remainder is seen and handed out; the ledger holds one live payment of the month."""
    satu, dua, _, nomor = tiga
    koreksi(satu, nomor, 300_000)
    dunia.tenang(city, *tiga[:3])
    ops.terima(satu.store, nomor)
    koreksi(dua, nomor, 550_000)
    di_mana_mana(city, tiga, TARIF, dibayar=300_000 + 5 * TARIF)
    b = kantor.baris(dua.store, nomor)[0]
    assert (b.belum, b.sisa, b.lunas) == (((JAN, 250_000),), 250_000, False)
    act = ops.terima(dua.store, nomor)
    di_mana_mana(city, tiga, TARIF, dibayar=6 * TARIF)
    con = dua.store.reader()
    assert [p.nomor for p in queries.pembayaran_hidup(con, slot=b.slot(_komponen(dua), JAN))] == [nomor]
    history.undo(dua.store, act.changes.act_id)
    di_mana_mana(city, tiga, TARIF, dibayar=300_000 + 5 * TARIF)


def test_the_rest_handed_out_twice_is_a_double_payment(city: City, tiga: Tiga) -> None:
    satu, dua, lain, nomor = tiga
    koreksi(satu, nomor, 300_000)
    dunia.tenang(city, *tiga[:3])
    ops.terima(satu.store, nomor)
    koreksi(dua, nomor, 550_000)
    dunia.tenang(city, *tiga[:3])
    for pc in (dua, lain):
        ops.terima(pc.store, nomor)
    dunia.tenang(city, *tiga[:3])
    assert beda(satu).jenis == core.GANDA


@pytest.mark.parametrize(("pilih", "sisa", "lebih"), [(500_000, 200_000, 0), (300_000, 0, 0), (100_000, 0, 200_000)])
def test_paid_by_one_of_two_corrections_the_difference_is_due_or_goes_back(
    city: City, tiga: Tiga, pilih: int, sisa: int, lebih: int
) -> None:
    satu, dua, lain, nomor = tiga
    koreksi(satu, nomor, 300_000)
    ops.terima(satu.store, nomor)
    koreksi(dua, nomor, 500_000)
    koreksi(lain, nomor, 100_000)
    dunia.tenang(city, *tiga[:3])
    putuskan(dua, pilih)
    di_mana_mana(city, tiga, pilih, dibayar=300_000 + 5 * TARIF)
    b = kantor.baris(dua.store, nomor)[0]
    assert (b.sisa, b.lebih) == (sisa, lebih)
    if lebih:
        koreksi_.kembalikan(dua.store, nomor, 1, sts="7", tanggal=hari_ini(dua.store), alasan="Lebih")
    elif sisa:
        ops.terima(lain.store, nomor)
    di_mana_mana(city, tiga, pilih, dibayar=pilih + 5 * TARIF)


def test_the_paper_gives_the_reasons_of_what_counts(city: City, tiga: Tiga) -> None:
    satu, dua, _, nomor = tiga
    koreksi(satu, nomor, 0, alasan="Satu")
    koreksi(satu, nomor, 400_000, alasan="Satu")
    koreksi(dua, nomor, 300_000, alasan="Dua")
    dunia.tenang(city, *tiga[:3])
    kertas = prints.susun(dua.store.reader(), nomor, sekarang=dua.store.clock(), lengkap=False)
    assert "menunggu keputusan: koreksi Januari 2026 berbeda" in kertas.baris[0].keterangan
    putuskan(satu, 400_000)
    dunia.tenang(city, *tiga[:3])
    for pc in tiga[:3]:
        kertas = prints.susun(pc.store.reader(), nomor, sekarang=pc.store.clock(), lengkap=False)
        assert "Satu 0; Satu 400000" in kertas.baris[0].keterangan
        assert "Dua" not in kertas.baris[0].keterangan
        assert "menunggu" not in kertas.baris[0].keterangan
        assert kertas.revisi == 3


def test_paid_by_a_correction_that_was_undone_meanwhile_the_rest_is_due(city: City, tiga: Tiga) -> None:
    satu, dua, _, nomor = tiga
    act = koreksi(satu, nomor, 300_000)
    dunia.tenang(city, *tiga[:3])
    ops.terima(dua.store, nomor)
    history.undo(satu.store, act)
    di_mana_mana(city, tiga, TARIF, dibayar=300_000 + 5 * TARIF)
    assert kantor.baris(satu.store, nomor)[0].belum == ((JAN, 250_000),)
    ops.terima(satu.store, nomor)
    di_mana_mana(city, tiga, TARIF, dibayar=6 * TARIF)


def _komponen(pc: Office) -> str:
    return kantor.daftar(pc.store, dunia.satu_daftar(pc)).komponen_id
