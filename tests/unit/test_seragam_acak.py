"""Any sequence of acts on one computer, undo and redo included: stock is the sum of its movements, needs add up."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import ops, queries, stok
from sipokat_desktop.modules.seragam.model import IsianUkuran, Stok
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.seragam import KECAMATAN, b, gudang, isi, ketua

DI = kantor.KELURAHAN
UKURAN = st.sampled_from(["M", "L", "XL", ""])
LANGKAH = st.tuples(st.integers(0, 9), st.integers(0, 4), UKURAN, st.integers(-2, 3))


@cache
def _contoh() -> Path:
    folder = Path(mkdtemp(prefix="sipokat-seragam-"))
    with kantor.buka(folder) as store:
        ketua(store, "L", "XL", "L", "", "M")
        gudang(store, isi(M=1, L=2, XL=1))
    return folder


@pytest.fixture(scope="module", autouse=True)
def _bersih() -> Iterator[None]:
    yield
    shutil.rmtree(_contoh())
    _contoh.cache_clear()


def _lakukan(store: Store, langkah: tuple[int, int, str, int], acts: list[str]) -> None:
    apa, ke, ukuran, n = langkah
    con = store.reader()
    p = queries.cari_pengadaan(con, "").pengadaan_id
    posts = queries.pemakai(con, p, lingkup=DI, hari=rt.hari_ini(store))
    rt_ = posts[ke % len(posts)].jabatan_id
    hidup = [g.gerak_id for g in queries.gerak(con, p) if g.jenis != "balik" and not g.dibatalkan] or [""]
    semua: list[Callable[[], Changes]] = [
        lambda: ops.serah(store, p, [rt_]).changes,
        lambda: ops.serah(store, p, [rt_], cara="kecamatan").changes,
        lambda: ops.tukar(store, p, rt_, ukuran=ukuran).changes,
        lambda: ops.ganti(store, p, rt_, alasan="rusak", ukuran=ukuran).changes,
        lambda: ops.sesuaikan(store, p, tempat=DI, barang=b(ukuran), jumlah=n, alasan="hitung").changes,
        lambda: ops.kirim(store, p, dari=DI, ke=KECAMATAN, isi={b(ukuran): n}).changes,
        lambda: ops.batal(store, [hidup[ke % len(hidup)]], alasan="keliru"),
        lambda: ops.catat_ukuran(store, {rt_: IsianUkuran(ukuran)}, pengadaan_id=p).changes,
        lambda: ops.serah_semua(store, p, lingkup=DI, kecuali=[rt_]).changes,
        lambda: history.undo(store, acts[ke % len(acts)] if acts else ""),
    ]
    changes = semua[apa]()
    if changes.rows:
        acts.append(changes.act_id)


def _hitung(store: Store) -> dict[tuple[str, str], int]:
    hasil: Counter[tuple[str, str]] = Counter()
    for g in store.reader().execute("SELECT * FROM seragam_gerak"):
        for ukuran, arah in ((g["ukuran"], 1), (g["ukuran_kembali"], -1)):
            if ukuran:
                hasil[g["ke"], ukuran] += arah * g["jumlah"]
                hasil[g["dari"], ukuran] -= arah * g["jumlah"]
    for i in store.reader().execute("SELECT * FROM seragam_isi"):
        hasil["pengadaan", i["ukuran"]] += i["jumlah"]
    return {letak: n for letak, n in hasil.items() if n}


def _periksa(store: Store) -> None:
    con, hari = store.reader(), rt.hari_ini(store)
    p = queries.cari_pengadaan(con, "")
    ada = {(di, barang.ukuran): s.ada for (di, barang), s in stok.saldo(con, p.pengadaan_id).items() if s.ada}
    assert ada == _hitung(store), "stock is not the sum of its movements"
    assert all(n >= 0 for (di, _), n in ada.items() if di != "selisih"), "a place is below zero"
    neraca = queries.neraca(con, p.pengadaan_id)
    sisa = {(di, barang.ukuran): n.sisa for di, semua in neraca.items() for barang, n in semua.items() if n.sisa}
    terkirim = {letak: n for letak, n in ada.items() if letak[0] != "pengadaan"}
    neraca_ = {letak: n for letak, n in sisa.items() if letak[0] != "pengadaan"}
    assert neraca_ == terkirim, "came − left is not what lies there"
    assert queries.masalah(con, p.pengadaan_id) == []
    posts = queries.pemakai(con, p.pengadaan_id, lingkup=DI, hari=hari)
    for s in posts:
        assert sum(s.memegang.values()) == bool(s.pegang) + len(s.diganti), "a second piece without a reason"
    _kebutuhan(store, p.pengadaan_id)


def _kebutuhan(store: Store, p: str) -> None:
    """Needs add up: a piece for everybody whose size is known, what was handed out, and nothing else."""
    con, hari = store.reader(), rt.hari_ini(store)
    posts = queries.pemakai(con, p, lingkup=DI, hari=hari)
    tabel, angka = queries.matriks(con, p, lingkup=DI, hari=hari), queries.ringkas(con, p, lingkup=DI, hari=hari)
    diganti = sum(len(s.diganti) for s in posts)
    assert sum(tabel.jumlah("perlu")) + angka.tanpa_ukuran == angka.berketua + diganti
    assert sum(tabel.jumlah("diserahkan")) == angka.diserahkan == angka.sudah + diganti
    lembar = queries.lembar(con, p, lingkup=DI, hari=hari)
    assert sum(n for _, n in lembar.jumlah) == angka.berketua + diganti


def _mainkan(langkah: list[tuple[int, int, str, int]]) -> None:
    folder = Path(mkdtemp(prefix="sipokat-seragam-"))
    try:
        shutil.copytree(_contoh(), folder, dirs_exist_ok=True)
        with closing(Store(folder, MODULES, clock=kantor.Jam(kantor.SEKARANG + kantor.HARI_MS))) as store:
            acts: list[str] = []
            for satu in langkah:
                with suppress(InputSalah):
                    _lakukan(store, satu, acts)
                _periksa(store)
    finally:
        shutil.rmtree(folder)


@given(st.lists(LANGKAH, max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_stock_is_the_sum_of_its_movements(langkah: list[tuple[int, int, str, int]]) -> None:
    _mainkan(langkah)


def test_a_stock_that_forgets_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Known-bad: a balance that counts only what came in."""
    asli = stok.saldo

    def lupa(*args: object) -> dict[object, Stok]:
        return {k: s._replace(keluar=0) for k, s in asli(*args).items()}  # type: ignore[arg-type]

    monkeypatch.setattr(stok, "saldo", lupa)
    with pytest.raises(AssertionError, match="not the sum"):
        _mainkan([(0, 0, "L", 1)])


def test_an_undo_that_does_not_ask_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Known-bad: the first hand-over is undone although an exchange stands on it."""
    from sipokat_desktop.modules.seragam import urung

    _mainkan([(0, 0, "L", 1), (2, 0, "XL", 1), (9, 0, "L", 1)])
    monkeypatch.setattr(urung, "bentrok", lambda *_args: [])
    with pytest.raises(AssertionError):
        _mainkan([(0, 0, "L", 1), (2, 0, "XL", 1), (9, 0, "L", 1)])
