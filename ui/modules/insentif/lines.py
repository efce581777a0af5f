"""The lines of a list as table rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.modules.insentif import periksa_kinerja
from sipokat_desktop.modules.insentif import text as insentif
from sipokat_desktop.modules.insentif.queries import Baris as BarisDaftar
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text
from .isi import Isi

PERAN = {"awas": Role.PERHATIAN, "salah": Role.SALAH}
KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, Rata.KANAN if 4 <= ke <= 6 else Rata.KIRI, sembunyi=sembunyi)
    for ke, (judul, (lebar, stretch, sembunyi)) in enumerate(
        zip(
            text.KOLOM,
            ((0, 0, 0), (0, 0, 1), (150, 2, 0), (0, 0, 2), (0, 0, 3), (0, 0, 4), (0, 0, 0), (180, 1, 0)),
            strict=True,
        )
    )
)


def baris_tabel(isi: Isi, kuasa: Mapping[str, str]) -> list[Baris]:
    """Return the table rows; a second line of the same post leaves its RT blank. ``kuasa`` are proxies typed and
    not recorded yet, per line."""
    hasil: list[Baris] = []
    sebelum = ""
    dapat = {b.no for b in isi.sisa}
    for b in isi.baris:
        kata, peran = _keadaan(isi, b, kuasa.get(b.baris_id, ""))
        catatan = pendek(isi.catatan.get(b.masa_id, "").removesuffix(f" {isi.daftar.periode[:4]}"))
        sel = (
            str(b.no), "" if b.jabatan_id == sebelum else f"RT {b.nomor_rt}",
            f"{b.nama} ({catatan})" if catatan else b.nama, isi.banyak(b) or text.BULAN.format(n=len(b.rincian)),
            rupiah.titik(b.bruto), rupiah.titik(b.pph), rupiah.titik(b.diterima), kata,
        )  # fmt: skip
        hasil.append(Baris(b.baris_id, sel, (None,) * 7 + (peran,), tetap=b.no not in dapat))
        sebelum = b.jabatan_id
    return hasil


def pendek(kalimat: str) -> str:
    """Return a sentence with months of three letters: the table is narrow, the panel says it in full."""
    for nama in tanggal.NAMA_BULAN:
        kalimat = kalimat.replace(nama, nama[:3])
    return kalimat


def _keadaan(isi: Isi, b: BarisDaftar, kuasa: str) -> tuple[str, Role]:
    if isi.draf:
        return _pemeriksaan(isi, b)
    if b.lebih:
        return text.TERCATAT_LEBIH if isi.ganda(b) else text.LEBIH_BAYAR.format(lebih=rupiah.uang(b.lebih)), Role.SALAH
    if isi.terkunci and isi.kurang(b):
        if all(t.jenis == periksa_kinerja.JENIS for t in isi.kurang(b)):
            return text.LAPORAN_BERUBAH, Role.PERHATIAN
        return text.HADIR_BERUBAH, Role.SALAH
    if b.lunas:
        return _diterima(b), Role.BAIK
    return _belum(isi, b, kuasa) if isi.terkunci else (text.BATAL_BARIS, Role.REDUP)


def _belum(isi: Isi, b: BarisDaftar, kuasa: str) -> tuple[str, Role]:
    """Say why a line of a locked list has not received everything."""
    if b.no in isi.menunggu:
        return text.MENUNGGU, Role.SALAH
    if b.ditunda:
        return text.DITUNDA, Role.REDUP
    if b.dibayar:
        return text.SEBAGIAN_DITERIMA.format(sisa=rupiah.uang(b.sisa)), Role.PERHATIAN
    if kuasa:
        return text.AKAN_KUASA.format(nomor=kuasa), Role.AKSEN
    return text.SUDAH_TANDA if isi.bertanda(b) else text.BELUM_DITERIMA, Role.PERHATIAN


def _pemeriksaan(isi: Isi, b: BarisDaftar) -> tuple[str, Role]:
    """Say the gravest thing that a check saw; arrears on other lists do not keep a line from being paid."""
    semua, kurang = isi.temuan.get(b.masa_id, []), isi.kurang(b)
    if kurang:
        berat = min(kurang, key=lambda t: t.peran != "salah")
        return pendek(berat.kalimat.partition(":")[0]), PERAN[berat.peran]
    if any(t.jenis == "khusus" for t in semua):
        return text.DITETAPKAN, Role.AKSEN
    return text.TUNGGAKAN if semua else insentif.SIAP, Role.BAIK


def _diterima(b: BarisDaftar) -> str:
    if not b.diterima:
        return text.TIDAK_DIBAYAR
    kata = text.DITERIMA_KUASA if b.penerima == "kuasa" else text.DITERIMA_PADA
    return kata.format(tanggal=hari(b.tanda))


def hari(iso: str) -> str:
    """Return an ISO day as it is written in tables, "" for none."""
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""
