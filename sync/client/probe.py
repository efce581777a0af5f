"""*Uji sambungan*: what works on the way to the city and what does not, step by step."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple
from urllib.parse import urlsplit

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage.identity import Identity
from sync.protocol import DigestAnswer

from . import text, tls
from .http import NORMAL, Http, SessionOver
from .network import Network, server_address
from .trouble import NetworkTrouble
from .wire import Limits

ALAMAT, PROKSI, SERTIFIKAT, SERVER, JAM = text.UJI_LANGKAH
_STEP_OF = {"alamat": ALAMAT, "mati": ALAMAT, "proksi": PROKSI, "sertifikat": SERTIFIKAT}
SOON_MS = 21 * 24 * 3600 * 1000


class Step(NamedTuple):
    """One thing that was tried; ``ok`` None: not reached. ``saran`` says what to do about one that failed."""

    name: str
    ok: bool | None
    kalimat: str
    saran: str = ""


def run(
    server: str, network: Network, *, identity: Identity | None = None, clock: Clock = now_ms, limits: Limits = NORMAL
) -> tuple[Step, ...]:
    """Try the way to ``server``; with an enrolled ``identity`` also whether the city knows this computer.

    Nothing is sent but the login, and nothing in the store changes.
    """
    try:
        address = server_address(server)
        known = identity if identity and identity.enrolled and identity.server == address else None
        http = Http(address, network=network, limits=limits, clock=clock, city=known.server_key if known else "")
    except InputSalah as exc:
        return _upto(ALAMAT, exc.pesan, "", {})
    except Gangguan as exc:
        return _upto(SERTIFIKAT, exc.pesan, exc.saran, {})
    try:
        return _ask(http, address, network, known, clock)
    finally:
        http.close()


def _ask(http: Http, address: str, network: Network, known: Identity | None, clock: Clock) -> tuple[Step, ...]:
    started = monotonic()

    def said() -> dict[str, Callable[[], str]]:
        return {
            ALAMAT: lambda: text.UJI_ALAMAT.format(host=urlsplit(address).netloc),
            PROKSI: lambda: _proxy(http, network),
            SERTIFIKAT: lambda: _certificate(http, network, clock()),
            SERVER: lambda: text.UJI_SERVER.format(detik=f"{max(0.1, monotonic() - started):.1f}".replace(".", ",")),
        }

    try:
        _hello(http)
        fine = {name: sentence() for name, sentence in said().items()}
        if known:
            http.log_in(known)
            fine[SERVER] = f"{fine[SERVER]} {text.UJI_DIKENAL.format(label=known.label)}"
    except NetworkTrouble as exc:
        where = JAM if exc.rinci == "jam" else _STEP_OF.get(exc.kind, SERVER)
        return _upto(where, exc.pesan, exc.saran, said())
    return (*(Step(name, True, sentence) for name, sentence in fine.items()), _clock(http, clock()))


def _hello(http: Http) -> None:
    """Ask what only a Sipokat server answers: that nobody is logged in."""
    try:
        http.get("/sync/v1/digest", {"scope": "kota", "table": "konflik"}, DigestAnswer)
    except SessionOver:
        return


def _upto(failed: str, pesan: str, saran: str, said: dict[str, Callable[[], str]]) -> tuple[Step, ...]:
    """Return the steps before the one that failed as fine, it as failed, those after it as not reached."""
    steps: list[Step] = []
    for name in text.UJI_LANGKAH:
        reached = text.UJI_LANGKAH.index(name) < text.UJI_LANGKAH.index(failed)
        if name == failed:
            steps.append(Step(name, False, pesan, saran))
        elif reached and name in said and (failed, name) not in ((JAM, SERTIFIKAT), (JAM, SERVER)):
            steps.append(Step(name, True, said[name]()))
        else:
            steps.append(Step(name, None, text.UJI_BELUM))
    return tuple(steps)


def _proxy(http: Http, network: Network) -> str:
    if not http.proxied:
        return text.UJI_TANPA_PROKSI
    return text.UJI_PROKSI.format(alamat=network.address if network.proxy == "sendiri" else text.PROKSI_SISTEM)


def _certificate(http: Http, network: Network, now: int) -> str:
    seen = http.peer
    if seen is None:
        return text.UJI_TANPA_TLS
    pola = text.UJI_CA_KOTA if network.ca else text.UJI_CA_UMUM
    sampai = tanggal.panjang(tanggal.wib(min(seen.ends, tls.LAST_MS)).date())
    sentence = pola.format(penerbit=seen.issuer, sampai=sampai)
    return f"{sentence} {text.UJI_SEGERA}" if seen.ends - now < SOON_MS else sentence


def _clock(http: Http, now: int) -> Step:
    skew = http.skew
    if skew is None:
        return Step(JAM, None, text.UJI_TANPA_JAM)
    if abs(skew) <= tls.CLOCK_OFF_MS:
        return Step(JAM, True, text.UJI_JAM)
    pesan = text.JAM_SALAH.format(sini=tls.moment(now), kota=tls.moment(now + skew))
    return Step(JAM, False, pesan, text.BETULKAN_JAM)
