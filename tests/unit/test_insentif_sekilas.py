"""What Beranda says of the lists of a period is what the lists themselves say."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.modules.insentif import koreksi, ops, siklus
from sipokat_desktop.modules.insentif.daftar import semua_daftar
from sipokat_desktop.modules.insentif.sekilas import Sekilas, sekilas
from sipokat_desktop.storage.store import Store
from tests.unit import kantor


def _dari_daftar(store: Store) -> Sekilas:
    semua = semua_daftar(store.reader(), lingkup=kantor.KELURAHAN)
    berlaku = [d for d in semua if d.periode == kantor.TW1.kode and d.keadaan != "batal"]
    uang = (sum(d.diterima for d in berlaku), sum(d.dibayar for d in berlaku))
    return Sekilas(len(berlaku), *uang, any(d.keadaan == "draf" for d in berlaku))


def _sekilas(store: Store) -> Sekilas:
    found = sekilas(store.reader(), lingkup=kantor.KELURAHAN, periode=kantor.TW1.kode)
    assert found == _dari_daftar(store)
    return found


def test_beranda_says_what_the_lists_say_through_their_life(tmp_path: Path) -> None:
    with kantor.buka(tmp_path) as store:
        assert _sekilas(store) == (0, 0, 0, False)
        kantor.tarif(store, pajak=500)
        kantor.isi_rt(store, 3)
        nomor = kantor.susun(store)
        assert _sekilas(store).draf
        ops.kunci(store, nomor, lurah="Lurah")
        ops.terima(store, nomor, kecuali=(3,))
        sebelum = _sekilas(store)
        assert 0 < sebelum.dibayar < sebelum.diterima
        koreksi.koreksi(store, nomor, 3, menjadi={kantor.TW1.bulan[2]: 0}, alasan="Salah hitung")
        assert _sekilas(store).diterima < sebelum.diterima
        lain = kantor.susun(store)
        assert _sekilas(store).daftar == 2
        siklus.batal_daftar(store, lain, alasan="Salah buat")
        assert _sekilas(store).daftar == 1
