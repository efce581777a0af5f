"""The server's log: one JSON line for each event, with the number of the request, and nothing personal in it.

What our own rooms log is written by us and holds neither names nor NIK. Of libraries' messages only the pattern is
kept, never what was filled in, and of an exception its kind and places in the program, never its message: a database's
complaint repeats the row that it is about.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog

OURS = ("sipokat", "uvicorn")
"""Loggers whose messages are kept whole; uvicorn's speak of sockets and processes."""
KEPT_FRAMES = 12
Event = MutableMapping[str, Any]


def configure(level: str, stream: TextIO | None = None) -> None:
    """Send everything that is logged in this process to ``stream`` (else the standard error) as JSON lines."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="waktu"),
        _in_our_words,
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[_bare, *shared],
        processors=[
            _exception,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(sort_keys=False, ensure_ascii=False),
        ],
    )
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "alembic", "botocore", "boto3", "urllib3"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
        logging.getLogger(name).setLevel(logging.WARNING)


def _in_our_words(_logger: object, _name: str, event: Event) -> Event:
    """Name the fields in the words of those who read them, the event first."""
    named = {"waktu": event.pop("waktu", ""), "tingkat": event.pop("level", ""), "acara": event.pop("event", "")}
    named["dari"] = event.pop("logger", "")
    return named | dict(event)


def _bare(_logger: object, _name: str, event: Event) -> Event:
    """Keep of a library's message the pattern only."""
    record: logging.LogRecord = event["_record"]
    if not record.name.startswith(OURS):
        filled_in = isinstance(record.msg, str) and record.msg != event["event"]
        event["event"] = record.msg if filled_in else f"{record.module}:{record.lineno}"
    return event


def _exception(_logger: object, _name: str, event: Event) -> Event:
    """Put in place of an exception its kind and where in the program it came from."""
    given = event.pop("exc_info", None)
    event.pop("exception", None)
    event.pop("stack_info", None)
    if given is True:
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["galat"] = type(error).__name__
        event["tempat"] = _places(error.__traceback__)
        if error.__cause__ is not None:
            event["sebab"] = type(error.__cause__).__name__
    return event


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-KEPT_FRAMES:]
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
