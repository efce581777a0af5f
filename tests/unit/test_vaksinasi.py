"""Vaccination figures: what may be entered, against a plain oracle; coverage, progress and gaps; never a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop import cli
from sipokat_desktop.importing.sheet import read
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import hapus as rt_hapus
from sipokat_desktop.modules.vaksinasi import ops, queries, rules, tabel, text
from sipokat_desktop.modules.vaksinasi.rules import Catat
from sipokat_desktop.storage import history, naming, sqlite
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.usulan_contoh import pos

P = "COVID-19"
HARI = "2026-04-10"
ANGKA = st.tuples(*(st.integers(0, 4) for _ in range(4)))
Jalan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with buka(tmp_path) as dibuka:
        kantor.isi_rt(dibuka, 4)
        yield dibuka


def isi(angka: str, alasan: str = "") -> dict[str, str]:
    return dict(
        zip((*rules.ANGKA, "alasan"), (*angka.split("/"), *("",) * (3 - angka.count("/")), alasan), strict=True)
    )


def catat(store: Store, ke: int, hari: str, angka: str, alasan: str = "") -> None:
    ops.catat(store, KELURAHAN, pos(store)[ke], P, hari, isi(angka, alasan))


def gagal(store: Store, ke: int, hari: str, angka: str, alasan: str = "") -> tuple[str, str]:
    with pytest.raises(InputSalah) as salah:
        catat(store, ke, hari, angka, alasan)
    return salah.value.field, salah.value.pesan


def cakupan(store: Store, hari: str = HARI, tempat: str = KELURAHAN) -> tuple[int, ...]:
    c = queries.cakupan(store.reader(), kantor=tempat, program=P, hari=hari)
    return c.rt, c.rt_tercatat, c.sasaran, c.dosis1, c.dosis2, c.booster


def sah(hari: Mapping[int, tuple[rules.Angka, bool]], ke: int) -> bool:
    """The rule as the issue says it, looked at from one day among all days that are there."""
    (s, d1, d2, b), alasan = hari[ke]
    if not (0 <= b <= d2 <= d1 <= s and s > 0):
        return False
    if alasan:
        return True
    for lain, ((ls, *ld), beralasan) in hari.items():
        if lain == max((n for n in hari if n < ke), default=None) and (
            ls != s or any(a > b for a, b in zip(ld, (d1, d2, b), strict=True))
        ):
            return False
        if lain == min((n for n in hari if n > ke), default=None) and not beralasan and (
            ls != s or any(a < b for a, b in zip(ld, (d1, d2, b), strict=True))
        ):  # fmt: skip
            return False
    return True


@given(
    st.dictionaries(st.integers(1, 9), st.tuples(ANGKA, st.booleans()), max_size=4),
    st.integers(1, 9),
    st.tuples(ANGKA, st.booleans()),
)
def test_what_may_be_entered_is_what_the_rule_says(
    ada: dict[int, tuple[rules.Angka, bool]], ke: int, baru: tuple[rules.Angka, bool]
) -> None:
    semua = {n: Catat(f"2026-01-0{n}", angka, "x" if alasan else "") for n, (angka, alasan) in ada.items() if n != ke}
    sebelum = max((n for n in semua if n < ke), default=0)
    sesudah = min((n for n in semua if n > ke), default=0)
    satu = Catat(f"2026-01-0{ke}", baru[0], "x" if baru[1] else "")
    salah = rules.periksa(satu, semua.get(sebelum), semua.get(sesudah))
    if not baru[0][0]:
        return
    assert (not salah) == sah({**{n: v for n, v in ada.items() if n != ke}, ke: baru}, ke)
    for s in salah:
        assert s.field in (*rules.ANGKA, "alasan")
        assert s.kalimat.endswith(".")


def test_a_rule_that_forgets_the_day_before_would_be_noticed() -> None:
    """The known-bad control: figures that fit among themselves and still fell."""
    lama, baru = Catat("2026-01-01", (9, 5, 1, 0), ""), Catat("2026-01-02", (9, 4, 1, 0), "")
    assert not rules.periksa(baru, None, None)
    assert rules.periksa(baru, lama, None)
    assert not sah({1: (lama.angka, False), 2: (baru.angka, False)}, 2)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 6), st.integers(0, 5)), max_size=20))
def test_progress_is_the_sum_of_the_latest_of_every_rt(catatan: list[tuple[int, int, int]]) -> None:
    """On every day: of each RT its latest figure on or before that day, added up by hand."""
    con = sqlite.connect(":memory:")
    con.execute("CREATE TABLE rt_jabatan (id, lingkup, nomor, rw)")
    kolom = ("id", "lingkup", *(c.name for c in tabel.CATATAN.columns))
    con.execute(f"CREATE TABLE vaksinasi_catatan ({', '.join(kolom)})")
    per = {(rt, hari): n for rt, hari, n in catatan}
    for (rt, hari), n in per.items():
        nilai = (f"{rt}-{hari}", KELURAHAN, f"rt{rt}", P, f"2026-01-0{hari}", 10, n, 0, 0, "", "")
        con.execute(f"INSERT INTO vaksinasi_catatan VALUES ({', '.join('?' * len(nilai))})", nilai)
    titik = queries.kemajuan(con, kantor=KELURAHAN, program="covid 19")
    assert [t.tanggal for t in titik] == sorted({f"2026-01-0{hari}" for _, hari in per})
    for t in titik:
        kini = {rt: (hari, n) for (rt, hari), n in sorted(per.items()) if f"2026-01-0{hari}" <= t.tanggal}
        assert (t.rt, t.sasaran, t.dosis1) == (len(kini), 10 * len(kini), sum(n for _, n in kini.values()))


def test_figures_grow_and_fall_only_with_a_reason(store: Store) -> None:
    catat(store, 0, "1/2/2026", "120/80/40/10")
    catat(store, 0, "1/3/2026", "/90")
    assert cakupan(store) == (4, 1, 120, 90, 40, 10), "what is left empty is as it was"
    assert gagal(store, 0, "5/3/2026", "/70") == (
        "alasan", "Dosis 1 turun dari 90 (1 Maret 2026) menjadi 70. Periksa lagi; bila benar, tulis alasannya."
    )  # fmt: skip
    assert gagal(store, 0, "5/3/2026", "/95/96") == ("dosis2", "Dosis 2 (96) tidak boleh lebih dari Dosis 1 (95).")
    assert gagal(store, 0, "5/3/2026", "/130")[0] == "dosis1"
    assert gagal(store, 0, "5/3/2026", "110")[1].startswith("Sasaran berubah dari 120 (1 Maret 2026) menjadi 110.")
    assert gagal(store, 0, "15/2/2026", "/99")[1].startswith("Dosis 1 tidak cocok dengan angka 1 Maret 2026")
    assert gagal(store, 0, "11/4/2026", "/99")[0] == "tanggal"
    assert gagal(store, 1, "1/2/2026", "")[0] == "sasaran"
    assert gagal(store, 1, "1/2/2026", "banyak")[0] == "sasaran"
    catat(store, 0, "5/3/2026", "110/70", "10 warga pindah")
    catat(store, 0, "1/3/2026", "//41")
    assert cakupan(store, "2026-03-01") == (4, 1, 120, 90, 41, 10)
    (salah,) = ops.periksa(store.reader(), pos(store)[0], P, "2026-03-09", isi("/60"))
    assert salah.field == "alasan"
    assert queries.program(store.reader(), [KELURAHAN]) == [P]
    with pytest.raises(InputSalah, match="program"):
        ops.catat(store, KELURAHAN, pos(store)[0], " - ", "", isi("1"))


def test_a_grid_is_one_act_and_names_the_cell_that_is_wrong(store: Store) -> None:
    rt = pos(store)
    kisi = {rt[0]: isi("100/50"), rt[1]: isi("80/20"), rt[2]: isi("")}
    act = ops.catat_banyak(store, KELURAHAN, "covid-19", "1/3/2026", kisi)
    assert act.value == (2, 0, 0)
    assert ops.catat_banyak(store, KELURAHAN, P, "1/3/2026", kisi | {rt[0]: isi("100/51")}).value == (0, 1, 1)
    with pytest.raises(InputSalah) as salah:
        ops.catat_banyak(store, KELURAHAN, P, "2/3/2026", {rt[1]: isi("80/30"), rt[0]: isi("100/101")})
    assert salah.value.field == f"{rt[0]}|dosis1"
    assert cakupan(store)[3] == 71, "nothing of a wrong grid is kept"
    with pytest.raises(InputSalah, match="Belum ada angka"):
        ops.catat_banyak(store, KELURAHAN, P, "2/3/2026", {rt[1]: isi("")})
    baris = queries.kisi(store.reader(), lingkup=KELURAHAN, program=P, tanggal="2026-03-02")
    assert [(b.nomor_rt, b.sebelum and b.sebelum.dosis1, b.kini) for b in baris] == [
        ("01", 51, None), ("02", 20, None), ("03", None, None), ("04", None, None)
    ]  # fmt: skip
    id = ops.id_catatan(rt[1], P, "2026-03-01")
    assert naming.row(store.reader(), store.tables, "vaksinasi_catatan", id) == "COVID-19 · RT 02 · 1 Maret 2026"
    pindah = ops.ubah(store, id, {"tanggal": "28/2/2026", "dosis1": "19"})
    assert cakupan(store, "2026-02-28") == (4, 1, 80, 19, 0, 0)
    history.undo(store, pindah.act_id)
    assert cakupan(store)[3] == 71
    catat(store, 1, "3/3/2026", "/40")
    with pytest.raises(InputSalah, match="sudah punya angka pada 3 Maret 2026"):
        ops.ubah(store, id, {"tanggal": "3/3/2026"})
    hapus = ops.hapus(store, [id])
    ops.hapus(store, [c.catatan_id for c in queries.catatan(store.reader(), lingkup=[KELURAHAN], jabatan_id=rt[1])])
    rt_hapus.hapus_jabatan(store, rt[1])
    with pytest.raises(InputSalah, match="RT-nya sudah dihapus"):
        history.undo(store, hapus.act_id)
    with pytest.raises(InputSalah, match="tidak ada lagi"):
        ops.hapus(store, [id])


def _tulis(isian: Fields, tx: Tx) -> str:
    return tx.insert(ops.TABEL, isian, scope=KELURAHAN)


def test_what_only_a_sync_can_bring_is_listed(store: Store) -> None:
    """Two computers that did not see each other: written past the rules, as the exchange does."""
    for hari, angka in (("2026-03-01", (100, 60, 20, 0)), ("2026-03-08", (100, 50, 55, 0))):
        isian: Fields = {"program": P, "tanggal": hari, "jabatan_id": pos(store)[0]}
        store.write("uji", partial(_tulis, isian | dict(zip(rules.ANGKA, angka, strict=True))))
    terakhir = queries.catatan(store.reader(), lingkup=[KELURAHAN], program=P)[0]
    assert terakhir.ragu == (
        "Dosis 2 (55) tidak boleh lebih dari Dosis 1 (50).", "Dosis 1 turun dari 60 (1 Maret 2026) menjadi 50.",
    )  # fmt: skip
    periksa = [c for c in queries.celah(store.reader(), kantor=KELURAHAN, program=P, hari=HARI) if c.jenis == "periksa"]
    assert [c.kata for c in periksa] == [*terakhir.ragu]
    assert text.bagian(60, 50) == "lebih dari 100 % · 60 dari 50"


def test_gaps_by_kind_and_places_up_to_the_city(store: Store) -> None:
    catat(store, 0, "1/2/2026", "100/60/10")
    catat(store, 1, "9/4/2026", "100/90/85")
    catat(store, 2, "1/4/2026", "100/20/20")
    celah = queries.celah(store.reader(), kantor=KELURAHAN, program=P, hari=HARI)
    assert [(c.nomor_rt, c.jenis) for c in celah] == [
        ("01", "basi"), ("01", "dosis2"), ("01", "target"), ("03", "target"), ("04", "kosong")
    ]  # fmt: skip
    assert celah[1].kata == "50 orang sudah dosis 1 lebih dari 28 hari, belum dosis 2."
    assert celah[2].kata == "Dosis 1 baru 60 % · 60 dari 100; targetnya 70 %."
    assert not [c for c in queries.celah(store.reader(), kantor=KELURAHAN, program=P, hari=HARI, target=200)
                if c.jenis == "target"]  # fmt: skip
    for tempat in ("kec:16.73.01", "kota"):
        assert cakupan(store, tempat=tempat) == (4, 3, 300, 170, 115, 0)
    kec = queries.per_kecamatan(store.reader(), program=P, hari=HARI)
    assert (len(kec), kec[0].kata(), kec[1].kata()) == (8, "57 % · 170 dari 300", "belum ada sasaran")
    assert [c.dosis1 for c in queries.per_rt(store.reader(), lingkup=KELURAHAN, program=P, hari="2026-04-01")] == [
        60,
        0,
        20,
        0,
    ]


def test_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with buka(tmp_path / "k") as store:
        store.set_setting("lingkup", KELURAHAN)

    def jalan(*kata: str) -> tuple[int, str, str]:
        kode = cli.main([*kata, "--data", str(tmp_path / "k")])
        keluar = capsys.readouterr()
        return kode, keluar.out, keluar.err

    assert jalan("vaksinasi", "celah")[1] == f"{text.TANPA_RT}\n"
    with buka(tmp_path / "k") as store:
        kantor.isi_rt(store, 3)
    assert jalan("vaksinasi", "kemajuan")[1] == "Belum ada angka vaksinasi COVID-19.\n"
    assert jalan("vaksinasi", "catat", "1=120/80/40", "2=90/30", "--tanggal", "1/2/2025")[1] == (
        "COVID-19 1 Februari 2025: 2 RT dicatat, 0 diubah, 0 tetap.\n"
    )
    kode, _, salah = jalan("vaksinasi", "catat", "1=/70", "--tanggal", "2/2/2025")
    assert (kode, salah.split(".")[0]) == (2, "Dosis 1 turun dari 80 (1 Februari 2025) menjadi 70")
    assert jalan("vaksinasi", "catat", "1=/70", "--tanggal", "2/2/2025", "--alasan", "salah hitung")[0] == 0
    assert jalan("vaksinasi", "catat", "1:70")[0] == 2
    assert "dua kali" in jalan("vaksinasi", "catat", "1=130", "01=140")[2]
    assert [jalan("vaksinasi", "celah", "--target", satu)[0] for satu in ("101", "-1", "80")] == [2, 2, 0]
    kata = jalan("vaksinasi", "kemajuan")[1]
    assert kata.splitlines()[-1] == (
        "Taba Jemekeh: 2 dari 3 RT tercatat · dosis 1 48 % · 100 dari 210 · dosis 2 19 % · 40 dari 210 · "
        "booster 0 % · 0 dari 210"
    )
    assert "RT 03 · Belum ada angka" in jalan("vaksinasi", "celah")[1]
    assert len(jalan("vaksinasi", "daftar", "--rt", "1")[1].splitlines()) == 2
    assert jalan("vaksinasi", "xlsx", str(tmp_path / "v.xlsx"))[0] == 0
    kolom = {str(sel) for row in read(tmp_path / "v.xlsx").lembar[0].rows for sel in row}
    assert not kolom & {"Nama", "NIK"}
    assert jalan("cetak", "vaksinasi", "--keluaran", str(tmp_path / "v.pdf"))[0] == 0
    assert jalan("vaksinasi", "hapus", "1", "--tanggal", "2/2/2025")[0] == 0


def test_no_column_can_hold_a_person() -> None:
    assert not {"nama", "nik", "orang_id", "masa_id"} & {c.name for c in tabel.CATATAN.columns}
