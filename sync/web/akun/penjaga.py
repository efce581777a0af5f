"""What stands at the door of the web: the way of checking passwords, the city's secret, and how cookies travel."""

from __future__ import annotations

from typing import NamedTuple

from .rahasia import Rahasia
from .sandi import Sandi


class Penjaga(NamedTuple):
    """What the pages of people who log in need besides the database; ``aman``: cookies travel over TLS only."""

    sandi: Sandi
    rahasia: Rahasia
    aman: bool
