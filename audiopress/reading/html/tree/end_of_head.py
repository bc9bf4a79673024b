"""Where the head of a page ends that does not say it.

HTML lets ``</head>`` and ``<body>`` be left out: the first thing that is no part of a head ends it
(https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead). The parser knows the
elements of HTML 4 only: an ``<article>`` stayed in the head, and all that stood in it was lost.
"""

from __future__ import annotations

from typing import Any, Final

__all__ = ["end_head"]

_OF_HEAD: Final = frozenset(
    (
        "base",
        "basefont",
        "bgsound",
        "link",
        "meta",
        "noframes",
        "noscript",
        "script",
        "style",
        "template",
        "title",
    )
)
"""What a head may hold; what a page says of itself is looked for there, so this stays."""


def end_head(tree: Any) -> None:
    """Move what no head may hold to the beginning of the body."""
    head, body = tree.find("head"), tree.find("body")
    if head is None or body is None:
        return
    # A comment has no name of its own.
    lost = [each for each in head if isinstance(each.tag, str) and each.tag not in _OF_HEAD]
    # Text of the body's own stood behind them.
    if lost:
        lost[-1].tail, body.text = (lost[-1].tail or "") + (body.text or ""), None
    for place, each in enumerate(lost):
        body.insert(place, each)
