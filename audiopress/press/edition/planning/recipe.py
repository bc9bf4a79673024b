"""The recipe of a version: a digest of what is heard, and what its files tell of the article.

As long as it is the same, the version stays (`audiopress.press.edition.planning.versions`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from audiopress.model import Music, Sound
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.music import ShowMusic
    from audiopress.press.steps.plan import Passage
    from audiopress.store.ledger import Record

__all__ = ["digest_recipe", "find_recipe"]


def digest_recipe(
    registered: RegisteredArticle, passages: tuple[Passage, ...], sound: Sound, music: ShowMusic
) -> str:
    """Return the digest of what is heard and told in an article's episode.

    Of inputs alone, so that it is known before anything is spoken. Not in it: versions of
    libraries and our own code, for an upgrade must not issue a thousand episodes anew. What changes
    speech on purpose is in the keys of the segments. A setting that is new some day comes in only
    where it is not at its default: the recipes of published versions stay what they are.
    """
    article, record = registered.manuscript.article, registered.record
    return digest(
        [
            ["recipe", 1, record.slug, record.guid],
            [article.title, article.byline, article.language, record.published.isoformat()],
            [_describe_passage(item) for item in passages],
            [sound.rate, sound.bitrate, sound.quality, f"{sound.loudness:g}", f"{sound.peak:g}"],
            [sound.pauses.head, sound.pauses.tail],
            _describe_music(sound, music),
        ]
    )


def _describe_passage(item: Passage) -> list[object]:
    said, loudness = item.utterance, item.line.voice.loudness
    # A chapter is a heading's. Where a paragraph stands in the page is not in it: a new footer
    # of a site would be a new version of everything.
    heading = said.role in ("headline", "heading")
    return [item.key, said.source, said.pause, heading, "" if loudness is None else f"{loudness:g}"]


def _describe_music(sound: Sound, music: ShowMusic) -> list[object]:
    found: tuple[Music | None, ...] = (sound.ident, sound.intro, sound.outro)
    if not any(found):
        return []
    values = [
        [f"{one.gain:g}", one.fade_in, one.fade_out, f"{one.duck:g}", one.alone] if one else []
        for one in found
    ]
    # Between music and speech there is a pause of paragraphs.
    return [music.digest(), sound.pauses.paragraph, *values]


def find_recipe(edition: OpenEdition, record: Record) -> str:
    """Return the recipe of an article's last version, if ledger or cache know it."""
    last = record.versions[-1]
    if last.recipe:
        return last.recipe
    receipt = find_receipt(edition.cache, record.id)
    return receipt.recipe if receipt and receipt.key == last.key else ""
