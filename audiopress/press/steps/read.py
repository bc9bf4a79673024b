"""Sources become manuscripts: what an article says, who it is, and what will be spoken of it."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from audiopress import voices
from audiopress.identity import Identity, identify, normalize_url
from audiopress.model import Article, Cast, Document, LeftOut, Script, SourceFacts
from audiopress.model.media_types import PDF
from audiopress.press.rule_digests import digest_reading_rules
from audiopress.press.site_memory.corrections import SiteCorrections
from audiopress.press.steps.guarded import LARGE_PAGE, run_guarded
from audiopress.press.steps.identify import find_renamed
from audiopress.press.steps.lexicons import (
    merge_lexicons,
    note_unread_words,
    read_own_files,
    read_shipped_files,
)
from audiopress.reading.metadata.listed_facts import add_facts
from audiopress.speaking.opening import write_opening
from audiopress.store.cache import Cache
from audiopress.store.keys import digest
from audiopress.text.zones import place_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterator, Mapping
    from datetime import datetime

    from audiopress.model import Reading
    from audiopress.settings import Settings
    from audiopress.speaking.lexicon import Lexicon
    from audiopress.speaking.spoken_forms import SpokenForms
    from audiopress.store.records import Record

__all__ = [
    "ArticleReader",
    "Manuscript",
    "find_readings",
    "forget_forms",
    "forget_reading",
    "list_readings",
    "name_listed",
]


_KIND = "reading"
"""The kind of record in the cache; another name would have every page read again."""

_Shape = TypeVar("_Shape")

_FORMS = "forms"
"""The kind of record that keeps the spoken forms of a document's last version, by its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """An article that has been read, with its script and who it says it is.

    ``digest`` names everything its script was made from, ``uri`` is as the document has it,
    ``former`` is the identity that the address has which was asked for, when it has moved,
    ``outside`` whether it is a file that lies outside of the edition's folder, ``place`` where that
    is, ``language_voice``
    who speaks it for its language's sake where that is not the voice of the edition's body,
    ``facts`` what the list said of it that it was found in, ``source`` which source of the settings
    had it. ``furniture`` are texts
    that were left out because other articles of the site have them, with the number of these;
    ``site_notes`` tell of lines that will be, or were not.
    """

    identity: Identity
    uri: str
    former: str
    digest: str
    article: Article
    script: Script
    outside: bool = False
    place: str = ""
    language_voice: str = ""
    facts: SourceFacts | None = None
    source: str = ""
    furniture: Mapping[str, int] = field(default_factory=dict)
    site_notes: tuple[str, ...] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """What it is about, by the word of its list and its own, each once."""
        listed = self.facts.tags if self.facts else ()
        return tuple(dict.fromkeys((*listed, *self.article.tags)))

    @property
    def where(self) -> str:
        """How an error names it: what the document is called, and where in which list it stands."""
        return name_listed(self.uri, self.facts)

    def __repr__(self) -> str:
        """Say which article it is: all of it would fill screens."""
        said = len(self.script.utterances)
        return f"<Manuscript {self.article.title!r} of {self.uri}: {said} utterances>"


class _Read(msgspec.Struct):
    """What the cache keeps of a page whose bytes, configuration and rules are unchanged.

    The names of the fields, here and of the values in them, are those in the cache.
    """

    article: Article
    script: Script


class _KeptForms(msgspec.Struct):
    """The spoken forms of a document's paragraphs, and the digest of the rules that made them.

    The names of the fields are those in the cache.
    """

    base: str
    forms: dict[str, dict[str, tuple[str, tuple[str, ...]]]]


class _ReadPlace(msgspec.Struct):
    """Of a reading in the cache only where its document came from."""

    article: dict[str, Any]


def list_readings(cache: Cache, uris: Container[str]) -> list[str]:
    """Return the names of all readings of documents that came from one of these places."""
    return [
        name
        for name, read in cache.list_records(_KIND, _ReadPlace)
        if read.article.get("uri") in uris
    ]


def find_readings(cache: Cache, shape: type[_Shape]) -> Iterator[_Shape]:
    """Yield of every reading in the cache what a ``shape`` of it has."""
    yield from (read for _, read in cache.list_records(_KIND, shape))


def forget_reading(cache: Cache, name: str) -> None:
    """Remove what the cache keeps of one reading: the next one reads the document anew."""
    cache.remove_record(_KIND, name)


def forget_forms(cache: Cache, uri: str) -> None:
    """Remove what the cache keeps of the spoken forms of the document that came from a place."""
    cache.remove_record(_FORMS, uri)


class ArticleReader:
    """Reads documents with one configuration; ``keep`` false leaves the cache as it is."""

    def __init__(
        self,
        settings: Settings,
        cache: Cache,
        *,
        keep: bool = True,
        before_reading: Callable[[], None] = lambda: None,
    ) -> None:
        """Read the lexicons once; raises `ConfigError` when one cannot be read.

        ``before_reading`` is called before a document is read that the cache does not know.
        """
        self._settings = settings
        self._cache = cache
        self._keep = keep
        self._before_reading = before_reading
        self._corrections = SiteCorrections(settings.ledger)
        self._lexicons = (*read_shipped_files(), *read_own_files(settings))
        self._body_languages = voices.find(settings.cast.body, settings.cast.remote).languages
        self._base = self._digest_settings()

    def _digest_settings(self) -> str:
        """Return the digest of all that shapes reading, whatever the document."""
        settings = self._settings
        # As JSON: a setting that reading gets some day is in the digest by itself.
        # Where a voice is asked shapes no text: a server that moves has nothing read anew. Nor does
        # what becomes of an article that nobody can speak.
        cast = replace(settings.cast, remote=(), foreign=Cast().foreign)
        values = (settings.reading, cast, settings.sound.pauses)
        return digest(
            [
                *(msgspec.json.encode(value).decode() for value in values),
                settings.sound.rate,
                settings.timezone,
                list(self._body_languages),
                [hashlib.sha256(body).hexdigest() for _, body in self._lexicons],
                digest_reading_rules(),
            ]
        )

    @property
    def digest(self) -> str:
        """Digest of all that shapes reading, whatever the document."""
        return self._base

    @functools.cached_property
    def lexicon(self) -> Lexicon:
        """Those that are shipped, then the show's, merged in their order."""
        return merge_lexicons(self._lexicons)

    @property
    def unread_words(self) -> list[str]:
        """A note for every word of a lexicon that is in an alphabet nobody here can read."""
        return note_unread_words(self._lexicons)

    def read(self, document: Document) -> Manuscript:
        """Return the manuscript of a document; raises `ReadingError` when there is none."""
        name = self._name_reading(document)
        read = self._find_or_read(document, name)
        # What an editor corrects is lines of the text: who the article is stays.
        identity = identify(
            document.uri,
            canonical=read.article.canonical,
            declared_id=read.article.declared_id,
            hosts=self._settings.hosts,
        )
        reading = self._correct(document, name, read, identity)
        if reading is not None:
            name = _name_corrected(name, reading)
            read = self._find_or_read(document, name, reading)
        return Manuscript(
            identity=identity,
            uri=document.uri,
            former=normalize_url(document.asked) if document.asked else "",
            digest=name,
            article=read.article,
            script=read.script,
            outside=document.outside,
            place=document.place,
            facts=document.facts,
        )

    def _correct(
        self, document: Document, name: str, read: _Read, identity: Identity
    ) -> Reading | None:
        """Return how a document is read by what an editor has corrected of it, if anything."""
        reading = self._settings.reading
        # Of these texts only: a correction has no article read anew that has no such line.
        texts = [block.text for block in read.article.blocks]
        texts += [item.text for item in read.script.left_out]
        apply = functools.partial(self._corrections.apply, reading, document.uri, texts, identity)
        corrected = apply()
        # Of files elsewhere nobody knows whether one has moved or is another of that name.
        if identity.url is None and not document.outside:
            lost = self._corrections.list_lost(self._settings.root, identity.id)
            tried = {each.id: (each, other) for each in lost if (other := apply(each)) != corrected}
            corrected = self._choose_moved(document, name, tried.values()) or corrected
        return corrected if corrected != reading else None

    def _choose_moved(
        self, document: Document, name: str, tried: Collection[tuple[Record, Reading]]
    ) -> Reading | None:
        """Return how a file is read as the article that it was before it was moved, if it was one.

        Which article it is is known when all are read, and what is read of it hangs on that: so it
        is read as each that it may be.
        """
        readings = {record.id: reading for record, reading in tried}
        said = [
            (record, self._find_or_read(document, _name_corrected(name, each), each).script)
            for record, each in tried
        ]
        moved = find_renamed(document.uri, said)
        return readings[moved.id] if moved else None

    def leave_out(self, manuscript: Manuscript, pages: Mapping[str, int]) -> Manuscript:
        """Return a manuscript without the lines of its site.

        ``pages`` are their keys, with the number of articles that have each. What the script is
        made from is named anew only if there are any in it.
        """
        if not pages:
            return manuscript
        from audiopress.reading import site_furniture  # noqa: PLC0415 - for pages of known sites

        before = manuscript.article
        found = site_furniture.find_furniture(before, pages)
        if not found:
            return manuscript
        article, left_out = site_furniture.leave_out_blocks(before, found)
        name = digest([manuscript.digest, *(item.text for item in left_out)])
        all_left_out = (*manuscript.script.left_out, *left_out)
        read = self._find_or_make(
            name,
            lambda: _Read(article=article, script=self._compose(article, all_left_out)),
        )
        return replace(
            manuscript,
            digest=name,
            article=read.article,
            script=read.script,
            furniture={before.blocks[at].text: pages[key] for at, key in found.items()},
        )

    def say_date(self, manuscript: Manuscript, date: datetime | None) -> Manuscript:
        """Return a manuscript whose opening says this date, or none, whatever its article says."""
        article = replace(manuscript.article, published=date)
        mark = ["date", date.isoformat() if date else ""]
        return replace(self._tell(manuscript, article, mark), article=manuscript.article)

    def add_facts(self, manuscript: Manuscript, facts: SourceFacts) -> Manuscript:
        """Return a manuscript with what lists have said of its article, and it does not itself."""
        # What was not understood of a list has been noted already.
        article = add_facts(manuscript.article, replace(facts, notes=()))
        told = self._tell(manuscript, article, ["facts", _write_facts(facts)])
        return replace(told, article=article, facts=facts)

    def _tell(self, manuscript: Manuscript, article: Article, mark: list[str]) -> Manuscript:
        """Return a manuscript with the script of an article of which more, or less, is known.

        ``mark`` says what. Where nothing else is said the script stays what it was.
        """
        reading = self._settings.reading
        if write_opening(article, reading) == write_opening(manuscript.article, reading):
            return manuscript
        name = digest([manuscript.digest, *mark])
        read = self._find_or_make(
            name,
            lambda: _Read(
                article=article, script=self._compose(article, manuscript.script.left_out)
            ),
        )
        return replace(manuscript, digest=name, script=read.script)

    def _find_or_make(self, name: str, make: Callable[[], _Read]) -> _Read:
        """Return what the cache keeps under a name, or what is made and kept now."""
        read = self._cache.find_record(_KIND, name, _Read)
        if read is None:
            read = make()
            if self._keep:
                self._cache.put_record(_KIND, name, msgspec.to_builtins(read))
        return read

    def _name_reading(self, document: Document) -> str:
        """Return the digest of all that shapes what is read of a document."""
        return digest(
            [
                self._base,
                # It is in the article, and relative addresses are read from it.
                document.uri,
                document.media_type,
                document.charset or "",
                hashlib.sha256(document.body).hexdigest(),
                # Only where there are any: the names of all other readings stay what they were.
                *([_write_facts(document.facts)] if document.facts else []),
            ]
        )

    def _find_or_read(self, document: Document, name: str, reading: Reading | None = None) -> _Read:
        """Return the reading of that name; ``reading`` says how, where it is not as for all."""
        known = self._cache.find_record(_KIND, name, _Read)
        if known is not None:
            return known
        # After the look into the cache: an unchanged edition needs no voice and loads none.
        self._before_reading()
        settings = replace(self._settings, reading=reading) if reading else self._settings
        read = self._read_anew(document, settings)
        if self._keep:
            self._cache.put_record(_KIND, name, msgspec.to_builtins(read))
        return read

    def _read_anew(self, document: Document, settings: Settings) -> _Read:
        """Read a document, in a process of its own when it is as large as traps are.

        Printed pages always: what reads them is written in C++, and a stranger may have made them.
        """
        if len(document.body) < LARGE_PAGE and document.media_type != PDF:
            return self._read_small(document, settings.reading)
        # Settings and not this reader: it has a callback of the build, which does not pickle.
        return run_guarded(_read_in_worker, settings, document)

    def _read_small(self, document: Document, reading: Reading) -> _Read:
        """Read a document here; its paragraphs that did not change keep their spoken forms."""
        from audiopress.speaking.spoken_forms import SpokenForms  # noqa: PLC0415 - to read anew

        kept = self._cache.find_record(_FORMS, document.uri, _KeptForms)
        known = kept.forms if kept is not None and kept.base == self._base else {}
        forms = SpokenForms(known)
        read = self.read_here(document, reading, forms)
        if self._keep and forms.used != known:
            value = _KeptForms(base=self._base, forms=forms.used)
            self._cache.put_record(_FORMS, document.uri, msgspec.to_builtins(value))
        return read

    def read_here(
        self, document: Document, reading: Reading, forms: SpokenForms | None = None
    ) -> _Read:
        """Return the article and its script; raises `ReadingError` when there is none."""
        from audiopress.reading.cleaning.pipeline import clean  # noqa: PLC0415
        from audiopress.reading.extract import extract  # noqa: PLC0415 - only to read anew

        article = self._add_zone(extract(document, reading))
        cleaned, left_out = clean(article, reading)
        return _Read(article=cleaned, script=self._compose(cleaned, left_out, forms))

    def _compose(
        self, article: Article, left_out: tuple[LeftOut, ...], forms: SpokenForms | None = None
    ) -> Script:
        """Return the script of a cleaned article."""
        from audiopress.speaking.script import compose  # noqa: PLC0415 - only to read anew

        settings = self._settings
        return compose(
            article,
            left_out,
            reading=settings.reading,
            cast=settings.cast,
            pauses=settings.sound.pauses,
            rate=settings.sound.rate,
            lexicon=self.lexicon,
            body_languages=self._body_languages,
            forms=forms,
        )

    def _add_zone(self, article: Article) -> Article:
        """Give dates without an offset the edition's zone, never the machine's."""
        zone = self._settings.zone()
        dates = (place_moment(each, zone) for each in (article.published, article.modified))
        published, modified = dates
        return replace(article, published=published, modified=modified)


def _name_corrected(name: str, reading: Reading) -> str:
    """Return the name of a reading by what an editor has corrected; ``name`` is that without it."""
    return digest([name, "corrected", *reading.keep, "dropped", *reading.drop])


def _write_facts(facts: SourceFacts) -> str:
    """Return those that an article may get; where it was listed, and why so, shapes none."""
    told = msgspec.to_builtins(replace(facts, listed_in="", text_from="", why="", tags=()))
    # They were not among them once, and readings keep their names.
    del told["unread_date"], told["listed_at"]
    return msgspec.json.encode(told).decode()


def _read_in_worker(settings: Settings, document: Document) -> _Read:
    """Return what `ArticleReader.read_here` does; a function, for only these can be pickled."""
    reader = ArticleReader(settings, Cache(settings.cache), keep=False)
    return reader.read_here(document, settings.reading)


def name_listed(place: str, facts: SourceFacts | None) -> str:
    """Return a place with where in which list it was named, if it was in one."""
    listed = [f"in {facts.listed_in}", facts.listed_at] if facts and facts.listed_in else []
    return ", ".join(filter(None, [place, *listed]))
