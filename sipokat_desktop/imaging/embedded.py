"""Pictures that are kept inside a row, such as a logo: whether they are whole, told from their heads."""

from __future__ import annotations

import struct

from . import jpeg

LONGEST_SIDE = 4096
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEAD = 33


def whole(content: bytes) -> bool:
    """Tell whether ``content`` is a whole JPEG or PNG whose sides (px) are bearable; it is not decoded."""
    if content.startswith(_PNG):
        entire = len(content) > _PNG_HEAD and b"IEND" in content[-16:]
        size = struct.unpack(">II", content[16:24]) if entire else None
    else:
        size = jpeg.size(content)
    return bool(size) and all(0 < side <= LONGEST_SIDE for side in size or ())
