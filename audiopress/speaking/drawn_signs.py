"""Signs that are drawn with several characters, as the one sign they mean, for all languages.

    stable --> testing      stable → testing
    A <-> B                 A ↔ B
    write to <a@b.org>      write to a@b.org

They come before everything else: "--" is a dash to the rules of a language, and ">" is "greater".
"""

from __future__ import annotations

from audiopress.text.lazy_regex import compile_late

__all__ = ["replace_drawn_signs"]

_BOTH_WAYS = compile_late(r"<[-=]{1,3}>|[⟷⇔⟺⇄⇆⇌⬌]|[⇿↔]\ufe0f?")
"""Matches an arrow with two heads; "<=>" too, which is "if and only if"."""

_TO_THE_RIGHT = compile_late(r"(?<![-=<])[-=]{1,5}>(?![>=])|[➡⟶⟹⇒➔➜➝➞➙⭢🡒]\ufe0f?")
"""Matches an arrow to the right: up to five dashes are drawn, more are a rule."""

_COMPARISONS = {">=": "≥", "<=": "≤", "!=": "≠"}
"""Signs of comparison as they are typed."""

_COMPARISON = compile_late(r"(?<![<>=!-])(?:[<>]=|(?<=[\w) ])!=)(?=\s?[\w(€$£-])")
"""Matches one in front of what is compared."""

_ADDRESS_IN_ANGLES = compile_late(r"<(?P<address>(?:https?://|www\.|[\w.+-]+@)[^\s<>]+)>")
"""Matches an address as mail and Markdown write it."""


def replace_drawn_signs(text: str) -> str:
    """Return ``text`` with "→" and "↔" for drawn arrows, and addresses without angle brackets."""
    if "<" in text or ">" in text or "=" in text or not text.isascii():
        text = _ADDRESS_IN_ANGLES.sub(r"\g<address>", text)
        text = _BOTH_WAYS.sub("↔", text)
        text = _TO_THE_RIGHT.sub("→", text)
        text = _COMPARISON.sub(lambda match: _COMPARISONS[match[0]], text)
    return text
