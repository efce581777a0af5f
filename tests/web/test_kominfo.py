"""Kominfo's pages: which offices need somebody, an invitation that a real computer takes, a revoked one, the server."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, update

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import Gangguan
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DEVICE, INVITE, META, OP_LOG, READING
from sync.web.kantor import LABEL
from sync.web.kominfo import data
from tests.web.panggung import KEL_A, KEL_B, Klien, Pusat, pc

HARI = 86_400_000
LAIN = "16.73.01.1001"


@pytest.fixture
def kominfo(pusat: Pusat) -> Klien:
    return pusat.masuk("kominfo")


def perangkat(pusat: Pusat, lingkup: str) -> str:
    with pusat.db.read() as con:
        asked = select(DEVICE.c.id).where(DEVICE.c.scope == lingkup, DEVICE.c.label != LABEL)
        return str(con.execute(asked).scalars().first())


def keadaan(pusat: Pusat, lingkup: str, **isi: int | str) -> None:
    with pusat.db.write() as con:
        con.execute(update(DEVICE).where(DEVICE.c.id == perangkat(pusat, lingkup)).values(**isi))


def test_the_office_that_needs_somebody_stands_first(pusat: Pusat, kominfo: Klien) -> None:
    keadaan(
        pusat, KEL_B, last_seen=pusat.jam() - 9 * HARI, waiting=14, skew=-3 * 3_600_000, disk=900 << 20, app="0.0.9",
        backed_up=pusat.jam() - 9 * HARI,
    )  # fmt: skip
    teks = kominfo.get("/perangkat").text
    for kata in ("Tidak terdengar 9 hari", "14 perubahan belum terkirim", "3 jam lebih lambat", "Sisa disk 900 MB",
                 "Cadangan terakhir sudah lama", "versi 0.0.9", "Telepon kantornya", "Sinkron sekarang",
                 "Atur waktu otomatis", "Keranjang Sampah", "ke flashdisk", "Kirim pemasang versi"):  # fmt: skip
        assert kata in teks, kata
    assert teks.index("Tidak terdengar") < teks.index("Taba Jemekeh")
    assert LABEL + "</a>" not in teks, "the web's own offices are no computers"
    assert "Semua kantor (81)" in teks
    assert "1 kantor" in kominfo.get("/perangkat?saring=diam").text
    assert "Belum ada komputer (78)" in teks


def test_what_a_computer_tells_of_itself_arrives(pusat: Pusat, tmp_path: Path) -> None:
    with closing(pc(tmp_path, pusat, KEL_A)) as satu:
        satu.safety.backup()
        satu.sync()
        (ada,) = [k for k in data.komputer(pusat.db) if k.id == satu.store.identity.device_id]
    assert ada.disk > 0
    assert abs(ada.cadangan - ada.terakhir) < HARI
    assert abs(ada.skew) < 60_000
    assert ada.versi


def test_nobody_is_invited_unless_an_office_is_chosen(pusat: Pusat, kominfo: Klien) -> None:
    assert '<option value="" selected>Pilih kantor</option>' in kominfo.get("/undangan").text
    chosen = kominfo.get(f"/undangan?kantor={LAIN}").text
    assert f'<option value="{LAIN}" selected>' in chosen
    jawab = kominfo.kirim("/undangan", {"kantor": ""})
    assert jawab.status_code == 422
    assert "Pilih dulu kantor yang diundang. Belum ada undangan yang dibuat." in jawab.text
    with pusat.db.read() as con:
        assert not con.execute(select(INVITE).where(INVITE.c.used_by == "")).all()


def test_an_office_without_a_computer_says_so_in_few_lines_of_a_phone(kominfo: Klien) -> None:
    baris = re.search(r"<tr><th[^>]*>Kelurahan Air Kuti</th>(.*?)</tr>", kominfo.get("/perangkat").text, re.DOTALL)
    assert baris is not None
    assert baris[1].count("<td></td>") == 2, "cells that say nothing are left out on a phone"
    assert "belum ada" in baris[1]
    assert 'Undang<span class="tampak-baca"> Kelurahan Air Kuti</span>' in baris[1]


def test_a_letter_brings_an_office_in_once(pusat: Pusat, kominfo: Klien, tmp_path: Path) -> None:
    surat = kominfo.kirim("/undangan", {"kantor": LAIN}).text
    found = re.search(r'class="kode-besar">([A-Z0-9-]+)<', surat)
    assert found
    assert "<svg" in surat
    with closing(Office(tmp_path / "baru")) as kantor:
        assert kantor.enrol(server=pusat.url, code=found[1], name="Rudi") == LAIN
        kantor.sync()
    assert "Rudi" in kominfo.get("/perangkat").text
    with pusat.db.read() as con:
        apa = con.execute(select(READING.c.what)).scalars().all()
    assert any("Mengundang Kelurahan" in satu for satu in apa)


def test_the_file_of_an_invitation_brings_an_office_in(pusat: Pusat, kominfo: Klien, tmp_path: Path) -> None:
    import base64

    surat = kominfo.kirim("/undangan", {"kantor": LAIN}).text
    isi = re.search(r"base64,([A-Za-z0-9+/=]+)", surat)
    assert isi
    berkas = tmp_path / "undangan.json"
    berkas.write_bytes(base64.b64decode(isi[1]))
    assert json.loads(berkas.read_text())["server"] == pusat.url
    with closing(Office(tmp_path / "baru")) as kantor:
        assert kantor.enrol_with(berkas, name="Rudi") == LAIN


def test_an_invitation_is_withdrawn(pusat: Pusat, kominfo: Klien, tmp_path: Path) -> None:
    surat = kominfo.kirim("/undangan", {"kantor": LAIN}).text
    found = re.search(r'class="kode-besar">([A-Z0-9-]+)<', surat)
    assert found
    with pusat.db.read() as con:
        id = con.execute(select(INVITE.c.code_hash).where(INVITE.c.scope == LAIN, INVITE.c.used_by == "")).scalar_one()
    assert "Tulis alasannya" in kominfo.kirim("/undangan/tarik", {"id": id}).text
    assert kominfo.kirim("/undangan/tarik", {"id": id, "alasan": "suratnya hilang"}).status_code == 303
    assert "suratnya hilang (Dinas Kominfo" in kominfo.get("/undangan").text
    with closing(Office(tmp_path / "baru")) as kantor, pytest.raises(Exception, match="Kode kantor sudah lewat"):
        kantor.enrol(server=pusat.url, code=found[1], name="Rudi")
    assert kominfo.kirim("/undangan/tarik", {"id": id, "alasan": "lagi"}).status_code == 422
    assert kominfo.kirim("/undangan/kembalikan", {"id": id}).status_code == 303
    assert kominfo.kirim("/undangan/kembalikan", {"id": id}).status_code == 422
    with closing(Office(tmp_path / "lagi")) as kantor:
        assert kantor.enrol(server=pusat.url, code=found[1], name="Rudi") == LAIN


def test_a_revoked_computer_gets_nothing_until_it_may_again(pusat: Pusat, kominfo: Klien, tmp_path: Path) -> None:
    with closing(pc(tmp_path, pusat, KEL_A)) as satu:
        id = satu.store.identity.device_id
        assert "Tulis alasannya" in kominfo.kirim(f"/perangkat/{id}/cabut", {}).text
        satu.sync()
        assert kominfo.kirim(f"/perangkat/{id}/cabut", {"alasan": "dicuri <b>semalam"}).status_code == 303
        assert "dicuri &lt;b&gt;semalam (Dinas Kominfo" in kominfo.get(f"/perangkat/{id}").text
        assert "/undangan?kantor=" in kominfo.get(f"/perangkat/{id}").text
        with pytest.raises(Gangguan):
            satu.sync()
        assert "Izin komputer ini dicabut" in kominfo.get(f"/perangkat/{id}").text
        assert kominfo.kirim(f"/perangkat/{id}/cabut", {}).status_code == 422
        assert kominfo.kirim(f"/perangkat/{id}/izinkan", {}).status_code == 303
        satu.sync()


def test_a_computer_gets_a_name(pusat: Pusat, kominfo: Klien) -> None:
    id = perangkat(pusat, KEL_A)
    assert kominfo.kirim(f"/perangkat/{id}/nama", {"nama": "  Loket   depan "}).status_code == 303
    assert "Loket depan" in kominfo.get("/perangkat").text
    salah = kominfo.kirim(f"/perangkat/{id}/nama", {"nama": "x" * 61})
    assert salah.status_code == 422
    assert "paling panjang 60" in salah.text
    assert kominfo.get("/perangkat/tidak-ada").status_code == 404


def test_a_computer_without_a_name_is_called_something(pusat: Pusat, kominfo: Klien) -> None:
    keadaan(pusat, KEL_A, name="")
    assert "Komputer belum bernama (PC-1)" in kominfo.get("/perangkat").text


def test_the_server_says_who_decides_on_what_is_held(pusat: Pusat, kominfo: Klien) -> None:
    with pusat.db.write(ALL_SCOPES) as con:
        satu = con.scalar(select(OP_LOG.c.op_id).limit(1))
        con.execute(update(OP_LOG).where(OP_LOG.c.op_id == satu).values(outcome="held"))
    teks = kominfo.get("/server").text
    assert "menunggu keputusan" in teks
    assert "tidak ada yang menunggu" not in teks
    assert "diputuskan Bagian Tata Pemerintahan di halaman Perlu keputusan." in teks


def test_the_server_tells_of_its_backup(pusat: Pusat, kominfo: Klien) -> None:
    assert "Belum ada cadangan" in kominfo.get("/server").text
    isi = {"waktu": pusat.jam(), "berkas": "sipokat-20261122.cadangan", "bita": 5 << 20, "diuji": True}
    with pusat.db.write() as con:
        con.execute(META.insert().values(key=data.CADANGAN, value=json.dumps(isi)))
    teks = kominfo.get("/server").text
    assert "sudah diuji pulih" in teks
    assert "5,0 MB" in teks


@pytest.mark.parametrize(
    ("bita", "kata"), [(0, "0 KB"), (1023, "0 KB"), (1 << 20, "1,0 MB"), (15 << 20, "15 MB"), (1536 << 20, "1,5 GB")]
)
def test_sizes(bita: int, kata: str) -> None:
    assert data.ukuran(bita) == kata
