"""A certificate and its key: read, and looked at before anything is spoken.

Errors name the setting and the file. Of the key nothing is ever quoted, nor of what the library
says about it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["SigningPair", "read_pair"]

_TRY = "audiopress sign --test-certificate makes a pair for trying"
"""What helps whoever has none, behind each error of a pair."""

_LEAST_BITS = 2048
"""The shortest RSA key that C2PA allows (C2PA 2.2, 13.2)."""

_CURVES = {"secp256r1": ("ES256", 32), "secp384r1": ("ES384", 48), "secp521r1": ("ES512", 66)}
"""By the curve's name: the algorithm, and how many bytes each half of its signature has."""

_HASHES = {"ES256": "SHA256", "ES384": "SHA384", "ES512": "SHA512", "PS256": "SHA256"}
"""By the algorithm: the digest that is signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningPair:
    """A certificate chain in PEM, the algorithm of its key, and the key, which is never shown.

    ``signer`` is whom the certificate names, ``fingerprint`` the sha256 of the signer's own one,
    ``expires`` its last moment.
    """

    chain: str
    algorithm: str
    signer: str
    fingerprint: str
    expires: datetime
    key: Any

    def __repr__(self) -> str:
        """Return what may be shown: no key, whatever prints it."""
        return f"SigningPair({self.algorithm}, {self.fingerprint[:16]})"

    def sign(self, data: bytes) -> bytes:
        """Return the signature of ``data`` as COSE has it (RFC 9053): both halves, no DER."""
        from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - of the extra

        if self.algorithm == "ED25519":
            return bytes(self.key.sign(data))
        digest = getattr(hashes, _HASHES[self.algorithm])()
        if self.algorithm == "PS256":
            return bytes(self.key.sign(data, _make_padding(digest), digest))
        return _sign_by_curve(self.key, data, digest)


def _make_padding(digest: Any) -> Any:
    from cryptography.hazmat.primitives.asymmetric import padding  # noqa: PLC0415 - as above

    return padding.PSS(mgf=padding.MGF1(digest), salt_length=digest.digest_size)


def _sign_by_curve(key: Any, data: bytes, digest: Any) -> bytes:
    from cryptography.hazmat.primitives.asymmetric import ec, utils  # noqa: PLC0415 - as above

    _, size = _CURVES[key.curve.name]
    halves = utils.decode_dss_signature(key.sign(data, ec.ECDSA(digest)))
    return b"".join(half.to_bytes(size, "big") for half in halves)


def read_pair(
    certificate: bytes, key: bytes, *, names: tuple[str, str], now: datetime
) -> SigningPair:
    """Return the pair of two files in PEM, if ``now`` it may sign sound files.

    ``names`` are what errors call them: the setting and its file or variable. Raises `ConfigError`.
    """
    chain = _read_chain(certificate, names[0])
    secret = _read_key(key, names[1])
    algorithm = _choose_algorithm(secret, names[1])
    _check_match(chain, secret, names)
    _check_dates(chain[0], names[0], now)
    _check_use(chain[0], names[0])
    return SigningPair(
        chain=_write_chain(chain),
        algorithm=algorithm,
        signer=chain[0].subject.rfc4514_string(),
        fingerprint=hashlib.sha256(_write_der(chain[0])).hexdigest(),
        expires=chain[0].not_valid_after_utc,
        key=secret,
    )


def _read_chain(body: bytes, name: str) -> list[Any]:
    from cryptography import x509  # noqa: PLC0415 - of the extra

    try:
        return list(x509.load_pem_x509_certificates(body))
    # Without the library's words: somebody may have named the key here.
    except ValueError:
        raise ConfigError("holds no certificate in PEM form", where=name, hint=_TRY) from None


def _read_key(body: bytes, name: str) -> Any:
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - of the extra
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - as above

    try:
        return serialization.load_pem_private_key(body, password=None)
    except TypeError:
        hint = "name a key without one: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW"
        raise ConfigError("is protected by a password", where=name, hint=hint) from None
    except (ValueError, UnsupportedAlgorithm):
        raise ConfigError("holds no private key in PEM form", where=name, hint=_TRY) from None


def _choose_algorithm(key: Any, name: str) -> str:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa  # noqa: PLC0415

    if isinstance(key, ed25519.Ed25519PrivateKey):
        return "ED25519"
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= _LEAST_BITS:
        return "PS256"
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in _CURVES:
        return _CURVES[key.curve.name][0]
    raise ConfigError(
        "is of a kind that C2PA does not allow; it takes ES256, ES384, ES512, Ed25519, and RSA "
        f"from {_LEAST_BITS} bits",
        where=name,
        hint=_TRY,
    )


def _check_match(chain: Sequence[Any], key: Any, names: tuple[str, str]) -> None:
    ours = _write_public(key.public_key())
    if _write_public(chain[0].public_key()) == ours:
        return
    if any(_write_public(each.public_key()) == ours for each in chain):
        raise ConfigError(
            "the signer's own certificate is not the first of the file",
            where=names[0],
            hint="put the certificate of the key first, behind it who issued it",
        )
    raise ConfigError(
        f"is not the key of the certificate ({names[0]})",
        where=names[1],
        hint="name the two that belong together; " + _TRY,
    )


def _check_dates(certificate: Any, name: str, now: datetime) -> None:
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if now < begins:
        hint = "is the clock of this machine right? else name another certificate"
        raise ConfigError(f"is not valid before {begins:%Y-%m-%d}", where=name, hint=hint)
    if now > ends:
        hint = "name a certificate that is valid today; " + _TRY
        raise ConfigError(f"has run out on {ends:%Y-%m-%d}", where=name, hint=hint)


def _check_use(certificate: Any, name: str) -> None:
    """Refuse a certificate that no reader of C2PA takes (C2PA 2.2, 14.5.1.1)."""
    from cryptography import x509  # noqa: PLC0415 - of the extra

    if certificate.subject == certificate.issuer:
        raise ConfigError(
            "is signed by itself, which C2PA refuses: it must be issued by another one",
            where=name,
            hint=_TRY,
        )
    try:
        use = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except x509.ExtensionNotFound:
        use = None
    if use is None or not use.digital_signature:
        raise ConfigError(
            "may not sign files: C2PA wants the key usage digitalSignature and an extended one "
            "such as emailProtection",
            where=name,
            hint=_TRY,
        )


def _write_public(key: Any) -> bytes:
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - of the extra
        Encoding,
        PublicFormat,
    )

    return bytes(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


def _write_der(certificate: Any) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - as above

    return bytes(certificate.public_bytes(Encoding.DER))


def _write_chain(chain: Sequence[Any]) -> str:
    """Return the certificates alone: nothing else that the file holds goes on from here."""
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - as above

    return "".join(each.public_bytes(Encoding.PEM).decode("ascii") for each in chain)
