"""Tables of names that a person chose: texts by language, and other pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.settings.mistakes import describe_type, has_type
from audiopress.text.language_slips import check_tag

if TYPE_CHECKING:
    from audiopress.settings.mistakes import Mistakes

__all__ = ["read_by_language", "read_pairs"]


def read_by_language(
    owner: dict[str, Any], above: str, name: str, mistakes: Mistakes
) -> tuple[tuple[str, str], ...]:
    """Return a table of texts by language tag, ``name`` below the table ``above``."""
    table, where = owner.get(name, {}), f"{above}.{name}"
    if not isinstance(table, dict):
        mistakes.add(above, name, f"is a table, written as [{where}]")
        return ()
    for tag in table:
        if slip := check_tag(tag):
            mistakes.add(where, tag, slip)
    return read_pairs(table, str, where, mistakes)


def read_pairs(
    table: dict[str, Any], kind: type, where: str, mistakes: Mistakes
) -> tuple[tuple[str, Any], ...]:
    """Return a table of names that a person chose as pairs, sorted, each value of one type."""
    pairs = []
    for name, value in sorted(table.items()):
        if has_type(value, kind):
            pairs.append((name, kind(value)))
        else:
            mistakes.add(where, name, f"is {describe_type(kind)}, not {value!r}")
    return tuple(pairs)
