"""The door: who is meant by what was scanned or typed, and whether that person may come in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.search import Cari, Tanya
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import remarks

from . import hadir_kata, statistik, tanda, text, text_hadir, token
from . import hadir_queries as queries
from .hadir_model import (
    ACARA_LAIN,
    BEDA,
    DICATAT,
    MASUK,
    PILIH,
    SESI_LAIN,
    SUDAH,
    TIDAK_DIKENAL,
    Angka,
    Jawaban,
    Orang,
)
from .hadir_ops import nilai
from .kegiatan import satu_sesi
from .tanda import HADIR, PINDAI, Catatan, Keadaan
from .undangan_sql import DIUNDANG

TERBANYAK = 40
"""So many people are offered to choose from."""
_AWALAN = re.compile(r"^\][A-Za-z][0-9]")
"""What a scanner may set before a code (AIM)."""
_NOMOR_DEPAN = re.compile(r"^(?:rt[\s.:-]*)?0*([1-9][0-9]{0,2})(?![0-9])[\s,.;/-]*(\D*)$", re.IGNORECASE)
_NOMOR_BELAKANG = re.compile(r"^(\D*?)[\s,.;/-]*(?:rt[\s.:-]*)?0*([1-9][0-9]{0,2})$", re.IGNORECASE)


class Pintu:
    """A session at the door; may be used from any thread (``reader`` gives the connection of the thread).

    Every answer asks the database, so that what a sync brings is seen at once (measured: tests/bench/bench_bimtek.py).
    """

    def __init__(self, reader: Callable[[], sqlite.Connection], sesi_id: str, *, modul: Iterable[object] = ()) -> None:
        """Open the session; ``modul`` have their remarks on a person. Raises InputSalah when it is not here."""
        self._reader, self._modul = reader, tuple(modul)
        self._titipan: dict[str, Catatan] = {}
        self._angka: tuple[object, Angka] = (None, Angka())
        self.sesi = satu_sesi(reader(), sesi_id)
        self._tempat = _nama_tempat(reader())

    def segarkan(self) -> None:
        """Read the session itself anew. Raises InputSalah when it is gone."""
        self.sesi = satu_sesi(self._reader(), self.sesi.sesi_id)
        self._tempat = _nama_tempat(self._reader())

    def jawab(self, teks: str) -> Jawaban:
        """Answer what was scanned or typed: a code, an RT number (with its kelurahan), a name, NIK or phone number."""
        rapi = " ".join(_AWALAN.sub("", teks.strip()).split())
        if not any(ch.isalnum() for ch in rapi):
            return Jawaban(TIDAK_DIKENAL, text_hadir.KOSONG)
        kode = _kode(rapi)
        jawab = self._surat(kode) if kode else None
        # “RT 05 Muara Enim” has as many letters as a code: what is no letter's code here may be an RT or a name.
        jawab = jawab or self._cari(rapi)
        if jawab.jenis == TIDAK_DIKENAL and token.tampak(rapi):
            return Jawaban(TIDAK_DIKENAL, text_hadir.KODE_ASING if kode else text.KODE_SALAH)
        return jawab

    def pilih(self, jabatan_id: str) -> Jawaban:
        """Answer for a post, as chosen from several."""
        con = self._reader()
        ada = queries.orang(con, self.sesi, [jabatan_id])
        if jabatan_id not in ada:
            return Jawaban(TIDAK_DIKENAL, text_hadir.RT_TIDAK_ADA)
        orang, kini = ada[jabatan_id], self.keadaan([jabatan_id])[jabatan_id]
        hasil = nilai(self.sesi, orang, kini, HADIR)
        jenis = MASUK if hasil == DICATAT else hasil
        if jenis == BEDA and kini.datang and not kini.beda and not hadir_kata.orang_lain(orang, kini, HADIR):
            jenis = SUDAH
        kata = hadir_kata.jawab(con, jenis, self.sesi, orang, kini)
        lain = hadir_kata.milik(con, self.sesi, orang) if jenis == SESI_LAIN else ()
        return Jawaban(jenis, kata, orang, kini, self._catatan(con, orang), lain)

    def kenal(self, teks: str) -> bool:
        """Tell whether this is the code of an invitation to this event."""
        kode = _kode(_AWALAN.sub("", teks.strip()))
        return bool(kode) and self._milik(kode)[1] == self.sesi.kegiatan_id

    def angka(self) -> Angka:
        """Return the figures of the session now; they are remembered until something is written."""
        con = self._reader()
        titipan = dict(self._titipan)
        versi = (id(con), con.execute("PRAGMA data_version").fetchone()[0], tuple(titipan.items()))
        if self._angka[0] != versi:
            self._angka = (versi, self._dengan_titipan(con, statistik.angka_sesi(con, self.sesi.sesi_id), titipan))
        return self._angka[1]

    def keadaan(self, ids: Collection[str]) -> dict[str, Keadaan]:
        """Return what holds for each of these posts, with the marks of this door that are being written."""
        marks = queries.catatan(self._reader(), self.sesi.sesi_id, ids)
        return {id: tanda.berlaku([*marks.get(id, ()), *self._titipan_dari(id)]) for id in ids}

    def titip(
        self, jabatan_id: str, tanda: str = HADIR, *, pukul: int, pintu: str = "", wakil: str = "", cara: str = PINDAI
    ) -> None:
        """Count a mark of this door that is being written, until :meth:`lepas`."""
        self._titipan[jabatan_id] = Catatan("", tanda, cara, pukul, pintu, wakil)

    def lepas(self, jabatan_id: str) -> None:
        """A mark was written, or was not: from now on the database tells."""
        self._titipan.pop(jabatan_id, None)

    def _titipan_dari(self, jabatan_id: str) -> tuple[Catatan, ...]:
        titipan = self._titipan.get(jabatan_id)
        return (titipan,) if titipan else ()

    def _dengan_titipan(self, con: sqlite.Connection, angka: Angka, titipan: dict[str, Catatan]) -> Angka:
        orang = queries.orang(con, self.sesi, titipan) if titipan else {}
        marks = queries.catatan(con, self.sesi.sesi_id, orang)
        for jabatan_id, satu in orang.items():
            diundang = satu.diundang and self.sesi.untuk(satu.lingkup)
            lama = marks.get(jabatan_id, ())
            baru = tanda.berlaku([*lama, titipan[jabatan_id]])
            angka = angka.ganti(tanda.berlaku(lama), baru, diundang=diundang)
        return angka

    def _catatan(self, con: sqlite.Connection, orang: Orang) -> tuple[str, ...]:
        milik = []
        if not orang.masa_id:
            milik.append(text_hadir.JABATAN_KOSONG)
        if orang.nama_surat and orang.nama_surat != orang.nama:
            milik.append(text_hadir.UNDANGAN_NAMA.format(nama=orang.nama_surat))
        return (*milik, *remarks(con, self._modul, orang.jabatan_id))

    # codes

    def _milik(self, kode: str) -> tuple[str, str]:
        """Return the post and the event of the invitation with a code; empty where it is not here."""
        sql = "SELECT jabatan_id, kegiatan_id FROM bimtek_undangan WHERE token = ?"
        row = self._reader().execute(sql, (kode,)).fetchone()
        return (str(row[0]), str(row[1])) if row else ("", "")

    def _surat(self, kode: str) -> Jawaban | None:
        """Answer for the invitation with a code, None where it is not here."""
        jabatan_id, kegiatan_id = self._milik(kode)
        if not jabatan_id or kegiatan_id == self.sesi.kegiatan_id:
            return self.pilih(jabatan_id) if jabatan_id else None
        con = self._reader()
        acara = con.execute("SELECT nama FROM bimtek_kegiatan WHERE id = ?", (kegiatan_id,)).fetchone()
        nama = str(acara[0] or "") if acara else text_hadir.ACARA_ASING
        ini = self.pilih(jabatan_id)
        juga = (text_hadir.DIUNDANG_JUGA,) if ini.orang and ini.orang.diundang else ()
        kata = text_hadir.ACARA_LAIN.format(acara=nama)
        return Jawaban(ACARA_LAIN, kata, ini.orang, ini.keadaan, (*juga, *ini.catatan), acara=nama)

    # numbers and names

    def _cari(self, teks: str) -> Jawaban:
        con = self._reader()
        for lingkup, tanya in self._pertanyaan(teks):
            ids, lengkap = self._kena(con, lingkup, tanya)
            if len(ids) == 1 and lengkap:
                return self.pilih(ids[0])
            if ids:
                return self._pilihan(con, ids, lengkap)
        return Jawaban(TIDAK_DIKENAL, text_hadir.TIDAK_DIKENAL.format(teks=teks))

    def _pertanyaan(self, teks: str) -> Iterator[tuple[str, str]]:
        """Yield what a typed line may ask for, and where: an RT number with its kelurahan before or behind, whole or
        cut off, else whatever it says."""
        semua = wilayah.kota().kode
        for pola, nomor, sisa in ((_NOMOR_DEPAN, 1, 2), (_NOMOR_BELAKANG, 2, 1)):
            if cocok := pola.match(teks):
                if kode := self._tempat.get(wilayah.kunci_cari(cocok[sisa])):
                    yield kode, f"RT {cocok[nomor]}"
                yield semua, f"RT {cocok[nomor]} {cocok[sisa]}".strip()
        yield semua, teks

    def _kena(self, con: sqlite.Connection, lingkup: str, cari: str) -> tuple[list[str], bool]:
        """Return posts that answer a typed line, and whether these are all."""
        hari = date.fromisoformat(self.sesi.tanggal)
        awal = Cari(lambda: con, Tanya(lingkup, hari, cari)).beberapa()
        rows = con.execute(f"SELECT no, jabatan_id FROM rt_cari WHERE no IN ({', '.join(map(str, awal.nomor))})")
        per = {int(no): str(jabatan_id) for no, jabatan_id in rows if jabatan_id}
        return list(dict.fromkeys(per[no] for no in awal.nomor if no in per)), awal.lengkap

    def _pilihan(self, con: sqlite.Connection, ids: list[str], lengkap: bool) -> Jawaban:
        """Offer those who are invited before the others, each by kelurahan and RT number."""
        rows = con.execute(
            f"""SELECT u.jabatan_id FROM json_each(?) i CROSS JOIN bimtek_undangan u
                ON u.jabatan_id = i.value AND u.kegiatan_id = ? AND {DIUNDANG}""",
            (json.dumps(ids), self.sesi.kegiatan_id),
        )
        diundang = {str(row[0]) for row in rows}
        tampak = sorted(ids, key=lambda id: id not in diundang)[:TERBANYAK]
        pilihan = sorted(queries.orang(con, self.sesi, tampak).values(), key=self._urutan)
        lebih = len(ids) > len(tampak) or not lengkap
        kata = text_hadir.PILIH_LEBIH if lebih else text_hadir.PILIH
        return Jawaban(PILIH, kata.format(n=len(tampak)), pilihan=tuple(pilihan), lebih=lebih)

    def _urutan(self, orang: Orang) -> tuple[object, ...]:
        asing = (not orang.diundang, not self.sesi.untuk(orang.lingkup))
        return (*asing, orang.lingkup, len(orang.nomor), orang.nomor, orang.rw)


def _kode(teks: str) -> str:
    """Return the code that a text is, empty where it is none."""
    try:
        return token.baca(teks)
    except InputSalah:
        return ""


def _nama_tempat(con: sqlite.Connection) -> dict[str, str]:
    """Return the codes of the kelurahan by every name that people use."""
    semua = wilayah.kelurahan_dari(wilayah.KOTA)
    return {wilayah.kunci_cari(nama): kode for kode in semua for nama in rt.sebutan_kelurahan(con, kode)}
