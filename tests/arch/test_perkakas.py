"""The shared fixtures do what they promise."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from sipokat_desktop.app import Office
from sync.server.database import Database
from sync.server.schema import METADATA
from tests.kota import CityProcess, CityThread
from tests.postgres import emptied

KELURAHAN = "16.73.01.1003"


def test_office_enrols_with_the_city_and_syncs(
    city: CityThread, office: Callable[[str], Office], tmp_path: Path
) -> None:
    city.set_tarif(550_000)
    pc1, pc2 = office("pc1"), office("pc2")
    pc1.enrol(server=city.url, code=city.invite(KELURAHAN), name="Ani")
    pc2.enrol_with(city.invitation(KELURAHAN, tmp_path / "undangan.json"), name="Budi")
    assert pc1.sync().matching
    assert pc2.sync().matching
    tarif = "SELECT jumlah FROM insentif_tarif"
    assert [row[0] for row in pc2.store.reader().execute(tarif)] == [550_000]


def test_killed_city_goes_on_with_the_same_data(city_process: CityProcess, office: Callable[[str], Office]) -> None:
    pc = office("pc")
    pc.enrol(server=city_process.url, code=city_process.invite(KELURAHAN), name="Ani")
    city_process.kill()
    assert not city_process.healthy()
    city_process.start()
    assert pc.sync().matching


def test_each_test_has_a_postgres_database_of_its_own(pg_url: str) -> None:
    with psycopg.connect(pg_url) as con:
        assert con.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)
        assert con.execute("SHOW fsync").fetchone() == ("on",)


def test_the_shared_city_database_is_empty_again_for_the_next_test(pg_url: str) -> None:
    Database(pg_url).close()
    with psycopg.connect(pg_url) as left_open:
        left_open.execute("INSERT INTO meta VALUES ('a', 'b')")
        left_open.commit()
        emptied(pg_url)
        with pytest.raises(psycopg.OperationalError):
            left_open.execute("SELECT 1")
    with psycopg.connect(pg_url) as con:
        for table in METADATA.sorted_tables:
            assert con.execute(f"SELECT count(*) FROM {table.name}").fetchone() == (0,)


def test_environment_of_the_user_stays_outside() -> None:
    assert not [name for name in os.environ if name.lower().endswith("_proxy")]
    assert "uji" in os.environ["SIPOKAT_DATA"] or "pytest" in os.environ["SIPOKAT_DATA"]


def test_unexpected_warning_in_a_log_fails_the_test(pytester: pytest.Pytester) -> None:
    pytester.makeconftest((Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(
        """
        import logging
        def test_silent():
            logging.getLogger("x").info("fine")
        def test_warns():
            logging.getLogger("x").warning("careful")
        def test_expects(caplog):
            logging.getLogger("x").warning("careful")
            assert "careful" in caplog.text
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:xdist")
    result.assert_outcomes(passed=3, errors=1)
    result.stdout.fnmatch_lines(["*ERROR at teardown of test_warns*", "*careful*"])


def test_a_garbage_collector_left_off_or_frozen_fails_the_test(pytester: pytest.Pytester) -> None:
    pytester.makeconftest((Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(
        """
        import gc
        def test_off():
            gc.disable()
        def test_frozen():
            gc.freeze()
        def test_put_right_after_both():
            assert gc.isenabled() and not gc.get_freeze_count()
        def test_asks(_sapuan):
            gc.disable()
            gc.freeze()
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:xdist")
    result.assert_outcomes(passed=4, errors=2)
