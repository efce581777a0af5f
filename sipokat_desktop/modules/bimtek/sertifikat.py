"""Certificates of an event: their design, who has one, who is still to get one (DOMAIN §5, F13)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id, short_code
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import kegiatan as acara
from . import text_sertifikat as text
from . import undangan
from .model import Kegiatan, Lingkup
from .tanda import HADIR
from .tanda_sql import BERLAKU

TABEL, TERBIT = "bimtek_sertifikat", "bimtek_terbit"
SATU, SEMUA = "satu", "semua"
_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_PENGISI = re.compile(r"\{([^{}]*)\}")
_ISI = (
    "judul", "kalimat", "nomor", "warna", "logo", "latar", "kiri_jabatan", "kiri_nama", "kiri_nip", "kanan_jabatan",
    "kanan_nama", "kanan_nip",
)  # fmt: skip


class Tanda(NamedTuple):
    """Who signs on one side; all empty: nobody on the left, the head of the office on the right."""

    jabatan: str = ""
    nama: str = ""
    nip: str = ""

    @property
    def ada(self) -> bool:
        """Tell whether somebody was named."""
        return any(self)


class Rancangan(NamedTuple):
    """The design of an office's certificates: title, sentence and number with fillers in braces, a colour of
    text_sertifikat.WARNA, pictures (JPEG or PNG, b"": none), signers, and whether the topics stand on the back."""

    lingkup: str
    judul: str = text.JUDUL
    kalimat: str = text.KALIMAT
    nomor: str = text.NOMOR
    warna: str = "biru"
    logo: bytes = b""
    latar: bytes = b""
    kiri: Tanda = Tanda()
    kanan: Tanda = Tanda()
    balik: bool = False


class Terbit(NamedTuple):
    """A certificate: ``nama`` as printed, ``tanggal`` ISO, and the post it was earned for."""

    terbit_id: str
    kegiatan_id: str
    lingkup: str
    jabatan_id: str
    nama: str
    nomor: str
    tanggal: str
    rt: str
    kelurahan: str
    kecamatan: str


class Calon(NamedTuple):
    """Who came himself and has no certificate yet: his term then, and to how many of ``sesi_nya`` sessions he came."""

    jabatan_id: str
    lingkup: str
    masa_id: str
    orang_id: str
    nama: str
    nomor: str
    rw: str
    hadir: int
    sesi_nya: int


_CALON = f"""WITH berlaku AS ({BERLAKU.format(lagi="AND h.kegiatan_id = :k")}),
    datang AS (
        SELECT DISTINCT h.sesi_id, h.jabatan_id, h.lingkup, coalesce(h.masa_id, '') AS masa_id,
               coalesce(h.orang_id, '') AS orang_id, h.nama
        FROM berlaku b JOIN bimtek_sesi s ON s.id = b.sesi_id
        JOIN bimtek_hadir h ON h.sesi_id = b.sesi_id AND h.jabatan_id = b.jabatan_id AND h.tanda = :hadir
        WHERE b.tanda = :hadir)
SELECT d.jabatan_id, d.lingkup, d.masa_id, max(d.orang_id), coalesce(max(o.nama), max(d.nama), ''),
    coalesce(j.nomor, ''), coalesce(j.rw, ''), count(DISTINCT d.sesi_id)
FROM datang d LEFT JOIN rt_orang o ON o.id = d.orang_id LEFT JOIN rt_jabatan j ON j.id = d.jabatan_id
WHERE NOT EXISTS (SELECT 1 FROM {TERBIT} t WHERE t.kegiatan_id = :k AND t.jabatan_id = d.jabatan_id
                  AND coalesce(t.masa_id, '') = d.masa_id)
GROUP BY d.jabatan_id, d.masa_id ORDER BY d.lingkup, length(j.nomor), j.nomor, d.jabatan_id, d.masa_id"""


def id_rancangan(lingkup: str) -> str:
    """Return the id of the design of an office, the same on every PC."""
    return derived_id(TABEL, lingkup)


def id_terbit(kegiatan_id: str, jabatan_id: str, masa_id: str) -> str:
    """Return the id of the one certificate of a head for an event, whichever PC issues it."""
    return derived_id(TERBIT, kegiatan_id, jabatan_id, masa_id)


def rancangan(con: sqlite.Connection, lingkup: str) -> Rancangan:
    """Return the design of an office; what was not set is as text_sertifikat says."""
    kolom = ", ".join(f"coalesce({nama}, '')" for nama in _ISI)
    row = con.execute(f"SELECT {kolom}, coalesce(balik, 0) FROM {TABEL} WHERE id = ?", (id_rancangan(lingkup),))
    isi = row.fetchone()
    if isi is None:
        return Rancangan(lingkup)
    return Rancangan(
        lingkup, isi[0] or text.JUDUL, isi[1] or text.KALIMAT, isi[2] or text.NOMOR, isi[3] or "biru",
        _gambar(isi[4]), _gambar(isi[5]), Tanda(*isi[6:9]), Tanda(*isi[9:12]), bool(isi[12]),
    )  # fmt: skip


def _gambar(isi: str) -> bytes:
    try:
        return base64.b64decode(isi, validate=True)
    except (binascii.Error, ValueError):
        return b""


def terbit(con: sqlite.Connection, kegiatan_id: str, *, lingkup: Lingkup = "") -> list[Terbit]:
    """Return the certificates of an event by kecamatan, kelurahan and RT."""
    rows = con.execute(
        f"""SELECT t.id, t.kegiatan_id, t.lingkup, t.jabatan_id, coalesce(t.nama, ''), coalesce(t.nomor, ''),
                   coalesce(t.tanggal, ''), coalesce(j.nomor, '?')
            FROM {TERBIT} t LEFT JOIN rt_jabatan j ON j.id = t.jabatan_id WHERE t.kegiatan_id = ?
            ORDER BY t.lingkup, length(j.nomor), j.nomor, t.id""",
        (kegiatan_id,),
    ).fetchall()
    di = set(undangan.terpilih(sorted({str(row[2]) for row in rows}), lingkup or wilayah.KOTA))
    return [Terbit(*(*row, *_tempat(con, row[2]))) for row in rows if row[2] in di]


def _tempat(con: sqlite.Connection, lingkup: str) -> tuple[str, str]:
    return rt.nama_kelurahan(con, lingkup), wilayah.nama_kecamatan(lingkup)


def calon_terbit(con: sqlite.Connection, kegiatan_id: str, *, lingkup: Lingkup = "", syarat: str = SATU) -> list[Calon]:
    """Return who came himself (a proxy earns the head none) and has no certificate yet, in the order of their posts:
    to one session at least, or (``syarat`` "semua") to all that are his. Raises InputSalah for another ``syarat``."""
    if syarat not in text.SYARAT:
        raise InputSalah("syarat", text.SYARAT_SALAH.format(syarat=syarat))
    semua = acara.sesi(con, kegiatan_id)
    rows = con.execute(_CALON, {"k": kegiatan_id, "hadir": HADIR}).fetchall()
    di = set(undangan.terpilih(sorted({str(row[1]) for row in rows}), lingkup or wilayah.KOTA))
    nya = {kode: sum(s.untuk(kode) for s in semua) for kode in di}
    calon = [Calon(*(*row, nya[row[1]])) for row in rows if row[1] in di]
    return [c for c in calon if syarat == SATU or c.hadir >= max(c.sesi_nya, 1)]


def periksa_pengisi(field: str, teks: str, dikenal: Mapping[str, str]) -> None:
    """Raise InputSalah for a filler in braces that is not among ``dikenal``, or a brace without its fellow."""
    pilihan = ", ".join(f"{{{nama}}}" for nama in dikenal)
    for nama in _PENGISI.findall(teks):
        if nama not in dikenal:
            raise InputSalah(field, text.PENGISI_ASING.format(asing=f"{{{nama}}}", pilihan=pilihan))
    if set("{}") & set(_PENGISI.sub("", teks)):
        raise InputSalah(field, text.KURUNG.format(contoh=pilihan.partition(",")[0]))


def urut(kegiatan_id: str, c: Calon) -> str:
    """Return the running part of a certificate's number: ``K7QM-051001.05-X4T`` for an event, kecamatan 05, kelurahan
    1001, RT 05 and the head. It follows from these alone: every PC gives the same, and no two heads share one."""
    tempat = "".join(c.lingkup.split(".")[-2:])
    nomor = "-".join(filter(None, (c.nomor, c.rw)))
    sendiri = short_code(id_terbit(kegiatan_id, c.jabatan_id, c.masa_id), 3)
    return f"{short_code(kegiatan_id, 4)}-{tempat}.{nomor}-{sendiri}"


def isi_kalimat(kalimat: str, k: Kegiatan) -> str:
    """Fill the sentence of a certificate with what an event says."""
    nilai = {
        "kegiatan": k.nama, "tema": k.tema, "tanggal": k.waktu, "tempat": k.tempat or text.TANPA_TEMPAT,
        "penyelenggara": k.penyelenggara or wilayah.nama_kantor(k.lingkup),
    }  # fmt: skip
    return _isi(kalimat, nilai)


def tulis_nomor(pola: str, urut: str, hari: date) -> str:
    """Return the number of a certificate issued on a day."""
    return _isi(pola, {"urut": urut, "bulan": _ROMAWI[hari.month - 1], "tahun": str(hari.year)})


def _isi(pola: str, nilai: Mapping[str, str]) -> str:
    return _PENGISI.sub(lambda cocok: nilai.get(cocok[1], cocok[0]), pola)


def sebagai(rt: str, kelurahan: str, kecamatan: str) -> str:
    """Say whose certificate it is, under the name."""
    return text.SEBAGAI.format(rt=rt, kelurahan=kelurahan, kecamatan=kecamatan)


def sebut_rancangan(con: sqlite.Connection, id: str) -> str:
    """Name a design by its office."""
    row = con.execute(f"SELECT lingkup FROM {TABEL} WHERE id = ?", (id,)).fetchone()
    return text.RANCANGAN.format(kantor=wilayah.nama_kantor(row[0])) if row else ""


def sebut_terbit(con: sqlite.Connection, id: str) -> str:
    """Name a certificate by its holder and number."""
    row = con.execute(f"SELECT coalesce(nama, ''), coalesce(nomor, '') FROM {TERBIT} WHERE id = ?", (id,)).fetchone()
    return text.TERBIT.format(nama=row[0], nomor=row[1]) if row else ""
