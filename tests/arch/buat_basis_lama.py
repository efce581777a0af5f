"""Makes the stores in tests/data/old_databases that every later version must open, check and sync.

``python -m tests.arch.buat_basis_lama v0_1_0`` is run once, at the release of that version, with that version's code;
afterwards the files are never made again, only read.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import rules
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from tests.kota import CityThread

FOLDER = Path(__file__).resolve().parents[1] / "data/old_databases"
KELURAHAN = "16.73.01.1003"
KETUA = ("Siti Aminah", "M. Yusuf, S.Pd", "Rusdi", "Nurlela")


def roster(store: Store) -> None:
    """Four posts with heads, one of them replaced in February, and the lurah who signs."""
    masa = []
    for ke, nama in enumerate(KETUA, 1):
        isian = {"nomor": str(ke), "nama": nama, "nik": f"16730101017000{ke:02d}", "tmt": "2024-01-01",
                 "akhir_sk": "2029-01-01", "sk_nomor": f"141/{ke:02d}/2024", "sk_tanggal": "2023-12-20"}  # fmt: skip
        masa.append(rt.tambah(store, KELURAHAN, isian).value)
    rt.akhiri(store, masa_id=masa[3], isian={"akhir_nyata": "2026-02-14", "alasan_akhir": "Pindah"})
    rt.set_pejabat(store, KELURAHAN, "lurah", {"nama": "Drs. H. Amran", "nip": "196801011990031001"})


def payments(store: Store) -> None:
    """A locked list of the first triwulan: all but one received, and one payment taken back."""
    nomor = insentif.susun(store, KELURAHAN, periode.baca("2026-TW1")).value
    insentif.kunci(store, nomor, lurah="Drs. H. Amran", alasan="Data uji")
    insentif.terima(store, nomor, kecuali={2})
    insentif.batal_terima(store, nomor, 1, alasan="Salah catat")


def tariff(store: Store) -> None:
    """The office's own tariff."""
    rows = rules.baris_tarif(
        KELURAHAN, nama="Insentif Ketua RT", jumlah=550_000, mulai="2025-01", dasar_hukum="SK 1/2026", pajak=0
    )
    insentif.simpan_tarif(store, KELURAHAN, rows)


def _copy(file: Path, target: Path) -> None:
    """Copy a database as one compact file, whatever its write-ahead log holds."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as con:
        con.create_function("sipokat_dalam_op", 0, lambda: 0)
        con.execute("VACUUM INTO ?", (str(target),))


def alone(work: Path, target: Path) -> None:
    """A store that was never enrolled: everything waits to be sent."""
    with closing(Office(work)) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Ani", pin="2580")
        roster(office.store)
        tariff(office.store)
        payments(office.store)
    _copy(work / "sipokat.db", target)


def enrolled(work: Path, target: Path) -> None:
    """An office and its city after one sync, with the payments made since then waiting; the keys are for tests only."""
    target.mkdir(exist_ok=True)
    work.mkdir()
    with closing(CityThread(f"sqlite:///{work / 'kota.db'}")) as city, closing(Office(work / "kantor")) as office:
        city.set_tarif(550_000)
        office.enrol(server=city.url, code=city.invite(KELURAHAN), name="Ani")
        users.add(office.store, name="Ani")
        roster(office.store)
        office.sync()
        payments(office.store)
    _copy(work / "kantor/sipokat.db", target / "sipokat.db")
    _copy(work / "kota.db", target / "kota.db")
    shutil.copy(work / "kantor/identitas.json", target)


def main(version: str) -> None:
    """Make both stores of ``version``."""
    with TemporaryDirectory() as temp:
        alone(Path(temp) / "sendiri", FOLDER / f"{version}.db")
        enrolled(Path(temp) / "terdaftar", FOLDER / f"{version}_terdaftar")


if __name__ == "__main__":
    main(sys.argv[1])
