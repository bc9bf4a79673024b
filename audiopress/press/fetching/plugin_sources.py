"""Articles from the sources of other packages, which may fail in ways nobody thought of."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from audiopress import plugins
from audiopress.errors import AudiopressError, SourceError
from audiopress.model import Document, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["explain_missing_source", "fetch_by_plugin"]

_MOST_FAULTS = 100
"""Wrong values after which a source is asked for no more: it may go on for ever."""

_SHOWN = 120
"""Characters of a wrong value that an error shows: enough to know it, and a line or two."""


def fetch_by_plugin(kind: str, what: str) -> Iterator[Document | Refused]:
    """Yield what somebody else's source gives; what is against its contract is named."""
    uri, faults = f"{kind}:{what}", 0
    try:
        for outcome in plugins.find_source(kind).fetch(what):
            fault = _find_fault(outcome)
            yield Refused(uri=uri, error=_blame(kind, uri, fault)) if fault else outcome
            faults += bool(fault)
            if faults > _MOST_FAULTS:
                fault = f"gave {faults} things that are none, and was not asked for more"
                yield Refused(uri=uri, error=_blame(kind, uri, fault))
                return
    except SourceError as error:
        yield Refused(uri=uri, error=error)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - it costs its own articles only
        failed = _blame(kind, uri, f"failed: {error!r}")
        failed.__cause__ = error  # its traceback, which --debug shows
        yield Refused(uri=uri, error=failed)


def _blame(kind: str, uri: str, fault: str) -> SourceError:
    """Return the error for what a source did wrong, with the package that should mend it."""
    hint = f"mend or update the package {plugins.name_package(kind)}; --debug shows tracebacks"
    return SourceError(f'the source "{kind}" {fault}', where=uri, hint=hint)


def _find_fault(outcome: object) -> str:
    """Say what a source gave that is against its contract, or nothing; types are not enforced."""
    if isinstance(outcome, Refused):
        right = isinstance(outcome.error, AudiopressError) and isinstance(outcome.uri, str)
        return "" if right else f"gave a Refused whose error is no SourceError: {outcome!r}"
    if not isinstance(outcome, Document):
        gave = f"{type(outcome).__name__} {outcome!r}"[:_SHOWN]
        return f"gave no Document and no Refused, but {gave}"
    if not isinstance(outcome.uri, str) or not outcome.uri:
        return f"gave a Document whose uri is {outcome.uri!r}: it must be a text"
    body: object = outcome.body
    if not isinstance(body, bytes):
        return f"gave {outcome.uri}, whose body must be bytes and is {type(body).__name__}"
    return ""


def explain_missing_source(uri: str) -> SourceError:
    """Return the error for a name that no file has and no source that is installed."""
    name, known = uri.partition(":")[0], plugins.list_sources()
    close = difflib.get_close_matches(name, known)
    meant = f" (did you mean {' or '.join(close)}?)" if close else ""
    return SourceError(
        f'there is no file of this name, and no source "{name}" is installed{meant}',
        where=uri,
        hint=f"install the package that brings {name}:; "
        f"installed are: {', '.join(known) or 'none'}; an address begins with https://",
    )
