"""A joined edition as an order: what an article has, so that the same steps publish it.

Its id, guid, slug and date are in the ledger from its first build. A correction of an article
makes a new version of it; a day that is over has none any more, but where an article of it was
taken back: then it is made anew without.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec

from audiopress.errors import AudiopressError
from audiopress.identity import Identity, make_guid, make_slug
from audiopress.model import Article, Chapter, Music, Script
from audiopress.press.edition.planning.order import Order, describe_published
from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.press.edition.planning.recipe import digest_recipe
from audiopress.press.joined.bridges import make_bridges
from audiopress.press.joined.parts import read_part, renumber
from audiopress.press.rule_digests import digest_binding_rules
from audiopress.press.steps.bind import Break
from audiopress.press.steps.identify import RegisteredArticle
from audiopress.press.steps.read import Manuscript
from audiopress.press.steps.ship import is_complete
from audiopress.press.steps.speak import make_jobs
from audiopress.publish.cover_names import name_episode_cover
from audiopress.publish.sanitize import clean_url
from audiopress.store.keys import digest
from audiopress.store.ledger import Record
from audiopress.text.language_names import find_base

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.joined.bridges import LexiconOf
    from audiopress.press.joined.choice import JoinedChoice
    from audiopress.press.joined.parts import JoinedPart
    from audiopress.press.report import Outcome
    from audiopress.press.steps.plan import Passage
    from audiopress.press.steps.speak import ReadySegment
    from audiopress.settings import JoinedTable

__all__ = [
    "JoinedOrder",
    "choose_language",
    "create_record",
    "make_joined_order",
    "make_opening",
]

_LEAST = 2
"""Articles that contents are said of: of one the title is heard at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedOrder:
    """An edition and what must be done for it; its order's jobs are its new lines.

    ``ready`` is what is heard of its articles, by keys; ``refused`` are articles that cannot be
    joined, with the reason.
    """

    order: Order
    ready: Mapping[str, ReadySegment] = field(default_factory=dict)
    refused: tuple[AudiopressError, ...] = ()


def make_joined_order(
    edition: OpenEdition, choice: JoinedChoice, record: Record, lexicon: LexiconOf
) -> JoinedOrder | None:
    """Return the order of an edition, or ``None`` where no article can be joined.

    ``record`` is what the ledger has of it, or a new one. Raises `VoiceError` where nobody speaks
    its language.
    """
    inputs = _digest_inputs(edition, choice, record, lexicon.digest)
    unchanged = _find_unchanged(edition, choice, record, inputs)
    if unchanged is not None:
        order = Order(registered=_register(choice, record), inputs=inputs, unchanged=unchanged)
        return JoinedOrder(order=order)
    parts, refused = _read_parts(edition, choice)
    held = {part.record.id for part in parts}
    if refused and _is_better_kept(edition, choice, record, held):
        order = Order(
            registered=_register(choice, record), inputs=inputs, unchanged=_tell(edition, record)
        )
        return JoinedOrder(order=order, refused=tuple(refused))
    if not parts:
        return None
    language = choose_language(edition, choice.table)
    opening = make_opening(edition, choice, len(parts), lexicon)
    passages, breaks = _join(edition, choice, parts, opening)
    members = tuple(part.record.id for part in parts)
    registered = RegisteredArticle(
        manuscript=_write_manuscript(choice, [part.record for part in parts], language),
        record=replace(record, state="live", reason="", members=members),
    )
    order = Order(
        registered=registered,
        inputs=inputs,
        recipe=_digest_joined(registered, passages, breaks, edition),
        passages=passages,
        # Of the new lines alone: what is published already is ready, or the edition goes without.
        jobs=make_jobs(opening, edition.settings.sound, edition.settings.cache),
        breaks=breaks,
    )
    ready = {key: segment for part in parts for key, segment in part.ready.items()}
    return JoinedOrder(order=order, ready=ready, refused=tuple(refused))


def _register(choice: JoinedChoice, record: Record) -> RegisteredArticle:
    """Return an edition of which nothing is done."""
    return RegisteredArticle(manuscript=_write_manuscript(choice, (), ""), record=record)


def _tell(edition: OpenEdition, record: Record) -> Outcome:
    receipt = find_receipt(edition.cache, record.id)
    return describe_published(
        record, "unchanged", len(receipt.past) if receipt else 0, edition.settings
    )


def _is_better_kept(
    edition: OpenEdition, choice: JoinedChoice, record: Record, held: Container[str]
) -> bool:
    """Whether a published edition would lose articles that nobody took back."""
    wanted = {member.id for member in choice.members}
    if record.state != "live" or not record.versions or not wanted.issuperset(record.members):
        return False
    last = record.versions[-1].enclosure
    there = is_complete(edition.settings.output, [(last.path, last.length)])
    return there and any(name not in held for name in record.members)


def make_opening(
    edition: OpenEdition, choice: JoinedChoice, articles: int, lexicon: LexiconOf
) -> tuple[Passage, ...]:
    """Return the lines of an edition's own, before its articles; raises as `make_bridges`."""
    language = choose_language(edition, choice.table)
    contents = choice.table.contents and articles >= _LEAST
    return make_bridges(edition, choice.title, language, contents=contents, lexicon=lexicon)


def choose_language(edition: OpenEdition, table: JoinedTable) -> str:
    """Return the language in which an edition's own lines are said."""
    return table.language or edition.settings.show.language


def _read_parts(
    edition: OpenEdition, choice: JoinedChoice
) -> tuple[list[JoinedPart], list[AudiopressError]]:
    """Part the articles that can be joined from the reasons why others cannot."""
    parts: list[JoinedPart] = []
    refused: list[AudiopressError] = []
    for member in choice.members:
        try:
            parts.append(read_part(edition, member))
        except AudiopressError as error:
            refused.append(error)
    return parts, refused


def _digest_inputs(
    edition: OpenEdition, choice: JoinedChoice, record: Record, lexicons: str
) -> str:
    """Return the digest of all that an edition is made from; no file of an article is read."""
    settings, show = edition.settings, edition.show_files.find(record.show)
    music = _find_ident(edition, choice)
    told = settings.reading.disclosure != "none"
    values = (choice.table, show.show, settings.sound, told, settings.cast)
    return digest(
        [
            [record.slug, record.guid, record.published.isoformat(), choice.title],
            [msgspec.json.encode(value).decode() for value in values],
            [_describe_member(edition, member) for member in choice.members],
            [show.cover_digest, edition.music.digest(), lexicons, digest_binding_rules()],
            edition.music.digest_one(music) if music else "",
        ]
    )


def _describe_member(edition: OpenEdition, member: Record) -> list[str]:
    last = member.versions[-1]
    chapter = _make_chapter(edition, member)
    return [member.id, last.key, chapter.title, chapter.url, chapter.image]


def _find_unchanged(
    edition: OpenEdition, choice: JoinedChoice, record: Record, inputs: str
) -> Outcome | None:
    """Return the outcome of an edition of which nothing must be touched, or ``None``."""
    settings, receipt = edition.settings, find_receipt(edition.cache, record.id)
    # One that went without an article may have it by now.
    whole = record.members == tuple(member.id for member in choice.members)
    if not record.versions or receipt is None or receipt.inputs != inputs or not whole:
        return None
    last = record.versions[-1]
    same = record.state == "live" and receipt.key == last.key and not settings.retag
    if not same or not is_complete(settings.output, receipt.files):
        return None
    return describe_published(record, "unchanged", len(receipt.past), settings)


def create_record(
    edition: OpenEdition, choice: JoinedChoice, taken: Container[str], shown: str
) -> Record:
    """Return the record of a new edition; ``taken`` are slugs of others, ``shown`` is its show."""
    # With the address: many editions of this world are called "morning".
    name = f"{edition.settings.show.address}{choice.id}"
    return Record(
        id=choice.id,
        guid=make_guid(name),
        slug=make_slug(choice.title, choice.id, taken),
        first_seen=edition.now,
        published=choice.published,
        joined=choice.table.id,
        show=shown,
    )


def _join(
    edition: OpenEdition,
    choice: JoinedChoice,
    parts: Sequence[JoinedPart],
    opening: tuple[Passage, ...],
) -> tuple[tuple[Passage, ...], dict[int, Break]]:
    """Return all passages in order, and at which of them an article begins."""
    pauses, rate = edition.settings.sound.pauses, edition.settings.sound.rate
    said = list(opening)
    if choice.table.contents and len(parts) >= _LEAST:
        for part in parts:
            said += _number(said, (_find_headline(part, pauses.list_item * rate // 1000),))
    said[-1] = _rest(said[-1], pauses.before_heading * rate // 1000)
    breaks = {0: Break(chapter=Chapter(start=0, title=choice.title))}
    music = _find_ident(edition, choice)
    told = edition.settings.reading.disclosure != "none"
    heard = {find_base(each.utterance.language) for each in opening} if told else set()
    for part in parts:
        passages = _drop_notices(part.passages, heard)
        breaks[len(said)] = Break(chapter=_make_chapter(edition, part.record), music=music)
        said += _number(said, _lower_headline(passages))
        said[-1] = _rest(said[-1], pauses.before_heading * rate // 1000)
    said[-1] = _rest(said[-1], pauses.tail * rate // 1000)
    return tuple(said), breaks


def _number(before: Sequence[Passage], passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    return renumber(passages, before[-1].utterance.paragraph + 1 - passages[0].utterance.paragraph)


def _rest(item: Passage, pause: int) -> Passage:
    return replace(item, utterance=replace(item.utterance, pause=pause))


def _find_headline(part: JoinedPart, pause: int) -> Passage:
    """Return an article's title as it is spoken already, as an item of the contents."""
    first = next(
        (item for item in part.passages if item.utterance.role == "headline"), part.passages[0]
    )
    return replace(
        first, utterance=replace(first.utterance, role="list_item", pause=pause, selector=None)
    )


def _lower_headline(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Return an article's passages with its headline as a heading of the edition."""
    return tuple(
        replace(item, utterance=replace(item.utterance, role="heading"))
        if item.utterance.role == "headline"
        else item
        for item in passages
    )


def _drop_notices(passages: tuple[Passage, ...], heard: set[str]) -> tuple[Passage, ...]:
    """Return passages without a notice on the voice that was heard in their language already."""
    kept = []
    for item in passages:
        base = find_base(item.utterance.language)
        if item.utterance.role == "disclosure":
            if base in heard:
                continue
            heard.add(base)
        kept.append(item)
    return tuple(kept) or passages


def _make_chapter(edition: OpenEdition, record: Record) -> Chapter:
    episode, show = record.versions[-1], edition.show_files.find(record.show).show
    return Chapter(
        start=0,
        title=episode.title,
        url=clean_url(episode.url) or episode.home,
        image=name_episode_cover(show, episode),
    )


def _find_ident(edition: OpenEdition, choice: JoinedChoice) -> Music | None:
    sound, name = edition.settings.sound, choice.table.ident
    known: Mapping[str, Music | None] = {"intro": sound.intro, "ident": sound.ident}
    if not name:
        return None
    if known.get(name):
        found = known[name]
        return replace(found, duck=0.0) if found else None
    return Music(path=name)


def _write_manuscript(choice: JoinedChoice, members: Sequence[Record], language: str) -> Manuscript:
    """Return an edition as something that was read: a title, and a summary of its titles."""
    titles = [member.versions[-1].title for member in members]
    name = f"[[editions]] {choice.table.id}"
    article = Article(
        uri=name,
        title=choice.title,
        blocks=(),
        standfirst=" · ".join(title for title in titles if title),
        language=language,
    )
    return Manuscript(
        identity=Identity(id=choice.id, url=None),
        uri=name,
        former="",
        digest="",
        article=article,
        script=Script(utterances=()),
    )


def _digest_joined(
    registered: RegisteredArticle,
    passages: tuple[Passage, ...],
    breaks: Mapping[int, Break],
    edition: OpenEdition,
) -> str:
    """Return the recipe: that of all passages, and where articles begin and what sounds there."""
    recipe = digest_recipe(registered, passages, edition.settings.sound, edition.music)
    # Pictures are not in it: they are named anew when a show is called otherwise.
    marks = [
        [
            number,
            one.chapter.title,
            one.chapter.url,
            edition.music.digest_one(one.music) if one.music else "",
            msgspec.json.encode(one.music).decode() if one.music else "",
        ]
        for number, one in sorted(breaks.items())
    ]
    return digest(["joined", 1, recipe, marks])
