"""Objects in storage that speaks S3, read and written so that two writers never lose each other's.

obstore does the requests. It comes with the extra audiopress[deploy] and is imported here alone,
when it is used. What it says of errors, a page of Rust, becomes one sentence.
"""

from __future__ import annotations

import importlib
import re
import secrets
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from importlib.util import find_spec
from threading import Timer
from typing import IO, TYPE_CHECKING, Any, TypeVar

from audiopress.errors import ConfigError, StoreError
from audiopress.store.storage_access import check_keys, find_access
from audiopress.store.storage_faults import (
    BUSY,
    STATUS,
    explain_storage_error,
    is_connection_fault,
    is_passing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from audiopress.store.storage_access import StorageAccess

__all__ = ["BUSY", "INSTALL", "ObjectStore", "Stored", "open_store"]

T = TypeVar("T")

INSTALL = "python -m pip install 'audiopress[deploy]'"
"""The command that brings what speaks to object storage."""

_ASKED: dict[str, Any] = {
    "max_retries": 6,
    "retry_timeout": timedelta(seconds=120),
    "backoff": {
        "init_backoff": timedelta(milliseconds=200),
        "max_backoff": timedelta(seconds=5),
        "base": 2,
    },
}
"""How obstore tries again after 5xx and lost connections: some 11 seconds in all. With one answer
in ten wrong, one request in ten millions fails, and of an outage one learns soon."""

_ASKED_ONCE: dict[str, Any] = {
    "max_retries": 0,
    "retry_timeout": timedelta(seconds=1),
    "backoff": _ASKED["backoff"],
}
"""The same for the first request of all: what no waiting mends is told at once."""

_ASKED_IN_A_HURRY: dict[str, Any] = {
    "max_retries": 3,
    "retry_timeout": timedelta(seconds=15),
    "backoff": _ASKED["backoff"],
}
"""The same for what a build can do without: some 1.4 seconds of pauses."""

_CONTROL_SECONDS = 30
"""Seconds for a whole request without a large body."""

_BODY_SECONDS = 300
"""Seconds for one that carries up to 16 MB: half a megabit a second, a slow line out of a house."""

_CONNECT_SECONDS = 10
"""Seconds to reach a server that is there."""

_CONNECT_IN_A_HURRY = 3
"""The same for what a build can do without."""

_FIRST_SECONDS = 10
"""Seconds for the first request of all, which is made again where it was too slow."""

_CONTROL_BYTES = 1024 * 1024
"""Bytes that count as no large body: a slow line needs seconds for them."""

_WHOLE_BYTES = 16 * 1024 * 1024
"""Bytes up to which an object goes in one request; more goes in parts of half of that."""

_SILENCE = 15
"""Seconds without an answer after which it is told that one is waited for."""

_TRIES = 4
"""Times that a request is made which obstore does not repeat by itself when its answer is lost: a
conditional write, and a removal."""

_PAUSE = 0.3
"""Seconds before the second of these tries; each next pause is twice as long."""

_NO_LISTS = re.compile(r"status code: (?:400|405|501) ")
"""What servers say that remove one object at a time only (Google's, by its S3 interface)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An object as it was read: its bytes, and the mark by which a later change is noticed."""

    body: bytes
    mark: str


class ObjectStore:
    """A bucket, or what lies in it below a prefix; names are paths below that.

    ``place`` is how errors name it. ``conditional`` says whether the server honours conditions: as
    long as it is not known (`probe`) they are compared here, just before writing.
    """

    def __init__(
        self,
        obstore: Any,
        start: Callable[..., Any],
        access: StorageAccess,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Use openings of one bucket: for small requests, for those with bodies, for removals.

        ``tell`` hears that the storage is waited for, and why.
        """
        self._obstore = obstore
        self._control, self._bodies = start(_CONTROL_SECONDS), start(_BODY_SECONDS)
        self._singly = start(_CONTROL_SECONDS, disable_bulk_delete=True)
        self._once = start(_FIRST_SECONDS, retry_config=_ASKED_ONCE)
        self._access, self._tell = access, tell
        self._reached = self._complained = False
        self.place = access.place
        self.conditional = False

    def read(self, name: str) -> Stored | None:
        """Return an object, ``None`` where there is none. Raises `StoreError`."""
        if not self._reached:
            self._reached = True
            try:
                return self._read_by(self._once, name)
            except StoreError as error:
                if not (isinstance(error.__cause__, Exception) and is_passing(error.__cause__)):
                    raise
                self._tell(f"{error.message}; it is asked again for some time")
        return self._read_by(self._control, name)

    def _read_by(self, opened: Any, name: str) -> Stored | None:
        try:
            with self._told():
                found = self._obstore.get(opened, name)
                body = bytes(found.bytes())
        except FileNotFoundError as error:
            if "NoSuchBucket" in str(error) or "<html" in str(error).lower():
                raise self._explain(error, name) from error
            return None
        except Exception as error:
            raise self._explain(error, name) from error
        return Stored(body=body, mark=found.meta["e_tag"] or "")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Let it be told, once, that an answer is waited for."""
        timer = Timer(_SILENCE, self._complain)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _complain(self) -> None:
        if not self._complained:
            self._complained = True
            self._tell(
                f"no answer from {self._access.host} for {_SILENCE} seconds: it is slow, or is "
                "asked again; this goes on for some minutes at most"
            )

    def put(
        self, name: str, body: bytes | IO[bytes], size: int, headers: Mapping[str, str]
    ) -> None:
        """Write an object, whatever is there. Raises `StoreError`."""
        whole = size <= _WHOLE_BYTES

        def send() -> None:
            if not isinstance(body, bytes):
                body.seek(0)
            self._obstore.put(
                self._bodies,
                name,
                body,
                attributes=dict(headers),
                use_multipart=not whole,
                chunk_size=_WHOLE_BYTES // 2,
                max_concurrency=1 if whole else 2,
            )

        self._try(send, name)

    def put_if(
        self, name: str, body: bytes, headers: Mapping[str, str], mark: str | None
    ) -> str | None:
        """Write an object where it is still the one of ``mark``; ``None``: where there is none.

        Returns its new mark, or ``None`` when somebody else has written it. Raises `StoreError`.
        """
        for turn in range(_TRIES):
            if not self.conditional and not self._is_same(name, mark):
                return None
            try:
                with self._told():
                    return self._put_once(name, body, headers, mark)
            except Exception as error:
                # Whether it was written is not known: an answer may be lost, and a request that was
                # made again meets what it wrote the first time.
                now = self.read(name)
                if now is not None and now.body == body:
                    return now.mark
                if (now.mark if now else None) != mark:
                    return None
                if turn == _TRIES - 1 or not (self._may_pass(error) or _is_conflict(error)):
                    raise self._explain(error, name) from error
                time.sleep(_PAUSE * 2**turn)
        return None

    def probe(self, folder: str) -> bool:
        """Find out whether the server honours both conditions, by an object that is then removed.

        Several servers that speak S3 ignore them and say nothing. Raises `StoreError`.
        """
        name = f"{folder}probe-{secrets.token_hex(8)}.json"
        self.conditional = True
        try:
            first = self.put_if(name, b"1", {}, None)
            again = self.put_if(name, b"2", {}, None)
            other = self.put_if(name, b"3", {}, '"0123456789abcdef0123456789abcdef"')
            right = self.put_if(name, b"4", {}, first)
            self.conditional = bool(first and right) and again is None and other is None
        except StoreError:
            # Not so where nothing else may be written either: that comes up with the next request.
            self.conditional = False
        with suppress(StoreError):
            self.remove([name])
        return self.conditional

    def list_all(self) -> dict[str, tuple[int, str]]:
        """Return size and mark of every object by its name. Raises `StoreError`."""

        def list_now() -> dict[str, tuple[int, str]]:
            chunks = self._obstore.list(self._control)
            return {each["path"]: (each["size"], each["e_tag"] or "") for c in chunks for each in c}

        return self._try(list_now, "")

    def remove(self, names: Collection[str]) -> None:
        """Remove objects; one that is not there is removed already. Raises `StoreError`."""
        if names:
            self._try(lambda: self._remove_now(list(names)), min(names))

    def _remove_now(self, names: list[str]) -> None:
        try:
            self._obstore.delete(self._control, names)
        except Exception as error:
            if not _NO_LISTS.search(str(error)):
                raise
            self._obstore.delete(self._singly, names)

    def _put_once(
        self, name: str, body: bytes, headers: Mapping[str, str], mark: str | None
    ) -> str:
        condition: Any = "create" if mark is None else {"e_tag": mark}
        result = self._obstore.put(
            self._control if len(body) <= _CONTROL_BYTES else self._bodies,
            name,
            body,
            attributes=dict(headers),
            mode=condition if self.conditional else "overwrite",
            use_multipart=False,
        )
        return str(result["e_tag"] or "")

    def _is_same(self, name: str, mark: str | None) -> bool:
        now = self.read(name)
        return (now.mark if now else None) == mark

    def _try(self, act: Callable[[], T], name: str) -> T:
        """Do what may be done twice; once more where the connection was lost."""
        for turn in range(_TRIES):
            try:
                with self._told():
                    return act()
            except Exception as error:
                if turn == _TRIES - 1 or not self._may_pass(error):
                    raise self._explain(error, name) from error
                time.sleep(_PAUSE * 2**turn)
        raise AssertionError  # pragma: no cover - the last turn returns or raises

    def _may_pass(self, error: Exception) -> bool:
        """Whether a request may go well the next time: its connection was lost, or what was sent.

        Of an answer of the server's obstore has made sure, and of one who is not there too.
        """
        generic = isinstance(error, (OSError, self._obstore.exceptions.GenericError))
        answered = STATUS.search(str(error)) or is_connection_fault(error)
        return generic and not isinstance(error, FileNotFoundError) and not answered

    def _explain(self, error: Exception, name: str) -> StoreError:
        """Return what obstore says in a sentence, with what to look at."""
        return explain_storage_error(error, self._access, name)


def _is_conflict(error: Exception) -> bool:
    """Whether another write was on its way at the same moment: S3's 409, which asks to try again.

    What is there has been read since, and is still what it was.
    """
    status = STATUS.search(str(error))
    return status is not None and status[1].startswith(("409", "412"))


def open_store(  # noqa: PLR0913 - where it is, and how one asks
    bucket: str,
    prefix: str,
    *,
    region: str = "",
    endpoint: str = "",
    where: str = "TARGET",
    hurry: bool = False,
    again: str = "run the same command again",
    tell: Callable[[str], None] = lambda _: None,
) -> ObjectStore:
    """Return a bucket below ``prefix``; nothing is asked yet.

    ``region`` and ``endpoint`` go before what the environment says, which alone has the key. In a
    ``hurry`` one who does not answer is soon given up. ``again`` is what errors propose when their
    cause is mended, ``tell`` hears that the storage is waited for.
    Raises `ConfigError` at ``where`` when the extra or the key is missing, or the endpoint is none.
    """
    if find_spec("obstore") is None:
        raise ConfigError(
            "object storage needs the extra audiopress[deploy]", where=where, hint=INSTALL
        )
    check_keys(where)
    obstore = importlib.import_module("obstore")
    opened = importlib.import_module("obstore.store")
    importlib.import_module("obstore.exceptions")
    place = f"s3://{bucket}/{prefix}/" if prefix else f"s3://{bucket}/"
    access = find_access(place, region, endpoint, again)
    options: dict[str, Any] = {"region": access.region, "prefix": prefix or None}
    if access.endpoint:
        options["endpoint"] = access.endpoint

    connect = _CONNECT_IN_A_HURRY if hurry else _CONNECT_SECONDS

    def start(seconds: int, **more: Any) -> Any:
        client = {
            "timeout": timedelta(seconds=seconds),
            "connect_timeout": timedelta(seconds=connect),
            # Only where somebody wrote http:// themselves: a server of their own.
            "allow_http": access.endpoint.startswith("http://"),
        }
        more.setdefault("retry_config", _ASKED_IN_A_HURRY if hurry else _ASKED)
        return opened.S3Store(bucket, client_options=client, **options, **more)

    return ObjectStore(obstore, start, access, tell)
