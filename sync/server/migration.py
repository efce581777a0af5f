"""Which revision the city's database is of, and how it is brought to the one that this program knows."""

from __future__ import annotations

from enum import Enum
from importlib import resources

from sqlalchemy import Column, Connection, MetaData, Table, Text, inspect, select

from sipokat_desktop.kernel.errors import Gangguan

from . import policies
from .schema import METADATA

HEAD = "0003"
"""The newest revision in migrasi/versions: what sync.server.schema describes."""
TERLALU_LAMA = "Basis data kota belum disiapkan untuk versi program ini. Datanya aman dan belum diubah."
TERLALU_LAMA_SARAN = "Buat cadangan, lalu jalankan: sipokat-pusat siapkan"
TERLALU_BARU = "Basis data kota sudah disiapkan untuk versi program yang lebih baru. Datanya aman dan tidak diubah."
TERLALU_BARU_SARAN = "Pasang program versi terbaru di server ini."
_VERSION = Table("alembic_version", MetaData(), Column("version_num", Text, primary_key=True))


class State(Enum):
    """How the tables that are there fit this program."""

    EMPTY = "kosong"
    OLDER = "lama"
    FITS = "sesuai"
    NEWER = "baru"


class SkemaLain(Gangguan):
    """The database is of another revision than the program."""

    def __init__(self, state: State) -> None:
        older = state is State.OLDER
        super().__init__(TERLALU_LAMA if older else TERLALU_BARU, TERLALU_LAMA_SARAN if older else TERLALU_BARU_SARAN)
        self.state = state


def revision(con: Connection) -> str:
    """Return the revision of the tables that are there; empty where none was noted."""
    if not inspect(con).has_table(_VERSION.name):
        return ""
    return str(con.scalar(select(_VERSION.c.version_num)) or "")


def state(con: Connection) -> State:
    """Tell how the tables that are there fit this program."""
    found = revision(con)
    if found == HEAD:
        return State.FITS
    if not found:
        return State.OLDER if inspect(con).has_table("meta") else State.EMPTY
    return State.OLDER if found < HEAD else State.NEWER


def create(con: Connection) -> None:
    """Make the tables of an empty database at once, as the revisions would one after another."""
    METADATA.create_all(con)
    policies.guard(con)
    _VERSION.create(con)
    con.execute(_VERSION.insert().values(version_num=HEAD))


def fit(con: Connection) -> None:
    """Make the tables where there are none; raises SkemaLain where they are not those of this program."""
    match state(con):
        case State.EMPTY:
            create(con)
        case State.OLDER | State.NEWER as other:
            raise SkemaLain(other)


def upgrade(con: Connection) -> None:
    """Bring the tables that are there, or none, to those of this program; raises SkemaLain for newer ones."""
    if state(con) is State.OLDER:
        _run(con)
    fit(con)


def _run(con: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    with resources.as_file(resources.files("sync.server").joinpath("migrasi")) as scripts:
        config = Config(attributes={"connection": con})
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        command.upgrade(config, "head")
