"""What a feed promised before is still there, or named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from audiopress.checking.beside import Beside
from audiopress.checking.edition import check_edition
from audiopress.checking.shelf import Folder

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def find_faults(edition: Path, before: str) -> list[str]:
    receipt = check_edition(Folder(edition), Beside(previous=before.encode()))
    return [f"{check.name}: {check.detail}" for check in receipt.list_checks() if not check.ok]


def test_the_feed_itself_has_lost_nothing(edition: Path) -> None:
    assert find_faults(edition, (edition / "feed.xml").read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (r"(<guid[^>]*>)[^<]*", r"\1urn:uuid:gone", "is gone (guid urn:uuid:gone)"),
        (r"(<item>.*?<pubDate>)[^<]*", r"\1Sun, 01 Mar 2026 08:00:00 +0000", "was published Sun"),
        (r'(<enclosure[^>]* length=")', r"\g<1>9", "at the address that had 9"),
        (r"(<podcast:guid>).{8}", r"\g<1>00000000", "apps take it for another show"),
        (r"</rss>", "", "is broken XML"),
    ],
)
def test_what_is_gone_or_changed_is_named(edition: Path, old: str, new: str, told: str) -> None:
    feed = (edition / "feed.xml").read_text("utf-8")
    before = re.sub(old, new, feed, count=1, flags=re.DOTALL)
    assert before != feed
    (fault,) = find_faults(edition, before)
    assert told in fault
