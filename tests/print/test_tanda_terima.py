"""The receipt list as module insentif composes it: every variant of a line, and sums that agree in all of them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ketetapan_ops, koreksi, ops, siklus, susun
from sipokat_desktop.modules.rt import ops as rt
from tests.print.tanda_terima import catatan, cocok, dokumen, kertas, terkunci
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, TW1, buka
from tests.unit.susun_kantor import RAPEL, atur, buat, ganti, isi_banyak, masa

JAN, FEB, MAR = TW1.bulan


@settings(deadline=None, max_examples=8)
@given(
    st.integers(1, 25), st.sampled_from([0, 250, 500, 1500]), st.integers(1, 3_000_000),
    st.lists(st.tuples(st.integers(1, 25), st.sampled_from(TW1.bulan), st.integers(0, 1000)), max_size=4),
)  # fmt: skip
def test_any_roster_adds_up_on_paper(banyak: int, pajak: int, tarif: int, ubah: list[tuple[int, str, int]]) -> None:
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        kantor.tarif(store, tarif, pajak=pajak)
        isi_banyak(store, banyak)
        nomor = buat(store)
        cocok(store, nomor)
        ops.kunci(store, nomor, lurah="Lurah", alasan="Sudah diperiksa")
        for no, bulan, bagian in ubah:
            menjadi = {bulan: tarif * bagian // 1000}
            with suppress(InputSalah):
                koreksi.koreksi(store, nomor, no % banyak + 1, menjadi=menjadi, alasan="Salah hitung", oleh="Camat")
        cocok(store, nomor)


def test_plain_lines_have_no_note(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = terkunci(store, pajak=500)
        for lengkap in (False, True):
            assert catatan(store, nomor, lengkap=lengkap) == ["", "", ""]
        satu = dokumen(store, nomor, lengkap=True).baris[0]
        assert (satu.besaran, satu.bulan, satu.bruto, satu.pph, satu.diterima) == (
            550_000,
            3,
            1_650_000,
            82_500,
            1_567_500,
        )
        assert satu.identitas.startswith("1673")
        assert "\u2022" in satu.identitas
        cocok(store, nomor)


def test_two_heads_of_one_post_stand_under_each_other(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        ganti(store, "01", "2026-03-01", "2026-02-28")
        nomor = buat(store)
        assert [(b.jabatan, b.keterangan, b.lanjutan) for b in dokumen(store, nomor).baris] == [
            ("Ketua RT 01", "Januari dan Februari \u00b7 sampai 28 Februari 2026", False),
            ("Ketua RT 01", "Maret \u00b7 mulai 1 Maret 2026", True),
            ("Ketua RT 02", "", False),
        ]
        cocok(store, nomor)


def test_a_rapel_names_its_months_and_a_tariff_that_rose(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store, 500_000, mulai="2025-01")
        kantor.tarif(store, 750_000, mulai="2026-02")
        kantor.isi_rt(store, 2)
        nomor = buat(store, RAPEL)
        d = dokumen(store, nomor, lengkap=True)
        assert d.judul[2] == "RAPEL BULAN NOVEMBER 2025 s.d. MARET 2026 TAHUN ANGGARAN 2026"
        assert d.baris[0].keterangan == "November 2025 s.d. Januari 2026 @ 500.000; Februari dan Maret 2026 @ 750.000"
        assert (d.baris[0].besaran, d.baris[0].bulan, d.baris[0].bruto) == (0, 5, 3_000_000)
        cocok(store, nomor)


def test_kuasa_postponed_and_set_by_hand_are_said(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 4)
        nomor = buat(store)
        khusus = {JAN: 300_000}
        susun.tetapkan_khusus(
            store, nomor, masa_id=masa(store, "02").masa_id, rincian=khusus, alasan="Cuti; sesuai surat", oleh="Lurah"
        )
        ops.kunci(store, nomor, lurah="Lurah", alasan="Sudah diperiksa")
        siklus.tunda(store, nomor, [3], alasan="SK belum ada")
        ops.terima(store, nomor, hanya=[1], surat_kuasa="No. 12/2026")
        ops.terima(store, nomor, hanya=[4])
        for lengkap in (False, True):
            assert catatan(store, nomor, lengkap=lengkap) == [
                "diterima kuasa, surat kuasa No. 12/2026",
                "Januari @ 300.000; Februari dan Maret @ 550.000 \u00b7 ditetapkan Lurah: Cuti; sesuai surat",
                "ditunda: SK belum ada",
                "",
            ]
        cocok(store, nomor)


def test_a_revision_shows_what_stands_now_and_what_it_was(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = terkunci(store, 4, pajak=500)
        lama = dokumen(store, nomor)
        koreksi.koreksi(store, nomor, 1, menjadi={MAR: 0}, alasan="Wafat 1 Maret")
        koreksi.koreksi(store, nomor, 2, menjadi={b: 0 for b in TW1.bulan}, alasan="Bukan ketua")
        for n in (500_000, 550_000):
            koreksi.koreksi(store, nomor, 3, menjadi={JAN: n}, alasan="Salah hitung")
        d = dokumen(store, nomor, lengkap=True)
        assert (d.revisi, d.judul[2]) == (4, "TRIWULAN I (JANUARI s.d. MARET) TAHUN ANGGARAN 2026 \u00b7 REVISI 4")
        assert [b.keterangan for b in d.baris] == [
            "Januari dan Februari \u00b7 dikoreksi dari Rp1.567.500: Wafat 1 Maret",
            "dikoreksi dari Rp1.567.500: Bukan ketua",
            "dikoreksi: Salah hitung",
            "",
        ]
        assert [(b.besaran, b.bulan, b.bruto, b.diterima) for b in d.baris[:2]] == [
            (550_000, 2, 1_100_000, 1_045_000), (0, 0, 0, 0)
        ]  # fmt: skip
        assert "Revisi 4" in kertas(store, nomor)[0]
        assert len({lama.checksum, d.checksum, dokumen(store, nomor).checksum}) == 3
        cocok(store, nomor)


def test_the_arithmetic_stands_on_the_full_form_only(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store, pajak=500)
        (m,) = kantor.isi_rt(store, 1)
        id_ = atur(store, hari_acuan="0")
        ganti(store, "01", "2026-03-15", "2026-03-14")
        isian = {"ukuran": "laporan", "pita": "0=50 3=100", "mulai": "2026-02", "sampai": "2026-02"}
        ketetapan_ops.simpan_aturan(store, KELURAHAN, id_, isian)
        ketetapan_ops.catat_kinerja(store, KELURAHAN, [ketetapan_ops.IsianKinerja(m, FEB, "1", "")], sumber="uji")
        nomor = buat(store)
        lama, baru = catatan(store, nomor, lengkap=True)
        assert lama.endswith(
            "Februari: 1 laporan \u2192 50 % × 550.000 = 275.000 (aturan kinerja versi 1); "
            "Maret: 14 dari 31 hari (tanggal 1\u201314) × 550.000 = 248.387"
        )
        assert baru.endswith("Maret: 17 dari 31 hari (tanggal 15\u201331) × 550.000 = 301.613")
        assert not any("hari (" in teks or "laporan" in teks for teks in catatan(store, nomor))
        cocok(store, nomor)
        ops.kunci(store, nomor, lurah="Lurah", alasan="Sudah diperiksa")
        koreksi.koreksi(store, nomor, 2, menjadi={MAR: 300_000}, alasan="Dibulatkan")
        assert "hari (" not in catatan(store, nomor, lengkap=True)[1]


def test_a_transfer_shows_accounts_as_they_were_listed(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        atur(store, cara="transfer")
        rekening = {"bank": "BRI", "rekening": "0123456789"}
        for ke, lain in ((1, {"atas_nama": "KETUA 01"}), (2, {"atas_nama": "Siti Aminah"})):
            rt.tambah(store, KELURAHAN, kantor.isian(ke, **rekening, **lain))
        rt.tambah(store, KELURAHAN, kantor.isian(3))
        d = dokumen(store, buat(store), lengkap=True)
        assert d.identitas_judul == "Bank / Rekening"
        assert [b.identitas for b in d.baris] == [
            "BRI 0123456789", "BRI 0123456789 a.n. Siti Aminah", "Rekening belum diisi"
        ]  # fmt: skip


def test_a_cancelled_list_says_so_on_its_paper(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = terkunci(store)
        siklus.batal_daftar(store, nomor, alasan="Salah periode")
        (teks,) = kertas(store, nomor)
        assert "BATAL" in teks
        assert "tidak berlaku, bukan bukti pembayaran" in teks
