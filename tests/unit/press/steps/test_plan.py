"""The kernel a show names: in the line, in the key, in the reason of a plan."""

from dataclasses import replace

import pytest

from audiopress.errors import VoiceError
from audiopress.model import Cast, Utterance
from audiopress.press.steps.plan import (
    PastUtterance,
    check_kernels,
    explain_passages,
    make_passages,
)

SAID = Utterance(
    role="body", source="A.", spoken="A.", language="en", voice="af_heart", pause=0, paragraph=0
)
OWN, FAST = Cast(body="af_heart"), Cast(body="af_heart", kernels=(("af_heart", "fast"),))


def test_a_kernel_has_keys_of_its_own_and_the_engine_is_told() -> None:
    (own,), (fast,) = make_passages([SAID], OWN), make_passages([SAID], FAST)
    assert own.key != fast.key
    assert dict(own.line.options).get("kernel") is None
    assert dict(fast.line.options)["kernel"] == "fast"


def test_a_kernel_of_another_voice_changes_nothing() -> None:
    other = Cast(body="af_heart", kernels=(("bf_emma", "fast"),))
    assert make_passages([SAID], other) == make_passages([SAID], OWN)


@pytest.mark.parametrize(("before", "after"), [(OWN, FAST), (FAST, OWN)])
def test_a_plan_says_that_the_kernel_changed(before: Cast, after: Cast) -> None:
    (old,) = make_passages([SAID], before)
    past = PastUtterance(source="A.", spoken="A.", voice="af_heart", key=old.key, kernel=old.kernel)
    assert explain_passages(make_passages([SAID], after), [past], set()) == ("kernel changed",)


@pytest.mark.parametrize(
    ("voice", "hint"), [("af_heart", "it has fast"), ("joe", "no other than its own")]
)
def test_a_kernel_there_is_not_is_said_with_what_there_is(voice: str, hint: str) -> None:
    cast = Cast(kernels=((voice, "swift"),))
    with pytest.raises(VoiceError, match='no kernel "swift"') as caught:
        check_kernels(cast)
    assert hint in str(caught.value.hint)
    assert caught.value.where == f"audiopress.toml, [voices.kernel] {voice}"


@pytest.mark.parametrize(
    ("voice", "key"),
    [
        ("af_heart", "9561855ff3209d47d2fe47974364344a02f6c3e26742d09c423f53b85c0409b8"),
        ("bf_emma", "ac347c8deb88b80bf4fb386938699e7d666caed933e56214556905fad47adbda"),
    ],
)
def test_what_kokoro_published_by_espeak_keeps_its_keys(voice: str, key: str) -> None:
    said, cast = replace(SAID, voice=voice), Cast(body=voice)
    (before,) = make_passages([said], cast, earlier=True)
    (today,) = make_passages([said], cast)
    assert before.key == key
    assert dict(before.line.voice.options) == dict(before.line.options)
    assert today.key != key
