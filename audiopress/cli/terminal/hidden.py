"""What a run does not print: keys of addresses and of storage, the folder of a private show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.text.secret_parts import blank_tokens, find_secret_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["forget_hidden", "hide", "hide_keys", "hide_tokens", "mask", "mask_json"]

_drawn: list[str] = []
"""What is nowhere printed, such as the folder of a private show: logs are often public."""

_tokens: list[str] = []
"""What no message quotes, such as a key of storage: by chance it may be a word of a file's name."""

_MASK = "***"
"""What is printed in its place, as hosts of continuous integration do."""

_MESSAGES = frozenset({"message", "where", "hint", "notes", "problem"})
"""Fields of JSON that tell a person something, and may quote what another program said."""


def forget_hidden() -> None:
    """Begin a run: a process may have several."""
    _drawn.clear()
    _tokens.clear()


def hide(secret: str) -> None:
    """Let nothing that is printed from now on hold ``secret``, which was drawn and is in it all."""
    if secret and secret not in _drawn:
        _drawn.append(secret)
        # Else of one that begins as another does the rest would be left.
        _drawn.sort(key=len, reverse=True)


def hide_keys(addresses: Iterable[str]) -> None:
    """Let nothing that is printed from now on hold what opens one of these ``addresses``."""
    for address in addresses:
        for each in find_secret_parts(address):
            hide(each)


def hide_tokens(secrets: Iterable[str]) -> None:
    """Let no message from now on quote these; what a program reads besides stays as it is."""
    _tokens.extend(secrets)


def mask(text: str) -> str:
    """Return words for a person without all that is hidden."""
    return blank_tokens(_mask_drawn(text), _tokens)


def mask_json(value: Any, name: str = "") -> Any:
    """Return a value that becomes JSON without what is hidden: only its texts may change.

    What is drawn goes from every text, tokens go from messages alone: a name of a file that is
    another one than on the disk is worth nothing to a program.
    """
    if isinstance(value, str):
        return mask(value) if name in _MESSAGES else _mask_drawn(value)
    if isinstance(value, dict):
        return {key: mask_json(each, str(key)) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [mask_json(each, name) for each in value]
    return value


def _mask_drawn(text: str) -> str:
    for secret in _drawn:
        text = text.replace(secret, _MASK)
    return text
