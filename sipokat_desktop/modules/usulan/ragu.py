"""What two computers brought about that each meant rightly: a proposal deleted while another one recorded something of
it, and proposals merged into one another in a circle. *Perlu keputusan* asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.storage import dangling, sqlite
from sipokat_desktop.storage.manifest import Ask, Doubt, Doubtful, WayOut

from . import baca, tabel, text
from .sebutan import usulan as sebut

if TYPE_CHECKING:
    from sipokat_desktop.storage.dangling import Dangling
    from sipokat_desktop.storage.tx import Tx

TABEL = "usulan_butir"
KEMBALI, LEPAS, PILIH = "usulan_kembali", "usulan_lepas", "usulan_tetap"
_PAKAI = ((tabel.STATUS, "usulan_id"), (tabel.DASAR, "usulan_id"), (tabel.BUTIR, "gabung_id"))


def cari_terhapus(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the deleted proposals of which another computer recorded a status, a base, or merged one into."""
    return [_terhapus(satu) for satu in _temuan(con).values()]


def _temuan(con: sqlite.Connection) -> dict[str, list[tuple[str, Dangling]]]:
    """Return what stands on deleted proposals, by proposal: the table and what was found."""
    per: defaultdict[str, list[tuple[str, Dangling]]] = defaultdict(list)
    for pakai, kolom in _PAKAI:
        for satu in dangling.find(con, TABEL, pakai, kolom):
            per[satu.row_id].append((pakai.name, satu))
    return dict(sorted(per.items()))


def _terhapus(semua: Sequence[tuple[str, Dangling]]) -> Doubtful:
    satu = semua[0][1]
    judul = str(satu.fields.get("judul") or text.JUDUL)
    isi = [text.TERHAPUS_ISI[nama].format(n=len(ini.entries)) for nama, ini in semua]
    kata = text.TERHAPUS_KATA.format(judul=judul, isi=text.DAN.join(filter(None, (", ".join(isi[:-1]), isi[-1]))))
    return Doubtful(satu.row_id, judul, kata, (), satu.at)


def pulihkan(tx: Tx, usulan_id: str, _isian: Mapping[str, str]) -> None:
    """Bring the proposal back with what the same deletion took; raises InputSalah where that is not here."""
    from sipokat_desktop.storage import trash

    trash.bring_back(tx, TABEL, usulan_id)


def lepaskan(tx: Tx, usulan_id: str, _isian: Mapping[str, str]) -> None:
    """Let what was recorded go after the proposal; what was merged into it stands on its own."""
    from sipokat_desktop.storage import many

    for nama, satu in _temuan(tx.con).get(usulan_id, []):
        if nama == TABEL:
            many.update(tx, TABEL, {id: {"gabung_id": None} for id in satu.entries})
        else:
            many.delete(tx, nama, satu.entries)


def cari_lingkar(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the proposals that were merged in a circle."""
    return [
        Doubtful(
            satu[0], sebut(con, satu[0]),
            text.LINGKAR_KATA.format(nama=text.DAN.join(_judul(con, id) for id in satu), judul=_judul(con, satu[0])),
        )
        for satu in baca.gabungan(con).lingkar
    ]  # fmt: skip


def pilihan(con: sqlite.Connection, usulan_id: str) -> Sequence[tuple[str, str]]:
    """Return the proposals of a circle (id, name): which one stays is to be chosen."""
    lingkar = next((satu for satu in baca.gabungan(con).lingkar if usulan_id in satu), ())
    return [(id, sebut(con, id)) for id in lingkar]


def tetapkan(tx: Tx, usulan_id: str, isian: Mapping[str, str]) -> None:
    """The chosen proposal stays, the rest of its circle and all that hang on them are merged into it."""
    from .gabung_ops import satukan

    semua = baca.gabungan(tx.con).kelompok(usulan_id)
    satukan(tx, isian["tetap"], [id for id in semua if id != isian["tetap"]])


def _judul(con: sqlite.Connection, id: str) -> str:
    return str(con.execute("SELECT judul FROM usulan_butir WHERE id = ?", (id,)).fetchone()[0])


def _jalan_terhapus() -> tuple[WayOut, ...]:
    return (
        WayOut(KEMBALI, text.PULIHKAN, text.PULIHKAN_ISI, (), pulihkan),
        WayOut(LEPAS, text.LEPASKAN, text.LEPASKAN_ISI, (), lepaskan),
    )


def _jalan_lingkar() -> tuple[WayOut, ...]:
    tanya = Ask("tetap", text.LINGKAR_TANYA, "pilihan", choices=pilihan)
    return (WayOut(PILIH, text.LINGKAR_PILIH, text.LINGKAR_ISI, (tanya,), tetapkan),)


KERAGUAN = (
    Doubt(text.TERHAPUS, text.TERHAPUS_ATURAN, cari_terhapus, _jalan_terhapus),
    Doubt(text.LINGKAR, text.LINGKAR_ATURAN, cari_lingkar, _jalan_lingkar),
)
"""For *Perlu keputusan*."""
