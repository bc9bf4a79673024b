"""docs/player.md and the player say the same parts, events, triggers and attributes."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
DOCS = (ROOT / "docs" / "player.md").read_text("utf-8")
CODE = "\n".join(
    path.read_text("utf-8") for path in sorted((ROOT / "audiopress" / "player").glob("*.js"))
)
TYPES = (ROOT / "audiopress" / "player" / "types.d.ts").read_text("utf-8")

OWN = {"data-carried", "data-frame", "data-auto", "data-place", "data-dragging", "data-going",
       "data-length", "data-src"}  # fmt: skip
"""Attributes of the player's own, and those of the script's tag."""


def section(begin: str, end: str) -> str:
    return DOCS[DOCS.index(begin) : DOCS.index(end, DOCS.index(begin))]


def test_every_part_is_in_the_docs_and_the_other_way_round() -> None:
    written = re.findall(r"\b(?:box|span|button)\('([a-z]+)'", CODE)
    written += " ".join(re.findall(r"part: '([a-z ]+)'", CODE)).split()
    said = re.findall(r"`([a-z]+)`", section("Parts: ", ". At the edge"))
    assert sorted(set(said)) == sorted({*written, "button"})


def test_every_event_is_in_the_docs_and_the_other_way_round() -> None:
    told = set(re.findall(r"tell\((?:ended \? )?'(ap-[a-z]+)'", CODE))
    told |= set(re.findall(r"\? '(ap-[a-z]+)' : '(ap-[a-z]+)'", CODE)[0])
    said = set(re.findall(r"`(ap-[a-z]+)`", section("| event | when", "For Google")))
    assert said == told


def test_every_trigger_is_in_the_docs_and_the_other_way_round() -> None:
    declared = TYPES[TYPES.index("type Trigger") : TYPES.index(";", TYPES.index("type Trigger"))]
    said = section("what set the last thing going:", "\n\n| event")
    assert set(re.findall(r"`([a-z]+)`", said)) == set(re.findall(r"'([a-z]+)'", declared))


def test_every_attribute_is_in_the_docs_and_the_other_way_round() -> None:
    read = {f"data-{name}" for name in re.findall(r"(?:dataset\.|dataset\[')([a-z]+)", CODE)}
    read |= set(re.findall(r"Attribute\('([a-z-]+)'", CODE))
    read |= {f"data-{name}" for name in re.findall(r"toggle\('([a-z]+)'\)", CODE)
             if name in ("follow", "tap", "continue")}  # fmt: skip
    table = section("| attribute | does", "On the script's tag")
    said = set(re.findall(r"^\| `([a-z-]+)`", table, re.MULTILINE))
    seen = {"data-stuck", "data-state"}
    assert all(f"`{name}`" in DOCS for name in seen)
    native = {"aria-controls", "href", "content", "url", "lang"}
    assert said - {"lang"} == read - OWN - seen - native
