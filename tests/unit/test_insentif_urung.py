"""What an undo may not bring back, and which corrections need a name or a tax: every refusal beside what still goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import koreksi, ops, queries, rules, siklus, susun
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import core, history, trash
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

HARI = date(2026, 4, 10)
JAN, FEB, MAR = kantor.TW1.bulan
TARIF = 550_000


def _koreksi(store: Store, nomor: str, jumlah: int, *, bulan: str = JAN, oleh: str = "", pph: int | None = None) -> str:
    perubahan = koreksi.koreksi(store, nomor, 1, menjadi={bulan: jumlah}, alasan="Salah", oleh=oleh, pph=pph)
    return perubahan.act_id


def _terkunci(store: Store, *, pajak: int = 0) -> str:
    kantor.tarif(store, pajak=pajak)
    kantor.isi_rt(store, 1)
    nomor = kantor.susun(store)
    ops.kunci(store, nomor, lurah="Lurah")
    return nomor


def _jan(store: Store, nomor: str) -> int:
    return dict(kantor.baris(store, nomor)[0].rincian).get(JAN, 0)


@pytest.mark.parametrize(("pertama", "kedua"), [(0, TARIF), (300_000, 0)])
def test_of_two_corrections_of_a_month_only_the_later_is_undone(tmp_path: Path, pertama: int, kedua: int) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        satu, dua = _koreksi(store, nomor, pertama), _koreksi(store, nomor, kedua)
        lain = _koreksi(store, nomor, 0, bulan=FEB)
        with pytest.raises(InputSalah, match="sudah diubah lagi sesudahnya"):
            history.undo(store, satu)
        assert _jan(store, nomor) == kedua
        ulang_dua = history.undo(store, dua).act_id
        assert _jan(store, nomor) == pertama
        ulang_satu = history.undo(store, satu).act_id
        assert _jan(store, nomor) == TARIF
        with pytest.raises(InputSalah, match="sudah diubah lagi sesudahnya"):
            history.undo(store, ulang_dua)
        history.undo(store, lain)
        history.undo(store, ulang_satu)
        history.undo(store, ulang_dua)
        assert kantor.daftar(store, nomor).total == 2 * TARIF + kedua


def test_a_correction_is_not_undone_under_a_later_one_that_came_back_to_its_amount(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        satu, dua, tiga = (_koreksi(store, nomor, jumlah) for jumlah in (300_000, 0, 300_000))
        with pytest.raises(InputSalah, match="Januari 2026 sudah dikoreksi lagi; urungkan yang terakhir dulu"):
            history.undo(store, satu)
        for act in (tiga, dua, satu):
            history.undo(store, act)
        assert (_jan(store, nomor), kantor.daftar(store, nomor).revisi) == (TARIF, 0)


def test_a_step_does_not_come_back_from_the_trash_without_its_amount(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        _koreksi(store, nomor, 300_000)
        history.undo(store, _koreksi(store, nomor, 0))
        (satu,) = trash.daftar(store)
        with pytest.raises(InputSalah, match="sudah diurungkan jumlahnya"):
            trash.pulihkan(store, satu)
        assert (_jan(store, nomor), kantor.daftar(store, nomor).revisi) == (300_000, 1)
    with buka(tmp_path / "lain") as store:
        nomor = _terkunci(store)
        history.undo(store, _koreksi(store, nomor, 0))
        (satu,) = trash.daftar(store)
        trash.pulihkan(store, satu)
        assert (_jan(store, nomor), kantor.daftar(store, nomor).revisi) == (0, 1)


def test_a_wrong_take_back_is_undone_and_done_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        ops.terima(store, nomor)
        for _ in range(2):
            history.undo(store, ops.batal_terima(store, nomor, 1, alasan="Salah baris").act_id)
            assert kantor.daftar(store, nomor).dibayar == 3 * TARIF


def test_a_payment_lives_again_only_on_a_list_in_force(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        ops.terima(store, nomor)
        act = ops.batal_terima(store, nomor, 1, alasan="Salah").act_id
        siklus.batal_daftar(store, nomor, alasan="Salah susun")
        with pytest.raises(InputSalah, match="tidak dikunci lagi"):
            history.undo(store, act)
        lain = kantor.susun(store)
        ops.kunci(store, lain, lurah="Lurah")
        ops.terima(store, lain)
        assert (kantor.daftar(store, nomor).dibayar, kantor.daftar(store, lain).dibayar) == (0, 3 * TARIF)


@pytest.mark.parametrize("jumlah", [0, 300_000, 600_000])
def test_a_payment_does_not_live_again_on_a_month_corrected_since(tmp_path: Path, jumlah: int) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        terima = ops.terima(store, nomor).changes.act_id
        balik = history.undo(store, terima).act_id
        ubah = _koreksi(store, nomor, jumlah, oleh="Lurah")
        with pytest.raises(InputSalah, match="dikoreksi sesudah catatan terimanya dibatalkan"):
            history.undo(store, balik)
        history.undo(store, ubah)
        history.undo(store, balik)
        assert kantor.baris(store, nomor)[0].lunas


def test_a_difference_older_than_the_take_back_comes_back_with_it(tmp_path: Path) -> None:
    """The money did go out above the line: its record is restored, and the excess is to be refunded as before."""
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        ops.terima(store, nomor)
        _koreksi(store, nomor, 300_000)
        act = ops.batal_terima(store, nomor, 1, alasan="Salah").act_id
        history.undo(store, act)
        assert kantor.baris(store, nomor)[0].lebih == 250_000


def test_a_partial_refund_is_undone_and_done_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        ops.terima(store, nomor)
        _koreksi(store, nomor, 300_000)
        for _ in range(2):
            act = koreksi.kembalikan(store, nomor, 1, sts="9", tanggal=HARI, alasan="Lebih").act_id
            b = kantor.baris(store, nomor)[0]
            assert (b.lebih, b.dibayar) == (0, 300_000 + 2 * TARIF)
            history.undo(store, act)
            assert (kantor.baris(store, nomor)[0].lebih, kantor.daftar(store, nomor).dibayar) == (250_000, 3 * TARIF)


def test_a_payment_does_not_live_again_where_another_list_holds_the_month(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        ops.terima(store, nomor)
        act = koreksi.kembalikan(store, nomor, 1, sts="9", tanggal=HARI, alasan="Salah").act_id
        lain = kantor.susun(store)
        ops.kunci(store, lain, lurah="Lurah")
        with pytest.raises(InputSalah, match="sudah masuk daftar lain"):
            history.undo(store, act)
        assert (kantor.daftar(store, nomor).dibayar, kantor.daftar(store, nomor).total) == (0, 0)
        ops.terima(store, lain)


def test_a_taken_back_month_listed_elsewhere_since_stays_taken_back(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        ops.terima(store, nomor)
        _koreksi(store, nomor, 0)
        act = ops.batal_terima(store, nomor, 1, alasan="Salah").act_id
        lain = kantor.susun(store)
        ops.kunci(store, lain, lurah="Lurah")
        with pytest.raises(InputSalah, match="Januari 2026 sudah masuk daftar lain"):
            history.undo(store, act)


def test_a_line_waits_for_the_decision_about_its_correction(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        _koreksi(store, nomor, 300_000)
        con, d = store.reader(), kantor.daftar(store, nomor)
        (k,) = queries.koreksi(con, daftar_id=d.daftar_id)
        assert queries.menunggu(con, kantor.baris(store, nomor)) == {}
        _berbeda(store, queries.id_bulan(k.baris_id, k.bulan))
        with pytest.raises(InputSalah, match="nomor 1, RT 01 Ketua 01: koreksi Januari 2026 berbeda di dua komputer"):
            ops.terima(store, nomor)


def _berbeda(store: Store, koreksi_id: str) -> None:
    """Write what the city says of a correction that two computers made differently."""
    kolom = ("id", "jenis", "tabel", "row_id", "field", "isi", "keadaan", "lingkup")
    nilai = ("k1", core.KERAS, "insentif_terkoreksi", koreksi_id, "menjadi", '{"dari": []}', "terbuka", KELURAHAN)
    kantor.ubah_di_luar(
        store.path, f"INSERT INTO konflik ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))})", nilai
    )


def test_a_month_shared_by_days_does_not_grow_above_its_days_without_a_name(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        rows = rules.baris_tarif(
            KELURAHAN, nama="Insentif", jumlah=TARIF, mulai="2025-01", dasar_hukum="SK", pajak=0, lain={"hari_acuan": 0}
        )
        ops.simpan_tarif(store, KELURAHAN, rows)
        masa_id = kantor.isi_rt(store, 1)[0]
        rt.akhiri(store, masa_id=masa_id, isian={"akhir_nyata": "2026-01-15", "alasan": "Meninggal"})
        rt.tambah(store, KELURAHAN, kantor.isian(9) | {"nomor": "1", "tmt": "2026-01-16"})
        nomor = kantor.susun(store, periode.baca(JAN))
        ops.kunci(store, nomor, lurah="Lurah")
        hak = _jan(store, nomor)
        with pytest.raises(InputSalah, match=r"paling banyak Rp266\.129") as salah:
            _koreksi(store, nomor, TARIF)
        assert salah.value.field == "oleh"
        _koreksi(store, nomor, 0)
        _koreksi(store, nomor, hak)
        assert kantor.daftar(store, nomor).total == TARIF
        koreksi.koreksi(store, nomor, 2, menjadi={JAN: 300_000}, alasan="Serah terima", oleh="Camat")
        _koreksi(store, nomor, 0)
        with pytest.raises(InputSalah, match=r"paling banyak Rp250\.000"):
            _koreksi(store, nomor, hak)


def test_a_month_set_by_hand_does_not_grow_without_a_name(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        masa_id = kantor.isi_rt(store, 1)[0]
        nomor = kantor.susun(store)
        susun.tetapkan_khusus(store, nomor, masa_id=masa_id, rincian={JAN: 0}, alasan="Cuti", oleh="Camat")
        ops.kunci(store, nomor, lurah="Lurah")
        kata = koreksi.lihat(store.reader(), nomor, 1, menjadi={JAN: TARIF}).perlu_oleh
        assert "dulu ditetapkan sendiri" in kata
        with pytest.raises(InputSalah, match="dulu ditetapkan sendiri"):
            _koreksi(store, nomor, TARIF)
        _koreksi(store, nomor, 0, bulan=FEB)
        _koreksi(store, nomor, TARIF, bulan=FEB)
        _koreksi(store, nomor, TARIF, oleh="Camat")
        assert kantor.daftar(store, nomor).total == 3 * TARIF


def test_a_tax_set_by_hand_is_asked_for_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store, pajak=500)
        koreksi.koreksi(store, nomor, 1, menjadi={}, alasan="Bebas pajak", pph=0)
        with pytest.raises(InputSalah, match="ditetapkan sendiri Rp0"):
            koreksi.lihat(store.reader(), nomor, 1, menjadi={MAR: 0})
        with pytest.raises(InputSalah, match="ditetapkan sendiri Rp0") as salah:
            _koreksi(store, nomor, 0, bulan=MAR)
        assert salah.value.field == "pph"
        _koreksi(store, nomor, 0, bulan=MAR, pph=0)
        assert kantor.baris(store, nomor)[0].diterima == 2 * TARIF
        ops.terima(store, nomor)
        koreksi.kembalikan(store, nomor, 1, sts="9", tanggal=HARI, alasan="Salah", bulan=[FEB])
        b = kantor.baris(store, nomor)[0]
        assert (b.bulan, b.bruto, b.pph, b.dibayar) == ((JAN,), TARIF, 0, TARIF)


@pytest.mark.parametrize("pajak", [250, 333, 1500])
def test_a_tax_that_is_only_rounded_is_never_asked_for(tmp_path: Path, pajak: int) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store, pajak=pajak)
        ops.terima(store, nomor)
        _koreksi(store, nomor, 0, bulan=FEB)
        ops.batal_terima(store, nomor, 1, alasan="Salah")
        _koreksi(store, nomor, 133_333)
        b = kantor.baris(store, nomor)[0]
        assert b.pph == b.bruto * pajak // 10_000
