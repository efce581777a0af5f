"""The named tuples of the start path are what typing's are, but for their hints, which stay text."""

from __future__ import annotations

import pickle
import typing
from typing import Generic, TypeVar

import pytest

from sipokat_desktop.kernel import values

T = TypeVar("T")


class Ours(values.NamedTuple):
    """A value."""

    name: str
    notes: tuple[str, ...] = ()

    @property
    def long(self) -> str:
        """The name with its notes."""
        return " ".join((self.name, *self.notes))


class Theirs(typing.NamedTuple):
    """A value."""

    name: str
    notes: tuple[str, ...] = ()


class Box(values.NamedTuple, Generic[T]):
    """Holds something."""

    held: T


def test_they_behave_as_those_of_typing() -> None:
    one = Ours("a")
    assert tuple(one) == tuple(Theirs("a")) == ("a", ())
    assert repr(one) == repr(Theirs("a")).replace("Theirs", "Ours")
    assert (Ours._fields, Ours._field_defaults) == (Theirs._fields, Theirs._field_defaults)
    assert (Ours.__doc__, Ours.__module__, Ours.__qualname__) == (Theirs.__doc__, __name__, "Ours")
    assert one._replace(notes=("b",)).long == "a b"
    assert pickle.loads(pickle.dumps(one)) == one
    with pytest.raises(AttributeError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(TypeError, match="missing"):
        Ours()  # type: ignore[call-arg]


def test_hints_are_read_when_somebody_asks() -> None:
    assert Ours.__annotations__ == {"name": "str", "notes": "tuple[str, ...]"}
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert Box[int](3).held == Box(3).held == 3
