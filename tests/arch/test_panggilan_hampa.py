"""Every supported pair of Python and PySide6 survives 20,000 void Qt calls; the pair known to abort is noticed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("panggilan_hampa.py")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
REMEDY = "venv {0} belum dibuat. Jalankan: bash .ci/siapkan uji"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pasangan Python lain disiapkan hanya di Linux")


def _run(python: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), "-I", str(SCRIPT)], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )


def _on_this_machine(version: str) -> bool:
    found = subprocess.run(["bash", ".ci/siapkan", "cari", version], cwd=ROOT, capture_output=True, check=False)
    return found.returncode == 0


def _venv(name: str, version: str) -> Path:
    """Return the interpreter of a venv that the set-up made; skip, by name, where Python itself is not there."""
    python = ROOT / ".siap" / name / "bin" / "python"
    if not python.exists():
        if not _on_this_machine(version):
            pytest.skip(f"Python {version} tidak ada di komputer ini: pasangan itu belum diuji di sini")
        pytest.fail(REMEDY.format(python.parent.parent))
    return python


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_void_qt_calls_are_survived(version: str) -> None:
    python = Path(sys.executable) if version == HERE else _venv(f"qt-{version}", version)
    done = _run(python)
    assert done.returncode == 0, f"{version}: {done.returncode}\n{done.stderr}"
    assert done.stdout.startswith(f"Python {version}, PySide6 6.")
    assert done.stdout.endswith("20000 panggilan, selamat\n")


def test_known_bad_pair_is_noticed() -> None:
    """PySide6 6.12.0 on Python 3.11 drops a reference to None with every call: the reason for our pins."""
    done = _run(_venv("qt-rusak", "3.11"))
    assert done.returncode == -signal.SIGABRT, f"{done.returncode}\n{done.stdout}{done.stderr}"
    assert "none_dealloc" in done.stderr
