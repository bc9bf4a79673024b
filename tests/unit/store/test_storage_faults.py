"""What obstore says of faults, told apart: asked again, told at once, and in which words."""

from __future__ import annotations

import pytest

from audiopress.store.storage_access import StorageAccess
from audiopress.store.storage_faults import explain_storage_error, is_connection_fault, is_passing

ACCESS = StorageAccess(
    place="s3://audio/",
    endpoint="https://s3.example.org:9000",
    endpoint_from="AWS_ENDPOINT_URL",
    region="us-east-1",
    again="audiopress deploy --dry-run",
)
RESET = "HttpError { kind: Interrupted, source: Os { code: 104, kind: ConnectionReset,"
REFUSED = 'HttpError { kind: Connect, source: Os { code: 111, kind: ConnectionRefused, message: "'
NO_HOST = 'kind: Connect, source: "dns error", "failed to lookup: Name or service not known"'
NO_NAMES = 'kind: Connect, source: "dns error", "Temporary failure in name resolution"'
EXPIRED = "kind: Connect, error: InvalidCertificate(\n Expired,\n)"
OTHER_HOST = "kind: Connect, error: InvalidCertificate(\n NotValidForNameContext { expected"
UNKNOWN = "kind: Connect, error: InvalidCertificate(\n SomethingNew,\n)"
BUSY = "Server returned non-2xx status code: 503 Service Unavailable: <Code>SlowDown</Code>"
DENIED = "Server returned non-2xx status code: 403 Forbidden: <Code>AccessDenied</Code>"


@pytest.mark.parametrize(
    ("text", "unreached", "passing"),
    [
        (RESET, False, True),
        (REFUSED, True, True),
        (NO_HOST, True, False),
        (NO_NAMES, True, True),
        (EXPIRED, True, False),
        (BUSY, False, True),
        (DENIED, False, False),
    ],
)
def test_what_may_pass_is_told_from_what_stays(
    text: str, *, unreached: bool, passing: bool
) -> None:
    error = RuntimeError(text)
    assert (is_connection_fault(error), is_passing(error)) == (unreached, passing)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RESET, "the storage does not answer"),
        (REFUSED, "s3.example.org:9000 refuses the connection: nothing listens there"),
        (NO_HOST, "there is no host s3.example.org, or no network"),
        (EXPIRED, "the certificate of s3.example.org:9000 is not accepted: it has run out"),
        (
            OTHER_HOST,
            "the certificate of s3.example.org:9000 is not accepted: it is another host's",
        ),
        (UNKNOWN, "the certificate of s3.example.org:9000 is not accepted: it cannot be read"),
        (BUSY, "the storage answers 503 Service Unavailable SlowDown"),
        (DENIED, "the storage refuses (403 Forbidden AccessDenied)"),
    ],
)
def test_each_is_one_sentence(text: str, told: str) -> None:
    assert str(explain_storage_error(RuntimeError(text), ACCESS, "feed.xml")) == told


def test_a_password_in_an_address_is_told_to_nobody() -> None:
    access = StorageAccess(
        place="s3://audio/",
        endpoint="https://me:secret@s3.example.org",
        endpoint_from="AWS_ENDPOINT_URL",
        region="us-east-1",
    )
    error = explain_storage_error(RuntimeError(REFUSED), access, "")
    assert "secret" not in f"{error.message} {error.where} {error.hint}"
    assert "AWS_ENDPOINT_URL says https://s3.example.org; then" in error.hint
