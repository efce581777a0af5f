"""Proposals from draft to fate: statuses of many, duplicates, order, the next year, what an undo may not do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import ops as laporan
from sipokat_desktop.modules.usulan import baca, ops, queries
from sipokat_desktop.modules.usulan.model import Usulan
from sipokat_desktop.modules.usulan.sekilas import sekilas
from sipokat_desktop.modules.usulan.status import STATES
from sipokat_desktop.storage import activities, history, naming, trash
from sipokat_desktop.storage.store import Store
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.usulan_contoh import TAHUN, kantor, penuh, pos, usulkan

HARI = date(2026, 4, 10)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with buka(tmp_path) as dibuka:
        yield dibuka


def satu(store: Store, usulan_id: str) -> Usulan:
    u = queries.usulan(store.reader(), usulan_id)
    assert u is not None
    return u


def daftar(store: Store, tahun: int = TAHUN) -> list[str]:
    return [u.judul for u in queries.daftar(store.reader(), lingkup=[KELURAHAN], tahun=tahun)]


def tolak(store: Store, kata: str, ids: list[str]) -> None:
    with pytest.raises(InputSalah, match=kata):
        ops.hapus(store, ids)


def test_a_proposal_names_who_headed_the_rt_then_and_is_a_draft(store: Store) -> None:
    rt = kantor(store)
    u = satu(
        store, usulkan(store, "Siring", rt[0], volume="1.250,5", satuan="m", biaya="25.000.000", tanggal="5/1/2026")
    )
    assert (u.kata_volume, u.kata_biaya, u.kata_pengusul) == ("1.250,5 m", "Rp25.000.000", "RT 01 (Ketua 01)")
    assert (u.status, u.status_tanggal, u.terbuka) == ("draf", "2026-01-05", True)
    assert satu(store, usulkan(store, "Siring", rt[0], tanggal="1/1/2020")).pengusul == "", "nobody headed it then"
    assert satu(store, usulkan(store, "Balai")).kata_pengusul == "Kelurahan"
    ops.ubah(store, u.usulan_id, {"judul": "Siring baru", "jabatan_id": rt[1]})
    assert (satu(store, u.usulan_id).judul, satu(store, u.usulan_id).kata_pengusul) == (
        "Siring baru",
        "RT 02 (Ketua 02)",
    )
    for isian, field in ({"volume": "3", "satuan": ""}, "satuan"), ({"jabatan_id": "x"}, "jabatan_id"):
        with pytest.raises(InputSalah) as salah:
            ops.ubah(store, u.usulan_id, isian)
        assert salah.value.field == field


def test_paper_of_february_entered_in_april_stands_and_a_wrong_order_is_told(store: Store) -> None:
    ids = penuh(store)
    assert satu(store, ids[2]).status == "musrenbang_kel"
    hasil = ops.set_status(store, [ids[2], ids[4]], {"status": "lurah", "tanggal": "5/2/2026"}).value
    assert (hasil.dicatat, hasil.sudah) == (2, ())
    assert hasil.peringatan == (
        "Diverifikasi lurah (5 Februari 2026) tercatat sesudah Musrenbang kelurahan (3 Februari 2026). "
        "Periksa tanggalnya.",
    )
    assert satu(store, ids[2]).ragu == hasil.peringatan
    (salah,) = [s for s in queries.riwayat(store.reader(), ids[2]) if s.ragu]
    assert ops.peringatan_status(store.reader(), [ids[0]], {"status": "lurah", "tanggal": "9/2/2026"}) != ()
    assert ops.peringatan_status(store.reader(), [ids[0]], {"status": "kecamatan"}) == ()
    ops.ubah_status(store, salah.status_id, {"tanggal": "20/1/2026", "dokumen": "12/II"})
    assert (satu(store, ids[2]).status, satu(store, ids[2]).ragu) == ("musrenbang_kel", ())
    sudah = ops.set_status(store, [ids[2]], {"status": "lurah", "tanggal": "20/1/2026"}).value
    assert (sudah.dicatat, sudah.sudah) == (0, ("Lampu jalan Gang Melati",))
    for kini in reversed(queries.riwayat(store.reader(), ids[2])[1:]):
        ops.hapus_status(store, kini.status_id)
    assert satu(store, ids[2]).status == "draf"
    for isian, field in (
        ({"status": "ditolak"}, "alasan"), ({"status": "kota", "tanggal": "1/1/2027"}, "tanggal"),
        ({"status": "draf"}, "status"), ({"status": "lurah", "tanggal": "kemarin dulu"}, "tanggal"),
    ):  # fmt: skip
        with pytest.raises(InputSalah) as gagal:
            ops.set_status(store, ids, isian)
        assert gagal.value.field == field


def test_duplicates_are_found_merged_parted_and_undone(store: Store) -> None:
    rt = kantor(store)
    a = usulkan(store, "Perbaikan siring Jalan Kenanga", rt[0], lokasi="Jalan Kenanga RT 01", kk="64")
    b = usulkan(store, "Siring jl kenanga diperbaiki", rt[1], lokasi="Jalan Kenanga", kk="41")
    c = usulkan(store, "Siring Gang Delima", rt[2], lokasi="Gang Delima")
    d = usulkan(store, "Pos ronda", rt[3], kategori="pos_ronda", lokasi="Jalan Kenanga")
    con = store.reader()
    (pasang,) = queries.kembar(con, lingkup=KELURAHAN, tahun=TAHUN)
    assert ({pasang.satu.usulan_id, pasang.dua.usulan_id}, pasang.sebab[0]) == (
        {a, b}, "sama-sama Drainase atau siring"
    )  # fmt: skip
    ops.gabungkan(store, b, [c])
    act = ops.gabungkan(store, a, [b]).changes.act_id
    u = satu(store, a)
    assert (u.rt, u.kk_semua, {*u.anggota}) == (("RT 01", "RT 02", "RT 03"), 105, {b, c})
    assert daftar(store) == ["Perbaikan siring Jalan Kenanga", "Pos ronda"]
    assert [x.induk_id for x in queries.daftar(con, lingkup=[KELURAHAN], gabungan=True)] == ["", a, a, ""]
    ops.set_status(store, [c], {"status": "lurah"})
    assert {satu(store, id).status for id in (a, b, c)} == {"lurah"}, "the survivor gets it, the merged show it"
    tolak(store, "Pisahkan dulu", [a])
    with pytest.raises(InputSalah, match="sendiri sudah digabung"):
        ops.gabungkan(store, b, [d])
    ops.gabungkan(store, b, [a])
    assert {satu(store, b).usulan_id, *satu(store, b).anggota} == {a, b, c}, "who stands for them may change"
    ops.pisahkan(store, [c])
    assert (satu(store, c).induk_id, satu(store, a).induk_id) == ("", b)
    ops.pisahkan(store, [b])
    assert not any(satu(store, id).induk_id for id in (a, b, c))
    with pytest.raises(InputSalah, match="tidak digabung"):
        ops.pisahkan(store, [a])
    with pytest.raises(InputSalah, match="dua usulan"):
        ops.gabungkan(store, a, [a])
    with pytest.raises(InputSalah, match="sudah diubah lagi"):
        history.undo(store, act)
    ops.bukan_kembar(store, b, a)
    assert not queries.kembar(con, lingkup=KELURAHAN, tahun=TAHUN)


def test_the_order_is_one_act_and_equal_numbers_are_told(store: Store) -> None:
    rt = kantor(store)
    a, b, c = (usulkan(store, judul, rt[0]) for judul in ("A", "B", "C"))
    ops.urutkan(store, KELURAHAN, TAHUN, [c, a])
    assert [(u.judul, u.prioritas) for u in queries.daftar(store.reader(), lingkup=[KELURAHAN])] == [
        ("C", 1), ("A", 2), ("B", None)
    ]  # fmt: skip
    ops.naik(store, b)
    ops.turun(store, c)
    assert daftar(store) == ["B", "C", "A"]
    with pytest.raises(InputSalah, match="paling atas"):
        ops.naik(store, b)
    act = ops.urutkan(store, KELURAHAN, TAHUN, [a, b, c])
    assert daftar(store) == ["A", "B", "C"]
    history.undo(store, act.act_id)
    assert daftar(store) == ["B", "C", "A"]
    ops.ubah(store, a, {"prioritas": "1"})
    assert satu(store, a).ragu == ("Prioritas 1 juga dipakai B.",)
    ragu = {u.judul: u.ragu for u in queries.daftar(store.reader(), lingkup=[KELURAHAN])}
    assert ragu["A"] == ("Prioritas 1 juga dipakai B.",)
    assert [u.judul for u in queries.saring(queries.daftar(store.reader(), lingkup=[KELURAHAN]), "periksa")] == [
        "A",
        "B",
    ]


def test_what_is_unfinished_is_made_again_with_its_group_and_its_past(store: Store) -> None:
    ids = penuh(store)
    baru = ops.usulkan_lagi(store, KELURAHAN, TAHUN, TAHUN + 1).value
    assert len(baru) == 4, "not the refused one; the merged pair is one"
    u = satu(store, baru[0])
    assert (u.tahun, u.status, u.rt, u.kk_semua, u.prioritas) == (2027, "draf", ("RT 01", "RT 02"), 105, 1)
    assert [x.usulan_id for x in queries.sebelumnya(store.reader(), baru[0])] == [ids[0]]
    lanjut = queries.lanjutan(store.reader(), ids[0])
    assert lanjut is not None
    assert (lanjut.usulan_id, satu(store, ids[0]).lagi, satu(store, ids[0]).terbuka) == (baru[0], 2027, False)
    ringkas = queries.ringkasan(store.reader(), lingkup=[KELURAHAN])
    assert (ringkas.terbuka, ringkas.semua) == (4, 9), "what was made again is open once"
    semua = queries.daftar(store.reader(), lingkup=[KELURAHAN])
    terbuka = [u for u in semua if u.terbuka]
    assert (len(semua), len(terbuka), sum(u.biaya or 0 for u in terbuka)) == ringkas[:3], "counted as the lists show"
    assert {a.kode: a.n for a in ringkas.per_status} == Counter(u.status for u in terbuka)
    assert {a.kode: (a.n, a.biaya) for a in ringkas.per_kategori}["drainase"] == (1, 185_000_000)
    for ke in (TAHUN, TAHUN + 1):
        setahun = queries.ringkasan(store.reader(), lingkup=[KELURAHAN], tahun=ke)
        assert sekilas(store.reader(), lingkup=[KELURAHAN], tahun=ke) == (setahun.semua, setahun.terbuka)
    assert ringkas.terbaru == max(u.status_tanggal for u in semua)
    for ke, kata in ((TAHUN + 1, "Tidak ada usulan"), (TAHUN, "lebih akhir")):
        with pytest.raises(InputSalah, match=kata):
            ops.usulkan_lagi(store, KELURAHAN, TAHUN, ke)
    kabar = queries.kabar(store.reader(), ids[0], hari=HARI)
    assert kabar is not None
    assert kabar.selanjutnya == "Sudah diusulkan lagi untuk tahun 2027."
    with pytest.raises(InputSalah, match="Pisahkan dulu"):
        ops.ubah(store, ids[0], {"tahun": "2028"})


def test_a_proposal_stands_on_reports_and_says_when_one_is_gone(store: Store) -> None:
    rt = kantor(store)
    isian = {"tanggal": "5/3/2026", "bidang": "1", "jenis": "rapat", "uraian": "Rapat warga soal siring"}
    laporan_id = laporan.catat(store, KELURAHAN, [rt[0]], isian).value.ids[0]
    con, id = store.reader(), usulkan(store, "Siring", rt[0])
    kegiatan = activities.recent(con, KELURAHAN)
    ops.hubungkan(store, id, [(k.sumber, k.asal) for k in kegiatan] * 2)
    (dasar,) = queries.dasar(con, id)
    assert (dasar.hari, dasar.hilang, satu(store, id).dasar) == ("2026-03-05", False, 1)
    laporan.hapus(store, [laporan_id])
    (dasar,) = queries.dasar(con, id)
    assert (bool(dasar.judul), dasar.hari, dasar.hilang) == (True, "2026-03-05", True)
    with pytest.raises(InputSalah, match="tidak ada lagi"):
        ops.hubungkan(store, id, [("laporan", laporan_id)])
    ops.lepaskan(store, [dasar.dasar_id])
    assert not queries.dasar(con, id)


def test_what_went_further_is_not_deleted_and_what_is_comes_back_whole(store: Store) -> None:
    ids = penuh(store)
    tolak(store, "Lampu jalan Gang Melati tidak dihapus.*Musrenbang kelurahan, 3 Februari 2026", [ids[2]])
    ops.hapus(store, [ids[4]])
    assert queries.usulan(store.reader(), ids[4]) is None
    assert not baca.riwayat(store.reader(), [ids[4]])
    (buang,) = trash.daftar(store)
    assert "Rehabilitasi kantor lurah" in buang.nama
    trash.pulihkan(store, buang)
    assert satu(store, ids[4]).status == "lurah"
    baru = ops.buat(store, KELURAHAN, {"kategori": "jalan", "judul": "Baru", "tahun": "2026"})
    ops.set_status(store, [baru.value], {"status": "lurah"})
    with pytest.raises(InputSalah, match="sudah dipakai di Status usulan"):
        history.undo(store, baru.changes.act_id)


def test_an_undo_does_not_bring_back_a_step_of_what_is_gone(store: Store) -> None:
    rt = kantor(store)
    a, b = usulkan(store, "A", rt[0]), usulkan(store, "B", rt[1])
    langkah = ops.set_status(store, [a], {"status": "lurah"}).changes.rows["usulan_status"][0]
    hapus = ops.hapus_status(store, langkah)
    ops.gabungkan(store, a, [b])
    pisah = ops.pisahkan(store, [b])
    ops.hapus(store, [a])
    for act in (hapus, pisah):
        with pytest.raises(InputSalah, match="sudah dihapus"):
            history.undo(store, act.act_id)


def test_what_became_of_it_is_said_to_every_rt(store: Store) -> None:
    ids, con = penuh(store), store.reader()
    (kabar,) = queries.kabar_rt(con, pos(store)[1], hari=HARI)
    assert kabar.digabung == (
        "Digabung dengan usulan RT 01 “Perbaikan siring Jalan Kenanga” karena sama. Kabarnya mengikuti usulan itu."
    )
    assert kabar.langkah == (
        ("6 Januari 2026", "Diusulkan oleh RT 02 (Ketua 02)."),
        ("12 Januari 2026", "Diperiksa dan diterima oleh lurah."),
        ("3 Februari 2026", "Masuk Musrenbang kelurahan. Surat atau berita acara: BA-05/MUS/2026."),
    )
    assert kabar.selanjutnya == "Menunggu Musrenbang kecamatan."
    assert kabar.tanya == "Tanyakan kepada Lurah Taba Jemekeh (Dra. Hj. Yunita Sari) di Kantor Lurah Taba Jemekeh."
    ditunda = queries.kabar(con, ids[3], hari=HARI)
    assert ditunda is not None
    assert ditunda.langkah[-1] == ("3 Februari 2026", "Ditunda. Alasan: tanahnya belum dihibahkan.")
    assert queries.kabar(con, "tidak ada", hari=HARI) is None


def test_lists_search_and_names(store: Store) -> None:
    ids, con = penuh(store), store.reader()
    semua = queries.daftar(con, lingkup=[KELURAHAN])
    assert [u.judul for u in queries.cari(semua, "kenanga rt 1")] == ["Perbaikan siring Jalan Kenanga"]
    assert [u.judul for u in queries.cari(semua, "rt 2")] == ["Perbaikan siring Jalan Kenanga"], "merged into it"
    assert [u.judul for u in queries.cari(semua, "lampu")] == ["Lampu jalan Gang Melati"]
    kunci = ("", *STATES, "gabungan", "pju")
    n = {satu: len(queries.saring(semua, satu)) for satu in kunci}
    assert n == dict(zip(kunci, (5, 3, 1, 0, 1, 0, 1, 1), strict=True))
    assert queries.satuan(con)[0] == "m"
    assert queries.opd(con) == ["Dinas PUPR", "Dinas Perhubungan", "Dinas Perkim"]
    assert queries.tahun(con, [KELURAHAN]) == [TAHUN]
    nama = {kode: naming.row(con, store.tables, kode, str(row[0])) for kode in ("usulan_butir", "usulan_status")
            for row in con.execute(f"SELECT id FROM {kode} ORDER BY id LIMIT 1")}  # fmt: skip
    assert "2026" in nama["usulan_butir"]
    assert nama["usulan_status"].count("·") >= 3
    assert naming.value(con, store.tables, ("usulan_butir", "volume"), 1_250_500) == "1.250,5"
    assert naming.value(con, store.tables, ("usulan_butir", "gabung_id"), ids[0]).startswith("Perbaikan siring")
