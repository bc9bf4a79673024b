"""One item of a feed: what it says, the files it leads to, and their sound."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from audiopress.checking.agreement.addresses import find_article_faults
from audiopress.checking.agreement.credits import find_credit_faults
from audiopress.checking.agreement.pictures import find_cover_faults
from audiopress.checking.agreement.record_keys import find_foreign_keys
from audiopress.checking.feed.foreign import FOREIGN_ITEM_RULES
from audiopress.checking.feed.item_rules import ITEM_RULES
from audiopress.checking.feed.pictures import find_picture_fault
from audiopress.checking.files.curves import draw_curves
from audiopress.checking.files.file_rules import find_version_faults
from audiopress.checking.files.record_rules import find_record_faults
from audiopress.checking.files.signature import look_at_version
from audiopress.checking.files.sound_rules import find_sound_faults, measure_sound
from audiopress.checking.pages.page_rules import find_page_faults
from audiopress.checking.shelf import find_path
from audiopress.checking.version import open_version

if TYPE_CHECKING:
    from audiopress.checking.article import CheckedArticle
    from audiopress.checking.beside import Beside
    from audiopress.checking.feed.nodes import FeedNode
    from audiopress.checking.receipt import Receipt
    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = ["check_item", "check_sound"]

_UNCLEAR = (
    "the model mishears this voice too often; words that sound quite otherwise, longer runs and"
    " numbers are told as ever. A larger --model hears more"
)
"""Why single words were not doubted in an article."""


def check_item(
    item: FeedNode, feed: str, base: str, shelf: Shelf, receipt: Receipt
) -> Version | None:
    """Look at an item and at the files it leads to, and return these."""
    where = f"{feed}: {item.text('title') or item.text('guid')}"
    for name, find in (ITEM_RULES | FOREIGN_ITEM_RULES).items():
        receipt.look(name, where, find(item))
    url = item.value("enclosure", "url")
    path = find_path(url, base)
    _look_at_picture(item, path, base, shelf, receipt)
    if not path:
        receipt.look("sound", where, f"{url or 'nothing'} is not below {base}")
        return None
    version = open_version(item, path, shelf)
    if isinstance(version, str):
        receipt.look("sound", where, version)
        return None
    receipt.look("sound", where, "")
    look_at_version(receipt, version)
    for name, place, fault in (
        *find_version_faults(version, shelf),
        *find_record_faults(version),
        *find_page_faults(version, shelf, base),
        *find_credit_faults(version, shelf),
        *find_article_faults(version, shelf, base),
        *find_foreign_keys(version, shelf),
        *find_cover_faults(version, shelf, base),
    ):
        receipt.look(name, place, fault)
    return version


def _look_at_picture(item: FeedNode, path: str, base: str, shelf: Shelf, receipt: Receipt) -> None:
    """Look at an item's picture, beside the sound at ``path``."""
    image = find_path(item.value("itunes:image", "href"), base)
    if image:
        home = posixpath.dirname(posixpath.dirname(path))
        plain = path and posixpath.normpath(path) == path
        other = plain and "episodes/" in image and posixpath.dirname(image) != home
        fault = "is that of another article" if other else find_picture_fault(shelf, image)
        receipt.look("picture of an item", image, fault)


def check_sound(version: Version, beside: Beside, article: CheckedArticle) -> None:
    """Look at the sound of a version, hear it if it is asked, and keep both for ``article``."""
    meters = measure_sound(version.sound)
    for name, place, fault, figure in find_sound_faults(version, meters, beside.level):
        article.receipt.look(name, place, fault, figure)
    article.note_version(version)
    if not isinstance(meters, str):
        article.curves = draw_curves(meters, [(each.start, each.end) for each in article.parts])
    if not beside.recogniser:
        return
    # Few ask for it.
    from audiopress.checking.words.word_rules import find_word_faults  # noqa: PLC0415

    for heard in find_word_faults(version, beside.recogniser):
        article.receipt.look(heard.name, heard.place, heard.fault, heard.figure)
        if not heard.clear:
            article.receipt.pass_by("single words", version.path, _UNCLEAR, each=True)
        article.heard.append(heard)
