"""What search engines read."""

from __future__ import annotations

import json
import re

from audiopress.publish.pages.render import (
    render_episode_page,
)
from audiopress.publish.pages.schema_org import describe_news_article
from tests.unit.publish_samples import PageTags, episode, show, timeline


def test_structured_data_is_news_article_with_audio() -> None:
    page = PageTags(render_episode_page(show(), episode(), timeline()))
    it = json.loads(next(s for s in page.scripts if s))
    assert it["@type"] == "NewsArticle"
    assert it["audio"]["@type"] == "AudioObject"
    assert it["audio"]["contentUrl"].endswith("/00000000/tide-mill-0.mp3")
    assert re.fullmatch(r"PT\d+S", it["audio"]["duration"])
    assert it["audio"]["digitalSourceType"].endswith("/TrainedAlgorithmicMediaDigitalSource")
    assert it == json.loads(describe_news_article(show(), episode()))
