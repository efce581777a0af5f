"""The reader of each field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from . import sel, tanggal_sel, tempat_sel
from .sel import Pembaca


def semua(hari_ini: date) -> Mapping[str, Pembaca]:
    """Return how each field's cells are read on ``hari_ini``."""
    teks: dict[str, Pembaca] = {
        field: sel.kalimat(field, panjang)
        for field, panjang in {
            "tempat_lahir": 100, "alamat": 500, "ba_nomor": 100, "bank": 100, "atas_nama": 100, "batas": 500,
            "ukuran": 20, "golongan": 30, "rangkap": 100, "catatan": 500,
        }.items()
    }  # fmt: skip
    hari: dict[str, Pembaca] = {
        field: tanggal_sel.hari(field, hari_ini) for field in ("tanggal_lahir", "sk_tanggal", "tmt", "akhir_sk")
    }
    pilihan: dict[str, Pembaca] = {field: sel.pilihan(field) for field in ("jenis", "cara", "sk_penerbit")}
    return {
        **teks, **hari, **pilihan,
        "nomor": tempat_sel.nomor(), "rw": tempat_sel.rw(), "kelurahan": tempat_sel.kelurahan(),
        "nama": sel.nama, "nik": sel.nik, "hp": sel.hp, "kelamin": sel.kelamin,
        "kelamin_l": sel.silang("L"), "kelamin_p": sel.silang("P"), "ttl": tanggal_sel.ttl(hari_ini),
        "npwp": sel.nomor_rekening, "rekening": sel.nomor_rekening,
        "sk": tanggal_sel.sk(hari_ini), "sk_nomor": tanggal_sel.sk(hari_ini),
        "masa": tanggal_sel.masa(hari_ini),
        "jumlah_kk": sel.jumlah, "jiwa_l": sel.jumlah, "jiwa_p": sel.jumlah,
    }  # fmt: skip


TUJUAN = {"ttl": "tempat_lahir", "sk": "sk_nomor", "masa": "tmt", "kelamin_l": "kelamin", "kelamin_p": "kelamin"}
"""Fields of a sheet whose value belongs to another field of the store."""
