"""Receipts (F2) of a list: one for each line that was paid or is to be paid."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import periode, rupiah, tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing import kwitansi as lembar
from sipokat_desktop.printing.kwitansi import Kwitansi
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.storage.sqlite import Connection

from . import cetakan, queries, text_acara
from . import text_cetak as text
from .acara import hari_acara
from .baris import Baris
from .daftar import Daftar
from .komponen import dana, setelan
from .model import Acara
from .prints import tahun_anggaran

BATAS_METERAI = 5_000_000
"""Rupiah above which a receipt bears a duty stamp (DOMAIN §8)."""
BELUM = "belum"
DARI = "kwitansi.dari"
"""Setting: from whom the money is received; ``{kelurahan}`` stands for the name of the kelurahan."""


class _Bersama(NamedTuple):
    """What all receipts of a list share."""

    daftar: Daftar
    kelurahan: str
    tahun: int
    kode: str
    dari: str
    sekarang: int
    acara: Acara | None


def pratinjau(con: Connection, nomor: str, *, kertas: str, sekarang: int, bentuk: str = "") -> bytes:
    """Return the receipts of a locked list as a PDF as of ``sekarang`` (UTC ms), ``bentuk`` "belum" only of those who
    have still to receive; raises InputSalah for a draft."""
    return lembar.gambar(susun(con, nomor, sekarang=sekarang, belum=bentuk == BELUM), Kertas[kertas])


def susun(con: Connection, nomor: str, *, sekarang: int, belum: bool = False) -> list[Kwitansi]:
    """Gather the receipts of a locked list; lines that pay nothing or are postponed have none.

    Raises InputSalah for an unknown number, for a draft, and when no line needs a receipt.
    """
    d = queries.cari_daftar(con, nomor)
    cetakan.berlaku(d, text.KW_DRAF)
    baris = [b for b in queries.baris(con, daftar_id=d.daftar_id) if _perlu(b, belum=belum)]
    if not baris:
        raise InputSalah("nomor", text.KW_TAK_ADA.format(nomor=nomor))
    kini = cetakan.hari_ini(sekarang)
    tahun = tahun_anggaran(d, kini)
    pejabat = {hari: _pejabat(con, d, hari) for hari in {_hari(b, kini) for b in baris}}
    bersama = _Bersama(
        d, rt.nama_kelurahan(con, d.lingkup), tahun, _kode_rekening(con, d, tahun),
        setelan(con, lingkup=d.lingkup, kunci=DARI, bawaan=text.KW_DARI_BAWAAN), sekarang, _acara(con, d),
    )  # fmt: skip
    return [_satu(bersama, b, pejabat[_hari(b, kini)]) for b in baris]


def _hari(b: Baris, kini: date) -> date:
    """Return the day that a receipt bears: when it was signed, else today; its officials are those of that day."""
    return date.fromisoformat(b.tanda) if b.tanda else kini


def _pejabat(con: Connection, d: Daftar, hari: date) -> tuple[Penanda, ...]:
    return tuple(cetakan.penanda(con, d.lingkup, peran, hari, di_atas=di_atas) for peran, di_atas in text.KW_PENANDA)


def _perlu(b: Baris, *, belum: bool) -> bool:
    return bool(b.bruto and (b.dibayar or not b.ditunda) and (b.sisa or not belum))


def _kode_rekening(con: Connection, d: Daftar, tahun: int) -> str:
    for k in queries.komponen(con, lingkup=d.lingkup):
        if k.komponen_id == d.komponen_id:
            return dana(con, lingkup=d.lingkup, komponen=k, tahun=tahun).kode_rekening
    return ""


def _acara(con: Connection, d: Daftar) -> Acara | None:
    """Return the event that a list pays, where it is known here."""
    semua = (k.acara for k in queries.komponen(con, lingkup=d.lingkup) if k.komponen_id == d.komponen_id)
    return next((acara for acara in semua if acara and acara.judul), None)


def _satu(s: _Bersama, b: Baris, pejabat: tuple[Penanda, ...]) -> Kwitansi:
    bukti = f"{s.daftar.nomor}/{b.no:02d}"
    kaki = cetakan.kaki(text.KW_KAKI.format(bukti=bukti), s.sekarang)
    kecamatan = wilayah.nama_kecamatan(s.daftar.lingkup).upper()
    return Kwitansi(
        kepala=(
            text.KW_PEMERINTAH, text.KW_KECAMATAN.format(nama=kecamatan),
            text.KW_KELURAHAN.format(nama=s.kelurahan.upper()),
        ),
        bukti=tuple(zip(text.KW_BUKTI, (str(s.tahun), bukti, s.kode or text.TITIK), strict=True)),
        dari=s.dari.replace("{kelurahan}", s.kelurahan),
        jumlah=b.bruto, untuk=_untuk(s, b), potongan=_potongan(b),
        tempat_tanggal=_tempat_tanggal(b, cetakan.hari_ini(s.sekarang)), penerima=_penerima(b), penanda=pejabat,
        meterai=text.KW_METERAI if b.bruto > BATAS_METERAI else "", kaki=f"{kaki.kiri} · {kaki.dicetak}",
    )  # fmt: skip


def _untuk(s: _Bersama, b: Baris) -> str:
    siapa = {"komponen": s.daftar.komponen, "rt": b.nomor_rt, "kelurahan": s.kelurahan}
    if s.acara:
        return text_acara.KW_UNTUK.format(**siapa, judul=s.acara.judul, hari=hari_acara(s.acara))
    return text.KW_UNTUK.format(**siapa, bulan=periode.rentang_tahun(b.bulan))


def _potongan(b: Baris) -> tuple[tuple[str, str], ...]:
    """Return the pairs under the amount: the tax and what is taken home, and the letter of a proxy."""
    pajak = zip(text.KW_POTONGAN, (rupiah.uang_penuh(b.pph), rupiah.uang_penuh(b.diterima)), strict=True)
    kuasa = zip(text.KW_KUASA, (b.nama, b.surat_kuasa or text.TITIK), strict=True)
    return (*(pajak if b.pph else ()), *(kuasa if b.penerima == "kuasa" else ()))


def _tempat_tanggal(b: Baris, hari: date) -> str:
    kapan = tanggal.panjang(date.fromisoformat(b.tanda)) if b.tanda else f"{text.TITIK} {hari.year}"
    return f"{text.TEMPAT}, {kapan}"


def _penerima(b: Baris) -> Penanda:
    if b.penerima != "kuasa":
        return Penanda((text.KW_MENERIMA, text.KETUA_RT.format(rt=b.nomor_rt)), b.nama)
    return Penanda((text.KW_MENERIMA_KUASA,))


def contoh() -> bytes:
    """Return an empty receipt, as it looks before any list exists."""
    kosong = Kwitansi(
        (text.KW_PEMERINTAH,), tuple((label, text.TITIK) for label in text.KW_BUKTI), text.TITIK, 0, text.TITIK, (),
        f"{text.TEMPAT}, {text.TITIK}", Penanda((text.KW_MENERIMA,)),
        tuple(Penanda((di_atas, text.PENANDA[peran].split(" {")[0])) for peran, di_atas in text.KW_PENANDA), "", "",
    )  # fmt: skip
    return lembar.gambar([kosong], Kertas.F4)
