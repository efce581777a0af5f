"""Marks, pictures and certificates for tests of the certificates."""

from __future__ import annotations

import io

from PIL import Image

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.bimtek import sertifikat, sertifikat_ops
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit.bimtek_contoh import Contoh


def hadir(store: Store, acara: Contoh, *, lewat: int = 6, tanda: str = "hadir", sesi_id: str = "") -> list[str]:
    """Mark all but the last ``lewat`` posts; returns the posts marked."""
    semua = store.reader().execute(
        """SELECT jabatan_id, lingkup, masa_id, orang_id, nama FROM bimtek_undangan WHERE kegiatan_id = ?
           ORDER BY lingkup, jabatan_id""",
        (acara.kegiatan_id,),
    ).fetchall()  # fmt: skip

    def work(tx: Tx) -> None:
        for jabatan_id, lingkup, masa_id, orang_id, nama in semua[: len(semua) - lewat]:
            isi: Fields = {
                "kegiatan_id": acara.kegiatan_id, "sesi_id": sesi_id or acara.sesi_id, "jabatan_id": jabatan_id,
                "masa_id": masa_id, "orang_id": orang_id, "nama": nama, "tanda": tanda, "cara": "pindai", "pukul": 1,
            }  # fmt: skip
            tx.insert("bimtek_hadir", isi, scope=lingkup)

    store.write("uji.hadir", work)
    return [str(row[0]) for row in semua[: len(semua) - lewat]]


def png(sisi: tuple[int, int] = (40, 48)) -> bytes:
    berkas = io.BytesIO()
    Image.new("RGB", sisi, (20, 90, 160)).save(berkas, "PNG")
    return berkas.getvalue()


def terbit(store: Store, acara: Contoh, syarat: str = "satu") -> tuple[int, int]:
    return sertifikat_ops.terbitkan(store, acara.kegiatan_id, syarat=syarat).value


def nomor(store: Store, acara: Contoh) -> list[str]:
    return [t.nomor for t in sertifikat.terbit(store.reader(), acara.kegiatan_id)]
