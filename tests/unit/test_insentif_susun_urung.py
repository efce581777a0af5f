"""What is laid down and the lists behind it: what a new tariff leaves alone, and every act undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.modules.insentif import ketetapan_ops as ops
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif import susun
from sipokat_desktop.modules.insentif.ketetapan_ops import IsianKinerja
from sipokat_desktop.storage import history
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.test_insentif_rules_ketetapan import TARIF, baca


def test_a_tariff_says_which_locked_lists_it_does_not_change(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 2)
        id_ = ketetapan.komponen(store.reader(), lingkup=KELURAHAN)[0].komponen_id
        kata = ops.tetapkan_tarif(store, KELURAHAN, id_, {"jumlah": "750.000", "mulai": "2026-03"}).value
        assert kata[1:] == (
            "1 daftar yang sudah dikunci tetap memakai tarif lama. "
            "Kekurangan atau kelebihannya dicatat sebagai koreksi.",
        )
        assert kantor.daftar(store, nomor).total == 2 * 1_650_000
        assert len(ops.tetapkan_tarif(store, KELURAHAN, id_, {"jumlah": "800.000", "mulai": "2026-04"}).value) == 1


def test_every_act_is_undone(tmp_path: Path) -> None:
    """Each leaves the store as it was before; the city would see the same rows again."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        (m,) = kantor.isi_rt(store, 1)
        id_ = ketetapan.komponen(store.reader(), lingkup=KELURAHAN)[0].komponen_id
        tarif_id = baca(store, id_).tarif[0].tarif_id
        kantor.susun(store)
        nomor = kantor.susun(store)
        aturan = {"ukuran": "laporan", "pita": "0=50 3=100", "mulai": "2026-01"}
        acts: list[Callable[[], Changes]] = [
            lambda: ops.simpan_komponen(store, KELURAHAN, {"nama": "Dana Kota"}).changes,
            lambda: ops.simpan_komponen(store, KELURAHAN, {"cara": "transfer"}, komponen_id=id_).changes,
            lambda: ops.tetapkan_tarif(store, KELURAHAN, id_, TARIF | {"mulai": "2026-03"}).changes,
            lambda: ops.hapus_tarif(store, KELURAHAN, tarif_id),
            lambda: ops.simpan_anggaran(store, KELURAHAN, id_, 2026, {"dasar": "SK"}),
            lambda: ops.simpan_aturan(store, KELURAHAN, id_, aturan).changes,
            lambda: ops.catat_kinerja(store, KELURAHAN, [IsianKinerja(m, "2026-01", "1")], sumber="").changes,
            lambda: ops.setel(store, KELURAHAN, {"batas": "2"}),
            lambda: susun.tetapkan_khusus(store, nomor, masa_id=m, rincian={"2026-01": 5}, alasan="a", oleh="b"),
        ]
        for act in acts:
            sebelum = kantor.tampak(store)
            perubahan = act()
            assert kantor.tampak(store) != sebelum
            history.undo(store, perubahan.act_id)
            assert kantor.tampak(store) == sebelum
