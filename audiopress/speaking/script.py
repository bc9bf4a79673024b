"""From an article to a script: who says what, in which words, and the silence after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.model import LeftOut, Script, Utterance
from audiopress.speaking.acronyms import collect_acronyms
from audiopress.speaking.casting import choose_voice, find_language_voice
from audiopress.speaking.notices import says_ahead, says_behind
from audiopress.speaking.opening import write_disclosure, write_opening
from audiopress.speaking.quotes import split_quotes
from audiopress.speaking.spoken_forms import SpokenForms
from audiopress.text.english_variety import guess_english_variety
from audiopress.text.language_names import find_base
from audiopress.text.sentence_ends import CUT_SHORT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Article, Block, Cast, Pauses, Reading, Role, Selector
    from audiopress.speaking.lexicon import Lexicon

__all__ = ["compose", "compose_bridges", "compose_lines"]

_ROLES: dict[str, Role] = {
    "heading": "heading",
    "paragraph": "body",
    "quote": "quote",
    "list_item": "list_item",
    "caption": "caption",
    "table": "table",
}
"""Which role speaks a block of a kind.

Headline, standfirst and quotes within a paragraph are told by more than the kind.
"""

_OUR_WORDS = ("opening", "disclosure")
"""Roles whose words are the show's and not the article's."""

_STANDFIRST_BLOCKS = 2
"""Blocks at the beginning that may be the standfirst: it stands first, or behind a kicker."""


class _ScriptWriter:
    """Writes the script of one article, utterance by utterance.

    ``rate`` is the sample rate in which pauses are counted; ``open_quote`` are the marks that
    would close a quotation which is open across paragraphs. ``body_languages`` are those that the
    voice of the body says it speaks. ``region`` is the tag by which the article's own words get
    their spoken forms, where ``language`` leaves that open: it is in no key and chooses no voice.
    """

    def __init__(  # noqa: PLR0913 - the settings of `compose`, all by name
        self,
        *,
        language: str,
        cast: Cast,
        pauses: Pauses,
        rate: int,
        lexicon: Lexicon,
        body_languages: Sequence[str] = (),
        region: str = "",
    ) -> None:
        self.forms = SpokenForms({})
        self.language = language
        self.region = region or language
        self.cast = cast
        self.lexicon = lexicon
        self.body_bases = frozenset(map(find_base, body_languages))
        self.pauses = pauses
        self.rate = rate
        self.words = lexicon.select_words(language)
        self.utterances: list[Utterance] = []
        self.unsure: dict[str, None] = {}
        self.open_quote = ""

    def say(
        self,
        role: Role,
        source: str,
        selector: Selector | None = None,
        number: str = "",
        language: str = "",
    ) -> None:
        """Add one utterance, a paragraph of its own; ``number`` is said before it.

        With a ``language`` of its own it is said in that, if somebody is named who speaks it.
        """
        paragraph = self._count_paragraph()
        self._add(role, source, selector, paragraph, number=number, own_language=language)

    def find_own_voice(self, language: str) -> str:
        """Return who speaks a paragraph in a language of its own, or nothing.

        A voice that is merely installed speaks articles and no paragraph of others: what is
        installed must not change what was published.
        """
        if not language or find_base(language) == find_base(self.language):
            return ""
        named = find_language_voice(self.cast, language, other_regions=True)
        return named or (self.cast.body if find_base(language) in self.body_bases else "")

    def say_with_quotes(self, source: str, selector: Selector | None) -> None:
        """Add a paragraph; full sentences that are quoted get the role of a quote."""
        found, self.open_quote = split_quotes(source, open_before=self.open_quote)
        paragraph = self._count_paragraph()
        for part in found:
            self._add("quote" if part.quoted else "body", part.text, selector, paragraph)
            # The voice changes within a paragraph, so there is no silence until its end.
            if part is not found[-1]:
                self.utterances[-1] = replace(self.utterances[-1], pause=0)

    def has_voice_for_quotes(self) -> bool:
        """Whether quotations have a voice of their own: else a paragraph stays whole."""
        return self._choose_voice("quote") != self._choose_voice("body")

    def _count_paragraph(self) -> int:
        return self.utterances[-1].paragraph + 1 if self.utterances else 0

    def _add(  # noqa: PLR0913 - what there is to an utterance
        self,
        role: Role,
        source: str,
        selector: Selector | None,
        paragraph: int,
        *,
        number: str = "",
        own_language: str = "",
    ) -> None:
        """Append; the pause before a heading belongs to the utterance before it."""
        language, voice, words = self.language, self._choose_voice(role), self.words
        if own := self.find_own_voice(own_language):
            # which English it is, its own words tell: dates and numbers are said otherwise
            language = guess_english_variety(source) if own_language == "en" else own_language
            voice, words = own, self.lexicon.select_words(language)
        # our own words were written for the language: they stay as they were published
        read_as = self.region if not own and role not in _OUR_WORDS else language
        form = self.forms.say(f"{number} {source}".lstrip(), read_as, words)
        self.unsure.update(dict.fromkeys(form.unsure))
        if role == "heading" and self.utterances:
            wanted = self._count_samples(self.pauses.before_heading)
            self.utterances[-1] = replace(
                self.utterances[-1], pause=max(self.utterances[-1].pause, wanted)
            )
        self.utterances.append(
            Utterance(
                role=role,
                source=source,
                spoken=form.text,
                language=language,
                voice=voice,
                pause=self._choose_pause(role),
                paragraph=paragraph,
                selector=selector,
            )
        )

    def finish(self, left_out: tuple[LeftOut, ...]) -> Script:
        """Return the script; the silence after its last utterance is the tail."""
        if self.utterances:
            self.utterances[-1] = replace(
                self.utterances[-1], pause=self._count_samples(self.pauses.tail)
            )
        return Script(
            utterances=tuple(self.utterances), left_out=left_out, unsure=tuple(self.unsure)
        )

    def _choose_voice(self, role: Role) -> str:
        return choose_voice(self.cast, role, self.language)

    def _choose_pause(self, role: Role) -> int:
        if role in ("heading", "headline"):
            return self._count_samples(self.pauses.after_heading)
        if role == "list_item":
            return self._count_samples(self.pauses.list_item)
        return self._count_samples(self.pauses.paragraph)

    def _count_samples(self, milliseconds: int) -> int:
        return milliseconds * self.rate // 1000


def compose(  # noqa: PLR0913 - each is a setting of its own, all by name
    article: Article,
    left_out: tuple[LeftOut, ...],
    *,
    reading: Reading,
    cast: Cast,
    pauses: Pauses,
    rate: int,
    lexicon: Lexicon,
    body_languages: Sequence[str] = (),
    forms: SpokenForms | None = None,
) -> Script:
    """Return the script: headline, disclosure, opening, standfirst, body, disclosure.

    What is to say at its start that the voice is synthetic says it at its end too, until
    `audiopress.speaking.notices.settle_notices` takes one of them away.
    ``article`` is the cleaned one, ``left_out`` what cleaning took away; ``rate`` is the show's
    sample rate, in which pauses are counted, ``body_languages`` what the voice of the body speaks.
    ``forms`` may know spoken forms already. Where nothing but boilerplate was found, nothing is
    said, and the script tells what was left out.
    """
    # The show's lexicon last, since the later wins: an editor knows better than the pattern.
    words = collect_acronyms(block.text for block in article.blocks).merge(lexicon)
    writer = _ScriptWriter(
        language=article.language,
        cast=cast,
        pauses=pauses,
        rate=rate,
        lexicon=words,
        body_languages=body_languages,
        region=_find_region(article, reading.words_language),
    )
    writer.forms = forms or writer.forms
    blocks = list(article.blocks)
    # The heading that repeats the title is said once, as the headline, which gets its selector.
    place = next((block for block in blocks if _is_title(block, article)), None)
    if place is not None:
        blocks.remove(place)
    if not blocks and place is None:
        return writer.finish(left_out)
    if article.title and not _is_excerpt(article.title, blocks):
        writer.say("headline", article.title, place.selector if place else None)
    if says_ahead(reading):
        writer.say("disclosure", write_disclosure(article.language, reading, ahead=True))
    said = write_opening(article, reading)
    if said:
        writer.say("opening", said)
    for number, block in enumerate(blocks):
        role = _choose_role(block, number)
        parted = role == "body" and reading.quotes and not writer.find_own_voice(block.language)
        if parted and writer.has_voice_for_quotes():
            writer.say_with_quotes(block.text, block.selector)
        elif role != "standfirst" or reading.standfirst or "keep" in block.hints:
            writer.say(role, block.text, block.selector, block.number, block.language)
        else:
            unsaid = LeftOut(text=block.text, reason="standfirst")
            # A script that is written again has it already.
            left_out = left_out if unsaid in left_out else (unsaid, *left_out)
    if says_behind(reading):
        writer.say("disclosure", write_disclosure(article.language, reading))
    return writer.finish(left_out)


def compose_lines(  # noqa: PLR0913 - the same settings
    lines: Sequence[str],
    *,
    language: str,
    cast: Cast,
    pauses: Pauses,
    rate: int,
    lexicon: Lexicon,
) -> Script:
    """Return one utterance a line, in order, nothing cleaned: only the spoken forms are made.

    An empty line, or one in which nothing can be spoken, is an utterance with empty ``spoken``.
    """
    # By all lines at once: one has too few words to tell, and dates and numbers should agree.
    if language == "en":
        language = guess_english_variety(" ".join(lines))
    writer = _ScriptWriter(language=language, cast=cast, pauses=pauses, rate=rate, lexicon=lexicon)
    for line in lines:
        writer.say("body", line)
    return writer.finish(())


def compose_bridges(  # noqa: PLR0913 - the same settings
    lines: Sequence[tuple[Role, str]],
    *,
    language: str,
    cast: Cast,
    pauses: Pauses,
    rate: int,
    lexicon: Lexicon,
) -> Script:
    """Return one utterance a line, each in its role: the show's own words in a joined edition."""
    # Which English it is no such line tells: plain English counts as American, as dates do.
    language = "en-US" if language == "en" else language
    writer = _ScriptWriter(language=language, cast=cast, pauses=pauses, rate=rate, lexicon=lexicon)
    for role, line in lines:
        writer.say(role, line)
    return writer.finish(())


def _find_region(article: Article, own: str) -> str:
    """Return as which English dates and numbers are read: ``own`` is the tag of the show.

    Only an article that is plain ``en``, and has no region's spelling, is read as the show is.
    """
    if article.language != "en" or not own.lower().startswith("en-"):
        return article.language
    said = " ".join((article.title, *(block.text for block in article.blocks)))
    return own if guess_english_variety(said) == "en" else article.language


def _is_title(block: Block, article: Article) -> bool:
    return block.kind == "heading" and block.level == 1 and _is_same_text(block.text, article.title)


def _is_excerpt(title: str, blocks: Sequence[Block]) -> bool:
    """Whether a title is the beginning of the text, cut short: then the text alone is said."""
    begin = CUT_SHORT.sub("", title).rstrip()
    cut = bool(begin) and begin != title and bool(blocks)
    return cut and " ".join(blocks[0].text.split()).startswith(" ".join(begin.split()))


def _is_same_text(one: str, other: str) -> bool:
    # The heading of a page and the title in its head differ in spaces and quotation marks.
    return "".join(filter(str.isalnum, one.casefold())) == "".join(
        filter(str.isalnum, other.casefold())
    )


def _choose_role(block: Block, number: int) -> Role:
    may_be = number < _STANDFIRST_BLOCKS and block.kind in ("paragraph", "heading")
    if may_be and "standfirst" in block.hints:
        return "standfirst"
    return _ROLES[block.kind]
