"""Figures of performance from the reports in one office: preview, act, undo, checks, flags, the command."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import aturan_ops, dari_laporan, komponen, ops, periksa, queries, temuan_merah
from sipokat_desktop.modules.insentif import text_kinerja as text
from sipokat_desktop.modules.insentif.audit import kumpul
from sipokat_desktop.modules.insentif.model import Tujuan
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.lapor import BULAN, HARI, SUMBER, ambil, angka, lapor, posts, rencana, ubah


def test_never_zero_where_the_office_uses_no_reports(tmp_path: Path) -> None:
    """Nobody's money is cut because reports were not entered, or not yet verified."""
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 3)
        post = posts(store)
        assert not [u for u in rencana(store).baris if u.beda]
        menunggu = lapor(store, post["01"], "2026-03-05", lurah=None)
        lapor(store, post["02"], "2026-02-27")
        r = rencana(store)
        assert (r.dipakai, [u.baru for u in r.baris], [u.tunggu for u in r.baris]) == (False, [None] * 3, [1, 0, 0])
        assert r.ringkas == (
            "Maret 2026: belum ada laporan kinerja yang terverifikasi, jadi tidak ada angka yang diambil.",
            "1 laporan belum diverifikasi.",
        )
        with pytest.raises(InputSalah, match="Belum ada RT yang dipilih"):
            dari_laporan.ambil(store, KELURAHAN, BULAN, r.baris)
        lapor(store, post["02"], "2026-03-31")
        r = rencana(store)
        assert [(u.baru, u.diambil) for u in r.baris] == [(0, False), (1, True), (0, True)]
        assert r.baris[0].kata == "1 laporan belum diverifikasi; angkanya bisa bertambah"
        assert r.baris[2].kata == "tidak ada laporan yang terverifikasi"
        assert r.ringkas[1] == "1 ketua RT tanpa laporan yang terverifikasi mendapat angka 0."
        assert [u.diambil for u in rencana(store, hari=date(2026, 3, 31)).baris] == [False] * 3
        ubah(store, menunggu, lurah="ya")
        assert ambil(store) == 3
        assert angka(store) == {"01": (1, SUMBER), "02": (1, SUMBER), "03": (0, SUMBER)}


def test_what_was_typed_stays_unless_ticked_and_all_is_one_act(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 3)
        post, masa = posts(store), {m.nomor: m.masa_id for m in rt.masa(store.reader(), lingkup=KELURAHAN)}
        ketik = [aturan_ops.IsianKinerja(masa["01"], BULAN, "9", "80")]
        aturan_ops.catat_kinerja(store, KELURAHAN, ketik, sumber="Diketik di kantor")
        lapor(store, post["01"], "2026-03-05")
        lapor(store, post["02"], "2026-03-05")
        lama = rencana(store)
        assert lama.baris[0].kata == "angka sekarang diketik di kantor"
        done = dari_laporan.ambil(store, KELURAHAN, BULAN, [u for u in lama.baris if u.diambil])
        assert done.value == 2
        assert angka(store) == {"01": (9, "Diketik di kantor"), "02": (1, SUMBER), "03": (0, SUMBER)}
        history.undo(store, done.changes.act_id)
        assert angka(store) == {"01": (9, "Diketik di kantor")}
        ambil(store, "01", "03")
        assert angka(store) == {"01": (1, SUMBER), "03": (0, SUMBER)}
        ada = komponen.angka_kinerja(store.reader(), lingkup=KELURAHAN, bulan=(BULAN,))
        assert ada[masa["01"], BULAN].skor == 80
        skor = [aturan_ops.IsianKinerja(masa["01"], BULAN, "1", "70")]
        aturan_ops.catat_kinerja(store, KELURAHAN, skor, sumber="Ketik")
        assert angka(store)["01"] == (1, SUMBER), "the score was typed, the count still comes from the reports"
        with pytest.raises(InputSalah, match="berubah sejak dilihat"):
            dari_laporan.ambil(store, KELURAHAN, BULAN, lama.baris)


def test_two_heads_in_one_month_get_their_own(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        post = posts(store)["01"]
        lapor(store, post, "2026-03-14")
        lapor(store, post, "2026-03-15")
        lapor(store, post, "2026-03-20")
        kantor_ganti(store)
        assert [(u.masa.nama, u.baru) for u in rencana(store).baris] == [("Ketua 01", 1), ("Pengganti", 2)]
        lama = rt.masa(store.reader(), lingkup=KELURAHAN)[0].masa_id
        lapor(store, post, "2026-03-20", masa_id=lama)
        lapor(store, post, "2026-03-01", masa_id="tidak dikenal")
        assert [u.baru for u in rencana(store).baris] == [3, 2]


def kantor_ganti(store: Store) -> None:
    """Replace the head of RT 01 in the middle of March."""
    isian = {
        "akhir_nyata": "2026-03-14", "alasan_akhir": "pindah", "nama": "Pengganti", "tmt": "2026-03-15",
        "akhir_sk": "2029-01-01", "jenis": "definitif", "sk_nomor": "141/9/2026",
    }  # fmt: skip
    ganti.ganti(store, posts(store)["01"], isian)


def _daftar(store: Store) -> str:
    kantor.tarif(store)
    k = queries.komponen(store.reader(), lingkup=KELURAHAN)[0]
    aturan = {"pita": "0=50 3=100", "ukuran": "laporan", "mulai": "2026-03"}
    aturan_ops.simpan_aturan(store, KELURAHAN, k.komponen_id, aturan)
    return kantor.susun(store, periode.baca(BULAN))


def _kata(store: Store, nomor: str) -> list[tuple[str, str]]:
    per_masa, _ = periksa.temuan(store.reader(), kantor.daftar(store, nomor))
    return [(t.peran, t.kalimat) for semua in per_masa.values() for t in semua if t.jenis == "kinerja_beda"]


def test_a_list_says_where_the_reports_say_otherwise_now(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 2)
        post = posts(store)
        ids = [lapor(store, post["01"], f"2026-03-{n:02d}", lurah="ya" if n < 3 else None) for n in range(1, 5)]
        lapor(store, post["02"], "2026-03-09")
        ambil(store, "01", "02")
        nomor = _daftar(store)
        assert [b.bruto for b in kantor.baris(store, nomor)] == [275_000, 275_000]
        assert _kata(store, nomor) == [
            ("awas", "Laporan Maret 2026 belum semua diverifikasi: angka kinerjanya 2, 2 laporan menunggu")
        ]
        ubah(store, ids[2], lurah="ya")
        assert _kata(store, nomor) == [
            ("awas", "Angka kinerja Maret 2026 lain dari laporan: 2, menurut laporan sekarang 3")
        ]
        per_masa, _ = periksa.temuan(store.reader(), kantor.daftar(store, nomor))
        (satu,) = [t for semua in per_masa.values() for t in semua if t.jenis == "kinerja_beda"]
        assert satu.tujuan == Tujuan("insentif", "lain/kinerja:2026-03", "kinerja")
        ops.kunci(store, nomor, lurah="Lurah", alasan="Disetujui")
        assert _kata(store, nomor) == [
            ("awas", "Laporan berubah sejak dikunci: Maret 2026 dihitung dengan 2 laporan, menurut laporan sekarang 3. "
             "Bila jumlahnya harus lain, catat koreksi")
        ]  # fmt: skip
        (merah,) = [
            b for b in temuan_merah.cari(store.reader(), lingkup=KELURAHAN, bulan=(BULAN,), hari=HARI)
            if b.jenis == "kinerja_beda"
        ]  # fmt: skip
        assert (merah.berat, merah.jumlah, merah.rt) == ("sedang", 275_000, "RT 01")
        assert "dihitung dengan 2 laporan; menurut laporan sekarang 3, jadi Rp550.000" in merah.kalimat
        ubah(store, ids[2], lurah="tidak", lurah_catatan="bukan kinerja")
        assert not _kata(store, nomor)
        ubah(store, ids[3], lurah="ya")
        ambil(store, "01")
        assert angka(store)["01"] == (3, SUMBER)
        assert _kata(store, nomor), "the locked line is measured by what it was reckoned with"


def test_a_figure_whose_reports_are_gone_can_be_taken_back(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        id = lapor(store, posts(store)["01"], "2026-03-05")
        ambil(store)
        nomor = _daftar(store)
        store.write("uji", lambda tx: tx.delete("laporan_kegiatan", id))
        assert _kata(store, nomor) == [
            ("awas", "Laporan Maret 2026 sudah tidak ada: angka kinerjanya 1 diambil dari laporan")
        ]
        (u,) = rencana(store).baris
        assert (u.kini, u.baru, u.diambil) == (1, None, True)
        assert text.TANPA_LAPORAN in u.kata
        assert ambil(store) == 1
        assert angka(store) == {"01": (None, SUMBER)}
        assert not _kata(store, nomor)


def test_reports_of_a_day_without_a_head_are_named(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        post = posts(store)["01"]
        kantor_ganti(store)
        masa = rt.masa(store.reader(), lingkup=KELURAHAN)[1].masa_id
        store.write("uji", lambda tx: tx.update("rt_masa", masa, {"tmt": "2026-03-20"}))
        lapor(store, post, "2026-03-16")
        r = rencana(store)
        assert [u.baru for u in r.baris] == [0, 0]
        assert r.ringkas[-1] == "1 laporan tidak dihitung: RT-nya tidak mempunyai ketua pada hari laporan itu."


def test_the_command_previews_writes_and_answers_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Office(tmp_path / "pc")) as office:
        office.choose_kelurahan(KELURAHAN)
        kantor.isi_rt(office.store, 2)
        post = posts(office.store)
        lapor(office.store, post["01"], "2026-03-05")
        lapor(office.store, post["02"], "2026-03-05", lurah=None)

    def jalan(*kata: str) -> tuple[int, str]:
        kode = cli.main(["--data", str(tmp_path / "pc"), "insentif", "kinerja", "ambil", "--bulan", BULAN, *kata])
        said = capsys.readouterr()
        return kode, (said.out if kode == 0 else said.err).strip()

    assert jalan("--coba")[1].splitlines() == [
        "Maret 2026: 1 laporan kinerja terverifikasi, 1 belum diverifikasi.",
        "RT 01 Ketua 01: belum ada → 1",
        "RT 02 Ketua 02: belum ada → 0 (tidak diambil; 1 laporan belum diverifikasi; angkanya bisa bertambah)",
        "Maret 2026: 1 angka akan diambil dari laporan. Belum ada yang disimpan.",
    ]
    isi = json.loads(jalan("--json")[1])
    assert (isi["dipakai"], isi["diambil"], isi["disimpan"]) == (True, 1, True)
    assert [(b["kini"], b["laporan"], b["menunggu"], b["sebab"]) for b in isi["baris"]] == [
        (None, 1, 0, []), (None, 0, 1, ["tunggu"])
    ]  # fmt: skip
    assert json.loads(jalan("--menunggu", "--json")[1])["diambil"] == 1
    assert jalan()[1].splitlines()[-1] == "Maret 2026: tidak ada angka yang diambil."
    with closing(Office(tmp_path / "pc")) as office:
        kini = komponen.angka_kinerja(office.store.reader(), lingkup=KELURAHAN, bulan=(BULAN,))
        assert sorted(a.laporan or 0 for a in kini.values()) == [0, 1]
        assert all(a.sumber.startswith("Laporan kegiatan, ") for a in kini.values())
        k = kumpul.kumpulkan(office.store.reader(), lingkup=KELURAHAN, bulan=(BULAN,), hari=HARI, nik_penuh=False)
        assert [b[5] for b in k.ketetapan if b[0] == "angka kinerja"] == [
            "RT 01 Ketua 01: 1 laporan", "RT 02 Ketua 02: 0 laporan"
        ]  # fmt: skip
