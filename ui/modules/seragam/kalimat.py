"""The sentences of the band: what Enter would do, what was handed over, why it cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.seragam import rules
from sipokat_desktop.modules.seragam.model import Barang, Dilewati, HasilSerah, Pegang, Pemakai
from sipokat_desktop.modules.seragam.tempat import sebut_tempat
from ui.kit.theme import Role

from . import text_serah as text
from .cari import beda_kelurahan, siapa
from .isi import GANDA, Isi
from .ketik_ukuran import sebut

_TERBANYAK = 4
"""So many names stand in one sentence."""


class Kata(NamedTuple):
    """What the band says: the big line, the small one, and what kind of news it is."""

    besar: str
    kecil: str = ""
    peran: Role = Role.AKSEN


def hari(iso: str) -> str:
    """Return an ISO day as it is written in sentences, "" for none."""
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""


def nama_tempat(tempat: str) -> str:
    """Name a place where pieces lie, with what it is."""
    return wilayah.nama_kantor(tempat) if "." in tempat else sebut_tempat(tempat)


def dipegang(p: Pemakai) -> str:
    """Say what a post holds now."""
    return rules.sebut_isi(p.memegang).removeprefix("1 ") if p.memegang else ""


def dipakai(p: Pemakai) -> str:
    """Say what the head of a post wears by the roster."""
    return sebut(p.model, p.ukuran, p.cm)


def per_model(isi: Mapping[Barang, int]) -> str:
    """Say quantities short, model by model: ``Pria: S 2, XL 4 · Wanita: M 3``."""
    model: dict[str, list[str]] = {}
    for barang, n in sorted(isi.items(), key=lambda satu: rules.urut(satu[0])):
        model.setdefault(barang.model, []).append(f"{barang.ukuran} {n}")
    return " · ".join(f"{nama}: {', '.join(satu)}" if nama else ", ".join(satu) for nama, satu in model.items())


def terakhir(p: Pemakai) -> Pegang:
    """Return the last thing that a post received."""
    return p.pegang[-1]


def awal(isi: Isi) -> Kata:
    """Say what can be done as long as nothing is typed or chosen."""
    if isi.pengadaan.selesai:
        return Kata(text.TERTUTUP, text.TERTUTUP_ISI, Role.REDUP)
    if isi.berketua and not isi.belum:
        return Kata(text.SELESAI, text.SELESAI_ISI, Role.BAIK)
    return Kata(text.SIAP, text.SIAP_ISI)


def akan(isi: Isi, p: Pemakai, cara: str) -> Kata:
    """Say what Enter would do for a post."""
    nama = siapa(p, beberapa=isi.beberapa)
    if any(m.jenis == GANDA and m.jabatan_id == p.jabatan_id for m in isi.masalah):
        return Kata(text.GANDA.format(siapa=nama), text.GANDA_ISI, Role.SALAH)
    if p.sudah:
        kata = text.SUDAH.format(siapa=nama, barang=dipegang(p), hari=hari(terakhir(p).tanggal))
        return Kata(kata, text.SUDAH_ISI, Role.PERHATIAN)
    if p.kosong:
        return Kata(text.KOSONG.format(siapa=nama), text.KOSONG_ISI, Role.REDUP)
    if not p.siap:
        kurang = text.TANPA_UKURAN_ISI.format(kurang=f"{p.kurang.rstrip('.')}.")
        return Kata(text.TANPA_UKURAN.format(siapa=nama), kurang, Role.PERHATIAN)
    tempat = isi.tempat(cara, p.lingkup)
    ada = isi.ada(tempat)
    if ada is not None and ada.get(p.barang, 0) < p.per_orang:
        return _habis(p, nama, tempat, ada)
    besar = text.AKAN.format(barang=dipakai(p), siapa=nama)
    return Kata(besar, _sisa(ada, p.barang, tempat))


def _sisa(ada: Mapping[Barang, int] | None, barang: Barang, tempat: str) -> str:
    if ada is None:
        return text.SISA_TAK_TERLIHAT.format(tempat=nama_tempat(tempat))
    return text.SISA.format(n=ada.get(barang, 0), barang=barang.kata, tempat=nama_tempat(tempat))


def _habis(p: Pemakai, nama: str, tempat: str, ada: Mapping[Barang, int]) -> Kata:
    besar = text.HABIS.format(barang=p.barang.kata, tempat=nama_tempat(tempat), siapa=nama)
    masih = {b: n for b, n in ada.items() if n > 0 and b.model == p.barang.model}
    kecil = text.HABIS_ADA.format(isi=rules.sebut_isi(masih)) if masih else text.HABIS_SEMUA
    return Kata(besar, kecil, Role.SALAH)


def akan_banyak(semua: Sequence[Pemakai]) -> Kata:
    """Say what Enter would do for several chosen posts."""
    hitung = Counter(p.barang for p in semua if p.siap)
    lain = len(semua) - hitung.total()
    besar = text.AKAN_N.format(n=hitung.total()) + (text.AKAN_N_LAIN.format(n=lain) if lain else "")
    return Kata(besar, rules.sebut_isi(hitung))


def ambigu(semua: Sequence[Pemakai], teks: str) -> Kata:
    """Say that several posts may be meant, and how to name one."""
    nomor = {p.nomor for p in semua}
    if len(nomor) == 1 and beda_kelurahan(semua):
        n, satu = len({p.lingkup for p in semua}), semua[0]
        contoh = f"{wilayah.nama(satu.lingkup)} {satu.nomor}"
        besar = text.BANYAK_KELURAHAN.format(nomor=satu.nomor, n=n)
        return Kata(besar, text.BANYAK_KELURAHAN_ISI.format(contoh=contoh), Role.PERHATIAN)
    return Kata(text.BANYAK.format(n=len(semua), teks=teks), text.BANYAK_ISI, Role.PERHATIAN)


def tak_ada(teks: str) -> Kata:
    """Say that nobody is meant."""
    return Kata(text.TAK_ADA.format(teks=teks), text.TAK_ADA_ISI, Role.SALAH)


def diterima(isi: Isi, hasil: HasilSerah, cara: str) -> Kata:
    """Say what was handed over, and who was passed over and why."""
    if len(hasil.diserahkan) == 1 and not hasil.dilewati:
        p = isi.satu(hasil.diserahkan[0])
        if p is not None and p.sudah:
            return _satu(isi, p, cara)
    if not hasil.diserahkan:
        return _ditolak(isi, hasil, cara)
    besar = text.DITERIMA_N.format(n=len(hasil.diserahkan))
    if not hasil.dilewati:
        return Kata(besar, text.DITERIMA_N_ISI, Role.BAIK)
    lewat = "; ".join(text.DILEWATI_SATU.format(rt=f"RT {d.rt}", kalimat=d.kalimat.rstrip(".")) for d in _awal(hasil))
    kecil = text.DITERIMA_N_LEWAT.format(n=len(hasil.dilewati), siapa=lewat)
    return Kata(besar, kecil, Role.PERHATIAN)


def _satu(isi: Isi, p: Pemakai, cara: str) -> Kata:
    entri = terakhir(p)
    besar = text.DITERIMA.format(siapa=siapa(p, beberapa=isi.beberapa), barang=sebut(*entri.barang, p.cm))
    ada = isi.ada(entri.dari)
    if ada is None:
        kecil = text.DITERIMA_TANPA_SISA.format(cara=text.CARA_PILIHAN.get(cara, cara))
    else:
        sisa, tempat = ada.get(entri.barang, 0), nama_tempat(entri.dari)
        kecil = text.DITERIMA_SISA.format(barang=entri.barang.kata, tempat=tempat, n=sisa)
    kuasa = text.DITERIMA_KUASA.format(penerima=entri.penerima) if entri.penerima else ""
    return Kata(besar, kuasa + kecil, Role.BAIK)


def _ditolak(isi: Isi, hasil: HasilSerah, cara: str) -> Kata:
    """Say why nobody received: of one post as it was said before, where that is the reason still."""
    if not hasil.dilewati:
        return Kata(text.PILIH_DULU)
    p = isi.satu(hasil.dilewati[0].jabatan_id) if len(hasil.dilewati) == 1 else None
    kata = akan(isi, p, cara) if p is not None else None
    if kata is not None and kata.peran is not Role.AKSEN:
        return kata._replace(peran=Role.SALAH)
    besar, _, kecil = " ".join(d.kalimat for d in _awal(hasil)).partition(". ")
    return Kata(besar, kecil, Role.SALAH)


def _awal(hasil: HasilSerah) -> Sequence[Dilewati]:
    return hasil.dilewati[:_TERBANYAK]
