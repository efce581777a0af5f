"""The audit pack: it says what the ledger says, and nothing in it can be changed unseen."""

from __future__ import annotations

import csv
import io
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.insentif import audit, koreksi, ops
from sipokat_desktop.modules.insentif.audit import text_paket
from sipokat_desktop.modules.insentif.audit.bungkus import DAFTAR_SIDIK, bungkus, daftar_sidik, sha
from sipokat_desktop.modules.insentif.audit.tabel_csv import awal, sambung
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, Jam, buka

Isi = dict[str, bytes]


def _isi_kantor(store: Store) -> str:
    """Five heads paid for a quarter, one taken back, one refunded with STS."""
    nomor = kantor.terkunci(store, 5)
    ops.terima(store, nomor, kecuali=[5], hari=date(2026, 4, 2))
    ops.batal_terima(store, nomor, 2, alasan="Salah  orang; dua  spasi")
    koreksi.kembalikan(store, nomor, 3, sts="STS 01/2026", tanggal=date(2026, 4, 5), alasan="Pindah")
    return nomor


def _paket(folder: Path, *, nama: str = "p.zip", nik_penuh: bool = False) -> tuple[audit.Paket, Isi]:
    with buka(folder / "data", Jam()) as store:
        if not store.reader().execute("SELECT 1 FROM insentif_daftar").fetchone():
            _isi_kantor(store)
        store.clock = Jam(kantor.SEKARANG + 10_000_000)
        paket = audit.simpan_paket(store, KELURAHAN, "2026-TW1", folder / nama, nik_penuh=nik_penuh)
    return paket, _buka(folder / nama)


def _buka(path: Path) -> Isi:
    with zipfile.ZipFile(path) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def _baris(isi: Isi, nama: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(isi[nama].decode("utf-8-sig")), delimiter=";"))


def _tulis(folder: Path, isi: Isi) -> Path:
    path = folder / "ubahan.zip"
    path.write_bytes(bungkus(isi))
    return path


def test_a_pack_says_what_the_ledger_says(tmp_path: Path) -> None:
    paket, isi = _paket(tmp_path)
    assert set(isi) == {*text_paket.ISI, "sha256.txt"}
    rows = _baris(isi, text_paket.PEMBAYARAN)
    with buka(tmp_path / "data") as store:
        ada = store.reader().execute("SELECT id, jumlah, jenis, coalesce(sts, '') FROM insentif_mutasi").fetchall()
    assert sorted((r["entri"], int(r["jumlah"]), r["jenis"], r["sts"]) for r in rows) == sorted(map(tuple, ada))
    assert paket.pembayaran == len(ada) == 18
    bayar = next(r for r in rows if r["rt"] == "RT 01")
    assert (bayar["sk_nomor"], bayar["tarif_bulan"], bayar["dasar_tarif"]) == ("141/01/2024", "550000", "SK 1/2026")
    assert (bayar["daftar"][:12], bayar["tanda_terima"], bayar["nik"]) == (
        "INS-2026TW1-",
        "2026-04-02",
        "1673••••••••0001",
    )
    assert all(r["inc"] and r["n"] and r["sidik_rantai"] for r in rows)
    assert paket.sidik == sha(isi["sha256.txt"])
    hasil = audit.periksa_paket(tmp_path / "p.zip", sidik=paket.sidik)
    assert (hasil.baik, hasil.temuan, hasil.sidik) == (True, (), paket.sidik)
    assert hasil.catatan_op > len(ada)
    assert "Paket utuh" in hasil.kalimat


def test_no_nik_is_in_the_pack_unless_asked(tmp_path: Path) -> None:
    _, isi = _paket(tmp_path)
    assert not any(kantor.nik(ke).encode() in satu for ke in range(1, 6) for satu in isi.values())
    _, penuh = _paket(tmp_path, nama="penuh.zip", nik_penuh=True)
    assert kantor.nik(1) == _baris(penuh, text_paket.MASA)[0]["nik"]
    assert audit.periksa_paket(tmp_path / "penuh.zip").baik


def test_the_same_data_give_the_same_bytes_but_for_the_stated_time(tmp_path: Path) -> None:
    _, satu = _paket(tmp_path, nama="a.zip")
    _, dua = _paket(tmp_path, nama="b.zip")
    assert satu == dua
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with buka(tmp_path / "data", Jam(kantor.SEKARANG + 3_600_000)) as store:
        audit.simpan_paket(store, KELURAHAN, "2026-TW1", tmp_path / "c.zip")
    tiga = _buka(tmp_path / "c.zip")
    assert {nama for nama in satu if satu[nama] != tiga[nama]} == {"BACA SAYA.txt", "laporan.pdf", "sha256.txt"}


def test_the_report_is_readable_and_names_the_hashes(tmp_path: Path) -> None:
    paket, isi = _paket(tmp_path)
    pdf = pypdfium2.PdfDocument(isi["laporan.pdf"])
    assert len(pdf) == paket.halaman
    teks = "\n".join(pdf[ke].get_textpage().get_text_bounded() for ke in range(len(pdf)))
    for kata in ("LAPORAN AUDIT", "A. RINGKASAN", "E. SIDIK BERKAS", "Ketua 01", "01/2026)", "141/01/2024"):
        assert kata in " ".join(teks.split())
    ujung = _baris(isi, text_paket.PEMBAYARAN)[-1]["sidik_baris"]
    assert ujung in teks.replace("\n", "").replace("\r", "")


def _susunan_zip(utuh: bytes) -> set[int]:
    """Where the headers, the directory and all of sha256.txt are."""
    with zipfile.ZipFile(io.BytesIO(utuh)) as arsip:
        kepala = {satu: satu.header_offset + 30 + len(satu.filename.encode()) for satu in arsip.infolist()}
        tempat = {*range(arsip.start_dir, len(utuh))}
    for satu, isi in kepala.items():
        tempat |= {*range(satu.header_offset, isi + (satu.file_size if satu.filename == DAFTAR_SIDIK else 0))}
    return tempat


def test_every_changed_byte_is_found(tmp_path: Path) -> None:
    """All of sha256.txt and of the zip's own structure, and a random sample of the rest."""
    _paket(tmp_path)
    utuh = (tmp_path / "p.zip").read_bytes()
    acak = random.Random(7)
    tempat = {*_susunan_zip(utuh), *(acak.randrange(len(utuh)) for _ in range(2000))}
    lolos: list[int] = []
    for ke in sorted(tempat):
        ubah = bytearray(utuh)
        ubah[ke] ^= 1 << acak.randrange(8)
        (tmp_path / "u.zip").write_bytes(ubah)
        if audit.periksa_paket(tmp_path / "u.zip").baik:
            lolos.append(ke)
    assert lolos == []
    assert not audit.periksa_paket(tmp_path / "u.zip").baik
    (tmp_path / "u.zip").write_bytes(utuh + b"x")
    assert not audit.periksa_paket(tmp_path / "u.zip").baik


def _hapus(baris: list[bytes]) -> None:
    del baris[2]


def _tukar(baris: list[bytes]) -> None:
    baris[1], baris[2] = baris[2], baris[1]


def _sisip(baris: list[bytes]) -> None:
    baris.insert(2, baris[1])


def _ubah(baris: list[bytes]) -> None:
    baris[1] = baris[1].replace(b"550000", b"750000", 1)


def _potong(baris: list[bytes]) -> None:
    del baris[-2]


@pytest.mark.parametrize("ubah", [_hapus, _tukar, _sisip, _ubah])
@pytest.mark.parametrize("nama", [text_paket.PEMBAYARAN, text_paket.BARIS])
def test_a_removed_swapped_added_or_changed_row_breaks_the_chain_even_with_new_file_hashes(
    tmp_path: Path, ubah: Callable[[list[bytes]], None], nama: str
) -> None:
    _, isi = _paket(tmp_path)
    baris = isi[nama].split(b"\r\n")
    ubah(baris)
    isi[nama] = b"\r\n".join(baris)
    hasil = audit.periksa_paket(_tulis(tmp_path, isi))
    assert any(nama in t and "sha256.txt" in t for t in hasil.temuan)
    isi["sha256.txt"] = daftar_sidik(isi)
    hasil = audit.periksa_paket(_tulis(tmp_path, isi))
    assert not hasil.baik
    assert any("Rantai baris" in t and nama in t for t in hasil.temuan)


def _rantai_baru(nama: str, baris: list[bytes]) -> bytes:
    """A forger's work: the row chain computed anew."""
    kepala = baris[0].decode("utf-8-sig").rpartition(";")[0]
    sidik, hasil = awal(nama, kepala), [baris[0]]
    for satu in baris[1:-1]:
        depan = satu.decode().rpartition(";")[0]
        sidik = sambung(sidik, depan)
        hasil.append(f"{depan};{sidik}".encode())
    return b"\r\n".join([*hasil, b""])


def test_a_forged_amount_with_all_hashes_made_anew_still_disagrees_with_the_op_log(tmp_path: Path) -> None:
    paket, isi = _paket(tmp_path)
    nama = text_paket.PEMBAYARAN
    baris = isi[nama].split(b"\r\n")
    _ubah(baris)
    isi[nama] = _rantai_baru(nama, baris)
    isi["sha256.txt"] = daftar_sidik(isi)
    hasil = audit.periksa_paket(_tulis(tmp_path, isi))
    assert len(hasil.temuan) == 1
    assert "tidak sama dengan catatan op-nya (jumlah)" in hasil.temuan[0]
    op = isi[text_paket.OP].split(b"\r\n")
    ke = next(n for n, satu in enumerate(op) if b'""jumlah"":550000' in satu)
    op[ke] = op[ke].replace(b'""jumlah"":550000', b'""jumlah"":750000')
    isi[text_paket.OP] = _rantai_baru(text_paket.OP, op)
    isi["sha256.txt"] = daftar_sidik(isi)
    hasil = audit.periksa_paket(_tulis(tmp_path, isi))
    assert any("tidak cocok dengan rantainya" in t for t in hasil.temuan)
    sidik_lain = audit.periksa_paket(tmp_path / "p.zip", sidik="0" * 64)
    assert not sidik_lain.baik
    assert audit.periksa_paket(tmp_path / "p.zip", sidik=paket.sidik.upper()).baik


def test_a_truncated_file_and_missing_or_added_files_are_found(tmp_path: Path) -> None:
    _, isi = _paket(tmp_path)
    for nama in isi:
        sisa = {n: v for n, v in isi.items() if n != nama}
        assert not audit.periksa_paket(_tulis(tmp_path, sisa)).baik, nama
        sisa["sha256.txt"] = daftar_sidik(sisa)
        assert audit.periksa_paket(_tulis(tmp_path, sisa)).baik is (nama == "sha256.txt"), nama
    assert not audit.periksa_paket(_tulis(tmp_path, isi | {"lain.txt": b"x"})).baik
    baris = isi[text_paket.BARIS].split(b"\r\n")
    _potong(baris)
    potong = isi | {text_paket.BARIS: b"\r\n".join(baris)}
    assert not audit.periksa_paket(_tulis(tmp_path, potong)).baik


def test_what_is_no_pack_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"bukan")
    assert "bukan paket audit" in audit.periksa_paket(tmp_path / "x.zip").kalimat
    with pytest.raises(InputSalah, match="tidak dapat dibaca"):
        audit.periksa_paket(tmp_path / "tidak ada.zip")
    with buka(tmp_path / "data") as store:
        kantor.terkunci(store, 1)
        with pytest.raises(InputSalah):
            audit.simpan_paket(store, KELURAHAN, "kapan", tmp_path / "p.zip")
        with pytest.raises(Gangguan):
            audit.simpan_paket(store, KELURAHAN, "2026", tmp_path / "tiada" / "p.zip")
        paket = audit.simpan_paket(store, KELURAHAN, "2026", tmp_path / "tahun.zip")
        assert paket.periode == "Tahun 2026"
    assert audit.periksa_paket(tmp_path / "tahun.zip").baik


def test_an_empty_period_is_a_whole_pack_too(tmp_path: Path) -> None:
    with buka(tmp_path / "data") as store:
        paket = audit.simpan_paket(store, KELURAHAN, "2019-01", tmp_path / "p.zip")
    assert (paket.pembayaran, paket.bendera) == (0, 0)
    assert audit.periksa_paket(tmp_path / "p.zip").baik


def test_the_checker_in_the_pack_needs_nothing_of_the_program(tmp_path: Path) -> None:
    _, isi = _paket(tmp_path)
    for nama, satu in isi.items():
        (tmp_path / nama).write_bytes(satu)
    baik = subprocess.run(
        [sys.executable, "-I", "periksa.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (baik.returncode, "Paket utuh." in baik.stdout) == (0, True), baik.stdout + baik.stderr
    baris = isi[text_paket.PEMBAYARAN].split(b"\r\n")
    _ubah(baris)
    isi[text_paket.PEMBAYARAN] = _rantai_baru(text_paket.PEMBAYARAN, baris)
    isi["sha256.txt"] = daftar_sidik(isi)
    for nama, satu in isi.items():
        (tmp_path / nama).write_bytes(satu)
    buruk = subprocess.run(
        [sys.executable, "-I", "periksa.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert buruk.returncode == 1
    assert "tidak sama dengan catatan op-nya" in buruk.stdout
