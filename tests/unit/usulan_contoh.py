"""An office with proposals for tests: five heads of RT, a lurah, drafts, duplicates, long texts."""

from __future__ import annotations

from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.usulan import ops
from sipokat_desktop.storage.store import Store

from .kantor import KELURAHAN, isi_rt

TAHUN = 2026
PANJANG = (
    "Siring sepanjang jalan sudah dangkal dan pinggirnya runtuh sehingga setiap hujan lebat air masuk ke rumah warga "
    "di kanan dan kiri jalan. Diusulkan digali ulang, dipasang batu kali pada kedua sisinya, dan diberi tutup beton "
    "di depan setiap jalan masuk, dengan saluran pembuangan menuju Sungai Kelingi. "
) * 3


def pos(store: Store) -> list[str]:
    """The ids of the posts of the office, by number."""
    return [str(row[0]) for row in store.reader().execute("SELECT id FROM rt_jabatan ORDER BY nomor")]


def isian(judul: str, jabatan_id: str = "", **lain: str) -> dict[str, str]:
    """What a clerk types of a proposal of the year."""
    return {"kategori": "drainase", "judul": judul, "tahun": str(TAHUN), "jabatan_id": jabatan_id} | lain


def usulkan(store: Store, judul: str, jabatan_id: str = "", **lain: str) -> str:
    """Record a proposal, return its id."""
    return ops.buat(store, KELURAHAN, isian(judul, jabatan_id, **lain)).value


def kantor(store: Store, jumlah: int = 5) -> list[str]:
    """Fill a store with heads of RT and a lurah; returns the ids of the posts."""
    isi_rt(store, jumlah)
    rt.set_pejabat(store, KELURAHAN, "lurah", {"nama": "Dra. Hj. Yunita Sari", "nip": "19780212 200312 2 004"})
    return pos(store)


def penuh(store: Store) -> list[str]:
    """An office with seven proposals in several states, two of them merged; returns their ids."""
    rt_ = kantor(store)
    banyak = {"volume": "1.250,5", "satuan": "m", "biaya": "185.000.000", "kk": "64", "prioritas": "1"}
    ids = [
        usulkan(store, "Perbaikan siring Jalan Kenanga", rt_[0], lokasi="Jalan Kenanga RT 01", uraian=PANJANG[:990],
                manfaat="Tidak banjir lagi saat hujan", opd="Dinas PUPR", tanggal="5/1/2026", **banyak),
        usulkan(store, "Siring Jl. Kenanga diperbaiki", rt_[1], lokasi="Jalan Kenanga", kk="41", tanggal="6/1/2026"),
        usulkan(store, "Lampu jalan Gang Melati", rt_[2], kategori="pju", lokasi="Gang Melati", volume="6",
                satuan="titik", biaya="24.000.000", kk="53", opd="Dinas Perhubungan", prioritas="2",
                tanggal="7/1/2026"),
        usulkan(store, "Pos ronda RT 04", rt_[3], kategori="pos_ronda", lokasi="Simpang tiga dekat musala",
                volume="1", satuan="unit", kk="38", prioritas="3", tanggal="7/1/2026"),
        usulkan(store, "Rehabilitasi kantor lurah", kategori="kantor", biaya="310.000.000", opd="Dinas Perkim",
                prioritas="4", tanggal="8/1/2026"),
        usulkan(store, "Jalan setapak Gang Delima", rt_[4], kategori="jalan", lokasi="Gang Delima",
                volume="85", satuan="m", biaya="42.500.000", tanggal="8/1/2026"),
    ]  # fmt: skip
    ops.gabungkan(store, ids[0], [ids[1]])
    ops.set_status(store, [*ids[:3], ids[4]], {"status": "lurah", "tanggal": "12/1/2026"})
    ops.set_status(
        store, [ids[0], ids[2]], {"status": "musrenbang_kel", "tanggal": "3/2/2026", "dokumen": "BA-05/MUS/2026"}
    )
    ops.set_status(store, [ids[3]], {"status": "ditunda", "tanggal": "3/2/2026", "alasan": "tanahnya belum dihibahkan"})
    ops.set_status(store, [ids[5]], {"status": "ditolak", "tanggal": "3/2/2026", "alasan": "sudah dikerjakan PNPM"})
    return ids
