"""The command line as scripts and IT staff use it: names, ``--json`` shapes, exit codes, one sentence on stderr."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from sipokat_desktop import cli
from sync.pusat import cli as pusat
from tests.kota import City

ROOT = Path(__file__).resolve().parents[2]
ROSTER = str(resources.path("contoh", "roster_contoh.xlsx"))
KELURAHAN = "16.73.01.1003"

Jalankan = Callable[..., object]


@pytest.fixture
def pc(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """``pc("pc1", "rt", "daftar")`` runs a command with ``--json`` on a data folder and returns the answer."""

    def run(name: str, *words: str) -> object:
        code = cli.main(["--data", str(tmp_path / name), *words, "--json"])
        said = capsys.readouterr()
        assert (code, said.err.count("Traceback")) == (0, 0), said.err
        return json.loads(said.out)

    return run


@pytest.fixture
def gagal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """``gagal("pc1", …)`` runs a command that must fail; returns exit code and its one sentence."""

    def run(name: str, *words: str) -> tuple[int, str]:
        code = cli.main(["--data", str(tmp_path / name), *words])
        said = capsys.readouterr()
        lines = said.err.strip().splitlines()
        assert not said.out, said.out
        assert len(lines) == 1, said.err
        return code, lines[0]

    return run


def isi(answer: object) -> dict[str, object]:
    """Return an answer that must be an object."""
    assert isinstance(answer, dict)
    return answer


def daftarkan(pc: Jalankan, city: City, name: str) -> None:
    """Enrol a PC with a code."""
    assert isi(pc(name, "daftar", "--server", city.url, "--kode", city.invite(KELURAHAN)))["kelurahan"] == KELURAHAN


def test_a_working_day_by_commands(pc: Jalankan, city: City, tmp_path: Path) -> None:
    """Every command of the contract, once, on two data folders of one machine."""
    city.set_tarif(mulai="2026-01")
    daftarkan(pc, city, "pc1")
    undangan = city.invitation(KELURAHAN, tmp_path / "undangan.json")
    assert isi(pc("pc2", "daftar", "--undangan", str(undangan), "--nama", "Rudi"))["label"] == "PC-2"
    pc("pc1", "sinkron")
    neraca = isi(pc("pc1", "impor", "rt", ROSTER, "--kelurahan", KELURAHAN))
    assert (neraca["dibaca"], neraca["baru"]) == (9, 9)
    roster = pc("pc1", "rt", "daftar")
    assert isinstance(roster, list)
    assert (
        roster[2] | {"rt": "03", "nama": "Iskandar Muda", "nik": "1673012202500018", "tmt": "2024-01-01"} == roster[2]
    )
    daftar = isi(pc("pc1", "insentif", "susun", "--periode", "2026-TW1", "--komponen", "Insentif Ketua RT"))
    assert (daftar["jumlah_penerima"], daftar["total"]) == (9, 9 * 1_650_000)
    nomor = str(daftar["nomor"])
    assert isi(pc("pc1", "insentif", "kunci", nomor))["keadaan"] == "dikunci"
    assert isi(pc("pc1", "insentif", "terima", nomor, "--kecuali", "3,7"))["dicatat"] == [1, 2, 4, 5, 6, 8, 9]
    pdf = tmp_path / "F.pdf"
    pc("pc1", "cetak", "tanda-terima", nomor, "--keluaran", str(pdf), "--kertas", "A4")
    assert pdf.read_bytes().startswith(b"%PDF")
    status = isi(pc("pc1", "status"))
    assert isinstance(status["belum_terkirim"], int)
    assert status["belum_terkirim"] > 0
    assert status["perlu_keputusan"] == []
    bukti = isi(pc("pc1", "akhiri-hari"))
    assert bukti["cocok"] is True
    assert Path(str(bukti["cadangan"])).is_file()
    assert isi(pc("pc2", "sinkron"))["isi"]
    for perintah in (("rt", "daftar"), ("insentif", "daftar")):
        assert pc("pc1", *perintah) == pc("pc2", *perintah)
    cadangan = tmp_path / "c.sipokat"
    pc("pc1", "cadangkan", str(cadangan))
    assert isi(pc("pc1", "pulihkan", str(cadangan)))["dipertahankan"] == 0
    assert isi(pc("pc1", "periksa"))["baik"] is True
    assert isi(pc("pc1", "sinkron"))["cocok"] is True


def test_two_pcs_pay_the_same_month_offline(pc: Jalankan, city: City, capsys: pytest.CaptureFixture[str]) -> None:
    """Both entries are kept, all three sides show an open *pembayaran ganda*, the sums are what went out."""
    city.set_tarif(mulai="2026-01")
    for name in ("pc1", "pc2"):
        daftarkan(pc, city, name)
    pc("pc1", "impor", "rt", ROSTER)
    pc("pc1", "sinkron")
    nomor = str(isi(pc("pc1", "insentif", "susun", "--periode", "2026-01"))["nomor"])
    pc("pc1", "insentif", "kunci", nomor)
    pc("pc1", "sinkron")
    pc("pc2", "sinkron")
    for name in ("pc1", "pc2"):
        pc(name, "insentif", "terima", nomor, "--hanya", "3")
    for name in ("pc1", "pc2", "pc1"):
        pc(name, "sinkron")
    for name in ("pc1", "pc2"):
        hal = isi(pc(name, "status"))["perlu_keputusan"]
        assert isinstance(hal, list)
        assert [satu["jenis"] for satu in hal] == ["pembayaran ganda"]
        assert "RT 03" in hal[0]["judul"]
        semua = pc(name, "insentif", "daftar")
        assert isinstance(semua, list)
        assert semua[0]["dibayar"] == 2 * 550_000
    assert pusat.main(["keputusan", "--db", city.db_url, "--json"]) == 0
    kota = json.loads(capsys.readouterr().out)
    assert [satu["jenis"] for satu in kota] == ["pembayaran ganda"]


@pytest.mark.parametrize(
    "kata",
    [
        ("insentif", "susun"),
        ("insentif", "susun", "--periode", "2026-TW5"),
        ("insentif", "kunci", "INS-TIDAK-ADA"),
        ("tidak-ada",),
        ("rt", "daftar", "--apa"),
        ("rt", "daftar"),
        ("impor", "rt", "tidak-ada.xlsx", "--kelurahan", KELURAHAN),
        ("impor", "rt", ROSTER, "--kelurahan", "Entah"),
        ("impor", "rt", str(Path(__file__)), "--kelurahan", KELURAHAN),
        ("daftar",),
        ("daftar", "--server", "http://127.0.0.1:1", "--kode", "PENDEK"),
        ("daftar", "--undangan", str(Path(__file__))),
        ("pulihkan", "tidak-ada.sipokat"),
        ("pulihkan", str(Path(__file__))),
        ("cetak", "tanda-terima", "X", "--keluaran", "x.pdf", "--kertas", "A3"),
    ],
)
def test_wrong_use_and_bad_input_exit_with_2(gagal: Callable[..., tuple[int, str]], kata: tuple[str, ...]) -> None:
    code, sentence = gagal("pc", *kata)
    assert code == 2, sentence
    assert sentence[-1] in ".!?" or "--help" in sentence


def test_the_environment_in_the_way_exits_with_1(
    gagal: Callable[..., tuple[int, str]], pc: Jalankan, tmp_path: Path
) -> None:
    """No server, not enrolled, a damaged store: each one sentence, and the data is safe."""
    code, sentence = gagal("pc", "daftar", "--server", "http://127.0.0.1:1", "--kode", "ABCDE-23456")
    assert (code, "tidak terjangkau" in sentence, "aman" in sentence) == (1, True, True)
    assert gagal("pc", "sinkron")[0] == 1
    rusak = tmp_path / "rusak"
    pc("rusak", "status")
    (rusak / "sipokat.db").write_bytes(b"bukan basis data" * 400)
    for sisa in ("sipokat.db-wal", "sipokat.db-shm"):
        (rusak / sisa).unlink(missing_ok=True)
    code, sentence = gagal("rusak", "status")
    assert (code, "rusak" in sentence) == (1, True)
    (tmp_path / "berkas").write_text("bukan folder")
    assert gagal("berkas", "status")[0] == 1


@pytest.mark.skipif(os.name != "posix" or not shutil.which("setpriv"), reason="needs another user")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    """As an ordinary user on a folder of somebody else's."""
    tmp_path.chmod(0o755)
    perintah = [sys.executable, "-m", "sipokat_desktop", "--data", str(tmp_path / "data"), "status"]
    siapa = ["setpriv", "--reuid", "65534", "--clear-groups"] if os.geteuid() == 0 else []
    if not siapa:
        tmp_path.chmod(0o555)
    hasil = subprocess.run([*siapa, *perintah], capture_output=True, text=True, cwd=ROOT, check=False)
    tmp_path.chmod(0o755)
    if "Permission denied" in hasil.stderr and "sipokat_desktop" not in hasil.stderr and siapa:
        pytest.skip("the other user may not run this interpreter")
    assert hasil.returncode == 1, hasil.stderr
    assert "Folder data" in hasil.stderr
    assert len(hasil.stderr.strip().splitlines()) == 1


def test_the_city_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str], city_url: str) -> None:
    """siapkan, tarif set, kantor undang / daftar / cabut: shapes and exit codes."""

    def run(*words: str, code: int = 0) -> str:
        assert pusat.main([*words, "--db", city_url]) == code
        said = capsys.readouterr()
        return said.out if code == 0 else said.err

    assert "siap" in run("siapkan")
    assert "550.000" in run("tarif", "set", "--jumlah", "550000", "--mulai", "2026-01")
    berkas = tmp_path / "u.json"
    jawaban = json.loads(run("kantor", "undang", "Taba Jemekeh", "--keluaran", str(berkas), "--json"))
    assert (jawaban["kelurahan"], jawaban["undangan"]) == (KELURAHAN, str(berkas))
    assert json.loads(berkas.read_text())["code"] == jawaban["kode"]
    assert json.loads(run("kantor", "daftar", "--json")) == []
    for salah in (
        ("kantor", "cabut", "x"),
        ("kantor", "undang", "Entah"),
        ("tarif", "set", "--jumlah", "-5", "--mulai", "2026-01"),
    ):
        assert len(run(*salah, code=2).strip().splitlines()) == 1


def test_the_program_as_installed_speaks_indonesian() -> None:
    """``python -m sipokat_desktop --help``: no English word of argparse left."""
    for words in (["--help"], ["insentif", "susun", "--help"]):
        hasil = subprocess.run(
            [sys.executable, "-m", "sipokat_desktop", *words], capture_output=True, text=True, cwd=ROOT, check=True
        )
        assert "Pemakaian" in hasil.stdout
        assert not [w for w in ("usage", "options", "show this", "positional", "required") if w in hasil.stdout.lower()]
