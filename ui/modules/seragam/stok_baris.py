"""The rows and sentences of the page of the stock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.seragam import rules
from sipokat_desktop.modules.seragam import text as seragam
from sipokat_desktop.modules.seragam.model import Barang, Gerak, Kiriman
from sipokat_desktop.modules.seragam.tempat import PENGADAAN, RT
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text_stok as text
from .isi import Isi
from .kalimat import hari, nama_tempat
from .kiriman import kinds, perlu, perlu_tiap
from .text_lembar import PENGADAAN as KATA_PENGADAAN

_PEMISAH, _KELURAHAN = "|", "Kelurahan "


class BarisStok(NamedTuple):
    """One kind of piece at a place: what came, went, is there, and is needed by those who have not received."""

    tempat: str
    barang: Barang
    masuk: int
    keluar: int
    ada: int
    perlu: int


# stock


def daftar(isi: Isi) -> list[BarisStok]:
    """Return the kinds at every place of this office that has or needs any; a kecamatan's needs are what its
    kelurahan do not have themselves."""
    hasil, tiap = [], perlu_tiap(isi)
    for tempat in _tempat(isi):
        butuh = _butuh(isi, tempat, tiap)
        for barang in sorted({*kinds(isi), *isi.gerak_stok.get(tempat, {})}, key=rules.urut):
            masuk, keluar = isi.gerak_stok.get(tempat, {}).get(barang, (0, 0))
            if masuk or keluar or butuh[barang]:
                hasil.append(BarisStok(tempat, barang, masuk, keluar, masuk - keluar, butuh[barang]))
    return hasil


def _tempat(isi: Isi) -> list[str]:
    """Return this office's place, then the places below it where the ledger says less than nothing is."""
    minus = [t for t, ada in isi.stok.items() if t not in (isi.gudang, PENGADAAN) and any(n < 0 for n in ada.values())]
    return [isi.gudang, *minus]


def _butuh(isi: Isi, tempat: str, tiap: Mapping[str, Counter[Barang]]) -> Counter[Barang]:
    if tempat != PENGADAAN and not wilayah.adalah_kecamatan(tempat):
        return tiap.get(tempat, Counter())
    butuh = Counter[Barang]()
    for satu in _di_bawah(isi, tempat):
        ada = isi.stok.get(satu, {})
        for barang, n in _butuh(isi, satu, tiap).items():
            butuh[barang] += max(n - max(ada.get(barang, 0), 0), 0)
    return butuh


def _di_bawah(isi: Isi, tempat: str) -> list[str]:
    """Return the places that a purchase (every kecamatan) or a kecamatan sends to, as far as they have posts here."""
    atas = {kode: wilayah.kecamatan_dari(kode) for kode in berpenghuni(isi)}
    if tempat == PENGADAAN:
        return sorted({*atas.values()})
    return [kode for kode, kecamatan in atas.items() if kecamatan == tempat]


def stok(isi: Isi) -> list[Baris]:
    """Return the rows of the stock."""
    bertempat = len(_tempat(isi)) > 1
    return [_baris_stok(b, bertempat=bertempat) for b in daftar(isi)]


def _baris_stok(b: BarisStok, *, bertempat: bool) -> Baris:
    kata, peran = keadaan(b)
    sel = (
        nama_tempat(b.tempat).removeprefix(_KELURAHAN),
        b.barang.kata,
        *map(str, (b.masuk, b.keluar, b.ada, b.perlu)),
        kata,
    )
    merah = Role.SALAH if b.ada < 0 else None
    roles = (None,) * 4 + (merah, None, peran)
    awal = 0 if bertempat else 1
    return Baris(_PEMISAH.join((b.tempat, *b.barang)), sel[awal:], roles[awal:])


def keadaan(b: BarisStok) -> tuple[str, Role]:
    """Say whether there is enough of a kind."""
    if b.ada < 0:
        return text.NOL.format(n=-b.ada), Role.SALAH
    if b.ada < b.perlu and not b.masuk:
        return text.BELUM_DATANG.format(n=b.perlu), Role.PERHATIAN
    if b.ada < b.perlu:
        return text.KURANG.format(n=b.perlu - b.ada), Role.SALAH
    lebih = b.ada - b.perlu
    return (text.LEBIH.format(n=lebih) if lebih else text.CUKUP), Role.BAIK


def dari_id(isi: Isi, id: str) -> BarisStok:
    """Return the kind that a row of the table shows."""
    return next(b for b in daftar(isi) if _PEMISAH.join((b.tempat, *b.barang)) == id)


# kelurahan by size


def matriks(isi: Isi) -> list[Baris]:
    """Return a row per kelurahan with what it lacks of each kind (needed less what is there); the sums at the end."""
    kolom, tiap = kinds_terpakai(isi), perlu_tiap(isi)
    tanpa = Counter(p.lingkup for p in isi.tanpa_ukuran)
    semua, hasil = Counter[Barang](), list[Baris]()
    for kode in berpenghuni(isi):
        kurang = _kurang(tiap.get(kode, {}), isi.stok.get(kode, {}))
        semua.update(kurang)
        hasil.append(_satu(kode, nama(kode), kurang, kolom, tanpa[kode]))
    jumlah = _satu("jumlah", text.JUMLAH_SEMUA, semua, kolom, tanpa.total())
    return [*hasil, jumlah] if len(hasil) > 1 else hasil


def berpenghuni(isi: Isi) -> list[str]:
    """Return the kelurahan that have posts here."""
    ada = {p.lingkup for p in isi.pemakai}
    return [kode for kode in isi.kelurahan if kode in ada]


def _satu(id: str, judul: str, kurang: Mapping[Barang, int], kolom: Sequence[Barang], tanpa: int) -> Baris:
    angka = [kurang.get(b, 0) for b in kolom]
    sel = (judul, *(str(n) if n else "" for n in angka), str(sum(angka) or ""), str(tanpa) if tanpa else "")
    return Baris(id, sel, (None,) * (len(kolom) + 2) + (Role.PERHATIAN,))


def _kurang(butuh: Mapping[Barang, int], ada: Mapping[Barang, int]) -> Counter[Barang]:
    return Counter({b: n - max(ada.get(b, 0), 0) for b, n in butuh.items() if n > max(ada.get(b, 0), 0)})


def kinds_terpakai(isi: Isi) -> tuple[Barang, ...]:
    """Return the kinds that somebody here needs or has; all of them where none is known yet."""
    pakai = set(perlu(isi, isi.kelurahan)) | {b for ada in isi.stok.values() for b, n in ada.items() if n}
    return tuple(b for b in kinds(isi) if b in pakai) or tuple(kinds(isi))


def nama(kode: str) -> str:
    """Return the name of a kelurahan."""
    return wilayah.nama(kode)


# deliveries and the ledger


def kiriman(id: str, k: Kiriman) -> Baris:
    """Return the row of a delivery."""
    sel = (hari(k.tanggal), k.nomor, _sebut(k.dari), _sebut(k.ke), rules.sebut_isi(k.isi), str(k.jumlah))
    return Baris(id, sel)


def gerak(g: Gerak) -> Baris:
    """Return the row of an entry of the ledger."""
    kembali = text.DITUKAR_DARI.format(apa=g.kembali.kata) if g.kembali else ""
    batal = text.DIBATALKAN if g.dibatalkan else ""
    ket = " · ".join(filter(None, (g.nomor, kembali, g.alasan, batal)))
    ke = text.RT.format(rt=g.rt, nama=g.nama) if g.ke == RT else _sebut(g.ke)
    apa = seragam.JENIS.get(g.jenis, g.jenis)
    sel = (hari(g.tanggal), apa, g.barang.kata, str(g.jumlah), _sebut(g.dari), ke, ket)
    return Baris(g.gerak_id, sel, (Role.REDUP,) * 7 if g.dibatalkan or g.jenis == "balik" else ())


def _sebut(tempat: str) -> str:
    return KATA_PENGADAAN if tempat == PENGADAAN else nama_tempat(tempat)


# around the table


def kolom(kunci: str, isi: Isi) -> tuple[Kolom, ...]:
    """Return the columns of one of the tables."""
    lebar: tuple[tuple[int, int, int], ...]
    match kunci:
        case "kelurahan":
            satu = tuple(Kolom(b.kata, b.kata, rata=Rata.KANAN) for b in kinds_terpakai(isi))
            jumlah, tanpa = (Kolom(k, k, rata=Rata.KANAN, sembunyi=ke) for ke, k in enumerate(text.KOLOM_LAIN))
            return (Kolom("nama", text.KOLOM_KELURAHAN[0], 140, 1), *satu, jumlah, tanpa)
        case "kiriman":
            lebar = ((0, 0, 0), (0, 0, 0), (0, 0, 2), (0, 0, 0), (140, 2, 0), (0, 0, 1))
            return _lajur(text.KOLOM_KIRIMAN, lebar, kanan=(5,))
        case "catatan":
            lebar = ((0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 2), (110, 2, 0), (110, 2, 3))
            return _lajur(text.KOLOM_CATATAN, lebar, kanan=(3,))
        case _:
            lebar = ((130, 1, 1), (0, 1, 0), (0, 0, 3), (0, 0, 2), (0, 0, 0), (0, 0, 0), (140, 1, 0))
            semua = _lajur(text.KOLOM_STOK, lebar, kanan=(2, 3, 4, 5))
            return semua if len(_tempat(isi)) > 1 else semua[1:]


def _lajur(
    judul: Sequence[str], lebar: Sequence[tuple[int, int, int]], *, kanan: Sequence[int]
) -> tuple[Kolom, ...]:  # fmt: skip
    return tuple(
        Kolom(kata, kata, sempit, tumbuh, Rata.KANAN if ke in kanan else Rata.KIRI, sembunyi=sembunyi)
        for ke, (kata, (sempit, tumbuh, sembunyi)) in enumerate(zip(judul, lebar, strict=True))
    )


def perhatian(isi: Isi) -> list[tuple[str, Role]]:
    """Return what does not add up, the gravest first; else that all does."""
    semua = [(m.kalimat, Role.SALAH) for m in isi.masalah if not m.jabatan_id]
    kurang = ", ".join(f"{n} {b.kata}" for b, n in isi.kurang)
    if kurang:
        semua.append((text.KURANG_HAL.format(apa=kurang), Role.SALAH))
    if len(semua) > 2:
        semua = [semua[0], (text.MASIH.format(n=len(semua) - 1), Role.SALAH)]
    return semua or ([(text.BERES, Role.BAIK)] if isi.tiba else [])


def kaki(kunci: str, isi: Isi) -> str:
    """Say the sums of this office; below the matrix what its figures are."""
    if kunci == "kelurahan":
        return text.KAKI_KELURAHAN
    ada = sum(isi.stok.get(isi.gudang, {}).values())
    butuh = sum(perlu(isi, isi.kelurahan).values())
    sudah = sum(n for p in isi.sudah for n in p.memegang.values())
    return text.KAKI.format(ada=ada, perlu=butuh, sudah=sudah)


def panel(
    kunci: str, isi: Isi, id: str, semua: Mapping[str, Kiriman]
) -> tuple[str, str, Sequence[str]]:  # fmt: skip
    """Return title, line below and paragraphs that explain a row."""
    if kunci == "stok" and id:
        return _panel_stok(isi, dari_id(isi, id))
    if kunci == "kelurahan" and id in isi.kelurahan:
        return _panel_kelurahan(isi, id)
    if kunci == "kiriman" and id in semua:
        k = semua[id]
        rute = text.PANEL_RUTE.format(dari=_sebut(k.dari), ke=_sebut(k.ke), hari=hari(k.tanggal))
        return k.nomor, rute, [text.PANEL_KIRIMAN.format(isi=rules.sebut_isi(k.isi)), *([k.alasan] if k.alasan else [])]
    return text.PANEL, "", [text.PANEL_ISI]


def _panel_stok(isi: Isi, b: BarisStok) -> tuple[str, str, Sequence[str]]:
    masalah = [m.kalimat for m in isi.masalah if m.tempat == b.tempat and m.barang == b.barang]
    hitung = text.PANEL_STOK.format(masuk=b.masuk, keluar=b.keluar, ada=b.ada)
    butuh = [text.PANEL_PERLU.format(perlu=b.perlu)] if b.perlu else []
    return b.barang.kata, text.PANEL_SUB.format(tempat=nama_tempat(b.tempat)), [*masalah, hitung, *butuh]


def _panel_kelurahan(isi: Isi, kode: str) -> tuple[str, str, Sequence[str]]:
    butuh, ada = perlu(isi, (kode,)), isi.stok.get(kode, {})
    kurang = _kurang(butuh, ada)
    di_sana = {b: n for b, n in ada.items() if n}
    kalimat = [
        text.PANEL_KELURAHAN.format(perlu=_isi(butuh), ada=_isi(di_sana)),
        text.PANEL_KELURAHAN_KURANG.format(kurang=_isi(kurang)) if kurang else text.PANEL_KELURAHAN_BERES,
    ]
    tanpa = sum(p.lingkup == kode for p in isi.tanpa_ukuran)
    return nama(kode), "", [*kalimat, *([text.PANEL_TANPA.format(n=tanpa)] if tanpa else [])]


def _isi(isi: Mapping[Barang, int]) -> str:
    return rules.sebut_isi(isi) if isi else text.NIHIL
