"""``sipokat-pusat periksa`` finds what was broken on purpose, and nothing in a city that is well."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import Executable, delete, text, update

from sipokat_desktop.kernel.clock import now_ms
from sync.pusat import checks, cli
from sync.pusat.config import Cadangan, Config
from sync.pusat.metrics import Metrics
from sync.server import notes
from sync.server.database import Database
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DEVICE, DIGEST, DOC, INCARNATION, OP_LOG, PHOTO, SCOPE, SCOPE_COMMIT
from tests.kota import CityThread
from tests.sync.album import isi_album
from tests.sync.dunia import Buka, daftarkan, isi_rt, sinkron

DAY_MS = 24 * 3600 * 1000


class Well(NamedTuple):
    """A city that is well, with the settings to check it."""

    config: Config
    db: Database
    foto: Path
    now: int

    def trouble(self, *, later: int = 0) -> dict[str, str]:
        """What is not well, ``later`` ms from now."""
        found = checks.everything(self.config, quick=False, now=self.now + later, progress=False)
        assert all(one.saran for one in found if not one.baik), "every trouble says what to do"
        return {one.apa: one.kalimat for one in found if not one.baik}


@pytest.fixture
def well(url: str, office: Buka) -> Iterator[Well]:
    """A city with an office, rows, a photo and a backup."""
    with closing(CityThread(url)) as city:
        pc = daftarkan(office("pc"), city)
        isi_rt(pc, 1, 2)
        isi_album(pc, 1)
        sinkron(pc)
        now = now_ms()
        notes.note_backup(city.db, notes.Backup(now, "x", 1, True))
        yield Well(Config(basis_data=url), city.db, city.foto, now)


Break = tuple[Executable, str, str]
"""What is done to the database, where it is found, what is said."""
BROKEN: dict[str, Break] = {
    "satu huruf": (update(DOC).values(doc=DOC.c.doc + " "), "Isi baris", "tidak cocok dengan sidiknya"),
    "baris hilang": (delete(DOC).where(DOC.c.tbl == "rt_orang"), "Isi baris", "tabel rt_orang tidak cocok"),
    "sidik": (update(DIGEST).values(sum="0" * 32), "Isi baris", "tidak cocok dengan catatan"),
    "nomor": (update(SCOPE).values(head=1), "Isi baris", "melewati catatan"),
    "rantai": (update(OP_LOG).where(OP_LOG.c.n == 2).values(body="{}"), "Rantai perubahan", "nomor 2"),
    "ujung": (update(INCARNATION).values(acked_hash="0" * 32), "Rantai perubahan", "Ujung rantai"),
    "jam": (update(SCOPE_COMMIT).values(at=1 << 50), "Jam", "lebih lambat daripada perubahan terakhir"),
    "skema": (text("UPDATE alembic_version SET version_num = '0001'"), "Skema", "belum disiapkan"),
    "diam": (update(DEVICE).values(last_seen=1, created=1), "Kantor", "lebih dari 7 hari: Kelurahan"),
}


def test_city_that_is_well_has_no_trouble(well: Well, capsys: pytest.CaptureFixture[str]) -> None:
    assert well.trouble() == {}
    assert cli.main(["periksa", "--db", well.config.basis_data, "--cepat"]) == 0
    assert capsys.readouterr().out.count("baik ") >= 5


def test_figures_tell_how_old_the_last_change_is_and_which_photos_are_awaited(well: Well) -> None:
    def shown() -> dict[str, float]:
        lines = Metrics(well.db, lambda: well.now + 90_000).text().decode().splitlines()
        return {name: float(value) for name, _, value in (one.rpartition(" ") for one in lines if "#" not in one)}

    before = shown()
    assert before["sipokat_foto_ditunggu"] == 0
    assert 80 <= before['sipokat_lingkup_umur_detik{lingkup="16.73.01.1003"}'] <= 900
    assert (before["sipokat_basis_data"], before["sipokat_komputer"], before["sipokat_komputer_diam"]) == (1, 1, 0)
    with well.db.write(ALL_SCOPES) as con:
        con.execute(delete(PHOTO))
        con.execute(update(DEVICE).values(last_seen=1, waiting=7))
    after = shown()
    names = ("sipokat_foto_ditunggu", "sipokat_komputer_diam", "sipokat_belum_terkirim")
    assert [after[name] for name in names] == [1, 1, 7]


@pytest.mark.parametrize("what", BROKEN)
def test_what_was_broken_is_found(what: str, well: Well) -> None:
    work, where, said = BROKEN[what]
    with well.db.write(ALL_SCOPES) as con:
        con.execute(work)
    found = well.trouble()
    assert list(found) == [where]
    assert said in found[where]


def test_what_lies_beside_the_database_is_looked_at_too(
    well: Well, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (photo,) = well.foto.glob("??/*.jpg")
    photo.write_bytes(b"")
    assert well.trouble() == {"Foto": "1 dari 1 foto tidak ada di tempatnya."}
    photo.unlink()
    assert list(well.trouble(later=2 * DAY_MS)) == ["Foto", "Jam", "Cadangan"][:: 1 if "postgres" in well.db.url else 2]
    config = Config(
        basis_data=well.config.basis_data, sertifikat=str(_certificate(tmp_path, days=5)),
        cadangan=Cadangan(folder=str(tmp_path)),
    )  # fmt: skip
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda _place: shutil._ntuple_diskusage(100, 99, 1))  # type: ignore[attr-defined]
    found = checks.everything(config, quick=True, now=well.now, progress=False)
    assert {one.apa for one in found if not one.baik} == {"Cadangan", "Disk", "Sertifikat"}


def _certificate(folder: Path, days: int) -> Path:
    key, name = Ed25519PrivateKey.generate(), x509.Name([])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now).not_valid_after(now + timedelta(days=days)).sign(key, None)
    )  # fmt: skip
    assert isinstance(made.signature_hash_algorithm, hashes.HashAlgorithm | None)
    file = folder / "sertifikat.pem"
    file.write_bytes(made.public_bytes(Encoding.PEM))
    return file


def test_database_that_is_away_is_the_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pusat.toml"
    file.write_text(f"sertifikat = '{tmp_path / 'tidak-ada.pem'}'\n[cadangan]\nfolder = '{tmp_path}'\n")
    words = ["periksa", "--db", "postgresql://127.0.0.1:9/kota", "--konfigurasi", str(file)]
    assert cli.main(words) == 1
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("MASALAH  Basis data: Basis data kota tidak dapat dibuka.")
    assert [line.split(":")[0] for line in shown] == ["MASALAH  Basis data", "baik     Disk", "MASALAH  Sertifikat"]
