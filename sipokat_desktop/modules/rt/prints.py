"""The papers of module rt: F16, the minutes of a change of head, and the roster of a kelurahan (DOMAIN §8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sipokat_desktop.kernel import nik, tanggal, wilayah
from sipokat_desktop.printing import grid, letter
from sipokat_desktop.printing.grid import Lajur, Lembar
from sipokat_desktop.printing.model import Kop, Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Store

from . import berita, ops, queries, text
from .queries import BarisRoster

_LEBAR = (8, 12, 46, 34, 9, 38, 46, 26, 41, 20, 20)
_TENGAH = (0, 1, 3, 4, 9, 10)


def cetak_berita_acara(
    store: Store, masa_id: str, *, kertas: str, keluaran: Path, saksi: Sequence[str] = ("", ""),
    hari: date | None = None,
) -> int:  # fmt: skip
    """Write the minutes of the term ``masa_id`` (F16) as PDF and return its pages; ``hari`` is the day they bear."""
    surat = berita.susun(store.reader(), masa_id, hari=hari or ops.hari_ini(store), saksi=saksi, dicetak=_kini(store))
    return letter.cetak(surat, kertas=Kertas[kertas], keluaran=keluaran)


def pratinjau_berita_acara(
    con: Connection, masa_id: str, *, sekarang: int, kertas: str = "F4", saksi: Sequence[str] = ("", ""),
    hari: date | None = None,
) -> bytes:  # fmt: skip
    """Return the very PDF that printing would give as of ``sekarang`` (UTC ms)."""
    kini = hari or tanggal.wib(sekarang).date()
    return letter.gambar(berita.susun(con, masa_id, hari=kini, saksi=saksi, dicetak=_saat(sekarang)), Kertas[kertas])


def cetak_daftar_rt(
    store: Store, lingkup: str | Sequence[str], *, kertas: str, keluaran: Path, nik_penuh: bool = False
) -> int:
    """Write the roster of a kelurahan, or of several, as PDF and return its pages; NIK masked unless asked."""
    lembar = _semua(store.reader(), lingkup, sekarang=store.clock(), nik_penuh=nik_penuh)
    return grid.cetak(lembar, kertas=Kertas[kertas], keluaran=keluaran)


def pratinjau_daftar_rt(
    con: Connection, lingkup: str | Sequence[str], *, sekarang: int, kertas: str = "F4", nik_penuh: bool = False
) -> bytes:
    """Return the very PDF that printing would give as of ``sekarang`` (UTC ms)."""
    return grid.gambar(_semua(con, lingkup, sekarang=sekarang, nik_penuh=nik_penuh), Kertas[kertas])


def _kini(store: Store) -> str:
    return _saat(store.clock())


def _saat(sekarang: int) -> str:
    return f"{tanggal.pendek(tanggal.wib(sekarang).date())} {tanggal.jam_wib(sekarang)}"


def _semua(con: Connection, lingkup: str | Sequence[str], *, sekarang: int, nik_penuh: bool) -> list[Lembar]:
    kode = [lingkup] if isinstance(lingkup, str) else list(lingkup)
    return [daftar(con, satu, sekarang=sekarang, nik_penuh=nik_penuh) for satu in kode]


def daftar(con: Connection, lingkup: str, *, sekarang: int, nik_penuh: bool) -> Lembar:
    """Gather the roster of a kelurahan for paper as of now (UTC ms)."""
    hari = tanggal.wib(sekarang).date()
    roster = queries.roster(con, lingkup=lingkup, hari=hari)
    kelurahan, kecamatan = queries.nama_kelurahan(con, lingkup), wilayah.nama_kecamatan(lingkup)
    terisi = sum(b.orang_id is not None for b in roster)
    return Lembar(
        judul=(
            text.DAFTAR_JUDUL,
            f"KELURAHAN {kelurahan.upper()} KECAMATAN {kecamatan.upper()}",
            text.DAFTAR_KEADAAN.format(tanggal=tanggal.panjang(hari)).upper(),
        ),
        lajur=tuple(
            Lajur(judul, lebar, "tengah" if ke in _TENGAH else "kiri")
            for ke, (judul, lebar) in enumerate(zip(text.DAFTAR_KOLOM, _LEBAR, strict=True))
        ),
        baris=[_baris(ke, b, nik_penuh=nik_penuh) for ke, b in enumerate(roster, 1)],
        penanda=(berita.lurah(con, lingkup, kelurahan, hari, text.MENGETAHUI),),
        tempat_tanggal=f"{text.TEMPAT}, {tanggal.panjang(hari)}",
        kaki=Kaki(text.DAFTAR_KAKI.format(kelurahan=kelurahan), _saat(sekarang)),
        kepala=((text.DAFTAR_JUMLAH, text.DAFTAR_HITUNG.format(n=len(roster), terisi=terisi)),),
    )


def _baris(ke: int, b: BarisRoster, *, nik_penuh: bool) -> tuple[str, ...]:
    rt = f"{b.nomor}/{b.rw}" if b.rw else b.nomor
    jenis = "" if b.jenis in (None, "definitif") else f" ({text.JENIS.get(b.jenis, b.jenis)})"
    nama = f"{b.nama}{jenis}" if b.nama else text.DAFTAR_KOSONG
    lahir = ", ".join(filter(None, (b.tempat_lahir, _hari(b.tanggal_lahir))))
    sk = " ".join(filter(None, (b.sk_nomor, f"({_hari(b.sk_tanggal)})" if b.sk_tanggal else "")))
    return (
        str(ke), rt, nama, (b.nik if nik_penuh else nik.samarkan(b.nik)) or "", b.kelamin or "", lahir,
        b.alamat or "", b.hp or "", sk, _hari(b.tmt), _hari(b.akhir_sk),
    )  # fmt: skip


def _hari(iso: str | None) -> str:
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""


def _contoh_berita(con: Connection) -> bytes:
    row = con.execute("SELECT id FROM rt_masa WHERE tmt IS NOT NULL ORDER BY tmt DESC, id LIMIT 1").fetchone()
    if row:
        return pratinjau_berita_acara(con, str(row[0]), sekarang=0)
    kosong = letter.Surat(
        Kop(text.KOP[:1]), (text.BA_JUDUL,), text.BA_NOMOR.format(nomor=text.TITIK), (letter.Alinea(text.BA_PENUTUP),),
        text.TEMPAT, ((Penanda((text.PIHAK_PERTAMA,), ber_nip=False), Penanda((text.PIHAK_KEDUA,), ber_nip=False)),),
        Kaki(text.BA_JUDUL, ""),
    )  # fmt: skip
    return letter.gambar(kosong, Kertas.F4)


def _contoh_daftar(con: Connection) -> bytes:
    ada = queries.kelurahan(con)
    return pratinjau_daftar_rt(con, ada[:1] or [text.CONTOH_KELURAHAN], sekarang=0)


DOCUMENTS = (
    Document("berita-acara", "Berita acara penggantian ketua RT", _contoh_berita),
    Document("daftar-ketua-rt", "Daftar ketua RT", _contoh_daftar),
)
