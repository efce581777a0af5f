"""The exchange by file: any order, any number of times, mixed with syncs over the line; forged and damaged files."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.clock import now_ms
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sync import envelope
from sync.client import files
from sync.files import CITY, CityFile
from sync.pusat import cli
from sync.server import files as pusat
from sync.server.keys import ServerKey
from tests.kota import City, CityThread
from tests.sync import dunia
from tests.sync.dunia import KELURAHAN, LAIN, Buka, daftarkan, isi_rt, periksa_tenang, tenang

CEPAT = "/dev/shm" if Path("/dev/shm").is_dir() else None


def tulis(office: Office, folder: Path) -> Path:
    """Write a file for the city."""
    return office.write_file(folder).path


def jawab(city: City, kiriman: Path, nama: str = "") -> Path:
    """Let the city read a file; returns its answer."""
    balasan = pusat.read(city.db, ServerKey(city.db), kiriman.read_bytes(), kiriman.name, now_ms)
    file = kiriman.with_name((nama or kiriman.stem) + CITY)
    file.write_bytes(balasan.content)
    return file


def undang(city: City, folder: Path, kode: str = KELURAHAN) -> Path:
    """Return an invitation file as the city's command writes it."""
    file = folder / f"undangan-{kode}.json"
    assert cli.main(["kantor", "undang", kode, "--db", city.db_url, "--keluaran", str(file)]) == 0
    return file


def test_an_office_without_internet_enrols_works_and_gets_everything_by_file(
    city: City, office: Buka, tmp_path: Path
) -> None:
    city.set_tarif()
    jauh, dekat = office("jauh"), daftarkan(office("dekat"), city)
    isi_rt(dekat, 7)
    dekat.sync()
    jauh.enrol_by_file(undang(city, tmp_path), name="Rina")
    isi_rt(jauh, 1, 2)
    with pytest.raises(Gangguan, match="belum terdaftar"):
        jauh.sync()
    hasil = jauh.read_file(jawab(city, tulis(jauh, tmp_path)))
    assert hasil.matching
    assert hasil.receipt
    assert jauh.store.identity.enrolled
    dekat.sync()
    periksa_tenang(city.db, [jauh, dekat])
    with pytest.raises(Gangguan, match="lewat berkas"):
        jauh.sync()


def test_the_command_line_of_both_sides(city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from sipokat_desktop.cli import main

    data = ["--data", str(tmp_path / "pc"), "--json"]
    undangan = undang(city, tmp_path)
    assert main(["daftar", "--undangan", str(undangan), "--luring", "--nama", "Rina", *data]) == 0
    contoh = Path(__file__).resolve().parents[2] / "resources/contoh"
    lembar = next(contoh.glob("*.xlsx"))
    assert main(["impor", "rt", str(lembar), "--lewati-bermasalah", *data]) == 0
    capsys.readouterr()
    assert main(["berkas", "tulis", str(tmp_path), *data]) == 0
    tertulis = json.loads(capsys.readouterr().out)
    assert tertulis["perubahan"] > 0
    assert cli.main(["berkas", "baca", tertulis["berkas"], "--db", city.db_url, "--json"]) == 0
    jawaban = json.loads(capsys.readouterr().out)[0]
    assert (jawaban["diterima"], jawaban["tertahan"]) == (tertulis["perubahan"], 0)
    assert main(["berkas", "baca", jawaban["jawaban"], *data]) == 0
    terbaca = json.loads(capsys.readouterr().out)
    assert (terbaca["dijawab"], terbaca["cocok"]) == (tertulis["perubahan"], True)
    assert main(["bukti", "simpan", str(terbaca["bukti"]), "--keluaran", str(tmp_path / "bukti.json"), *data]) == 0
    capsys.readouterr()
    assert main(["bukti", "periksa", str(tmp_path / "bukti.json"), *data]) == 0
    assert json.loads(capsys.readouterr().out)["asli"] is True
    assert main(["status", *data]) == 0
    assert json.loads(capsys.readouterr().out)["belum_terkirim"] == 0


@pytest.fixture
def rusak(city: City, office: Buka, tmp_path: Path) -> tuple[Office, Path, Path]:
    """An office, its file, and the city's answer."""
    pc = daftarkan(office("a"), city)
    pc.sync()
    isi_rt(pc, 1)
    kiriman = tulis(pc, tmp_path)
    return pc, kiriman, jawab(city, kiriman)


def test_a_damaged_file_is_refused_whole_wherever_the_damage_is(
    city: City, rusak: tuple[Office, Path, Path], tmp_path: Path
) -> None:
    pc, kiriman, jawaban = rusak
    sebelum = pc.store.reader().execute("SELECT count(*) FROM sync_op WHERE hasil = ''").fetchone()[0]
    for asal, baca in ((jawaban, pc.read_file), (kiriman, lambda f: jawab(city, f))):
        isi = asal.read_bytes()
        for di in range(0, len(isi), max(1, len(isi) // 150)):
            salah = tmp_path / f"salah{asal.suffix}"
            salah.write_bytes(isi[:di] + bytes([isi[di] ^ 4]) + isi[di + 1 :])
            with pytest.raises(InputSalah, match="idak"):
                baca(salah)
            salah.write_bytes(isi[:di])
            with pytest.raises(InputSalah, match="idak"):
                baca(salah)
    assert pc.store.reader().execute("SELECT count(*) FROM sync_op WHERE hasil = ''").fetchone()[0] == sebelum


def test_a_file_for_another_computer_cannot_be_read(city: City, office: Buka, rusak: tuple[Office, Path, Path]) -> None:
    lain = daftarkan(office("lain"), city, LAIN)
    with pytest.raises(InputSalah, match=rf"menurut namanya untuk kantor {KELURAHAN}.*namanya memuat {LAIN}-PC-1"):
        lain.read_file(rusak[2])
    tanpa_nama = rusak[2].rename(rusak[2].with_name("jawaban.dari-kota"))
    with pytest.raises(InputSalah, match=r"bukan dari kota untuk komputer ini.*Minta Kominfo"):
        lain.read_file(tanpa_nama)
    with pytest.raises(InputSalah, match="kiriman kantor"):
        lain.read_file(rusak[1])
    assert b"nama" not in rusak[1].read_bytes(), "what is in the file can be read without a key"


def test_nobody_can_hand_in_a_file_in_the_name_of_another(city: City, office: Buka, tmp_path: Path) -> None:
    satu, lain = daftarkan(office("a"), city), daftarkan(office("b"), city, LAIN)
    isi_rt(lain, 3)
    palsu = lain.store.identity._replace(device_id=satu.store.identity.device_id)
    lain.store.save_identity(palsu)
    with pytest.raises(InputSalah, match="bukan kiriman kantor"):
        jawab(city, tulis(lain, tmp_path))
    assert not dunia.isi_kota(city.db, KELURAHAN)


def test_a_stranger_needs_a_code(city: City, office: Buka, tmp_path: Path) -> None:
    asing = office("asing")
    asing.enrol_by_file(undang(city, tmp_path), name="X")
    kode = json.loads(asing.store.setting(files.INVITED))
    asing.store.set_setting(files.INVITED, json.dumps(kode | {"code": "AAAAA-AAAAA"}))
    kiriman = tulis(asing, tmp_path)
    assert cli.main(["berkas", "baca", str(kiriman), "--db", city.db_url]) == 2
    assert not dunia.isi_kota(city.db, KELURAHAN)


def test_a_revoked_computer_hands_in_into_held_and_gets_nothing(city: City, office: Buka, tmp_path: Path) -> None:
    pc = daftarkan(office("a"), city)
    pc.sync()
    isi_rt(pc, 1)
    assert cli.main(["kantor", "cabut", pc.store.identity.device_id, "--db", city.db_url]) == 0
    kiriman = tulis(pc, tmp_path)
    balasan = pusat.read(city.db, ServerKey(city.db), kiriman.read_bytes(), kiriman.name, now_ms)
    assert balasan.taken == 0
    assert balasan.held > 0
    isi = envelope.opened(
        balasan.content,
        signing_key=pc.store.identity.private_key,
        sender_key=lambda _isi: pc.store.identity.server_key,
    )
    assert not any(part.answer.pages for part in CityFile.model_validate_json(isi).parts)


class Meja:
    """What lies on the table: files of the offices, answers of the city, and what may be done with them."""

    def __init__(self, city: City, pcs: list[Office], folder: Path) -> None:
        self.city, self.pcs, self.folder = city, pcs, folder
        self.kiriman: list[tuple[int, Path]] = []
        self.jawaban: list[tuple[int, Path]] = []

    def lakukan(self, ke: int, apa: str, i: int) -> None:
        """Take one step; a step that cannot be taken now is none."""
        match apa:
            case "kerja":
                dunia.ubah(self.pcs[i], "01", hp=f"0812{ke:08d}")
            case "bayar":
                nomor = dunia.satu_daftar(self.pcs[i])
                with suppress(InputSalah):
                    insentif.terima(self.pcs[i].store, nomor)
            case "sinkron":
                self.pcs[i].sync()
            case "tulis":
                self.kiriman.append((i, tulis(self.pcs[i], self.folder).rename(self.folder / f"k{ke}.ke-kota")))
            case "kota" if self.kiriman:
                siapa, file = self.kiriman[i % len(self.kiriman)]
                self.jawaban.append((siapa, jawab(self.city, file, f"j{ke}")))
            case "baca" if self.jawaban:
                siapa, file = self.jawaban[i % len(self.jawaban)]
                self.pcs[siapa].read_file(file)


LANGKAH = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(("kerja", "tulis", "sinkron", "bayar")), st.integers(0, 1)),
        st.tuples(st.just("kota"), st.integers(0, 5)),
        st.tuples(st.just("baca"), st.integers(0, 5)),
    ),
    min_size=4,
    max_size=25,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate, Phase.shrink)
)
@given(langkah=LANGKAH)
def test_any_order_any_repeats_mixed_with_the_line(langkah: list[tuple[str, int]]) -> None:
    """Two PCs of one kelurahan; files are read late, twice, in any order, by either side, between ordinary syncs."""
    folder = Path(mkdtemp(prefix="sipokat-berkas-", dir=CEPAT))
    city = CityThread(f"sqlite:///{folder / 'kota.db'}")
    city.set_tarif()
    pcs = [daftarkan(Office(folder / nama), city) for nama in "ab"]
    try:
        pcs[0].sync()
        isi_rt(pcs[0], 1, 2)
        dunia.terkunci(pcs[0], "2026-01")
        pcs[0].sync()
        pcs[1].sync()
        meja = Meja(city, pcs, folder)
        for ke, (apa, i) in enumerate(langkah):
            meja.lakukan(ke, apa, i)
        tenang(city, *pcs)
    finally:
        for pc in pcs:
            pc.close()
        city.close()
        shutil.rmtree(folder, ignore_errors=True)
