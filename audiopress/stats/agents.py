"""Who asks: a robot, or an app by its name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["UNKNOWN", "find_app", "is_robot"]

UNKNOWN: Final = "unknown"
"""The app of an agent that says nothing of itself."""

_ROBOT: Final = re.compile(
    r"\b(bot|crawler|spider|scraper|monitor(ing)?|validator|headless\w*|curl|wget"
    r"|okhttp(?=/[\d.]+$)|python-\w+|aiohttp|httpx|go-http-client|java|libwww-perl|scrapy)(?=\b|/)",
    re.IGNORECASE,
)
"""What programs without a listener call themselves, beside the list that is kept up elsewhere."""

_APPS: Final = (
    ("Apple Podcasts", r"podcasts/|itunes|applecoremedia.*podcast|balados|podcasti\b|atc/"),
    ("Spotify", r"spotify"),
    ("Overcast", r"overcast"),
    ("Pocket Casts", r"pocket ?casts|shifty ?jelly"),
    ("AntennaPod", r"antennapod"),
    ("Castro", r"\bcastro\b"),
    ("Podcast Addict", r"podcast ?addict"),
    ("Castbox", r"castbox"),
    ("Podverse", r"podverse"),
    ("Fountain", r"\bfountain"),
    ("gPodder", r"gpodder"),
    ("Podkicker", r"podkicker"),
    ("Amazon Music", r"amazonmusic|amazon ?music"),
    ("Alexa", r"alexa|echo/"),
    ("YouTube Music", r"youtube ?music"),
    ("Google Podcasts", r"googlepodcasts|google-podcast"),
    ("Deezer", r"deezer"),
    ("iHeartRadio", r"iheartradio"),
    ("Player FM", r"player ?fm"),
    ("Sonos", r"sonos"),
    ("VLC", r"\bvlc\b|libvlc"),
    ("Firefox", r"firefox/|fxios"),
    ("Edge", r"\bedga?/|edgios"),
    ("Opera", r"\bopr/|opera"),
    ("Chrome", r"chrome/|crios"),
    ("Safari", r"safari/"),
    ("Apple (another app)", r"applecoremedia|cfnetwork"),
    ("Android (another app)", r"exoplayer|stagefright|dalvik|android"),
)
"""Names of apps and what their agents have in them, the narrower before the wider: every browser
says that it is Safari. Facts of what apps send; the well-known list of them is OPAWG's."""

_COMPILED: Final = tuple((name, re.compile(text, re.IGNORECASE)) for name, text in _APPS)
"""The same, compiled."""


_PODCASTS: Final = next(at for at, (name, _) in enumerate(_APPS) if name == "VLC")
"""How many of them, from the first on, are apps of podcasts and speakers; behind them programs that
play whatever they are given, and browsers."""


@lru_cache(maxsize=4096)
def is_robot(agent: str) -> bool:
    """Whether an agent is no listener's: one of the kept list, or one that says so.

    That list has apps of podcasts too, for the feeds that they read.
    """
    if _ROBOT.search(agent):
        return True
    if any(pattern.search(agent) for _, pattern in _COMPILED[:_PODCASTS]):
        return False
    # Of a log only; the list is read when it is asked for.
    from crawleruseragents import is_crawler  # noqa: PLC0415 - reads 800 patterns

    return bool(is_crawler(agent))


@lru_cache(maxsize=4096)
def find_app(agent: str) -> str:
    """Return the name of the app or browser; of another one what it calls itself first."""
    if not agent:
        return UNKNOWN
    known = next((name for name, pattern in _COMPILED if pattern.search(agent)), "")
    return known or agent.partition("/")[0].partition(" (")[0][:40].strip() or UNKNOWN
