"""Certificates on paper (F13): the design of the office that holds the event, filled with each holder."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.printing import certificate
from sipokat_desktop.printing.certificate import Materi, Penerima, Sertifikat, Warna
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.storage import sqlite

from . import kegiatan as acara
from . import sertifikat as rancang
from . import text_sertifikat as text
from .model import Kegiatan, Lingkup
from .sertifikat import Rancangan, Tanda

WARNA: Mapping[str, Warna] = {
    "biru": (0.09, 0.28, 0.55), "hijau": (0.08, 0.38, 0.22), "merah": (0.52, 0.09, 0.12), "emas": (0.6, 0.44, 0.08),
    "hitam": (0.1, 0.1, 0.1),
}  # fmt: skip


def sertifikat(
    con: sqlite.Connection, kegiatan_id: str, *, lingkup: Lingkup = "", jabatan: Collection[str] = (),
    maju: certificate.Maju | None = None,
) -> bytes:  # fmt: skip
    """Return the certificates of an event that were issued (of ``lingkup``, or of these posts only) as one PDF, sorted
    for handing out. Raises InputSalah when there is none."""
    k = acara.satu_kegiatan(con, kegiatan_id)
    semua = [t for t in rancang.terbit(con, kegiatan_id, lingkup=lingkup) if not jabatan or t.jabatan_id in jabatan]
    if not semua:
        raise InputSalah("kegiatan", text.TAK_ADA_TERBIT)
    penerima = [
        Penerima(t.nomor, t.nama, rancang.sebagai(t.rt, t.kelurahan, t.kecamatan), t.nomor.upper()) for t in semua
    ]
    hari = date.fromisoformat(max(t.tanggal for t in semua))
    return certificate.gambar(_bersama(con, k, rancang.rancangan(con, k.lingkup), hari), penerima, maju=maju)


def contoh(
    con: sqlite.Connection, lingkup: str, *, hari: date, bentuk: Rancangan | None = None, kegiatan_id: str = ""
) -> bytes:
    """Return one page with a made-up name: what a design (the stored one when None) of an office looks like."""
    jadi = bentuk or rancang.rancangan(con, lingkup)
    k = acara.satu_kegiatan(con, kegiatan_id) if kegiatan_id else _kegiatan_contoh(lingkup, hari)
    kelurahan = wilayah.kelurahan_dari(lingkup)[0]
    tempat = rancang.sebagai("05", wilayah.nama(kelurahan), wilayah.nama_kecamatan(kelurahan))
    nomor = rancang.tulis_nomor(jadi.nomor, text.NOMOR_CONTOH, hari)
    return certificate.gambar(_bersama(con, k, jadi, hari), [Penerima(nomor, text.NAMA_CONTOH, tempat, nomor.upper())])


def _kegiatan_contoh(lingkup: str, hari: date) -> Kegiatan:
    kosong = dict.fromkeys(Kegiatan._fields[:-2], "")
    isi = kosong | {
        "lingkup": lingkup,
        "nama": text.KEGIATAN_CONTOH,
        "mulai": hari.isoformat(),
        "sampai": hari.isoformat(),
    }
    return Kegiatan(**isi, sesi=0, diundang=0)


def _bersama(con: sqlite.Connection, k: Kegiatan, bentuk: Rancangan, hari: date) -> Sertifikat:
    kop = kantor.kop(con, k.lingkup)
    return Sertifikat(
        kop=kop.baris,
        judul=bentuk.judul,
        kalimat=rancang.isi_kalimat(bentuk.kalimat, k),
        tempat_tanggal=f"{text.TEMPAT}, {tanggal.panjang(hari)}",
        penanda=_penanda(con, k.lingkup, bentuk, hari),
        warna=WARNA[bentuk.warna] if bentuk.warna in WARNA else WARNA["hitam"],
        logo=bentuk.logo,
        latar=bentuk.latar,
        judul_materi=text.MATERI.format(kegiatan=k.nama),
        materi=_materi(con, k) if bentuk.balik else (),
    )


def _penanda(con: sqlite.Connection, lingkup: str, bentuk: Rancangan, hari: date) -> tuple[Penanda, ...]:
    """Return who signs: those of the design; on the right the head of the office where the design names nobody."""
    kanan = _satu(bentuk.kanan) if bentuk.kanan.ada else kantor.penanda_kepala(con, lingkup, hari, "")
    return (_satu(bentuk.kiri), kanan) if bentuk.kiri.ada else (kanan,)


def _satu(tanda: Tanda) -> Penanda:
    return Penanda(tuple(filter(None, (tanda.jabatan,))), tanda.nama, "", tanda.nip, ber_nip=bool(tanda.nip))


def _materi(con: sqlite.Connection, k: Kegiatan) -> tuple[Materi, ...]:
    return tuple(
        Materi(s.judul, s.pembicara, ", ".join(filter(None, (tanggal.panjang(s.hari), s.waktu))))
        for s in acara.sesi(con, k.kegiatan_id)
    )
