"""A phone's whole life without a window, and every hand-over with its sentences and its undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import ops, queries
from sipokat_desktop.modules.rt import ganti, mekar
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import barang, kantor
from tests.unit.barang import hp, imei, masa_id, serah, unit
from tests.unit.kantor import KELURAHAN, buka

POS = rt.id_jabatan(KELURAHAN, "03")
GANTI = {
    "akhir_nyata": "14/3/2026", "alasan_akhir": "mengundurkan_diri", "nama": "Budi Santoso", "nik": kantor.nik(77),
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with three heads of RT."""
    with buka(tmp_path) as dibuka:
        kantor.isi_rt(dibuka, 3)
        yield dibuka


def semua_serah(store: Store, unit_id: str) -> list[tuple[str, str]]:
    """The live hand-overs of a unit: kind and name."""
    return [
        (langkah.jenis, langkah.judul)
        for langkah in queries.riwayat_unit(store.reader(), unit_id)
        if langkah.jenis in ("serah", "kembali", "alih", "tarik") and not langkah.dibatalkan
    ]


def test_a_phones_whole_life(store: Store) -> None:
    lama, baru = hp(store, 1), hp(store, 2)
    serah(store, lama, "03", tanggal="20/11/2025", kelengkapan="dus, pengisi daya")
    assert (unit(store, lama).keadaan, unit(store, lama).nama) == ("dipegang", "Ketua 03")
    assert unit(store, lama).nomor.startswith("BAST-2025-")

    rusak = ops.kejadian(
        store, lama, {"jenis": "rusak", "uraian": "layar pecah", "tanggal": "5/1/2026", "kondisi": "rusak berat"}
    ).value
    assert (unit(store, lama).kondisi, unit(store, lama).kejadian) == ("rusak_berat", 1)
    surat = {"polisi_nomor": "SKTLK/12/I/2026", "polisi_tanggal": "7/1/2026"}
    ops.ubah_kejadian(store, rusak, surat)
    keluar, masuk = ops.ganti_unit(store, rusak, baru, {"tanggal": "10/1/2026"}).value
    assert (unit(store, lama).keadaan, unit(store, lama).kejadian) == ("kembali", 0)
    assert (unit(store, baru).nama, unit(store, baru).sejak) == ("Ketua 03", "2026-01-10")
    tutup = queries.kejadian(store.reader(), rusak)
    assert tutup is not None
    assert (tutup.pengganti_id, tutup.selesai, tutup.polisi_nomor) == (baru, "2026-01-10", "SKTLK/12/I/2026")
    assert [queries.serah(store.reader(), satu).alasan for satu in (keluar, masuk)] == [  # type: ignore[union-attr]
        "rusak, diganti dengan HP Samsung J2 Prime", f"pengganti {unit(store, lama).sebutan} yang rusak",
    ]  # fmt: skip

    r = ganti.rencana(store, POS, GANTI)
    assert [(b.kind, b.default) for b in r.barang] == [("HP", "alih")]
    assert r.barang[0].said == f"HP Samsung J2 Prime · IMEI …{imei(2)[-4:]}"
    ganti.ganti(store, POS, GANTI | {f"barang.{r.barang[0].id}": "alih"})
    assert (unit(store, baru).nama, unit(store, baru).terlambat) == ("Budi Santoso", 0)
    assert semua_serah(store, baru)[-1] == ("alih", "Dialihkan dari Ketua 03 kepada Budi Santoso (RT 03)")

    ops.alih(store, baru, {"masa_id": masa_id(store, "01"), "tanggal": "1/4/2026"})
    ops.tarik(store, baru, {"alasan": "program selesai", "tanggal": "9/4/2026"})
    akhir = unit(store, baru)
    assert (akhir.keadaan, akhir.nama, akhir.sejak) == ("ditarik", "", "2026-04-09")
    assert [jenis for jenis, _ in semua_serah(store, baru)] == ["serah", "alih", "alih", "tarik"]
    assert kantor.satu_kesatuan(store)


def test_change_of_head_gives_back_or_leaves_it_overdue_and_one_undo_takes_all_back(store: Store) -> None:
    satu, dua, tiga = (hp(store, ke) for ke in (1, 2, 3))
    for satuan in (satu, dua, tiga):
        serah(store, satuan, "03", tanggal="20/11/2025")
    r = ganti.rencana(store, POS, GANTI)
    pilih = dict(zip((f"barang.{b.id}" for b in r.barang), ("alih", "kembali", "belum"), strict=True))
    sebelum = kantor.tampak(store)
    act = ganti.ganti(store, POS, GANTI | pilih).changes
    keadaan = [(unit(store, u).keadaan, unit(store, u).nama, unit(store, u).terlambat) for u in (satu, dua, tiga)]
    assert keadaan == [("dipegang", "Budi Santoso", 0), ("kembali", "", 0), ("dipegang", "Ketua 03", 27)]
    assert [u.unit_id for u in queries.tertunggak(daftar(store))] == [tiga]
    baru = store.reader().execute("SELECT serah_terima FROM rt_masa WHERE tmt = '2026-03-15'").fetchone()[0]
    assert [bagian.rpartition(": ")[2] for bagian in baru.split("; ")] == [
        "diserahkan kepada ketua yang baru", "dikembalikan ke kelurahan", "belum dikembalikan",
    ]  # fmt: skip
    undo = history.undo(store, act.act_id)
    kini = {tabel: isi for tabel, isi in kantor.tampak(store).items() if tabel != "ponsel_serah"}
    assert kini == {tabel: isi for tabel, isi in sebelum.items() if tabel != "ponsel_serah"}
    assert {unit(store, u).nama for u in (satu, dua, tiga)} == {"Ketua 03"}
    redo = history.undo(store, undo.act_id)
    assert unit(store, satu).nama == "Budi Santoso"
    history.undo(store, redo.act_id)
    assert {unit(store, u).nama for u in (satu, dua, tiga)} == {"Ketua 03"}
    assert kantor.satu_kesatuan(store)


def test_undo_of_a_change_of_head_waits_for_what_followed(store: Store) -> None:
    satu = hp(store, 1)
    serah(store, satu, "03", tanggal="20/11/2025")
    r = ganti.rencana(store, POS, GANTI)
    act = ganti.ganti(store, POS, GANTI | {f"barang.{r.barang[0].id}": "alih"}).changes
    nanti = ops.kembali(store, satu, {"tanggal": "1/4/2026"}).changes
    with pytest.raises(InputSalah, match=r"sudah dipakai di Serah terima barang \(dikembalikan oleh Budi Santoso"):
        history.undo(store, act.act_id)
    history.undo(store, nanti.act_id)
    history.undo(store, act.act_id)
    assert unit(store, satu).nama == "Ketua 03"


def test_death_leaves_it_with_the_family_and_a_vacant_post_asks_later(store: Store) -> None:
    satu = hp(store, 1)
    serah(store, satu, "03", tanggal="20/11/2025")
    r = ganti.rencana(store, POS, GANTI | {"alasan_akhir": "meninggal"})
    assert [b.default for b in r.barang] == ["belum"]
    rt.akhiri(store, masa_id=masa_id(store, "03"), isian={"akhir_nyata": "14/3/2026", "alasan_akhir": "meninggal"})
    assert (unit(store, satu).terlambat, unit(store, satu).akhir_masa) == (27, "2026-03-14")
    isi = {"nama": "Budi Santoso", "tmt": "1/4/2026"}
    r = ganti.rencana(store, POS, isi)
    assert [b.default for b in r.barang] == ["belum"]
    ganti.ganti(store, POS, isi | {f"barang.{r.barang[0].id}": "alih"})
    assert (unit(store, satu).nama, unit(store, satu).sejak) == ("Budi Santoso", "2026-04-01")


def test_an_acting_head_receives_it_and_who_stays_on_keeps_it(store: Store) -> None:
    satu = hp(store, 1)
    serah(store, satu, "03", tanggal="20/11/2025")
    plt = GANTI | {"jenis": "plt"}
    kunci = f"barang.ponsel.{satu}"
    ganti.ganti(store, POS, plt | {kunci: "alih"})
    assert unit(store, satu).nama == "Budi Santoso"
    orang = unit(store, satu).orang_id
    tetap = {"akhir_nyata": "31/3/2026", "alasan_akhir": "habis_masa", "orang_id": orang, "jenis": "definitif"}
    ganti.ganti(store, POS, tetap | {kunci: "belum"})
    assert (unit(store, satu).nama, unit(store, satu).terlambat) == ("Budi Santoso", 0)


def test_pemekaran_makes_it_an_overdue_return(store: Store) -> None:
    satu = hp(store, 1)
    serah(store, satu, "03", tanggal="20/11/2025")
    mekar.mekarkan(store, POS, {"nomor": "09", "ketua": "pindah", "tmt": "1/4/2026"})
    assert unit(store, satu).terlambat == 10


def test_wrong_choice_for_a_thing_is_refused_and_no_word_records_nothing(store: Store) -> None:
    satu = hp(store, 1)
    serah(store, satu, "03", tanggal="20/11/2025")
    salah = GANTI | {f"barang.ponsel.{satu}": "jual"}
    assert [s.field for s in ganti.rencana(store, POS, salah).salah] == [f"barang.ponsel.{satu}"]
    with pytest.raises(InputSalah, match="Dialihkan kepada ketua baru, Dikembalikan ke kelurahan"):
        ganti.ganti(store, POS, salah)
    ganti.ganti(store, POS, GANTI)
    assert (unit(store, satu).nama, unit(store, satu).terlambat) == ("Ketua 03", 27)


def test_lost_and_found(store: Store) -> None:
    satu = hp(store, 1)
    serah(store, satu, "03", tanggal="20/11/2025")
    hilang = {"jenis": "hilang", "uraian": "jatuh di pasar", "tanggal": "1/3/2026"}
    ops.kejadian(store, satu, hilang)
    assert (unit(store, satu).kondisi, unit(store, satu).nama) == ("hilang", "Ketua 03")
    with pytest.raises(InputSalah, match="sudah tercatat hilang"):
        ops.kejadian(store, satu, hilang)
    ops.kejadian(store, satu, {"jenis": "ditemukan", "uraian": "diantar warga"})
    assert (unit(store, satu).kondisi, unit(store, satu).kejadian) == ("baik", 0)


def test_a_lost_phone_is_replaced_and_withdrawn_in_one_act(store: Store) -> None:
    satu, dua = hp(store, 1), hp(store, 2)
    serah(store, satu, "03", tanggal="20/11/2025")
    hilang = ops.kejadian(store, satu, {"jenis": "hilang", "uraian": "dicuri", "tanggal": "1/3/2026"}).value
    sebelum = {k: v for k, v in kantor.tampak(store).items() if k != "ponsel_serah"}
    act = ops.ganti_unit(store, hilang, dua, {}).changes
    assert (unit(store, satu).keadaan, unit(store, dua).nama) == ("ditarik", "Ketua 03")
    history.undo(store, act.act_id)
    assert {k: v for k, v in kantor.tampak(store).items() if k != "ponsel_serah"} == sebelum
    assert (unit(store, satu).nama, unit(store, dua).keadaan, unit(store, satu).kejadian) == ("Ketua 03", "belum", 1)


def test_several_units_make_one_paper(store: Store) -> None:
    semua = [hp(store, ke) for ke in (1, 2)]
    ids = ops.serah(store, semua, {"masa_id": masa_id(store, "01"), "penerima": "Siti", "surat_kuasa": "K/1"}).value
    nomor = {unit(store, u).nomor for u in semua}
    assert len(nomor) == 1
    assert {s.serah_id for s in queries.serah_bernomor(store.reader(), nomor.pop())} == {*ids}
    ops.alih(store, semua[0], {"masa_id": masa_id(store, "02")})
    with pytest.raises(InputSalah, match="dipegang orang yang berbeda"):
        ops.kembali(store, semua, {})


@pytest.mark.parametrize(
    ("kerja", "isian", "field", "kata"),
    [
        ("serah", {}, "masa_id", "Pilih ketua RT yang menerima"),
        ("serah", {"masa_id": "tak-ada"}, "masa_id", "tidak ada lagi"),
        ("serah", {"tanggal": "1/1/2027"}, "tanggal", "belum tiba"),
        ("serah", {"tanggal": "1/1/2020", "masa_id": "01"}, "masa_id", "baru menjabat mulai 1 Januari 2024"),
        ("serah", {"kondisi": "hilang", "masa_id": "01"}, "kondisi", "Catat dulu bahwa sudah ditemukan"),
        ("kembali", {}, "", "sudah di kantor"),
        ("alih", {"masa_id": "01"}, "", "sudah di kantor"),
        ("tarik", {}, "alasan", "Tulis alasannya"),
        ("serah", {"kondisi": "mulus"}, "kondisi", "Pilih salah satu: baik"),
    ],
)
def test_what_cannot_be_is_said(store: Store, kerja: str, isian: dict[str, str], field: str, kata: str) -> None:
    satu = hp(store, 1)
    isian = {k: masa_id(store, v) if (k, v) == ("masa_id", "01") else v for k, v in isian.items()}
    with pytest.raises(InputSalah, match=kata) as info:
        getattr(ops, kerja)(store, satu, isian)
    assert info.value.field == field


def test_what_is_held_is_not_handed_out_again(store: Store) -> None:
    satu = hp(store, 1)
    awal = serah(store, satu, "01")
    for kerja, kata in ((ops.serah, "masih dipegang Ketua 01"), (ops.alih, "Ketua 01 sudah memegang")):
        with pytest.raises(InputSalah, match=kata):
            kerja(store, satu, {"masa_id": masa_id(store, "01")})
    with pytest.raises(InputSalah, match="lebih awal dari catatan sebelumnya"):
        ops.kembali(store, satu, {"tanggal": "1/1/2026"})
    ops.alih(store, satu, {"masa_id": masa_id(store, "02")})
    with pytest.raises(InputSalah, match="Batalkan dulu yang paling akhir"):
        ops.batal(store, awal, alasan="salah")
    ops.tarik(store, satu, {"alasan": "rusak"})
    with pytest.raises(InputSalah, match="sudah ditarik 10 April 2026"):
        ops.tarik(store, satu, {"alasan": "rusak"})


def test_taking_back_the_last_one_and_its_undo(store: Store) -> None:
    satu = hp(store, 1)
    serah(store, satu, "01")
    dua = ops.alih(store, satu, {"masa_id": masa_id(store, "02")}).value[0]
    batal = ops.batal(store, dua, alasan="salah orang")
    assert unit(store, satu).nama == "Ketua 01"
    langkah = queries.riwayat_unit(store.reader(), satu)[-1]
    assert (langkah.dibatalkan, langkah.alasan_batal) == (True, "salah orang")
    with pytest.raises(InputSalah, match="sudah dibatalkan"):
        ops.batal(store, dua, alasan="lagi")
    ops.alih(store, satu, {"masa_id": masa_id(store, "03")})
    with pytest.raises(InputSalah, match=r"Tidak dapat (diurungkan|dikembalikan)"):
        history.undo(store, batal.act_id)
    assert unit(store, satu).nama == "Ketua 03"


def test_who_has_stopped_does_not_receive(store: Store) -> None:
    satu, lama = hp(store, 1), masa_id(store, "03")
    rt.akhiri(store, masa_id=lama, isian={"akhir_nyata": "14/3/2026", "alasan_akhir": "pindah"})
    with pytest.raises(InputSalah, match="Ketua 03 sudah berhenti 14 Maret 2026"):
        ops.serah(store, satu, {"masa_id": lama})
    ops.serah(store, satu, {"masa_id": lama, "tanggal": "1/3/2026"})
    assert unit(store, satu).terlambat == 27


def test_the_register_says_what_is_where(store: Store) -> None:
    semua = [hp(store, ke, garansi_sampai="1/5/2026" if ke == 1 else "") for ke in range(1, 6)]
    serah(store, semua[0], "01")
    ops.kejadian(store, semua[1], {"jenis": "rusak", "uraian": "mati"})
    ops.tarik(store, semua[2], {"alasan": "usang"})
    ops.minta_bantuan(store, semua[3], {"jenis": "lupa sandi"})
    jumlah = queries.jumlah(daftar(store))
    assert jumlah == queries.Jumlah(5, 1, 3, 1, 0, 1, 0, 1)
    for kunci, banyak in zip((k for k, _ in queries.SARINGAN), (1, 3, 0, 1, 0, 1, 1, 1, 1), strict=True):
        assert len(queries.saring(daftar(store), kunci, hari=barang.hari(store))) == banyak, kunci
    for teks in ("ketua 01", "rt 1", imei(1)[-6:], "samsung", unit(store, semua[0]).nomor, "J2"):
        assert semua[0] in {u.unit_id for u in queries.cari(daftar(store), teks)}, teks
    assert daftar(store)[0].unit_id == semua[0]


def daftar(store: Store, hari: date | None = None) -> list[queries.Unit]:
    """The register of the office today."""
    return queries.daftar(store.reader(), lingkup=[KELURAHAN], hari=hari or barang.hari(store))
