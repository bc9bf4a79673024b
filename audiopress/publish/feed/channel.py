"""What the channel of a feed says of the show, within what directories accept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from audiopress.errors import ConfigError
from audiopress.publish.feed.item import FeedElement, list_pictures
from audiopress.publish.pages.phrases import find_phrases, find_show_phrases
from audiopress.publish.sanitize import clean_text, end_sentence, escape_as_html, shorten

if TYPE_CHECKING:
    from audiopress.model import Show

__all__ = ["VALUE_LIMIT", "check_channel_value", "describe_channel", "make_channel_elements"]

VALUE_LIMIT: Final = 255
"""Characters that Apple takes of a title, an author and most other values of a feed."""

_DESCRIPTION_LIMIT: Final = 4000
"""Bytes, not characters, that Apple takes of a description."""

_FUNDING_LIMIT: Final = 128
"""Characters of the words for funding (Podcasting 2.0)."""

# The words of [show] frequency, and what they are as a rule of iCalendar (RFC 5545, 3.3.10),
# which is what podcast:updateFrequency wants.
_FREQUENCIES: Final = {
    "hourly": "FREQ=HOURLY",
    "daily": "FREQ=DAILY",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
}


def make_channel_elements(show: Show) -> list[FeedElement]:
    """Return the channel's elements feedgen does not know, in a fixed order.

    Raises `ConfigError` for a frequency that cannot be stated.
    """
    explicit = FeedElement("itunes:explicit", "true" if show.explicit else "false")
    owner = (("owner", check_channel_value(show.email, "email")),) if show.email else ()
    elements = [
        explicit,
        FeedElement("podcast:locked", "yes", owner),
        FeedElement("podcast:medium", "podcast"),
        *list_pictures(show),
    ]
    if show.guid and not show.preview:
        elements.append(FeedElement("podcast:guid", show.guid))
    elements.append(_make_frequency(show))
    if show.disclosure:
        elements.append(FeedElement("podcast:txt", "true", (("purpose", "ai-content"),)))
    elements += _make_offers(show)
    # A preview's address is this machine's, a private one's is a secret: no directory lists them.
    if show.private:
        # As Apple spells it; any other word means nothing to it.
        elements.append(FeedElement("itunes:block", "Yes"))
    if show.preview or show.private:
        elements.append(FeedElement("podcast:block", "yes"))
    return elements


def _make_offers(show: Show) -> list[FeedElement]:
    """Return what only some shows say: licence, funding, whose the feed is, where it went."""
    elements = []
    if show.license:
        elements.append(
            FeedElement("podcast:license", check_channel_value(show.license, "license"))
        )
    if show.funding:
        # The text is required, and apps cut it at 128 characters (Podcasting 2.0).
        text = shorten(clean_text(show.funding_text) or show.funding, _FUNDING_LIMIT)
        elements.append(FeedElement("podcast:funding", text, (("url", show.funding),)))
    if show.ownership:
        text = check_channel_value(show.ownership, "ownership")
        elements.append(FeedElement("podcast:txt", text, (("purpose", "verify"),)))
    # One of this machine nobody can subscribe to, and a private one's address is a secret.
    if show.hub and not (show.private or show.preview):
        elements.append(FeedElement("atom:link", "", (("rel", "hub"), ("href", show.hub))))
    # A preview is at no address that anybody could move from.
    if show.moved_to and (show.private or not show.preview):
        elements.append(FeedElement("itunes:new-feed-url", show.moved_to))
    return elements


def _make_frequency(show: Show) -> FeedElement:
    rule = _FREQUENCIES.get(show.frequency)
    if rule is None:
        raise ConfigError(
            f'"{show.frequency}" is not a frequency a feed can state',
            where="audiopress.toml, [show] frequency",
            hint="use one of: " + ", ".join(_FREQUENCIES),
        )
    return FeedElement("podcast:updateFrequency", show.frequency.title(), (("rrule", rule),))


def describe_channel(show: Show, title: str) -> str:
    """Return the show's description with its notes, escaped as an item's.

    Raises `ConfigError` for one that directories refuse.
    """
    notes = [clean_text(show.description) or title]
    if show.disclosure:
        notes.append(find_show_phrases(show, show.language).narrated_long)
    if show.preview and not show.private:
        notes.append(find_phrases(show.language).preview)
    text = escape_as_html(" ".join([*map(end_sentence, notes[:-1]), notes[-1]]))
    if len(text.encode()) > _DESCRIPTION_LIMIT:
        raise ConfigError(
            f"the show's description has {len(text.encode()):,} bytes, feeds take at most 4,000",
            where="audiopress.toml, [show] description",
            hint="shorten the description",
        )
    return text


def check_channel_value(text: str, name: str) -> str:
    """Return a setting fit for a channel element, refusing one that directories refuse."""
    value = clean_text(text)
    if not value or len(value) > VALUE_LIMIT:
        raise ConfigError(
            f"the show's {name} has {len(value)} characters, feeds take 1 to {VALUE_LIMIT}",
            where=f"audiopress.toml, [show] {name}",
            hint=f"change the {name}",
        )
    return value
