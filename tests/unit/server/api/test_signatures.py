"""Signatures of webhooks: those of the senders themselves, and what is none."""

from __future__ import annotations

import base64
import hashlib
import hmac

import pytest

from audiopress.server.api.signatures import (
    SignatureError,
    verify_ghost,
    verify_standard,
    verify_wordpress,
)

NOW = 1_795_837_000.0
BODY = b'{"post": {"current": {"url": "https://news.example/caf\\u00e9/"}}}'
KEY, OLD = b"the-secret-of-today", b"the-secret-of-before"


def hexed(message, key=KEY):
    return hmac.new(key, message, hashlib.sha256).hexdigest()


def packed(message, key=KEY):
    return base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()


def ghost(body=BODY, moment=NOW, key=KEY):
    t = str(int(moment * 1000))
    return {"x-ghost-signature": f"sha256={hexed(body + t.encode(), key)}, t={t}"}


def standard(body=BODY, moment=NOW, key=KEY, ident="msg_1", more=""):
    t = str(int(moment))
    signed = packed(f"{ident}.{t}.".encode() + body, key)
    return {
        "webhook-id": ident,
        "webhook-timestamp": t,
        "webhook-signature": f"{more}v1,{signed}",
    }


def wordpress(body=BODY, moment=NOW, key=KEY):
    return {"x-wp-webhook-signature": packed(body, key)}


KINDS = {
    "ghost": (verify_ghost, ghost),
    "standard": (verify_standard, standard),
    "wordpress": (verify_wordpress, wordpress),
}


def test_the_example_of_standard_webhooks_itself():
    secret = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    body = b'{"test": 2432232314}'
    assert verify_standard([secret], headers, body, 1614265330) == headers["webhook-id"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_true_signature_is_taken_also_with_a_secret_that_is_being_replaced(kind):
    verify, sign = KINDS[kind]
    for key in (KEY, OLD):
        verify([KEY, OLD], sign(key=key), BODY, NOW)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", [b"", BODY[:-1], BODY + b"\n", BODY.replace(b"00e9", b"00E9")])
def test_other_bytes_are_not_taken(kind, body):
    verify, sign = KINDS[kind]
    with pytest.raises(SignatureError, match="not that of this body") as caught:
        verify([KEY], sign(), body, NOW)
    assert caught.value.kind == "wrong"


@pytest.mark.parametrize("kind", KINDS)
def test_another_secret_is_not_taken_nor_is_none(kind):
    verify, sign = KINDS[kind]
    for secrets in ([OLD], []):
        with pytest.raises(SignatureError):
            verify(secrets, sign(), BODY, NOW)
    with pytest.raises(SignatureError) as caught:
        verify([KEY], {}, BODY, NOW)
    assert caught.value.kind == "missing"


@pytest.mark.parametrize("kind", ["ghost", "standard"])
@pytest.mark.parametrize(("late", "kept"), [(-301, False), (-299, True), (299, True), (301, False)])
def test_five_minutes_of_clock(kind, late, kept):
    verify, sign = KINDS[kind]
    if kept:
        verify([KEY], sign(moment=NOW - late), BODY, NOW)
        return
    with pytest.raises(SignatureError) as caught:
        verify([KEY], sign(moment=NOW - late), BODY, NOW)
    assert caught.value.kind == "old"


def test_a_time_that_was_not_signed_is_not_believed():
    header = ghost(moment=NOW - 3600)["x-ghost-signature"]
    fresh = header.partition(", t=")[0] + f", t={int(NOW * 1000)}"
    with pytest.raises(SignatureError):
        verify_ghost([KEY], {"x-ghost-signature": fresh}, BODY, NOW)
    later = {**standard(moment=NOW - 3600), "webhook-timestamp": str(int(NOW))}
    with pytest.raises(SignatureError):
        verify_standard([KEY], later, BODY, NOW)


def test_one_of_several_signatures_is_enough():
    other = "v1a,AAAA v1,not-base64! v1,AAAA "
    assert verify_standard([KEY], standard(more=other), BODY, NOW) == "msg_1"


def test_a_delivery_is_told_from_others_by_what_is_signed():
    first, second = (verify_ghost([KEY], ghost(moment=NOW + n), BODY, NOW) for n in (0, 1))
    assert first != second
    assert verify_standard([KEY], standard(ident="a"), BODY, NOW) == "a"
    with pytest.raises(SignatureError):
        verify_standard([KEY], {**standard(ident="a"), "webhook-id": "b"}, BODY, NOW)


def test_plug_ins_of_wordpress_sign_in_three_ways():
    for headers in (
        wordpress(),
        {"x-wc-webhook-signature": packed(BODY), "x-wc-webhook-delivery-id": "d1"},
        {"x-hub-signature-256": f"sha256={hexed(BODY)}"},
        {"x-wp-webhook-signature": hexed(BODY).upper()},
    ):
        found = verify_wordpress([KEY], headers, BODY, NOW)
        assert found.startswith("d1:") == ("x-wc-webhook-delivery-id" in headers)


@pytest.mark.parametrize(
    "headers",
    [
        {"x-ghost-signature": "sha256=, t="},
        {"x-ghost-signature": "t=1, sha256=" + "0" * 64},
        {"x-ghost-signature": "sha256=" + "0" * 64},
        {"x-ghost-signature": "sha256=" + "0" * 64 + ", t=" + "9" * 5000},
        {"webhook-id": "a\nb", "webhook-timestamp": "1", "webhook-signature": "v1,AAAA"},
        {"webhook-id": "a", "webhook-timestamp": "1e9", "webhook-signature": "v1,AAAA"},
        {"webhook-id": "a", "webhook-timestamp": "1", "webhook-signature": "v1a,AAAA"},
        {"webhook-id": "a", "webhook-timestamp": "1", "webhook-signature": "v1,\u00e9 v1,="},
        {"x-wp-webhook-signature": "\u00e9"},
        {"x-hub-signature-256": "sha1=" + "0" * 40},
    ],
)
def test_nonsense_is_no_signature(headers):
    for verify, _ in KINDS.values():
        with pytest.raises(SignatureError):
            verify([KEY], headers, BODY, NOW)
