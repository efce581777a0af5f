"""Sentences about a report that the panel and the verification share: facts, words of lurah and camat, who and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah, tanggal, wilayah
from sipokat_desktop.modules.laporan import queries, rentang, sebutan
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import CAMAT, LURAH, Laporan, Saring
from sipokat_desktop.storage import history
from sipokat_desktop.storage.history import Entry
from sipokat_desktop.storage.store import Store
from ui.kit import text as kit
from ui.kit.days import panjang
from ui.kit.host import Host
from ui.kit.theme import Role

from . import text
from .sumber import warna


class Putusan(NamedTuple):
    """The word of the lurah or camat in a sentence, its colour, the note, and what changed since."""

    kata: str
    role: Role
    catatan: str
    berubah: str


def lunak(teks: str) -> str:
    """Let a very long word (an address of the web, letters in a row) go on in the next line instead of being cut."""
    return re.sub(r"(\S{24})(?=\S)", "\\1\u200b", teks)


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
    return [text.BUTIR.format(label=label, nilai=lunak(nilai)) for label, nilai in isi if nilai]


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
    return Putusan(kalimat, warna(b, siapa), text.CATATAN_KATA.format(kata=lunak(catatan)) if catatan else "", berubah)


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


def kata_saring(host: Host, s: Saring) -> str:
    """Say in words what a filter holds: RT or place, field, kind, category, words said, photos, days, typed words."""
    bagian = (
        _rt(host, s.jabatan_id) if s.jabatan_id else "",
        wilayah.nama_kantor(s.lingkup) if host.beberapa and s.lingkup != host.kantor else "",
        laporan.BIDANG.get(s.bidang, ""),
        sebutan.jenis(s.jenis) if s.jenis else "",
        laporan.KATEGORI.get(s.kategori, ""),
        *(
            text.BUTIR.format(label=text.SIAPA[siapa], nilai=laporan.PUTUSAN.get(kata, text.BELUM).lower())
            for siapa, kata in ((LURAH, s.lurah), (CAMAT, s.camat))
            if kata
        ),
        text.TANPA_FOTO_KATA if s.foto else "",
        rentang.hari(s.dari, s.sampai).nama if s.dari or s.sampai else "",
    )
    return " · ".join(filter(None, bagian))


def _rt(host: Host, jabatan_id: str) -> str:
    """Return an RT with the name of its head."""
    con = host.store.reader()
    row = con.execute("SELECT lingkup FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone()
    semua = queries.pilihan_rt(con, str(row[0]), host.today) if row else []
    satu = next((rt for rt in semua if rt.jabatan_id == jabatan_id), None)
    return " · ".join(filter(None, (satu.rt, satu.nama))) if satu else laporan.RT_ASING
