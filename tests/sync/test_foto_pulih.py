"""Photos that were lost on either side come right by asking again, and a key alone gives nothing."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.cli import main
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.storage import photoqueue, photos, shelf
from sipokat_desktop.storage.store import Store
from sync.client.http import Http
from sync.server import depot
from sync.server import photos as pusat
from tests.gambar import foto
from tests.kota import CityThread
from tests.sync import dunia
from tests.sync.album import berkas_kota, di_kota, isi_album, lewat, periksa_album, tempel
from tests.sync.dunia import LAIN, Buka, daftarkan
from tests.sync.test_berkas import jawab, undang


def test_a_photo_that_is_gone_before_it_was_sent_is_told_and_not_tried_for_ever(
    city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = daftarkan(office("a"), city)
    satu, dua = isi_album(a, 1, 2)
    shelf.path(a.store.folder / "foto", satu).unlink()
    a.sync()
    assert (a.status().photos, a.status().photos_gone, set(di_kota(city))) == (0, 1, {dua})
    assert photos.places(a.store, [satu]) == {satu: photos.Place.LOST}
    tanya: list[str] = []
    asli = Http.post

    def post(self: Http, path: str, message: Any, answer: Any) -> Any:
        tanya.append(path)
        return asli(self, path, message, answer)

    monkeypatch.setattr(Http, "post", post)
    a.sync()
    assert "/sync/v1/photos/ask" not in tanya
    assert tempel(a, foto(1, sisi=320), laporan="lagi") == satu, "somebody adds it again"
    a.sync()
    periksa_album(city, [satu, dua], a)


def test_a_city_that_was_put_back_gets_its_photos_again(city: CityThread, office: Buka, tmp_path: Path) -> None:
    """The database of this morning, and the photos of this morning."""
    a, b = daftarkan(office("a"), city), daftarkan(office("b"), city)
    kunci = isi_album(a, 1)
    a.sync()
    b.sync()
    pagi, foto_pagi = dunia.Simpanan(city.db), tmp_path / "foto pagi"
    shutil.copytree(city.foto, foto_pagi)
    kunci += isi_album(a, 2, 3)
    a.sync()
    assert len(berkas_kota(city)) == 3
    pagi.pulihkan(city.db)
    shutil.rmtree(city.foto)
    shutil.copytree(foto_pagi, city.foto)
    for satu in (a, b):
        satu.store.token = ""
    for _ in range(3):
        a.sync()
        b.sync()
    periksa_album(city, kunci, a, b)
    dunia.tenang(city, a, b)


def test_a_city_that_lost_only_its_photos_hears_of_them_within_a_day(city: CityThread, office: Buka) -> None:
    a = daftarkan(office("a"), city)
    kunci = isi_album(a, 1, 2)
    a.sync()
    shutil.rmtree(city.foto)
    a.sync()
    assert not city.foto.exists(), "not at every sync"
    a.store.set_setting(photoqueue.AGAIN, "0")
    a.sync()
    periksa_album(city, kunci, a)


@pytest.mark.parametrize("apa", ["cadangan", "salinan"])
def test_a_restored_or_copied_computer_comes_right(city: CityThread, office: Buka, tmp_path: Path, apa: str) -> None:
    """A backup holds no photos: those that the city has come back, and those taken since are not forgotten."""
    from sipokat_desktop import safety

    a = daftarkan(office("a"), city)
    kunci = isi_album(a, 1)
    a.sync()
    cadangan = a.safety.backup()
    kunci += isi_album(a, 2)
    a.close()
    folder = a.store.folder
    if apa == "cadangan":
        safety.restore(folder, cadangan)
        shelf.path(folder / "foto", kunci[0]).unlink()
    else:
        folder = dunia.salin(folder, tmp_path / "salinan")
    lagi = office(folder)
    for _ in range(2):
        lagi.sync()
    periksa_album(city, kunci, lagi)


def test_a_damaged_photo_is_asked_from_the_city_again(city: CityThread, office: Buka) -> None:
    a = daftarkan(office("a"), city)
    (kunci,) = isi_album(a, 1)
    a.sync()
    shelf.path(a.store.folder / "foto", kunci).write_bytes(b"rusak")
    assert photos.read(a.store, kunci) is None
    assert a.photo(kunci) == foto(1, sisi=320)
    assert photos.read(a.store, kunci) == foto(1, sisi=320)


def test_without_a_line_a_photo_elsewhere_is_a_sentence(city: CityThread, office: Buka) -> None:
    a, b = daftarkan(office("a"), city), daftarkan(office("b"), city)
    (kunci,) = isi_album(a, 1)
    a.sync()
    lewat(b, "http://127.0.0.1:9")
    assert b.photo(kunci) is None, "no row here names it yet"
    lewat(b, city.url).sync()
    shelf.path(b.store.folder / "foto", kunci).unlink()
    lewat(b, "http://127.0.0.1:9")
    with pytest.raises(Gangguan, match="tidak terjangkau"):
        b.photo(kunci)


def test_a_photo_that_no_row_names_leaves_the_queue_and_stays_here(city: CityThread, office: Buka) -> None:
    """The row was deleted before its photo was sent, or the city refused it: nothing is left to do, nothing is lost."""
    a = daftarkan(office("a"), city)
    a.sync()
    hapus, tolak = tempel(a, foto(1, sisi=320)), tempel(a, foto(2, sisi=320), lingkup=LAIN)
    baris = a.store.reader().execute("SELECT id FROM laporan_foto WHERE kunci = ?", (hapus,)).fetchone()[0]
    a.store.write("uji", lambda tx: tx.delete("laporan_foto", baris))
    kirim = a.sync()
    assert kirim.stuck == 1
    assert (a.status().photos, berkas_kota(city)) == (0, set())
    assert all(photos.is_here(a.store.folder, satu) for satu in (hapus, tolak))


def test_two_offices_with_the_same_photo_each_send_it(city: CityThread, office: Buka) -> None:
    """A key alone gives nothing: neither that the city has it, nor the photo."""
    a, lain = daftarkan(office("a"), city), daftarkan(office("b"), city, LAIN)
    (kunci,) = isi_album(a, 1)
    a.sync()
    _sebut_saja(lain, kunci)
    lain.sync()
    assert (lain.photo(kunci), lain.status().photos_gone) == (None, 1)
    assert di_kota(city, LAIN) == {}
    photos.keep(lain.store, foto(1, sisi=320))
    lain.store.local(lambda con: con.execute("UPDATE foto_lokal SET lagi = 0"))
    kirim = lain.sync().photos
    assert kirim is not None
    assert (kirim.sent, kirim.pieces) == (1, 1)
    assert (set(di_kota(city, LAIN)), berkas_kota(city)) == ({kunci}, {kunci}), "each sent it, it lies there once"


def _sebut_saja(office: Office, kunci: str) -> None:
    fields: Fields = {"laporan_id": "milik sendiri", "kunci": kunci}
    office.store.write("uji", lambda tx: tx.insert("laporan_foto", fields, scope=LAIN))


@pytest.mark.parametrize("city_url", ["sqlite"], indirect=True)
def test_known_bad_a_key_that_is_enough(city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    def whole(_db: object, _con: object, refs: Any) -> dict[tuple[str, str], int]:
        place = depot.of(city.db)
        return {(ref.scope, ref.key): place.size(ref.key) for ref in refs if place.size(ref.key)}

    monkeypatch.setattr(pusat, "_whole", whole)
    with pytest.raises(AssertionError):
        test_two_offices_with_the_same_photo_each_send_it(city, office)


def test_photos_go_along_on_a_flash_disk(
    city: CityThread, office: Buka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As far as there is room, with their rows; a file that is read again, or was written before, changes nothing."""
    jauh, dekat = office("jauh"), daftarkan(office("dekat"), city)
    jauh.enrol_by_file(undang(city, tmp_path), name="Rina")
    kunci = isi_album(jauh, 1, 2, 3)
    satu = len(foto(1, sisi=320))
    monkeypatch.setattr("sync.client.files.PHOTO_BYTES", satu * 5 // 2)
    tertulis = jauh.write_file(tmp_path)
    assert (tertulis.photos, tertulis.photos_left) == (2, 1)
    jawaban = jawab(city, tertulis.path)
    assert jauh.read_file(jawaban).matching
    assert (jauh.status().photos, len(berkas_kota(city))) == (1, 2)
    jauh.read_file(jawab(city, tertulis.path, "lagi"))
    jauh.read_file(jawab(city, jauh.write_file(tmp_path).path, "sisa"))
    periksa_album(city, kunci, jauh)
    dekat.sync()
    periksa_album(city, kunci, dekat)


def test_the_commands_say_what_is_not_at_the_city(
    city: CityThread, office: Buka, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a = daftarkan(office("a"), city)
    isi_album(a, 1, 2)
    a.close()
    folder, cadangan = a.store.folder, str(tmp_path / "c.sipokat")

    def kata(*perintah: str) -> str:
        assert main([*perintah, "--data", str(folder)]) == 0
        return capsys.readouterr().out

    assert "2 foto belum terkirim." in kata("status")
    assert "Foto tidak ikut di dalam cadangan. 2 foto belum terkirim ke kota" in kata("cadangkan", cadangan)
    assert "Foto tidak ikut" not in kata("pulihkan", cadangan), "they are all still here"
    shutil.rmtree(folder / "foto")
    assert "2 foto yang belum terkirim ke kota tidak ada di komputer ini" in kata("pulihkan", cadangan)
    kata("sinkron")
    assert "2 foto tidak ada lagi di komputer ini" in kata("status")
    assert '"foto_belum_terkirim": 0, "foto_hilang": 2' in kata("status", "--json")


def test_a_sync_without_photos_writes_nothing_for_them(
    city: CityThread, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every further transaction costs an office's disk a flush."""
    a = daftarkan(office("a"), city)
    a.sync()
    dunia.isi_rt(a, 1)
    siapa: list[str] = []
    asli = Store.local

    def local(self: Store, work: Any) -> Any:
        siapa.append(sys._getframe(1).f_globals["__name__"])
        return asli(self, work)

    monkeypatch.setattr(Store, "local", local)
    assert a.sync().sent == 3
    assert not [nama for nama in siapa if "photo" in nama]
    isi_album(a, 1)
    a.sync()
    assert [nama for nama in siapa if "photo" in nama], "the watch sees nothing"
