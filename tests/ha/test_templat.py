"""The templates of the three nodes: each is filled in, means what the promises need, and is the same everywhere."""

from __future__ import annotations

import re
import stat
from configparser import ConfigParser
from pathlib import Path

import pytest

from resources.packaging.pusat.ha import isi as ha
from resources.packaging.pusat.ha.isi import TEMPLAT, Gugus, Salah, Simpul, baca_rahasia, sandi_baru, simpul_dari
from sync.pusat import config
from sync.server.postgres import postgres_engine

TIGA = (Simpul("a", "10.7.0.1"), Simpul("b", "10.7.0.2"), Simpul("c", "10.7.0.3"))
LAIN = (Simpul("a", "127.77.1.1"), Simpul("b", "127.77.1.2"), Simpul("c", "127.77.1.3"))
SANDI = sandi_baru()


def _terisi(folder: Path, simpul: tuple[Simpul, ...] = TIGA) -> dict[str, str]:
    gugus = Gugus(simpul, SANDI, aturan=folder, foto="s3://foto/kota")
    return {berkas.name: berkas.read_text(encoding="utf-8") for berkas in ha.isi(gugus, simpul[0])}


def test_every_template_is_filled_in_and_only_addresses_differ_between_places(tmp_path: Path) -> None:
    disini, disana = _terisi(tmp_path / "x"), _terisi(tmp_path / "x", LAIN)
    assert disini.keys() == {berkas.name for berkas in TEMPLAT.iterdir()}
    assert "$" not in "".join(disini.values()).replace("$MAINPID", "")
    for lama, baru in zip(LAIN, TIGA, strict=True):
        disana = {nama: teks.replace(lama.alamat, baru.alamat) for nama, teks in disana.items()}
    assert disini == disana


def test_the_settings_that_the_promises_rest_on(tmp_path: Path) -> None:
    terisi = _terisi(tmp_path)
    for baris in ("ttl: 20", "loop_wait: 5", "retry_timeout: 5", "synchronous_mode: true",
                  "synchronous_mode_strict: true", "statement_timeout: 0", "use_pg_rewind: true"):  # fmt: skip
        assert re.search(rf"^ +{re.escape(baris)}$", terisi["patroni.yml"], re.MULTILINE), baris
    assert "trust" not in terisi["patroni.yml"]
    assert "enable-grpc-gateway: true" in terisi["etcd.yml"]
    tulis, baca = (bagian.split("\n\n")[0] for bagian in terisi["haproxy.cfg"].split("listen ")[1:])
    assert "/primary" in tulis
    assert "on-marked-down shutdown-sessions" in tulis
    assert "/replica?lag=" in baca
    for simpul in TIGA:
        assert f"{simpul.alamat}:5432 check port 8008" in tulis
    pgbouncer = ConfigParser()
    pgbouncer.read_string(terisi["pgbouncer.ini"])
    assert pgbouncer["pgbouncer"]["pool_mode"] == "transaction"
    assert float(pgbouncer["pgbouncer"]["query_wait_timeout"]) < config.Config().batas_tunggu


def test_the_server_reads_its_part_and_keeps_no_statement_prepared(tmp_path: Path) -> None:
    _terisi(tmp_path)
    here = config.load(tmp_path / "pusat.toml")
    assert here.foto.tempat == "s3://foto/kota"
    assert set(here.proksi) == {"127.0.0.1", *(s.alamat for s in TIGA)}
    for url in (here.basis_data, here.basis_data_baca):
        engine = postgres_engine(url.replace("postgresql://", "postgresql+psycopg://"), here.batas_tunggu)
        assert not engine.url.query
        assert engine.url.password == SANDI["SANDI_SIPOKAT"]


def test_passwords_are_made_once_kept_from_others_and_stand_only_where_they_must(tmp_path: Path) -> None:
    rahasia = tmp_path / "rahasia.json"
    assert baca_rahasia(rahasia) == baca_rahasia(rahasia)
    assert stat.S_IMODE(rahasia.stat().st_mode) == 0o600
    for nama, teks in _terisi(tmp_path / "aturan").items():
        rahasia_di_dalam = any(sandi in teks for sandi in SANDI.values())
        hak = stat.S_IMODE((tmp_path / "aturan" / nama).stat().st_mode)
        assert hak == (0o640 if rahasia_di_dalam else 0o644), nama


@pytest.mark.parametrize(
    "kata", [["a=10.7.0.1", "b=10.7.0.2"], ["a=10.7.0.1", "b=10.7.0.2", "c=10.7.0.2"], ["a=x", "b=y", "c=z"],
             ["a=10.7.0.1", "a=10.7.0.2", "c=10.7.0.3"], ["a", "b", "c"], ["a=10.7.0.1\n", "b=10.7.0.2", "c=10.7.0.3"]]
)  # fmt: skip
def test_what_is_no_group_of_three_is_refused(kata: list[str]) -> None:
    with pytest.raises(Salah):
        simpul_dari(kata)


def test_the_command_writes_the_files_and_refuses_an_unknown_node(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kata = [satu for s in TIGA for satu in ("--simpul", f"{s.nama}={s.alamat}")]
    kata += ["--rahasia", str(tmp_path / "r"), "--keluaran", str(tmp_path / "x"), "--foto", "s3://foto"]
    assert ha.main([*kata, "--nama", "b"]) == 0
    assert (tmp_path / "x/patroni.yml").read_text().count("name: b\n") == 1
    assert ha.main([*kata, "--nama", "z"]) == 2
    assert "Simpul z tidak ada" in capsys.readouterr().err


def test_patroni_is_pinned_with_hashes_and_new_enough() -> None:
    paket = TEMPLAT.with_name("paket.txt").read_text()
    assert re.search(r"^patroni==4\.[1-9]\d*\.\d+ \\$", paket, re.MULTILINE)
    assert all("--hash=sha256:" in satu for satu in re.split(r"\n(?=\S)", paket.strip()))
