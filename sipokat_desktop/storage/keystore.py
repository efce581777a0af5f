"""The operating system's key store (Windows Credential Locker, Secret Service); imported when a key is needed only."""

from __future__ import annotations

SERVICE = "Sipokat"


def put(name: str, secret: str) -> bool:
    """Keep a secret under ``name``; returns False where this computer has no key store that gives it back."""
    import keyring

    try:
        keyring.set_password(SERVICE, name, secret)
        return keyring.get_password(SERVICE, name) == secret
    except Exception:  # noqa: BLE001 — each backend raises errors of its own, pywin32's among them
        return False


def get(name: str) -> str:
    """Return a secret; empty when the store has none, as on another computer or for another user."""
    import keyring

    try:
        return keyring.get_password(SERVICE, name) or ""
    except Exception:  # noqa: BLE001 — as above
        return ""
