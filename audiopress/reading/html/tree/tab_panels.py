"""Panels of tabs that hold parts of the story, of which a page shows one at a time.

So https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has it. A panel that is hidden is read where the
one that is shown holds sentences of a story, and it holds some too.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from audiopress.reading.html.tree.hiding_styles import drop_hiding, hides
from audiopress.text.lazy_regex import compile_late
from audiopress.text.sentence_ends import SENTENCE_END

__all__ = ["show_tab_panels"]

_PROSE = 150
"""Characters of sentences in the shortest panel that is taken for a part of the story."""

_LINKED = 0.2
"""Share of a panel's characters in links, at most: more is a list of other stories."""

_OTHERWISE = compile_late(
    r"\b(?:comments?|related|popular|latest|most-?read|trending|share|log-?in|sign-?up|newsletters?"
    r"|subscri\w+|search|cookies?|consent|settings)\b",
    re.IGNORECASE,
)
"""What panels are called that hold no part of a story."""

_BESIDE = "boolean(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::form)"
"""Whether an element lies beside the story."""


def show_tab_panels(tree: Any) -> None:
    """Show the hidden panels of ``tree`` that go on with what the shown one beside them tells."""
    panels = tree.xpath("//*[@role='tabpanel']")
    for _, group in groupby(panels, key=lambda panel: panel.getparent()):
        beside = list(group)
        hidden = [panel for panel in beside if _is_hidden(panel)]
        shown = [panel for panel in beside if panel not in hidden]
        if not hidden or not any(map(_is_told, shown)):
            continue
        for panel in filter(_is_told, hidden):
            _show(panel)


def _is_hidden(panel: Any) -> bool:
    if panel.get("hidden") is not None or panel.get("aria-hidden") == "true":
        return True
    return bool(hides(panel.get("style") or ""))


def _is_told(panel: Any) -> bool:
    """Whether a panel holds sentences of a story."""
    names = " ".join(panel.get(name) or "" for name in ("class", "id", "aria-label"))
    if _OTHERWISE.search(names) or panel.xpath(_BESIDE):
        return False
    told = (" ".join(one.text_content().split()) for one in panel.iter("p", "li", "div"))
    size = sum(len(text) for text in told if SENTENCE_END.search(text))
    linked = sum(len(link.text_content()) for link in panel.iter("a"))
    return size >= _PROSE and linked <= _LINKED * len(panel.text_content())


def _show(panel: Any) -> None:
    panel.attrib.pop("hidden", None)
    # the extractor passes over what is aria-hidden, and could not vote for it
    panel.attrib.pop("aria-hidden", None)
    if panel.get("style"):
        panel.set("style", drop_hiding(panel.get("style")))
