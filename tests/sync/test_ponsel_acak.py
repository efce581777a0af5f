"""Random histories of phones on several PCs: one holder or an open decision, nothing lost, everybody agrees.

Each law has a seeded bug that it must notice, told as a story with the rules of the histories.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from sipokat_desktop.modules.ponsel import rantai, serah_ops, urung
from sipokat_desktop.modules.ponsel.tulis import Keadaan
from sipokat_desktop.modules.ponsel.unit_ops import ada
from sipokat_desktop.storage import decisions
from sync.server import slots
from tests.sync import hukum, ponsel
from tests.sync.panggung import TEMPAT
from tests.sync.pemain import panggung
from tests.sync.riwayat_ponsel import RiwayatPonsel
from tests.sync.sudut import mainkan
from tests.sync.uji_mutan import Mutan, uji_mutan

pytestmark = pytest.mark.usefixtures("panggung_acak")

LAMA = settings().max_examples > 1000
PENGATURAN = settings(
    max_examples=2000 if LAMA else 50, stateful_step_count=35, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip
SUDUT = {
    "diserahkan", "dialihkan", "dikembalikan", "ditarik", "dibatalkan", "diganti", "ketua diganti dengan barang",
    "diurungkan", "pembayaran ganda terbuka", "diputuskan serah_salah", "diputuskan serah_sesudah",
    "diputuskan serah_lain", "menggantung", "disambung", "putus dibatalkan", "riwayat berbeda",
}  # fmt: skip
"""What must happen somewhere in so many histories, or they prove nothing."""


def test_random_histories_of_phones() -> None:
    mainkan(RiwayatPonsel, PENGATURAN, panggung().kota.jejak, SUDUT)


def _dua_kali(m: RiwayatPonsel) -> None:
    """Two PCs hand out one phone."""
    m.serah(i=0, u=0, ke=0)
    m.serah(i=1, u=0, ke=1)
    m._aman(0, 1, 0)


def _satu_pc(m: RiwayatPonsel) -> None:
    """One PC hands out a phone, and tries again."""
    m.serah(i=0, u=0, ke=0)
    m.serah(i=0, u=0, ke=1)


def _dibatalkan(m: RiwayatPonsel) -> None:
    """A hand-over is taken back."""
    m.serah(i=0, u=0, ke=0)
    m.batal(i=0, u=0)


def _diurungkan(m: RiwayatPonsel) -> None:
    """Handed out and passed on; then the first is to be undone."""
    m.serah(i=0, u=0, ke=0)
    m.alih(i=0, u=0, ke=1, kondisi="")
    m.acts[0].pop()
    m.urungkan(i=0)


def _dua_putusan(m: RiwayatPonsel) -> None:
    """Two PCs settle one claim differently; the second, which comes too late, has gone on from its own."""
    _dua_kali(m)
    m._aman(1)
    m.putuskan(i=0, ke=0, jalan=1)
    m.putuskan(i=1, ke=0, jalan=2)
    m.alih(i=1, u=1, ke=2, kondisi="")
    m._aman(0, 1, 0)


def _tanpa_ganda(tambal: pytest.MonkeyPatch) -> None:
    """A city that does not look for two claims on a slot."""
    tambal.setattr(slots, "_judge", lambda *_args, **_kw: None)


def _diam(tambal: pytest.MonkeyPatch) -> None:
    """PCs that do not show two claims."""
    tambal.setattr(decisions, "_double", lambda *_args: [])


def _lupa_pegang(tambal: pytest.MonkeyPatch) -> None:
    """Acts that believe every phone to be in the office since ever."""
    tambal.setattr(serah_ops, "keadaan", lambda tx, unit_id: Keadaan(ada(tx, unit_id), None))


def _lupa_batal(tambal: pytest.MonkeyPatch) -> None:
    """A screen that forgets what was taken back."""
    asli = rantai.posisi
    tambal.setattr(rantai, "posisi", lambda semua: asli([e for e in semua if not e.membalik]))


def _lupa_barang(tambal: pytest.MonkeyPatch) -> None:
    """A screen that waits for what is on another phone."""
    asli = rantai.posisi
    tambal.setattr(rantai, "posisi", lambda semua: asli([e._replace(asing=False) for e in semua]))


def _tanpa_bentrok(tambal: pytest.MonkeyPatch) -> None:
    """Undo that pulls an entry from under another."""
    tambal.setattr(urung, "bentrok", lambda *_args: [])


def _slot_sendiri(tambal: pytest.MonkeyPatch) -> None:
    """Entries that follow something nobody has: two hand-overs never meet."""
    tambal.setattr(rantai, "slot", lambda unit_id, sesudah: f"unit|{unit_id}|{sesudah}-lain")


MUTAN = {
    "kota tanpa serah ganda": Mutan(_tanpa_ganda, _dua_kali, "P2|I5"),
    "layar tanpa keputusan": Mutan(_diam, _dua_kali, "P2"),
    "tindakan lupa pemegang": Mutan(_lupa_pegang, _satu_pc, "P2|P3"),
    "layar lupa pembatalan": Mutan(_lupa_batal, _dibatalkan, "P1"),
    "layar lupa barang lain": Mutan(_lupa_barang, _dua_putusan, "P2"),
    "urung tanpa bentrok": Mutan(_tanpa_bentrok, _diurungkan, "P3"),
    "slot tanpa sebelumnya": Mutan(_slot_sendiri, _dua_kali, "P1|P2|P3"),
}


test_the_laws_hold_without_the_bug, test_the_bug_is_caught = uji_mutan(RiwayatPonsel, MUTAN)


def test_a_lost_entry_is_noticed() -> None:
    """Known-bad control of P5: the law compares with what the PCs recorded, not with what the city holds."""
    m = RiwayatPonsel()
    _dua_kali(m)
    m.teardown()
    c: Any = hukum.Catatan(m.kota.db, TEMPAT[0])
    for kunci in [k for k in c.isi if k[0] == ponsel.SERAH][:1]:
        del c.isi[kunci]
    with pytest.raises(AssertionError, match="P5"):
        ponsel.periksa_kota(c, (), m.dicatat)
