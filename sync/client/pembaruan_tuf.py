"""Checks updates by TUF: the root inside this program signs, through several hands, every byte that is put in."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
)
from tuf.api.metadata import TargetFile
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from sipokat_desktop import BUILT_MS
from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan
from sipokat_desktop.kernel.progress import Progress, quiet
from sipokat_desktop.kernel.versi import UPDATE_NEWS, dari_berkas

from . import text_pembaruan as text
from . import tls
from .pembaruan import Rilis, Sumber, Tiada

ROOM = 400 << 20
"""Free bytes that an update needs beside the file: the new version's folder and the backup."""
LARGEST, LARGEST_NEWS, ONE_READ = 400 << 20, 1 << 16, 4 << 20
_DAY_MS = 24 * 3600 * 1000


class Ditolak(Gangguan):
    """An update that is not put in; ``kind``: masa, jam, mundur, tanda, rusak, penuh, tiada."""

    def __init__(self, kind: str, pesan: str, saran: str) -> None:
        super().__init__(pesan, saran)
        self.kind = kind


class _Pengambil(FetcherInterface):
    """Fetches from a source; of a large file, what came before a broken line is not asked for again."""

    def __init__(self, source: Sumber, folder: Path, progress: Progress) -> None:
        self._source, self._folder, self._progress = source, folder, progress

    def _fetch(self, url: str) -> Iterator[bytes]:
        raise NotImplementedError(url)

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        """Give an open file with what ``url`` holds, never more than ``max_length`` bytes."""
        name = url.strip("/")
        partial = self._folder / (f"{name}.sebagian" if name.endswith(".exe") else "kabar.sebagian")
        if not name.endswith(".exe"):
            partial.unlink(missing_ok=True)
        try:
            with partial.open("a+b") as stream:
                self._fill(stream, name, max_length)
                stream.flush()
                os.fsync(stream.fileno())
                stream.seek(0)
                yield stream
        except (RepositoryError, DownloadLengthMismatchError, DownloadHTTPError):
            partial.unlink(missing_ok=True)
            raise

    def _fill(self, stream: IO[bytes], name: str, most: int) -> None:
        have = stream.seek(0, os.SEEK_END)
        while True:
            asked = min(ONE_READ, most - have)
            if asked <= 0 and have:
                break
            try:
                piece, size = self._source.read(name, have, max(asked, 1))
            except Tiada as exc:
                raise DownloadHTTPError(name, 404) from exc
            if size > most or len(piece) > max(asked, 1) or have + len(piece) > size or (not piece and have < size):
                raise DownloadLengthMismatchError(name)
            stream.write(piece)
            have += len(piece)
            self._progress(have, size)
            if have >= size:
                break


class _Pembarui(Updater):
    """The client of TUF, trusting the root inside this program: no link to the newest root is needed then."""

    def _update_root_symlink(self) -> None:
        """Make none: Windows lets no ordinary user do so."""


class Pemeriksa:
    """One look at a source. ``folder`` keeps what was seen before: without it, older news would pass for new."""

    def __init__(
        self, source: Sumber, folder: Path, root: bytes, *, clock: Clock = now_ms,
        progress: Progress = quiet,
    ) -> None:  # fmt: skip
        """Raises Ditolak where the clock here cannot be right, Gangguan where the disk refuses."""
        if clock() < BUILT_MS - _DAY_MS:
            raise Ditolak("jam", text.JAM_AWAL.format(sini=tls.moment(clock())), text.JAM_SARAN)
        self._source, self._folder, self._clock = source, folder, clock
        fetcher = _Pengambil(source, folder, progress)
        with self._explained():
            (folder / "kabar").mkdir(parents=True, exist_ok=True)
            self._updater = _Pembarui(
                str(folder / "kabar"),
                "",
                str(folder),
                "",
                fetcher,
                UpdaterConfig(max_root_rotations=64),
                bootstrap=root,
            )

    def latest(self) -> Rilis | None:
        """Return the version that the release maker wants to be put in; None where there is none.

        Raises Ditolak where the news cannot be trusted, Gangguan where it cannot be had.
        """
        with self._explained():
            self._updater.refresh()
            news = self._updater.get_targetinfo(UPDATE_NEWS)
            if news is None:
                return None
            if news.length > LARGEST_NEWS:
                raise DownloadLengthMismatchError(UPDATE_NEWS)
            file = Path(self._updater.download_target(news, str(self._folder / UPDATE_NEWS)))
            told = json.loads(file.read_bytes())
            target = self._updater.get_targetinfo(told["berkas"])
            version = dari_berkas(told["berkas"])
            if target is None or not version or version != told["versi"] or target.length > LARGEST:
                raise RepositoryError(told["berkas"])
            return Rilis(version, target.path, str(told["catatan"])[:300], target.length, target.hashes["sha256"])

    def fetch(self, release: Rilis) -> Path:
        """Return the set-up file, fetched (or gone on with) and checked; raises as :meth:`latest`."""
        target = self._folder / release.berkas
        with self._explained():
            info = self._updater.get_targetinfo(release.berkas)
            if info is None:
                raise RepositoryError(release.berkas)
            if self._updater.find_cached_target(info, str(target)):
                return target
            self._room(info)
            fresh = target.with_suffix(".baru")
            self._updater.download_target(info, str(fresh))
            with fresh.open("r+b") as stream:
                info.verify_length_and_hashes(stream)
                os.fsync(stream.fileno())
            fresh.replace(target)
            with suppress(OSError):
                (self._folder / f"{release.sha256}.{release.berkas}.sebagian").unlink()
        return target

    def _room(self, info: TargetFile) -> None:
        free, need = shutil.disk_usage(self._folder).free, 2 * info.length + ROOM
        if free < need:
            kata = text.PENUH.format(perlu=need >> 20, sisa=free >> 20)
            raise Ditolak("penuh", kata, text.PENUH_SARAN)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what TUF refuses into a sentence: which attack or accident it looks like."""
        try:
            yield
        except ExpiredMetadataError as exc:
            raise self._out_of_time() from exc
        except BadVersionNumberError as exc:
            raise Ditolak("mundur", text.LEBIH_LAMA, text.LEBIH_LAMA_SARAN) from exc
        except DownloadHTTPError as exc:
            raise Ditolak("tiada", text.TIADA, text.TIADA_SARAN) from exc
        except (LengthOrHashMismatchError, DownloadLengthMismatchError) as exc:
            raise Ditolak("rusak", text.RUSAK, text.RUSAK_SARAN) from exc
        except (RepositoryError, KeyError, TypeError, ValueError) as exc:
            raise Ditolak("tanda", text.TANDA, text.TANDA_SARAN) from exc
        except OSError as exc:
            raise Gangguan(text.TAK_TERTULIS, text.PENUH_SARAN) from exc

    def _out_of_time(self) -> Ditolak:
        """Tell a wrong clock here from news that is held back."""
        skew, now = self._source.skew or 0, self._clock()
        if abs(skew) > tls.CLOCK_OFF_MS:
            kata = text.JAM.format(sini=tls.moment(now), kota=tls.moment(now + skew))
            return Ditolak("jam", kata, text.JAM_SARAN)
        return Ditolak("masa", text.MASA_LEWAT, text.MASA_LEWAT_SARAN)
