"""Why an object storage does not do what it is asked: each cause in plain words.

What obstore says of an error is a page of Rust, in which stands what the network, TLS or the server
said. Here it becomes one sentence, the setting or variable to look at, and what to type next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from audiopress.errors import StoreError

if TYPE_CHECKING:
    from audiopress.store.storage_access import StorageAccess

__all__ = [
    "BUSY",
    "STATUS",
    "explain_storage_error",
    "is_connection_fault",
    "is_passing",
]

BUSY: Final = (
    "run the same command again: it goes on where it was, and what was published stays valid"
)
"""What to do when storage does not answer."""

STATUS: Final = re.compile(r"status code: (\d{3} ?[A-Za-z ]*)")
"""What obstore says of an answer that is an error: ``status code: 403 Forbidden``."""

_CODE: Final = re.compile(r"<Code>(\w{1,60})</Code>")
"""The name of an error in S3's answer."""

_REGION: Final = re.compile(r"<Region>([a-z0-9-]{2,40})</Region>|expecting '([a-z0-9-]{2,40})'")
"""The region that a bucket is in, as S3 says it to who asks in another one."""

_PAGE: Final = re.compile(r"status code: \d{3}[^<]{0,60}<(?:!doctype html|html)", re.IGNORECASE)
"""An answer that is a page of a web site and none of a storage."""

_CERTIFICATE: Final = re.compile(r"InvalidCertificate\((?P<why>[^;]{0,200})")
"""Where TLS says what is wrong with a certificate."""

_WHY_CERTIFICATE: Final = {
    "NotYetValid": "it is not valid yet",
    "NotValidYet": "it is not valid yet",
    "Expired": "it has run out",
    "NotValidForName": "it is another host's",
    "UnknownIssuer": "nobody has signed it whom this machine trusts",
    "CaUsedAsEndEntity": "nobody has signed it whom this machine trusts",
}
"""What rustls calls it, and what that means."""

_CONNECTIONS: Final = (
    (
        re.compile("InvalidMessage|InvalidContentType"),
        "{host} speaks no TLS there, and the address begins with https://",
    ),
    (re.compile("dns error"), "there is no host {name}, or no network"),
    (re.compile("Connection ?[Rr]efused"), "{host} refuses the connection: nothing listens there"),
    (
        re.compile("(?:Network|Host)Unreachable|No route to host|Network is unreachable"),
        "{host} cannot be reached from this machine",
    ),
    (re.compile("kind: Timeout|TimedOut"), "the storage does not answer: {host} is silent"),
)
"""What network and TLS say where no connection came to be, and what that means."""

_UNCONNECTED: Final = re.compile(r"kind: Connect\b|error trying to connect")
"""What obstore says where nobody could be reached; a connection that broke is ConnectionReset."""

_NO_HOST: Final = re.compile("not known|No such host|nodename nor servname|No address associated")
"""What systems say of a name that nobody has, and not of a name server that is away."""

_ENDPOINT, _AREA, _KEY, _SECRET, _TOKEN, _CLOCK, _BUCKET, _RIGHT = (
    "endpoint", "region", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
    "clock", "bucket", "right",
)  # fmt: skip
"""What an error asks to look at (`StorageAccess.name`)."""

_CODES: Final = {
    "InvalidAccessKeyId": ("does not know this key", _KEY),
    "SignatureDoesNotMatch": ("finds that the secret is not that of this key", _SECRET),
    "InvalidToken": ("does not take this session's token", _TOKEN),
    "ExpiredToken": ("says that this session has ended", _TOKEN),
    "TokenRefreshRequired": ("says that this session has ended", _TOKEN),
    "RequestTimeTooSkewed": ("says that this machine's clock is wrong", _CLOCK),
    "RequestExpired": ("says that this machine's clock is wrong", _CLOCK),
    "AuthorizationHeaderMalformed": ("has the bucket in another region", _AREA),
    "PermanentRedirect": ("has the bucket in another region", _AREA),
    "TemporaryRedirect": ("has the bucket in another region", _AREA),
    "IllegalLocationConstraintException": ("has the bucket in another region", _AREA),
    "IncorrectEndpoint": ("has the bucket in another region", _AREA),
}
"""What S3 and its like call it, what that means, and what is to be looked at."""


def explain_storage_error(error: Exception, access: StorageAccess, name: str) -> StoreError:
    """Return what was said of an object ``name`` in a sentence, with what to look at."""
    text = str(error)
    status, code = STATUS.search(text), _CODE.search(text)
    said = " ".join(part for part in (status and status[1].strip(), code and code[1]) if part)
    where = f"{access.place}{name}" if name else access.place
    connection = "" if status else _find_connection_fault(text, access)
    if connection:
        hint = f"{access.name_endpoint()}; then {access.again}"
        return StoreError(connection, where=where, hint=hint)
    if _PAGE.search(text):
        what = f"{access.host} answers with a web page: it is no object storage"
        return StoreError(what, where=where, hint=f"{access.name_endpoint()}; then {access.again}")
    known = _find_code(text, code[1] if code else "")
    if known:
        what = f"the storage {known[0]}{f' ({said})' if said else ''}"
        return StoreError(what, where=where, hint=_advise(known[1], text, access))
    return _explain_answer(text, said, where, access)


def _explain_answer(text: str, said: str, where: str, access: StorageAccess) -> StoreError:
    """Return what is known of an answer that says little."""
    if "NoSuchBucket" in text or said.startswith("404"):
        what = "there is no such bucket"
        return StoreError(what, where=access.place, hint=_advise(_BUCKET, text, access))
    if said.startswith(("401", "403")) or text.startswith("The operation lacked"):
        what = f"the storage refuses ({said or 'no right'})"
        return StoreError(what, where=where, hint=_advise(_RIGHT, text, access))
    what = f"the storage answers {said}" if said else "the storage does not answer"
    return StoreError(what, where=where, hint=BUSY)


def _find_code(text: str, code: str) -> tuple[str, str] | None:
    if "redirect without LOCATION" in text:
        return _CODES["PermanentRedirect"]
    return _CODES.get(code)


def _advise(thing: str, text: str, access: StorageAccess) -> str:
    """Return what to look at, and what to type then."""
    found = _REGION.search(text)
    right = (found[1] or found[2]) if found else ""
    looks = {
        _KEY: f"export {_KEY}=..., one of {access.host}",
        _SECRET: f"export {_SECRET}=..., that of {_KEY}, whole and without blanks",
        _TOKEN: f"export {_TOKEN}=... anew with its key, or unset it where the key needs none",
        _CLOCK: "set this machine's clock (date -u shows it)",
        _AREA: access.name_region(right),
        _BUCKET: f"look at its name in the target; {access.name_endpoint()}, and "
        f"{access.name_region(right)}; or make it",
        _RIGHT: f"look at {_KEY} and what it may do: docs/deploy.md#keys",
    }
    return f"{looks[thing]}; then {access.again}"


def _find_connection_fault(text: str, access: StorageAccess) -> str:
    """Return in words why no connection came to be, or nothing."""
    certificate = _CERTIFICATE.search(text)
    if certificate:
        known = (told for name, told in _WHY_CERTIFICATE.items() if name in certificate["why"])
        why = next(known, "it cannot be read")
        return f"the certificate of {access.host} is not accepted: {why}"
    told = next((told for pattern, told in _CONNECTIONS if pattern.search(text)), "")
    return told.format(host=access.host, name=urlsplit(f"//{access.host}").hostname)


def is_connection_fault(error: Exception) -> bool:
    """Whether no connection came to be, of which obstore has made sure by itself."""
    return _UNCONNECTED.search(str(error)) is not None


def is_passing(error: Exception) -> bool:
    """Whether it may be over in some seconds: a server that begins, a network that was away."""
    text = str(error)
    status = STATUS.search(text)
    if status:
        return status[1].startswith(("5", "429", "408"))
    lasting = _NO_HOST.search(text) or _CERTIFICATE.search(text) or "InvalidMessage(" in text
    return not lasting and "redirect without LOCATION" not in text
