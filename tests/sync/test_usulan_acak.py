"""Random histories of proposals on several PCs; each law has a seeded bug that it must notice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from sipokat_desktop.modules.usulan import baca, gabung, ragu
from sipokat_desktop.modules.usulan.gabung import Gabungan
from tests.sync.pemain import panggung
from tests.sync.riwayat_usulan import RiwayatUsulan
from tests.sync.sudut import mainkan
from tests.sync.uji_mutan import Mutan, uji_mutan

pytestmark = pytest.mark.usefixtures("panggung_acak")

LAMA = settings().max_examples > 1000
PENGATURAN = settings(
    max_examples=1500 if LAMA else 12, stateful_step_count=25, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip
SERING = {"status", "digabung", "dihapus", "diputuskan"}
SUDUT = SERING | {"dicatat", "dipisah", "diurutkan", "lagi", "diurungkan"} if LAMA else SERING
"""What must happen somewhere in so many histories, or they prove nothing."""


def test_random_histories_of_proposals() -> None:
    mainkan(RiwayatUsulan, PENGATURAN, panggung().kota.jejak, SUDUT)


def _lingkar(m: RiwayatUsulan) -> None:
    m.gabung(i=0, ke=0, lain=1)
    m.gabung(i=1, ke=1, lain=0)
    m._aman(0, 1, 0)


def _terhapus(m: RiwayatUsulan) -> None:
    m.hapus(i=0, ke=0)
    m.status(i=1, ke=0, lain=0, kini="kota", hari="4/3/2026")
    m._aman(0, 1, 0)


def _dua_hari(m: RiwayatUsulan) -> None:
    m.status(i=0, ke=0, lain=0, kini="kota", hari="4/3/2026")
    m.status(i=1, ke=0, lain=0, kini="lurah", hari="2/1/2026")


def _diam(tambal: pytest.MonkeyPatch) -> None:
    """Nobody is asked about what is amiss."""
    for nama in ("cari_lingkar", "cari_terhapus"):
        tambal.setattr(f"{ragu.__name__}.{nama}", lambda _con: [])
    tambal.setattr(ragu, "KERAGUAN", tuple(d._replace(find=lambda _con: []) for d in ragu.KERAGUAN))


def _sepanah(tambal: pytest.MonkeyPatch) -> None:
    """A screen that looks one arrow far."""
    asli = gabung.susun

    def susun(ke: dict[str, str], ada: set[str]) -> Gabungan:
        peta = asli(ke, ada)
        induk = {id: tujuan for id, tujuan in ke.items() if tujuan in ada}
        return peta._replace(induk=induk)

    tambal.setattr(gabung, "susun", susun)


def _yang_datang_terakhir(tambal: pytest.MonkeyPatch) -> None:
    """A screen on which the step that was recorded last holds, whatever its day."""
    tambal.setattr(baca, "berlaku", lambda riwayat: max(riwayat, key=lambda s: s.dicatat, default=None))


MUTAN = {
    "tidak bertanya, melingkar": Mutan(_diam, _lingkar, "U3"),
    "tidak bertanya, terhapus": Mutan(_diam, _terhapus, "U3"),
    "melihat sepanah": Mutan(_sepanah, _lingkar, "U1|U2"),
    "yang datang terakhir": Mutan(_yang_datang_terakhir, _dua_hari, "U1"),
}
test_the_laws_hold_without_the_bug, test_the_bug_is_caught = uji_mutan(RiwayatUsulan, MUTAN)
