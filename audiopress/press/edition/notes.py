"""Notes of a build, in words: what a person should know of, although nothing failed."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress import voices
from audiopress.press.edition.clock import note_clock
from audiopress.press.edition.page_kind_notes import note_page_kinds
from audiopress.press.edition.planning.untold import WRITTEN_FILES
from audiopress.press.edition.voices.missing_voices import explain_missing
from audiopress.speaking.casting import find_language_voice
from audiopress.store.atomic_files import read
from audiopress.text.commands import write_command
from audiopress.text.counts import count_things
from audiopress.text.language_names import find_base, name_language

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from audiopress.model import Cast, OtherFile
    from audiopress.press.edition.told import ToldNotes
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = [
    "find_published",
    "list_missing",
    "list_notes",
    "note_drafts",
    "note_foreign_blocks",
    "note_foreign_voices",
    "note_joined",
    "note_lists",
    "note_lost_ledger",
    "note_opted_out",
    "note_orphans",
    "note_passed_by",
    "note_readings",
]

_NAMED = 3
"""How many articles a note names: a folder that was moved would fill the screen with them."""

_COMMANDED = 10
"""How many articles a proposed command takes back: some lines of a terminal."""

_EPISODE = re.compile(rb"<guid\b")
"""Begins the guid of an episode in a feed of ours: one an episode."""

_SHOW_GUID = b"<podcast:guid>"
"""What the feed of a show has and a preview's has not."""

_EXPECTED = frozenset(("hidden", "another kind of file"))
"""Reasons for which a file is passed by that nobody needs to be told of at every build."""


def note_drafts(
    manuscripts: Sequence[Manuscript],
    records: Sequence[Record] = (),
    told: ToldNotes | None = None,
) -> list[str]:
    """Return a note for every draft: it is not published, or it was before it became one.

    That it was published is told each time, for somebody has to decide; the rest is as ``told``.
    """
    drafts = [(item, find_published(item, records)) for item in manuscripts if item.article.draft]
    plain = {item.uri for item, published in drafts if not published}
    new = _pick_new(told, "drafts", plain)
    return [
        _note_draft(item, published) for item, published in drafts if published or item.uri in new
    ]


def note_opted_out(
    manuscripts: Sequence[Manuscript], records: Sequence[Record], told: ToldNotes
) -> list[str]:
    """Return a note for every article that says of itself that it is not to be read aloud."""
    items = [item for item in manuscripts if item.article.opted_out]
    found = [(item, find_published(item, records)) for item in items]
    new = told.pick_new("opted out", [item.uri for item in items])
    return [_note_opted_out(item, slug) for item, slug in found if slug or item.uri in new]


def _note_opted_out(item: Manuscript, published: str) -> str:
    says = f"{item.uri} says {item.article.opted_out}, and is not published"
    if not published:
        return says
    return f"{says}; what was published of it stays (audiopress withdraw {published} takes it back)"


def _pick_new(told: ToldNotes | None, topic: str, names: Collection[str]) -> Collection[str]:
    """Return what was not told of; without a memory all is."""
    return names if told is None else told.pick_new(topic, names)


def find_published(item: Manuscript, records: Sequence[Record]) -> str:
    """Return the slug of what was published of an article, or nothing."""
    names = _list_names(item)
    published = (
        record.slug
        for record in records
        if record.state == "live" and record.versions and names & {record.id, *record.aliases}
    )
    return next(published, "")


def _note_draft(item: Manuscript, published: str) -> str:
    if not published:
        return f"{item.uri} is a draft, and is not published"
    take_back = f"audiopress withdraw {published} takes it back"
    return f"{item.uri} is a draft now; what was published of it stays ({take_back})"


def _list_names(item: Manuscript) -> set[str]:
    """Return the names under which the ledger may have an article."""
    identity = item.identity
    return {identity.id, identity.old_id, item.former, f"file:{item.uri}", item.uri} - {""}


def note_readings(manuscripts: Sequence[Manuscript], told: ToldNotes | None = None) -> list[str]:
    """Return what was not understood or not used of documents, each once, and of which.

    Of a file that somebody writes by hand it is told until it is mended, of a page as ``told``.
    """
    found = [(item.uri, note) for item in manuscripts for note in item.article.notes]
    pages = {f"{uri}: {note}" for uri, note in found if not uri.lower().endswith(WRITTEN_FILES)}
    new = _pick_new(told, "readings", pages)
    places: dict[str, list[str]] = {}
    for uri, note in found:
        name = f"{uri}: {note}"
        if name not in pages or name in new:
            places.setdefault(note, []).append(uri)
    return [f"{_name_some(uris)}: {note}" for note, uris in places.items()]


def note_joined(articles: Sequence[RegisteredArticle], told: ToldNotes) -> list[str]:
    """Return a note for every article that stands at several places, each once."""
    found = {
        f"{' and '.join((item.manuscript.uri, *item.others))} are one article, and one episode "
        f"({item.record.slug})"
        for item in articles
        if item.others
    }
    return sorted(told.pick_new("joined", found))


def note_lists(notes: Sequence[str], told: ToldNotes) -> list[str]:
    """Return what was not understood of feeds and lists, each once."""
    new = told.pick_new("lists", notes)
    return [note for note in dict.fromkeys(notes) if note in new]


def note_lost_ledger(output: Path, ledger: Path, *, is_new: bool) -> list[str]:
    """Return a note where an edition lies in ``output`` and the ledger, which ``is_new``, has none.

    Its episodes would get new guids, and subscribers would have them twice. A preview's have none.
    """
    feed = (read(output / "feed.xml") if is_new else b"") or b""
    count = len(_EPISODE.findall(feed))
    if not count or _SHOW_GUID not in feed:
        return []
    holds = f"{output} holds an edition of {count} episode{'s' if count > 1 else ''}"
    lost = f"and {ledger} knows none of them: bring the ledger back (from git, or a backup)"
    return [f"{holds}, {lost}, or what is published now is new to every subscriber"]


def list_notes(manuscript: Manuscript, settings: Settings) -> list[str]:
    """Return what a person should know of one article before it is built."""
    cast = settings.cast
    return [
        *note_drafts([manuscript]),
        *note_readings([manuscript]),
        *note_page_kinds([manuscript], hosts=settings.hosts),
        *_note_foreign_voice(manuscript, cast),
        *_note_missing_voice(manuscript, cast),
        *_note_foreign_blocks(manuscript),
        *note_clock([manuscript], datetime.now(UTC)),
        *manuscript.site_notes,
    ]


def _name_some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def note_foreign_voices(articles: Sequence[RegisteredArticle], cast: Cast) -> list[str]:
    """Return a note for every article that is read by a voice of another language."""
    notes = [note for item in articles for note in _note_foreign_voice(item.manuscript, cast)]
    said = (
        (line.voice, line.language)
        for item in articles
        for line in item.manuscript.script.utterances
    )
    return [*notes, *_note_named_voices(sorted(set(said)), cast)]


def _note_named_voices(said: Sequence[tuple[str, str]], cast: Cast) -> list[str]:
    """Return a note on each voice that is named for a language which it does not speak."""
    notes = []
    for name, language in said:
        speaks = _list_other_languages(name, language, cast)
        if speaks and find_language_voice(cast, language, other_regions=True) == name:
            notes.append(
                f"{name} is named for {name_language(language)} under [voices.languages], and by "
                f"its manifest speaks {', '.join(map(name_language, speaks))}"
            )
    return list(dict.fromkeys(notes))


def _list_other_languages(name: str, language: str, cast: Cast) -> tuple[str, ...]:
    """Return what a voice speaks if a language is none of it; one that names none speaks all."""
    voice = voices.find(name, cast.remote)
    return () if voices.speaks_language(voice, language) else voice.languages


def note_foreign_blocks(articles: Sequence[RegisteredArticle], told: ToldNotes) -> list[str]:
    """Return a note for every article with paragraphs in a language that nobody named speaks."""
    notes = [note for item in articles for note in _note_foreign_blocks(item.manuscript)]
    new = told.pick_new("paragraphs in other languages", notes)
    return [note for note in notes if note in new]


def _note_foreign_blocks(manuscript: Manuscript) -> list[str]:
    spoken = {item.source: item.language for item in manuscript.script.utterances}
    found = Counter(
        find_base(block.language)
        for block in manuscript.article.blocks
        # What is left out is spoken by nobody.
        if block.language
        and block.text in spoken
        and find_base(spoken[block.text]) != find_base(block.language)
    )
    return [
        f"{manuscript.uri} has {count_things(count, 'paragraph')} in {name_language(base)}, read "
        f'as the rest: a voice for them is {base} = "NAME" under [voices.languages]'
        for base, count in found.items()
    ]


def _note_foreign_voice(manuscript: Manuscript, cast: Cast) -> list[str]:
    notes = []
    said = manuscript.script.utterances
    # An article that is refused has no voice.
    for name, language in sorted({(item.voice, item.language) for item in said if item.voice}):
        speaks = _list_other_languages(name, language, cast)
        # Who is named for this is meant.
        if speaks and name != (named := find_language_voice(cast, language, other_regions=True)):
            # Published by another voice, it has that of another region only when it is named.
            way = f'{language} = "{named}"' if named else "name a voice for it"
            notes.append(
                f"{manuscript.uri} is in {language}, and {name} speaks "
                f"{', '.join(speaks)} but reads it all the same: {way} under [voices.languages]"
            )
    return notes


def _note_missing_voice(manuscript: Manuscript, cast: Cast) -> list[str]:
    missing = explain_missing(manuscript, manuscript.language_voice, cast)
    return [f"{missing.where}: {missing.message}: {missing.hint}"] if missing else []


def note_passed_by(items: Sequence[OtherFile], told: ToldNotes | None = None) -> list[str]:
    """Return a note on what folders hold that might be taken for an article, and is none."""
    unwanted = [item for item in items if item.unwanted]
    others = [item for item in items if not (item.unwanted or item.repeated)]
    others = [item for item in others if item.reason not in _EXPECTED]
    new = _pick_new(told, "passed by", [item.uri for item in others])
    named = [item.uri for item in others if item.uri in new]
    notes = [f"passed by as no article: {_name_some(named)}; the reasons: audiopress plan"]
    return [*notes * bool(named), *_note_unwanted(unwanted, told)]


def _note_unwanted(items: Sequence[OtherFile], told: ToldNotes | None) -> list[str]:
    """Return a note on how many articles the settings of their sources leave out, and why."""
    if not _pick_new(told, "unwanted", [item.uri for item in items]):
        return []
    counts = Counter(item.reason for item in items)
    told_counts = ", ".join(f"{reason} ({count})" for reason, count in sorted(counts.items()))
    return [f"not taken of the sources: {told_counts}; their names: audiopress plan"]


def list_missing(
    articles: Sequence[RegisteredArticle],
    records: Sequence[Record],
    refused: Collection[str],
    drafts: Sequence[Manuscript] = (),
) -> list[Record]:
    """Return the published articles that came from no source this time.

    ``refused`` are names of what could not be read or was not wanted, which is not missing.
    """
    here = set(refused).union(*map(_list_names, drafts))
    seen = {registered.record.id for registered in articles}
    return [
        record
        for record in records
        if record.state == "live"
        and record.versions
        and record.id not in seen
        and not here & {record.id, *record.aliases}
    ]


def note_held_orphans(
    articles: Sequence[RegisteredArticle],
    records: Sequence[Record],
    refused: Collection[str],
    drafts: Sequence[Manuscript] = (),
) -> list[str]:
    """Return a note on new articles that are held while no source has them any more."""
    here = set(refused).union(*map(_list_names, drafts))
    seen = {registered.record.id for registered in articles}
    gone = [
        record.slug
        for record in records
        if record.state == "live" and record.held and not record.versions
        if record.id not in seen and not here & {record.id, *record.aliases}
    ]
    if not gone:
        return []
    ways = f"audiopress release {gone[0]} publishes it, audiopress withdraw {gone[0]} drops it"
    return [f"no source has {_name_some(gone)} any more, which is held for review: {ways}"]


def note_orphans(
    articles: Sequence[RegisteredArticle],
    records: Sequence[Record],
    refused: Collection[str],
    drafts: Sequence[Manuscript] = (),
    told: ToldNotes | None = None,
) -> list[str]:
    """Return a note on articles that stay in the edition although no source has them any more.

    ``refused`` are the sources that could not be read this time: their articles are not gone, and
    neither are ``drafts``.
    """
    missing = [record.slug for record in list_missing(articles, records, refused, drafts)]
    # They stay in the edition on purpose: whoever was told may leave it at that.
    new = _pick_new(told, "orphans", missing)
    gone = [slug for slug in missing if slug in new]
    if not gone:
        return []
    takes = write_command("withdraw", *gone[:_COMMANDED])
    stays = f"what was published stays in the edition ({takes} takes {_name_those(gone)} back)"
    of_all = f" ({count_things(len(gone), 'published article')})" if len(gone) > 1 else ""
    return [f"no source has {_name_some(gone)} any more{of_all}; {stays}"]


def _name_those(gone: Sequence[str]) -> str:
    """Return what stands for what a command takes back, where it does not name all."""
    if len(gone) > _COMMANDED:
        return f"these {_COMMANDED}"
    return "them" if len(gone) > 1 else "it"
