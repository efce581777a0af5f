"""The city's side of photos: who may send and see what, sizes and places, two processes at one photo, old remains."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import ids
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.wilayah import kecamatan_dari
from sipokat_desktop.storage import shelf
from sync import protocol
from sync.protocol import PhotosAnswer, PhotoState, Problem
from sync.pusat import cli
from sync.server import depot
from sync.server import photos as pusat
from sync.server.database import Database
from sync.server.depot import FolderDepot
from sync.server.keys import ServerKey
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DEVICE
from tests.gambar import foto
from tests.kota import CityThread
from tests.sync.dunia import KELURAHAN, LAIN
from tests.sync.perangkat import Perangkat, sesi_http

ISI = foto(1, sisi=320)
KUNCI = shelf.key_of(ISI)
Json = dict[str, Any]


@dataclass(slots=True)
class Meja:
    """A kelurahan with a row that names a photo, its kecamatan, and its neighbour."""

    city: CityThread
    pc: Perangkat
    token: dict[str, str]
    baris: str
    http: requests.Session

    def ref(self, **lain: object) -> Json:
        """How the photo is named."""
        return {"key": KUNCI, "scope": KELURAHAN, "table": "laporan_foto", "row": self.baris} | lain

    def kirim(self, isi: bytes, offset: int, siapa: str = "sendiri", **lain: object) -> requests.Response:
        """Send a part."""
        params = {"total": len(ISI), **self.ref(offset=offset, **lain)}
        return self._minta("POST", "photos", siapa, params=params, data=isi)

    def ambil(self, siapa: str = "sendiri", **lain: object) -> requests.Response:
        """Ask for a part."""
        return self._minta("GET", "photos", siapa, params=self.ref(**lain))

    def tanya(self, siapa: str = "sendiri", **lain: object) -> PhotoState:
        """Ask what the city has."""
        answer = self._minta("POST", "photos/ask", siapa, json={"photos": [self.ref(**lain)]})
        return PhotosAnswer.model_validate_json(answer.content).photos[0]

    def _minta(self, method: str, path: str, siapa: str, **isi: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {self.token[siapa]}"}
        answer = self.http.request(method, f"{self.city.url}/sync/v1/{path}", headers=headers, timeout=30, **isi)
        assert protocol.HEADER in answer.headers
        return answer


@pytest.fixture
def meja(city: CityThread) -> Iterator[Meja]:
    """A city and four computers."""
    key = ServerKey(city.db)
    pc, dua, camat, lain = (
        Perangkat(city.db, key, scope) for scope in (KELURAHAN, KELURAHAN, kecamatan_dari(KELURAHAN), LAIN)
    )
    token = {"sendiri": pc.daftar(), "dua": dua.daftar(), "camat": camat.daftar(), "lain": lain.daftar()}
    baris = ids.new_id()
    pc.kirim(("set", "laporan_foto", baris, {"laporan_id": "l", "kunci": KUNCI}))
    with sesi_http() as http:
        yield Meja(city, pc, token, baris, http)


def _keadaan(answer: requests.Response) -> tuple[bool, int]:
    assert answer.status_code == 200, answer.text
    state = PhotoState.model_validate_json(answer.content)
    return state.held, state.bytes


def _ditolak(answer: requests.Response, status: int) -> str:
    assert answer.status_code == status, answer.text
    problem = Problem.model_validate_json(answer.content)
    assert problem.pesan.endswith(".")
    return problem.kind


def test_a_photo_comes_in_parts_and_goes_out_in_parts(meja: Meja) -> None:
    assert _keadaan(meja.kirim(ISI[:5000], 0)) == (False, 5000)
    assert _keadaan(meja.kirim(ISI[:9000], 0)) == (False, 5000), "not from there: the answer tells from where"
    assert _keadaan(meja.kirim(ISI[9000:], 9000)) == (False, 5000)
    assert (meja.tanya().held, meja.tanya("dua").bytes) == (False, 5000), "another computer of the office may go on"
    assert _keadaan(meja.kirim(ISI[5000:], 5000, "dua")) == (True, len(ISI))
    assert _keadaan(meja.kirim(ISI[:5000], 0)) == (True, len(ISI)), "again changes nothing"
    potong = [meja.ambil("camat", offset=di, limit=6000) for di in range(0, len(ISI), 6000)]
    assert b"".join(satu.content for satu in potong) == ISI
    assert {satu.headers[protocol.SIZE_HEADER] for satu in potong} == {str(len(ISI))}
    assert potong[0].headers["X-Content-Type-Options"] == "nosniff"
    assert meja.ambil(offset=len(ISI)).content == b""


def test_only_who_may_write_the_row_sends_and_only_who_reads_it_sees(meja: Meja) -> None:
    for siapa in ("camat", "lain"):
        assert _ditolak(meja.kirim(ISI, 0, siapa), 403) == "foto"
    assert _keadaan(meja.kirim(ISI, 0)) == (True, len(ISI))
    for siapa, boleh in (("dua", True), ("camat", True), ("lain", False)):
        assert (meja.ambil(siapa).status_code == 200, meja.tanya(siapa).held) == (boleh, boleh), siapa
    for salah in ({"key": "0" * 64}, {"row": "x"}, {"table": "rt_orang"}, {"table": "tak_ada"}, {"scope": "kota"}):
        assert _ditolak(meja.ambil(**salah), 403) == "foto"
        assert _ditolak(meja.kirim(ISI, 0, **salah), 403) == "foto"
        assert not meja.tanya(**salah).named
    meja.pc.kirim(("delete", "laporan_foto", meja.baris, {}))
    assert _ditolak(meja.ambil(), 403) == "foto", "the row is gone, and with it the right to its photo"
    with meja.city.db.write(ALL_SCOPES) as con:
        con.execute(DEVICE.update().values(revoked=1))
    assert _ditolak(meja.kirim(ISI, 0), 403) == "foto"


def test_sizes_and_places_that_cannot_be(meja: Meja) -> None:
    besar = protocol.MAX_PHOTO_PART + 1
    for answer, status, kind in (
        (meja.kirim(b"x" * besar, 0, total=besar), 413, "besar"),
        (meja.kirim(ISI + b"x", 0), 413, "besar"),
        (meja.kirim(b"x" * 10, 0), 422, "isi"),
        (meja.kirim(b"", 0), 422, "isi"),
        (meja.kirim(ISI, 0, total=protocol.MAX_PHOTO + 1), 422, "isi"),
        (meja.kirim(ISI, -1), 422, "isi"),
        (meja.kirim(ISI, 0, key=KUNCI.upper()), 422, "isi"),
        (meja.kirim(ISI, 0, key="../../etc/passwd"), 422, "isi"),
        (meja.ambil(limit=besar), 422, "isi"),
    ):
        assert _ditolak(answer, status) == kind
    assert _ditolak(meja.kirim(bytes(len(ISI)), 0), 422) == "foto_rusak", "not the photo that its key names"
    assert _keadaan(meja.kirim(ISI[:5000], 0)) == (False, 5000), "thrown away, and sent anew"
    bukan = b"GIF89a, padahal bernama .jpg" * 200
    meja.pc.kirim(("set", "laporan_foto", "gif", {"laporan_id": "l", "kunci": shelf.key_of(bukan)}))
    answer = meja.kirim(bukan, 0, key=shelf.key_of(bukan), row="gif", total=len(bukan))
    assert _ditolak(answer, 422) == "foto_rusak", "what is no JPEG is not kept"
    assert not [p for p in meja.city.foto.glob("??/*")]


def test_a_part_that_a_broken_line_leaves_half_is_kept(meja: Meja) -> None:
    import socket

    host, port = meja.city.url.removeprefix("http://").split(":")
    params = "&".join(f"{nama}={nilai}" for nama, nilai in meja.ref(offset=0, total=len(ISI)).items())
    kepala = f"POST /sync/v1/photos?{params} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {meja.token['sendiri']}\r\n"
    with socket.create_connection((host, int(port))) as line:
        line.sendall(f"{kepala}Content-Length: {len(ISI)}\r\n\r\n".encode() + ISI[:7000])
        time.sleep(0.2)
    akhir = time.monotonic() + 10
    while meja.tanya().bytes != 7000:
        assert time.monotonic() < akhir
    assert _keadaan(meja.kirim(ISI[7000:], 7000)) == (True, len(ISI))


@given(data=st.data())
def test_parts_in_any_order_sizes_and_copies_make_the_photo_or_nothing(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Two processes share the folder; what is there without a gap never shrinks below what both have been told."""
    folder = tmp_path_factory.mktemp("depot")
    dua = FolderDepot(folder), FolderDepot(folder)
    for _ in range(data.draw(st.integers(0, 12))):
        satu = data.draw(st.sampled_from(dua))
        di = satu.received("s", KUNCI) if data.draw(st.booleans()) else data.draw(st.integers(0, len(ISI)))
        panjang = data.draw(st.integers(1, len(ISI)))
        satu.receive("s", KUNCI, di, ISI[di : di + panjang])
    ada = dua[0].received("s", KUNCI)
    assert ada == dua[1].received("s", KUNCI)
    dua[0].receive("s", KUNCI, ada, ISI[ada:])
    assert dua[1].finish("s", KUNCI)
    assert (dua[0].size(KUNCI), dua[0].read(KUNCI, 3, 9)) == (len(ISI), ISI[3:12])
    assert dua[0].received("s", KUNCI) == 0
    assert not dua[0].finish("s", KUNCI), "who has sent nothing has finished nothing"


def test_many_at_once_at_the_same_photo(tmp_path: Path) -> None:
    """Eight threads in two depots send the same photo in other parts: it is there, whole, and nothing else."""
    selesai: list[bool] = []

    def kirim(ke: int) -> None:
        acak, tempat, di = random.Random(ke), FolderDepot(tmp_path), 0
        while di < len(ISI) and not tempat.size(KUNCI):
            panjang = acak.randint(500, 9000)
            tempat.receive("s", KUNCI, di, ISI[di : di + panjang])
            di = max(di, tempat.received("s", KUNCI))
        selesai.append(tempat.finish("s", KUNCI))

    utas = [threading.Thread(target=kirim, args=(ke,)) for ke in range(8)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(30)
    assert any(selesai)
    assert [p.read_bytes() for p in tmp_path.glob("??/*")] == [ISI]


def test_a_part_that_comes_while_another_process_finishes_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli, selesai = Path.write_bytes, list[bool]()

    def tulis(berkas: Path, isi: bytes) -> int:
        monkeypatch.undo()
        selesai.append(FolderDepot(tmp_path).finish("s", KUNCI))
        return asli(berkas, isi)

    tempat = FolderDepot(tmp_path)
    tempat.receive("s", KUNCI, 0, ISI)
    monkeypatch.setattr(Path, "write_bytes", tulis)
    tempat.receive("s", KUNCI, 0, ISI)
    assert selesai == [True]
    assert tempat.received("s", KUNCI) == len(ISI)


def test_unfinished_photos_and_half_files_are_swept_after_a_week(tmp_path: Path) -> None:
    satu = FolderDepot(tmp_path)
    satu.receive("s", "a" * 64, 0, ISI)
    satu.receive("s", "b" * 64, 0, ISI)
    (tmp_path / "ab").mkdir()
    sisa = tmp_path / "ab" / ".sipokat-sisa"
    sisa.write_bytes(b"x")
    lama = time.time() - depot.KEEP_S - 60
    for jalur in (satu._unfinished("s", "a" * 64), sisa):
        os.utime(jalur, (lama, lama))
    satu.receive("s", "c" * 64, 0, ISI)
    assert satu.received("s", "a" * 64) == len(ISI), "it is not looked for at every part"
    FolderDepot(tmp_path).receive("s", "c" * 64, 0, ISI)
    assert [satu.received("s", huruf * 64) for huruf in "abc"] == [0, len(ISI), len(ISI)]
    assert not sisa.exists()


def test_a_full_disk_of_the_city_is_a_sentence(meja: Meja, monkeypatch: pytest.MonkeyPatch) -> None:
    def penuh(*_args: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", penuh)
        assert _ditolak(meja.kirim(ISI, 0), 503) == "simpan"
    assert _keadaan(meja.kirim(ISI, 0)) == (True, len(ISI))
    shelf.path(meja.city.foto, KUNCI).unlink()
    assert not meja.tanya().held, "a photo that the city has lost is wanted again"
    assert _ditolak(meja.ambil(), 403) == "foto"


def test_the_folder_is_chosen_once_and_kept(city_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = Database(city_url)
    try:
        biasa = depot.usual(db)
        assert biasa.is_absolute()
        assert depot.choose(db, None) == biasa
        assert cli.main(["siapkan", "--db", city_url, "--foto", str(tmp_path / "lain")]) == 0
        assert str(tmp_path / "lain") in capsys.readouterr().out
        assert depot.choose(db, None) == tmp_path / "lain", "the one chosen before"
        depot.of(db).receive("s", KUNCI, 0, ISI)
        assert (tmp_path / "lain" / depot.UNFINISHED).is_dir()
        (tmp_path / "berkas").write_bytes(b"")
        with pytest.raises(Gangguan, match="tidak dapat dibuat"):
            depot.choose(db, tmp_path / "berkas" / "x")
    finally:
        db.close()


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_known_bad_a_row_of_anybody_will_do(meja: Meja, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pusat, "_named", lambda _db, _con, _device, refs: list(refs))
    with pytest.raises(AssertionError):
        test_only_who_may_write_the_row_sends_and_only_who_reads_it_sees(meja)
