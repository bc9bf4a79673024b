"""Certificates and keys that may not sign: named before anything is spoken, and never quoted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, padding, rsa, utils

from audiopress.errors import ConfigError
from audiopress.signing.pair import read_pair
from audiopress.signing.trial_pair import make_trial_pair

NOW = datetime(2026, 11, 27, tzinfo=UTC)
NAMES = ("[sign] certificate: c.pem", "[sign] key: k.pem")
PEM = serialization.Encoding.PEM


def write_key(key, password=None):
    form = serialization.PrivateFormat.PKCS8
    locked = serialization.BestAvailableEncryption(password) if password else None
    return key.private_bytes(PEM, form, locked or serialization.NoEncryption())


def issue(  # noqa: PLR0913 - what a certificate may lack
    key, *, subject="us", issuer="them", begins=NOW, days=30, sign=True, extended=True
):
    """Return a certificate of ``key`` in PEM, issued by one of a name and a key of its own."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(name(issuer))
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=days))
    )
    if sign is not None:
        use = x509.KeyUsage(sign, False, not sign, False, False, False, False, False, False)
        builder = builder.add_extension(use, critical=True)
    if extended:
        uses = x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(uses, critical=False)
    other = ec.generate_private_key(ec.SECP256R1())
    return builder.sign(other, hashes.SHA256()).public_bytes(PEM)


def name(text):
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])


def refuse(certificate, key, now=NOW):
    with pytest.raises(ConfigError) as caught:
        read_pair(certificate, key, names=NAMES, now=now)
    error = caught.value
    assert error.hint
    lines = [line for line in key.decode("latin-1").splitlines() if len(line) > 20]
    assert not any(line in f"{error.message}{error.hint}" for line in lines)
    assert error.__cause__ is None
    return error.where, error.message


def test_a_pair_for_trying_may_sign_from_now_on():
    certificate, key = make_trial_pair(NOW)
    pair = read_pair(certificate, key, names=NAMES, now=NOW)
    assert pair.algorithm == "ES256"
    assert "for trying only" in pair.signer
    assert str(pair.key) not in repr(pair)
    assert pair.chain.count("BEGIN CERTIFICATE") == 2


EXPECTED = {
    "ES256": ec.SECP256R1(),
    "ES384": ec.SECP384R1(),
    "ES512": ec.SECP521R1(),
}


@pytest.mark.parametrize("algorithm", [*EXPECTED, "ED25519", "PS256"])
def test_each_kind_of_key_signs_as_cose_has_it(algorithm):
    if algorithm in EXPECTED:
        key = ec.generate_private_key(EXPECTED[algorithm])
    elif algorithm == "PS256":
        key = rsa.generate_private_key(65537, 2048)
    else:
        key = ed25519.Ed25519PrivateKey.generate()
    pair = read_pair(issue(key), write_key(key), names=NAMES, now=NOW)
    assert pair.algorithm == algorithm
    verify(algorithm, key.public_key(), pair.sign(b"story"))


def verify(algorithm, public, signature):
    if algorithm == "ED25519":
        public.verify(signature, b"story")
    elif algorithm == "PS256":
        digest = hashes.SHA256()
        scheme = padding.PSS(padding.MGF1(digest), salt_length=32)
        public.verify(signature, b"story", scheme, digest)
    else:
        half = len(signature) // 2
        parts = (int.from_bytes(each, "big") for each in (signature[:half], signature[half:]))
        digest = {"ES256": hashes.SHA256, "ES384": hashes.SHA384, "ES512": hashes.SHA512}
        scheme = ec.ECDSA(digest[algorithm]())
        public.verify(utils.encode_dss_signature(*parts), b"story", scheme)


def test_another_ones_key_is_named():
    certificate, _ = make_trial_pair(NOW)
    _, key = make_trial_pair(NOW)
    where, message = refuse(certificate, key)
    assert where == NAMES[1]
    assert message == "is not the key of the certificate ([sign] certificate: c.pem)"


def test_a_chain_in_the_wrong_order_is_named():
    certificate, key = make_trial_pair(NOW)
    mark = b"-----BEGIN CERTIFICATE-----"
    _, own, issuer = certificate.split(mark)
    where, message = refuse(mark + issuer + mark + own, key)
    assert where == NAMES[0]
    assert "not the first" in message


@pytest.mark.parametrize(
    ("days", "told"), [(366, "has run out on 2027-11-27"), (-1, "is not valid before 2026-11-26")]
)
def test_dates_are_looked_at(days, told):
    where, message = refuse(*make_trial_pair(NOW), now=NOW + timedelta(days=days))
    assert (where, message) == (NAMES[0], told)


@pytest.mark.parametrize(
    "body",
    [b"", b"no certificate", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"],
)
def test_what_is_no_certificate_is_named(body):
    where, message = refuse(body, make_trial_pair(NOW)[1])
    assert (where, message) == (NAMES[0], "holds no certificate in PEM form")


def test_a_key_in_the_certificates_place_is_not_quoted():
    _, key = make_trial_pair(NOW)
    where, message = refuse(key, key)
    assert (where, message) == (NAMES[0], "holds no certificate in PEM form")


@pytest.mark.parametrize(
    "body", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nQUFBQQ==\n-----END PRIVATE KEY-----"]
)
def test_what_is_no_key_is_named(body):
    where, message = refuse(make_trial_pair(NOW)[0], body)
    assert (where, message) == (NAMES[1], "holds no private key in PEM form")


def test_a_key_with_a_password_is_named():
    key = ec.generate_private_key(ec.SECP256R1())
    where, message = refuse(issue(key), write_key(key, b"word"))
    assert (where, message) == (NAMES[1], "is protected by a password")


@pytest.mark.parametrize(
    "key",
    [
        rsa.generate_private_key(65537, 1024),  # noqa: S505 - it is to be refused
        ec.generate_private_key(ec.SECP256K1()),
        dsa.generate_private_key(2048),
    ],
    ids=["rsa-1024", "secp256k1", "dsa"],
)
def test_kinds_that_c2pa_does_not_allow_are_named(key):
    where, message = refuse(issue(key), write_key(key))
    assert where == NAMES[1]
    assert "of a kind that C2PA does not allow" in message


def test_one_that_issued_itself_is_named():
    key = ec.generate_private_key(ec.SECP256R1())
    where, message = refuse(issue(key, issuer="us"), write_key(key))
    assert where == NAMES[0]
    assert "signed by itself" in message


@pytest.mark.parametrize("use", [{"sign": None}, {"sign": False}, {"extended": False}])
def test_one_for_another_use_is_named(use):
    key = ec.generate_private_key(ec.SECP256R1())
    where, message = refuse(issue(key, **use), write_key(key))
    assert where == NAMES[0]
    assert "may not sign files" in message
