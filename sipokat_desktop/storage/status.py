"""What the status line and ``sipokat status`` say: the state of this computer, from the store alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel.values import NamedTuple

from . import decisions, office

if TYPE_CHECKING:
    from .decision import Decision
    from .store import Store

LAST_SYNC, LAST_TROUBLE, TROUBLE_KIND = "sinkron_terakhir", "sinkron_gangguan", "sinkron_gangguan_jenis"
ENROL_AGAIN = "kunci"
"""The trouble that only a new office code ends: this computer's key is gone, or the city does not know it."""

_STATES = """SELECT state, count(*) FROM sync_op INDEXED BY sync_op_belum
    WHERE state IN ('pending', 'sent') AND NOT (state = 'sent' AND hasil <> '') GROUP BY 1
    UNION ALL SELECT state, count(*) FROM sync_op WHERE state IN ('held', 'refused') GROUP BY 1
    UNION ALL SELECT keadaan, count(*) FROM foto_lokal INDEXED BY foto_lokal_belum WHERE keadaan <> 'kota' GROUP BY 1"""


class Status(NamedTuple):
    """The state of this computer; times in UTC ms, 0 for never. ``photos`` of this computer are not at the city yet,
    ``photos_gone`` were to be sent and are on this computer no more."""

    kantor: str
    lingkup: str
    label: str
    enrolled: bool
    waiting: int
    sent: int
    stuck: int
    decisions: tuple[Decision, ...]
    last_sync: int
    trouble: str
    enrol_again: bool
    last_backup: int
    photos: int
    photos_gone: int


def read(store: Store, *, on_the_way: int) -> Status:
    """Return the state now; ``on_the_way`` changes were sent and have no answer yet."""
    con = store.reader()
    states = dict(con.execute(_STATES).fetchall())
    setting, kantor = store.setting, office.own(store)
    return Status(
        kantor=kantor, lingkup=office.shown(store), label=store.identity.label, enrolled=store.identity.enrolled,
        waiting=states.get("pending", 0) + states.get("sent", 0), sent=on_the_way,
        stuck=states.get("held", 0) + states.get("refused", 0),
        decisions=tuple(decisions.waiting(con, store.tables, kantor)),
        last_sync=int(setting(LAST_SYNC, "0")), trouble=setting(LAST_TROUBLE),
        enrol_again=setting(TROUBLE_KIND) == ENROL_AGAIN, last_backup=int(setting("cadangan_terakhir", "0")),
        photos=states.get("kirim", 0), photos_gone=states.get("hilang", 0),
    )  # fmt: skip
