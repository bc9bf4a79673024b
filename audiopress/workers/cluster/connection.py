"""A scheduler of Dask's and its workers: what they are, and work that is given to them.

distributed is imported here alone, when it is used: it comes with the extra audiopress[cluster].
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, ParamSpec, Self, TypeVar

from audiopress.errors import ConfigError
from audiopress.workers.cluster.address import check_address, is_safe
from audiopress.workers.cluster.task_window import TaskWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future
    from types import TracebackType

__all__ = ["GONE", "INSTALL", "RESOURCE", "Cluster", "find_place"]

P = ParamSpec("P")
T = TypeVar("T")

GONE: Final = "the scheduler does not answer any more"
"""What is said of one that was there."""

INSTALL: Final = "python -m pip install 'audiopress[cluster]'"
"""The command that brings what speaks to a scheduler."""

RESOURCE: Final = "audiopress"
"""What a worker must have been started with to get articles: ``--resources audiopress=2`` for two
at a time. A cluster has other work too, on machines that have no voice."""

PATIENCE: Final = 10
"""Seconds for a scheduler to answer: one that is there does in less than one."""

ANSWER_PATIENCE: Final = 120.0
"""Seconds for a worker to say what it has: it imports all of a voice, on a disk of a network maybe,
and one that performs other work looks up only now and then."""

_OF_DASK: Final = re.compile(r"distributed(\.|$)")
"""Matches names of loggers, of which some have a level of their own."""

_RETRIES: Final = 3
"""Times that a task is given out again when it ended in an error of the machine it was on."""


class Cluster:
    """A connection to the scheduler at ``address``, with the workers that are meant for us.

    Raises `ConfigError` at ``where`` when the address is not safe, nobody answers, or no worker
    there is meant for articles.
    """

    def __init__(self, address: str, where: str) -> None:
        """Connect."""
        check_address(address, where)
        if find_spec("distributed") is None:
            raise ConfigError(
                "a scheduler needs the extra audiopress[cluster]", where=where, hint=INSTALL
            )
        self.address, self._where = address, f"{where}: {address}"
        self._distributed = importlib.import_module("distributed")
        self._client = self._connect()
        self._lost = False
        self._executor = self._client.get_executor(
            pure=False, retries=_RETRIES, resources={RESOURCE: 1}
        )
        try:
            self.workers = self._list_workers()
        except BaseException:
            self._client.close()
            raise

    def _connect(self) -> Any:
        # What it logs is for people who look after a cluster; what concerns a build is an error.
        for name in [each for each in logging.root.manager.loggerDict if _OF_DASK.match(each)]:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        security = self._distributed.Security()
        if self.address.startswith("tls:"):
            self._check_certificate(security)
        try:
            return self._distributed.Client(
                self.address, security=security, timeout=PATIENCE, set_as_default=False
            )
        except (OSError, ValueError, TypeError) as error:
            raise ConfigError(
                f"the scheduler does not answer: {_explain(error)}",
                where=self._where,
                hint="dask scheduler starts one (docs/cluster.md)",
            ) from error

    def _check_certificate(self, security: Any) -> None:
        """Refuse to begin without a certificate of our own, and one to know the others by."""
        parts = (security.tls_ca_file, security.tls_client_cert, security.tls_client_key)
        if not all(parts):
            raise ConfigError(
                "tls:// needs a certificate, and the one that signed those of the others; Dask's "
                "configuration names neither (distributed.comm.tls)",
                where=self._where,
                hint="audiopress cluster certificates FOLDER, then DASK_CONFIG=FOLDER",
            )

    def _list_workers(self) -> tuple[str, ...]:
        """Return the addresses of workers that are meant for articles."""
        info = self._client.scheduler_info(n_workers=-1)
        bare = [each for each in (info["address"], *info["workers"]) if not is_safe(each)]
        if bare:
            raise ConfigError(
                "over tcp:// anybody who reaches it can have it run what they like: to another "
                "machine it is tls:// only, and on this one --host 127.0.0.1",
                where=f"{self._where}, which listens or works at {bare[0]}",
                hint="audiopress cluster certificates FOLDER makes those that TLS needs",
            )
        found = [name for name, one in info["workers"].items() if RESOURCE in one["resources"]]
        if not found:
            others = len(info["workers"])
            raise ConfigError(
                f"no worker of this scheduler is meant for articles ({others} others)"
                if others
                else "no worker has come to this scheduler",
                where=self._where,
                hint=f'dask worker {self.address} --resources "{RESOURCE}=2"',
            )
        return tuple(sorted(found))

    def open_window(self) -> TaskWindow:
        """Return what gives tasks to our workers, as many at a time as they perform."""
        return TaskWindow(self, self.count_slots())

    @property
    def is_lost(self) -> bool:
        """Whether the scheduler has gone: with it goes all that was given to it."""
        self._lost = self._lost or self._client.status != "running"
        return self._lost

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begin a function on a worker that is meant for us.

        What it returns is small: results lie in a worker's memory, and go when that does. Raises
        `ConnectionError` when the scheduler has gone.
        """
        # What is given to a client that looks for its scheduler never ends.
        if self.is_lost:
            raise ConnectionError(GONE)
        future: Future[T] = self._executor.submit(fn, *args, **kwargs)
        return future

    def count_slots(self) -> int:
        """Return how many articles our workers have at a time; 0 where nobody is there."""
        if self.is_lost:
            return 0
        try:
            info = self._client.sync(
                self._client.scheduler.identity, n_workers=-1, callback_timeout=PATIENCE
            )
        except Exception:  # noqa: BLE001 - a scheduler that is gone has many ways to say so
            return 0
        return int(sum(one["resources"].get(RESOURCE, 0) for one in info["workers"].values()))

    def ask_all(self, ask: Callable[..., T], *words: object) -> Mapping[str, T | Exception]:
        """Return what a function gives on each of our workers, or the exception it raised there.

        That of a worker that has not answered in time is a `TimeoutError`.
        """
        answers: Mapping[str, T | Exception] = self._client.sync(self._ask_each, ask, words)
        return answers

    async def _ask_each(self, ask: Callable[..., T], words: tuple[object, ...]) -> dict[str, Any]:
        """Ask each by itself: of all at once nobody knows which one it is that is silent."""
        begun = {
            name: asyncio.ensure_future(
                self._client.run(ask, *words, workers=[name], on_error="return")
            )
            for name in self.workers
        }
        await asyncio.wait(begun.values(), timeout=ANSWER_PATIENCE)
        return {name: _take_answer(name, asked) for name, asked in begun.items()}

    def close(self) -> None:
        """Leave; what was given and is not done is dropped."""
        self._client.close(timeout=PATIENCE)

    def __enter__(self) -> Self:
        """Be left at the end."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave."""
        self.close()


def _take_answer(name: str, asked: asyncio.Future[Any]) -> Any:
    if not asked.done():
        asked.cancel()
        return TimeoutError(f"it has not answered for {ANSWER_PATIENCE:g} seconds")
    try:
        return asked.result().get(name, ConnectionError("it is gone"))
    except Exception as error:  # noqa: BLE001 - it is the answer
        return error


def _explain(error: Exception) -> str:
    return str(error).partition("\n")[0] or type(error).__name__


def find_place() -> tuple[str, int, str]:
    """Return the name, the number of threads and a folder of the worker that we are.

    To be called by what a worker performs.
    """
    worker = importlib.import_module("distributed").get_worker()
    return str(worker.address), int(worker.state.nthreads), str(worker.local_directory)
