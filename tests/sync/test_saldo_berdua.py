"""Two PCs import the same payments of a past year before either has synced: one list, every month once."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.insentif import queries, saldo_awal
from sipokat_desktop.storage.core import REST
from sync import merge
from sync.register import Doc
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, Buka, daftarkan, isi_rt, sinkron
from tests.sync.satu_baris import BARIS, Kota, op
from tests.unit.lembar import tulis_xlsx

LEMBAR: list[list[object]] = [
    ["RT", "Nama", "Bulan", "Jumlah"],
    ["01", "Zainal Abidin", "TW I 2020", 1_000_001],
    ["02", "Rusdi Effendi", "Mei 2020", 350_000],
]


def _impor(pc: Office, path: Path) -> saldo_awal.Neraca:
    berkas = saldo_awal.buka(path)
    rencana = saldo_awal.banding(pc.store, KELURAHAN, berkas, saldo_awal.usul(berkas, pc.store, KELURAHAN))
    return saldo_awal.simpan(pc.store, KELURAHAN, rencana).value


def _hidup(pc: Office) -> int:
    row = pc.store.reader().execute(f"SELECT coalesce(sum(m.jumlah), 0) FROM insentif_mutasi m WHERE {queries.HIDUP}")
    return int(row.fetchone()[0])


def _tertahan(pc: Office) -> list[tuple[str, str]]:
    rows = pc.store.reader().execute("SELECT tabel, alasan FROM sync_op WHERE state IN ('held', 'refused')")
    return [(str(row[0]), str(row[1])) for row in rows]


def test_the_same_sheet_on_two_computers_meets(city: City, office: Buka, tmp_path: Path) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    satu.store.user, dua.store.user = "Siti", "Rudi"
    city.set_tarif(350_000, mulai="2025-01")
    sinkron(satu)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    sinkron(dua)
    path = tulis_xlsx(tmp_path / "lama.xlsx", {"2020": LEMBAR})
    hasil = [_impor(pc, path) for pc in (satu, dua)]
    assert hasil[0].daftar == hasil[1].daftar
    assert [h.masa_baru for h in hasil] == [2, 2]
    dunia.tenang(city, satu, dua)
    for pc in (satu, dua):
        assert _tertahan(pc) == []
        assert dunia.jenis(pc) == []
        assert _hidup(pc) == 1_350_001
        assert [d.nomor for d in queries.semua_daftar(pc.store.reader(), lingkup=KELURAHAN)] == list(hasil[0].daftar)
    saldo_awal.batalkan(dua.store, hasil[1].act_id)
    dunia.tenang(city, satu, dua)
    for pc in (satu, dua):
        assert _tertahan(pc) == []
        assert dunia.jenis(pc) == []
        assert _hidup(pc) == 0
        assert [d.keadaan for d in queries.semua_daftar(pc.store.reader(), lingkup=KELURAHAN)] == ["batal"]


def test_a_locked_line_said_again_is_nothing_new_and_anything_else_waits() -> None:
    """What the city does with lines that come to a list locked already (keputusan/0028)."""
    sama: Fields = {"daftar_id": "d", "no": 1, "nama": "Zainal"}
    doc = Doc(dict(sama), {REST: "o1"})
    kota = Kota(BARIS, doc, locked=True)
    assert kota(op(2, "set", BARIS, dict(sama))).outcome == "duplicate"
    assert kota.doc == Doc(dict(sama), {REST: "o1"})
    assert kota(op(3, "set", BARIS, {"nama": "Zainal"})).outcome == "duplicate"
    lain: list[tuple[str, Fields]] = [
        ("set", sama | {"nama": "Lain"}), ("set", sama | {"sk": "141"}), ("delete", {}), ("restore", sama),
    ]  # fmt: skip
    for kind, isi in lain:
        assert kota(op(4, kind, BARIS, dict(isi))).reason == merge.SUDAH_TERKUNCI
    assert Kota(BARIS, locked=True)(op(5, "set", BARIS, dict(sama))).reason == merge.SUDAH_TERKUNCI
