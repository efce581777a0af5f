"""Photos on this computer: on the disk before the act, queued with it, whole or not there, old keys renamed."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import pytest

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.rt import foto, queries
from sipokat_desktop.storage import bulk, history, photoqueue, photos, shelf, sqlite
from sipokat_desktop.storage.photolock import PhotoLock
from sipokat_desktop.storage.photos import Place
from sipokat_desktop.storage.store import Store
from tests.gambar import jpeg
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka


def keadaan(store: Store) -> dict[str, str]:
    """The queue: state by key."""
    return dict(store.reader().execute("SELECT kunci, keadaan FROM foto_lokal").fetchall())


def _orang(store: Store) -> str:
    kantor.isi_rt(store, 1)
    return queries.masa(store.reader(), lingkup=KELURAHAN)[0].orang_id


def test_a_photo_is_kept_queued_shown_and_undone(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        orang = _orang(store)
        selesai = foto.pasang(store, orang, jpeg(600, 800))
        kunci = selesai.value
        assert photos.read(store, kunci) is not None
        assert (keadaan(store), photos.unsent(store.reader())) == ({kunci: "kirim"}, 1)
        assert photos.places(store, [kunci, "f" * 64]) == {kunci: Place.WAITING, "f" * 64: Place.AWAY}
        assert all(said.endswith(".") for said in photos.SAID.values())
        (baris,) = queries.roster(store.reader(), lingkup=KELURAHAN, hari=date(2026, 4, 10))
        assert baris.foto == kunci
        foto.lepas(store, orang)
        assert store.reader().execute("SELECT foto FROM rt_orang").fetchone()[0] is None
        store.local(lambda con: photoqueue.put_off(con, store.photo_columns, [kunci], 0))
        assert keadaan(store) == {}, "no row names it any more"
        history.undo(store, store.reader().execute("SELECT act_id FROM riwayat ORDER BY no DESC").fetchone()[0])
        assert keadaan(store) == {kunci: "kirim"}, "with the row its photo waits again"
        with pytest.raises(InputSalah, match="sudah tidak ada"):
            foto.pasang(store, "x", jpeg())


def test_a_refused_photo_or_a_failed_act_leaves_no_trace_in_the_store(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        orang = _orang(store)
        with pytest.raises(InputSalah, match="bukan foto") as salah:
            foto.pasang(store, orang, b"teks")
        assert salah.value.field == "foto"
        assert not (tmp_path / "foto").exists()
        with pytest.raises(InputSalah):
            foto.pasang(store, "bukan orang", jpeg())
        assert keadaan(store) == {}


def test_every_way_to_write_a_row_queues_its_photo_and_a_table_without_one_costs_nothing(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        assert store.photo_columns == {"laporan_foto": ("kunci",), "rt_orang": ("foto",)}
        kunci = [f"{n:064x}" for n in range(3)]
        rows: list[bulk.Row] = [(f"b{n}", {"laporan_id": "l", "kunci": satu}) for n, satu in enumerate(kunci)]
        store.write(
            "uji",
            lambda tx: bulk.insert_many(tx, "laporan_foto", rows, scope=KELURAHAN, told=lambda _n: None),
        )
        assert keadaan(store) == dict.fromkeys(kunci, "kirim")
        for satu in kunci:
            store.local(partial(photoqueue.mark, key=satu, state="kota", now=5))
        store.write("uji", lambda tx: tx.delete("laporan_foto", "b0"))
        store.write("uji", lambda tx: tx.restore("laporan_foto", "b0", rows[0][1], scope=KELURAHAN))
        assert keadaan(store)[kunci[0]] == "kota", "what the city holds is not sent again"


class Rak(NamedTuple):
    """A place for photos without a store."""

    folder: Path
    photo_lock: PhotoLock = PhotoLock(None)


def test_a_missing_or_damaged_file_is_no_photo(tmp_path: Path) -> None:
    kunci = photos.keep(Rak(tmp_path), jpeg())
    assert photos.keep(Rak(tmp_path), jpeg()) == kunci, "the same photo once"
    berkas = shelf.path(tmp_path / "foto", kunci)
    berkas.write_bytes(b"rusak")
    assert photos.read(Rak(tmp_path), kunci) is None
    photos.keep(Rak(tmp_path), jpeg())
    assert photos.read(Rak(tmp_path), kunci) == jpeg(), "kept again, it heals"
    berkas.unlink()
    for asing in (kunci, "", "../../sipokat", "x" * 64, kunci.upper(), "a" * 32):
        assert photos.read(Rak(tmp_path), asing) is None
        assert not photos.is_here(tmp_path, asing)
    for salah in (b"GIF89a", jpeg() + b"0" * shelf.MOST_BYTES):
        with pytest.raises(ValueError, match="JPEG"):
            photos.keep(Rak(tmp_path), salah)


def test_a_folder_that_cannot_be_written_and_a_full_disk_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "foto").write_bytes(b"")
    with pytest.raises(Gangguan, match="tidak dapat disimpan"):
        photos.keep(Rak(tmp_path), jpeg())
    (tmp_path / "foto").unlink()

    def penuh(_nomor: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", penuh)
        with pytest.raises(Gangguan, match="ruang disk habis") as gagal:
            photos.keep(Rak(tmp_path), jpeg())
    assert "Tidak ada data yang diubah" in gagal.value.lengkap
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [], "nothing half written stays"


MATI = """
import os, signal, sys
from pathlib import Path
from sipokat_desktop.storage import photos, shelf
from tests.gambar import jpeg
from tests.unit.kantor import KELURAHAN, buka
folder, saat = Path(sys.argv[1]), sys.argv[2]
mati = lambda *_args: os.kill(os.getpid(), signal.SIGKILL)
if saat == "menulis":
    os.replace = mati
with buka(folder) as store:
    kunci = photos.keep(store, jpeg())
    if saat == "sebelum":
        mati()
    def isi(tx):
        tx.insert("laporan_foto", {"laporan_id": "l", "kunci": kunci}, scope=KELURAHAN)
        if saat == "di tengah":
            mati()
    store.write("uji", isi)
    mati()
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("saat", ["menulis", "sebelum", "di tengah", "sesudah"])
def test_kill_between_file_and_act(tmp_path: Path, saat: str) -> None:
    """A row never names a photo that was not on the disk before, and a row that counts has its photo queued."""
    akar = Path(__file__).resolve().parents[2]
    mati = subprocess.run([sys.executable, "-c", MATI, tmp_path, saat], cwd=akar, check=False)
    assert mati.returncode == -signal.SIGKILL
    with buka(tmp_path) as store:
        baris = store.reader().execute("SELECT kunci FROM laporan_foto").fetchall()
        assert [tuple(b) for b in baris] == [(k,) for k in keadaan(store)]
        assert bool(baris) == (saat == "sesudah")
        assert all(photos.read(store, k) for (k,) in baris)
        assert photos.read(store, photos.keep(store, jpeg())) == jpeg(), "goes on as if nothing had been"


def test_known_bad_a_row_before_its_file(tmp_path: Path) -> None:
    """The harness above would see a photo that is named but not there."""
    with buka(tmp_path) as store:
        kunci = shelf.key_of(jpeg())
        store.write("uji", lambda tx: tx.insert("laporan_foto", {"laporan_id": "l", "kunci": kunci}, scope=KELURAHAN))
        assert photos.read(store, kunci) is None
        assert photos.places(store, [kunci]) == {kunci: Place.LOST}


def test_keys_of_the_first_release_are_read_and_renamed(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        orang, isi = _orang(store), jpeg(40, 50)
        store.set_setting("lingkup", KELURAHAN)
        lama, hilang = blake2b(isi, digest_size=16).hexdigest(), "0" * 32
        (tmp_path / "foto").mkdir()
        (tmp_path / "foto" / f"{lama}.jpg").write_bytes(isi)
        store.write("rt.foto", lambda tx: tx.update("rt_orang", orang, {"foto": lama}))
        assert photos.read(store, lama) == isi
        assert photos.places(store, [lama]) == {lama: Place.WAITING}
        assert photoqueue.to_ask(store, 9) == [], "the city knows only keys that tell the content"
        assert photoqueue.rename_old(store) == 1
        baru = store.reader().execute("SELECT foto FROM rt_orang").fetchone()[0]
        assert (baru, photos.read(store, baru)) == (shelf.key_of(isi), isi)
        assert keadaan(store) == {baru: "kirim"}
        store.write("rt.foto", lambda tx: tx.update("rt_orang", orang, {"foto": hilang}))
        assert photoqueue.rename_old(store) == 0, "the computer that has the file does it"
        assert keadaan(store)[hilang] == "lama"


@pytest.mark.usefixtures("migrations")
def test_a_store_of_the_first_release_gets_its_queue(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kunci = photos.keep(store, jpeg())
        store.write("uji", lambda tx: tx.insert("laporan_foto", {"laporan_id": "l", "kunci": kunci}, scope=KELURAHAN))
        store.set_setting("lingkup", KELURAHAN)
    with sqlite.connect(tmp_path / "sipokat.db") as con:
        con.execute("DROP TABLE foto_lokal")
        con.execute("DELETE FROM _sqlite_migrations WHERE migration_set = 'inti' AND name = 'm006_foto'")
    con.close()
    with buka(tmp_path) as store:
        assert keadaan(store) == {}
        photoqueue.discover(store, {})
        assert keadaan(store) == {kunci: "kirim"}
        photoqueue.discover(store, {})
        store.local(lambda con: photoqueue.mark(con, kunci, "kota", 5))
        assert photos.unsent(store.reader()) == 0
        store.renew_incarnation()
        assert [satu.state for satu in photoqueue.to_ask(store, 9)] == ["kota"], "a restored store asks again"
