"""What is wrong with a server's certificate, or its TLS, in words for who asked for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import SourceError

if TYPE_CHECKING:
    import ssl

    from audiopress.net.public_address import Target

__all__ = ["make_certificate_error", "make_tls_error"]

_SERVER = "its owner has to mend that; if a browser opens the page, save it as .html and build that"
"""What can be done about a server that is wrong."""

_CLOCK = f"see that this machine's clock is right; else {_SERVER}"
"""And about one that may be right, by the time it is."""

_NAME = "check the address, also with www. before it or without; else its owner has to mend that"
"""And about one that is another than was asked for."""

_UNKNOWN = (
    "on a bare system install its package ca-certificates; of a server of your own, its authority "
    "has to be among the system's (SSL_CERT_FILE names a file with it)"
)
"""And about one that nobody here vouches for."""

_FAULTS = {
    9: ("is not valid yet", _CLOCK),
    10: ("has run out", _CLOCK),
    18: ("is signed by nobody but itself", _UNKNOWN),
    19: ("comes from an authority that this system does not know", _UNKNOWN),
    20: (
        "comes from an authority that this system does not know, or without what leads to one",
        _UNKNOWN,
    ),
    21: (
        "comes from an authority that this system does not know, or without what leads to one",
        _UNKNOWN,
    ),
    23: ("was taken back by who gave it", _SERVER),
    62: ("is for another host", _NAME),
    64: ("is for another address", _NAME),
}
"""What is wrong by OpenSSL's number of it (X509_V_ERR_..., x509_vfy.h), and what to do."""

_TLS = {
    "WRONG_VERSION_NUMBER": "it does not speak https at this address",
    "HTTP_REQUEST": "it does not speak https at this address",
    "UNSUPPORTED_PROTOCOL": "it speaks a version of TLS only that is not safe any more",
    "TLSV1_ALERT_PROTOCOL_VERSION": "it speaks a version of TLS only that is not safe any more",
    "SSLV3_ALERT_HANDSHAKE_FAILURE": "it has no cipher in common with this system",
    "DH_KEY_TOO_SMALL": "its key is too short to be safe",
    "EE_KEY_TOO_SMALL": "its key is too short to be safe",
}
"""Why no secure connection comes about, by OpenSSL's names (sslerr.h)."""


def make_certificate_error(where: Target, error: ssl.SSLCertVerificationError) -> SourceError:
    """Return the error of a server whose certificate is wrong."""
    wrong, hint = _FAULTS.get(
        error.verify_code, (f"cannot be believed: {error.verify_message}", _SERVER)
    )
    return SourceError(
        f"the certificate of {where.host} is not trusted: it {wrong}", where=where.url, hint=hint
    )


def make_tls_error(where: Target, error: ssl.SSLError) -> SourceError:
    """Return the error of a server with which no secure connection could be made."""
    reason = error.reason or ""
    why = _TLS.get(reason, reason.replace("_", " ").lower() or "the server broke it off")
    return SourceError(
        f"no secure connection to {where.host} could be made: {why}",
        where=where.url,
        hint="open the address in a browser, with http:// too; save the page as .html and build "
        "that",
    )
