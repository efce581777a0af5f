"""Designing certificates and issuing them: a head has one number for an event, whichever computer gives it."""

from __future__ import annotations

import base64
from collections.abc import Collection, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sipokat_desktop.imaging import embedded
from sipokat_desktop.importing.sheet import Maju, diam
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import bulk, many
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import kegiatan as acara
from . import rules, sertifikat
from . import text_sertifikat as text
from .model import Lingkup
from .sertifikat import SATU, TABEL, TERBIT, Calon, Rancangan, Tanda, id_rancangan, id_terbit, rancangan, tulis_nomor

_PANJANG = {"judul": 60, "kalimat": 400, "nomor": 80}
BATAS_KB = {"logo": 60, "latar": 200}
"""The largest pictures: a design travels with its office's data."""
_KOLOM = frozenset(
    {"judul", "kalimat", "nomor", "warna", "balik"}
    | {f"{sisi}_{apa}" for sisi in ("kiri", "kanan") for apa in ("jabatan", "nama", "nip")}
)


class HasilTerbit(NamedTuple):
    """What issuing did: how many certificates are new, how many people had one."""

    baru: int
    sudah: int

    @property
    def kalimat(self) -> str:
        """The act in one sentence."""
        return (text.HASIL_SUDAH if self.sudah else text.HASIL).format(baru=self.baru, sudah=self.sudah)


def simpan_rancangan(store: Store, lingkup: str, isi: Mapping[str, str]) -> Done[str]:
    """Set fields of an office's design (texts; "" is what the program brings); returns its id.

    Raises InputSalah for a filler that is none, a number without its running number, a colour that is none.
    """
    fields = {nama: _isian(nama, nilai) for nama, nilai in isi.items()}
    return store.write("bimtek.rancangan", lambda tx: _tulis(tx, lingkup, fields))


def andai(dasar: Rancangan, isi: Mapping[str, str]) -> Rancangan:
    """Return a design as it would be with these fields; raises InputSalah as :func:`simpan_rancangan` does."""
    jadi = {nama: _isian(nama, nilai) or "" for nama, nilai in isi.items()}

    def kata(nama: str, lama: str) -> str:
        return str(jadi.get(nama, lama))

    def tanda(arah: str, lama: Tanda) -> Tanda:
        return Tanda(*(kata(f"{arah}_{apa}", nilai) for apa, nilai in zip(Tanda._fields, lama, strict=True)))

    bawaan = Rancangan(dasar.lingkup)
    return dasar._replace(
        judul=kata("judul", dasar.judul) or bawaan.judul, kalimat=kata("kalimat", dasar.kalimat) or bawaan.kalimat,
        nomor=kata("nomor", dasar.nomor) or bawaan.nomor, warna=kata("warna", dasar.warna) or bawaan.warna,
        balik=bool(jadi.get("balik", dasar.balik)), kiri=tanda("kiri", dasar.kiri), kanan=tanda("kanan", dasar.kanan),
    )  # fmt: skip


def pasang_gambar(store: Store, lingkup: str, apa: str, isi: bytes | None) -> Done[str]:
    """Set the ``logo`` or the background (``latar``) of a design, None takes it off; returns the id of the design.

    Raises InputSalah for what is no JPEG or PNG, or too large.
    """
    if isi is not None:
        periksa_gambar(apa, isi)
    fields: Fields = {apa: base64.b64encode(isi).decode() if isi else None}
    return store.write("bimtek.gambar", lambda tx: _tulis(tx, lingkup, fields))


def periksa_gambar(apa: str, isi: bytes) -> None:
    """Raise InputSalah (field ``apa``) for what is no JPEG or PNG of a bearable size."""
    if len(isi) > BATAS_KB[apa] * 1024:
        raise InputSalah(apa, text.GAMBAR_BESAR.format(kb=-(-len(isi) // 1024), batas=BATAS_KB[apa]))
    if not embedded.whole(isi):
        raise InputSalah(apa, text.GAMBAR_SALAH)


def terbitkan(
    store: Store, kegiatan_id: str, *, lingkup: Lingkup = "", syarat: str = SATU, hari: date | None = None,
    maju: Maju = diam,
) -> Done[HasilTerbit]:  # fmt: skip
    """Give a certificate to everybody who came (see :func:`.sertifikat.calon_terbit`) and has none, dated ``hari``
    (None: the last day of the event). Two computers that issue without a connection give the same numbers.

    Raises InputSalah when nobody came, or another office issues the certificates of the event.
    """
    kini = hari_ini(store)

    def work(tx: Tx) -> HasilTerbit:
        k = acara.satu_kegiatan(tx.con, kegiatan_id)
        _boleh(tx, k.lingkup)
        tanggal = hari or (date.fromisoformat(k.sampai) if k.sampai else kini)
        sudah = len(sertifikat.terbit(tx.con, kegiatan_id, lingkup=lingkup))
        calon = sertifikat.calon_terbit(tx.con, kegiatan_id, lingkup=lingkup, syarat=syarat)
        if not calon and not sudah:
            raise InputSalah("kegiatan", text.TAK_ADA)
        _terbit(tx, kegiatan_id, calon, rancangan(tx.con, k.lingkup), tanggal, maju)
        return HasilTerbit(len(calon), sudah)

    return store.write("bimtek.terbit", work)


def tarik(store: Store, terbit_ids: Collection[str]) -> Done[int]:
    """Withdraw certificates; a head who gets one again has the number he had. Returns how many there were."""

    def work(tx: Tx) -> int:
        rows = many.rows(tx.con, TERBIT, terbit_ids)
        for kegiatan_id in {str(row["kegiatan_id"]) for row in rows.values()}:
            _boleh(tx, acara.satu_kegiatan(tx.con, kegiatan_id).lingkup)
        many.delete(tx, TERBIT, list(rows))
        return len(rows)

    return store.write("bimtek.tarik_sertifikat", work)


def _boleh(tx: Tx, milik: str) -> None:
    if tx.own and tx.own != milik and not rules.boleh_mengundang(milik, tx.own):
        raise InputSalah("kegiatan", text.KANTOR_LAIN.format(kantor=rules.nama_penyelenggara(milik)))


def _isian(nama: str, nilai: str) -> str | int | None:
    """Return a field as it is stored; raises InputSalah."""
    if nama not in _KOLOM:
        raise InputSalah(nama, text.ISIAN_ASING.format(nama=nama))
    rapi = " ".join(nilai.split())
    if nama == "balik":
        return int(rapi not in ("", "0"))
    if not rapi:
        return None
    batas = _PANJANG.get(nama, 100)
    if len(rapi) > batas:
        raise InputSalah(nama, text.PANJANG.format(n=batas, ada=len(rapi)))
    if nama == "warna" and rapi not in text.WARNA:
        raise InputSalah(nama, text.WARNA_SALAH.format(warna=rapi, pilihan=", ".join(text.WARNA)))
    if nama in ("kalimat", "nomor"):
        sertifikat.periksa_pengisi(nama, rapi, text.PENGISI if nama == "kalimat" else text.NOMOR_PENGISI)
    if nama == "nomor" and "{urut}" not in rapi:
        raise InputSalah(nama, text.URUT_WAJIB.format(urut="{urut}"))
    return rapi


def _tulis(tx: Tx, lingkup: str, fields: Fields) -> str:
    id = id_rancangan(lingkup)
    if tx.has(TABEL, id):
        tx.update(TABEL, id, fields)
    else:
        tx.insert(TABEL, fields, scope=lingkup, row_id=id)
    return id


def _terbit(tx: Tx, kegiatan_id: str, calon: list[Calon], bentuk: Rancangan, hari: date, maju: Maju) -> None:
    gone, jadi = bulk.deleted(tx, TERBIT), 0
    for lingkup, semua in groupby(calon, key=lambda c: c.lingkup):
        rows = [(id_terbit(kegiatan_id, c.jabatan_id, c.masa_id), _baris(kegiatan_id, c, bentuk, hari)) for c in semua]
        bulk.insert_many(tx, TERBIT, rows, scope=lingkup, told=lambda _n: None, gone=gone)
        jadi += len(rows)
        maju(jadi, len(calon))


def _baris(kegiatan_id: str, c: Calon, bentuk: Rancangan, hari: date) -> Fields:
    nomor = tulis_nomor(bentuk.nomor, sertifikat.urut(kegiatan_id, c), hari)
    return {
        "kegiatan_id": kegiatan_id, "jabatan_id": c.jabatan_id, "masa_id": c.masa_id or None,
        "orang_id": c.orang_id or None, "nama": c.nama, "nomor": nomor, "tanggal": hari.isoformat(),
    }  # fmt: skip
