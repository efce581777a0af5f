"""Sentences of an opened event: its sessions in words, why no row is shown, how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.bimtek.model import Sesi
from ui.kit.buttons import Aksi
from ui.kit.cards import EmptyState
from ui.kit.host import Host

from . import text, text_sesi
from .boleh import larangan_catat, larangan_ubah
from .isi import Isi
from .saringan import SEMUA_SESI, Tanya

if TYPE_CHECKING:
    from .detail import Detail


def jam(s: Sesi) -> str:
    """Return when a session begins, "" where that was not said."""
    return s.mulai.replace(":", ".")


def sebut(s: Sesi) -> str:
    """Return a session in a few words: ``20/11/2017 08.00 · Pembukaan``."""
    saat = f"{tanggal.pendek(s.hari)} {jam(s)}".strip()
    return text.SESI_SATU.format(saat=saat, judul=s.judul)


def nama_sesi(s: Sesi, semua: Sequence[Sesi]) -> str:
    """Return the title of a session, with its day where others have the same one, and its hour if on the same day."""
    sama = [satu for satu in semua if satu.judul == s.judul]
    if len(sama) < 2:
        return s.judul
    jam_ = jam(s) if sum(satu.tanggal == s.tanggal for satu in sama) > 1 else ""
    return text.SESI_ULANG.format(judul=s.judul, saat=f"{tanggal.pendek(s.hari)} {jam_}".strip())


def pilihan_sesi(semua: Sequence[Sesi]) -> list[tuple[str, str]]:
    """Return the sessions that can be looked at; all at once where there are several."""
    satu = [(s.sesi_id, sebut(s)) for s in semua]
    return [*satu, (SEMUA_SESI, text.SEMUA_SESI)] if len(semua) > 1 else satu


def jumlah(isi: Isi, tampak: int, dipilih: int) -> str:
    """Say how many are shown, and the figures of the chosen session."""
    semua = len(isi.peserta)
    kata = text.JUMLAH.format(n=tampak)
    if tampak < semua:
        kata = text.JUMLAH_SARING.format(n=tampak, semua=semua)
    kata += text.JUMLAH_DIPILIH.format(n=dipilih) if dipilih > 1 else ""
    if not isi.sesi_id:
        return kata
    n = isi.hitung()
    kata += "   ·   " + text.RINGKAS.format(**{kunci: n[kunci] for kunci in _RINGKAS})
    return kata + (text.RINGKAS_BEDA.format(beda=n[text.BEDA]) if n[text.BEDA] else "")


def kosong(host: Host, detail: Detail, tanya: Tanya) -> EmptyState:
    """Say why nobody is shown, and what to do first."""
    isi = detail.isi
    if tanya.cari.strip():
        return EmptyState(text.KOSONG_CARI, text.KOSONG_CARI_ISI)
    if isi.peserta:
        return EmptyState(text.KOSONG_SARING, text.KOSONG_SARING_ISI)
    if not isi.sesi and not larangan_ubah(host, isi.kegiatan) and not isi.undangan:
        return EmptyState(text.KOSONG_SESI, text.KOSONG_SESI_ISI, Aksi(text_sesi.TAMBAH, detail.tambah_sesi.emit))
    if larangan_catat(host, isi.kegiatan):
        kata = text.KOSONG_UNDANGAN_BACA.format(lingkup=wilayah.nama(host.kantor))
        return EmptyState(text.KOSONG_UNDANGAN, kata)
    if isi.undangan:
        return EmptyState(text.KOSONG_SASARAN, text.KOSONG_SASARAN_ISI)
    return EmptyState(text.KOSONG_UNDANGAN, text.KOSONG_UNDANGAN_ISI, Aksi(text.UNDANG, detail.undangan.buka))


_RINGKAS = ("hadir", "diwakili", "izin", "sakit", "alpa", "belum")
