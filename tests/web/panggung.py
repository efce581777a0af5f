"""The city with its pages on a real socket, filled by real PCs of two kecamatan; and people who are logged in."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import timedelta
from hashlib import sha1
from pathlib import Path
from typing import Any, NamedTuple

import httpx
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from fastapi import FastAPI
from sqlalchemy import select, update

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.periode import triwulan
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.laporan import ops as laporan
from sipokat_desktop.modules.ponsel import ops as ponsel
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.modules.usulan import ops as usulan
from sipokat_desktop.modules.vaksinasi import ops as vaksinasi
from sync.server.app import make_app
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import METADATA, PERSON
from sync.web.akun import orang, sesi
from sync.web.akun.orang import Baru
from sync.web.akun.peran import KECAMATAN, Orang, Peran
from sync.web.akun.rahasia import Rahasia
from sync.web.akun.sandi import Sandi
from sync.web.app import Web
from sync.web.kantor import Offices
from sync.web.kit.rute import Area
from sync.web.registry import AREAS
from tests import gambar
from tests.kota import CityThread
from tests.unit import kantor

KEL_A, KEL_A2, KEL_B = "16.73.01.1003", "16.73.01.1004", "16.73.03.1010"
"""Two kelurahan of the first kecamatan, one of another."""
KEC_A, KEC_B = wilayah.kecamatan_dari(KEL_A), wilayah.kecamatan_dari(KEL_B)
TANDA = {KEL_A: "Kecubung", KEL_A2: "Nilam", KEL_B: "Zamrud"}
"""A word in every name, report, proposal and address of a kelurahan, and in those of no other."""
ORANG = [
    (Peran.CAMAT, KEC_A), (Peran.STAF, KEC_A), (Peran.CAMAT, KEC_B), (Peran.STAF, KEC_B), (Peran.BAGIAN, wilayah.KOTA),
    (Peran.KOMINFO, wilayah.KOTA),
]  # fmt: skip
"""Who is there from the beginning: "Camat 001", "Staf kecamatan 002" and so on."""
BERJALAN = [satu for satu in ORANG if satu != (Peran.STAF, KEC_B)]
"""Those who walk through all pages (tests/web/isolasi.py)."""
RT = 4
"""Heads in every kelurahan."""
SANDI = Sandi(memori_kib=8, putaran=1)
"""Passwords of tests cost nothing."""
KATA = "kopi pagi di teras"
"""Everybody's password."""


class Jam:
    """The clock of the web, which a test can put forward."""

    def __init__(self) -> None:
        self.geser = 0

    def __call__(self) -> int:
        return now_ms() + self.geser

    def maju(self, *, menit: float) -> None:
        """Let so many minutes go by."""
        self.geser += round(menit * 60_000)


class Masukan(NamedTuple):
    """What somebody types to log in; ``rahasia`` is the second factor's secret."""

    orang: Orang
    login: str
    sandi: str
    rahasia: bytes

    def kode(self, ms: int) -> str:
        """The six figures of the phone at a moment (UTC ms)."""
        return TOTP(self.rahasia, 6, SHA1(), 30).generate(ms / 1000).decode()

    @property
    def rahasia_teks(self) -> str:
        """The secret in base32."""
        return base64.b32encode(self.rahasia).decode()


class Klien(httpx.Client):
    """Somebody's browser, without a window; ``csrf`` goes along with :meth:`kirim`."""

    def __init__(self, url: str, siapa: Orang | None = None, *, kuki: Mapping[str, str] | None = None, csrf: str = ""):
        super().__init__(base_url=url, cookies=dict(kuki or {}), timeout=60)
        self.siapa, self.csrf = siapa, csrf

    def kirim(
        self, jalan: str, isi: Mapping[str, Any] | None = None, *, htmx: bool = False, **lain: Any
    ) -> httpx.Response:
        """Send a form, with the token; lists are fields with several values."""
        kepala = {"hx-request": "true", "x-csrf": self.csrf} if htmx else {}
        return self.post(jalan, data={"csrf": self.csrf} | dict(isi or {}), headers=kepala, **lain)


class Pusat(CityThread):
    """The city's whole server, pages and sync, in a thread; its database and offices are files in ``folder``."""

    def __init__(
        self, folder: Path, *, areas: Sequence[Area] = AREAS, db_url: str = "", aman: bool = False
    ) -> None:  # fmt: skip
        self.folder, self.jam, self._areas, self._aman = folder, Jam(), areas, aman
        self._orang: dict[tuple[Peran, str], Masukan] = {}
        self._klien: list[Klien] = []
        super().__init__(db_url or f"sqlite:///{folder / 'kota.db'}", app=self._app)

    def _app(self, db: Database) -> FastAPI:
        app = make_app(db)
        self.offices = Offices(db, self.folder / "kantor")
        web = Web(db, self.offices, clock=self.jam, areas=self._areas, aman=self._aman, sandi=SANDI)
        app.mount("", web.application())
        return app

    def orang(self, peran: str, lingkup: str = "") -> Masukan:
        """Return somebody of a role (of this office; empty: of the first kecamatan, or of the city); the same person
        every time."""
        p = Peran(peran)
        lingkup = lingkup or (KEC_A if p in KECAMATAN else wilayah.KOTA)
        if (p, lingkup) not in self._orang:
            ke = ORANG.index((p, lingkup)) if (p, lingkup) in ORANG else len(ORANG) + len(self._orang)
            self._orang[p, lingkup] = self.orang_baru(p, lingkup, ke + 1)
        return self._orang[p, lingkup]

    def orang_baru(self, peran: Peran, lingkup: str, ke: int) -> Masukan:
        """Make a person with a password and a second factor, if there is none yet."""
        login = f"{peran.value}{ke:03d}"
        nama, rahasia = f"{peran.sebutan} {ke:03d}", sha1(login.encode()).digest()
        ada = orang.bernama(self.db, login)
        if ada:
            return Masukan(ada.orang, login, KATA, rahasia)
        akun, _ = orang.tambah(self.db, SANDI, Baru(login, nama, peran, lingkup), oleh="uji", now=now_ms())
        nilai = {
            "password": SANDI.hash(KATA), "must_change": 0, "password_until": 0,
            "totp": Rahasia(self.db).segel(rahasia, milik=akun.id),
        }  # fmt: skip
        with self.db.write() as con:
            con.execute(update(PERSON).where(PERSON.c.id == akun.id).values(**nilai))
        return Masukan(akun.orang, login, KATA, rahasia)

    def masuk(self, peran: str, lingkup: str = "", *, kedua: bool = True) -> Klien:
        """Return the browser of somebody who is logged in (without the second factor: ``kedua`` off)."""
        siapa = self.orang(peran, lingkup).orang
        with self.db.write() as con:
            token = sesi.buka(con, siapa.id, kedua=kedua, alamat="127.0.0.1", now=self.jam())
        ada = sesi.dari_token(self.db, token, self.jam())
        assert ada is not None
        nama = sesi.nama_kuki(sesi.KUKI, aman=self._aman)
        return self._peramban(Klien(self.url, siapa, kuki={nama: token}, csrf=ada.csrf))

    def tamu(self) -> Klien:
        """Return the browser of somebody without a name, with the guests' token."""
        klien = self._peramban(Klien(self.url))
        klien.get("/masuk")
        klien.csrf = klien.cookies.get(sesi.nama_kuki(sesi.KUKI_TAMU, aman=self._aman)) or ""
        return klien

    def _peramban(self, klien: Klien) -> Klien:
        self._klien.append(klien)
        return klien

    def siapkan_kantor(self, *lingkup: str) -> None:
        """Fill these offices of the web (none: both kecamatan and the city)."""
        for satu in lingkup or (KEC_A, KEC_B, wilayah.KOTA):
            assert self.offices.of(satu).siap(120), satu

    def close(self) -> None:
        """Stop the server and close the offices and every browser."""
        for klien in self._klien:
            klien.close()
        self._server.end()
        self._thread.join(20)
        self.offices.close()
        super().close()


def pc(folder: Path, pusat: CityThread, kode: str) -> Office:
    """Enrol a new PC of a kelurahan or kecamatan; close it yourself."""
    kantor_ini = Office(folder)
    kantor_ini.enrol(server=pusat.url, code=pusat.invite(kode), name="Rina")
    kantor_ini.store.user = "Rina"
    return kantor_ini


def isi(kantor_ini: Office, kode: str) -> None:
    """Fill a PC's kelurahan: heads, reports, a list of this triwulan, phones, proposals, vaccination."""
    store, tanda, ke = kantor_ini.store, TANDA[kode], 100 * [*TANDA].index(kode)
    for n in range(1, RT + 1):
        lain = {"nama": f"{tanda} {chr(64 + n)}", "nik": kantor.nik(ke + n), "alamat": f"Gang {tanda} {n}"}
        rt.tambah(store, kode, kantor.isian(n, **lain))
    hari = tanggal.wib(now_ms()).date()
    baris = roster.roster(store.reader(), lingkup=kode, hari=hari)
    posts, masa = [b.jabatan_id for b in baris], [b.masa_id or "" for b in baris]
    kemarin = tanggal.pendek(hari - timedelta(days=1))
    for n, jenis in enumerate(("gotong_royong", "sampah", "siring")):
        satu = {"tanggal": kemarin, "bidang": "2", "jenis": jenis, "uraian": f"Kegiatan {tanda} {n}", "lokasi": tanda}
        foto = [laporan.siapkan_foto(store, gambar.foto(ke + n, sisi=160))]
        ids = laporan.catat(store, kode, posts, satu, foto=foto).value.ids
        if n:
            laporan.verifikasi(store, list(ids), "ya")
    nomor = insentif.susun(store, kode, triwulan(hari)).value
    insentif.kunci(store, nomor, lurah=f"Lurah {tanda}")
    insentif.terima(store, nomor, hanya=[1])
    unit = ponsel.simpan_unit(store, kode, {"barang": "HP", "merek": "Oppo", "tipe": f"A17 {tanda}", "kondisi": "baik"})
    ponsel.serah(store, unit.value, {"masa_id": masa[0]})
    usulan.buat(
        store, kode,
        {"jabatan_id": posts[0], "kategori": "drainase", "judul": f"Siring {tanda}", "lokasi": f"Jalan {tanda}",
         "tahun": str(hari.year), "tanggal": kemarin},
    )  # fmt: skip
    angka = {"sasaran": "100", "dosis1": "60", "dosis2": "30", "booster": "5"}
    vaksinasi.catat(store, kode, posts[0], "COVID-19", kemarin, angka)


def cetak(folder: Path) -> Path:
    """Make the mould: a city with three kelurahan, and the offices of the web filled from it."""
    pusat = Pusat(folder / "cetakan")
    try:
        pusat.set_tarif()
        for kode in TANDA:
            with closing(pc(folder / kode, pusat, kode)) as satu:
                satu.sync()
                isi(satu, kode)
                satu.sync(all_photos=True)
        pusat.siapkan_kantor()
        for peran, lingkup in ORANG:
            pusat.orang(peran, lingkup)
    finally:
        pusat.close()
    return folder / "cetakan"


def tuang(cetakan: Path, folder: Path, **lain: Any) -> Pusat:
    """Return a server of its own over a copy of the mould (``db_url``: its database, empty until now)."""
    shutil.copytree(cetakan, folder, dirs_exist_ok=True)
    if "db_url" in lain:
        _salin(f"sqlite:///{folder / 'kota.db'}", lain["db_url"])
    return Pusat(folder, **lain)


def _salin(asal: str, tujuan: str) -> None:
    """Copy every row of a city's database into another."""
    with (
        closing(Database(asal)) as dari,
        closing(Database(tujuan)) as ke,
        dari.read() as baca,
        ke.write(ALL_SCOPES) as tulis,
    ):
        for tabel in METADATA.sorted_tables:
            rows = [dict(row._mapping) for row in baca.execute(select(tabel))]
            ke.insert(tulis, tabel, rows)
