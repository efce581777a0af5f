"""Programs of other versions: the one before is served, an older one may hand in, newer fields come back intact."""

from __future__ import annotations

import gzip
import json
from typing import Any, TypeVar

import pytest
import requests
from sqlalchemy import select

from sipokat_desktop.app import Office
from sync import protocol
from sync.client import ask, outbox
from sync.client.http import Http, NetworkTrouble
from sync.client.session import Session
from sync.protocol import Exchange, Message
from sync.server.reach import ALL_SCOPES
from sync.server.schema import INCARNATION
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import Buka, daftarkan, isi_rt, tenang

M = TypeVar("M", bound=Message)


class Versi(Http):
    """Speaks as a program of protocol 0 would: too old by two."""

    def post(self, path: str, message: Message, answer: type[M]) -> M:
        """Ask in an old version."""
        if isinstance(message, Exchange):
            message = message.model_copy(update={"protocol": 0, "signature": ""})
        return super().post(path, message, answer)


def tukar(city: City, office: Office, **lain: Any) -> tuple[int, dict[str, Any]]:
    """One exchange by hand: status and answer."""
    with_token = Http.of(office.store)
    token = with_token.log_in(office.store.identity)
    with_token.close()
    batch = outbox.next_batch(office.store.reader())
    isi = json.loads(ask.exchange(office.store, batch, limit=500).model_dump_json()) | lain
    jawab = requests.post(
        f"{city.url}/sync/v1/exchange",
        data=gzip.compress(json.dumps(isi).encode()),
        headers={"Authorization": f"Bearer {token}", "Content-Encoding": "gzip"},
        timeout=30,
    )
    return jawab.status_code, jawab.json()


KUNCI_V1 = {"protocol", "clock", "chain", "acked_n", "acked_hash", "results", "pages", "receipt", "revoked", "upgrade"}
HALAMAN_V1 = {"scope", "rows", "cursor", "more", "resync", "digest"}


def test_the_version_before_is_answered_in_its_own_shape(city: City, office: Buka) -> None:
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1, 2)
    status, jawab = tukar(city, pc, protocol=1, signature="")
    assert status == 200
    assert jawab["protocol"] == 1
    assert jawab.keys() == KUNCI_V1
    assert {r["outcome"] for r in jawab["results"]} == {"applied"}
    halaman = jawab["pages"][0]
    assert halaman.keys() == HALAMAN_V1
    assert {len(row) for row in halaman["rows"]} == {6}
    assert jawab["receipt"]
    tenang(city, pc)


def test_this_version_names_who_wrote_a_row_and_must_sign(city: City, office: Buka) -> None:
    pc = daftarkan(office("a"), city)
    pc.store.user = "Rina"
    isi_rt(pc, 1)
    status, jawab = tukar(city, pc, signature="")
    assert (status, jawab["kind"]) == (403, "tanda")
    assert not dunia.tercatat(city.db)
    status, jawab = tukar(city, pc)
    assert status == 200
    halaman = jawab["pages"][0]
    assert ["Rina", "PC-1"] in halaman["people"]
    assert {len(row) for row in halaman["rows"]} == {8}


def test_a_signature_of_other_ops_is_refused(city: City, office: Buka) -> None:
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1)
    lama = ask.exchange(pc.store, outbox.next_batch(pc.store.reader()), limit=1).signature
    isi_rt(pc, 2)
    assert tukar(city, pc, signature=lama)[0] == 403
    tenang(city, pc)


def test_a_program_too_old_hands_in_everything_and_is_told_to_update(city: City, office: Buka) -> None:
    pc, lain = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(lain, 9)
    lain.sync()
    isi_rt(pc, 1, 2)
    with pytest.raises(NetworkTrouble, match="terlalu lama") as sebab:
        Session(pc.store, Versi.of(pc.store)).run()
    assert "Pasang Sipokat versi terbaru" in sebab.value.lengkap
    assert dunia.menunggu(pc) == 0
    assert not dunia.orang(pc, "nama")[2:], "an old program was given rows"
    tenang(city, pc, lain)


def test_426_is_what_it_is_told_with(city: City, office: Buka) -> None:
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1)
    status, jawab = tukar(city, pc, protocol=0, signature="")
    assert status == 426
    assert jawab["upgrade"] is True
    assert (jawab["pages"], jawab["receipt"]) == ([], None)
    assert {r["outcome"] for r in jawab["results"]} == {"applied"}


def test_a_server_of_a_newer_version_still_speaks_ours(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "VERSION", 3)
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1)
    assert tukar(city, pc, protocol=2, kelak={"ada": 1})[1]["protocol"] == 2
    tenang(city, pc)


def test_a_device_that_has_signed_cannot_be_made_to_send_unsigned(city: City, office: Buka) -> None:
    """A stolen session token alone must not be enough, whatever protocol is claimed."""
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1)
    pc.sync()
    isi_rt(pc, 2)
    for versi in (0, 1):
        assert tukar(city, pc, protocol=versi, signature="palsu")[0] == 403
    with city.db.read(ALL_SCOPES) as con:
        assert "palsu" not in {str(r.signature) for r in con.execute(select(INCARNATION))}
    tenang(city, pc)


def test_a_signature_that_nobody_checked_is_not_kept(city: City, office: Buka) -> None:
    pc = daftarkan(office("a"), city)
    isi_rt(pc, 1)
    assert tukar(city, pc, protocol=1, signature="palsu")[0] == 200
    with city.db.read(ALL_SCOPES) as con:
        assert "palsu" not in {str(r.signature) for r in con.execute(select(INCARNATION))}
