"""Acts on incidents: broken, lost, repaired, found again, and a unit replaced by another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import queries, rantai, rules, text
from .model import Kejadian
from .serah_ops import isi_serah
from .tulis import Keadaan, catat, keadaan, nomor_bast, penerima
from .unit_ops import ada

_BURUK = {"rusak": "rusak_ringan", "hilang": "hilang"}
"""The condition after an incident when nobody said."""
_PULIH = {"diperbaiki": "rusak", "ditemukan": "hilang"}
"""What closes what."""
_UBAH = ("uraian", "tindak_lanjut", "polisi_nomor", "polisi_tanggal", "selesai")


def kejadian(store: Store, unit_id: str, isian: Mapping[str, str]) -> Done[str]:
    """Record that a unit broke, was lost, repaired or found, with the condition that follows; returns the id.
    That can be done while it is not decided who holds it: the incident then names nobody.

    Inputs: ``jenis``, ``uraian``, ``tanggal`` (today), ``kondisi``, ``polisi_nomor``, ``polisi_tanggal``,
    ``tindak_lanjut``. *diperbaiki* and *ditemukan* close the open incidents of their kind. Raises InputSalah.
    """
    kini = hari_ini(store)
    jenis = rules.pilihan(isian.get("jenis", ""), "kejadian", "jenis")
    if not jenis:
        raise InputSalah("jenis", text.KEJADIAN_JENIS)
    isi = _isi(isian, kini) | {"jenis": jenis, "tanggal": rules.hari(isian.get("tanggal", ""), kini)}
    if not isi.get("uraian"):
        raise InputSalah("uraian", text.URAIAN_KOSONG)
    _polisi(isi)
    kondisi = rules.pilihan(isian.get("kondisi", ""), "kondisi")

    def work(tx: Tx) -> str:
        k = Keadaan(ada(tx, unit_id), rantai.posisi_unit(tx.con, unit_id).kini)
        terbuka = queries.kejadian_terbuka(tx.con, unit_id)
        _boleh(k, jenis, terbuka)
        sesudah = _kondisi(jenis, kondisi)
        tx.update("ponsel_unit", unit_id, {"kondisi": sesudah})
        for lama in terbuka:
            if lama.jenis == _PULIH.get(jenis):
                tx.update("ponsel_kejadian", lama.kejadian_id, {"selesai": max(str(isi["tanggal"]), lama.tanggal)})
        siapa: Fields = {"masa_id": k.kini.masa_id, "nama": k.kini.nama} if k.kini and k.pemegang else {}
        baru: Fields = {"unit_id": unit_id, "kondisi": sesudah, **isi, **siapa}
        return tx.insert("ponsel_kejadian", baru, scope=str(k.unit["lingkup"]))

    return store.write("ponsel.kejadian", work)


def ubah_kejadian(store: Store, kejadian_id: str, isian: Mapping[str, str]) -> Changes:
    """Fill in what became of an incident: police letter, follow-up, day on which it was closed. Raises InputSalah."""
    kini = hari_ini(store)
    isi = {nama: nilai for nama, nilai in _isi(isian, kini).items() if nama in isian}
    if "uraian" in isi and not isi["uraian"]:
        raise InputSalah("uraian", text.URAIAN_KOSONG)

    def work(tx: Tx) -> None:
        lama = _ada(tx, kejadian_id)
        jadi = lama._asdict() | isi
        _polisi(jadi)
        if jadi["selesai"] and str(jadi["selesai"]) < lama.tanggal:
            raise InputSalah("selesai", text.SELESAI_AWAL)
        tx.update("ponsel_kejadian", kejadian_id, isi)

    return store.write("ponsel.ubah_kejadian", work).changes


def ganti_unit(store: Store, kejadian_id: str, pengganti_id: str, isian: Mapping[str, str]) -> Done[list[str]]:
    """Replace a broken or lost unit by one of the office, as one act; returns the hand-overs' ids, old and new.

    A broken unit comes back to the office, a lost one is withdrawn; the same head receives the other one, and the
    incident is closed with it. Inputs: ``tanggal`` (today), ``kondisi`` and ``kelengkapan`` of the new unit.
    """
    isi = isi_serah(isian, hari_ini(store))
    hari = str(isi["tanggal"])

    def work(tx: Tx) -> list[str]:
        k = _ada(tx, kejadian_id)
        if k.selesai or k.jenis not in _BURUK:
            raise InputSalah("", text.SUDAH_SELESAI)
        lama, baru = keadaan(tx, k.unit_id), keadaan(tx, pengganti_id)
        _boleh_ganti(lama, baru, k, hari)
        kepada = penerima(tx, lama.pemegang, hari, str(baru.unit["lingkup"]))
        nomor = nomor_bast(tx, hari)
        jenis = text.KODE["kejadian"][k.jenis]
        alasan = text.DIGANTI.format(jenis=jenis, sebutan=baru.nama)
        keluar = catat(
            tx, lama, "tarik" if k.jenis == "hilang" else "kembali", hari=hari, nomor=nomor, lain={"alasan": alasan}
        )
        lain: Fields = {nama: isi[nama] for nama in ("kondisi", "kelengkapan", "penerima", "surat_kuasa")}
        masuk = catat(
            tx,
            baru,
            "serah",
            hari=hari,
            nomor=nomor_bast(tx, hari),
            kepada=kepada,
            lain=lain | {"alasan": text.MENGGANTI.format(sebutan=lama.nama, jenis=jenis)},
        )
        tx.update("ponsel_kejadian", kejadian_id, {"pengganti_id": pengganti_id, "selesai": hari})
        return [keluar, masuk]

    return store.write("ponsel.ganti_unit", work)


def _isi(isian: Mapping[str, str], kini: date) -> Fields:
    isi: Fields = {nama: teks(isian.get(nama, ""), nama) for nama in ("uraian", "tindak_lanjut")}
    isi["polisi_nomor"] = teks(isian.get("polisi_nomor", ""), "polisi_nomor", panjang=80)
    for nama in ("polisi_tanggal", "selesai"):
        isi[nama] = rules.hari(isian.get(nama, ""), kini, nama, bawaan=False)
    return isi


def _polisi(isi: Mapping[str, object]) -> None:
    """Refuse a police letter without its day, a day without its number, and one from before the incident."""
    nomor, hari = isi.get("polisi_nomor"), isi.get("polisi_tanggal")
    if nomor and not hari:
        raise InputSalah("polisi_tanggal", text.POLISI_TANGGAL)
    if hari and not nomor:
        raise InputSalah("polisi_nomor", text.POLISI_NOMOR)
    if hari and str(hari) < str(isi["tanggal"]):
        raise InputSalah("polisi_tanggal", text.POLISI_AWAL)


def _kondisi(jenis: str, kondisi: str | None) -> str:
    """Return the condition that follows: what was said where it fits the incident, else the usual one."""
    if jenis == "rusak" and kondisi in ("rusak_ringan", "rusak_berat"):
        return kondisi
    if jenis in _PULIH and kondisi != "hilang":
        return kondisi or "baik"
    if kondisi and kondisi != _BURUK.get(jenis):
        raise InputSalah("kondisi", text.KONDISI_TAK_SESUAI.format(jenis=text.KODE["kejadian"][jenis]))
    return _BURUK[jenis]


def _boleh(k: Keadaan, jenis: str, terbuka: list[Kejadian]) -> None:
    kondisi = str(k.unit["kondisi"] or "")
    hilang = any(satu.jenis == "hilang" for satu in terbuka)
    if hilang if jenis == "hilang" else jenis in ("rusak", "diperbaiki") and kondisi == "hilang":
        raise InputSalah("jenis", text.SUDAH_HILANG.format(sebutan=k.nama))
    if jenis == "ditemukan" and kondisi != "hilang" and not hilang:
        raise InputSalah("jenis", text.TIDAK_HILANG.format(sebutan=k.nama))
    rusak = kondisi.startswith("rusak") or any(satu.jenis == "rusak" for satu in terbuka)
    if jenis == "diperbaiki" and not rusak:
        raise InputSalah("jenis", text.TIDAK_RUSAK.format(sebutan=k.nama))


def _boleh_ganti(lama: Keadaan, baru: Keadaan, k: Kejadian, hari: str) -> None:
    if lama.unit["id"] == baru.unit["id"]:
        raise InputSalah("pengganti_id", text.PENGGANTI_SENDIRI)
    if not lama.pemegang:
        raise InputSalah("", text.TANPA_PEMEGANG)
    if baru.pemegang and baru.kini:
        raise InputSalah("pengganti_id", text.PENGGANTI_DIPEGANG.format(sebutan=baru.nama, nama=baru.kini.nama))
    if baru.unit["kondisi"] == "hilang":
        raise InputSalah("pengganti_id", text.HILANG_DISERAHKAN.format(sebutan=baru.nama))
    if hari < k.tanggal:
        kata = (tanggal.panjang(date.fromisoformat(satu)) for satu in (hari, k.tanggal))
        raise InputSalah("tanggal", text.GANTI_AWAL.format(hari=next(kata), kejadian=next(kata)))


def _ada(tx: Tx, kejadian_id: str) -> Kejadian:
    satu = queries.kejadian(tx.con, kejadian_id)
    if satu is None:
        raise InputSalah("", text.KEJADIAN_TIDAK_ADA)
    return satu
