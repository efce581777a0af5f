"""Seeded bugs of the attendance: each with a story that it spoils and the law that must notice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.modules.bimtek import hadir_ops, ragu, statistik, tabel, tanda, tanda_sql
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.storage import many
from tests.sync import hukum_hadir
from tests.sync.riwayat_hadir import RiwayatHadir
from tests.sync.uji_mutan import Mutan


def bertentangan(m: RiwayatHadir) -> None:
    """One door says hadir, another izin."""
    m.catat(i=0, ke=0, tanda="hadir")
    m.catat(i=1, ke=0, tanda="izin")


def dua_kepala(m: RiwayatHadir) -> None:
    """One door has heard of a change of head, the other has not; both record the post as present."""
    isian = {"akhir_nyata": "2017-11-09", "alasan_akhir": "pindah", "nama": "Baru Sekali", "tmt": "2017-11-10"}
    act = ganti.ganti(m.pc[3].store, m.acara.jabatan[0], isian).changes.act_id
    m._buku_act(3, act)
    m._aman(3, 0)
    m.pindai(i=0, ke=0)
    m.pindai(i=1, ke=0)


def _mencoba(m: RiwayatHadir) -> None:
    """A door records one; the kelurahan would like it otherwise."""
    m.pindai(i=0, ke=0)
    m._aman(0, 3)
    m.kelurahan_mencoba(ke=0)


def _dua_pintu(m: RiwayatHadir) -> None:
    """Two doors scan one; the first takes its mark back."""
    m.pindai(i=1, ke=0)
    m.pindai(i=0, ke=0)
    m._aman(0, 1, 0)
    m.urungkan(i=0)
    m.ditarik.clear()
    m._aman(0, 1, 0)


def _bersama(m: RiwayatHadir) -> None:
    """Two doors scan one."""
    m.pindai(i=0, ke=0)
    m.pindai(i=1, ke=0)


def _silang(m: RiwayatHadir) -> None:
    """Two PCs decide one contradiction, each otherwise."""
    bertentangan(m)
    m._aman(0, 1, 0)
    m.putuskan(i=0, pilih=0)
    m.putuskan(i=1, pilih=1)


def _sisa_dulu(m: RiwayatHadir) -> None:
    """The rest are absent, then one comes at another door."""
    m.sisa(i=0)
    m.pindai(i=1, ke=2)
    m._aman(0, 1, 0)
    m.pindai(i=0, ke=2)


def _id_tetap(tambal: pytest.MonkeyPatch) -> None:
    """One row for each session and person, as the first design had it: an undo at one door deletes it for all."""
    asli = hadir_ops._tulis

    def tulis(tx: Any, sesi: Any, orang: Any, isian: Any, wakil: Any) -> str:
        row_id = derived_id("bimtek_hadir", sesi.sesi_id, orang.jabatan_id)
        if tx.has("bimtek_hadir", row_id):
            tx.update("bimtek_hadir", row_id, {"tanda": isian.tanda})
            return row_id
        baru = asli(tx, sesi, orang, isian, wakil)
        row = tx.row("bimtek_hadir", baru)
        many.delete(tx, "bimtek_hadir", [baru])
        isi = {k: v for k, v in row.items() if k not in ("id", "lingkup")}
        return str(tx.insert("bimtek_hadir", isi, scope=str(row["lingkup"]), row_id=row_id))

    tambal.setattr(hadir_ops, "_tulis", tulis)


def _terakhir_menang(tambal: pytest.MonkeyPatch) -> None:
    """The latest mark is what holds, whatever the others say."""
    asli = tanda.berlaku

    def berlaku(marks: Sequence[tanda.Catatan]) -> tanda.Keadaan:
        semua = sorted(marks, key=lambda c: c.hadir_id)
        return asli(semua[-1:])

    tambal.setattr(tanda, "berlaku", berlaku)


def _baris_dihitung(tambal: pytest.MonkeyPatch) -> None:
    """Figures that count marks, not people."""
    ganda = statistik._SESI.replace("GROUP BY h.sesi_id, h.jabatan_id", "GROUP BY h.id")
    tambal.setattr(statistik, "_SESI", ganda)


def _ragu_diam(tambal: pytest.MonkeyPatch) -> None:
    """Contradictions that nobody is asked about."""
    tambal.setattr(tabel, "_keraguan", tuple)
    tambal.setattr(ragu, "KERAGUAN", ())


def _dua_nama_diam(tambal: pytest.MonkeyPatch) -> None:
    """Nobody is asked who of two heads came."""
    beda = ragu.BEDA.replace(tanda_sql.BERBEDA, tanda_sql.BERBEDA.partition(" OR ")[0])
    tambal.setattr(ragu, "BEDA", beda)


def _nama_diabaikan(tambal: pytest.MonkeyPatch) -> None:
    """What holds looks at the marks alone, not at whom they name."""
    asli = tanda.berlaku
    tambal.setattr(tanda, "berlaku", lambda marks: asli(c._replace(masa_id="") for c in marks))


def _siapa_saja(tambal: pytest.MonkeyPatch) -> None:
    """Whoever sees a mark may change it."""
    tambal.setattr(hadir_ops, "boleh", lambda _own, _sesi: None)


def _putusan_hapus(tambal: pytest.MonkeyPatch) -> None:
    """A decision that only deletes what is wrong: two that cross leave nothing."""

    def putuskan(tx: Any, hadir_id: str, isian: Any) -> None:
        row = tx.row("bimtek_hadir", hadir_id)
        ids = [str(r[0]) for r in tx.con.execute(
            "SELECT id FROM bimtek_hadir WHERE sesi_id = ? AND jabatan_id = ? AND tanda <> ?",
            (row["sesi_id"], row["jabatan_id"], isian["tanda"]))]  # fmt: skip
        many.delete(tx, "bimtek_hadir", ids)

    tambal.setattr(ragu, "putuskan", putuskan)


def _sisa_ngotot(tambal: pytest.MonkeyPatch) -> None:
    """An absence given to the rest that contradicts whoever comes."""
    tambal.setattr(tanda, "SISA", "bukan sisa")


def _kota_menimpa(tambal: pytest.MonkeyPatch) -> None:
    """A city that keeps one mark of a person only."""
    asli = hukum_hadir.di_kota

    def satu_saja(db: Any) -> Any:
        per = {f["jabatan_id"]: (id, f) for id, f in sorted(asli(db).items())}
        return dict(per.values())

    tambal.setattr(hukum_hadir, "di_kota", satu_saja)


MUTAN = {
    "satu id per sesi dan orang": Mutan(_id_tetap, _dua_pintu, "H8"),
    "yang terakhir menang": Mutan(_terakhir_menang, bertentangan, "H[35]"),
    "tanda dihitung, bukan orang": Mutan(_baris_dihitung, _bersama, "H5"),
    "pertentangan didiamkan": Mutan(_ragu_diam, bertentangan, "H3"),
    "putusan hanya menghapus": Mutan(_putusan_hapus, _silang, "H8"),
    "sisa tidak mengalah": Mutan(_sisa_ngotot, _sisa_dulu, "H[35]"),
    "dua nama didiamkan": Mutan(_dua_nama_diam, dua_kepala, "H3"),
    "nama diabaikan": Mutan(_nama_diabaikan, dua_kepala, "H3"),
    "siapa saja mencatat": Mutan(_siapa_saja, _mencoba, "H9"),
    "kota menyimpan satu tanda saja": Mutan(_kota_menimpa, _bersama, "H2"),
}
