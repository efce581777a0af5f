"""Photos follow the rows to the city and to the other computers: all, once, unchanged, and no row ever waits."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.wilayah import kecamatan_dari
from sipokat_desktop.storage import photoqueue, photos, shelf
from sync.client import photos as jalan
from sync.client.http import Http, NetworkTrouble
from sync.client.photos import Carrier
from sync.protocol import PhotosAnswer
from sync.server import depot
from sync.server import photos as pusat
from tests.gambar import foto
from tests.kota import CityThread
from tests.sync import dunia
from tests.sync.album import isi_album, lewat, periksa_album, tempel
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt
from tests.sync.gunting import Gunting


def port(city: CityThread) -> int:
    """The city's port."""
    return int(city.url.rpartition(":")[2])


@pytest.fixture
def gunting(city: CityThread) -> Iterator[Gunting]:
    """A line to the city that may be cut."""
    with Gunting(port(city)).jalan() as garis:
        yield garis


def test_photos_follow_the_rows_to_the_city_and_to_every_computer(city: CityThread, office: Buka) -> None:
    a, b = daftarkan(office("a"), city), daftarkan(office("b"), city)
    camat = daftarkan(office("c"), city, kecamatan_dari(KELURAHAN).removeprefix("kec:"))
    kunci = isi_album(a, 1, 2, 3)
    isi_rt(a, 1)
    assert (a.status().waiting, a.status().photos) == (6, 3)
    kirim = a.sync()
    assert kirim.photos is not None
    assert (kirim.sent, kirim.photos.sent, kirim.photos.left, kirim.photos.trouble) == (6, 3, 0, None)
    ambil = b.sync().photos
    assert ambil is not None
    assert (ambil.sent, ambil.fetched) == (0, 3), "the other computer of the office has them without being asked"
    periksa_album(city, kunci, a, b)
    camat.sync()
    assert photos.places(camat.store, kunci) == dict.fromkeys(kunci, photos.Place.AWAY), "those above on demand only"
    isi = camat.photo(kunci[0])
    assert isi == photos.read(a.store, kunci[0])
    assert photos.read(camat.store, kunci[0]) == isi, "kept for the next time"
    assert camat.photo("f" * 64) is None
    assert tempel(b, foto(1, sisi=320), laporan="lain") == kunci[0]
    lagi = b.sync().photos
    assert lagi is not None
    assert lagi.pieces == 0, "the office has sent this photo already"
    dunia.tenang(city, a, b)


def test_a_cut_line_goes_on_where_it_was(city: CityThread, office: Buka, gunting: Gunting) -> None:
    """Cut every 60 KB: each photo of 160 KB needs several lines, and little is sent twice."""
    a = lewat(daftarkan(office("a"), city), gunting.url)
    isi = [foto(n, sisi=900) for n in range(4)]
    semua = sum(map(len, isi))
    assert semua > 400_000
    kunci = [tempel(a, satu, laporan=str(n)) for n, satu in enumerate(isi)]
    gunting.tiap = 60_000
    gunting._atur()
    for _ in range(60):
        try:
            a.sync()
        except Gangguan:
            continue
        if not a.status().photos:
            break
    periksa_album(city, kunci, a)
    assert gunting.putus >= 4
    assert gunting.naik < semua * 2.5, "what the city had was sent again"


def _tanpa_lanjut(monkeypatch: pytest.MonkeyPatch) -> None:
    """A city that forgets what it has of an unfinished photo."""
    monkeypatch.setattr(depot.FolderDepot, "received", lambda *_args: 0)


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_known_bad_without_resuming_no_photo_arrives_on_such_a_line(
    city: CityThread, office: Buka, gunting: Gunting, monkeypatch: pytest.MonkeyPatch
) -> None:
    _tanpa_lanjut(monkeypatch)
    monkeypatch.setattr(photoqueue, "FIRST_WAIT_MS", 0)
    with pytest.raises(AssertionError):
        test_a_cut_line_goes_on_where_it_was(city, office, gunting)


def _simpan_saat_foto(a: Office, gunting: Gunting) -> tuple[float, bool]:
    """Save a row while photos go over a slow line; returns how long the sync still took and whether photos remain."""
    gunting.laju = 60_000
    simpan = 0.0

    def ketik() -> None:
        nonlocal simpan
        time.sleep(1.5)
        isi_rt(a, 9)
        simpan = time.monotonic()

    utas = threading.Thread(target=ketik)
    utas.start()
    a.sync()
    lama = time.monotonic() - simpan
    utas.join(10)
    gunting.utuh()
    return lama, a.status().photos > 0


def test_rows_never_wait_for_photos(
    city: CityThread, office: Buka, gunting: Gunting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """1.2 MB of photos on a line of 60 KB/s: a row saved meanwhile has its turn after the piece under way."""
    monkeypatch.setattr(jalan, "FIRST_PIECE", 64 << 10)
    a = lewat(daftarkan(office("a"), city), gunting.url)
    a.sync()
    kunci = [tempel(a, foto(n, sisi=1500), laporan=str(n)) for n in range(2)]
    lama, sisa = _simpan_saat_foto(a, gunting)
    assert sisa
    assert lama < 4, "a row waited for photos"
    kirim = a.sync(all_photos=True)
    assert kirim.sent == 3
    periksa_album(city, kunci, a)


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_known_bad_rows_that_wait_for_photos_are_noticed(
    city: CityThread, office: Buka, gunting: Gunting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.client.photos.outbox.waiting", lambda _con: 0)
    monkeypatch.setattr(jalan, "BACKGROUND_S", 7.0)
    with pytest.raises(AssertionError):
        test_rows_never_wait_for_photos(city, office, gunting, monkeypatch)


def test_at_the_end_of_the_day_rows_saved_meanwhile_go_along(
    city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = daftarkan(office("a"), city)
    kunci = isi_album(a, 1, 2, 3)
    asli, ketikan = Carrier._piece, iter([7, 8])

    def piece(self: Carrier, *args: Any) -> Any:
        for ke in ketikan:
            isi_rt(a, ke)
            break
        return asli(self, *args)

    monkeypatch.setattr(Carrier, "_piece", piece)
    hari = a.end_day(lambda *_args: None)
    assert hari.summary is not None
    assert (hari.summary.sent, hari.summary.photos and hari.summary.photos.sent) == (3 + 6, 3)
    assert hari.summary.matching
    periksa_album(city, kunci, a)


def test_trouble_with_photos_is_no_trouble_of_the_rows(
    city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(*_args: object) -> None:
        raise OSError(28, "no space")

    a = daftarkan(office("a"), city)
    kunci = isi_album(a, 1, 2)
    with monkeypatch.context() as patch:
        patch.setattr(depot.FolderDepot, "receive", penuh)
        kirim = a.sync()
    assert kirim.matching
    assert a.status().trouble == ""
    assert kirim.photos is not None
    assert isinstance(kirim.photos.trouble, NetworkTrouble)
    assert kirim.photos.trouble.pesan == pusat.TAK_TERSIMPAN
    assert (a.status().waiting, a.status().photos) == (0, 2)
    a.sync()
    periksa_album(city, kunci, a)


class Terbalik(Http):
    """A line on which the first piece of a photo arrives other than it was sent."""

    sisa = 1

    def post_bytes(self, path: str, params: Any, content: bytes, answer: Any) -> Any:
        """Send, perhaps with one bit turned."""
        if type(self).sisa and content:
            type(self).sisa -= 1
            content = bytes([*content[:-9], content[-9] ^ 1, *content[-8:]])
        return super().post_bytes(path, params, content, answer)


def test_a_photo_that_arrives_damaged_is_thrown_away_and_sent_anew(
    city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = daftarkan(office("a"), city)
    kunci = isi_album(a, 1, 2)
    monkeypatch.setattr("sync.client.session.Http", Terbalik)
    monkeypatch.setattr(Terbalik, "sisa", 1)
    assert a.sync().matching
    periksa_album(city, kunci, a)


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_known_bad_a_city_that_does_not_look_at_the_hash(
    city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    def finish(self: depot.FolderDepot, scope: str, key: str) -> bool:
        folder = self._unfinished(scope, key)
        shelf.write(shelf.path(self._folder, key), b"".join(part.read_bytes() for part, _ in self._row(folder)))
        shutil.rmtree(folder)
        return True

    monkeypatch.setattr(depot.FolderDepot, "finish", finish)
    with pytest.raises(AssertionError, match="not the one that was sent"):
        test_a_photo_that_arrives_damaged_is_thrown_away_and_sent_anew(city, office, monkeypatch)


def test_the_time_of_photos_ends(city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    a = daftarkan(office("a"), city)
    kunci = isi_album(a, *range(6))
    monkeypatch.setattr(jalan, "BACKGROUND_S", 0.0)
    dulu = a.sync().photos
    assert dulu is not None
    assert (dulu.sent, dulu.left, dulu.more) == (0, 6, True)
    monkeypatch.undo()
    berhenti = a.sync(lambda *_args: a.stop_photos(), all_photos=True).photos
    assert berhenti is not None
    assert berhenti.left > 0, "somebody stopped them"
    semua = a.sync(all_photos=True).photos
    assert semua is not None
    assert (semua.left, semua.more) == (0, False)
    periksa_album(city, kunci, a)


def test_an_older_city_without_photos_is_only_told(
    city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = daftarkan(office("a"), city)
    isi_album(a, 1)
    monkeypatch.setattr(jalan, "ASK", "/sync/v1/belum-ada")
    kirim = a.sync()
    assert kirim.matching
    assert kirim.photos is not None
    assert kirim.photos.trouble is not None
    monkeypatch.undo()
    monkeypatch.setattr(Http, "post", _kurang(Http.post))
    assert a.sync().photos.trouble is not None  # type: ignore[union-attr]


def _kurang(asli: Callable[..., Any]) -> Callable[..., Any]:
    """A city that answers for fewer photos than it was asked about."""

    def post(self: Http, path: str, message: Any, answer: Any) -> Any:
        return PhotosAnswer(photos=[]) if answer is PhotosAnswer else asli(self, path, message, answer)

    return post
