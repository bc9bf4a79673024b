"""Whether words sound alike, however they are spelt: "quay" and "key"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import SpeechError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["sound_alike"]


def sound_alike(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether a British or an American voice says both the same way; only of English is it known.

    A recogniser writes the commoner word of the two, and no sound can tell which was meant.
    """
    if not (one and other and language.lower().startswith("en")):
        return False
    return any(_say(one, british=flag) == _say(other, british=flag) for flag in (False, True))


def _say(words: Sequence[str], *, british: bool) -> str:
    from audiopress.engines.english.phonemizer import (  # noqa: PLC0415 - 100 MB, for a doubt only
        load_phonemizer,
    )

    text = " ".join(words)
    try:
        sentences = load_phonemizer(british=british).phonemize(text)
    except SpeechError:
        return text  # as it is written, which is like itself alone
    return "".join(each.symbol for sentence in sentences for each in sentence)
