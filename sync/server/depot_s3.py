"""Photos in a store that speaks S3: the same names as in a folder, parts as objects of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

from .depot import IN_S3, KEEP_S, S3, UNFINISHED, in_row, is_photo, unfinished

CONNECT_S, ANSWER_S, TRIES = 5, 20, 2
ABSENT = frozenset({"404", "NoSuchKey", "NotFound", "InvalidRange"})


class S3Depot:
    """A bucket, or what begins with some name in it; connects with the first question."""

    def __init__(self, place: str, access: S3) -> None:
        """``place``: ``s3://EMBER`` or ``s3://EMBER/AWALAN``."""
        self._bucket, _, prefix = place.removeprefix(IN_S3).partition("/")
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        self._access = access
        self._made: Any = None
        self._gate = Lock()
        self._swept = datetime.min.replace(tzinfo=UTC)

    def size(self, key: str) -> int:
        """Return how many bytes the whole photo has, 0 where it is not there."""
        try:
            return int(self._ask("head_object", Key=self._whole(key))["ContentLength"])
        except FileNotFoundError:
            return 0

    def read(self, key: str, offset: int, most: int) -> bytes:
        """Return at most ``most`` bytes of a whole photo from ``offset`` on."""
        if not 0 <= offset < self.size(key) or most <= 0:
            return b""
        return self._content(self._whole(key), Range=f"bytes={offset}-{offset + most - 1}")

    def received(self, scope: str, key: str) -> int:
        """Return how many bytes of an unfinished photo an office has sent without a gap."""
        return sum(size for _, size in in_row(self._parts(scope, key)))

    def receive(self, scope: str, key: str, offset: int, content: bytes) -> None:
        """Keep a part of a photo under its place."""
        self._sweep()
        self._ask("put_object", Key=f"{self._unfinished(scope, key)}{offset}-{len(content)}", Body=content)

    def finish(self, scope: str, key: str) -> bool:
        """Make a whole photo of the parts and drop them; return whether they were that photo."""
        folder = self._unfinished(scope, key)
        parts = self._parts(scope, key)
        try:
            content = b"".join(self._content(folder + name) for name, _ in in_row(parts))
        except FileNotFoundError:
            return False
        good = is_photo(content, key)
        if good:
            self._ask("put_object", Key=self._whole(key), Body=content, ContentType="image/jpeg")
        self._drop(folder + name for name, _ in parts)
        return good

    def keys(self) -> Iterator[tuple[str, int]]:
        """Yield key and bytes of every whole photo."""
        for one in self._listed(self._prefix):
            name = str(one["Key"]).removeprefix(self._prefix)
            if name.endswith(".jpg") and not name.startswith(UNFINISHED):
                yield name[3:-4], int(one["Size"])

    def _whole(self, key: str) -> str:
        return f"{self._prefix}{key[:2]}/{key}.jpg"

    def _unfinished(self, scope: str, key: str) -> str:
        return f"{self._prefix}{UNFINISHED}/{unfinished(scope, key)}/"

    def _parts(self, scope: str, key: str) -> list[tuple[str, int]]:
        folder = self._unfinished(scope, key)
        return [(str(one["Key"]).removeprefix(folder), int(one["Size"])) for one in self._listed(folder)]

    def _content(self, name: str, **options: str) -> bytes:
        with self._ask("get_object", Key=name, **options)["Body"] as body:
            content: bytes = body.read()
        return content

    def _listed(self, prefix: str) -> Iterator[dict[str, Any]]:
        after: dict[str, str] = {}
        while True:
            page = self._ask("list_objects_v2", Prefix=prefix, **after)
            yield from page.get("Contents", ())
            if not page.get("IsTruncated"):
                return
            after = {"ContinuationToken": page["NextContinuationToken"]}

    def _drop(self, names: Iterable[str]) -> None:
        for name in names:
            self._ask("delete_object", Key=name)

    def _sweep(self) -> None:
        """Now and then drop the parts of photos that nobody went on sending."""
        now = datetime.now(UTC)
        if now - self._swept < timedelta(seconds=KEEP_S / 7):
            return
        self._swept = now
        old = now - timedelta(seconds=KEEP_S)
        there = list(self._listed(f"{self._prefix}{UNFINISHED}/"))
        self._drop(one["Key"] for one in there if one["LastModified"] < old)

    def _ask(self, what: str, **words: Any) -> Any:
        """Ask the store; raise FileNotFoundError for what is not there, OSError for everything else that fails."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            return getattr(self._client(), what)(Bucket=self._bucket, **words)
        except ClientError as exc:
            code = str(exc.response.get("Error", {}).get("Code", ""))
            raise (FileNotFoundError if code in ABSENT else OSError)(f"S3: {code}") from exc
        except BotoCoreError as exc:
            raise OSError(f"S3: {type(exc).__name__}") from exc

    def _client(self) -> Any:
        with self._gate:
            self._made = self._made or self._connected()
            return self._made

    def _connected(self) -> Any:
        """Checksums that Amazon's store alone knows are left out: others refuse them."""
        import boto3
        from botocore.config import Config

        here = self._access
        config = Config(
            connect_timeout=CONNECT_S, read_timeout=ANSWER_S, retries={"total_max_attempts": TRIES},
            request_checksum_calculation="when_required", response_checksum_validation="when_required",
        )  # fmt: skip
        return boto3.session.Session().client(
            "s3", endpoint_url=here.alamat or None, region_name=here.wilayah or None,
            aws_access_key_id=here.kunci or None, aws_secret_access_key=here.rahasia or None, config=config,
        )  # fmt: skip
