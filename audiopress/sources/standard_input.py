"""What comes by standard input (``-``): an article, or a list of articles."""

from __future__ import annotations

import re
import sys

from audiopress.errors import SourceError
from audiopress.model import Document, Refused
from audiopress.sources.documents.kinds import (
    DOCUMENT_LIMIT,
    LARGE,
    PACKED,
    find_packed_type,
    looks_like_mail,
)
from audiopress.sources.files import LIMIT
from audiopress.sources.lists.kinds import find_collection, unpack_gzip
from audiopress.sources.sniff import name_binary_format

__all__ = ["NAME", "read_standard_source"]

NAME = "standard-input"
"""What an article is called that has no other name; another text under it is another article."""

_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?<(?:!doctype|html|head|body|article|main|\?xml|!--)", re.IGNORECASE
)
"""How a page begins; what begins otherwise is Markdown, of which plain text is a kind."""


def read_standard_source() -> Document | Refused:
    """Return what standard input holds, to its end; a list has the media type of its kind."""
    try:
        body = unpack_gzip(sys.stdin.buffer.read(DOCUMENT_LIMIT + 1), LIMIT, "standard input")
        document = find_packed_type(body) or looks_like_mail(body)
        _check(body, document)
    except SourceError as error:
        return Refused(uri=NAME, error=error)
    kind = (
        document or find_collection(body) or ("text/html" if _PAGE.match(body) else "text/markdown")
    )
    return Document(uri=NAME, media_type=kind, body=body, outside=True)


def _check(body: bytes, document: str) -> None:
    hint = "audiopress build - < FILE"
    most = DOCUMENT_LIMIT if document in LARGE else LIMIT
    if len(body) > most:
        why = f"there are more than {most // 1_000_000} MB"
        raise SourceError(why, where="standard input", hint=hint)
    if not body.strip():
        raise SourceError("nothing came", where="standard input", hint=hint)
    if document not in PACKED and (binary := name_binary_format(body)):
        packed = body.startswith(b"PK")
        name = "name its file, out of which lists are taken: audiopress build FILE.zip"
        raise SourceError(
            f"this is {binary}", where="standard input", hint=name if packed else hint
        )
