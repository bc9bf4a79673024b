"""What was published with 0.1.0 goes on: its ledger is read, and its guids stay."""

import json
from pathlib import Path

RECORD = Path(__file__).parent / "data" / "ledger_0_1_0.json"
"""Written by 0.1.0, which took straße.example for strasse.example (IDNA 2003)."""

ARTICLE = """---
title: The harbour
canonical: https://straße.example/harbour
date: 2026-11-01
---

The ferry was late on Monday, and nobody on the quay was surprised by it.

It will sail again on Tuesday, the harbour master said, if the wind goes down.
"""


def test_an_article_of_a_host_that_was_misspelled_keeps_its_guid_and_is_found(press):
    press.folder.mkdir()
    (press.folder / "a.md").write_text(ARTICLE, "utf-8")
    show = '[show]\ntitle = "News"\n[edition]\naddress = "https://audio.news.example/"\n'
    (press.folder / "audiopress.toml").write_text(show, "utf-8")
    ledger = press.folder / "ledger" / "articles" / "8c" / "8ca8448b705e5719.json"
    ledger.parent.mkdir(parents=True)
    ledger.write_bytes(RECORD.read_bytes())
    before = json.loads(RECORD.read_bytes())

    (built,) = press.build("a.md")["articles"]

    assert (built["id"], built["guid"]) == (before["id"], before["guid"])
    assert len(list(ledger.parents[1].rglob("*.json"))) == 1
    after = json.loads(ledger.read_bytes())
    assert after["aliases"] == ["a.md", "https://xn--strae-oqa.example/harbour"]
    assert (after["slug"], after["first_seen"]) == (before["slug"], before["first_seen"])
    assert before["guid"] in (press.folder / "output" / "feed.xml").read_text("utf-8")
    entry = press.folder / "output/by-url/xn--strae-oqa.example/harbour/index.json"
    assert json.loads(entry.read_bytes())["url"] == "https://xn--strae-oqa.example/harbour"

    again = press.build("a.md")
    assert again["totals"]["spoken"] == 0
    assert [article["status"] for article in again["articles"]] == ["unchanged"]
