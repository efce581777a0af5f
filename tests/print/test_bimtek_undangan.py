"""The invitations (F12): the code of every person read again from his page, packets by kelurahan, time, cancelling."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import ops, prints, queries, token, undangan_cetak
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.printing import invitation, qr
from sipokat_desktop.printing.paper import Kertas
from tests.print import emas
from tests.print.bimtek import Acara, acara, teks
from tests.unit import bimtek_contoh, kantor

DI, SAAT = kantor.KELURAHAN, bimtek_contoh.PAGI
DETIK = 5.0
SETIAP = 29
NAMA = "Hj. Siti Rahmawati Kusumaningtyas Prawiradireja binti Abdurrahman, S.Pd., M.Pd."
_SKALA = 150 / 72


class Berhenti(Exception):
    """The user cancelled."""


@pytest.fixture(scope="module")
def a(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Acara]:
    with acara(tmp_path_factory.mktemp("undangan")) as isi:
        yield isi


@pytest.fixture(scope="module")
def semua(a: Acara) -> bytes:
    """All invitations of the event as one PDF, drawn within the time that is promised."""
    kemajuan: list[tuple[int, int]] = []
    con, mulai = a.store.reader(), time.process_time()
    pdf = prints.undangan(
        con, a.kegiatan_id, lingkup="", kertas="F4", sekarang=SAAT, maju=lambda i, n: kemajuan.append((i, n))
    )
    assert time.process_time() - mulai <= DETIK
    assert kemajuan == [(ke, 528) for ke in range(1, 529)]
    return pdf


def _kode(halaman: Image.Image) -> list[str]:
    """Return what the QR symbols of a page say, from the top."""
    dibaca = zxingcpp.read_barcodes(halaman, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [satu.text for satu in sorted(dibaca, key=lambda satu: satu.position.top_left.y)]


def _emas(nama: str, con: Connection, kegiatan_id: str, *, dua: bool = False) -> None:
    """Compare the invitations with their golden pictures, codes apart: those follow from random ids."""
    surat, bundel = undangan_cetak.susun(con, kegiatan_id, lingkup=DI, sekarang=SAAT)
    kode, tetap = token.dari("contoh"), []
    for satu in bundel:
        penerima = [replace(p, token=kode, kode=token.tulis(kode)) for p in satu.penerima]
        tetap.append(replace(satu, penerima=penerima))
    emas.sama(nama, invitation.gambar(surat, tetap, Kertas.F4, dua=dua))


def _gambar(halaman: pypdfium2.PdfPage) -> Image.Image:
    gambar: Image.Image = halaman.render(scale=_SKALA, grayscale=True).to_pil()
    return gambar


def _sama_dengan_daftar(a: Acara, pdf: bytes, setiap: int) -> None:
    """Every ``setiap``-th invitation names its person and carries his code, as symbol and in letters."""
    surat = 0
    with pypdfium2.PdfDocument(pdf) as dokumen:
        for halaman in dokumen:
            isi = halaman.get_textpage().get_text_bounded()
            if "TANDA TERIMA UNDANGAN" in isi:
                continue
            u = a.undangan[surat]
            assert u.nama in isi, surat
            assert u.kode in isi
            assert f"Ketua {u.rt} Kelurahan {u.kelurahan}" in isi
            if surat % setiap == 0:
                assert _kode(_gambar(halaman)) == [u.token]
                assert token.baca(u.kode) == u.token
            surat += 1
    assert surat == len(a.undangan) == 528


def test_each_page_names_its_person_and_a_sample_of_the_codes_is_read(a: Acara, semua: bytes) -> None:
    _sama_dengan_daftar(a, semua, SETIAP)


@pytest.mark.kampanye
def test_every_code_is_read_from_its_page(a: Acara, semua: bytes) -> None:
    _sama_dengan_daftar(a, semua, 1)


def test_a_symbol_without_its_white_edge_is_noticed(a: Acara, semua: bytes) -> None:
    """The known-bad control: a symbol of half the size in black surroundings is not read."""
    with pypdfium2.PdfDocument(semua) as dokumen:
        halaman = _gambar(dokumen[1])
    assert _kode(halaman) == [a.undangan[0].token]
    hitam = halaman.point(lambda nada: 0 if nada > 128 else 255)
    rusak = Image.new("L", halaman.size, 0)
    rusak.paste(hitam.crop((0, 0, halaman.width // 8, halaman.height)), (0, 0))
    assert _kode(rusak) == []


def test_packets_follow_one_another_by_kelurahan_each_behind_its_sheet(a: Acara, semua: bytes) -> None:
    pembatas = [ke for ke, isi in enumerate(teks(semua)) if "TANDA TERIMA UNDANGAN" in isi]
    urut = list(dict.fromkeys(u.lingkup for u in a.undangan))
    assert len(pembatas) == len(urut) == 72
    awal = 0
    for ke, kode in zip(pembatas, urut, strict=True):
        assert ke == awal
        awal += 1 + sum(u.lingkup == kode for u in a.undangan)


def test_cancelling_stops_at_once(a: Acara) -> None:
    def maju(i: int, _n: int) -> None:
        if i == 3:
            raise Berhenti

    mulai = time.process_time()
    with pytest.raises(Berhenti):
        prints.undangan(a.store.reader(), a.kegiatan_id, lingkup="", kertas="F4", sekarang=SAAT, maju=maju)
    assert time.process_time() - mulai < 1


def test_two_on_a_page_and_both_are_read(a: Acara) -> None:
    di_sini = [u for u in a.undangan if u.lingkup == DI]
    pdf = prints.undangan(a.store.reader(), a.kegiatan_id, lingkup=DI, kertas="F4", sekarang=SAAT, dua=True)
    with pypdfium2.PdfDocument(pdf) as dokumen:
        assert len(dokumen) == 1 + -(-len(di_sini) // 2)
        kode = [satu for ke in range(1, len(dokumen)) for satu in _kode(_gambar(dokumen[ke]))]
    assert kode == [u.token for u in di_sini]
    _emas("bimtek_f12_dua", a.store.reader(), a.kegiatan_id, dua=True)
    with pytest.raises(InputSalah, match="setengah halaman"):
        prints.undangan(a.store.reader(), a.kegiatan_id, lingkup=DI, kertas="A4", sekarang=SAAT, dua=True)


def test_only_those_asked_for_without_a_sheet(a: Acara) -> None:
    mau = [a.undangan[5], a.undangan[400]]
    pdf = prints.undangan(
        a.store.reader(), a.kegiatan_id, lingkup="", kertas="A4", sekarang=SAAT, jabatan=[u.jabatan_id for u in mau]
    )  # fmt: skip
    with pypdfium2.PdfDocument(pdf) as dokumen:
        assert [_kode(_gambar(halaman)) for halaman in dokumen] == [[u.token] for u in mau]


def test_each_gets_the_sessions_of_his_kecamatan(tmp_path: Path) -> None:
    """Two days with sessions for one kecamatan each, a vacant post, a long name: no page says another's sessions."""
    barat = "16.73.02.1001"
    with kantor.buka(tmp_path, bimtek_contoh.jam()) as store:
        bimtek_contoh.isi_rt(store, hanya=[DI, barat])
        c = bimtek_contoh.kegiatan(store, surat_isi="Peserta membawa fotokopi KTP.\nPakaian: batik.", surat_nomor="")
        for judul, kecamatan in (("Kelas timur", "Lubuk Linggau Timur I"), ("Kelas barat", "Lubuk Linggau Barat I")):
            isian = {"judul": judul, "tanggal": "2017-11-21", "mulai": "08:00", "sasaran": kecamatan, "tempat": "Aula"}
            ops.simpan_sesi(store, c.kegiatan_id, isian)
        rt.tambah_kosong(store, DI, {"nomor": "66"})
        rt.tambah(store, DI, kantor.isian(77, nama=NAMA, tmt="2016-01-01"))
        ops.undang(store, c.kegiatan_id)
        con = store.reader()
        pdf = prints.undangan(con, c.kegiatan_id, lingkup="", kertas="F4", sekarang=SAAT)
        banyak = len(queries.undangan(con, c.kegiatan_id, hari=rt.hari_ini(store)))
        _emas("bimtek_f12", con, c.kegiatan_id)
    surat = [isi for isi in teks(pdf) if "TANDA TERIMA" not in isi]
    assert len(surat) == banyak
    assert any("S.Pd., M.Pd." in isi for isi in surat)
    for isi in surat:
        milik, lain = ("timur", "barat") if "Timur I" in isi else ("barat", "timur")
        assert f"Kelas {milik}" in isi
        assert f"Kelas {lain}" not in isi
        assert "fotokopi KTP" in isi


def test_a_letter_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    with kantor.buka(tmp_path, bimtek_contoh.jam()) as store:
        bimtek_contoh.isi_rt(store, hanya=[DI])
        c = bimtek_contoh.kegiatan(store, DI, surat_isi="\n".join(["Peserta membawa alat tulis. " * 8] * 14))
        ops.undang(store, c.kegiatan_id)
        with pytest.raises(InputSalah, match="tidak muat pada satu halaman"):
            prints.undangan(store.reader(), c.kegiatan_id, lingkup="", kertas="A4", sekarang=SAAT)


def test_a_code_is_the_smallest_symbol_that_the_letter_has_room_for() -> None:
    for ke in range(200):
        simbol = qr.qr(token.dari(str(ke)))
        assert simbol.sisi + 2 * qr.TEPI == invitation._SISI
