"""Sources become manuscripts: what an article says, who it is, and what will be spoken of it."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, replace
from importlib import resources
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import msgspec

from audiopress.errors import AudiopressError, ConfigError, ReadingError, SpeechError
from audiopress.identity import Identity, identify, normalise
from audiopress.model import Article, Document, Refused, Script
from audiopress.press.rule_digests import reading_rules
from audiopress.store.cache import Cache
from audiopress.store.keys import digest
from audiopress.workers import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audiopress.settings import Settings
    from audiopress.speaking.lexicon import Lexicon

__all__ = ["LARGE", "Manuscript", "Reader", "Rejected", "apart", "read_all", "shipped_lexicon"]

P = ParamSpec("P")
T = TypeVar("T")

LARGE = 1_000_000
"""Bytes from which on a page is read in a worker. Nearly all are smaller; 10 MB can hold a tag with
800,000 attributes, which parsers compare with each other until the day is over."""

READING = 60.0
"""Seconds that a worker may take for a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """An article that has been read. ``digest`` names everything its script was made from.

    ``former`` is the identity that the address has which was asked for, when it has moved,
    ``outside`` whether it is a file that lies outside of the edition's folder.
    """

    identity: Identity
    uri: str
    former: str
    digest: str
    article: Article
    script: Script
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A source, or an article, that was refused, and why."""

    uri: str
    error: AudiopressError


class _Read(msgspec.Struct):
    """What the cache keeps of a page whose bytes, configuration and rules are unchanged."""

    article: Article
    script: Script


class Reader:
    """Reads documents with one configuration; ``keep`` false leaves the cache as it is."""

    def __init__(
        self,
        settings: Settings,
        cache: Cache,
        *,
        keep: bool = True,
        anew: Callable[[], None] = lambda: None,
    ) -> None:
        """Read the lexicons once; raises `ConfigError` when one cannot be read.

        ``anew`` is called before a document is read that the cache does not know.
        """
        self._settings = settings
        self._cache = cache
        self._keep = keep
        self._anew = anew
        own = ((str(p.name), _lexicon_bytes(p)) for p in settings.lexicons)
        self._lexicons = (*_shipped(), *own)
        self._base = self._configuration()

    def _configuration(self) -> str:
        settings = self._settings
        values = (settings.reading, settings.cast, settings.sound.pauses)
        return digest(
            [
                *(msgspec.json.encode(value).decode() for value in values),
                settings.sound.rate,
                settings.timezone,
                [hashlib.sha256(body).hexdigest() for _, body in self._lexicons],
                reading_rules(),
            ]
        )

    @functools.cached_property
    def lexicon(self) -> Lexicon:
        """Those that are shipped, then the show's, merged in their order."""
        return _merged(self._lexicons)

    def read(self, document: Document) -> Manuscript:
        """Return the manuscript of a document; raises `ReadingError` when there is none."""
        name = digest(
            [self._base, document.uri, document.media_type, document.charset or "",
             hashlib.sha256(document.body).hexdigest()]
        )  # fmt: skip
        read = self._recall(name)
        if read is None:
            self._anew()
            read = self._read_anew(document)
            if self._keep:
                self._cache.put_record("reading", name, msgspec.to_builtins(read))
        identity = identify(
            document.uri,
            canonical=read.article.canonical,
            declared_id=read.article.declared_id,
            hosts=self._settings.hosts,
        )
        return Manuscript(
            identity=identity,
            uri=document.uri,
            former=normalise(document.asked) if document.asked else "",
            digest=name,
            article=read.article,
            script=read.script,
            outside=document.outside,
        )

    def _recall(self, name: str) -> _Read | None:
        return self._cache.record("reading", name, _Read)

    def _read_anew(self, document: Document) -> _Read:
        if len(document.body) < LARGE:
            return self.read_here(document)
        return apart(_read_apart, self._settings, document)

    def read_here(self, document: Document) -> _Read:
        """Return the article and its script; raises `ReadingError` when there is none."""
        from audiopress.reading.cleaning.pipeline import clean  # noqa: PLC0415
        from audiopress.reading.extract import extract  # noqa: PLC0415
        from audiopress.speaking.script import compose  # noqa: PLC0415 - only to read anew

        settings = self._settings
        article = self._dated(extract(document, settings.reading))
        cleaned, left_out = clean(article, settings.reading)
        script = compose(
            cleaned,
            left_out,
            reading=settings.reading,
            cast=settings.cast,
            pauses=settings.sound.pauses,
            rate=settings.sound.rate,
            lexicon=self.lexicon,
        )
        return _Read(article=cleaned, script=script)

    def _dated(self, article: Article) -> Article:
        """Give dates without an offset the edition's zone, never the machine's."""
        zone = self._settings.zone()

        def aware(moment: Any) -> Any:
            return moment.replace(tzinfo=zone) if moment and moment.tzinfo is None else moment

        return replace(
            article, published=aware(article.published), modified=aware(article.modified)
        )


def apart(read: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Read in a process of its own a page that is as large as traps are; raises `ReadingError`."""
    with local(1, threads=False, timeout=READING) as pool:
        try:
            return pool.submit(read, *args, **kwargs).result()
        except SpeechError as error:  # the pool's word for what ended its worker twice
            raise ReadingError(
                f"the page cannot be read: {error.message}",
                hint="save its article alone as .html or .md and build that",
            ) from error


def shipped_lexicon() -> Lexicon:
    """Return what is known of words of every language without a configuration."""
    return _merged(_shipped())


def _shipped() -> tuple[tuple[str, bytes], ...]:
    folder = resources.files("audiopress").joinpath("speaking", "data")
    files = sorted(folder.iterdir(), key=lambda item: item.name)
    return tuple((item.name, item.read_bytes()) for item in files if item.name.endswith(".pls"))


def _merged(lexicons: Iterable[tuple[str, bytes]]) -> Lexicon:
    from audiopress.speaking.lexicon import Lexicon, parse_pls  # noqa: PLC0415 - only to read anew

    merged = Lexicon.empty()
    for name, body in lexicons:
        merged = merged.merge(parse_pls(body, name))
    return merged


def _read_apart(settings: Settings, document: Document) -> _Read:
    """Read a document in a worker."""
    return Reader(settings, Cache(settings.cache), keep=False).read_here(document)


def _lexicon_bytes(path: Any) -> bytes:
    try:
        body: bytes = path.read_bytes()
    except OSError as error:
        hint = "audiopress lexicon add WORD --say TEXT makes one"
        raise ConfigError(f"no lexicon: {error}", where=str(path), hint=hint) from error
    return body


def read_all(
    reader: Reader, outcomes: Iterable[Document | Refused]
) -> Iterator[Manuscript | Rejected]:
    """Read every document; one that cannot be read is `Rejected`, the others go on.

    Raises `ConfigError` for what concerns them all, such as a damaged lexicon.
    """
    for outcome in outcomes:
        if isinstance(outcome, Refused):
            yield Rejected(uri=outcome.uri, error=outcome.error)
            continue
        try:
            yield reader.read(outcome)
        except ConfigError:
            raise
        except AudiopressError as error:
            yield Rejected(uri=outcome.uri, error=_placed(error, outcome.uri))
        except Exception as error:  # noqa: BLE001 - a page nobody thought of costs itself only
            hint = "send the page to the people who make audiopress"
            failed = ReadingError(f"reading it failed: {error!r}", where=outcome.uri, hint=hint)
            yield Rejected(uri=outcome.uri, error=failed)


def _placed(error: AudiopressError, uri: str) -> AudiopressError:
    return type(error)(error.message, where=error.where or uri, hint=error.hint)
