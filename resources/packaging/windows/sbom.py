"""The list of parts of the bundle (CycloneDX 1.6), the licences, and the notice that goes with them."""

from __future__ import annotations

import json
import uuid
from email.parser import HeaderParser
from pathlib import Path
from typing import NamedTuple

PEMBERITAHUAN = """Sipokat {versi}: bagian dari pihak lain

Sipokat memakai bagian-bagian di bawah ini, masing-masing menurut lisensinya sendiri. Naskah lisensinya ada di
folder ini. Daftar untuk mesin: sbom.json.

Qt, PySide6 dan Shiboken6 dipakai menurut GNU LGPL versi 3 (LGPL-3.txt dan GPL-3.txt), sebagai pustaka terpisah di
folder lib\\PySide6 dan lib\\shiboken6 yang boleh Anda ganti dengan buatan Anda sendiri. Sumbernya disediakan The Qt
Company untuk versi yang sama; salinannya dapat diminta kepada Kominfo Kota Lubuk Linggau.

"""


NOT_PYTHON = ("CPython", "GCC", "NSIS", "mingw-w64")
"""Parts that are no packages for Python."""


class Part(NamedTuple):
    """One library of somebody else's."""

    name: str
    version: str
    licence: str


def parts(lib: Path) -> list[Part]:
    """Return what is installed in ``lib`` (a folder of wheels), by the metadata there, sorted by name."""
    return sorted(_part(file) for file in lib.glob("*.dist-info/METADATA"))


def _part(file: Path) -> Part:
    head = HeaderParser().parsestr(file.read_text(encoding="utf-8"))
    classes = [one.split(" :: ")[-1] for one in head.get_all("Classifier") or () if one.startswith("License ::")]
    named = head["License-Expression"] or " / ".join(classes) or (head["License"] or "").split("\n")[0]
    return Part(head["Name"], head["Version"], named or "lihat naskahnya")


def cyclonedx(version: str, all_parts: list[Part], lock_sha256: str) -> str:
    """Return the list as JSON, the same bytes for the same parts; ``lock_sha256`` is of the lock file."""
    seen = json.dumps([version, all_parts, lock_sha256])
    return json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, seen)}",
            "version": 1,
            "metadata": {
                "component": {"type": "application", "bom-ref": "sipokat", "name": "sipokat", "version": version},
                "properties": [{"name": "sipokat:kunci-sha256", "value": lock_sha256}],
            },
            "components": [_component(part) for part in all_parts],
        },
        indent=1,
        ensure_ascii=False,
    )


def _component(part: Part) -> dict[str, object]:
    kind = "generic" if part.name in NOT_PYTHON else "pypi"
    purl = f"pkg:{kind}/{part.name.lower().replace('_', '-')}@{part.version}"
    licence = [{"license": {"name": part.licence}}]
    base = {"type": "library", "bom-ref": purl, "name": part.name, "version": part.version}
    return base | {"purl": purl, "licenses": licence}


def notice(version: str, all_parts: list[Part]) -> str:
    """Return the notice for people: what is inside, under which licence."""
    lines = [f"{part.name} {part.version}: {part.licence}" for part in all_parts]
    return PEMBERITAHUAN.format(versi=version) + "\n".join(lines) + "\n"
