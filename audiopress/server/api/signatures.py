"""Who has sent a webhook: signatures over the body as it came, compared in constant time.

Three kinds:

- Ghost: ``X-Ghost-Signature: sha256=HEX, t=MILLISECONDS``, over the body with the digits of ``t``
  behind it;
- WordPress: WP Webhooks and WooCommerce send base64 of the HMAC of the body alone
  (``X-WP-Webhook-Signature``, ``X-WC-Webhook-Signature``), others ``X-Hub-Signature-256:
  sha256=HEX``. Nothing that is signed tells when, so the same body may be sent again by whoever
  saw it: it builds the same article again, which changes no byte;
- Standard Webhooks 1.0: ``webhook-signature: v1,BASE64`` over ``ID.SECONDS.BODY``, of which there
  may be several while a secret is being replaced.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["SignatureError", "verify_ghost", "verify_standard", "verify_wordpress"]

CLOCK = 300.0
"""Seconds that a sender's clock may be wrong, or a delivery late (Standard Webhooks has the same
five minutes)."""

_GHOST = re.compile(r"sha256=([0-9a-fA-F]{64}),\s*t=([0-9]{1,16})")
"""Ghost's header, whole."""

_SECONDS = re.compile(r"[0-9]{1,12}")
"""A timestamp of Standard Webhooks."""

_IDENT = re.compile(r"[!-~]{1,200}")
"""An id of a delivery: visible ASCII."""

_HEX = re.compile(r"(?:sha256=)?([0-9a-fA-F]{64})")
"""A digest in hexadecimal figures, as GitHub writes it and those who learnt of it."""

_WORDPRESS = ("x-wp-webhook-signature", "x-wc-webhook-signature", "x-hub-signature-256")
"""Headers that plug-ins of WordPress sign in."""

_MOST_SIGNATURES = 10
"""Signatures of one delivery that are looked at."""


class SignatureError(Exception):
    """A webhook that is not taken; ``kind`` is why, in a word for figures."""

    def __init__(self, kind: Literal["missing", "wrong", "old"], message: str) -> None:
        """Keep the word beside the sentence."""
        super().__init__(message)
        self.kind = kind


def verify_ghost(
    secrets: Iterable[bytes], headers: Mapping[str, str], body: bytes, now: float
) -> str:
    """Return what tells this delivery from others; raises `SignatureError`."""
    found = _GHOST.fullmatch(headers.get("x-ghost-signature", "").strip())
    if found is None:
        raise SignatureError("missing", "there is no X-Ghost-Signature: sha256=..., t=...")
    _compare([bytes.fromhex(found[1])], secrets, body + found[2].encode())
    _check_clock(int(found[2]) / 1000, now)
    return found[1].lower()


def verify_standard(
    secrets: Iterable[bytes], headers: Mapping[str, str], body: bytes, now: float
) -> str:
    """Return the id of this delivery; raises `SignatureError`."""
    ident, moment = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not _IDENT.fullmatch(ident) or not _SECONDS.fullmatch(moment):
        raise SignatureError("missing", "there is no webhook-id, or no webhook-timestamp")
    listed = headers.get("webhook-signature", "").split(" ")[:_MOST_SIGNATURES]
    given = [each.partition(",")[2] for each in listed if each.startswith("v1,")]
    if not given:
        raise SignatureError("missing", "there is no webhook-signature: v1,...")
    _compare(_decode(given), secrets, b".".join((ident.encode(), moment.encode(), body)))
    _check_clock(float(moment), now)
    return ident


def verify_wordpress(
    secrets: Iterable[bytes],
    headers: Mapping[str, str],
    body: bytes,
    now: float,  # noqa: ARG001 - nothing of it is signed
) -> str:
    """Return the id of this delivery, nothing where it has none; raises `SignatureError`."""
    given = [headers[name].strip() for name in _WORDPRESS if name in headers]
    if not given:
        raise SignatureError("missing", "there is no X-WP-Webhook-Signature, nor another one")
    _compare(_decode(given), secrets, body)
    ident = headers.get("x-wc-webhook-delivery-id", "")
    # With the body, for it alone is signed.
    return f"{ident}:{hashlib.sha256(body).hexdigest()}" if _IDENT.fullmatch(ident) else ""


def _decode(signatures: Iterable[str]) -> Iterator[bytes]:
    for signature in signatures:
        if found := _HEX.fullmatch(signature):
            yield bytes.fromhex(found[1])
        else:
            try:
                yield base64.b64decode(signature, validate=True)
            except (ValueError, binascii.Error):
                continue


def _compare(given: Iterable[bytes], secrets: Iterable[bytes], message: bytes) -> None:
    """Raise `SignatureError` unless one secret made one of the digests; look at all of them."""
    made = [hmac.digest(secret, message, "sha256") for secret in secrets]
    found = [hmac.compare_digest(one, own) for one in given for own in made]
    if not any(found):
        raise SignatureError("wrong", "the signature is not that of this body")


def _check_clock(moment: float, now: float) -> None:
    if abs(now - moment) > CLOCK:
        raise SignatureError("old", f"its time is not within {CLOCK / 60:.0f} minutes of now")
