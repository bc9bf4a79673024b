"""The show that a person asked for: the table ``[show]`` of ``audiopress.toml``.

What stands below a setting says what it does; docs/configuration.md is made of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Show", "Subscribe"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribe:
    """The show's own pages in directories and apps: ``[show.subscribe]``, addresses or nothing."""

    apple: str = ""
    """Address of the show in Apple Podcasts."""
    spotify: str = ""
    """Address of the show in Spotify."""
    youtube: str = ""
    """Address of the show in YouTube."""
    amazon: str = ""
    """Address of the show in Amazon Music."""
    overcast: str = ""
    """Address of the show in Overcast; without it the button opens the app at the feed."""
    pocket_casts: str = ""
    """Address of the show in Pocket Casts, likewise."""
    castro: str = ""
    """Address of the show in Castro, likewise."""
    antennapod: str = ""
    """Address of the show in AntennaPod, likewise."""
    podcast_addict: str = ""
    """Address of the show in Podcast Addict, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """The podcast: ``[show]``, with what other tables and the ledger say of it.

    ``address`` is where ``output/`` is served from, with a closing slash; without one under
    ``[edition]`` the show is a ``preview`` for this machine. ``guid`` is the stored
    ``podcast:guid`` (empty in a preview), ``artwork`` the path of the picture below the output
    folder, ``artwork_side`` its width and height in pixels (0: not known), and ``narration`` what
    the show says of its voice in its own words. ``id`` names the show's file in the ledger, and
    ``folder`` is where its feed lies below the output folder, with a closing slash: both are the
    table's own of ``[[shows]]``, ``[show]`` has the outermost place.
    """

    id: str = "main"
    folder: str = ""
    keep: int = 0
    """How many episodes the feed holds, the newest; 0 is all."""
    title: str = "Listen"
    """Name of the show."""
    description: str = ""
    """What it is, for directories and apps; at most 4,000 bytes."""
    author: str = ""
    """You, or your newsroom."""
    email: str = ""
    """Podcast directories write to it to see that the show is yours."""
    link: str = ""
    """Address of your website."""
    language: str = "en"
    """Language of the show. An article's own comes from its page or front matter, else from its
    text; one that is too short to tell is in the language of the show, and never if that is written
    in other letters: Russian, Greek, Chinese ... is told by its script. English without a region in
    its tag and its spelling stays ``en``, with its voice and opening line; only dates, numbers and
    the like in it are said as in the region of the show: with ``en-GB``, 11/12/2026 is 11
    December."""
    category: str = "News"
    """One of [Apple's podcast
    categories](https://podcasters.apple.com/support/1691-apple-podcasts-categories): ``"News"``,
    ``"Daily News"``, or ``"News > Daily News"``."""
    second_category: str = ""
    """Another one of them."""
    explicit: bool = False
    """Says that the show is not for children."""
    # Where `audiopress serve` listens, so that a preview's links work without a configuration.
    address: str = "http://127.0.0.1:8000/"
    guid: str = ""
    artwork: str = ""
    """A square PNG or JPEG of 1400 to 3000 pixels; without one, one is made."""
    artwork_side: int = 0
    # A browser reads all of the tag before it plays: with a picture in it some 800 kB (0164).
    cover: bool = False
    """Puts the picture into every new MP3 too. A browser then reads some 800 kB before it plays."""
    pictures: bool = False
    """Shows each article's own picture, the one it gives for shared links (``og:image``): on its
    page, on the front page and in its episode's cover. It is fetched once, made no larger than it
    is shown, and published beside the page: only for pictures that you may publish so. One that
    cannot be had is named."""
    copyright: str = ""
    """Whose the show is, as feed and pages say it."""
    preview: bool = False
    frequency: str = "daily"
    """How often it comes, said to podcast apps."""
    disclosure: bool = True
    """Says in the feed that the voice is synthetic."""
    narration: str = ""
    license: str = ""
    """Licence of what is heard (``podcast:license``): a name of SPDX in small letters
    (``"cc-by-4.0"``), or words."""
    funding: str = ""
    """An address where listeners can support you (``podcast:funding``)."""
    funding_text: str = ""
    """The words of its button."""
    ownership: str = ""
    """What a directory or host gave you to show that the feed is yours (``podcast:txt
    purpose="verify"``); take it out when it has been read."""
    moved_to: str = ""
    """The new address of the feed, when it moves (``itunes:new-feed-url``): keep serving the old
    feed with it for at least four weeks."""
    hub: str = ""
    """A WebSub hub, such as ``"https://pubsubhubbub.appspot.com/"``, named in the feed and told of
    each change once that is deployed."""
    private: bool = False
    """Gives the show an address that nobody can guess, and nothing leads there."""
    subscribe: Subscribe = field(default_factory=Subscribe)
