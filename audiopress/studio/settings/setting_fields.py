"""The settings that the window shows: what an editor decides, in words.

What whoever looks after the edition decides (where it lies, who is let in, what is fetched) stands
in audiopress.toml alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from audiopress.model import DISCLOSURES, Music, Pauses, Reading, Show
from audiopress.settings.limits import DUCK, MUSIC_GAIN, PACE, PAUSE
from audiopress.settings.tables import EditionTable, ReviewTable

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SettingField", "SettingSection", "list_sections"]

Kind = Literal["text", "number", "flag", "choice", "voice", "music"]
"""What a field is filled with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingField:
    """One setting: its place in the file, what it is called, and what counts where nobody says it.

    ``choices`` are pairs of a value and its words; ``least``, ``most`` and ``step`` are a number's.
    """

    table: str
    key: str
    label: str
    kind: Kind = "text"
    hint: str = ""
    default: str | float = ""
    choices: tuple[tuple[str, str], ...] = ()
    least: float = 0
    most: float = 0
    step: float = 1

    @property
    def name(self) -> str:
        """Return what the field of the form is called."""
        return f"{self.table}.{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingSection:
    """Settings that belong together."""

    id: str
    title: str
    fields: tuple[SettingField, ...]
    about: str = ""


_ROLES = (
    ("headline", "Headlines"),
    ("standfirst", "Leads"),
    ("heading", "Headings within a text"),
    ("quote", "Quotations"),
    ("list_item", "Items of lists"),
    ("caption", "Captions of pictures"),
    ("opening", "Who wrote it, and when"),
    ("disclosure", "That the voice is synthetic"),
)
"""Roles that may have a voice of their own, as the window calls them."""

_PAUSES = (
    ("head", "Before the first word"),
    ("paragraph", "Between paragraphs"),
    ("before_heading", "Before a heading"),
    ("after_heading", "After a heading"),
    ("list_item", "Between items of a list"),
    ("tail", "After the last word"),
)
"""The pauses, as the window calls them."""

_THOUSANDTHS = "thousandths of a second"
"""Unit of fades and pauses, in words."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""A key that TOML takes without quotation marks."""

_WHERE = tuple(
    zip(DISCLOSURES, ("behind the headline", "at the end", "both", "nowhere"), strict=True)
)
"""Where it may be said that the voice is synthetic, in words."""


def _text(key: str, label: str, hint: str = "") -> SettingField:
    return SettingField(table="show", key=key, label=label, hint=hint, default=getattr(Show(), key))


def _flag(table: str, key: str, label: str, default: bool) -> SettingField:
    return SettingField(table=table, key=key, label=label, kind="flag", default=default)


def _pause(key: str, label: str) -> SettingField:
    return SettingField(
        table="sound.pauses",
        key=key,
        label=label,
        kind="number",
        default=getattr(Pauses(), key),
        most=PAUSE[1],
        step=50,
    )


def _music(name: str, label: str, hint: str) -> tuple[SettingField, ...]:
    return (
        SettingField(table=f"sound.{name}", key="path", label=label, kind="music", hint=hint),
        _music_number(name, "gain", f"{label}: louder by", MUSIC_GAIN, "decibels; below 0 quieter"),
        _music_number(name, "fade_in", f"{label}: comes in during", PAUSE, _THOUSANDTHS),
        _music_number(name, "fade_out", f"{label}: goes out during", PAUSE, _THOUSANDTHS),
    )


def _music_number(
    name: str, key: str, label: str, bounds: tuple[float, float], hint: str
) -> SettingField:
    return SettingField(
        table=f"sound.{name}",
        key=key,
        label=label,
        kind="number",
        hint=hint,
        default=getattr(Music(path=""), key),
        least=bounds[0],
        most=bounds[1],
    )


_SECTIONS = (
    SettingSection(
        id="show",
        title="The show",
        fields=(
            _text("title", "What it is called"),
            _text("description", "In one sentence, what it is"),
            _text("author", "Whose it is", "your name, or that of your newsroom"),
            _text("email", "Email", "directories write to it once, to see that the show is yours"),
            _text("language", "Language", "such as en-GB or de; each article may have its own"),
            SettingField(
                table="edition",
                key="address",
                label="Where it will be served",
                hint="such as audio.example.org; empty: a preview for this machine",
                default=EditionTable().address,
            ),
        ),
    ),
    SettingSection(
        id="voices",
        title="Voices",
        about="A change of voice has published articles spoken anew by the next publishing.",
        fields=(
            SettingField(table="voices", key="body", label="The voice", kind="voice"),
            *(
                SettingField(table="voices", key=key, label=label, kind="voice")
                for key, label in _ROLES
            ),
        ),
    ),
    SettingSection(
        id="pauses",
        title="Pauses",
        about="In thousandths of a second.",
        fields=tuple(_pause(key, label) for key, label in _PAUSES),
    ),
    SettingSection(
        id="music",
        title="Music",
        about="Sound files (WAV, FLAC, Ogg, MP3) in the folder of the edition.",
        fields=(
            *_music("ident", "Jingle", "sounds first, by itself"),
            *_music("intro", "Intro", "sounds before the headline"),
            _music_number(
                "intro",
                "duck",
                "Intro goes on under the first line, quieter by",
                DUCK,
                "decibels; 0: it ends before",
            ),
            _music_number("intro", "alone", "Intro has for itself before it", PAUSE, _THOUSANDTHS),
            *_music("outro", "Outro", "sounds after the last word"),
        ),
    ),
    SettingSection(
        id="reading",
        title="What is read",
        fields=(
            _flag("reading", "byline", "Who wrote it", Reading().byline),
            _flag("reading", "date", "When it was written", Reading().date),
            _flag("reading", "standfirst", "The lead below the headline", Reading().standfirst),
            _flag("reading", "captions", "Captions of pictures", Reading().captions),
            _flag("reading", "tables", "Tables", Reading().tables),
            SettingField(
                table="reading",
                key="disclosure",
                label="Says that the voice is synthetic",
                kind="choice",
                default=Reading().disclosure,
                choices=_WHERE,
            ),
            SettingField(
                table="reading",
                key="disclosure_text",
                label="Its words",
                hint="your own, in the language of the show; empty: the usual ones",
            ),
            SettingField(
                table="reading",
                key="opening",
                label="Words for who wrote it, and when",
                hint="such as: By {byline}, {date}; {title} and {section} may be used too",
            ),
        ),
    ),
    SettingSection(
        id="review",
        title="Review",
        fields=(
            _flag("review", "hold", "New articles wait for a release", ReviewTable().hold),
            _flag("review", "corrections", "Corrections wait too", ReviewTable().corrections),
        ),
    ),
)
"""All but what is named by whoever looks after the edition, in the order of the page."""


def list_sections(
    voices: Iterable[str], languages: Iterable[tuple[str, str]]
) -> tuple[SettingSection, ...]:
    """Return all settings in the order of the page.

    Each of the ``voices`` has a pace, each of the ``languages``, a tag and its name, a voice.
    """
    named = (
        *(_speaker(tag, name) for tag, name in languages if _BARE.fullmatch(tag)),
        *(_pace(voice) for voice in voices if _BARE.fullmatch(voice)),
    )
    return tuple(
        replace(section, fields=(*section.fields, *named)) if section.id == "voices" else section
        for section in _SECTIONS
    )


def _speaker(tag: str, name: str) -> SettingField:
    return SettingField(
        table="voices.languages", key=tag, label=f"Articles in {name} ({tag})", kind="voice"
    )


def _pace(voice: str) -> SettingField:
    return SettingField(
        table="voices.rate",
        key=voice,
        label=f"Pace of {voice}",
        kind="number",
        hint="1 is its own; 1.1 is a tenth quicker",
        default=1.0,
        least=PACE[0],
        most=PACE[1],
    )
