"""Invitations that two PCs work on without seeing each other: nothing waits per person, an event is one question."""

from __future__ import annotations

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, ops, queries, terhapus
from sipokat_desktop.modules.bimtek.model import Undangan
from sipokat_desktop.modules.rt import ganti, hapus
from sipokat_desktop.storage import deciding, trash
from tests.kota import CityThread
from tests.sync.dunia import jenis
from tests.sync.test_bimtek_undangan import HARI, KEL, Masuk, kota, masuk, sinkron
from tests.unit import bimtek_contoh as contoh

__all__ = ["kota", "masuk"]
SORE = contoh.SESI | {"judul": "Sore", "tanggal": "2017-11-21"}
SISA = "SELECT (SELECT count(*) FROM bimtek_sesi), (SELECT count(*) FROM bimtek_notulen)"


def diundang(office: Office, c: contoh.Contoh) -> list[Undangan]:
    return queries.undangan(office.store.reader(), c.kegiatan_id, hari=HARI)


def undang(office: Office, c: contoh.Contoh) -> None:
    ops.undang(office.store, c.kegiatan_id, lingkup=KEL)


def tarik(office: Office, c: contoh.Contoh, *ke: int) -> None:
    ids = [u.undangan_id for u in diundang(office, c)]
    ops.tarik(office.store, [ids[satu] for satu in ke])


def tiga_pc(masuk: Masuk, kota: CityThread) -> tuple[Office, Office, Office, contoh.Contoh]:
    """Two PCs of the city's office and one of a kelurahan, which know of an event."""
    satu, dua, lurah = masuk("kota"), masuk("kota"), masuk(KEL)
    c = contoh.kegiatan(satu.store)
    sinkron(kota, satu, dua, lurah)
    return satu, dua, lurah, c


def test_withdrawn_here_invited_there_unseen(kota: CityThread, masuk: Masuk) -> None:
    """Whichever of the two is online first: the withdrawal holds, until somebody who sees it invites again."""
    satu, dua, lurah, c = tiga_pc(masuk, kota)
    lain = contoh.kegiatan(dua.store, nama="Kegiatan lain")
    sinkron(kota, dua, satu)
    for sini, sana, acara in ((satu, dua, c), (dua, satu, lain)):
        undang(sini, acara)
        tarik(sini, acara, 0, 1, 2)
        undang(sana, acara)
    sinkron(kota, dua, satu, lurah)
    assert [len(diundang(o, acara)) for o in (satu, dua, lurah) for acara in (c, lain)] == [5] * 6
    assert [jenis(o) for o in (satu, dua, lurah)] == [[], [], []]
    undang(satu, c)
    undang(satu, lain)
    sinkron(kota, satu, dua, lurah)
    assert [len(diundang(o, acara)) for o in (satu, dua, lurah) for acara in (c, lain)] == [8] * 6


def test_crossing_changes_of_one_invitation(kota: CityThread, masuk: Masuk) -> None:
    """Withdrawn here; there brought up to date (RT 01), withdrawn too (RT 02), and invited again (RT 03), later."""
    satu, dua, lurah, c = tiga_pc(masuk, kota)
    undang(satu, c)
    akhir = {"akhir_nyata": "2017-11-01", "alasan_akhir": "pindah", "nama": "Ketua Baru", "sk_nomor": "9"}
    ganti.ganti(lurah.store, diundang(satu, c)[0].jabatan_id, akhir)
    sinkron(kota, satu, lurah, dua)
    tarik(satu, c, 0, 1, 2)
    assert len(ops.segarkan(dua.store, c.kegiatan_id).value.diubah) == 1
    tarik(dua, c, 1, 2)
    ops.undang(dua.store, c.kegiatan_id, jabatan_ids=[contoh.posts(dua.store, KEL)[2]])
    sinkron(kota, dua, satu, lurah)
    assert [[u.nomor for u in diundang(o, c)][:2] for o in (satu, dua, lurah)] == [["03", "04"]] * 3
    assert diundang(satu, c) == diundang(dua, c)
    assert [jenis(o) for o in (satu, dua, lurah)] == [[], [], []]


def bekerja(office: Office, c: contoh.Contoh) -> None:
    """Invite, add a session and write its minutes."""
    undang(office, c)
    sore = ops.simpan_sesi(office.store, c.kegiatan_id, SORE).value
    ops.simpan_notulen(office.store, sore, {"kesimpulan": "Baik"})


def test_an_event_deleted_here_and_worked_on_there(kota: CityThread, masuk: Masuk) -> None:
    """One question for the office that holds it, none for the kelurahan; what is let go is in nobody's way."""
    satu, dua, lurah, c = tiga_pc(masuk, kota)
    ops.hapus_kegiatan(satu.store, c.kegiatan_id)
    bekerja(dua, c)
    sinkron(kota, satu, dua, lurah)
    assert [jenis(o) for o in (satu, dua, lurah)] == [["Kegiatan terhapus"], ["Kegiatan terhapus"], []]
    (hal,) = dua.status().decisions
    assert hal.kalimat.endswith("dihapus di satu komputer, tetapi di komputer lain sudah ada 1 sesi dan 8 undangan.")
    deciding.settle(dua.store, hal, terhapus.LEPAS, {})
    sinkron(kota, dua, satu, lurah)
    assert [jenis(o) for o in (satu, dua, lurah)] == [[], [], []]
    assert [tuple(o.store.reader().execute(SISA).fetchone()) for o in (satu, dua)] == [(0, 0)] * 2
    hapus.hapus_jabatan(lurah.store, contoh.posts(lurah.store, KEL)[0])
    trash.pulihkan(satu.store, next(b for b in trash.daftar(satu.store) if b.act == "bimtek.hapus"))
    sinkron(kota, lurah, satu, dua)
    (k,) = queries.kegiatan(dua.store.reader())
    assert (k.diundang, k.sesi) == (7, 1)


def test_the_event_comes_back_with_what_was_done_unseen(kota: CityThread, masuk: Masuk) -> None:
    """Invitations that both knew are no question: they go with the event, whatever the other PC wrote on them."""
    satu, dua, lurah, c = tiga_pc(masuk, kota)
    undang(satu, c)
    sinkron(kota, satu, dua, lurah)
    tarik(satu, c, 0)
    ops.hapus_kegiatan(satu.store, c.kegiatan_id)
    bekerja(dua, c)
    sinkron(kota, satu, dua, lurah)
    (hal,) = satu.status().decisions
    assert hal.kalimat.endswith("sudah ada 1 sesi.")
    deciding.settle(satu.store, hal, terhapus.KEMBALI, {})
    sinkron(kota, satu, dua, lurah)
    assert [jenis(o) for o in (satu, dua, lurah)] == [[], [], []]
    assert [len(diundang(o, c)) for o in (satu, dua, lurah)] == [7, 7, 7]
    assert queries.satu_kegiatan(dua.store.reader(), c.kegiatan_id).sesi == 2


def test_an_rt_deleted_here_and_recorded_there(kota: CityThread, masuk: Masuk) -> None:
    """Its kelurahan brings it back, or the office of the event takes back what was recorded."""
    satu, dua, lurah, c = tiga_pc(masuk, kota)
    hapus_, lain = contoh.posts(lurah.store, KEL)[:2]
    for post in (hapus_, lain):
        hapus.hapus_jabatan(lurah.store, post)
    undang(satu, c)
    hadir_ops.catat_banyak(dua.store, c.sesi_id, [hapus_, lain], tetap=True)
    sinkron(kota, satu, dua, lurah)
    assert [jenis(o) for o in (satu, dua, lurah)] == [["RT terhapus"] * 2] * 3
    hal, kedua = lurah.status().decisions
    assert hal.kalimat == (
        "RT 01 Air Kuti dihapus di satu komputer, tetapi di komputer lain sudah ada 1 catatan hadir dan 1 undangan."
    )
    with pytest.raises(InputSalah, match="Bagian Tata Pemerintahan"):
        deciding.settle(lurah.store, hal, terhapus.LEPAS, {})
    deciding.settle(lurah.store, hal, terhapus.KEMBALI, {})
    deciding.settle(satu.store, kedua, terhapus.LEPAS, {})
    sinkron(kota, lurah, satu, dua)
    assert [jenis(o) for o in (satu, dua, lurah)] == [[], [], []]
    con = dua.store.reader()
    assert [b.orang.nomor for b in queries.daftar(con, c.sesi_id) if b.keadaan.tercatat] == ["01"]
    assert (len(diundang(dua, c)), queries.angka_sesi(con, c.sesi_id).datang) == (7, 1)


def test_minutes_of_a_session_deleted_elsewhere(kota: CityThread, masuk: Masuk) -> None:
    satu, dua, lurah, c = tiga_pc(masuk, kota)
    ops.hapus_sesi(satu.store, c.sesi_id)
    ops.simpan_notulen(dua.store, c.sesi_id, {"kesimpulan": "Baik"})
    sinkron(kota, satu, dua, lurah)
    assert [jenis(o) for o in (satu, dua, lurah)] == [["Sesi terhapus"], ["Sesi terhapus"], []]
    (hal,) = satu.status().decisions
    assert hal.kalimat.endswith("sudah ada notulennya.")
    deciding.settle(satu.store, hal, terhapus.LEPAS, {})
    sinkron(kota, satu, dua)
    assert [tuple(o.store.reader().execute(SISA).fetchone()) for o in (satu, dua)] == [(0, 0)] * 2
