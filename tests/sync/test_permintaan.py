"""Bad and hostile requests to the city: refused with a sentence, nothing changed."""

from __future__ import annotations

import gzip
import json
import socket
from contextlib import suppress

import pytest

from sipokat_desktop.kernel.errors import Gangguan
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import Buka, daftarkan, isi_rt, periksa_tenang, sinkron


def _kirim(city: City, badan: bytes, token: str, kepala: str = "") -> tuple[int, bytes]:
    host, _, port = city.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), 10) as con:
        con.sendall(
            f"POST /sync/v1/exchange HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(badan)}\r\n"
            f"Authorization: Bearer {token}\r\nConnection: close\r\n{kepala}\r\n".encode()
        )
        jawaban = b""
        with suppress(OSError):
            con.sendall(badan)
        with suppress(ConnectionResetError):  # the city may hang up on a body that is far too large
            while part := con.recv(65536):
                jawaban += part
    jawaban = jawaban or b'HTTP/1.1 413\r\n\r\n{"pesan": "Terputus."}'
    return int(jawaban.split()[1]), jawaban.partition(b"\r\n\r\n")[2]


def test_bad_requests_to_the_city_are_refused_and_change_nothing(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    token, sebelum = satu.store.token, dunia.isi_kota(city.db, dunia.KELURAHAN)
    gzip_ = "Content-Encoding: gzip\r\n"
    baik = b'{"inc":"x","acked_n":0,"acked_hash":"' + b"0" * 32 + b'"}'
    for badan, kepala, status in (
        (b"{", "", 422),
        (b"", "", 422),
        (b"[]", "", 422),
        (b"\xff\xfe", "", 422),
        (baik.replace(b"0,", b"-1,"), "", 422),
        (b'{"inc":"x","acked_n":0,"acked_hash":"zz"}', "", 422),
        (b"[" * 200_000, "", 422),
        (b"bukan gzip", gzip_, 422),
        (gzip.compress(baik)[:-9], gzip_, 422),
        (gzip.compress(baik) + b"lagi", gzip_, 422),
        (gzip.compress(b" " * (40 << 20)), gzip_, 413),
        (b" " * (17 << 20), "", 413),
    ):
        kode, jawaban = _kirim(city, badan, token, kepala)
        assert kode == status, badan[:40]
        assert json.loads(jawaban)["pesan"].endswith(".")
    assert _kirim(city, baik, "salah")[0] == 401
    assert _kirim(city, baik, "")[0] == 401
    assert dunia.isi_kota(city.db, dunia.KELURAHAN) == sebelum
    for _ in range(2):
        sinkron(satu)
    periksa_tenang(city.db, [satu])


def test_a_token_that_has_run_out_is_renewed_in_the_same_sync(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    satu.store.token = "sudah-lewat"
    assert sinkron(satu).matching
    for _ in range(2):
        sinkron(satu)
    periksa_tenang(city.db, [satu])


def test_a_stolen_device_id_without_the_key_is_nobody(city: City, office: Buka) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    dua.store.save_identity(dua.store.identity._replace(device_id=satu.store.identity.device_id))
    dua.store.token = ""
    isi_rt(dua, 1)
    with pytest.raises(Gangguan, match="Kunci komputer ini tidak cocok"):
        sinkron(dua)
    assert dunia.isi_kota(city.db, dunia.KELURAHAN) == {}
