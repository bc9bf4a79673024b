"""What another site needs to show the player."""

from __future__ import annotations

import json

from audiopress.publish.pages.oembed import write_oembed
from tests.unit.publish_samples import PageTags, episode, show


def test_oembed_frame_is_escaped_and_sandboxed() -> None:
    it = json.loads(write_oembed(show(), episode(title='"><script>alert(1)</script>')))
    frame = PageTags(it["html"].encode())
    assert [tag for tag, _ in frame.tags] == ["iframe"]
    assert "allow-scripts" in (frame.all("iframe")[0]["sandbox"] or "")


def test_its_frame_has_no_border_and_may_copy_a_link() -> None:
    (frame,) = PageTags(json.loads(write_oembed(show(), episode()))["html"].encode()).all("iframe")
    assert frame["frameborder"] == "0"
    assert "clipboard-write" in (frame["allow"] or "")


def test_a_thumbnail_has_its_size_or_is_not_there() -> None:
    sized = json.loads(write_oembed(show(artwork="artwork-1.png", artwork_side=1400), episode()))
    assert sized["thumbnail_url"] == show().address + "artwork-1.png"
    assert (sized["thumbnail_width"], sized["thumbnail_height"]) == (1400, 1400)
    without = json.loads(write_oembed(show(artwork="artwork-1.png", artwork_side=0), episode()))
    assert not any(name.startswith("thumbnail") for name in without)
