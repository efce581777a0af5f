"""Makes the stores in tests/data/old_databases that programs of earlier commits wrote, each with that commit's own
code: ``python -m tests.arch.buat_data_lama`` writes those that are not there yet.

One for every schema that a commit of this repository left: the last commit that had it while stores were still open
(locked ones do not compress, and an open one is locked as the first thing that is done with it). Not made: the schema
of 8ada086 to b61ba2f, commits whose program does not start.
"""

from __future__ import annotations

import lzma
import os
import shutil
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests/data/old_databases"
WRITER = Path(__file__).with_name("tulis_data_lama.py")
COMMITS = (
    "469c681", "f9106aa", "cea6937", "23fbdb8", "6825734", "e0407b3", "a2eaac5", "9db2296", "567affb", "7e4d637",
    "a5027ca", "02d6a27", "df098a8", "2e5e0fd", "dece73f", "4235dcd", "b950ff3", "4fa6b08",
)  # fmt: skip
KEPT = ("kantor", "kota.db", "kota-foto")


def write(commit: str, work: Path) -> None:
    """Let the program of ``commit`` write into ``work``/data."""
    tree = work / "pohon"
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(tree), commit], cwd=ROOT, check=True)
    try:
        env = {
            **os.environ, "PYTHONPATH": str(tree), "PYTHONSAFEPATH": "1", "TZ": "WIB-7",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }  # fmt: skip
        (work / "data").mkdir()
        subprocess.run([sys.executable, str(WRITER), str(work / "data")], cwd=tree, env=env, check=True)
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)


def pack(data: Path, target: Path) -> None:
    """Pack what the program wrote; the same bytes for the same content."""
    plain = BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path in sorted(p for name in KEPT for p in (data / name, *(data / name).rglob("*")) if p.is_file()):
            info = tarfile.TarInfo(str(path.relative_to(data)))
            info.size, info.mode = path.stat().st_size, 0o600
            tar.addfile(info, BytesIO(path.read_bytes()))
    target.with_suffix(".tar.xz").write_bytes(lzma.compress(plain.getvalue(), preset=9 | lzma.PRESET_EXTREME))
    shutil.copy(data / "catatan.json", target.with_suffix(".json"))


def main() -> None:
    """Make what is not there."""
    for number, commit in enumerate(COMMITS, 1):
        target = FOLDER / f"{number:03d}-{commit}"
        if not target.with_suffix(".tar.xz").exists():
            with TemporaryDirectory() as temp:
                write(commit, Path(temp))
                pack(Path(temp) / "data", target)


if __name__ == "__main__":
    main()
