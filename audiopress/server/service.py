"""The newsroom's service in one process: edition, API, queue, and who builds the jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from audiopress.errors import ConfigError
from audiopress.server.api import ServiceParts, create_service, read_credentials
from audiopress.server.api.figures import ServiceFigures
from audiopress.server.api.service_log import ServiceLog
from audiopress.server.jobs import JobQueue, JobWorker
from audiopress.server.run import configure, listen
from audiopress.server.static import create_app
from audiopress.settings.serve_table import CREDENTIALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.settings import Settings

__all__ = ["QUEUE_NAME", "serve_newsroom"]

QUEUE_NAME = "queue.db"
"""The file of the queue in the folder of jobs."""


def serve_newsroom(
    settle: Callable[[], Settings],
    host: str,
    port: int,
    *,
    write: Callable[[str], None],
    objects: bool,
) -> None:
    """Serve the edition, take articles and build them, until Ctrl-C or SIGTERM.

    ``settle`` gives the settings, and is asked again for every job; ``write`` gets the log's lines,
    with ``objects`` as JSON. A job that is not done when it is stopped is done by the next service.
    Raises `ConfigError` and `StoreError` for what keeps it from beginning.
    """
    settings = settle()
    _check_apart(settings)
    credentials = read_credentials(settings)
    log, figures = ServiceLog(write, objects=objects), ServiceFigures()
    output = settings.public_output
    output.mkdir(parents=True, exist_ok=True)

    def tell(event: str, **facts: Any) -> None:
        figures.count_event(event)
        log(event, **facts)

    queue = JobQueue(settings.root / settings.serve.jobs / QUEUE_NAME)
    parts = ServiceParts(
        credentials=credentials,
        queue=queue,
        worker=JobWorker(queue, settle, tell),
        output=output,
        hosts=(*settings.serve.hosts, *_name_host(settings)),
        figures=figures,
        tell=tell,
        allow_private=settings.allow_private,
    )
    config = configure(create_service(create_app(output), parts), lifespan="on")
    log.listen()
    try:
        listen(config, host, port, announce=lambda address: log("listening", address=address))
        log("stopped")
    finally:
        queue.close()


def _check_apart(settings: Settings) -> None:
    """Refuse to keep jobs and secrets where everybody reads: in what is served and deployed."""
    serve = settings.serve
    paths = {f"{name}_file": getattr(serve, f"{name}_file") for name in CREDENTIALS}
    # Resolved, for a symbolic link may lead there.
    output = settings.output.resolve()
    for name, path in {"jobs": serve.jobs, **paths}.items():
        if path and (settings.root / path).resolve().is_relative_to(output):
            # Without the path of a secret, in whose place the secret may stand.
            raise ConfigError(
                f"[serve] {name} lies in the output folder, which is for everybody",
                where=str(settings.output),
                hint="name a place beside it",
            )


def _name_host(settings: Settings) -> tuple[str, ...]:
    """Return the host of the edition's own address, under which a proxy may ask for it."""
    host = urlsplit(settings.public_address).hostname
    return (host,) if host else ()
