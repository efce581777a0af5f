"""Named tuples whose hints stay text: what makes fifty of them at its start does so in a third of the time (0013)."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple
    from types import GenericAlias

    _OWN = frozenset(("__annotations__", "__module__", "__orig_bases__"))

    class _Fields(type):
        """Makes the body of a class into a named tuple, as typing.NamedTuple does, but leaves its hints unread."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__annotations__ = fields
            made.__class_getitem__ = classmethod(GenericAlias)
            for key in body.keys() - fields.keys() - _OWN:
                setattr(made, key, body[key])
            return made

    class NamedTuple(metaclass=_Fields):
        """Stands for typing.NamedTuple, which compiles every hint of every class."""
