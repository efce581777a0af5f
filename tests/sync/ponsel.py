"""The laws of registered goods, counted by the harness itself from the rows of a PC or of the city.

P1 the screen says who holds a unit as its entries do; P2 one holder, or a person is asked; P3 no PC makes a double
claim or a hanging entry of what it sees; P4 PCs and city agree; P5 a hand-over once recorded is never lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sipokat_desktop.app import Office
from sipokat_desktop.modules.ponsel import queries
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.core import GANDA
from tests.sync.hukum import Catatan, Isi

SERAH = "ponsel_serah"
Entri = Mapping[str, Mapping[str, object]]
Ujung = dict[str, tuple[str, ...]]
"""Per unit who holds it according to the last entries: a term's id, "" for the office; several: not decided."""


def entri(isi: Isi) -> dict[str, dict[str, object]]:
    """The hand-overs among rows."""
    return {row: fields for (tabel, row), fields in isi.items() if tabel == SERAH}


def entri_pc(pc: Office, lingkup: str) -> dict[str, dict[str, object]]:
    """The hand-overs on a PC's screen."""
    rows = pc.store.reader().execute(f"SELECT * FROM {SERAH} WHERE lingkup = ?", (lingkup,)).fetchall()
    return {str(row["id"]): dict(row) for row in rows}


def hidup(semua: Entri) -> set[str]:
    """The hand-overs that were not taken back."""
    dibalik = {e.get("membalik") for e in semua.values()}
    return {row for row, e in semua.items() if not e.get("membalik") and row not in dibalik}


def _induk(row: str, semua: Entri) -> str:
    """What a hand-over follows, as its slot says."""
    return str(semua[row]["slot"]).split("|")[2]


def gantung(semua: Entri) -> set[str]:
    """The live hand-overs that follow one taken back, one that is not here, or one of another phone."""
    ada = hidup(semua)
    return {row for row in ada if _induk(row, semua) not in ada | {"awal"} or _lain(row, _induk(row, semua), semua)}


def _lain(row: str, sebelum: str, semua: Entri) -> bool:
    """Tell whether what a hand-over follows is on another phone."""
    return sebelum in semua and semua[sebelum]["unit_id"] != semua[row]["unit_id"]


def ujung(semua: Entri) -> Ujung:
    """Who holds each unit: walk back from every live entry; what nothing live comes back to is an end."""
    ada = hidup(semua)
    diikuti = set()
    for row in ada:
        sebelum = _induk(row, semua)
        while sebelum in semua and sebelum not in ada and not _lain(row, sebelum, semua):
            sebelum = _induk(sebelum, semua)
        if not _lain(row, sebelum, semua):
            diikuti.add(sebelum)
    hasil: defaultdict[str, list[str]] = defaultdict(list)
    for row in ada - diikuti:
        pegang = semua[row]["jenis"] in ("serah", "alih")
        hasil[str(semua[row]["unit_id"])].append(str(semua[row].get("masa_id") or "") if pegang else "")
    return {unit: tuple(sorted(siapa)) for unit, siapa in hasil.items()}


def periksa_pc(pc: Office, lingkup: str) -> None:
    """Assert what holds on a PC at any moment."""
    semua = entri_pc(pc, lingkup)
    harap, tanya = ujung(semua), gantung(semua)
    slot = [str(semua[row]["slot"]) for row in hidup(semua)]
    dua = {s for s in slot if slot.count(s) > 1}
    ditanya = {str(semua[d.baris[0]]["slot"]) for d in pc.status().decisions if d.jenis == GANDA and d.tabel == SERAH}
    assert dua <= ditanya, "P2: two claims on what comes next, and nobody is asked"
    for u in queries.daftar(pc.store.reader(), lingkup=[lingkup], hari=hari_ini(pc.store)):
        siapa = harap.get(u.unit_id, ())
        if len(siapa) > 1:
            assert u.keadaan == "ganda", f"P1: {u.keadaan} although {len(siapa)} hand-overs claim it"
            assert u.ragu, "P2: not decided who holds it, and nobody is asked"
        else:
            assert u.masa_id == "".join(siapa), "P1: the screen says another holder than the entries"
            assert (u.keadaan == "dipegang") == bool("".join(siapa)), "P1: held or not"
        assert bool(u.putus) == any(semua[row]["unit_id"] == u.unit_id for row in tanya), "P2: hanging, not told"


def lebih_buruk(sebelum: Entri, sesudah: Entri) -> bool:
    """Tell whether a PC's own act left more units undecided, or more entries hanging, than there were."""

    def hitung(semua: Entri) -> tuple[int, int]:
        return sum(len(siapa) > 1 for siapa in ujung(semua).values()), len(gantung(semua))

    return any(kini > dulu for dulu, kini in zip(hitung(sebelum), hitung(sesudah), strict=True))


def periksa_kota(c: Catatan, offices: Iterable[Office], dicatat: set[str]) -> None:
    """Assert the laws when all is quiet."""
    di_kota = entri(c.isi)
    for pc in offices:
        periksa_pc(pc, c.scope)
        assert ujung(entri_pc(pc, c.scope)) == ujung(di_kota), "P4: PC and city disagree on the holder"
    assert dicatat <= di_kota.keys(), f"P5: hand-overs were lost: {dicatat - di_kota.keys()}"
    terbuka = {str(f["slot"]) for f in c.konflik(GANDA) if f["keadaan"] == "terbuka"}
    slot = [str(di_kota[row]["slot"]) for row in hidup(di_kota)]
    assert {s for s in slot if slot.count(s) > 1} <= terbuka, "P2: two claims without an open decision at the city"
