"""What people are told of a decision: the sides with their values, the rule in words, and what each answer does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.storage import sqlite

from . import answers_text as text
from . import core, deciding, decisions, history, naming
from .authority import person
from .decision import Choice, Decision
from .manifest import Table, WayOut
from .store import Store

RIWAYAT_BANYAK = 4


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One answer: its head, who said so and when, the value or what it means, and what taking it does
    (None: it is only chosen, a further button says what for)."""

    judul: str
    sub: str
    nilai: str
    kerja: Callable[[], Changes] | None
    said: str = ""
    tombol: str = text.PAKAI
    dipakai: bool = False
    entri: str = ""


@dataclass(frozen=True, slots=True)
class Isi:
    """Everything that is shown of one decision."""

    judul: str
    jenis: str
    kalimat: tuple[str, ...]
    pilihan: tuple[Pilihan, ...]
    rinci: tuple[str, ...] = ()
    riwayat: tuple[str, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class Meja:
    """Where the words come from: the store, its tables and the time."""

    store: Store

    @property
    def con(self) -> sqlite.Connection:
        """The reading connection."""
        return self.store.reader()

    @property
    def tables(self) -> Mapping[str, Table]:
        """The synced tables."""
        return self.store.tables

    def kapan(self, at: int) -> str:
        """Return a time in words, empty where it is not known."""
        return tanggal.waktu(at, self.store.clock()) if at else ""

    def singkat(self, at: int) -> str:
        """Return a time as short as a narrow column wants it: the hour of today, else the day."""
        if not at:
            return ""
        hari = tanggal.wib(at).date()
        kini = tanggal.wib(self.store.clock()).date()
        return tanggal.jam_wib(at) if hari == kini else f"{hari.day} {tanggal.bulan(hari.month)[:3]}"

    def siapa(self, choice: Choice) -> str:
        """Return who recorded something, on which PC, and when."""
        orang = " · ".join(filter(None, (choice.perangkat, choice.oleh))) or text.SESEORANG
        return text.SIAPA.format(siapa=orang, kapan=self.kapan(choice.waktu)) if choice.waktu else orang

    def nilai(self, tabel: str, field: str, value: str | int | None) -> str:
        """Return a value in words."""
        return naming.value(self.con, self.tables, (tabel, field), value)

    def isian(self, tabel: str, choice: Choice) -> str:
        """Return a field with the value that somebody gave it."""
        return f"{naming.field(self.tables, tabel, choice.field)}: {self.nilai(tabel, choice.field, choice.nilai)}"


def isi(meja: Meja, d: Decision) -> Isi:
    """Return what is shown of ``d``."""
    match d.jenis:
        case core.KERAS | core.LUNAK:
            return _field(meja, d)
        case core.HAPUS:
            return _delete(meja, d)
        case core.GANDA:
            return _double(meja, d)
        case core.BATAL_DUA:
            return _all_cancelled(meja, d)
        case core.BATAL_BEDA:
            return _cancelled_otherwise(meja, d)
        case _ if d.aturan:
            return Isi(d.judul, d.jenis, (d.aturan, d.kalimat), (), d.rinci)
        case _:
            return _waits(meja, d)


def ways(tables: Mapping[str, Table], d: Decision) -> tuple[WayOut, ...]:
    """Return the ways out that the module offers; none where each answer settles it by itself."""
    table = tables[d.tabel]
    if d.aturan:
        return next((doubt.ways() for doubt in table.doubts() if doubt.kind == d.jenis), ())
    return table.ledger.ways() if table.ledger and d.jenis == core.GANDA else ()


def own(d: Decision, entry: str, *, by: str) -> bool:
    """Tell whether the person ``by`` recorded the entry: another one should decide then (SYNC.md)."""
    return any(c.nilai == entry and person(c.oleh) == by for c in d.pilihan)


def other_needed(tables: Mapping[str, Table], d: Decision, entry: str, *, by: str, head: str) -> str:
    """Return the sentence that another person decides, or should, than ``by`` who recorded it; else empty. ``head`` is
    what people call the head of this office, where one is named."""
    ledger = tables[d.tabel].ledger
    if ledger is not None and ledger.another and d.jenis in (core.GANDA, core.BATAL_DUA):
        harus = text.GANDA_HARUS.format(kepala=head) if head else text.GANDA_HARUS_TANPA
        return harus if any(person(c.oleh) == by for c in d.pilihan) else ""
    return text.GANDA_LAIN if entry and own(d, entry, by=by) else ""


def _head(d: Decision, *kalimat: str) -> tuple[str, ...]:
    return tuple(filter(None, (text.ATURAN.get(d.jenis, ""), *kalimat)))


def _field(meja: Meja, d: Decision) -> Isi:
    """Each value once, the one in use first; who else gave the same value stands with it."""
    row = meja.con.execute(f"SELECT * FROM {d.tabel} WHERE id = ?", (d.baris[0],)).fetchone()
    kini = row[d.field] if row is not None and d.field in row.keys() else None  # noqa: SIM118
    sisi: dict[str | int | None, list[Choice]] = {}
    for choice in d.pilihan:
        sisi.setdefault(choice.nilai, []).append(choice)
    pilihan = [
        Pilihan(
            text.DIPAKAI if value == kini else text.LAIN, "\n".join(map(meja.siapa, who)), kata,
            partial(deciding.choose, meja.store, d, value), kata, dipakai=value == kini,
        )
        for value, who in sorted(sisi.items(), key=lambda satu: satu[0] != kini)
        for kata in (meja.nilai(d.tabel, d.field, value),)
    ]  # fmt: skip
    putus = text.DIPUTUS.format(nama=d.diputus_oleh) if d.diputus_oleh else ""
    return Isi(d.judul, d.jenis, _head(d, putus), tuple(pilihan), riwayat=_history(meja, d), field=d.field)


def _delete(meja: Meja, d: Decision) -> Isi:
    ada = meja.con.execute(f"SELECT 1 FROM {d.tabel} WHERE id = ?", (d.baris[0],)).fetchone() is not None
    rinci = [text.DIHAPUS_OLEH.format(siapa=meja.siapa(c)) for c in d.hapus]
    for c in d.pilihan:
        isian = (
            f"{naming.field(meja.tables, d.tabel, c.field)}: {meja.nilai(d.tabel, c.field, c.nilai)}" if c.field else ""
        )
        rinci.append(" · ".join(filter(None, (text.DIUBAH_OLEH.format(siapa=meja.siapa(c)), isian))))
    if not d.hapus:
        kerja = partial(deciding.close, meja.store, d)
        tutup = Pilihan(text.TUTUP, "", text.TUTUP_ISI, kerja, text.DITUTUP, text.TUTUP)
        return Isi(d.judul, d.jenis, _head(d), (tutup,), tuple(rinci), _history(meja, d))
    hapus = text.HAPUS_JUGA if ada else text.BIARKAN
    simpan = text.JANGAN if ada else text.HIDUPKAN
    hidup = ada or bool(deciding.revival(meja.con, d))
    isi_simpan = text.JANGAN_ISI if ada else text.HIDUPKAN_ISI if hidup else text.TAK_DAPAT_HIDUP
    kerja = partial(deciding.keep if ada else deciding.revive, meja.store, d)
    pilihan = (
        Pilihan(simpan, "", isi_simpan, kerja, simpan.lower(), simpan, dipakai=ada),
        Pilihan(
            hapus, "", text.HAPUS_ISI, partial(deciding.delete_after_all, meja.store, d), hapus.lower(), hapus,
            dipakai=not ada,
        ),
    )  # fmt: skip
    return Isi(d.judul, d.jenis, _head(d), pilihan if hidup else pilihan[1:], tuple(rinci), _history(meja, d))


def _double(meja: Meja, d: Decision) -> Isi:
    ledger = meja.tables[d.tabel].ledger
    assert ledger is not None
    pilihan = tuple(
        Pilihan(
            text.CATATAN.format(ke=ke), meja.siapa(choice), ledger.entry(meja.con, str(choice.nilai)), None,
            tombol=text.GANDA_PILIH, entri=str(choice.nilai),
        )
        for ke, choice in enumerate(d.pilihan, 1)
    )  # fmt: skip
    return Isi(d.judul, d.jenis, (ledger.words.rule,), pilihan)


def _all_cancelled(meja: Meja, d: Decision) -> Isi:
    """Each payment may be recorded again; the last answer says that none was made."""
    ledger = meja.tables[d.tabel].ledger
    assert ledger is not None
    lagi = [
        Pilihan(
            text.CATATAN.format(ke=ke), meja.siapa(choice), ledger.entry(meja.con, str(choice.nilai)),
            partial(deciding.record_again, meja.store, d, str(choice.nilai)), text.CATAT_LAGI.lower(), text.CATAT_LAGI,
        )
        for ke, choice in enumerate(d.pilihan, 1)
    ]  # fmt: skip
    tidak = _stands(meja, d, ledger.words.not_done, ledger.words.not_done_means)
    return Isi(d.judul, d.jenis, (ledger.words.crossed, d.kalimat), (*lagi, tidak), _cancelled_by(meja, d))


def _cancelled_otherwise(meja: Meja, d: Decision) -> Isi:
    """The ledger is right as it is; or the entry that stands for this one in another slot is taken back too."""
    ledger = meja.tables[d.tabel].ledger
    ganti = deciding.replacement(meja.con, meja.tables, d)
    row = meja.con.execute(f"SELECT * FROM {d.tabel} WHERE id = ?", (ganti,)).fetchone() if ganti else None
    assert ledger is not None
    sebutan = ledger.describe(meja.con, str(row[ledger.slot])) if row is not None else text.TANPA_GANTI
    pilihan = [_stands(meja, d, text.TETAP, text.TETAP_ISI.format(isi=sebutan))]
    if ganti:
        pilihan.append(_stands(meja, d, text.LEPAS, text.LEPAS_ISI.format(isi=sebutan), ganti))
    return Isi(d.judul, d.jenis, _head(d, d.kalimat), tuple(pilihan), _cancelled_by(meja, d))


def _stands(meja: Meja, d: Decision, kata: str, arti: str, drop: str = "") -> Pilihan:
    kerja = partial(deciding.let_stand, meja.store, d, kata, drop=drop)
    return Pilihan(kata, "", arti, kerja, kata.lower(), kata)


def _cancelled_by(meja: Meja, d: Decision) -> tuple[str, ...]:
    kata = ((text.BATAL_OLEH.format(siapa=meja.siapa(c)), str(c.nilai or "")) for c in d.hapus)
    return tuple(" · ".join(filter(None, satu)) for satu in kata)


def _waits(meja: Meja, d: Decision) -> Isi:
    ditahan = d.jenis == decisions.DITAHAN
    rinci = [
        meja.isian(d.tabel, c) for c in d.pilihan if c.nilai is not None and naming.told(meja.tables, d.tabel, c.field)
    ]
    siapa = meja.siapa(d.pilihan[0]) if d.pilihan else meja.kapan(d.sejak)
    kata, arti, word = text.CARA_TARIK if ditahan else text.CARA_TUTUP
    kerja = partial(deciding.close, meja.store, d, word)
    rinci = [siapa, *(rinci or ([text.MAU_DIHAPUS] if d.pilihan and d.id else []))]
    return Isi(
        d.judul, d.jenis, _head(d, d.kalimat), (Pilihan(kata, "", arti, kerja, word, kata),), tuple(rinci),
        field=d.field,
    )  # fmt: skip


def _history(meja: Meja, d: Decision) -> tuple[str, ...]:
    """Return what the history of the record says of the field in question, newest first."""
    baris: list[str] = []
    for entry in history.of_row(meja.con, d.baris[0]):
        siapa = " · ".join(filter(None, (entry.by, entry.origin))) or text.SESEORANG
        kapan = meja.kapan(entry.at)
        if not entry.before and entry.after:
            baris.append(text.RIWAYAT_BARU.format(kapan=kapan, siapa=siapa))
        elif d.field in entry.after:
            isian, nilai = (
                naming.field(meja.tables, d.tabel, d.field),
                naming.value(meja.con, meja.tables, (d.tabel, d.field), entry.after[d.field], masked=True),
            )
            baris.append(text.RIWAYAT_BARIS.format(kapan=kapan, siapa=siapa, isian=isian, nilai=nilai))
    return tuple(baris[:RIWAYAT_BANYAK])
