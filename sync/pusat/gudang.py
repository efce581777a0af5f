"""The store of updates: set-up files and the signed metadata (TUF) by which offices tell a true one from any other."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from securesystemslib.signer import Signer
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.kernel.versi import UPDATE_FOLDER, UPDATE_NEWS, angka, dari_berkas
from sipokat_desktop.storage.identity import write_atomically

from . import kunci_pembaruan as kunci
from . import text_pembaruan as text

T = TypeVar("T", Root, Snapshot, Targets, Timestamp)
DAY_MS = 24 * 3600 * 1000
LIFE_MS = {
    Root.type: 1825 * DAY_MS, Targets.type: 400 * DAY_MS, Snapshot.type: 60 * DAY_MS, Timestamp.type: 14 * DAY_MS,
}  # fmt: skip
"""How long each kind of metadata is valid: an office that is cut off from news for so long is told (freeze)."""
AGAIN_MS = {Snapshot.type: 30 * DAY_MS, Timestamp.type: 13 * DAY_MS}
"""The server signs anew what is valid for less than this: the timestamp once a day."""
PUBLIC = "terbit"


class Versi(NamedTuple):
    """A published version: its file, bytes, and whether offices are to put it in."""

    versi: str
    berkas: str
    bita: int
    terbaru: bool


class Gudang:
    """The store in ``folder``: ``terbit/`` is what everybody may read, beside it the server's key.

    Methods raise InputSalah for a wrong key or file, Gangguan where the disk refuses; what was published stays then.
    """

    def __init__(self, folder: Path, clock: Clock = now_ms) -> None:
        self.folder, self._clock = folder, clock
        self.public = folder / PUBLIC

    # what is there

    @property
    def ready(self) -> bool:
        """Tell whether the store was prepared."""
        return (self.public / "timestamp.json").exists()

    def versions(self) -> list[Versi]:
        """Return the published versions, newest first."""
        targets, latest = self._targets().signed.targets, self.latest()
        named = [(version, one) for name, one in targets.items() if (version := dari_berkas(name))]
        found = [Versi(version, one.path, one.length, version == latest) for version, one in named]
        return sorted(found, key=lambda one: angka(one.versi), reverse=True)

    def latest(self) -> str:
        """Return the version that offices are to put in; empty for none."""
        named = self._targets().signed.targets.get(UPDATE_NEWS)
        if named is None:
            return ""
        return str(json.loads((self.public / _stored(UPDATE_NEWS, named)).read_bytes())["versi"])

    def valid_until(self) -> int:
        """Return until when offices take what is published without new signatures by hand (UTC ms)."""
        return min(_ms(self._root().signed.expires), _ms(self._targets().signed.expires))

    # what the release maker does

    def prepare(self, keys: Path, password: str) -> Path:
        """Make keys and an empty store; return the root file that goes into the program."""
        if self.ready:
            raise InputSalah("folder", text.SUDAH_SIAP.format(folder=self.folder))
        with self._writing():
            root_key, targets_key = kunci.make_pair(keys, password)
            self.public.mkdir(parents=True, exist_ok=True)
            server_key = kunci.make(self.folder / kunci.LAYANAN)
            root = Root(version=1, expires=self._end(Root.type), consistent_snapshot=True)
            _give(root, root_key, targets_key, server_key)
            self._put_root(root, root_key)
            self._put(Targets(version=1, expires=self._end(Targets.type)), targets_key)
            self._sign_list(1, server_key)
            write_atomically(keys / "akar.json", (self.public / "1.root.json").read_bytes())
        return keys / "akar.json"

    def add(self, file: Path, keys: Path, password: str, note: str = "") -> str:
        """Publish a set-up file; return its version, the one offices are to put in where it is the newest."""
        version = dari_berkas(file.name)
        if not version:
            raise InputSalah("berkas", text.NAMA_SALAH)
        try:
            target = TargetFile.from_file(file.name, str(file), ["sha256"])
        except (OSError, RepositoryError, ValueError) as exc:
            raise InputSalah("berkas", text.BERKAS_TIADA.format(file=file)) from exc
        targets, signer = self._opened(keys, password)
        known = targets.targets.get(file.name)
        if known is not None and known.hashes != target.hashes:
            raise InputSalah("berkas", text.SUDAH_ADA.format(versi=version))
        target.unrecognized_fields["custom"] = {"catatan": note}
        with self._writing():
            stored = self.public / _stored(file.name, target)
            shutil.copyfile(file, stored.with_suffix(".baru"))
            stored.with_suffix(".baru").replace(stored)
            targets.targets[file.name] = target
            self._publish(targets, signer)
        return version

    def withdraw(self, version: str, keys: Path, password: str) -> str:
        """Take a version back; return the one that offices are to put in now, empty for none."""
        targets, signer = self._opened(keys, password)
        gone = next((name for name in targets.targets if dari_berkas(name) == version), "")
        if not gone:
            raise InputSalah("versi", text.VERSI_TIADA.format(versi=version))
        with self._writing():
            target = targets.targets.pop(gone)
            self._publish(targets, signer)
            (self.public / _stored(gone, target)).unlink(missing_ok=True)
        return self.latest()

    def renew(self, keys: Path, password: str, new_keys: Path | None = None) -> int:
        """Sign root and targets anew, with keys of their own in ``new_keys`` where one is given (the old root key signs
        the new root too, so that every office follows); return until when it is valid (UTC ms)."""
        old_root = kunci.load(keys, kunci.AKAR, password)
        targets, targets_key = self._opened(keys, password)
        with self._writing():
            root = self._root().signed
            root_key = old_root
            if new_keys is not None:
                root_key, targets_key = kunci.make_pair(new_keys, password)
                kunci.make(self.folder / kunci.LAYANAN)
            server_key = self._server_key()
            root.version, root.expires = root.version + 1, self._end(Root.type)
            for role in root.roles:
                for key_id in list(root.roles[role].keyids):
                    root.revoke_key(key_id, role)
            _give(root, root_key, targets_key, server_key)
            self._put_root(root, *({old_root.public_key.keyid: old_root, root_key.public_key.keyid: root_key}.values()))
            self._publish(targets, targets_key)
        return self.valid_until()

    def write(self, folder: Path) -> tuple[Path, int]:
        """Copy what is needed for the newest version into a folder for a flash disk; return it and its end (UTC ms)."""
        self.freshen()
        target = folder / UPDATE_FOLDER
        with self._writing():
            target.mkdir(parents=True, exist_ok=True)
            for name in self._current():
                shutil.copyfile(self.public / name, target / name)
        return target, _ms(_read(self.public / "timestamp.json", Timestamp).signed.expires)

    def _current(self) -> Iterator[str]:
        """Yield the files that belong to the newest state, ``timestamp.json`` as the last."""
        yield from sorted(path.name for path in self.public.glob("*.root.json"))
        stamp = _read(self.public / "timestamp.json", Timestamp).signed
        yield f"{stamp.snapshot_meta.version}.snapshot.json"
        targets = self._targets().signed
        yield f"{targets.version}.targets.json"
        latest = self.latest()
        for name, target in targets.targets.items():
            if name == UPDATE_NEWS or dari_berkas(name) == latest:
                yield _stored(name, target)
        yield "timestamp.json"

    # what the server does

    def freshen(self) -> None:
        """Sign timestamp and snapshot anew where they are near their end; costs one small file to look."""
        stamp = _read(self.public / "timestamp.json", Timestamp).signed
        if _ms(stamp.expires) - self._clock() > AGAIN_MS[Timestamp.type]:
            return
        signer = self._server_key()
        with self._writing():
            snapshot = _read(self.public / f"{stamp.snapshot_meta.version}.snapshot.json", Snapshot).signed
            if _ms(snapshot.expires) - self._clock() < AGAIN_MS[Snapshot.type]:
                self._sign_list(snapshot.meta["targets.json"].version, signer)
            else:
                self._sign_stamp(snapshot.version, signer)

    # the parts

    def _opened(self, keys: Path, password: str) -> tuple[Targets, Signer]:
        """Return the list of targets to change, and its key, which is the one that the root names."""
        if not self.ready:
            raise InputSalah("folder", text.BELUM_SIAP.format(folder=self.folder))
        signer = kunci.load(keys, kunci.TERBIT, password)
        if signer.public_key.keyid not in self._root().signed.roles[Targets.type].keyids:
            raise InputSalah("kunci", text.KUNCI_ASING.format(folder=keys))
        return self._targets().signed, signer

    def _server_key(self) -> Signer:
        try:
            return kunci.load(self.folder, kunci.LAYANAN)
        except InputSalah as exc:
            raise Gangguan(text.LAYANAN_TIADA.format(folder=self.folder), text.LAYANAN_SARAN) from exc

    def _publish(self, targets: Targets, signer: Signer) -> None:
        """Sign a changed list of targets, and everything above it; the timestamp makes it true, as the last."""
        found = [(name, version) for name in targets.targets if (version := dari_berkas(name))]
        targets.targets.pop(UPDATE_NEWS, None)
        if found:
            name, version = max(found, key=lambda one: angka(one[1]))
            note = (targets.targets[name].custom or {}).get("catatan", "")
            content = json.dumps({"versi": version, "berkas": name, "catatan": note}).encode()
            target = TargetFile.from_data(UPDATE_NEWS, content, ["sha256"])
            write_atomically(self.public / _stored(UPDATE_NEWS, target), content)
            targets.targets[UPDATE_NEWS] = target
        targets.version, targets.expires = targets.version + 1, self._end(Targets.type)
        self._put(targets, signer)
        self._sign_list(targets.version, self._server_key())

    def _sign_list(self, targets_version: int, signer: Signer) -> None:
        version = self._last("snapshot") + 1
        targets = (self.public / f"{targets_version}.targets.json").read_bytes()
        meta = {"targets.json": MetaFile.from_data(targets_version, targets, ["sha256"])}
        self._put(Snapshot(version=version, expires=self._end(Snapshot.type), meta=meta), signer)
        self._sign_stamp(version, signer)

    def _sign_stamp(self, snapshot_version: int, signer: Signer) -> None:
        file = self.public / "timestamp.json"
        version = _read(file, Timestamp).signed.version + 1 if file.exists() else 1
        snapshot = (self.public / f"{snapshot_version}.snapshot.json").read_bytes()
        meta = MetaFile.from_data(snapshot_version, snapshot, ["sha256"])
        stamp = Metadata(Timestamp(version=version, expires=self._end(Timestamp.type), snapshot_meta=meta))
        stamp.sign(signer)
        write_atomically(file, stamp.to_bytes())

    def _put(self, signed: T, signer: Signer) -> None:
        made = Metadata(signed)
        made.sign(signer)
        write_atomically(self.public / f"{signed.version}.{signed.type}.json", made.to_bytes())

    def _put_root(self, root: Root, *signers: Signer) -> None:
        made = Metadata(root)
        for signer in signers:
            made.sign(signer, append=True)
        write_atomically(self.public / f"{root.version}.root.json", made.to_bytes())

    def _last(self, role: str) -> int:
        return max((int(path.name.split(".")[0]) for path in self.public.glob(f"*.{role}.json")), default=0)

    def _root(self) -> Metadata[Root]:
        return _read(self.public / f"{self._last('root')}.root.json", Root)

    def _targets(self) -> Metadata[Targets]:
        if not self.ready:
            raise InputSalah("folder", text.BELUM_SIAP.format(folder=self.folder))
        stamp = _read(self.public / "timestamp.json", Timestamp).signed
        snapshot = _read(self.public / f"{stamp.snapshot_meta.version}.snapshot.json", Snapshot).signed
        return _read(self.public / f"{snapshot.meta['targets.json'].version}.targets.json", Targets)

    def _end(self, role: str) -> datetime:
        return datetime.fromtimestamp((self._clock() + LIFE_MS[role]) // 1000, UTC)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as exc:
            raise Gangguan(text.TAK_TERTULIS.format(folder=self.folder), text.TAK_TERTULIS_SARAN) from exc


def _give(root: Root, root_key: Signer, targets_key: Signer, server_key: Signer) -> None:
    for role, signer in ((Root.type, root_key), (Targets.type, targets_key),
                         (Snapshot.type, server_key), (Timestamp.type, server_key)):  # fmt: skip
        root.add_key(signer.public_key, role)


def _read(file: Path, kind: type[T]) -> Metadata[T]:
    made: Metadata[T] = Metadata.from_bytes(file.read_bytes())
    assert isinstance(made.signed, kind)
    return made


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _stored(name: str, target: TargetFile) -> str:
    """Return under which name a target lies (consistent snapshot): its hash comes first."""
    return f"{target.hashes['sha256']}.{name}"
