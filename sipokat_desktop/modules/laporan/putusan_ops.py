"""Acts of verification: the lurah's ya or tidak, the camat's from a kecamatan's computer, and the category."""

from __future__ import annotations

from collections.abc import Collection

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import many
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import baca, rules, text
from .model import CAMAT, LURAH, Dilewati, HasilPutusan
from .tulis import DIKIRIM_RT, TABEL, sidik

_BAGIAN = ("", "_catatan", "_hari", "_isi")
"""The columns of a verification, behind the name of who verifies."""
_TINDAKAN = {LURAH: "laporan.verifikasi", CAMAT: "laporan.camat"}


def boleh_verifikasi(kantor: str) -> str:
    """Return who verifies in the office of a scope: ``lurah``, ``camat``, or "" in the city's, which only reads."""
    if wilayah.adalah_kota(kantor):
        return ""
    return CAMAT if wilayah.adalah_kecamatan(kantor) else LURAH


def verifikasi(
    store: Store, ids: Collection[str], putusan: str, *, catatan: str = "", kategori: str = "", siapa: str = ""
) -> Done[HasilPutusan]:
    """Say ya or tidak (which needs a note) of reports as one act, for the lurah or the camat whose office this is;
    ``kategori`` is set with it where the lurah gives one.

    The camat's word follows the lurah's: reports without that, and those that are gone, are passed over and told.
    Raises InputSalah for a wrong word, a missing note, or where another office verifies.
    """
    nilai, kata = rules.putusan(putusan, catatan)
    golongan = rules.kategori(kategori) if kategori else ""
    hari = hari_ini(store).isoformat()
    oleh = _oleh(_kantor(store), siapa)
    if oleh == CAMAT and golongan:
        raise InputSalah("kategori", text.KATEGORI_LURAH)

    def work(tx: Tx) -> HasilPutusan:
        rows, foto = many.rows(tx.con, TABEL, ids), baca.kunci_foto(tx.con, ids)
        lewat = [Dilewati(id, text.TIDAK_ADA) for id in dict.fromkeys(ids) if id not in rows]
        ganti: dict[str, Fields] = {}
        for id, row in rows.items():
            if oleh == CAMAT and not row[LURAH]:
                lewat.append(Dilewati(id, text.TUNGGU_LURAH))
                continue
            baru = _baru(oleh, nilai, kata, sidik(row, foto.get(id, ())))
            if golongan:
                baru["kategori"] = golongan
            if any(row[nama] != isi for nama, isi in baru.items()):
                ganti[id] = baru | {f"{oleh}_hari": hari} | _menyusul(tx, oleh, row)
        many.update(tx, TABEL, ganti)
        return HasilPutusan(len(ganti), len(rows) - len(ganti) - _tunggu(lewat), tuple(lewat))

    return store.write(f"{_TINDAKAN[oleh]}_{nilai}", work)


def tarik_putusan(store: Store, ids: Collection[str], *, siapa: str = "") -> Done[int]:
    """Take the word of the lurah or the camat back from reports, as one act; returns from how many.

    Raises InputSalah where another office verifies.
    """
    oleh = _oleh(_kantor(store), siapa)
    kosong: Fields = {f"{oleh}{bagian}": None for bagian in _BAGIAN}

    def work(tx: Tx) -> int:
        rows = many.rows(tx.con, TABEL, ids)
        ganti = {id: kosong for id, row in rows.items() if any(row[nama] is not None for nama in kosong)}
        many.update(tx, TABEL, ganti)
        return len(ganti)

    return store.write("laporan.tarik_putusan" if oleh == LURAH else "laporan.camat_tarik", work)


def kategori(store: Store, ids: Collection[str], nilai: str) -> Done[int]:
    """Class reports as *kinerja* or *biasa*, as one act; returns how many were of the other category."""
    baru = rules.kategori(nilai)

    def work(tx: Tx) -> int:
        rows = many.rows(tx.con, TABEL, ids)
        ganti: dict[str, Fields] = {id: {"kategori": baru} for id, row in rows.items() if row["kategori"] != baru}
        many.update(tx, TABEL, ganti)
        return len(ganti)

    return store.write("laporan.kategori", work)


def _kantor(store: Store) -> str:
    from sipokat_desktop.storage import office

    return office.own(store)


def _oleh(kantor: str, siapa: str) -> str:
    """Return who verifies; raise InputSalah in an office that does not, or where another one is meant."""
    oleh = boleh_verifikasi(kantor)
    if not oleh:
        raise InputSalah("", text.KOTA_MEMBACA)
    if siapa and siapa != oleh:
        raise InputSalah("", text.CAMAT_DI_KECAMATAN if siapa == CAMAT else text.LURAH_DI_KELURAHAN)
    return oleh


def _baru(oleh: str, nilai: str, kata: str | None, isi: str) -> Fields:
    return {oleh: nilai, f"{oleh}_catatan": kata, f"{oleh}_isi": isi}


def _menyusul(tx: Tx, oleh: str, row: Fields) -> Fields:
    """Return who headed the RT on the day, as the roster knows it by now; who sent a report himself stays named."""
    satu = baca.jabatan(tx.con, str(row["jabatan_id"])) if oleh == LURAH else None
    siapa = baca.ketua(tx.con, satu, str(row["tanggal"])) if satu else None
    if not siapa or not siapa.masa_id:
        return {}
    ikut: Fields = {} if row["asal"] == DIKIRIM_RT else {"pelapor": siapa.nama}
    return {"masa_id": siapa.masa_id, **ikut}


def _tunggu(lewat: Collection[Dilewati]) -> int:
    return sum(satu.kalimat == text.TUNGGU_LURAH for satu in lewat)
