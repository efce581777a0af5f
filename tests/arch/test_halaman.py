"""Every page of the window opens on an empty store, without a Qt warning (pytest-qt fails the test on one)."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage.manifest import tables_of
from sipokat_desktop.storage.store import Store
from ui.kit import theme
from ui.kit.host import Host, PageSpec
from ui.kit.jobs import Jobs
from ui.kit.messagebar import MessageBar
from ui.registry import PAGES

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)


@pytest.fixture
def host(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Host]:
    """A window's services over a fresh, empty store."""
    theme.apply(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    with closing(Store(tmp_path, MODULES)) as store, ThreadPoolExecutor(2) as executor:
        store.set_setting("lingkup", "16.73.01.1003")
        jobs = Jobs(executor, window)
        yield Host(store, jobs, MessageBar(), "16.73.01.1003", window)
        jobs.tutup()


@each_page
def test_page_opens_on_an_empty_store(page: PageSpec, host: Host, qtbot: QtBot) -> None:
    widget = page.make(host)
    qtbot.addWidget(widget)
    widget.resize(1100, 700)
    widget.load()
    widget.show()
    qtbot.waitExposed(widget)
    assert not widget.grab().isNull()
    assert widget.help, "tell the keys of the page in its `help`"


@each_page
def test_page_counts_and_finds_nothing_on_an_empty_store(page: PageSpec, host: Host) -> None:
    assert list(page.figures(host))
    assert list(page.tasks(host)) == []
    assert list(page.find(host)) == []


@each_page
def test_page_shows_tables_that_exist(page: PageSpec) -> None:
    assert page.title
    assert page.tables
    assert page.tables <= tables_of(MODULES).keys(), "a screen refreshes only for tables of the manifests"
