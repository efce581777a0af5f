"""Builds the set-up file: ``python -m resources.packaging.windows.bangun [--keluaran FOLDER] [--python ZIP]``.

The same commit, locks and tools give the same bytes (unsigned): nothing of the time, the machine or the order in which
a disk lists files gets in.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from . import susun, tanda
from .alat import PLACE, ROOT, run

HERE = Path(__file__).parent
LAUNCHERS = (("Sipokat.exe", ("-mwindows",)), ("sipokat.com", ("-mconsole", "-DKONSOL")))
_GCC, _WINDRES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"


def main(arguments: Sequence[str]) -> int:
    """Build what was asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="make windows", description=__doc__)
    parser.add_argument("--keluaran", type=Path, default=ROOT / "dist" / "windows", metavar="FOLDER")
    parser.add_argument("--versi", default=program_version(), metavar="VERSI", help="hanya untuk uji pembaruan")
    parser.add_argument("--python", type=Path, metavar="ZIP", help="CPython embeddable, untuk rilis")
    parser.add_argument("--akar", type=Path, metavar="JSON", help="akar pembaruan (sipokat-pusat pembaruan siapkan)")
    parser.add_argument("--rakit", type=Path, default=PLACE / "isi", metavar="FOLDER", help="tempat kerja")
    args = parser.parse_args(arguments)
    setup = build(args.keluaran, args.versi, susun.embedded_python(args.python), args.rakit, args.akar)
    print(f"{setup} ({setup.stat().st_size / 1e6:.1f} MB), dengan SHA256SUMS dan sbom.json")
    return 0


def program_version() -> str:
    """Return the version of Sipokat in this checkout."""
    text = (ROOT / "sipokat_desktop" / "__init__.py").read_text(encoding="utf-8")
    (found,) = re.findall(r'^__version__ = "([0-9a-z.+-]+)"$', text, re.MULTILINE)
    return str(found)


def build(target: Path, version: str, python_zip: Path, stage: Path, root: Path | None = None) -> Path:
    """Build the set-up file of ``version`` in ``target`` and return it; ``stage`` is emptied and filled first.

    ``root``: whose signatures on updates the program believes; without it, it is brought up to date by hand.
    """
    top = susun.stage(stage, version, python_zip, built_s=int(commit_time()), root=root)
    launchers(stage, version)
    target.mkdir(parents=True, exist_ok=True)
    setup = target / f"Sipokat-{version}-pasang.exe"
    pack(stage, version, setup)
    shutil.copyfile(top / "lisensi" / "sbom.json", target / "sbom.json")
    lines = [f"{susun.digest(file)}  {file.name}\n" for file in (setup, target / "sbom.json")]
    (target / "SHA256SUMS").write_text("".join(lines), encoding="ascii")
    return setup


def launchers(stage: Path, version: str) -> None:
    """Compile the two small programs that start the version in use."""
    work = stage.with_name(stage.name + "-peluncur")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    numbers = numbers_of(version)
    defines = [f"-DANGKA_VERSI={numbers.replace('.', ',')}", f'-DTEKS_VERSI=\\"{version}\\"']
    run([_WINDRES, "-I", HERE, *defines, "-i", HERE / "peluncur.rc", "-O", "coff", "-o", work / "peluncur.o"])
    for name, flags in LAUNCHERS:
        run([_GCC, "-municode", "-O2", "-s", "-static", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp",
             f'-DPYTHON_DLL=L"{susun.PYTHON_DLL}"', *flags, HERE / "peluncur.c", work / "peluncur.o",
             "-o", stage / name])  # fmt: skip
        if tanda.wanted():
            tanda.sign(stage / name)


def numbers_of(version: str) -> str:
    """Return a version as the four numbers that Windows wants: ``0.1.0`` is ``0.1.0.0``."""
    numbers = re.findall(r"\d+", version)[:4]
    return ".".join([*numbers, "0", "0", "0"][:4])


def pack(stage: Path, version: str, setup: Path, *, quick: bool = False) -> None:
    """Write the set-up file of a prepared folder; ``quick``: in a tenth of the time and larger, for tests."""
    files = sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file())
    listing = stage.with_name(stage.name + "-berkas.nsh")
    listing.write_text(file_commands(files), encoding="utf-8")
    kilobytes = sum((stage / name).stat().st_size for name in files) // 1024
    values = {
        "VERSI": version, "VERSI_ANGKA": numbers_of(version), "ISI": stage, "KB": kilobytes, "KELUARAN": setup,
        "BERKAS": listing, "IKON": HERE / "sipokat.ico", "PYTHON_DLL": susun.PYTHON_DLL,
    }  # fmt: skip
    if quick:
        values["CEPAT"] = "ya"
    if tanda.wanted():
        values["TANDATANGANI"] = f"{sys.executable} -m resources.packaging.windows.tanda"
    defines = [f"-D{name}={value}" for name, value in values.items()]
    run(["makensis", "-V2", "-NOCD", "-INPUTCHARSET", "UTF8", *defines, HERE / "pasang.nsi"],
        env={"SOURCE_DATE_EPOCH": commit_time()})  # fmt: skip
    if tanda.wanted():
        tanda.sign(setup)


def commit_time() -> str:
    """Return when the commit was made (Unix seconds): the only time that may get into what is built."""
    words = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip() or "0"


def file_commands(files: Sequence[str]) -> str:
    """Return NSIS commands that write ``files`` (paths with slashes, sorted), folder by folder."""
    lines: list[str] = []
    folder = None
    for name in sorted(files, key=lambda one: one.rpartition("/")[::2]):
        above, _, _ = name.rpartition("/")
        if above != folder:
            folder = above
            lines.append('SetOutPath "' + f"$INSTDIR/{above}".rstrip("/").replace("/", "\\") + '"')
        lines.append(f'File "${{ISI}}/{name}"')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
