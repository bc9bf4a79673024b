"""The settings that the window shows: what an editor decides, in words.

What whoever looks after the edition decides (where it lies, who is let in, what is fetched) stands
in audiopress.toml alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from audiopress.model import DISCLOSURES, Pauses, Reading, Show
from audiopress.settings.tables import EditionTable, ReviewTable

__all__ = ["SECTIONS", "SettingField", "SettingSection"]

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
        most=60_000,
        step=50,
    )


def _music(name: str, label: str, hint: str) -> SettingField:
    return SettingField(table=f"sound.{name}", key="path", label=label, kind="music", hint=hint)


SECTIONS = (
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
                hint="https://...; empty: a preview for this machine",
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
            _music("ident", "Ident", "sounds first, by itself"),
            _music("intro", "Intro", "sounds before the headline"),
            SettingField(
                table="sound.intro",
                key="duck",
                label="Intro goes on under the first line, quieter by",
                kind="number",
                hint="decibels; 0: it ends before",
                default=0,
                most=60,
            ),
            _music("outro", "Outro", "sounds after the last word"),
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
"""All of them, in the order of the page."""
