"""One thing that waits for a person, and the values to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel.values import NamedTuple

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Value


class Choice(NamedTuple):
    """One of the values that were recorded unseen by one another: by whom, on which PC, when (UTC ms)."""

    op: str
    field: str
    nilai: Value
    oleh: str
    perangkat: str
    waktu: int


class Decision(NamedTuple):
    """One thing to decide: its kind, what it is about, a sentence, the rows behind it; ``id`` is the row of
    *konflik* where there is one, ``sejak`` the time of the last change (UTC ms); ``sebutan`` is what people call it.
    What a module doubts brings its own rule (``aturan``) and lines (``rinci``)."""

    jenis: str
    judul: str
    kalimat: str
    tabel: str
    baris: tuple[str, ...]
    id: str = ""
    field: str = ""
    sejak: int = 0
    pilihan: tuple[Choice, ...] = ()
    hapus: tuple[Choice, ...] = ()
    op: str = ""
    putusan: str = ""
    diputus_oleh: str = ""
    nama: str = ""
    aturan: str = ""
    rinci: tuple[str, ...] = ()

    @property
    def sebutan(self) -> str:
        """What people call this kind of decision."""
        return self.nama or self.jenis.capitalize()
