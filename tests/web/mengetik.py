"""What people type on their way in."""

from __future__ import annotations

import re

import httpx

from tests.web.panggung import Klien, Masukan, Pusat


def ketik(pusat: Pusat, m: Masukan, kata: str = "") -> tuple[Klien, httpx.Response]:
    """Type login and password."""
    k = pusat.tamu()
    return k, k.kirim("/masuk", {"login": m.login, "sandi": kata or m.sandi})


def token_csrf(k: Klien, jalan: str = "/masuk/lanjut") -> str:
    """Read the token out of a page, as its forms have it."""
    found = re.search(r'<meta name="csrf" content="([^"]+)">', k.get(jalan).text)
    assert found
    return found[1]


def masuk_lengkap(pusat: Pusat, m: Masukan) -> Klien:
    k, _ = ketik(pusat, m)
    k.csrf = token_csrf(k)
    assert k.kirim("/masuk/lanjut", {"kode": m.kode(pusat.jam())}).status_code == 303
    k.csrf = token_csrf(k, "/akun")
    return k
