"""Data RT in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.modules.rt import queries
from ui.kit.host import Angka, Host, Page, PageSpec, Tugas
from ui.kit.theme import Role

from . import text

if TYPE_CHECKING:
    from ui.kit.setelan import KartuSetelan, Setelan

TABLES = frozenset({"rt_jabatan", "rt_orang", "rt_masa", "rt_pejabat"})


def _make(host: Host) -> Page:
    from .page import RtPage

    return RtPage(host)


def _keadaan(host: Host) -> list[tuple[queries.BarisRoster, str, str]]:
    roster = queries.roster(host.store.reader(), lingkup=host.lingkup, hari=host.today)
    return [(b, *b.keadaan(host.today)) for b in roster]


def _figures(host: Host) -> Sequence[Angka]:
    semua = _keadaan(host)
    menjabat = sum(b.orang_id is not None for b, _, _ in semua)
    habis = sum(peran == "salah" for _, peran, _ in semua)
    plt = sum(b.jenis == "plt" for b, _, _ in semua)
    bagian = [text.KARTU_PLT.format(n=plt)] if plt else []
    bagian += [text.KARTU_HABIS.format(n=habis)] if habis else []
    bagian += [text.KARTU_KOSONG.format(n=len(semua) - menjabat)] if menjabat < len(semua) else []
    catatan = " · ".join(bagian) or (text.KARTU_LENGKAP if semua else text.KARTU_BELUM)
    return [Angka(text.KARTU, str(menjabat), catatan, Role.SALAH if habis else None)]


def _tasks(host: Host) -> Sequence[Tugas]:
    return [Tugas(f"RT {b.nomor} · {kalimat}", b.jabatan_id) for b, peran, kalimat in _keadaan(host) if peran != "baik"]


def _find(host: Host) -> Sequence[tuple[str, str]]:
    return [(f"RT {b.nomor} · {b.nama or '—'}", b.jabatan_id) for b, _, _ in _keadaan(host)]


def _helps() -> Sequence[tuple[str, str]]:
    return [(text.JUDUL, text.BANTUAN)]


def _commands() -> Sequence[str]:
    from .impor.text import TERDAHULU

    return (
        text.TAMBAH, text.IMPOR, text.PENANDA, text.EKSPOR, text.CETAK_DAFTAR, text.MASSAL, TERDAHULU, text.KEMBAR,
        text.KELURAHAN, text.LOGO, text.SAMPAH,
    )  # fmt: skip


def _settings() -> Sequence[Setelan]:
    from ui.kit.setelan import Setelan

    return [Setelan("kantor", text.SET_KANTOR, _office, frozenset({"rt_kelurahan", "rt_pejabat"}))]


def _office(host: Host) -> Sequence[KartuSetelan]:
    from .kop import LetterheadCard, SignersCard

    return [LetterheadCard(host), SignersCard(host)]


SPEC = PageSpec(
    "rt", text.JUDUL, "users", TABLES, _make, _figures, _tasks, _find,
    helps=_helps, commands=_commands, settings=_settings,
)  # fmt: skip
