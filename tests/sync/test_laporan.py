"""Reports on two PCs of a kelurahan and one of its kecamatan: words that cross, deletions that cross, nothing lost."""

from __future__ import annotations

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import ops, periksa, queries
from sipokat_desktop.modules.laporan.model import Laporan
from sipokat_desktop.modules.rt import hapus as rt_hapus
from sipokat_desktop.modules.rt import ops as rt_ops
from sipokat_desktop.storage import deciding, naming
from sipokat_desktop.storage.decision import Decision
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.unit.laporan_kecil import ISI, gambar, rt

Tiga = tuple[Office, Office, Office]


@pytest.fixture
def bertiga(city: City, office: Buka) -> Tiga:
    """Two PCs of a kelurahan and its kecamatan's, all with the same two heads."""
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    camat = daftarkan(office("k"), city, "kec:16.73.01")
    for pc, nama in ((satu, "Siti"), (dua, "Rudi"), (camat, "Camat")):
        pc.store.user = nama
    sinkron(satu)
    isi_rt(satu, 1, 2)
    dunia.tenang(city, satu, dua, camat)
    return satu, dua, camat


def catat(pc: Office, ke: int = 1, **lain: str) -> str:
    return ops.catat(pc.store, KELURAHAN, [rt(ke)], ISI | lain).value.ids[0]


def lihat(pc: Office, id: str) -> Laporan:
    rinci = queries.satu(pc.store.reader(), id)
    assert rinci is not None
    return rinci.laporan


def hal(pc: Office) -> Decision:
    (satu,) = pc.status().decisions
    return satu


def test_the_camats_word_arrives_and_a_later_change_is_seen_there(city: City, bertiga: Tiga) -> None:
    satu, dua, camat = bertiga
    id = catat(satu)
    ops.verifikasi(satu.store, [id], "ya", kategori="kinerja")
    dunia.tenang(city, *bertiga)
    hari = rt_ops.hari_ini(camat.store)
    (antre,) = periksa.periksa(camat.store.reader(), "kec:16.73.01", hari=hari, siapa="camat")
    assert antre.laporan.laporan_id == id
    ops.verifikasi(camat.store, [id], "tidak", catatan="foto dari tahun lalu")
    dunia.tenang(city, *bertiga)
    for pc in (satu, dua):
        assert (lihat(pc, id).camat, lihat(pc, id).camat_catatan) == ("tidak", "foto dari tahun lalu")
        assert not lihat(pc, id).berubah_camat
    hasil = ops.tambah_foto(dua.store, id, [gambar("baru")]).value
    assert (hasil.dicabut, len(hasil.kata)) == (True, 2)
    ops.verifikasi(dua.store, [id], "ya")
    dunia.tenang(city, *bertiga)
    assert lihat(camat, id).berubah_camat
    (lagi,) = periksa.periksa(camat.store.reader(), "kec:16.73.01", hari=hari, siapa="camat")
    assert "Isinya berubah sesudah diverifikasi camat (tidak)." in lagi.alasan
    with pytest.raises(InputSalah, match="dicatat oleh kelurahan"):
        ops.hapus(camat.store, [id])
    dunia.periksa_tenang(city.db, [satu, dua])


def test_two_words_of_the_lurah_are_both_kept_until_somebody_decides(city: City, bertiga: Tiga) -> None:
    satu, dua, camat = bertiga
    id = catat(satu)
    dunia.tenang(city, *bertiga)
    ops.verifikasi(satu.store, [id], "ya")
    ops.verifikasi(dua.store, [id], "tidak", catatan="peserta tidak ada")
    dunia.tenang(city, *bertiga)
    for pc in (satu, dua):
        tanya = hal(pc)
        assert tanya.judul == (
            "Verifikasi lurah · RT 01 · 5 April 2026 · Gotong royong · Membersihkan siring Jalan Garuda"
        )
        assert "Ya atau Tidak" in tanya.kalimat
        con, tables = pc.store.reader(), pc.store.tables
        kata = {naming.value(con, tables, (tanya.tabel, c.field), c.nilai) for c in tanya.pilihan}
        assert kata == {"Ya", "Tidak"}
        assert {c.oleh for c in tanya.pilihan} == {"Siti", "Rudi"}
    assert camat.status().decisions == ()
    deciding.choose(satu.store, hal(satu), "tidak")
    dunia.tenang(city, *bertiga)
    for pc in bertiga:
        assert pc.status().decisions == ()
        assert (lihat(pc, id).lurah, lihat(pc, id).lurah_catatan) == ("tidak", "peserta tidak ada")
    assert not lihat(satu, id).berubah_lurah


def test_a_word_on_what_was_changed_meanwhile_comes_back_to_the_list(city: City, bertiga: Tiga) -> None:
    satu, dua, _ = bertiga
    id = catat(satu)
    dunia.tenang(city, *bertiga)
    ops.verifikasi(satu.store, [id], "ya")
    ops.ubah(dua.store, id, {"uraian": "Rapat tanpa peserta di rumah ketua"})
    dunia.tenang(city, *bertiga)
    for pc in (satu, dua):
        (d,) = periksa.periksa(pc.store.reader(), KELURAHAN, hari=rt_ops.hari_ini(pc.store))
        assert (d.laporan.lurah, d.temuan[0].kata) == ("ya", "Isinya berubah sesudah diverifikasi lurah (ya).")


def test_deleted_here_verified_there_waits_for_a_person(city: City, bertiga: Tiga) -> None:
    satu, dua, _ = bertiga
    id = catat(satu)
    dunia.tenang(city, *bertiga)
    ops.hapus(satu.store, [id])
    ops.verifikasi(dua.store, [id], "ya")
    dunia.tenang(city, *bertiga)
    assert {hal(pc).judul for pc in (satu, dua)} == {"Hapus atau tidak · Laporan kegiatan"}
    deciding.revive(dua.store, hal(dua))
    dunia.tenang(city, *bertiga)
    assert [lihat(pc, id).lurah for pc in bertiga] == ["ya"] * 3


@pytest.mark.parametrize(("jalan", "ada"), [("laporan_kembali", 1), ("laporan_lepas", 0)])
def test_deleted_here_photographed_there(city: City, bertiga: Tiga, jalan: str, ada: int) -> None:
    satu, dua, camat = bertiga
    id = catat(satu)
    dunia.tenang(city, *bertiga)
    ops.hapus(satu.store, [id])
    ops.tambah_foto(dua.store, id, [gambar("a"), gambar("b")])
    dunia.tenang(city, *bertiga)
    for pc in (satu, dua):
        assert hal(pc).nama == "Laporan terhapus"
        assert hal(pc).kalimat == (
            "5 April 2026 · Gotong royong · Membersihkan siring Jalan Garuda dihapus di satu komputer, "
            "tetapi di komputer lain ditambah 2 foto."
        )
    assert camat.status().decisions == ()
    deciding.settle(satu.store, hal(satu), jalan, {})
    dunia.tenang(city, *bertiga)
    for pc in bertiga:
        assert pc.status().decisions == ()
        con = pc.store.reader()
        assert con.execute("SELECT count(*) FROM laporan_kegiatan").fetchone()[0] == ada
        assert con.execute("SELECT count(*) FROM laporan_foto").fetchone()[0] == 2 * ada


@pytest.mark.parametrize(("jalan", "ada"), [("laporan_rt_kembali", 1), ("laporan_rt_lepas", 0)])
def test_rt_deleted_here_reported_there(city: City, bertiga: Tiga, jalan: str, ada: int) -> None:
    satu, dua, _ = bertiga
    rt_hapus.hapus_jabatan(satu.store, rt(2))
    id = catat(dua, 2)
    ops.tambah_foto(dua.store, id, [gambar("a")])
    dunia.tenang(city, *bertiga)
    assert hal(satu).kalimat.startswith("RT 02 ")
    assert hal(satu).kalimat.endswith("tetapi di komputer lain dicatat 1 laporan kegiatannya.")
    deciding.settle(satu.store, hal(satu), jalan, {})
    dunia.tenang(city, *bertiga)
    for pc in bertiga:
        assert pc.status().decisions == ()
        assert pc.store.reader().execute("SELECT count(*) FROM laporan_kegiatan").fetchone()[0] == ada
        assert pc.store.reader().execute("SELECT count(*) FROM rt_jabatan").fetchone()[0] == 1 + ada
