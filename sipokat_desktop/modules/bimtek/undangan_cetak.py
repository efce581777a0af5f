"""F12, the invitations: one letter for all who have the same sessions, to each by name with the code of his own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.printing.attendance import BarisHadir, DaftarHadir, Kelompok, kolom_terima
from sipokat_desktop.printing.grid import Lajur
from sipokat_desktop.printing.invitation import Bundel, Penerima, SuratUndangan
from sipokat_desktop.printing.letter_lines import Alinea, Blok, Pasang
from sipokat_desktop.printing.letter_table import TabelSurat
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection

from . import lembar, queries
from . import text_cetak as kata
from .model import Kegiatan, Lingkup, Sesi, Undangan

_LEBAR = (8, 34, 30, 48, 34, 32)


def susun(
    con: Connection, kegiatan_id: str, *, lingkup: Lingkup, sekarang: int, jabatan: Collection[str] = ()
) -> tuple[list[SuratUndangan], list[Bundel]]:
    """Gather the letters of an event and who gets which, in packets by kelurahan; of ``jabatan`` (ids) only, without
    separating sheets. Raises InputSalah when the event is gone or nobody is invited there."""
    k, hari = queries.satu_kegiatan(con, kegiatan_id), tanggal.wib(sekarang).date()
    semua = queries.undangan(con, kegiatan_id, lingkup=lingkup or "kota", hari=hari)
    semua = [u for u in semua if not jabatan or u.jabatan_id in jabatan]
    if not semua:
        raise InputSalah("undangan", kata.TANPA_PENERIMA)
    sesi = queries.sesi(con, kegiatan_id)
    per = {u.lingkup: tuple(s for s in sesi if s.untuk(u.lingkup)) for u in semua}
    macam = list(dict.fromkeys(per.values()))
    surat = [_surat(con, k, satu, hari) for satu in macam]
    bundel: list[Bundel] = []
    for kode, grup in groupby(semua, lambda u: u.lingkup):
        isi, ke = list(grup), macam.index(per[kode])
        pembatas = None if jabatan else _pembatas(con, k, isi, sekarang)
        bundel.append(Bundel([_penerima(u, ke, n, len(isi)) for n, u in enumerate(isi, 1)], pembatas))
    return surat, bundel


def _surat(con: Connection, k: Kegiatan, sesi: tuple[Sesi, ...], kini: date) -> SuratUndangan:
    hari = lembar.hari(k.surat_tanggal)
    kepala = kantor.kepala(con, k.lingkup, hari or kini)
    return SuratUndangan(
        kop=kantor.kop(con, k.lingkup),
        tempat_tanggal=lembar.tempat_hari(hari),
        kepala=(
            (kata.NOMOR, k.surat_nomor or kata.TITIK),
            (kata.SIFAT, kata.PENTING),
            (kata.LAMPIRAN, kata.KOSONG),
            (kata.PERIHAL, kata.PERIHAL_ISI.format(nama=k.nama)),
        ),
        isi=_isi(k, sesi),
        penanda=kepala.penanda(),
        petunjuk=kata.PETUNJUK,
    )


def _isi(k: Kegiatan, sesi: tuple[Sesi, ...]) -> list[Blok]:
    tema = kata.TEMA.format(tema=k.tema) if k.tema else ""
    dasar = kata.DASAR.format(dasar="; ".join(lembar.alinea(k.dasar_hukum))) if k.dasar_hukum else ""
    return [
        Alinea(kata.PEMBUKA.format(nama=k.nama, tema=tema, dasar=dasar), masuk=True),
        *_acara(k, sesi),
        *(Alinea(satu, masuk=True) for satu in (*lembar.alinea(k.surat_isi), kata.HARAP, kata.PENUTUP)),
    ]


def _acara(k: Kegiatan, sesi: tuple[Sesi, ...]) -> Sequence[Blok]:
    """Return one session as pairs, several as a table."""
    if not sesi:
        isi = ((kata.HARI, kata.NANTI), (kata.TEMPAT_ACARA, k.tempat), (kata.NARASUMBER, k.narasumber))
        return [Pasang(label, nilai) for label, nilai in isi if nilai]
    if len(sesi) == 1:
        return [Pasang(*satu) for satu in (*lembar.rinci_sesi(sesi[0])[:3], (kata.ACARA, sesi[0].judul))] + [
            Pasang(kata.NARASUMBER, satu) for satu in (sesi[0].pembicara,) if satu
        ]
    lajur = tuple(Lajur(judul, lebar) for judul, lebar in zip(kata.SESI_KOLOM, _LEBAR, strict=True))
    baris = [(str(ke), tanggal.lengkap(s.hari), s.waktu, s.judul, s.di, s.pembicara) for ke, s in enumerate(sesi, 1)]
    return [TabelSurat(lajur, baris)]


def _penerima(u: Undangan, surat: int, ke: int, n: int) -> Penerima:
    sebagai = tuple(pola.format(rt=u.rt, kelurahan=u.kelurahan, kecamatan=u.kecamatan) for pola in kata.SEBAGAI)
    kaki = kata.UNDANGAN_KAKI.format(kelurahan=u.kelurahan, ke=ke, n=n)
    return Penerima(u.nama, sebagai, u.token, u.kode, surat, kaki)


def _pembatas(con: Connection, k: Kegiatan, isi: Sequence[Undangan], sekarang: int) -> DaftarHadir:
    """Return the sheet that separates the letters of a kelurahan: the list on which they are signed for."""
    u = isi[0]
    judul = kata.KELOMPOK.format(kelurahan=u.kelurahan.upper(), kecamatan=u.kecamatan.upper())
    baris = [BarisHadir(u.nama or kata.RT_KOSONG, u.rt, 0, nomor=ke) for ke, u in enumerate(isi, 1)]
    jumlah = kata.TERIMA_ISI.format(n=len(isi))
    return DaftarHadir(
        judul=(kata.TERIMA_JUDUL, k.nama.upper(), *lembar.judul_wilayah(con, u.lingkup)),
        kepala=((kata.TERIMA_NOMOR, k.surat_nomor or kata.KOSONG), (kata.TERIMA_JUMLAH, jumlah)),
        kelompok=[Kelompok(judul, baris, jumlah)],
        penutup=(),
        penanda=(Penanda((kata.YANG_MENYERAHKAN,)),),
        tempat_tanggal=lembar.tempat_hari(None),
        kaki=Kaki(kata.TERIMA_KAKI.format(kelurahan=u.kelurahan), lembar.saat(sekarang)),
        kop=kantor.kop(con, k.lingkup),
        kolom=kolom_terima(kata.TERIMA_KOLOM),
    )
