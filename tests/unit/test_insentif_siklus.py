"""The life of a list on a real store: examined, applied for, disbursed, postponed, signed, cancelled, paid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops, queries, siklus
from sipokat_desktop.modules.insentif.queries import Langkah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

HARI = date(2026, 4, 10)
Kerja = Callable[[], object]


def _langkah(store: Store, nomor: str) -> Langkah:
    return kantor.daftar(store, nomor).langkah


def test_a_list_goes_through_its_whole_life(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 3)
        nomor = kantor.susun(store)
        jalan: list[tuple[Kerja, Langkah]] = [
            (lambda: None, Langkah.DRAF),
            (lambda: siklus.periksa(store, nomor, oleh="Rina"), Langkah.DIPERIKSA),
            (lambda: ops.kunci(store, nomor, lurah="Lurah"), Langkah.DIKUNCI),
            (lambda: ops.catat_cetak(store, nomor), Langkah.DICETAK),
            (lambda: siklus.catat_spp(store, nomor, spp=" 12/SPP ", tanggal=HARI), Langkah.DIAJUKAN),
            (lambda: siklus.catat_sp2d(store, nomor, sp2d="77/SP2D", tanggal=HARI), Langkah.CAIR),
            (lambda: ops.terima(store, nomor, hanya=[1]), Langkah.SEBAGIAN),
            (lambda: ops.terima(store, nomor), Langkah.LUNAS),
        ]
        for kerja, langkah in jalan:
            kerja()
            assert _langkah(store, nomor) is langkah
        d = kantor.daftar(store, nomor)
        assert (d.diperiksa_oleh, d.spp_nomor, d.sp2d_nomor, d.cetak_ke) == ("Rina", "12/SPP", "77/SP2D", 1)
        assert (d.selesai, d.penerima_dibayar, d.ditandatangani, d.sisa, d.lebih) == (3, 3, 3, 0, 0)
        assert [langkah.kata for langkah in Langkah][:2] == ["Draf", "Diperiksa"]


def test_steps_out_of_order_need_a_reason_that_stays_on_the_list(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        nomor = kantor.susun(store)
        with pytest.raises(InputSalah, match=r"belum dikunci Lurah\. Kunci dulu, baru catat SPP/SPM"):
            siklus.catat_spp(store, nomor, spp="1", tanggal=HARI)
        ops.kunci(store, nomor, lurah="Lurah")
        salah: tuple[tuple[str, Kerja], ...] = (
            ("lebih dahulu dari tanggal daftar dikunci", lambda: _spp(store, nomor, date(2026, 4, 1))),
            ("SPP/SPM daftar ini belum dicatat", lambda: _sp2d(store, nomor, HARI)),
            ("Tanggal itu belum tiba", lambda: _spp(store, nomor, date(2027, 1, 1))),
            ("Tulis nomor SPP/SPM", lambda: siklus.catat_spp(store, nomor, spp=" ", tanggal=HARI)),
            ("Tulis nomor SP2D", lambda: siklus.catat_sp2d(store, nomor, sp2d="", tanggal=HARI)),
        )
        sebelum = kantor.hitung(store)
        for kata, kerja in salah:
            with pytest.raises(InputSalah, match=kata):
                kerja()
        assert kantor.hitung(store) == sebelum
        siklus.catat_sp2d(store, nomor, sp2d="9", tanggal=HARI, alasan="dibayar dari UP")
        with pytest.raises(InputSalah, match="SP2D daftar ini sudah dicatat"):
            _spp(store, nomor, HARI)
        siklus.catat_spp(store, nomor, spp="8", tanggal=HARI, alasan="menyusul")
        assert kantor.daftar(store, nomor).alasan == "SP2D: dibayar dari UP; SPP/SPM: menyusul"


def _spp(store: Store, nomor: str, hari: date) -> object:
    return siklus.catat_spp(store, nomor, spp="1", tanggal=hari)


def _sp2d(store: Store, nomor: str, hari: date) -> object:
    return siklus.catat_sp2d(store, nomor, sp2d="1", tanggal=hari)


def test_an_sp2d_recorded_after_the_money_went_out_is_asked_about(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 2)
        ops.terima(store, nomor, hari=date(2026, 4, 9))
        with pytest.raises(InputSalah, match="sudah mulai dibayar"):
            siklus.catat_spp(store, nomor, spp="1", tanggal=HARI)
        siklus.catat_spp(store, nomor, spp="1", tanggal=HARI, alasan="terlambat diantar")
        assert _langkah(store, nomor) is Langkah.LUNAS


def test_each_act_is_undone(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 2)
        semua: tuple[Callable[[], Changes], ...] = (
            lambda: siklus.catat_spp(store, nomor, spp="1", tanggal=HARI),
            lambda: siklus.tunda(store, nomor, [2], alasan="NIK belum ada"),
            lambda: siklus.tandatangan(store, nomor).changes,
            lambda: ops.terima(store, nomor, hanya=[1]).changes,
        )
        for kerja in semua:
            sebelum = _tampak(store, nomor)
            act = kerja().act_id
            assert _tampak(store, nomor) != sebelum
            history.undo(store, act)
            assert _tampak(store, nomor) == sebelum


def _tampak(store: Store, nomor: str) -> object:
    return kantor.daftar(store, nomor), [b._replace(terbayar=()) for b in kantor.baris(store, nomor)]


def test_postponed_lines_wait_while_the_others_are_paid(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 4)
        siklus.tunda(store, nomor, [2, 3], alasan=" SK belum ada ")
        b = kantor.baris(store, nomor)[1]
        assert (b.tunda, b.tunda_sejak, b.ditunda, b.diterima) == ("SK belum ada", "2026-04-10", True, 1_650_000)
        assert kantor.daftar(store, nomor).ditunda == 2
        assert ops.terima(store, nomor).value == [1, 4]
        with pytest.raises(InputSalah, match=r"sedang ditunda \(nomor 2, RT 02 Ketua 02: SK belum ada; nomor 3"):
            ops.terima(store, nomor)
        siklus.lanjutkan(store, nomor, [2])
        assert ops.terima(store, nomor).value == [2]
        assert ops.terima(store, nomor, hanya=[3]).value == [3]
        assert kantor.daftar(store, nomor).ditunda == 0
        assert not any(b.ditunda for b in kantor.baris(store, nomor))
        semua: tuple[Kerja, ...] = (
            lambda: siklus.tunda(store, nomor, [1], alasan="x"),
            lambda: siklus.tunda(store, nomor, [9], alasan="x"),
            lambda: siklus.tunda(store, nomor, [], alasan="x"),
            lambda: siklus.tunda(store, nomor, [1], alasan=" "),
            lambda: siklus.lanjutkan(store, nomor, [1]),
        )
        for salah in semua:
            with pytest.raises(InputSalah):
                salah()


def test_postponing_again_changes_the_reason_and_going_on_twice_is_refused(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 1)
        siklus.tunda(store, nomor, [1], alasan="satu")
        siklus.tunda(store, nomor, [1], alasan="dua")
        assert kantor.baris(store, nomor)[0].tunda == "dua"
        siklus.lanjutkan(store, nomor, [1])
        siklus.tunda(store, nomor, [1], alasan="tiga")
        assert kantor.baris(store, nomor)[0].tunda == "tiga"


def test_signed_first_and_paid_later_by_transfer(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 3)
        assert siklus.tandatangan(store, nomor, kecuali=[3], tanggal=date(2026, 4, 3)).value == [1, 2]
        assert siklus.tandatangan(store, nomor, surat_kuasa="SK/7").value == [3]
        with pytest.raises(InputSalah, match="sudah ditandatangani"):
            siklus.tandatangan(store, nomor)
        assert kantor.daftar(store, nomor).ditandatangani == 3
        assert kantor.daftar(store, nomor).dibayar == 0
        ops.terima(store, nomor, cara="transfer")
        assert [(b.tanda, b.penerima, b.surat_kuasa) for b in kantor.baris(store, nomor)] == [
            ("2026-04-03", "sendiri", ""), ("2026-04-03", "sendiri", ""), ("2026-04-10", "kuasa", "SK/7"),
        ]  # fmt: skip
        cara = {e.cara for b in kantor.baris(store, nomor) for e in queries.entri(store.reader(), baris_id=b.baris_id)}
        assert cara == {"transfer"}
        with pytest.raises(InputSalah, match="tunai atau transfer"):
            ops.terima(store, nomor, cara="emas")
        with pytest.raises(InputSalah, match="belum tiba"):
            ops.terima(store, nomor, hari=date(2030, 1, 1))


def test_a_cancelled_list_frees_its_months_and_keeps_its_number(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 2)
        ops.terima(store, nomor, hanya=[1])
        with pytest.raises(InputSalah, match="1 penerima tercatat sudah menerima"):
            siklus.batal_daftar(store, nomor, alasan="Salah tarif")
        ops.batal_terima(store, nomor, 1, alasan="Uang belum diambil")
        with pytest.raises(InputSalah, match="alasan"):
            siklus.batal_daftar(store, nomor, alasan=" ")
        act = siklus.batal_daftar(store, nomor, alasan="Salah tarif").act_id
        assert _langkah(store, nomor) is Langkah.BATAL
        assert Langkah.BATAL.ke == -1
        assert "Salah tarif" in kantor.daftar(store, nomor).alasan
        with pytest.raises(InputSalah, match="tidak diurungkan"):
            history.undo(store, act)
        semua: tuple[Kerja, ...] = (
            lambda: ops.terima(store, nomor),
            lambda: ops.kunci(store, nomor, lurah="Lurah"),
            lambda: siklus.periksa(store, nomor, oleh="Rina"),
            lambda: siklus.tunda(store, nomor, [1], alasan="x"),
            lambda: siklus.catat_spp(store, nomor, spp="1", tanggal=HARI),
            lambda: siklus.batal_daftar(store, nomor, alasan="lagi"),
        )
        for kerja in semua:
            with pytest.raises(InputSalah, match="sudah dibatalkan"):
                kerja()
        lain = kantor.susun(store)
        assert lain != nomor
        assert len(kantor.baris(store, lain)) == 2


def test_examining_needs_a_name_and_a_draft(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 1)
        with pytest.raises(InputSalah, match="nama"):
            siklus.periksa(store, nomor, oleh=" ")
        with pytest.raises(InputSalah, match="sudah dikunci"):
            siklus.periksa(store, nomor, oleh="Rina")


def test_a_draft_behind_the_roster_is_not_locked_without_a_reason(tmp_path: Path) -> None:
    """The head left after the list was drawn up: a month outside the term is never locked by oversight."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        nomor = kantor.susun(store, periode.baca("2026-02"))
        masa = next(m for m in roster.masa(store.reader(), lingkup=KELURAHAN) if m.nomor == "02")
        rt.akhiri(store, masa_id=masa.masa_id, isian={"akhir_nyata": "2026-01-20", "alasan_akhir": "pindah"})
        with pytest.raises(InputSalah):
            ops.kunci(store, nomor, lurah="Lurah")
        ops.kunci(store, nomor, lurah="Lurah", alasan="Disetujui sampai serah terima")
        assert kantor.daftar(store, nomor).keadaan == "dikunci"
