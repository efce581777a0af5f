"""Certificates that must not be believed: each refused with its own sentence, before a single change has left."""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from pathlib import Path

import certifi
import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan
from sync.client import network, tls
from sync.client.http import Http
from sync.client.network import Network
from sync.client.session import Session
from sync.client.wire import Limits
from tests.kota import CityThread
from tests.sync import sertifikat
from tests.sync.dunia import Buka, daftarkan, isi_rt, sinkron
from tests.sync.kawat import SINGKAT, gagal
from tests.sync.pelayan import KITA, jawab, palsu
from tests.sync.sertifikat import Ganti, Pihak, konteks, kunci_rsa, otoritas, rusak, server, sha1

KOTA = otoritas("CA Kota Uji", kunci=kunci_rsa(2048))
ASING = otoritas("Otoritas Asing")
PERANTARA = otoritas("Perantara Kota", oleh=KOTA)
BUKAN_CA = otoritas("Bukan CA", oleh=KOTA, sah=False)
TAK_BERHAK = otoritas("Tanpa Hak", oleh=KOTA, menerbitkan=False)
LEWAT = otoritas("Perantara Lama", oleh=KOTA, sampai=-1)
DANGKAL = otoritas("Perantara Dangkal", oleh=KOTA, dalam=0)
TERLALU_DALAM = otoritas("Terlalu Dalam", oleh=DANGKAL)
TERBATAS = otoritas("Perantara Terbatas", oleh=KOTA, hanya="lain.go.id")

KASUS: dict[str, tuple[Callable[[], tuple[Pihak, ...]], str]] = {
    "kedaluwarsa": (lambda: (server(KOTA, mulai=-90, sampai=-1),), "sudah lewat masa berlakunya sejak"),
    "belum berlaku": (lambda: (server(KOTA, mulai=2),), "baru berlaku mulai"),
    "nama lain": (lambda: (server(KOTA, dns=("kantor.lain.go.id",)),), "dibuat untuk kantor.lain.go.id"),
    "hanya subdomain": (lambda: (server(KOTA, dns=("*.localhost",)),), "dibuat untuk *.localhost"),
    "hanya alamat angka": (lambda: (server(KOTA, dns=("127.0.0.1",)),), "dibuat untuk 127.0.0.1"),
    "tanpa SAN": (lambda: (server(KOTA, dns=()),), "tidak menyebut nama server itu"),
    "tanda tangan sendiri": (lambda: (server(None),), "ditandatangani server itu sendiri"),
    "CA tak dikenal": (lambda: (server(ASING),), "diterbitkan oleh Otoritas Asing, bukan oleh CA kota"),
    "CA tak dikenal ikut": (lambda: (server(ASING), ASING), "diterbitkan oleh Otoritas Asing, bukan oleh CA kota"),
    "perantara tidak ikut": (lambda: (server(PERANTARA),), "Perantara Kota"),
    "perantara lewat": (lambda: (server(LEWAT), LEWAT), "Penerbit sertifikat server kota sedang tidak"),
    "penerbit bukan CA": (lambda: (server(BUKAN_CA), BUKAN_CA), "tidak berhak menerbitkan"),
    "penerbit tanpa hak": (lambda: (server(TAK_BERHAK), TAK_BERHAK), "tidak berhak menerbitkan"),
    "rantai terlalu dalam": (lambda: (server(TERLALU_DALAM), TERLALU_DALAM, DANGKAL), "tidak berhak menerbitkan"),
    "di luar batas nama": (lambda: (server(TERBATAS), TERBATAS), "tidak berhak menerbitkan"),
    "hanya untuk klien": (lambda: (server(KOTA, guna=sertifikat.KLIEN),), "tidak dibuat untuk sebuah server"),
    "kunci lemah": (lambda: (server(KOTA, kunci=kunci_rsa(1024)),), "terlalu lemah"),
    "sha-1": (lambda: (sha1(server(KOTA), KOTA),), "terlalu lemah"),
    "tanda tangan rusak": (lambda: (rusak(server(KOTA)),), "Tanda tangan pada sertifikat server rusak"),
}


class Percaya(Http):
    """The known-bad client: whatever certificate is shown, it goes on."""

    def _context(self, *, verify: bool) -> ssl.SSLContext:
        return super()._context(verify=verify and False)


@pytest.fixture(autouse=True)
def tanpa_sisa() -> Iterator[None]:
    """Each test reads the authorities itself: settings that another one gave back believe what that one believed."""
    tls._spare.clear()
    yield
    tls._spare.clear()


@pytest.fixture
def ganti(tmp_path: Path) -> Ganti:
    """A server's certificate that can be changed; a good one at first."""
    return Ganti(konteks(tmp_path, server(PERANTARA), PERANTARA))


@pytest.fixture
def kota(tmp_path: Path, ganti: Ganti) -> Iterator[CityThread]:
    """A city that is reached over TLS."""
    satu = CityThread(f"sqlite:///{tmp_path / 'kota.db'}", tls=ganti.luar)
    yield satu
    satu.close()


@pytest.fixture
def kantor(office: Buka, kota: CityThread) -> Office:
    """An office that trusts the city's own CA, has synced once and holds three changes."""
    satu = office("a")
    network.save(satu.store.folder, Network(ca=KOTA.pem))
    daftarkan(satu, kota)
    isi_rt(satu, 1)
    assert sinkron(satu).matching
    isi_rt(satu, 2)
    return satu


@pytest.mark.parametrize("kasus", list(KASUS))
def test_a_bad_certificate_is_refused_with_its_sentence(
    kantor: Office, kota: CityThread, ganti: Ganti, tmp_path: Path, kasus: str
) -> None:
    """The right city, the right data, only the certificate is not; the client that believes anything is noticed."""
    rantai, kalimat = KASUS[kasus]
    ganti.kini = konteks(tmp_path, *rantai())
    sebab = gagal(kantor, kota.url, Limits())
    assert sebab.kind == "sertifikat"
    assert kalimat in sebab.pesan
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        gagal(kantor, kota.url, Limits(), Percaya)


def test_a_public_ca_is_not_enough_where_the_citys_own_is_set(
    kantor: Office, kota: CityThread, ganti: Ganti, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control in the same test: without the city's CA the very same certificate is believed."""
    umum = tmp_path / "umum.pem"
    umum.write_text(ASING.pem, encoding="ascii")
    monkeypatch.setattr(certifi, "where", lambda: str(umum))
    ganti.kini = konteks(tmp_path, server(ASING))
    assert "bukan oleh CA kota" in gagal(kantor, kota.url, Limits()).pesan
    network.save(kantor.store.folder, Network())
    assert sinkron(kantor).matching


def test_without_the_setting_only_public_authorities_are_believed(kantor: Office, kota: CityThread) -> None:
    network.save(kantor.store.folder, Network())
    sebab = gagal(kantor, kota.url, Limits())
    assert (sebab.rinci, "Perantara Kota" in sebab.pesan) == ("penerbit asing", True)
    assert "Pengaturan" in sebab.saran


@pytest.mark.parametrize("dipasang", [KOTA, PERANTARA], ids=["akar", "perantara"])
def test_a_good_certificate_is_believed(kantor: Office, dipasang: Pihak) -> None:
    """Known-good control, with the root or the intermediate as the CA that IT has set."""
    network.save(kantor.store.folder, Network(ca=dipasang.pem))
    jalur = Http.of(kantor.store)
    assert Session(kantor.store, jalur).run().matching
    assert jalur.peer is not None
    assert (jalur.peer.issuer, jalur.peer.names) == ("Perantara Kota", ("localhost",))
    assert abs(jalur.skew or 0) < 5000
    jalur.close()


def test_a_name_must_fit_an_address_in_figures_too(
    kantor: Office, kota: CityThread, ganti: Ganti, tmp_path: Path
) -> None:
    angka = kota.url.replace("localhost", "127.0.0.1")
    assert gagal(kantor, angka, Limits()).rinci == "nama"
    ganti.kini = konteks(tmp_path, server(KOTA, dns=("127.0.0.1",)))
    assert sinkron(kantor).matching


def test_a_wrong_clock_is_named_with_both_times(kantor: Office, tmp_path: Path) -> None:
    """The certificate has run out by our clock, but the server lives in a time when it is valid: ours is wrong."""
    kota_ms = time.time() - 400 * 86400
    lama = konteks(tmp_path, server(KOTA, mulai=-500, sampai=-100))
    with palsu(jawab("200 OK", b"", f"{KITA}Date: {formatdate(kota_ms, usegmt=True)}\r\n"), tls=lama) as url:
        sebab = gagal(kantor, url)
    assert sebab.rinci == "jam"
    kini, kota = tls.moment(int(time.time() * 1000)), tls.moment(int(kota_ms * 1000))
    assert kini.split(" pukul")[0] in sebab.pesan
    assert f"di kota {kota}" in sebab.pesan
    assert "Betulkan" in sebab.saran


@pytest.mark.parametrize("tanggal", ["", "Date: besok\r\n", f"Date: {formatdate(0, usegmt=True)}\r\n"])
def test_a_server_without_a_true_clock_blames_nobody_elses(kantor: Office, tmp_path: Path, tanggal: str) -> None:
    with palsu(jawab("200 OK", b"", tanggal), tls=konteks(tmp_path, server(KOTA, mulai=-90, sampai=-1))) as url:
        assert gagal(kantor, url).rinci == "kedaluwarsa"


@pytest.mark.parametrize("nama", ["FortiGate CA", "Kaspersky Anti-Virus Personal Root", "squid-proxy"])
def test_a_network_that_opens_secure_lines_is_named(kantor: Office, tmp_path: Path, nama: str) -> None:
    with palsu(jawab("200 OK"), tls=konteks(tmp_path, server(otoritas(nama)))) as url:
        sebab = gagal(kantor, url)
    assert sebab.rinci == "dibuka"
    assert nama in sebab.pesan
    assert "mengecualikan localhost" in sebab.saran


def test_a_server_without_tls_on_a_secure_port_is_a_portal(kantor: Office) -> None:
    with palsu(jawab("200 OK", b"<html>"), baca=False) as url:
        assert gagal(kantor, url.replace("http://127.0.0.1", "https://localhost")).kind == "portal"


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_tls_of_twenty_years_ago_is_refused(kantor: Office, tmp_path: Path) -> None:
    lama = konteks(tmp_path, server(KOTA))
    lama.minimum_version, lama.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    with palsu(jawab("200 OK"), tls=lama) as url:
        assert gagal(kantor, url).kind == "sertifikat"


@pytest.mark.parametrize("sabar", [0.0, 0.4])
def test_a_handshake_that_never_ends_is_given_up(kantor: Office, sabar: float) -> None:
    """Not a byte, or one byte of a record now and then."""

    def tetes(sambungan: socket.socket) -> None:
        while sabar:
            sambungan.sendall(b"\x16")
            time.sleep(sabar)
        time.sleep(2)

    with palsu(tetes, baca=False) as url:
        alamat = url.replace("http://127.0.0.1", "https://localhost")
        assert gagal(kantor, alamat, SINGKAT).kind in ("lambat", "portal", "putus")


@pytest.mark.parametrize("isi", [b"{", b"[]", b'{"ca": 5}', b'{"proxy": "entah"}', b'{"ca": "x", "lain": 1}'])
def test_damaged_settings_are_never_taken_for_none(kantor: Office, isi: bytes) -> None:
    """The CA would be forgotten in silence, and every public authority believed."""
    (kantor.store.folder / network.FILE).write_bytes(isi)
    with pytest.raises(Gangguan, match="tidak terbaca"):
        kantor.sync()


def test_a_ca_that_openssl_cannot_read_is_said(kantor: Office) -> None:
    network.save(kantor.store.folder, Network(ca="-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"))
    with pytest.raises(Gangguan, match="tidak terbaca"):
        kantor.sync()


def test_the_ca_is_kept_without_its_file_and_without_a_key(tmp_path: Path) -> None:
    berkas = tmp_path / "ca.pem"
    berkas.write_text(KOTA.pem_kunci + "komentar\n" + KOTA.pem + PERANTARA.pem, encoding="ascii")
    isi = network.read_ca(berkas)
    assert isi == KOTA.pem + PERANTARA.pem
    der = tmp_path / "ca.crt"
    der.write_bytes(ssl.PEM_cert_to_DER_cert(KOTA.pem))
    assert network.read_ca(der) == KOTA.pem
    network.save(tmp_path, Network(ca=isi))
    berkas.unlink()
    assert network.load(tmp_path).ca == isi


@pytest.mark.parametrize("isi", [b"", b"halo", b"-----BEGIN CERTIFICATE-----\nhalo", KOTA.pem_kunci.encode()])
def test_a_file_that_is_no_ca_is_refused(tmp_path: Path, isi: bytes) -> None:
    berkas = tmp_path / "ca.pem"
    berkas.write_bytes(isi)
    with pytest.raises(Exception, match=re.escape("ca.pem tidak berisi sertifikat")):
        network.read_ca(berkas)
    with pytest.raises(Exception, match="tidak ditemukan"):
        network.read_ca(tmp_path / "tiada.pem")
