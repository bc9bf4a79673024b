"""What a phone is told: where the feed is, as a code for its camera and in letters."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.cli.terminal.console import colour, escape_controls, print_message, print_note
from audiopress.store.records import SECRET_DIGITS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.server import LanAddress

__all__ = ["PhoneReach", "TellOnce"]

_WHITE_ON_BLACK = "97;40"
"""Colours of a code on a terminal, whatever its own are: a dark code on light ground is what every
phone reads."""

_PRIVATE = re.compile(rf"[0-9a-f]{{{SECRET_DIGITS}}}/feed\.xml")
"""The path of a private show's feed below the folder that is served."""

_OF_ALL = "feed.xml"
"""The path of a feed that is for everybody."""


@dataclass(frozen=True, slots=True)
class PhoneReach:
    """Where a phone finds what is served: by which addresses of this machine, at which port.

    With ``secret`` only the private feed in that folder is told: beside it one may lie from before
    the show was private, which gets nothing new.
    """

    folder: Path
    addresses: Sequence[LanAddress]
    port: int
    secret: str = ""

    def list_feeds(self) -> list[str]:
        """Return the paths of the feeds that are told, none before there is one."""
        from audiopress import server

        feeds = server.list_feeds(self.folder)
        if self.secret:
            return [feed for feed in feeds if feed.startswith(f"{self.secret}/")]
        return [feed for feed in feeds if feed != _OF_ALL or not self._is_former(feeds)]

    def find_former(self) -> str:
        """Return the path of the feed from before the show was private, if it is served too."""
        from audiopress import server

        feeds = [] if self.secret else server.list_feeds(self.folder)
        return _OF_ALL if _OF_ALL in feeds and self._is_former(feeds) else ""

    def _is_former(self, feeds: Sequence[str]) -> bool:
        """Whether a private feed of the folder was written after the one for everybody."""
        written = (self.folder / _OF_ALL).stat().st_mtime_ns
        private = (self.folder / each for each in feeds if _PRIVATE.fullmatch(each))
        return any(each.stat().st_mtime_ns > written for each in private)


class TellOnce:
    """Tells where the feed is as soon as there is one: the others are spoken while one listens."""

    def __init__(self, phone: PhoneReach, *, asked: int) -> None:
        """Know who is told, and which port was asked for: 0 is any."""
        self._phone, self._asked = phone, asked
        self._told = False

    def tell(self) -> None:
        """Tell it, if that can be and was not done."""
        if not self._told and self._phone.list_feeds():
            self._told = True
            _tell_port(self._asked, self._phone.port)
            _tell_phone(self._phone)


def _tell_phone(phone: PhoneReach) -> None:
    """Say where the feed is for a phone, as a code for its camera and in letters."""
    from audiopress.publish.pages.qr_code import draw_code_for_terminal

    first, *others = phone.addresses
    for feed in phone.list_feeds():
        address = f"http://{first.host}:{phone.port}/{feed}"
        print_message(_colour_lines(draw_code_for_terminal(address)))
        print_message(f"feed: {address}")
        print_message(f"page: {address.removesuffix('feed.xml')}  ({first.interface})")
        for other in others:
            name = escape_controls(other.interface)
            print_message(f"or:   http://{other.host}:{phone.port}/{feed}  ({name})")
    if former := phone.find_former():
        print_note(
            f"{phone.folder / former} lies here too, from before this show was private: it gets "
            "nothing new, and whoever asks this machine for it hears what it names"
        )
    print_message(
        "Point the phone's camera at the code, or add the feed by its address in an app that "
        "fetches by itself (AntennaPod, Apple Podcasts, Podcast Addict, VLC).\n"
        "Everybody in this network who has the address can hear it. Ctrl-C ends it."
    )


def _tell_port(asked: int, listening: int) -> None:
    """Say that an app which has this address loses the feed, if any free port was taken."""
    if not asked:
        print_note(
            f"--port 0 took port {listening}, and another one next time: then the feed has another "
            "address, and an app that has this one finds nothing new; the same command with "
            f"--port {listening} keeps it"
        )


def _colour_lines(code: str) -> str:
    if not _can_draw(code):
        return "(this terminal has no signs for a code: take the address)"
    return "\n".join(colour(line, _WHITE_ON_BLACK) for line in code.splitlines())


def _can_draw(code: str) -> bool:
    try:
        code.encode(sys.stderr.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True
