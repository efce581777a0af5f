"""What the tests of Bagian's pages begin with: a month that two PCs paid, an event of Bimtek."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.modules.bimtek import hadir_ops, undang_ops
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.storage.store import Store
from tests.sync import dunia
from tests.unit.bimtek_kecil import jabatan, kegiatan
from tests.web.panggung import KEL_A, KEL_B, Pusat, pc


@contextmanager
def dibayar_dua(pusat: Pusat, folder: Path, nos: Sequence[int] = (3,)) -> Iterator[tuple[Office, Office]]:
    """Two PCs of one kelurahan: Siti and Rudi both paid these RT the three months of a list. Others sit there now: who
    paid does not settle it."""
    with closing(pc(folder / "a", pusat, KEL_A)) as satu, closing(pc(folder / "b", pusat, KEL_A)) as lain:
        satu.store.user, lain.store.user = "Siti", "Rudi"
        for kantor in (satu, lain):
            kantor.sync()
        for kantor in (satu, lain):
            insentif.terima(kantor.store, dunia.satu_daftar(kantor), hanya=nos)
        for kantor in (satu, lain, satu):
            kantor.sync()
        satu.store.user, lain.store.user = "Rohana", "Hasan"
        yield satu, lain


def acara(store: Store) -> tuple[str, list[str]]:
    """Record an event of two days to which all are invited: of two kelurahan three came on the first day, the fourth is
    excused on the second; returns its id and those of its sessions."""
    id, sesi = kegiatan(store, "kota", "20/11/2026", "21/11/2026")
    undang_ops.undang(store, id)
    for kode in (KEL_A, KEL_B):
        semua = list(jabatan(store, kode).values())
        hadir_ops.catat_banyak(store, sesi[0], semua[:3], "hadir")
        hadir_ops.catat_banyak(store, sesi[1], semua[3:], "izin")
    return id, sesi
