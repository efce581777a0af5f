"""The exchange by file where something went wrong: a restored city, a crash, a lost row, a lost key, a forger."""

from __future__ import annotations

from pathlib import Path

import pytest

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import new_id
from sync import envelope
from sync.client import files
from sync.client.device import private_key, public_key
from sync.files import OfficeFile
from sync.protocol import EnrolRequest, Exchange, WireOp
from sync.pusat import cli
from sync.server import files as pusat
from sync.server.keys import ServerKey
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, LAIN, LEDGER, Buka, daftarkan, isi_rt, sinkron, tenang
from tests.sync.test_berkas import jawab, tulis, undang


def test_an_answer_from_before_the_city_was_restored_closes_nothing(city: City, office: Buka, tmp_path: Path) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1, 2)
    sinkron(satu)
    sinkron(dua)
    simpanan = dunia.Simpanan(city.db)
    dunia.ubah(satu, "01", hp="08111111111")
    kiriman = tulis(satu, tmp_path).rename(tmp_path / "k.ke-kota")
    jawab(city, kiriman, "pertama")
    lama = jawab(city, kiriman, "kedua")
    satu.read_file(lama)
    satu.store.renew_incarnation()
    simpanan.pulihkan(city.db)
    isi_rt(dua, 3, 4, 5)
    sinkron(dua)
    ulang = satu.read_file(jawab(city, tulis(satu, tmp_path), "ulang"))
    assert "Tulis berkas baru" in ulang.note
    satu.read_file(lama)
    assert dunia.menunggu(satu) > 0, "an old outcome was believed again"
    sinkron(satu)
    satu.store.renew_incarnation()
    tenang(city, satu, dua)
    assert "08111111111" in dunia.orang(dua, "hp")


def test_a_crash_while_a_restored_citys_answer_is_read_strands_nothing(
    city: City, office: Buka, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = office("a")
    pc.enrol_by_file(undang(city, tmp_path), name="Rina")
    isi_rt(pc, 1)
    pc.read_file(jawab(city, tulis(pc, tmp_path), "satu"))
    pc.store.renew_incarnation()
    simpanan = dunia.Simpanan(city.db)
    isi_rt(pc, 2)
    pc.read_file(jawab(city, tulis(pc, tmp_path), "dua"))
    pc.store.renew_incarnation()
    simpanan.pulihkan(city.db)
    jawaban = jawab(city, tulis(pc, tmp_path), "tiga")

    def mati(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(files, "_mend", mati)
        with pytest.raises(KeyboardInterrupt):
            pc.read_file(jawaban)
    pc.close()
    pc = office("a")
    for ke in range(2):
        pc.read_file(jawab(city, tulis(pc, tmp_path), f"lagi{ke}"))
    assert dunia.menunggu(pc) == 0
    assert dunia.semua_op(pc) <= dunia.tercatat(city.db).keys()
    assert len([1 for t, _ in dunia.isi_kota(city.db, KELURAHAN) if t == "rt_orang"]) == 2


def test_a_row_that_differs_is_fetched_by_file_too(city: City, office: Buka, tmp_path: Path) -> None:
    dekat, jauh = daftarkan(office("dekat"), city), office("jauh")
    isi_rt(dekat, 1, 2)
    sinkron(dekat)
    jauh.enrol_by_file(undang(city, tmp_path), name="Rina")
    assert jauh.read_file(jawab(city, tulis(jauh, tmp_path), "satu")).matching
    dunia.ubah_bayangan(jauh)
    assert not all(f.ok for f in jauh.check())
    assert jauh.read_file(jawab(city, tulis(jauh, tmp_path), "dua")).matching is False
    assert jauh.read_file(jawab(city, tulis(jauh, tmp_path), "tiga")).matching is True
    assert all(f.ok for f in jauh.check())
    assert "000" not in dunia.orang(jauh, "hp")


def test_an_office_that_lost_its_key_enrols_again_by_file(city: City, office: Buka, tmp_path: Path) -> None:
    pc = office("a")
    pc.enrol_by_file(undang(city, tmp_path), name="Rina")
    isi_rt(pc, 1)
    pc.read_file(jawab(city, tulis(pc, tmp_path), "satu"))
    isi_rt(pc, 2)
    pc.store.save_identity(pc.store.identity._replace(private_key=""))
    pc.enrol_by_file(undang(city, tmp_path), name="Rina")
    for ke in range(2):
        hasil = pc.read_file(jawab(city, tulis(pc, tmp_path), f"lagi{ke}"))
    assert hasil.matching
    assert pc.store.identity.label == "PC-2"
    assert dunia.menunggu(pc) == 0
    assert len([1 for t, _ in dunia.isi_kota(city.db, KELURAHAN) if t == "rt_orang"]) == 2


def test_a_revoked_office_is_told_so(city: City, office: Buka, tmp_path: Path) -> None:
    pc = daftarkan(office("a"), city)
    sinkron(pc)
    isi_rt(pc, 1)
    assert cli.main(["kantor", "cabut", pc.store.identity.device_id, "--db", city.db_url]) == 0
    assert "dicabut" in pc.read_file(jawab(city, tulis(pc, tmp_path))).note


def test_an_enrolled_pc_cannot_act_for_another_with_its_used_code(city: City, office: Buka) -> None:
    korban, jahat = office("a"), daftarkan(office("b"), city, LAIN)
    kode = city.invite(KELURAHAN)
    korban.enrol(server=city.url, code=kode, name="A")
    inc, isi = new_id(), {"slot": "s", "jenis": "bayar", "jumlah": 9}
    body = canonical.dumps(
        {"op_id": new_id(), "kind": "append", "table": LEDGER, "row": new_id(), "scope": KELURAHAN, "inc": inc, "n": 1,
         "hlc": 1, "by": "X", "fields": isi}
    )  # fmt: skip
    op = WireOp(n=1, hash=canonical.chain(canonical.GENESIS, body), body=body)
    minta = EnrolRequest(code=kode, public_key=public_key(private_key(korban.store.identity)), name="x", inc=inc)
    for protocol in (1, 2):
        for sender in (jahat.store.identity.device_id, ""):
            isi_berkas = OfficeFile(
                exchanges=[Exchange(protocol=protocol, inc=inc, acked_n=0, acked_hash=canonical.GENESIS, ops=[op])],
                enrol=minta,
            )
            berkas = envelope.seal(
                isi_berkas.model_dump_json().encode(), sender=sender, signing_key=private_key(jahat.store.identity),
                to=jahat.store.identity.server_box,
            )  # fmt: skip
            with pytest.raises(InputSalah, match="bukan kiriman kantor"):
                pusat.read(city.db, ServerKey(city.db), berkas, "palsu.ke-kota", now_ms)
    assert not dunia.isi_kota(city.db, KELURAHAN)
