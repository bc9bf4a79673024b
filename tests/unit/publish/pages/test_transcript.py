"""The paragraphs of an article as its page shows them."""

from __future__ import annotations

from dataclasses import replace

from audiopress.publish.pages.render import (
    render_episode_page,
)
from tests.unit.publish_samples import PageTags, episode, show, timeline


def test_list_items_share_one_list_and_cues_are_numbered_as_in_the_alignment() -> None:
    page = PageTags(render_episode_page(show(), episode(), timeline()))
    assert len([one for one in page.all("ul") if "class" not in one]) == 1
    assert len([one for one in page.all("li") if "id" in one]) == 2
    cues = [int(span["data-cue"] or "") for span in page.all("span") if "data-cue" in span]
    assert cues == list(range(1, len(timeline().cues)))


def test_parts_of_one_paragraph_stay_together_and_name_their_language() -> None:
    first, second, *_ = timeline().cues
    french = replace(second.utterance, paragraph=0, role="body", source="Bonjour", language="fr")
    body = replace(first.utterance, paragraph=0, role="body")
    both = replace(
        timeline(), cues=(replace(first, utterance=body), replace(second, utterance=french))
    )
    page = PageTags(render_episode_page(show(), episode(), both))
    spans = [span for span in page.all("span") if "data-cue" in span]
    assert [span.get("lang") for span in spans] == [None, "fr"]
    assert [p.get("id") for p in page.all("p") if (p.get("id") or "").startswith("p")] == ["p0"]
