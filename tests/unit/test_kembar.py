"""Duplicates: who is probably one person, and how two records become one and two again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.rt import ganti, kembar, ops, queries
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with three heads."""
    with buka(tmp_path) as dibuka:
        kantor.tarif(dibuka)
        kantor.isi_rt(dibuka, 3)
        yield dibuka


def orang(store: Store, nama: str, **isi: str | None) -> str:
    """A person without a term."""
    return store.write("uji", lambda tx: tx.insert("rt_orang", {"nama": nama, **isi}, scope=KELURAHAN)).value


def pasangan(store: Store) -> list[tuple[str, str, tuple[str, ...]]]:
    """Names of the pairs and why."""
    return [(p.satu.nama, p.dua.nama, p.sebab) for p in kembar.cari(store.reader(), lingkup=KELURAHAN)]


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("H. Ahmad Suharto, S.Pd.", "AHMAD SOEHARTO"), ("Muhammad Yusuf", "M. Jusuf".replace("J", "Y")),
        ("Hj. Siti Aminah", "Siti Aminah, S.Ag"), ("Djoko Tjahyono", "Joko Cahyono"), ("Sopian Hadi", "Sopiyan  Hadi"),
        ("Drs. Zainal Abidin M.Si", "Sainal Abidin"),
    ],
)  # fmt: skip
def test_one_name_written_in_two_ways(store: Store, satu: str, dua: str) -> None:
    orang(store, satu, tanggal_lahir="1970-05-01")
    orang(store, dua, tanggal_lahir="1970-05-01")
    ((_, _, sebab),) = pasangan(store)
    assert "tanggal lahir sama" in sebab


def test_what_makes_and_breaks_a_pair(store: Store) -> None:
    assert pasangan(store) == [], "Ketua 01 and Ketua 02 are two people: other NIKs"
    orang(store, "Budi Santoso", nik=kantor.nik(77))
    orang(store, "Rudi Hartono", nik=kantor.nik(77))
    assert pasangan(store)[0][2] == ("NIK sama", "nama berbeda")
    orang(store, "Siti Aminah", nik="1673014101700001", tanggal_lahir="1970-01-01")
    orang(store, "Siti Aminah", nik="1605054203800009", tanggal_lahir="1980-03-02")
    assert len(pasangan(store)) == 1, "a common name with another NIK and birth date is another person"
    orang(store, "Yulia Ningsih", hp="081234567890")
    orang(store, "Yuliya Ningsi", hp="081234567890")
    assert any(sebab == ("nama mirip", "nomor HP sama") for _, _, sebab in pasangan(store))


def test_set_aside_pairs_do_not_come_back(store: Store) -> None:
    a, b = orang(store, "Budi", nik=kantor.nik(77)), orang(store, "Budi", nik=kantor.nik(77))
    assert len(pasangan(store)) == 1
    kembar.abaikan(store, b, a)
    assert pasangan(store) == []


def test_merge_moves_terms_fills_gaps_and_is_undone_as_one(store: Store) -> None:
    ganti.ganti(store, ops.id_jabatan(KELURAHAN, "03"), {
        "akhir_nyata": "28/2/2026", "alasan_akhir": "pindah", "nama": "Budi", "hp": "081234567890",
    })  # fmt: skip
    lama = orang(store, "Budi", nik=kantor.nik(77), alamat="Jl. Melati")
    baru = next(m.orang_id for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.nama == "Budi")
    sebelum = kantor.tampak(store)
    assert [(b.field, b.saran) for b in kembar.beda(store.reader(), lama, baru)] == [
        ("nik", "tetap"), ("alamat", "tetap"), ("hp", "hapus"),
    ]  # fmt: skip
    selesai = kembar.gabungkan(store, lama, baru, {})
    assert selesai.value == kembar.Gabungan(1, 0)
    row = store.reader().execute("SELECT nik, hp, alamat FROM rt_orang WHERE nama = 'Budi'").fetchall()
    assert [tuple(r) for r in row] == [(kantor.nik(77), "081234567890", "Jl. Melati")]
    assert kantor.satu_kesatuan(store)
    history.undo(store, selesai.changes.act_id)
    assert kantor.tampak(store) == sebelum


def test_the_choice_per_field_decides(store: Store) -> None:
    a, b = orang(store, "Budi", hp="0811111111"), orang(store, "Budi S", hp="0822222222")
    kembar.gabungkan(store, a, b, {"nama": "hapus", "hp": "tetap"})
    row = store.reader().execute("SELECT nama, hp FROM rt_orang WHERE id = ?", (a,)).fetchone()
    assert tuple(row) == ("Budi S", "0811111111")


def _catat_dua_kali(store: Store, nomor: int) -> None:
    """The same head recorded once more, as two PCs do that import one sheet before they sync."""

    def work(tx: Tx) -> None:
        ops.catat_masa(
            tx, KELURAHAN, {"nomor": f"{nomor:02}", "nama": f"Ketua {nomor:02}", "tmt": "2024-01-01", "ba_nomor": "7"}
        )

    store.write("uji", work)


def _dua(store: Store, nama: str) -> list[str]:
    return [m.orang_id for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.nama == nama]


def test_two_records_of_one_term_become_one(store: Store) -> None:
    _catat_dua_kali(store, 2)
    ((_, _, sebab),) = pasangan(store)
    assert sebab == ("nama sama", "RT sama")
    a, b = _dua(store, "Ketua 02")
    assert kembar.gabungkan(store, a, b, {}).value == kembar.Gabungan(0, 1)
    (masa,) = [m for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.nomor == "02"]
    row = store.reader().execute("SELECT ba_nomor, sk_nomor FROM rt_masa WHERE id = ?", (masa.masa_id,)).fetchone()
    assert tuple(row) == ("7", "141/02/2024")


def test_the_term_that_payments_stand_on_stays(store: Store) -> None:
    nomor = kantor.susun(store)
    insentif.kunci(store, nomor, lurah="Lurah")
    insentif.terima(store, nomor)
    dibayar = {m.masa_id for m in queries.masa(store.reader(), lingkup=KELURAHAN)}
    _catat_dua_kali(store, 2)
    lama = next(
        m.orang_id for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.nomor == "02" and m.masa_id in dibayar
    )
    (baru,) = [id for id in _dua(store, "Ketua 02") if id != lama]
    kembar.gabungkan(store, baru, lama, {})
    assert {m.masa_id for m in queries.masa(store.reader(), lingkup=KELURAHAN)} == dibayar
    assert kantor.daftar(store, nomor).dibayar == 3 * 3 * 550_000


def test_two_posts_at_once_are_two_people(store: Store) -> None:
    satu, dua = (_dua(store, f"Ketua 0{ke}")[0] for ke in (1, 2))
    sebelum = kantor.tampak(store)
    with pytest.raises(InputSalah, match="RT 01 dan RT 02"):
        kembar.gabungkan(store, satu, dua, {})
    assert kantor.tampak(store) == sebelum
    for a, b, kalimat in ((satu, satu, "dua orang"), (satu, "x", "sudah tidak ada")):
        with pytest.raises(InputSalah, match=kalimat):
            kembar.gabungkan(store, a, b, {})
