"""What comes in, before it is kept: a name, an ending and a body, whatever way it came."""

from __future__ import annotations

from dataclasses import dataclass

from audiopress.model import Document
from audiopress.sources.documents.kinds import find_document_type
from audiopress.sources.files import MEDIA_TYPES

__all__ = ["IncomingFile", "make_document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """What the file is called, without and with its ``ending``, and what is in it."""

    name: str
    ending: str
    body: bytes


def make_document(incoming: IncomingFile, uri: str) -> Document:
    """Return it as a build would have it, were it kept under ``uri``."""
    kind = "" if incoming.ending in MEDIA_TYPES else find_document_type(incoming.body, uri)
    # What is no kind of document is read as a text, which says what is wrong with it.
    media_type = kind or MEDIA_TYPES.get(incoming.ending, "text/plain")
    return Document(uri=uri, media_type=media_type, body=incoming.body)
