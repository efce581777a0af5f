"""A key store in memory, as Windows has one on disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend


class Gudang(KeyringBackend):
    """Keeps secrets as long as the test runs."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.isi: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.isi.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.isi[service, username] = password


@contextmanager
def terpasang(gudang: Gudang) -> Iterator[Gudang]:
    """Let ``gudang`` be this computer's key store inside the block."""
    asli = keyring.get_keyring()
    keyring.set_keyring(gudang)
    try:
        yield gudang
    finally:
        keyring.set_keyring(asli)
