"""The podcast's own identity in the open podcast index."""

from __future__ import annotations

from urllib.parse import urlsplit
from uuid import UUID, uuid5

__all__ = ["make_podcast_guid"]

# https://podcasting2.org/docs/podcast-namespace/tags/guid
_NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def make_podcast_guid(address: str) -> str:
    """Return the ``podcast:guid`` of the feed at ``address``.

    UUIDv5 of the address without scheme and trailing slashes. It is computed once, when the
    show first gets a public address, and from then on comes from the ledger.
    """
    # As written: the index computes it from the letters, so nothing may be made lower case here.
    scheme = urlsplit(address).scheme
    bare = address[len(scheme) + 3 :] if scheme and "://" in address else address
    return str(uuid5(_NAMESPACE, bare.rstrip("/")))
