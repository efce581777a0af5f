"""What is laid down for a component, as table rows and words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.modules.insentif import komponen as queries
from sipokat_desktop.modules.insentif import text as insentif
from sipokat_desktop.modules.insentif import text_acara
from sipokat_desktop.modules.insentif.acara import hari_acara
from sipokat_desktop.modules.insentif.kinerja import tulis_pita
from sipokat_desktop.modules.insentif.komponen import Dana
from sipokat_desktop.modules.insentif.model import Acara
from sipokat_desktop.modules.insentif.pajak import skema_efektif
from sipokat_desktop.modules.insentif.rules import Aturan, Komponen, Tarif
from sipokat_desktop.modules.insentif.sebutan import kata_pita
from sipokat_desktop.storage.sqlite import Connection
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role

from . import text

_TAHUN_TERBANYAK = 6
KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, sembunyi=sembunyi)
    for judul, lebar, stretch, sembunyi in zip(
        text.KOLOM, (150, 220, 150, 120, 0), (1, 3, 2, 2, 0), (0, 0, 0, 1, 0), strict=True
    )
)


class Satu(NamedTuple):
    """One thing that is laid down: what, its content, when in force, its basis, its scope, a state.

    ``rinci`` is what only the panel has room for, in place of the content.
    """

    jenis: str
    kunci: str
    apa: str
    isi: str
    berlaku: str = ""
    dasar: str = ""
    lingkup: str = ""
    peran: Role | None = None
    rinci: str = ""

    @property
    def id(self) -> str:
        """The id of the row."""
        return f"{self.jenis}:{self.kunci}"

    def baris(self) -> Baris:
        """Return it as a table row."""
        dari = "" if not self.lingkup else text.DARI["kota" if self.lingkup == "kota" else "kantor"]
        return Baris(self.id, (self.apa, self.isi, self.berlaku, self.dasar, dari), (None, None, self.peran))


def semua(con: Connection, k: Komponen, *, lingkup: str, hari: date) -> list[Satu]:
    """Return everything that is laid down for a component, what is in force first."""
    kini = f"{hari.year}-{hari.month:02d}"
    tarif = [_tarif(t, k, kini) for t in sorted(k.tarif, key=lambda t: t.mulai, reverse=True)]
    aturan = [_aturan(a, k, kini) for a in sorted(k.aturan, key=lambda a: a.versi, reverse=True)]
    pertama = (
        _acara(k, k.acara)
        if k.acara
        else Satu("hari", k.komponen_id, text.HARI, text.HARI_ACUAN.get(k.hari_acuan, ""), lingkup=k.lingkup)
    )
    lain = [
        Satu("pajak", k.komponen_id, text.PAJAK, kata_pajak(k), lingkup=k.lingkup),
        pertama,
        Satu("cara", k.komponen_id, text.CARA, text.CARA_BAYAR.get(k.cara, k.cara), lingkup=k.lingkup),
    ]
    if k.acara:
        return [*tarif, *lain, *_dana(con, k, lingkup=lingkup, hari=hari)]
    tidak = Satu("aturan", "", text.ATURAN_TIDAK, text.ATURAN_KOSONG, lingkup=k.lingkup)
    return [*tarif, *lain, *_dana(con, k, lingkup=lingkup, hari=hari), *(aturan or [tidak])]


def rentang(mulai: str, sampai: str | None, kini: str) -> tuple[str, Role | None]:
    """Return in words from when to when something is in force, with the colour of its state."""
    kata = text.MULAI.format(mulai=_bulan(mulai))
    if sampai:
        kata = text.RENTANG.format(mulai=_bulan(mulai), sampai=_bulan(sampai))
    if mulai > kini:
        return text.NANTI.format(rentang=kata), Role.AKSEN
    if sampai and sampai < kini:
        return text.LAMPAU.format(rentang=kata), Role.REDUP
    return kata, Role.BAIK


def _bulan(bulan: str) -> str:
    """Return a month with three letters, for the table is narrow: ``Jan 2026``."""
    nama, _, tahun = periode.nama_bulan(bulan).partition(" ")
    return f"{nama[:3]} {tahun}"


def _tarif(t: Tarif, k: Komponen, kini: str) -> Satu:
    sampai = t.sampai or _sebelum([lain.mulai for lain in k.tarif if lain.mulai > t.mulai])
    berlaku, peran = rentang(t.mulai, sampai, kini)
    isi = text.TARIF_ISI.format(jumlah=rupiah.uang(t.jumlah))
    if k.acara:
        isi = text.TARIF_ACARA.format(jumlah=rupiah.uang(t.jumlah), per=text_acara.PER_SINGKAT[k.acara.per])
    return Satu("tarif", t.tarif_id, text.TARIF, isi, berlaku, t.dasar_hukum, t.lingkup or k.lingkup, peran)


def _acara(k: Komponen, acara: Acara) -> Satu:
    hadir = text.ACARA_HADIR.format(n=sum(p.kali > 0 for p in acara.peserta))
    isi = acara.judul or text.ACARA_ASING
    rinci = " · ".join(filter(None, (isi, hari_acara(acara), acara.tempat, hadir)))
    hari = " – ".join(tanggal.pendek(date.fromisoformat(h)) for h in dict.fromkeys((acara.hari, acara.sampai)) if h)
    return Satu("acara", k.komponen_id, text.ACARA, isi, hari, "", k.lingkup, None, rinci)


def _sebelum(mulai: Sequence[str]) -> str | None:
    """Return the month before the earliest of those that come later, None when none does."""
    return periode.geser(min(mulai), -1) if mulai else None


def _aturan(a: Aturan, k: Komponen, kini: str) -> Satu:
    sampai = a.sampai or _sebelum([lain.mulai for lain in k.aturan if lain.mulai > a.mulai])
    berlaku, peran = rentang(a.mulai, sampai, kini)
    apa = text.ATURAN.format(versi=a.versi)
    return Satu(
        "aturan", a.aturan_id, apa, bacaan(a.ukuran, tulis_pita(a.pita)), berlaku, a.dasar_hukum, k.lingkup, peran
    )


def bacaan(ukuran: str, pita: str) -> str:
    """Say a rule plainly: ``0–2 laporan: 50 %, mulai 3 laporan: 100 %``."""
    satuan = text.SATUAN.get(ukuran, ukuran)
    return ", ".join(bagian.replace(":", f" {satuan}:", 1) for bagian in kata_pita(pita).split(", "))


def kata_pajak(k: Komponen) -> str:
    """Say the tax scheme of a component."""
    skema = skema_efektif(k)
    kata = insentif.SKEMA.get(skema, skema)
    return f"{kata}: {rupiah.persen(k.pajak)}" if skema == "persen" else kata


def _dana(con: Connection, k: Komponen, *, lingkup: str, hari: date) -> list[Satu]:
    tahun = {int(t.mulai[:4]) for t in k.tarif} | {hari.year, hari.year + 1}
    pilih = [t for t in range(max(tahun), min(tahun) - 1, -1)][:_TAHUN_TERBANYAK]
    semua_ = [(t, queries.dana(con, lingkup=lingkup, komponen=k, tahun=t)) for t in pilih]
    return [_satu_dana(t, dana, lingkup) for t, dana in semua_ if t == hari.year or dana.pagu is not None or dana.dasar]


def _satu_dana(tahun: int, dana: Dana, lingkup: str) -> Satu:
    bagian = [dana.sumber_dana, dana.kode_rekening]
    bagian += [text.PAGU.format(pagu=rupiah.uang(dana.pagu))] if dana.pagu else []
    isi = " · ".join(filter(None, bagian)) or text.DANA_KOSONG
    kosong = isi == text.DANA_KOSONG
    return Satu(
        "dana", str(tahun), text.DANA.format(tahun=tahun), isi, str(tahun), dana.dasar, "" if kosong else lingkup
    )
