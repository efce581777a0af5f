"""Acts on reports: recorded, changed, copied, verified, undone; what a verification was about stays true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import ops, queries, rules, sebutan, text
from sipokat_desktop.modules.laporan.model import Saring
from sipokat_desktop.modules.rt import hapus as rt_hapus
from sipokat_desktop.modules.rt import ops as rt_ops
from sipokat_desktop.modules.rt.ops import id_jabatan
from sipokat_desktop.storage import acts, naming, trash
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN
from tests.unit.laporan_kecil import ISI, buka, catat, gambar, lihat, rt, urungkan

HARI = date(2026, 4, 10)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with buka(tmp_path) as satu:
        yield satu


@pytest.mark.parametrize(
    ("isian", "field", "kata"),
    [
        ({"tanggal": "11/4/2026"}, "tanggal", "belum tiba"),
        ({"tanggal": "31/2/2026"}, "tanggal", "tidak ada"),
        ({"tanggal": "kapan"}, "tanggal", "tidak dikenal"),
        ({"bidang": ""}, "bidang", "Pilih bidang"),
        ({"bidang": "9"}, "bidang", "tidak dikenal"),
        ({"bidang": "5", "jenis": "ibadah"}, "bidang", "tidak dipakai"),
        ({"bidang": "1"}, "jenis", "Gotong royong termasuk bidang Kesehatan Lingkungan, bukan Pemerintahan"),
        ({"uraian": " . "}, "uraian", "Tulis apa yang dikerjakan"),
        ({"uraian": "ab\0cd efg"}, "uraian", "tidak dapat dicetak"),
        ({"uraian": "x" * 1001}, "uraian", "1.001 huruf, paling panjang 1.000"),
        ({"lokasi": "y" * 201}, "lokasi", "paling panjang 200"),
        ({"peserta": "banyak"}, "peserta", "dengan angka"),
        ({"peserta": "-3"}, "peserta", "dengan angka"),
        ({"peserta": "999999"}, "peserta", "tidak mungkin"),
        ({"kategori": "hebat"}, "kategori", "Kinerja, Biasa"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(store: Store, isian: dict[str, str], field: str, kata: str) -> None:
    with pytest.raises(InputSalah) as salah:
        ops.catat(store, KELURAHAN, [rt(1)], ISI | isian)
    assert salah.value.field == field
    assert kata in salah.value.pesan
    assert queries.jumlah(store.reader(), Saring()).semua == 0


def test_wrong_rt_is_told(store: Store) -> None:
    asing = rt_ops.tambah(store, "16.73.01.1004", kantor.isian(9)).value
    lain = store.reader().execute("SELECT jabatan_id FROM rt_masa WHERE id = ?", (asing,)).fetchone()[0]
    for jabatan, kata in (([], "Pilih RT"), (["entah"], "tidak ada lagi"), ([lain], "bukan RT kelurahan ini")):
        with pytest.raises(InputSalah, match=kata):
            ops.catat(store, KELURAHAN, jabatan, ISI)


def test_one_activity_of_many_rt_is_one_act(store: Store) -> None:
    hasil = ops.catat(store, KELURAHAN, [rt(n) for n in (1, 2, 3, 1)], ISI | {"peserta": "25"})
    assert len(hasil.value.ids) == 3
    assert hasil.value.peringatan == ()
    satu = lihat(store, hasil.value.ids[1])
    assert (satu.rt, satu.pelapor, satu.peserta, satu.kategori, satu.kata_lurah) == (
        "RT 02",
        "Ketua 02",
        25,
        "biasa",
        "Belum",
    )
    assert satu.kata_asal == "dicatat kantor"
    urungkan(store)
    assert queries.jumlah(store.reader(), Saring()).semua == 0


def test_doubts_do_not_block(store: Store) -> None:
    kosong = rt_ops.tambah_kosong(store, KELURAHAN, {"nomor": "9", "jiwa_l": "20", "jiwa_p": "15"}).value
    hasil = ops.catat(store, KELURAHAN, [kosong], ISI | {"peserta": "36"}).value
    assert [p.field for p in hasil.peringatan] == ["tanggal", "peserta"]
    assert "tidak punya ketua pada 5 April 2026" in hasil.peringatan[0].kalimat
    assert "36 orang lebih banyak dari warga RT ini (35 jiwa)" in hasil.peringatan[1].kalimat
    (lama,) = ops.catat(store, KELURAHAN, [rt(1)], ISI | {"tanggal": "3/4/2020"}).value.ids
    assert lihat(store, lama).masa_id == ""
    dulu = ops.catat(store, KELURAHAN, [rt(2)], ISI | {"tanggal": "3/4/2020"}).value.peringatan
    assert [p.field for p in dulu] == ["tanggal", "tanggal"]
    assert "sebelum masa jabatan pertama RT 02 yang tercatat (1 Januari 2024)" in dulu[0].kalimat
    lagi = ops.catat(
        store, KELURAHAN, [rt(1)], ISI | {"tanggal": "3/4/2020", "uraian": "membersihkn siring jl. garuda"}
    )
    assert any("sudah punya laporan serupa" in p.kalimat for p in lagi.value.peringatan)


def test_bidang_5_is_the_offices_choice_and_what_has_it_stays(store: Store) -> None:
    con = store.reader()
    assert "5" not in queries.bidang_dipakai(con, KELURAHAN)
    ops.pakai_bidang_5(store, KELURAHAN, pakai=True)
    (id,) = catat(store, bidang="Keagamaan", jenis="ibadah")
    ops.pakai_bidang_5(store, KELURAHAN, pakai=False)
    assert "5" not in queries.bidang_dipakai(con, KELURAHAN)
    assert lihat(store, id).kata_bidang == "Keagamaan"
    assert ops.ubah(store, id, {"uraian": "Kerja bakti di masjid"}).value.berubah


def test_copies_and_deletes_with_photos(store: Store) -> None:
    (id,) = catat(store, foto=[gambar("a"), gambar("b"), gambar("a")])
    assert [f.urutan for f in queries.foto(store.reader(), id)] == [1, 2]
    a, b = queries.foto(store.reader(), id)
    ops.urut_foto(store, id, [b.foto_id])
    assert [f.foto_id for f in queries.foto(store.reader(), id)] == [b.foto_id, a.foto_id]
    assert ops.tambah_foto(store, id, [gambar("a")]).value.kata == (text.FOTO_SUDAH_ADA,)
    with pytest.raises(InputSalah, match="paling banyak 12 foto"):
        ops.tambah_foto(store, id, [gambar(str(n)) for n in range(12)])
    ops.verifikasi(store, [id], "ya")
    hasil = ops.salin(store, id, jabatan_ids=[rt(1), rt(2), rt(3)], tanggal=["5/4/2026", "6/4/2026"]).value
    assert len(hasil.ids) == 5
    salinan = lihat(store, hasil.ids[0])
    assert (salinan.foto, salinan.lurah, salinan.uraian) == (0, "", ISI["uraian"])
    with pytest.raises(InputSalah, match="Pilih RT atau tanggal lain"):
        ops.salin(store, id, tanggal=["5/4/2026"])
    ops.hapus(store, [id, hasil.ids[0]])
    assert store.reader().execute("SELECT count(*) FROM laporan_foto").fetchone()[0] == 0
    (buangan, *_) = trash.daftar(store)
    assert buangan.nama == f"RT 01 · 5 April 2026 · Gotong royong · {ISI['uraian']}"
    trash.pulihkan(store, buangan)
    assert [f.foto_id for f in queries.foto(store.reader(), id)] == [b.foto_id, a.foto_id]
    assert lihat(store, id).lurah == "ya"
    with pytest.raises(InputSalah, match="masih tercatat di Laporan kegiatan"):
        rt_hapus.hapus_jabatan(store, rt(1))


def test_names_and_acts_have_words(store: Store) -> None:
    (id,) = catat(store, uraian="Membersihkan siring Jalan Garuda dari ujung ke ujung bersama seluruh warga RT")
    con = store.reader()
    assert sebutan.laporan(con, id) == (
        "RT 01 · 5 April 2026 · Gotong royong · Membersihkan siring Jalan Garuda dari ujung ke ujung bersama…"
    )
    ops.tambah_foto(store, id, [gambar("a")])
    ops.verifikasi(store, [id], "tidak", catatan="ulang")
    nama = {row[0] for row in con.execute("SELECT DISTINCT act FROM riwayat WHERE act LIKE 'laporan.%'")}
    assert nama <= text.TINDAKAN.keys()
    assert acts.words(store.modules, "laporan.verifikasi_tidak") == "Verifikasi lurah: tidak"
    foto = {name for name in ("kunci", "sidik", "lebar", "urutan") if naming.told(store.tables, "laporan_foto", name)}
    assert foto == {"kunci", "urutan"}
    assert not naming.told(store.tables, "laporan_kegiatan", "lurah_isi")
    assert naming.value(con, store.tables, ("laporan_foto", "kunci"), "a" * 64) == "terpasang"


def test_lists_filters_and_suggestions(store: Store) -> None:
    a, b = catat(store, 1, 2)
    (c,) = catat(
        store,
        1,
        tanggal="7/4/2026",
        bidang="1",
        jenis="surat",
        uraian="Surat pengantar 100% selesai",
        lokasi="Rumah ketua",
    )
    con = store.reader()
    daftar = queries.daftar(con, Saring(lingkup=KELURAHAN))
    assert [satu.laporan_id for satu in daftar] == [c, a, b]
    for saring, harap in (
        (Saring(jabatan_id=rt(1)), 2), (Saring(dari="2026-04-06"), 1), (Saring(sampai="2026-04-06"), 2),
        (Saring(teks="100%"), 1), (Saring(teks="rumah surat"), 1), (Saring(foto="ada"), 0), (Saring(foto="tanpa"), 3),
        (Saring(lurah="belum"), 3), (Saring(camat="ya"), 0), (Saring(ids=(a, b)), 2), (Saring(lingkup="kota"), 3),
        (Saring(lingkup="kec:16.73.02"), 0), (Saring(bidang="2", jenis="gotong_royong", asal="kantor"), 2),
    ):  # fmt: skip
        assert len(queries.daftar(con, saring)) == queries.jumlah(con, saring).semua == harap, saring
    assert queries.bekal(con, KELURAHAN, rt(2)) == ("2", "gotong_royong", "", "biasa", "2026-04-05")
    assert queries.bekal(con, KELURAHAN, rt(3)) == ("1", "surat", "Rumah ketua", "biasa", "2026-04-07")
    assert queries.bekal(con, "16.73.02.1001") is None
    assert queries.saran_uraian(con, KELURAHAN, "gotong_royong", awal="membersihkan s") == [ISI["uraian"]]
    assert queries.saran_uraian(con, KELURAHAN, "surat", awal="%") == []
    assert queries.saran_lokasi(con, KELURAHAN) == ["Rumah ketua"]
    assert [(p.rt, p.nama) for p in queries.pilihan_rt(con, KELURAHAN, HARI)][:2] == [
        ("RT 01", "Ketua 01"),
        ("RT 02", "Ketua 02"),
    ]


@given(st.sampled_from(sorted(rules.JENIS_BIDANG)), st.sampled_from(sorted(text.BIDANG)))
def test_a_kind_fits_one_field_only(jenis: str, bidang: str) -> None:
    if rules.JENIS_BIDANG[jenis] == bidang:
        rules.cocokkan({"bidang": bidang, "jenis": jenis})
    else:
        with pytest.raises(InputSalah):
            rules.cocokkan({"bidang": bidang, "jenis": jenis})
    rules.cocokkan({"bidang": bidang, "jenis": "lain"})


def test_ids_of_rt_are_those_of_the_roster() -> None:
    assert rt(3) == id_jabatan(KELURAHAN, "03")
