"""Sentences about a report that the panel and the verification share: facts, words of lurah and camat, who and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah, tanggal, wilayah
from sipokat_desktop.modules.laporan import rentang, sebutan
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import CAMAT, LURAH, Laporan
from sipokat_desktop.storage import history
from sipokat_desktop.storage.history import Entry
from sipokat_desktop.storage.store import Store
from ui.kit import text as kit
from ui.kit.days import panjang
from ui.kit.theme import Role

from . import text
from .sumber import warna


class Putusan(NamedTuple):
    """The word of the lurah or camat in a sentence, its colour, the note, and what changed since."""

    kata: str
    role: Role
    catatan: str
    berubah: str


def judul(b: Laporan) -> str:
    """Return what a report is called: its RT and the kind of activity."""
    return text.PANEL_JUDUL.format(rt=b.rt, jenis=b.kata_jenis)


def sub(b: Laporan, *, beberapa: bool) -> str:
    """Return day and field of activity, with the kelurahan where several are looked after."""
    depan = (wilayah.nama(b.lingkup),) if beberapa else ()
    return " · ".join((panjang(b.tanggal), b.kata_bidang, *depan))


def fakta(b: Laporan) -> list[str]:
    """Return what else is known: place, participants, category, who headed the RT, how it came in."""
    isi = (
        (text.LOKASI, b.lokasi),
        (text.PESERTA, text.PESERTA_ISI.format(n=rupiah.titik(b.peserta)) if b.peserta is not None else ""),
        (text.KATEGORI, b.kata_kategori),
        (text.KETUA, b.pelapor),
        (text.ASAL, b.kata_asal if b.asal == "rt" or b.diubah_oleh else ""),
    )
    return [text.BUTIR.format(label=label, nilai=nilai) for label, nilai in isi if nilai]


def putusan(b: Laporan, siapa: str, oleh: str = "") -> Putusan:
    """Return the word of the lurah or the camat; ``oleh`` is who recorded it, where that is known."""
    kata, hari, catatan, berubah = (
        (b.lurah, b.lurah_hari, b.lurah_catatan, text.BERUBAH_LURAH if b.berubah_lurah else ""),
        (b.camat, b.camat_hari, b.camat_catatan, text.BERUBAH_CAMAT if b.berubah_camat else ""),
    )[siapa == CAMAT]
    if not kata:
        return Putusan(text.PUTUSAN_BELUM.format(siapa=text.SIAPA[siapa]), Role.REDUP, "", berubah)
    sebut = laporan.PUTUSAN[kata].lower()
    kalimat = text.PUTUSAN_PADA.format(siapa=text.SIAPA[siapa], kata=sebut, hari=panjang(hari))
    if oleh:
        kalimat = text.PUTUSAN_OLEH.format(kata=kalimat, oleh=oleh)
    return Putusan(kalimat, warna(b, siapa), text.CATATAN_KATA.format(kata=catatan) if catatan else "", berubah)


class Siapa(NamedTuple):
    """Who recorded a report (with the time), and who its two words; "" where that is not known here."""

    dicatat: str
    lurah: str
    camat: str


def siapa(store: Store, laporan_id: str) -> Siapa:
    """Read from the history who did what to a report."""
    entries = [e for e in history.of_row(store.reader(), laporan_id) if e.table == "laporan_kegiatan"]
    pertama = next((e for e in reversed(entries) if not e.before), None)
    kata = (
        text.DICATAT.format(oleh=_orang(pertama), waktu=tanggal.waktu(pertama.at, store.clock()))
        if pertama is not None and pertama.by
        else ""
    )
    return Siapa(kata, _terakhir(entries, LURAH), _terakhir(entries, CAMAT))


def _terakhir(entries: Sequence[Entry], kolom: str) -> str:
    e = next((e for e in entries if e.after.get(kolom) and e.after.get(kolom) != e.before.get(kolom)), None)
    return _orang(e) if e is not None and e.by else ""


def _orang(e: Entry) -> str:
    return kit.RIWAYAT_SIAPA.format(nama=e.by, asal=e.origin) if e.origin else e.by


def kata_saring(con: Connection, isi: Mapping[str, str]) -> str:
    """Say in words what a filter from elsewhere holds: RT or place, field, kind, category, days, words said."""
    row = con.execute("SELECT nomor, coalesce(rw, '') FROM rt_jabatan WHERE id = ?", (isi["jabatan_id"],)).fetchone()
    bagian = (
        sebutan.sebut_rt(*row) if row else "",
        wilayah.nama(isi["lingkup"]) if isi["lingkup"] else "",
        laporan.BIDANG.get(isi["bidang"], ""),
        sebutan.jenis(isi["jenis"]) if isi["jenis"] else "",
        laporan.KATEGORI.get(isi["kategori"], ""),
        *(
            text.BUTIR.format(label=text.SIAPA[siapa], nilai=laporan.PUTUSAN.get(isi[siapa], text.BELUM).lower())
            for siapa in (LURAH, CAMAT)
            if isi[siapa]
        ),
        rentang.hari(isi["dari"], isi["sampai"]).nama if isi["dari"] or isi["sampai"] else "",
    )
    return " · ".join(filter(None, bagian))
