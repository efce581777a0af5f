"""The same rows in QSqlTableModel, QSortFilterProxyModel and QTableView as Qt hands them out; prints JSON.

``python -m tests.bench.tabel_dasar FOLDER [KEYS]``: seconds each, and MB by which opening made the process grow.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QTableView

from tests.bench.tabel_kita import KETIKAN, rss, waktu


def main(folder: Path, tombol: int) -> int:
    """Measure everything once."""
    app = QApplication([])
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(folder / "sipokat.db"))
    assert database.open()
    view = QTableView()
    view.resize(850, 540)
    view.show()
    app.processEvents()
    sebelum = rss()
    model, proxy = QSqlTableModel(), QSortFilterProxyModel()

    def buka() -> None:
        model.setTable("rt_cari")
        model.select()
        while model.canFetchMore():
            model.fetchMore()
        proxy.setSourceModel(model)
        proxy.setFilterKeyColumn(model.fieldIndex("nama"))
        proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        view.setModel(proxy)

    lama = waktu(buka)
    memori = rss() - sebelum
    ketikan = [baris[: i + 1] for baris in KETIKAN for i in range(len(baris))]
    bar = view.verticalScrollBar()

    def gulir() -> None:
        bar.setValue(bar.value() + 3)
        view.viewport().repaint()

    hasil = {
        "buka": lama, "memori": memori, "baris": proxy.rowCount(),
        "gulir": [waktu(gulir) for _ in range(120)],
        "ketik": [waktu(partial(proxy.setFilterFixedString, kata)) for kata in ketikan[:tombol]],
    }  # fmt: skip
    proxy.setFilterFixedString("")
    hasil["urut"] = [waktu(partial(proxy.sort, kolom)) for kolom in (10, 11, 8)[: max(1, tombol // 8)]]
    print(json.dumps(hasil), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 24))
