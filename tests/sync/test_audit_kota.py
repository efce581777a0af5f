"""Audit packs after a sync: what another PC recorded is proved by the city's row, what this one did by its op too."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import audit, ops
from tests.kota import City
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron


def _pembayaran(path: Path) -> list[dict[str, str]]:
    with zipfile.ZipFile(path) as arsip:
        teks = arsip.read("01_pembayaran.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(teks), delimiter=";"))


def test_both_computers_give_packs_that_agree(city: City, office: Buka, tmp_path: Path) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    city.set_tarif(550_000, mulai="2025-01")
    sinkron(satu)
    isi_rt(satu, 1, 2)
    nomor = ops.susun(satu.store, KELURAHAN, periode.baca("2026-TW1")).value
    ops.kunci(satu.store, nomor, lurah="Lurah", alasan="uji")
    ops.terima(satu.store, nomor, hanya=[1], hari=date(2026, 4, 2))
    sinkron(satu)
    sinkron(dua)
    ops.terima(dua.store, nomor, hari=date(2026, 4, 3))
    sinkron(dua)
    sinkron(satu)
    hasil = []
    for nama, pc in (("a", satu), ("b", dua)):
        path = tmp_path / f"{nama}.zip"
        paket = audit.simpan_paket(pc.store, KELURAHAN, "2026-TW1", path)
        periksa = audit.periksa_paket(path, sidik=paket.sidik)
        assert periksa.baik, periksa.temuan
        rows = _pembayaran(path)
        assert len(rows) == 6
        assert sorted({r["asal"].partition(" ")[0] for r in rows}) == ["komputer", "kota"]
        assert all(r["sidik_baris_kota"] for r in rows)
        hasil.append({r["entri"]: (r["jumlah"], r["bulan"], r["tanggal_bayar"], r["op_id"]) for r in rows})
    assert hasil[0] == hasil[1]
