"""The key of a store: made once, kept by the key store, never replaced by mistake, recovered with a printed code."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sipokat_desktop import app, unlock
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.rt import queries
from sipokat_desktop.storage import keys, recovery
from sipokat_desktop.storage.keys import KunciHilang
from tests.gudang import Gudang, terpasang
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN

KEY = bytes(range(32))
HURUF = st.sampled_from(recovery.ALPHABET)
KODE = st.text(recovery.ALPHABET, min_size=24, max_size=24).map(recovery.written)


@given(KODE, st.booleans(), st.sampled_from(["-", " ", "", "\n", " - "]))
def test_a_code_is_read_as_it_is_written_down(kode: str, kecil: bool, antara: str) -> None:
    diketik = antara.join(kode.split("-"))
    assert recovery.read(diketik.lower() if kecil else diketik) == kode


@given(KODE, st.data())
def test_a_mistyped_letter_is_found_and_its_group_named(kode: str, data: st.DataObject) -> None:
    di = data.draw(st.sampled_from([ke for ke, huruf in enumerate(kode) if huruf != "-"]))
    lain = data.draw(HURUF.filter(lambda huruf: huruf != kode[di]))
    with pytest.raises(InputSalah, match=f"Kelompok ke-{kode[:di].count('-') + 1} "):
        recovery.read(kode[:di] + lain + kode[di + 1 :])


@given(KODE, st.data())
def test_two_letters_exchanged_are_found(kode: str, data: st.DataObject) -> None:
    beda = [ke for ke in range(len(kode) - 1) if "-" not in kode[ke : ke + 2] and kode[ke] != kode[ke + 1]]
    assume(beda)
    di = data.draw(st.sampled_from(beda))
    with pytest.raises(InputSalah, match="salah ketik"):
        recovery.read(kode[:di] + kode[di + 1] + kode[di] + kode[di + 2 :])


@given(KODE, st.integers(0, 5), st.integers(0, 5))
def test_two_groups_exchanged_are_found(kode: str, a: int, b: int) -> None:
    grup = kode.split("-")
    assume(a != b)
    grup[a], grup[b] = grup[b], grup[a]
    with pytest.raises(InputSalah, match="salah ketik"):
        recovery.read("-".join(grup))


@pytest.mark.parametrize(
    ("diketik", "kata"),
    [("", "yang diketik 0"), ("ABCDE", "yang diketik 5"), ("A" * 31, "yang diketik 31"), ("é" * 30, "Tanda “É”")],
)
def test_what_is_no_code_is_said(diketik: str, kata: str) -> None:
    with pytest.raises(InputSalah, match=kata):
        recovery.read(diketik)


def test_a_sealed_key_opens_with_its_code_only() -> None:
    kode, lain = recovery.new_code(), recovery.new_code()
    kotak = recovery.seal(KEY, kode)
    assert KEY not in kotak
    assert recovery.unseal(kotak, kode.lower()) == KEY
    for buruk, coba in ((kotak, lain), (kotak[:-1], kode), (bytes(len(kotak)), kode), (b"", kode)):
        with pytest.raises(InputSalah, match="bukan milik data ini"):
            recovery.unseal(buruk, coba)


def test_a_key_is_made_once(tmp_path: Path) -> None:
    kunci = keys.of(tmp_path / "data")
    assert len(kunci) == keys.BYTES
    assert keys.of(tmp_path / "data") == kunci
    assert keys.of(tmp_path / "lain") != kunci
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "data" / keys.FILE).stat().st_mode) == 0o600


def test_with_a_key_store_the_key_is_in_no_file(tmp_path: Path) -> None:
    with terpasang(Gudang()) as gudang:
        kunci = keys.of(tmp_path)
        assert [*gudang.isi.values()] == [kunci.hex()]
        assert keys.of(tmp_path) == kunci
    assert kunci.hex() not in (tmp_path / keys.FILE).read_text()


def test_a_lost_key_comes_back_with_the_code(tmp_path: Path) -> None:
    """Windows was set up anew: the folder is there, the key store is empty."""
    with terpasang(Gudang()), closing(unlock.store(tmp_path)) as store:
        kantor.isi_rt(store, 2)
        kode = keys.new_code(tmp_path, store.key or b"", 5)
    with terpasang(Gudang()) as gudang:
        with pytest.raises(KunciHilang, match="Data tidak rusak") as hilang:
            app.Office(tmp_path)
        assert hilang.value.recoverable
        with pytest.raises(InputSalah, match="bukan milik data ini"):
            keys.recover(tmp_path, recovery.new_code())
        assert gudang.isi == {}
        keys.recover(tmp_path, kode)
        with closing(unlock.store(tmp_path)) as store:
            assert len(queries.masa(store.reader(), lingkup=KELURAHAN)) == 2


def test_only_the_newest_code_opens(tmp_path: Path) -> None:
    kunci = keys.of(tmp_path)
    lama, baru = keys.new_code(tmp_path, kunci, 1), keys.new_code(tmp_path, kunci, 2)
    with pytest.raises(InputSalah, match="tanggalnya terbaru"):
        keys.recover(tmp_path, lama)
    keys.recover(tmp_path, baru)
    assert keys.of(tmp_path) == kunci


def test_without_a_code_nothing_can_be_recovered(tmp_path: Path) -> None:
    keys.of(tmp_path)
    with pytest.raises(InputSalah, match="belum pernah dibuat"):
        keys.recover(tmp_path, recovery.new_code())


@pytest.mark.parametrize("isi", [b"", b"{}", b"[1]", b'{"mark": "ab", "key": "zz"}', b"\xff\xfe", None])
def test_no_new_key_takes_the_place_of_one_in_use(tmp_path: Path, isi: bytes | None) -> None:
    """A garbled or vanished key file is said, and neither it nor the store is touched."""
    unlock.store(tmp_path).close()
    berkas = tmp_path / keys.FILE
    if isi is None:
        berkas.unlink()
    else:
        berkas.write_bytes(isi)
    sebelum = {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()}
    with pytest.raises(KunciHilang) as hilang:
        unlock.store(tmp_path)
    assert not hilang.value.recoverable
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()} == sebelum


def test_a_wrong_key_is_told_from_a_damaged_file(tmp_path: Path) -> None:
    unlock.store(tmp_path).close()
    known = keys.load(tmp_path)
    assert known is not None
    (tmp_path / keys.FILE).write_text(f'{{"mark": "{known.mark}", "key": "{KEY.hex()}"}}')
    with pytest.raises(KunciHilang):
        unlock.store(tmp_path)
    (tmp_path / keys.FILE).write_text(f'{{"mark": "{known.mark}", "key": "{known.key}"}}')
    (tmp_path / keys.STORE).write_bytes(os.urandom(40_000))
    with pytest.raises(Gangguan, match="rusak") as rusak:
        unlock.store(tmp_path)
    assert not isinstance(rusak.value, KunciHilang)


def test_a_key_is_in_no_message(tmp_path: Path) -> None:
    keys.of(tmp_path)
    known = keys.load(tmp_path)
    assert known is not None
    assert known.key
    assert known.key not in repr(known)
