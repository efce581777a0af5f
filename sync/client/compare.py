"""Periksa data: the store's own checks, and its digests against what the city confirmed."""

from __future__ import annotations

from dataclasses import replace

from sipokat_desktop.kernel.progress import Progress, quiet
from sipokat_desktop.storage import check, damage, engine
from sipokat_desktop.storage.check import Finding
from sipokat_desktop.storage.store import Store

from . import digest


def check_all(store: Store, *, maju: Progress = quiet) -> list[Finding]:
    """Check the file, the chain, and the rows against what the city confirmed, digests included.

    Where they differ, the next sync counts anew and fetches what does. ``maju`` hears of tables and scopes.
    """
    con = store.reader()
    findings = check.run(con, store.tables, maju=maju)
    if check.DAMAGED in findings:
        engine.suspect(store.path)
        return [replace(check.DAMAGED, kalimat=damage.told(store.path, store.key, store.tables))]
    scopes = [str(row[0]) for row in con.execute("SELECT DISTINCT lingkup FROM sync_digest")]
    maju(len(store.tables), len(store.tables))
    wrong = [scope for scope in scopes if digest.recount(con, scope) != digest.stored(con, scope)]
    if wrong:
        store.set_setting(digest.COUNTED, "")
    kalimat = f"Jumlah periksa berbeda: {', '.join(wrong)}." if wrong else "Jumlah periksa sama dengan catatan sinkron."
    return [*findings, check.Finding("digest", not wrong, kalimat), *check.derived(store)]
