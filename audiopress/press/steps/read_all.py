"""Many documents to manuscripts: one that cannot be read is refused with its place and its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError, ConfigError, ReadingError
from audiopress.model import Document, Refused
from audiopress.press.steps.missing_packages import describe_missing
from audiopress.press.steps.read import name_listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiopress.press.steps.read import ArticleReader, Manuscript

__all__ = ["read_documents"]


def read_documents(
    reader: ArticleReader, outcomes: Iterable[Document | Refused]
) -> Iterator[Manuscript | Refused]:
    """Yield the manuscript of every document; one that cannot be read is `Refused`.

    Raises `ConfigError` for what concerns them all, such as a damaged lexicon.
    """
    for outcome in outcomes:
        if isinstance(outcome, Refused):
            yield outcome
        else:
            yield _read_document(reader, outcome)


def _read_document(reader: ArticleReader, document: Document) -> Manuscript | Refused:
    try:
        return reader.read(document)
    # Before `AudiopressError`, of which it is one.
    except ConfigError:  # it would come again with every document
        raise
    except AudiopressError as error:
        return Refused(uri=document.uri, error=_add_place(error, document))
    except ImportError as error:
        missing = describe_missing(error, document.uri)
        return Refused(uri=document.uri, error=_add_place(missing, document))
    except Exception as error:  # noqa: BLE001 - a page nobody thought of costs itself only
        hint = "send the page to the people who make audiopress"
        failed = ReadingError(f"reading it failed: {error!r}", where=document.uri, hint=hint)
        return Refused(uri=document.uri, error=_add_place(failed, document))


def _add_place(error: AudiopressError, document: Document) -> AudiopressError:
    """Return the error with the document's address, unless it says a place of its own.

    And with the list that names it, where the place is of the document and none beside it.
    """
    where = error.where or document.uri
    if where.startswith(document.uri):
        where = name_listed(where, document.facts)
    return type(error)(error.message, where=where, hint=error.hint)
