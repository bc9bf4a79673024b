"""Which article each manuscript is: what the ledger knows, what is new, who claims too much.

Pure: the ledger's records and the time are given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.errors import IdentityError
from audiopress.identity import (
    Identity,
    fold_address,
    is_address,
    make_guid,
    make_slug,
    normalize_url,
)
from audiopress.model import Refused
from audiopress.press.steps.placed_files import find_lost_namesakes, list_placed
from audiopress.store.collisions import TakenNames
from audiopress.store.ledger import Record, Text
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from audiopress.model import Script
    from audiopress.press.steps.read import Manuscript

__all__ = [
    "SHOW_ROLES",
    "RegisteredArticle",
    "add_under_way",
    "find_renamed",
    "register_articles",
]

SHOW_ROLES = ("opening", "disclosure", "correction")
"""Roles that are the show's words and not the article's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredArticle:
    """A manuscript with the article's record, which is new and unsaved when it has no version.

    ``others`` are further places of this run where the same article stands.
    """

    manuscript: Manuscript
    record: Record
    others: tuple[str, ...] = ()


def register_articles(
    manuscripts: Iterable[Manuscript],
    records: Sequence[Record],
    now: datetime,
    gone: Container[str] = (),
    reserved: Container[str] = (),
) -> tuple[list[RegisteredArticle], list[Refused], list[str]]:
    """Return the articles, those refused, and notes in words.

    One article that comes from several sources with the same text is registered once. Two texts
    under one identity, or under two that the ledger has for one article, are an error: the source
    that the ledger knows goes on, the others are named; where none is known, all are. ``gone`` are
    the ids of articles known by a file that is no longer there: the same text elsewhere is that
    file with another name. ``reserved`` are slugs that no new article may get.
    """
    by_id = {record.id: record for record in records}
    # An id before every alias: an article that really has the name is not hidden by a former one.
    by_id |= {alias: record for record in records for alias in record.aliases if alias not in by_id}
    taken = TakenNames({record.slug for record in records}, reserved)
    manuscripts = _see_through(list(manuscripts), by_id)
    articles: list[RegisteredArticle] = []
    contested: list[Refused] = []
    # Sorted, so that the order of the sources decides nothing, and because `groupby` needs it.
    ordered = sorted(manuscripts, key=lambda item: (item.identity.id, item.uri))
    notes = [f"{item.uri}: {item.identity.doubt}" for item in ordered if item.identity.doubt]
    for article_id, claims in _group_claims(ordered, by_id, gone).items():
        record = by_id.get(article_id)
        chosen, refused = _settle(claims, record)
        contested += refused
        if not chosen:
            continue
        record = _add_aliases(record or _create_record(chosen[0], taken, now), chosen)
        # For the next new one: two files with one title get slugs of their own.
        taken.add(record.slug)
        others = tuple(dict.fromkeys(item.uri for item in chosen if item.uri != chosen[0].uri))
        articles.append(RegisteredArticle(manuscript=chosen[0], record=record, others=others))
    return articles, contested, notes + _note_twins(articles)


def add_under_way(
    records: Iterable[Record], under_way: Mapping[str, RegisteredArticle]
) -> Iterator[Record]:
    """Yield the records as they will be when those that are ``under_way`` (by id) are published."""
    yield from (record for record in records if record.id not in under_way)
    for article in under_way.values():
        text = Text(key="", lines=_list_lines(article.manuscript))
        yield replace(article.record, texts=(*article.record.texts, text))


def _add_aliases(record: Record, chosen: Iterable[Manuscript]) -> Record:
    """Return the record with every name under which the article came this time."""
    names = {name for item in chosen for name in (item.uri, item.identity.id)}
    # Never fewer: a source that went may come back, and is known by these.
    aliases = (names | set(record.aliases)) - {record.id}
    return replace(record, aliases=tuple(sorted(aliases)))


def _note_twins(articles: Iterable[RegisteredArticle]) -> list[str]:
    """Return a note for every text that is published as more than one article."""
    found: dict[tuple[str, ...], list[RegisteredArticle]] = {}
    for registered in articles:
        # What a person has taken out is no episode.
        if registered.record.state != "withdrawn":
            # Without the show's own words: date and byline may differ between copies of a text.
            found.setdefault(_list_story_lines(registered.manuscript), []).append(registered)
    return [_note_copies(copies) for copies in found.values() if len(copies) > 1]


def _note_copies(copies: Sequence[RegisteredArticle]) -> str:
    """Return a note on articles that say the same, with the command that leaves the first."""
    # What is published stays, and of two that are the one that was seen first.
    ordered = sorted(copies, key=lambda one: (not one.record.versions, one.record.first_seen))
    uris = " and ".join(each.manuscript.uri for each in copies)
    rest = write_command("withdraw", *(each.record.slug for each in ordered[1:]))
    is_new = any(not each.record.versions for each in copies)
    when = "when they are out, " * is_new
    return f"{uris} say the same and are {len(copies)} episodes: {when}{rest} leaves one"


def _group_claims(
    ordered: Sequence[Manuscript], by_id: Mapping[str, Record], gone: Container[str]
) -> dict[str, list[Manuscript]]:
    """Group the manuscripts by the article they say they are, as the ledger names it."""
    found: dict[str, list[Manuscript]] = {}
    folded = _fold_names(by_id)
    new: dict[str, str] = {}
    for article_id, group in groupby(ordered, key=lambda item: item.identity.id):
        claims = list(group)
        # The surest first: its name, then where it was, then what it says.
        record = (
            _find_placed(claims, by_id, gone, longer=True)
            or by_id.get(article_id)
            or _find_moved(claims, by_id)
            or _find_placed(claims, by_id, gone, longer=False)
            or _find_twin(claims, folded)
            or _find_renamed(claims, by_id, gone)
        )
        # By the ledger's name and not the page's: one article under two names is settled once.
        name = record.id if record else article_id
        if record is None and is_address(article_id):
            twin = new.setdefault(fold_address(article_id), article_id)
            if twin != article_id and _say_the_same(claims[0], found[twin][0]):
                name = twin
        found.setdefault(name, []).extend(claims)
    return found


def _fold_names(by_id: Mapping[str, Record]) -> dict[str, Record]:
    """Return the records by what their addresses have in common with those of the same page."""
    found: dict[str, Record] = {}
    doubled: set[str] = set()
    for name, record in by_id.items():
        if is_address(name):
            folded = fold_address(name)
            doubled |= {folded} if found.setdefault(folded, record).id != record.id else set()
    # What has been published as two articles stays so.
    return {name: record for name, record in found.items() if name not in doubled}


def _find_twin(claims: Sequence[Manuscript], folded: Mapping[str, Record]) -> Record | None:
    """Return the record of the same text under an address that servers give one page under."""
    for item in claims:
        if item.identity.url is not None and is_address(item.identity.id):
            record = folded.get(fold_address(item.identity.id))
            if record is not None and record.texts and _resembles(item, record):
                return record
    return None


def _see_through(
    manuscripts: Sequence[Manuscript], by_id: Mapping[str, Record]
) -> list[Manuscript]:
    """Return the manuscripts; one that names another article's address as its own keeps its own."""
    owners = {normalize_url(item.uri): item for item in manuscripts if is_address(item.uri)}
    return [_take_own_address(item, owners, by_id) for item in manuscripts]


def _take_own_address(
    item: Manuscript, owners: Mapping[str, Manuscript], by_id: Mapping[str, Record]
) -> Manuscript:
    claimed = item.identity.id
    if not is_address(item.uri) or not is_address(claimed):
        return item
    own = normalize_url(item.uri)
    # A page with parameters is a part of another one as often as not.
    if urlsplit(own).path == urlsplit(claimed).path or urlsplit(own).query:
        return item
    record, owner = by_id.get(claimed), owners.get(claimed)
    if record is not None and (
        {own, item.uri, item.former} & {record.id, *record.aliases} or _resembles(item, record)
    ):
        return item
    if record is None and (owner is None or _say_the_same(item, owner)):
        return item
    doubt = f"its canonical address {claimed} is another article's"
    return replace(item, identity=Identity(id=own, url=own, doubt=doubt))


def _say_the_same(one: Manuscript, other: Manuscript) -> bool:
    """Whether two texts are one by half of the shorter one's paragraphs."""
    said, says = set(_list_story_lines(one)), set(_list_story_lines(other))
    return 2 * len(said & says) >= min(len(said), len(says))


def _find_moved(claims: Sequence[Manuscript], by_id: Mapping[str, Record]) -> Record | None:
    """Return the record that an article has under a name it had before.

    For a page that is the address that was asked for; for a file that was known by its path and
    now says who it is, that path, unless another article lies there by now. A host that 0.1.0
    took for another one (``straße.de`` for ``strasse.de``) had that one's name then; an article
    that really is the other one's is not taken for it.
    """
    for item in claims:
        if item.former in by_id:
            return by_id[item.former]
        before = by_id.get(item.identity.old_id)
        if before is not None and _is_plausible([item], before, {before.id, *before.aliases}):
            return before
        # A feed knew it by its link, before its page was read and named another address.
        linked = by_id.get(normalize_url(item.uri)) if is_address(item.uri) else None
        if linked is not None and _resembles(item, linked):
            return linked
        placed = by_id.get(f"file:{item.uri}") or _find_file(item, by_id)
        if placed is not None and _resembles(item, placed):
            return placed
    return None


def _find_placed(
    claims: Sequence[Manuscript],
    by_id: Mapping[str, Record],
    gone: Container[str],
    *,
    longer: bool,
) -> Record | None:
    """Return the record of a file elsewhere that was known by more, or less, of its path."""
    found = (each for item in claims for each in list_placed(item, by_id, gone, longer=longer)
             if _resembles(item, each))  # fmt: skip
    return next(found, None)


def _find_file(item: Manuscript, by_id: Mapping[str, Record]) -> Record | None:
    """Return the record of the file that this was when it named another address as its own."""
    return None if is_address(item.uri) else by_id.get(item.uri)


def _find_renamed(
    claims: Sequence[Manuscript], by_id: Mapping[str, Record], gone: Container[str]
) -> Record | None:
    """Return the one article whose file went and whose very words this file says."""
    # Its address says who it is, whatever it says besides.
    if claims[0].identity.url is not None:
        return None
    lost = {record.id: record for record in by_id.values() if record.id in gone}
    return find_renamed(claims[0].uri, [(each, claims[0].script) for each in lost.values()])


def find_renamed(uri: str, lost: Iterable[tuple[Record, Script]]) -> Record | None:
    """Return the one article whose file went and whose very words a file says.

    Of a file of the same name in another folder, for folders are moved and articles corrected in
    one go, half of them will do. ``lost`` are the records of files that went, each with what this
    file says if it is that one.
    """
    told = {record.id: (record, script) for record, script in lost if record.texts}
    # Nothing less than the same words, and one file only: of two nobody can know which it was.
    same = [each for each, script in told.values() if each.texts[-1].lines == _list_story(script)]
    namesakes = find_lost_namesakes(uri, [each for each, _ in told.values()])
    same = same or [each for each in namesakes if _is_half_of(told[each.id][1], each)]
    return same[0] if len(same) == 1 else None


def _settle(
    claims: list[Manuscript], record: Record | None
) -> tuple[list[Manuscript], list[Refused]]:
    """Part the claims to one identity into those that go on and those that are refused."""
    known = {record.id, *record.aliases} if record else set()
    # One text from several sources is one article, if it may be this one at all.
    if len({_list_lines(item) for item in claims}) == 1:
        keep = claims if _is_plausible(claims, record, known) else []
    elif len({_list_story_lines(item) for item in claims}) == 1:
        # Lists that say more or less of it: the one that knows its author and date.
        told = sorted(claims, key=_count_own_words, reverse=True)
        keep = told if _is_plausible(claims, record, known) else []
    else:
        # Different texts under one identity: which of them is right only the ledger can say.
        keep = [item for item in claims if record and _is_known_source(item, record, known)]
        keep = keep if len({_list_lines(item) for item in keep}) == 1 else _take_latest(keep)
    return keep, [_refuse(item, claims, record) for item in claims if item not in keep]


def _count_own_words(item: Manuscript) -> int:
    """Return how much the show says around a text."""
    return sum(len(said.source) for said in item.script.utterances if said.role in SHOW_ROLES)


def _take_latest(known: list[Manuscript]) -> list[Manuscript]:
    """Return the texts that lists have of one article, the latest first; none if they are others.

    A feed that comes from a cache has yesterday's text, and the page at another address today's.
    """
    listed = all(item.facts is not None for item in known)
    if not known or not listed or not all(_say_the_same(known[0], item) for item in known):
        return []
    return sorted(known, key=_rank_text, reverse=True)


def _rank_text(item: Manuscript) -> tuple[float, bool]:
    modified = item.facts.modified if item.facts else None
    from_page = item.facts is not None and item.facts.text_from == "page"
    return (modified.timestamp() if modified else 0.0, from_page)


def _is_plausible(claims: Sequence[Manuscript], record: Record | None, known: set[str]) -> bool:
    """Whether a text may stand under an identity that was given before.

    From a source that is known, anything is a correction. From a new one it must be the same
    article: a file that was renamed, not a template that puts one canonical address on every page.
    """
    if record is None or any(item.former in known for item in claims):
        return True
    return any(_is_known_source(item, record, known) or _resembles(item, record) for item in claims)


def _is_known_source(item: Manuscript, record: Record, known: set[str]) -> bool:
    """Whether a manuscript comes from a source of the article.

    The name of a file outside of the edition's folder may be that of another file elsewhere, so
    where nothing else says which article it is, its text has to.
    """
    nameless = item.outside and item.identity.id == f"file:{item.uri}"
    return (item.uri in known or item.former in known) and (
        not nameless or _resembles(item, record)
    )


def _resembles(item: Manuscript, record: Record) -> bool:
    """Whether a text is the article's last one by half of the shorter one's paragraphs."""
    return not record.texts or _is_half_of(item.script, record)


def _is_half_of(script: Script, record: Record) -> bool:
    before = set(record.texts[-1].lines)
    now = {utterance.source for utterance in script.utterances}
    # Half: a correction keeps most paragraphs, two articles of one template share its last few.
    return 2 * len(before & now) >= min(len(before), len(now))


def _list_lines(item: Manuscript) -> tuple[str, ...]:
    """Return all that is said, the show's own words too."""
    return tuple(utterance.source for utterance in item.script.utterances)


def _list_story_lines(item: Manuscript) -> tuple[str, ...]:
    """Return what the article says, without the show's own words."""
    return _list_story(item.script)


def _list_story(script: Script) -> tuple[str, ...]:
    said = script.utterances
    return tuple(utterance.source for utterance in said if utterance.role not in SHOW_ROLES)


def _refuse(item: Manuscript, claims: Sequence[Manuscript], record: Record | None) -> Refused:
    others = [other.uri for other in claims if other is not item]
    # Alone in this run: what it contradicts is what was published before.
    others += [record.slug] if record and not others else []
    error = IdentityError(
        f"says it is {item.identity.id}, and so does another text: {', '.join(others)}",
        where=item.uri,
        hint="give each its own canonical address, or an `id:` in its front matter",
    )
    return Refused(uri=item.uri, error=error)


def _create_record(item: Manuscript, taken: Container[str], now: datetime) -> Record:
    article_id = item.identity.id
    # A day that nobody told is no moment: pages and feeds say it to the second.
    day = item.article.published or now.replace(microsecond=0)
    return Record(
        id=article_id,
        guid=make_guid(article_id),
        slug=make_slug(item.article.title, article_id, taken),
        first_seen=now,
        # Stored with the record: a page without a date keeps the one of its first build.
        published=day,
    )
