"""F14, the minutes of a session (DOMAIN §8); what was not written yet has room to be written by hand."""

from __future__ import annotations

from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.printing.letter import Alinea, Bab, Blok, Pasang, Surat
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection

from . import lembar, queries
from . import text_cetak as kata
from .statistik import angka_sesi

_GARIS = 3


def susun(con: Connection, sesi_id: str, *, sekarang: int) -> Surat:
    """Gather the minutes of a session; raise InputSalah when it is gone."""
    s = queries.satu_sesi(con, sesi_id)
    k = queries.satu_kegiatan(con, s.kegiatan_id)
    isi = queries.notulen(con, sesi_id)._asdict()
    a = angka_sesi(con, sesi_id)
    tambah = kata.PESERTA_TAMBAH.format(n=a.tanpa_undangan) if a.tanpa_undangan else ""
    peserta = kata.PESERTA_ISI.format(datang=a.datang_undangan, n=a.diundang, tambah=tambah)
    pasang = (
        (kata.MATERI, s.judul),
        *lembar.rinci_sesi(s),
        *((judul, isi[kolom] or kata.TITIK) for kolom, judul in kata.NOTULEN_PASANG.items()),
        (kata.PESERTA, peserta if a.datang else kata.TITIK),
    )
    blok: list[Blok] = [Pasang(label, nilai) for label, nilai in pasang]
    for ke, (kolom, judul) in enumerate(kata.NOTULEN_BAB.items(), 1):
        blok.append(Bab(kata.BAB.format(nomor=ke, judul=judul)))
        blok += [Alinea(satu) for satu in lembar.alinea(isi[kolom]) or [kata.GARIS_ISI] * _GARIS]
    tanda = (
        Penanda((kata.PIMPINAN,), isi["pimpinan"], ber_nip=False),
        Penanda((kata.NOTULIS,), isi["notulis"], ber_nip=False),
    )
    return Surat(
        kantor.kop(con, k.lingkup), (kata.NOTULEN_JUDUL, k.nama.upper()), "", tuple(blok), lembar.tempat_hari(s.hari),
        (tanda,), Kaki(kata.NOTULEN_KAKI.format(sesi=s.judul), lembar.saat(sekarang)),
    )  # fmt: skip
