"""What an editor's program writes into a record beside ours is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.checking.agreement.planting import MILL, change_record, find_wrong

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.checking.agreement.planting import Plant

RECORD = f"{MILL}/????????/alignment.json"

FAULTS: dict[str, Plant] = {
    "a path": change_record(RECORD, lambda it: it.update(file="/home/ann/mill.md")),
    "a remark": change_record(RECORD, lambda it: it["paragraphs"][3].update(note="ask Jo")),
    "a word": change_record(RECORD, lambda it: it["paragraphs"][3]["words"][0].update(p=0.9)),
    "an editor": change_record(f"{MILL}/episode.json", lambda it: it.update(editor="Ann")),
    "a draft": change_record(f"{MILL}/episode.json", lambda it: it["audio"].update(raw="x.wav")),
    "a frame": change_record(f"{MILL}/oembed.json", lambda it: it.update(cache_age=9)),
    "an address": change_record(
        "by-url/courier.example/ferry/index.json", lambda it: it.update(draft="ferry.md")
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_no_build_writes_is_named(name: str, shown: Path) -> None:
    FAULTS[name](shown)
    assert "foreign to a record" in find_wrong(shown)
