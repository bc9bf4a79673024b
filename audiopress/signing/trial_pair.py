"""A certificate and key of one's own making: what signing needs, and nobody trusts.

A certificate that signs itself is refused by every reader of C2PA, so there are two: an issuer's,
whose key is forgotten at once, and the signer's, which it issued.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["make_trial_pair"]

_DAYS = 365
"""How long it may sign: long enough to try, and short enough that nobody forgets what it is."""

_SLACK = timedelta(hours=1)
"""How long before now it begins: clocks of two machines differ."""

_NAME = "audiopress, for trying only"
"""What it says of itself, wherever a signature is shown."""


def make_trial_pair(now: datetime) -> tuple[bytes, bytes]:
    """Return a chain of certificates and the signer's key in PEM, by ES256."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - of the extra
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above

    issuer, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = _begin(issuer.public_key(), "test issuer", now, issuer=issuer)
    own = _begin(key.public_key(), "test signer", now, issuer=issuer)
    signed = [_sign_root(root, issuer), _sign_own(own, issuer)]
    pem = serialization.Encoding.PEM
    chain = b"".join(each.public_bytes(pem) for each in reversed(signed))
    form = serialization.PrivateFormat.PKCS8
    return chain, key.private_bytes(pem, form, serialization.NoEncryption())


def _begin(public: Any, name: str, now: datetime, *, issuer: Any) -> Any:
    """Return a certificate of ``public`` that lacks what it may be used for, and its signature."""
    from cryptography import x509  # noqa: PLC0415 - of the extra

    aki = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name("test issuer"))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SLACK)
        .not_valid_after(now + timedelta(days=_DAYS))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(aki, critical=False)
    )


def _sign_root(builder: Any, issuer: Any) -> Any:
    from cryptography import x509  # noqa: PLC0415 - of the extra
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - as above

    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    return builder.add_extension(_use(issues=True), critical=True).sign(issuer, hashes.SHA256())


def _sign_own(builder: Any, issuer: Any) -> Any:
    from cryptography import x509  # noqa: PLC0415 - of the extra
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - as above
    from cryptography.x509.oid import ExtendedKeyUsageOID  # noqa: PLC0415 - as above

    # The use by which C2PA knows a signer of files (C2PA 2.2, 14.5.1.1).
    extended = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
    builder = builder.add_extension(
        x509.BasicConstraints(ca=False, path_length=None), critical=True
    )
    builder = builder.add_extension(_use(issues=False), critical=True)
    return builder.add_extension(extended, critical=True).sign(issuer, hashes.SHA256())


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

    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _NAME),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
