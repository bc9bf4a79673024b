"""Certificates by which scheduler, workers and builders know each other: to try a cluster with.

All are of one issuer whose key is forgotten at once, so that nobody else ever gets one. Who has one
of them may have any machine of the cluster run what they like.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

__all__ = ["ROLES", "make_certificates"]

ROLES: Final = ("scheduler", "worker", "client")
"""Who needs one, as Dask calls them; the client is whoever builds."""

_DAYS = 365
"""How long they hold: long enough to try, and short enough that nobody forgets what they are."""

_SLACK = timedelta(hours=1)
"""How long before now they begin: clocks of two machines differ."""


def make_certificates(now: datetime) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield name, certificate and key in PEM: of the issuer (``ca``, with no key) and each role."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - of the extra
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above

    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    issuer = ec.generate_private_key(ec.SECP256R1())
    root = _sign("issuer", issuer.public_key(), issuer, now, issues=True)
    yield "ca", root.public_bytes(pem), b""
    for role in ROLES:
        key = ec.generate_private_key(ec.SECP256R1())
        own = _sign(role, key.public_key(), issuer, now, issues=False)
        yield (
            role,
            own.public_bytes(pem),
            key.private_bytes(pem, form, serialization.NoEncryption()),
        )


def _sign(name: str, public: Any, issuer: Any, now: datetime, *, issues: bool) -> Any:
    """Return a certificate of ``public``, which may issue others, or speak for itself."""
    from cryptography import x509  # noqa: PLC0415 - of the extra
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - as above

    limits = x509.BasicConstraints(ca=issues, path_length=0 if issues else None)
    aki = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name("issuer"))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SLACK)
        .not_valid_after(now + timedelta(days=_DAYS))
        .add_extension(limits, critical=True)
        .add_extension(_use(issues=issues), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(aki, critical=False)
        .sign(issuer, hashes.SHA256())
    )


def _use(*, issues: bool) -> Any:
    from cryptography import x509  # noqa: PLC0415 - of the extra

    return x509.KeyUsage(
        digital_signature=not issues,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issues,
        crl_sign=issues,
        encipher_only=False,
        decipher_only=False,
    )


def _name(name: str) -> Any:
    from cryptography import x509  # noqa: PLC0415 - of the extra
    from cryptography.x509.oid import NameOID  # noqa: PLC0415 - as above

    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"audiopress cluster, {name}")])
