"""The configuration file: what stands in it counts, what is wrong is said in one sentence, the example is true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sync.pusat import cli, config
from sync.pusat.config import Config

BARE = ("basis_data", "kantor_web", "pembaruan", "foto.tempat", "cadangan.folder")
"""Keys whose value in the example is an example, not what holds without them."""


def _load(folder: Path, content: str) -> Config:
    file = folder / "pusat.toml"
    file.write_text(content, encoding="utf-8")
    return config.load(file)


def test_example_names_every_key_with_the_value_that_holds_without_it(tmp_path: Path) -> None:
    commented = re.sub(r"^# (?=\w+ = )", "", config.example(), flags=re.MULTILINE)
    found, usual = _load(tmp_path, commented).model_dump(), Config().model_dump()
    sent = set(re.findall(r"^(\w+) = ", commented, flags=re.MULTILINE))
    parts = {name: value for name, value in usual.items() if isinstance(value, dict)}
    assert sent == (usual.keys() - parts.keys()) | {key for part in parts.values() for key in part}
    for name in (*BARE, "alamat_umum", "foto.s3_alamat"):
        place, _, key = name.rpartition(".")
        (found[place] if place else found)[key] = (usual[place] if place else usual)[key]
    assert found == usual


def test_example_as_it_is_can_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["konfigurasi", "contoh"]) == 0
    file = tmp_path / "pusat.toml"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert cli.main(["konfigurasi", "periksa", "--konfigurasi", str(file)]) == 0
    assert "postgresql:///sipokat" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("alamt = '127.0.0.1:1'", "Kunci alamt di {file} tidak dikenal. Mungkin maksudnya alamat."),
        ("[batas]\nmasuk_per_menti = 3", "batas.masuk_per_menti di {file} tidak dikenal. Mungkin"),
        ("zzz = 1", "Kunci zzz di {file} tidak dikenal. Hapus baris itu"),
        ("pekerja = '2'", "Isi pekerja di {file} salah: harus bilangan bulat tanpa tanda kutip."),
        ("pekerja = 0", "Isi pekerja di {file} salah: harus paling sedikit 1."),
        ("pekerja = 2.5", "Isi pekerja di {file} salah: harus bilangan bulat"),
        ("alamat = 8000", "Isi alamat di {file} salah: harus HOST:PORT"),
        ("alamat = 'rumah'", "Isi alamat di {file} salah: harus HOST:PORT"),
        ("basis_data = 'mysql://x'", "Isi basis_data di {file} salah: harus sqlite:///FILE atau postgresql://…."),
        ("catatan = 'cerewet'", "Isi catatan di {file} salah: harus debug, info, warning atau error."),
        ("foto = 'x'", "Isi foto di {file} salah: harus bagian tersendiri"),
        ("proksi = '127.0.0.1'", "Isi proksi di {file} salah: harus daftar"),
        ("[metrik]\ntoken = 'pendek'", "Isi metrik.token di {file} salah: harus kosong atau paling sedikit 16"),
        ("[cadangan]\nsimpan_hari = true", "Isi cadangan.simpan_hari di {file} salah: harus bilangan bulat"),
        ("[data_terbuka]\nlisensi = 'a\tb'", "data_terbuka.lisensi di {file} salah: harus satu baris tulisan"),
        ("[data_terbuka]\nlisensi = \"a\\nb\"", "data_terbuka.lisensi di {file} salah: harus satu baris tulisan"),
        (f"[data_terbuka]\nlisensi = '{'a' * 501}'", "harus satu baris tulisan, paling banyak 500 huruf"),
        ("[data_terbuka]\nlisensi = 4", "data_terbuka.lisensi di {file} salah: harus satu baris tulisan"),
        ("[data_terbuka]\nlisens = 'x'", "data_terbuka.lisens di {file} tidak dikenal. Mungkin maksudnya lisensi."),
        ("pekerja = \n", "Tulisan di berkas konfigurasi {file} salah pada baris 1."),
    ],
)  # fmt: skip
def test_mistake_is_said_in_a_sentence_that_names_the_key(content: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(InputSalah) as wrong:
        _load(tmp_path, content)
    assert sentence.format(file=tmp_path / "pusat.toml") in wrong.value.pesan
    assert "\n" not in wrong.value.pesan


def test_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for file, content in ((tmp_path / "tidak-ada.toml", None), (tmp_path / "lain.toml", b"\xff\xfe")):
        if content:
            file.write_bytes(content)
        with pytest.raises(InputSalah, match=re.escape(str(file))):
            config.load(file)


def test_command_line_wins_over_the_environment_and_that_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pusat.toml"
    file.write_text("basis_data = 'sqlite:///dari-berkas.db'\npekerja = 3\n", encoding="utf-8")
    check = ["konfigurasi", "periksa", "--konfigurasi", str(file)]
    cli.main(check)
    assert "dari-berkas.db. Pekerja: 3." in capsys.readouterr().out
    monkeypatch.setenv(config.DB, "sqlite:///dari-lingkungan.db")
    cli.main(check)
    assert "dari-lingkungan.db" in capsys.readouterr().out
    cli.main([*check, "--db", "sqlite:///dari-perintah.db"])
    assert "dari-perintah.db" in capsys.readouterr().out
    assert cli.main([*check, "--db", "oracle://x"]) == 2
    assert "Isi basis_data di baris perintah salah" in capsys.readouterr().err


def test_invitation_names_the_address_of_the_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, letter = tmp_path / "pusat.toml", tmp_path / "undangan.json"
    file.write_text(f"basis_data = 'sqlite:///{tmp_path / 'kota.db'}'\nalamat_umum = 'https://sipokat.contoh.go.id'\n")
    invite = ["kantor", "undang", "16.73.01.1003", "--konfigurasi", str(file), "--keluaran", str(letter)]
    assert cli.main(invite) == 0
    assert json.loads(letter.read_text())["server"] == "https://sipokat.contoh.go.id"
    assert cli.main([*invite, "--server", "https://lain.go.id"]) == 0
    assert json.loads(letter.read_text())["server"] == "https://lain.go.id"
    assert "Kode kantor" in capsys.readouterr().out


def test_password_of_the_database_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["konfigurasi", "periksa", "--db", "postgresql://orang:rahasia-sekali@127.0.0.1/kota"])
    shown = capsys.readouterr()
    assert "rahasia-sekali" not in shown.out + shown.err
    assert "orang" in shown.out
