"""What waits for a person: double claims on a ledger slot, differing edits, held and refused changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.clock import hlc_ms

from . import again, core, naming, permits, sqlite
from .core import GANDA, HELD, WAITING
from .decision import Choice, Decision
from .manifest import Table

DITAHAN = "ditahan kota"
DITOLAK = "ditolak kota"
KINDS = {core.DITAHAN: DITAHAN, core.DITOLAK: DITOLAK}

KERAS_ISI = "Diubah di dua komputer tanpa saling melihat: {isi}. Kedua isian disimpan; pilih yang benar."
HAPUS_ISI = "Dihapus {hapus}, tetapi diubah {ubah} tanpa saling melihat."
HAPUS_LAMA = "Data ini dihapus di satu komputer dan diubah di komputer lain, jadi belum dihapus."


def waiting(con: sqlite.Connection, tables: Mapping[str, Table], own: str = "") -> list[Decision]:
    """Return everything that waits for a decision, the city's findings and this PC's own alike.

    What was decided on this PC waits no more, although the city has not heard of it yet. What the office ``own`` may
    not decide is left out.
    """
    asked = tuple(t for t in tables.values() if not wilayah.adalah_kota(own) or t.kota or t.kecamatan is True)
    return [d for d in _waiting(con, tables, asked) if ours(con, d, tables, own)]


def ours(con: sqlite.Connection, d: Decision, tables: Mapping[str, Table], own: str) -> bool:
    """Tell whether ``own`` may decide: over what it may write, and over changes of its own that came back."""
    of_its_own = bool(d.op) and not d.id
    about = {"tabel": d.tabel, "field": d.field or None}
    return of_its_own or permits.may_decide(tables, about, own=own, scope=scope_of(con, d, tables))


def scope_of(con: sqlite.Connection, d: Decision, tables: Mapping[str, Table]) -> str:
    """Return the scope that a decision is made in; empty for what offices settle among their rows that stand on one of
    the city's, which none of them writes."""
    table, row_id = ("konflik", d.id) if d.id else (d.tabel, d.baris[0])
    found = con.execute(
        f"""SELECT lingkup FROM {table} WHERE id = :id UNION ALL
            SELECT lingkup FROM sync_shadow WHERE tabel = :tabel AND id = :id""",
        {"tabel": table, "id": row_id},
    ).fetchone()
    scope = str(found[0]) if found else ""
    return "" if scope == wilayah.KOTA and not (d.id or tables[table].kota) else scope


def _waiting(con: sqlite.Connection, tables: Mapping[str, Table], asked: Sequence[Table]) -> list[Decision]:
    """``asked`` are the tables whose double claims and doubts may be this office's."""
    found = _city(con, tables)
    told = con.execute(
        "SELECT CASE jenis WHEN ? THEN row_id ELSE json_extract(isi, '$.op') END FROM konflik WHERE slot IS NULL",
        (core.HAPUS,),
    )
    return [
        *_double(con, asked),
        *_doubted(con, asked),
        *_cancelled(con, tables),
        *found,
        *_stuck(con, tables, frozenset(str(row[0]) for row in told)),
    ]


def settled(con: sqlite.Connection, tables: Mapping[str, Table], *, since: int) -> list[Decision]:
    """Return the edits of one field that were settled since a time (UTC ms): by the rule, or by a person."""
    rows = con.execute(f"SELECT {_COLUMNS} FROM konflik WHERE keadaan = 'selesai' AND field IS NOT NULL")
    found = [_field(con, tables, row) for row in rows if row["jenis"] in (core.LUNAK, core.KERAS)]
    return sorted((d for d in found if d.pilihan and d.sejak >= since), key=lambda d: -d.sejak)


def open_fields(
    con: sqlite.Connection, rows: Iterable[str], kinds: Iterable[str] = (core.KERAS,)
) -> dict[str, list[tuple[str, str]]]:
    """Return per row the (table, field) that a person has still to decide: payments to it wait until then. With
    ``core.HAPUS`` among ``kinds`` also what was deleted and edited unseen, the field empty."""
    found: dict[str, list[tuple[str, str]]] = {}
    cursor = con.cursor()
    cursor.row_factory = sqlite.Row
    wanted = cursor.execute(
        f"""SELECT {_COLUMNS} FROM konflik WHERE keadaan = 'terbuka'
            AND jenis IN (SELECT value FROM json_each(?)) AND row_id IN (SELECT value FROM json_each(?))
            ORDER BY field""",
        (json.dumps(list(kinds)), json.dumps(sorted(rows))),
    )
    for row in wanted.fetchall():
        if not _decided(con, row):
            found.setdefault(str(row["row_id"]), []).append((str(row["tabel"]), str(row["field"])))
    return found


_COLUMNS = """id, jenis, tabel, coalesce(row_id, '') AS row_id, coalesce(field, '') AS field, isi,
    coalesce(alasan, '') AS alasan, coalesce(putusan, '') AS putusan, coalesce(diputus_oleh, '') AS diputus_oleh"""


def _double(con: sqlite.Connection, tables: Iterable[Table]) -> list[Decision]:
    found: list[Decision] = []
    for table in tables:
        if table.ledger is None:
            continue
        slot, reverses = table.ledger.slot, table.ledger.reverses
        rows = con.execute(
            f"""SELECT m.{slot}, json_group_array(m.id) FROM {table.name} m
                WHERE m.{reverses} IS NULL AND NOT EXISTS
                      (SELECT 1 FROM {table.name} b WHERE b.{reverses} = m.id)
                GROUP BY 1 HAVING count(*) > 1 ORDER BY 1"""
        )
        for name, entries in rows.fetchall():
            ids = tuple(sorted(json.loads(entries)))
            people = recorded(con, table.name, str(name), ids)
            judul = table.ledger.describe(con, str(name))
            sejak = max((c.waktu for c in people), default=0)
            words = table.ledger.words
            kalimat = words.claimed.format(n=len(ids))
            made = Decision(GANDA, judul, kalimat, table.name, ids, sejak=sejak, pilihan=people, nama=words.title)
            found.append(made)
    return found


def _doubted(con: sqlite.Connection, tables: Iterable[Table]) -> list[Decision]:
    """Return what the modules themselves see amiss in the rows that are here."""
    return [
        Decision(
            doubt.kind, one.title, one.said, table.name, (one.row_id,), sejak=one.since, nama=doubt.kind,
            aturan=doubt.rule, rinci=one.details,
        )
        for table in tables
        if not table.doubtful or con.execute(table.doubtful).fetchone()
        for doubt in table.doubts()
        for one in doubt.find(con)
    ]  # fmt: skip


def _cancelled(con: sqlite.Connection, tables: Mapping[str, Table]) -> list[Decision]:
    """Return the questions that the city found in how double claims were taken back, unless answered here."""
    rows = con.execute(
        f"""SELECT {_COLUMNS}, slot FROM konflik WHERE keadaan = 'terbuka' AND slot IS NOT NULL
            AND json_extract(isi, '$.soal') IS NOT NULL ORDER BY id"""
    )
    found = []
    for row in rows.fetchall():
        table, isi = tables.get(row["tabel"]), json.loads(row["isi"])
        if table is None or table.ledger is None or _answered(con, table, str(row["slot"]), isi):
            continue
        notes = [n for n in isi["catatan"] if isi["soal"] == core.BATAL_DUA or len(n["balik"]) > 1]
        entries = tuple(str(note["entri"]) for note in notes)
        hapus = tuple(
            _choice(back, "")._replace(nilai=table.ledger.said(back["isian"]))
            for note in isi["catatan"]
            for back in note["balik"]
        )
        made = _made(row, table.ledger.describe(con, str(row["slot"])), str(row["alasan"]), hapus)
        people = recorded(con, table.name, str(row["slot"]), entries)
        found.append(made._replace(jenis=isi["soal"], baris=entries, pilihan=people, hapus=hapus))
    return found


def _answered(con: sqlite.Connection, table: Table, slot: str, isi: Mapping[str, Any]) -> bool:
    """Tell whether the slot is another one here by now, or a word of this PC on it is on its way."""
    if table.ledger is None or table.ledger.live(con, table.name, slot) != isi["entri"]:
        return True
    ops = con.execute(
        f"""SELECT json_extract(body, '$.seen') FROM sync_op INDEXED BY sync_op_belum
            WHERE state IN {WAITING} AND tabel = ?""",
        (table.name,),
    )
    return any(ops_of(isi) <= {*json.loads(seen[0] or "{}").get(HELD, "").split()} for seen in ops)


def ops_of(isi: Mapping[str, Any]) -> frozenset[str]:
    """Return the ops that a conflict asks about: who decides has seen them."""
    entries = [entry for side in ("dari", "isian", "hapus") for entry in isi.get(side, [])]
    if "soal" in isi:
        entries = [back for note in isi["catatan"] for back in note["balik"]]
    first_release = [isi[name] for name in ("kota_op", "kantor_op") if isi.get(name)]
    return frozenset([*(str(entry["op"]) for entry in entries), *first_release])


def recorded(con: sqlite.Connection, table: str, slot: str, entries: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return who recorded each entry (one recorded anew: the first): as the city tells, else this PC's own history."""
    row = con.execute("SELECT isi FROM konflik WHERE tabel = ? AND slot = ?", (table, slot)).fetchone()
    notes = json.loads(row[0]).get("catatan", []) if row else []
    city = {note["entri"]: note["dicatat"][0] for note in notes if note.get("dicatat")}
    found = []
    for entry, first in again.firsts(table, entries, city):
        own = con.execute("SELECT oleh, asal, waktu FROM riwayat WHERE row_id = ? ORDER BY no", (first,)).fetchone()
        if own and own[0]:
            found.append(Choice("", "", entry, str(own[0]), str(own[1]), int(own[2])))
        else:
            found.append(_choice(city.get(first, {}), "")._replace(nilai=entry))
    return tuple(found)


def _city(con: sqlite.Connection, tables: Mapping[str, Table]) -> list[Decision]:
    """Return the open conflicts that the city found, other than double claims: those are seen here too."""
    rows = con.execute(f"SELECT {_COLUMNS} FROM konflik WHERE keadaan = 'terbuka' AND slot IS NULL ORDER BY id")
    found: list[Decision] = []
    for row in rows.fetchall():
        match row["jenis"]:
            case core.DITAHAN | core.DITOLAK:
                found.append(_waits(con, tables, row))
            case _ if _decided(con, row):
                continue
            case core.HAPUS:
                found.append(_delete(con, tables, row))
            case _:
                found.append(_field(con, tables, row))
    return found


def _decided(con: sqlite.Connection, row: sqlite.Row) -> bool:
    """Tell whether a decision of this PC is on its way: an op that saw all that the conflict is about."""
    ops = con.execute(
        f"SELECT body FROM sync_op INDEXED BY sync_op_belum WHERE row_id = ? AND state IN {WAITING}", (row["row_id"],)
    )
    key = row["field"] or HELD
    entries = json.loads(row["isi"]).get("isian" if row["field"] else "hapus", [])
    wanted = {entry["op"] for entry in entries}
    return bool(wanted) and any(wanted <= {*json.loads(op[0]).get("seen", {}).get(key, "").split()} for op in ops)


def _field(con: sqlite.Connection, tables: Mapping[str, Table], row: sqlite.Row) -> Decision:
    table, name = str(row["tabel"]), str(row["field"])
    isi = json.loads(row["isi"])
    judul = f"{naming.field(tables, table, name)} · {naming.row(con, tables, table, row['row_id'])}"
    pilihan = _choices(isi, name)
    given = dict.fromkeys(choice.nilai for choice in pilihan)
    values = dict.fromkeys(naming.value(con, tables, (table, name), nilai, masked=True) for nilai in given)
    return _made(row, judul, KERAS_ISI.format(isi=" atau ".join(values)), pilihan)


def _choices(isi: Mapping[str, Any], name: str) -> tuple[Choice, ...]:
    """Return the values that a conflict is about, each once, as a decision and the first release kept them too."""
    if "kantor_op" in isi:
        city = Choice(str(isi.get("kota_op", "")), name, isi.get("kota"), "", "", 0)
        return (city, Choice(str(isi["kantor_op"]), name, isi.get("kantor"), str(isi.get("oleh", "")), "", 0))
    entries = {entry["op"]: _choice(entry, name) for key in ("dari", "isian") for entry in isi.get(key, [])}
    return tuple(entries.values())


def _choice(entry: Mapping[str, Any], name: str) -> Choice:
    at = hlc_ms(int(entry.get("waktu", 0)))
    by, device = str(entry.get("oleh", "")), str(entry.get("perangkat", ""))
    return Choice(str(entry.get("op", "")), str(entry.get("field", name)), entry.get("nilai"), by, device, at)


def _delete(con: sqlite.Connection, tables: Mapping[str, Table], row: sqlite.Row) -> Decision:
    isi = json.loads(row["isi"])
    hapus = tuple(_choice(entry, "") for entry in isi.get("hapus", []))
    ubah = tuple(_choice(entry, "") for entry in isi.get("isian", []))
    judul = f"Hapus atau tidak · {naming.row(con, tables, row['tabel'], row['row_id'])}"
    kalimat = HAPUS_ISI.format(hapus=_by(hapus), ubah=_by(ubah)) if hapus else HAPUS_LAMA
    return _made(row, judul, kalimat, ubah)._replace(hapus=hapus)


def _by(choices: Iterable[Choice]) -> str:
    people = dict.fromkeys(f"oleh {c.oleh or 'seseorang'} ({c.perangkat or 'komputer lain'})" for c in choices)
    return " dan ".join(people)


def _waits(con: sqlite.Connection, tables: Mapping[str, Table], row: sqlite.Row) -> Decision:
    """Return a change that the city holds or refused, with what it wanted to write."""
    isi = json.loads(row["isi"])
    who = _choice(isi, "")
    pilihan = tuple(who._replace(field=name, nilai=value) for name, value in sorted(isi.get("isian", {}).items()))
    about = naming.row(con, tables, row["tabel"], row["row_id"])
    judul = f"{naming.field(tables, row['tabel'], row['field'])} · {about}" if row["field"] else about
    made = _made(row, judul, str(row["alasan"]), pilihan or (who,))
    return made._replace(jenis=KINDS[row["jenis"]], op=who.op)


def _made(row: sqlite.Row, judul: str, kalimat: str, pilihan: tuple[Choice, ...]) -> Decision:
    return Decision(
        str(row["jenis"]), judul, kalimat, str(row["tabel"]), (str(row["row_id"]),), str(row["id"]),
        str(row["field"]), max((choice.waktu for choice in pilihan), default=0), pilihan,
        putusan=str(row["putusan"]), diputus_oleh=str(row["diputus_oleh"]),
    )  # fmt: skip


def _stuck(con: sqlite.Connection, tables: Mapping[str, Table], told: frozenset[str]) -> list[Decision]:
    """Return this PC's held and refused changes that no row of the city tells of."""
    rows = con.execute(
        "SELECT op_id, state, tabel, row_id, alasan, hlc FROM sync_op WHERE state IN ('held', 'refused') ORDER BY hlc"
    )
    return [
        Decision(
            DITAHAN if state == "held" else DITOLAK, naming.row(con, tables, tabel, row_id), str(alasan), str(tabel),
            (str(row_id),), sejak=hlc_ms(hlc), op=str(op_id),
        )
        for op_id, state, tabel, row_id, alasan, hlc in rows.fetchall()
        if not {op_id, row_id} & told
    ]  # fmt: skip
