"""What a feed promised before is still there, or named."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from audiopress.checking.beside import Beside
from audiopress.checking.edition import check_edition
from audiopress.checking.former_feeds import open_former_feeds
from audiopress.checking.shelf import Folder
from audiopress.net.transport import FetchLimits

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def find_faults(edition: Path, before: Path) -> list[str]:
    former = open_former_feeds(str(before), FetchLimits())
    receipt = check_edition(Folder(edition), Beside(previous=former))
    return [f"{check.name}: {check.detail}" for check in receipt.list_checks() if not check.ok]


def test_the_feed_itself_has_lost_nothing(edition: Path) -> None:
    assert find_faults(edition, edition / "feed.xml") == []
    assert find_faults(edition, edition) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (r"(<guid[^>]*>)[^<]*", r"\1urn:uuid:gone", "is gone (guid urn:uuid:gone)"),
        (r"(<item>.*?<pubDate>)[^<]*", r"\1Sun, 01 Mar 2026 08:00:00 +0000", "was published Sun"),
        (r'(<enclosure[^>]* length=")', r"\g<1>9", "at the address that had 9"),
        (r"(<podcast:guid>).{8}", r"\g<1>00000000", "apps take it for another show"),
        (r"</rss>", "", "is broken XML"),
        (r'(<enclosure url="[^"]*/)[0-9a-f]{8}/', r"\g<1>01234567/", "has it among its sounds"),
        (r'(<podcast:transcript url="[^"]*)\.vtt', r"\1.ttml", "among its transcripts"),
        (r'(<podcast:chapters url="[^"]*)chapters', r"\1parts", "among its chapters"),
        (r'(<item>.*?<itunes:image href="[^"]*)cover-', r"\1cover-0", "among its pictures"),
        (r"(<image>\s*<url>[^<]*)artwork-", r"\1artwork-0", "among its pictures"),
        (r'(<a href="[^"]*/episodes/[^"]*)/"', r'\1-2/"', "among its pages"),
        (
            r"(<docs>)",
            r'<atom:link rel="prev-archive" href="https://listen.courier.example/feed-1.xml"/>\1',
            "among its archive pages",
        ),
    ],
)
def test_what_is_gone_or_changed_is_named(
    edition: Path, tmp_path: Path, old: str, new: str, told: str
) -> None:
    feed = (edition / "feed.xml").read_text("utf-8")
    before = re.sub(old, new, feed, count=1, flags=re.DOTALL)
    assert before != feed
    (tmp_path / "before.xml").write_text(before, "utf-8")
    (fault,) = find_faults(edition, tmp_path / "before.xml")
    assert told in fault


def test_what_the_feed_of_now_names_too_is_told_once(edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "now"
    shutil.copytree(edition, folder)
    (folder / "player/audiopress-player.js").unlink()
    faults = find_faults(folder, edition / "feed.xml")
    assert "files of the site: is not there" in faults
    assert not [fault for fault in faults if fault.startswith("files of the previous feed")]
