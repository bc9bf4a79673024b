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
