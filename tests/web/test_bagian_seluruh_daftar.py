"""Bagian settles a whole list that two PCs paid: months of one head, or all of the list, each with its sum."""

from __future__ import annotations

import html
import re
from pathlib import Path

from sipokat_desktop.kernel import wilayah
from tests.sync import dunia
from tests.web.bagian import dibayar_dua
from tests.web.panggung import KEL_A, Pusat
from tests.web.test_bagian_putusan import TARIF, Masuk, entri, jumlah, kunci
from tests.web.test_bagian_urung import DIPUTUSKAN, tombol, urungkan

SIMPAN = re.compile(r'name="bersama" value="([0-9a-f]{16})">(.*?)<span')


def test_a_whole_list_is_settled_in_one_act(pusat: Pusat, masuk: Masuk, tmp_path: Path) -> None:
    with dibayar_dua(pusat, tmp_path, (2, 3)) as dua:
        bagian, semula = masuk("bagian"), jumlah(dua[0])
        assert bagian.get("/putusan").text.count('<tr tabindex="-1"') == 2, "one card for each head"
        satu = kunci(bagian)[0]
        milik = entri(bagian, satu, "Rudi")
        halaman = html.unescape(bagian.get(f"/putusan/{satu}?catatan={milik}").text)
        assert "Untuk seluruh daftar: 6 catatan dari 2 ketua RT, bersama Rp3.300.000." in halaman
        simpan = {kata.strip(): sidik for sidik, kata in SIMPAN.findall(halaman)}
        assert list(simpan) == ["Simpan untuk 3 bulan sekaligus", "Simpan untuk seluruh daftar"]
        isi = {"entri": milik, "jalan": "salah catat", "alasan": "Uang keluar sekali"}
        bagian.kirim(f"/putusan/{satu}/jawab", isi | {"bersama": simpan["Simpan untuk seluruh daftar"]})
        sesudah = bagian.get("/putusan").text
        assert "untuk 6 bulan sekaligus" in sesudah
        assert "Tidak ada yang perlu diputuskan" in sesudah
        for kantor in dua:
            kantor.sync()
        kota = pusat.offices.of(wilayah.KOTA)
        assert jumlah(dua[0]) == jumlah(dua[1]) == jumlah(kota) == (semula[0] - 6 * TARIF, 0)
        dunia.periksa_tenang(pusat.db, dua, KEL_A)
        diputuskan = html.unescape(bagian.get(DIPUTUSKAN).text)
        assert "2 ketua RT dari satu daftar</strong><br>6 catatan: " in diputuskan
        assert "RT 02, RT 03" in diputuskan
        assert len(tombol(bagian)) == 1, "one act, one undo"
        urungkan(bagian)
        assert "2 ketua RT dari satu daftar menunggu lagi" in bagian.get(DIPUTUSKAN).text
        for kantor in dua:
            kantor.sync()
        assert jumlah(dua[0]) == jumlah(dua[1]) == jumlah(kota) == semula
        assert len(kunci(bagian)) == 6


def test_one_head_does_not_take_the_others_along(pusat: Pusat, masuk: Masuk, tmp_path: Path) -> None:
    with dibayar_dua(pusat, tmp_path, (2, 3)) as dua:
        bagian, semula = masuk("bagian"), jumlah(dua[0])
        satu = kunci(bagian)[0]
        milik = entri(bagian, satu, "Siti")
        halaman = bagian.get(f"/putusan/{satu}?catatan={milik}").text
        isi = {"entri": milik, "jalan": "salah catat", "alasan": "Uang keluar sekali"}
        bagian.kirim(f"/putusan/{satu}/jawab", isi | {"bersama": SIMPAN.findall(halaman)[0][0]})
        for kantor in dua:
            kantor.sync()
        assert jumlah(dua[0]) == (semula[0] - 3 * TARIF, 3)
