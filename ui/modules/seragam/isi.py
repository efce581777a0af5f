"""What the page shows of one purchase, read at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.seragam import queries, rules
from sipokat_desktop.modules.seragam.model import Barang, Masalah, Pemakai, Pengadaan
from sipokat_desktop.modules.seragam.tempat import PENGADAAN
from sipokat_desktop.storage import sqlite

GANDA = "ganda"
SIMBOLIS = "simbolis"


@dataclass(frozen=True, slots=True)
class Isi:
    """A purchase with its posts in the offices seen from ``kantor``, the pieces at each place, what came there
    and went, the places to which any came, and what is wrong with the ledger."""

    pengadaan: Pengadaan
    kantor: str
    kelurahan: tuple[str, ...]
    pemakai: Sequence[Pemakai]
    dibeli: Mapping[Barang, int]
    stok: Mapping[str, Mapping[Barang, int]]
    gerak_stok: Mapping[str, Mapping[Barang, tuple[int, int]]]
    tiba: frozenset[str]
    masalah: Sequence[Masalah]

    @property
    def beberapa(self) -> bool:
        """Whether posts of several kelurahan are here."""
        return len(self.kelurahan) > 1

    @property
    def di_kota(self) -> bool:
        """Whether this is the city-level office, which has no stock of its own."""
        return wilayah.adalah_kota(self.kantor)

    @property
    def gudang(self) -> str:
        """The place whose pieces this office hands on: its own, at the city-level office the purchase."""
        return PENGADAAN if self.di_kota else self.kantor

    @property
    def sendiri(self) -> bool:
        """Whether this office bought it, so that it may change it."""
        return self.pengadaan.lingkup == self.kantor and not self.pengadaan.kota

    @property
    def berketua(self) -> list[Pemakai]:
        """The posts that somebody heads, or whose head has received."""
        return [p for p in self.pemakai if not p.kosong or p.sudah]

    @property
    def sudah(self) -> list[Pemakai]:
        """The posts that have received."""
        return [p for p in self.pemakai if p.sudah]

    @property
    def belum(self) -> list[Pemakai]:
        """The heads who have not received."""
        return [p for p in self.pemakai if not p.sudah and not p.kosong]

    @property
    def tanpa_ukuran(self) -> list[Pemakai]:
        """The heads who have not received and cannot yet: size or model is missing."""
        return [p for p in self.belum if not p.siap]

    @property
    def lengkap(self) -> int:
        """How many heads have a size, or their uniform already."""
        return len(self.berketua) - len(self.tanpa_ukuran)

    def satu(self, jabatan_id: str) -> Pemakai | None:
        """Return a post."""
        return next((p for p in self.pemakai if p.jabatan_id == jabatan_id), None)

    def tempat(self, cara: str, lingkup: str) -> str:
        """Return the place from which a post of the kelurahan ``lingkup`` is given its uniform in this way."""
        return self.dari(cara) or rules.tempat_bawaan(cara, lingkup, kota=self.pengadaan.kota)

    def dari(self, cara: str) -> str:
        """Return the place that is not the usual one: an event of a kelurahan takes from what was delivered there."""
        sudah_dikirim = self.kantor in self.kelurahan and self.kantor in self.tiba
        return self.kantor if cara == SIMBOLIS and sudah_dikirim else ""

    def ada(self, tempat: str) -> Mapping[Barang, int] | None:
        """Return the pieces at a place; None where this computer does not see the whole of it."""
        return self.stok.get(tempat, {}) if rules.terlihat(self.kantor, tempat) else None

    @property
    def kurang(self) -> list[tuple[Barang, int]]:
        """What is missing for those who have not received, once anything came; of an own purchase at once."""
        if self.tiba:
            ada = Counter[Barang]()
            for tempat in self.tiba:
                ada.update(self.stok.get(tempat, {}))
        elif self.sendiri:
            ada = Counter(self.dibeli)
        else:
            return []
        perlu = Counter[Barang]()
        for p in self.belum:
            if p.siap:
                perlu[p.barang] += p.per_orang
        return [(b, n - ada[b]) for b, n in sorted(perlu.items(), key=lambda s: rules.urut(s[0])) if n > ada[b]]

    def perlu_dilihat(self, p: Pemakai) -> bool:
        """Tell whether something stands in the way of a post."""
        kurang = not (p.sudah or p.kosong) and bool(p.kurang)
        return kurang or any(m.jabatan_id == p.jabatan_id for m in self.masalah)

    def berikut(self, semua: Sequence[Pemakai], kini: str) -> str:
        """Return the next of ``semua`` after the post ``kini`` that has to be looked at, from the last the first; ""
        when there is none."""
        ids = [p.jabatan_id for p in semua]
        perlu = [p.jabatan_id for p in semua if self.perlu_dilihat(p)]
        tempat = ids.index(kini) if kini in ids else -1
        return next((id for id in perlu if ids.index(id) > tempat), perlu[0] if perlu else "")


def baca(
    con: sqlite.Connection, pengadaan_id: str, *, kantor: str, kelurahan: tuple[str, ...], hari: date
) -> Isi:  # fmt: skip
    """Read a purchase; raise InputSalah when it is gone."""
    stok: dict[str, dict[Barang, int]] = {}
    gerak: dict[str, dict[Barang, tuple[int, int]]] = {}
    tiba: set[str] = set()
    for s in queries.stok(con, pengadaan_id, lingkup=kantor):
        stok.setdefault(s.tempat, {})[s.barang] = s.ada
        gerak.setdefault(s.tempat, {})[s.barang] = (s.masuk, s.keluar)
        if s.masuk > 0 and s.tempat != PENGADAAN:
            tiba.add(s.tempat)
    return Isi(
        queries.satu_pengadaan(con, pengadaan_id), kantor, kelurahan,
        queries.pemakai(con, pengadaan_id, lingkup=kelurahan, hari=hari), queries.isi(con, pengadaan_id), stok,
        gerak, frozenset(tiba), queries.masalah(con, pengadaan_id, lingkup=kantor),
    )  # fmt: skip
