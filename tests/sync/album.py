"""Offices with photos for the sync tests: rows that name photos, what the city holds, and what must hold of both."""

from __future__ import annotations

from sqlalchemy import select

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.storage import photos, shelf
from sync.server.reach import ALL_SCOPES
from sync.server.schema import PHOTO
from tests.gambar import foto
from tests.kota import City
from tests.sync.dunia import KELURAHAN


def tempel(office: Office, isi: bytes, *, laporan: str = "laporan", lingkup: str = KELURAHAN) -> str:
    """Add a photo to a report, as the module does; returns its key."""
    kunci = photos.keep(office.store, isi)
    fields: Fields = {"laporan_id": laporan, "kunci": kunci, "ukuran": len(isi)}
    baris = derived_id("laporan_foto", laporan, kunci)
    office.store.write("laporan.foto", lambda tx: tx.insert("laporan_foto", fields, scope=lingkup, row_id=baris))
    return kunci


def isi_album(office: Office, *ke: int, sisi: int = 320) -> list[str]:
    """Add photos to reports; returns their keys."""
    return [tempel(office, foto(satu, sisi=sisi), laporan=f"laporan {satu}") for satu in ke]


def di_kota(city: City, scope: str = KELURAHAN) -> dict[str, int]:
    """The photos that the city says an office has sent: bytes by key."""
    with city.db.read(ALL_SCOPES) as con:
        return {r.key: r.bytes for r in con.execute(select(PHOTO).where(PHOTO.c.scope == scope))}


def berkas_kota(city: City) -> set[str]:
    """The keys of the whole photos on the city's disk; asserts that each is what its name says."""
    berkas = [p for p in city.foto.glob("??/*") if not p.name.startswith(".")]
    for satu in berkas:
        assert shelf.key_of(satu.read_bytes()) == satu.stem, "a photo at the city is not the one that was sent"
    return {satu.stem for satu in berkas}


def periksa_album(city: City, kunci: list[str], *offices: Office) -> None:
    """Assert that all photos arrived, once, unchanged, and that nobody waits for any."""
    assert berkas_kota(city) == set(kunci)
    assert set(di_kota(city)) == set(kunci)
    for office in offices:
        status = office.status()
        assert (status.waiting, status.photos, status.photos_gone) == (0, 0, 0)
        for satu in kunci:
            isi = photos.read(office.store, satu)
            assert isi is not None
            assert shelf.key_of(isi) == satu
    assert not [p for p in city.foto.glob(".masuk/*/*")], "an unfinished photo is left over"


def lewat(office: Office, url: str) -> Office:
    """Let an office reach the city by another line."""
    office.store.save_identity(office.store.identity._replace(server=url))
    return office
