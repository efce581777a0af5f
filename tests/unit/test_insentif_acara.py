"""Payments by attendance: who is owed what, never twice, what is said of it, what stays silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import hak, ketetapan_ops, queries, tunggakan
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif.model import Acara, Komponen, Peserta, Tarif
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage.store import Store
from tests.unit import kantor, uji_acara
from tests.unit.kantor import KELURAHAN
from tests.unit.uji_acara import ACARA, NAMA


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with uji_acara.buka(tmp_path) as satu:
        uji_acara.acara(satu)
        yield satu


@pytest.fixture
def masa(store: Store) -> list[str]:
    """Four heads; the first two attended, the second twice."""
    semua = kantor.isi_rt(store, 4)
    uji_acara.hadir(store, semua[0])
    uji_acara.hadir(store, semua[1], 2)
    return semua


def _jumlah(store: Store, nomor: str) -> list[tuple[str, int]]:
    return [(b.nomor_rt, b.diterima) for b in kantor.baris(store, nomor)]


def _kata(store: Store, nomor: str) -> tuple[dict[str, list[str]], list[str]]:
    temuan, lain = queries.temuan(store.reader(), kantor.daftar(store, nomor))
    return {masa: [f"{t.peran}: {t.kalimat}" for t in semua] for masa, semua in temuan.items() if semua}, lain


# --- the rule ------------------------------------------------------------------------------------------------------


@given(
    kali=st.lists(st.integers(0, 6), min_size=1, max_size=6), per=st.sampled_from(["kegiatan", "sesi"]),
    jumlah=st.integers(1, 500_000), ragu=st.booleans(), bulan=st.sampled_from(["2026-10", "2026-11", "2026-12"]),
)  # fmt: skip
def test_entitlement_is_attendance_times_tariff(kali: list[int], per: str, jumlah: int, ragu: bool, bulan: str) -> None:
    peserta = tuple(Peserta(f"m{i}", f"j{i}", n, ragu) for i, n in enumerate(kali))
    acara = Acara("uji", ACARA, per, "Bimtek", "2026-11-20", "2026-11-21", "", peserta)
    k = Komponen(
        "k", KELURAHAN, "Transport", "", "", "", "", 0, "tunai", 1, (Tarif("2026-01", None, jumlah, ""),), acara=acara
    )
    p = periode.baca(bulan)
    for i, n in enumerate(kali):
        m = Masa(f"m{i}", f"j{i}", "", str(i), "", None, None, None, None, None, None, None, None, None)
        wajar = (n if per == "sesi" else min(n, 1)) * jumlah if bulan == "2026-11" else 0
        h = hak.hak(m, k, p, ())
        assert (h.bruto if h else 0) == wajar
        assert h is None or bool(h.catatan) == ragu
        assert hak.hak(m, k, p, {f"j{i}|k|{bulan}"}) is None


@pytest.mark.parametrize(("per", "jumlah"), [("kegiatan", [150_000, 150_000]), ("sesi", [150_000, 300_000])])
def test_a_list_pays_who_attended(store: Store, masa: list[str], per: str, jumlah: list[int]) -> None:
    assert masa
    uji_acara.komponen(store, per=per)
    nomor = uji_acara.susun(store)
    assert _jumlah(store, nomor) == [*zip(("01", "02"), jumlah, strict=True)]
    assert _kata(store, nomor) == ({}, [])


def test_it_is_of_the_month_of_the_event_alone(store: Store, masa: list[str]) -> None:
    assert masa
    uji_acara.komponen(store)
    assert kantor.daftar(store, uji_acara.susun(store, "2026-11R01")).periode == "2026-11"
    for kode in ("2026-TW4", "2026-10", "2026-10R02"):
        with pytest.raises(InputSalah, match="hanya dibayar pada November 2026"):
            uji_acara.susun(store, kode)
    uji_acara.acara(store, hari="")
    with pytest.raises(InputSalah, match="belum mempunyai sesi"):
        uji_acara.susun(store)


def test_nobody_attended(store: Store) -> None:
    kantor.isi_rt(store, 2)
    uji_acara.komponen(store)
    with pytest.raises(InputSalah, match="Belum ada ketua RT yang tercatat hadir di Bimtek Ketua RT 2026"):
        uji_acara.susun(store)


# --- never twice ---------------------------------------------------------------------------------------------------


def test_who_was_paid_is_on_no_second_list(store: Store, masa: list[str]) -> None:
    uji_acara.komponen(store)
    nomor = uji_acara.terkunci(store)
    insentif.terima(store, nomor)
    with pytest.raises(InputSalah, match=f"sudah ada di daftar {nomor}"):
        uji_acara.susun(store)
    uji_acara.hadir(store, masa[2])
    assert _jumlah(store, uji_acara.susun(store)) == [("03", 150_000)]


def test_a_moved_event_is_not_paid_again(store: Store, masa: list[str]) -> None:
    """The slot has a month; who was paid in the old month is not owed the new one, on a list or by a payment."""
    uji_acara.komponen(store)
    lama = uji_acara.terkunci(store)
    insentif.terima(store, lama, hanya=[1])
    uji_acara.acara(store, hari="2026-12-01", sampai="2026-12-01")
    uji_acara.hadir(store, masa[2])
    baru = uji_acara.terkunci(store, "2026-12")
    assert _jumlah(store, baru) == [("03", 150_000)]
    assert not tunggakan.tunggakan(store.reader(), lingkup=KELURAHAN, komponen=_komponen(store), sebelum="2027-06")


def test_a_payment_of_a_moved_event_is_found_under_its_new_month(store: Store, masa: list[str]) -> None:
    """Two computers locked before and after the event was moved: whoever pays second is told."""
    uji_acara.komponen(store)
    lama = uji_acara.terkunci(store)
    insentif.terima(store, lama, hanya=[1])
    uji_acara.acara(store, hari="2026-12-01", sampai="2026-12-01")
    slot = f"{_jabatan(store, masa[0])}|{kantor.daftar(store, lama).komponen_id}|2026-12"
    assert [b.nomor for b in queries.pembayaran_hidup(store.reader(), slot=slot)] == [lama]


def test_an_event_has_one_component(store: Store, masa: list[str]) -> None:
    assert masa
    id = uji_acara.komponen(store)
    with pytest.raises(InputSalah, match="sudah dibayar lewat komponen"):
        uji_acara.komponen(store, nama="Uang saku")
    uji_acara.acara(store, asal="acara-2")
    with pytest.raises(InputSalah, match="tidak dapat diganti"):
        ketetapan_ops.simpan_komponen(
            store, KELURAHAN, {"sumber": "uji", "asal": "acara-2", "per": "sesi"}, komponen_id=id
        )
    uji_acara.acara(store, asal="acara-3", hari="")
    with pytest.raises(InputSalah, match="belum mempunyai sesi"):
        uji_acara.komponen(store, asal="acara-3", nama="Lain")


def _komponen(store: Store) -> Komponen:
    return ketetapan.pilih_komponen(store.reader(), lingkup=KELURAHAN, nama=NAMA)


def _jabatan(store: Store, masa_id: str) -> str:
    return str(store.reader().execute("SELECT jabatan_id FROM rt_masa WHERE id = ?", (masa_id,)).fetchone()[0])


# --- what is said ----------------------------------------------------------------------------------------------------


def test_contradictory_marks_keep_a_line_from_being_locked_and_paid(store: Store, masa: list[str]) -> None:
    uji_acara.komponen(store)
    nomor = uji_acara.susun(store)
    uji_acara.hadir(store, masa[0], ragu=True)
    temuan, _ = queries.temuan(store.reader(), kantor.daftar(store, nomor))
    (satu,) = temuan[masa[0]]
    assert (satu.peran, satu.jenis) == ("salah", "hadir_beda")
    assert satu.tujuan
    assert satu.tujuan.alamat == f"{ACARA}#{_jabatan(store, masa[0])}"
    with pytest.raises(InputSalah, match="Belum dapat dikunci: Tanda hadirnya berbeda"):
        insentif.kunci(store, nomor, lurah="Lurah")
    insentif.kunci(store, nomor, lurah="Lurah", alasan="uji")
    assert insentif.terima(store, nomor).value == [2]
    with pytest.raises(InputSalah, match="tanda hadir berbeda di dua komputer"):
        insentif.terima(store, nomor)
    uji_acara.hadir(store, masa[0])
    assert insentif.terima(store, nomor).value == [1]


def test_a_draft_says_what_changed(store: Store, masa: list[str]) -> None:
    id = uji_acara.komponen(store)
    nomor = uji_acara.susun(store)
    uji_acara.hadir(store, masa[0], 0)
    assert _kata(store, nomor)[0] == {
        masa[0]: ["salah: Tidak lagi tercatat hadir di Bimtek Ketua RT 2026. Perbarui daftarnya"]
    }
    uji_acara.hadir(store, masa[0])
    ketetapan_ops.tetapkan_tarif(store, KELURAHAN, id, {"jumlah": "200000", "mulai": "2026-01"})
    kata = "salah: Di daftar 150.000, menurut kehadiran dan tarif sekarang 200.000. Perbarui daftarnya"
    assert _kata(store, nomor)[0] == {masa[0]: [kata], masa[1]: [kata]}
    uji_acara.acara(store, hari="2026-12-01", sampai="2026-12-01")
    assert "sekarang pada Desember 2026" in _kata(store, nomor)[0][masa[0]][0]
    with pytest.raises(InputSalah, match="Desember 2026"):
        insentif.kunci(store, nomor, lurah="Lurah")


def test_no_word_of_posts_arrears_or_decrees(store: Store) -> None:
    """A vacant post, a term without SK, months before: nothing of it matters for having attended."""
    tanpa_sk = rt.tambah(store, KELURAHAN, kantor.isian(1) | {"sk_nomor": "", "akhir_sk": "2026-11-10"}).value
    lain = rt.tambah(store, KELURAHAN, kantor.isian(2, akhir_sk="2025-01-01")).value
    uji_acara.hadir(store, tanpa_sk)
    uji_acara.hadir(store, lain)
    uji_acara.komponen(store)
    nomor = uji_acara.susun(store)
    assert _kata(store, nomor) == ({}, [])
    insentif.kunci(store, nomor, lurah="Lurah")


def test_who_attended_without_a_term_is_named(store: Store, masa: list[str]) -> None:
    isi = (ACARA, KELURAHAN, _jabatan(store, masa[3]), "", 1, 0)
    store.local(lambda con: con.execute("INSERT INTO uji_hadir VALUES (?, ?, ?, ?, ?, ?)", isi))
    uji_acara.komponen(store)
    nomor = uji_acara.susun(store)
    (kata,) = _kata(store, nomor)[1]
    assert kata.startswith("RT 04 tercatat hadir")
