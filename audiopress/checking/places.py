"""What a person may name to have it checked: a folder, an address, or one sound file."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.checking.beside import Beside
from audiopress.checking.edition import check_edition
from audiopress.checking.feed.nodes import read_feed
from audiopress.checking.files.frames import walk_frames
from audiopress.checking.files.other_kinds import describe_kind
from audiopress.checking.files.sound_rules import LEVEL
from audiopress.checking.files.tag import read_tag
from audiopress.checking.former_feeds import open_former_feeds
from audiopress.checking.host_rules import check_host
from audiopress.checking.one_file import check_file
from audiopress.checking.served import Served, is_address
from audiopress.checking.shelf import Folder
from audiopress.checking.words.recogniser import open_recogniser
from audiopress.errors import ConfigError
from audiopress.net.public_address import is_own_network
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from audiopress.checking.receipt import Receipt
    from audiopress.net.transport import FetchLimits

__all__ = ["check_place"]


def check_place(  # noqa: PLR0913 - what a person may ask of a check
    name: str,
    limits: FetchLimits,
    *,
    known: Path | None = None,
    previous: str | None = None,
    model: str | None = None,
    level: float = LEVEL,
    draw: bool = False,
) -> Receipt:
    """Return the receipt of the edition, or of the MP3, that ``name`` is.

    ``known`` is an edition's folder in which one MP3's version is looked for; ``previous`` what it
    was before, a feed's file or address or an edition's (`open_former_feeds`); ``model`` the folder
    or package of the recogniser that is to hear it; ``level`` the loudness in LUFS that its
    episodes are to have; ``draw`` has one MP3's sound measured, as those of an edition are in any
    case.

    Raises:
        StoreError: there is no such place, or no edition in it.
        SourceError: an address that cannot be asked.
        ConfigError: it cannot be heard, or of one file is asked what only an edition has.

    """
    if Path(name).is_file():
        _refuse_of_one_file(words=model is not None, previous=bool(previous))
    beside = Beside(
        previous=open_former_feeds(previous, limits) if previous else (),
        recogniser=None if model is None else open_recogniser(model),
        level=level,
    )
    if is_address(name):
        shelf = Served(name.removesuffix("feed.xml").rstrip("/") + "/", limits)
        receipt = check_edition(shelf, beside)
        check_host(shelf, receipt)
        return receipt
    path = Path(name)
    if path.is_file():
        data = _read(path)
        _expect_sound(name, data)
        return check_file(name, data, Folder(known) if known else None, draw=draw)
    receipt = check_edition(Folder(path), beside)
    _pass_by_move(Folder(path), receipt)
    return receipt


def _refuse_of_one_file(*, words: bool, previous: bool) -> None:
    """Raise `ConfigError` where one sound file is asked for what only its edition has."""
    for option, asked, why in (
        ("--words", words, "does not say what its words should be"),
        ("--previous", previous, "has no feed to be held against an earlier one"),
    ):
        if asked:
            raise ConfigError(
                f"one file {why}",
                where=option,
                hint="name the edition's folder or its address instead",
            )


def _expect_sound(name: str, data: bytes) -> None:
    """Raise `ConfigError` unless a file is an MP3, or is called one and broken."""
    other = describe_kind(data)
    if not other and (name.lower().endswith(".mp3") or read_tag(data).size):
        return
    found = walk_frames(data, 0).count if not other else 0
    if not found:
        raise ConfigError(
            f"this is no MP3 of an edition: it {other or 'has no sound in it'}",
            where=name,
            hint="name the folder of an edition, its address, or one of its MP3 files",
        )


def _pass_by_move(shelf: Folder, receipt: Receipt) -> None:
    """Note where the feed sends its listeners: what is there cannot be seen from a folder."""
    channel = read_feed(shelf.read("feed.xml") or b"")
    to = "" if isinstance(channel, str) else channel.text("itunes:new-feed-url")
    if to and not isinstance(channel, str) and to != channel.link("self"):
        private = " --allow-private" * is_own_network(to)
        why = f"all listeners are sent to {to}; audiopress check {shlex.quote(to)}{private}"
        receipt.pass_by("itunes:new-feed-url", "feed.xml", why)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise explain_os_error(error, path) from error
