# ruff: noqa: E501 - a pattern is read whole
"""What the names of a page's boxes (classes and ids) tell about the text in them."""

from __future__ import annotations

import re

__all__ = ["HINTS"]

HINTS = {
    "aside": re.compile(r"(?:^|[-_ ])(?:aside|sidebar|rail|pullout|promo|outbrain|taboola|recirc\w*|teaser|trending|popular)(?:$|[-_ ])"),
    "related": re.compile(r"related|read-?more|more-?stories|see-?also|recommend|also-?read"),
    "newsletter": re.compile(r"newsletter|sign-?up|subscri(?:be|ption)"),
    "player": re.compile(r"(?:audio|video|media|podcast)-?(?:player|embed|widget|container)|^player|listen-"),
    "embed": re.compile(r"twitter-tweet|instagram-media|tiktok-embed|twitter-video|bluesky-embed|fb-post|reddit-(?:card|embed)|tweet|embedded-(?:post|tweet)"),
    "share": re.compile(r"(?:^|[-_ ])(?:share|sharing|social|follow)(?:$|[-_ ])|addthis|sharedaddy"),
    "byline": re.compile(r"byline|author|dateline|timestamp|publish(?:ed)?-?date|article-?meta|post-?meta|entry-?meta"),
    "advert": re.compile(r"(?:^|[-_ ])(?:ad|ads|advert\w*|sponsor\w*)(?:$|[-_ ])"),
    "comments": re.compile(r"comments?(?:$|[-_ ])|disqus"),
    "caption": re.compile(r"caption|(?:photo|image|media|picture)-?(?:credit|info|description|desc|meta)|wp-caption|copyright"),
    "standfirst": re.compile(r"standfirst|sub-?(?:title|head(?:line|ing)?)|(?:^|[-_ ])(?:dek|deck|strapline|sell|kicker-?deck)(?:$|[-_ ])|(?:article|entry|post|story)[-_]+(?:summary|intro|lead|lede|excerpt|description|dek)|(?:__|[-_ ])(?:excerpt|dek|lede|rubric|subhed|hed-sub|tagline)(?:$|[-_ ])"),
}  # fmt: skip
