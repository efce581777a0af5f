"""Every pre-check of DOMAIN §3 on a real store: the problem, its weight, and where it is mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ketetapan_ops, ops, periksa, queries
from sipokat_desktop.modules.insentif.model import Temuan, Tujuan
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.susun_kantor import atur, buat, ganti, masa

LAIN = "16.73.01.1004"
Siap = Callable[[Store], None]


def temuan(store: Store, nomor: str) -> tuple[dict[str, list[Temuan]], list[Temuan]]:
    """Findings per RT number, and those outside the list."""
    per_masa, lain = periksa.temuan(store.reader(), kantor.daftar(store, nomor))
    baris = {b.masa_id: b.nomor_rt for b in kantor.baris(store, nomor)}
    return {baris[m]: semua for m, semua in per_masa.items() if m in baris}, lain


def ubah(store: Store, nomor: str, **isian: str) -> None:
    """Edit a head and the term."""
    m = masa(store, nomor)
    rt.ubah(store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian=isian)


def tulis(store: Store, tabel: str, row_id: str, **isian: str | None) -> None:
    """Write past the form, as a sync may."""
    store.write("dari kota", lambda tx: tx.update(tabel, row_id, {**isian}))


def siap(store: Store, jumlah: int = 2) -> None:
    """A tariff and heads."""
    kantor.tarif(store)
    kantor.isi_rt(store, jumlah)


def _transfer(store: Store) -> None:
    atur(store, cara="transfer")


def _golongan(store: Store) -> None:
    atur(store, skema="golongan")
    ubah(store, "02", golongan="II/a")
    tulis(store, "rt_orang", masa(store, "01").orang_id, golongan="guru")


def _bank(store: Store) -> None:
    atur(store, cara="transfer")
    ubah(store, "02", bank="BRI", rekening="1")
    tulis(store, "rt_orang", masa(store, "01").orang_id, rekening="77", bank=None)


def _kinerja(store: Store) -> None:
    id_ = queries.komponen(store.reader(), lingkup=KELURAHAN)[0].komponen_id
    ketetapan_ops.simpan_aturan(store, KELURAHAN, id_, {"ukuran": "laporan", "pita": "0=50 3=100", "mulai": "2026-03"})
    angka = [ketetapan_ops.IsianKinerja(masa(store, "02").masa_id, "2026-03", "3")]
    ketetapan_ops.catat_kinerja(store, KELURAHAN, angka, sumber="")


@pytest.mark.parametrize(
    ("buat_hal", "jenis", "peran", "kalimat", "isian"),
    [
        (lambda s: ubah(s, "01", sk_nomor=""), "sk_kosong", "awas", "SK belum diisi", "sk_nomor"),
        (lambda s: ubah(s, "01", sk_tanggal="2026-03-09"), "sk_terlambat", "awas",
         "SK tertanggal 9 Maret 2026, setelah bulan yang dibayar", "sk_tanggal"),
        (lambda s: ubah(s, "01", akhir_sk="2026-02-20"), "sk_habis", "awas",
         "SK habis 20 Februari 2026: Maret tidak dihitung", "akhir_sk"),
        (lambda s: ubah(s, "01", rangkap="Ketua LPM"), "rangkap", "awas", "Rangkap jabatan: Ketua LPM", "rangkap"),
        (_transfer, "rekening", "awas", "Rekening belum diisi", "rekening"),
        (_bank, "rekening", "awas", "Nama bank belum diisi", "bank"),
        (_golongan, "golongan", "awas", "Golongan “guru” tidak dikenal: PPh 21 dihitung 0", "golongan"),
    ],
)  # fmt: skip
def test_what_a_line_shows_and_where_it_is_mended(
    buat_hal: Siap, jenis: str, peran: str, kalimat: str, isian: str, tmp_path: Path
) -> None:
    with buka(tmp_path) as store:
        siap(store)
        buat_hal(store)
        per_rt, _ = temuan(store, buat(store))
        harapan = Temuan(peran, kalimat, Tujuan("rt", masa(store, "01").masa_id, isian), jenis)
        assert per_rt["01"] == [harapan]
        assert harapan.tujuan is not None
        assert harapan.tujuan.alamat == f"{masa(store, '01').masa_id}#{isian}"
        assert jenis == "rekening" or per_rt["02"] == []


def test_a_missing_figure_is_named_for_its_month(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siap(store)
        _kinerja(store)
        per_rt, _ = temuan(store, buat(store))
        assert [(t.kalimat, t.tujuan) for t in per_rt["01"]] == [
            ("Belum ada angka kinerja Maret 2026: dihitung penuh", Tujuan("insentif", "lain/ketetapan", "kinerja"))
        ]
        assert per_rt["02"] == []


def test_one_nik_in_two_posts_here_and_in_another_kelurahan(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siap(store, 3)
        rt.tambah(store, LAIN, kantor.isian(7, nama="Ketua Lain"))
        tulis(store, "rt_orang", masa(store, "02").orang_id, nik=kantor.nik(1))
        tulis(store, "rt_orang", masa(store, "03").orang_id, nik=kantor.nik(7))
        nomor = buat(store)
        per_rt, _ = temuan(store, nomor)
        assert [(t.peran, t.kalimat, t.jenis) for t in per_rt["01"]] == [
            ("salah", "NIK ganda dengan RT 02", "nik_ganda")
        ]
        assert [t.kalimat for t in per_rt["03"]] == ["NIK ganda dengan RT 07 Kelurahan " + _nama(store)]
        with pytest.raises(InputSalah, match="NIK ganda"):
            ops.kunci(store, nomor, lurah="Lurah")
        buat(store, lewati={2})
        assert "NIK ganda dengan RT 02" in [t.kalimat for t in temuan(store, nomor)[0]["01"]], "left out, still two"


def _nama(store: Store) -> str:
    from sipokat_desktop.modules.rt import queries as rt_queries

    return rt_queries.nama_kelurahan(store.reader(), LAIN)


def test_a_head_who_moved_to_another_rt_is_no_double(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siap(store)
        rt.akhiri(
            store, masa_id=masa(store, "01").masa_id, isian={"akhir_nyata": "2026-01-31", "alasan_akhir": "pindah"}
        )
        tulis(store, "rt_masa", masa(store, "02").masa_id, tmt="2026-02-01")
        tulis(store, "rt_orang", masa(store, "02").orang_id, nik=kantor.nik(1))
        assert temuan(store, buat(store))[0] == {"01": [], "02": []}
        tulis(store, "rt_masa", masa(store, "02").masa_id, tmt="2026-01-31")
        assert [t.jenis for t in temuan(store, buat(store))[0]["01"]] == ["nik_ganda"]


def test_one_person_who_heads_two_rts(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siap(store)
        tulis(store, "rt_masa", masa(store, "02").masa_id, orang_id=masa(store, "01").orang_id)
        tulis(store, "rt_orang", masa(store, "01").orang_id, nik=None)
        per_rt, _ = temuan(store, buat(store))
        assert [(t.peran, t.kalimat, t.jenis) for t in per_rt["01"]] == [
            ("salah", "Juga ketua RT 02 pada Januari s.d. Maret 2026", "rangkap")
        ]


def test_posts_without_a_line(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siap(store, 4)
        tulis(store, "rt_masa", masa(store, "02").masa_id, tmt=None)
        ubah(store, "03", akhir_sk="2025-12-31")
        rt.akhiri(
            store, masa_id=masa(store, "04").masa_id, isian={"akhir_nyata": "2026-01-31", "alasan_akhir": "pindah"}
        )
        _, lain = temuan(store, buat(store))
        assert [(t.jenis, t.kalimat, t.tujuan.isian if t.tujuan else "") for t in lain] == [
            ("tanpa_tmt", "RT 02 · Ketua 02: TMT belum diisi, jadi tidak dihitung", "tmt"),
            (
                "sk_habis",
                "RT 03 · Ketua 03: SK habis 31 Desember 2025, jadi Januari s.d. Maret tidak dihitung",
                "akhir_sk",
            ),
            ("kosong", "RT 04 kosong pada Februari dan Maret, jadi tidak dibayar", ""),
        ]
        assert lain[2].tujuan == Tujuan("rt", masa(store, "04").jabatan_id)


def test_a_draft_that_the_rules_have_left_behind(tmp_path: Path) -> None:
    """Tariff changed, tariff gone, term ended, month taken elsewhere: each blocks the lock until it is redrawn."""
    with buka(tmp_path) as store:
        siap(store)
        nomor = buat(store)
        kantor.tarif(store, 750_000, mulai="2026-03")
        salah = [(t.peran, t.jenis, t.kalimat) for t in temuan(store, nomor)[0]["01"]]
        assert salah == [
            ("salah", "tarif_beda",
             "Maret 2026: di daftar 550.000, menurut ketetapan sekarang 750.000. Perbarui daftarnya"),
        ]  # fmt: skip
        with pytest.raises(InputSalah, match=r"750\.000"):
            ops.kunci(store, nomor, lurah="Lurah")
        assert buat(store) == nomor
        assert temuan(store, nomor)[0]["01"] == []
        rt.akhiri(
            store, masa_id=masa(store, "02").masa_id, isian={"akhir_nyata": "2026-02-14", "alasan_akhir": "pindah"}
        )
        assert [(t.peran, t.jenis) for t in temuan(store, nomor)[0]["02"]] == [("salah", "bukan_hak")]
        ops.kunci(store, buat(store, periode.baca("2026-01")), lurah="Lurah")
        assert [t.kalimat for t in temuan(store, nomor)[0]["01"]] == [
            "Januari 2026 sudah ada di daftar lain yang dikunci atau sudah dibayar. Perbarui daftarnya"
        ]
        k = queries.komponen(store.reader(), lingkup=KELURAHAN)[0]
        buat(store)
        ketetapan_ops.hapus_tarif(store, KELURAHAN, next(t.tarif_id for t in k.tarif if t.mulai == "2025-01"))
        assert [(t.jenis, t.kalimat) for t in temuan(store, nomor)[0]["01"]] == [
            ("tarif_belum", "Tarif Februari 2026 tidak ditetapkan")
        ]
        with pytest.raises(InputSalah, match="Tarif Insentif Ketua RT untuk Februari 2026 belum ditetapkan"):
            buat(store)


def test_another_tax_since_the_draft(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siap(store)
        nomor = buat(store)
        atur(store, skema="bruto")
        assert [t.kalimat for t in temuan(store, nomor)[0]["01"]] == [
            "PPh 21 di daftar 0, menurut ketetapan sekarang 82.500. Perbarui daftarnya"
        ]


def test_a_locked_list_is_not_measured_by_later_tariffs(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siap(store)
        nomor = buat(store)
        ops.kunci(store, nomor, lurah="Lurah")
        kantor.tarif(store, 750_000, mulai="2026-01")
        assert temuan(store, nomor)[0] == {"01": [], "02": []}


def test_two_heads_in_one_month_block_unless_they_share_it(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siap(store)
        ganti(store, "01", "2026-02-15", "2026-02-14")
        tulis(store, "rt_masa", masa(store, "01").masa_id, akhir_nyata="2026-03-20")
        per_masa, _ = periksa.temuan(store.reader(), kantor.daftar(store, buat(store)))
        assert {t.jenis for semua in per_masa.values() for t in semua} == {"bulan_ganda"}
        atur(store, hari_acuan="0")
        per_masa, _ = periksa.temuan(store.reader(), kantor.daftar(store, buat(store)))
        assert {t.jenis for semua in per_masa.values() for t in semua} == {"bulan_ganda"}, "days overlap"
        tulis(store, "rt_masa", masa(store, "01").masa_id, akhir_nyata="2026-02-14")
        per_masa, _ = periksa.temuan(store.reader(), kantor.daftar(store, buat(store)))
        assert not [t for semua in per_masa.values() for t in semua]


def test_a_list_whose_component_is_gone_says_nothing(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        siap(store)
        nomor = buat(store)

        def work(tx: Tx) -> None:
            tx.delete("insentif_komponen", kantor.daftar(store, nomor).komponen_id)

        store.write("dari kota", work)
        assert periksa.temuan(store.reader(), kantor.daftar(store, nomor)) == ({}, [])
