"""Whether the frame that other sites put into their pages is as a build writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.shelf import find_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = ["find_card_fault", "find_frame_fault"]

_ATTRIBUTES: Final = frozenset(
    ("src", "title", "width", "height", "loading", "frameborder", "style", "allow", "sandbox")
)
"""What the frame has (`audiopress.publish.pages.embed_code`)."""

_ALLOWED: Final = {"autoplay; clipboard-write", "autoplay"}
"""What the page in it may do without being asked: today, and in the first releases."""

_SANDBOX: Final = frozenset(
    ("allow-scripts", "allow-same-origin", "allow-popups", "allow-downloads")
)
"""What its sandbox lets it do, in all releases."""

_STYLES: Final = {None, "border:0;max-width:100%"}
"""How it looks: today, and in the first releases."""


def find_card_fault(record: Mapping[str, Any], version: Version, shelf: Shelf, base: str) -> str:
    """Return what an oEmbed record says of its episode that is not so, or ""."""
    pairs = (
        ("title", version.episode.get("title")),
        ("author_url", version.episode.get("url")),
        ("provider_url", base),
    )
    for name, true in pairs:
        said = record.get(name)
        if said is not None and true is not None and said != true:
            return f"says of {name} {said!r}, not {true!r}"
    picture = record.get("thumbnail_url")
    there = picture is None or shelf.read(find_path(str(picture), base)) is not None
    return "" if there else f"shows {picture}, which is not of this edition"


def find_frame_fault(record: Mapping[str, Any]) -> str:
    """Return what no build writes in the frame of an oEmbed record, or ""."""
    frame = parse_html(str(record.get("html", "")).encode()).find(".//iframe")
    if frame is None:
        return ""  # it is said elsewhere
    return _find_right_fault(frame) or _find_size_fault(frame, record)


def _find_right_fault(frame: etree._Element) -> str:
    """Return what the frame may do, or has, that ours may not."""
    strange = sorted({str(name) for name in frame.attrib} - _ATTRIBUTES)
    if strange:
        return f"has a frame with {strange[0]}, which no build writes"
    if frame.get("allow") not in _ALLOWED:
        return f"allows its frame {frame.get('allow')!r}"
    if set(frame.get("sandbox", "").split()) != _SANDBOX:
        return f"has a frame with the sandbox {frame.get('sandbox')!r}"
    fine = frame.get("style") in _STYLES
    return "" if fine else f"has a frame with the style {frame.get('style')!r}"


def _find_size_fault(frame: etree._Element, record: Mapping[str, Any]) -> str:
    for name in ("width", "height", "title"):
        # The record says the same beside the frame (oEmbed 1.0, 2.3.4.3).
        if frame.get(name) != str(record.get(name)):
            return f"has a frame of {name} {frame.get(name)!r}, and says {record.get(name)!r}"
    return ""
