"""What would be done and said, without doing it: nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.model import Enclosure, Episode
from audiopress.press.corrections.former_voices import is_sound_lost, note_former_voices
from audiopress.press.edition.open_edition import OpenEdition, open_edition
from audiopress.press.edition.planning.passages import choose_passages
from audiopress.press.edition.planning.planner import Planner
from audiopress.press.edition.planning.receipts import recall_utterances
from audiopress.press.edition.planning.recipe import find_recipe
from audiopress.press.edition.planning.review import foresee_hold
from audiopress.press.edition.planning.told_changes import ToldChange, list_told_changes
from audiopress.press.edition.planning.versions import (
    CHANGED,
    KEPT,
    RETAGGED,
    is_whole,
    settle_version,
)
from audiopress.press.edition.publishing.publication import lay_out_order
from audiopress.press.ledgers.ownership import check_owner
from audiopress.press.steps.plan import CACHED, GONE, Passage, explain_passages
from audiopress.press.steps.read import ArticleReader, Manuscript
from audiopress.press.steps.shared import PASSED_BY, is_passed_by
from audiopress.press.steps.speak import find_ready
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.model import Document, OtherFile, Refused, Script, SourceFacts
    from audiopress.press.edition.planning.order import Order
    from audiopress.press.steps.speak import ReadySegment
    from audiopress.settings import Settings
    from audiopress.speaking.lexicon import Lexicon
    from audiopress.store.ledger import Record

__all__ = [
    "EditionPlan",
    "PlannedArticle",
    "PlannedEdition",
    "plan",
    "read_lines",
    "read_sources",
]

_SECONDS_A_WORD = 0.4
"""How long a word takes, for what is not spoken yet: newsreaders say 150 in a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedArticle:
    """What a build would do for one article: a reason a passage, ``cached`` or why it is spoken.

    ``aliases`` are other names of the article, such as where it came from; ``settled`` says that
    nothing at all would be done, ``reissued`` why what is published of it would get a new address,
    if it would: podcast apps load it again then. ``facts`` are those of the list it was found in,
    ``held`` is what of it would wait for a release: it is ``new``, a ``correction``, or ``waits``
    already; ``published`` says that something of it is out by now, ``keeps_sound`` that only its
    texts would be corrected. ``lacks`` is what nobody says of it, where its text is its list's.
    ``told`` is what would be told of it otherwise than now, beside its paragraphs.
    """

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]
    settled: bool = False
    reissued: str = ""
    facts: SourceFacts | None = None
    held: str = ""
    published: bool = False
    keeps_sound: bool = False
    lacks: tuple[str, ...] = ()
    told: tuple[ToldChange, ...] = ()

    @property
    def to_speak(self) -> int:
        """How many segments would be spoken, the same words once."""
        return len(self.missing)

    @property
    def missing(self) -> frozenset[str]:
        """Keys of the segments that would be spoken."""
        pairs = zip(self.passages, self.reasons, strict=True)
        return frozenset(passage.key for passage, reason in pairs if reason != CACHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedEdition:
    """What an edition of ``[[editions]]`` would hold: titles in order, perhaps none.

    ``lines`` are the few that are its own, with a reason each as an article's passages have;
    ``left`` is how many articles would have no room.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    lines: tuple[Passage, ...]
    reasons: tuple[str, ...]
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPlan:
    """What a build would do: ``articles``, newest first, what it would refuse, pass by and note.

    ``editions`` are those that would be joined of articles, ``withdrawn`` what ``audiopress sync``
    would withdraw, as ``withdraw_missing`` asks for it, ``taken_back`` what the sources have and a
    build leaves out, for a person has withdrawn it.
    """

    articles: tuple[PlannedArticle, ...] = ()
    editions: tuple[PlannedEdition, ...] = ()
    refused: tuple[Refused, ...] = ()
    passed_by: tuple[OtherFile, ...] = ()
    notes: tuple[str, ...] = ()
    withdrawn: tuple[Record, ...] = ()
    taken_back: tuple[Record, ...] = ()


def plan(
    settings: Settings, sources: Sequence[str | Document], *, withdraw: bool = False
) -> EditionPlan:
    """Return what a build would do; writes nothing.

    ``withdraw`` is as `audiopress.press.sync.round.sync` has it.
    """
    check_owner(settings)  # as a build would
    edition = _open_unchanged(settings)
    planner = Planner(edition)
    orders, refused, notes = planner.make_orders(sources)
    # A build speaks nothing of what was taken back, whatever the cache has of it.
    taken_back = [order.registered.record for order in orders if _is_withdrawn(order)]
    orders = [order for order in orders if not _is_withdrawn(order)]
    planned = [_plan_article(edition, order) for order in orders]
    withdrawn, more = _plan_withdrawals(edition, planner, sure=withdraw)
    records = [order.registered.record for order in orders]
    said = [each.passages for each in planned]
    notes += note_former_voices(edition, zip(records, said, strict=True))
    return EditionPlan(
        articles=tuple(planned),
        editions=tuple(_plan_editions(edition, planner, _list_published(orders, planned))),
        refused=tuple(refused),
        passed_by=planner.passed_by,
        notes=(*notes, *more, *_note_shared(settings, planned)),
        withdrawn=tuple(withdrawn),
        taken_back=tuple(taken_back),
    )


def _note_shared(settings: Settings, planned: Sequence[PlannedArticle]) -> list[str]:
    """Return a note where less may be spoken than is said: a plan asks no shared cache."""
    if not settings.shared_cache or not any(each.missing for each in planned):
        return []
    if is_passed_by(settings):
        return [PASSED_BY]
    return [f"a build takes from the shared cache {settings.shared_cache} what that has of this"]


def _plan_withdrawals(
    edition: OpenEdition, planner: Planner, *, sure: bool
) -> tuple[list[Record], list[str]]:
    """Return what would be withdrawn, of a plan of all sources where the settings ask for it."""
    if not (sure or edition.settings.withdraw_missing) or not planner.missing:
        return [], []
    from audiopress.press.steps.fetch import SourceFetcher  # noqa: PLC0415 - few plans need it
    from audiopress.press.sync.missing import foresee_withdrawn  # noqa: PLC0415 - as above

    fetcher = SourceFetcher(edition.settings, edition.cache, now=edition.now, keep=False)
    return foresee_withdrawn(
        edition.settings, planner.missing, ask=fetcher.ask, now=edition.now, sure=sure
    )


def _list_published(orders: Sequence[Order], planned: Sequence[PlannedArticle]) -> list[Order]:
    """Return the orders whose articles a build would publish: what is held is in no edition."""
    # A correction that waits leaves what is published where it is.
    waiting = {each.id for each in planned if each.held}
    return [
        order for order in orders if order.id not in waiting or order.registered.record.versions
    ]


def _plan_editions(
    edition: OpenEdition, planner: Planner, orders: Sequence[Order]
) -> Iterator[PlannedEdition]:
    """Yield the editions that would be joined, of articles that would be published by then."""
    if not edition.settings.joined:
        return
    from audiopress.press.joined.editions import list_due  # noqa: PLC0415 - for these
    from audiopress.press.joined.orders import make_opening  # noqa: PLC0415 - as above

    records = {one.id: one for one in edition.ledger.load_all()}
    records |= {order.id: _foresee(order) for order in orders}
    for choice in list_due(edition, list(records.values())):
        said = make_opening(edition, choice, len(choice.members), planner.reader)
        cached = {item.key for item in said if _has_speech(edition, item.key)}
        yield PlannedEdition(
            id=choice.id,
            title=choice.title,
            articles=tuple(one.versions[-1].title for one in choice.members),
            lines=said,
            reasons=explain_passages(said, recall_utterances(edition.cache, choice.id), cached),
            left=choice.left,
        )


def _foresee(order: Order) -> Record:
    """Return an article's record as it may be once it is published; its length is a guess."""
    record, manuscript = order.registered.record, order.registered.manuscript
    article = manuscript.article
    words = sum(len(item.source.split()) for item in manuscript.script.utterances)
    episode = Episode(
        id=record.id,
        guid=record.guid,
        slug=record.slug,
        key="",
        title=article.title,
        summary="",
        published=record.published,
        changed=record.published,
        language=article.language,
        enclosure=Enclosure(path="", length=0),
        rate=1,
        samples=record.versions[-1].samples // record.versions[-1].rate
        if record.versions
        else round(words * _SECONDS_A_WORD),
        byline=article.byline,
        section=article.section,
        url=manuscript.identity.url,
        tags=manuscript.tags,
        source=manuscript.source,
        words=words,
    )
    return replace(record, versions=(*record.versions, episode))


def _is_withdrawn(order: Order) -> bool:
    return order.registered.record.state == "withdrawn"


def _plan_article(edition: OpenEdition, order: Order) -> PlannedArticle:
    # Anew, for an order of which nothing must be done has no passages.
    said = choose_passages(edition, order.registered).passages
    # Every byte is looked at: a plan must not promise what a build then finds damaged.
    cached = {item.key for item in said if _has_speech(edition, item.key)}
    if order.unchanged is not None and is_sound_lost(edition, said):
        # Published, and left as it is: a build speaks nothing of it.
        cached |= {item.key for item in said}
    reasons = explain_passages(said, recall_utterances(edition.cache, order.id), cached)
    reissued = _foresee_reissue(edition, order, reasons)
    record = order.registered.record
    settled = order.unchanged is not None
    same = not reissued and set(reasons) <= {CACHED} and _says_the_same(edition, order)
    return PlannedArticle(
        id=order.id,
        title=order.title,
        aliases=order.registered.record.aliases,
        passages=said,
        reasons=reasons,
        settled=settled or same,
        reissued="" if reissued == KEPT else reissued,
        keeps_sound=reissued == KEPT,
        facts=order.registered.manuscript.facts,
        lacks=tuple(_list_lacking(order.registered.manuscript)),
        told=list_told_changes(record, order.registered.manuscript),
        published=bool(record.versions),
        held=foresee_hold(
            edition.settings,
            record,
            order.registered.manuscript,
            order.recipe,
            reissued,
            settled=settled,
        ),
    )


def _list_lacking(manuscript: Manuscript) -> Iterator[str]:
    """Yield what is not known of an article whose page is not asked for, for its list has it."""
    article, facts = manuscript.article, manuscript.facts
    if facts is not None and facts.text_from == "feed":
        yield from ["author"] * (not article.byline)
        yield from ["date"] * (not article.published)


def _says_the_same(edition: OpenEdition, order: Order) -> bool:
    """Whether what is published of an article is heard and called as it would be again.

    A build looks at such an article anew, because more is known of its site or its list by now,
    and leaves it as it is.
    """
    record, manuscript = order.registered.record, order.registered.manuscript
    if not record.versions or record.held or edition.settings.retag:
        return False
    last, article = record.versions[-1], manuscript.article
    told = (last.title, last.byline, last.section, last.url, last.image)
    url = manuscript.identity.url
    same = told == (article.title, article.byline, article.section, url, article.image)
    known = find_recipe(edition, record) == order.recipe
    return same and known and is_whole(edition, record.id, last)


def _foresee_reissue(edition: OpenEdition, order: Order, reasons: Sequence[str]) -> str:
    """Return why an article would get a new address, as far as it is known before it is spoken."""
    record = order.registered.record
    if order.unchanged is not None or not record.versions:
        return ""
    if not edition.settings.retag:
        known = find_recipe(edition, record)
        if known == order.recipe and is_whole(edition, record.id, record.versions[-1]):
            return ""
    ready = _find_all_ready(edition, order)
    if ready is not None:
        recording = lay_out_order(edition, order, ready)
        kept = bool(order.kept)
        return settle_version(edition, record, order.recipe, recording, kept=kept).reason
    return KEPT if order.kept else _guess_reissue(edition, order, reasons)


def _find_all_ready(edition: OpenEdition, order: Order) -> dict[str, ReadySegment] | None:
    """Return what an order's episode is made from, or ``None`` where something is to be made."""
    sound = edition.settings.sound
    # Music is encoded when it is asked for, and a plan writes nothing.
    if any((sound.ident, sound.intro, sound.outro)):
        return None
    found = {job.key: find_ready(job, edition.cache) for job in order.jobs}
    ready = {key: segment for key, segment in found.items() if segment is not None}
    return ready if len(ready) == len(found) else None


def _guess_reissue(edition: OpenEdition, order: Order, reasons: Sequence[str]) -> str:
    """Return what a new address is to be expected for, of what has yet to be spoken or encoded."""
    known = find_recipe(edition, order.registered.record)
    if known and known != order.recipe:
        return CHANGED
    # 0.1.0 kept no recipe; speech that is only gone is spoken again with the same bytes.
    if not known and set(reasons) - {CACHED, GONE}:
        return CHANGED
    return RETAGGED if edition.settings.retag else ""


def read_sources(
    settings: Settings, sources: Sequence[str | Document]
) -> tuple[list[Manuscript], list[Refused]]:
    """Return what would be said of the sources, and what would be refused, in their order."""
    return Planner(_open_unchanged(settings)).read_to_show(sources)


def _open_unchanged(settings: Settings) -> OpenEdition:
    return open_edition(settings, now=datetime.now(UTC), keep=False)


def _has_speech(edition: OpenEdition, key: str) -> bool:
    """Whether the cache has the speech of a segment, every byte verified."""
    segment = edition.cache.find_segment(key)
    return segment is not None and edition.cache.read_speech(segment) is not None


def read_lines(
    settings: Settings, lines: Sequence[str], language: str, lexicon: Lexicon | None = None
) -> Script:
    """Return one utterance a line, in order: spoken forms and nothing else.

    ``lexicon`` takes the place of those that are shipped and the edition's.
    """
    from audiopress.speaking.script import compose_lines  # noqa: PLC0415 - heavy

    return compose_lines(
        lines,
        language=language,
        cast=settings.cast,
        pauses=settings.sound.pauses,
        rate=settings.sound.rate,
        lexicon=ArticleReader(settings, Cache(settings.cache), keep=False).lexicon
        if lexicon is None
        else lexicon,
    )
