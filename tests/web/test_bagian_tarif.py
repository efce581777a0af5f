"""What Bagian sees before it lays something down, how it takes it back, a rule typed as rows, money of an event."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode, rupiah, tanggal, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif.hak import tarif_berlaku
from sipokat_desktop.modules.insentif.model import Komponen
from tests.web.panggung import KEL_A, Klien, Pusat, pc
from tests.web.test_bagian_ketetapan import ATURAN, NAMA, TARIF, coba, dicoba

Masuk = Callable[..., Klien]
BULAN_INI = f"{tanggal.wib(now_ms()).date():%Y-%m}"
DEPAN = periode.geser(BULAN_INI, 6)
BARIS = {nama: isi for nama, isi in ATURAN.items() if nama != "pita"}


def komponen(pusat: Pusat) -> Komponen:
    """The component of the city as its office at the web knows it now."""
    kota = pusat.offices.of(wilayah.KOTA)
    kota.segarkan()
    return next(k for k in ketetapan.komponen(kota.store.reader(), lingkup="kota") if k.nama == NAMA)


def tetapkan(k: Klien, apa: str, isi: dict[str, str]) -> None:
    """Lay something down by the pages."""
    balas = k.kirim(f"/ketetapan/{apa}/tetapkan", dicoba(k, apa, isi))
    assert balas.status_code == 303, balas.text


def cabut(halaman: str) -> str:
    """The one address on a page by which a tariff is withdrawn."""
    (jalan,) = re.findall(r'href="(/ketetapan/cabut/[^"]+)"', halaman)
    return str(jalan)


def test_a_tariff_to_come_is_withdrawn_and_laid_down_again(pusat: Pusat, masuk: Masuk, tmp_path: Path) -> None:
    bagian = masuk("bagian")
    isi = TARIF | {"mulai": DEPAN}
    tetapkan(bagian, "tarif", isi)
    jalan = cabut(bagian.get("/ketetapan").text)
    tanya = bagian.get(jalan).text
    assert "Rp750.000" in tanya
    assert "Tarif Rp550.000 tetap berlaku." in tanya
    assert len(komponen(pusat).tarif) == 2, "asking changes nothing"
    assert bagian.post(jalan).status_code == 403, "without the token"
    balas = bagian.kirim(jalan)
    assert (balas.status_code, balas.headers["location"]) == (303, "/ketetapan")
    halaman = bagian.get("/ketetapan").text
    assert f"Tarif {NAMA} Rp750.000 mulai {periode.nama_bulan(DEPAN)} dicabut." in halaman
    assert "/ketetapan/cabut/" not in halaman
    assert bagian.kirim(jalan).status_code == 404
    with closing(pc(tmp_path / "a", pusat, KEL_A)) as kantor:
        kantor.sync()
        (k,) = ketetapan.komponen(kantor.store.reader(), lingkup=KEL_A)
        berlaku = tarif_berlaku(k, DEPAN)
        assert berlaku is not None
        assert berlaku.jumlah == 550_000
        tetapkan(bagian, "tarif", isi | {"jumlah": "700.000"})
        kantor.sync()
        (k,) = ketetapan.komponen(kantor.store.reader(), lingkup=KEL_A)
        assert [t.jumlah for t in k.tarif] == [550_000, 700_000]


def test_a_tariff_in_force_or_locked_with_is_not_withdrawn(pusat: Pusat, masuk: Masuk, tmp_path: Path) -> None:
    bagian = masuk("bagian")
    lama = komponen(pusat).tarif[0]
    balas = bagian.kirim(f"/ketetapan/cabut/{lama.tarif_id}")
    assert balas.status_code == 422
    assert "sudah berlaku, jadi tidak dapat dicabut" in balas.text
    tetapkan(bagian, "tarif", TARIF | {"mulai": DEPAN})
    tetapkan(bagian, "tarif", TARIF | {"mulai": periode.geser(DEPAN, 1), "jumlah": "800.000"})
    with closing(pc(tmp_path / "a", pusat, KEL_A)) as kantor:
        kantor.sync()
        nomor = insentif.susun(kantor.store, KEL_A, periode.baca(DEPAN)).value
        insentif.kunci(kantor.store, nomor, lurah="Lurah", alasan="uji")
        kantor.sync()
    semua = {t.mulai: t.tarif_id for t in komponen(pusat).tarif}
    balas = bagian.get(f"/ketetapan/cabut/{semua[DEPAN]}")
    assert balas.status_code == 422
    assert "1 daftar yang dikunci sudah memakai ketetapan" in balas.text
    with pytest.raises(InputSalah):
        pusat.command("tarif", "cabut", "--komponen", NAMA, "--mulai", DEPAN)
    nanti = bagian.get(f"/ketetapan/cabut/{semua[periode.geser(DEPAN, 1)]}").text
    assert "Tarif Rp750.000 tetap berlaku." in nanti
    assert bagian.get("/ketetapan/cabut/tidak-ada").status_code == 404
    for peran in ("camat", "kominfo"):
        assert masuk(peran).kirim(f"/ketetapan/cabut/{semua[DEPAN]}").status_code == 403


def test_a_rule_to_come_is_withdrawn(pusat: Pusat, masuk: Masuk) -> None:
    """The version before goes on, or everybody is paid in full; one that has begun stays."""
    bagian = masuk("bagian")
    for mulai in (BULAN_INI, DEPAN):
        tetapkan(bagian, "aturan", ATURAN | {"mulai": mulai})
    jalan = cabut(bagian.get("/ketetapan").text)
    assert "Aturan versi 1 tetap berlaku (0–2: 50 %, mulai 3: 100 %)." in bagian.get(jalan).text
    assert bagian.kirim(jalan).status_code == 303
    assert [a.versi for a in komponen(pusat).aturan] == [1]
    berlaku = f"/ketetapan/cabut/{komponen(pusat).aturan[0].aturan_id}"
    assert bagian.kirim(berlaku).status_code == 422
    tetapkan(bagian, "aturan", ATURAN | {"mulai": DEPAN})
    assert [(a.versi, a.mulai) for a in komponen(pusat).aturan] == [(1, BULAN_INI), (2, DEPAN)]
    with pytest.raises(InputSalah):
        pusat.command("aturan-kinerja", "cabut", "--komponen", NAMA, "--versi", "9")
    pusat.command("aturan-kinerja", "cabut", "--komponen", NAMA, "--versi", "2")
    assert [a.versi for a in komponen(pusat).aturan] == [1]


def test_before_it_is_laid_down_everything_is_said_once_more(pusat_baca: Pusat) -> None:
    """The check does not say that something was laid down, and repeats the values in figures and words."""
    bagian = pusat_baca.masuk("bagian")
    isi = TARIF | {"mulai": DEPAN}
    halaman = unescape(coba(bagian, "tarif", isi).text)
    for kata in (
        "periksa dulu, belum ditetapkan", "Rp750.000 per bulan (tujuh ratus lima puluh ribu rupiah)",
        periode.nama_bulan(DEPAN), "Perwal 12 Tahun 2026", f"Pagu {DEPAN[:4]} belum dicatat",
        "sekarang (Rp550.000 per bulan) dengan usulan ini (Rp750.000 per bulan)", "selama 12 bulan",
        f"Per bulan ({periode.nama_bulan(DEPAN)})", "Per tahun (12 bulan,", "+2.400.000", "+28.800.000",
    ):  # fmt: skip
        assert kata in halaman, kata
    assert not re.search(r"\b(telah|sudah) ditetapkan|ditetapkan\.", halaman)
    assert "kabar perhatian" not in halaman[: halaman.index("Akibatnya")], "nothing here looks like a slip"
    dana = {"komponen": NAMA, "tahun": BULAN_INI[:4], "pagu": "3.484.800.000", "dasar": ""}
    halaman = unescape(coba(bagian, "dana", dana).text)
    assert "Rp3.484.800.000 setahun (tiga miliar empat ratus delapan puluh empat juta" in halaman
    assert "belum diisi" in halaman
    assert "ditetapkan." not in halaman


def test_the_budget_beside_what_its_whole_year_needs(masuk: Masuk) -> None:
    """Also of a tariff that begins in the middle of the year."""
    bagian, tahun = masuk("bagian"), str(int(BULAN_INI[:4]) + 1)
    tetapkan(bagian, "dana", {"komponen": NAMA, "tahun": tahun, "pagu": "90.000.000"})
    for mulai, usulan, beda in (("01", "108.000.000", 18), ("07", "93.600.000", 3.6)):
        halaman = unescape(coba(bagian, "tarif", TARIF | {"mulai": f"{tahun}-{mulai}"}).text)
        kata = f"Pagu {tahun} Rp90.000.000: tahun itu memerlukan Rp79.200.000 sekarang, Rp{usulan} menurut usulan"
        assert kata in halaman
        assert f"pagu kurang Rp{rupiah.titik(round(beda * 1_000_000))}" in halaman
        assert f"Pagu {tahun} dibandingkan hanya dengan" not in halaman


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"jumlah": "2.750.000"}, "Rp2.750.000 jauh berbeda dari tarif sekarang (Rp550.000)"),
        ({"jumlah": "2.749.999"}, ""),
        ({"jumlah": "110.000"}, "Rp110.000 jauh berbeda"),
        ({"jumlah": "110.001"}, ""),
        ({"jumlah": "10.000.001"}, "lebih dari sepuluh juta rupiah"),
        ({"mulai": periode.geser(BULAN_INI, -1)}, f"{periode.nama_bulan(periode.geser(BULAN_INI, -1))} sudah lewat"),
        ({"mulai": BULAN_INI}, ""),
    ],
)  # fmt: skip
def test_what_looks_like_a_slip_is_pointed_out_not_forbidden(pusat_baca: Pusat, isi: dict[str, str], kata: str) -> None:
    balas = coba(pusat_baca.masuk("bagian"), "tarif", TARIF | {"mulai": DEPAN} | isi)
    assert balas.status_code == 200
    sebelum = unescape(balas.text).partition("Akibatnya")[0]
    assert ('class="kabar perhatian"' in sebelum) == bool(kata)
    assert kata in sebelum


def test_lists_that_were_locked_for_a_month_that_is_over(pusat_baca: Pusat) -> None:
    awal = periode.triwulan(tanggal.wib(now_ms()).date()).bulan[0]
    mulai = periode.geser(awal, -1)
    halaman = coba(pusat_baca.masuk("bagian"), "tarif", TARIF | {"mulai": mulai}).text
    assert "3 daftar yang sudah dikunci memuat bulan yang kena" in halaman


def test_a_rule_is_typed_as_rows(pusat: Pusat, masuk: Masuk) -> None:
    """Rows come and go by buttons, what was typed stays; what is stored is as before."""
    bagian = masuk("bagian")
    awal = bagian.get("/ketetapan/aturan").text
    assert awal.count('name="batas"') == 2
    isi = BARIS | {"mulai": DEPAN, "batas": ["0", "3"], "persen": ["62,5 %", "100"]}
    tambah = coba(bagian, "aturan", isi | {"baris": "tambah"}).text
    assert re.findall(r'name="batas" value="([^"]*)"', tambah) == ["0", "3", ""]
    assert re.findall(r'name="persen" value="([^"]*)"', tambah) == ["62,5", "100", ""]
    assert "pesan" not in tambah
    hapus = coba(bagian, "aturan", isi | {"baris": "hapus-0"}).text
    assert re.findall(r'name="batas" value="([^"]*)"', hapus) == ["3"]
    akibat = unescape(coba(bagian, "aturan", isi).text)
    assert "0–2 laporan: 62,5 %, mulai 3 laporan: 100 %" in akibat
    assert "sekarang (tanpa aturan kinerja, semua dibayar penuh)" in akibat
    kirim = {nama: nilai for nama, nilai in re.findall(r'name="(\w+)" value="([^"]*)"', akibat) if nama != "csrf"}
    assert bagian.kirim("/ketetapan/aturan/tetapkan", kirim).status_code == 303
    assert [a.pita for a in komponen(pusat).aturan] == [((0, 6250), (3, 10_000))]
    ubah = bagian.get("/ketetapan/aturan", params={"pita": "0=62,5 3=100"}).text
    assert re.findall(r'name="persen" value="([^"]*)"', ubah) == ["62,5", "100"]


@pytest.mark.parametrize(
    ("batas", "persen", "ke", "kata"),
    [
        (["0", "tiga"], ["50", "100"], 1, "bilangan bulat"),
        (["0", "3"], ["50", "120"], 1, "0 sampai 100"),
        (["0", "3"], ["", "100"], 0, "0 sampai 100"),
        (["1", "3"], ["50", "100"], 0, "dari 0"),
        (["0", "3", "3"], ["50", "75", "100"], 2, "lebih besar dari baris sebelumnya (3)"),
        (["0", "3"], ["100", "50"], 1, "tidak boleh kurang dari baris sebelumnya (100 persen)"),
        (["", ""], ["", ""], 0, "sedikitnya satu baris"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row_stands_beside_it(
    pusat_baca: Pusat, batas: list[str], persen: list[str], ke: int, kata: str
) -> None:
    balas = coba(pusat_baca.masuk("bagian"), "aturan", BARIS | {"batas": batas, "persen": persen})
    assert balas.status_code == 422
    baris = re.findall(r"<tr><td>(?:(?!<tr><td>).)*", balas.text, re.S)
    assert kata in unescape(baris[ke])
    assert f'id="p-pita-{ke}"' in baris[ke]
    assert sum('class="pesan"' in satu for satu in baris) == 1
    assert re.findall(r'name="batas" value="([^"]*)"', balas.text) == batas


def test_money_of_an_event_of_the_city(pusat: Pusat, masuk: Masuk, tmp_path: Path) -> None:
    """A component by attendance is laid down for an event that the city holds, and reaches the offices."""
    bagian = masuk("bagian")
    assert "Belum ada kegiatan kota yang bertanggal" in bagian.get("/ketetapan/acara").text
    pusat.command("bimtek", "kegiatan", "Bimtek RT", "--tempat", "Gedung Kesenian")
    assert "Belum ada kegiatan kota yang bertanggal" in bagian.get("/ketetapan/acara").text, "it has no day yet"
    pusat.command("bimtek", "sesi", "Bimtek", "--judul", "Pagi", "--tanggal", "20/11/2026")
    (acara,) = re.findall(
        r'<option value="(bimtek:[^"]+)"[^>]*>Bimtek RT, 20 November 2026<', bagian.get("/ketetapan/acara").text
    )
    isi = {"acara": acara, "komponen": "Uang transport Bimtek", "per": "sesi", "jumlah": "150.000", "cara": "tunai"}
    akibat = unescape(coba(bagian, "acara", isi).text)
    assert "Rp150.000 per sesi (seratus lima puluh ribu rupiah)" in akibat
    tetapkan(bagian, "acara", isi)
    halaman = bagian.get("/ketetapan").text
    assert "Dibayar menurut kehadiran di Bimtek RT" in halaman
    assert "Rp150.000 per sesi" in halaman
    with closing(pc(tmp_path / "a", pusat, KEL_A)) as kantor:
        kantor.sync()
        semua = ketetapan.komponen(kantor.store.reader(), lingkup=KEL_A)
        (k,) = (satu for satu in semua if satu.acara)
        assert k.acara is not None
        assert (k.acara.judul, k.acara.per, [t.jumlah for t in k.tarif]) == ("Bimtek RT", "sesi", [150_000])
    balas = coba(bagian, "acara", isi | {"komponen": "Uang lain"})
    assert balas.status_code == 422
    assert "Uang transport Bimtek" in balas.text
    for salah in ("", "bimtek:tidak-ada", "tanpa titik dua"):
        assert coba(bagian, "acara", isi | {"acara": salah}).status_code == 422
