"""The columns that a person chose for a table, kept in the settings of this computer."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.kit import table_columns
from ui.kit.host import Host
from ui.kit.pena import ingat
from ui.kit.table_big import QueryTable
from ui.kit.table_columns import Pilihan


class KeptColumns(QObject):
    """Shows the columns kept under ``nama`` for who works here, and keeps every other choice."""

    def __init__(self, host: Host, tabel: QueryTable, nama: str) -> None:
        super().__init__(tabel)
        self._host, self._tabel, self._nama = host, tabel, nama
        tabel.diatur.connect(self._keep)
        tabel.pilih_kolom(table_columns.baca(host.store.setting(self._setelan), tabel.kolom))

    @property
    def _setelan(self) -> str:
        return f"tabel.{self._nama}.{self._host.store.user}"

    def _keep(self, pilihan: Pilihan) -> None:
        ingat(self._host, self._setelan, pilihan.teks())

    def tanya(self, parent: QWidget) -> None:
        """Ask which columns to show."""

        def chosen(pilihan: Pilihan) -> None:
            self._tabel.pilih_kolom(pilihan)
            self._keep(pilihan)

        from ui.kit import table_choose

        table_choose.buka(parent, self._tabel.kolom, self._tabel.pilihan, chosen)
