"""``sipokat orang``: people of an office computer without a window; the rules of the window, codes, one sentence."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sipokat_desktop import cli
from sipokat_desktop.app import Office
from sipokat_desktop.storage import people_text, users
from sipokat_desktop.storage.users import User
from tests.kota import CityThread

Jalankan = Callable[..., tuple[int, str, str]]
PIN, PIN_LURAH, PIN_BARU = "2748", "8264", "6152"
KANTOR = (("16.73.01.1003", "lurah", "Lurah"), ("kec:16.73.01", "camat", "Camat"), ("kota", "kabag", "Kepala Bagian"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pc"


@pytest.fixture
def jalan(folder: Path, capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Run a command; returns exit code, what it said, and its complaint: one sentence, or more, in one line."""

    def run(*words: str) -> tuple[int, str, str]:
        code = cli.main(["--data", str(folder), *words])
        said = capsys.readouterr()
        assert (bool(said.err), "\n" in said.err.strip()) == (code != 0, False)
        return code, said.out, said.err.strip()

    return run


@pytest.fixture
def pin(tmp_path: Path) -> Callable[[str], str]:
    """Return the name of a file with a PIN."""

    def tulis(isi: str) -> str:
        berkas = tmp_path / f"{isi}.txt"
        berkas.write_text(f"{isi}\n", encoding="utf-8")
        return str(berkas)

    return tulis


def semua(folder: Path) -> dict[str, User]:
    with closing(Office(folder)) as office:
        return {one.name: one for one in users.everyone(office.store, all=True)}


def siapkan(folder: Path, kantor: str = "16.73.01.1003") -> None:
    """An office with Siti, who has a PIN, and its head."""
    with closing(Office(folder)) as office:
        office.store.set_setting("lingkup", kantor)
        users.add(office.store, name="Siti Aminah", pin=PIN)
        users.add(office.store, name="Hj. Rohana", pin=PIN_LURAH, role="lurah")


def test_an_empty_computer_gets_its_first_people(folder: Path, jalan: Jalankan, pin: Callable[[str], str]) -> None:
    assert "Belum ada orang" in jalan("orang")[1]
    code, said, _ = jalan("orang", "tambah", "Siti Aminah", "--pin-baru-dari", pin(PIN))
    assert (code, said) == (0, "Siti Aminah ditambahkan sebagai Operator.\n")
    code, said, _ = jalan("orang", "tambah", "Rudi", "--peran", "bendahara", "--pin-baru-dari", pin(PIN_BARU), "--json")
    assert json.loads(said) == {"nama": "Rudi", "peran": "bendahara", "ber_pin": True, "aktif": True}
    with closing(Office(folder)) as office:
        users.check_pin(office.store, semua(folder)["Rudi"].id, PIN_BARU)


def test_the_list_names_role_state_and_when_somebody_last_recorded(folder: Path, jalan: Jalankan) -> None:
    siapkan(folder)
    with closing(Office(folder)) as office:
        siti = users.named(office.store, "Siti Aminah")
        users.begin(office.store, siti)
        with office.store.approvals.using(users.approve(office.store, users.lurahs(office.store)[0].id, PIN_LURAH)):
            users.change(office.store, siti.id, name="Siti A.", role="operator")
        office.store.local(
            lambda con: con.executemany(
                "INSERT INTO riwayat (act_id, act, waktu, oleh, asal, tabel, row_id, sebelum, sesudah)"
                " VALUES ('a', ?, ?, ?, '', 'rt_orang', 'x', '{}', '{}')",
                [
                    ("rt.ubah", 1_700_000_000_000, "Siti Aminah"),
                    ("rt.ubah", 1_600_000_000_000, "Siti A."),
                    ("insentif.kunci", 1_800_000_000_000, "Siti A., disetujui Hj. Rohana"),
                    ("sinkron", 1_900_000_000_000, "Siti A."),
                ],
            )
        )
    code, said, _ = jalan("orang", "--json")
    orang = {satu["nama"]: satu for satu in json.loads(said)["orang"]}
    assert code == 0
    assert orang["Siti A."] == {
        "nama": "Siti A.", "peran": "operator", "ber_pin": True, "aktif": True, "terakhir": 1_800_000_000_000
    }  # fmt: skip
    assert (orang["Hj. Rohana"]["peran"], orang["Hj. Rohana"]["terakhir"]) == ("lurah", 1_800_000_000_000)
    assert "Siti A. · Operator · terakhir mencatat 15 Januari 2027" in jalan("orang")[1]


def test_where_a_head_is_named_only_that_word_changes_people(
    folder: Path, jalan: Jalankan, pin: Callable[[str], str]
) -> None:
    siapkan(folder)
    tambah = ("orang", "tambah", "Budi", "--pin-baru-dari", pin(PIN_BARU))
    for sebagai in ((), ("--oleh", "Siti Aminah", "--pin-dari", pin(PIN))):
        code, _, kata = jalan(*tambah, *sebagai)
        assert (code, "memerlukan persetujuan Lurah" in kata) == (2, True)
    assert "Budi" not in semua(folder)
    lurah = ("--oleh", "Hj. Rohana", "--pin-dari", pin(PIN_LURAH))
    assert jalan(*tambah, *lurah)[0] == 0
    assert jalan("orang", "peran", "budi", "bendahara", *lurah)[1] == "Budi sekarang Bendahara.\n"
    assert jalan("orang", "cabut", "Budi", *lurah)[0] == 0
    assert (semua(folder)["Budi"].role, semua(folder)["Budi"].active) == ("bendahara", False)
    assert "Budi · Bendahara · tidak aktif · belum mencatat apa pun" in jalan("orang")[1]
    assert jalan("orang", "pulihkan", "Budi")[0] == 2
    assert jalan("orang", "pulihkan", "Budi", *lurah)[0] == 0
    assert semua(folder)["Budi"].active


def test_a_name_is_put_right_and_stays_unique(folder: Path, jalan: Jalankan, pin: Callable[[str], str]) -> None:
    siapkan(folder)
    lurah = ("--oleh", "Hj. Rohana", "--pin-dari", pin(PIN_LURAH))
    assert jalan("orang", "nama", "Siti Aminah", "Siti Aminah, S.E.")[0] == 2
    kata = jalan("orang", "nama", "siti aminah", "Siti Aminah, S.E.", *lurah)[1]
    assert "Siti Aminah sekarang bernama Siti Aminah, S.E." in kata
    assert jalan("orang", "nama", "Siti Aminah, S.E.", "Hj. Rohana", *lurah)[0] == 2
    assert set(semua(folder)) == {"Siti Aminah, S.E.", "Hj. Rohana"}


def test_nobody_switches_off_who_runs_the_command_or_is_the_last(
    folder: Path, jalan: Jalankan, pin: Callable[[str], str]
) -> None:
    assert jalan("orang", "tambah", "Siti", "--pin-baru-dari", pin(PIN))[0] == 0
    assert jalan("orang", "cabut", "Siti")[2] == people_text.TERAKHIR
    assert jalan("orang", "tambah", "Budi", "--pin-baru-dari", pin(PIN_BARU))[0] == 0
    code, _, kata = jalan("orang", "cabut", "Siti")
    assert (code, "yang menjalankan perintah ini" in kata) == (2, True)
    assert jalan("orang", "cabut", "Siti", "--oleh", "Budi", "--pin-dari", pin(PIN_BARU))[0] == 0
    assert not semua(folder)["Siti"].active


def test_a_new_pin_needs_the_old_one_the_head_or_the_code(
    folder: Path, jalan: Jalankan, pin: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    siapkan(folder)
    ganti = ("orang", "pin", "Siti Aminah", "--pin-baru-dari", pin(PIN_BARU))
    code, _, kata = jalan(*ganti)
    assert (code, "yang sekarang" in kata) == (2, True)
    assert jalan(*ganti, "--oleh", "Siti Aminah", "--pin-dari", pin("9999"))[2] == users.PIN_SALAH
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PIN}\n{PIN_BARU}\n"))
    dari_stdin = ("orang", "pin", "Siti Aminah", "--oleh", "Siti Aminah", "--pin-dari", "-", "--pin-baru-dari", "-")
    assert jalan(*dari_stdin) == (0, "PIN baru Siti Aminah berlaku.\n", "")
    lurah = ("--oleh", "Hj. Rohana", "--pin-dari", pin(PIN_LURAH))
    kembali = ("orang", "pin", "Siti Aminah", "--pin-baru-dari", pin(PIN))
    assert jalan(*kembali, *lurah)[0] == 0
    milik_lurah = ("orang", "pin", "Hj. Rohana", "--pin-baru-dari", pin(PIN_BARU))
    assert "persetujuan Lurah" in jalan(*milik_lurah, "--oleh", "Siti Aminah", "--pin-dari", pin(PIN))[2]
    with closing(Office(folder)) as office:
        kode = office.new_recovery_code()[0]
    assert jalan(*milik_lurah, "--kode", kode)[0] == 0
    with closing(Office(folder)) as office:
        users.check_pin(office.store, semua(folder)["Hj. Rohana"].id, PIN_BARU)


def test_a_pin_is_typed_twice_at_a_terminal_and_never_on_the_command_line(
    folder: Path, jalan: Jalankan, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "PIN baru belum disebutkan" in jalan("orang", "tambah", "Siti")[2]
    assert jalan("orang", "tambah", "Siti", "--pin", PIN)[0] == 2
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    jawaban = iter((PIN, PIN_BARU, PIN, PIN))
    monkeypatch.setattr("getpass.getpass", lambda _kata: next(jawaban))
    assert "PIN yang kedua berbeda" in jalan("orang", "tambah", "Siti")[2]
    assert semua(folder) == {}
    assert jalan("orang", "tambah", "Siti")[0] == 0
    assert semua(folder)["Siti"].has_pin


@pytest.mark.parametrize(("kantor", "ketik", "kepala"), KANTOR)
def test_each_office_has_the_head_of_its_own(
    folder: Path, jalan: Jalankan, pin: Callable[[str], str], kantor: str, ketik: str, kepala: str
) -> None:
    siapkan(folder, kantor)
    asing = next(lain for _, lain, _ in KANTOR if lain != ketik)
    code, _, kata = jalan("orang", "peran", "Siti Aminah", asing)
    assert (code, kata.endswith(f"operator, bendahara, {ketik}.")) == (2, True)
    kata = jalan("orang", "peran", "Siti Aminah", "bendahara")[2]
    assert f"memerlukan persetujuan {kepala}" in kata
    sebagai = ("--oleh", "Hj. Rohana", "--pin-dari", pin(PIN_LURAH))
    assert jalan("orang", "peran", "Siti Aminah", ketik, *sebagai)[1] == f"Siti Aminah sekarang {kepala}.\n"
    assert f"Hj. Rohana · {kepala} · " in jalan("orang")[1]


def test_unknown_people_and_weak_pins_are_one_sentence(
    folder: Path, jalan: Jalankan, pin: Callable[[str], str]
) -> None:
    siapkan(folder)
    assert "Yang ada: Siti Aminah, Hj. Rohana" in jalan("orang", "cabut", "Budi")[2]
    lurah = ("--oleh", "Hj. Rohana", "--pin-dari", pin(PIN_LURAH))
    assert jalan("orang", "tambah", "Budi", "--pin-baru-dari", pin("1111"), *lurah)[2] == users.PIN_MUDAH
    assert "tidak terbaca" in jalan("orang", "tambah", "Budi", "--pin-baru-dari", "tiada.txt", *lurah)[2]
    tanpa_pin = "Lurah memerlukan PIN"
    with closing(Office(folder)) as office:
        office.store.local(lambda con: con.execute("UPDATE pengguna SET pin = '' WHERE nama = 'Siti Aminah'"))
    assert tanpa_pin in jalan("orang", "peran", "Siti Aminah", "lurah", *lurah)[2]


def test_enrolling_takes_the_pin_from_a_file_before_the_code_is_spent(
    folder: Path, jalan: Jalankan, pin: Callable[[str], str], tmp_path: Path
) -> None:
    kota = CityThread(f"sqlite:///{tmp_path / 'kota.db'}")
    try:
        daftar = ("daftar", "--server", kota.url, "--kode", kota.invite("16.73.01.1003"), "--nama", "Siti")
        assert "tidak terbaca" in jalan(*daftar, "--pin-baru-dari", "tiada.txt")[2]
        assert jalan(*daftar, "--pin-baru-dari", pin(PIN))[0] == 0
    finally:
        kota.close()
    with closing(Office(folder)) as office:
        users.check_pin(office.store, semua(folder)["Siti"].id, PIN)
