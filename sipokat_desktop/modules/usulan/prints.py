"""The papers of module usulan: F7 (DOMAIN §8), and what became of a proposal, for the RT."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import kantor as kepala
from sipokat_desktop.printing import letter, slip
from sipokat_desktop.printing.grid import Lajur
from sipokat_desktop.printing.letter import Alinea, Blok, Pasang
from sipokat_desktop.printing.letter_table import TabelSurat
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.printing.slip import Slip
from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.sqlite import Connection

from . import daftar_cetak, queries, text
from . import text_cetak as kata
from .model import Kabar

_LEBAR_KABAR = (36, 149)


def daftar(con: Connection, *, kantor: str, tahun: int, kertas: str, sekarang: int, saring: str = "") -> bytes:
    """Return F7 of a kelurahan, a kecamatan (``kec:…``) or the city (``kota``) as a PDF, landscape; ``saring`` is a
    chip of :data:`text.SARINGAN`, a category or a status, "" for all."""
    surat = daftar_cetak.susun(con, kantor, tahun, sekarang=sekarang, saring=saring)
    return letter.gambar(surat, Kertas[kertas])


def kabar(con: Connection, *, usulan_ids: Sequence[str], kertas: str, sekarang: int) -> bytes:
    """Return what became of these proposals as slips, two to a sheet; raises InputSalah where none is here."""
    hari = tanggal.wib(sekarang).date()
    semua = [satu for id in usulan_ids if (satu := queries.kabar(con, id, hari=hari))]
    if not semua:
        raise InputSalah("", text.TIDAK_ADA)
    return slip.gambar([_slip(con, satu, sekarang, hari) for satu in semua], Kertas[kertas])


def nama_berkas(con: Connection, apa: str, kantor: str, tahun: int) -> str:
    """Return the file name to propose for ``daftar`` or ``kabar``."""
    bersih = "".join(h if h.isalnum() else "-" for h in kepala.judul(con, kantor).casefold())
    return f"{kata.BERKAS[apa]}-{bersih}-{tahun}.pdf"


def _slip(con: Connection, k: Kabar, sekarang: int, hari: date) -> Slip:
    u = k.usulan
    pasang = (
        (kata.USULAN, kata.TAHUN_USULAN.format(judul=u.judul, tahun=u.tahun)), (kata.PENGUSUL, u.kata_pengusul),
        (kata.LOKASI, u.lokasi), (kata.VOLUME, u.kata_volume), (kata.KEADAAN, k.keadaan),
        (kata.SELANJUTNYA, k.selanjutnya),
    )  # fmt: skip
    isi: list[Blok] = [Pasang(label, nilai) for label, nilai in pasang if nilai]
    isi += [Alinea(k.digabung)] if k.digabung else []
    if k.langkah:
        lajur = tuple(Lajur(judul, lebar) for judul, lebar in zip(kata.KOLOM_KABAR, _LEBAR_KABAR, strict=True))
        isi.append(TabelSurat(lajur, k.langkah, ukuran=9.0))
    isi.append(Alinea(k.tanya))
    saat = f"{tanggal.pendek(hari)} {tanggal.jam_wib(sekarang)}"
    kop = kepala.kop(con, u.lingkup)
    return Slip(kop, kata.SLIP, isi, Kaki(kata.SLIP_KAKI.format(kelurahan=k.kelurahan), saat))


def _contoh_daftar(con: Connection) -> bytes:
    """Return F7 of the newest year there is, of the first office that has proposals."""
    row = con.execute("SELECT lingkup, tahun FROM usulan_butir ORDER BY tahun DESC, lingkup").fetchone()
    lingkup, tahun = (str(row[0]), int(row[1])) if row else (wilayah.KOTA, 2026)
    return daftar(con, kantor=lingkup, tahun=tahun, kertas="F4", sekarang=0)


def _contoh_kabar(con: Connection) -> bytes:
    """Return the slips of some proposals, else one that says that there is none."""
    ids = [str(row[0]) for row in con.execute("SELECT id FROM usulan_butir ORDER BY tahun DESC, id LIMIT 3")]
    if ids:
        return kabar(con, usulan_ids=ids, kertas="F4", sekarang=0)
    return slip.gambar([Slip(None, kata.SLIP, (Alinea(kata.SLIP_KOSONG),), Kaki("", ""))], Kertas.F4)


DOCUMENTS = (
    Document("daftar-usulan", kata.DOKUMEN["daftar"], _contoh_daftar),
    Document("kabar-usulan", kata.DOKUMEN["kabar"], _contoh_kabar),
)
