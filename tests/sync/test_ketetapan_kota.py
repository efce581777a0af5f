"""What the city lays down reaches every office; what an office sets where the city left it open stays its own."""

from __future__ import annotations

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ketetapan_ops, ops, queries, rules
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif.model import Komponen
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as rt_queries
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.unit import bimtek_kecil, kantor


def _komponen(pc: Office) -> Komponen:
    return queries.komponen(pc.store.reader(), lingkup=KELURAHAN)[0]


def test_component_tariff_tax_and_reference_day_from_the_city(city: City, office: Buka) -> None:
    """A later tariff names only itself: tax, day and way of paying stay as the city set them."""
    kata = city.command(
        "tarif", "set", "--jumlah", "550.000", "--mulai", "2026-01", "--dasar", "Perwal 1", "--skema", "separuh",
        "--hari-acuan", "0", "--cara", "transfer", "--sumber-dana", "Setda",
    )  # fmt: skip
    assert kata == "Tarif Insentif Ketua RT Rp550.000 per bulan mulai Januari 2026."
    kata = city.command(
        "tarif", "set", "--jumlah", "750.000", "--mulai", "2026-07", "--sampai", "2026-12", "--terbuka", "ya"
    )
    assert kata == "Tarif Insentif Ketua RT Rp750.000 per bulan mulai Juli 2026 sampai Desember 2026."
    pc = daftarkan(office("a"), city)
    sinkron(pc)
    k = _komponen(pc)
    assert (k.skema, k.hari_acuan, k.cara, k.sumber_dana, k.terbuka) == ("separuh", 0, "transfer", "Setda", True)
    assert [rules.tarif_bulan(k, b) for b in ("2026-06", "2026-07", "2026-12", "2027-01")] == [
        550_000, 750_000, 750_000, 550_000,
    ]  # fmt: skip
    with pytest.raises(InputSalah, match="Desember 2025"):
        rules.tarif_bulan(k, "2025-12")
    city.command("tarif", "set", "--jumlah", "700.000", "--mulai", "2026-07")
    sinkron(pc)
    assert [t.sampai for t in _komponen(pc).tarif] == [None, None], "the same month again corrects it, its end too"


def test_funding_and_performance_rule_from_the_city(city: City, office: Buka) -> None:
    city.set_tarif(550_000, mulai="2026-01")
    city.command("dana", "set", "--tahun", "2026", "--kode-rekening", "5.1.02", "--pagu", "3.484.800.000")
    city.command("aturan-kinerja", "set", "--versi", "1", "--pita", "0=50 3=100", "--mulai", "2026-01")
    kata = city.command("aturan-kinerja", "set", "--versi", "2", "--pita", "0=75 3=100", "--mulai", "2026-03")
    assert kata == "Aturan kinerja Insentif Ketua RT versi 2 mulai Maret 2026."
    pc = daftarkan(office("a"), city)
    sinkron(pc)
    isi_rt(pc, 1)
    k = _komponen(pc)
    dana = ketetapan.dana(pc.store.reader(), lingkup=KELURAHAN, komponen=k, tahun=2026)
    assert (dana.kode_rekening, dana.pagu) == ("5.1.02", 3_484_800_000)
    (m,) = _masa(pc)
    angka = [ketetapan_ops.IsianKinerja(m, b, "0") for b in ("2026-01", "2026-02", "2026-03")]
    ketetapan_ops.catat_kinerja(pc.store, KELURAHAN, angka, sumber="uji")
    nomor = ops.susun(pc.store, KELURAHAN, periode.baca("2026-TW1")).value
    (baris,) = kantor.baris(pc.store, nomor)
    assert [j for _, j in baris.rincian] == [275_000, 275_000, 412_500]
    assert "75 % × 550.000 = 412.500 (aturan kinerja versi 2)" in baris.hitungan
    ketetapan_ops.simpan_anggaran(pc.store, KELURAHAN, k.komponen_id, 2026, {"kode_rekening": "5.1.02.99"})
    assert ketetapan.dana(pc.store.reader(), lingkup=KELURAHAN, komponen=k, tahun=2026).kode_rekening == "5.1.02.99"
    with pytest.raises(InputSalah, match="ditetapkan kota"):
        ketetapan_ops.akhiri_aturan(pc.store, KELURAHAN, k.komponen_id, "2026-03")
    for salah in (
        ("--versi", "0", "--pita", "0=50", "--mulai", "2026-01"),
        ("--versi", "3", "--pita", "3", "--mulai", "2026-01"),
    ):
        with pytest.raises(InputSalah):
            city.command("aturan-kinerja", "set", *salah)


def _masa(pc: Office) -> list[str]:
    return [m.masa_id for m in rt_queries.masa(pc.store.reader(), lingkup=KELURAHAN)]


def test_an_office_tariff_over_the_citys_reaches_its_other_pc_only(city: City, office: Buka) -> None:
    city.command("tarif", "set", "--jumlah", "550000", "--mulai", "2026-01", "--terbuka", "ya")
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    lain = daftarkan(office("c"), city, "16.73.01.1004")
    sinkron(satu)
    isi_rt(satu, 1, 2)
    kata = ketetapan_ops.tetapkan_tarif(
        satu.store, KELURAHAN, _komponen(satu).komponen_id, {"jumlah": "600000", "mulai": "2026-02"}
    ).value
    assert "menggantikan tarif kota Rp550.000" in kata[0]
    dunia.tenang(city, satu, dua)
    sinkron(lain)
    assert [rules.tarif_bulan(_komponen(pc), "2026-02") for pc in (satu, dua)] == [600_000] * 2
    (k,) = queries.komponen(lain.store.reader(), lingkup="16.73.01.1004")
    assert rules.tarif_bulan(k, "2026-02") == 550_000
    city.command("tarif", "set", "--jumlah", "550000", "--mulai", "2026-01", "--terbuka", "tidak")
    sinkron(satu)
    assert rules.tarif_bulan(_komponen(satu), "2026-02") == 550_000, "the city has closed it again"
    with pytest.raises(InputSalah, match="tidak dibuka"):
        ketetapan_ops.tetapkan_tarif(satu.store, KELURAHAN, k.komponen_id, {"jumlah": "1", "mulai": "2026-05"})


def test_a_shared_month_is_no_pembayaran_ganda_at_the_city(city: City, office: Buka) -> None:
    """By days, on two computers: each head's part has its own slot; the same part twice is one, as ever."""
    city.command("tarif", "set", "--jumlah", "550000", "--mulai", "2026-01", "--hari-acuan", "0")
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    sinkron(satu)
    isi_rt(satu, 1)
    (lama,) = _masa(satu)
    rt.akhiri(satu.store, masa_id=lama, isian={"akhir_nyata": "2026-02-14", "alasan_akhir": "pindah"})
    rt.tambah(satu.store, KELURAHAN, kantor.isian(9, nomor="1", tmt="2026-02-15"))
    nomor = dunia.terkunci(satu, "2026-02")
    sinkron(satu)
    sinkron(dua)
    ops.terima(satu.store, nomor, hanya=[1])
    ops.terima(dua.store, nomor, hanya=[2])
    dunia.tenang(city, satu, dua)
    assert [dunia.jenis(pc) for pc in (satu, dua)] == [[], []]
    assert [dunia.dibayar(pc, nomor) for pc in (satu, dua)] == [550_000] * 2
    ops.batal_terima(satu.store, nomor, 2, alasan="uji")
    dunia.tenang(city, satu, dua)
    for pc in (satu, dua):
        ops.terima(pc.store, nomor, hanya=[2])
    for pc in (satu, dua, satu):
        sinkron(pc)
    assert dunia.jenis(satu) == ["pembayaran ganda"]


def test_transport_money_from_the_city(city: City, office: Buka) -> None:
    """The city lays down what an office's event pays; a mistyped event is set anew, until an office has a list of it;
    an event has one component."""
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1, 2)
    acara, (sesi,) = bimtek_kecil.kegiatan(pc.store, KELURAHAN, "20/2/2026")
    bimtek_kecil.hadir(pc.store, KELURAHAN, sesi, ["2"])
    sinkron(pc)

    def tetapkan(nama: str, mana: str) -> str:
        isi = ("--komponen", nama, "--acara", mana, "--jumlah", "150.000", "--mulai", "2026-01")
        return str(city.command("tarif", "set", *isi))

    tetapkan("Uang transport", "bimtek:salah-ketik")
    kata = tetapkan("Uang transport", f"bimtek:{acara}")
    assert kata == "Tarif Uang transport Rp150.000 per kegiatan mulai Januari 2026."
    for nama, mana in (("Uang saku", f"bimtek:{acara}"), ("Uang saku", acara)):
        with pytest.raises(InputSalah):
            tetapkan(nama, mana)
    sinkron(pc)
    nomor = ops.susun(pc.store, KELURAHAN, periode.baca("2026-02"), "Uang transport").value
    assert [(b.nomor_rt, b.diterima) for b in kantor.baris(pc.store, nomor)] == [("02", 150_000)]
    sinkron(pc)
    with pytest.raises(InputSalah, match="sudah dipakai di daftar"):
        tetapkan("Uang transport", "bimtek:lain")
