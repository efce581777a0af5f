"""Who may send and see what: revoked PCs, other kelurahan, forged receipts, enrolment codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sipokat_desktop.kernel import canonical
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage.tx import Tx
from sync.client.http import Http, NetworkTrouble
from sync.client.receipt import check as periksa_bukti
from sync.protocol import Answer, Exchange, Receipt
from sync.pusat import cli
from sync.server import auth
from tests.kota import City
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, LAIN, Buka, daftarkan, isi_rt, periksa_tenang, sinkron
from tests.sync.kawat import Palsu, Salah, dengan


def test_a_revoked_pc_hands_in_what_it_had_into_held(city: City, office: Buka) -> None:
    satu, dua = daftarkan(office("a"), city), daftarkan(office("b"), city)
    isi_rt(satu, 1)
    sinkron(satu)
    sinkron(dua)
    isi_rt(satu, 2)
    assert cli.main(["kantor", "cabut", satu.store.identity.device_id, "--db", city.db_url]) == 0
    isi_rt(dua, 7)
    sinkron(dua)
    for _ in range(2):
        with pytest.raises(Gangguan, match="dicabut") as sebab:
            sinkron(satu)
        assert "Data aman" in sebab.value.lengkap
    assert [o for o in dunia.hasil(city.db).values() if o == "held"] == ["held"] * 3
    assert "Ketua 07" not in dunia.orang(satu, "nama")
    assert set(dunia.jenis(satu)) == {"ditahan kota"}
    sinkron(dua)
    assert set(dunia.jenis(dua)) == {"ditahan kota"}
    periksa_tenang(city.db, [dua])


def test_another_kelurahan_sees_and_writes_nothing(
    city: City, office: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    city.set_tarif()
    satu, asing = daftarkan(office("a"), city), daftarkan(office("c"), city, LAIN)
    isi_rt(satu, 1)
    sinkron(satu)
    sinkron(asing)
    assert dunia.isi_kantor(asing, KELURAHAN) == {}
    assert len(dunia.isi_kantor(asing, "kota")) == 2
    masa = satu.store.reader().execute("SELECT * FROM rt_orang").fetchone()
    with pytest.raises(InputSalah, match="server kota"):
        asing.store.write("curang", lambda tx: tx.append(dunia.LEDGER, {"slot": "a|b|c"}, scope="kota"))
    monkeypatch.setattr(Tx, "permit", lambda *_args: None)
    for kerja in (
        lambda tx: tx.insert("rt_orang", {"nama": "Selundupan"}, scope=KELURAHAN),
        lambda tx: tx.insert("rt_orang", {"nama": "Rampas"}, scope=LAIN, row_id=masa["id"]),
        lambda tx: tx.append(dunia.LEDGER, {"slot": "a|b|c", "jumlah": 1, "jenis": "bayar"}, scope="kota"),
    ):
        asing.store.write("curang", kerja)
    sebelum = dunia.isi_kota(city.db, KELURAHAN)
    summary = sinkron(asing)
    assert summary.stuck == 3
    assert dunia.jenis(asing) == ["ditolak kota"] * 3
    assert dunia.isi_kota(city.db, KELURAHAN) == sebelum
    ditolak = dunia.isi_kota(city.db, LAIN)
    assert {(tabel, f["jenis"]) for (tabel, _), f in ditolak.items()} == {("konflik", "ditolak")}
    assert "Ketua 01" not in str(ditolak)
    http = Http(city.url, asing.store.token)
    request = Exchange(inc=asing.store.identity.inc, acked_n=0, acked_hash="0" * 32, cursors={KELURAHAN: "", LAIN: ""})
    assert {p.scope for p in http.post("/sync/v1/exchange", request, Answer).pages} == {LAIN, "kota"}
    http.close()
    dunia.tenang(city, satu)


def test_a_pc_does_not_take_a_foreign_page_in(city: City, office: Buka) -> None:
    satu, asing = daftarkan(office("a"), city), daftarkan(office("c"), city, LAIN)
    isi_rt(satu, 1)
    sinkron(satu)
    with pytest.raises(NetworkTrouble, match="wilayah lain"):
        dengan(asing, Salah)
    assert dunia.isi_kantor(asing, KELURAHAN) == {}


def test_a_stolen_place_in_the_chain_is_refused(city: City, office: Buka) -> None:
    """A hostile PC writes another PC's incarnation into its op: it must not take that PC's numbers away."""
    satu, jahat = daftarkan(office("a"), city), daftarkan(office("c"), city, LAIN)
    isi_rt(satu, 1)
    isi_rt(jahat, 1)
    korban = satu.store.identity.inc
    rows = jahat.store.reader().execute("SELECT op_id, n, body FROM sync_op ORDER BY n").fetchall()
    rantai = "0" * 32
    baru: list[tuple[str, str, str]] = []
    for row in rows:
        body = canonical.dumps(json.loads(row["body"]) | {"inc": korban, "scope": LAIN})
        rantai = canonical.chain(rantai, body)
        baru.append((body, rantai, row["op_id"]))
    jahat.store.local(lambda con: con.executemany("UPDATE sync_op SET body = ?, hash = ? WHERE op_id = ?", baru))
    assert sinkron(jahat).stuck == 3
    dunia.tenang(city, satu)
    assert len(dunia.hasil(city.db)) == 3


def test_a_receipt_is_signed_and_a_forged_one_is_refused(city: City, office: Buka) -> None:
    satu = daftarkan(office("a"), city)
    isi_rt(satu, 1)
    summary = sinkron(satu)
    isi = satu.receipts()[0][3]
    asli = Receipt(text=str(isi["kota"]), signature=str(isi["tanda_tangan"]))
    kunci = satu.store.identity.server_key
    periksa_bukti(asli, kunci)
    assert json.loads(asli.text)["isi"][KELURAHAN]["rt_orang"]["count"] == 1
    assert isi["kantor"] == json.loads(asli.text)["isi"]
    assert summary.receipt == 1
    for palsu in (
        asli.model_copy(update={"text": asli.text.replace('"count":1', '"count":2')}),
        asli.model_copy(update={"signature": ("y" if asli.signature[0] == "x" else "x") + asli.signature[1:]}),
        asli.model_copy(update={"signature": ""}),
    ):
        with pytest.raises(NetworkTrouble, match="Tanda tangan"):
            periksa_bukti(palsu, kunci)
    isi_rt(satu, 2)
    with pytest.raises(NetworkTrouble, match="Tanda tangan"):
        dengan(satu, Palsu)
    assert dunia.menunggu(satu) > 0, "an answer with a forged receipt is not believed in anything"
    dunia.tenang(city, satu)


def test_codes(city: City, office: Buka, monkeypatch: pytest.MonkeyPatch) -> None:
    satu, dua = office("a"), office("b")
    kode = city.invite(KELURAHAN)
    for salah, kalimat in (("", "belum diisi"), ("ABC", "10 huruf"), ("ABCDE-FGHJK", "tidak dikenal")):
        with pytest.raises(InputSalah, match=kalimat) as kata:
            satu.enrol(server=city.url, code=salah, name="Rina")
        assert kata.value.field == "kode"
        assert not satu.status().enrolled
    assert satu.enrol(server=city.url, code=f" {kode.lower().replace('-', ' ')} ", name="Rina") == KELURAHAN
    assert satu.enrol(server=city.url, code=kode, name="Rina") == KELURAHAN
    with pytest.raises(InputSalah, match="sudah dipakai"):
        dua.enrol(server=city.url, code=kode, name="Budi")
    monkeypatch.setattr(auth, "CODE_DAYS", -1)
    with pytest.raises(InputSalah, match="lewat masanya"):
        dua.enrol(server=city.url, code=city.invite(KELURAHAN), name="Budi")
    monkeypatch.undo()
    assert [satu.store.identity.label, daftarkan(dua, city).store.identity.label] == ["PC-1", "PC-2"]
    with pytest.raises(InputSalah, match="milik Kelurahan"):
        dua.enrol(server=city.url, code=city.invite(LAIN), name="Budi")


def test_an_invitation_file(city: City, office: Buka, tmp_path: Path) -> None:
    satu = office("a")
    assert satu.enrol_with(city.invitation(KELURAHAN, tmp_path / "u.json"), name="Rina") == KELURAHAN
    for isi in (b"", b"{}", b"\xff\xfe", b"x" * 70_000):
        (tmp_path / "u.json").write_bytes(isi)
        with pytest.raises(InputSalah, match="undangan tidak terbaca"):
            office("b").enrol_with(tmp_path / "u.json", name="Rina")
