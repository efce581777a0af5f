"""Which column of a payment sheet holds what: proposed from its titles, changed by the user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sipokat_desktop.importing import mapping, text
from sipokat_desktop.importing.sheet import Sheet, Workbook, teks
from sipokat_desktop.importing.table import Title, find, key, letters
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.modules.rt.impor import tempat_sel
from sipokat_desktop.modules.rt.impor.hasil import Sel
from sipokat_desktop.storage.store import Store

from .. import komponen as komponen_
from ..acara import menurut_masa
from . import kata
from . import sel as sel_
from .kamus import BULAN, ISIAN, LEWAT, TRIWULAN, kenali, tahun_judul

_CONTOH = 60
_JUMLAH = ("jumlah", *BULAN, *TRIWULAN)


@dataclass(frozen=True, slots=True)
class KolomLembar(mapping.KolomLembar):
    """One column, and the component that its title names (a purse per column)."""

    komponen: str = ""

    def kunci(self, isian: str) -> tuple[str, str]:
        """Amounts of several purses stand side by side; any other field comes once."""
        return isian, self.komponen if isian == "jumlah" else ""


@dataclass(frozen=True, slots=True)
class PemetaanLembar(mapping.PemetaanLembar[KolomLembar]):
    """One sheet, and what its titles say of all rows: the year (0: nothing), the period code, the component, the
    kelurahan (its code)."""

    tahun: int = 0
    periode: str = ""
    komponen: str = ""
    kelurahan: str = ""

    @property
    def kurang(self) -> tuple[str, ...]:
        """What must still be chosen on this sheet, in sentences."""
        hasil = [] if self.kolom_isian("nomor") else [kata.KURANG_RT]
        hasil += [] if any(self.kolom_isian(satu) for satu in _JUMLAH) else [kata.KURANG_JUMLAH]
        return tuple(satu.format(lembar=self.nama) for satu in hasil)


@dataclass(frozen=True, slots=True)
class Pemetaan(mapping.Pemetaan[PemetaanLembar]):
    """The mapping of a file of payments."""

    TANPA_LEMBAR = kata.KURANG_LEMBAR


def usul(berkas: Workbook, store: Store, lingkup: str) -> Pemetaan:
    """Return the proposal for a file of payments."""
    semua = menurut_masa(komponen_.komponen(store.reader(), lingkup=lingkup))
    kata_kunci = tuple((satu, k.nama) for k in semua for satu in (k.nama, k.sumber_dana) if satu)
    return Pemetaan(tuple(_lembar(ke, sheet, kata_kunci) for ke, sheet in enumerate(berkas.lembar)))


KataKunci = Sequence[tuple[str, str]]
"""What names a component: its name or its source of money, and the name."""


def _disebut(tulisan: str, kata_kunci: KataKunci) -> str:
    """Return the one component that a text names; "" where it names none or several."""
    isi = key(tulisan)
    nama = {k for satu, k in kata_kunci if key(satu) and key(satu) in isi}
    return nama.pop() if len(nama) == 1 else ""


def _lembar(ke: int, sheet: Sheet, kata_kunci: KataKunci) -> PemetaanLembar:
    if mapping.kosong(sheet):
        return PemetaanLembar(ke, sheet.name, False, text.LEMBAR_INI_KOSONG, None, 1, ())
    kepala = find(sheet, kenali)
    awal, judul = mapping.judul_semua(sheet, kepala, _CONTOH)
    contoh = [mapping.contoh(sheet, awal, k, _CONTOH) for k in range(len(judul))]
    kolom = _kolom(judul, contoh, [_disebut(satu.words, kata_kunci) for satu in judul])
    tahun, periode, nama = _atas(sheet, kepala.first if kepala else 0, kata_kunci)
    hasil = PemetaanLembar(
        ke, sheet.name, False, kata.LEMBAR_LAIN, awal if kepala else None, awal + 1, kolom, tahun, periode, nama,
        _kelurahan(sheet, kepala.first if kepala else 0),
    )  # fmt: skip
    dipakai = not hasil.kurang
    return replace(hasil, dipakai=dipakai, alasan=kata.LEMBAR_DIPAKAI if dipakai else kata.LEMBAR_LAIN)


def _kolom(judul: Sequence[Title], contoh: Sequence[list[object]], dompet: Sequence[str]) -> tuple[KolomLembar, ...]:
    """Give every title its field once: the column whose values fit better wins, then the one further right for money
    (a last column of sums stands behind its parts) and further left for everything else. Where columns name their
    purse, each is an amount, and their sum is not read."""
    calon = [_calon(satu, contoh[k], dompet[k]) for k, satu in enumerate(judul)]
    nilai = [_kecocokan(isian, contoh[k]) for k, isian in enumerate(calon)]
    terpilih: dict[_Kunci, int] = {}
    for k in sorted(range(len(calon)), key=lambda k: (-nilai[k], -k if calon[k] == "jumlah" else k)):
        if calon[k] not in ("", LEWAT) and (nilai[k] >= 0.5 or not contoh[k]):
            terpilih.setdefault(_kunci(calon[k], judul[k], dompet[k]), k)
    if any(isian == "jumlah" and nama for isian, _, nama in terpilih):
        terpilih.pop(("jumlah", 0, ""), None)
    return tuple(_satu_kolom(k, satu, contoh[k], calon[k], terpilih, dompet[k]) for k, satu in enumerate(judul))


_Kunci = tuple[str, int, str]


def _satu_kolom(
    k: int, judul: Title, contoh: Sequence[object], calon: str, terpilih: dict[_Kunci, int], dompet: str
) -> KolomLembar:
    lain = terpilih.get(_kunci(calon, judul, dompet)) if calon not in ("", LEWAT) else None
    isian = calon if lain == k else ""
    alasan = text.JUDUL_DIKENAL if isian else text.TIDAK_DIBACA
    if not isian and lain is not None:
        alasan = text.SUDAH_ADA.format(label=ISIAN[calon], huruf=letters(lain))
    return KolomLembar(k, letters(k), judul.words, mapping.tiga(contoh), isian, alasan, dompet)


def _calon(judul: Title, contoh: Sequence[object], dompet: str) -> str:
    isian = kenali(*judul)
    if dompet and isian in ("", LEWAT) and contoh and _kecocokan("jumlah", contoh) >= 0.5:
        return "jumlah"
    return isian


def _kunci(isian: str, judul: Title, dompet: str) -> _Kunci:
    """A column per month may come once for every year that its title names, one of money once for every purse."""
    tahun = tahun_judul(judul.words) if isian in (*BULAN, *TRIWULAN) else 0
    return isian, tahun, dompet if isian == "jumlah" else ""


def _kecocokan(isian: str, contoh: Sequence[object]) -> float:
    """Return which part of the values a field can read."""
    if not contoh or isian in ("", LEWAT):
        return 0.0
    if isian in _JUMLAH:
        return sum(_uang(satu) for satu in contoh) / len(contoh)
    if isian == "nomor":
        baca = tempat_sel.nomor()
        terbaca = (hasil.isi if isinstance(hasil := baca(satu), Sel) else hasil for satu in contoh)
        return sum(satu is not None for satu in terbaca) / len(contoh)
    if isian == "nama":
        return sum(any(ch.isalpha() for ch in teks(satu)) for satu in contoh) / len(contoh)
    return 1.0


def _uang(nilai: object) -> bool:
    hasil = sel_.uang(nilai)
    return hasil is None or isinstance(hasil, int) or bool(hasil.isi or hasil.usul)


def _atas(sheet: Sheet, sampai: int, kata_kunci: KataKunci) -> tuple[int, str, str]:
    """Return what the sheet's name and the titles above its table say: year, period code, component."""
    baris = [" ".join(" ".join(map(teks, row)).split()) for row in sheet.rows[:sampai]]
    tulisan = [sheet.name, *(satu for satu in baris if satu)]
    tahun = next((t for t in map(tahun_judul, reversed(tulisan)) if t), 0)
    bulan = max((sel_.bulan(satu, tahun) for satu in tulisan if len(satu) < 160), key=_tepat, default=())
    return tahun, _kode(bulan), _disebut(" ".join(tulisan), kata_kunci)


def _kelurahan(sheet: Sheet, sampai: int) -> str:
    """Return the code of the kelurahan that the titles or the sheet's name say; "" for none."""
    kode = tempat_sel.cari(sheet.name)
    for satu in (" ".join(teks(nilai).split()) for baris in sheet.rows[:sampai] for nilai in baris):
        if not kode and (cocok := tempat_sel.KELURAHAN_DI_JUDUL.search(satu)):
            kode = tempat_sel.cari(cocok[1].strip(" ."))
    return kode


def _tepat(bulan: tuple[str, ...]) -> int:
    """A quarter says more than a month's name in passing, and both more than a whole year."""
    return 0 if len(bulan) in (0, 12) else 2 if len(bulan) == 3 else 1


def _kode(bulan: tuple[str, ...]) -> str:
    if not bulan or len(bulan) == 12:
        return ""
    if len(bulan) == 3 and int(bulan[0][5:]) % 3 == 1:
        return f"{bulan[0][:4]}-TW{(int(bulan[0][5:]) + 2) // 3}"
    return bulan[0] if len(bulan) == 1 else periode_.gabung(bulan[0], bulan[-1]).kode
