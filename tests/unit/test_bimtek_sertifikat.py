"""Certificates: who gets one, its number, the design of the office (F13), and its pages read back."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.bimtek import ops, sertifikat, sertifikat_cetak, sertifikat_ops
from sipokat_desktop.modules.bimtek import text_sertifikat as text
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.print import emas
from tests.unit import bimtek_contoh, kantor
from tests.unit.bimtek_contoh import Contoh

HARI = date(2017, 11, 20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path, bimtek_contoh.jam()) as dibuka:
        yield dibuka


@pytest.fixture
def acara(store: Store) -> Contoh:
    return bimtek_contoh.contoh(store)


def _hadir(store: Store, acara: Contoh, *, lewat: int = 6, tanda: str = "hadir", sesi_id: str = "") -> list[str]:
    """Mark all but the last ``lewat`` posts; returns the posts marked."""
    semua = store.reader().execute(
        """SELECT jabatan_id, lingkup, masa_id, orang_id, nama FROM bimtek_undangan WHERE kegiatan_id = ?
           ORDER BY lingkup, jabatan_id""",
        (acara.kegiatan_id,),
    ).fetchall()  # fmt: skip

    def work(tx: Tx) -> None:
        for jabatan_id, lingkup, masa_id, orang_id, nama in semua[: len(semua) - lewat]:
            isi: Fields = {
                "kegiatan_id": acara.kegiatan_id, "sesi_id": sesi_id or acara.sesi_id, "jabatan_id": jabatan_id,
                "masa_id": masa_id, "orang_id": orang_id, "nama": nama, "tanda": tanda, "cara": "pindai", "pukul": 1,
            }  # fmt: skip
            tx.insert("bimtek_hadir", isi, scope=lingkup)

    store.write("uji.hadir", work)
    return [str(row[0]) for row in semua[: len(semua) - lewat]]


def _png(sisi: tuple[int, int] = (40, 48)) -> bytes:
    berkas = io.BytesIO()
    Image.new("RGB", sisi, (20, 90, 160)).save(berkas, "PNG")
    return berkas.getvalue()


def _terbit(store: Store, acara: Contoh, syarat: str = "satu") -> tuple[int, int]:
    return sertifikat_ops.terbitkan(store, acara.kegiatan_id, syarat=syarat).value


def _nomor(store: Store, acara: Contoh) -> list[str]:
    return [t.nomor for t in sertifikat.terbit(store.reader(), acara.kegiatan_id)]


def test_everybody_who_came_gets_one_once(store: Store, acara: Contoh) -> None:
    with pytest.raises(InputSalah, match="Catat kehadirannya dulu"):
        _terbit(store, acara)
    _hadir(store, acara)
    assert _terbit(store, acara) == (522, 0)
    assert _terbit(store, acara) == (0, 522)
    nomor = _nomor(store, acara)
    assert len(set(nomor)) == 522
    assert all(satu.endswith("/BIMTEK-RT/XI/2017") for satu in nomor)


def test_a_withdrawn_certificate_comes_back_with_its_number(store: Store, acara: Contoh) -> None:
    _hadir(store, acara)
    _terbit(store, acara)
    lama = _nomor(store, acara)
    ids = [t.terbit_id for t in sertifikat.terbit(store.reader(), acara.kegiatan_id)][-3:]
    assert sertifikat_ops.tarik(store, ids).value == 3
    assert len(sertifikat.calon_terbit(store.reader(), acara.kegiatan_id)) == 3
    assert _terbit(store, acara) == (3, 519)
    assert _nomor(store, acara) == lama


def test_two_events_of_a_month_have_different_numbers(store: Store, acara: Contoh) -> None:
    lain = bimtek_contoh.kegiatan(store, nama="Bimbingan Teknis kedua")
    ops.undang(store, lain.kegiatan_id)
    semua: list[str] = []
    for satu in (acara, lain):
        _hadir(store, satu)
        _terbit(store, satu)
        semua += _nomor(store, satu)
    assert len(set(semua)) == 2 * 522


def test_two_heads_of_a_post_get_what_each_earned(store: Store, acara: Contoh) -> None:
    """The first came on the first day, his successor on the second."""
    kedua = ops.simpan_sesi(store, acara.kegiatan_id, {"judul": "Hari kedua", "tanggal": "2017-11-21"}).value
    post = _hadir(store, acara, lewat=527)[0]
    con = store.reader()
    lama = con.execute("SELECT * FROM rt_masa WHERE jabatan_id = ?", (post,)).fetchone()
    baru: Fields = {"jabatan_id": post, "orang_id": "orang-baru", "tmt": "2017-11-21", "jenis": "definitif"}

    def ganti(tx: Tx) -> None:
        tx.insert("rt_orang", {"nama": "Penggantinya"}, scope=lama["lingkup"], row_id="orang-baru")
        tx.insert("rt_masa", baru, scope=lama["lingkup"], row_id="masa-baru")
        isi: Fields = {
            "kegiatan_id": acara.kegiatan_id, "sesi_id": kedua, "jabatan_id": post, "masa_id": "masa-baru",
            "orang_id": "orang-baru", "nama": "Penggantinya", "tanda": "hadir", "cara": "pindai", "pukul": 2,
        }  # fmt: skip
        tx.insert("bimtek_hadir", isi, scope=lama["lingkup"])

    store.write("uji.ganti", ganti)
    assert not sertifikat.calon_terbit(store.reader(), acara.kegiatan_id, syarat="semua")
    assert _terbit(store, acara) == (2, 0)
    semua = sertifikat.terbit(store.reader(), acara.kegiatan_id)
    assert {t.nama for t in semua} > {"Penggantinya"}
    assert len({t.nomor for t in semua}) == 2


def test_marks_of_a_deleted_session_earn_nothing(store: Store, acara: Contoh) -> None:
    _hadir(store, acara)
    store.write("uji.hapus", lambda tx: tx.delete("bimtek_sesi", acara.sesi_id))
    assert not sertifikat.calon_terbit(store.reader(), acara.kegiatan_id)


def test_two_computers_give_the_same(tmp_path: Path) -> None:
    """Both begin with the same rows, as after a sync, and issue on different days."""
    nomor = []
    for folder, geser in (("a", 0), ("b", 3 * 86_400_000)):
        (tmp_path / folder).mkdir()
        with kantor.buka(tmp_path / folder, kantor.Jam(bimtek_contoh.PAGI + geser)) as store:
            acara = bimtek_contoh.contoh(store)
            _hadir(store, acara)
            _terbit(store, acara)
            nomor.append([t.nomor[4:] for t in sertifikat.terbit(store.reader(), acara.kegiatan_id)])
    assert nomor[0] == nomor[1]


def test_an_undo_takes_all_back(store: Store, acara: Contoh) -> None:
    _hadir(store, acara)
    act = sertifikat_ops.terbitkan(store, acara.kegiatan_id).changes.act_id
    history.undo(store, act)
    assert not _nomor(store, acara)


def test_who_sent_a_proxy_was_excused_or_is_in_doubt_gets_none(store: Store, acara: Contoh) -> None:
    _hadir(store, acara, lewat=525, tanda="diwakili")
    with pytest.raises(InputSalah):
        _terbit(store, acara)
    _hadir(store, acara, lewat=527)
    assert not sertifikat.calon_terbit(store.reader(), acara.kegiatan_id)
    _hadir(store, acara, lewat=524)
    assert _terbit(store, acara) == (1, 0)


def test_all_sessions_may_be_asked_for(store: Store, acara: Contoh) -> None:
    kedua = ops.simpan_sesi(
        store, acara.kegiatan_id, {"judul": "Hari kedua", "tanggal": "2017-11-21", "sasaran": "Lubuk Linggau Timur I"}
    ).value
    _hadir(store, acara, lewat=0)
    con = store.reader()
    semua = sertifikat.calon_terbit(con, acara.kegiatan_id)
    bersesi_dua = [c for c in semua if c.sesi_nya == 2]
    assert bersesi_dua
    assert len(sertifikat.calon_terbit(con, acara.kegiatan_id, syarat="semua")) == 528 - len(bersesi_dua)
    _hadir(store, acara, lewat=0, sesi_id=kedua)
    assert len(sertifikat.calon_terbit(store.reader(), acara.kegiatan_id, syarat="semua")) == 528
    with pytest.raises(InputSalah):
        sertifikat.calon_terbit(con, acara.kegiatan_id, syarat="apa saja")


@pytest.mark.parametrize(
    ("isian", "kata"),
    [
        ({"nomor": "{tahun}/BIMTEK"}, "harus memuat {urut}"),
        ({"nomor": "{urut}/{hari}"}, "{hari}"),
        ({"kalimat": "peserta {kegiatan"}, "kurung kurawal"),
        ({"kalimat": "peserta {nik}"}, "{nik}"),
        ({"warna": "pelangi"}, "pelangi"),
        ({"judul": "S" * 61}, "Paling panjang 60"),
    ],
)
def test_a_design_that_cannot_be_is_refused(store: Store, isian: dict[str, str], kata: str) -> None:
    with pytest.raises(InputSalah) as salah:
        sertifikat_ops.simpan_rancangan(store, "kota", isian)
    assert kata in salah.value.pesan
    assert salah.value.field == next(iter(isian))


@pytest.mark.parametrize(
    "isi", [b"", b"GIF89a", _png()[:40], b"\x89PNG\r\n\x1a\n" + b"\0" * 40, _png() + b"\0" * 300_000]
)
def test_a_picture_that_is_none_is_refused(store: Store, isi: bytes) -> None:
    with pytest.raises(InputSalah):
        sertifikat_ops.pasang_gambar(store, "kota", "logo", isi)


def test_a_damaged_picture_is_told_when_it_is_drawn(store: Store, acara: Contoh) -> None:
    rusak = _png()[:60] + b"\0" * 40 + _png()[-30:]
    sertifikat_ops.pasang_gambar(store, "kota", "latar", rusak)
    with pytest.raises(Gangguan, match="rancangan sertifikat"):
        sertifikat_cetak.contoh(store.reader(), "kota", hari=HARI, kegiatan_id=acara.kegiatan_id)


@given(st.lists(st.sampled_from(["{", "}", "{tema}", "{tempat}", "{nik}", "{}", "di ", "Ketua"]), max_size=8))
def test_a_sentence_fills_wholly_or_is_refused(bagian: list[str]) -> None:
    kalimat = "".join(bagian)
    ditolak = True
    with contextlib.suppress(InputSalah):
        sertifikat.periksa_pengisi("kalimat", kalimat, text.PENGISI)
        ditolak = False
    sisa = kalimat.replace("{tema}", "").replace("{tempat}", "")
    assert ditolak == bool(set(sisa) & set("{}"))


_KODE = (370, 30, 370, 450)
"""Points cut off left, below, right and above: the code is in what is left."""


def test_every_page_carries_its_own_name_and_number(store: Store, acara: Contoh) -> None:
    _hadir(store, acara)
    _terbit(store, acara)
    maju: list[tuple[int, int]] = []
    pdf = sertifikat_cetak.sertifikat(store.reader(), acara.kegiatan_id, maju=lambda i, n: maju.append((i, n)))
    assert maju[-1] == (522, 522)
    semua = sertifikat.terbit(store.reader(), acara.kegiatan_id)
    with pypdfium2.PdfDocument(pdf) as dokumen:
        teks = dokumen[300].get_textpage().get_text_range()
        gambar = (satu.render(scale=2, crop=_KODE, grayscale=True).to_pil() for satu in dokumen)
        dibaca = [[kode.text for kode in zxingcpp.read_barcodes(satu)] for satu in gambar]
    assert semua[300].nama in teks
    assert semua[300].nomor in teks
    assert dibaca == [[t.nomor.upper()] for t in semua]


class Batal(Exception):
    """The clerk presses *Batal*."""


def test_it_can_be_stopped(store: Store, acara: Contoh) -> None:
    _hadir(store, acara)
    _terbit(store, acara)

    def berhenti(i: int, _n: int) -> None:
        if i == 10:
            raise Batal

    with pytest.raises(Batal):
        sertifikat_cetak.sertifikat(store.reader(), acara.kegiatan_id, maju=berhenti)


def _rancang(store: Store) -> None:
    rt.set_pejabat(store, "kota", "kabag", {"nama": "Drs. M. Yusuf Effendi, M.Si.", "nip": "19680817 199003 1 005"})
    isi = {
        "warna": "emas", "balik": "1", "kiri_jabatan": "Asisten Pemerintahan dan Kesejahteraan Rakyat",
        "kiri_nama": "Drs. H. Abdul Rahman Syahputra Nasution, M.Si.", "kiri_nip": "19640101 198903 1 004",
        "kalimat": (
            "sebagai PESERTA {kegiatan} dengan tema “{tema}”, yang diselenggarakan oleh {penyelenggara} Sekretariat "
            "Daerah Kota Lubuk Linggau pada hari {tanggal} bertempat di {tempat} Kota Lubuk Linggau."
        ),
    }  # fmt: skip
    sertifikat_ops.simpan_rancangan(store, "kota", isi)
    sertifikat_ops.pasang_gambar(store, "kota", "logo", _png((200, 240)))


def test_the_pages_look_as_they_were_looked_at(store: Store, acara: Contoh) -> None:
    biasa = sertifikat_cetak.contoh(store.reader(), "kota", hari=HARI, kegiatan_id=acara.kegiatan_id)
    emas.sama("sertifikat", biasa)
    _rancang(store)
    sendiri = sertifikat_cetak.contoh(store.reader(), "kota", hari=HARI, kegiatan_id=acara.kegiatan_id)
    emas.sama("sertifikat-sendiri", sendiri)
    assert emas.berbeda("sertifikat", sendiri)


def test_a_background_fills_the_page(store: Store, acara: Contoh) -> None:
    sertifikat_ops.pasang_gambar(store, "kota", "latar", _png((297, 210)))
    pdf = sertifikat_cetak.contoh(store.reader(), "kota", hari=HARI, kegiatan_id=acara.kegiatan_id)
    with pypdfium2.PdfDocument(pdf) as dokumen:
        gambar = dokumen[0].render(scale=1).to_pil()
    assert gambar.getpixel((3, 3)) == gambar.getpixel((gambar.width - 4, gambar.height - 4)) == (20, 90, 160)
